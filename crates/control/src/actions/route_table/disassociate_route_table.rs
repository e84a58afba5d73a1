//! DisassociateRouteTable: the subnet goes back to its VPC's main route table.

use model::ApiError;
use wire::ec2;

use super::{association, subnet_claim};
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
};

pub struct DisassociateRouteTable;

impl Action for DisassociateRouteTable {
    type Input = ec2::DisassociateRouteTableRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let (table, association) = association(&call.view, input.association_id.as_deref())?;
        let Some(subnet) = association.subnet else {
            return Err(ApiError::invalid_parameter(format!(
                "cannot disassociate the main route table association {}",
                association.id
            )));
        };
        let mut after = table.record.clone();
        after.associations.retain(|known| known.id != association.id);
        let mut edit = Edit::new();
        edit.update(&table, &after);
        edit.release(&subnet_claim(&subnet));
        Plan::change(edit, |_| Ok(ec2::DisassociateRouteTableResult {}))
    }
}

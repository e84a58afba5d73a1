//! DisassociateAddress: the interface is left without a public address, until its instance next starts.

use model::{ApiError, records::Address};
use wire::ec2;

use super::associations::Associations;
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
};

pub struct DisassociateAddress;

impl Action for DisassociateAddress {
    type Input = ec2::DisassociateAddressRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let address = match (&input.association_id, &input.public_ip) {
            (Some(_), Some(_)) => {
                Err(ApiError::combination("You may specify public IP or association id, but not both in the same call"))
            }
            (None, None) => Err(ApiError::missing("AssociationId")),
            (Some(id), None) => call.view.find::<Address>("association", id).next().cloned().ok_or_else(|| {
                ApiError::new("InvalidAssociationID.NotFound", format!("The association ID '{id}' does not exist"))
            }),
            (None, Some(public)) => super::by_public(&call.view, public),
        }?;
        let mut changes = Associations::new(&call.view);
        changes.part(&address);
        let mut edit = Edit::new();
        changes.write(&mut edit);
        Plan::change(edit, |_| Ok(ec2::DisassociateAddressResult {}))
    }
}

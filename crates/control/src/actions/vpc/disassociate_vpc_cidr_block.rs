//! DisassociateVpcCidrBlock: refused for the primary block, and while a subnet is made of it.

use model::{
    ApiError,
    records::{Subnet, Vpc},
};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
};

pub struct DisassociateVpcCidrBlock;

impl Action for DisassociateVpcCidrBlock {
    type Input = ec2::DisassociateVpcCidrBlockRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let id = input.association_id.as_deref().filter(|id| !id.is_empty());
        let id = id.ok_or_else(|| ApiError::missing("AssociationId"))?;
        let vpc = call.view.find::<Vpc>("cidr-association", id).next().cloned().ok_or_else(|| {
            ApiError::new(
                "InvalidVpcCidrBlockAssociationID.NotFound",
                format!("The vpc CIDR block association ID '{id}' does not exist"),
            )
        })?;
        let mut after = vpc.record.clone();
        let at = after.cidrs.iter().position(|block| block.association.as_str() == id).unwrap_or_default();
        if at == 0 {
            return Err(ApiError::new(
                "OperationNotPermitted",
                format!(
                    "The vpc CIDR block with association ID {id} may not be disassociated. It is the primary IPv4 CIDR \
                     block of the VPC"
                ),
            ));
        }
        let gone = after.cidrs.remove(at);
        if call.view.find::<Subnet>("vpc", &vpc.id).any(|subnet| gone.cidr.contains(&subnet.cidr)) {
            return Err(ApiError::new(
                "InvalidCidrBlock.InUse",
                format!("The vpc CIDR block with association ID {id} has a subnet and can't be disassociated."),
            ));
        }
        let mut edit = Edit::new();
        // Whoever makes a subnet writes the VPC anew.
        edit.update(&vpc, &after);
        Plan::change(edit, move |_| {
            Ok(ec2::DisassociateVpcCidrBlockResult {
                cidr_block_association: Some(super::shown_block(&gone, "disassociating")),
                vpc_id: Some(after.id.to_string()),
                ..Default::default()
            })
        })
    }
}

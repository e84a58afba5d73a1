//! AssociateVpcCidrBlock: a further block of addresses for a VPC, which subnets can be made of.

use model::{
    ApiError, VpcCidrAssociationId, cidr, limits,
    records::{Vpc, VpcCidr},
};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    lookup,
};

pub struct AssociateVpcCidrBlock;

impl Action for AssociateVpcCidrBlock {
    type Input = ec2::AssociateVpcCidrBlockRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let vpc = lookup::required::<Vpc>(&call.view, "VpcId", input.vpc_id.as_deref())?;
        let block = input.cidr_block.as_deref().ok_or_else(|| ApiError::missing("CidrBlock"))?;
        let block = cidr::vpc(block)?;
        let overlaps = |known: &&VpcCidr| known.cidr.contains(&block) || block.contains(&known.cidr);
        if let Some(known) = vpc.cidrs.iter().find(overlaps) {
            return Err(ApiError::new(
                "InvalidVpc.Range",
                format!("The CIDR '{block}' conflicts with the CIDR '{}' of the VPC {}.", known.cidr, vpc.id),
            ));
        }
        if vpc.cidrs.len() >= limits::CIDR_BLOCKS_PER_VPC {
            return Err(ApiError::new(
                "CidrLimitExceeded",
                format!(
                    "This network {} has met its maximum number of allowed CIDRs: {}",
                    vpc.id,
                    limits::CIDR_BLOCKS_PER_VPC
                ),
            ));
        }
        let new = VpcCidr { association: VpcCidrAssociationId::from_random(call.random()), cidr: block };
        let mut after = vpc.record.clone();
        after.cidrs.push(new.clone());
        let mut edit = Edit::new();
        edit.update(&vpc, &after);
        Plan::change(edit, move |_| {
            Ok(ec2::AssociateVpcCidrBlockResult {
                cidr_block_association: Some(super::shown_block(&new, "associating")),
                vpc_id: Some(after.id.to_string()),
                ..Default::default()
            })
        })
    }
}

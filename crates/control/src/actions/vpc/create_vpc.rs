//! CreateVpc: the VPC and what AWS makes with each: main route table, default network ACL, default security group.

use model::{ApiError, cidr, limits, records::Vpc};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    actions::quota,
    defaults,
    edit::Edit,
    tagging::TagsToSet,
};

pub struct CreateVpc;

impl Action for CreateVpc {
    type Input = ec2::CreateVpcRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let block = input.cidr_block.as_deref().ok_or_else(|| ApiError::missing("CidrBlock"))?;
        let block = cidr::vpc(block)?;
        let tags = TagsToSet::parse(&input.tag_specifications, &["vpc"])?;
        let mut edit = Edit::new();
        quota::per_region::<Vpc>(call, &mut edit, limits::VPCS, "VpcLimitExceeded", "VPCs")?;
        let new =
            defaults::add_vpc(&mut edit, call.region.facts, &call.account, block, false, call.now_ms, call.world());
        tags.set(&mut edit, &call.account, &new.id, "vpc");
        Plan::change(edit, move |view| {
            let vpc = view.made::<Vpc>(&new.id)?;
            Ok(ec2::CreateVpcResult {
                vpc: Some(ec2::Vpc { state: Some("pending".into()), ..super::shown(view, &vpc) }),
            })
        })
    }
}

//! CreateSubnet.

use model::{
    ApiError, cidr, limits,
    records::{Subnet, Vpc},
};
use wire::ec2;

use super::{default_acl, zone_named};
use crate::{
    action::{Action, Call, Output, Plan},
    actions::quota,
    defaults,
    edit::Edit,
    lookup,
    tagging::TagsToSet,
};

pub struct CreateSubnet;

impl Action for CreateSubnet {
    type Input = ec2::CreateSubnetRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let vpc = lookup::required::<Vpc>(&call.view, "VpcId", input.vpc_id.as_deref())?;
        let block = input.cidr_block.as_deref().ok_or_else(|| ApiError::missing("CidrBlock"))?;
        let tags = TagsToSet::parse(&input.tag_specifications, &["subnet"])?;
        let region = call.region.facts;
        let zone = zone_named(region, input.availability_zone.as_deref(), input.availability_zone_id.as_deref())?;
        let zone = zone.unwrap_or(&region.zones[0]);
        let blocks: Vec<_> = vpc.cidrs.iter().map(|block| block.cidr).collect();
        let others = call.view.find::<Subnet>("vpc", &vpc.id).map(|subnet| subnet.cidr);
        let block = cidr::subnet(block, &blocks, others)?;
        quota::check(
            call.view.count::<Subnet>("vpc", &vpc.id),
            limits::SUBNETS_PER_VPC,
            "SubnetLimitExceeded",
            "subnets",
        )?;
        let mut edit = Edit::new();
        // Blocks that overlap are not the same claim, so subnets of one VPC are made one at a time.
        quota::take_turns(&mut edit, &vpc);
        let acl = default_acl(&call.view, &vpc.id)?;
        let id = defaults::add_subnet(
            &mut edit,
            &call.account,
            &vpc.id,
            &acl,
            block,
            zone.name,
            false,
            call.now_ms,
            call.world(),
        );
        tags.set(&mut edit, &call.account, &id, "subnet");
        Plan::change(edit, move |view| {
            let subnet = view.made::<Subnet>(&id)?;
            Ok(ec2::CreateSubnetResult { subnet: Some(super::shown(view, region, &subnet)) })
        })
    }
}

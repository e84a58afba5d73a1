//! CreateDefaultSubnet: for a zone whose default subnet was deleted. Its block is any free /20 of the default VPC.

use model::{ApiError, cidr, records::Subnet};
use wire::ec2;

use super::{default_acl, zone_named};
use crate::{
    action::{Action, Call, Output, Plan},
    actions::quota,
    defaults,
    edit::Edit,
};

pub struct CreateDefaultSubnet;

/// The size that AWS gives default subnets.
const PREFIX_LENGTH: u8 = 20;

impl Action for CreateDefaultSubnet {
    type Input = ec2::CreateDefaultSubnetRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let region = call.region.facts;
        let zone = zone_named(region, input.availability_zone.as_deref(), input.availability_zone_id.as_deref())?;
        let zone = zone.ok_or_else(|| ApiError::missing("AvailabilityZone"))?;
        let vpc = defaults::default_vpc(&call.view).ok_or_else(|| {
            ApiError::new("DefaultVpcDoesNotExist", "No default VPC exists for this account in this region.")
        })?;
        let subnets: Vec<_> = call.view.find::<Subnet>("vpc", &vpc.id).collect();
        if let Some(known) = subnets.iter().find(|subnet| subnet.default_for_az && subnet.zone == zone.name) {
            return Err(ApiError::new(
                "DefaultSubnetAlreadyExistsInAvailabilityZone",
                format!("'{}' is already the default subnet in {}.", known.id, zone.name),
            ));
        }
        let blocks = vpc.cidr().subnets(PREFIX_LENGTH).map_err(ApiError::internal)?;
        let free = blocks.into_iter().find(|block| !subnets.iter().any(|subnet| cidr::overlap(subnet.cidr, *block)));
        let block = free.ok_or_else(|| {
            ApiError::new(
                "InsufficientCidrBlocks",
                format!("The default VPC '{}' has no free /{PREFIX_LENGTH} CIDR block for a subnet.", vpc.id),
            )
        })?;
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
            true,
            call.now_ms,
            call.world(),
        );
        Plan::change(edit, move |view| {
            let subnet = view.made::<Subnet>(&id)?;
            Ok(ec2::CreateDefaultSubnetResult { subnet: Some(super::shown(view, region, &subnet)) })
        })
    }
}

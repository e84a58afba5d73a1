//! Subnets.

mod create_default_subnet;
mod create_subnet;
mod delete_subnet;
mod describe_subnets;
mod modify_subnet_attribute;

pub use create_default_subnet::CreateDefaultSubnet;
pub use create_subnet::CreateSubnet;
pub use delete_subnet::DeleteSubnet;
pub use describe_subnets::DescribeSubnets;
pub use modify_subnet_attribute::ModifySubnetAttribute;

use model::{
    ApiError, cidr,
    facts::regions::{Region, Zone},
    records::{NetworkAcl, NetworkInterface, Subnet},
};
use wire::ec2;

use crate::{tagging, view::AccountView};

/// A subnet as answers show it.
pub fn shown(view: &AccountView, region: &Region, subnet: &Subnet) -> ec2::Subnet {
    ec2::Subnet {
        availability_zone: Some(subnet.zone.clone()),
        availability_zone_id: region.zone(&subnet.zone).map(|zone| zone.id.to_owned()),
        available_ip_address_count: Some(free_addresses(view, subnet).into()),
        assign_ipv6_address_on_creation: Some(false),
        cidr_block: Some(subnet.cidr.to_string()),
        default_for_az: Some(subnet.default_for_az),
        enable_dns64: Some(false),
        ipv6_native: Some(false),
        map_customer_owned_ip_on_launch: Some(false),
        map_public_ip_on_launch: Some(subnet.map_public_ip_on_launch),
        owner_id: Some(subnet.account.to_string()),
        private_dns_name_options_on_launch: Some(ec2::PrivateDnsNameOptionsOnLaunch {
            hostname_type: Some(subnet.hostname_type.clone()),
            enable_resource_name_dns_a_record: Some(subnet.resource_name_a_record),
            enable_resource_name_dns_aaaa_record: Some(false),
        }),
        state: Some("available".into()),
        subnet_arn: Some(arn(region, subnet)),
        subnet_id: Some(subnet.id.to_string()),
        tags: tagging::shown(view, &subnet.id),
        vpc_id: Some(subnet.vpc.to_string()),
        ..ec2::Subnet::default()
    }
}

fn arn(region: &Region, subnet: &Subnet) -> String {
    format!("arn:aws:ec2:{}:{}:subnet/{}", region.name, subnet.account, subnet.id)
}

/// How many more addresses interfaces can have in the subnet. Counted by index: nearly every interface has one address.
fn free_addresses(view: &AccountView, subnet: &Subnet) -> u32 {
    let interfaces = view.count::<NetworkInterface>("subnet", &subnet.id);
    let several = view.find::<NetworkInterface>("subnet-of-several", &subnet.id);
    let secondary: usize = several.map(|interface| interface.addresses.len() - 1).sum();
    cidr::host_count(subnet.cidr).saturating_sub((interfaces + secondary) as u32)
}

/// The zone that a request names, if it does.
fn zone_named(
    region: &'static Region,
    name: Option<&str>,
    id: Option<&str>,
) -> Result<Option<&'static Zone>, ApiError> {
    let refused = |parameter: &str, value: &str, all: Vec<&str>| {
        ApiError::invalid_value(
            parameter,
            value,
            &format!("Subnets can currently only be created in the following availability zones: {}.", all.join(", ")),
        )
    };
    match (name, id) {
        (Some(_), Some(_)) => Err(ApiError::combination(
            "The parameters availabilityZone and availabilityZoneId cannot be used together.",
        )),
        (Some(name), None) => match region.zone(name) {
            Some(zone) => Ok(Some(zone)),
            None => Err(refused("availabilityZone", name, region.zones.iter().map(|zone| zone.name).collect())),
        },
        (None, Some(id)) => match region.zone_by_id(id) {
            Some(zone) => Ok(Some(zone)),
            None => Err(refused("availabilityZoneId", id, region.zones.iter().map(|zone| zone.id).collect())),
        },
        (None, None) => Ok(None),
    }
}

/// The network ACL that a VPC's new subnets have.
fn default_acl(view: &AccountView, vpc: &str) -> Result<model::NetworkAclId, ApiError> {
    let acl = view.find::<NetworkAcl>("vpc", vpc).find(|acl| acl.is_default);
    acl.map(|acl| acl.id.clone()).ok_or_else(|| ApiError::internal("the VPC has no default network ACL"))
}

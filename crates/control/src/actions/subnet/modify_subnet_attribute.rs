//! ModifySubnetAttribute: one attribute in each request. What it says of IPv6 and Outposts is refused by name.

use model::{ApiError, records::Subnet};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    lookup,
};

pub struct ModifySubnetAttribute;

impl Action for ModifySubnetAttribute {
    type Input = ec2::ModifySubnetAttributeRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let subnet = lookup::required::<Subnet>(&call.view, "SubnetId", input.subnet_id.as_deref())?;
        check_one(input)?;
        let mut after = subnet.record.clone();
        let value = |attribute: &Option<ec2::AttributeBooleanValue>| attribute.as_ref().and_then(|a| a.value);
        if let Some(value) = value(&input.map_public_ip_on_launch) {
            after.map_public_ip_on_launch = value;
        }
        if let Some(value) = value(&input.enable_resource_name_dns_a_record_on_launch) {
            after.resource_name_a_record = value;
        }
        if let Some(kind) = &input.private_dns_hostname_type_on_launch {
            after.hostname_type = kind.clone();
        }
        let mut edit = Edit::new();
        edit.update(&subnet, &after);
        Plan::change(edit, |_| Ok(ec2::ModifySubnetAttributeResult {}))
    }
}

fn check_one(input: &ec2::ModifySubnetAttributeRequest) -> Result<(), ApiError> {
    let given = [
        ("assignIpv6AddressOnCreation", input.assign_ipv6_address_on_creation.is_some()),
        ("customerOwnedIpv4Pool", input.customer_owned_ipv4_pool.is_some()),
        ("disableLniAtDeviceIndex", input.disable_lni_at_device_index.is_some()),
        ("enableDns64", input.enable_dns64.is_some()),
        ("enableLniAtDeviceIndex", input.enable_lni_at_device_index.is_some()),
        ("enableResourceNameDnsAAAARecordOnLaunch", input.enable_resource_name_dns_aaaa_record_on_launch.is_some()),
        ("enableResourceNameDnsARecordOnLaunch", input.enable_resource_name_dns_a_record_on_launch.is_some()),
        ("mapCustomerOwnedIpOnLaunch", input.map_customer_owned_ip_on_launch.is_some()),
        ("mapPublicIpOnLaunch", input.map_public_ip_on_launch.is_some()),
        ("privateDnsHostnameTypeOnLaunch", input.private_dns_hostname_type_on_launch.is_some()),
    ];
    let names: Vec<&str> = given.into_iter().filter(|(_, given)| *given).map(|(name, _)| name).collect();
    match names.as_slice() {
        [_] => Ok(()),
        [] => Err(ApiError::combination("No attributes specified.")),
        several => Err(ApiError::combination(format!(
            "Only one subnet attribute can be modified at a time. Provided attributes: [{}]",
            several.join(", ")
        ))),
    }
}

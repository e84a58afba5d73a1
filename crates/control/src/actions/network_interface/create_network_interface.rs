//! CreateNetworkInterface.

use std::net::Ipv4Addr;

use model::{
    ApiError, limits,
    records::{NetworkInterface, Subnet},
};
use wire::ec2;

use super::{
    allocate::{NewInterface, add_interface, pick_private},
    attachment::MAX_ADDRESSES,
    groups,
};
use crate::{
    action::{Action, Call, Output, Plan},
    actions::quota,
    edit::Edit,
    lookup,
    tagging::TagsToSet,
};

pub struct CreateNetworkInterface;

impl Action for CreateNetworkInterface {
    type Input = ec2::CreateNetworkInterfaceRequest;
    const TOKEN: bool = true;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let subnet = lookup::required::<Subnet>(&call.view, "SubnetId", input.subnet_id.as_deref())?;
        let groups = groups::for_subnet(&call.view, &subnet, &input.groups)?;
        let tags = TagsToSet::parse(&input.tag_specifications, &["network-interface"])?;
        let wanted = Wanted::of(input)?;
        quota::check(
            call.view.owned::<NetworkInterface>(),
            limits::NETWORK_INTERFACES,
            "NetworkInterfaceLimitExceeded",
            "network interfaces",
        )?;
        let mut edit = Edit::new();
        let mut addresses = vec![pick_private(call, &subnet, wanted.primary, &mut edit)?];
        for address in wanted.secondary {
            addresses.push(pick_private(call, &subnet, address, &mut edit)?);
        }
        let interface = add_interface(
            call,
            &mut edit,
            NewInterface {
                subnet: &subnet,
                addresses,
                public: None,
                groups: &groups,
                description: input.description.clone().unwrap_or_default(),
                source_dest_check: true,
                attachment: None,
                tags: tags.of("network-interface"),
            },
        );
        let (id, region, token) = (interface.id.to_string(), call.region.facts, call.client_token.clone());
        Plan::make(edit, vec![id.clone()], move |view| {
            let shown = super::shown(view, region, &*view.made::<NetworkInterface>(&id)?);
            let shown = ec2::NetworkInterface { status: Some("pending".into()), ..shown };
            Ok(ec2::CreateNetworkInterfaceResult { network_interface: Some(shown), client_token: token })
        })
    }

    fn repeat(call: &Call, ids: &[String]) -> Result<Output<Self>, ApiError> {
        let interface = lookup::one::<NetworkInterface>(&call.view, ids.first().map_or("", String::as_str))?;
        Ok(ec2::CreateNetworkInterfaceResult {
            network_interface: Some(super::shown(&call.view, call.region.facts, &interface)),
            client_token: call.client_token.clone(),
        })
    }
}

/// The private addresses that a request asks for; `None` is any.
#[derive(Debug, PartialEq, Eq)]
struct Wanted {
    primary: Option<Ipv4Addr>,
    secondary: Vec<Option<Ipv4Addr>>,
}

impl Wanted {
    /// PrivateIpAddress and PrivateIpAddresses may both speak of the primary address, but of one only.
    fn of(input: &ec2::CreateNetworkInterfaceRequest) -> Result<Self, ApiError> {
        let count = input.secondary_private_ip_address_count;
        if count.is_some() && !input.private_ip_addresses.is_empty() {
            return Err(ApiError::combination(
                "The parameters privateIpAddresses and secondaryPrivateIpAddressCount may not be specified together.",
            ));
        }
        let mut primary = input.private_ip_address.as_deref().map(super::private_address).transpose()?;
        let mut secondary = Vec::new();
        let mut named_primary = false;
        for address in &input.private_ip_addresses {
            let text = address.private_ip_address.as_deref();
            let parsed =
                super::private_address(text.ok_or_else(|| ApiError::missing("PrivateIpAddresses.PrivateIpAddress"))?)?;
            if address.primary == Some(true) {
                if named_primary || primary.is_some_and(|primary| primary != parsed) {
                    return Err(ApiError::combination(
                        "Only one primary private IP address can be specified for a network interface.",
                    ));
                }
                named_primary = true;
                primary = Some(parsed);
            } else {
                secondary.push(Some(parsed));
            }
        }
        if let Some(count) = count {
            let count = usize::try_from(count).map_err(|_| {
                ApiError::invalid_value("secondaryPrivateIpAddressCount", count, "It must not be negative.")
            })?;
            secondary.resize(count.min(MAX_ADDRESSES), None);
        }
        if secondary.len() >= MAX_ADDRESSES {
            return Err(ApiError::new(
                "PrivateIpAddressLimitExceeded",
                format!("The number of private IP addresses exceeds the limit of {MAX_ADDRESSES} for an interface."),
            ));
        }
        Ok(Self { primary, secondary })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(primary: Option<&str>, each: &[(&str, bool)], count: Option<i64>) -> Result<Wanted, String> {
        let address = |(text, primary): &(&str, bool)| ec2::PrivateIpAddressSpecification {
            private_ip_address: Some((*text).to_owned()),
            primary: Some(*primary),
        };
        let input = ec2::CreateNetworkInterfaceRequest {
            private_ip_address: primary.map(str::to_owned),
            private_ip_addresses: each.iter().map(address).collect(),
            secondary_private_ip_address_count: count,
            ..Default::default()
        };
        Wanted::of(&input).map_err(|error| error.code.into_owned())
    }

    #[test]
    fn addresses_are_named_in_several_ways() {
        let ip = |last| Some(Ipv4Addr::new(10, 0, 0, last));
        let check = |got: Result<Wanted, String>, primary, secondary: &[_]| {
            assert_eq!(got, Ok(Wanted { primary, secondary: secondary.to_vec() }));
        };
        check(wanted(None, &[], None), None, &[]);
        check(wanted(Some("10.0.0.5"), &[], Some(2)), ip(5), &[None, None]);
        check(wanted(None, &[("10.0.0.5", true), ("10.0.0.6", false)], None), ip(5), &[ip(6)]);
        check(wanted(Some("10.0.0.5"), &[("10.0.0.5", true)], None), ip(5), &[]);
        check(wanted(None, &[("10.0.0.6", false)], None), None, &[ip(6)]);
        for (refused, code) in [
            (wanted(Some("10.0.0.4"), &[("10.0.0.5", true)], None), "InvalidParameterCombination"),
            (wanted(None, &[("10.0.0.4", true), ("10.0.0.5", true)], None), "InvalidParameterCombination"),
            (wanted(None, &[("10.0.0.4", false)], Some(1)), "InvalidParameterCombination"),
            (wanted(None, &[], Some(-1)), "InvalidParameterValue"),
            (wanted(None, &[], Some(1 << 40)), "PrivateIpAddressLimitExceeded"),
            (wanted(Some("10.0.0"), &[], None), "InvalidParameterValue"),
        ] {
            assert_eq!(refused, Err(code.to_owned()));
        }
    }
}

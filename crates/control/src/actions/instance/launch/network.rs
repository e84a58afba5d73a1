//! Where a launch goes: the subnet, the groups, and the primary interface.

use std::{net::Ipv4Addr, sync::Arc};

use model::{ApiError, facts::regions, records::*};
use wire::ec2;

use crate::{action::Call, defaults, lookup, view::Row};

pub struct Network {
    pub subnet: Arc<Row<Subnet>>,
    pub vpc: Arc<Row<Vpc>>,
    pub groups: Vec<Arc<Row<SecurityGroup>>>,
    /// The primary private address, for a launch of one.
    pub private: Option<Ipv4Addr>,
    /// Further private addresses that were named.
    pub secondary: Vec<Ipv4Addr>,
    /// How many further private addresses are to be picked.
    pub secondary_count: usize,
    pub public: bool,
    /// An interface that is there already, to be the primary one.
    pub existing: Option<Arc<Row<NetworkInterface>>>,
    pub delete_on_termination: bool,
    pub description: String,
    /// Further interfaces by device index; they have none themselves.
    pub others: Vec<(u8, Network)>,
}

impl Network {
    pub fn of(call: &Call, input: &ec2::RunInstancesRequest) -> Result<Self, ApiError> {
        let interfaces = interfaces(input)?;
        let primary = interfaces.first().map(|(_, interface)| *interface);
        let mut network = Self::of_interface(call, input, primary)?;
        for (index, interface) in interfaces.iter().skip(1) {
            let other = Self::of_interface(call, input, Some(*interface))?;
            if other.vpc.id != network.vpc.id || other.subnet.zone != network.subnet.zone {
                return Err(ApiError::combination(format!(
                    "The subnets {} and {} are not in the same VPC and Availability Zone, as those of an instance must be.",
                    network.subnet.id, other.subnet.id
                )));
            }
            network.others.push((*index, other));
        }
        if !network.others.is_empty() {
            // AWS gives a public address only to the one interface of an instance.
            network.public = false;
            network.others.iter_mut().for_each(|(_, other)| other.public = false);
        }
        Ok(network)
    }

    /// This and the further interfaces, with the device index of each.
    pub fn all(&self) -> impl Iterator<Item = (u8, &Self)> {
        std::iter::once((0, self)).chain(self.others.iter().map(|(index, other)| (*index, other)))
    }

    /// How many addresses each instance's interface takes.
    pub fn addresses(&self) -> usize {
        match &self.existing {
            Some(interface) => interface.addresses.len(),
            None => 1 + self.secondary.len() + self.secondary_count,
        }
    }

    fn of_interface(
        call: &Call,
        input: &ec2::RunInstancesRequest,
        interface: Option<&ec2::InstanceNetworkInterfaceSpecification>,
    ) -> Result<Self, ApiError> {
        if let Some(id) = interface.and_then(|interface| interface.network_interface_id.as_deref()) {
            return existing(call, input, interface, id);
        }
        let subnet_id = interface.and_then(|i| i.subnet_id.as_deref()).or(input.subnet_id.as_deref());
        let subnet = subnet(call, subnet_id.filter(|id| !id.is_empty()), input.placement.as_ref())?;
        let vpc = lookup::one::<Vpc>(&call.view, &subnet.vpc)?;
        let ids = interface.map_or(input.security_group_ids.as_slice(), |interface| interface.groups.as_slice());
        let groups = groups(call, &vpc, &subnet, ids, &input.security_groups)?;
        let (private, secondary) = addresses(input, interface)?;
        let public = interface.and_then(|interface| interface.associate_public_ip_address);
        Ok(Self {
            public: public.unwrap_or(subnet.map_public_ip_on_launch),
            private,
            secondary,
            secondary_count: interface.and_then(|interface| interface.secondary_private_ip_address_count).map_or(
                Ok(0),
                |count| {
                    usize::try_from(count)
                        .map_err(|_| ApiError::invalid_value("secondaryPrivateIpAddressCount", count, ""))
                },
            )?,
            existing: None,
            delete_on_termination: interface.and_then(|i| i.delete_on_termination).unwrap_or(true),
            description: interface.and_then(|i| i.description.clone()).unwrap_or_default(),
            others: Vec::new(),
            subnet,
            vpc,
            groups,
        })
    }
}

type Given<'r> = (u8, &'r ec2::InstanceNetworkInterfaceSpecification);

/// The elements of NetworkInterfaces in order of device index; the first one, if there is one, has the index 0.
fn interfaces(input: &ec2::RunInstancesRequest) -> Result<Vec<Given<'_>>, ApiError> {
    let mut given: Vec<Given<'_>> = Vec::new();
    for (number, interface) in (1..).zip(&input.network_interfaces) {
        let index = match interface.device_index {
            Some(index) => u8::try_from(index).map_err(|_| {
                let parameter = format!("networkInterface.{number}.deviceIndex");
                ApiError::invalid_value(&parameter, index, "It must be between 0 and 255.")
            })?,
            None if interface.network_interface_id.is_some() && input.network_interfaces.len() == 1 => 0,
            None => return Err(ApiError::missing(&format!("NetworkInterface.{number}.DeviceIndex"))),
        };
        if given.iter().any(|(known, _)| *known == index) {
            return Err(ApiError::invalid_parameter(format!(
                "Each network interface requires a unique device index: {index} is given more than once."
            )));
        }
        if input.network_interfaces.len() > 1 && interface.associate_public_ip_address == Some(true) {
            return Err(ApiError::combination(
                "The associatePublicIPAddress parameter cannot be specified when launching with multiple network interfaces.",
            ));
        }
        given.push((index, interface));
    }
    given.sort_by_key(|(index, _)| *index);
    let Some((first, _)) = given.first() else { return Ok(given) };
    if *first != 0 {
        return Err(ApiError::invalid_value(
            "networkInterface.1.deviceIndex",
            first,
            "The primary network interface must have index 0.",
        ));
    }
    let conflict = |what: &str| {
        Err(ApiError::combination(format!("Network interfaces and {what} may not be specified on the same request")))
    };
    if input.subnet_id.as_deref().is_some_and(|id| !id.is_empty()) {
        return conflict("an instance-level subnet ID");
    }
    if !input.security_group_ids.is_empty() || !input.security_groups.is_empty() {
        return conflict("an instance-level security groups");
    }
    if input.private_ip_address.is_some() {
        return conflict("an instance-level private IP address");
    }
    Ok(given)
}

fn existing(
    call: &Call,
    input: &ec2::RunInstancesRequest,
    interface: Option<&ec2::InstanceNetworkInterfaceSpecification>,
    id: &str,
) -> Result<Network, ApiError> {
    let specification = interface.cloned().unwrap_or_default();
    let named = specification.subnet_id.is_some()
        || !specification.groups.is_empty()
        || specification.private_ip_address.is_some()
        || !specification.private_ip_addresses.is_empty()
        || specification.associate_public_ip_address.is_some();
    if named {
        return Err(ApiError::combination(
            "A network interface may not specify both a network interface ID and a subnet, security groups or addresses",
        ));
    }
    if input.max_count != Some(1) {
        return Err(ApiError::combination("You may only launch one instance with an existing network interface"));
    }
    let row = lookup::one::<NetworkInterface>(&call.view, id)?;
    if row.attachment.is_some() {
        return Err(ApiError::new("InvalidNetworkInterface.InUse", format!("The interface {id} is in use.")));
    }
    if specification.delete_on_termination == Some(true) {
        return Err(ApiError::invalid_parameter(
            "A network interface that was made before the launch can't be deleted on termination; modify it afterwards.",
        ));
    }
    let subnet = lookup::one::<Subnet>(&call.view, &row.subnet)?;
    Ok(Network {
        vpc: lookup::one::<Vpc>(&call.view, &subnet.vpc)?,
        groups: Vec::new(),
        private: None,
        secondary: Vec::new(),
        secondary_count: 0,
        public: false,
        delete_on_termination: false,
        description: String::new(),
        others: Vec::new(),
        existing: Some(row),
        subnet,
    })
}

/// The zone that was asked for, by name or id.
fn zone(call: &Call, placement: Option<&ec2::Placement>) -> Result<Option<&'static regions::Zone>, ApiError> {
    let Some(placement) = placement else { return Ok(None) };
    let facts = call.region.facts;
    let refused = |text: &str| ApiError::invalid_parameter(format!("Invalid availability zone: [{text}]"));
    let by_name = placement.availability_zone.as_deref().filter(|name| !name.is_empty());
    let by_id = placement.availability_zone_id.as_deref().filter(|id| !id.is_empty());
    match (by_name, by_id) {
        (None, None) => Ok(None),
        (Some(name), None) => facts.zone(name).map(Some).ok_or_else(|| refused(name)),
        (None, Some(id)) => facts.zone_by_id(id).map(Some).ok_or_else(|| refused(id)),
        (Some(_), Some(_)) => Err(ApiError::combination(
            "AvailabilityZone and AvailabilityZoneId may not be specified on the same request",
        )),
    }
}

fn subnet(call: &Call, id: Option<&str>, placement: Option<&ec2::Placement>) -> Result<Arc<Row<Subnet>>, ApiError> {
    let zone = zone(call, placement)?;
    if let Some(id) = id {
        let subnet = lookup::one::<Subnet>(&call.view, id)?;
        if let Some(zone) = zone.filter(|zone| zone.name != subnet.zone) {
            return Err(ApiError::invalid_parameter(format!(
                "The availability zone of the specified subnet ({}) does not match the specified availability zone ({})",
                subnet.zone, zone.name
            )));
        }
        return Ok(subnet);
    }
    let vpc = defaults::default_vpc(&call.view)
        .ok_or_else(|| ApiError::new("MissingInput", "No default VPC for this user: specify a subnet."))?;
    let mut subnets: Vec<&Arc<Row<Subnet>>> = call
        .view
        .find::<Subnet>("vpc", &vpc.id)
        .filter(|s| s.default_for_az && zone.is_none_or(|z| z.name == s.zone))
        .collect();
    subnets.sort_by(|a, b| a.zone.cmp(&b.zone));
    subnets.first().map(|subnet| (*subnet).clone()).ok_or_else(|| {
        let place = zone.map_or_else(String::new, |zone| format!(" in availability zone '{}'", zone.name));
        ApiError::new(
            "MissingInput",
            format!("No subnets found for the default VPC '{}'{place}. Please specify a subnet.", vpc.id),
        )
    })
}

/// Groups by id, and by name in the default VPC; the VPC's default group when none is named.
fn groups(
    call: &Call,
    vpc: &Row<Vpc>,
    subnet: &Subnet,
    ids: &[String],
    names: &[String],
) -> Result<Vec<Arc<Row<SecurityGroup>>>, ApiError> {
    let by_name = |name: &str| {
        call.view.find::<SecurityGroup>("vpc", &vpc.id).find(|group| group.name == name).cloned().ok_or_else(|| {
            ApiError::new(
                "InvalidGroup.NotFound",
                format!("The security group '{name}' does not exist in VPC '{}'", vpc.id),
            )
        })
    };
    if !names.is_empty() && !vpc.is_default {
        return Err(ApiError::combination("The parameter groupName cannot be used with the parameter subnet"));
    }
    let mut groups = Vec::new();
    for id in ids {
        let group = lookup::one::<SecurityGroup>(&call.view, id)?;
        if group.vpc != vpc.id {
            return Err(ApiError::new(
                "InvalidParameter",
                format!("Security group {id} and subnet {} belong to different networks.", subnet.id),
            ));
        }
        groups.push(group);
    }
    for name in names {
        groups.push(by_name(name)?);
    }
    if groups.is_empty() {
        groups.push(by_name("default")?);
    }
    let mut seen = std::collections::HashSet::new();
    groups.retain(|group| seen.insert(group.id.clone()));
    if groups.len() > MAX_GROUPS {
        return Err(ApiError::new(
            "SecurityGroupsPerInterfaceLimitExceeded",
            format!(
                "You have exceeded the maximum number of security groups allowed per network interface: {MAX_GROUPS}."
            ),
        ));
    }
    Ok(groups)
}

/// AWS's default quota of groups on an interface.
const MAX_GROUPS: usize = 5;

/// The private addresses that were named: the primary one, and others.
fn addresses(
    input: &ec2::RunInstancesRequest,
    interface: Option<&ec2::InstanceNetworkInterfaceSpecification>,
) -> Result<(Option<Ipv4Addr>, Vec<Ipv4Addr>), ApiError> {
    let parse = |text: &str| {
        text.parse::<Ipv4Addr>()
            .map_err(|_| ApiError::invalid_value("privateIpAddress", text, "It is not an IPv4 address."))
    };
    let single = interface.map_or(input.private_ip_address.as_deref(), |i| i.private_ip_address.as_deref());
    let mut primary = single.map(parse).transpose()?;
    let mut secondary = Vec::new();
    for address in interface.iter().flat_map(|interface| &interface.private_ip_addresses) {
        let text = address.private_ip_address.as_deref().ok_or_else(|| ApiError::missing("PrivateIpAddress"))?;
        let parsed = parse(text)?;
        if address.primary == Some(true) {
            if primary.is_some_and(|known| known != parsed) {
                return Err(ApiError::invalid_parameter("Only one primary private IP address can be specified."));
            }
            primary = Some(parsed);
        } else {
            secondary.push(parsed);
        }
    }
    let named = primary.is_some() || !secondary.is_empty();
    if named && input.max_count != Some(1) {
        return Err(ApiError::combination(
            "A private IP address may only be specified when a single instance is launched",
        ));
    }
    Ok((primary, secondary))
}

//! What a route leads to, as CreateRoute and ReplaceRoute name it.

use ipnet::{IpNet, Ipv4Net};
use model::{
    ApiError, cidr,
    ids::is_well_formed,
    instance::InstanceState,
    records::{Instance, InternetGateway, NetworkInterface, RouteTable, RouteTarget, Vpc},
};

use crate::{
    action::Call,
    actions::refusals::different_networks,
    lookup::{self, Named},
};

/// The targets that a request gives for a route.
pub(super) struct Asked<'r> {
    pub gateway: Option<&'r str>,
    pub interface: Option<&'r str>,
    pub instance: Option<&'r str>,
}

/// The block that a request calls `destinationCidrBlock`, in its canonical form.
pub(super) fn destination(text: Option<&str>) -> Result<IpNet, ApiError> {
    let text = text.ok_or_else(|| ApiError::missing("DestinationCidrBlock"))?;
    Ok(IpNet::V4(cidr::block("destinationCidrBlock", text)?))
}

/// The one target of a route in `table` to `destination`.
pub(super) fn of(
    call: &Call,
    table: &RouteTable,
    destination: IpNet,
    asked: &Asked<'_>,
) -> Result<RouteTarget, ApiError> {
    const ONE: &str = "The request must contain exactly one of gatewayId, networkInterfaceId, instanceId";
    match (asked.gateway, asked.interface, asked.instance) {
        (Some(id), None, None) => gateway(call, table, destination, id),
        (None, Some(id), None) => interface(call, table, id),
        (None, None, Some(id)) => instance(call, table, id),
        (None, None, None) => Err(ApiError::new("MissingParameter", ONE)),
        _ => Err(ApiError::combination(ONE)),
    }
}

fn gateway(call: &Call, table: &RouteTable, destination: IpNet, id: &str) -> Result<RouteTarget, ApiError> {
    let gateway = is_well_formed("igw", id).then(|| call.view.get::<InternetGateway>(id)).flatten();
    let gateway = gateway
        .ok_or_else(|| ApiError::new("InvalidGatewayID.NotFound", format!("The gateway ID '{id}' does not exist")))?;
    if gateway.vpc.as_ref() != Some(&table.vpc) {
        return Err(different_networks(
            "InvalidParameterValue",
            format_args!("route table {}", table.id),
            format_args!("network gateway {id}"),
        ));
    }
    let blocks = call.view.held::<Vpc>(&table.vpc).map_or(&[][..], |vpc| &vpc.cidrs);
    if let IpNet::V4(destination) = destination
        && blocks.iter().any(|block| within(destination, block.cidr))
    {
        return Err(ApiError::invalid_parameter(format!(
            "The destination CIDR block {destination} is equal to or more specific than one of this VPC's CIDR blocks. \
             This route can target only an interface or an instance."
        )));
    }
    Ok(RouteTarget::InternetGateway(gateway.id.clone()))
}

fn within(inner: Ipv4Net, outer: Ipv4Net) -> bool {
    outer.contains(&inner)
}

fn interface(call: &Call, table: &RouteTable, id: &str) -> Result<RouteTarget, ApiError> {
    let interface = lookup::one::<NetworkInterface>(&call.view, id)?;
    if interface.vpc != table.vpc {
        return Err(different_networks(
            "InvalidParameterValue",
            format_args!("route table {}", table.id),
            format_args!("interface {id}"),
        ));
    }
    Ok(RouteTarget::NetworkInterface(interface.id.clone()))
}

fn instance(call: &Call, table: &RouteTable, id: &str) -> Result<RouteTarget, ApiError> {
    let instance = lookup::one::<Instance>(&call.view, id)?;
    if matches!(call.view.state(&instance), InstanceState::ShuttingDown | InstanceState::Terminated) {
        return Err(Instance::NOUN.not_found(id));
    }
    let mut interfaces = call.view.find::<NetworkInterface>("instance", id);
    match (interfaces.next(), interfaces.next()) {
        (Some(only), None) => interface(call, table, &only.id),
        (None, _) => Err(ApiError::new("InvalidInstanceID", format!("The instance '{id}' has no network interface."))),
        (Some(_), Some(_)) => Err(several_interfaces(id)),
    }
}

/// The refusal of an instance where an interface is meant and there are several.
pub(in crate::actions) fn several_interfaces(instance: &str) -> ApiError {
    ApiError::new(
        "InvalidInstanceID",
        format!(
            "There are multiple interfaces attached to instance '{instance}'. Please specify an interface ID for the \
             operation instead."
        ),
    )
}

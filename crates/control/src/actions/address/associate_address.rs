//! AssociateAddress: the address becomes the public one of an interface's private address.

use std::sync::Arc;

use model::{
    ApiError, AssociationId,
    instance::InstanceState,
    records::{Address, Instance, InternetGateway, NetworkInterface},
};
use wire::ec2;

use super::associations::Associations;
use crate::{
    action::{Action, Call, Output, Plan},
    actions::{network_interface::private_address, route_table::several_interfaces},
    edit::Edit,
    lookup,
    view::Row,
};

pub struct AssociateAddress;

impl Action for AssociateAddress {
    type Input = ec2::AssociateAddressRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let address = address(call, input)?;
        let interface = interface(call, input)?;
        let private = match input.private_ip_address.as_deref() {
            None => interface.primary().private,
            Some(text) => private_address(text)?,
        };
        let Some(held) = interface.addresses.iter().find(|known| known.private == private) else {
            return Err(ApiError::invalid_parameter(format!(
                "The private IP address {private} is not assigned to the network interface '{}'.",
                interface.id
            )));
        };
        let gateway = call.view.find::<InternetGateway>("vpc", &interface.vpc).next().ok_or_else(|| {
            ApiError::new(
                "Gateway.NotAttached",
                format!("Network {} is not attached to any internet gateway", interface.vpc),
            )
        })?;
        // Asking for what is already so is no mistake.
        if let Some(known) = &address.association
            && known.interface == interface.id
            && known.private == private
        {
            return Ok(Plan::Answer(answer(&known.id)));
        }
        if input.allow_reassociation == Some(false) {
            if let Some(known) = &address.association {
                return Err(already(&address.id, &known.id));
            }
            if let Some(known) = held.association.as_ref().and_then(|public| public.association.as_ref()) {
                return Err(already(&interface.id, known));
            }
        }
        let id = AssociationId::from_random(call.random());
        let mut changes = Associations::new(&call.view);
        changes.part(&address);
        changes.join(&address, &interface, private, &id);
        let mut edit = Edit::new();
        edit.alive(gateway);
        changes.write(&mut edit);
        Plan::change(edit, move |_| Ok(answer(&id)))
    }
}

fn answer(id: &AssociationId) -> ec2::AssociateAddressResult {
    ec2::AssociateAddressResult { association_id: Some(id.to_string()) }
}

fn already(resource: &str, association: &AssociationId) -> ApiError {
    ApiError::new(
        "Resource.AlreadyAssociated",
        format!("resource {resource} is already associated with associate-id {association}"),
    )
}

fn address(call: &Call, input: &ec2::AssociateAddressRequest) -> Result<Arc<Row<Address>>, ApiError> {
    match (&input.allocation_id, &input.public_ip) {
        (Some(_), Some(_)) => {
            Err(ApiError::combination("You may specify public IP or allocation id, but not both in the same call"))
        }
        (None, Some(public)) => super::by_public(&call.view, public),
        (id, None) => lookup::required(&call.view, "AllocationId", id.as_deref()),
    }
}

fn interface(call: &Call, input: &ec2::AssociateAddressRequest) -> Result<Arc<Row<NetworkInterface>>, ApiError> {
    match (&input.instance_id, &input.network_interface_id) {
        (Some(_), Some(_)) => Err(ApiError::combination(
            "You may specify instance id or network interface id, but not both in the same call",
        )),
        (None, None) => Err(ApiError::new(
            "MissingParameter",
            "Either 'InstanceId' or 'NetworkInterfaceId' must be provided in the request.",
        )),
        (None, Some(id)) => lookup::one(&call.view, id),
        (Some(id), None) => {
            let instance = lookup::one::<Instance>(&call.view, id)?;
            let state = call.view.state(&instance);
            if matches!(state, InstanceState::Pending | InstanceState::ShuttingDown | InstanceState::Terminated) {
                return Err(ApiError::new(
                    "InvalidInstanceID",
                    format!("The {} instance '{id}' is not in a valid state for this operation.", state.name()),
                ));
            }
            let mut interfaces = call.view.find::<NetworkInterface>("instance", id);
            match (interfaces.next(), interfaces.next()) {
                (Some(only), None) => Ok(only.clone()),
                (None, _) => {
                    Err(ApiError::new("InvalidInstanceID", format!("The instance '{id}' has no network interface.")))
                }
                (Some(_), Some(_)) => Err(several_interfaces(id)),
            }
        }
    }
}

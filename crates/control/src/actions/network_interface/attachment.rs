//! Attachments of interfaces: what an instance has room for, and what is shown of their state.

use std::sync::Arc;

use model::{
    ApiError,
    facts::instance_types::{self, InstanceType},
    instance::{InstanceObservation, InstanceState},
    records::{Instance, InterfaceAttachment, NetworkInterface, ObservedInstance},
};

use crate::{
    actions::instance::known_type,
    edit::Edit,
    view::{AccountView, Row},
};

/// Interfaces that a machine has places for.
const MAX_INTERFACES: u32 = 8;
/// AWS's limit for its largest instance types. What an instance takes is checked when an interface is attached to it.
pub const MAX_ADDRESSES: usize = 50;

/// Refuses more interfaces than an instance of this type can have.
pub fn check_interfaces(facts: &InstanceType, interfaces: usize) -> Result<(), ApiError> {
    let most = facts.network.max_interfaces.min(MAX_INTERFACES);
    if u32::try_from(interfaces).is_ok_and(|interfaces| interfaces <= most) {
        return Ok(());
    }
    Err(ApiError::new(
        "AttachmentLimitExceeded",
        format!("Interface count {interfaces} exceeds the limit for {}", facts.name),
    ))
}

/// Refuses more addresses than an interface of an instance of this type can have.
pub fn check_addresses(facts: Option<&InstanceType>, addresses: usize) -> Result<(), ApiError> {
    let most = facts.map_or(MAX_ADDRESSES, |facts| facts.network.ipv4_addresses_per_interface as usize);
    if addresses <= most {
        return Ok(());
    }
    let whose = facts.map_or("an interface".to_owned(), |facts| format!("an interface of {}", facts.name));
    Err(ApiError::new(
        "PrivateIpAddressLimitExceeded",
        format!("Number of private addresses will exceed limit: {addresses} of at most {most} for {whose}."),
    ))
}

/// The type of the instance that an interface is attached to, if it is.
pub fn type_of(view: &AccountView, interface: &NetworkInterface) -> Option<&'static InstanceType> {
    let instance = view.held::<Instance>(&interface.attachment.as_ref()?.instance)?;
    instance_types::get(&instance.instance_type)
}

/// Refuses an interface that is attached already.
pub fn check_free(interface: &NetworkInterface) -> Result<(), ApiError> {
    match interface.attachment {
        None => Ok(()),
        Some(_) => {
            Err(ApiError::new("InvalidNetworkInterface.InUse", format!("Interface: [{}] in use.", interface.id)))
        }
    }
}

/// Whether an instance that is there can be given an interface at this device index.
pub fn check_place(
    view: &AccountView,
    instance: &Instance,
    interface: &NetworkInterface,
    device_index: u8,
) -> Result<(), ApiError> {
    if interface.zone != instance.zone {
        return Err(ApiError::combination(
            "You may not attach a network interface to an instance if they are not in the same availability zone",
        ));
    }
    if interface.vpc != instance.vpc {
        return Err(ApiError::unsupported(format!(
            "The network interface '{}' is in {} and the instance '{}' in {}: an instance has interfaces of one VPC here.",
            interface.id, interface.vpc, instance.id, instance.vpc
        )));
    }
    let others: Vec<&Arc<Row<NetworkInterface>>> = view.find::<NetworkInterface>("instance", &instance.id).collect();
    let index = |other: &NetworkInterface| other.attachment.as_ref().map(|attachment| attachment.device_index);
    if others.iter().any(|other| index(other) == Some(device_index)) {
        return Err(ApiError::invalid_parameter(format!(
            "Instance '{}' already has an interface attached at device index '{device_index}'.",
            instance.id
        )));
    }
    let facts = known_type(&instance.instance_type)?;
    check_interfaces(facts, others.len() + 1)?;
    check_addresses(Some(facts), interface.addresses.len())
}

/// Lets requests that attach interfaces to one instance take turns: each sees the places that those before it took.
pub fn take_turns(view: &AccountView, edit: &mut Edit, instance: &Instance, interface: &str) {
    let key = turns_key(&instance.id);
    edit.unchanged(key.clone(), view.revision());
    edit.put(key, interface.as_bytes());
}

/// The key that these turns are kept by; it goes with the instance.
pub fn turns_key(instance: &str) -> String {
    format!("interfaces/{instance}")
}

/// What is shown of an attachment's state.
pub fn shown_state(view: &AccountView, interface: &NetworkInterface, attachment: &InterfaceAttachment) -> &'static str {
    let instance = view.held::<Instance>(&attachment.instance);
    let state = instance.map_or(InstanceState::Terminated, |instance| view.state(instance));
    let observed = view.held::<ObservedInstance>(&attachment.instance);
    state_of(interface, attachment, state, observed.map(|row| &row.seen))
}

/// The same from the state of the instance and what its host saw of it.
///
/// ```text
///   attaching ─▶ attached ─▶ detaching ─▶ (gone)
/// ```
pub fn state_of(
    interface: &NetworkInterface,
    attachment: &InterfaceAttachment,
    instance: InstanceState,
    observed: Option<&InstanceObservation>,
) -> &'static str {
    // What an instance was launched with it has from its first moment.
    let at_launch = attachment.generation == 0;
    let seen = observed.and_then(|observed| observed.interfaces.get(&interface.id));
    let plugged = seen.is_some_and(|nic| nic.attached && nic.generation >= attachment.generation);
    match (attachment.detaching, instance) {
        (true, _) => "detaching",
        (false, InstanceState::Stopped) => "attached",
        (false, _) if at_launch || plugged => "attached",
        (false, _) => "attaching",
    }
}

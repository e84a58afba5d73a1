//! Network interfaces.

pub mod allocate;
mod assign_private_ip_addresses;
mod attach_network_interface;
pub mod attachment;
mod create_network_interface;
mod delete_network_interface;
mod describe_network_interface_attribute;
mod describe_network_interfaces;
mod detach_network_interface;
pub mod groups;
mod modify_network_interface_attribute;
mod reset_network_interface_attribute;
mod unassign_private_ip_addresses;

pub use assign_private_ip_addresses::AssignPrivateIpAddresses;
pub use attach_network_interface::AttachNetworkInterface;
pub use create_network_interface::CreateNetworkInterface;
pub use delete_network_interface::DeleteNetworkInterface;
pub use describe_network_interface_attribute::DescribeNetworkInterfaceAttribute;
pub use describe_network_interfaces::DescribeNetworkInterfaces;
pub use detach_network_interface::DetachNetworkInterface;
pub use modify_network_interface_attribute::{ModifyNetworkInterfaceAttribute, set_groups};
pub use reset_network_interface_attribute::ResetNetworkInterfaceAttribute;
pub use unassign_private_ip_addresses::UnassignPrivateIpAddresses;

use std::net::Ipv4Addr;

use model::{
    ApiError,
    facts::regions::Region,
    instance::{InstanceObservation, InstanceState},
    records::{InterfaceAttachment, NetworkInterface, PrivateAddress, PublicAssociation, SecurityGroup, Vpc},
};
use wire::{Timestamp, ec2};

use super::names;
use crate::{tagging, view::AccountView};

/// An interface as answers about interfaces show it.
pub fn shown(view: &AccountView, region: &Region, interface: &NetworkInterface) -> ec2::NetworkInterface {
    let naming = Naming::of(view, region, interface);
    let association = |public: &PublicAssociation| ec2::NetworkInterfaceAssociation {
        allocation_id: public.allocation.as_ref().map(|id| id.to_string()),
        association_id: public.association.as_ref().map(|id| id.to_string()),
        ip_owner_id: Some(ip_owner(interface, public)),
        public_dns_name: naming.public(public),
        public_ip: Some(public.public.to_string()),
        ..ec2::NetworkInterfaceAssociation::default()
    };
    let address = |address: &PrivateAddress| ec2::NetworkInterfacePrivateIpAddress {
        association: address.association.as_ref().map(association),
        primary: Some(address.private == interface.primary().private),
        private_dns_name: naming.private(address),
        private_ip_address: Some(address.private.to_string()),
    };
    ec2::NetworkInterface {
        association: interface.primary().association.as_ref().map(association),
        attachment: interface.attachment.as_ref().map(|attachment| shown_attachment(view, interface, attachment)),
        availability_zone: Some(interface.zone.clone()),
        availability_zone_id: region.zone(&interface.zone).map(|zone| zone.id.to_owned()),
        description: Some(interface.description.clone()),
        groups: shown_groups(view, interface),
        interface_type: Some("interface".into()),
        mac_address: Some(interface.mac.clone()),
        network_interface_id: Some(interface.id.to_string()),
        owner_id: Some(interface.account.to_string()),
        private_dns_name: naming.private(interface.primary()),
        private_ip_address: Some(interface.primary().private.to_string()),
        private_ip_addresses: interface.addresses.iter().map(address).collect(),
        requester_managed: Some(false),
        source_dest_check: Some(interface.source_dest_check),
        status: Some(status(interface).into()),
        subnet_id: Some(interface.subnet.to_string()),
        tag_set: tagging::shown(view, &interface.id),
        vpc_id: Some(interface.vpc.to_string()),
        ..ec2::NetworkInterface::default()
    }
}

/// An interface as its instance shows it. It must be attached to one. `named` says whether its VPC gives names to
/// addresses; state and observation are the instance's.
pub fn shown_in_instance(
    region: &Region,
    interface: &NetworkInterface,
    named: bool,
    groups: Vec<ec2::GroupIdentifier>,
    (state, seen): (InstanceState, Option<&InstanceObservation>),
) -> ec2::InstanceNetworkInterface {
    let naming = Naming { region, named };
    let association = |public: &PublicAssociation| ec2::InstanceNetworkInterfaceAssociation {
        ip_owner_id: Some(ip_owner(interface, public)),
        public_dns_name: naming.public(public),
        public_ip: Some(public.public.to_string()),
        ..ec2::InstanceNetworkInterfaceAssociation::default()
    };
    let address = |address: &PrivateAddress| ec2::InstancePrivateIpAddress {
        association: address.association.as_ref().map(association),
        primary: Some(address.private == interface.primary().private),
        private_dns_name: naming.private(address),
        private_ip_address: Some(address.private.to_string()),
    };
    let shown = |attachment: &InterfaceAttachment| ec2::InstanceNetworkInterfaceAttachment {
        attach_time: Some(Timestamp(attachment.attached_ms)),
        attachment_id: Some(attachment.id.to_string()),
        delete_on_termination: Some(attachment.delete_on_termination),
        device_index: Some(attachment.device_index.into()),
        status: Some(attachment::state_of(interface, attachment, state, seen).into()),
        network_card_index: Some(attachment.network_card_index.into()),
        ..ec2::InstanceNetworkInterfaceAttachment::default()
    };
    ec2::InstanceNetworkInterface {
        association: interface.primary().association.as_ref().map(association),
        attachment: interface.attachment.as_ref().map(shown),
        description: Some(interface.description.clone()),
        groups,
        mac_address: Some(interface.mac.clone()),
        network_interface_id: Some(interface.id.to_string()),
        owner_id: Some(interface.account.to_string()),
        private_dns_name: naming.private(interface.primary()),
        private_ip_address: Some(interface.primary().private.to_string()),
        private_ip_addresses: interface.addresses.iter().map(address).collect(),
        source_dest_check: Some(interface.source_dest_check),
        status: Some(status(interface).into()),
        subnet_id: Some(interface.subnet.to_string()),
        vpc_id: Some(interface.vpc.to_string()),
        interface_type: Some("interface".into()),
        ..ec2::InstanceNetworkInterface::default()
    }
}

/// An interface's groups, named in the order in which they were given.
pub fn shown_groups(view: &AccountView, interface: &NetworkInterface) -> Vec<ec2::GroupIdentifier> {
    let group = |id: &model::SecurityGroupId| ec2::GroupIdentifier {
        group_id: Some(id.to_string()),
        group_name: view.held::<SecurityGroup>(id).map(|group| group.name.clone()),
    };
    interface.groups.iter().map(group).collect()
}

fn shown_attachment(
    view: &AccountView,
    interface: &NetworkInterface,
    attachment: &InterfaceAttachment,
) -> ec2::NetworkInterfaceAttachment {
    ec2::NetworkInterfaceAttachment {
        attach_time: Some(Timestamp(attachment.attached_ms)),
        attachment_id: Some(attachment.id.to_string()),
        delete_on_termination: Some(attachment.delete_on_termination),
        device_index: Some(attachment.device_index.into()),
        network_card_index: Some(attachment.network_card_index.into()),
        instance_id: Some(attachment.instance.to_string()),
        instance_owner_id: Some(interface.account.to_string()),
        status: Some(attachment::shown_state(view, interface, attachment).into()),
        ..ec2::NetworkInterfaceAttachment::default()
    }
}

fn status(interface: &NetworkInterface) -> &'static str {
    if interface.attachment.is_some() { "in-use" } else { "available" }
}

/// Public addresses of the pool are Amazon's, Elastic IP addresses the account's.
fn ip_owner(interface: &NetworkInterface, public: &PublicAssociation) -> String {
    if public.allocation.is_some() { interface.account.to_string() } else { "amazon".into() }
}

/// The names of an interface's addresses: there are none unless the VPC has DNS hostnames.
struct Naming<'a> {
    region: &'a Region,
    named: bool,
}

impl<'a> Naming<'a> {
    fn of(view: &AccountView, region: &'a Region, interface: &NetworkInterface) -> Self {
        Self { region, named: view.held::<Vpc>(&interface.vpc).is_some_and(|vpc| vpc.dns_hostnames) }
    }

    fn private(&self, address: &PrivateAddress) -> Option<String> {
        self.named.then(|| names::private_dns_name(self.region, address.private))
    }

    /// AWS writes an empty element where there is a public address without a name.
    fn public(&self, public: &PublicAssociation) -> Option<String> {
        Some(if self.named { names::public_dns_name(self.region, public.public) } else { String::new() })
    }
}

/// The text of a private address in a request.
pub fn private_address(text: &str) -> Result<Ipv4Addr, ApiError> {
    text.parse().map_err(|_| ApiError::invalid_parameter(format!("Invalid IPv4 address: {text}")))
}

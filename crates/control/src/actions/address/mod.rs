//! Elastic IP addresses.
//!
//! An association is written twice, in the address and in the interface that it is with; `associations` keeps both.

mod allocate_address;
mod associate_address;
mod associations;
mod describe_addresses;
mod describe_addresses_attribute;
mod disassociate_address;
mod release_address;

pub use allocate_address::AllocateAddress;
pub use associate_address::AssociateAddress;
pub use describe_addresses::DescribeAddresses;
pub use describe_addresses_attribute::DescribeAddressesAttribute;
pub use disassociate_address::DisassociateAddress;
pub use release_address::ReleaseAddress;

use std::sync::Arc;

use model::{
    ApiError,
    facts::regions::Region,
    records::{Address, NetworkInterface},
};
use wire::ec2;

use crate::{
    action::Call,
    tagging,
    view::{AccountView, Row},
};

/// An address as answers show it.
pub fn shown(view: &AccountView, region: &Region, address: &Address) -> ec2::Address {
    let association = address.association.as_ref();
    let interface = association.and_then(|association| view.held::<NetworkInterface>(&association.interface));
    ec2::Address {
        allocation_id: Some(address.id.to_string()),
        association_id: association.map(|association| association.id.to_string()),
        domain: Some("vpc".into()),
        instance_id: interface
            .and_then(|interface| interface.attachment.as_ref())
            .map(|attachment| attachment.instance.to_string()),
        network_border_group: Some(region.network_border_group().into()),
        network_interface_id: association.map(|association| association.interface.to_string()),
        network_interface_owner_id: interface.map(|interface| interface.account.to_string()),
        private_ip_address: association.map(|association| association.private.to_string()),
        public_ip: Some(address.public.to_string()),
        public_ipv4_pool: Some("amazon".into()),
        tags: tagging::shown(view, &address.id),
        ..ec2::Address::default()
    }
}

/// The account's address that a request names by the address itself.
fn by_public(view: &AccountView, text: &str) -> Result<Arc<Row<Address>>, ApiError> {
    let parsed = text.parse::<std::net::Ipv4Addr>();
    let text = match parsed {
        Ok(address) => address.to_string(),
        Err(_) => {
            return Err(ApiError::invalid_value("publicIp", text, "Invalid IPv4 address."));
        }
    };
    let found = view.find::<Address>("public", &text).next().cloned();
    found.ok_or_else(|| ApiError::new("InvalidAddress.NotFound", format!("Address '{text}' not found.")))
}

/// A region has one border group: its own name.
fn check_border_group(call: &Call, asked: Option<&str>) -> Result<(), ApiError> {
    match asked.filter(|asked| *asked != call.region.facts.network_border_group()) {
        None => Ok(()),
        Some(other) => Err(ApiError::invalid_value("networkBorderGroup", other, "")),
    }
}

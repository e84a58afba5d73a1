//! UnassignPrivateIpAddresses: gives secondary private addresses back; their Elastic IP addresses are let go.

use model::{
    ApiError,
    records::{Address, NetworkInterface},
};
use wire::ec2;

use super::private_address;
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    lookup,
};

pub struct UnassignPrivateIpAddresses;

impl Action for UnassignPrivateIpAddresses {
    type Input = ec2::UnassignPrivateIpAddressesRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let id = input.network_interface_id.as_deref();
        let interface = lookup::required::<NetworkInterface>(&call.view, "NetworkInterfaceId", id)?;
        if input.private_ip_addresses.is_empty() {
            return Err(ApiError::missing("PrivateIpAddress"));
        }
        let mut edit = Edit::new();
        let mut after = interface.record.clone();
        for text in &input.private_ip_addresses {
            let private = private_address(text)?;
            if interface.primary().private == private {
                return Err(ApiError::invalid_parameter(format!(
                    "The primary private IP address {private} of the interface {} can't be unassigned.",
                    interface.id
                )));
            }
            if !interface.addresses.iter().any(|known| known.private == private) {
                return Err(ApiError::invalid_parameter(format!(
                    "Some of the specified addresses are not assigned to interface {}: [{private}]",
                    interface.id
                )));
            }
            let Some(at) = after.addresses.iter().position(|known| known.private == private) else { continue };
            let gone = after.addresses.remove(at);
            edit.release(&format!("address/{}/{private}", interface.subnet));
            let allocation = gone.association.and_then(|association| association.allocation);
            if let Some(address) = allocation.and_then(|id| call.view.get::<Address>(&id)) {
                let mut free = address.record.clone();
                free.association = None;
                edit.update(&address, &free);
            }
        }
        edit.update(&interface, &after);
        Plan::change(edit, |_| Ok(ec2::UnassignPrivateIpAddressesResult {}))
    }
}

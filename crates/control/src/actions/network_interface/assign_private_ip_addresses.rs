//! AssignPrivateIpAddresses: further private addresses for an interface, named ones or as many as are asked for. A named
//! one may be taken from another interface, and brings its Elastic IP address along.

use std::{net::Ipv4Addr, sync::Arc};

use model::{
    ApiError,
    records::{Address, NetworkInterface, PrivateAddress, Subnet},
};
use wire::ec2;

use super::{allocate::pick_private, attachment, private_address};
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    lookup,
    view::Row,
};

pub struct AssignPrivateIpAddresses;

impl Action for AssignPrivateIpAddresses {
    type Input = ec2::AssignPrivateIpAddressesRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let id = input.network_interface_id.as_deref();
        let interface = lookup::required::<NetworkInterface>(&call.view, "NetworkInterfaceId", id)?;
        let subnet = lookup::one::<Subnet>(&call.view, &interface.subnet)?;
        let wanted = wanted(input)?;
        let mut edit = Edit::new();
        let mut after = interface.record.clone();
        let mut moves = Moves::default();
        let mut assigned = Vec::new();
        for address in wanted {
            let had = address.is_some_and(|address| after.addresses.iter().any(|known| known.private == address));
            let new = match address {
                Some(address) if had => address,
                Some(address) => match holder(call, &subnet, address) {
                    None => pick_private(call, &subnet, Some(address), &mut edit)?,
                    Some(other) => {
                        after.addresses.push(moves.take(other, address, input.allow_reassignment == Some(true))?);
                        assigned.push(address);
                        continue;
                    }
                },
                None => pick_private(call, &subnet, None, &mut edit)?,
            };
            if !had {
                after.addresses.push(PrivateAddress { private: new, association: None });
            }
            assigned.push(new);
        }
        attachment::check_addresses(attachment::type_of(&call.view, &interface), after.addresses.len())?;
        edit.alive(&subnet);
        moves.write(call, &mut edit, &after);
        if after != interface.record {
            edit.update(&interface, &after);
        }
        let shown =
            |address: &Ipv4Addr| ec2::AssignedPrivateIpAddress { private_ip_address: Some(address.to_string()) };
        let answer = ec2::AssignPrivateIpAddressesResult {
            network_interface_id: Some(interface.id.to_string()),
            assigned_private_ip_addresses: assigned.iter().map(shown).collect(),
            ..Default::default()
        };
        Plan::change(edit, move |_| Ok(answer))
    }
}

/// The addresses that a request asks for, each once; `None` is any.
fn wanted(input: &ec2::AssignPrivateIpAddressesRequest) -> Result<Vec<Option<Ipv4Addr>>, ApiError> {
    match (input.secondary_private_ip_address_count, input.private_ip_addresses.as_slice()) {
        (Some(_), [_, ..]) => Err(ApiError::combination(
            "The parameters privateIpAddresses and secondaryPrivateIpAddressCount may not be specified together.",
        )),
        (None, []) => Err(ApiError::new(
            "MissingParameter",
            "Either 'PrivateIpAddresses' or 'SecondaryPrivateIpAddressCount' must be provided in the request.",
        )),
        (Some(count), []) => {
            let count = usize::try_from(count).ok().filter(|count| *count >= 1);
            let count = count.ok_or_else(|| {
                let given = input.secondary_private_ip_address_count.unwrap_or_default();
                ApiError::invalid_value("secondaryPrivateIpAddressCount", given, "It must be at least 1.")
            })?;
            attachment::check_addresses(None, count)?;
            Ok(vec![None; count])
        }
        (None, texts) => {
            let mut wanted = Vec::with_capacity(texts.len());
            for text in texts {
                let address = Some(private_address(text)?);
                if !wanted.contains(&address) {
                    wanted.push(address);
                }
            }
            Ok(wanted)
        }
    }
}

/// The interface that has an address of the subnet.
fn holder(call: &Call, subnet: &Subnet, address: Ipv4Addr) -> Option<Arc<Row<NetworkInterface>>> {
    call.view.find::<NetworkInterface>("subnet-address", &format!("{}/{address}", subnet.id)).next().cloned()
}

/// Addresses that leave other interfaces. Their claims stay: an address is its subnet's, whoever has it.
#[derive(Default)]
struct Moves(Vec<(Arc<Row<NetworkInterface>>, NetworkInterface)>);

impl Moves {
    fn take(
        &mut self,
        from: Arc<Row<NetworkInterface>>,
        address: Ipv4Addr,
        allowed: bool,
    ) -> Result<PrivateAddress, ApiError> {
        if !allowed {
            return Err(ApiError::invalid_parameter(format!(
                "Some of [{address}] are already assigned, but move is not allowed."
            )));
        }
        if from.primary().private == address {
            return Err(ApiError::invalid_parameter(format!(
                "The address {address} is the primary address of {} and can't be moved.",
                from.id
            )));
        }
        let at = match self.0.iter().position(|(row, _)| row.id == from.id) {
            Some(at) => at,
            None => {
                let record = from.record.clone();
                self.0.push((from, record));
                self.0.len() - 1
            }
        };
        let addresses = &mut self.0[at].1.addresses;
        let place = addresses.iter().position(|known| known.private == address);
        place.map(|place| addresses.remove(place)).ok_or_else(|| ApiError::internal("an address is held by nobody"))
    }

    /// Writes the interfaces that gave addresses away, and the Elastic IP addresses that moved to `to`.
    fn write(self, call: &Call, edit: &mut Edit, to: &NetworkInterface) {
        for (before, after) in &self.0 {
            edit.update(before, after);
        }
        let allocations = to.addresses.iter().filter_map(|address| address.association.as_ref()?.allocation.as_ref());
        for row in allocations.filter_map(|id| call.view.get::<Address>(id)) {
            let mut after = row.record.clone();
            if let Some(association) = after.association.as_mut().filter(|known| known.interface != to.id) {
                association.interface = to.id.clone();
                edit.update(&row, &after);
            }
        }
    }
}

//! Addresses for interfaces, and new interfaces. Used by RunInstances, CreateNetworkInterface and AllocateAddress.
//!
//! Requests at the same time are handed distinct addresses (`Region::set_aside`), so that their commits don't meet. When
//! every free address is in another request's hands, one of those is tried all the same: should the other request come
//! to nothing, the address is still given out, and should it win, this one conflicts and looks again. So an address is
//! refused only when the view says that none is left.

use std::net::Ipv4Addr;
use std::sync::Arc;

use ipnet::Ipv4Net;
use model::{
    ApiError, NetworkInterfaceId, cidr,
    records::{InterfaceAttachment, NetworkInterface, PrivateAddress, PublicAssociation, SecurityGroup, Subnet},
};

use crate::{
    action::Call,
    edit::Edit,
    view::{AccountView, Row},
};

/// A private address of the subnet for one interface, claimed in `edit`: `wanted`, or any free one.
pub fn pick_private(
    call: &Call,
    subnet: &Subnet,
    wanted: Option<Ipv4Addr>,
    edit: &mut Edit,
) -> Result<Ipv4Addr, ApiError> {
    let taken = |address| private_address_taken(&call.view, subnet, address);
    let address = match wanted {
        Some(address) => {
            check_wanted(subnet.cidr, address)?;
            if taken(address) || edit.claims(&private_claim(subnet, address)) {
                return Err(ApiError::new("InvalidIPAddress.InUse", format!("Address {address} is in use.")));
            }
            // Held by another request or not: the claim decides who gets it.
            edit.hold(call.region.set_aside(&subnet.id, address));
            address
        }
        None => {
            let full =
                call.view.count::<NetworkInterface>("subnet", &subnet.id) >= cidr::host_count(subnet.cidr) as usize;
            let free = || {
                let start = call.world().random_u64() as u32 % cidr::host_count(subnet.cidr).max(1);
                cidr::free_hosts(subnet.cidr, start, taken).filter(|_| !full)
            };
            let mine = |address: &Ipv4Addr| edit.claims(&private_claim(subnet, *address));
            let picked = free()
                .find_map(|address| {
                    Some((address, call.region.set_aside(&subnet.id, address))).filter(|x| x.1.is_some())
                })
                .or_else(|| free().find(|address| !mine(address)).map(|address| (address, None)));
            let (address, hold) = picked.ok_or_else(|| none_left(subnet))?;
            edit.hold(hold);
            address
        }
    };
    edit.claim(&private_claim(subnet, address), &call.account);
    Ok(address)
}

fn private_claim(subnet: &Subnet, address: Ipv4Addr) -> String {
    format!("address/{}/{address}", subnet.id)
}

fn private_address_taken(view: &AccountView, subnet: &Subnet, address: Ipv4Addr) -> bool {
    view.count::<NetworkInterface>("subnet-address", &format!("{}/{address}", subnet.id)) > 0
}

fn check_wanted(subnet: Ipv4Net, address: Ipv4Addr) -> Result<(), ApiError> {
    if !subnet.contains(&address) {
        return Err(ApiError::invalid_parameter(format!(
            "Address {address} does not fall within the subnet's address range"
        )));
    }
    if cidr::is_reserved(subnet, address) {
        return Err(ApiError::invalid_parameter(format!("Address {address} is in subnet's reserved address range")));
    }
    Ok(())
}

fn none_left(subnet: &Subnet) -> ApiError {
    ApiError::new(
        "InsufficientFreeAddressesInSubnet",
        format!(
            "There are not enough free addresses in subnet '{}' to satisfy the requested number of instances.",
            subnet.id
        ),
    )
}

/// The pool of `Region::set_aside` that public addresses are set aside in.
const PUBLIC: &str = "public";

/// A public address of the region, claimed in `edit`.
pub fn pick_public(call: &Call, edit: &mut Edit) -> Result<Ipv4Addr, ApiError> {
    let start = call.world().random_u64();
    let free = || untaken_public(call, start);
    let picked = free()
        .find_map(|address| Some((address, call.region.set_aside(PUBLIC, address))).filter(|x| x.1.is_some()))
        .or_else(|| free().find(|address| !edit.claims(&public_claim(*address))).map(|address| (address, None)));
    let (address, hold) = picked.ok_or_else(no_public)?;
    edit.hold(hold);
    edit.claim(&public_claim(address), &call.account);
    Ok(address)
}

/// How many public addresses are free, as far as `most`.
pub fn free_public(call: &Call, most: u64) -> u64 {
    untaken_public(call, call.world().random_u64()).take(usize::try_from(most).unwrap_or(usize::MAX)).count() as u64
}

/// The refusal when no public address is left.
pub fn no_public() -> ApiError {
    ApiError::new("InsufficientAddressCapacity", "Not enough available addresses to fulfill the request.")
}

fn untaken_public(call: &Call, start: u64) -> impl Iterator<Item = Ipv4Addr> {
    public_addresses(call.region.public_pool, start)
        .filter(|address| !call.view.public_address_taken(&address.to_string()))
}

/// The claim of a public address; who gives the address back releases it.
pub fn public_claim(address: Ipv4Addr) -> String {
    format!("public/{address}")
}

/// The addresses of the pool but those ending in 0 or 255, which some guests take for a network's or a broadcast;
/// each once, from number `start` on and round.
fn public_addresses(pool: Ipv4Net, start: u64) -> impl Iterator<Item = Ipv4Addr> {
    let first = u32::from(pool.network());
    let count = 1u64 << (32 - u32::from(pool.prefix_len()));
    let at = move |number: u64| Ipv4Addr::from(first.wrapping_add((start.wrapping_add(number) % count) as u32));
    (0..count).map(at).filter(|address| !matches!(address.octets()[3], 0 | 255))
}

/// A MAC address as EC2 makes them: unicast, locally administered, lower-case. `random` is as ids are made of.
pub fn new_mac(random: [u8; 9]) -> String {
    let first = if random[0] & 1 == 0 { 0x06 } else { 0x0a };
    let [_, b, c, d, e, f, ..] = random;
    format!("{first:02x}:{b:02x}:{c:02x}:{d:02x}:{e:02x}:{f:02x}")
}

/// An interface that is to be made. Its addresses must have been picked in the same edit.
pub struct NewInterface<'a> {
    pub subnet: &'a Row<Subnet>,
    /// From `pick_private`, the primary one first; never empty.
    pub addresses: Vec<Ipv4Addr>,
    /// From `pick_public`, for the primary address.
    pub public: Option<Ipv4Addr>,
    pub groups: &'a [Arc<Row<SecurityGroup>>],
    pub description: String,
    pub source_dest_check: bool,
    pub attachment: Option<InterfaceAttachment>,
    pub tags: &'a [(String, String)],
}

/// Adds an interface to `edit`. `controllers::release::delete_interface` takes away all that this writes.
pub fn add_interface(call: &Call, edit: &mut Edit, new: NewInterface<'_>) -> NetworkInterface {
    let mut public = new.public;
    let address = |private| PrivateAddress {
        private,
        association: public.take().map(|public| PublicAssociation { public, allocation: None, association: None }),
    };
    let interface = NetworkInterface {
        id: NetworkInterfaceId::from_random(call.random()),
        account: call.account.clone(),
        created_ms: call.now_ms,
        vpc: new.subnet.vpc.clone(),
        subnet: new.subnet.id.clone(),
        zone: new.subnet.zone.clone(),
        description: new.description,
        mac: new_mac(call.random()),
        groups: new.groups.iter().map(|group| group.id.clone()).collect(),
        source_dest_check: new.source_dest_check,
        addresses: new.addresses.into_iter().map(address).collect(),
        attachment: new.attachment,
        attachment_generation: 0,
        rest: Default::default(),
    };
    edit.alive(new.subnet);
    edit.child(&interface.subnet, &interface.id);
    for group in new.groups {
        edit.alive(group);
        edit.child(&group.id, &interface.id);
    }
    for (key, value) in new.tags {
        edit.tag(&interface.account, &interface.id, "network-interface", key, value);
    }
    edit.create(&interface);
    interface
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn macs_are_unicast_and_local() {
        assert_eq!(new_mac([0, 1, 0xab, 3, 4, 5, 6, 7, 8]), "06:01:ab:03:04:05");
        assert_eq!(new_mac([0xff; 9]), "0a:ff:ff:ff:ff:ff");
    }

    #[test]
    fn public_addresses_leave_out_both_ends_of_each_24() {
        let pool = "127.31.0.0/23".parse().expect("a block");
        let all: Vec<Ipv4Addr> = public_addresses(pool, 510).collect();
        assert_eq!(all.len(), 2 * 254);
        assert_eq!(
            (all[0], all[1], all[253], all[254]),
            (
                Ipv4Addr::new(127, 31, 1, 254),
                Ipv4Addr::new(127, 31, 0, 1),
                Ipv4Addr::new(127, 31, 0, 253),
                Ipv4Addr::new(127, 31, 0, 254)
            )
        );
        let mut sorted = all.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(sorted.len(), all.len());
    }

    #[test]
    fn a_wanted_address_must_be_the_subnets_and_a_hosts() {
        let subnet = "10.0.0.0/24".parse().expect("a block");
        let refused = |text: &str| check_wanted(subnet, text.parse().expect("an address")).map_err(|e| e.message);
        assert_eq!(refused("10.0.0.4"), Ok(()));
        assert_eq!(
            refused("10.0.1.4"),
            Err("Address 10.0.1.4 does not fall within the subnet's address range".to_owned())
        );
        for reserved in ["10.0.0.0", "10.0.0.3", "10.0.0.255"] {
            assert_eq!(refused(reserved), Err(format!("Address {reserved} is in subnet's reserved address range")));
        }
    }
}

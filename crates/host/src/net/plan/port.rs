//! An interface as its namespace sees it: checked, numbered, with everything that rules and routes need.

use std::{net::Ipv4Addr, sync::Arc};

use hostlink::{InterfaceSpec, VpcSpec};
use model::{NetworkInterfaceId, RouteTableId};

use crate::net::{NetError, machine::nth};

/// An interface with its tap's name and where it lies.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Port {
    pub id: NetworkInterfaceId,
    /// The tap's name, `t` and a number.
    pub tap: String,
    pub spec: Arc<InterfaceSpec>,
    /// First address of the subnet: what guests have as their router.
    pub router: Ipv4Addr,
    pub route_table: RouteTableId,
}

impl Port {
    pub(crate) fn new(
        id: &NetworkInterfaceId,
        number: u32,
        spec: &Arc<InterfaceSpec>,
        vpc: &VpcSpec,
    ) -> Result<Self, NetError> {
        let bad = |problem: String| Err(NetError::bad_spec(id, problem));
        let Some(subnet) = vpc.subnets.get(&spec.subnet) else {
            return bad(format!("its subnet {} is not one of {}", spec.subnet, spec.vpc));
        };
        if !is_mac(&spec.mac) {
            return bad(format!("{:?} is not a hardware address", spec.mac));
        }
        if spec.addresses.is_empty() {
            return bad("has no address".to_owned());
        }
        if let Some(stray) = spec.addresses.iter().find(|address| !subnet.cidr.contains(&address.private)) {
            return bad(format!("its address {} is not in its subnet {}", stray.private, subnet.cidr));
        }
        Ok(Self {
            id: id.clone(),
            tap: format!("t{number}"),
            spec: spec.clone(),
            router: nth(subnet.cidr, 1),
            route_table: subnet.route_table.clone(),
        })
    }

    /// The primary private address.
    pub(crate) fn primary(&self) -> Ipv4Addr {
        self.spec.addresses[0].private
    }
}

/// Whether the text is six lower-case hexadecimal bytes with colons: it ends up in `nft` and `ip` batches.
fn is_mac(text: &str) -> bool {
    let mut bytes = text.split(':');
    let is_byte = |b: &str| b.len() == 2 && b.bytes().all(|c| c.is_ascii_digit() || (b'a'..=b'f').contains(&c));
    bytes.by_ref().take(6).filter(|byte| is_byte(byte)).count() == 6 && bytes.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hardware_addresses_are_checked() {
        assert!(is_mac("06:0a:ff:00:00:01"));
        for bad in ["", "06:0a:ff:00:00", "06:0a:ff:00:00:01:02", "06:0A:ff:00:00:01", "06:0a:ff:00:00:1", "t\n a"] {
            assert!(!is_mac(bad), "{bad:?}");
        }
    }
}

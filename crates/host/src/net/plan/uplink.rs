//! The uplink: the namespace between the machine and the VPCs, which knows where each public address is.

use std::net::Ipv4Addr;

use ipnet::Ipv4Net;

use super::{TO_HOST, gateway_mac};
use crate::net::{
    Egress, MachineSlice,
    render::{
        ip::{IpState, MAIN, Via},
        nft::{Ruleset, Table},
    },
};

/// The uplink's namespace.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct UplinkPlan {
    pub namespace: String,
    pub legs: Vec<Leg>,
    pub ip: IpState,
    pub rules: Ruleset,
}

/// The way to a VPC that has an internet gateway.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Leg {
    /// The VPC's number; the device is called by it.
    pub number: u32,
    /// The VPC's namespace, where the other end is.
    pub namespace: String,
    pub public: Vec<Ipv4Addr>,
}

impl Leg {
    /// The uplink's device towards the VPC.
    pub(crate) fn device(&self) -> String {
        format!("v{}", self.number)
    }
}

/// Plans the uplink for these VPCs.
pub(crate) fn uplink(legs: Vec<Leg>, slice: &MachineSlice, egress: Egress, host_ports: &[u16]) -> UplinkPlan {
    let mut ip = IpState::default();
    let machine = Via::Device { device: TO_HOST.to_owned(), gateway: Some(slice.machine_address()), source: None };
    ip.address(TO_HOST, slice.uplink_address(), slice.link.prefix_len());
    let loopback = Ipv4Net::new_assert(Ipv4Addr::new(127, 0, 0, 0), 8);
    // Answers to programs of the machine.
    ip.route(MAIN, loopback, machine.clone());
    // Addresses that nobody has must not travel back to the machine.
    ip.route(MAIN, slice.pool, Via::Blackhole);
    ip.route(MAIN, slice.alias, Via::Blackhole);
    // On a machine of another cloud these would be that one's services, its metadata among them.
    ip.route(MAIN, Ipv4Net::new_assert(Ipv4Addr::new(169, 254, 0, 0), 16), Via::Blackhole);
    if egress == Egress::Machine {
        ip.route(MAIN, Ipv4Net::default(), machine);
    }
    for leg in &legs {
        let device = leg.device();
        for public in &leg.public {
            for address in [*public, slice.alias_of(*public)] {
                let via = Via::Device { device: device.clone(), gateway: None, source: None };
                ip.route(MAIN, Ipv4Net::from(address), via);
                ip.neighbour(&device, address, &gateway_mac(leg.number));
            }
        }
    }
    let rules = vec![rules(slice, egress, host_ports)];
    UplinkPlan { namespace: format!("{}-up", slice.prefix()), legs, ip, rules }
}

fn rules(slice: &MachineSlice, egress: Egress, host_ports: &[u16]) -> Table {
    let (pool, alias, machine) = (slice.pool, slice.alias, slice.machine_address());
    let mut table = Table::new("inet uplink");
    let mut forward = vec![
        "ct state related accept".to_owned(),
        "ct state established ct direction reply accept".to_owned(),
        format!(r#"iifname "hst" ip daddr {pool} accept comment "from the machine to a guest""#),
        format!(r#"iifname != "hst" ip daddr {alias} accept comment "from guest to guest""#),
    ];
    if !host_ports.is_empty() {
        forward.push(format!(r#"iifname != "hst" oifname "hst" ip daddr {machine} accept comment "to the machine""#));
    }
    if egress == Egress::Machine {
        forward.push(r#"iifname != "hst" oifname "hst" ip daddr != 127.0.0.0/8 accept comment "outwards""#.to_owned());
    }
    forward.push("counter".to_owned());
    table.base_chain("forward", "type filter hook forward priority filter; policy drop;", forward);
    table.base_chain("input", "type filter hook input priority filter; policy drop;", [r#"iifname "lo" accept"#]);
    // The machine knows the link's addresses only.
    table.base_chain(
        "nat_out",
        "type nat hook postrouting priority srcnat; policy accept;",
        [format!(r#"oifname "hst" ip saddr {alias} snat ip to {}"#, slice.uplink_address())],
    );
    table
}

//! The namespace of one VPC: anti-spoofing, security groups, public addresses, routes.

use std::{
    collections::{BTreeMap, BTreeSet},
    net::Ipv4Addr,
    sync::Arc,
};

use hostlink::{GroupSpec, VpcSpec};
use ipnet::Ipv4Net;
use model::{RouteTableId, SecurityGroupId};

use super::{GATEWAY, Port, groups, routes, uplink_mac};
use crate::net::{
    MachineSlice,
    machine::nth,
    render::{
        ip::{IpState, MAIN},
        nft::{Ruleset, Table},
    },
};

/// Link-local addresses of the VPC's own services.
pub(crate) const METADATA: Ipv4Addr = Ipv4Addr::new(169, 254, 169, 254);
pub(crate) const RESOLVER: Ipv4Addr = Ipv4Addr::new(169, 254, 169, 253);
pub(crate) const CLOCK: Ipv4Addr = Ipv4Addr::new(169, 254, 169, 123);

/// Everything that one VPC has on this host.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct VpcPlan {
    pub number: u32,
    /// The namespace's name.
    pub namespace: String,
    pub spec: Arc<VpcSpec>,
    pub ports: Vec<Port>,
    /// Marks of the route tables that ports are routed by.
    pub marks: BTreeMap<RouteTableId, u32>,
    pub rules: Ruleset,
}

/// Plans a VPC. `marks` has a number for each of its route tables.
pub(crate) fn vpc(
    number: u32,
    spec: &Arc<VpcSpec>,
    ports: Vec<Port>,
    groups: &BTreeMap<SecurityGroupId, Arc<GroupSpec>>,
    marks: BTreeMap<RouteTableId, u32>,
    slice: &MachineSlice,
) -> VpcPlan {
    let rules = vec![filter(spec, &ports, groups, &marks, slice), arp(&ports)];
    VpcPlan { number, namespace: format!("{}-v{number}", slice.prefix()), spec: spec.clone(), ports, marks, rules }
}

impl VpcPlan {
    /// The resolver's address: the third of the VPC's primary block.
    pub(crate) fn resolver(&self) -> Ipv4Addr {
        resolver(&self.spec)
    }

    /// Public and private addresses of its ports; none without an internet gateway.
    pub(crate) fn public_addresses(&self) -> Vec<(Ipv4Addr, Ipv4Addr)> {
        public_addresses(&self.spec, &self.ports)
    }

    /// Whether `ip` says the same for both, whichever taps are there.
    pub(crate) fn has_same_addresses(&self, other: &Self) -> bool {
        self.spec == other.spec && self.ports == other.ports && self.marks == other.marks
    }

    /// Addresses, routes and neighbours, given the taps that are there.
    pub(crate) fn ip(&self, taps: &BTreeSet<String>, slice: &MachineSlice) -> IpState {
        let live: Vec<&Port> = self.ports.iter().filter(|port| taps.contains(&port.tap)).collect();
        let mut state = IpState::default();
        let routers = self.spec.subnets.values().map(|subnet| nth(subnet.cidr, 1));
        for address in routers.chain([self.resolver(), METADATA, RESOLVER, CLOCK]) {
            state.address("lo", address, 32);
        }
        for port in &live {
            for address in &port.spec.addresses {
                state.neighbour(&port.tap, address.private, &port.spec.mac);
            }
        }
        if self.spec.internet_gateway {
            state.neighbour(GATEWAY, slice.uplink_address(), &uplink_mac(self.number));
        }
        for (to, via) in routes::local(&self.spec, &live) {
            state.route(MAIN, to, via);
        }
        for (table, mark) in &self.marks {
            let number = 1000 + mark;
            state.rules.insert(*mark, number);
            let routes = self.spec.route_tables.get(table).map(Vec::as_slice).unwrap_or_default();
            for (to, via) in routes::table(routes, &self.spec, &live, slice) {
                state.route(number, to, via);
            }
        }
        state
    }
}

fn resolver(spec: &VpcSpec) -> Ipv4Addr {
    spec.cidrs.first().map_or(RESOLVER, |cidr| nth(*cidr, 2))
}

fn public_addresses(spec: &VpcSpec, ports: &[Port]) -> Vec<(Ipv4Addr, Ipv4Addr)> {
    let addresses = ports.iter().flat_map(|port| &port.spec.addresses);
    addresses
        .filter(|_| spec.internet_gateway)
        .filter_map(|address| address.public.map(|public| (public, address.private)))
        .collect()
}

/// The `inet` table. An egress verdict ends only the egress chain, so a packet between two guests is judged twice. An
/// accept by state is only for the reply direction: the original one is judged at each packet, so that a revoked rule
/// cuts a connection within a packet.
fn filter(
    spec: &VpcSpec,
    ports: &[Port],
    groups: &BTreeMap<SecurityGroupId, Arc<GroupSpec>>,
    marks: &BTreeMap<RouteTableId, u32>,
    slice: &MachineSlice,
) -> Table {
    let mut table = Table::new("inet vpc");
    skeleton(&mut table, spec, slice);
    for port in ports {
        let tap = format!("\"{}\"", port.tap);
        let mac = &port.spec.mac;
        table.set("eni_tap", "ifname").add(&tap);
        table.set("eni_mac", "ifname . ether_addr").add(format!("{tap} . {mac}"));
        for address in &port.spec.addresses {
            table.set("eni_src", "ifname . ether_addr . ipv4_addr").add(format!("{tap} . {mac} . {}", address.private));
        }
        if !port.spec.source_dest_check {
            table.set("nosrcchk", "ifname").add(&tap);
        }
        if let Some(mark) = marks.get(&port.route_table) {
            table.set("eni_rt", "ifname : mark").map(&tap, mark);
        }
        for (map, side) in [("eni_in", "in"), ("eni_eg", "eg")] {
            let chain = format!("{}_{side}", port.tap);
            table.chain(&chain, port.spec.groups.iter().map(|group| format!("jump {group}_{side}")).collect());
            table.set(map, "ifname : verdict").map(&tap, format!("jump {chain}"));
        }
    }
    for (public, private) in public_addresses(spec, ports) {
        let alias = slice.alias_of(public);
        table.set("eip_pair", "ipv4_addr . ipv4_addr").add(format!("{public} . {private}"));
        table.set("eip_pair", "ipv4_addr . ipv4_addr").add(format!("{alias} . {private}"));
        table.set("eip_in", "ipv4_addr : ipv4_addr").map(public, private);
        table.set("eip_in", "ipv4_addr : ipv4_addr").map(alias, private);
        table.set("eip_out", "ipv4_addr : ipv4_addr").map(private, alias);
    }
    let used = ports.iter().flat_map(|port| port.spec.groups.iter().cloned()).collect();
    groups::add(&mut table, &used, groups, slice);
    table
}

fn skeleton(table: &mut Table, spec: &VpcSpec, slice: &MachineSlice) {
    for (name, kind) in [
        ("eni_tap", "ifname"),
        ("eni_src", "ifname . ether_addr . ipv4_addr"),
        ("eni_mac", "ifname . ether_addr"),
        ("nosrcchk", "ifname"),
        ("eni_rt", "ifname : mark"),
        ("eni_eg", "ifname : verdict"),
        ("eni_in", "ifname : verdict"),
        ("eip_in", "ipv4_addr : ipv4_addr"),
        ("eip_out", "ipv4_addr : ipv4_addr"),
        ("eip_pair", "ipv4_addr . ipv4_addr"),
    ] {
        table.set(name, kind);
    }
    let (pool, alias, machine) = (slice.pool, slice.alias, slice.machine_address());
    table.base_chain(
        "antispoof",
        "type filter hook prerouting priority raw; policy drop;",
        [
            r#"iifname { "lo", "igw" } accept"#,
            r#"pkttype { broadcast, multicast } fib saddr type local drop comment "own broadcasts looped back""#,
            r#"ip daddr 127.0.0.0/8 counter drop comment "to loopback""#,
            "iifname . ether saddr . ip saddr @eni_src accept",
            "ip saddr 0.0.0.0 ip daddr 255.255.255.255 udp sport 68 udp dport 67 iifname . ether saddr @eni_mac accept",
            "iifname @nosrcchk iifname . ether saddr @eni_mac accept",
            r#"counter comment "spoofed""#,
        ],
    );
    table.base_chain(
        "route_mark",
        "type filter hook prerouting priority mangle; policy accept;",
        ["meta mark set iifname map @eni_rt"],
    );
    table.base_chain(
        "nat_in",
        "type nat hook prerouting priority dstnat; policy accept;",
        [r#"iifname "igw" dnat ip to ip daddr map @eip_in"#],
    );
    table.base_chain(
        "nat_out",
        "type nat hook postrouting priority srcnat; policy accept;",
        [
            r#"oifname "igw" snat ip to ip saddr map @eip_out"#.to_owned(),
            // A guest can't answer 127.x; groups have judged the true address before this.
            format!("ip saddr 127.0.0.0/8 oifname @eni_tap snat ip to {machine}"),
        ],
    );
    table.base_chain(
        "gateway_guard",
        "type filter hook postrouting priority srcnat + 10; policy accept;",
        [
            format!(r#"oifname "igw" ip saddr != {{ {pool}, {alias} }} counter drop comment "no public address""#),
            // Translations outlive their rules: a connection ends when its address goes to somebody else.
            r#"oifname "igw" ct direction original ip saddr . ct original ip saddr != @eip_pair counter drop"#
                .to_owned(),
        ],
    );
    let mut input = vec![
        r#"iifname "lo" accept"#.to_owned(),
        "ct state established,related accept".to_owned(),
        "udp sport 68 udp dport 67 accept".to_owned(),
        format!("ip daddr {METADATA} tcp dport 80 accept"),
        format!("ip daddr {CLOCK} udp dport 123 accept"),
    ];
    if spec.dns_support {
        let resolver = resolver(spec);
        input.push(format!("ip daddr {{ {resolver}, {RESOLVER} }} meta l4proto {{ tcp, udp }} th dport 53 accept"));
    }
    input.push(r#"counter comment "to the router""#.to_owned());
    table.base_chain("input", "type filter hook input priority filter; policy drop;", input);
    table.base_chain(
        "group_egress",
        "type filter hook forward priority filter; policy drop;",
        [
            "ct state invalid drop",
            "ct state related accept",
            "ct state established ct direction reply accept",
            r#"iifname "igw" accept"#,
            "iifname vmap @eni_eg",
            r#"counter comment "egress denied""#,
        ],
    );
    table.base_chain(
        "group_ingress",
        "type filter hook forward priority filter + 10; policy drop;",
        [
            "ct state related accept",
            "ct state established ct direction reply accept",
            r#"iifname "igw" ct status & dnat != dnat counter drop comment "not by a public address""#,
            r#"iifname "igw" ct direction original ct original ip daddr . ip daddr != @eip_pair counter drop"#,
            r#"oifname "igw" accept"#,
            "oifname vmap @eni_in",
            r#"counter comment "ingress denied""#,
        ],
    );
}

/// The `arp` table: a guest speaks for its own addresses only.
fn arp(ports: &[Port]) -> Table {
    let mut table = Table::new("arp vpc");
    let known = table.set("eni_arp", "ifname . ether_addr . ipv4_addr");
    for port in ports {
        let speaker = format!("\"{}\" . {}", port.tap, port.spec.mac);
        // A guest that looks whether its address is free asks from 0.0.0.0.
        known.add(format!("{speaker} . 0.0.0.0"));
        for address in &port.spec.addresses {
            known.add(format!("{speaker} . {}", address.private));
        }
    }
    table.base_chain(
        "in",
        "type filter hook input priority filter; policy drop;",
        [
            r#"iifname "igw" accept"#,
            "iifname . arp saddr ether . arp saddr ip @eni_arp accept",
            r#"counter comment "spoofed""#,
        ],
    );
    table
}

/// The VPC's blocks, for those who ask whether an address is inside.
pub(crate) fn contains(spec: &VpcSpec, address: Ipv4Addr) -> bool {
    spec.cidrs.iter().any(|cidr: &Ipv4Net| cidr.contains(&address))
}

//! Addresses, routes, neighbours and rules of one namespace as data, and the `ip` batches that turn what is there into
//! what is wanted.
//!
//! What is there is always asked of the kernel (`apply::observe`), never remembered: a tap takes its routes and
//! neighbours with it when its QEMU ends.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    net::Ipv4Addr,
};

use ipnet::Ipv4Net;

/// The table that packets without a mark are routed by.
pub(crate) const MAIN: u32 = 254;
/// The table that is asked before all others.
pub(crate) const LOCAL: u32 = 255;

/// Everything of a namespace that `ip` sets and that Fogbank decides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct IpState {
    /// Device and address.
    pub addresses: BTreeSet<(String, Ipv4Net)>,
    pub routes: BTreeMap<RouteKey, Via>,
    /// Permanent neighbours: device and address to hardware address.
    pub neighbours: BTreeMap<(String, Ipv4Addr), String>,
    /// Marks and the tables they are routed by; a rule's priority follows from its mark.
    pub rules: BTreeMap<u32, u32>,
}

/// What tells one route from another: the same destination may be in several tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct RouteKey {
    pub table: u32,
    pub to: Ipv4Net,
}

/// Where a route leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Via {
    /// Drops silently.
    Blackhole,
    Device {
        device: String,
        /// The next hop, taken as reachable on the device whatever its address.
        gateway: Option<Ipv4Addr>,
        /// The address of this namespace that its own packets have.
        source: Option<Ipv4Addr>,
    },
}

/// Where the rules of marks are in the order of all rules: after `local`, before `main`.
fn priority(mark: u32) -> u32 {
    1000 + mark
}

impl IpState {
    pub(crate) fn address(&mut self, device: &str, address: Ipv4Addr, prefix: u8) {
        let net = Ipv4Net::new(address, prefix).expect("a prefix of at most 32");
        self.addresses.insert((device.to_owned(), net));
    }

    pub(crate) fn route(&mut self, table: u32, to: Ipv4Net, via: Via) {
        self.routes.insert(RouteKey { table, to }, via);
    }

    pub(crate) fn neighbour(&mut self, device: &str, address: Ipv4Addr, mac: &str) {
        self.neighbours.insert((device.to_owned(), address), mac.to_owned());
    }
}

/// The batch that turns `present` into `wanted`; empty if they are equal. Routes are replaced in place, so that a
/// route that only changes never is away.
pub(crate) fn difference(present: &IpState, wanted: &IpState) -> String {
    let mut batch = String::new();
    for (device, address) in wanted.addresses.difference(&present.addresses) {
        let _ = writeln!(batch, "addr replace {address} dev {device}");
    }
    for ((device, address), mac) in &wanted.neighbours {
        if present.neighbours.get(&(device.clone(), *address)) != Some(mac) {
            let _ = writeln!(batch, "neigh replace {address} lladdr {mac} dev {device} nud permanent");
        }
    }
    for (key, via) in wanted.routes.iter().filter(|(key, via)| present.routes.get(key) != Some(via)) {
        let _ = writeln!(batch, "route replace {}", route_text(key, via));
    }
    for (mark, table) in wanted.rules.iter().filter(|(mark, table)| present.rules.get(mark) != Some(table)) {
        let _ = writeln!(batch, "rule add fwmark {mark} lookup {table} pref {}", priority(*mark));
    }
    for (mark, table) in present.rules.iter().filter(|(mark, table)| wanted.rules.get(mark) != Some(table)) {
        let _ = writeln!(batch, "rule del fwmark {mark} lookup {table} pref {}", priority(*mark));
    }
    for (key, via) in present.routes.iter().filter(|(key, _)| !wanted.routes.contains_key(key)) {
        let kind = if *via == Via::Blackhole { "blackhole " } else { "" };
        let _ = writeln!(batch, "route del {kind}{} table {}", key.to, key.table);
    }
    for (device, address) in present.neighbours.keys().filter(|key| !wanted.neighbours.contains_key(key)) {
        let _ = writeln!(batch, "neigh del {address} dev {device}");
    }
    for (device, address) in present.addresses.difference(&wanted.addresses) {
        let _ = writeln!(batch, "addr del {address} dev {device}");
    }
    batch
}

fn route_text(key: &RouteKey, via: &Via) -> String {
    match via {
        Via::Blackhole => format!("blackhole {} table {}", key.to, key.table),
        Via::Device { device, gateway, source } => {
            let gateway = gateway.map(|gateway| format!(" via {gateway}")).unwrap_or_default();
            let onlink = if gateway.is_empty() { "" } else { " onlink" };
            let source = source.map(|source| format!(" src {source}")).unwrap_or_default();
            format!("{}{gateway} dev {device}{onlink}{source} table {}", key.to, key.table)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_speaks_only_of_what_changes() {
        let net = |text: &str| text.parse::<Ipv4Net>().unwrap();
        let device = |gateway: Option<&str>| Via::Device {
            device: "t1".into(),
            gateway: gateway.map(|gateway| gateway.parse().unwrap()),
            source: None,
        };
        let mut present = IpState::default();
        present.address("lo", [10, 0, 0, 1].into(), 32);
        present.route(MAIN, net("10.0.0.5/32"), device(None));
        present.route(1001, net("0.0.0.0/0"), Via::Blackhole);
        present.route(1001, net("10.0.0.0/16"), Via::Blackhole);
        present.neighbour("t1", [10, 0, 0, 5].into(), "06:00:00:00:00:05");
        present.rules.insert(1, 1001);
        let mut wanted = present.clone();
        assert_eq!(difference(&present, &wanted), "");

        wanted.addresses.clear();
        wanted.address("lo", [10, 0, 0, 2].into(), 32);
        wanted.routes.clear();
        wanted.route(MAIN, net("10.0.0.6/32"), device(None));
        wanted.route(1001, net("0.0.0.0/0"), device(Some("100.64.0.2")));
        wanted.neighbours.clear();
        wanted.neighbour("t1", [10, 0, 0, 6].into(), "06:00:00:00:00:05");
        wanted.rules.insert(2, 1002);
        insta::assert_snapshot!(difference(&present, &wanted), @"
        addr replace 10.0.0.2/32 dev lo
        neigh replace 10.0.0.6 lladdr 06:00:00:00:00:05 dev t1 nud permanent
        route replace 10.0.0.6/32 dev t1 table 254
        route replace 0.0.0.0/0 via 100.64.0.2 dev t1 onlink table 1001
        rule add fwmark 2 lookup 1002 pref 1002
        route del 10.0.0.5/32 table 254
        route del blackhole 10.0.0.0/16 table 1001
        neigh del 10.0.0.5 dev t1
        addr del 10.0.0.1/32 dev lo
        ");
    }
}

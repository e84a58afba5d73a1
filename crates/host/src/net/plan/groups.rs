//! Security groups as chains: one group is a chain for each direction and a set of its members' addresses.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use hostlink::{GroupSpec, Peer, RuleSpec, Traffic};
use ipnet::IpNet;
use model::SecurityGroupId;

use crate::net::{MachineSlice, render::nft::Table};

/// Adds the chains of the groups that ports are in, and the sets of those that rules name.
pub(super) fn add(
    table: &mut Table,
    used: &BTreeSet<SecurityGroupId>,
    groups: &BTreeMap<SecurityGroupId, Arc<GroupSpec>>,
    slice: &MachineSlice,
) {
    let mut named = BTreeSet::new();
    for id in used {
        // A group that is not known (yet) allows nothing.
        let (ingress, egress) = groups.get(id).map(|g| (&g.ingress[..], &g.egress[..])).unwrap_or_default();
        for rule in ingress.iter().chain(egress) {
            if let Peer::Group(peer) = &rule.peer {
                named.insert(peer.clone());
            }
        }
        table.chain(format!("{id}_in"), rules(ingress, "saddr", slice));
        table.chain(format!("{id}_eg"), rules(egress, "daddr", slice));
    }
    for id in named {
        let set = table.set(format!("{id}_m"), "ipv4_addr");
        groups.get(&id).into_iter().flat_map(|group| &group.members).for_each(|member| set.add(member));
    }
}

fn rules(rules: &[RuleSpec], peer_field: &str, slice: &MachineSlice) -> Vec<String> {
    rules.iter().filter_map(|rule| v4_rule(rule, peer_field, slice)).collect()
}

/// The IPv4 half of a rule. The IPv6 half is empty as long as guests have no such addresses.
fn v4_rule(rule: &RuleSpec, peer_field: &str, slice: &MachineSlice) -> Option<String> {
    let peer = match &rule.peer {
        Peer::Cidr(IpNet::V6(_)) => return None,
        Peer::Cidr(IpNet::V4(net)) if net.prefix_len() == 0 => String::new(),
        // Guests see each other's public addresses as aliases, users write the addresses.
        Peer::Cidr(IpNet::V4(net)) => match slice.aliases_in(net.trunc()) {
            Some(aliases) => format!("ip {peer_field} {{ {}, {aliases} }} ", net.trunc()),
            None => format!("ip {peer_field} {} ", net.trunc()),
        },
        Peer::Group(id) => format!("ip {peer_field} @{id}_m "),
    };
    let traffic = match rule.traffic {
        Traffic::All => String::new(),
        Traffic::Tcp { from, to } => ports("tcp", from, to),
        Traffic::Udp { from, to } => ports("udp", from, to),
        Traffic::Icmp { kind: None, .. } => "meta l4proto icmp ".to_owned(),
        Traffic::Icmp { kind: Some(kind), code: None } => format!("icmp type {kind} "),
        Traffic::Icmp { kind: Some(kind), code: Some(code) } => format!("icmp type {kind} icmp code {code} "),
        Traffic::Icmpv6 { .. } => return None,
        Traffic::Protocol(number) => format!("meta l4proto {number} "),
    };
    Some(format!("{peer}{traffic}accept"))
}

fn ports(protocol: &str, from: u16, to: u16) -> String {
    match (from, to) {
        (0, u16::MAX) => format!("meta l4proto {protocol} "),
        _ if from == to => format!("{protocol} dport {from} "),
        // An empty range matches nothing, and nft refuses to load it.
        _ if from > to => format!("{protocol} dport 0 {protocol} dport 1 "),
        _ => format!("{protocol} dport {from}-{to} "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_as_nft_has_them() {
        let slice = MachineSlice::test();
        let cidr = |text: &str| Peer::Cidr(text.parse().unwrap());
        let group = Peer::Group(SecurityGroupId::trusted("sg-0000000000000000b"));
        let anywhere = || cidr("0.0.0.0/0");
        for (traffic, peer, expected) in [
            (Traffic::All, anywhere(), Some("accept")),
            (Traffic::All, group.clone(), Some("ip saddr @sg-0000000000000000b_m accept")),
            (Traffic::Tcp { from: 22, to: 22 }, anywhere(), Some("tcp dport 22 accept")),
            (
                Traffic::Udp { from: 1000, to: 2000 },
                cidr("192.0.2.0/24"),
                Some("ip saddr 192.0.2.0/24 udp dport 1000-2000 accept"),
            ),
            (
                Traffic::Tcp { from: 0, to: 65535 },
                group,
                Some("ip saddr @sg-0000000000000000b_m meta l4proto tcp accept"),
            ),
            (Traffic::Icmp { kind: None, code: None }, anywhere(), Some("meta l4proto icmp accept")),
            (Traffic::Icmp { kind: Some(8), code: None }, anywhere(), Some("icmp type 8 accept")),
            (Traffic::Icmp { kind: Some(3), code: Some(4) }, anywhere(), Some("icmp type 3 icmp code 4 accept")),
            (Traffic::Protocol(50), cidr("10.0.0.1/32"), Some("ip saddr 10.0.0.1/32 meta l4proto 50 accept")),
            (Traffic::All, cidr("127.31.0.5/32"), Some("ip saddr { 127.31.0.5/32, 198.18.0.5/32 } accept")),
            (Traffic::All, cidr("::/0"), None),
            (Traffic::Icmpv6 { kind: None, code: None }, anywhere(), None),
        ] {
            let rule = RuleSpec { traffic, peer };
            assert_eq!(v4_rule(&rule, "saddr", &slice).as_deref(), expected, "{rule:?}");
        }
    }
}

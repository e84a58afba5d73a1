//! What a cloud has in the machine's own namespace: one device, one address, one route, one table.

use super::UplinkPlan;
use crate::net::{
    Egress, MachineSlice,
    render::{
        ip::{IpState, LOCAL, MAIN, Via},
        nft::{Ruleset, Table},
    },
};

/// The machine's own namespace, as far as it is this cloud's.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct HostPlan {
    /// The machine's end of the link to the uplink.
    pub device: String,
    /// The uplink's namespace.
    pub uplink: String,
    pub ip: IpState,
    pub rules: Ruleset,
}

/// Plans the machine's own namespace. `opened` are devices that forward only because of us: the guard keeps others
/// from using the machine as a router through them.
pub(crate) fn host(
    uplink: &UplinkPlan,
    slice: &MachineSlice,
    egress: Egress,
    host_ports: &[u16],
    opened: &[String],
) -> HostPlan {
    let device = format!("{}-up", slice.prefix());
    let mut ip = IpState::default();
    ip.address(&device, slice.machine_address(), slice.link.prefix_len());
    // In the table `local` a longer prefix beats 127.0.0.0/8; elsewhere it would never be asked.
    let table = if slice.pool.network().is_loopback() { LOCAL } else { MAIN };
    let source = slice.pool.network().is_loopback().then_some(std::net::Ipv4Addr::LOCALHOST);
    let via = Via::Device { device: device.clone(), gateway: Some(slice.uplink_address()), source };
    ip.route(table, slice.pool, via);
    let rules = vec![rules(&device, slice, egress, host_ports, opened)];
    HostPlan { device, uplink: uplink.namespace.clone(), ip, rules }
}

fn rules(device: &str, slice: &MachineSlice, egress: Egress, host_ports: &[u16], opened: &[String]) -> Table {
    let (machine, uplink) = (slice.machine_address(), slice.uplink_address());
    let mut table = Table::new(format!("inet {}", slice.prefix()));

    let mut input = vec![format!(r#"iifname != "{device}" accept"#), "ct state established,related accept".to_owned()];
    if !host_ports.is_empty() {
        let ports: Vec<String> = host_ports.iter().map(u16::to_string).collect();
        input.push(format!("ip daddr {machine} tcp dport {{ {} }} accept", ports.join(", ")));
    }
    input.push("counter drop".to_owned());
    table.base_chain("from_guests", "type filter hook input priority filter; policy accept;", input);

    let mut forward = vec![
        format!(r#"oifname "{device}" ct state established,related accept"#),
        format!(r#"oifname "{device}" counter drop comment "guests are reached from this machine only""#),
    ];
    if egress == Egress::None {
        forward.push(format!(r#"iifname "{device}" counter drop"#));
    }
    if !opened.is_empty() {
        let devices: Vec<String> = opened.iter().map(|device| format!("\"{device}\"")).collect();
        forward.push(format!(
            r#"iifname {{ {} }} ct state new ct status & dnat != dnat counter drop comment "this machine is no router""#,
            devices.join(", ")
        ));
    }
    table.base_chain("forward", "type filter hook forward priority filter; policy accept;", forward);
    if egress == Egress::Machine {
        table.base_chain(
            "nat_out",
            "type nat hook postrouting priority srcnat; policy accept;",
            [format!(r#"ip saddr {uplink} oifname != "{device}" masquerade"#)],
        );
    }
    table
}

//! A VPC's route tables as kernel route tables.
//!
//! Each table holds everything that its subnets' packets may need, so that it is asked before `main`: a /32 for each
//! interface whose best route is the local one, the VPC's blocks as blackholes under them, and the table's own routes.
//! A route that is more specific than the local one therefore wins, as it does for a middlebox in EC2. What no route
//! matches is dropped silently.

use std::collections::BTreeMap;

use hostlink::{RouteSpec, RouteTarget, VpcSpec};
use ipnet::{IpNet, Ipv4Net};

use super::{GATEWAY, Port};
use crate::net::{MachineSlice, render::ip::Via};

/// The destinations of one route table. `live` are the ports whose tap is there.
pub(super) fn table(
    routes: &[RouteSpec],
    vpc: &VpcSpec,
    live: &[&Port],
    slice: &MachineSlice,
) -> BTreeMap<Ipv4Net, Via> {
    let routes: Vec<(Ipv4Net, &RouteTarget)> = routes
        .iter()
        .filter_map(|route| match route.destination {
            IpNet::V4(net) => Some((net.trunc(), &route.target)),
            IpNet::V6(_) => None,
        })
        .collect();
    // A default route is less specific than the VPC's own block, which is always local.
    let is_local = |to: &Ipv4Net| {
        let best = routes.iter().filter(|(net, _)| net.contains(to)).max_by_key(|(net, _)| net.prefix_len());
        let block = vpc.cidrs.iter().filter(|cidr| cidr.contains(to)).map(Ipv4Net::prefix_len).max();
        best.is_none_or(|(net, target)| **target == RouteTarget::Local || Some(net.prefix_len()) <= block)
    };
    let mut table = local(vpc, live);
    table.retain(|to, via| *via == Via::Blackhole || is_local(to));
    for (to, target) in routes {
        let via = match target {
            RouteTarget::Local => continue,
            RouteTarget::InternetGateway if vpc.internet_gateway => {
                Via::Device { device: GATEWAY.to_owned(), gateway: Some(slice.uplink_address()), source: None }
            }
            RouteTarget::InternetGateway | RouteTarget::Blackhole => Via::Blackhole,
            // What isn't for the interface itself reaches it only when its source/destination check is off.
            RouteTarget::Interface(id) => match live.iter().find(|port| port.id == *id && !port.spec.source_dest_check)
            {
                Some(port) => Via::Device { device: port.tap.clone(), gateway: Some(port.primary()), source: None },
                None => Via::Blackhole,
            },
        };
        table.insert(to, via);
    }
    table.entry(Ipv4Net::default()).or_insert(Via::Blackhole);
    table
}

/// The VPC's blocks as blackholes, and a way to each address in them.
pub(super) fn local(vpc: &VpcSpec, live: &[&Port]) -> BTreeMap<Ipv4Net, Via> {
    let blocks = vpc.cidrs.iter().map(|cidr| (cidr.trunc(), Via::Blackhole));
    let addresses = live.iter().flat_map(|port| {
        port.spec.addresses.iter().map(|address| {
            let via = Via::Device { device: port.tap.clone(), gateway: None, source: Some(port.router) };
            (Ipv4Net::from(address.private), via)
        })
    });
    blocks.chain(addresses).collect()
}

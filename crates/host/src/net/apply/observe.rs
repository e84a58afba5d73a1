//! What the kernel has, as data.

use std::{collections::BTreeSet, net::Ipv4Addr};

use ipnet::Ipv4Net;
use serde_json::Value;

use super::{place::Place, tools};
use crate::net::{
    NetError,
    render::ip::{IpState, LOCAL, MAIN, RouteKey, Via},
};

/// All that a namespace has, where all of it is ours.
pub(crate) fn namespace(place: &Place) -> Result<IpState, NetError> {
    let addresses = json(place, &["-4", "-j", "addr", "show"])?;
    let routes = json(place, &["-4", "-j", "route", "show", "table", "all"])?;
    let neighbours = json(place, &["-4", "-j", "neigh", "show", "nud", "permanent"])?;
    let rules = json(place, &["-4", "-j", "rule", "show"])?;
    let neighbour = |entry: &Value| {
        let address = text(entry, "dst")?.parse().ok()?;
        Some(((text(entry, "dev")?.to_owned(), address), text(entry, "lladdr")?.to_owned()))
    };
    Ok(IpState {
        addresses: addresses.iter().flat_map(address).collect(),
        routes: routes.iter().filter_map(route).filter(|(key, _)| key.table != LOCAL).collect(),
        neighbours: neighbours.iter().filter_map(neighbour).collect(),
        rules: rules.iter().filter_map(rule).collect(),
    })
}

/// What leads through one device of the machine's own namespace.
pub(crate) fn device(place: &Place, name: &str) -> Result<IpState, NetError> {
    let addresses = json(place, &["-4", "-j", "addr", "show", "dev", name])?;
    // Asking for one table that has no route yet is an error; all of them always exist.
    let routes = json(place, &["-4", "-j", "route", "show", "table", "all"])?;
    let through = |via: &Via| matches!(via, Via::Device { device, .. } if device == name);
    Ok(IpState {
        addresses: addresses.iter().flat_map(address).collect(),
        routes: routes.iter().filter_map(route).filter(|(_, via)| through(via)).collect(),
        ..IpState::default()
    })
}

/// The names of a namespace's devices.
pub(crate) fn devices(place: &Place) -> Result<BTreeSet<String>, NetError> {
    let links = json(place, &["-j", "link", "show"])?;
    Ok(links.iter().filter_map(|link| Some(text(link, "ifname")?.to_owned())).collect())
}

/// Devices by which the machine reaches other networks through a gateway.
pub(crate) fn outward_devices() -> Result<BTreeSet<String>, NetError> {
    let routes = json(&Place::Machine, &["-4", "-j", "route", "show"])?;
    let outward =
        routes.iter().filter(|route| text(route, "dst") == Some("default") || text(route, "gateway").is_some());
    Ok(outward.filter_map(|route| Some(text(route, "dev")?.to_owned())).collect())
}

fn json(place: &Place, arguments: &[&str]) -> Result<Vec<Value>, NetError> {
    let printed = tools::ip(place, arguments)?;
    // Some versions print nothing at all, not even `[]`, where there is nothing.
    if printed.trim().is_empty() {
        return Ok(Vec::new());
    }
    serde_json::from_str(&printed).map_err(|error| NetError::Tool {
        tool: "ip",
        place: place.describe(),
        message: format!("unreadable answer to `ip {}`: {error}", arguments.join(" ")),
    })
}

fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value.get(key)?.as_str()
}

fn address(link: &Value) -> Vec<(String, Ipv4Net)> {
    let Some(device) = text(link, "ifname") else { return Vec::new() };
    let infos = link.get("addr_info").and_then(Value::as_array).into_iter().flatten();
    infos
        .filter_map(|info| {
            let address: Ipv4Addr = text(info, "local")?.parse().ok()?;
            let prefix = u8::try_from(info.get("prefixlen")?.as_u64()?).ok()?;
            Some((device.to_owned(), Ipv4Net::new(address, prefix).ok()?))
        })
        .collect()
}

/// A route, unless the kernel made it by itself.
fn route(route: &Value) -> Option<(RouteKey, Via)> {
    if text(route, "protocol") == Some("kernel") {
        return None;
    }
    let to = match text(route, "dst")? {
        "default" => Ipv4Net::default(),
        net if net.contains('/') => net.parse().ok()?,
        address => Ipv4Net::from(address.parse::<Ipv4Addr>().ok()?),
    };
    let table = match text(route, "table") {
        None | Some("main") => MAIN,
        Some("local") => LOCAL,
        Some(number) => number.parse().ok()?,
    };
    let parsed = |key: &str| text(route, key).and_then(|address| address.parse().ok());
    let via = match text(route, "type") {
        Some("blackhole") => Via::Blackhole,
        None | Some("unicast") => Via::Device {
            device: text(route, "dev").unwrap_or_default().to_owned(),
            gateway: parsed("gateway"),
            source: parsed("prefsrc"),
        },
        Some(_) => return None,
    };
    Some((RouteKey { table, to }, via))
}

/// The mark and table of a rule; rules without a mark are the kernel's own.
fn rule(rule: &Value) -> Option<(u32, u32)> {
    let mark = text(rule, "fwmark")?;
    let mark = match mark.strip_prefix("0x") {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => mark.parse().ok()?,
    };
    Some((mark, text(rule, "table")?.parse().ok()?))
}

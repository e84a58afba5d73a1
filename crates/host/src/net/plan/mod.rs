//! Decides what each namespace is to hold. Pure: specifications, numbers and this cloud's slice in, data out.

mod groups;
mod host;
mod port;
mod routes;
#[cfg(test)]
mod tests;
mod uplink;
mod vpc;

pub(crate) use host::{HostPlan, host};
pub(crate) use port::Port;
pub(crate) use uplink::{Leg, UplinkPlan, uplink};
pub(crate) use vpc::{CLOCK, METADATA, RESOLVER, VpcPlan, contains, vpc};

/// The gateway's hardware address on every tap: guests keep it in their ARP caches across a stop and a start.
pub(crate) const ROUTER_MAC: &str = "02:00:00:00:00:01";
/// The device of a VPC's namespace that leads to the uplink.
pub(crate) const GATEWAY: &str = "igw";
/// The device of the uplink that leads to the machine.
pub(crate) const TO_HOST: &str = "hst";

/// A locally administered hardware address of one end of the link between the uplink and a VPC.
fn link_mac(end: u8, number: u32) -> String {
    let [a, b, c, d] = number.to_be_bytes();
    format!("02:{end:02x}:{a:02x}:{b:02x}:{c:02x}:{d:02x}")
}

/// The hardware address of the uplink's end of the link to a VPC.
pub(crate) fn uplink_mac(number: u32) -> String {
    link_mac(0xfb, number)
}

/// The hardware address of a VPC's end of the link to the uplink.
pub(crate) fn gateway_mac(number: u32) -> String {
    link_mac(0xfa, number)
}

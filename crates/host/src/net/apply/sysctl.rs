//! Kernel settings, all of them of one network namespace or one device.

use std::{fs, io};

use super::place::Place;
use crate::net::NetError;

/// Writes settings below `/proc/sys/net`, in one visit. Settings that the kernel lacks (IPv6 may not be built in) are
/// passed over where `optional` says so.
pub(crate) fn write(place: &Place, settings: &[Setting]) -> Result<(), NetError> {
    place.run(|| {
        for Setting { name, value, optional } in settings {
            let path = format!("/proc/sys/net/{name}");
            // A write of the same value is not free of effects: forwarding resets other settings of its device.
            if fs::read_to_string(&path).is_ok_and(|present| present.trim() == *value) {
                continue;
            }
            match fs::write(&path, value) {
                Err(error) if *optional && error.kind() == io::ErrorKind::NotFound => {}
                written => written.map_err(NetError::system(format!("write {value} to {path}")))?,
            }
        }
        Ok(())
    })
}

/// Reads a setting below `/proc/sys/net`; `None` when there is no such.
pub(crate) fn read(place: &Place, name: &str) -> Option<String> {
    place.run(|| Ok(fs::read_to_string(format!("/proc/sys/net/{name}")).ok())).ok()?.map(|text| text.trim().to_owned())
}

/// A name below `/proc/sys/net` and its value.
pub(crate) struct Setting {
    name: String,
    value: &'static str,
    optional: bool,
}

pub(crate) fn set(name: impl Into<String>, value: &'static str) -> Setting {
    Setting { name: name.into(), value, optional: false }
}

pub(crate) fn set_if_there(name: impl Into<String>, value: &'static str) -> Setting {
    Setting { name: name.into(), value, optional: true }
}

/// A namespace that routes and does nothing else.
pub(crate) fn router() -> Vec<Setting> {
    let mut settings = vec![set("ipv4/ip_forward", "1")];
    for scope in ["all", "default"] {
        for (name, value) in
            [("rp_filter", "0"), ("send_redirects", "0"), ("accept_redirects", "0"), ("accept_source_route", "0")]
        {
            settings.push(set(format!("ipv4/conf/{scope}/{name}"), value));
        }
        settings.push(set_if_there(format!("ipv6/conf/{scope}/disable_ipv6"), "1"));
    }
    settings
}

/// A device through which 127.x travels.
pub(crate) fn carries_loopback(device: &str) -> Setting {
    set(format!("ipv4/conf/{device}/route_localnet"), "1")
}

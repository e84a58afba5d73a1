//! Which part of the machine belongs to which cloud, so that several clouds on one machine never touch each other.
//!
//! A cloud is its data directory. The registry of the machine gives each a number, and with it a tag for the names of
//! its kernel objects, a pool of public addresses and a network for its link to the host. The claim is written to the
//! data directory too, as a control plane hands out addresses from the pool that must be the same after a reboot, and
//! after the directory was moved. Entries of data directories that are gone are given to others.
//!
//! Asked by the host agent (as root) and by the control plane (as whoever runs it): without the right to write the
//! registry the answer is only kept in the data directory.

use std::{
    collections::BTreeMap,
    fs, io,
    net::Ipv4Addr,
    path::{Path, PathBuf},
};

use ipnet::Ipv4Net;
use nix::fcntl::{Flock, FlockArg};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{NetError, files};

/// Where the registry of the machine is. Below `/var`, not `/run`: claims outlive a reboot.
pub(crate) const REGISTRY_DIR: &str = "/var/lib/fogbank/machine";
/// The claim's file in the data directory.
const CLAIM_FILE: &str = "machine.json";
/// The number of slices: 127.31/16 to 127.254/16.
const SLICES: u8 = 224;

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
    /// each public address has an alias here with the same low bits. Never seen outside the cloud's own namespaces,
    /// so all clouds have the same ones.
    pub alias: Ipv4Net,
}

impl MachineSlice {
    fn new(tag: String, number: u8) -> Self {
        let net = |a, b, c, prefix| Ipv4Net::new(Ipv4Addr::new(a, b, c, 0), prefix).expect("a prefix of at most 32");
        Self { tag, pool: net(127, 31 + number, 0, 16), link: net(100, 64, number, 24), alias: net(198, 18, 0, 16) }
    }

    /// The first slice of a machine, with a tag that reads well in expected texts.
    #[cfg(test)]
    pub(crate) fn test() -> Self {
        Self::new("abcde".into(), 0)
    }

    /// The machine's end of the link: the address under which guests see programs of the machine.
    pub fn machine_address(&self) -> Ipv4Addr {
        nth(self.link, 1)
    }

    /// The cloud's end of the link.
    pub fn uplink_address(&self) -> Ipv4Addr {
        nth(self.link, 2)
    }

    /// The address by which other guests reach `public`; itself if it isn't one of the pool.
    pub fn alias_of(&self, public: Ipv4Addr) -> Ipv4Addr {
        if self.pool.contains(&public) {
            Ipv4Addr::from(u32::from(self.alias.network()) | (u32::from(public) & u32::from(self.pool.hostmask())))
        } else {
            public
        }
    }

    /// The aliases of the part of the pool that lies in `net`, if any does.
    pub fn aliases_in(&self, net: Ipv4Net) -> Option<Ipv4Net> {
        let part = if net.contains(&self.pool) {
            self.pool
        } else if self.pool.contains(&net) {
            net
        } else {
            return None;
        };
        Some(Ipv4Net::new(self.alias_of(part.network()), part.prefix_len()).expect("a prefix of at most 32"))
    }

    /// What the names of all kernel objects of this cloud begin with.
    pub fn prefix(&self) -> String {
        format!("fb{}", self.tag)
    }
}

/// The address that is `n` after the network's own.
pub(crate) fn nth(net: Ipv4Net, n: u32) -> Ipv4Addr {
    Ipv4Addr::from(u32::from(net.network()).wrapping_add(n))
}

/// The slice of the cloud in `data_dir`, taken now if it has none yet. Stable for the life of the data directory.
pub fn claim(data_dir: &Path) -> Result<MachineSlice, NetError> {
    claim_in(Path::new(REGISTRY_DIR), data_dir)
}

/// The claims of a machine by data directory.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Registry {
    clouds: BTreeMap<PathBuf, MachineSlice>,
}

/// `claim` with another registry, for tests and for machines within machines.
pub fn claim_in(registry_dir: &Path, data_dir: &Path) -> Result<MachineSlice, NetError> {
    let attempt = || format!("claim addresses of this machine for {}", data_dir.display());
    fs::create_dir_all(data_dir).map_err(NetError::system(attempt()))?;
    let data_dir = fs::canonicalize(data_dir).map_err(NetError::system(attempt()))?;
    let _lock = lock(registry_dir).map_err(NetError::system(attempt()))?;

    let registry_file = registry_dir.join("claims.json");
    let own_file = data_dir.join(CLAIM_FILE);
    let mut registry: Registry = files::read_json(&registry_file).map_err(NetError::system(attempt()))?;
    let own: Option<MachineSlice> = files::read_json(&own_file).map_err(NetError::system(attempt()))?;

    // Only what is known to be gone is given away; a directory that may not be looked into is not.
    registry.clouds.retain(|dir, _| !matches!(dir.try_exists(), Ok(false)));
    let slice = decide(&registry, &data_dir, own.as_ref())?;
    if own.as_ref() != Some(&slice) {
        files::write_json(&own_file, &slice).map_err(NetError::system(attempt()))?;
    }
    if registry.clouds.get(&data_dir) != Some(&slice) {
        registry.clouds.insert(data_dir, slice.clone());
        match files::write_json(&registry_file, &registry) {
            // An unprivileged control plane makes no kernel objects; its agent, if it has one, claims again as root.
            Err(error) if is_denied(&error) => {}
            written => written.map_err(NetError::system(attempt()))?,
        }
    }
    Ok(slice)
}

/// Holds off other claims on this machine; `None` for those who may not write the registry.
fn lock(registry_dir: &Path) -> io::Result<Option<Flock<fs::File>>> {
    let file = fs::create_dir_all(registry_dir)
        .and_then(|()| fs::OpenOptions::new().create(true).append(true).open(registry_dir.join("lock")));
    match file {
        Ok(file) => Flock::lock(file, FlockArg::LockExclusive).map(Some).map_err(|(_, errno)| errno.into()),
        Err(error) if is_denied(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

fn is_denied(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
}

/// What the cloud in `data_dir` gets, given the claims of all clouds that exist and what its own directory says.
fn decide(registry: &Registry, data_dir: &Path, own: Option<&MachineSlice>) -> Result<MachineSlice, NetError> {
    let others = || registry.clouds.iter().filter(|(dir, _)| *dir != data_dir);
    // What was handed out from a pool is in the store of the data directory, so its own word goes first.
    if let Some(own) = own.or_else(|| registry.clouds.get(data_dir)) {
        return match others().find(|(_, slice)| slice.pool == own.pool || slice.tag == own.tag) {
            Some((holder, _)) => {
                Err(NetError::PoolTaken { pool: own.pool, data_dir: data_dir.to_owned(), holder: holder.clone() })
            }
            None => Ok(own.clone()),
        };
    }
    let tag = (0u32..)
        .map(|attempt| tag(data_dir, attempt))
        .find(|tag| others().all(|(_, slice)| slice.tag != *tag))
        .expect("an endless supply of tags");
    (0..SLICES)
        .map(|number| MachineSlice::new(tag.clone(), number))
        .find(|slice| others().all(|(_, other)| other.pool != slice.pool))
        .ok_or(NetError::NoPoolLeft(usize::from(SLICES)))
}

/// Five characters of base 32 from the path's hash; `attempt` grows while another cloud has the same.
fn tag(data_dir: &Path, attempt: u32) -> String {
    const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
    let mut hash = Sha256::new();
    hash.update(data_dir.as_os_str().as_encoded_bytes());
    hash.update(attempt.to_be_bytes());
    let hash = hash.finalize();
    (0..5).map(|i| char::from(ALPHABET[usize::from(hash[i] & 31)])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cloud_keeps_its_slice() {
        let machine = tempfile::tempdir().unwrap();
        let (registry, one, two) =
            (machine.path().join("registry"), machine.path().join("one"), machine.path().join("two"));
        let first = claim_in(&registry, &one).unwrap();
        let second = claim_in(&registry, &two).unwrap();
        assert_eq!(first.pool.to_string(), "127.31.0.0/16");
        assert_eq!(second.pool.to_string(), "127.32.0.0/16");
        assert_eq!(second.link.to_string(), "100.64.1.0/24");
        assert_ne!(first.tag, second.tag);
        assert_eq!(claim_in(&registry, &one).unwrap(), first);

        // Also when the registry was lost and the other one asks first.
        fs::remove_dir_all(&registry).unwrap();
        assert_eq!(claim_in(&registry, &two).unwrap(), second);
        assert_eq!(claim_in(&registry, &one).unwrap(), first);
    }

    #[test]
    fn slices_of_vanished_clouds_are_given_again() {
        let machine = tempfile::tempdir().unwrap();
        let registry = machine.path().join("registry");
        claim_in(&registry, &machine.path().join("gone")).unwrap();
        claim_in(&registry, &machine.path().join("stays")).unwrap();
        fs::remove_dir_all(machine.path().join("gone")).unwrap();
        let new = claim_in(&registry, &machine.path().join("new")).unwrap();
        assert_eq!(new.pool.to_string(), "127.31.0.0/16");
    }

    #[test]
    fn a_copied_data_directory_is_refused() {
        let machine = tempfile::tempdir().unwrap();
        let registry = machine.path().join("registry");
        let (original, copy) = (machine.path().join("original"), machine.path().join("copy"));
        claim_in(&registry, &original).unwrap();
        fs::create_dir(&copy).unwrap();
        fs::copy(original.join(CLAIM_FILE), copy.join(CLAIM_FILE)).unwrap();
        let refusal = claim_in(&registry, &copy).unwrap_err();
        assert!(matches!(refusal, NetError::PoolTaken { .. }), "{refusal}");
    }

    #[test]
    fn aliases_have_the_low_bits_of_their_address() {
        let slice = MachineSlice::new("aaaaa".into(), 1);
        assert_eq!(slice.alias_of([127, 32, 7, 9].into()).to_string(), "198.18.7.9");
        assert_eq!(slice.alias_of([203, 0, 113, 9].into()).to_string(), "203.0.113.9");
        let aliases = |net: &str| slice.aliases_in(net.parse().unwrap()).map(|net| net.to_string());
        assert_eq!(aliases("127.32.7.9/32").as_deref(), Some("198.18.7.9/32"));
        assert_eq!(aliases("127.0.0.0/8").as_deref(), Some("198.18.0.0/16"));
        assert_eq!(aliases("127.31.0.0/16"), None);
    }
}

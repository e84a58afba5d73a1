//! Volumes: qcow2 overlays over snapshots that are served out of the vault, until they have all of their content themselves.
//!
//! ```text
//!   volumes/vol-….qcow2   what has been written or loaded since; nothing at first, whatever the size of the image
//!   volumes/vol-….json    its origin, until it is independent of that, and its size; the volume exists once this file does
//!   volumes/vol-….blank   of an encrypted volume: an empty file that its secret opens
//!   vault.sock            what volumes began as, by NBD
//!   bases/<root>.raw      the same as a file, where an earlier Fogbank has unpacked it
//!   scratch/snap-….*      a volume as it was at the moment of a snapshot, until it is in the vault
//!   since/vol-….json      the last snapshot from which on its QEMU notes what changes
//!   snapshots/snap-….json snapshots that are done, until the control plane has taken note
//! ```
//! One holder at a time: whoever works on a volume's file holds its `Lease`, a VM for as long as it has the disk.

mod base;
mod crypt;
mod error;
mod idle;
mod independence;
mod lease;
mod roots;
mod serve;
mod since;
mod snapshot;
mod space;
mod volume;

use std::{
    collections::HashMap,
    io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, OnceLock},
};

use model::{InstanceId, VolumeId};
use vault::Vault;

pub use crypt::VolumeKey;
pub use error::DiskError;
pub use independence::ToCopy;
pub use lease::{Holder, Lease};
pub use since::{FROM_ORIGIN, Parent};
#[cfg(test)]
pub(crate) use snapshot::allocated_bytes;
pub use snapshot::{Copied, CopyFiles, Done, Preparation, Progress};
pub use space::free_bytes;

use crate::{qemu::process::User, vm::folder::make_passage};

/// All disks of this host.
#[derive(Clone)]
pub struct Disks {
    inner: Arc<Inner>,
}

struct Inner {
    host_dir: PathBuf,
    vault: Arc<Vault>,
    /// Whom QEMU runs as, and its files belong to.
    user: Option<User>,
    leases: Mutex<HashMap<VolumeId, lease::Entry>>,
    /// Read-locked by who makes a volume or reads one with its base, write-locked by who removes bases.
    bases: tokio::sync::RwLock<()>,
    _serving: serve::Serving,
    /// Held while what `since/` has of a volume is changed.
    following: Mutex<()>,
    /// Who hears of volumes that VMs have grown.
    growth: OnceLock<OnGrowth>,
}

type OnGrowth = Box<dyn Fn(VolumeId) + Send + Sync>;

impl Disks {
    /// Makes the folders below `host_dir`, removes what an interrupted agent left unfinished, and serves snapshots to
    /// QEMUs, those that run already and wait for it before all.
    pub fn open(host_dir: &Path, vault: Arc<Vault>, user: Option<User>) -> io::Result<Self> {
        for folder in ["volumes", "bases"] {
            make_passage(&host_dir.join(folder), user)?;
        }
        // QEMU writes the copy of a running volume itself.
        make_passage(&host_dir.join("scratch"), user)?;
        // The socket lies in it.
        make_passage(host_dir, user)?;
        let serving = serve::Serving::start(host_dir, Arc::clone(&vault), user)?;
        for folder in ["snapshots", "since"] {
            make_passage(&host_dir.join(folder), None)?;
        }
        let inner = Inner {
            host_dir: host_dir.to_owned(),
            vault,
            user,
            leases: Mutex::default(),
            bases: tokio::sync::RwLock::default(),
            _serving: serving,
            following: Mutex::default(),
            growth: OnceLock::new(),
        };
        let disks = Self { inner: Arc::new(inner) };
        disks.remove_unfinished()?;
        Ok(disks)
    }

    fn remove_unfinished(&self) -> io::Result<()> {
        for folder in ["volumes", "scratch", "snapshots", "since"] {
            for entry in std::fs::read_dir(self.inner.host_dir.join(folder))? {
                let path = entry?.path();
                if path.extension().is_some_and(|extension| extension == "new") {
                    std::fs::remove_file(path)?;
                }
            }
        }
        Ok(())
    }

    /// Has somebody hear of volumes that VMs have grown. Only the first one does.
    pub fn on_growth(&self, hear: impl Fn(VolumeId) + Send + Sync + 'static) {
        let _ = self.inner.growth.set(Box::new(hear));
    }

    /// The instance that has the volume's disk, if one has.
    pub fn instance_with(&self, volume: &VolumeId) -> Option<InstanceId> {
        match lease::lock(&self.inner.leases).get(volume)?.holder()? {
            Holder::Instance(instance) => Some(instance.clone()),
            Holder::Job | Holder::Background(_) => None,
        }
    }

    fn path(&self, relative: impl AsRef<Path>) -> PathBuf {
        self.inner.host_dir.join(relative)
    }
}

#[cfg(test)]
mod tests;

//! What each region wants of this host: in memory, and on disk for the time without a control plane.
//!
//! Written a moment after it changed, many changes at a time: whoever changed it sends it whole when the connection is
//! lost, so an agent that dies within that moment misses nothing.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use hostlink::{Change, Desired};
use serde::{Deserialize, Serialize};

use crate::vm::folder::{read_json, write_json};

/// What one region wants, and the epoch of whoever said so.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Region {
    pub epoch: u64,
    pub desired: Desired,
}

/// All regions, for those who need to look at all of it: the network.
pub(super) type Shared = Arc<Mutex<BTreeMap<String, Region>>>;

pub(super) struct Regions {
    folder: PathBuf,
    regions: Shared,
    /// What has changed since it was written.
    unwritten: BTreeSet<String>,
}

/// Why a message was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Refused {
    #[error("its epoch {sent} is below {known}: another control plane has taken over")]
    LowerEpoch { sent: u64, known: u64 },
    #[error("no desired set of its epoch came before")]
    NoDesired,
}

impl Regions {
    pub fn load(host_dir: &Path) -> io::Result<Self> {
        let folder = host_dir.join("desired");
        fs::create_dir_all(&folder)?;
        let mut regions = BTreeMap::new();
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            let Some(name) = path.file_name().and_then(|name| name.to_str()?.strip_suffix(".json")) else { continue };
            // One that is not understood is better not guessed at: its VMs are let be until it is said again.
            match read_json(&path) {
                Ok(Some(region)) => drop(regions.insert(name.to_owned(), region)),
                Ok(None) => {}
                Err(error) => tracing::error!("{error}"),
            }
        }
        Ok(Self { folder, regions: Arc::new(Mutex::new(regions)), unwritten: BTreeSet::new() })
    }

    pub fn shared(&self) -> Shared {
        Arc::clone(&self.regions)
    }

    pub fn lock(&self) -> MutexGuard<'_, BTreeMap<String, Region>> {
        self.regions.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes the whole of what a region wants.
    pub fn replace(&mut self, region: &str, epoch: u64, desired: Desired) -> Result<(), Refused> {
        let mut regions = self.lock();
        let known = regions.entry(region.to_owned()).or_default();
        if epoch < known.epoch {
            return Err(Refused::LowerEpoch { sent: epoch, known: known.epoch });
        }
        *known = Region { epoch, desired };
        drop(regions);
        self.unwritten.insert(region.to_owned());
        Ok(())
    }

    /// Takes changes of what a region wants.
    pub fn change(&mut self, region: &str, epoch: u64, changes: Vec<Change>) -> Result<(), Refused> {
        let mut regions = self.lock();
        let known = regions.get_mut(region).ok_or(Refused::NoDesired)?;
        if epoch < known.epoch {
            return Err(Refused::LowerEpoch { sent: epoch, known: known.epoch });
        }
        if epoch > known.epoch {
            return Err(Refused::NoDesired);
        }
        for change in changes {
            known.desired.apply(change);
        }
        drop(regions);
        self.unwritten.insert(region.to_owned());
        Ok(())
    }

    pub fn is_written(&self) -> bool {
        self.unwritten.is_empty()
    }

    /// Writes what has changed. What can't be written just now stays unwritten.
    pub fn write(&mut self) {
        for name in std::mem::take(&mut self.unwritten) {
            // A copy is cheap, as specs are shared; the lock must not be held while the disk is waited for.
            let Some(region) = self.lock().get(&name).cloned() else { continue };
            if let Err(error) = write_json(&self.folder.join(format!("{name}.json")), &region) {
                tracing::error!(region = name, "can't keep what is wanted: {error}");
                self.unwritten.insert(name);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use model::VolumeId;

    use super::*;
    use crate::vm::testing::{volume, volume_id};

    fn with(number: u32) -> Desired {
        let mut desired = Desired::default();
        desired.volumes.insert(volume_id(number), Arc::new(volume(1)));
        desired
    }

    fn volumes(regions: &Regions) -> Vec<VolumeId> {
        regions.lock()["us-east-1"].desired.volumes.keys().cloned().collect()
    }

    #[test]
    fn it_is_there_after_a_restart() {
        let host = tempfile::tempdir().unwrap();
        let mut regions = Regions::load(host.path()).unwrap();
        regions.replace("us-east-1", 3, with(1)).unwrap();
        regions.change("us-east-1", 3, vec![Change::Volume(volume_id(2), Some(Arc::new(volume(1))))]).unwrap();
        assert!(!regions.is_written());
        regions.write();
        assert!(regions.is_written());
        let mut again = Regions::load(host.path()).unwrap();
        assert_eq!(volumes(&again), [volume_id(1), volume_id(2)]);
        assert_eq!(again.replace("us-east-1", 2, with(3)), Err(Refused::LowerEpoch { sent: 2, known: 3 }));
    }

    #[test]
    fn older_epochs_are_refused() {
        let host = tempfile::tempdir().unwrap();
        let mut regions = Regions::load(host.path()).unwrap();
        assert_eq!(regions.change("us-east-1", 1, vec![]), Err(Refused::NoDesired));
        regions.replace("us-east-1", 3, with(1)).unwrap();
        assert_eq!(regions.change("us-east-1", 2, vec![]), Err(Refused::LowerEpoch { sent: 2, known: 3 }));
        assert_eq!(regions.change("us-east-1", 4, vec![]), Err(Refused::NoDesired));
        regions.replace("us-east-1", 3, with(2)).unwrap();
        assert_eq!(volumes(&regions), [volume_id(2)]);
    }
}

//! What this host needs of the vault, for those who collect garbage there.

use std::{collections::BTreeSet, fs, path::Path};

use hostlink::VaultNeeds;
use model::VolumeId;
use serde::de::DeserializeOwned;

use super::{DiskError, Disks, Done, since::Since, snapshot::Frozen, volume::VolumeRecord};
use crate::vm::folder::read_json;

impl Disks {
    /// The snapshots whose blocks are needed here: below volumes that aren't independent, below copies of volumes that are
    /// on their way into the vault, those that are there and of which the control plane hasn't taken note yet, and those
    /// that the next snapshot of a running volume will build upon.
    ///
    /// What goes from one of them to the next is seen in one of them, as each is written before the one before it goes, and
    /// they are read in that order.
    pub fn vault_needs(&self) -> Result<VaultNeeds, DiskError> {
        let mut roots = BTreeSet::new();
        let mut independent = Vec::new();
        for (id, record) in read_all::<VolumeRecord>(&self.path("volumes"))? {
            match record.origin {
                Some(root) => drop(roots.insert(root)),
                None => independent.push(VolumeId::trusted(id)),
            }
        }
        for (_, frozen) in read_all::<Frozen>(&self.path("scratch"))? {
            roots.extend(frozen.origin);
        }
        for (_, done) in read_all::<Done>(&self.path("snapshots"))? {
            roots.insert(done.root);
        }
        for (_, since) in read_all::<Since>(&self.path("since"))? {
            roots.extend(since.root_of_its_own());
        }
        Ok(VaultNeeds { roots: roots.into_iter().collect(), independent })
    }
}

/// All records of a folder, by the names of their files. One that can't be read is an error: what it needs isn't known.
fn read_all<T: DeserializeOwned>(folder: &Path) -> Result<Vec<(String, T)>, DiskError> {
    let failed = |error| DiskError::io(format!("listing {}", folder.display()))(error);
    let mut records = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()?.strip_suffix(".json")) else { continue };
        // It may have gone since it was listed.
        if let Some(record) = read_json(&path).map_err(DiskError::io("reading what is known of disks"))? {
            records.push((name.to_owned(), record));
        }
    }
    Ok(records)
}

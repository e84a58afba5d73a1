//! What lies below a volume that isn't independent yet: its snapshot, served out of the vault block by block.
//!
//! An earlier Fogbank unpacked snapshots into `bases/<root>.raw` instead. Those that are there are used for as long as a
//! volume needs them; none are made.

use std::{
    collections::HashSet,
    fs,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use vault::{BLOCK_BYTES, Hash};

use super::{DiskError, Disks, serve, volume::VolumeRecord};
use crate::qemu::machine::Base;

/// Stops the work of another thread when it is dropped.
pub(super) struct CancelOnDrop(pub Arc<AtomicBool>);

impl Drop for CancelOnDrop {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// What a volume begins as.
pub(super) struct Origin {
    pub size_bytes: u64,
    /// What of it has to be read; the rest is zeros.
    pub data_bytes: u64,
}

pub(super) fn parse_root(root: &str) -> Result<Hash, DiskError> {
    root.parse().map_err(|_| DiskError::MalformedRoot(root.to_owned()))
}

/// A snapshot as the agent serves it.
pub(super) fn served(root: &str) -> Result<Base, DiskError> {
    Ok(Base::Served { socket: serve::SOCKET.to_owned(), root: parse_root(root)?.to_string() })
}

impl Disks {
    /// What is to be opened below a volume with this origin.
    pub(super) fn base(&self, root: &str) -> Result<Base, DiskError> {
        let root = parse_root(root)?;
        let unpacked = format!("bases/{root}.raw");
        if self.path(&unpacked).exists() {
            return Ok(Base::File(unpacked));
        }
        served(&root.to_string())
    }

    /// What is known of a snapshot without reading it.
    pub(super) fn origin(&self, root: &str) -> Result<Origin, DiskError> {
        let described = self.inner.vault.describe(parse_root(root)?)?;
        Ok(Origin { size_bytes: described.size_bytes, data_bytes: described.data_blocks * BLOCK_BYTES as u64 })
    }

    /// Removes unpacked bases that no volume uses, and says how many files that were: one that was still being made when
    /// its agent was killed is another (`<root>.raw.partial`).
    pub async fn prune_bases(&self) -> Result<usize, DiskError> {
        let _alone = self.inner.bases.write().await;
        let disks = self.clone();
        tokio::task::spawn_blocking(move || disks.remove_unused_bases()).await.map_err(|_| DiskError::Interrupted)?
    }

    fn remove_unused_bases(&self) -> Result<usize, DiskError> {
        let folder = self.path("bases");
        let used: HashSet<Hash> = self
            .volume_records()?
            .into_iter()
            .filter_map(|(_, VolumeRecord { origin, .. })| origin?.parse().ok())
            .collect();
        let failed = |error| DiskError::io("removing bases that no volume uses")(error);
        let mut removed = 0;
        for entry in fs::read_dir(&folder).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            let name = path.file_name().and_then(|name| name.to_str()?.split_once('.'));
            let Some(root) = name.and_then(|(root, _)| root.parse::<Hash>().ok()) else { continue };
            if !used.contains(&root) {
                fs::remove_file(&path).map_err(failed)?;
                tracing::info!(%root, "removed a base that no volume uses");
                removed += 1;
            }
        }
        Ok(removed)
    }
}

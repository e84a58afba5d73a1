//! Bases: the content of a snapshot as a raw file, made once from the vault and shared.

use std::{
    collections::HashSet,
    fs,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, SystemTime},
};

use vault::{BLOCK_BYTES, Hash, VaultError, base_path, bases, remove_base};

use super::{DiskError, Disks, space, volume::VolumeRecord};

/// How long a base that no volume uses is kept, in case its image is launched again.
const KEEP_UNUSED: Duration = Duration::from_secs(24 * 60 * 60);
/// Below this much free space unused bases go at once.
const PRESSURE_BYTES: u64 = 4 << 30;

/// A base that is there.
pub(super) struct Base {
    /// From the host's folder.
    pub relative: String,
    pub size_bytes: u64,
}

/// Stops the work of another thread when it is dropped.
pub(super) struct CancelOnDrop(pub Arc<AtomicBool>);

impl Drop for CancelOnDrop {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

pub(super) fn parse_root(root: &str) -> Result<Hash, DiskError> {
    root.parse().map_err(|_| DiskError::MalformedRoot(root.to_owned()))
}

pub(super) fn relative(root: Hash) -> String {
    base_path(Path::new("bases"), root).to_string_lossy().into_owned()
}

impl Disks {
    /// Makes the base of a root unless it is there. Ends early when the future is dropped.
    pub(super) async fn base(&self, root: &str) -> Result<Base, DiskError> {
        let root = parse_root(root)?;
        let cancel = Arc::new(AtomicBool::new(false));
        let _guard = CancelOnDrop(Arc::clone(&cancel));
        let disks = self.clone();
        let made = tokio::task::spawn_blocking(move || disks.materialize(root, &cancel));
        made.await.map_err(|_| DiskError::Interrupted)?
    }

    fn materialize(&self, root: Hash, cancel: &AtomicBool) -> Result<Base, DiskError> {
        let (vault, folder) = (&self.inner.vault, self.path("bases"));
        let path = base_path(&folder, root);
        if !path.exists() {
            let needed = vault.describe(root)?.data_blocks * BLOCK_BYTES as u64;
            space::require(&folder, "unpacking an image", needed)?;
        }
        let path = match vault.materialize(root, &folder, &|_, _| {}, cancel) {
            Err(VaultError::Cancelled) => return Err(DiskError::Interrupted),
            other => other?,
        };
        let failed = |error| DiskError::io(format!("looking at {}", path.display()))(error);
        let file = fs::File::open(&path).map_err(failed)?;
        // The time of the last use, by which unused ones are told.
        file.set_modified(SystemTime::now()).map_err(failed)?;
        let size_bytes = file.metadata().map_err(failed)?.len();
        Ok(Base { relative: relative(root), size_bytes })
    }

    /// Removes bases that no volume uses: those not used for a day, and all of them when space is short.
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
        let free = space::free_bytes(&folder).map_err(DiskError::io("looking for space"))?;
        let keep = if free < PRESSURE_BYTES { Duration::ZERO } else { KEEP_UNUSED };
        let mut removed = 0;
        for root in bases(&folder)?.into_iter().filter(|root| !used.contains(root)) {
            let used_at = fs::metadata(base_path(&folder, root)).and_then(|metadata| metadata.modified());
            // What can't be looked at is the beginning of one, left by an interrupted maker.
            let idle = used_at.map_or(Duration::MAX, |at| at.elapsed().unwrap_or_default());
            if idle >= keep && remove_base(&folder, root)? {
                tracing::info!(%root, "removed a base that no volume uses");
                removed += 1;
            }
        }
        Ok(removed)
    }
}

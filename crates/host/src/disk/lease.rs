//! Who has a volume's file: at most one at a time.

use std::{
    collections::HashMap,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use model::{InstanceId, VolumeId};
use tokio::sync::OwnedMutexGuard;

use super::Disks;

/// Who holds a lease.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holder {
    /// A VM, for as long as it has the disk.
    Instance(InstanceId),
    /// Something that ends by itself, such as making the file.
    Job,
}

/// The right to a volume's file. Given back when it is dropped.
pub struct Lease {
    volume: VolumeId,
    disks: Disks,
    guard: Option<OwnedMutexGuard<()>>,
}

#[derive(Default)]
pub(super) struct Entry {
    turn: Arc<tokio::sync::Mutex<()>>,
    holder: Option<Holder>,
}

impl Entry {
    pub(super) fn holder(&self) -> Option<&Holder> {
        self.holder.as_ref()
    }
}

type Table = HashMap<VolumeId, Entry>;

pub(super) fn lock(table: &Mutex<Table>) -> MutexGuard<'_, Table> {
    table.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Disks {
    /// Waits until nobody has the volume, and takes it. Those who wait are served in their order.
    pub(super) async fn take(&self, volume: &VolumeId, holder: Holder) -> Lease {
        let turn = Arc::clone(&lock(&self.inner.leases).entry(volume.clone()).or_default().turn);
        let guard = turn.lock_owned().await;
        self.taken(volume, holder, guard)
    }

    /// Takes the volume if nobody has it.
    pub(super) fn take_if_free(&self, volume: &VolumeId, holder: Holder) -> Option<Lease> {
        let turn = Arc::clone(&lock(&self.inner.leases).entry(volume.clone()).or_default().turn);
        let guard = turn.try_lock_owned().ok()?;
        Some(self.taken(volume, holder, guard))
    }

    fn taken(&self, volume: &VolumeId, holder: Holder, guard: OwnedMutexGuard<()>) -> Lease {
        lock(&self.inner.leases).entry(volume.clone()).or_default().holder = Some(holder);
        Lease { volume: volume.clone(), disks: self.clone(), guard: Some(guard) }
    }
}

impl Lease {
    pub fn volume(&self) -> &VolumeId {
        &self.volume
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        let mut table = lock(&self.disks.inner.leases);
        if let Some(entry) = table.get_mut(&self.volume) {
            entry.holder = None;
        }
        // Whoever waits takes its turn from here on; it needs the table, which is still ours.
        self.guard = None;
        // Those who wait have a clone of it.
        if table.get(&self.volume).is_some_and(|entry| Arc::strong_count(&entry.turn) == 1) {
            table.remove(&self.volume);
        }
    }
}

impl fmt::Debug for Lease {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Lease({})", self.volume)
    }
}

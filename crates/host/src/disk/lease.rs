//! Who has a volume's file: at most one at a time.

use std::{
    collections::HashMap,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use model::{InstanceId, VolumeId};
use tokio::sync::OwnedMutexGuard;
use tokio_util::sync::CancellationToken;

use super::Disks;

/// Who holds a lease.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holder {
    /// A VM, for as long as it has the disk.
    Instance(InstanceId),
    /// Something that ends by itself, such as making the file.
    Job,
    /// Work that nobody waits for. Whoever wants the volume has it given back, by this.
    Background(Wanted),
}

/// Says that somebody wants what is held in the background.
#[derive(Clone, Debug, Default)]
pub struct Wanted(CancellationToken);

impl Wanted {
    /// Waits until that is so.
    pub async fn heard(&self) {
        self.0.cancelled().await;
    }
}

impl PartialEq for Wanted {
    /// They differ in nothing but whose they are.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Wanted {}

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
        let guard = self.turn(volume).lock_owned().await;
        self.taken(volume, holder, guard)
    }

    /// Takes the volume if nobody has it.
    pub(super) fn take_if_free(&self, volume: &VolumeId, holder: Holder) -> Option<Lease> {
        let guard = self.turn(volume).try_lock_owned().ok()?;
        Some(self.taken(volume, holder, guard))
    }

    /// Takes the volume if nobody has it or waits for it. Whoever wants it from now on is heard of.
    pub(super) fn take_until_wanted(&self, volume: &VolumeId) -> Option<(Lease, Wanted)> {
        let mut table = lock(&self.inner.leases);
        if table.contains_key(volume) {
            return None;
        }
        let wanted = Wanted::default();
        let entry = table.entry(volume.clone()).or_default();
        // Nobody knew of it before, and who wants it now waits for the table.
        let guard = Arc::clone(&entry.turn).try_lock_owned().ok()?;
        entry.holder = Some(Holder::Background(wanted.clone()));
        Some((Lease { volume: volume.clone(), disks: self.clone(), guard: Some(guard) }, wanted))
    }

    /// What the volume's turns are taken by. What is done in the background with it ends soon.
    fn turn(&self, volume: &VolumeId) -> Arc<tokio::sync::Mutex<()>> {
        let mut table = lock(&self.inner.leases);
        let entry = table.entry(volume.clone()).or_default();
        if let Some(Holder::Background(Wanted(wanted))) = &entry.holder {
            wanted.cancel();
        }
        Arc::clone(&entry.turn)
    }

    /// Whether somebody has the volume or waits for it.
    pub(super) fn is_held(&self, volume: &VolumeId) -> bool {
        lock(&self.inner.leases).contains_key(volume)
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

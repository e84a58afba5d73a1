//! The content of disks at one moment, copied while the guest writes on.
//!
//! ```text
//!   t-<hex> ── q-<hex>              before and after
//!
//!   t-<hex> ── c-<hex> ── q-<hex>   copy-before-write: what the guest overwrites is first kept in k-<hex>
//!                 └── s-<hex>       the disk as it was at that moment, from which the job j-<hex> fills o-<hex>
//! ```
//! One `blockdev-reopen` puts the filters of all disks in their places: QEMU holds up the guest's requests to all of them
//! until the last is there, so that the moment is the same for all. Below the throttle, so that the copy doesn't use up the guest's own operations. What the guest feels is one more read
//! and write where it overwrites something not yet copied. If there is no room to keep that, the copy fails and the guest
//! goes on (`break-snapshot`).
//!
//! `q-<hex>` notes in a bitmap, begun before the moment, what is written from then on. The next copy takes only that, if
//! the snapshot of this one has come into the vault meanwhile; see `disk::since`.

use std::{
    sync::{Arc, PoisonError},
    time::Duration,
};

use hostlink::FileSystems;
use model::VolumeId;
use serde_json::{Value, json};
use tokio::sync::OwnedMutexGuard;

use super::{freeze::Frozen, running::QemuVm};
use crate::{
    disk::{Copied, CopyFiles, Disks, FROM_ORIGIN},
    qemu::{
        block::{Names, encryption},
        qmp::{
            BitmapAdd, BitmapMerge, BitmapOf, BitmapRemove, BlockdevAdd, BlockdevBackup, BlockdevDel, BlockdevReopen,
            JobCancel, JobDismiss, Monitor, QmpError, QueryJobs,
        },
    },
    vm::hypervisor::{CopyOrder, HAS_GROWN, Passed},
};

/// How often the job is looked after.
const LOOK_EVERY: Duration = Duration::from_millis(100);
/// How long a guest's write waits until what it overwrites is kept, before the copy is given up for its sake.
const KEEP_DEADLINE_S: u32 = 20;
/// What one bit of a bitmap stands for: a block of the vault.
const GRANULARITY_BYTES: u32 = vault::BLOCK_BYTES as u32;
/// The bitmap of `s-<hex>` that says what is to be copied.
const DIRTY: &str = "dirty";
/// A bitmap that shows whether another one can be used.
const TRIAL: &str = "trial";

#[derive(Debug, thiserror::Error)]
pub(super) enum CopyError {
    #[error(transparent)]
    Qmp(#[from] QmpError),
    #[error("copying the disk failed: {0}")]
    Job(String),
    #[error("the copy was ended by somebody else")]
    JobIsGone,
    #[error("the copy is no longer wanted")]
    Cancelled,
    /// Its files were made for the size that it had before.
    #[error("{HAS_GROWN} {0} has grown meanwhile")]
    HasGrown(VolumeId),
}

/// The names of the parts of one copy.
struct Parts {
    filter: String,
    moment: String,
    kept: String,
    output: String,
    job: String,
}

impl Parts {
    fn of(volume: &VolumeId) -> Self {
        let name = |letter: char| format!("{letter}-{}", volume.digits());
        Self { filter: name('c'), moment: name('s'), kept: name('k'), output: name('o'), job: name('j') }
    }
}

/// One disk that is copied.
struct Disk {
    volume: VolumeId,
    names: Names,
    parts: Parts,
    files: CopyFiles,
    /// The bitmap that says what is to be copied; `None` copies all.
    since: Option<String>,
}

impl Disk {
    fn of(volume: VolumeId, files: CopyFiles) -> Self {
        Self { names: Names::of(&volume), parts: Parts::of(&volume), volume, files, since: None }
    }

    /// What lies below the copy. Where it takes only what has changed it must say of zeros, too, that they are its own: what
    /// is below is then something of which nothing is known.
    fn below_copy(&self) -> Value {
        match &self.since {
            None => Value::Null,
            Some(_) => json!({ "driver": "null-co", "size": self.files.size_bytes, "read-zeroes": false }),
        }
    }
}

/// A disk's throttle as it is to be, with this node below it.
fn throttle_over(names: &Names, node: &str) -> Value {
    json!({ "driver": "throttle", "node-name": names.throttle, "throttle-group": names.group, "file": node })
}

impl QemuVm {
    /// Copies disks as they are when this is called, or when earlier copies of any of them have ended.
    pub(super) async fn copy(&self, order: CopyOrder) -> Result<Copied, CopyError> {
        let _turns = tokio::select! {
            turns = self.turns(order.disks.keys()) => turns,
            () = order.cancel.cancelled() => return Err(CopyError::Cancelled),
        };
        let mut still = Vec::new();
        for volume in order.disks.keys() {
            still.push(self.hold_still(volume).await?);
        }
        let sizes: Vec<_> = order.disks.iter().map(|(volume, files)| (volume.clone(), files.size_bytes)).collect();
        let same_size = async {
            let turn = self.sizes.lock().await;
            for (volume, size_bytes) in sizes {
                let names = Names::of(&volume);
                if self.medium(&names.throttle).await?.is_some_and(|it| it.image.virtual_size != size_bytes) {
                    return Err(CopyError::HasGrown(volume));
                }
            }
            Ok(turn)
        };
        copy(&self.monitor, order, same_size, self.freeze()).await
    }

    /// Waits until no other copy of these volumes is made. All who wait do so in the order of ids, so that no two wait for
    /// each other.
    async fn turns(&self, volumes: impl Iterator<Item = &VolumeId>) -> Vec<OwnedMutexGuard<()>> {
        let mut turns = Vec::new();
        for volume in volumes {
            let turn = {
                let mut copying = self.copying.lock().unwrap_or_else(PoisonError::into_inner);
                Arc::clone(copying.entry(volume.clone()).or_default())
            };
            turns.push(turn.lock_owned().await);
        }
        turns
    }

    /// Removes whatever is there of a copy, also one that an earlier agent began.
    pub(super) async fn remove_copy(&self, volume: &VolumeId) -> Result<(), QmpError> {
        remove_copy(&self.monitor, volume).await
    }

    /// Removes a node, if it is there.
    pub(super) async fn remove_node(&self, node: &str) -> Result<(), QmpError> {
        remove_node(&self.monitor, node).await
    }
}

/// `same_size` sees that the disks have the size that was prepared for, and keeps it until what it answers is dropped.
/// `freeze` freezes the guest's file systems, and thaws them when what it answers is dropped.
async fn copy<T>(
    monitor: &Monitor,
    order: CopyOrder,
    same_size: impl Future<Output = Result<T, CopyError>>,
    freeze: impl Future<Output = Result<(Option<FileSystems>, Option<Frozen>), QmpError>>,
) -> Result<Copied, CopyError> {
    let CopyOrder { disks, passed, cancel } = order;
    let mut disks: Vec<Disk> = disks.into_iter().map(|(volume, files)| Disk::of(volume, files)).collect();
    let result = tokio::select! {
        result = copy_steps(monitor, &mut disks, same_size, freeze, passed) => result,
        () = cancel.cancelled() => Err(CopyError::Cancelled),
    };
    if !matches!(result, Err(CopyError::Qmp(QmpError::Disconnected))) {
        for disk in &disks {
            remove_copy(monitor, &disk.volume).await?;
            if result.is_err() {
                // A disk that is gone took it with it.
                let _ = remove_bitmap(monitor, &disk.names.image, &disk.files.mark).await;
            }
        }
    }
    result?;
    let in_part = disks.into_iter().filter(|disk| disk.since.is_some());
    Ok(Copied { in_part: in_part.map(|disk| disk.volume).collect() })
}

async fn copy_steps<T>(
    monitor: &Monitor,
    disks: &mut [Disk],
    same_size: impl Future<Output = Result<T, CopyError>>,
    freeze: impl Future<Output = Result<(Option<FileSystems>, Option<Frozen>), QmpError>>,
    passed: Passed,
) -> Result<(), CopyError> {
    for disk in &mut *disks {
        disk.since = see_to_bitmaps(monitor, disk).await?;
        let Disk { volume, names, parts, files, .. } = &*disk;
        // QEMU takes all that a volume hasn't loaded yet for data, and would write out its zeros, whatever the volume's size.
        // The volume's own secret opens what is encrypted as it is, and QEMU has that for the volume.
        let qcow2 = |node: &str, file: &str, below: Value| {
            let mut node = json!({
                "driver": "qcow2", "node-name": node, "discard": "unmap", "detect-zeroes": "unmap", "backing": below,
                "file": { "driver": "file", "filename": file },
            });
            if files.key.is_some() {
                node["encrypt"] = encryption(volume);
            }
            node
        };
        monitor.execute(BlockdevAdd(qcow2(&parts.kept, &files.kept, Value::Null))).await?;
        monitor.execute(BlockdevAdd(qcow2(&parts.output, &files.copy, disk.below_copy()))).await?;
        let filter = json!({
            "driver": "copy-before-write", "node-name": parts.filter, "file": names.image, "target": parts.kept,
            "on-cbw-error": "break-snapshot", "cbw-timeout": KEEP_DEADLINE_S,
        });
        monitor.execute(BlockdevAdd(filter)).await?;
    }
    // The moment: from here on everything overwritten is kept first.
    let filters = disks.iter().map(|disk| throttle_over(&disk.names, &disk.parts.filter)).collect();
    let same_size = same_size.await?;
    let (file_systems, frozen) = freeze.await?;
    monitor.execute(BlockdevReopen { options: filters }).await?;
    drop(frozen);
    passed(file_systems);
    for Disk { names, parts, since, .. } in &*disks {
        let moment = json!({ "driver": "snapshot-access", "node-name": parts.moment, "file": parts.filter });
        monitor.execute(BlockdevAdd(moment)).await?;
        if let Some(since) = since {
            // What was written since the moment is in it already, which is only too much.
            monitor.execute(bitmap(&parts.moment, DIRTY, true)).await?;
            merge(monitor, &parts.moment, DIRTY, (&names.image, since)).await?;
        }
        let job = BlockdevBackup {
            job_id: parts.job.clone(),
            device: parts.moment.clone(),
            target: parts.output.clone(),
            sync: if since.is_some() { "bitmap" } else { "full" },
            bitmap: since.as_ref().map(|_| DIRTY.to_owned()),
            bitmap_mode: since.as_ref().map(|_| "never"),
            auto_dismiss: false,
        };
        monitor.execute(job).await?;
    }
    drop(same_size);
    let mut left: Vec<&str> = disks.iter().map(|disk| disk.parts.job.as_str()).collect();
    while !left.is_empty() {
        tokio::time::sleep(LOOK_EVERY).await;
        let jobs = monitor.execute(QueryJobs {}).await?;
        for name in std::mem::take(&mut left) {
            let job = jobs.iter().find(|job| job.id == name).ok_or(CopyError::JobIsGone)?;
            match (job.status.as_str(), &job.error) {
                ("concluded", None) => {}
                ("concluded", Some(error)) => return Err(CopyError::Job(error.clone())),
                _ => left.push(name),
            }
        }
    }
    Ok(())
}

/// Begins to note what changes of a disk from now on, and removes what was noted for copies that nobody needs any more.
/// Says which bitmap has all that has changed since the parent, if one has.
///
/// Bitmaps can't be asked for (`query-named-block-nodes` is dangerous, see `QueryBlock`), but one that isn't there or can't
/// be relied on is refused when it is used.
async fn see_to_bitmaps(monitor: &Monitor, disk: &Disk) -> Result<Option<String>, QmpError> {
    let (image, files) = (&disk.names.image, &disk.files);
    for stale in &files.stale_marks {
        remove_bitmap(monitor, image, stale).await?;
    }
    // One of an attempt that failed would have noted more than is needed.
    remove_bitmap(monitor, image, &files.mark).await?;
    monitor.execute(bitmap(image, &files.mark, false)).await?;
    let Some(parent) = &files.parent else { return Ok(None) };
    remove_bitmap(monitor, image, TRIAL).await?;
    monitor.execute(bitmap(image, TRIAL, true)).await?;
    let merged = merge(monitor, image, TRIAL, (image, &parent.mark)).await;
    remove_bitmap(monitor, image, TRIAL).await?;
    match merged {
        Ok(()) => Ok(Some(parent.mark.clone())),
        Err(QmpError::Refused { description, .. }) => {
            tracing::debug!(volume = %disk.volume, "all is copied: {description}");
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// Adds to a bitmap what another one, of a node, has noted.
async fn merge(monitor: &Monitor, node: &str, target: &str, from: (&str, &str)) -> Result<(), QmpError> {
    let noted = BitmapOf { node: from.0.to_owned(), name: from.1.to_owned() };
    let merge = BitmapMerge { node: node.to_owned(), target: target.to_owned(), bitmaps: vec![noted] };
    monitor.execute(merge).await.map(drop)
}

/// Removes a bitmap, if it is there.
async fn remove_bitmap(monitor: &Monitor, node: &str, name: &str) -> Result<(), QmpError> {
    match monitor.execute(BitmapRemove { node: node.to_owned(), name: name.to_owned() }).await {
        Err(error) if !error.is_not_found() => Err(error),
        _ => Ok(()),
    }
}

/// Has a QEMU note what changes of a disk that nobody has written to yet.
pub(super) async fn follow_from_origin(monitor: &Monitor, disks: &Disks, volume: &VolumeId) -> Result<(), QmpError> {
    if disks.is_followed_from_origin(volume) {
        monitor.execute(bitmap(&Names::of(volume).image, FROM_ORIGIN, false)).await?;
    }
    Ok(())
}

fn bitmap(node: &str, name: &str, disabled: bool) -> BitmapAdd {
    BitmapAdd { node: node.to_owned(), name: name.to_owned(), granularity: GRANULARITY_BYTES, disabled }
}

async fn remove_copy(monitor: &Monitor, volume: &VolumeId) -> Result<(), QmpError> {
    let (names, parts) = (Names::of(volume), Parts::of(volume));
    loop {
        let jobs = monitor.execute(QueryJobs {}).await?;
        match jobs.iter().find(|job| job.id == parts.job).map(|job| job.status.as_str()) {
            None => break,
            Some("concluded") => {
                monitor.execute(JobDismiss { id: parts.job.clone() }).await?;
            }
            // Asking twice is harmless; it may also have ended in between.
            Some(_) => drop(monitor.execute(JobCancel { id: parts.job.clone() }).await),
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    remove_node(monitor, &parts.output).await?;
    remove_node(monitor, &parts.moment).await?;
    match remove_node(monitor, &parts.filter).await {
        // Its disk is still above it.
        Err(QmpError::Refused { description, .. }) if description.contains("in use") => {
            match monitor.execute(BlockdevReopen { options: vec![throttle_over(&names, &names.image)] }).await {
                Err(error) if !error.is_not_found() => return Err(error),
                _ => {}
            }
            remove_node(monitor, &parts.filter).await?;
        }
        result => result?,
    }
    remove_node(monitor, &parts.kept).await
}

/// Removes a node, if it is there.
async fn remove_node(monitor: &Monitor, node: &str) -> Result<(), QmpError> {
    match monitor.execute(BlockdevDel { node: node.to_owned() }).await {
        Err(error) if !error.is_not_found() => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;

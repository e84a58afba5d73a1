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

use std::time::Duration;

use model::VolumeId;
use serde_json::{Value, json};

use super::running::QemuVm;
use crate::{
    disk::CopyFiles,
    qemu::{
        block::Names,
        qmp::{BlockdevAdd, BlockdevBackup, BlockdevDel, BlockdevReopen, JobCancel, JobDismiss, QmpError, QueryJobs},
    },
    vm::hypervisor::{CopyOrder, Passed},
};

/// How often the job is looked after.
const LOOK_EVERY: Duration = Duration::from_millis(100);
/// How long a guest's write waits until what it overwrites is kept, before the copy is given up for its sake.
const KEEP_DEADLINE_S: u32 = 20;

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
}

impl Disk {
    fn of(volume: VolumeId, files: CopyFiles) -> Self {
        Self { names: Names::of(&volume), parts: Parts::of(&volume), volume, files }
    }
}

/// A disk's throttle as it is to be, with this node below it.
fn throttle_over(names: &Names, node: &str) -> Value {
    json!({ "driver": "throttle", "node-name": names.throttle, "throttle-group": names.group, "file": node })
}

impl QemuVm {
    /// Copies disks as they are when this is called. A second copy of the same disk at a time is refused.
    pub(super) async fn copy(&self, order: CopyOrder) -> Result<(), CopyError> {
        let CopyOrder { disks, passed, cancel } = order;
        let disks: Vec<Disk> = disks.into_iter().map(|(volume, files)| Disk::of(volume, files)).collect();
        let mut still = Vec::new();
        for disk in &disks {
            still.push(self.hold_still(&disk.volume).await?);
        }
        let result = tokio::select! {
            result = self.copy_steps(&disks, passed) => result,
            () = cancel.cancelled() => Err(CopyError::Cancelled),
        };
        if !matches!(result, Err(CopyError::Qmp(QmpError::Disconnected))) {
            for disk in &disks {
                self.remove_copy(&disk.volume).await?;
            }
        }
        result
    }

    async fn copy_steps(&self, disks: &[Disk], passed: Passed) -> Result<(), CopyError> {
        let qcow2 = |node: &str, file: &str| {
            json!({
                "driver": "qcow2", "node-name": node, "discard": "unmap", "backing": null,
                "file": { "driver": "file", "filename": file },
            })
        };
        for Disk { names, parts, files, .. } in disks {
            self.monitor.execute(BlockdevAdd(qcow2(&parts.kept, &files.kept))).await?;
            self.monitor.execute(BlockdevAdd(qcow2(&parts.output, &files.copy))).await?;
            let filter = json!({
                "driver": "copy-before-write", "node-name": parts.filter, "file": names.image, "target": parts.kept,
                "on-cbw-error": "break-snapshot", "cbw-timeout": KEEP_DEADLINE_S,
            });
            self.monitor.execute(BlockdevAdd(filter)).await?;
        }
        // The moment: from here on everything overwritten is kept first.
        let filters = disks.iter().map(|disk| throttle_over(&disk.names, &disk.parts.filter)).collect();
        let (file_systems, frozen) = self.freeze().await?;
        self.monitor.execute(BlockdevReopen { options: filters }).await?;
        drop(frozen);
        passed(file_systems);
        for Disk { parts, .. } in disks {
            let moment = json!({ "driver": "snapshot-access", "node-name": parts.moment, "file": parts.filter });
            self.monitor.execute(BlockdevAdd(moment)).await?;
            let job = BlockdevBackup {
                job_id: parts.job.clone(),
                device: parts.moment.clone(),
                target: parts.output.clone(),
                sync: "full",
                auto_dismiss: false,
            };
            self.monitor.execute(job).await?;
        }
        let mut left: Vec<&str> = disks.iter().map(|disk| disk.parts.job.as_str()).collect();
        while !left.is_empty() {
            tokio::time::sleep(LOOK_EVERY).await;
            let jobs = self.monitor.execute(QueryJobs {}).await?;
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

    /// Removes whatever is there of a copy, also one that an earlier agent began.
    pub(super) async fn remove_copy(&self, volume: &VolumeId) -> Result<(), QmpError> {
        let (names, parts) = (Names::of(volume), Parts::of(volume));
        loop {
            let jobs = self.monitor.execute(QueryJobs {}).await?;
            match jobs.iter().find(|job| job.id == parts.job).map(|job| job.status.as_str()) {
                None => break,
                Some("concluded") => {
                    self.monitor.execute(JobDismiss { id: parts.job.clone() }).await?;
                }
                // Asking twice is harmless; it may also have ended in between.
                Some(_) => drop(self.monitor.execute(JobCancel { id: parts.job.clone() }).await),
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        self.remove_node(&parts.output).await?;
        self.remove_node(&parts.moment).await?;
        match self.remove_node(&parts.filter).await {
            // Its disk is still above it.
            Err(QmpError::Refused { description, .. }) if description.contains("in use") => {
                match self.monitor.execute(BlockdevReopen { options: vec![throttle_over(&names, &names.image)] }).await
                {
                    Err(error) if !error.is_not_found() => return Err(error),
                    _ => {}
                }
                self.remove_node(&parts.filter).await?;
            }
            result => result?,
        }
        self.remove_node(&parts.kept).await
    }

    /// Removes a node, if it is there.
    pub(super) async fn remove_node(&self, node: &str) -> Result<(), QmpError> {
        match self.monitor.execute(BlockdevDel { node: node.to_owned() }).await {
            Err(error) if !error.is_not_found() => Err(error),
            _ => Ok(()),
        }
    }
}

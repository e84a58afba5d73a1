//! Images that are restored: each task has a job, which the next control plane begins again if this one ends.
//!
//! ```text
//!   task ─▶ all disks into the vault, all of the object verified ─▶ the snapshots complete, the image thereby available
//!                   └ altered, gone, no room …: the snapshots in error with the reason, the image thereby failed
//! ```
//! Either way the task is gone then.

use std::sync::Arc;

use model::records::{RestoreTask, Snapshot, SnapshotState};

use super::jobs::{Heard, Job, Jobs, Wanted};
use crate::{cloud::Cloud, edit::Edit, encryption, exchange::BroughtIn, region::Region, view::View};

/// The jobs of a region.
#[derive(Default)]
pub(super) struct Restores(Jobs);

impl Restores {
    /// Takes up what an earlier control plane began.
    pub(super) fn begin(&mut self, cloud: &Arc<Cloud>, region: &Arc<Region>, view: &View) {
        let ids: Vec<_> = view.table::<RestoreTask>().iter().map(|task| task.image.clone()).collect();
        for id in ids {
            self.follow(cloud, region, view, &id);
        }
    }

    /// Begins a task's job, unless it is over.
    pub(super) fn follow(&mut self, cloud: &Arc<Cloud>, region: &Arc<Region>, view: &View, id: &str) {
        let wanted = if view.table::<RestoreTask>().contains(id) { Wanted::Work } else { Wanted::Nothing };
        if let Some(cancel) = self.0.follow(id, wanted) {
            let job = Job { cloud: cloud.clone(), region: region.clone(), id: id.to_owned(), cancel };
            tokio::spawn(run(job));
        }
    }
}

async fn run(job: Job) {
    let Some(task) = job.region.cell.view().table::<RestoreTask>().get(&job.id) else { return };
    let ended = read(&job, &task).await.and_then(|disks| match disks.len() == task.snapshots.len() {
        true => Ok(disks),
        false => Err("ClientError: the stored object is another one than when it was asked for".to_owned()),
    });
    if let Err(reason) = &ended {
        tracing::info!(region = job.region.name(), image = job.id, reason, "an image could not be restored");
    }
    let now_ms = job.cloud.world.now_ms();
    job.store(|view| end(view, &job.id, &ended, now_ms)).await;
}

async fn read(job: &Job, task: &RestoreTask) -> Result<Vec<BroughtIn>, String> {
    let (bucket, key) = (task.bucket.clone(), task.key.clone());
    // A task of an older version knows of no keys.
    let named = task.snapshots.iter().enumerate().map(|(number, _)| task.kms_keys.get(number).cloned().flatten());
    let keys: Result<Vec<_>, _> = named.map(|arn| encryption::vault_key(arn.as_deref())).collect();
    let keys = keys.map_err(|error| error.message)?;
    let mut work = job.begin(move |exchange, told, cancel| {
        let told = told.clone();
        exchange.restore_disks(&bucket, &key, &keys, &move |percent| told.tell(percent), cancel)
    })?;
    loop {
        match work.next().await {
            Heard::Percent(percent) => job.store(|view| say(view, &job.id, percent)).await,
            Heard::End(read) => return read,
        }
    }
}

/// Says how far the snapshots are.
fn say(view: &Arc<View>, id: &str, percent: u8) -> Option<Edit> {
    let task = view.table::<RestoreTask>().get(id)?;
    let snapshots = view.table::<Snapshot>();
    let mut edit = Edit::new();
    for snapshot in task.snapshots.iter().filter_map(|id| snapshots.get(id)) {
        let mut after = snapshot.record.clone();
        after.progress = percent.clamp(snapshot.progress.min(99), 99);
        if after != snapshot.record {
            edit.update(&snapshot, &after);
        }
    }
    (!edit.is_empty()).then_some(edit)
}

fn end(view: &Arc<View>, id: &str, ended: &Result<Vec<BroughtIn>, String>, now_ms: i64) -> Option<Edit> {
    let task = view.table::<RestoreTask>().get(id)?;
    let snapshots = view.table::<Snapshot>();
    let mut edit = Edit::new();
    edit.delete(&task);
    for (number, id) in task.snapshots.iter().enumerate() {
        // The image may have been deregistered and the snapshot deleted meanwhile.
        let Some(snapshot) = snapshots.get(id) else { continue };
        let mut after = snapshot.record.clone();
        match ended {
            Ok(disks) => {
                let disk = disks.get(number)?;
                after.state = SnapshotState::Completed;
                (after.progress, after.completed_ms) = (100, Some(now_ms));
                (after.root, after.full_bytes) = (Some(disk.root.clone()), Some(disk.full_bytes));
            }
            Err(reason) => {
                after.state = SnapshotState::Error;
                after.problem = Some(reason.clone());
            }
        }
        edit.update(&snapshot, &after);
    }
    Some(edit)
}

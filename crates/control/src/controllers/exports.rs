//! Exports: each task that is active has a job, which the next control plane begins again if this one ends.
//!
//! ```text
//!   task ─▶ the disk out of the vault ─▶ in the wished form ─▶ under its name in the bucket ─▶ completed
//!                   │ damaged, no room …: deleted, with the reason
//!                   └ cancelled: deleted
//! ```
//! The object appears whole or not at all. A task that is deleted leaves none.

use std::sync::Arc;

use model::records::{ExportTask, ImportState};

use super::jobs::{Heard, Job, Jobs, Wanted};
use crate::{cloud::Cloud, edit::Edit, exchange::Outgoing, region::Region, view::View};

/// The jobs of a region.
#[derive(Default)]
pub(super) struct Exports(Jobs);

impl Exports {
    /// Takes up what an earlier control plane began.
    pub(super) fn begin(&mut self, cloud: &Arc<Cloud>, region: &Arc<Region>, view: &View) {
        let ids: Vec<String> = view.table::<ExportTask>().iter().map(|task| task.id.clone()).collect();
        for id in ids {
            self.follow(cloud, region, view, &id);
        }
    }

    /// Begins a task's job, or ends it.
    pub(super) fn follow(&mut self, cloud: &Arc<Cloud>, region: &Arc<Region>, view: &View, id: &str) {
        let wanted = match view.table::<ExportTask>().get(id).map(|task| task.state) {
            Some(ImportState::Active) => Wanted::Work,
            Some(ImportState::Deleting) => Wanted::Ending,
            Some(ImportState::Deleted | ImportState::Completed) | None => Wanted::Nothing,
        };
        if let Some(cancel) = self.0.follow(id, wanted) {
            let job = Job { cloud: cloud.clone(), region: region.clone(), id: id.to_owned(), cancel };
            tokio::spawn(Export { job }.run());
        }
    }
}

struct Export {
    job: Job,
}

impl Export {
    async fn run(self) {
        let table = |view: &View| view.table::<ExportTask>().get(&self.job.id).map(|task| task.record.clone());
        let Some(task) = table(&self.job.region.cell.view()) else { return };
        let ended = match self.job.is_cancelled() {
            true => Err("cancelled by the user".to_owned()),
            false => self.write(&task).await,
        };
        if ended.is_ok() {
            self.job.store(|view| complete(view, &self.job.id)).await;
        }
        // One that was cancelled in its last moment is not completed.
        let state = table(&self.job.region.cell.view()).map(|task| task.state);
        if let Some(ImportState::Active | ImportState::Deleting) = state {
            let reason = ended.err().unwrap_or_else(|| "cancelled by the user".to_owned());
            tracing::info!(region = self.job.region.name(), task = self.job.id, reason, "an export has ended");
            self.tidy_up(&task).await;
            self.job.store(|view| give_up(view, &self.job.id, &reason)).await;
        }
    }

    async fn write(&self, task: &ExportTask) -> Result<(), String> {
        self.say(0).await;
        let task = task.clone();
        let mut work = self.job.begin(move |exchange, told, cancel| {
            let told = told.clone();
            let key = task.key();
            let (root, size_gib) = (task.root.as_deref(), task.size_gib);
            let disk = Outgoing { root, size_gib, format: task.format, bucket: &task.bucket, key: &key };
            exchange.bring_out(&disk, &move |percent| told.tell(percent), cancel)
        })?;
        loop {
            match work.next().await {
                Heard::Percent(percent) => self.say(percent).await,
                Heard::End(written) => return written,
            }
        }
    }

    /// Says how far the task is.
    async fn say(&self, percent: u8) {
        self.job
            .store(|view| {
                let task = view.table::<ExportTask>().get(&self.job.id)?;
                let mut after = task.record.clone();
                (after.progress, after.message) = (percent.clamp(task.progress, 99), "converting".to_owned());
                (task.state == ImportState::Active && after != task.record).then(|| {
                    let mut edit = Edit::new();
                    edit.update(&task, &after);
                    edit
                })
            })
            .await;
    }

    /// Takes away what there is of the object, which has the task's own name.
    async fn tidy_up(&self, task: &ExportTask) {
        let (bucket, key) = (task.bucket.clone(), task.key());
        let Ok(mut work) = self.job.begin(move |exchange, _, _| exchange.remove(&bucket, &key)) else { return };
        while let Heard::Percent(_) = work.next().await {}
    }
}

/// The object is there.
fn complete(view: &Arc<View>, id: &str) -> Option<Edit> {
    let task = view.table::<ExportTask>().get(id).filter(|task| task.state == ImportState::Active)?;
    let mut after = task.record.clone();
    (after.state, after.progress, after.message) = (ImportState::Completed, 100, String::new());
    after.root = None;
    let mut edit = Edit::new();
    edit.update(&task, &after);
    Some(edit)
}

/// There will be no object.
fn give_up(view: &Arc<View>, id: &str, reason: &str) -> Option<Edit> {
    let task = view.table::<ExportTask>().get(id).filter(|task| task.is_under_way())?;
    let mut after = task.record.clone();
    if after.state == ImportState::Active {
        after.message = reason.to_owned();
    }
    after.state = ImportState::Deleted;
    after.root = None;
    let mut edit = Edit::new();
    edit.update(&task, &after);
    Some(edit)
}

//! Images that are stored: each task in progress has a job, which the next control plane begins again if this one ends.
//!
//! ```text
//!   InProgress ─▶ all disks and what is known of the image, as one object ─▶ Completed
//!                   └ damaged, no room …: Failed, with the reason, and no object
//! ```

use std::sync::Arc;

use model::records::{StoreState, StoreTask};

use super::jobs::{Heard, Job, Jobs, Wanted};
use crate::{actions::image::stored, cloud::Cloud, edit::Edit, region::Region, view::View};

/// The jobs of a region.
#[derive(Default)]
pub(super) struct Stores(Jobs);

impl Stores {
    /// Takes up what an earlier control plane began.
    pub(super) fn begin(&mut self, cloud: &Arc<Cloud>, region: &Arc<Region>, view: &View) {
        let ids: Vec<String> = view.table::<StoreTask>().iter().map(|task| task.id.clone()).collect();
        for id in ids {
            self.follow(cloud, region, view, &id);
        }
    }

    /// Begins a task's job, unless it is over.
    pub(super) fn follow(&mut self, cloud: &Arc<Cloud>, region: &Arc<Region>, view: &View, id: &str) {
        let wanted = match view.table::<StoreTask>().get(id).map(|task| task.state) {
            Some(StoreState::InProgress) => Wanted::Work,
            Some(StoreState::Completed | StoreState::Failed) | None => Wanted::Nothing,
        };
        if let Some(cancel) = self.0.follow(id, wanted) {
            let job = Job { cloud: cloud.clone(), region: region.clone(), id: id.to_owned(), cancel };
            tokio::spawn(run(job));
        }
    }
}

async fn run(job: Job) {
    let Some(task) = job.region.cell.view().table::<StoreTask>().get(&job.id) else { return };
    let ended = write(&job, &task).await;
    if let Err(reason) = &ended {
        tracing::info!(region = job.region.name(), image = &*task.image.id, reason, "an image could not be stored");
    }
    job.store(|view| end(view, &job.id, ended.as_ref().err())).await;
}

async fn write(job: &Job, task: &StoreTask) -> Result<(), String> {
    let task = task.clone();
    let mut work = job.begin(move |exchange, told, cancel| {
        let told = told.clone();
        exchange.store_image(&task.image, &task.bucket, &task.key, &move |percent| told.tell(percent), cancel)
    })?;
    loop {
        match work.next().await {
            Heard::Percent(percent) => job.store(|view| say(view, &job.id, percent)).await,
            Heard::End(written) => return written,
        }
    }
}

/// Says how far a task is.
fn say(view: &Arc<View>, id: &str, percent: u8) -> Option<Edit> {
    let task = view.table::<StoreTask>().get(id).filter(|task| task.state == StoreState::InProgress)?;
    let mut after = task.record.clone();
    after.progress = percent.clamp(task.progress, 99);
    (after != task.record).then(|| {
        let mut edit = Edit::new();
        edit.update(&task, &after);
        edit
    })
}

fn end(view: &Arc<View>, id: &str, problem: Option<&String>) -> Option<Edit> {
    let task = view.table::<StoreTask>().get(id).filter(|task| task.state == StoreState::InProgress)?;
    let mut after = task.record.clone();
    after.problem = problem.cloned();
    after.state = if problem.is_some() { StoreState::Failed } else { StoreState::Completed };
    if problem.is_none() {
        after.progress = 100;
    }
    // What no task reads any more need not be kept in the vault.
    after.image.disks.iter_mut().for_each(|disk| disk.root = None);
    let mut edit = Edit::new();
    stored::release(&mut edit, &task);
    edit.update(&task, &after);
    Some(edit)
}

//! Copies under another key: of snapshots (CopySnapshot, CopyImage), and of what new volumes begin as. Each has a job, which
//! the next control plane begins again if this one ends.
//!
//! ```text
//!   sealing ─▶ all blocks read, opened, and sealed under the new key ─▶ the snapshot complete, the volume available
//!                  │ damaged, no key …: in error, with the reason
//!                  └ deleted meanwhile: nothing
//! ```
//! Nothing says of something that it is encrypted and shows it to others before it is.

use std::{
    collections::HashMap,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use model::records::{Record, Snapshot, SnapshotState, Volume};
use tokio::sync::Semaphore;
use vault::{Hash, Key, VaultError};

use super::jobs::{Job, LOOK, Told};
use crate::{cloud::Cloud, edit::Edit, encryption, region::Region, view::View};

/// Copies that are made at a time; each uses all processors.
const AT_A_TIME: usize = 2;
/// How long until a copy for which there was no room is tried again.
const TRY_AGAIN: Duration = Duration::from_secs(30);

/// The jobs of a region, by the ids of what they make.
pub(super) struct Seals {
    jobs: HashMap<String, Arc<AtomicBool>>,
    turns: Arc<Semaphore>,
}

impl Default for Seals {
    fn default() -> Self {
        Self { jobs: HashMap::new(), turns: Arc::new(Semaphore::new(AT_A_TIME)) }
    }
}

/// What is to be sealed, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Order {
    from: Hash,
    key: Key,
}

impl Seals {
    /// Takes up what an earlier control plane began.
    pub(super) fn begin(&mut self, cloud: &Arc<Cloud>, region: &Arc<Region>, view: &View) {
        let snapshots = view.table::<Snapshot>().iter().filter(|row| row.sealing.is_some());
        let snapshots: Vec<String> = snapshots.map(|row| row.id.to_string()).collect();
        let volumes = view.table::<Volume>().iter().filter(|row| row.sealing).map(|row| row.id.to_string());
        let volumes: Vec<String> = volumes.collect();
        snapshots.iter().for_each(|id| self.follow(cloud, region, view, Snapshot::KIND, id));
        volumes.iter().for_each(|id| self.follow(cloud, region, view, Volume::KIND, id));
    }

    /// Begins the job of a snapshot or volume, or ends it.
    pub(super) fn follow(&mut self, cloud: &Arc<Cloud>, region: &Arc<Region>, view: &View, kind: &str, id: &str) {
        let order = if kind == Snapshot::KIND { of_snapshot(view, id) } else { of_volume(view, id) };
        match (order, self.jobs.contains_key(id)) {
            (Some(order), false) => {
                let cancel = Arc::new(AtomicBool::new(false));
                self.jobs.insert(id.to_owned(), cancel.clone());
                let job = Job { cloud: cloud.clone(), region: region.clone(), id: id.to_owned(), cancel };
                tokio::spawn(run(job, order, kind == Snapshot::KIND, self.turns.clone()));
            }
            (None, true) => {
                if let Some(cancel) = self.jobs.remove(id) {
                    cancel.store(true, Ordering::Relaxed);
                }
            }
            (Some(_), true) | (None, false) => {}
        }
    }
}

fn of_snapshot(view: &View, id: &str) -> Option<Order> {
    let snapshot = view.table::<Snapshot>().get(id).filter(|it| it.state == SnapshotState::Pending)?;
    order(snapshot.sealing.as_deref()?, snapshot.kms_key.as_deref())
}

fn of_volume(view: &View, id: &str) -> Option<Order> {
    let volume = view.table::<Volume>().get(id).filter(|it| it.sealing && it.problem.is_none())?;
    order(volume.origin.as_deref()?, volume.kms_key.as_deref())
}

fn order(from: &str, key: Option<&str>) -> Option<Order> {
    Some(Order { from: from.parse().ok()?, key: encryption::vault_key(key).ok()? })
}

/// What came of a copy.
struct Made {
    root: String,
    full_bytes: u64,
    /// Keeps it from the garbage collection until a record names it.
    _job: vault::Job,
}

async fn run(job: Job, order: Order, is_snapshot: bool, turns: Arc<Semaphore>) {
    let made = loop {
        match seal(&job, &order, &turns).await {
            Err(VaultError::Full { attempted }) => {
                tracing::warn!(id = job.id, "there is no room to encrypt it ({attempted}); it is tried again");
                tokio::time::sleep(TRY_AGAIN).await;
            }
            Err(VaultError::Cancelled) => return,
            Err(error) => {
                tracing::warn!(id = job.id, "it can't be encrypted: {error}");
                break Err(format!("it could not be encrypted: {error}"));
            }
            Ok(made) => break Ok(made),
        }
        if job.is_cancelled() {
            return;
        }
    };
    let now_ms = job.cloud.world.now_ms();
    let end = |view: &Arc<View>| match is_snapshot {
        true => end_snapshot(view, &job.id, &made, now_ms),
        false => end_volume(view, &job.id, &made),
    };
    job.store(end).await;
}

async fn seal(job: &Job, order: &Order, turns: &Semaphore) -> Result<Made, VaultError> {
    let refused = |reason: &str| VaultError::Invalid(reason.to_owned());
    let _turn = turns.acquire().await.map_err(|_| VaultError::Cancelled)?;
    let vault = job.cloud.vault().cloned().ok_or_else(|| refused("this cloud keeps no disks"))?;
    let (order, cancel, told) = (order.clone(), job.cancel.clone(), Told::default());
    let hears = told.clone();
    let mut work = tokio::task::spawn_blocking(move || {
        let held = vault.begin_job(&[order.from])?;
        let hear = |done: u64, total: u64| hears.tell(percent(done, total));
        let made = vault.under(order.key).reseal(&held, order.from, &hear, &cancel)?;
        let root = made.manifest.root.to_string();
        Ok(Made { root, full_bytes: made.manifest.full_bytes(), _job: held })
    });
    let mut said = 0;
    loop {
        tokio::select! {
            ended = &mut work => return ended.map_err(|_| refused("the work broke off"))?,
            () = tokio::time::sleep(LOOK) => {
                if let Some(percent) = told.beyond(said) {
                    said = percent;
                    job.store(|view| say(view, &job.id, percent)).await;
                }
            }
        }
    }
}

/// Never 100, which is said by the end itself.
fn percent(done: u64, total: u64) -> u8 {
    u8::try_from(u128::from(done) * 99 / u128::from(total.max(1))).unwrap_or(99)
}

/// Says how far a snapshot is; of a volume nobody asks. One that is tried again doesn't go back.
fn say(view: &Arc<View>, id: &str, percent: u8) -> Option<Edit> {
    let snapshot = view.table::<Snapshot>().get(id).filter(|it| it.sealing.is_some())?;
    let mut after = snapshot.record.clone();
    after.progress = percent.max(snapshot.progress).min(99);
    let mut edit = Edit::new();
    if after != snapshot.record {
        edit.update(&snapshot, &after);
    }
    Some(edit)
}

fn end_snapshot(view: &Arc<View>, id: &str, made: &Result<Made, String>, now_ms: i64) -> Option<Edit> {
    let snapshot = view.table::<Snapshot>().get(id).filter(|it| it.sealing.is_some())?;
    let mut after = snapshot.record.clone();
    after.sealing = None;
    match made {
        Ok(made) => {
            after.state = SnapshotState::Completed;
            (after.progress, after.completed_ms) = (100, Some(now_ms));
            (after.root, after.full_bytes) = (Some(made.root.clone()), Some(made.full_bytes));
        }
        Err(problem) => {
            after.state = SnapshotState::Error;
            after.problem = Some(problem.clone());
        }
    }
    let mut edit = Edit::new();
    edit.update(&snapshot, &after);
    Some(edit)
}

fn end_volume(view: &Arc<View>, id: &str, made: &Result<Made, String>) -> Option<Edit> {
    let volume = view.table::<Volume>().get(id).filter(|it| it.sealing)?;
    let mut after = volume.record.clone();
    match made {
        Ok(made) => {
            after.origin = Some(made.root.clone());
            (after.sealing, after.ready) = (false, true);
        }
        Err(problem) => after.problem = Some(problem.clone()),
    }
    let mut edit = Edit::new();
    edit.update(&volume, &after);
    Some(edit)
}

//! Snapshots: each is one job, from the volume's content at one moment to a root in the vault. Those of one moment share
//! what takes it.

use std::{collections::BTreeMap, sync::Arc};

use hostlink::{SnapshotObservation, SnapshotSpec, SnapshotState};
use model::SnapshotId;
use tokio::{
    sync::{Semaphore, mpsc},
    task::AbortHandle,
};

use super::{keeper::Inbox, moment::Moment};
use crate::disk::{DiskError, Disks};

/// Snapshots that are brought into the vault at a time; each uses all processors.
const AT_A_TIME: usize = 2;

/// All snapshots that are wanted of this host.
pub(super) struct Snapshots {
    disks: Disks,
    inbox: mpsc::UnboundedSender<Inbox>,
    turns: Arc<Semaphore>,
    snapshots: BTreeMap<SnapshotId, Snapshot>,
}

struct Snapshot {
    region: Arc<str>,
    state: SnapshotState,
    moment: Arc<Moment>,
    job: AbortHandle,
}

impl Snapshots {
    pub fn new(disks: Disks, inbox: mpsc::UnboundedSender<Inbox>) -> Self {
        Self { disks, inbox, turns: Arc::new(Semaphore::new(AT_A_TIME)), snapshots: BTreeMap::new() }
    }

    /// Begins a snapshot, unless it is known. Says whether it is new.
    pub fn want(&mut self, region: &Arc<str>, id: &SnapshotId, spec: &Arc<SnapshotSpec>) -> bool {
        if self.snapshots.contains_key(id) {
            return false;
        }
        let shared = spec.moment.together.keys().find_map(|other| self.snapshots.get(other));
        let moment = match shared {
            Some(other) => Arc::clone(&other.moment),
            None => Arc::new(Moment::begin(self.disks.clone(), self.inbox.clone(), id, spec)),
        };
        let job = Job {
            disks: self.disks.clone(),
            inbox: self.inbox.clone(),
            turns: Arc::clone(&self.turns),
            snapshot: id.clone(),
            moment: Arc::clone(&moment),
        };
        let state = SnapshotState::Pending { percent: 0, file_systems: None };
        let job = tokio::spawn(job.run()).abort_handle();
        self.snapshots.insert(id.clone(), Snapshot { region: Arc::clone(region), state, moment, job });
        true
    }

    /// The control plane has taken note of it, or no longer wants it.
    pub fn forget(&mut self, id: &SnapshotId) {
        let Some(snapshot) = self.snapshots.remove(id) else { return };
        snapshot.moment.leave_out(id);
        snapshot.job.abort();
        if let Err(error) = self.disks.forget_snapshot(id) {
            tracing::warn!(snapshot = %id, "{error}");
        }
    }

    pub fn of(&self, region: &str) -> Vec<SnapshotId> {
        self.snapshots.iter().filter(|(_, it)| &*it.region == region).map(|(id, _)| id.clone()).collect()
    }

    pub fn region(&self, id: &SnapshotId) -> Option<Arc<str>> {
        self.snapshots.get(id).map(|snapshot| Arc::clone(&snapshot.region))
    }

    pub fn observation(&self, id: &SnapshotId) -> Option<SnapshotObservation> {
        let state = self.snapshots.get(id)?.state.clone();
        Some(SnapshotObservation { id: id.clone(), state })
    }

    /// A job has come further. Says whether there is something new to be said.
    pub fn advance(&mut self, id: &SnapshotId, state: SnapshotState) -> bool {
        let Some(snapshot) = self.snapshots.get_mut(id) else { return false };
        let new = snapshot.state != state;
        snapshot.state = state;
        new
    }
}

struct Job {
    disks: Disks,
    inbox: mpsc::UnboundedSender<Inbox>,
    turns: Arc<Semaphore>,
    snapshot: SnapshotId,
    moment: Arc<Moment>,
}

impl Job {
    async fn run(self) {
        let state = match self.steps().await {
            Ok(done) => SnapshotState::Completed {
                root: done.root,
                full_bytes: done.full_bytes,
                file_systems: done.file_systems,
            },
            Err(detail) => {
                tracing::warn!(snapshot = %self.snapshot, "{detail}");
                SnapshotState::Failed { detail }
            }
        };
        let _ = self.inbox.send(Inbox::Snapshot(self.snapshot.clone(), state));
    }

    async fn steps(&self) -> Result<crate::disk::Done, String> {
        let (disks, snapshot) = (&self.disks, &self.snapshot);
        self.moment.passed().await?;
        if let Some(done) = disks.snapshot_done(snapshot).map_err(text)? {
            return Ok(done);
        }
        let _turn = self.turns.acquire().await.map_err(|_| "the agent ends".to_owned())?;
        let (inbox, id, file_systems) =
            (self.inbox.clone(), snapshot.clone(), disks.file_systems(snapshot).map_err(text)?);
        let progress = Arc::new(move |percent| {
            let _ = inbox.send(Inbox::Snapshot(
                id.clone(),
                SnapshotState::Pending { percent, file_systems: file_systems.clone() },
            ));
        });
        disks.complete(snapshot, progress).await.map_err(text)
    }
}

pub(super) fn text(error: DiskError) -> String {
    error.to_string()
}

//! Snapshots: each is one job, from the volume's content at one moment to a root in the vault.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use hostlink::{SnapshotObservation, SnapshotSpec, SnapshotState};
use model::{InstanceId, SnapshotId, VolumeId};
use tokio::{
    sync::{Semaphore, mpsc, oneshot},
    task::AbortHandle,
    time::sleep,
};

use super::keeper::Inbox;
use crate::{
    disk::{DiskError, Disks},
    vm::task::{NOT_RUNNING, Request},
};

/// Snapshots that are brought into the vault at a time; each uses all processors.
const AT_A_TIME: usize = 2;
/// How long until a VM that is on its way up or down is asked again.
const ASK_AGAIN: Duration = Duration::from_millis(300);

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
        let job = Job {
            disks: self.disks.clone(),
            inbox: self.inbox.clone(),
            turns: Arc::clone(&self.turns),
            snapshot: id.clone(),
            volume: spec.volume.clone(),
        };
        let state = SnapshotState::Pending { percent: 0 };
        let job = tokio::spawn(job.run()).abort_handle();
        self.snapshots.insert(id.clone(), Snapshot { region: Arc::clone(region), state, job });
        true
    }

    /// The control plane has taken note of it, or no longer wants it.
    pub fn forget(&mut self, id: &SnapshotId) {
        let Some(snapshot) = self.snapshots.remove(id) else { return };
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
    volume: VolumeId,
}

impl Job {
    async fn run(self) {
        let state = match self.steps().await {
            Ok(done) => SnapshotState::Completed { root: done.root, stored_bytes: done.stored_bytes },
            Err(detail) => {
                tracing::warn!(snapshot = %self.snapshot, "{detail}");
                SnapshotState::Failed { detail }
            }
        };
        self.say(state);
    }

    fn say(&self, state: SnapshotState) {
        let _ = self.inbox.send(Inbox::Snapshot(self.snapshot.clone(), state));
    }

    async fn steps(&self) -> Result<crate::disk::Done, String> {
        let (disks, snapshot) = (&self.disks, &self.snapshot);
        if let Some(done) = disks.snapshot_done(snapshot).map_err(text)? {
            return Ok(done);
        }
        // Its moment is now, however long the vault is busy with others.
        while !disks.is_frozen(snapshot) && !disks.freeze(snapshot, &self.volume).await.map_err(text)? {
            match disks.instance_with(&self.volume) {
                Some(instance) if self.let_vm_copy(&instance).await? => {}
                // It changes hands, or its VM is on its way up or down.
                _ => sleep(ASK_AGAIN).await,
            }
        }
        let _turn = self.turns.acquire().await.map_err(|_| "the agent ends".to_owned())?;
        let (inbox, id) = (self.inbox.clone(), snapshot.clone());
        let progress = Arc::new(move |percent| {
            let _ = inbox.send(Inbox::Snapshot(id.clone(), SnapshotState::Pending { percent }));
        });
        disks.complete(snapshot, progress).await.map_err(text)
    }

    /// Has the VM that has the volume copy it. `false`: it doesn't run.
    async fn let_vm_copy(&self, instance: &InstanceId) -> Result<bool, String> {
        let files = self.disks.prepare_copy(&self.snapshot, &self.volume).await.map_err(text)?;
        let (reply, answer) = oneshot::channel();
        let request = Request::CopyDisk { volume: self.volume.clone(), files: files.clone(), reply };
        let _ = self.inbox.send(Inbox::Ask(instance.clone(), request));
        match answer.await {
            Ok(Ok(())) => self.disks.finish_copy(&self.snapshot, &files).map_err(text).map(|()| true),
            Ok(Err(problem)) if problem != NOT_RUNNING => {
                self.disks.discard_copy(&files).map_err(text)?;
                Err(problem)
            }
            // It is down, or its task has ended.
            _ => self.disks.discard_copy(&files).map_err(text).map(|()| false),
        }
    }
}

fn text(error: DiskError) -> String {
    error.to_string()
}

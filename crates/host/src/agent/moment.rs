//! The moment of a snapshot, or of several of one instance's volumes: when their content becomes safe on disk.
//!
//! ```text
//!   begin ─┬─ no VM has the volumes: their files are copied, all of them leased meanwhile
//!          └─ a VM has them: its QEMU copies them all from one moment on, see vm::real::copy; the files of those that
//!             were taken from it since somebody asked are copied, leased from before that moment on
//! ```
//! The snapshots of a moment have it together or not at all. One that is deleted meanwhile is left out; with the last of
//! them the moment itself is given up.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex, OnceLock, PoisonError},
    time::Duration,
};

use futures::{
    FutureExt,
    future::{BoxFuture, Shared},
};
use hostlink::{FileSystems, SnapshotSpec, SnapshotState};
use model::{InstanceId, SnapshotId, VolumeId};
use tokio::{
    sync::{mpsc, oneshot},
    time::{Instant, sleep},
};
use tokio_util::sync::{CancellationToken, DropGuard};

use super::{keeper::Inbox, snapshots::text};
use crate::{
    disk::{Copied, DiskError, Disks, Preparation},
    vm::{
        hypervisor::{HAS_GROWN, Passed},
        task::{CopyRequest, NOT_RUNNING, Request},
    },
};

/// How far a snapshot is when all that is certain is its moment.
const PASSED_PERCENT: u8 = 1;
/// What QEMU says where a disk isn't, or not any more, that is to be copied.
const NO_SUCH_NODE: [&str; 2] = ["Cannot find device=", "Failed to find node with node-name="];
/// How long a volume may take to be made: one that found no room is tried again after half a minute.
const MAKING: Duration = Duration::from_secs(60);
/// How long until a VM that is on its way up or down is asked again.
const ASK_AGAIN: Duration = Duration::from_millis(300);

pub(super) struct Moment {
    snapshots: BTreeSet<SnapshotId>,
    passed: Shared<BoxFuture<'static, Result<(), String>>>,
    left_out: LeftOut,
    /// Gives it up when nobody waits for it any more.
    _given_up: DropGuard,
}

type LeftOut = Arc<Mutex<BTreeSet<SnapshotId>>>;

impl Moment {
    /// Begins to take the moment of this snapshot and those that it is taken together with.
    pub fn begin(
        disks: Disks,
        inbox: mpsc::UnboundedSender<Inbox>,
        snapshot: &SnapshotId,
        spec: &SnapshotSpec,
    ) -> Self {
        let mut snapshots = spec.moment.together.clone();
        snapshots.insert(snapshot.clone(), spec.volume.clone());
        let (cancel, left_out) = (CancellationToken::new(), LeftOut::default());
        let of = snapshots.keys().cloned().collect();
        let taking = Taking {
            disks,
            inbox,
            snapshots,
            at_reboot: spec.moment.at_reboot,
            cancel: cancel.clone(),
            left_out: Arc::clone(&left_out),
            found: Arc::default(),
        };
        let taken = tokio::spawn(taking.run());
        let passed = async move { taken.await.unwrap_or_else(|_| Err("the agent ends".to_owned())) };
        Self { snapshots: of, passed: passed.boxed().shared(), left_out, _given_up: cancel.drop_guard() }
    }

    /// Waits until the content of all volumes at the moment is safe.
    pub async fn passed(&self) -> Result<(), String> {
        self.passed.clone().await
    }

    /// Those whose moment it is.
    pub fn snapshots(&self) -> impl Iterator<Item = &SnapshotId> {
        self.snapshots.iter()
    }

    /// This snapshot is no longer wanted: what is made for it is removed.
    pub fn leave_out(&self, snapshot: &SnapshotId) {
        if self.snapshots.contains(snapshot) {
            self.left_out.lock().unwrap_or_else(PoisonError::into_inner).insert(snapshot.clone());
        }
    }
}

struct Taking {
    disks: Disks,
    inbox: mpsc::UnboundedSender<Inbox>,
    snapshots: BTreeMap<SnapshotId, VolumeId>,
    at_reboot: Option<u64>,
    cancel: CancellationToken,
    left_out: LeftOut,
    /// How the moment found the file systems of a VM, once it has passed.
    found: Arc<OnceLock<Option<FileSystems>>>,
}

impl Taking {
    async fn run(self) -> Result<(), String> {
        let result = self.steps().await;
        let left_out: Vec<_> = self.left_out.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect();
        for snapshot in left_out {
            self.disks.forget_snapshot(&snapshot).map_err(text)?;
        }
        result
    }

    async fn steps(&self) -> Result<(), String> {
        let passed = self.passed();
        let had: Vec<bool> = self.snapshots.keys().map(|snapshot| self.disks.has_moment(snapshot)).collect();
        if had.iter().all(|had| *had) {
            let known = self.snapshots.keys().next().map(|snapshot| self.disks.file_systems(snapshot));
            passed(known.transpose().map_err(text)?.flatten());
            return Ok(());
        }
        if had.contains(&true) {
            // Of the others' moment nothing is left.
            return Err("the host's agent ended before all volumes of this moment were copied".to_owned());
        }
        // The moment is now, however long the vault is busy with others.
        let made_by = Instant::now() + MAKING;
        loop {
            let wanted = self.wanted();
            if wanted.is_empty() {
                return Err("no longer wanted".to_owned());
            }
            let instance = match self.disks.freeze(&wanted).await {
                Ok(true) => break,
                Ok(false) => wanted.values().find_map(|volume| self.disks.instance_with(volume)),
                // It is wanted here since a moment ago, and is made as soon as there is room.
                Err(DiskError::NoVolume(_)) if Instant::now() < made_by => None,
                Err(error) => return Err(text(error)),
            };
            match instance {
                Some(instance) if self.let_vm_copy(&instance, wanted).await? => return Ok(()),
                // Volumes change hands, or their VM is on its way up or down.
                _ => tokio::select! {
                    () = sleep(ASK_AGAIN) => {}
                    () = self.cancel.cancelled() => return Err("no longer wanted".to_owned()),
                },
            }
        }
        passed(None);
        Ok(())
    }

    /// Says of all snapshots that their moment has passed: callers wait for that.
    fn passed(&self) -> Passed {
        let (inbox, snapshots) = (self.inbox.clone(), self.snapshots.keys().cloned().collect::<Vec<_>>());
        let found = Arc::clone(&self.found);
        Box::new(move |file_systems| {
            for snapshot in snapshots {
                let state = SnapshotState::Pending { percent: PASSED_PERCENT, file_systems: file_systems.clone() };
                let _ = inbox.send(Inbox::Snapshot(snapshot, state));
            }
            // A VM that is asked again is so because no moment has passed.
            let _ = found.set(file_systems);
        })
    }

    /// Has the VM copy those of the volumes that it has. `false`: it doesn't run or can't just now, or others are on their way
    /// elsewhere.
    async fn let_vm_copy(&self, instance: &InstanceId, wanted: BTreeMap<SnapshotId, VolumeId>) -> Result<bool, String> {
        let (has, others): (BTreeMap<_, _>, BTreeMap<_, _>) = wanted
            .clone()
            .into_iter()
            .partition(|(_, volume)| self.disks.instance_with(volume).as_ref() == Some(instance));
        // A volume that nobody has stays as it is while it is leased: so it is of any moment until then.
        let Some(leases) = self.disks.take_all_if_free(others.values()) else {
            return match others.values().find_map(|volume| self.disks.instance_with(volume)) {
                Some(other) => {
                    Err(format!("the volumes have no moment in common: {instance} has some, {other} others"))
                }
                None => Ok(false),
            };
        };
        let mut files = BTreeMap::new();
        let copied = match self.copy_by(instance, &has, &mut files).await {
            Ok(Some(copied)) => self.disks.freeze_taken(&others, &leases).await.map_err(text).map(|()| Some(copied)),
            other => other,
        };
        match copied {
            Ok(Some(copied)) => {
                let found = self.found.get().cloned().flatten();
                self.disks.finish_copies(&files, &copied, found.as_ref()).map_err(text).map(|()| true)
            }
            other => {
                for Preparation { files, .. } in files.values() {
                    self.disks.discard_copy(files).map_err(text)?;
                }
                match other {
                    // One that was deleted took its files along, which may be what failed. The others' moment is still to come.
                    Err(problem) if self.found.get().is_none() && self.wanted() != wanted => {
                        tracing::debug!("copying without what was deleted meanwhile: {problem}");
                        Ok(false)
                    }
                    other => other.map(|_| false),
                }
            }
        }
    }

    /// The snapshots that are not left out by now.
    fn wanted(&self) -> BTreeMap<SnapshotId, VolumeId> {
        let left_out = self.left_out.lock().unwrap_or_else(PoisonError::into_inner);
        let wanted = self.snapshots.iter().filter(|(snapshot, _)| !left_out.contains(*snapshot));
        wanted.map(|(snapshot, volume)| (snapshot.clone(), volume.clone())).collect()
    }

    /// `files` has all that was made, also after an error. Nothing: the VM doesn't run, or can't just now.
    async fn copy_by(
        &self,
        instance: &InstanceId,
        snapshots: &BTreeMap<SnapshotId, VolumeId>,
        files: &mut BTreeMap<SnapshotId, Preparation>,
    ) -> Result<Option<Copied>, String> {
        self.disks.require_room_for(snapshots.values()).map_err(text)?;
        for (snapshot, volume) in snapshots {
            files.insert(snapshot.clone(), self.disks.prepare_copy(snapshot, volume).await.map_err(text)?);
        }
        let disks = files.values().map(|Preparation { files, .. }| (files.volume.clone(), files.clone()));
        let (reply, answer) = oneshot::channel();
        let request = CopyRequest {
            disks: disks.collect(),
            at_reboot: self.at_reboot,
            passed: self.passed(),
            cancel: self.cancel.clone(),
            reply,
        };
        let _ = self.inbox.send(Inbox::Ask(instance.clone(), Request::CopyDisks(request)));
        match answer.await {
            Ok(Ok(copied)) => Ok(Some(copied)),
            // It is down, or a disk is just being plugged, unplugged or grown.
            Ok(Err(problem))
                if problem == NOT_RUNNING
                    || NO_SUCH_NODE.iter().any(|no_such| problem.contains(no_such))
                    || problem.starts_with(HAS_GROWN) =>
            {
                Ok(None)
            }
            Ok(Err(problem)) => Err(problem),
            // Its task has ended.
            Err(_) => Ok(None),
        }
    }
}

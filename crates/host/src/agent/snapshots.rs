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
        if let Some(known) = self.snapshots.get(id) {
            // What its moment was to be that of, too, may be gone since, without having been heard of here.
            let gone = |other: &&SnapshotId| {
                *other != id && !spec.moment.together.contains_key(*other) && !self.snapshots.contains_key(*other)
            };
            let gone: Vec<_> = known.moment.snapshots().filter(gone).cloned().collect();
            gone.iter().for_each(|other| self.forget(other));
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

    /// The control plane has taken note of it, or no longer wants it. It may never have been wanted here itself: then
    /// another one's moment was to be its moment, too.
    pub fn forget(&mut self, id: &SnapshotId) {
        let snapshot = self.snapshots.remove(id);
        for known in snapshot.iter().chain(self.snapshots.values()) {
            known.moment.leave_out(id);
        }
        if let Some(snapshot) = snapshot {
            snapshot.job.abort();
        }
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

#[cfg(test)]
mod tests {
    use hostlink::MomentSpec;
    use model::VolumeId;
    use vault::Vault;

    use super::*;
    use crate::vm::{
        task::{CopyRequest, Request},
        testing::{instance_id, volume, volume_id},
    };

    struct Place {
        folder: tempfile::TempDir,
        snapshots: Snapshots,
        said: mpsc::UnboundedReceiver<Inbox>,
    }

    const MOMENT: [(&str, u32); 2] = [("snap-00000000000000001", 1), ("snap-00000000000000002", 2)];

    fn id(number: usize) -> SnapshotId {
        SnapshotId::trusted(MOMENT[number].0)
    }

    fn spec(number: usize, together: &[usize]) -> Arc<SnapshotSpec> {
        let together: BTreeMap<SnapshotId, VolumeId> =
            together.iter().map(|it| (id(*it), volume_id(MOMENT[*it].1))).collect();
        let moment = MomentSpec { together, at_reboot: None };
        Arc::new(SnapshotSpec { volume: volume_id(MOMENT[number].1), base: None, moment })
    }

    /// A host with two volumes that no VM has; nothing where `qemu-img` is not installed.
    async fn place() -> Option<Place> {
        for tool in ["qemu-img", "qemu-nbd"] {
            if std::process::Command::new(tool).arg("--version").output().is_err() {
                eprintln!("skipped: {tool} is not installed");
                return None;
            }
        }
        let folder = tempfile::tempdir().unwrap();
        let vault = Arc::new(Vault::open_local(folder.path().join("vault")).unwrap());
        let disks = Disks::open(&folder.path().join("host"), vault, None).unwrap();
        for (_, number) in MOMENT {
            disks.ensure(&volume_id(number), &volume(1)).await.unwrap();
        }
        let (inbox, said) = mpsc::unbounded_channel();
        Some(Place { folder, snapshots: Snapshots::new(disks, inbox), said })
    }

    impl Place {
        async fn until_completed(&mut self, snapshot: &SnapshotId) {
            loop {
                match self.said.recv().await.unwrap() {
                    Inbox::Snapshot(id, SnapshotState::Completed { .. }) if id == *snapshot => return,
                    Inbox::Snapshot(_, SnapshotState::Failed { detail }) => panic!("{detail}"),
                    _ => {}
                }
            }
        }

        /// Waits until a VM is asked to copy disks.
        async fn until_asked(&mut self) -> CopyRequest {
            loop {
                if let Inbox::Ask(_, Request::CopyDisks(request)) = self.said.recv().await.unwrap() {
                    return request;
                }
            }
        }

        fn files(&self) -> Vec<String> {
            let list = |folder| std::fs::read_dir(self.folder.path().join("host").join(folder)).unwrap();
            let entries = ["scratch", "snapshots"].into_iter().flat_map(list);
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
        }
    }

    #[tokio::test]
    async fn it_waits_for_a_volume_that_is_still_to_be_made() {
        let Some(mut place) = place().await else { return };
        let spec = Arc::new(SnapshotSpec { volume: volume_id(3), base: None, moment: MomentSpec::default() });
        assert!(place.snapshots.want(&"us-east-1".into(), &id(0), &spec));
        tokio::task::yield_now().await;
        place.snapshots.disks.ensure(&volume_id(3), &volume(1)).await.unwrap();
        place.until_completed(&id(0)).await;
    }

    #[tokio::test]
    async fn nothing_is_left_of_one_that_was_deleted_before_it_was_heard_of() {
        let Some(mut place) = place().await else { return };
        assert!(place.snapshots.want(&"us-east-1".into(), &id(1), &spec(1, &[0, 1])));
        place.snapshots.forget(&id(0));
        place.until_completed(&id(1)).await;
        assert_eq!(place.files(), [format!("{}.json", id(1))]);
        place.snapshots.forget(&id(1));
        assert_eq!(place.files(), [""; 0]);
    }

    #[tokio::test]
    async fn the_others_go_on_without_one_that_was_deleted_before_their_moment() {
        let Some(mut place) = place().await else { return };
        let mut leases = Vec::new();
        for (_, number) in MOMENT {
            let lease = place.snapshots.disks.lease(&volume_id(number), &volume(1), &instance_id()).await;
            leases.push(lease.unwrap());
        }
        for number in [0, 1] {
            place.snapshots.want(&"us-east-1".into(), &id(number), &spec(number, &[0, 1]));
        }
        let request = place.until_asked().await;
        assert_eq!(request.disks.len(), 2);
        place.snapshots.forget(&id(0));
        let gone = &request.disks[&volume_id(1)].copy;
        request.reply.send(Err(format!("Could not open '{gone}': No such file or directory"))).unwrap();
        // It is asked again, for what is left.
        let request = place.until_asked().await;
        assert_eq!(request.disks.keys().collect::<Vec<_>>(), [&volume_id(2)]);
        (request.passed)(None);
        request.reply.send(Ok(Default::default())).unwrap();
        place.until_completed(&id(1)).await;
        assert_eq!(place.files(), [format!("{}.json", id(1))]);
    }

    #[tokio::test]
    async fn nothing_is_left_of_one_that_was_deleted_while_nobody_listened() {
        let Some(mut place) = place().await else { return };
        let region = "us-east-1".into();
        assert!(place.snapshots.want(&region, &id(1), &spec(1, &[0, 1])));
        place.until_completed(&id(1)).await;
        assert!(!place.snapshots.want(&region, &id(1), &spec(1, &[0, 1])));
        assert_eq!(place.files().len(), 3, "the other one is on its way: {:?}", place.files());
        assert!(!place.snapshots.want(&region, &id(1), &spec(1, &[])));
        assert_eq!(place.files(), [format!("{}.json", id(1))]);
    }
}

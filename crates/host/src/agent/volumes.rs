//! Volumes: made, grown and removed as they are wanted, one job at a time for each.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use hostlink::{VolumeObservation, VolumeSpec, VolumeState, VolumeWanted};
use model::VolumeId;
use tokio::{sync::mpsc, time::sleep};

use super::keeper::Inbox;
use crate::disk::{DiskError, Disks};

/// How long until what failed is tried again.
const TRY_AGAIN: Duration = Duration::from_secs(30);
/// How long until a volume is looked at again that a VM is making or has to grow. Of an encrypted one that takes seconds.
const LOOK_AGAIN: Duration = Duration::from_millis(500);

/// All volumes of this host that anybody speaks of.
pub(super) struct Volumes {
    disks: Disks,
    inbox: mpsc::UnboundedSender<Inbox>,
    volumes: BTreeMap<VolumeId, Volume>,
}

struct Volume {
    region: Arc<str>,
    spec: Arc<VolumeSpec>,
    observed: VolumeObservation,
    /// The spec that a job works on, or has last worked on with success.
    taken_up: Option<Arc<VolumeSpec>>,
    busy: bool,
}

/// What a job came to.
#[derive(Debug)]
pub(super) enum VolumeDone {
    Present {
        size_gib: u32,
        encrypted: bool,
    },
    /// A VM that starts is making it.
    InTheMaking,
    Gone,
    Failed {
        detail: String,
    },
}

impl Volumes {
    pub fn new(disks: Disks, inbox: mpsc::UnboundedSender<Inbox>) -> Self {
        Self { disks, inbox, volumes: BTreeMap::new() }
    }

    /// Takes what is wanted of a volume now.
    pub fn want(&mut self, region: &Arc<str>, id: &VolumeId, spec: &Arc<VolumeSpec>) {
        let volume = self.volumes.entry(id.clone()).or_insert_with(|| {
            let observed =
                VolumeObservation { id: id.clone(), state: VolumeState::Absent, size_gib: 0, encrypted: false };
            Volume { region: Arc::clone(region), spec: Arc::clone(spec), observed, taken_up: None, busy: false }
        });
        volume.spec = Arc::clone(spec);
        self.work(id);
    }

    /// The volume is no longer spoken of. Its files stay: they go only when that is wanted.
    pub fn forget(&mut self, id: &VolumeId) {
        self.volumes.remove(id);
    }

    /// The volumes of a region that are spoken of.
    pub fn of(&self, region: &str) -> Vec<VolumeId> {
        self.volumes.iter().filter(|(_, volume)| &*volume.region == region).map(|(id, _)| id.clone()).collect()
    }

    pub fn observation(&self, id: &VolumeId) -> Option<&VolumeObservation> {
        self.volumes.get(id).map(|volume| &volume.observed)
    }

    pub fn region(&self, id: &VolumeId) -> Option<Arc<str>> {
        self.volumes.get(id).map(|volume| Arc::clone(&volume.region))
    }

    /// A job has ended. Says whether there is something new to be said.
    pub fn done(&mut self, id: &VolumeId, done: VolumeDone) -> bool {
        let Some(volume) = self.volumes.get_mut(id) else { return false };
        volume.busy = false;
        let (state, size_gib, encrypted) = match done {
            VolumeDone::Present { size_gib, encrypted } => (VolumeState::Present, size_gib, encrypted),
            VolumeDone::InTheMaking => {
                volume.taken_up = None;
                self.again(id, LOOK_AGAIN);
                return false;
            }
            VolumeDone::Gone => (VolumeState::Gone, 0, false),
            VolumeDone::Failed { detail } => {
                tracing::warn!(volume = %id, "{detail}");
                volume.taken_up = None;
                let observed = (volume.observed.size_gib, volume.observed.encrypted);
                self.again(id, TRY_AGAIN);
                (VolumeState::Error { detail }, observed.0, observed.1)
            }
        };
        let Some(volume) = self.volumes.get_mut(id) else { return false };
        let failed = matches!(state, VolumeState::Error { .. });
        // A VM that has it was to grow it, and may end before it has.
        let too_small = state == VolumeState::Present && size_gib < volume.spec.size_gib;
        let new = volume.see(state, size_gib, encrypted);
        if too_small {
            volume.taken_up = None;
            self.again(id, LOOK_AGAIN);
        } else if !failed {
            self.work(id);
        }
        new
    }

    /// Has a volume looked after once more.
    fn again(&self, id: &VolumeId, after: Duration) {
        let (inbox, id) = (self.inbox.clone(), id.clone());
        tokio::spawn(async move {
            sleep(after).await;
            let _ = inbox.send(Inbox::VolumeAgain(id));
        });
    }

    /// A VM has grown the volume. Says whether there is something new to be said.
    pub fn grown(&mut self, id: &VolumeId) -> bool {
        let found = (self.disks.size_gib(id), self.disks.is_encrypted(id));
        match (found, self.volumes.get_mut(id)) {
            ((Ok(Some(size_gib)), Ok(encrypted)), Some(volume)) => {
                volume.see(VolumeState::Present, size_gib, encrypted)
            }
            _ => false,
        }
    }

    /// Begins a job for the volume, unless one works on it or nothing is to do.
    pub fn work(&mut self, id: &VolumeId) {
        let Some(volume) = self.volumes.get_mut(id) else { return };
        if volume.busy || volume.taken_up.as_ref() == Some(&volume.spec) {
            return;
        }
        let spec = Arc::clone(&volume.spec);
        (volume.busy, volume.taken_up) = (true, Some(Arc::clone(&spec)));
        let (disks, inbox, id) = (self.disks.clone(), self.inbox.clone(), id.clone());
        tokio::spawn(async move {
            let done = match bring_about(&disks, &id, &spec).await {
                Ok(done) => done,
                Err(error) => VolumeDone::Failed { detail: error.to_string() },
            };
            let _ = inbox.send(Inbox::Volume(id, done));
        });
    }
}

async fn bring_about(disks: &Disks, id: &VolumeId, spec: &VolumeSpec) -> Result<VolumeDone, DiskError> {
    match spec.wanted {
        VolumeWanted::Present => {
            let size_gib = disks.ensure(id, spec).await?;
            if size_gib == 0 {
                return Ok(VolumeDone::InTheMaking);
            }
            // As it was made, and not as it is wanted.
            Ok(VolumeDone::Present { size_gib, encrypted: disks.is_encrypted(id)? })
        }
        VolumeWanted::Gone => disks.remove(id).await.map(|()| VolumeDone::Gone),
    }
}

impl Volume {
    fn see(&mut self, state: VolumeState, size_gib: u32, encrypted: bool) -> bool {
        let observed = VolumeObservation { id: self.observed.id.clone(), state, size_gib, encrypted };
        let new = self.observed != observed;
        self.observed = observed;
        new
    }
}

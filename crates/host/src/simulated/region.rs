//! What one region wants of the simulated host, and what is to be said to it.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use hostlink::{
    Change, Desired, InstanceSpec, Observation, SnapshotObservation, SnapshotSpec, SnapshotState, VolumeObservation,
    VolumeSpec, VolumeState, VolumeWanted,
};
use model::{InstanceId, SnapshotId, VolumeId};

use super::instance::{Instance, InstanceStep};

/// One region's part of the host. Networks, groups and interfaces are taken and forgotten: no packet ever flows.
#[derive(Debug, Default)]
pub(super) struct Region {
    pub(super) epoch: u64,
    volumes: BTreeMap<VolumeId, Volume>,
    instances: BTreeMap<InstanceId, Instance>,
    snapshots: BTreeMap<SnapshotId, SnapshotState>,
    /// What has changed since the last message.
    touched: Touched,
}

#[derive(Debug)]
struct Volume {
    wanted: Arc<VolumeSpec>,
    state: VolumeState,
    size_gib: u32,
}

#[derive(Debug, Default)]
struct Touched {
    volumes: BTreeSet<VolumeId>,
    instances: BTreeSet<InstanceId>,
    snapshots: BTreeSet<SnapshotId>,
}

/// What happens when its time comes.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step {
    Instance(InstanceId, InstanceStep),
    Volume(VolumeId),
    Snapshot(SnapshotId, VolumeId),
}

impl Region {
    pub(super) fn has_instance(&self, id: &InstanceId) -> bool {
        self.instances.contains_key(id)
    }

    /// Takes a whole new desired set, and has everything said again.
    pub(super) fn replace(&mut self, desired: Desired, now_ms: i64) -> Vec<Step> {
        self.volumes.retain(|id, _| desired.volumes.contains_key(id));
        self.instances.retain(|id, _| desired.instances.contains_key(id));
        self.snapshots.retain(|id, _| desired.snapshots.contains_key(id));
        let changes = (desired.volumes.into_iter().map(|(id, spec)| Change::Volume(id, Some(spec))))
            .chain(desired.instances.into_iter().map(|(id, spec)| Change::Instance(id, Some(spec))))
            .chain(desired.snapshots.into_iter().map(|(id, spec)| Change::Snapshot(id, Some(spec))))
            .collect();
        let steps = self.change(changes, now_ms);
        self.touched = Touched {
            volumes: self.volumes.keys().cloned().collect(),
            instances: self.instances.keys().cloned().collect(),
            snapshots: self.snapshots.keys().cloned().collect(),
        };
        steps
    }

    /// Takes changes. Volumes come first and snapshots last, whatever their order in the message, because instances
    /// and snapshots need their volumes.
    pub(super) fn change(&mut self, changes: Vec<Change>, now_ms: i64) -> Vec<Step> {
        let mut steps = Vec::new();
        let (mut instances, mut snapshots) = (Vec::new(), Vec::new());
        for change in changes {
            match change {
                Change::Volume(id, spec) => steps.extend(self.want_volume(id, spec)),
                Change::Instance(id, spec) => instances.push((id, spec)),
                Change::Snapshot(id, spec) => snapshots.push((id, spec)),
                Change::Vpc(..) | Change::Group(..) | Change::Interface(..) => {}
            }
        }
        for (id, spec) in instances {
            steps.extend(self.want_instance(id, spec, now_ms));
        }
        for (id, spec) in snapshots {
            steps.extend(self.want_snapshot(id, spec));
        }
        steps
    }

    fn want_volume(&mut self, id: VolumeId, spec: Option<Arc<VolumeSpec>>) -> Option<Step> {
        let Some(spec) = spec else {
            self.volumes.remove(&id);
            return None;
        };
        match self.volumes.get_mut(&id) {
            Some(known) => known.wanted = spec,
            None => {
                let new = Volume { wanted: spec, state: VolumeState::Absent, size_gib: 0 };
                self.volumes.insert(id.clone(), new);
                self.touched.volumes.insert(id.clone());
            }
        }
        (!self.volumes[&id].is_as_wanted()).then_some(Step::Volume(id))
    }

    fn want_instance(&mut self, id: InstanceId, spec: Option<Arc<InstanceSpec>>, now_ms: i64) -> Vec<Step> {
        let Some(spec) = spec else {
            self.instances.remove(&id);
            return Vec::new();
        };
        let instance = self.instances.entry(id.clone()).or_insert_with(|| Instance::new(id.clone(), &spec, now_ms));
        let before = instance.observed.clone();
        let steps = instance.want(spec, now_ms);
        if instance.observed != before {
            self.touched.instances.insert(id.clone());
        }
        steps.into_iter().map(|step| Step::Instance(id.clone(), step)).collect()
    }

    fn want_snapshot(&mut self, id: SnapshotId, spec: Option<Arc<SnapshotSpec>>) -> Option<Step> {
        let Some(spec) = spec else {
            self.snapshots.remove(&id);
            return None;
        };
        if self.snapshots.contains_key(&id) {
            return None;
        }
        self.touched.snapshots.insert(id.clone());
        // Judged now and not when the step is due: the point in time is now, and the volume may go meanwhile.
        if self.volumes.get(&spec.volume).is_none_or(|volume| volume.state == VolumeState::Gone) {
            let detail = format!("the host has no volume {}", spec.volume);
            self.snapshots.insert(id, SnapshotState::Failed { detail });
            return None;
        }
        self.snapshots.insert(id.clone(), SnapshotState::Pending { percent: 0, file_systems: None });
        Some(Step::Snapshot(id, spec.volume.clone()))
    }

    /// Does what is due, and says what is due next.
    pub(super) fn take(&mut self, step: Step, now_ms: i64) -> Vec<Step> {
        match step {
            Step::Volume(id) => {
                if let Some(volume) = self.volumes.get_mut(&id).filter(|volume| !volume.is_as_wanted()) {
                    volume.become_wanted();
                    self.touched.volumes.insert(id);
                }
                Vec::new()
            }
            Step::Instance(id, step) => {
                let Some(instance) = self.instances.get_mut(&id) else { return Vec::new() };
                let before = instance.observed.clone();
                let next = instance.take(step, now_ms);
                if instance.observed != before {
                    self.touched.instances.insert(id.clone());
                }
                next.into_iter().map(|step| Step::Instance(id.clone(), step)).collect()
            }
            Step::Snapshot(id, volume) => {
                if let Some(state) = self.snapshots.get_mut(&id) {
                    let root = synthetic_root(&volume, &id);
                    *state = SnapshotState::Completed { root, full_bytes: 0, file_systems: None };
                    self.touched.snapshots.insert(id);
                }
                Vec::new()
            }
        }
    }

    /// What is to be said now: the state of all that has changed since the last call.
    pub(super) fn take_observations(&mut self) -> Vec<Observation> {
        let Touched { volumes, instances, snapshots } = std::mem::take(&mut self.touched);
        let volumes = volumes.into_iter().filter_map(|id| {
            let volume = self.volumes.get(&id)?;
            let (state, size_gib) = (volume.state.clone(), volume.size_gib);
            // It keeps no bytes that could be read by anybody.
            let encrypted = state == VolumeState::Present && volume.wanted.key.is_some();
            Some(Observation::Volume(VolumeObservation { id, state, size_gib, encrypted }))
        });
        let instances = instances
            .into_iter()
            .filter_map(|id| Some(Observation::Instance(self.instances.get(&id)?.observed.clone())));
        let snapshots = snapshots.into_iter().filter_map(|id| {
            let state = self.snapshots.get(&id)?.clone();
            Some(Observation::Snapshot(SnapshotObservation { id, state }))
        });
        volumes.chain(instances).chain(snapshots).collect()
    }
}

impl Volume {
    fn is_as_wanted(&self) -> bool {
        match self.wanted.wanted {
            // A disk grows and never shrinks.
            VolumeWanted::Present => self.state == VolumeState::Present && self.size_gib >= self.wanted.size_gib,
            VolumeWanted::Gone => self.state == VolumeState::Gone,
        }
    }

    fn become_wanted(&mut self) {
        match self.wanted.wanted {
            VolumeWanted::Present => {
                self.state = VolumeState::Present;
                self.size_gib = self.size_gib.max(self.wanted.size_gib);
            }
            VolumeWanted::Gone => {
                self.state = VolumeState::Gone;
                self.size_gib = 0;
            }
        }
    }
}

/// A root for a snapshot that holds no content: the same for the same volume and snapshot, and of a real one's form.
fn synthetic_root(volume: &VolumeId, snapshot: &SnapshotId) -> String {
    blake3::hash(format!("simulated {volume} {snapshot}").as_bytes()).to_hex().to_string()
}

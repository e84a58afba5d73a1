//! One simulated instance: what is wanted, what is said of it, and how the one becomes the other.
//!
//! ```text
//!   (new) ─▶ Preparing ─▶ Running, Initializing ─▶ Running, Passed
//!                 └──────────────┴──────▶ Stopping ─▶ Stopped | Gone
//! ```

use std::sync::Arc;

use hostlink::{
    DiskObservation, InstanceObservation, InstanceSpec, NicObservation, NicSpec, Phase, PowerWanted, Reachability,
};
use model::{InstanceId, NetworkInterfaceId, VolumeId};

/// A simulated instance.
#[derive(Debug)]
pub(super) struct Instance {
    spec: Arc<InstanceSpec>,
    pub(super) observed: InstanceObservation,
    /// Grows with each turn of the power's way, so that steps of an abandoned way are told apart.
    way: u64,
}

/// What happens to an instance when its time comes.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum InstanceStep {
    /// The next phase on the way to the wanted one.
    Power {
        way: u64,
    },
    Reboot {
        generation: u64,
    },
    /// The disk becomes attached or detached.
    Disk {
        volume: VolumeId,
        generation: u64,
        attached: bool,
    },
    /// The interface becomes attached or detached.
    Nic {
        interface: NetworkInterfaceId,
        spec: NicSpec,
    },
}

impl Instance {
    pub(super) fn new(id: InstanceId, spec: &Arc<InstanceSpec>, now_ms: i64) -> Self {
        let observed = InstanceObservation {
            id,
            power_generation: 0,
            reboot_generation: spec.reboot_generation,
            phase: Phase::Absent,
            cause: None,
            since_ms: now_ms,
            reachability: Reachability::NotApplicable,
            reachability_since_ms: now_ms,
            disks: Default::default(),
            interfaces: Default::default(),
        };
        Self { spec: Arc::clone(spec), observed, way: 0 }
    }

    /// Takes a new wish, and says what has to happen for it.
    pub(super) fn want(&mut self, spec: Arc<InstanceSpec>, now_ms: i64) -> Vec<InstanceStep> {
        self.spec = spec;
        let mut steps = Vec::new();
        self.want_power(now_ms, &mut steps);
        self.want_disks(&mut steps);
        self.want_nics(&mut steps);
        if self.observed.reboot_generation < self.spec.reboot_generation {
            let generation = self.spec.reboot_generation;
            if self.observed.phase == Phase::Running {
                steps.push(InstanceStep::Reboot { generation });
            } else {
                // What doesn't run has nothing to restart.
                self.observed.reboot_generation = generation;
            }
        }
        steps
    }

    fn want_power(&mut self, now_ms: i64, steps: &mut Vec<InstanceStep>) {
        let power = self.spec.power;
        let is_new = self.observed.phase == Phase::Absent;
        // What is gone stays gone: an id is never used again.
        if self.observed.phase == Phase::Gone || (!is_new && self.observed.power_generation == power.generation) {
            return;
        }
        self.observed.power_generation = power.generation;
        let phase = match (power.wanted, self.observed.phase) {
            (PowerWanted::Running, Phase::Running) => return,
            (PowerWanted::Running, _) => Phase::Preparing,
            (PowerWanted::Stopped { .. }, Phase::Absent | Phase::Stopped) => Phase::Stopped,
            (PowerWanted::Gone, Phase::Absent | Phase::Stopped) => Phase::Gone,
            (PowerWanted::Stopped { .. } | PowerWanted::Gone, _) => Phase::Stopping,
        };
        self.enter(phase, now_ms);
        self.way += 1;
        if matches!(phase, Phase::Preparing | Phase::Stopping) {
            steps.push(InstanceStep::Power { way: self.way });
        }
    }

    fn want_disks(&mut self, steps: &mut Vec<InstanceStep>) {
        let (spec, observed) = (&self.spec, &mut self.observed);
        observed.disks.retain(|volume, _| spec.disks.iter().any(|disk| disk.volume == *volume));
        if observed.phase == Phase::Gone {
            return;
        }
        for disk in &spec.disks {
            let generation = disk.generation;
            let known = observed.disks.entry(disk.volume.clone()).or_insert(DiskObservation {
                generation,
                attached: false,
                problem: None,
            });
            if known.generation == generation && known.attached == disk.wanted {
                continue;
            }
            match observed.phase {
                // A guest has to take notice.
                Phase::Running => {
                    steps.push(InstanceStep::Disk { volume: disk.volume.clone(), generation, attached: disk.wanted })
                }
                // Attached together with the start.
                Phase::Preparing | Phase::Starting if disk.wanted => known.generation = generation,
                _ => *known = DiskObservation { generation, attached: disk.wanted, problem: None },
            }
        }
    }

    fn want_nics(&mut self, steps: &mut Vec<InstanceStep>) {
        let (spec, observed) = (&self.spec, &mut self.observed);
        observed.interfaces.retain(|interface, _| spec.nics.contains_key(interface));
        if observed.phase == Phase::Gone {
            return;
        }
        for (interface, nic) in &spec.nics {
            // What has been there since the launch is there until it is unplugged.
            let before = NicObservation { generation: nic.generation, attached: nic.generation == 0, problem: None };
            let known = observed.interfaces.entry(interface.clone()).or_insert(before);
            if known.generation == nic.generation && known.attached == nic.wanted {
                continue;
            }
            match observed.phase {
                Phase::Running => steps.push(InstanceStep::Nic { interface: interface.clone(), spec: *nic }),
                _ => *known = NicObservation { generation: nic.generation, attached: nic.wanted, problem: None },
            }
        }
    }

    /// Does what is due, and says what is due next.
    pub(super) fn take(&mut self, step: InstanceStep, now_ms: i64) -> Option<InstanceStep> {
        match step {
            InstanceStep::Power { way } if way == self.way => self.take_power(now_ms),
            InstanceStep::Power { .. } => None,
            InstanceStep::Reboot { generation } => {
                self.observed.reboot_generation = self.observed.reboot_generation.max(generation);
                None
            }
            InstanceStep::Nic { interface, spec } => {
                self.take_nic(interface, spec);
                None
            }
            InstanceStep::Disk { volume, generation, attached } => {
                // Only if that is what is still wanted of the disk.
                let wanted = |disk: &&hostlink::DiskSpec| {
                    disk.volume == volume && disk.generation == generation && disk.wanted == attached
                };
                if self.observed.phase != Phase::Gone && self.spec.disks.iter().any(|disk| wanted(&disk)) {
                    self.observed.disks.insert(volume, DiskObservation { generation, attached, problem: None });
                }
                None
            }
        }
    }

    fn take_nic(&mut self, interface: NetworkInterfaceId, spec: NicSpec) {
        // Only if that is what is still wanted of it.
        if self.observed.phase != Phase::Gone && self.spec.nics.get(&interface) == Some(&spec) {
            let observed = NicObservation { generation: spec.generation, attached: spec.wanted, problem: None };
            self.observed.interfaces.insert(interface, observed);
        }
    }

    fn take_power(&mut self, now_ms: i64) -> Option<InstanceStep> {
        let next = Some(InstanceStep::Power { way: self.way });
        match (self.spec.power.wanted, self.observed.phase) {
            (PowerWanted::Running, Phase::Running) => {
                self.set_reachability(Reachability::Passed, now_ms);
                None
            }
            (PowerWanted::Running, _) => {
                self.enter(Phase::Running, now_ms);
                next
            }
            (PowerWanted::Stopped { .. }, _) => {
                self.enter(Phase::Stopped, now_ms);
                None
            }
            (PowerWanted::Gone, _) => {
                self.enter(Phase::Gone, now_ms);
                None
            }
        }
    }

    fn enter(&mut self, phase: Phase, now_ms: i64) {
        self.observed.phase = phase;
        self.observed.since_ms = now_ms;
        let reachability =
            if phase == Phase::Running { Reachability::Initializing } else { Reachability::NotApplicable };
        self.set_reachability(reachability, now_ms);
        match phase {
            Phase::Running => {
                for disk in &self.spec.disks {
                    let observed =
                        DiskObservation { generation: disk.generation, attached: disk.wanted, problem: None };
                    self.observed.disks.insert(disk.volume.clone(), observed);
                }
            }
            Phase::Gone => {
                self.observed.disks.clear();
                self.observed.interfaces.clear();
            }
            Phase::Absent | Phase::Preparing | Phase::Starting | Phase::Stopping | Phase::Stopped | Phase::Failed => {}
        }
    }

    fn set_reachability(&mut self, reachability: Reachability, now_ms: i64) {
        if self.observed.reachability != reachability {
            self.observed.reachability = reachability;
            self.observed.reachability_since_ms = now_ms;
        }
    }
}

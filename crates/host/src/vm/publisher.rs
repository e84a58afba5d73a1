//! What is said of an instance: put together from its parts, kept on disk, and sent when it changes.

use std::{collections::BTreeMap, sync::Arc};

use hostlink::{DiskObservation, InstanceObservation, NicObservation, Phase, Reachability};
use model::{InstanceId, NetworkInterfaceId, VolumeId};
use serde::{Deserialize, Serialize};

use super::{
    folder::{InstanceFolder, read_json, write_json_fast},
    lifecycle::Said,
};

const FILE: &str = "observed.json";

/// Where observations go.
pub type Tell = Arc<dyn Fn(InstanceObservation) + Send + Sync>;

/// What is kept for the next agent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    pub region: String,
    pub said: Said,
    /// When its phase was entered.
    pub since_ms: i64,
}

impl Kept {
    /// What an earlier agent kept of the instance. A file that is not understood is as good as none.
    pub fn read(folder: &InstanceFolder) -> Option<Self> {
        read_json(&folder.file(FILE)).unwrap_or_else(|error| {
            tracing::warn!("{error}");
            None
        })
    }
}

/// What is said of an instance's disks, and of its interfaces that come or go.
pub type Devices = (BTreeMap<VolumeId, DiskObservation>, BTreeMap<NetworkInterfaceId, NicObservation>);

/// What is said of one instance.
pub struct Publisher {
    instance: InstanceId,
    folder: InstanceFolder,
    kept: Kept,
    reachability: (Reachability, i64),
    sent: Option<InstanceObservation>,
    tell: Tell,
}

impl Publisher {
    pub fn new(instance: InstanceId, folder: InstanceFolder, kept: Kept, tell: Tell) -> Self {
        let reachability = (Reachability::NotApplicable, kept.since_ms);
        Self { instance, folder, kept, reachability, sent: None, tell }
    }

    /// Says what is new, if anything is. `answers`: whether the guest does, once it is up.
    pub fn publish(
        &mut self,
        said: &Said,
        (disks, interfaces): Devices,
        answers: Option<(Reachability, i64)>,
        now_ms: i64,
    ) {
        if *said != self.kept.said {
            if said.phase != self.kept.said.phase {
                self.kept.since_ms = now_ms;
            }
            self.kept.said = said.clone();
            self.keep();
        }
        match answers {
            Some((reachability, since_ms)) if reachability != self.reachability.0 => {
                // What is older than the phase speaks of an earlier life.
                self.reachability = (reachability, since_ms.max(self.kept.since_ms));
            }
            None if self.reachability.0 != Reachability::NotApplicable => {
                self.reachability = (Reachability::NotApplicable, now_ms);
            }
            _ => {}
        }
        let observation = InstanceObservation {
            id: self.instance.clone(),
            power_generation: said.power_generation,
            reboot_generation: said.reboot_generation,
            phase: said.phase,
            cause: said.cause.clone(),
            since_ms: self.kept.since_ms,
            reachability: self.reachability.0,
            reachability_since_ms: self.reachability.1,
            disks,
            interfaces,
        };
        if self.sent.as_ref() != Some(&observation) {
            (self.tell)(observation.clone());
            self.sent = Some(observation);
        }
    }

    /// The same devices, those that were said to be attached still so.
    pub fn attached_before(&self, (mut disks, mut nics): Devices) -> Devices {
        let before = self.sent.iter().flat_map(|sent| &sent.disks).filter(|(_, disk)| disk.attached);
        for (volume, before) in before {
            if let Some(disk) = disks.get_mut(volume).filter(|disk| disk.generation == before.generation) {
                disk.attached = true;
            }
        }
        let before = self.sent.iter().flat_map(|sent| &sent.interfaces).filter(|(_, nic)| nic.attached);
        for (interface, before) in before {
            if let Some(nic) = nics.get_mut(interface).filter(|nic| nic.generation == before.generation) {
                nic.attached = true;
            }
        }
        (disks, nics)
    }

    fn keep(&self) {
        // Once it is gone its folder is, too; and nothing is made for what was never begun.
        if self.kept.said.phase == Phase::Gone {
            return;
        }
        let kept = self.folder.make_plain().and_then(|()| write_json_fast(&self.folder.file(FILE), &self.kept));
        if let Err(error) = kept {
            tracing::warn!(instance = %self.instance, "can't keep what is said of it: {error}");
        }
    }
}

//! Which disk of a running VM is to be plugged, unplugged or adjusted next. Pure; one at a time.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use hostlink::{DiskObservation, DiskSpec, InstanceSpec, VolumeSpec};
use model::VolumeId;
use tokio::time::Instant;

/// How long until what failed is tried again.
const TRY_AGAIN: Duration = Duration::from_secs(15);

/// Specs of volumes.
pub type Volumes = BTreeMap<VolumeId, Arc<VolumeSpec>>;

/// A disk that the VM has.
#[derive(Clone, Debug)]
struct Plugged {
    /// The attachment's generation.
    generation: u64,
    /// The spec that its size and limits follow, if that is known.
    follows: Option<Arc<VolumeSpec>>,
}

/// What went wrong with a disk. Anything else that is to be done with it doesn't wait.
#[derive(Clone, Debug)]
struct Trouble {
    turn: DiskTurn,
    problem: String,
    again_at: Instant,
}

/// What is to be done with a disk.
#[derive(Clone, Debug, PartialEq)]
pub enum DiskTurn {
    Attach(DiskSpec, Arc<VolumeSpec>),
    Detach {
        volume: VolumeId,
        generation: u64,
        force: bool,
    },
    /// Grow it, set its limits.
    Adjust(VolumeId, Arc<VolumeSpec>),
}

impl DiskTurn {
    pub fn volume(&self) -> &VolumeId {
        match self {
            Self::Attach(disk, _) => &disk.volume,
            Self::Detach { volume, .. } | Self::Adjust(volume, _) => volume,
        }
    }
}

/// The disks of one VM.
#[derive(Debug, Default)]
pub struct DiskTurns {
    plugged: BTreeMap<VolumeId, Plugged>,
    troubles: BTreeMap<VolumeId, Trouble>,
    /// The volume that is being plugged in.
    coming: Option<VolumeId>,
}

impl DiskTurns {
    /// The VM has just started or been found, with these disks and the generations of their attachments. Each is
    /// adjusted once: what was wanted may have changed meanwhile.
    pub fn began(&mut self, disks: BTreeMap<VolumeId, u64>) {
        let plugged = disks.into_iter().map(|(id, generation)| (id, Plugged { generation, follows: None }));
        self.plugged = plugged.collect();
        self.troubles.clear();
        self.coming = None;
    }

    /// The VM has ended.
    pub fn ended(&mut self) {
        self.plugged.clear();
        self.troubles.clear();
        self.coming = None;
    }

    /// What is to be done next, or when to ask again.
    pub fn next(&self, spec: &InstanceSpec, volumes: &Volumes, now: Instant) -> Result<DiskTurn, Option<Instant>> {
        let mut again: Option<Instant> = None;
        for turn in self.due(spec, volumes) {
            match self.troubles.get(turn.volume()) {
                Some(trouble) if trouble.turn == turn && trouble.again_at > now => {
                    again = Some(again.map_or(trouble.again_at, |at| at.min(trouble.again_at)));
                }
                _ => return Ok(turn),
            }
        }
        Err(again)
    }

    /// All that is to be done. What is to go goes first: it may have the slot that another one waits for.
    fn due(&self, spec: &InstanceSpec, volumes: &Volumes) -> Vec<DiskTurn> {
        let mut due = Vec::new();
        for (volume, plugged) in &self.plugged {
            let spoken_of = spec.disks.iter().find(|disk| disk.volume == *volume);
            let stays = spoken_of.is_some_and(|disk| disk.wanted && disk.generation == plugged.generation);
            if !stays {
                let force = match spoken_of {
                    Some(disk) => disk.force,
                    // Its volume is free for others already: what the guest didn't give when it was asked is taken from it.
                    None => self.was_asked_for(volume),
                };
                due.push(DiskTurn::Detach { volume: volume.clone(), generation: plugged.generation, force });
            }
        }
        for disk in spec.disks.iter().filter(|disk| disk.wanted) {
            let Some(volume) = volumes.get(&disk.volume) else { continue };
            match self.plugged.get(&disk.volume) {
                None => due.push(DiskTurn::Attach(disk.clone(), Arc::clone(volume))),
                Some(plugged) if plugged.generation != disk.generation => {}
                Some(plugged) if plugged.follows.as_ref() == Some(volume) => {}
                Some(_) => due.push(DiskTurn::Adjust(disk.volume.clone(), Arc::clone(volume))),
            }
        }
        due
    }

    /// Whether the guest was asked to let go of a disk, and has not.
    fn was_asked_for(&self, volume: &VolumeId) -> bool {
        self.troubles.get(volume).is_some_and(|trouble| matches!(trouble.turn, DiskTurn::Detach { .. }))
    }

    /// A turn begins.
    pub fn begun(&mut self, turn: &DiskTurn) {
        self.coming = match turn {
            DiskTurn::Attach(disk, _) => Some(disk.volume.clone()),
            DiskTurn::Detach { .. } | DiskTurn::Adjust(..) => None,
        };
    }

    /// How a turn went.
    pub fn done(&mut self, turn: DiskTurn, result: Result<(), String>, now: Instant) {
        self.coming = None;
        if let Err(problem) = result {
            let volume = turn.volume().clone();
            self.troubles.insert(volume, Trouble { turn, problem, again_at: now + TRY_AGAIN });
            return;
        }
        self.troubles.remove(turn.volume());
        match turn {
            DiskTurn::Attach(disk, spec) => {
                let plugged = Plugged { generation: disk.generation, follows: Some(spec) };
                self.plugged.insert(disk.volume, plugged);
            }
            DiskTurn::Detach { volume, .. } => drop(self.plugged.remove(&volume)),
            DiskTurn::Adjust(volume, spec) => {
                if let Some(plugged) = self.plugged.get_mut(&volume) {
                    plugged.follows = Some(spec);
                }
            }
        }
    }

    /// What is said of the disks while the VM is up or coming up.
    pub fn observed(&self, spec: &InstanceSpec) -> BTreeMap<VolumeId, DiskObservation> {
        let observe = |disk: &DiskSpec| {
            // One that is to go again before it has come isn't gone yet.
            let attached =
                self.plugged.contains_key(&disk.volume) || (!disk.wanted && self.coming.as_ref() == Some(&disk.volume));
            let problem = self.troubles.get(&disk.volume).map(|trouble| trouble.problem.clone());
            (disk.volume.clone(), DiskObservation { generation: disk.generation, attached, problem })
        };
        spec.disks.iter().map(observe).collect()
    }
}

/// What is said of the disks of an instance that has no VM: what is wanted is taken in for the next start.
pub fn observed_at_rest(spec: &InstanceSpec) -> BTreeMap<VolumeId, DiskObservation> {
    let observe = |disk: &DiskSpec| {
        let observed = DiskObservation { generation: disk.generation, attached: disk.wanted, problem: None };
        (disk.volume.clone(), observed)
    };
    spec.disks.iter().map(observe).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vm::testing::{disk, spec, volume, volume_id};

    fn with(disks: Vec<DiskSpec>) -> InstanceSpec {
        InstanceSpec { disks, ..spec() }
    }

    fn volumes() -> Volumes {
        (1..=3).map(|number| (volume_id(number), Arc::new(volume(1)))).collect()
    }

    fn going(disk: DiskSpec, force: bool) -> DiskSpec {
        DiskSpec { wanted: false, force, ..disk }
    }

    fn attach(disk: DiskSpec) -> DiskTurn {
        DiskTurn::Attach(disk, Arc::new(volume(1)))
    }

    fn detach(volume: u32, force: bool) -> DiskTurn {
        DiskTurn::Detach { volume: volume_id(volume), generation: 1, force }
    }

    fn adjust(number: u32, size_gib: u32) -> DiskTurn {
        DiskTurn::Adjust(volume_id(number), Arc::new(volume(size_gib)))
    }

    /// A VM with one disk that is as it should be.
    fn turns() -> DiskTurns {
        let mut turns = DiskTurns::default();
        turns.began([(volume_id(1), 1)].into());
        assert_eq!(turns.next(&with(vec![disk(1, 0)]), &volumes(), Instant::now()), Ok(adjust(1, 1)));
        turns.done(adjust(1, 1), Ok(()), Instant::now());
        turns
    }

    #[test]
    fn disks_come_and_go() {
        let (mut turns, now) = (turns(), Instant::now());
        assert_eq!(turns.next(&with(vec![disk(1, 0)]), &volumes(), now), Err(None));
        assert_eq!(turns.next(&with(vec![disk(1, 0), disk(2, 1)]), &volumes(), now), Ok(attach(disk(2, 1))));
        turns.done(attach(disk(2, 1)), Ok(()), now);
        let leaving = with(vec![disk(1, 0), going(disk(2, 1), false)]);
        assert!(turns.observed(&leaving)[&volume_id(2)].attached, "until it is gone");
        assert_eq!(turns.next(&leaving, &volumes(), now), Ok(detach(2, false)));
        turns.done(detach(2, false), Ok(()), now);
        assert_eq!(turns.next(&leaving, &volumes(), now), Err(None));
        assert!(!turns.observed(&leaving)[&volume_id(2)].attached);
    }

    #[test]
    fn one_that_is_to_go_before_it_has_come_is_gone_afterwards() {
        let (mut turns, now) = (turns(), Instant::now());
        turns.begun(&attach(disk(2, 1)));
        let coming = with(vec![disk(1, 0), disk(2, 1)]);
        assert!(!turns.observed(&coming)[&volume_id(2)].attached);
        let leaving = with(vec![disk(1, 0), going(disk(2, 1), true)]);
        assert!(turns.observed(&leaving)[&volume_id(2)].attached);
        turns.done(attach(disk(2, 1)), Ok(()), now);
        assert_eq!(turns.next(&leaving, &volumes(), now), Ok(detach(2, true)));
        turns.begun(&detach(2, true));
        assert!(turns.observed(&leaving)[&volume_id(2)].attached);
        turns.done(detach(2, true), Ok(()), now);
        assert!(!turns.observed(&leaving)[&volume_id(2)].attached);
        // Nor is one there that could not be plugged in.
        turns.begun(&attach(disk(2, 1)));
        turns.done(attach(disk(2, 1)), Err("no room".into()), now);
        assert!(!turns.observed(&leaving)[&volume_id(2)].attached);
    }

    #[test]
    fn what_nobody_speaks_of_is_asked_for_once_and_then_taken() {
        let (mut turns, now, spec) = (turns(), Instant::now(), with(vec![]));
        assert_eq!(turns.next(&spec, &volumes(), now), Ok(detach(1, false)));
        turns.done(detach(1, false), Err("the guest holds it".into()), now);
        assert_eq!(turns.next(&spec, &volumes(), now), Ok(detach(1, true)));
    }

    #[test]
    fn a_slot_is_freed_before_it_is_taken() {
        let turns = turns();
        let spec = with(vec![disk(2, 0), going(disk(1, 0), false)]);
        assert_eq!(turns.next(&spec, &volumes(), Instant::now()), Ok(detach(1, false)));
        // So is one whose disk isn't even spoken of any more.
        assert_eq!(turns.next(&with(vec![disk(2, 0)]), &volumes(), Instant::now()), Ok(detach(1, false)));
    }

    #[test]
    fn a_new_attachment_of_the_same_volume_is_made_anew() {
        let again = with(vec![DiskSpec { generation: 2, ..disk(1, 0) }]);
        assert_eq!(turns().next(&again, &volumes(), Instant::now()), Ok(detach(1, false)));
    }

    #[test]
    fn a_disk_follows_its_volume() {
        let (mut turns, now, spec) = (turns(), Instant::now(), with(vec![disk(1, 0)]));
        let mut volumes = volumes();
        volumes.insert(volume_id(1), Arc::new(volume(5)));
        assert_eq!(turns.next(&spec, &volumes, now), Ok(adjust(1, 5)));
        turns.done(adjust(1, 5), Ok(()), now);
        assert_eq!(turns.next(&spec, &volumes, now), Err(None));
    }

    #[test]
    fn what_failed_is_said_and_tried_again_later() {
        let (mut turns, now) = (turns(), Instant::now());
        let leaving = with(vec![going(disk(1, 0), false), disk(2, 1)]);
        turns.done(detach(1, false), Err("the guest holds it".into()), now);
        let observed = turns.observed(&leaving)[&volume_id(1)].clone();
        assert_eq!((observed.attached, observed.problem.as_deref()), (true, Some("the guest holds it")));
        // Others don't wait for it.
        assert_eq!(turns.next(&leaving, &volumes(), now), Ok(attach(disk(2, 1))));
        turns.done(attach(disk(2, 1)), Ok(()), now);
        assert_eq!(turns.next(&leaving, &volumes(), now), Err(Some(now + TRY_AGAIN)));
        assert_eq!(turns.next(&leaving, &volumes(), now + TRY_AGAIN), Ok(detach(1, false)));
        // Force doesn't wait either.
        let forced = with(vec![going(disk(1, 0), true), disk(2, 1)]);
        assert_eq!(turns.next(&forced, &volumes(), now), Ok(detach(1, true)));
    }
}

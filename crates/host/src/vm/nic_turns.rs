//! Which network interface of a running VM is to be plugged or unplugged next. Pure; one at a time.

use std::{collections::BTreeMap, time::Duration};

use hostlink::{InstanceSpec, NicObservation, NicSpec};
use model::NetworkInterfaceId;
use tokio::time::Instant;

/// How long until what failed is tried again.
const TRY_AGAIN: Duration = Duration::from_secs(15);

/// What is to be done with an interface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NicTurn {
    Attach { interface: NetworkInterfaceId, mac: String, generation: u64 },
    Detach { interface: NetworkInterfaceId, generation: u64, force: bool },
}

impl NicTurn {
    pub fn interface(&self) -> &NetworkInterfaceId {
        match self {
            Self::Attach { interface, .. } | Self::Detach { interface, .. } => interface,
        }
    }
}

/// What went wrong with an interface.
#[derive(Clone, Debug)]
struct Trouble {
    turn: NicTurn,
    problem: String,
    again_at: Instant,
}

/// The interfaces of one VM.
#[derive(Debug, Default)]
pub struct NicTurns {
    /// Those that it has, with the generation of each attachment.
    plugged: BTreeMap<NetworkInterfaceId, u64>,
    troubles: BTreeMap<NetworkInterfaceId, Trouble>,
    /// The one that is being plugged in.
    coming: Option<NetworkInterfaceId>,
}

impl NicTurns {
    /// The VM has just started or been found, with these interfaces.
    pub fn began(&mut self, nics: BTreeMap<NetworkInterfaceId, u64>) {
        self.plugged = nics;
        self.troubles.clear();
        self.coming = None;
    }

    /// The VM has ended.
    pub fn ended(&mut self) {
        self.plugged.clear();
        self.troubles.clear();
        self.coming = None;
    }

    /// What is to be done next, or when to ask again. `macs`: interfaces whose hardware address is known.
    pub fn next(
        &self,
        spec: &InstanceSpec,
        macs: &[(NetworkInterfaceId, String)],
        now: Instant,
    ) -> Result<NicTurn, Option<Instant>> {
        let mut again: Option<Instant> = None;
        for turn in self.due(spec, macs) {
            match self.troubles.get(turn.interface()) {
                Some(trouble) if trouble.turn == turn && trouble.again_at > now => {
                    again = Some(again.map_or(trouble.again_at, |at| at.min(trouble.again_at)));
                }
                _ => return Ok(turn),
            }
        }
        Err(again)
    }

    /// All that is to be done. What is to go goes first: it may have the place that another one waits for.
    fn due(&self, spec: &InstanceSpec, macs: &[(NetworkInterfaceId, String)]) -> Vec<NicTurn> {
        let mut due = Vec::new();
        for (interface, generation) in &self.plugged {
            let wanted = spec.interfaces.contains(interface).then(|| nic(spec, interface));
            if !wanted.is_some_and(|nic| nic.wanted && nic.generation == *generation) {
                let force = match wanted {
                    Some(nic) => nic.force,
                    // It is free for others already: what the guest didn't give when it was asked is taken from it.
                    None => self.was_asked_for(interface),
                };
                due.push(NicTurn::Detach { interface: interface.clone(), generation: *generation, force });
            }
        }
        for (interface, mac) in macs.iter().filter(|(interface, _)| spec.interfaces.contains(interface)) {
            let nic = nic(spec, interface);
            if nic.wanted && !self.plugged.contains_key(interface) {
                let (interface, mac) = (interface.clone(), mac.clone());
                due.push(NicTurn::Attach { interface, mac, generation: nic.generation });
            }
        }
        due
    }

    /// Whether the guest was asked to let go of an interface, and has not.
    fn was_asked_for(&self, interface: &NetworkInterfaceId) -> bool {
        self.troubles.get(interface).is_some_and(|trouble| matches!(trouble.turn, NicTurn::Detach { .. }))
    }

    /// A turn begins.
    pub fn begun(&mut self, turn: &NicTurn) {
        self.coming = match turn {
            NicTurn::Attach { interface, .. } => Some(interface.clone()),
            NicTurn::Detach { .. } => None,
        };
    }

    /// How a turn went.
    pub fn done(&mut self, turn: NicTurn, result: Result<(), String>, now: Instant) {
        self.coming = None;
        if let Err(problem) = result {
            let interface = turn.interface().clone();
            self.troubles.insert(interface, Trouble { turn, problem, again_at: now + TRY_AGAIN });
            return;
        }
        self.troubles.remove(turn.interface());
        match turn {
            NicTurn::Attach { interface, generation, .. } => self.plugged.insert(interface, generation),
            NicTurn::Detach { interface, .. } => self.plugged.remove(&interface),
        };
    }

    /// What is said of the interfaces that come or go while the VM is up or coming up.
    pub fn observed(&self, spec: &InstanceSpec) -> BTreeMap<NetworkInterfaceId, NicObservation> {
        let observe = |(interface, nic): (&NetworkInterfaceId, &NicSpec)| {
            // One that is to go again before it has come isn't gone yet.
            let attached =
                self.plugged.contains_key(interface) || (!nic.wanted && self.coming.as_ref() == Some(interface));
            let problem = self.troubles.get(interface).map(|trouble| trouble.problem.clone());
            (interface.clone(), NicObservation { generation: nic.generation, attached, problem })
        };
        spec.nics.iter().map(observe).collect()
    }
}

/// What is said of the interfaces of an instance that has no VM: what is wanted is taken in for the next start.
pub fn observed_at_rest(spec: &InstanceSpec) -> BTreeMap<NetworkInterfaceId, NicObservation> {
    let observe = |(interface, nic): (&NetworkInterfaceId, &NicSpec)| {
        let observed = NicObservation { generation: nic.generation, attached: nic.wanted, problem: None };
        (interface.clone(), observed)
    };
    spec.nics.iter().map(observe).collect()
}

/// What is wanted of an interface; one that isn't spoken of has been there since the launch.
pub fn nic(spec: &InstanceSpec, interface: &NetworkInterfaceId) -> NicSpec {
    spec.nics.get(interface).copied().unwrap_or(NicSpec { generation: 0, wanted: true, force: false })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vm::testing::{interface_id, spec};

    fn with(interfaces: &[u32], nics: &[(u32, u64, bool, bool)]) -> InstanceSpec {
        let nic = |(number, generation, wanted, force): &(u32, u64, bool, bool)| {
            (interface_id(*number), NicSpec { generation: *generation, wanted: *wanted, force: *force })
        };
        InstanceSpec {
            interfaces: interfaces.iter().map(|number| interface_id(*number)).collect(),
            nics: nics.iter().map(nic).collect(),
            ..spec()
        }
    }

    fn macs() -> Vec<(NetworkInterfaceId, String)> {
        (1..=3).map(|number| (interface_id(number), format!("06:00:00:00:00:0{number}"))).collect()
    }

    fn attach(number: u32, generation: u64) -> NicTurn {
        let mac = format!("06:00:00:00:00:0{number}");
        NicTurn::Attach { interface: interface_id(number), mac, generation }
    }

    fn detach(number: u32, generation: u64, force: bool) -> NicTurn {
        NicTurn::Detach { interface: interface_id(number), generation, force }
    }

    /// A VM with its primary interface.
    fn turns() -> NicTurns {
        let mut turns = NicTurns::default();
        turns.began([(interface_id(1), 0)].into());
        turns
    }

    #[test]
    fn interfaces_come_and_go() {
        let (mut turns, now) = (turns(), Instant::now());
        assert_eq!(turns.next(&with(&[1], &[]), &macs(), now), Err(None));
        let two = with(&[1, 2], &[(2, 1, true, false)]);
        assert_eq!(turns.next(&two, &[], now), Err(None), "its hardware address isn't known yet");
        assert_eq!(turns.next(&two, &macs(), now), Ok(attach(2, 1)));
        assert!(!turns.observed(&two)[&interface_id(2)].attached);
        turns.done(attach(2, 1), Ok(()), now);
        assert!(turns.observed(&two)[&interface_id(2)].attached);
        let leaving = with(&[1, 2], &[(2, 1, false, false)]);
        assert_eq!(turns.next(&leaving, &macs(), now), Ok(detach(2, 1, false)));
        turns.done(detach(2, 1, false), Ok(()), now);
        assert_eq!(turns.next(&leaving, &macs(), now), Err(None));
        assert!(!turns.observed(&leaving)[&interface_id(2)].attached);
    }

    #[test]
    fn one_that_is_to_go_before_it_has_come_is_gone_afterwards() {
        let (mut turns, now) = (turns(), Instant::now());
        turns.begun(&attach(2, 1));
        assert!(!turns.observed(&with(&[1, 2], &[(2, 1, true, false)]))[&interface_id(2)].attached);
        let leaving = with(&[1, 2], &[(2, 1, false, true)]);
        assert!(turns.observed(&leaving)[&interface_id(2)].attached);
        turns.done(attach(2, 1), Ok(()), now);
        assert_eq!(turns.next(&leaving, &macs(), now), Ok(detach(2, 1, true)));
        turns.done(detach(2, 1, true), Ok(()), now);
        assert!(!turns.observed(&leaving)[&interface_id(2)].attached);
        // What nobody speaks of is asked for once, and then taken.
        turns.done(attach(2, 1), Ok(()), now);
        assert_eq!(turns.next(&with(&[1], &[]), &macs(), now), Ok(detach(2, 1, false)));
        turns.done(detach(2, 1, false), Err("the guest holds it".into()), now);
        assert_eq!(turns.next(&with(&[1], &[]), &macs(), now), Ok(detach(2, 1, true)));
    }

    #[test]
    fn a_new_attachment_of_the_same_interface_is_made_anew() {
        let mut turns = turns();
        turns.done(attach(2, 1), Ok(()), Instant::now());
        let again = with(&[1, 2], &[(2, 2, true, false)]);
        assert_eq!(turns.next(&again, &macs(), Instant::now()), Ok(detach(2, 1, false)));
    }

    #[test]
    fn what_failed_is_said_and_tried_again_later() {
        let (mut turns, now) = (turns(), Instant::now());
        turns.done(attach(2, 1), Ok(()), now);
        let leaving = with(&[1, 2, 3], &[(2, 1, false, false), (3, 1, true, false)]);
        turns.done(detach(2, 1, false), Err("the guest holds it".into()), now);
        let observed = turns.observed(&leaving)[&interface_id(2)].clone();
        assert_eq!((observed.attached, observed.problem.as_deref()), (true, Some("the guest holds it")));
        // Others don't wait for it.
        assert_eq!(turns.next(&leaving, &macs(), now), Ok(attach(3, 1)));
        turns.done(attach(3, 1), Ok(()), now);
        assert_eq!(turns.next(&leaving, &macs(), now), Err(Some(now + TRY_AGAIN)));
        assert_eq!(turns.next(&leaving, &macs(), now + TRY_AGAIN), Ok(detach(2, 1, false)));
        // Force doesn't wait either.
        let forced = with(&[1, 2, 3], &[(2, 1, false, true), (3, 1, true, false)]);
        assert_eq!(turns.next(&forced, &macs(), now), Ok(detach(2, 1, true)));
    }
}

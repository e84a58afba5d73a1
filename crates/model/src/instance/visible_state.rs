//! What a user sees of an instance: computed from intent and observation, never stored and never of the clock.

use super::{InstanceObservation, Phase, Power, PowerWanted};

/// EC2's instance states.
///
/// ```text
///   pending ─▶ running ─▶ stopping ─▶ stopped ─▶ pending …
///      └──────────┴───────────┴─────────┴─▶ shutting-down ─▶ terminated
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum InstanceState {
    Pending,
    Running,
    ShuttingDown,
    Terminated,
    Stopping,
    Stopped,
}

impl InstanceState {
    /// The low byte of `instance-state-code`.
    pub fn code(self) -> i64 {
        match self {
            Self::Pending => 0,
            Self::Running => 16,
            Self::ShuttingDown => 32,
            Self::Terminated => 48,
            Self::Stopping => 64,
            Self::Stopped => 80,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Running => "running",
            Self::ShuttingDown => "shutting-down",
            Self::Terminated => "terminated",
            Self::Stopping => "stopping",
            Self::Stopped => "stopped",
        }
    }

    /// The state of this name.
    pub fn parse(name: &str) -> Option<Self> {
        use InstanceState::*;
        [Pending, Running, ShuttingDown, Terminated, Stopping, Stopped].into_iter().find(|state| state.name() == name)
    }
}

/// The state that a user sees. `ended` says that the instance's tombstone has been written.
///
/// An observation of an older generation says nothing about the present intent, so the state is then the one that
/// leads to what is wanted.
pub fn visible_state(power: Power, ended: bool, observed: Option<&InstanceObservation>) -> InstanceState {
    if ended {
        return InstanceState::Terminated;
    }
    let answered = observed.filter(|o| o.power_generation == power.generation).map(|o| o.phase);
    match (power.wanted, answered) {
        // Terminated is written with the release of everything the instance held, never seen before it.
        (PowerWanted::Gone, _) => InstanceState::ShuttingDown,

        (PowerWanted::Running, None | Some(Phase::Absent | Phase::Preparing | Phase::Starting)) => {
            InstanceState::Pending
        }
        (PowerWanted::Running, Some(Phase::Running)) => InstanceState::Running,
        // The guest is on its way down by itself.
        (PowerWanted::Running, Some(Phase::Stopping)) => InstanceState::Stopping,
        // It went down by itself; a controller is about to write that into the intent.
        (PowerWanted::Running, Some(Phase::Stopped)) => InstanceState::Stopping,
        // A failed start: a controller is about to make it stopped or terminated.
        (PowerWanted::Running, Some(Phase::Failed | Phase::Gone)) => InstanceState::Pending,

        (PowerWanted::Stopped { .. }, Some(Phase::Stopped | Phase::Failed | Phase::Absent | Phase::Gone)) => {
            InstanceState::Stopped
        }
        (
            PowerWanted::Stopped { .. },
            None | Some(Phase::Preparing | Phase::Starting | Phase::Running | Phase::Stopping),
        ) => InstanceState::Stopping,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::{InstanceId, instance::Reachability};

    const PHASES: [Phase; 8] = [
        Phase::Absent,
        Phase::Preparing,
        Phase::Starting,
        Phase::Running,
        Phase::Stopping,
        Phase::Stopped,
        Phase::Failed,
        Phase::Gone,
    ];
    const WANTED: [PowerWanted; 4] = [
        PowerWanted::Running,
        PowerWanted::Stopped { force: false },
        PowerWanted::Stopped { force: true },
        PowerWanted::Gone,
    ];

    fn seen(generation: u64, phase: Phase) -> InstanceObservation {
        InstanceObservation {
            id: InstanceId::trusted("i-0123456789abcdef0"),
            power_generation: generation,
            reboot_generation: 0,
            phase,
            cause: None,
            since_ms: 0,
            reachability: Reachability::NotApplicable,
            reachability_since_ms: 0,
            disks: BTreeMap::new(),
            interfaces: Default::default(),
        }
    }

    /// Every intent with every observation: there are few enough to look at all of them.
    #[test]
    fn what_is_seen_follows_from_both_and_from_nothing_else() {
        for wanted in WANTED {
            let power = Power { generation: 3, wanted };
            for phase in PHASES {
                // A tombstone is final.
                assert_eq!(visible_state(power, true, Some(&seen(3, phase))), InstanceState::Terminated);
                // Words about another generation say nothing.
                for other in [2, 4] {
                    let state = visible_state(power, false, Some(&seen(other, phase)));
                    assert_eq!(state, visible_state(power, false, None));
                }
                let state = visible_state(power, false, Some(&seen(3, phase)));
                assert_ne!(state, InstanceState::Terminated, "only a tombstone is terminated");
                assert_eq!(
                    state == InstanceState::Running,
                    wanted == PowerWanted::Running && phase == Phase::Running,
                    "running is what is wanted and seen: {wanted:?} {phase:?}"
                );
                if state == InstanceState::Stopped {
                    assert!(matches!(wanted, PowerWanted::Stopped { .. }));
                    assert!(!matches!(phase, Phase::Preparing | Phase::Starting | Phase::Running | Phase::Stopping));
                }
                assert_eq!(state == InstanceState::ShuttingDown, wanted == PowerWanted::Gone);
            }
        }
    }

    /// The whole table: no observation, then each phase in order.
    #[test]
    fn each_pair_has_its_state() {
        use InstanceState::{Pending as P, Running as R, ShuttingDown as D, Stopped as S, Stopping as G};
        let stopped = [G, S, G, G, G, G, S, S, S];
        for (wanted, states) in [
            (PowerWanted::Running, [P, P, P, P, R, G, G, P, P]),
            (PowerWanted::Stopped { force: false }, stopped),
            (PowerWanted::Stopped { force: true }, stopped),
            (PowerWanted::Gone, [D; 9]),
        ] {
            let power = Power { generation: 3, wanted };
            let observations = std::iter::once(None).chain(PHASES.map(|phase| Some(seen(3, phase))));
            let found: Vec<_> = observations.map(|seen| visible_state(power, false, seen.as_ref())).collect();
            assert_eq!(found, states, "{wanted:?}");
        }
    }
}

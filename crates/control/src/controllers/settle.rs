//! When everything that was acknowledged has had its consequences, on a host that acts at once.
//!
//! A change's consequences are commits of our own, which the next round looks at, and so on for a few rounds. With no
//! commits after what was looked at, everything has settled. Under a steady stream of other callers' commits that never
//! happens; but a chain of consequences is at most `DEPTH` rounds long, so what was looked at that many rounds ago
//! has settled too.

use std::collections::VecDeque;

use store::Revision;

/// The longest chain: intent → observed → ended → files gone → forgotten.
const DEPTH: usize = 6;

#[derive(Default)]
pub(super) struct Settling {
    rounds: VecDeque<Revision>,
}

impl Settling {
    pub(super) fn begin(&mut self) {
        self.rounds.clear();
    }

    /// A round looked at everything up to `revision`; the store was at `newest` afterwards. Answers what has settled.
    pub(super) fn looked_at(&mut self, revision: Revision, newest: Revision) -> Option<Revision> {
        if newest == revision {
            self.rounds.clear();
            return Some(revision);
        }
        self.rounds.push_back(revision);
        if self.rounds.len() > DEPTH { self.rounds.pop_front() } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quiet_store_has_settled() {
        assert_eq!(Settling::default().looked_at(7, 7), Some(7));
    }

    #[test]
    fn under_a_steady_stream_each_change_settles_in_time() {
        let mut settling = Settling::default();
        let settled: Vec<_> = (1..=8).map(|round| settling.looked_at(round, round + 1)).collect();
        assert_eq!(settled, [None, None, None, None, None, None, Some(1), Some(2)]);
    }
}

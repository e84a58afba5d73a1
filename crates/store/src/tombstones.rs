//! Which keys were deleted lately, so that a range compare notices a deletion, which leaves no record behind.
//!
//! Kept in memory only. A revision older than what is remembered counts as changed, and so does everything from before
//! the store was opened: compares name revisions of a view, and no view outlives its store. So a deletion costs no
//! write on disk.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::Revision;

/// About 100 bytes each; a deletion storm of this length is many seconds, an action's plan takes milliseconds.
const REMEMBERED: usize = 16_384;

pub(crate) struct Tombstones {
    /// Ascending by revision.
    deleted: VecDeque<(Revision, Arc<str>)>,
    /// Deletions up to and with this revision may be forgotten.
    floor: Revision,
    capacity: usize,
}

impl Tombstones {
    /// For a store that is at `revision` now.
    pub(crate) fn new(revision: Revision) -> Self {
        Self { deleted: VecDeque::new(), floor: revision, capacity: REMEMBERED }
    }

    #[cfg(test)]
    fn with_capacity(revision: Revision, capacity: usize) -> Self {
        Self { capacity, ..Self::new(revision) }
    }

    pub(crate) fn push(&mut self, revision: Revision, key: Arc<str>) {
        self.deleted.push_back((revision, key));
        if self.deleted.len() > self.capacity
            && let Some((forgotten, _)) = self.deleted.pop_front()
        {
            self.floor = forgotten;
        }
    }

    /// Takes back what was pushed after `revision`, because its transactions were rolled back.
    pub(crate) fn retract_after(&mut self, revision: Revision) {
        while self.deleted.pop_back_if(|(deleted_at, _)| *deleted_at > revision).is_some() {}
        self.floor = self.floor.min(revision);
    }

    /// Whether a key beginning with `prefix` was, or may have been, deleted after `since`.
    pub(crate) fn maybe_since(&self, prefix: &str, since: Revision) -> bool {
        since < self.floor
            || self.deleted.iter().rev().take_while(|(at, _)| *at > since).any(|(_, key)| key.starts_with(prefix))
    }
}

#[cfg(test)]
mod tests {
    use super::Tombstones;

    #[test]
    fn what_is_forgotten_counts_as_changed() {
        let mut tombstones = Tombstones::with_capacity(3, 2);
        assert!(tombstones.maybe_since("any/", 2), "from before the opening");
        assert!(!tombstones.maybe_since("any/", 3));
        for revision in 4..=6 {
            tombstones.push(revision, format!("a/{revision}").into());
        }
        assert!(tombstones.maybe_since("b/", 3), "the deletion at 4 is forgotten, and might have been of b/");
        assert!(!tombstones.maybe_since("b/", 4));
        assert!(tombstones.maybe_since("a/", 4));
        assert!(tombstones.maybe_since("a/6", 5));
        assert!(!tombstones.maybe_since("a/", 6));
    }

    #[test]
    fn a_rollback_takes_its_deletions_back() {
        let mut tombstones = Tombstones::with_capacity(0, 2);
        tombstones.push(1, "a".into());
        for revision in 2..=4 {
            tombstones.push(revision, "b".into());
        }
        tombstones.retract_after(1);
        assert!(tombstones.maybe_since("a", 0), "the eviction can't be undone and stays on the safe side");
        assert!(!tombstones.maybe_since("b", 1));
    }
}

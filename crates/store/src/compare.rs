//! The meaning of compares, once for all engines of this crate.

use crate::tombstones::Tombstones;
use crate::{Compare, Revision, Txn};

/// What compares are evaluated against: the live records, as of just before the transaction.
pub(crate) trait Records {
    type Error;
    /// The revision that last wrote `key`, or `None` when it is absent.
    fn revision_of(&self, key: &str) -> Result<Option<Revision>, Self::Error>;
    /// Whether a live key beginning with `prefix` was written after `since` (0: whether there is one at all).
    fn any_written_after(&self, prefix: &str, since: Revision) -> Result<bool, Self::Error>;
}

/// The positions of all compares of `txn` that do not hold.
pub(crate) fn failed<R: Records>(txn: &Txn, records: &R, tombstones: &Tombstones) -> Result<Vec<usize>, R::Error> {
    let mut failed = Vec::new();
    for (position, compare) in txn.compares.iter().enumerate() {
        if !holds(compare, records, tombstones)? {
            failed.push(position);
        }
    }
    Ok(failed)
}

fn holds<R: Records>(compare: &Compare, records: &R, tombstones: &Tombstones) -> Result<bool, R::Error> {
    Ok(match compare {
        Compare::KeyAt { key, revision } => records.revision_of(key)?.unwrap_or(0) == *revision,
        Compare::Absent { key } => records.revision_of(key)?.is_none(),
        Compare::RangeEmpty { prefix } => !records.any_written_after(prefix, 0)?,
        Compare::RangeUnchangedSince { prefix, revision } => {
            !tombstones.maybe_since(prefix, *revision) && !records.any_written_after(prefix, *revision)?
        }
    })
}

//! What a store tells its one listener, and what a scan returns.

use std::sync::Arc;

use crate::Revision;

/// One key that a transaction wrote or deleted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub key: Arc<str>,
    /// The new value; `None` when the key was deleted.
    pub value: Option<Arc<[u8]>>,
    /// The revision of the transaction that did it.
    pub revision: Revision,
}

/// The changes of one group commit: one or more whole transactions, in revision order and, within a transaction, its
/// puts and then its deletions as they were given. A key may appear more than once; the last one counts.
///
/// The batches an engine delivers while it opens are different in that their changes are in no particular order,
/// that each carries the revision of the whole store, and that all but the last say that more follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// The last revision of the group.
    pub revision: Revision,
    pub changes: Vec<Change>,
    /// False for all but the last of the batches that an engine delivers while it opens.
    pub complete: bool,
}

/// The one listener of a store: called once per group commit, in revision order, after the group is durable and before
/// any of its committers is answered.
///
/// It runs on the thread that commits. It may read the store, but must not wait for a commit, which would wait for it.
/// A sink that panics ends the store: nothing is answered any more but [`CommitError::Closed`](crate::CommitError).
pub type Sink = Box<dyn FnMut(Batch) + Send>;

/// One stored record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub key: Arc<str>,
    pub value: Arc<[u8]>,
    /// The revision that last wrote it.
    pub revision: Revision,
}

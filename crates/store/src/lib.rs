//! Where a cell keeps its records: transactions over a flat, ordered map from text keys to bytes.
//!
//! ```text
//!   control ── commit(Txn) ──►  engine  ── durable ──►  Sink(Batch)  ──►  answer to the committer
//!                                 │                       │
//!                                 └── get, scan           └── the view applies it, before anybody is answered
//! ```
//!
//! Called by `control` (every action and controller) and opened by the `fogbank` binary, one store per cell. Nothing in
//! here knows what a record means. There are several engines behind [`Store`] ([`SqliteStore`] for one machine,
//! [`MemoryStore`] for tests), and one conformance suite that all of them pass, so that what holds on a laptop holds in
//! a cluster.
//!
//! # Revisions
//! A store begins at revision 0. Each transaction that changes something gets the next revision; everything it writes
//! carries that number. A transaction that changes nothing (only compares, or deletions of keys that are not there) is
//! answered with the revision it was evaluated at and is not shown to the sink. This is what etcd does too.

mod change;
mod compare;
#[cfg(any(test, feature = "conformance"))]
pub mod conformance;
mod error;
mod memory;
mod prefix;
mod sqlite;
mod tombstones;
mod txn;

use std::sync::Arc;

use futures::future::BoxFuture;

pub use change::{Batch, Change, Entry, Sink};
pub use error::{CommitError, StoreError};
pub use memory::MemoryStore;
pub use sqlite::{Options, SqliteStore};
pub use txn::{Compare, MAX_BYTES, MAX_OPERATIONS, Txn};

/// The number of a committed transaction; 0 is the empty store.
pub type Revision = u64;

/// A value and the revision that last wrote it.
pub type Stored = (Arc<[u8]>, Revision);

/// One cell's records. Cheap to share as `Arc<dyn Store>`.
pub trait Store: Send + Sync + 'static {
    /// Commits all of `txn` if every compare holds, else none of it.
    ///
    /// The call itself submits the transaction; the future only waits for the answer. Dropping the future does not
    /// withdraw the transaction, so that a caller who hangs up leaves no half-known state behind. Transactions in
    /// flight at the same time come in any order; one submitted after the answer to another comes after it.
    ///
    /// When the answer arrives the transaction is durable and the sink has returned from its batch.
    fn commit(&self, txn: Txn) -> BoxFuture<'static, Result<Revision, CommitError>>;

    /// The value of `key` and the revision that last wrote it. Blocks for one indexed read; meant for the few keys that
    /// the view leaves out (user data and other blobs).
    fn get(&self, key: &str) -> Result<Option<Stored>, StoreError>;

    /// Everything whose key begins with `prefix`, in key order (bytewise), as of one revision. Blocks. The empty prefix
    /// means everything.
    fn scan(&self, prefix: &str) -> Result<Vec<Entry>, StoreError>;

    /// The newest durable revision. It may be ahead of the sink by the batch that is being delivered.
    fn revision(&self) -> Revision;
}

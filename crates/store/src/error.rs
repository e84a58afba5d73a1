//! What can go wrong with a store: with one commit, or with the store as a whole.

use std::path::PathBuf;

use crate::{MAX_BYTES, MAX_OPERATIONS};

/// Why a transaction was not committed. After every variant but [`Io`](Self::Io) and [`Closed`](Self::Closed) nothing
/// of it has happened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CommitError {
    /// Some compares did not hold. The caller plans again from a newer view.
    #[error("another transaction came first (compares {failed:?} failed)")]
    Conflict {
        /// The positions in [`Txn::compares`](crate::Txn::compares) of all that failed, ascending.
        failed: Vec<usize>,
    },
    /// More than [`MAX_OPERATIONS`] or [`MAX_BYTES`]. The caller splits its work.
    #[error(
        "a transaction of {operations} operations and {bytes} bytes is over the limit of {MAX_OPERATIONS} operations \
         and {MAX_BYTES} bytes"
    )]
    TooLarge { operations: usize, bytes: usize },
    /// The transaction names an empty key, or writes a key twice. A mistake in the caller.
    #[error("malformed transaction: {0}")]
    Invalid(String),
    /// The disk (or the size set in [`Options`](crate::Options)) is full. Works again when there is space again.
    #[error("no space left for the store's database: free some space and repeat")]
    Full,
    /// The store was closed. Transactions submitted before the closing may have been committed unanswered.
    #[error("the store is closed")]
    Closed,
    /// The engine failed. Whether the transaction happened is known after the next successful commit or opening.
    #[error("the store failed to commit: {0}")]
    Io(String),
}

/// Why a store could not be opened or read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// Another process has the store open.
    #[error("{} is in use by {}: end it first, or use another data directory", path.display(), holder(*pid))]
    InUse {
        path: PathBuf,
        /// Who holds it, if that could be read.
        pid: Option<u32>,
    },
    /// The store was written by a newer Fogbank.
    #[error(
        "{} has format {found}, this version of fogbank reads up to {supported}: use the newer version",
        path.display()
    )]
    NewerFormat { path: PathBuf, found: u32, supported: u32 },
    /// The file is there and is no store, or a damaged one.
    #[error("{} is not a usable fogbank store: {reason}", path.display())]
    Corrupt { path: PathBuf, reason: String },
    /// The file could not be created or opened.
    #[error("cannot open {}: {reason}", path.display())]
    Open { path: PathBuf, reason: String },
    /// A read failed.
    #[error("cannot read the store: {0}")]
    Io(String),
}

fn holder(pid: Option<u32>) -> String {
    pid.map_or_else(|| "another process".to_owned(), |pid| format!("process {pid}"))
}

//! The transaction as callers write it, and its limits.

use std::collections::HashSet;
use std::sync::Arc;

use crate::{CommitError, Revision};

/// The most operations of a transaction, counted by [`Txn::operations`].
///
/// etcd refuses more than 128 by default; the rest is left to an engine's own bookkeeping. All engines enforce it, so
/// that nothing works on a laptop that fails in a cluster.
pub const MAX_OPERATIONS: usize = 120;

/// The most bytes of a transaction, counted by [`Txn::bytes`]: 1 MiB, which with its framing stays below etcd's default
/// of 1.5 MiB for a request.
pub const MAX_BYTES: usize = 1 << 20;

/// A condition of a transaction, evaluated at the revision just before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Compare {
    /// `key` exists and was last written by `revision`. Revision 0 means that it is absent.
    KeyAt { key: String, revision: Revision },
    /// There is no such key (any more).
    Absent { key: String },
    /// No key begins with `prefix`.
    RangeEmpty { prefix: String },
    /// Since `revision` no key that begins with `prefix` was created, written or deleted.
    ///
    /// Take the revision of the view that the decision was made from, not that of the newest record in the range: how
    /// far back deletions are remembered is limited (some ten thousand of them, and none from before the store was
    /// opened), and a revision from before that fails even though nothing may have changed.
    RangeUnchangedSince { prefix: String, revision: Revision },
}

impl Compare {
    fn subject(&self) -> &str {
        match self {
            Self::KeyAt { key, .. } | Self::Absent { key } => key,
            Self::RangeEmpty { prefix } | Self::RangeUnchangedSince { prefix, .. } => prefix,
        }
    }
}

/// All of this happens or none of it.
///
/// ```
/// # use store::Txn;
/// let txn = Txn::new().key_at("vpc/vpc-1", 7).create("claim/cidr/vpc-1/10.0.1.0", *b"{}").put("subnet/s-1", *b"{}");
/// assert_eq!(txn.operations(), 2);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Txn {
    pub compares: Vec<Compare>,
    pub puts: Vec<(String, Arc<[u8]>)>,
    /// Deleting a key that is not there is no error; compare it if that matters.
    pub deletes: Vec<String>,
}

impl Txn {
    pub fn new() -> Self {
        Self::default()
    }

    /// Requires `key` to be as `revision` left it.
    #[must_use]
    pub fn key_at(mut self, key: impl Into<String>, revision: Revision) -> Self {
        self.compares.push(Compare::KeyAt { key: key.into(), revision });
        self
    }

    /// Requires that there is no `key`.
    #[must_use]
    pub fn absent(mut self, key: impl Into<String>) -> Self {
        self.compares.push(Compare::Absent { key: key.into() });
        self
    }

    /// Requires that no key begins with `prefix`.
    #[must_use]
    pub fn range_empty(mut self, prefix: impl Into<String>) -> Self {
        self.compares.push(Compare::RangeEmpty { prefix: prefix.into() });
        self
    }

    /// Requires that nothing beginning with `prefix` changed after `revision`.
    #[must_use]
    pub fn range_unchanged_since(mut self, prefix: impl Into<String>, revision: Revision) -> Self {
        self.compares.push(Compare::RangeUnchangedSince { prefix: prefix.into(), revision });
        self
    }

    /// Writes `key`, whether or not it is there.
    #[must_use]
    pub fn put(mut self, key: impl Into<String>, value: impl Into<Arc<[u8]>>) -> Self {
        self.puts.push((key.into(), value.into()));
        self
    }

    /// Writes `key`, which must not be there: how everything unique is claimed.
    #[must_use]
    pub fn create(self, key: impl Into<String>, value: impl Into<Arc<[u8]>>) -> Self {
        let key = key.into();
        self.absent(key.clone()).put(key, value)
    }

    /// Writes `key`, which must be as `revision` left it.
    #[must_use]
    pub fn update(self, key: impl Into<String>, revision: Revision, value: impl Into<Arc<[u8]>>) -> Self {
        let key = key.into();
        self.key_at(key.clone(), revision).put(key, value)
    }

    /// Deletes `key` if it is there.
    #[must_use]
    pub fn delete(mut self, key: impl Into<String>) -> Self {
        self.deletes.push(key.into());
        self
    }

    /// Adds all of `other`; its compares come after those of `self`.
    #[must_use]
    pub fn and(mut self, other: Txn) -> Self {
        self.compares.extend(other.compares);
        self.puts.extend(other.puts);
        self.deletes.extend(other.deletes);
        self
    }

    /// Whether the transaction changes nothing even if it commits.
    pub fn is_read_only(&self) -> bool {
        self.puts.is_empty() && self.deletes.is_empty()
    }

    /// How large the transaction is against [`MAX_OPERATIONS`], as etcd counts: its compares, or its puts and deletions
    /// together, whichever are more.
    pub fn operations(&self) -> usize {
        self.compares.len().max(self.puts.len() + self.deletes.len())
    }

    /// How large the transaction is against [`MAX_BYTES`]: every key and prefix it names, and every value.
    pub fn bytes(&self) -> usize {
        let compares: usize = self.compares.iter().map(|compare| compare.subject().len()).sum();
        let puts: usize = self.puts.iter().map(|(key, value)| key.len() + value.len()).sum();
        let deletes: usize = self.deletes.iter().map(String::len).sum();
        compares + puts + deletes
    }

    /// Refuses what no engine takes: [`CommitError::TooLarge`], and [`CommitError::Invalid`] for an empty key or one
    /// that is written twice (of which etcd refuses both too).
    pub fn check(&self) -> Result<(), CommitError> {
        let (operations, bytes) = (self.operations(), self.bytes());
        if operations > MAX_OPERATIONS || bytes > MAX_BYTES {
            return Err(CommitError::TooLarge { operations, bytes });
        }
        let keys_compared = self.compares.iter().filter_map(|compare| match compare {
            Compare::KeyAt { key, .. } | Compare::Absent { key } => Some(key.as_str()),
            Compare::RangeEmpty { .. } | Compare::RangeUnchangedSince { .. } => None,
        });
        let keys_written =
            || self.puts.iter().map(|(key, _)| key.as_str()).chain(self.deletes.iter().map(String::as_str));
        if keys_compared.chain(keys_written()).any(str::is_empty) {
            return Err(CommitError::Invalid("a key is empty".to_owned()));
        }
        let mut seen = HashSet::with_capacity(self.puts.len() + self.deletes.len());
        match keys_written().find(|key| !seen.insert(*key)) {
            Some(key) => Err(CommitError::Invalid(format!("{key:?} is written twice"))),
            None => Ok(()),
        }
    }
}

//! What can go wrong, said once for everybody: callers match on the variant, operators read the text.

use std::fmt;
use std::io;
use std::path::PathBuf;

use serde::Serialize;

use crate::{Hash, KeyId, ObjectName};

/// An error of a back end, of the place where objects lie.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BackendError {
    /// The disk, the quota or the bucket is full. What was begun has been taken back.
    #[error("no space is left in the vault ({attempted}); free some, then try again")]
    Full {
        /// What was being done.
        attempted: String,
    },
    /// The operating system or the network refused.
    #[error("{attempted}: {source}")]
    Io {
        /// What was being done.
        attempted: String,
        /// What came back.
        source: io::Error,
    },
    /// The folder holds something else, or a vault of a later version.
    #[error("{path} is not a vault that this version can use: {reason}")]
    NotAVault {
        /// The folder.
        path: PathBuf,
        /// What was found in it.
        reason: String,
    },
}

impl BackendError {
    /// Turns an operating system's error into ours; a full disk or quota becomes [`BackendError::Full`].
    pub fn from_io(attempted: impl Into<String>, source: io::Error) -> BackendError {
        let attempted = attempted.into();
        if is_full(&source) { BackendError::Full { attempted } } else { BackendError::Io { attempted, source } }
    }
}

/// Does the error say that a disk or quota is full?
pub(crate) fn is_full(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
}

/// What is wrong with an object that ought to be there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Damage {
    /// There is no such object.
    #[error("is missing")]
    Missing,
    /// Its bytes aren't what its name says.
    #[error("is corrupt: {0}")]
    Corrupt(String),
    /// The back end fails to read it. Only [`check`](crate::Vault::check) reports this; elsewhere it is an error.
    #[error("cannot be read: {0}")]
    Unreadable(String),
}

/// Which block of which snapshot was wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BlockAt {
    /// The snapshot's root.
    pub root: Hash,
    /// The block's index, counted from 0 in blocks of 512 KiB.
    pub index: u64,
}

/// An error of the vault.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum VaultError {
    /// An object is missing or corrupt. Never are zeros served in its stead.
    #[error("{object} {damage}{}", Wanted(at))]
    Damaged {
        /// The object.
        object: ObjectName,
        /// What is wrong with it.
        damage: Damage,
        /// For which block of which snapshot it was needed, where that is known.
        at: Option<BlockAt>,
    },
    /// A disk is full, the vault's or the destination's. What was begun has been taken back.
    #[error("no space is left ({attempted}); free some, then try again")]
    Full {
        /// What was being done.
        attempted: String,
    },
    /// The operating system or the network refused.
    #[error("{attempted}: {source}")]
    Io {
        /// What was being done.
        attempted: String,
        /// What came back.
        source: io::Error,
    },
    /// The caller asked to stop. Nothing was published.
    #[error("stopped because it was asked to")]
    Cancelled,
    /// The folder holds something else, or the object needs a later version.
    #[error("{0}")]
    Unsupported(String),
    /// Something is sealed, or to be sealed, under a key that can't be had.
    #[error("the data key of KMS key {key} can't be had: {reason}")]
    NoKey {
        /// The KMS key's id.
        key: KeyId,
        /// Why not.
        reason: String,
    },
    /// A read beyond the end of a snapshot.
    #[error("{len_bytes} bytes at {offset_bytes} lie beyond the snapshot's {size_bytes} bytes")]
    OutOfRange {
        /// Where the read began.
        offset_bytes: u64,
        /// How much was asked for.
        len_bytes: u64,
        /// What the snapshot has.
        size_bytes: u64,
    },
    /// The arguments contradict each other or a limit.
    #[error("{0}")]
    Invalid(String),
    /// The destination of a restore exists.
    #[error("{0} exists already; remove it first, or restore into it")]
    AlreadyExists(PathBuf),
}

impl VaultError {
    /// Turns an operating system's error into ours; a full disk or quota becomes [`VaultError::Full`].
    pub(crate) fn from_io(attempted: impl Into<String>, source: io::Error) -> VaultError {
        BackendError::from_io(attempted, source).into()
    }

    /// Says for which block a damaged object was needed.
    pub(crate) fn wanted_for(self, root: Hash, index: u64) -> VaultError {
        match self {
            VaultError::Damaged { object, damage, at: None } => {
                VaultError::Damaged { object, damage, at: Some(BlockAt { root, index }) }
            }
            other => other,
        }
    }
}

impl From<BackendError> for VaultError {
    fn from(error: BackendError) -> VaultError {
        match error {
            BackendError::Full { attempted } => VaultError::Full { attempted },
            BackendError::Io { attempted, source } => VaultError::Io { attempted, source },
            BackendError::NotAVault { .. } => VaultError::Unsupported(error.to_string()),
        }
    }
}

/// The tail of a damage report.
struct Wanted<'a>(&'a Option<BlockAt>);

impl fmt::Display for Wanted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(BlockAt { root, index }) => write!(f, " (it is block {index} of the snapshot with root {root})"),
            None => Ok(()),
        }
    }
}

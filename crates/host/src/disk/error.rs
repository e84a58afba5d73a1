//! Why a disk could not be had.

use std::io;

use hostlink::Cause;
use model::VolumeId;
use vault::VaultError;

use crate::qemu::img::ImgError;

#[derive(Debug, thiserror::Error)]
pub enum DiskError {
    #[error("the host's disk has {free_mib} MiB left and {attempted} needs {needed_mib}")]
    Full { attempted: String, needed_mib: u64, free_mib: u64 },
    #[error(transparent)]
    Vault(#[from] VaultError),
    #[error(transparent)]
    Img(#[from] ImgError),
    #[error("{attempted}: {source}")]
    Io { attempted: String, source: io::Error },
    #[error("{0} is not a root of a snapshot")]
    MalformedRoot(String),
    #[error("{volume} would be of {size_gib} GiB, and what it begins as is larger")]
    SmallerThanOrigin { volume: VolumeId, size_gib: u32 },
    #[error("the host has no volume {0}")]
    NoVolume(VolumeId),
    #[error("it can't be encrypted or decrypted: {0}")]
    NoKey(String),
    #[error("the work was interrupted")]
    Interrupted,
}

impl DiskError {
    pub(super) fn io(attempted: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        let attempted = attempted.into();
        move |source| Self::Io { attempted, source }
    }

    /// Whether there was no room on the host's disk.
    pub fn is_full(&self) -> bool {
        match self {
            Self::Full { .. } | Self::Vault(VaultError::Full { .. }) => true,
            Self::Img(error) => error.is_full(),
            Self::Io { source, .. } => {
                matches!(source.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
            }
            _ => false,
        }
    }

    /// As the cause of an instance's failure.
    pub fn cause(&self) -> Cause {
        let detail = self.to_string();
        if self.is_full() { Cause::DiskFull { detail } } else { Cause::HostError { detail } }
    }
}

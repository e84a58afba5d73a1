//! Disks that were made elsewhere and are being brought in.

use serde::{Deserialize, Serialize};

use super::{Rest, record};
use crate::{
    ids::{AccountId, ImageId, SnapshotId},
    instance::{Architecture, BootMode},
};

/// One ImportSnapshot or ImportImage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImportTask {
    /// `import-snap-…` or `import-ami-…`.
    pub id: String,
    pub account: AccountId,
    pub created_ms: i64,
    pub description: Option<String>,
    pub state: ImportState,
    /// 0..=100.
    pub progress: u8,
    /// What it does, or why it ended.
    pub message: String,
    /// In order; the first one becomes the root of an image.
    pub disks: Vec<ImportDisk>,
    /// What they become, beside snapshots.
    pub image: Option<ImportedImage>,
    /// ARN of the key that the snapshots are encrypted under, where they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kms_key: Option<String>,
    /// Of the snapshot, or of the image.
    pub tags: Vec<(String, String)>,
    #[serde(flatten)]
    pub rest: Rest,
}

record!(ImportTask, "import-task", id);

/// ```text
///   Active ──▶ Completed
///     │  └───▶ Deleted     it failed: `message` says why
///     ▼
///   Deleting ▶ Deleted     it was cancelled
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportState {
    Active,
    Deleting,
    Deleted,
    Completed,
}

impl ImportState {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Deleting => "deleting",
            Self::Deleted => "deleted",
            Self::Completed => "completed",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImportDisk {
    pub place: ImportPlace,
    /// As the caller named it, in lower case.
    pub format: String,
    pub description: Option<String>,
    pub device: Option<String>,
    /// Once it is in.
    pub snapshot: Option<SnapshotId>,
    /// The disk's size, bytes, once it is known.
    pub size_bytes: Option<u64>,
}

/// Where a disk lies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportPlace {
    Url(String),
    Bucket {
        bucket: String,
        key: String,
    },
    /// A snapshot that is there already.
    Snapshot(SnapshotId),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImportedImage {
    pub architecture: Architecture,
    pub boot_mode: Option<BootMode>,
    pub platform: Option<String>,
    /// Once it is registered.
    pub id: Option<ImageId>,
}

//! The recycle bin: retention rules, and what they keep of deleted images and snapshots.

use serde::{Deserialize, Serialize};

use super::{Image, Rest, Snapshot, record};
use crate::ids::{AccountId, ImageId, SnapshotId};

/// An image that was deregistered and can be restored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BinnedImage {
    pub id: ImageId,
    pub account: AccountId,
    /// The image's own time of creation.
    pub created_ms: i64,
    pub image: Image,
    /// Its owner's tags, as they were.
    pub tags: Vec<(String, String)>,
    pub entered_ms: i64,
    /// When it is deleted for good.
    pub exit_ms: i64,
    #[serde(flatten)]
    pub rest: Rest,
}

record!(BinnedImage, "binned-image", id);

/// A snapshot that was deleted and can be restored. Its content stays in the vault until then.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BinnedSnapshot {
    pub id: SnapshotId,
    pub account: AccountId,
    /// The snapshot's own time of creation.
    pub created_ms: i64,
    pub snapshot: Snapshot,
    /// Its owner's tags, as they were.
    pub tags: Vec<(String, String)>,
    pub entered_ms: i64,
    /// When it is deleted for good.
    pub exit_ms: i64,
    #[serde(flatten)]
    pub rest: Rest,
}

record!(BinnedSnapshot, "binned-snapshot", id);

/// What is retained for how long. With tags, only what has one of them; without, everything but what has an exclusion tag.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RetentionRule {
    /// Eleven letters and digits.
    pub id: String,
    pub account: AccountId,
    pub created_ms: i64,
    pub retains: Retained,
    pub days: u32,
    pub description: Option<String>,
    pub with_tags: Vec<TagMatch>,
    pub but_tags: Vec<TagMatch>,
    /// The rule's own tags.
    pub tags: Vec<(String, String)>,
    pub lock: Option<RuleLock>,
    #[serde(flatten)]
    pub rest: Rest,
}

record!(RetentionRule, "retention-rule", id);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Retained {
    Images,
    Snapshots,
}

/// A tag by its key, and by its value if that is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TagMatch {
    pub key: String,
    pub value: Option<String>,
}

/// The lock of a rule without tags. Once unlocked it still holds for some days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleLock {
    pub delay_days: u32,
    /// When UnlockRule's delay ends.
    pub ends_ms: Option<i64>,
}

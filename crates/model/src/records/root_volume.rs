//! Replacements of instances' root volumes.

use serde::{Deserialize, Serialize};

use super::{Rest, record};
use crate::ids::{AccountId, ImageId, InstanceId, ReplaceRootVolumeTaskId, SnapshotId, VolumeId};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReplaceRootVolumeTask {
    pub id: ReplaceRootVolumeTaskId,
    pub account: AccountId,
    pub created_ms: i64,
    pub instance: InstanceId,
    pub state: ReplaceRootVolumeState,
    pub completed_ms: Option<i64>,
    /// What was asked for, as far as it was.
    pub image: Option<ImageId>,
    pub snapshot: Option<SnapshotId>,
    pub delete_replaced: bool,
    pub replaced: VolumeId,
    pub replacement: VolumeId,
    /// The generation of the power intent that takes the instance down for it.
    pub down_generation: u64,
    #[serde(flatten)]
    pub rest: Rest,
}

record!(ReplaceRootVolumeTask, "replace-root-volume-task", id,
    "instance" => |t| [t.instance.as_str()],
);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReplaceRootVolumeState {
    InProgress,
    Succeeded,
    /// The instance has the root volume that it had.
    Failed,
}

impl ReplaceRootVolumeState {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::InProgress => "in-progress",
            Self::Succeeded => "succeeded",
            Self::Failed => "failed",
        }
    }
}

//! Images that are stored as objects of buckets, and made of such objects again.

use serde::{Deserialize, Serialize};

use super::{ImageBlockDevice, Rest, record};
use crate::{
    ids::{AccountId, ImageId, SnapshotId},
    instance::{Architecture, BootMode},
};

/// One CreateStoreImageTask.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoreTask {
    /// Ours: AWS names a task by its image and bucket.
    pub id: String,
    pub account: AccountId,
    pub created_ms: i64,
    pub bucket: String,
    pub key: String,
    pub state: StoreState,
    /// 0..=100.
    pub progress: u8,
    /// Why it failed.
    pub problem: Option<String>,
    /// The image as it was when it was asked for. What its disks name stays in the vault, since a record names it,
    /// whatever becomes of the image and its snapshots; when the task has ended they name nothing.
    pub image: StoredImage,
    #[serde(flatten)]
    pub rest: Rest,
}

record!(StoreTask, "store-task", id,
    "image" => |t| [t.image.id.as_str()],
    "object" => |t| [format!("{}/{}", t.bucket, t.key)],
);

/// As AWS writes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StoreState {
    InProgress,
    Completed,
    Failed,
}

impl StoreState {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::InProgress => "InProgress",
            Self::Completed => "Completed",
            Self::Failed => "Failed",
        }
    }
}

/// One CreateRestoreImageTask that is under way. When it is over its image and snapshots say how it went, and this is
/// gone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RestoreTask {
    pub image: ImageId,
    pub account: AccountId,
    pub created_ms: i64,
    pub bucket: String,
    pub key: String,
    /// One for each disk in the object, in its order.
    pub snapshots: Vec<SnapshotId>,
    /// ARNs of the KMS keys that these are to be encrypted under.
    #[serde(default)]
    pub kms_keys: Vec<Option<String>>,
    #[serde(flatten)]
    pub rest: Rest,
}

record!(RestoreTask, "restore-task", image,
    "snapshot" => |t| t.snapshots.iter().map(|id| id.as_str()),
);

/// What an object says of the image that is in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoredImage {
    /// Its id in the region that it was stored from.
    pub id: ImageId,
    pub region: String,
    pub owner: AccountId,
    pub created_ms: i64,
    pub stored_ms: i64,
    pub name: String,
    pub description: Option<String>,
    pub architecture: Architecture,
    pub boot_mode: Option<BootMode>,
    pub root_device_name: String,
    pub ena_support: bool,
    pub sriov_net_support: Option<String>,
    pub imds_support: Option<String>,
    pub tpm_support: Option<String>,
    pub login: Option<String>,
    pub tags: Vec<(String, String)>,
    pub devices: Vec<StoredDevice>,
    pub disks: Vec<StoredDisk>,
}

/// A block device of a stored image.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoredDevice {
    /// Without the id of its snapshot, which means nothing elsewhere.
    #[serde(flatten)]
    pub device: ImageBlockDevice,
    /// Which of the disks it begins as.
    pub disk: Option<usize>,
}

/// A snapshot of a stored image.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoredDisk {
    /// Root of its manifest, which follows from its content alone; `None` is a disk of zeros.
    pub root: Option<String>,
    pub size_gib: u32,
    pub description: String,
    pub tags: Vec<(String, String)>,
    /// ARN of the KMS key that it was encrypted under, if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kms_key: Option<String>,
}

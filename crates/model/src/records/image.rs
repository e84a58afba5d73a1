//! Images that accounts made. Quick Start images come from the catalog and are not stored.

use serde::{Deserialize, Serialize};

use super::{Rest, record};
use crate::{
    ids::{AccountId, ImageId, InstanceId, SnapshotId},
    instance::{Architecture, BootMode},
};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Image {
    pub id: ImageId,
    pub account: AccountId,
    pub created_ms: i64,
    pub name: String,
    pub description: Option<String>,
    /// `amazon` for Quick Start images.
    pub owner_alias: Option<String>,
    pub architecture: Architecture,
    pub boot_mode: Option<BootMode>,
    pub root_device_name: String,
    pub block_devices: Vec<ImageBlockDevice>,
    pub state: ImageState,
    pub public: bool,
    /// Accounts that may launch it.
    #[serde(default)]
    pub shared_with: Vec<AccountId>,
    pub ena_support: bool,
    pub sriov_net_support: Option<String>,
    /// `v2.0` when instances must use IMDSv2.
    pub imds_support: Option<String>,
    pub tpm_support: Option<String>,
    pub source_instance: Option<InstanceId>,
    pub source_image: Option<ImageId>,
    pub source_image_region: Option<String>,
    pub deprecated_ms: Option<i64>,
    #[serde(default)]
    pub protection: DeregistrationProtection,
    /// `fogbank-tiny` → `ec2-user`, `debian` → `admin`: the name to log in with, for `fogbank ssh`.
    pub login: Option<String>,
    #[serde(flatten)]
    pub rest: Rest,
}

record!(Image, "image", id,
    "public" => |i| i.public.then_some("true"),
    "shared-with" => |i| i.shared_with.iter().map(|a| a.as_str()),
    "name" => |i| [format!("{}/{}", i.account, i.name)],
    "snapshot" => |i| i.block_devices.iter().filter_map(|b| b.snapshot.as_deref()),
);

/// When an image was last launched by anybody. Apart from the image, so that launches don't conflict with each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImageUse {
    pub image: ImageId,
    /// The image's owner.
    pub account: AccountId,
    pub created_ms: i64,
    pub last_launched_ms: i64,
}

record!(ImageUse, "image-use", image);

impl ImageUse {
    /// The key of an image's record of use.
    pub fn key_of(image: &ImageId) -> String {
        format!("{}/{image}", <Self as super::Record>::KIND)
    }
}

/// An image that its owner deregistered a while ago: its id is then no unknown one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DeregisteredImage {
    pub image: ImageId,
    pub account: AccountId,
    /// When it was deregistered, milliseconds since 1970.
    pub created_ms: i64,
}

record!(DeregisteredImage, "deregistered-image", image);

impl DeregisteredImage {
    pub fn key_of(image: &ImageId) -> String {
        format!("{}/{image}", <Self as super::Record>::KIND)
    }
}

/// Whether an image can't be deregistered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeregistrationProtection {
    #[default]
    Disabled,
    Enabled,
    /// Holds for a day after it is taken away.
    EnabledWithCooldown,
    /// Was taken away, and holds until then.
    CoolingDown {
        until_ms: i64,
    },
}

impl DeregistrationProtection {
    pub fn holds(self, now_ms: i64) -> bool {
        match self {
            Self::Disabled => false,
            Self::Enabled | Self::EnabledWithCooldown => true,
            Self::CoolingDown { until_ms } => now_ms < until_ms,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImageState {
    Pending,
    Available,
    Failed,
    Disabled,
}

impl ImageState {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Available => "available",
            Self::Failed => "failed",
            Self::Disabled => "disabled",
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ImageBlockDevice {
    pub device: String,
    /// `ephemeral0` …; such a device has none of the fields below.
    pub virtual_name: Option<String>,
    pub snapshot: Option<SnapshotId>,
    pub size_gib: u32,
    pub volume_type: String,
    pub iops: Option<u32>,
    pub throughput_mib: Option<u32>,
    pub delete_on_termination: bool,
    pub encrypted: bool,
    /// ARN of the key that the image's owner wants new volumes under which are of no snapshot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kms_key: Option<String>,
}

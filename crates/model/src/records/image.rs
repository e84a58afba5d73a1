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
    pub last_launched_ms: Option<i64>,
    #[serde(default)]
    pub deregistration_protection: bool,
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
}

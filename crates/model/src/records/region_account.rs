//! What a region knows of an account: that it has its defaults, and its settings there.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Rest, record};
use crate::ids::AccountId;

/// An account that has been given its default VPC and groups in this region.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RegionAccount {
    pub account: AccountId,
    pub created_ms: i64,
    /// EBS encryption by default.
    #[serde(default)]
    pub encryption_by_default: bool,
    /// ARN of the default key, where one was chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default_kms_key: Option<String>,
    /// Block public access for AMIs: no image becomes public any more; those that are stay so.
    #[serde(default)]
    pub block_public_images: bool,
    #[serde(default)]
    pub public_snapshots: PublicSnapshots,
    #[serde(default)]
    pub allowed_images: AllowedImages,
    #[serde(default)]
    pub metadata_defaults: MetadataDefaults,
    /// Of families of burstable types, as `t3`, those whose CPU credits are not what AWS gives them by default:
    /// `standard` or `unlimited`.
    #[serde(default)]
    pub credit_defaults: BTreeMap<String, String>,
    #[serde(flatten)]
    pub rest: Rest,
}

record!(RegionAccount, "region-account", account);

impl RegionAccount {
    /// What a region knows of an account that has not chosen anything yet.
    pub fn new(account: AccountId, created_ms: i64) -> Self {
        Self {
            account,
            created_ms,
            encryption_by_default: false,
            default_kms_key: None,
            block_public_images: false,
            public_snapshots: Default::default(),
            allowed_images: Default::default(),
            metadata_defaults: Default::default(),
            credit_defaults: Default::default(),
            rest: Default::default(),
        }
    }
}

/// Block public access for snapshots.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PublicSnapshots {
    #[default]
    Unblocked,
    /// No snapshot becomes public any more; those that are stay so.
    BlockNewSharing,
    /// Nobody sees those either that are.
    BlockAllSharing,
}

impl PublicSnapshots {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unblocked => "unblocked",
            Self::BlockNewSharing => "block-new-sharing",
            Self::BlockAllSharing => "block-all-sharing",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        [Self::Unblocked, Self::BlockNewSharing, Self::BlockAllSharing].into_iter().find(|it| it.as_str() == text)
    }
}

/// Which images of others the account may see and launch.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AllowedImages {
    pub state: AllowedImagesState,
    /// An image is allowed when it meets one of them, or when there are none.
    pub criteria: Vec<ImageCriterion>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AllowedImagesState {
    #[default]
    Disabled,
    /// All are allowed, and it is shown which would not be.
    AuditMode,
    Enabled,
}

impl AllowedImagesState {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Disabled => "disabled",
            Self::AuditMode => "audit-mode",
            Self::Enabled => "enabled",
        }
    }
}

/// What an image must be in all points. An empty list and `None` ask for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImageCriterion {
    /// Account numbers, `amazon` and other aliases, or `none` alone.
    pub providers: Vec<String>,
    pub product_codes: Vec<String>,
    /// With wildcards.
    pub names: Vec<String>,
    pub max_days_deprecated: Option<u32>,
    pub max_days_created: Option<u32>,
}

/// What new instances' metadata options are where neither the request nor the image says it; `None` is no preference.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MetadataDefaults {
    pub tokens_required: Option<bool>,
    pub hop_limit: Option<u8>,
    pub endpoint: Option<bool>,
    /// InstanceMetadataTags.
    pub tags: Option<bool>,
}

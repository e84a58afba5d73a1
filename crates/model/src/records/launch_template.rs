//! Launch templates and their versions.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Rest, record};
use crate::ids::{AccountId, LaunchTemplateId};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LaunchTemplate {
    pub id: LaunchTemplateId,
    pub account: AccountId,
    pub created_ms: i64,
    /// The account's only one of this name in the region.
    pub name: String,
    pub default_version: u64,
    /// The number of the newest version that was ever made; numbers are not used again.
    pub latest_version: u64,
    #[serde(flatten)]
    pub rest: Rest,
}

record!(LaunchTemplate, "launch-template", id, "name" => |t| [format!("{}/{}", t.account, t.name)]);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LaunchTemplateVersion {
    /// `lt-…/NUMBER`; see `LaunchTemplateVersion::id_of`.
    pub id: String,
    pub account: AccountId,
    pub created_ms: i64,
    pub template: LaunchTemplateId,
    pub number: u64,
    pub description: Option<String>,
    /// The parameters of RunInstances as they stand in a request's form, such as `BlockDeviceMapping.1.DeviceName`.
    pub data: BTreeMap<String, String>,
    #[serde(flatten)]
    pub rest: Rest,
}

record!(LaunchTemplateVersion, "launch-template-version", id,
    "template" => |v| [v.template.as_str()],
    "image" => |v| v.data.get("ImageId"),
);

impl LaunchTemplateVersion {
    /// The id of a version, which AWS has none for.
    pub fn id_of(template: &LaunchTemplateId, number: u64) -> String {
        format!("{template}/{number}")
    }
}

//! Reports of which other accounts use an image.

use serde::{Deserialize, Serialize};

use super::{Rest, record};
use crate::ids::{AccountId, ImageId, ImageUsageReportId};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImageUsageReport {
    pub id: ImageUsageReportId,
    pub account: AccountId,
    pub created_ms: i64,
    pub image: ImageId,
    /// `ec2:Instance` and `ec2:LaunchTemplate`, each with its options.
    pub resource_types: Vec<UsageResourceType>,
    /// The accounts that were asked about; none are all.
    pub accounts: Vec<AccountId>,
    pub entries: Vec<ImageUsage>,
    #[serde(flatten)]
    pub rest: Rest,
}

record!(ImageUsageReport, "image-usage-report", id,
    "image" => |r| [r.image.as_str()],
);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UsageResourceType {
    pub name: String,
    /// Names and values.
    pub options: Vec<(String, Vec<String>)>,
}

/// How many things of one kind an account made of the image.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImageUsage {
    pub account: AccountId,
    pub resource_type: String,
    pub count: u64,
}

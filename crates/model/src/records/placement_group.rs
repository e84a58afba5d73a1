//! Placement groups.

use serde::{Deserialize, Serialize};

use super::{Rest, record};
use crate::ids::{AccountId, PlacementGroupId};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlacementGroup {
    pub id: PlacementGroupId,
    pub account: AccountId,
    pub created_ms: i64,
    /// The account's only one of this name in the region.
    pub name: String,
    pub strategy: PlacementStrategy,
    #[serde(flatten)]
    pub rest: Rest,
}

record!(PlacementGroup, "placement-group", id, "name" => |g| [format!("{}/{}", g.account, g.name)]);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlacementStrategy {
    /// All in one Availability Zone.
    Cluster,
    /// At most seven that run in each Availability Zone.
    Spread,
    /// Each in one of the partitions.
    Partition { count: u8 },
}

impl PlacementStrategy {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Cluster => "cluster",
            Self::Spread => "spread",
            Self::Partition { .. } => "partition",
        }
    }
}

//! Placement groups: what they ask for is obeyed as far as one machine can. Zones, counts and partitions are AWS's;
//! distinct racks there are none.

mod create_placement_group;
mod delete_placement_group;
mod describe_placement_groups;
pub mod member;

pub use create_placement_group::CreatePlacementGroup;
pub use delete_placement_group::DeletePlacementGroup;
pub use describe_placement_groups::DescribePlacementGroups;

use std::sync::Arc;

use model::{
    ApiError,
    facts::regions::Region,
    records::{PlacementGroup, PlacementStrategy},
};
use wire::ec2;

use crate::{
    tagging,
    view::{AccountView, Row},
};

/// A placement group as answers show it.
pub fn shown(view: &AccountView, region: &Region, group: &PlacementGroup) -> ec2::PlacementGroup {
    ec2::PlacementGroup {
        group_name: Some(group.name.clone()),
        state: Some("available".into()),
        strategy: Some(group.strategy.as_str().into()),
        partition_count: partitions(group).map(i64::from),
        group_id: Some(group.id.to_string()),
        tags: tagging::shown(view, &group.id),
        group_arn: Some(arn(region, group)),
        spread_level: spread_level(group).map(str::to_owned),
        ..ec2::PlacementGroup::default()
    }
}

fn arn(region: &Region, group: &PlacementGroup) -> String {
    format!("arn:aws:ec2:{}:{}:placement-group/{}", region.name, group.account, group.name)
}

fn partitions(group: &PlacementGroup) -> Option<u8> {
    match group.strategy {
        PlacementStrategy::Partition { count } => Some(count),
        PlacementStrategy::Cluster | PlacementStrategy::Spread => None,
    }
}

fn spread_level(group: &PlacementGroup) -> Option<&'static str> {
    (group.strategy == PlacementStrategy::Spread).then_some("rack")
}

/// The account's group of this name.
pub fn named(view: &AccountView, name: &str) -> Result<Arc<Row<PlacementGroup>>, ApiError> {
    let group = view.find::<PlacementGroup>("name", &format!("{}/{name}", view.account())).next();
    group.cloned().ok_or_else(|| unknown(name))
}

/// The refusal of a name or an id that is no group's.
pub fn unknown(name: &str) -> ApiError {
    ApiError::new("InvalidPlacementGroup.Unknown", format!("The Placement Group '{name}' is unknown."))
}

/// The claim of a group's name.
fn name_claim(group: &PlacementGroup) -> String {
    format!("placement-group/{}/{}", group.account, group.name)
}

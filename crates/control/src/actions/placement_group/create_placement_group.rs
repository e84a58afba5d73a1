//! CreatePlacementGroup.

use model::{
    ApiError, PlacementGroupId, limits,
    records::{PlacementGroup, PlacementStrategy},
};
use wire::ec2;

use super::name_claim;
use crate::{
    action::{Action, Call, Output, Plan},
    actions::quota,
    edit::Edit,
    tagging::TagsToSet,
};

pub struct CreatePlacementGroup;

const MAX_NAME_CHARS: usize = 255;
/// AWS's number of partitions where a request says none.
const DEFAULT_PARTITIONS: u8 = 2;

impl Action for CreatePlacementGroup {
    type Input = ec2::CreatePlacementGroupRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let name = input.group_name.as_deref().filter(|name| !name.is_empty());
        let name = name.ok_or_else(|| ApiError::missing("groupName"))?;
        if name.chars().count() > MAX_NAME_CHARS || !name.is_ascii() {
            return Err(ApiError::invalid_value("groupName", name, "It must be up to 255 ASCII characters."));
        }
        let strategy = strategy(input)?;
        let tags = TagsToSet::parse(&input.tag_specifications, &["placement-group"])?;
        if super::named(&call.view, name).is_ok() {
            return Err(ApiError::new(
                "InvalidPlacementGroup.Duplicate",
                format!("The placement group '{name}' already exists."),
            ));
        }
        let mut edit = Edit::new();
        quota::per_region::<PlacementGroup>(
            call,
            &mut edit,
            limits::PLACEMENT_GROUPS,
            "PlacementGroupLimitExceeded",
            "placement groups",
        )?;
        let group = PlacementGroup {
            id: PlacementGroupId::from_random(call.random()),
            account: call.account.clone(),
            created_ms: call.now_ms,
            name: name.to_owned(),
            strategy,
            rest: Default::default(),
        };
        edit.claim(&name_claim(&group), &group.id);
        edit.create(&group);
        tags.set(&mut edit, &call.account, &group.id, "placement-group");
        let region = call.region.facts;
        Plan::change(edit, move |view| {
            Ok(ec2::CreatePlacementGroupResult { placement_group: Some(super::shown(view, region, &group)) })
        })
    }
}

fn strategy(input: &ec2::CreatePlacementGroupRequest) -> Result<PlacementStrategy, ApiError> {
    let only_with = |parameter: &str, strategy: &str| {
        ApiError::combination(format!("The parameter {parameter} may only be used with the strategy '{strategy}'."))
    };
    let strategy = match input.strategy.as_deref().unwrap_or("cluster") {
        "partition" => {
            let count = input.partition_count.unwrap_or(i64::from(DEFAULT_PARTITIONS));
            let count = u8::try_from(count).ok().filter(|count| (1..=limits::PARTITIONS).contains(count));
            let count = count.ok_or_else(|| {
                let why = format!("It must be between 1 and {}.", limits::PARTITIONS);
                ApiError::invalid_value("partitionCount", input.partition_count.unwrap_or_default(), &why)
            })?;
            PlacementStrategy::Partition { count }
        }
        "spread" => PlacementStrategy::Spread,
        // The decoder knows no fourth.
        _ => PlacementStrategy::Cluster,
    };
    if input.partition_count.is_some() && !matches!(strategy, PlacementStrategy::Partition { .. }) {
        return Err(only_with("partitionCount", "partition"));
    }
    if input.spread_level.is_some() && strategy != PlacementStrategy::Spread {
        return Err(only_with("spreadLevel", "spread"));
    }
    Ok(strategy)
}

//! What membership of a placement group asks of an instance that is launched into it, or started in it.
//!
//! ```text
//!   cluster    every instance in the zone of the first, and of a type that AWS packs closely
//!   spread     seven that run in each zone
//!   partition  the partition that was asked for, or the one with the fewest instances
//! ```

use std::sync::Arc;

use model::{ApiError, facts::instance_types::InstanceType, instance::PowerWanted, limits, records::*};
use wire::ec2;

use crate::{
    action::Call,
    actions::quota,
    edit::Edit,
    lookup::Named,
    view::{AccountView, Row},
};

/// A group that instances are to be launched into.
pub struct Membership {
    group: Arc<Row<PlacementGroup>>,
    partition: Option<u8>,
    /// How many instances each partition has, those of this launch included.
    in_partitions: Vec<usize>,
}

impl Membership {
    /// What a request's Placement asks for; `None` is no group.
    pub fn of(
        call: &Call,
        placement: Option<&ec2::Placement>,
        facts: &InstanceType,
        zone: &str,
    ) -> Result<Option<Self>, ApiError> {
        let given = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
        let name = placement.and_then(|placement| given(&placement.group_name));
        let id = placement.and_then(|placement| given(&placement.group_id));
        let partition = placement.and_then(|placement| placement.partition_number);
        let group = match (name, id) {
            (None, None) if partition.is_some() => {
                return Err(ApiError::combination("A partition number needs a placement group to be specified."));
            }
            (None, None) => return Ok(None),
            (Some(_), Some(_)) => {
                return Err(ApiError::combination(
                    "The parameters GroupName and GroupId may not be specified on the same request",
                ));
            }
            (Some(name), None) => super::named(&call.view, &name)?,
            (None, Some(id)) => {
                PlacementGroup::NOUN.check(&id)?;
                call.view.get::<PlacementGroup>(&id).ok_or_else(|| super::unknown(&id))?
            }
        };
        check_type(facts, group.strategy)?;
        if group.strategy == PlacementStrategy::Cluster {
            check_zone(&call.view, &group, zone)?;
        }
        Ok(Some(Self {
            partition: check_partition(&group, partition)?,
            in_partitions: population(&call.view, &group),
            group,
        }))
    }

    /// How many more instances the group takes in this zone.
    pub fn room(&self, view: &AccountView, zone: &str) -> usize {
        match self.group.strategy {
            PlacementStrategy::Spread => {
                limits::SPREAD_INSTANCES_PER_ZONE.saturating_sub(up(view, &self.group.id, zone))
            }
            PlacementStrategy::Cluster | PlacementStrategy::Partition { .. } => usize::MAX,
        }
    }

    /// The refusal of more than there is room for.
    pub fn full(&self, zone: &str) -> ApiError {
        full(&self.group.name, zone)
    }

    /// Lets launches into one group take turns: each counts what those before it made.
    pub fn take_turns(&self, edit: &mut Edit) {
        quota::take_turns(edit, &self.group);
    }

    /// The place of the next instance.
    pub fn seat(&mut self) -> InstancePlacement {
        let fewest = || {
            let counts = self.in_partitions.iter().enumerate();
            counts
                .min_by_key(|(number, count)| (**count, *number))
                .and_then(|(number, _)| u8::try_from(number + 1).ok())
        };
        let partition = self.partition.or_else(fewest);
        if let Some(count) = partition.and_then(|number| self.in_partitions.get_mut(usize::from(number) - 1)) {
            *count += 1;
        }
        InstancePlacement { group: self.group.id.clone(), group_name: self.group.name.clone(), partition }
    }
}

/// Whether a stopped instance may start where its group is.
pub fn check_start(view: &AccountView, edit: &mut Edit, instance: &Instance, more: usize) -> Result<(), ApiError> {
    let Some(group) = instance.placement.as_ref().and_then(|place| view.get::<PlacementGroup>(&place.group)) else {
        return Ok(());
    };
    if group.strategy != PlacementStrategy::Spread {
        return Ok(());
    }
    quota::take_turns(edit, &group);
    if up(view, &group.id, &instance.zone) + more >= limits::SPREAD_INSTANCES_PER_ZONE {
        return Err(full(&group.name, &instance.zone));
    }
    Ok(())
}

/// Instances of a group in a zone that run or are to run.
fn up(view: &AccountView, group: &str, zone: &str) -> usize {
    let members = view.find::<Instance>("placement-group", group);
    members.filter(|i| i.zone == zone && i.power.wanted == PowerWanted::Running).count()
}

fn full(group: &str, zone: &str) -> ApiError {
    ApiError::new(
        "InstanceLimitExceeded",
        format!(
            "The spread placement group '{group}' can have at most {} running instances in the Availability Zone {zone}.",
            limits::SPREAD_INSTANCES_PER_ZONE
        ),
    )
}

fn check_type(facts: &InstanceType, strategy: PlacementStrategy) -> Result<(), ApiError> {
    let strategy = strategy.as_str();
    if facts.placement_group_strategies.iter().any(|known| known == strategy) {
        return Ok(());
    }
    let mut name = strategy.to_owned();
    name[..1].make_ascii_uppercase();
    Err(ApiError::combination(format!(
        "{name} placement groups are not supported by the '{}' instance type. Specify a supported instance type or \
         change the placement group strategy, and try again.",
        facts.name
    )))
}

fn check_zone(view: &AccountView, group: &PlacementGroup, zone: &str) -> Result<(), ApiError> {
    match view.find::<Instance>("placement-group", &group.id).find(|member| member.zone != zone) {
        None => Ok(()),
        Some(member) => Err(ApiError::combination(format!(
            "The cluster placement group '{}' is in the Availability Zone {}; an instance in {zone} can't be launched \
             into it.",
            group.name, member.zone
        ))),
    }
}

fn check_partition(group: &PlacementGroup, asked: Option<i64>) -> Result<Option<u8>, ApiError> {
    let Some(asked) = asked else { return Ok(None) };
    let PlacementStrategy::Partition { count } = group.strategy else {
        return Err(ApiError::combination(format!(
            "The placement group '{}' has no partitions: its strategy is '{}'.",
            group.name,
            group.strategy.as_str()
        )));
    };
    match u8::try_from(asked).ok().filter(|number| (1..=count).contains(number)) {
        Some(number) => Ok(Some(number)),
        None => {
            let why = format!("The placement group '{}' has the partitions 1 to {count}.", group.name);
            Err(ApiError::invalid_value("partitionNumber", asked, &why))
        }
    }
}

/// How many instances each partition has; empty for a group without partitions.
fn population(view: &AccountView, group: &PlacementGroup) -> Vec<usize> {
    let PlacementStrategy::Partition { count } = group.strategy else { return Vec::new() };
    let mut counts = vec![0; usize::from(count)];
    for member in view.find::<Instance>("placement-group", &group.id) {
        let number = member.placement.as_ref().and_then(|place| place.partition).unwrap_or(1);
        if let Some(count) = counts.get_mut(usize::from(number).saturating_sub(1)) {
            *count += 1;
        }
    }
    counts
}

//! DescribePlacementGroups. It has no pages.

use model::{ApiError, filters::FilterSpec, records::PlacementGroup};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    listing::{self, Item},
    lookup::Named,
};

pub struct DescribePlacementGroups;

impl<'a> Item<'a, PlacementGroup> {
    const FILTERS: &'a [FilterSpec<Self>] = &[
        FilterSpec::field("group-arn", |g, values| values.text(super::arn(g.call.region.facts, g.row))),
        FilterSpec::field("group-name", |g, values| values.text(&g.row.name)),
        FilterSpec::field("spread-level", |g, values| values.maybe(super::spread_level(g.row))),
        FilterSpec::field("state", |_, values| values.text("available")),
        FilterSpec::field("strategy", |g, values| values.text(g.row.strategy.as_str())),
        FilterSpec::tags(|g, tags| g.tags(tags)),
    ];
}

impl Action for DescribePlacementGroups {
    type Input = ec2::DescribePlacementGroupsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let filters = listing::compile(Item::<PlacementGroup>::FILTERS, &input.filters)?;
        for name in &input.group_names {
            super::named(&call.view, name)?;
        }
        for id in &input.group_ids {
            PlacementGroup::NOUN.check(id)?;
            if call.view.held::<PlacementGroup>(id).is_none() {
                return Err(super::unknown(id));
            }
        }
        let all = input.group_names.is_empty() && input.group_ids.is_empty();
        let named = |group: &PlacementGroup| {
            input.group_names.contains(&group.name) || input.group_ids.iter().any(|id| *id == *group.id.as_str())
        };
        let groups = call.view.list::<PlacementGroup>();
        let passed = groups.filter(|row| (all || named(row)) && filters.matches(&Item { row, call }));
        Ok(Plan::Answer(ec2::DescribePlacementGroupsResult {
            placement_groups: passed.map(|group| super::shown(&call.view, call.region.facts, group)).collect(),
        }))
    }
}

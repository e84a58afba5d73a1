//! DescribeLaunchTemplates.

use model::{ApiError, filters::FilterSpec, records::LaunchTemplate};
use wire::{Timestamp, ec2};

use super::{named, no_such_id, shown};
use crate::{
    action::{Action, Call, Output, Plan},
    listing::{self, Asked, Item},
    lookup::Named,
};

pub struct DescribeLaunchTemplates;

/// AWS's limits of MaxResults.
const PAGE: std::ops::RangeInclusive<i64> = 1..=200;

impl<'a> Item<'a, LaunchTemplate> {
    const FILTERS: &'a [FilterSpec<Self>] = &[
        FilterSpec::field("create-time", |t, values| values.show(Timestamp(t.row.created_ms))),
        FilterSpec::field("launch-template-name", |t, values| values.text(&t.row.name)),
        FilterSpec::tags(|t, tags| t.tags(tags)),
    ];
}

impl Action for DescribeLaunchTemplates {
    type Input = ec2::DescribeLaunchTemplatesRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let mut wanted: Vec<&str> = Vec::new();
        for id in &input.launch_template_ids {
            LaunchTemplate::NOUN.check(id)?;
            wanted.push(call.view.held::<LaunchTemplate>(id).ok_or_else(|| no_such_id(id))?.id.as_str());
        }
        for name in &input.launch_template_names {
            wanted.push(named(&call.view, name).ok_or_else(one_is_missing)?.id.as_str());
        }
        let asked = Asked { limits: PAGE, ..Asked::new(&[], "", &input.filters, input.max_results, &input.next_token) };
        let filters = listing::compile(Item::<LaunchTemplate>::FILTERS, asked.filters)?;
        let page = asked.page(call, "DescribeLaunchTemplates")?;
        let rows = call.view.list_after::<LaunchTemplate>(page.after());
        let passed = rows.filter(|row| {
            (wanted.is_empty() || wanted.contains(&row.id.as_str())) && filters.matches(&Item { row, call })
        });
        let (templates, next_token) = page.take(call, passed);
        Ok(Plan::Answer(ec2::DescribeLaunchTemplatesResult {
            launch_templates: templates.iter().map(|template| shown::template(&call.view, template)).collect(),
            next_token,
        }))
    }
}

/// AWS doesn't say which name of several it doesn't know.
fn one_is_missing() -> ApiError {
    ApiError::new(
        "InvalidLaunchTemplateName.NotFoundException",
        "At least one of the launch templates specified in the request does not exist.",
    )
}

//! DescribeImageUsageReports: which reports there are.

use model::{ApiError, filters::FilterSpec, records::ImageUsageReport};
use wire::{Timestamp, ec2};

use super::usage;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::{self, Asked, Item},
};

pub struct DescribeImageUsageReports;

impl<'a> Item<'a, ImageUsageReport> {
    const FILTERS: &'a [FilterSpec<Self>] = &[
        FilterSpec::field("creation-time", |report, values| values.show(Timestamp(report.row.created_ms))),
        FilterSpec::field("state", |_, values| values.text("available")),
        FilterSpec::tags(|report, tags| report.tags(tags)),
    ];
}

impl Action for DescribeImageUsageReports {
    type Input = ec2::DescribeImageUsageReportsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked::new(&input.report_ids, "reportIdSet", &input.filters, input.max_results, &input.next_token);
        let page = asked.page(call, "DescribeImageUsageReports")?;
        let filters = listing::compile(Item::<ImageUsageReport>::FILTERS, asked.filters)?;
        let found = usage::asked_for(call, &input.report_ids, &input.image_ids)?;
        let passed: Vec<_> = found.iter().filter(|row| filters.matches(&Item { row, call })).cloned().collect();
        let (reports, next_token) = page.take(call, passed.iter());
        Ok(Plan::Answer(ec2::DescribeImageUsageReportsResult {
            image_usage_reports: reports.iter().map(|report| usage::shown(call, report)).collect(),
            next_token,
        }))
    }
}

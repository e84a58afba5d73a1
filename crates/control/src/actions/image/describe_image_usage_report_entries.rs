//! DescribeImageUsageReportEntries: what reports say, a line for each account and kind of thing.

use model::{
    ApiError,
    filters::FilterSpec,
    records::{ImageUsage, ImageUsageReport},
};
use wire::{Timestamp, ec2};

use super::usage;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::{self, Asked},
};

pub struct DescribeImageUsageReportEntries;

struct Line<'a> {
    report: &'a ImageUsageReport,
    usage: &'a ImageUsage,
}

impl<'a> Line<'a> {
    const FILTERS: &'a [FilterSpec<Self>] = &[
        FilterSpec::field("account-id", |line, values| values.text(&*line.usage.account)),
        FilterSpec::field("creation-time", |line, values| values.show(Timestamp(line.report.created_ms))),
        FilterSpec::field("resource-type", |line, values| values.text(&line.usage.resource_type)),
    ];
}

impl Action for DescribeImageUsageReportEntries {
    type Input = ec2::DescribeImageUsageReportEntriesRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let page = Asked::new(&[], "", &input.filters, input.max_results, &input.next_token)
            .page(call, "DescribeImageUsageReportEntries")?;
        let filters = listing::compile(Line::FILTERS, &input.filters)?;
        let reports = usage::asked_for(call, &input.report_ids, &input.image_ids)?;
        let lines = reports.iter().flat_map(|report| report.entries.iter().map(move |usage| Line { report, usage }));
        let lines = lines.filter(|line| filters.matches(line));
        let (lines, next_token) = page.take_by(call, lines, |Line { report, usage }| {
            (report.created_ms, format!("{}/{}/{}", report.id, usage.resource_type, usage.account).into())
        });
        Ok(Plan::Answer(ec2::DescribeImageUsageReportEntriesResult {
            image_usage_report_entries: lines.iter().map(shown).collect(),
            next_token,
        }))
    }
}

fn shown(Line { report, usage }: &Line<'_>) -> ec2::ImageUsageReportEntry {
    ec2::ImageUsageReportEntry {
        resource_type: Some(usage.resource_type.clone()),
        report_id: Some(report.id.to_string()),
        usage_count: i64::try_from(usage.count).ok(),
        account_id: Some(usage.account.to_string()),
        image_id: Some(report.image.to_string()),
        report_creation_time: Some(Timestamp(report.created_ms)),
    }
}

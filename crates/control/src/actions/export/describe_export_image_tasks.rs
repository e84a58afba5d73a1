//! DescribeExportImageTasks: how far exports of images are.

use model::{ApiError, records::ExportTask};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    listing::{self, Asked, Item},
};

pub struct DescribeExportImageTasks;

/// AWS's limits of MaxResults here.
const PAGE: std::ops::RangeInclusive<i64> = 1..=500;

impl Action for DescribeExportImageTasks {
    type Input = ec2::DescribeExportImageTasksRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        for id in &input.export_image_task_ids {
            super::task(&call.view, id)?;
        }
        let mut asked = Asked::new(
            &input.export_image_task_ids,
            "exportImageTaskIds",
            &input.filters,
            input.max_results,
            &input.next_token,
        );
        asked.limits = PAGE;
        let (tasks, next_token) =
            listing::own(call, "DescribeExportImageTasks", &asked, Item::<ExportTask>::FILTERS, &[])?;
        Ok(Plan::Answer(ec2::DescribeExportImageTasksResult {
            export_image_tasks: tasks.iter().map(|task| super::shown(&call.view, task)).collect(),
            next_token,
        }))
    }
}

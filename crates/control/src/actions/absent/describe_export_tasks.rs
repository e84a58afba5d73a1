//! DescribeExportTasks: there are none, as instances are exported as images, by ExportImage.

use model::ApiError;
use wire::ec2;

use super::Kind;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
};

pub struct DescribeExportTasks;

const KIND: Kind = Kind {
    prefix: None,
    malformed: "",
    not_found: "InvalidExportTaskID.NotFound",
    sentence: "The export task ID '{}' does not exist",
    filters: &["export-task-id", "state"],
    tags: false,
};

impl Action for DescribeExportTasks {
    type Input = ec2::DescribeExportTasksRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked::new(&input.export_task_ids, "exportTaskIdSet", &input.filters, None, &None);
        KIND.none(call, "DescribeExportTasks", &asked)
    }
}

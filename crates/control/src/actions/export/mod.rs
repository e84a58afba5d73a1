//! Images become disks for other machines. The actions only write a task down; the controller `exports` carries it out.

mod cancel_export_task;
mod describe_export_image_tasks;
mod export_image;

pub use cancel_export_task::CancelExportTask;
pub use describe_export_image_tasks::DescribeExportImageTasks;
pub use export_image::ExportImage;

use std::sync::Arc;

use model::{
    ApiError,
    filters::FilterSpec,
    ids::is_well_formed,
    records::{ExportTask, ImportState},
};
use wire::ec2;

use crate::{
    listing::Item,
    lookup::{Named, Noun, Quote},
    tagging,
    view::{AccountView, Row},
};

/// Exports of instances, which there are none of.
const INSTANCE_TASK: &str = "export-i";

impl Named for ExportTask {
    const NOUN: Noun = Noun {
        prefix: "export-ami",
        malformed: "InvalidExportTaskID.Malformed",
        not_found: "InvalidExportTaskID.NotFound",
        name: "export task ID",
        names: "export task IDs",
        quote: Quote::InvalidId,
    };
}

impl<'a> Item<'a, ExportTask> {
    const FILTERS: &'a [FilterSpec<Self>] = &[
        FilterSpec::field("task-state", |task, values| values.text(task.row.state.as_str())),
        FilterSpec::tags(|task, tags| task.tags(tags)),
    ];
}

/// The caller's task of this id.
fn task(view: &AccountView, id: &str) -> Result<Arc<Row<ExportTask>>, ApiError> {
    if is_well_formed(INSTANCE_TASK, id) {
        return Err(ExportTask::NOUN.not_found(id));
    }
    crate::lookup::one(view, id)
}

fn location(task: &ExportTask) -> ec2::ExportTaskS3Location {
    ec2::ExportTaskS3Location { s3_bucket: Some(task.bucket.clone()), s3_prefix: task.prefix.clone() }
}

fn shown(view: &AccountView, task: &ExportTask) -> ec2::ExportImageTask {
    ec2::ExportImageTask {
        description: task.description.clone(),
        export_image_task_id: Some(task.id.clone()),
        image_id: Some(task.image.to_string()),
        // Only while it is under way, as with imports.
        progress: (task.state == ImportState::Active).then(|| task.progress.to_string()),
        s3_export_location: Some(location(task)),
        status: Some(task.state.as_str().into()),
        status_message: Some(task.message.clone()).filter(|message| !message.is_empty()),
        tags: tagging::shown(view, &task.id),
    }
}

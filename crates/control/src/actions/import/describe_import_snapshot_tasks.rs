//! DescribeImportSnapshotTasks: how far imports of disks are.

use model::{ApiError, records::ImportTask};
use wire::ec2;

use super::SNAPSHOT_TASK;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
    tagging,
};

pub struct DescribeImportSnapshotTasks;

impl Action for DescribeImportSnapshotTasks {
    type Input = ec2::DescribeImportSnapshotTasksRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked =
            Asked::new(&input.import_task_ids, "importTaskIds", &input.filters, input.max_results, &input.next_token);
        let (tasks, next_token) = super::listed(call, "DescribeImportSnapshotTasks", SNAPSHOT_TASK, &asked)?;
        let one = |task: &ImportTask| ec2::ImportSnapshotTask {
            description: task.description.clone(),
            import_task_id: Some(task.id.clone()),
            snapshot_task_detail: Some(shown(task)),
            tags: tagging::shown(&call.view, &task.id),
        };
        Ok(Plan::Answer(ec2::DescribeImportSnapshotTasksResult {
            import_snapshot_tasks: tasks.iter().map(|task| one(task)).collect(),
            next_token,
        }))
    }
}

/// The task's one disk.
pub(super) fn shown(task: &ImportTask) -> ec2::SnapshotTaskDetail {
    let mut detail = ec2::SnapshotTaskDetail {
        description: task.description.clone(),
        encrypted: Some(task.kms_key.is_some()),
        kms_key_id: task.kms_key.clone(),
        progress: super::progress(task),
        status: Some(task.state.as_str().into()),
        status_message: super::message(task),
        ..ec2::SnapshotTaskDetail::default()
    };
    if let Some(disk) = task.disks.first() {
        detail.disk_image_size = disk.size_bytes.map(|bytes| bytes as f64);
        detail.format = Some(disk.format.to_uppercase());
        detail.snapshot_id = disk.snapshot.as_ref().map(ToString::to_string);
        detail.url = super::url(&disk.place);
        detail.user_bucket = super::user_bucket(&disk.place);
    }
    detail
}

//! DescribeImportImageTasks: how far imports of images are.

use model::{
    ApiError,
    records::{ImportDisk, ImportTask},
};
use wire::ec2;

use super::IMAGE_TASK;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
    tagging,
    view::AccountView,
};

pub struct DescribeImportImageTasks;

impl Action for DescribeImportImageTasks {
    type Input = ec2::DescribeImportImageTasksRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked =
            Asked::new(&input.import_task_ids, "importTaskIds", &input.filters, input.max_results, &input.next_token);
        let (tasks, next_token) = super::listed(call, "DescribeImportImageTasks", IMAGE_TASK, &asked)?;
        Ok(Plan::Answer(ec2::DescribeImportImageTasksResult {
            import_image_tasks: tasks.iter().map(|task| shown(&call.view, task)).collect(),
            next_token,
        }))
    }
}

pub(super) fn shown(view: &AccountView, task: &ImportTask) -> ec2::ImportImageTask {
    let image = task.image.as_ref();
    ec2::ImportImageTask {
        architecture: image.map(|image| image.architecture.as_str().to_owned()),
        description: task.description.clone(),
        image_id: image.and_then(|image| image.id.as_ref()).map(ToString::to_string),
        import_task_id: Some(task.id.clone()),
        license_type: Some("BYOL".into()),
        platform: image.and_then(|image| image.platform.clone()),
        progress: super::progress(task),
        snapshot_details: task.disks.iter().map(|disk| detail(task, disk)).collect(),
        status: Some(task.state.as_str().into()),
        status_message: super::message(task),
        encrypted: Some(task.kms_key.is_some()),
        kms_key_id: task.kms_key.clone(),
        tags: tagging::shown(view, &task.id),
        boot_mode: image.and_then(|image| image.boot_mode).map(|mode| mode.as_str().to_owned()),
        ..ec2::ImportImageTask::default()
    }
}

fn detail(task: &ImportTask, disk: &ImportDisk) -> ec2::SnapshotDetail {
    let is_in = disk.snapshot.is_some();
    ec2::SnapshotDetail {
        description: disk.description.clone(),
        device_name: disk.device.clone(),
        disk_image_size: disk.size_bytes.map(|bytes| bytes as f64),
        format: Some(disk.format.to_uppercase()).filter(|format| !format.is_empty()),
        progress: if is_in { None } else { super::progress(task) },
        snapshot_id: disk.snapshot.as_ref().map(ToString::to_string),
        status: Some(if is_in { "completed" } else { task.state.as_str() }.to_owned()),
        status_message: None,
        url: super::url(&disk.place),
        user_bucket: super::user_bucket(&disk.place),
    }
}

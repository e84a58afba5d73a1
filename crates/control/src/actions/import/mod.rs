//! Disks that were made elsewhere become snapshots and images. The actions only write a task down; the controller
//! `imports` carries it out.

mod cancel_import_task;
mod describe_import_image_tasks;
mod describe_import_snapshot_tasks;
mod import_image;
mod import_snapshot;
mod place;

pub use cancel_import_task::CancelImportTask;
pub use describe_import_image_tasks::DescribeImportImageTasks;
pub use describe_import_snapshot_tasks::DescribeImportSnapshotTasks;
pub use import_image::ImportImage;
pub use import_snapshot::ImportSnapshot;

use std::sync::Arc;

use model::{
    ApiError,
    ids::is_well_formed,
    records::{ImportPlace, ImportState, ImportTask},
};
use wire::ec2;

use crate::{
    action::Call,
    listing::{self, Asked, Found, Item},
    paging,
    view::{AccountView, Row},
};

/// What an id of ImportSnapshot begins with.
pub const SNAPSHOT_TASK: &str = "import-snap";
/// What an id of ImportImage begins with.
pub const IMAGE_TASK: &str = "import-ami";
/// Tasks of one account that may be under way at a time, by EC2's default quota for ImportImage.
const AT_A_TIME: usize = 20;

/// The caller's task of this id.
fn task(view: &AccountView, prefixes: &[&str], id: &str) -> Result<Arc<Row<ImportTask>>, ApiError> {
    if !prefixes.iter().any(|prefix| is_well_formed(prefix, id)) {
        return Err(ApiError::new(
            "InvalidConversionTaskId.Malformed",
            format!("Invalid id: \"{id}\" (expecting \"{}-...\")", prefixes.join("-...\" or \"")),
        ));
    }
    view.get::<ImportTask>(id).ok_or_else(|| {
        ApiError::new("InvalidConversionTaskId", format!("The specified import task '{id}' does not exist"))
    })
}

/// The tasks of one kind that were asked for, a page of them.
fn listed(
    call: &Call,
    action: &'static str,
    prefix: &'static str,
    asked: &Asked<'_>,
) -> Result<Found<ImportTask>, ApiError> {
    let filters = listing::compile(Item::<ImportTask>::FILTERS, asked.filters)?;
    let page = paging::Page::of(call, action, asked.limits.clone(), asked.max_results, asked.next_token, None)?;
    let mut found = Vec::new();
    for id in asked.ids {
        found.push(task(&call.view, &[prefix], id)?);
    }
    if asked.ids.is_empty() {
        let tasks = call.view.list_after::<ImportTask>(page.after());
        found.extend(tasks.filter(|task| is_well_formed(prefix, &task.id)).cloned());
    }
    let passed: Vec<_> = found.iter().filter(|row| filters.matches(&Item { row, call })).cloned().collect();
    Ok(page.take(call, passed.iter()))
}

impl<'a> Item<'a, ImportTask> {
    const FILTERS: &'a [model::filters::FilterSpec<Self>] = &[
        model::filters::FilterSpec::field("task-state", |task, values| values.text(task.row.state.as_str())),
        model::filters::FilterSpec::tags(|task, tags| task.tags(tags)),
    ];
}

/// Refuses one more task than may be under way at a time.
fn check_quota(call: &Call) -> Result<(), ApiError> {
    let active = call.view.list::<ImportTask>().filter(|task| task.state == ImportState::Active).count();
    if active < AT_A_TIME {
        return Ok(());
    }
    Err(ApiError::new(
        "ResourceCountLimitExceeded",
        format!("At most {AT_A_TIME} import tasks can be under way at a time."),
    ))
}

fn url(place: &ImportPlace) -> Option<String> {
    match place {
        ImportPlace::Url(url) => Some(url.clone()),
        ImportPlace::Bucket { .. } | ImportPlace::Snapshot(_) => None,
    }
}

fn user_bucket(place: &ImportPlace) -> Option<ec2::UserBucketDetails> {
    match place {
        ImportPlace::Bucket { bucket, key } => {
            Some(ec2::UserBucketDetails { s3_bucket: Some(bucket.clone()), s3_key: Some(key.clone()) })
        }
        ImportPlace::Url(_) | ImportPlace::Snapshot(_) => None,
    }
}

/// Only while it is under way; AWS shows none afterwards.
fn progress(task: &ImportTask) -> Option<String> {
    (task.state == ImportState::Active).then(|| task.progress.to_string())
}

fn message(task: &ImportTask) -> Option<String> {
    Some(task.message.clone()).filter(|message| !message.is_empty())
}

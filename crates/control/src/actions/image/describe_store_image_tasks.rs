//! DescribeStoreImageTasks: how far images are that are being stored, the newest task first.

use std::sync::Arc;

use model::{
    ApiError,
    filters::FilterSpec,
    records::{Image, StoreState, StoreTask},
};
use wire::{Timestamp, ec2};

use super::stored;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::{self, Asked, Item},
    lookup::Named,
    view::Row,
};

pub struct DescribeStoreImageTasks;

/// AWS's limits of MaxResults here.
const PAGE: std::ops::RangeInclusive<i64> = 1..=200;

impl<'a> Item<'a, StoreTask> {
    const FILTERS: &'a [FilterSpec<Self>] = &[
        FilterSpec::field("bucket", |task, values| values.text(&task.row.bucket)),
        FilterSpec::field("task-state", |task, values| values.text(task.row.state.as_str())),
    ];
}

impl Action for DescribeStoreImageTasks {
    type Input = ec2::DescribeStoreImageTasksRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let mut asked = Asked::new(&input.image_ids, "ImageIds", &input.filters, input.max_results, &input.next_token);
        asked.limits = PAGE;
        let page = asked.page(call, "DescribeStoreImageTasks")?;
        let filters = listing::compile(Item::<StoreTask>::FILTERS, asked.filters)?;
        for id in &input.image_ids {
            Image::NOUN.check(id)?;
        }
        let is_asked_for = |task: &Row<StoreTask>| {
            (input.image_ids.is_empty() || input.image_ids.iter().any(|id| **id == *task.image.id))
                && call.now_ms - task.created_ms < stored::KEPT_MS
        };
        let mut found: Vec<&Arc<Row<StoreTask>>> = call
            .view
            .list::<StoreTask>()
            .filter(|row| is_asked_for(row) && filters.matches(&Item { row, call }))
            .collect();
        found.reverse();
        // Pages begin after a key that grows, which time does not in this order.
        let key = |task: &&Arc<Row<StoreTask>>| (-task.created_ms, reversed(&task.id).into());
        found.sort_by_key(key);
        let (tasks, next_token) = page.take_by(call, found.into_iter(), key);
        Ok(Plan::Answer(ec2::DescribeStoreImageTasksResult {
            store_image_task_results: tasks.iter().map(|task| shown(task)).collect(),
            next_token,
        }))
    }
}

/// An id that sorts the other way round, so that tasks of one moment do too.
fn reversed(id: &str) -> String {
    id.bytes().map(|byte| format!("{:02x}", 255 - byte)).collect()
}

fn shown(task: &StoreTask) -> ec2::StoreImageTaskResult {
    ec2::StoreImageTaskResult {
        ami_id: Some(task.image.id.to_string()),
        task_start_time: Some(Timestamp(task.created_ms)),
        bucket: Some(task.bucket.clone()),
        s3object_key: Some(task.key.clone()),
        progress_percentage: (task.state != StoreState::Failed).then(|| task.progress.into()),
        store_task_state: Some(task.state.as_str().into()),
        store_task_failure_reason: task.problem.clone(),
    }
}

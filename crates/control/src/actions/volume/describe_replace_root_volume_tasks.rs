//! DescribeReplaceRootVolumeTasks.

use model::{ApiError, filters::FilterSpec, records::ReplaceRootVolumeTask};
use wire::ec2;

use super::create_replace_root_volume_task::shown;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::{self, Asked, Item},
};

pub struct DescribeReplaceRootVolumeTasks;

impl<'a> Item<'a, ReplaceRootVolumeTask> {
    const FILTERS: &'a [FilterSpec<Self>] = &[
        FilterSpec::field("instance-id", |task, values| values.text(&*task.row.instance)),
        FilterSpec::tags(|task, tags| task.tags(tags)),
    ];
}

impl Action for DescribeReplaceRootVolumeTasks {
    type Input = ec2::DescribeReplaceRootVolumeTasksRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let ids = &input.replace_root_volume_task_ids;
        let asked = Asked::new(ids, "replaceRootVolumeTaskIds", &input.filters, input.max_results, &input.next_token);
        let table = Item::<ReplaceRootVolumeTask>::FILTERS;
        let indexed = &[("instance-id", "instance")];
        let (tasks, next_token) = listing::own(call, "DescribeReplaceRootVolumeTasks", &asked, table, indexed)?;
        Ok(Plan::Answer(ec2::DescribeReplaceRootVolumeTasksResult {
            replace_root_volume_tasks: tasks.iter().map(|task| shown(&call.view, task)).collect(),
            next_token,
        }))
    }
}

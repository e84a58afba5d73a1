//! DescribeLockedSnapshots: the account's snapshots that are, or were, locked.

use model::{ApiError, filters::FilterSpec, records::Snapshot};
use wire::ec2;

use super::lock;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::{self, Asked, Item},
    lookup,
};

impl<'a> Item<'a, Snapshot> {
    const LOCK_FILTERS: &'a [FilterSpec<Self>] = &[FilterSpec::field("lock-state", |snapshot, values| {
        values.maybe(lock::state(snapshot.row, snapshot.call.now_ms).map(|state| state.as_str()));
    })];
}

pub struct DescribeLockedSnapshots;

impl Action for DescribeLockedSnapshots {
    type Input = ec2::DescribeLockedSnapshotsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked =
            Asked::new(&input.snapshot_ids, "snapshotIdSet", &input.filters, input.max_results, &input.next_token);
        let page = asked.page(call, "DescribeLockedSnapshots")?;
        let filters = listing::compile(Item::<Snapshot>::LOCK_FILTERS, asked.filters)?;
        let found: Vec<_> = match input.snapshot_ids.is_empty() {
            true => call.view.list::<Snapshot>().cloned().collect(),
            false => lookup::many::<Snapshot>(&call.view, &input.snapshot_ids)?,
        };
        let locked = found.iter().filter(|row| row.account == call.account && row.lock.is_some());
        let passed: Vec<_> = locked.filter(|row| filters.matches(&Item { row, call })).cloned().collect();
        let (snapshots, next_token) = page.take(call, passed.iter());
        Ok(Plan::Answer(ec2::DescribeLockedSnapshotsResult {
            snapshots: snapshots.iter().filter_map(|snapshot| lock::shown(snapshot, call.now_ms)).collect(),
            next_token,
        }))
    }
}

//! LockSnapshot: the snapshot can't be deleted for a time.

use model::ApiError;
use wire::ec2;

use super::lock;
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
};

pub struct LockSnapshot;

impl Action for LockSnapshot {
    type Input = ec2::LockSnapshotRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let snapshot = super::own(&call.view, input.snapshot_id.as_deref())?;
        let mut after = snapshot.record.clone();
        after.lock = Some(lock::asked(input, &snapshot, call.now_ms)?);
        let shown = lock::shown(&after, call.now_ms).unwrap_or_default();
        let mut edit = Edit::new();
        edit.update(&snapshot, &after);
        Plan::change(edit, move |_| {
            Ok(ec2::LockSnapshotResult {
                snapshot_id: shown.snapshot_id,
                lock_state: shown.lock_state,
                lock_duration: shown.lock_duration,
                cool_off_period: shown.cool_off_period,
                cool_off_period_expires_on: shown.cool_off_period_expires_on,
                lock_created_on: shown.lock_created_on,
                lock_expires_on: shown.lock_expires_on,
                lock_duration_start_time: shown.lock_duration_start_time,
            })
        })
    }
}

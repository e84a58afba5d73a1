//! UnlockSnapshot: as long as its lock may be undone.

use model::ApiError;
use wire::ec2;

use super::lock::{self, State};
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
};

pub struct UnlockSnapshot;

impl Action for UnlockSnapshot {
    type Input = ec2::UnlockSnapshotRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let snapshot = super::own(&call.view, input.snapshot_id.as_deref())?;
        match lock::state(&snapshot, call.now_ms) {
            None => return Err(lock::not_permitted(&snapshot, "is not locked")),
            Some(State::Compliance) => {
                return Err(lock::not_permitted(&snapshot, "is locked in compliance mode and can't be unlocked"));
            }
            Some(State::Governance | State::CoolOff | State::Expired) => {}
        }
        let mut after = snapshot.record.clone();
        after.lock = None;
        let mut edit = Edit::new();
        edit.update(&snapshot, &after);
        Plan::change(edit, move |_| Ok(ec2::UnlockSnapshotResult { snapshot_id: Some(after.id.to_string()) }))
    }
}

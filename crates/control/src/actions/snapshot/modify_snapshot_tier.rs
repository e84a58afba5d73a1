//! ModifySnapshotTier: moves a snapshot to the archive, where it can't be used.

use model::{
    ApiError,
    records::{Image, SnapshotPlace, SnapshotState, SnapshotTiering},
};
use wire::{Timestamp, ec2};

use super::tier;
use crate::{
    action::{Action, Call, Output, Plan},
    actions::volume::block_device::not_completed,
    edit::Edit,
};

pub struct ModifySnapshotTier;

impl Action for ModifySnapshotTier {
    type Input = ec2::ModifySnapshotTierRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        // There is no other tier to move it to by this action, and the decoder takes no other.
        let snapshot = super::own(&call.view, input.snapshot_id.as_deref())?;
        if snapshot.state != SnapshotState::Completed {
            return Err(not_completed(&snapshot));
        }
        if tier::is_archived(&snapshot) {
            return Err(ApiError::new("IncorrectState", format!("The snapshot {} is already archived.", snapshot.id)));
        }
        if let Some(image) = call.view.find::<Image>("snapshot", &snapshot.id).next() {
            return Err(ApiError::new(
                "InvalidSnapshot.InUse",
                format!("The snapshot {} is currently in use by {}", snapshot.id, image.id),
            ));
        }
        let mut after = snapshot.record.clone();
        after.tiering =
            Some(SnapshotTiering { place: SnapshotPlace::Archive, moved_ms: call.now_ms, archived_ms: call.now_ms });
        let mut edit = Edit::new();
        edit.update(&snapshot, &after);
        // No image may begin to use it meanwhile.
        edit.require_childless(&snapshot.id);
        let started = Timestamp(call.now_ms);
        Plan::change(edit, move |_| {
            Ok(ec2::ModifySnapshotTierResult {
                snapshot_id: Some(after.id.to_string()),
                tiering_start_time: Some(started),
            })
        })
    }
}

//! DeleteSnapshot. Volumes that were made of it keep their content.

use model::{
    ApiError,
    records::{BinnedSnapshot, Image, Retained, Snapshot, SnapshotState},
};
use wire::ec2;

use super::lock;
use crate::{
    action::{Action, Call, Output, Plan},
    controllers::release,
    edit::Edit,
    recycle_bin,
    view::Row,
};

pub struct DeleteSnapshot;

impl Action for DeleteSnapshot {
    type Input = ec2::DeleteSnapshotRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let snapshot = super::own(&call.view, input.snapshot_id.as_deref())?;
        if let Some(image) = call.view.find::<Image>("snapshot", &snapshot.id).next() {
            return Err(ApiError::new(
                "InvalidSnapshot.InUse",
                format!("The snapshot {} is currently in use by {}", snapshot.id, image.id),
            ));
        }
        if lock::holds(&snapshot, call.now_ms) {
            return Err(lock::not_permitted(&snapshot, "is locked and can't be deleted"));
        }
        let mut edit = Edit::new();
        delete(call, &mut edit, &snapshot);
        // No image may begin to use it meanwhile.
        edit.require_childless(&snapshot.id);
        Plan::change(edit, |_| Ok(ec2::DeleteSnapshotResult {}))
    }
}

/// Adds the deletion of a snapshot to an edit; a retention rule may keep it in the recycle bin. That no image uses it is for the caller to see to.
pub fn delete(call: &Call, edit: &mut Edit, snapshot: &Row<Snapshot>) {
    edit.delete(snapshot);
    release::untag_all(edit, &call.view, &snapshot.id);
    let exit_ms = recycle_bin::exit_ms(call, Retained::Snapshots, &snapshot.id);
    if let Some(exit_ms) = exit_ms.filter(|_| snapshot.state == SnapshotState::Completed) {
        edit.create(&BinnedSnapshot {
            id: snapshot.id.clone(),
            account: snapshot.account.clone(),
            created_ms: snapshot.created_ms,
            snapshot: snapshot.record.clone(),
            tags: recycle_bin::tags(&call.view, &snapshot.id),
            entered_ms: call.now_ms,
            exit_ms,
            rest: Default::default(),
        });
    }
}

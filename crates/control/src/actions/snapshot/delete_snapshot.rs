//! DeleteSnapshot. Volumes that were made of it keep their content.

use model::{
    ApiError,
    records::{Image, Snapshot},
};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    controllers::release,
    edit::Edit,
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
        let mut edit = Edit::new();
        delete(call, &mut edit, &snapshot);
        // No image may begin to use it meanwhile.
        edit.require_childless(&snapshot.id);
        Plan::change(edit, |_| Ok(ec2::DeleteSnapshotResult {}))
    }
}

/// Adds the deletion of a snapshot to an edit; that no image uses it is for the caller to see to.
pub fn delete(call: &Call, edit: &mut Edit, snapshot: &Row<Snapshot>) {
    edit.delete(snapshot);
    release::untag_all(edit, &call.view, &snapshot.id);
}

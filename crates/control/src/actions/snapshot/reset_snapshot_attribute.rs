//! ResetSnapshotAttribute: nobody but its owner may make volumes of the snapshot any more.

use model::ApiError;
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
};

pub struct ResetSnapshotAttribute;

impl Action for ResetSnapshotAttribute {
    type Input = ec2::ResetSnapshotAttributeRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        match input.attribute.as_deref() {
            None => return Err(ApiError::missing("attribute")),
            Some("createVolumePermission") => {}
            Some(_) => return Err(ApiError::unsupported("Only createVolumePermission of a snapshot can be reset.")),
        }
        let snapshot = super::own(&call.view, input.snapshot_id.as_deref())?;
        let mut after = snapshot.record.clone();
        after.public = false;
        after.shared_with.clear();
        let mut edit = Edit::new();
        if after != snapshot.record {
            edit.update(&snapshot, &after);
        }
        Plan::change(edit, |_| Ok(ec2::ResetSnapshotAttributeResult {}))
    }
}

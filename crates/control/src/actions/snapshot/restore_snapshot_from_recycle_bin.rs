//! RestoreSnapshotFromRecycleBin: a deleted snapshot is there again, with its id, its tags and who it is shared with.

use model::{
    ApiError,
    records::{BinnedSnapshot, Snapshot},
};
use wire::{Timestamp, ec2};

use super::{create_snapshot, take};
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    lookup::Named,
    recycle_bin,
};

pub struct RestoreSnapshotFromRecycleBin;

impl Action for RestoreSnapshotFromRecycleBin {
    type Input = ec2::RestoreSnapshotFromRecycleBinRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let id = input.snapshot_id.as_deref();
        let binned = recycle_bin::one::<BinnedSnapshot>(call, "SnapshotId", id, &Snapshot::NOUN, |row| row.exit_ms)?;
        create_snapshot::check_quota(call)?;
        let mut edit = Edit::new();
        edit.delete(&binned);
        take::add(&mut edit, &binned.snapshot, &binned.tags);
        let snapshot = binned.snapshot.clone();
        Plan::change(edit, move |_| {
            Ok(ec2::RestoreSnapshotFromRecycleBinResult {
                snapshot_id: Some(snapshot.id.to_string()),
                description: Some(snapshot.description.clone()),
                encrypted: Some(snapshot.encrypted),
                owner_id: Some(snapshot.account.to_string()),
                progress: Some(super::progress(&snapshot)),
                start_time: Some(Timestamp(snapshot.created_ms)),
                state: Some(snapshot.state.as_str().to_owned()),
                volume_id: Some(snapshot.volume.to_string()),
                volume_size: Some(snapshot.volume_size_gib.into()),
                ..ec2::RestoreSnapshotFromRecycleBinResult::default()
            })
        })
    }
}

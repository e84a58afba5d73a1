//! ListSnapshotsInRecycleBin: snapshots that were deleted and can be restored.

use model::{
    ApiError,
    records::{BinnedSnapshot, Snapshot},
};
use wire::{Timestamp, ec2};

use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
    lookup::Named,
    recycle_bin,
};

pub struct ListSnapshotsInRecycleBin;

impl Action for ListSnapshotsInRecycleBin {
    type Input = ec2::ListSnapshotsInRecycleBinRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked::new(&input.snapshot_ids, "snapshotIdSet", &[], input.max_results, &input.next_token);
        let page = asked.page(call, "ListSnapshotsInRecycleBin")?;
        let ids = &input.snapshot_ids;
        let found = recycle_bin::listed::<BinnedSnapshot>(call, ids, &Snapshot::NOUN, |row| row.exit_ms)?;
        let (snapshots, next_token) = page.take(call, found.iter());
        let shown = |binned: &BinnedSnapshot| ec2::SnapshotRecycleBinInfo {
            snapshot_id: Some(binned.id.to_string()),
            recycle_bin_enter_time: Some(Timestamp(binned.entered_ms)),
            recycle_bin_exit_time: Some(Timestamp(binned.exit_ms)),
            description: Some(binned.snapshot.description.clone()),
            volume_id: Some(binned.snapshot.volume.to_string()),
        };
        Ok(Plan::Answer(ec2::ListSnapshotsInRecycleBinResult {
            snapshots: snapshots.iter().map(|row| shown(row)).collect(),
            next_token,
        }))
    }
}

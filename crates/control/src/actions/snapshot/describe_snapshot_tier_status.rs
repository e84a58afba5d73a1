//! DescribeSnapshotTierStatus: where the account's snapshots are, and what the last move of each was.

use model::{
    ApiError,
    filters::FilterSpec,
    records::{Snapshot, SnapshotPlace},
};
use wire::{Timestamp, ec2};

use super::tier;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::{self, Asked, Item},
    tagging,
};

impl<'a> Item<'a, Snapshot> {
    const TIER_FILTERS: &'a [FilterSpec<Self>] = &[
        FilterSpec::field("last-tiering-operation", |snapshot, values| values.maybe(last_operation(snapshot.row))),
        FilterSpec::field("snapshot-id", |snapshot, values| values.text(&*snapshot.row.id)),
        FilterSpec::field("volume-id", |snapshot, values| values.text(&*snapshot.row.volume)),
    ];
}

pub struct DescribeSnapshotTierStatus;

impl Action for DescribeSnapshotTierStatus {
    type Input = ec2::DescribeSnapshotTierStatusRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked::new(&[], "", &input.filters, input.max_results, &input.next_token);
        let table = Item::<Snapshot>::TIER_FILTERS;
        let (snapshots, next_token) =
            listing::own(call, "DescribeSnapshotTierStatus", &asked, table, &[("volume-id", "volume")])?;
        Ok(Plan::Answer(ec2::DescribeSnapshotTierStatusResult {
            snapshot_tier_statuses: snapshots.iter().map(|snapshot| shown(call, snapshot)).collect(),
            next_token,
        }))
    }
}

/// Moves are over as soon as they are asked for.
fn last_operation(snapshot: &Snapshot) -> Option<&'static str> {
    Some(match snapshot.tiering.as_ref()?.place {
        SnapshotPlace::Archive => "archival-completed",
        SnapshotPlace::RestoredUntil { .. } => "temporary-restore-completed",
        SnapshotPlace::Restored => "permanent-restore-completed",
    })
}

fn shown(call: &Call, snapshot: &Snapshot) -> ec2::SnapshotTierStatus {
    let tiering = snapshot.tiering.as_ref();
    ec2::SnapshotTierStatus {
        snapshot_id: Some(snapshot.id.to_string()),
        volume_id: Some(snapshot.volume.to_string()),
        status: Some(snapshot.state.as_str().to_owned()),
        owner_id: Some(snapshot.account.to_string()),
        tags: tagging::shown(&call.view, &snapshot.id),
        storage_tier: Some(tier::shown(snapshot).to_owned()),
        last_tiering_start_time: tiering.map(|tiering| Timestamp(tiering.moved_ms)),
        last_tiering_progress: tiering.map(|_| 100),
        last_tiering_operation_status: last_operation(snapshot).map(str::to_owned),
        archival_complete_time: tiering.map(|tiering| Timestamp(tiering.archived_ms)),
        restore_expiry_time: tier::restored_until_ms(snapshot).map(Timestamp),
        ..ec2::SnapshotTierStatus::default()
    }
}

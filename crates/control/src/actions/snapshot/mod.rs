//! Snapshots.

pub mod audience;
pub mod copy_snapshot;
pub mod create_snapshot;
mod create_snapshots;
pub mod delete_snapshot;
mod describe_locked_snapshots;
mod describe_snapshot_attribute;
mod describe_snapshot_tier_status;
mod describe_snapshots;
mod disable_snapshot_block_public_access;
mod enable_snapshot_block_public_access;
mod get_snapshot_block_public_access_state;
mod list_snapshots_in_recycle_bin;
pub mod lock;
mod lock_snapshot;
mod modify_snapshot_attribute;
mod modify_snapshot_tier;
pub mod owners;
mod reset_snapshot_attribute;
mod restore_snapshot_from_recycle_bin;
mod restore_snapshot_tier;
pub mod take;
pub mod tier;
mod unlock_snapshot;

pub use copy_snapshot::CopySnapshot;
pub use create_snapshot::CreateSnapshot;
pub use create_snapshots::CreateSnapshots;
pub use delete_snapshot::DeleteSnapshot;
pub use describe_locked_snapshots::DescribeLockedSnapshots;
pub use describe_snapshot_attribute::DescribeSnapshotAttribute;
pub use describe_snapshot_tier_status::DescribeSnapshotTierStatus;
pub use describe_snapshots::DescribeSnapshots;
pub use disable_snapshot_block_public_access::DisableSnapshotBlockPublicAccess;
pub use enable_snapshot_block_public_access::EnableSnapshotBlockPublicAccess;
pub use get_snapshot_block_public_access_state::GetSnapshotBlockPublicAccessState;
pub use list_snapshots_in_recycle_bin::ListSnapshotsInRecycleBin;
pub use lock_snapshot::LockSnapshot;
use model::{
    ApiError,
    records::{FileSystems, Snapshot, SnapshotState},
};
pub use modify_snapshot_attribute::ModifySnapshotAttribute;
pub use modify_snapshot_tier::ModifySnapshotTier;
pub use reset_snapshot_attribute::ResetSnapshotAttribute;
pub use restore_snapshot_from_recycle_bin::RestoreSnapshotFromRecycleBin;
pub use restore_snapshot_tier::RestoreSnapshotTier;
use std::sync::Arc;
pub use unlock_snapshot::UnlockSnapshot;
use wire::{Timestamp, ec2};

use crate::{
    lookup, tagging,
    view::{AccountView, Row},
};

/// Snapshots that an account may have in a region.
pub const QUOTA: usize = 100_000;

/// What a snapshot says of its volume when it was made of none, as a copy is.
pub const NO_VOLUME: &str = "vol-ffffffff";

/// A snapshot as answers show it.
pub fn shown(view: &AccountView, snapshot: &Snapshot) -> ec2::Snapshot {
    ec2::Snapshot {
        snapshot_id: Some(snapshot.id.to_string()),
        volume_id: Some(snapshot.volume.to_string()),
        volume_size: Some(snapshot.volume_size_gib.into()),
        state: Some(snapshot.state.as_str().to_owned()),
        state_message: message(snapshot),
        start_time: Some(Timestamp(snapshot.created_ms)),
        completion_time: snapshot.completed_ms.map(Timestamp),
        progress: Some(progress(snapshot)),
        owner_id: Some(snapshot.account.to_string()),
        owner_alias: owners::alias(&snapshot.account).map(str::to_owned),
        description: Some(snapshot.description.clone()),
        encrypted: Some(snapshot.encrypted),
        kms_key_id: snapshot.kms_key.clone(),
        storage_tier: Some(tier::shown(snapshot).to_owned()),
        restore_expiry_time: tier::restored_until_ms(snapshot).map(Timestamp),
        transfer_type: (snapshot.volume.as_str() == NO_VOLUME).then(|| "standard".into()),
        full_snapshot_size_in_bytes: snapshot.full_bytes.and_then(|bytes| i64::try_from(bytes).ok()),
        tags: tagging::shown(view, &snapshot.id),
        ..ec2::Snapshot::default()
    }
}

/// What went wrong, or else what its content can be relied on for.
fn message(snapshot: &Snapshot) -> Option<String> {
    snapshot.problem.clone().or_else(|| {
        Some(match snapshot.file_systems.as_ref()? {
            FileSystems::Frozen => "The guest's file systems were frozen at the snapshot's moment.".into(),
            FileSystems::InUse { reason } => {
                format!("The guest's file systems were in use at the snapshot's moment: {reason}.")
            }
        })
    })
}

/// As `80%`.
fn progress(snapshot: &Snapshot) -> String {
    match snapshot.state {
        SnapshotState::Completed => "100%".into(),
        SnapshotState::Pending | SnapshotState::Error => format!("{}%", snapshot.progress),
    }
}

/// A snapshot that the request must name and the caller must own to do this with it.
fn own(view: &AccountView, id: Option<&str>) -> Result<Arc<Row<Snapshot>>, ApiError> {
    let id = id.filter(|id| !id.is_empty()).ok_or_else(|| ApiError::missing("SnapshotId"))?;
    // One that is seen and not owned is shared, so that it exists is no secret.
    lookup::one::<Snapshot>(view, id)?;
    view.get(id).ok_or_else(|| ApiError {
        status: 403,
        code: "AuthFailure".into(),
        message: format!("Not authorized for snapshot:{id}"),
    })
}

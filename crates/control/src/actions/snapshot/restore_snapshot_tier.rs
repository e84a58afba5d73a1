//! RestoreSnapshotTier: an archived snapshot can be used again, for some days or for good.

use model::{ApiError, records::SnapshotPlace};
use wire::{Timestamp, ec2};

use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;
const MAX_DAYS: i64 = 365;

pub struct RestoreSnapshotTier;

impl Action for RestoreSnapshotTier {
    type Input = ec2::RestoreSnapshotTierRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let snapshot = super::own(&call.view, input.snapshot_id.as_deref())?;
        let permanent = input.permanent_restore == Some(true);
        let place = match (permanent, input.temporary_restore_days) {
            (true, None) => SnapshotPlace::Restored,
            (false, Some(days)) if (1..=MAX_DAYS).contains(&days) => {
                SnapshotPlace::RestoredUntil { ms: call.now_ms + days * DAY_MS }
            }
            (false, Some(days)) => {
                return Err(ApiError::invalid_value("temporaryRestoreDays", days, "It must be from 1 to 365."));
            }
            (true, Some(_)) | (false, None) => {
                return Err(ApiError::combination("Specify either TemporaryRestoreDays or PermanentRestore."));
            }
        };
        let mut after = snapshot.record.clone();
        match &mut after.tiering {
            // One that is restored for some days can be restored for more, or for good.
            Some(tiering) if tiering.place != SnapshotPlace::Restored => {
                tiering.place = place;
                tiering.moved_ms = call.now_ms;
            }
            _ => {
                return Err(ApiError::new("IncorrectState", format!("The snapshot {} is not archived.", snapshot.id)));
            }
        }
        let mut edit = Edit::new();
        edit.update(&snapshot, &after);
        let (started, days) = (Timestamp(call.now_ms), input.temporary_restore_days);
        Plan::change(edit, move |_| {
            Ok(ec2::RestoreSnapshotTierResult {
                snapshot_id: Some(after.id.to_string()),
                restore_start_time: Some(started),
                restore_duration: days,
                is_permanent_restore: Some(permanent),
            })
        })
    }
}

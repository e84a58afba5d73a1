//! The archive: snapshots that are kept there can't be used before they are restored.

use model::records::{Snapshot, SnapshotPlace};

/// Whether its content can be read.
pub fn is_archived(snapshot: &Snapshot) -> bool {
    match snapshot.tiering.as_ref().map(|tiering| tiering.place) {
        Some(SnapshotPlace::Archive) => true,
        Some(SnapshotPlace::RestoredUntil { .. } | SnapshotPlace::Restored) | None => false,
    }
}

pub fn shown(snapshot: &Snapshot) -> &'static str {
    if is_archived(snapshot) { "archive" } else { "standard" }
}

/// When it goes back to the archive.
pub fn restored_until_ms(snapshot: &Snapshot) -> Option<i64> {
    match snapshot.tiering.as_ref()?.place {
        SnapshotPlace::RestoredUntil { ms } => Some(ms),
        SnapshotPlace::Archive | SnapshotPlace::Restored => None,
    }
}

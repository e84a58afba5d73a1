//! What has changed since a snapshot: known by a bitmap in the memory of the QEMU that has the volume.
//!
//! ```text
//!   copy of snap-1 ─▶ bitmap since-snap-1 begins ─▶ snap-1 is in the vault ─▶ since/<vol>.json: snap-1 and its root
//!   copy of snap-2 ─▶ is since-snap-1 there? ─ yes ─▶ only what it notes is copied, over snap-1's root
//!                                            └ no ──▶ all is copied: QEMU or the disk is another one than then
//! ```
//! The bitmap's name says which snapshot it stands on, it begins before that snapshot's moment and is never cleared, and
//! nobody but its QEMU writes to the volume. So whatever is on record here, a bitmap that is there by that name has noted
//! every write since; at worst some more. What is on record is one thing more: a root that the vault has to keep.
//!
//! A volume that has never been written to is as its origin. Its first QEMU notes everything, in `since-origin`, so that also
//! the first snapshot copies only what is new. That stands on the origin, as long as the volume itself does.

use std::path::PathBuf;

use model::{SnapshotId, VolumeId};
use serde::{Deserialize, Serialize};
use vault::Job;

use super::{DiskError, Disks, base, snapshot::remove};
use crate::vm::folder::{read_json, write_json};

/// What `since/<vol>.json` keeps: the last snapshot from which on the volume's QEMU has noted changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Since {
    /// The bitmap's name.
    mark: String,
    root: String,
    /// No QEMU has had it yet.
    #[serde(default)]
    untouched: bool,
    /// Other bitmaps, which the next copy is to remove.
    #[serde(default)]
    stale: Vec<String>,
}

/// Stale bitmaps that are remembered. More come together only where snapshots are given up and no copy is made.
const STALE_MARKS: usize = 16;

fn shortened(mut stale: Vec<String>, one_more: String) -> Vec<String> {
    stale.retain(|known| *known != one_more);
    stale.push(one_more);
    stale.split_off(stale.len().saturating_sub(STALE_MARKS))
}

impl Since {
    /// What the vault has to keep for it: the origin it keeps already, for the volume's sake.
    pub(super) fn root_of_its_own(self) -> Option<String> {
        (self.mark != FROM_ORIGIN).then_some(self.root)
    }
}

/// A snapshot that a copy may build upon, if the bitmap is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parent {
    /// The bitmap's name.
    pub mark: String,
    pub root: String,
}

/// The bitmap that notes what changes from the volume's beginning on.
pub const FROM_ORIGIN: &str = "since-origin";

/// The name of the bitmap that notes what changes from a snapshot on.
pub fn mark(snapshot: &SnapshotId) -> String {
    format!("since-{snapshot}")
}

impl Disks {
    /// The snapshot that a copy of the volume may build upon. The job keeps it in the vault.
    pub(super) async fn parent(&self, volume: &VolumeId) -> Result<Option<(Parent, Job)>, DiskError> {
        let (disks, of) = (self.clone(), volume.clone());
        let found = tokio::task::spawn_blocking(move || disks.find_parent(&of)).await;
        Ok(found.map_err(|_| DiskError::Interrupted)?.unwrap_or_else(|error| {
            tracing::warn!(%volume, "its last snapshot can't be built upon, and all is copied: {error}");
            None
        }))
    }

    fn find_parent(&self, volume: &VolumeId) -> Result<Option<(Parent, Job)>, DiskError> {
        let Some(Since { mark, root, untouched: false, .. }) = self.since(volume)? else { return Ok(None) };
        let job = self.inner.vault.begin_job(&[base::parse_root(&root)?])?;
        // Asked when the job is there, and keeps what is still there now.
        let origin = self.record(volume)?.and_then(|record| record.origin);
        let is_kept = mark != FROM_ORIGIN || origin.as_ref() == Some(&root);
        Ok(is_kept.then_some((Parent { mark, root }, job)))
    }

    fn since(&self, volume: &VolumeId) -> Result<Option<Since>, DiskError> {
        read_json(&self.since_path(volume)).map_err(DiskError::io(format!("reading since when {volume} is followed")))
    }

    fn write_since(&self, volume: &VolumeId, since: &Since) -> Result<(), DiskError> {
        write_json(&self.since_path(volume), since)
            .map_err(DiskError::io(format!("noting since when {volume} is followed")))
    }

    /// A volume is made: it is as its origin.
    pub(super) fn note_untouched(&self, volume: &VolumeId, origin: Option<&str>) -> Result<(), DiskError> {
        let Some(root) = origin else { return Ok(()) };
        let since = Since { mark: FROM_ORIGIN.to_owned(), root: root.to_owned(), untouched: true, stale: vec![] };
        self.write_since(volume, &since)
    }

    /// A QEMU is about to get the volume, and has noted nothing yet. From here on it may be written to.
    pub(super) fn begin_to_follow(&self, volume: &VolumeId) -> Result<(), DiskError> {
        match self.since(volume) {
            Ok(Some(since @ Since { untouched: true, .. })) => {
                self.write_since(volume, &Since { untouched: false, ..since })
            }
            // Also what isn't understood.
            _ => self.forget_since(volume),
        }
    }

    /// Whether the QEMU that is about to run with the volume has to note everything, in [`FROM_ORIGIN`].
    pub fn is_followed_from_origin(&self, volume: &VolumeId) -> bool {
        self.since(volume).is_ok_and(|since| since.is_some_and(|since| since.mark == FROM_ORIGIN && !since.untouched))
    }

    /// Bitmaps of the volume that nobody needs any more. Some of them may be gone.
    pub(super) fn stale_marks(&self, volume: &VolumeId) -> Vec<String> {
        self.since(volume).ok().flatten().map_or(Vec::new(), |since| since.stale)
    }

    /// Notes that a snapshot of a volume is in the vault, whose QEMU has noted since what changes. The caller holds the job
    /// that has made it.
    pub(super) fn note_since(&self, volume: &VolumeId, snapshot: &SnapshotId, root: &str) {
        let _one_at_a_time = self.following();
        if self.instance_with(volume).is_none() {
            // The bitmap went with its QEMU.
            return;
        }
        let stale = match self.since(volume) {
            Ok(Some(Since { mark, stale, .. })) => shortened(stale, mark),
            _ => Vec::new(),
        };
        let since = Since { mark: mark(snapshot), root: root.to_owned(), untouched: false, stale };
        if let Err(error) = self.write_since(volume, &since) {
            // The one before it, if there is one, is as good and takes longer.
            tracing::warn!(%snapshot, "{error}");
        }
    }

    /// Notes that a snapshot of a volume is given up that its QEMU may have begun to follow it from.
    pub(super) fn note_stale(&self, volume: &VolumeId, snapshot: &SnapshotId) {
        let _one_at_a_time = self.following();
        let Ok(Some(since)) = self.since(volume) else { return };
        if since.mark == mark(snapshot) {
            return;
        }
        let since = Since { stale: shortened(since.stale, mark(snapshot)), ..since };
        if let Err(error) = self.write_since(volume, &since) {
            // Then its QEMU has one bitmap too many.
            tracing::debug!(%snapshot, "{error}");
        }
    }

    fn following(&self) -> std::sync::MutexGuard<'_, ()> {
        self.inner.following.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// The QEMU that had the volume has it no more, and there is no bitmap: the vault needn't keep anything for it.
    pub fn forget_since(&self, volume: &VolumeId) -> Result<(), DiskError> {
        let _one_at_a_time = self.following();
        remove(&self.since_path(volume))
    }

    fn since_path(&self, volume: &VolumeId) -> PathBuf {
        self.path(format!("since/{volume}.json"))
    }
}

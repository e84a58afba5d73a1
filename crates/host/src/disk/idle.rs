//! Volumes that become independent of their snapshots while no VM has them: detached ones, and those of instances that are
//! down. What a running VM has is its QEMU's to copy, see `vm::real::stream`.
//!
//! ```text
//!   idle ── for some time, and none before it ──▶ copying: a qemu-img writes what the file doesn't have from the snapshot
//!    ▲                                             │  │  └─ it ends well ─▶ flushed ▶ on record ─▶ independent
//!    │                                             │  └─ it fails, or room is short ─▶ idle, for a minute at least
//!    └─ killed, its end waited for, given back ◀───┘ somebody wants the volume
//! ```
//! Nobody ever waits for more than a process to die: the volume is held only until it is wanted (`take_until_wanted`), be it
//! for a VM, a snapshot, to grow or to be removed. A copy that was killed, by us or with the agent (which it doesn't outlive),
//! leaves a file that has some more of its content and is as good as before; what was copied is not copied again. Should a
//! QEMU have the file that this agent doesn't know of yet, its lock on the file refuses us.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use model::VolumeId;
use tokio::time::{Instant, interval, sleep};

use super::{DiskError, Disks, base, lease::Wanted, volume::VolumeRecord};
use crate::qemu::img::{self, FillIn};

/// How often idle volumes are looked for.
const LOOK_EVERY: Duration = Duration::from_secs(2);
/// How often it is looked whether there is still room.
const ROOM_EVERY: Duration = Duration::from_secs(1);
/// How long until what failed is tried again, or what found no room.
const TRY_AGAIN: Duration = Duration::from_secs(60);

/// What became of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Attempt {
    Independent,
    /// Somebody has or wants it.
    Wanted,
    NoRoom,
}

impl Disks {
    /// Makes idle volumes independent, one at a time, for as long as it is polled. `after`: how long one has to be idle
    /// before.
    pub async fn fill_in_idle(self, after: Duration) {
        let mut due: BTreeMap<VolumeId, Instant> = BTreeMap::new();
        loop {
            sleep(LOOK_EVERY).await;
            let disks = self.clone();
            let idle = match tokio::task::spawn_blocking(move || disks.idle_volumes()).await {
                Ok(Ok(idle)) => idle,
                Ok(Err(error)) => {
                    tracing::warn!("looking for volumes that nobody has: {error}");
                    continue;
                }
                Err(_) => continue,
            };
            due.retain(|volume, _| idle.contains(volume));
            for volume in idle {
                due.entry(volume).or_insert_with(|| Instant::now() + after);
            }
            let next = due.iter().min_by_key(|(_, at)| **at).filter(|(_, at)| **at <= Instant::now());
            let Some(volume) = next.map(|(volume, _)| volume.clone()) else { continue };
            let again = match self.fill_in(&volume, None).await {
                Ok(Attempt::Independent) => {
                    tracing::info!(%volume, "it is independent of its snapshot");
                    TRY_AGAIN
                }
                Ok(Attempt::Wanted) => after,
                Ok(Attempt::NoRoom) => TRY_AGAIN,
                Err(error) => {
                    tracing::warn!(%volume, "it is not independent yet: {error}");
                    TRY_AGAIN
                }
            };
            due.insert(volume, Instant::now() + again);
        }
    }

    /// Volumes that lack content and that nobody has.
    fn idle_volumes(&self) -> Result<BTreeSet<VolumeId>, DiskError> {
        let lacking = self.volume_records()?.into_iter().filter(|(_, record)| record.origin.is_some());
        Ok(lacking.map(|(volume, _)| volume).filter(|volume| !self.is_held(volume)).collect())
    }

    /// Copies what one volume doesn't have yet, unless somebody wants it. `rate`: bytes a second, if not as usual.
    pub(super) async fn fill_in(&self, volume: &VolumeId, rate: Option<u64>) -> Result<Attempt, DiskError> {
        let Some((_lease, wanted)) = self.take_until_wanted(volume) else { return Ok(Attempt::Wanted) };
        // It may have been removed since it was listed.
        let Some(record) = self.record(volume)? else { return Ok(Attempt::Wanted) };
        let Some(root) = &record.origin else { return Ok(Attempt::Independent) };
        let Some(to_copy) = self.to_copy(volume)? else { return Ok(Attempt::Independent) };
        let attempt = self.run_fill_in(volume, &record, root, rate.unwrap_or(to_copy.rate), &wanted).await?;
        if attempt == Attempt::Independent {
            let image = self.image_path(volume);
            let synced = tokio::task::spawn_blocking(move || std::fs::File::open(image)?.sync_all()).await;
            let synced = synced.map_err(|_| DiskError::Interrupted)?;
            synced.map_err(DiskError::io(format!("writing {volume} out")))?;
            self.note_independence(volume)?;
            // No QEMU has it, so there is no bitmap that could stand on the snapshot.
            self.forget_since(volume)?;
        }
        Ok(attempt)
    }

    async fn run_fill_in(
        &self,
        volume: &VolumeId,
        record: &VolumeRecord,
        root: &str,
        rate: u64,
        wanted: &Wanted,
    ) -> Result<Attempt, DiskError> {
        // An encrypted volume's snapshot is never a file.
        let base = if record.key.is_some() { base::served(root)? } else { self.base(root)? };
        let mut running = FillIn::start(img::FillInSpec {
            host_dir: &self.inner.host_dir,
            file: &format!("volumes/{volume}.qcow2"),
            base: &base,
            secret: record.key.as_ref().map(|key| self.secret(key)).transpose()?,
            rate,
            user: self.inner.user,
        })
        .await?;
        let mut room = interval(ROOM_EVERY);
        loop {
            tokio::select! {
                ended = running.ended() => return Ok(ended.map(|()| Attempt::Independent)?),
                () = wanted.heard() => {
                    running.kill().await;
                    return Ok(Attempt::Wanted);
                }
                _ = room.tick() => {
                    if self.is_short_of_room() {
                        running.kill().await;
                        return Ok(Attempt::NoRoom);
                    }
                }
            }
        }
    }
}

//! Volumes that become independent of their snapshots while their guests run.
//!
//! ```text
//!   t-<hex> ── q-<hex> ── b-<hex>
//!   t-<hex> ── f-<hex> ── q-<hex> ── b-<hex>    at once: what the guest reads of b is kept in q by f. The job stream-<hex>,
//!                                               to which f belongs, does next to nothing: the guest boots, and needs the host
//!                                               some time later, two at a time on a host: the job copies what q doesn't have
//!   t-<hex> ── q-<hex>    b-<hex>    flushed ▶ b is removed ▶ on record
//!   t-<hex> ── q-<hex>
//! ```
//! What is read a second time is so read as fast as from any disk, and is copied only once. Where room is short nothing is
//! kept: a guest that only reads is not to be halted by a full disk.
//!
//! The record speaks of the snapshot until all is written out: an agent that is killed anywhere asks QEMU to remove b,
//! which it refuses while q needs it, and goes on from there, as QEMU copies on without one. A job that was cancelled, or has failed, leaves a
//! volume that has some more of its content and is as good as before.
//!
//! QEMU refuses to change what lies below a disk while the job runs. Who has to, holds it still (`hold_still`): that ends
//! the job, and it begins again after the last hold has been dropped.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
    time::Duration,
};

use model::VolumeId;
use tokio::{
    sync::{Notify, Semaphore},
    time::{Instant, sleep, sleep_until},
};

use super::running::QemuVm;
use crate::{
    disk::{DiskError, Disks},
    qemu::{
        block::Names,
        qmp::{
            BlockJobSetSpeed, BlockStream, BlockdevDel, HumanMonitorCommand, Job, JobCancel, Monitor, QmpError,
            QueryJobs,
        },
    },
};

/// How many volumes of a host are copied at a time.
const AT_A_TIME: usize = 2;
/// How often a job is looked after, and room.
const LOOK_EVERY: Duration = Duration::from_millis(250);
/// How often QEMU is asked about jobs that only keep what is read; what has ended is begun again.
const KEEP_EVERY: Duration = Duration::from_secs(2);
/// The rate of such a job in bytes a second: it copies one chunk (512 KiB), and the next one in half a day. Zero would be as
/// fast as it can.
const ONLY_KEEP: u64 = 1;
/// How long until a volume is tried again that was held still.
const HELD_AGAIN: Duration = Duration::from_secs(5);
/// How long until what failed is tried again, or what found no room.
const TRY_AGAIN: Duration = Duration::from_secs(60);

/// When and how much of this a host does.
pub(super) struct Streaming {
    /// How long a guest is left alone: it boots, and reads most then.
    after: Duration,
    turns: Semaphore,
}

impl Streaming {
    pub fn new(after: Duration) -> Self {
        Self { after, turns: Semaphore::new(AT_A_TIME) }
    }
}

/// The volumes of a VM that may have to be copied.
#[derive(Default)]
pub(super) struct Streams {
    /// And when that is tried next.
    due: Mutex<BTreeMap<VolumeId, Instant>>,
    changed: Notify,
    /// The one that is being copied; the others only keep what is read.
    copied: Mutex<Option<VolumeId>>,
    /// When those last began to, if nobody has held them still since.
    keeping: Mutex<BTreeMap<VolumeId, Instant>>,
    /// How many hold a volume still.
    held: Arc<Mutex<BTreeMap<VolumeId, usize>>>,
    /// Held while a job is begun or ended.
    turn: tokio::sync::Mutex<()>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Streams {
    /// The VM has this volume now.
    pub fn add(&self, volume: VolumeId, at: Instant) {
        lock(&self.due).insert(volume, at);
        self.changed.notify_one();
    }

    /// The VM has this volume no more.
    pub fn remove(&self, volume: &VolumeId) {
        lock(&self.due).remove(volume);
        lock(&self.keeping).remove(volume);
    }

    /// Those that only keep what is read.
    fn that_keep(&self) -> Vec<VolumeId> {
        let copied = lock(&self.copied).clone();
        lock(&self.due).keys().filter(|volume| copied.as_ref() != Some(volume)).cloned().collect()
    }

    /// Whether a volume that doesn't keep what is read is to begin to.
    fn is_to_keep(&self, volume: &VolumeId) -> bool {
        // What ended by itself does so again, more likely than not.
        !self.is_held(volume) && lock(&self.keeping).get(volume).is_none_or(|at| at.elapsed() >= TRY_AGAIN)
    }

    fn next(&self) -> Option<(VolumeId, Instant)> {
        lock(&self.due).iter().min_by_key(|(_, at)| **at).map(|(volume, at)| (volume.clone(), *at))
    }

    /// Puts a volume off, if the VM still has it.
    fn again(&self, volume: &VolumeId, after: Duration) {
        if let Some(at) = lock(&self.due).get_mut(volume) {
            *at = Instant::now() + after;
        }
    }

    fn is_held(&self, volume: &VolumeId) -> bool {
        lock(&self.held).contains_key(volume)
    }
}

/// A volume that is copied for as long as this lives.
struct Copying<'a>(&'a Streams);

impl<'a> Copying<'a> {
    fn new(volume: &VolumeId, streams: &'a Streams) -> Self {
        *lock(&streams.copied) = Some(volume.clone());
        Self(streams)
    }
}

impl Drop for Copying<'_> {
    fn drop(&mut self) {
        *lock(&self.0.copied) = None;
    }
}

/// A volume that is not copied for as long as this lives.
pub(super) struct Still {
    volume: VolumeId,
    held: Arc<Mutex<BTreeMap<VolumeId, usize>>>,
}

impl Still {
    fn new(volume: &VolumeId, streams: &Streams) -> Self {
        *lock(&streams.held).entry(volume.clone()).or_default() += 1;
        Self { volume: volume.clone(), held: Arc::clone(&streams.held) }
    }
}

impl Drop for Still {
    fn drop(&mut self) {
        let mut held = lock(&self.held);
        if let Some(count) = held.get_mut(&self.volume) {
            *count -= 1;
            if *count == 0 {
                held.remove(&self.volume);
            }
        }
    }
}

/// What became of an attempt.
enum Attempt {
    Independent,
    Again(Duration),
}

#[derive(Debug, thiserror::Error)]
enum StreamError {
    #[error(transparent)]
    Disk(#[from] DiskError),
    #[error(transparent)]
    Qmp(#[from] QmpError),
    #[error("QEMU has ended the copying early; there may be no room, or a block that can't be read")]
    Ended,
    #[error("QEMU can't write its disk out: {0}")]
    Flush(String),
}

/// Copies one volume after the other for as long as the VM is there.
pub(super) async fn stream_all(vm: Weak<QemuVm>) {
    loop {
        let Some(here) = vm.upgrade() else { return };
        let (streams, qemu) = (Arc::clone(&here.streams), here.qemu.clone());
        drop(here);
        let next = streams.next();
        let due = async {
            match &next {
                Some((_, at)) => sleep_until(*at).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            () = streams.changed.notified() => continue,
            () = due => {}
        }
        let Some((volume, _)) = next else { continue };
        let Ok(_turn) = qemu.inner.streaming.turns.acquire().await else { return };
        let Some(here) = vm.upgrade() else { return };
        match here.stream(&volume).await {
            Ok(Attempt::Independent) => streams.remove(&volume),
            Ok(Attempt::Again(after)) => streams.again(&volume, after),
            // It has ended; if it has not, it can't be reached.
            Err(StreamError::Qmp(QmpError::Disconnected)) => return,
            Err(error) => {
                tracing::warn!(instance = %here.instance, %volume, "it is not independent yet: {error}");
                streams.again(&volume, TRY_AGAIN);
            }
        }
    }
}

/// Has the volumes that wait for their turn keep what is read, for as long as the VM is there.
pub(super) async fn keep_all(vm: Weak<QemuVm>) {
    let mut next = Instant::now();
    loop {
        sleep(LOOK_EVERY).await;
        let Some(here) = vm.upgrade() else { return };
        // Guests read fast, and room may go as fast; QEMU needn't be asked as often.
        let volumes = here.streams.that_keep();
        if volumes.is_empty() || Instant::now() < next && !here.qemu.inner.disks.is_short_of_room() {
            continue;
        }
        next = Instant::now() + KEEP_EVERY;
        for volume in volumes {
            match here.keep(&volume).await {
                Ok(()) => {}
                Err(QmpError::Disconnected) => return,
                Err(error) => {
                    tracing::warn!(instance = %here.instance, %volume, "whether it keeps what is read: {error}")
                }
            }
        }
    }
}

/// Has a volume keep what is read of its snapshot, if it has one. It does without where QEMU refuses.
pub(super) async fn keep_what_is_read(monitor: &Monitor, disks: &Disks, volume: &VolumeId) -> Result<(), QmpError> {
    // Whoever has no record of it is told so elsewhere.
    if disks.is_short_of_room() || disks.is_independent(volume).unwrap_or(true) {
        return Ok(());
    }
    match monitor.execute(stream_at(volume, ONLY_KEEP)).await {
        Err(QmpError::Refused { description, .. }) => {
            tracing::warn!(%volume, "what is read of it is not kept: {description}");
            Ok(())
        }
        result => result.map(drop),
    }
}

/// The job at this rate, in bytes a second.
fn stream_at(volume: &VolumeId, speed: u64) -> BlockStream {
    BlockStream {
        job_id: job_name(volume),
        device: Names::of(volume).image,
        filter_node_name: format!("f-{}", volume.digits()),
        speed,
        auto_dismiss: true,
    }
}

fn job_name(volume: &VolumeId) -> String {
    format!("stream-{}", volume.digits())
}

impl QemuVm {
    /// Has the volume copied when its guest had time to boot.
    pub(super) fn stream_later(&self, volume: VolumeId) {
        self.streams.add(volume, Instant::now() + self.qemu.inner.streaming.after);
    }

    /// Ends the copying of a volume, and keeps it from beginning again for as long as what is returned lives.
    pub(super) async fn hold_still(&self, volume: &VolumeId) -> Result<Still, QmpError> {
        let still = Still::new(volume, &self.streams);
        let _turn = self.streams.turn.lock().await;
        while let Some(job) = self.stream_job(volume).await? {
            // Asking twice is harmless; it may also have ended in between.
            drop(self.monitor.execute(JobCancel { id: job.id }).await);
            sleep(Duration::from_millis(20)).await;
        }
        lock(&self.streams.keeping).remove(volume);
        Ok(still)
    }

    async fn stream_job(&self, volume: &VolumeId) -> Result<Option<Job>, QmpError> {
        let name = job_name(volume);
        Ok(self.monitor.execute(QueryJobs {}).await?.into_iter().find(|job| job.id == name))
    }

    /// Sees that a volume keeps what is read exactly if there is room.
    async fn keep(&self, volume: &VolumeId) -> Result<(), QmpError> {
        let _turn = self.streams.turn.lock().await;
        let disks = &self.qemu.inner.disks;
        match self.stream_job(volume).await? {
            // It may have ended in between.
            Some(job) if disks.is_short_of_room() => drop(self.monitor.execute(JobCancel { id: job.id }).await),
            Some(_) => {}
            None if self.streams.is_to_keep(volume) && self.leases().contains_key(volume) => {
                keep_what_is_read(&self.monitor, disks, volume).await?;
                lock(&self.streams.keeping).insert(volume.clone(), Instant::now());
            }
            None => {}
        }
        Ok(())
    }

    async fn stream(&self, volume: &VolumeId) -> Result<Attempt, StreamError> {
        let _copying;
        {
            let _turn = self.streams.turn.lock().await;
            _copying = Copying::new(volume, &self.streams);
            if self.streams.is_held(volume) {
                return Ok(Attempt::Again(HELD_AGAIN));
            }
            if !self.leases().contains_key(volume) {
                return Ok(Attempt::Again(TRY_AGAIN));
            }
            if self.qemu.inner.disks.is_independent(volume)? {
                return Ok(Attempt::Independent);
            }
            // It keeps what is read by now. An earlier agent may have begun to copy, or even ended it.
            let job = self.stream_job(volume).await?;
            if job.is_none() && self.is_independent_now(volume).await? {
                return Ok(Attempt::Independent);
            }
            let Some(to_copy) = self.qemu.inner.disks.to_copy(volume)? else { return Ok(Attempt::Independent) };
            match job {
                // It may have ended in between.
                Some(job) => {
                    drop(self.monitor.execute(BlockJobSetSpeed { device: job.id, speed: to_copy.rate }).await);
                }
                None => {
                    self.monitor.execute(stream_at(volume, to_copy.rate)).await?;
                }
            }
        }
        loop {
            let turn = self.streams.turn.lock().await;
            if let Some(job) = self.stream_job(volume).await? {
                if self.qemu.inner.disks.is_short_of_room() {
                    drop(self.monitor.execute(JobCancel { id: job.id }).await);
                }
                drop(turn);
                sleep(LOOK_EVERY).await;
                continue;
            }
            if self.streams.is_held(volume) {
                return Ok(Attempt::Again(HELD_AGAIN));
            }
            if !self.is_independent_now(volume).await? {
                return Err(StreamError::Ended);
            }
            tracing::info!(instance = %self.instance, %volume, "it is independent of its snapshot");
            return Ok(Attempt::Independent);
        }
    }

    /// Looks whether all of the volume's content is in its file, and then notes it.
    async fn is_independent_now(&self, volume: &VolumeId) -> Result<bool, StreamError> {
        let names = Names::of(volume);
        // The job doesn't flush what it has written, and nothing else of the monitor's does that alone.
        let line = format!("qemu-io {} flush", names.image);
        let said = self.monitor.execute(HumanMonitorCommand { line }).await?;
        if !said.is_empty() {
            return Err(StreamError::Flush(said.trim().to_owned()));
        }
        // QEMU refuses as long as anything is above it: that is the question, and what is noted is true.
        match self.monitor.execute(BlockdevDel { node: names.base }).await {
            Err(QmpError::Refused { description, .. })
                if description.contains("is busy") || description.contains("in use") =>
            {
                Ok(false)
            }
            Err(error) if !error.is_not_found() => Err(error.into()),
            _ => {
                self.qemu.inner.disks.note_independence(volume)?;
                Ok(true)
            }
        }
    }
}

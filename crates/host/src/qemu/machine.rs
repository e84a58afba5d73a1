//! What a VM is made of, in our words. `vm::plan` decides it, `argv` spells it.
//!
//! All paths are relative to the host's folder, which is QEMU's working directory: an unprivileged QEMU could not walk
//! to an absolute one through a data directory that is closed to others.

use std::path::PathBuf;

use hostlink::Architecture;
use model::{InstanceId, NetworkInterfaceId, VolumeId};
use serde::{Deserialize, Serialize};

/// Slots for disks: 0 is the root disk.
pub const DISK_SLOTS: u8 = 16;
/// Slots for network interfaces.
pub const NIC_SLOTS: u8 = 8;

/// What runs the guest's instructions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Accelerator {
    /// The processor itself.
    Kvm,
    /// QEMU's translator.
    Tcg,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Machine {
    pub instance: InstanceId,
    pub architecture: Architecture,
    pub accelerator: Accelerator,
    /// Pinned, as `pc-q35-10.0`.
    pub machine_type: String,
    /// As `-cpu` takes it.
    pub cpu: String,
    pub vcpus: u32,
    pub memory_mib: u64,
    pub firmware: Firmware,
    /// Begins with `ec2`, which stock cloud-init takes for EC2.
    pub uuid: String,
    pub generation_id: String,
    /// Shown to the guest as the product's name.
    pub instance_type: String,
    pub disks: Vec<Disk>,
    pub nics: Vec<Nic>,
    /// `instances/<id>`.
    pub folder: String,
}

/// What starts the guest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Firmware {
    /// QEMU's own SeaBIOS.
    Bios,
    /// UEFI: the code, shared and read-only, and this machine's own variables.
    Uefi { code: PathBuf, variables: String },
}

/// A disk and what it is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disk {
    pub volume: VolumeId,
    pub slot: u8,
    /// The volume's qcow2 file.
    pub file: String,
    /// What lies below it, until it is independent of the snapshot that it began as.
    pub base: Option<Base>,
    /// Whether the file is encrypted: QEMU then has its secret as an object.
    pub encrypted: bool,
    pub limits: Limits,
}

/// The content of a snapshot below a volume's file. It never changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Base {
    /// All of it in a raw file, as an earlier Fogbank unpacked it.
    File(String),
    /// Block by block as it is read, from the server on a unix socket.
    Served { socket: String, root: String },
}

/// What a volume's type allows; 0 is no limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    pub iops: u32,
    pub throughput_mib: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nic {
    pub interface: NetworkInterfaceId,
    pub slot: u8,
    pub mac: String,
}

/// An open file that QEMU inherits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Descriptor {
    /// The listening socket of the monitor.
    Monitor,
    /// The listening socket of the serial console.
    Console,
    /// The listening socket of the guest agent's channel.
    GuestAgent,
    /// `/dev/kvm`, which QEMU's user may not be allowed to open.
    Kvm,
    /// The tap of an interface.
    Tap(NetworkInterfaceId),
    /// The secret of an encrypted volume.
    Secret(VolumeId),
}

impl Machine {
    /// What QEMU has to inherit.
    pub fn descriptors(&self) -> Vec<Descriptor> {
        let mut descriptors = vec![Descriptor::Monitor, Descriptor::Console, Descriptor::GuestAgent];
        if self.accelerator == Accelerator::Kvm {
            descriptors.push(Descriptor::Kvm);
        }
        descriptors.extend(self.nics.iter().map(|nic| Descriptor::Tap(nic.interface.clone())));
        let encrypted = self.disks.iter().filter(|disk| disk.encrypted);
        descriptors.extend(encrypted.map(|disk| Descriptor::Secret(disk.volume.clone())));
        descriptors
    }
}

//! Disks as QEMU is told of them: the same JSON at the command line (`-object`, `-blockdev`, `-device`) and over QMP.
//!
//! ```text
//!   disk-<hex>   virtio-blk-pci on its slot's root port
//!     └─ t-<hex>   throttle, by the group g-<hex>      always there, so that limits may change live
//!          └─ q-<hex>   qcow2, the volume's file
//!               └─ b-<hex>   read-only base: given here and not in the file's header
//! ```
//! The secret of an encrypted file is the object `x-<hex>`, which it is opened with.
//!
//! `<hex>` is the volume's id without `vol-`. Names of nodes have 31 characters at most.
//!
//! A base is served by the agent. While the agent is away a read of what is not loaded yet waits, for up to a day; what it
//! fails by then, or by a block that can't be read, halts the guest instead of being shown to it (`rerror`, `werror`), and
//! is tried again.

use std::os::fd::RawFd;

use model::VolumeId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{
    machine::{Base, Disk, Limits},
    secret::Secret,
};

/// The names of one disk's parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    pub device: String,
    pub throttle: String,
    pub group: String,
    pub image: String,
    pub base: String,
}

impl Names {
    pub fn of(volume: &VolumeId) -> Self {
        let hex = volume.digits();
        Self {
            device: format!("disk-{hex}"),
            throttle: format!("t-{hex}"),
            group: format!("g-{hex}"),
            image: format!("q-{hex}"),
            base: format!("b-{hex}"),
        }
    }
}

/// The name of the object that holds a volume's secret.
pub fn secret_name(volume: &VolumeId) -> String {
    format!("x-{}", volume.digits())
}

/// The same from the names of the other parts.
pub fn secret_beside(names: &Names) -> String {
    names.group.replacen('g', "x", 1)
}

/// The object of a volume's secret, which QEMU inherits as an open file.
pub fn inherited_secret(volume: &VolumeId, descriptor: RawFd) -> Value {
    json!({ "qom-type": "secret", "id": secret_name(volume), "file": format!("/proc/self/fd/{descriptor}") })
}

/// The same, told over QMP.
pub fn told_secret(volume: &VolumeId, secret: &Secret) -> Value {
    json!({ "qom-type": "secret", "id": secret_name(volume), "data": secret.as_str() })
}

/// What an encrypted qcow2 file of a volume is opened with.
pub fn encryption(volume: &VolumeId) -> Value {
    json!({ "format": "luks", "key-secret": secret_name(volume) })
}

/// How long a read waits for an agent that is away: a day.
const RECONNECT_S: u32 = 24 * 60 * 60;
/// How long a QEMU that starts does.
const OPEN_S: u32 = 10;

/// What QEMU is told of one disk, in the order in which it has to hear it.
#[derive(Clone, Debug, PartialEq)]
pub struct DiskParts {
    pub group: Value,
    pub nodes: Vec<Value>,
    pub device: Value,
}

impl DiskParts {
    /// The parts of a disk. `boots`: the firmware starts from it.
    pub fn of(disk: &Disk, boots: bool) -> Self {
        let names = Names::of(&disk.volume);
        let mut nodes = Vec::new();
        let mut image = json!({
            "driver": "qcow2",
            "node-name": names.image,
            "discard": "unmap",
            "file": { "driver": "file", "filename": disk.file },
        });
        if disk.encrypted {
            image["encrypt"] = encryption(&disk.volume);
        }
        // Without a base the null says so: a name that a stranger wrote into the file's header is never followed.
        image["backing"] = match &disk.base {
            None => Value::Null,
            Some(base) => {
                let mut node = base_node(base);
                node["node-name"] = json!(names.base);
                node["read-only"] = json!(true);
                if let Base::Served { .. } = base {
                    node["reconnect-delay"] = json!(RECONNECT_S);
                    node["open-timeout"] = json!(OPEN_S);
                }
                nodes.push(node);
                json!(names.base)
            }
        };
        nodes.push(image);
        nodes.push(json!({
            "driver": "throttle",
            "node-name": names.throttle,
            "throttle-group": names.group,
            "file": names.image,
        }));
        let mut device = json!({
            "driver": "virtio-blk-pci",
            "id": names.device,
            "bus": disk_port(disk.slot),
            "drive": names.throttle,
            "serial": serial(&disk.volume),
            "rerror": "stop",
            "werror": "stop",
        });
        if boots {
            device["bootindex"] = json!(1);
        }
        let group = json!({ "qom-type": "throttle-group", "id": names.group, "limits": limits(disk.limits) });
        Self { group, nodes, device }
    }
}

/// A base as whoever opens it is told of it; the paths are relative to the host's folder.
pub fn base_node(base: &Base) -> Value {
    match base {
        Base::File(file) => json!({ "driver": "raw", "file": { "driver": "file", "filename": file } }),
        Base::Served { socket, root } => {
            json!({ "driver": "nbd", "server": { "type": "unix", "path": socket }, "export": root })
        }
    }
}

/// The root port that a disk of this slot is plugged into.
pub fn disk_port(slot: u8) -> String {
    format!("port-disk{slot}")
}

/// What the guest reads as the disk's serial number, and udev makes `/dev/disk/by-id/virtio-…` of. Virtio cuts it at 20
/// characters: `vol` and 17 digits fit, with the dash they don't.
pub fn serial(volume: &VolumeId) -> String {
    format!("vol{}", volume.digits())
}

/// A throttle group's `limits`. All four are always said, since what is left out keeps its old value.
pub fn limits(limits: Limits) -> Value {
    // The burst (`max`) is one second's worth; at QEMU's default of a tenth small limits would stutter.
    json!({
        "iops-total": limits.iops,
        "iops-total-max": limits.iops,
        "bps-total": u64::from(limits.throughput_mib) << 20,
        "bps-total-max": u64::from(limits.throughput_mib) << 20,
    })
}

//! Disks as QEMU is told of them: the same JSON at the command line (`-object`, `-blockdev`, `-device`) and over QMP.
//!
//! ```text
//!   disk-<hex>   virtio-blk-pci on its slot's root port
//!     └─ t-<hex>   throttle, by the group g-<hex>      always there, so that limits may change live
//!          └─ q-<hex>   qcow2, the volume's file
//!               └─ b-<hex>   raw, read-only base: given here and not in the file's header
//! ```
//! `<hex>` is the volume's id without `vol-`. Names of nodes have 31 characters at most.

use model::VolumeId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::machine::{Disk, Limits};

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
        // Without a base the null says so: a name that a stranger wrote into the file's header is never followed.
        image["backing"] = match &disk.base {
            None => Value::Null,
            Some(base) => {
                nodes.push(json!({
                    "driver": "raw",
                    "node-name": names.base,
                    "read-only": true,
                    "file": { "driver": "file", "filename": base },
                }));
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
        });
        if boots {
            device["bootindex"] = json!(1);
        }
        let group = json!({ "qom-type": "throttle-group", "id": names.group, "limits": limits(disk.limits) });
        Self { group, nodes, device }
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

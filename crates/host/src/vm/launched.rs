//! What is on disk about a running QEMU: all that the next agent goes by when it takes the VM over.
//!
//! Written before QEMU is executed and when disks come and go, removed when it has ended. A newer Fogbank reads what an
//! older one wrote, so names and sockets are kept here and not derived again.

use std::{collections::BTreeMap, fs, io};

use model::{NetworkInterfaceId, VolumeId};
use serde::{Deserialize, Serialize};

use super::folder::{InstanceFolder, read_json, write_json};
use crate::qemu::block::Names;

const FILE: &str = "launched.json";
const FORMAT: u32 = 1;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Launched {
    pub format: u32,
    /// The Fogbank that started it.
    pub fogbank: String,
    pub region: String,
    /// The machine's boot: after another one no QEMU of this one can be alive.
    pub machine_boot: String,
    pub argv: Vec<String>,
    pub started_ms: i64,
    /// The monitor's socket in the instance's folder.
    pub monitor: String,
    pub disks: BTreeMap<VolumeId, LaunchedDisk>,
    /// Absent from what version 1 first wrote: those interfaces are found in the hardware record.
    #[serde(default)]
    pub nics: BTreeMap<NetworkInterfaceId, LaunchedNic>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LaunchedDisk {
    pub slot: u8,
    /// The attachment's generation.
    pub generation: u64,
    pub names: Names,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LaunchedNic {
    pub slot: u8,
    /// The attachment's generation.
    pub generation: u64,
}

impl Launched {
    pub fn new(
        region: &str,
        argv: Vec<String>,
        started_ms: i64,
        disks: BTreeMap<VolumeId, LaunchedDisk>,
        nics: BTreeMap<NetworkInterfaceId, LaunchedNic>,
    ) -> Self {
        Self {
            format: FORMAT,
            fogbank: env!("CARGO_PKG_VERSION").to_owned(),
            region: region.to_owned(),
            machine_boot: machine_boot(),
            argv,
            started_ms,
            monitor: "qmp.sock".to_owned(),
            disks,
            nics,
        }
    }

    pub fn read(folder: &InstanceFolder) -> io::Result<Option<Self>> {
        read_json(&folder.file(FILE))
    }

    pub fn write(&self, folder: &InstanceFolder) -> io::Result<()> {
        write_json(&folder.file(FILE), self)
    }

    pub fn remove(folder: &InstanceFolder) -> io::Result<()> {
        match fs::remove_file(folder.file(FILE)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}

/// The name of the machine's present boot.
pub fn machine_boot() -> String {
    fs::read_to_string("/proc/sys/kernel/random/boot_id").map(|id| id.trim().to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file as version 1 wrote it; never changed.
    const VERSION_1: &str = r#"{
      "format": 1, "fogbank": "0.1.0", "region": "us-east-1", "machine_boot": "4a1e", "argv": ["qemu-system-x86_64"],
      "started_ms": 1767225600000, "monitor": "qmp.sock",
      "disks": {
        "vol-0123456789abcdef0": {
          "slot": 0, "generation": 1,
          "names": {
            "device": "disk-0123456789abcdef0", "throttle": "t-0123456789abcdef0", "group": "g-0123456789abcdef0",
            "image": "q-0123456789abcdef0", "base": "b-0123456789abcdef0"
          }
        }
      }
    }"#;

    #[test]
    fn what_version_1_wrote_is_understood() {
        let launched: Launched = serde_json::from_str(VERSION_1).unwrap();
        let volume = VolumeId::trusted("vol-0123456789abcdef0");
        assert_eq!(launched.disks[&volume].names, Names::of(&volume));
    }

    #[test]
    fn it_is_written_and_removed() {
        let host = tempfile::tempdir().unwrap();
        let folder = InstanceFolder::new(host.path(), &crate::vm::testing::instance_id());
        assert_eq!(Launched::read(&folder).unwrap(), None);
        folder.make(None).unwrap();
        let launched = Launched::new("us-east-1", vec!["qemu".into()], 1, BTreeMap::new(), BTreeMap::new());
        launched.write(&folder).unwrap();
        assert_eq!(Launched::read(&folder).unwrap(), Some(launched));
        Launched::remove(&folder).unwrap();
        Launched::remove(&folder).unwrap();
        assert_eq!(Launched::read(&folder).unwrap(), None);
    }
}

//! The messages themselves. JSON, one object a line, `version` first; see `port` for who carries them.

pub use model::instance::{Cause, DiskObservation, InstanceObservation, NicObservation, Phase, Reachability};
pub use model::records::FileSystems;
use model::{InstanceId, SnapshotId, VolumeId};
use serde::{Deserialize, Serialize};

use crate::spec::{Change, Desired};

/// Version of these messages. An agent answers the version it was spoken to in, this one or the one before.
pub const PROTOCOL_VERSION: u32 = 1;

/// Control plane to host.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ToHost {
    Hello {
        version: u32,
    },
    /// Replaces all that this region wanted before.
    Desired {
        region: String,
        epoch: u64,
        desired: Box<Desired>,
    },
    /// Changes what this region wants; refused unless a `Desired` of the same epoch came before.
    Patch {
        region: String,
        epoch: u64,
        changes: Vec<Change>,
    },
    Query {
        id: u64,
        query: Query,
    },
    /// Stop all VMs and end the agent (`fogbank down`).
    Shutdown,
}

/// Host to control plane.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum FromHost {
    Hello {
        version: u32,
        /// Random, new at each start of the agent.
        boot: String,
        capacity: Capacity,
    },
    Observed {
        boot: String,
        /// Grows by one with each message of this boot.
        sequence: u64,
        region: String,
        items: Vec<Observation>,
    },
    Reply {
        id: u64,
        reply: Result<Reply, QueryError>,
    },
}

/// What a host can carry in all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Capacity {
    /// Memory for guests, MiB: the machine's less 2 GiB.
    pub memory_mib: u64,
    pub vcpus: u32,
    /// False for the simulated host: nothing is limited and console queries are synthetic.
    pub real: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Observation {
    Instance(InstanceObservation),
    Volume(VolumeObservation),
    Snapshot(SnapshotObservation),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VolumeObservation {
    pub id: VolumeId,
    pub state: VolumeState,
    /// Size as the disk now has it, GiB; 0 while it has no file.
    pub size_gib: u32,
    /// Whether its file is encrypted. An agent that doesn't say so doesn't encrypt.
    #[serde(default)]
    pub encrypted: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VolumeState {
    /// Not made yet.
    Absent,
    Present,
    Gone,
    Error {
        detail: String,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnapshotObservation {
    pub id: SnapshotId,
    pub state: SnapshotState,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SnapshotState {
    /// From the first percent on the moment of the snapshot has passed: what is written then is not in it.
    Pending {
        percent: u8,
        /// Known once the moment has passed, if a guest ran then.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        file_systems: Option<FileSystems>,
    },
    Completed {
        root: String,
        /// The bytes of its blocks with data.
        #[serde(rename = "stored_bytes")]
        full_bytes: u64,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        file_systems: Option<FileSystems>,
    },
    Failed {
        detail: String,
    },
}

/// Reads that change nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Query {
    /// The last 64 KiB of the serial console.
    Console { instance: InstanceId },
    /// The screen as a picture.
    Screenshot { instance: InstanceId },
    /// Path of the console's socket, for `fogbank console` on the same machine.
    ConsoleSocket { instance: InstanceId },
    /// What the host needs of the vault. Answered from what it has on disk.
    VaultNeeds,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Reply {
    /// Base64 of the bytes and the time of the last of them, milliseconds since 1970.
    Console {
        output: String,
        at_ms: i64,
    },
    /// Base64 of a JPEG (or PNG when `format` says so).
    Screenshot {
        format: String,
        image: String,
    },
    ConsoleSocket {
        path: String,
    },
    VaultNeeds(VaultNeeds),
}

/// What a host needs of the vault.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VaultNeeds {
    /// Roots of snapshots whose blocks it will read, or has stored and said nothing of yet.
    pub roots: Vec<String>,
    /// Volumes that need nothing of what they began as. Of those that it doesn't know, nothing is said.
    pub independent: Vec<VolumeId>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum QueryError {
    #[error("the host knows no such instance")]
    NoSuchInstance,
    #[error("the instance is not running")]
    NotRunning,
    #[error("this host can't do that: {0}")]
    Unsupported(String),
    #[error("the host did not answer in time")]
    Timeout,
    #[error("the host failed: {0}")]
    Failed(String),
}

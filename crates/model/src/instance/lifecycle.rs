//! Intents and observations of an instance's power, as they are stored and as they travel.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ids::{InstanceId, NetworkInterfaceId, VolumeId};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Architecture {
    X86_64,
    I386,
    Arm64,
}

impl Architecture {
    /// AWS's name of it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::X86_64 => "x86_64",
            Self::I386 => "i386",
            Self::Arm64 => "arm64",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        [Self::X86_64, Self::I386, Self::Arm64].into_iter().find(|a| a.as_str() == text)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BootMode {
    LegacyBios,
    Uefi,
    UefiPreferred,
}

impl BootMode {
    /// AWS's name of it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LegacyBios => "legacy-bios",
            Self::Uefi => "uefi",
            Self::UefiPreferred => "uefi-preferred",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        [Self::LegacyBios, Self::Uefi, Self::UefiPreferred].into_iter().find(|b| b.as_str() == text)
    }
}

/// What was asked of an instance's power. `generation` grows with each Start, Stop and Terminate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Power {
    pub generation: u64,
    pub wanted: PowerWanted,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PowerWanted {
    Running,
    /// `force` pulls the plug; otherwise ACPI first, then the plug after a deadline.
    Stopped {
        force: bool,
    },
    /// Stopped, and everything of it on its host removed but its volumes.
    Gone,
}

/// What a host saw of an instance. Sent whenever any field changes, and for all instances after the whole desired set.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InstanceObservation {
    pub id: InstanceId,
    /// The `Power::generation` that this answers.
    pub power_generation: u64,
    pub reboot_generation: u64,
    pub phase: Phase,
    /// Why a stop, end or failure came about, when it was not asked for.
    pub cause: Option<Cause>,
    /// When the phase was entered, milliseconds since 1970.
    pub since_ms: i64,
    pub reachability: Reachability,
    /// When `reachability` last changed, milliseconds since 1970.
    pub reachability_since_ms: i64,
    pub disks: BTreeMap<VolumeId, DiskObservation>,
    /// Network interfaces that come or go after the launch; of the others nothing is said.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub interfaces: BTreeMap<NetworkInterfaceId, NicObservation>,
}

/// The host's side of an instance's life.
///
/// ```text
///   Absent ─▶ Preparing ─▶ Starting ─▶ Running ─▶ Stopping ─▶ Stopped ─▶ (Preparing …)
///                │             │          │ guest powers off / QEMU dies ──▲
///                └──── Failed ◀┘          (any, when Gone is wanted) ─▶ Gone
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Accepted, nothing made yet (queued).
    Absent,
    /// Disks and network are being made.
    Preparing,
    /// QEMU is being started.
    Starting,
    /// The VM runs, its rules and addresses are applied.
    Running,
    Stopping,
    /// No VM; disks are released and kept.
    Stopped,
    /// Could not be started; everything that was made for this start is undone.
    Failed,
    /// No VM, and nothing of it left on this host but its volumes.
    Gone,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// The guest powered itself off.
    GuestShutdown,
    /// QEMU ended by itself or was killed.
    Crashed { detail: String },
    /// The host has no room on its disk.
    DiskFull { detail: String },
    /// Anything else that went wrong on the host.
    HostError { detail: String },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reachability {
    /// Not running.
    NotApplicable,
    /// Running, has not yet taken its DHCP lease and answered ARP.
    Initializing,
    /// Has taken its lease and answers ARP.
    Passed,
    /// Was reachable and has stopped answering.
    Failed,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiskObservation {
    /// The attachment's generation that this answers.
    pub generation: u64,
    /// Plugged into the running VM; or, while no VM runs, taken in for the next start (no process holds it then).
    pub attached: bool,
    /// Why an attach or detach failed or waits.
    pub problem: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NicObservation {
    /// The attachment's generation that this answers.
    pub generation: u64,
    /// Plugged into the running VM; or, while no VM runs, taken in for the next start.
    pub attached: bool,
    /// Why an attach or detach failed or waits.
    pub problem: Option<String>,
}

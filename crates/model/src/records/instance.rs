//! Instances and what hosts saw of them.

use serde::{Deserialize, Serialize};

use super::{Rest, record};
use crate::{
    ids::{AccountId, ImageId, InstanceId, PlacementGroupId, ReservationId, SubnetId, VpcId},
    instance::{Architecture, BootMode, InstanceObservation, Power},
};

/// The intent of an instance. Its disks are the volumes whose attachment names it, its interfaces likewise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Instance {
    pub id: InstanceId,
    pub account: AccountId,
    pub created_ms: i64,
    pub reservation: ReservationId,
    pub launch_index: u32,
    pub image: ImageId,
    pub image_name: String,
    pub architecture: Architecture,
    /// As the image says; `None` when it says nothing.
    pub boot_mode: Option<BootMode>,
    pub root_device_name: String,
    pub instance_type: String,
    pub zone: String,
    pub subnet: SubnetId,
    pub vpc: VpcId,
    pub key_name: Option<String>,
    /// OpenSSH line, as it was at launch.
    pub public_key: Option<String>,
    pub client_token: Option<String>,
    pub power: Power,
    pub reboot_generation: u64,
    /// LaunchTime: when it last began to start, milliseconds since 1970.
    pub started_ms: i64,
    /// Why it is in, or on the way to, its present state; none while it runs.
    pub reason: Option<StateReason>,
    /// StateTransitionReason, as `User initiated (2026-01-02 03:04:05 GMT)`.
    #[serde(default)]
    pub transition: String,
    pub shutdown_behavior: ShutdownBehavior,
    #[serde(default)]
    pub disable_api_termination: bool,
    #[serde(default)]
    pub disable_api_stop: bool,
    #[serde(default)]
    pub ebs_optimized: bool,
    #[serde(default)]
    pub monitoring: bool,
    pub metadata: InstanceMetadataOptions,
    pub cpu: CpuOptions,
    /// `standard` or `unlimited`, for burstable types.
    pub credits: Option<String>,
    /// Whether `user-data/<id>` holds user data.
    #[serde(default)]
    pub has_user_data: bool,
    pub private_dns_name: String,
    /// `ip-name` or `resource-name`.
    #[serde(default)]
    pub hostname_type: String,
    #[serde(default)]
    pub resource_name_a_record: bool,
    /// Whether it is given a public address of the pool at each start.
    #[serde(default)]
    pub auto_public: bool,
    /// The placement group that it was launched into.
    #[serde(default)]
    pub placement: Option<InstancePlacement>,
    #[serde(default)]
    pub maintenance: MaintenanceOptions,
    #[serde(default)]
    pub capacity_preference: CapacityPreference,
    /// Set once, with the release of all it held; the record then is a tombstone.
    pub ended_ms: Option<i64>,
    #[serde(flatten)]
    pub rest: Rest,
}

record!(Instance, "instance", id,
    "reservation" => |i| [i.reservation.as_str()],
    "subnet" => |i| i.ended_ms.is_none().then(|| i.subnet.as_str()),
    "vpc" => |i| i.ended_ms.is_none().then(|| i.vpc.as_str()),
    "placement-group" => |i| i.placement.as_ref().filter(|_| i.ended_ms.is_none()).map(|p| p.group.as_str()),
    "image" => |i| [i.image.as_str()],
);

/// An instance's place in a placement group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InstancePlacement {
    pub group: PlacementGroupId,
    pub group_name: String,
    /// From 1; only in groups of the strategy `partition`.
    pub partition: Option<u8>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StateReason {
    pub code: String,
    pub message: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShutdownBehavior {
    Stop,
    Terminate,
}

impl ShutdownBehavior {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Stop => "stop",
            Self::Terminate => "terminate",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InstanceMetadataOptions {
    pub endpoint: bool,
    pub tokens_required: bool,
    pub hop_limit: u8,
    #[serde(default)]
    pub ipv6: bool,
    /// InstanceMetadataTags.
    #[serde(default)]
    pub tags: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CpuOptions {
    pub core_count: u32,
    pub threads_per_core: u32,
}

/// What may be done to an instance for the sake of the machine below it. Nothing is done here on its own, so either
/// choice holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MaintenanceOptions {
    /// AutoRecovery is `disabled`, and not `default`.
    pub auto_recovery_disabled: bool,
    /// RebootMigration is `disabled`, and not `default`.
    pub reboot_migration_disabled: bool,
}

/// Whether an instance would take a place that somebody reserved. There are no capacity reservations, so either choice
/// holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CapacityPreference {
    #[default]
    Open,
    None,
}

impl CapacityPreference {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::None => "none",
        }
    }
}

/// The last observation of an instance. Written by the instance controller alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ObservedInstance {
    pub account: AccountId,
    pub created_ms: i64,
    pub instance: InstanceId,
    /// The host's boot and its sequence number: older ones are ignored.
    pub boot: String,
    pub sequence: u64,
    pub seen: InstanceObservation,
    #[serde(flatten)]
    pub rest: Rest,
}

record!(ObservedInstance, "observed-instance", instance);

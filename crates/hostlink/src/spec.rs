//! What the control plane wants of one host: networks, groups, interfaces, volumes and instances, as plain data.

use std::{collections::BTreeMap, net::Ipv4Addr, sync::Arc};

use ipnet::{IpNet, Ipv4Net};
pub use model::instance::{Architecture, BootMode, Power, PowerWanted};
use model::{
    AccountId, ImageId, InstanceId, NetworkInterfaceId, ReservationId, RouteTableId, SecurityGroupId, SnapshotId,
    SubnetId, VolumeId, VpcId,
};
use serde::{Deserialize, Serialize};

/// Everything one region wants of one host. The `Arc`s make a copy of it cheap in the control plane's own process.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Desired {
    pub vpcs: BTreeMap<VpcId, Arc<VpcSpec>>,
    pub groups: BTreeMap<SecurityGroupId, Arc<GroupSpec>>,
    pub interfaces: BTreeMap<NetworkInterfaceId, Arc<InterfaceSpec>>,
    pub volumes: BTreeMap<VolumeId, Arc<VolumeSpec>>,
    pub instances: BTreeMap<InstanceId, Arc<InstanceSpec>>,
    pub snapshots: BTreeMap<SnapshotId, Arc<SnapshotSpec>>,
}

/// One change of a `Desired`. `None` takes the item away: the host then releases what it holds for it.
/// A volume's files go only by `VolumeSpec::wanted = Gone`, never because it is missing from a message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    Vpc(VpcId, Option<Arc<VpcSpec>>),
    Group(SecurityGroupId, Option<Arc<GroupSpec>>),
    Interface(NetworkInterfaceId, Option<Arc<InterfaceSpec>>),
    Volume(VolumeId, Option<Arc<VolumeSpec>>),
    Instance(InstanceId, Option<Arc<InstanceSpec>>),
    Snapshot(SnapshotId, Option<Arc<SnapshotSpec>>),
}

impl Desired {
    /// Applies one change. Applying the same change twice is the same as once.
    pub fn apply(&mut self, change: Change) {
        fn put<K: Ord, V>(map: &mut BTreeMap<K, V>, key: K, value: Option<V>) {
            match value {
                Some(value) => drop(map.insert(key, value)),
                None => drop(map.remove(&key)),
            }
        }
        match change {
            Change::Vpc(id, spec) => put(&mut self.vpcs, id, spec),
            Change::Group(id, spec) => put(&mut self.groups, id, spec),
            Change::Interface(id, spec) => put(&mut self.interfaces, id, spec),
            Change::Volume(id, spec) => put(&mut self.volumes, id, spec),
            Change::Instance(id, spec) => put(&mut self.instances, id, spec),
            Change::Snapshot(id, spec) => put(&mut self.snapshots, id, spec),
        }
    }
}

/// A VPC with its subnets and routes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VpcSpec {
    pub account: AccountId,
    /// The VPC's CIDR blocks, the primary one first.
    pub cidrs: Vec<Ipv4Net>,
    pub subnets: BTreeMap<SubnetId, SubnetSpec>,
    pub route_tables: BTreeMap<RouteTableId, Vec<RouteSpec>>,
    /// Whether an internet gateway is attached.
    pub internet_gateway: bool,
    /// `enableDnsSupport`: whether base+2 and 169.254.169.253 answer.
    pub dns_support: bool,
    pub dns_hostnames: bool,
    /// Domain of private names, such as `ec2.internal` or `eu-west-1.compute.internal`; also DHCP's domain-name unless
    /// `dhcp` says otherwise.
    pub domain: String,
    /// What guests are told by DHCP in place of that domain and this cloud's own name server.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dhcp: Option<DhcpSpec>,
}

/// A set of DHCP options. What it leaves out guests are not told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DhcpSpec {
    pub domain_name: Option<String>,
    /// In order of preference.
    pub name_servers: Vec<NameServer>,
    pub ntp_servers: Vec<Ipv4Addr>,
    pub netbios_name_servers: Vec<Ipv4Addr>,
    pub netbios_node_type: Option<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NameServer {
    /// The VPC's own, `AmazonProvidedDNS`.
    Own,
    At(Ipv4Addr),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SubnetSpec {
    pub cidr: Ipv4Net,
    pub zone: String,
    pub route_table: RouteTableId,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RouteSpec {
    pub destination: IpNet,
    pub target: RouteTarget,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RouteTarget {
    Local,
    InternetGateway,
    Interface(NetworkInterfaceId),
    /// The target is gone or can't carry traffic.
    Blackhole,
}

/// A security group: its rules and the private addresses of all interfaces that are in it, on any host.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupSpec {
    pub vpc: VpcId,
    pub ingress: Vec<RuleSpec>,
    pub egress: Vec<RuleSpec>,
    pub members: Vec<Ipv4Addr>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RuleSpec {
    pub traffic: Traffic,
    pub peer: Peer,
}

/// Which packets a rule speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Traffic {
    /// Protocol -1.
    All,
    Tcp {
        from: u16,
        to: u16,
    },
    Udp {
        from: u16,
        to: u16,
    },
    /// `None` is -1: every type, or every code of the type.
    Icmp {
        kind: Option<u8>,
        code: Option<u8>,
    },
    Icmpv6 {
        kind: Option<u8>,
        code: Option<u8>,
    },
    /// Any other protocol by number.
    Protocol(u8),
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Peer {
    Cidr(IpNet),
    Group(SecurityGroupId),
}

/// A network interface that is attached to an instance of this host.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InterfaceSpec {
    pub vpc: VpcId,
    pub subnet: SubnetId,
    pub instance: InstanceId,
    pub device_index: u8,
    /// The guest's hardware address, as `06:…` in lower-case hexadecimal with colons.
    pub mac: String,
    /// Private addresses, the primary one first; never empty.
    pub addresses: Vec<AddressSpec>,
    pub groups: Vec<SecurityGroupId>,
    pub source_dest_check: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AddressSpec {
    pub private: Ipv4Addr,
    /// The public address that is mapped to it, one to one.
    pub public: Option<Ipv4Addr>,
}

/// A disk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VolumeSpec {
    pub size_gib: u32,
    /// Root of the vault manifest that the volume begins as; `None` begins as zeros.
    pub origin: Option<String>,
    pub wanted: VolumeWanted,
    /// Limits of the volume's type; 0 means none.
    pub iops: u32,
    pub throughput_mib: u32,
    /// Id of the KMS key that its content is encrypted under; `None` is not encrypted. Never changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VolumeWanted {
    /// There, with its content.
    Present,
    /// Its files are to be removed.
    Gone,
}

/// A snapshot to be taken of a volume into the vault. Stays wanted until the control plane has recorded its end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SnapshotSpec {
    pub volume: VolumeId,
    /// Root of the manifest of the volume's previous snapshot, to share blocks with.
    pub base: Option<String>,
    #[serde(default)]
    pub moment: MomentSpec,
}

/// The moment that a snapshot is of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MomentSpec {
    /// All snapshots of this moment that are still under way, each with its volume; empty for one on its own. Their
    /// volumes belonged to one instance when that was asked for.
    pub together: BTreeMap<SnapshotId, VolumeId>,
    /// The reboot in whose midst, while the guest is down, the moment lies; `None` is as soon as can be.
    pub at_reboot: Option<u64>,
}

/// What an instance is to be. `power.generation` grows with each Start, Stop and Terminate, `reboot_generation` with
/// each RebootInstances; an observation says which of them it answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InstanceSpec {
    pub account: AccountId,
    pub power: Power,
    pub reboot_generation: u64,
    pub architecture: Architecture,
    pub boot_mode: BootMode,
    pub vcpus: u32,
    pub memory_mib: u64,
    /// Disks by slot; the root disk has slot 0. A change while the instance runs attaches or detaches live.
    pub disks: Vec<DiskSpec>,
    /// Interfaces in order of device index. Their specs are in `Desired::interfaces`.
    pub interfaces: Vec<NetworkInterfaceId>,
    /// Of these, the ones that come or go after the launch. A change while the instance runs plugs or unplugs live.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub nics: BTreeMap<NetworkInterfaceId, NicSpec>,
    pub metadata: Arc<MetadataSpec>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DiskSpec {
    pub volume: VolumeId,
    /// As the user names it: `/dev/sdf`, `/dev/xvda`.
    pub device_name: String,
    /// 0 for the root disk; 1.. choose the bus slot. Fixed for the life of the attachment.
    pub slot: u8,
    /// Grows with each AttachVolume; an observation says which it answers.
    pub generation: u64,
    /// False while it is to be detached.
    pub wanted: bool,
    /// DetachVolume with Force: don't wait for the guest.
    pub force: bool,
}

/// A network interface that comes or goes while its instance is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NicSpec {
    /// Grows with each AttachNetworkInterface; an observation says which it answers.
    pub generation: u64,
    /// False while it is to be detached.
    pub wanted: bool,
    /// DetachNetworkInterface with Force: don't wait for the guest.
    pub force: bool,
}

/// What the instance metadata service answers with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MetadataSpec {
    pub region: String,
    pub zone: String,
    pub zone_id: String,
    pub partition: String,
    pub services_domain: String,
    pub image_id: ImageId,
    pub ancestor_image_ids: Vec<ImageId>,
    pub launch_index: u32,
    pub instance_type: String,
    pub reservation_id: ReservationId,
    /// When the instance last began to start, milliseconds since 1970.
    pub pending_time_ms: i64,
    /// The placement group's name, and the partition where it has some.
    #[serde(default)]
    pub placement_group: Option<(String, Option<u8>)>,
    pub local_hostname: String,
    pub public_hostname: Option<String>,
    /// Names and ids of the primary interface's groups.
    pub security_groups: Vec<(String, SecurityGroupId)>,
    /// Key name and OpenSSH public key line.
    pub key: Option<(String, String)>,
    /// Base64; `None` when there is none.
    pub user_data: Option<String>,
    pub root_device_name: String,
    /// `ami`, `root`, `ebs1`, … and device names.
    pub block_devices: Vec<(String, String)>,
    /// Tags, where InstanceMetadataTags is enabled.
    pub tags: Option<BTreeMap<String, String>>,
    pub options: MetadataOptions,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MetadataOptions {
    /// HttpEndpoint=enabled.
    pub endpoint: bool,
    /// HttpTokens=required: version 1 requests are refused.
    pub tokens_required: bool,
    /// HttpPutResponseHopLimit: IP TTL of the answer to the token PUT, 1..64.
    pub hop_limit: u8,
}

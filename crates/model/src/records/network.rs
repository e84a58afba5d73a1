//! VPCs, subnets, route tables, gateways, ACLs, DHCP options and network interfaces.

use std::net::Ipv4Addr;

use ipnet::Ipv4Net;
use serde::{Deserialize, Serialize};

use super::{Rest, record};
use crate::ids::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Vpc {
    pub id: VpcId,
    pub account: AccountId,
    pub created_ms: i64,
    /// The primary block first.
    pub cidrs: Vec<VpcCidr>,
    pub is_default: bool,
    pub dns_support: bool,
    pub dns_hostnames: bool,
    pub dhcp_options: DhcpOptionsId,
    /// `default` or `dedicated`.
    pub tenancy: String,
    #[serde(flatten)]
    pub rest: Rest,
}

record!(Vpc, "vpc", id, "default" => |v| v.is_default.then(|| v.account.as_str()), "dhcp-options" => |v| [v.dhcp_options.as_str()],
    "cidr-association" => |v| v.cidrs.iter().map(|block| block.association.as_str()));

impl Vpc {
    /// The primary CIDR block.
    pub fn cidr(&self) -> Ipv4Net {
        self.cidrs[0].cidr
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VpcCidr {
    pub association: VpcCidrAssociationId,
    pub cidr: Ipv4Net,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Subnet {
    pub id: SubnetId,
    pub account: AccountId,
    pub created_ms: i64,
    pub vpc: VpcId,
    pub cidr: Ipv4Net,
    pub zone: String,
    pub default_for_az: bool,
    pub map_public_ip_on_launch: bool,
    pub network_acl: NetworkAclId,
    pub network_acl_association: NetworkAclAssociationId,
    /// `ip-name` or `resource-name`.
    pub hostname_type: String,
    #[serde(default)]
    pub resource_name_a_record: bool,
    #[serde(flatten)]
    pub rest: Rest,
}

record!(Subnet, "subnet", id, "vpc" => |s| [s.vpc.as_str()], "network-acl" => |s| [s.network_acl.as_str()]);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RouteTable {
    pub id: RouteTableId,
    pub account: AccountId,
    pub created_ms: i64,
    pub vpc: VpcId,
    /// Without the local routes, which follow from the VPC's blocks.
    pub routes: Vec<Route>,
    pub associations: Vec<RouteTableAssociation>,
    #[serde(flatten)]
    pub rest: Rest,
}

record!(RouteTable, "route-table", id,
    "vpc" => |t| [t.vpc.as_str()],
    "subnet" => |t| t.associations.iter().filter_map(|a| a.subnet.as_deref()),
    "association" => |t| t.associations.iter().map(|a| a.id.as_str()),
    "main-of" => |t| t.associations.iter().any(|a| a.main).then(|| t.vpc.as_str()),
);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Route {
    /// IPv4 or IPv6 CIDR block.
    pub destination: ipnet::IpNet,
    pub target: RouteTarget,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RouteTarget {
    InternetGateway(InternetGatewayId),
    NetworkInterface(NetworkInterfaceId),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RouteTableAssociation {
    pub id: RouteTableAssociationId,
    pub main: bool,
    pub subnet: Option<SubnetId>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InternetGateway {
    pub id: InternetGatewayId,
    pub account: AccountId,
    pub created_ms: i64,
    pub vpc: Option<VpcId>,
    #[serde(flatten)]
    pub rest: Rest,
}

record!(InternetGateway, "internet-gateway", id, "vpc" => |g| g.vpc.as_ref().map(|v| v.as_str()));

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NetworkAcl {
    pub id: NetworkAclId,
    pub account: AccountId,
    pub created_ms: i64,
    pub vpc: VpcId,
    pub is_default: bool,
    pub entries: Vec<NetworkAclEntry>,
    #[serde(flatten)]
    pub rest: Rest,
}

record!(NetworkAcl, "network-acl", id, "vpc" => |a| [a.vpc.as_str()]);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NetworkAclEntry {
    /// 1..=32766, or 32767 for the last one, which denies.
    pub number: u16,
    pub egress: bool,
    /// `-1` or a protocol number.
    pub protocol: String,
    pub allow: bool,
    pub cidr: ipnet::IpNet,
    pub ports: Option<(u16, u16)>,
    pub icmp: Option<(i16, i16)>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DhcpOptions {
    pub id: DhcpOptionsId,
    pub account: AccountId,
    pub created_ms: i64,
    pub configurations: Vec<(String, Vec<String>)>,
    #[serde(flatten)]
    pub rest: Rest,
}

record!(DhcpOptions, "dhcp-options", id);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NetworkInterface {
    pub id: NetworkInterfaceId,
    pub account: AccountId,
    pub created_ms: i64,
    pub vpc: VpcId,
    pub subnet: SubnetId,
    pub zone: String,
    pub description: String,
    pub mac: String,
    pub groups: Vec<SecurityGroupId>,
    pub source_dest_check: bool,
    /// The primary one first; never empty.
    pub addresses: Vec<PrivateAddress>,
    pub attachment: Option<InterfaceAttachment>,
    /// Grows with each AttachNetworkInterface.
    #[serde(default)]
    pub attachment_generation: u64,
    #[serde(flatten)]
    pub rest: Rest,
}

record!(NetworkInterface, "network-interface", id,
    "vpc" => |n| [n.vpc.as_str()],
    "subnet" => |n| [n.subnet.as_str()],
    // Only the few interfaces with several addresses, so that a subnet's addresses are counted without a scan.
    "subnet-of-several" => |n| (n.addresses.len() > 1).then_some(n.subnet.as_str()),
    "group" => |n| n.groups.iter().map(|g| g.as_str()),
    "instance" => |n| n.attachment.as_ref().map(|a| a.instance.as_str()),
    "attachment" => |n| n.attachment.as_ref().map(|a| a.id.as_str()),
    "address" => |n| n.addresses.iter().map(|a| a.private.to_string()),
    "subnet-address" => |n| n.addresses.iter().map(|a| format!("{}/{}", n.subnet, a.private)),
    "public-address" => |n| n.addresses.iter().filter_map(|a| a.association.as_ref()).map(|p| p.public.to_string()),
);

impl NetworkInterface {
    pub fn primary(&self) -> &PrivateAddress {
        &self.addresses[0]
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PrivateAddress {
    pub private: Ipv4Addr,
    pub association: Option<PublicAssociation>,
}

/// A public address on a private one. Without `allocation` it is one of the pool's own, given at launch.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PublicAssociation {
    pub public: Ipv4Addr,
    pub allocation: Option<AllocationId>,
    pub association: Option<AssociationId>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InterfaceAttachment {
    pub id: EniAttachmentId,
    pub instance: InstanceId,
    pub device_index: u8,
    pub network_card_index: u8,
    pub delete_on_termination: bool,
    /// Milliseconds since 1970.
    pub attached_ms: i64,
    /// 0 for what the instance was launched with; else that of AttachNetworkInterface.
    #[serde(default)]
    pub generation: u64,
    #[serde(default)]
    pub detaching: bool,
    /// DetachNetworkInterface with Force.
    #[serde(default)]
    pub force: bool,
}

//! Network ACLs. So far each VPC has the one it was made with, which allows all traffic.

mod describe_network_acls;

pub use describe_network_acls::DescribeNetworkAcls;

use model::records::{NetworkAcl, NetworkAclEntry, Subnet};
use wire::ec2;

use crate::{tagging, view::AccountView};

/// A network ACL as answers show it.
pub fn shown(view: &AccountView, acl: &NetworkAcl) -> ec2::NetworkAcl {
    let association = |subnet: &Subnet| ec2::NetworkAclAssociation {
        network_acl_association_id: Some(subnet.network_acl_association.to_string()),
        network_acl_id: Some(acl.id.to_string()),
        subnet_id: Some(subnet.id.to_string()),
    };
    let subnets = view.find::<Subnet>("network-acl", &acl.id);
    ec2::NetworkAcl {
        associations: subnets.map(|subnet| association(subnet)).collect(),
        entries: acl.entries.iter().map(shown_entry).collect(),
        is_default: Some(acl.is_default),
        network_acl_id: Some(acl.id.to_string()),
        owner_id: Some(acl.account.to_string()),
        tags: tagging::shown(view, &acl.id),
        vpc_id: Some(acl.vpc.to_string()),
    }
}

fn shown_entry(entry: &NetworkAclEntry) -> ec2::NetworkAclEntry {
    let (v4, v6) = match entry.cidr {
        ipnet::IpNet::V4(block) => (Some(block.to_string()), None),
        ipnet::IpNet::V6(block) => (None, Some(block.to_string())),
    };
    ec2::NetworkAclEntry {
        cidr_block: v4,
        ipv6_cidr_block: v6,
        egress: Some(entry.egress),
        icmp_type_code: entry
            .icmp
            .map(|(kind, code)| ec2::IcmpTypeCode { type_: Some(kind.into()), code: Some(code.into()) }),
        port_range: entry.ports.map(|(from, to)| ec2::PortRange { from: Some(from.into()), to: Some(to.into()) }),
        protocol: Some(entry.protocol.clone()),
        rule_action: Some(action(entry).into()),
        rule_number: Some(entry.number.into()),
    }
}

fn action(entry: &NetworkAclEntry) -> &'static str {
    if entry.allow { "allow" } else { "deny" }
}

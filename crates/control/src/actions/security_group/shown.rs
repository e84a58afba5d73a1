//! Groups and rules as answers show them.

use model::records::{Record, RulePeer, SecurityGroup, SecurityGroupRule};
use wire::ec2;

use super::{permission::Asked, traffic::Traffic};
use crate::{action::Call, tagging, view::AccountView};

/// The Amazon resource name of a group or a rule.
pub fn arn<R: Record>(region: &str, record: &R) -> String {
    let partition = model::facts::regions::PARTITION;
    format!("arn:{partition}:ec2:{region}:{}:{}/{}", record.account(), R::KIND, record.id())
}

pub fn group(call: &Call, group: &SecurityGroup) -> ec2::SecurityGroup {
    let permissions = |egress| permissions(super::rules(&call.view, group, egress).iter().map(|rule| Parts::of(rule)));
    ec2::SecurityGroup {
        group_id: Some(group.id.to_string()),
        group_name: Some(group.name.clone()),
        description: Some(group.description.clone()),
        owner_id: Some(group.account.to_string()),
        vpc_id: Some(group.vpc.to_string()),
        security_group_arn: Some(arn(call.region.name(), group)),
        ip_permissions: permissions(false),
        ip_permissions_egress: permissions(true),
        tags: tagging::shown(&call.view, &group.id),
    }
}

/// What a permission is made of.
pub struct Parts<'a> {
    protocol: &'a str,
    from_port: i32,
    to_port: i32,
    peer: &'a RulePeer,
    description: &'a Option<String>,
}

impl<'a> Parts<'a> {
    pub fn of(rule: &'a SecurityGroupRule) -> Self {
        let SecurityGroupRule { protocol, from_port, to_port, peer, description, .. } = rule;
        Self { protocol, from_port: *from_port, to_port: *to_port, peer, description }
    }

    pub fn asked(asked: &'a Asked) -> Self {
        let Asked { traffic: Traffic { protocol, from_port, to_port }, peer, description } = asked;
        Self { protocol, from_port: *from_port, to_port: *to_port, peer, description }
    }
}

/// EC2 gathers the rules of one protocol and ports into one permission.
pub fn permissions<'a>(rules: impl Iterator<Item = Parts<'a>>) -> Vec<ec2::IpPermission> {
    let mut all: Vec<ec2::IpPermission> = Vec::new();
    for rule in rules {
        let number = |port: i32| Traffic::has_ports(rule.protocol).then_some(i64::from(port));
        let (from_port, to_port) = (number(rule.from_port), number(rule.to_port));
        let same = |known: &ec2::IpPermission| {
            known.ip_protocol.as_deref() == Some(rule.protocol)
                && (known.from_port, known.to_port) == (from_port, to_port)
        };
        let at = all.iter().position(same).unwrap_or_else(|| {
            all.push(ec2::IpPermission {
                ip_protocol: Some(rule.protocol.to_owned()),
                from_port,
                to_port,
                ..Default::default()
            });
            all.len() - 1
        });
        add_peer(&mut all[at], rule.peer, rule.description.clone());
    }
    all
}

fn add_peer(permission: &mut ec2::IpPermission, peer: &RulePeer, description: Option<String>) {
    match peer {
        RulePeer::Ipv4(block) => {
            permission.ip_ranges.push(ec2::IpRange { cidr_ip: Some(block.to_string()), description });
        }
        RulePeer::Ipv6(block) => {
            permission.ipv6_ranges.push(ec2::Ipv6Range { cidr_ipv6: Some(block.to_string()), description });
        }
        RulePeer::Group { group, account } => permission.user_id_group_pairs.push(ec2::UserIdGroupPair {
            group_id: Some(group.to_string()),
            user_id: Some(account.to_string()),
            description,
            ..Default::default()
        }),
        RulePeer::PrefixList(id) => {
            permission.prefix_list_ids.push(ec2::PrefixListId { prefix_list_id: Some(id.clone()), description })
        }
    }
}

/// A rule by itself. `view` is the one that holds its tags.
pub fn rule(region: &str, view: &AccountView, rule: &SecurityGroupRule) -> ec2::SecurityGroupRule {
    let peer = Peer::of(&rule.peer);
    ec2::SecurityGroupRule {
        security_group_rule_id: Some(rule.id.to_string()),
        security_group_rule_arn: Some(arn(region, rule)),
        group_id: Some(rule.group.to_string()),
        group_owner_id: Some(rule.account.to_string()),
        is_egress: Some(rule.egress),
        ip_protocol: Some(rule.protocol.clone()),
        from_port: Some(rule.from_port.into()),
        to_port: Some(rule.to_port.into()),
        cidr_ipv4: peer.ipv4,
        cidr_ipv6: peer.ipv6,
        prefix_list_id: peer.prefix_list,
        referenced_group_info: peer.group.map(|(group, account)| ec2::ReferencedSecurityGroup {
            group_id: Some(group),
            user_id: Some(account),
            ..Default::default()
        }),
        description: rule.description.clone(),
        tags: tagging::shown(view, &rule.id),
    }
}

/// A rule that was taken away.
pub fn revoked(rule: &SecurityGroupRule) -> ec2::RevokedSecurityGroupRule {
    let peer = Peer::of(&rule.peer);
    ec2::RevokedSecurityGroupRule {
        security_group_rule_id: Some(rule.id.to_string()),
        group_id: Some(rule.group.to_string()),
        is_egress: Some(rule.egress),
        ip_protocol: Some(rule.protocol.clone()),
        from_port: Some(rule.from_port.into()),
        to_port: Some(rule.to_port.into()),
        cidr_ipv4: peer.ipv4,
        cidr_ipv6: peer.ipv6,
        prefix_list_id: peer.prefix_list,
        referenced_group_id: peer.group.map(|(group, _)| group),
        description: rule.description.clone(),
    }
}

/// A peer, of which one field is there.
#[derive(Default)]
struct Peer {
    ipv4: Option<String>,
    ipv6: Option<String>,
    prefix_list: Option<String>,
    /// Its id and its account.
    group: Option<(String, String)>,
}

impl Peer {
    fn of(peer: &RulePeer) -> Self {
        let none = Self::default();
        match peer {
            RulePeer::Ipv4(block) => Self { ipv4: Some(block.to_string()), ..none },
            RulePeer::Ipv6(block) => Self { ipv6: Some(block.to_string()), ..none },
            RulePeer::PrefixList(id) => Self { prefix_list: Some(id.clone()), ..none },
            RulePeer::Group { group, account } => {
                Self { group: Some((group.to_string(), account.to_string())), ..none }
            }
        }
    }
}

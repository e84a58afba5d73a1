//! From a request's permissions to single rules: a permission has one protocol and many peers, a rule has one of each.

use std::sync::Arc;

use model::{
    ApiError, cidr,
    records::{PrefixList, RulePeer, SecurityGroup, SecurityGroupRule, Vpc},
};
use wire::ec2;

use super::{text, traffic::Traffic};
use crate::{
    lookup,
    view::{AccountView, Row},
};

/// One rule as a request writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub traffic: Traffic,
    pub peer: RulePeer,
    pub description: Option<String>,
}

impl Asked {
    /// Whether it is the same rule: descriptions don't tell rules apart.
    pub fn is(&self, rule: &SecurityGroupRule) -> bool {
        self.traffic.protocol == rule.protocol
            && (self.traffic.from_port, self.traffic.to_port) == (rule.from_port, rule.to_port)
            && self.peer == rule.peer
    }
}

/// How EC2 writes a rule's peer.
pub fn peer_text(peer: &RulePeer) -> String {
    match peer {
        RulePeer::Ipv4(block) => block.to_string(),
        RulePeer::Ipv6(block) => block.to_string(),
        RulePeer::Group { group, .. } => group.to_string(),
        RulePeer::PrefixList(id) => id.clone(),
    }
}

/// The rules that a request's permissions stand for, in order; each once.
pub fn read(
    view: &AccountView,
    group: &SecurityGroup,
    permissions: &[ec2::IpPermission],
) -> Result<Vec<Asked>, ApiError> {
    let mut all: Vec<Asked> = Vec::new();
    for permission in permissions {
        let traffic = Traffic::parse(permission.ip_protocol.as_deref(), permission.from_port, permission.to_port)?;
        let before = all.len();
        let mut add = |peer: RulePeer, description: &Option<String>| {
            let description = text::rule_description(description.as_deref())?;
            let asked = Asked { traffic: traffic.clone(), peer, description };
            if all.iter().any(|known| (&known.traffic, &known.peer) == (&asked.traffic, &asked.peer)) {
                return Err(ApiError::invalid_parameter("The same permission must not appear multiple times"));
            }
            all.push(asked);
            Ok(())
        };
        for range in &permission.ip_ranges {
            add(ipv4(range.cidr_ip.as_deref())?, &range.description)?;
        }
        for range in &permission.ipv6_ranges {
            add(ipv6(range.cidr_ipv6.as_deref())?, &range.description)?;
        }
        for pair in &permission.user_id_group_pairs {
            add(peer_of(&*pair_group(view, group, pair)?), &pair.description)?;
        }
        for list in &permission.prefix_list_ids {
            add(prefix_list(view, list.prefix_list_id.as_deref())?, &list.description)?;
        }
        if all.len() == before {
            return Err(ApiError::new(
                "MissingParameter",
                "A permission must have a source or destination: IpRanges, Ipv6Ranges, PrefixListIds or UserIdGroupPairs.",
            ));
        }
    }
    Ok(all)
}

pub fn ipv4(text: Option<&str>) -> Result<RulePeer, ApiError> {
    Ok(RulePeer::Ipv4(cidr::rule(text.ok_or_else(|| ApiError::missing("CidrIp"))?)?))
}

pub fn ipv6(text: Option<&str>) -> Result<RulePeer, ApiError> {
    Ok(RulePeer::Ipv6(cidr::rule_ipv6(text.ok_or_else(|| ApiError::missing("CidrIpv6"))?)?))
}

/// The prefix list that a rule may refer to: one of the account's own.
pub fn prefix_list(view: &AccountView, id: Option<&str>) -> Result<RulePeer, ApiError> {
    let list = lookup::required::<PrefixList>(view, "PrefixListId", id)?;
    Ok(RulePeer::PrefixList(list.id.to_string()))
}

pub fn peer_of(group: &SecurityGroup) -> RulePeer {
    RulePeer::Group { group: group.id.clone(), account: group.account.clone() }
}

/// The group that a rule of `group` may name: one of the same VPC.
pub fn peer_group(view: &AccountView, group: &SecurityGroup, id: &str) -> Result<Arc<Row<SecurityGroup>>, ApiError> {
    let peer = lookup::one::<SecurityGroup>(view, id)?;
    if peer.vpc == group.vpc { Ok(peer) } else { Err(different_networks()) }
}

fn different_networks() -> ApiError {
    ApiError::new("InvalidGroup.NotFound", "You have specified two resources that belong to different networks.")
}

fn pair_group(
    view: &AccountView,
    group: &SecurityGroup,
    pair: &ec2::UserIdGroupPair,
) -> Result<Arc<Row<SecurityGroup>>, ApiError> {
    let given = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    if let Some(peering) = given(&pair.vpc_peering_connection_id) {
        return Err(ApiError::new(
            "InvalidVpcPeeringConnectionID.NotFound",
            format!("The vpcPeeringConnection ID '{peering}' does not exist"),
        ));
    }
    let (id, name) = (given(&pair.group_id), given(&pair.group_name));
    // Without peering no other account has a group in the same network.
    if given(&pair.user_id).is_some_and(|owner| *owner != **view.account()) {
        let missing = id.or(name).unwrap_or_default();
        return Err(ApiError::new("InvalidGroup.NotFound", format!("The security group '{missing}' does not exist")));
    }
    let peer = match (id, name) {
        (Some(id), _) => peer_group(view, group, &id)?,
        (None, Some(name)) => super::named_in_default_vpc(view, &name)?,
        (None, None) => return Err(ApiError::new("MissingParameter", "Source group ID missing.")),
    };
    let other_vpc = given(&pair.vpc_id).is_some_and(|vpc| vpc != *peer.vpc);
    if peer.vpc != group.vpc || other_vpc { Err(different_networks()) } else { Ok(peer) }
}

/// The parameters of a single rule that are older than permissions.
pub struct Flat<'r> {
    pub protocol: &'r Option<String>,
    pub from_port: Option<i64>,
    pub to_port: Option<i64>,
    pub cidr: &'r Option<String>,
    pub group_name: &'r Option<String>,
    pub group_owner: &'r Option<String>,
}

impl Flat<'_> {
    /// The permissions that these parameters stand for; they exclude `IpPermissions`.
    pub fn and(self, permissions: &[ec2::IpPermission]) -> Result<Vec<ec2::IpPermission>, ApiError> {
        let flat = self.permissions()?;
        if !flat.is_empty() && !permissions.is_empty() {
            return Err(ApiError::combination(
                "The parameter ipPermissions cannot be used with parameters of a single rule",
            ));
        }
        Ok(if permissions.is_empty() { flat } else { permissions.to_vec() })
    }

    fn permissions(self) -> Result<Vec<ec2::IpPermission>, ApiError> {
        let ports = self.protocol.is_some() || self.from_port.is_some() || self.to_port.is_some();
        let single = ports || self.cidr.is_some();
        let Some(name) = self.group_name else {
            return match (single, self.group_owner) {
                (_, Some(_)) => Err(ApiError::missing("SourceSecurityGroupName")),
                (true, None) => Ok(vec![self.of_cidr()]),
                (false, None) => Ok(Vec::new()),
            };
        };
        if single {
            return Err(ApiError::combination(
                "The parameter sourceSecurityGroupName cannot be used with cidrIp, ipProtocol, fromPort or toPort; use ipPermissions",
            ));
        }
        // All that EC2 knew when these parameters were made.
        let all = [("tcp", 0, 65535), ("udp", 0, 65535), ("icmp", -1, -1)];
        let pair = ec2::UserIdGroupPair {
            group_name: Some(name.clone()),
            user_id: self.group_owner.clone(),
            ..Default::default()
        };
        Ok(all
            .map(|(protocol, from, to)| ec2::IpPermission {
                ip_protocol: Some(protocol.into()),
                from_port: Some(from),
                to_port: Some(to),
                user_id_group_pairs: vec![pair.clone()],
                ..Default::default()
            })
            .into())
    }

    fn of_cidr(self) -> ec2::IpPermission {
        ec2::IpPermission {
            ip_protocol: self.protocol.clone(),
            from_port: self.from_port,
            to_port: self.to_port,
            ip_ranges: vec![ec2::IpRange { cidr_ip: self.cidr.clone(), description: None }],
            ..Default::default()
        }
    }
}

/// Whether the group is in a default VPC, where EC2 is milder.
pub fn in_default_vpc(view: &AccountView, group: &SecurityGroup) -> bool {
    view.held::<Vpc>(&group.vpc).is_some_and(|vpc| vpc.is_default)
}

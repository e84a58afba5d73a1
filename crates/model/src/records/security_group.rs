//! Security groups and their rules.

use serde::{Deserialize, Serialize};

use super::{Rest, record};
use crate::ids::{AccountId, SecurityGroupId, SecurityGroupRuleId, VpcId};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SecurityGroup {
    pub id: SecurityGroupId,
    pub account: AccountId,
    pub created_ms: i64,
    pub vpc: VpcId,
    pub name: String,
    pub description: String,
    #[serde(flatten)]
    pub rest: Rest,
}

record!(SecurityGroup, "security-group", id, "vpc" => |g| [g.vpc.as_str()]);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SecurityGroupRule {
    pub id: SecurityGroupRuleId,
    pub account: AccountId,
    pub created_ms: i64,
    pub group: SecurityGroupId,
    pub egress: bool,
    /// `tcp`, `udp`, `icmp`, `icmpv6`, `-1`, or any other protocol's number.
    pub protocol: String,
    /// Port, or ICMP type; -1 for all.
    pub from_port: i32,
    /// Port, or ICMP code; -1 for all.
    pub to_port: i32,
    pub peer: RulePeer,
    pub description: Option<String>,
    #[serde(flatten)]
    pub rest: Rest,
}

record!(SecurityGroupRule, "security-group-rule", id,
    "group" => |r| [r.group.as_str()],
    "peer-group" => |r| match &r.peer { RulePeer::Group { group, .. } => Some(group.as_str()), _ => None },
    "prefix-list" => |r| match &r.peer { RulePeer::PrefixList(list) => Some(list.as_str()), _ => None },
);

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RulePeer {
    /// In canonical form.
    Ipv4(ipnet::Ipv4Net),
    Ipv6(ipnet::Ipv6Net),
    Group {
        group: SecurityGroupId,
        account: AccountId,
    },
    PrefixList(String),
}

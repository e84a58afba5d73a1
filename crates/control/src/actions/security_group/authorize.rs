//! What AuthorizeSecurityGroupIngress and …Egress have in common: adding rules to a group.

use std::sync::Arc;

use model::{
    ApiError, SecurityGroupRuleId,
    records::{PrefixList, RulePeer, SecurityGroup, SecurityGroupRule},
};
use wire::ec2;

use super::{
    permission::{self, Asked},
    shown,
};
use crate::{
    action::{Call, Plan},
    actions::quota,
    edit::Edit,
    tagging::TagsToSet,
    view::{AccountView, Row},
};

/// AWS's limit of a group's rules, for each direction and each address family.
const MAX_RULES: usize = 60;

/// Adds the rules that `permissions` stand for; `answer` is given them as answers show rules.
pub fn authorize<O: Send + 'static>(
    call: &Call,
    group: &Row<SecurityGroup>,
    egress: bool,
    permissions: &[ec2::IpPermission],
    tags: &[ec2::TagSpecification],
    answer: fn(Vec<ec2::SecurityGroupRule>) -> O,
) -> Result<Plan<O>, ApiError> {
    if permissions.is_empty() {
        return Err(ApiError::missing("ipPermissions"));
    }
    let asked = permission::read(&call.view, group, permissions)?;
    let tags = TagsToSet::parse(tags, &["security-group-rule"])?;
    let known = super::rules(&call.view, group, egress);
    for rule in &asked {
        refuse_twin(rule, &known)?;
    }
    refuse_too_many(&call.view, &known, &asked)?;
    let new: Vec<SecurityGroupRule> = asked.into_iter().map(|asked| record(call, group, egress, asked)).collect();
    let mut edit = Edit::new();
    quota::take_turns(&mut edit, group);
    take_turns_with_peers(&mut edit, &call.view, group, new.iter().map(|rule| &rule.peer));
    for rule in &new {
        edit.next_piece();
        edit.create(rule);
        tags.set(&mut edit, &call.account, &rule.id, "security-group-rule");
    }
    let region = call.region.name();
    Plan::change(edit, move |view| Ok(answer(new.iter().map(|rule| shown::rule(region, view, rule)).collect())))
}

/// Refuses a rule that the group has.
pub fn refuse_twin(asked: &Asked, known: &[Arc<Row<SecurityGroupRule>>]) -> Result<(), ApiError> {
    if !known.iter().any(|rule| asked.is(rule)) {
        return Ok(());
    }
    let peer = permission::peer_text(&asked.peer);
    Err(ApiError::new(
        "InvalidPermission.Duplicate",
        format!("the specified rule \"peer: {peer}, {}, ALLOW\" already exists", asked.traffic),
    ))
}

/// Writes anew the records of the groups and prefix lists that rules of `group` are about to name.
pub fn take_turns_with_peers<'a>(
    edit: &mut Edit,
    view: &AccountView,
    group: &SecurityGroup,
    peers: impl Iterator<Item = &'a RulePeer>,
) {
    let mut named: Vec<&str> = peers
        .filter_map(|peer| match peer {
            RulePeer::Group { group: peer, .. } if *peer != group.id => Some(peer.as_str()),
            RulePeer::PrefixList(list) => Some(list.as_str()),
            RulePeer::Group { .. } | RulePeer::Ipv4(_) | RulePeer::Ipv6(_) => None,
        })
        .collect();
    named.sort_unstable();
    named.dedup();
    for peer in named.iter().filter_map(|id| view.get::<SecurityGroup>(id)) {
        quota::take_turns(edit, &peer);
    }
    for list in named.iter().filter_map(|id| view.get::<PrefixList>(id)) {
        quota::take_turns(edit, &list);
    }
}

fn refuse_too_many(view: &AccountView, known: &[Arc<Row<SecurityGroupRule>>], asked: &[Asked]) -> Result<(), ApiError> {
    // A prefix list counts for as many rules as it may have entries.
    let weight = |peer: &RulePeer| match peer {
        RulePeer::PrefixList(list) => view.get::<PrefixList>(list).map_or(1, |list| list.max_entries as usize),
        RulePeer::Group { .. } | RulePeer::Ipv4(_) | RulePeer::Ipv6(_) => 1,
    };
    let peers = || known.iter().map(|rule| &rule.peer).chain(asked.iter().map(|rule| &rule.peer));
    // A rule that names a group lets addresses of both families through and counts in both.
    let ipv4 = peers().filter(|peer| !matches!(peer, RulePeer::Ipv6(_))).map(weight).sum::<usize>();
    let ipv6 = peers().filter(|peer| !matches!(peer, RulePeer::Ipv4(_))).map(weight).sum::<usize>();
    if ipv4.max(ipv6) <= MAX_RULES {
        return Ok(());
    }
    Err(ApiError::new(
        "RulesPerSecurityGroupLimitExceeded",
        "The maximum number of rules per security group has been reached.",
    ))
}

fn record(call: &Call, group: &SecurityGroup, egress: bool, asked: Asked) -> SecurityGroupRule {
    SecurityGroupRule {
        id: SecurityGroupRuleId::from_random(call.random()),
        account: call.account.clone(),
        created_ms: call.now_ms,
        group: group.id.clone(),
        egress,
        protocol: asked.traffic.protocol,
        from_port: asked.traffic.from_port,
        to_port: asked.traffic.to_port,
        peer: asked.peer,
        description: asked.description,
        rest: Default::default(),
    }
}

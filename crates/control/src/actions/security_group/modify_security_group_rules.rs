//! ModifySecurityGroupRules: rules keep their ids and say something else, but keep the kind of their peer.

use std::sync::Arc;

use model::{
    ApiError,
    records::{RulePeer, SecurityGroup, SecurityGroupRule},
};
use wire::ec2;

use super::{
    authorize,
    permission::{self, Asked},
    text,
    traffic::Traffic,
};
use crate::{
    action::{Action, Call, Output, Plan},
    actions::quota,
    edit::Edit,
    lookup::{self, Named},
    view::Row,
};

pub struct ModifySecurityGroupRules;

type Rule = Arc<Row<SecurityGroupRule>>;

impl Action for ModifySecurityGroupRules {
    type Input = ec2::ModifySecurityGroupRulesRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let group = super::find(&call.view, &input.group_id, &None)?;
        let changes: Vec<(Rule, Asked)> = input
            .security_group_rules
            .iter()
            .map(|update| {
                let rule = rule(call, &group, update)?;
                let asked = asked(call, &group, &rule, update.security_group_rule.as_ref())?;
                Ok((rule, asked))
            })
            .collect::<Result<_, ApiError>>()?;
        refuse_twins(call, &group, &changes)?;
        let mut edit = Edit::new();
        quota::take_turns(&mut edit, &group);
        let peers = changes.iter().map(|(_, asked)| &asked.peer);
        authorize::take_turns_with_peers(&mut edit, &call.view, &group, peers);
        for (rule, asked) in changes {
            edit.next_piece();
            edit.update(&rule, &changed(&rule, asked));
        }
        Plan::change(edit, |_| Ok(ec2::ModifySecurityGroupRulesResult { return_: Some(true) }))
    }
}

/// The group's rule that an update names.
fn rule(call: &Call, group: &SecurityGroup, update: &ec2::SecurityGroupRuleUpdate) -> Result<Rule, ApiError> {
    let id = update.security_group_rule_id.as_deref();
    let id = id.ok_or_else(|| ApiError::missing("SecurityGroupRule.SecurityGroupRuleId"))?;
    let rule = lookup::one::<SecurityGroupRule>(&call.view, id)?;
    if rule.group == group.id { Ok(rule) } else { Err(SecurityGroupRule::NOUN.not_found(id)) }
}

/// What the rule is to say, all of it. A description that is left out is taken away.
fn asked(
    call: &Call,
    group: &SecurityGroup,
    rule: &SecurityGroupRule,
    request: Option<&ec2::SecurityGroupRuleRequest>,
) -> Result<Asked, ApiError> {
    let request = request.ok_or_else(|| ApiError::missing("SecurityGroupRule.SecurityGroupRule"))?;
    let (protocol, from, to) = (request.ip_protocol.as_deref(), request.from_port, request.to_port);
    if from.is_some() != to.is_some() && protocol.is_some_and(has_port_range) {
        // AWS has other words for it here than where rules are made.
        return Err(ApiError::invalid_parameter(
            "Invalid value for portRange. Must specify both from and to ports with TCP/UDP.",
        ));
    }
    let traffic = Traffic::parse(protocol, from, to)?;
    let peer = same_kind(&rule.peer, new_peer(call, group, request)?)?;
    Ok(Asked { traffic, peer, description: text::rule_description(request.description.as_deref())? })
}

fn has_port_range(protocol: &str) -> bool {
    ["tcp", "udp", "6", "17"].iter().any(|known| protocol.eq_ignore_ascii_case(known))
}

fn new_peer(call: &Call, group: &SecurityGroup, request: &ec2::SecurityGroupRuleRequest) -> Result<RulePeer, ApiError> {
    let given = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    let fields = [&request.cidr_ipv4, &request.cidr_ipv6, &request.prefix_list_id, &request.referenced_group_id];
    let [ipv4, ipv6, list, peer] = fields.map(given);
    match (ipv4, ipv6, list, peer) {
        (None, None, None, None) => Err(ApiError::new(
            "MissingParameter",
            "The request must contain exactly one of: cidrIp, cidrIpv6, prefixListId, or referencedGroupId",
        )),
        (Some(block), None, None, None) => permission::ipv4(Some(&block)),
        (None, Some(block), None, None) => permission::ipv6(Some(&block)),
        (None, None, Some(list), None) => permission::prefix_list(&call.view, Some(&list)),
        (None, None, None, Some(id)) => Ok(permission::peer_of(&*permission::peer_group(&call.view, group, &id)?)),
        _ => Err(ApiError::combination(
            "Only one of cidrIp, cidrIpv6, prefixListId, or referencedGroupId can be specified",
        )),
    }
}

fn same_kind(old: &RulePeer, new: RulePeer) -> Result<RulePeer, ApiError> {
    if std::mem::discriminant(old) == std::mem::discriminant(&new) {
        return Ok(new);
    }
    let (article, new) = match new {
        RulePeer::Ipv4(_) => ("an", "IPv4 CIDR"),
        RulePeer::Ipv6(_) => ("an", "IPv6 CIDR"),
        RulePeer::Group { .. } => ("a", "referenced group id"),
        RulePeer::PrefixList(_) => ("a", "prefix list id"),
    };
    let old = match old {
        RulePeer::Ipv4(_) => "IPv4 CIDR",
        RulePeer::Ipv6(_) => "IPv6 CIDR",
        RulePeer::Group { .. } => "referenced group id",
        RulePeer::PrefixList(_) => "prefix list id",
    };
    Err(ApiError::invalid_parameter(format!("You may not specify {article} {new} for an existing {old} rule.")))
}

/// Refuses changes after which the group would have a rule twice.
fn refuse_twins(call: &Call, group: &SecurityGroup, changes: &[(Rule, Asked)]) -> Result<(), ApiError> {
    for egress in [false, true] {
        let mut others = super::rules(&call.view, group, egress);
        others.retain(|rule| changes.iter().all(|(changed, _)| changed.id != rule.id));
        let mine: Vec<_> = changes.iter().filter(|(rule, _)| rule.egress == egress).collect();
        for (at, (rule, asked)) in mine.iter().enumerate() {
            authorize::refuse_twin(asked, &others)?;
            let same = |(_, other): &&(Rule, Asked)| (&other.traffic, &other.peer) == (&asked.traffic, &asked.peer);
            let again = mine[..at].iter().any(|(other, _)| other.id == rule.id);
            if again || mine[..at].iter().any(same) {
                return Err(ApiError::invalid_parameter("The same permission must not appear multiple times"));
            }
        }
    }
    Ok(())
}

fn changed(rule: &SecurityGroupRule, asked: Asked) -> SecurityGroupRule {
    SecurityGroupRule {
        protocol: asked.traffic.protocol,
        from_port: asked.traffic.from_port,
        to_port: asked.traffic.to_port,
        peer: asked.peer,
        description: asked.description,
        ..rule.clone()
    }
}

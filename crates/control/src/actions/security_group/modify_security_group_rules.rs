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

/// What the rule is to say. What a request leaves out stays, but for the description: that is how one is taken away.
fn asked(
    call: &Call,
    group: &SecurityGroup,
    rule: &SecurityGroupRule,
    request: Option<&ec2::SecurityGroupRuleRequest>,
) -> Result<Asked, ApiError> {
    let request = request.ok_or_else(|| ApiError::missing("SecurityGroupRule.SecurityGroupRule"))?;
    let says_nothing = request.ip_protocol.is_none() && request.from_port.is_none() && request.to_port.is_none();
    let traffic = match says_nothing {
        true => Traffic { protocol: rule.protocol.clone(), from_port: rule.from_port, to_port: rule.to_port },
        false => Traffic::parse(request.ip_protocol.as_deref(), request.from_port, request.to_port)?,
    };
    let peer = match new_peer(call, group, request)? {
        Some(peer) => same_kind(&rule.peer, peer)?,
        None => rule.peer.clone(),
    };
    Ok(Asked { traffic, peer, description: text::rule_description(request.description.as_deref())? })
}

fn new_peer(
    call: &Call,
    group: &SecurityGroup,
    request: &ec2::SecurityGroupRuleRequest,
) -> Result<Option<RulePeer>, ApiError> {
    let given = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    let fields = [&request.cidr_ipv4, &request.cidr_ipv6, &request.prefix_list_id, &request.referenced_group_id];
    let [ipv4, ipv6, list, peer] = fields.map(given);
    match (ipv4, ipv6, list, peer) {
        (None, None, None, None) => Ok(None),
        (Some(block), None, None, None) => permission::ipv4(Some(&block)).map(Some),
        (None, Some(block), None, None) => permission::ipv6(Some(&block)).map(Some),
        (None, None, Some(list), None) => permission::prefix_list(&call.view, Some(&list)).map(Some),
        (None, None, None, Some(id)) => {
            Ok(Some(permission::peer_of(&*permission::peer_group(&call.view, group, &id)?)))
        }
        _ => Err(ApiError::combination(
            "Only one of cidrIpv4, cidrIpv6, prefixListId and referencedGroupId may be specified for a rule",
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

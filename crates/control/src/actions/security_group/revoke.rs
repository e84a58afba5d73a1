//! What RevokeSecurityGroupIngress and …Egress have in common: taking rules away, named by their ids or by what they say.

use std::sync::Arc;

use model::{
    ApiError,
    records::{SecurityGroup, SecurityGroupRule},
};
use wire::ec2;

use super::{
    permission,
    shown::{self, Parts},
};
use crate::{
    action::{Call, Plan},
    edit::Edit,
    lookup, tagging,
    view::Row,
};

/// What an answer says of a revocation.
pub struct Revoked {
    pub rules: Vec<ec2::RevokedSecurityGroupRule>,
    /// Permissions of the request that the group has no rule for.
    pub unknown: Vec<ec2::IpPermission>,
}

pub fn revoke<O: Send + 'static>(
    call: &Call,
    group: &Row<SecurityGroup>,
    egress: bool,
    permissions: &[ec2::IpPermission],
    ids: &[String],
    answer: fn(Revoked) -> O,
) -> Result<Plan<O>, ApiError> {
    let (rules, unknown) = match (permissions.is_empty(), ids.is_empty()) {
        (true, true) => return Err(super::no_rules_given()),
        (false, false) => {
            return Err(ApiError::combination(
                "The parameter ipPermissions cannot be used with the parameter securityGroupRuleIds",
            ));
        }
        (true, false) => (of_ids(call, group, egress, ids)?, Vec::new()),
        (false, true) => of_permissions(call, group, egress, permissions)?,
    };
    let mut edit = Edit::new();
    for rule in &rules {
        edit.next_piece();
        edit.delete(rule);
        tagging::remove_all(&mut edit, &call.view, &rule.id);
    }
    let revoked = Revoked { rules: rules.iter().map(|rule| shown::revoked(rule)).collect(), unknown };
    Plan::change(edit, move |_| Ok(answer(revoked)))
}

type Rules = Vec<Arc<Row<SecurityGroupRule>>>;

/// The group's rules of these ids; one that it has not refuses all.
pub fn of_ids(call: &Call, group: &SecurityGroup, egress: bool, ids: &[String]) -> Result<Rules, ApiError> {
    let rules = lookup::many::<SecurityGroupRule>(&call.view, ids)?;
    let strange = rules.iter().find(|rule| rule.group != group.id || rule.egress != egress);
    match strange {
        None => Ok(rules),
        Some(rule) => Err(<SecurityGroupRule as lookup::Named>::NOUN.not_found(&rule.id)),
    }
}

/// The group's rules that say the same, and the permissions that no rule says. Only in a default VPC are those passed over.
fn of_permissions(
    call: &Call,
    group: &SecurityGroup,
    egress: bool,
    permissions: &[ec2::IpPermission],
) -> Result<(Rules, Vec<ec2::IpPermission>), ApiError> {
    let asked = permission::read(&call.view, group, permissions)?;
    let known = super::rules(&call.view, group, egress);
    let mut rules = Rules::new();
    let mut unknown = Vec::new();
    for asked in &asked {
        match known.iter().find(|rule| asked.is(rule)) {
            Some(rule) => rules.push(rule.clone()),
            None => unknown.push(asked),
        }
    }
    if !unknown.is_empty() && !permission::in_default_vpc(&call.view, group) {
        return Err(super::no_such_rule());
    }
    Ok((rules, shown::permissions(unknown.into_iter().map(Parts::asked))))
}

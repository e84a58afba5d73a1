//! What UpdateSecurityGroupRuleDescriptionsIngress and …Egress have in common.

use std::sync::Arc;

use model::{
    ApiError,
    records::{SecurityGroup, SecurityGroupRule},
};
use wire::ec2;

use super::{permission, revoke, text};
use crate::{
    action::{Call, Plan},
    edit::Edit,
    view::Row,
};

/// Replaces descriptions of rules, which are named by what they say or by id. One that is left out takes the old one away.
pub fn update<O: Send + 'static>(
    call: &Call,
    group: &Row<SecurityGroup>,
    egress: bool,
    permissions: &[ec2::IpPermission],
    by_id: &[ec2::SecurityGroupRuleDescription],
    answer: fn() -> O,
) -> Result<Plan<O>, ApiError> {
    let new = match (permissions.is_empty(), by_id.is_empty()) {
        (true, true) => {
            return Err(ApiError::new(
                "MissingParameter",
                "Either 'ipPermissions' or 'securityGroupRuleDescriptions' should be provided.",
            ));
        }
        (false, false) => {
            return Err(ApiError::combination(
                "The parameter ipPermissions cannot be used with the parameter securityGroupRuleDescriptions",
            ));
        }
        (false, true) => of_permissions(call, group, egress, permissions)?,
        (true, false) => of_ids(call, group, egress, by_id)?,
    };
    let mut edit = Edit::new();
    for (rule, description) in new {
        edit.next_piece();
        edit.update(&rule, &SecurityGroupRule { description, ..rule.record.clone() });
    }
    Plan::change(edit, move |_| Ok(answer()))
}

type Described = Vec<(Arc<Row<SecurityGroupRule>>, Option<String>)>;

fn of_permissions(
    call: &Call,
    group: &SecurityGroup,
    egress: bool,
    permissions: &[ec2::IpPermission],
) -> Result<Described, ApiError> {
    let known = super::rules(&call.view, group, egress);
    let asked = permission::read(&call.view, group, permissions)?;
    let rule = |asked: &permission::Asked| known.iter().find(|rule| asked.is(rule)).cloned();
    asked.into_iter().map(|asked| Ok((rule(&asked).ok_or_else(super::no_such_rule)?, asked.description))).collect()
}

fn of_ids(
    call: &Call,
    group: &SecurityGroup,
    egress: bool,
    by_id: &[ec2::SecurityGroupRuleDescription],
) -> Result<Described, ApiError> {
    let mut all = Described::new();
    for described in by_id {
        let id = described.security_group_rule_id.clone();
        let id = id.ok_or_else(|| ApiError::missing("SecurityGroupRuleDescription.SecurityGroupRuleId"))?;
        let description = text::rule_description(described.description.as_deref())?;
        for rule in revoke::of_ids(call, group, egress, &[id])? {
            all.push((rule, description.clone()));
        }
    }
    Ok(all)
}

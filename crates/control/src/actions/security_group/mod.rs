//! Security groups and their rules.
//!
//! What must hold of a group's rules together (no rule twice, no more than the limit) is kept by letting the requests that
//! add or change rules take turns: each writes the group's record anew. That one compare also says that the group is
//! alive, and needs none for each rule. A rule that names another group writes that one's record anew as well, so that a
//! deletion that was decided without knowing of the rule meets a conflict.

mod authorize;
mod authorize_security_group_egress;
mod authorize_security_group_ingress;
mod create_security_group;
mod delete_security_group;
mod describe_security_group_references;
mod describe_security_group_rules;
mod describe_security_groups;
mod describe_stale_security_groups;
mod descriptions;
mod get_security_groups_for_vpc;
mod modify_security_group_rules;
mod permission;
mod revoke;
mod revoke_security_group_egress;
mod revoke_security_group_ingress;
mod shown;
mod text;
mod traffic;
mod update_security_group_rule_descriptions_egress;
mod update_security_group_rule_descriptions_ingress;

use std::sync::Arc;

pub use authorize_security_group_egress::AuthorizeSecurityGroupEgress;
pub use authorize_security_group_ingress::AuthorizeSecurityGroupIngress;
pub use create_security_group::CreateSecurityGroup;
pub use delete_security_group::DeleteSecurityGroup;
pub use describe_security_group_references::DescribeSecurityGroupReferences;
pub use describe_security_group_rules::DescribeSecurityGroupRules;
pub use describe_security_groups::DescribeSecurityGroups;
pub use describe_stale_security_groups::DescribeStaleSecurityGroups;
pub use get_security_groups_for_vpc::GetSecurityGroupsForVpc;
use model::{
    ApiError,
    records::{RulePeer, SecurityGroup, SecurityGroupRule, Vpc},
};
pub use modify_security_group_rules::ModifySecurityGroupRules;
pub use revoke_security_group_egress::RevokeSecurityGroupEgress;
pub use revoke_security_group_ingress::RevokeSecurityGroupIngress;
pub use update_security_group_rule_descriptions_egress::UpdateSecurityGroupRuleDescriptionsEgress;
pub use update_security_group_rule_descriptions_ingress::UpdateSecurityGroupRuleDescriptionsIngress;

use crate::{
    defaults, lookup,
    view::{AccountView, Row},
};

/// The group that a request names by its id or, in the default VPC, by its name.
fn find(view: &AccountView, id: &Option<String>, name: &Option<String>) -> Result<Arc<Row<SecurityGroup>>, ApiError> {
    let given = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    match (given(id), given(name)) {
        (Some(_), Some(_)) => {
            Err(ApiError::combination("The parameter groupName cannot be used with the parameter groupId"))
        }
        (Some(id), None) => lookup::one(view, &id),
        (None, Some(name)) => named_in_default_vpc(view, &name),
        (None, None) => Err(ApiError::missing("groupName or groupId")),
    }
}

/// The default VPC, where groups can be named.
fn default_vpc(view: &AccountView) -> Result<Arc<Row<Vpc>>, ApiError> {
    defaults::default_vpc(view).ok_or_else(|| ApiError::new("VPCIdNotSpecified", "No default VPC for this user"))
}

/// The group of this name in the default VPC.
pub fn named_in_default_vpc(view: &AccountView, name: &str) -> Result<Arc<Row<SecurityGroup>>, ApiError> {
    let vpc = default_vpc(view)?;
    named(view, &vpc, name).ok_or_else(|| {
        ApiError::new(
            "InvalidGroup.NotFound",
            format!("The security group '{name}' does not exist in default VPC '{}'", vpc.id),
        )
    })
}

/// The group of this name in a VPC. EC2 tells names apart without looking at their case.
fn named(view: &AccountView, vpc: &Vpc, name: &str) -> Option<Arc<Row<SecurityGroup>>> {
    view.find::<SecurityGroup>("vpc", &vpc.id).find(|group| group.name.eq_ignore_ascii_case(name)).cloned()
}

/// What a group claims, so that no two of one VPC have the same name.
fn name_claim(vpc: &Vpc, name: &str) -> String {
    format!("group-name/{}/{}", vpc.id, name.to_ascii_lowercase())
}

/// A group's rules of one direction, the oldest first and those of one request in order of what they allow.
fn rules(view: &AccountView, group: &SecurityGroup, egress: bool) -> Vec<Arc<Row<SecurityGroupRule>>> {
    let of_group = view.find::<SecurityGroupRule>("group", &group.id);
    let mut rules: Vec<_> = of_group.filter(|rule| rule.egress == egress).cloned().collect();
    rules.sort_by(|a, b| order(a).cmp(&order(b)));
    rules
}

fn order(rule: &SecurityGroupRule) -> (i64, &str, i32, i32, &RulePeer, &str) {
    (rule.created_ms, &rule.protocol, rule.from_port, rule.to_port, &rule.peer, &rule.id)
}

/// A request may name no rule at all only if it names none in either way.
fn no_rules_given() -> ApiError {
    ApiError::new("MissingParameter", "Either 'ipPermissions' or 'securityGroupRuleIds' should be provided.")
}

/// The refusal of a rule that a group does not have.
fn no_such_rule() -> ApiError {
    ApiError::new("InvalidPermission.NotFound", "The specified rule does not exist in this security group.")
}

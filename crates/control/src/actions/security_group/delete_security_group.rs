//! DeleteSecurityGroup: refused while an interface is in the group or a rule of another group names it.

use model::{
    ApiError,
    records::{NetworkInterface, Record, SecurityGroup, SecurityGroupRule},
};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    lookup, tagging,
};

pub struct DeleteSecurityGroup;

impl Action for DeleteSecurityGroup {
    type Input = ec2::DeleteSecurityGroupRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let group = super::find(&call.view, &input.group_id, &input.group_name)?;
        let vpc = lookup::one(&call.view, &group.vpc)?;
        if group.name == "default" {
            return Err(ApiError::new(
                "CannotDelete",
                format!("the specified group: \"{}\" name: \"default\" cannot be deleted by a user", group.id),
            ));
        }
        if is_used(call, &group) {
            return Err(ApiError::new("DependencyViolation", format!("resource {} has a dependent object", group.id)));
        }
        let mut edit = Edit::new();
        edit.require_childless(&group.id);
        edit.delete(&group);
        edit.release(&super::name_claim(&vpc, &group.name));
        edit.no_longer_child(&vpc.id, &group.id);
        tagging::remove_all(&mut edit, &call.view, &group.id);
        // Once the group is gone nobody can contend for its rules: those that find no room follow.
        for rule in call.view.find::<SecurityGroupRule>("group", &group.id) {
            edit.next_piece();
            edit.remove(rule.key());
            for tag in call.view.tags(&rule.id) {
                edit.untag(&rule.id, &tag.key);
            }
        }
        let id = group.id.to_string();
        Plan::change(edit, |_| Ok(ec2::DeleteSecurityGroupResult { return_: Some(true), group_id: Some(id) }))
    }
}

fn is_used(call: &Call, group: &SecurityGroup) -> bool {
    let named_by =
        |rule: &SecurityGroupRule| rule.group != group.id && call.view.held::<SecurityGroup>(&rule.group).is_some();
    call.view.count::<NetworkInterface>("group", &group.id) > 0
        || call.view.find::<SecurityGroupRule>("peer-group", &group.id).any(|rule| named_by(rule))
}

//! DeleteVpc: refused while anything is in the VPC but what was made with it, which goes along.

use model::{
    ApiError,
    records::{InternetGateway, NetworkAcl, Record, RouteTable, SecurityGroup, SecurityGroupRule, Subnet, Vpc},
};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    actions::refusals::in_use,
    edit::Edit,
    lookup, tagging,
};

pub struct DeleteVpc;

impl Action for DeleteVpc {
    type Input = ec2::DeleteVpcRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let vpc = lookup::required::<Vpc>(&call.view, "VpcId", input.vpc_id.as_deref())?;
        if is_used(call, &vpc.id) {
            return Err(in_use("vpc", &vpc.id));
        }
        let mut edit = Edit::new();
        edit.require_childless(&vpc.id);
        for table in call.view.find::<RouteTable>("vpc", &vpc.id) {
            edit.delete(table);
            tagging::remove_all(&mut edit, &call.view, &table.id);
        }
        for acl in call.view.find::<NetworkAcl>("vpc", &vpc.id) {
            edit.delete(acl);
            tagging::remove_all(&mut edit, &call.view, &acl.id);
        }
        for group in call.view.find::<SecurityGroup>("vpc", &vpc.id) {
            edit.delete(group);
            edit.release(&format!("group-name/{}/{}", vpc.id, group.name));
            tagging::remove_all(&mut edit, &call.view, &group.id);
        }
        if vpc.is_default {
            edit.release(&format!("default-vpc/{}", call.account));
        }
        edit.no_longer_child(&vpc.dhcp_options, &vpc.id);
        tagging::remove_all(&mut edit, &call.view, &vpc.id);
        edit.delete(&vpc);
        // Once their group is gone nobody can contend for its rules: those that find no room follow.
        for group in call.view.find::<SecurityGroup>("vpc", &vpc.id) {
            for rule in call.view.find::<SecurityGroupRule>("group", &group.id) {
                edit.next_piece();
                edit.remove(rule.key());
                call.view.tags(&rule.id).for_each(|tag| edit.untag(&rule.id, &tag.key));
            }
        }
        Plan::change(edit, |_| Ok(ec2::DeleteVpcResult {}))
    }
}

/// Whether the VPC holds more than its main route table, its default ACL and its default group.
fn is_used(call: &Call, vpc: &str) -> bool {
    call.view.count::<Subnet>("vpc", vpc) > 0
        || call.view.count::<InternetGateway>("vpc", vpc) > 0
        || call.view.count::<RouteTable>("vpc", vpc) > 1
        || call.view.count::<NetworkAcl>("vpc", vpc) > 1
        || call.view.count::<SecurityGroup>("vpc", vpc) > 1
}

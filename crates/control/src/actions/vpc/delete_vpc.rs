//! DeleteVpc: refused while anything is in the VPC but what was made with it, which goes along.

use model::{
    ApiError,
    records::{InternetGateway, NetworkAcl, Record, RouteTable, SecurityGroup, SecurityGroupRule, Subnet, Vpc},
};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    actions::refusals::in_use,
    controllers::release,
    edit::Edit,
    lookup,
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
            release::untag_all(&mut edit, &call.view, &table.id);
        }
        for acl in call.view.find::<NetworkAcl>("vpc", &vpc.id) {
            edit.delete(acl);
            release::untag_all(&mut edit, &call.view, &acl.id);
        }
        // No rule may be added to the default group meanwhile: it would outlive it.
        edit.unchanged(format!("{}/", SecurityGroupRule::KIND), call.view.revision());
        for group in call.view.find::<SecurityGroup>("vpc", &vpc.id) {
            release::delete_group(&mut edit, &call.view, group);
        }
        if vpc.is_default {
            edit.release(&format!("default-vpc/{}", call.account));
        }
        release::untag_all(&mut edit, &call.view, &vpc.id);
        edit.delete(&vpc);
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

//! DeleteSubnet: refused while an interface is in it.

use model::{
    ApiError,
    records::{NetworkInterface, RouteTable, Subnet},
};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    actions::{refusals::in_use, route_table},
    edit::Edit,
    lookup, tagging,
};

pub struct DeleteSubnet;

impl Action for DeleteSubnet {
    type Input = ec2::DeleteSubnetRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let subnet = lookup::required::<Subnet>(&call.view, "SubnetId", input.subnet_id.as_deref())?;
        if call.view.count::<NetworkInterface>("subnet", &subnet.id) > 0 {
            return Err(in_use("subnet", &subnet.id));
        }
        let mut edit = Edit::new();
        edit.require_childless(&subnet.id);
        for table in call.view.find::<RouteTable>("subnet", &subnet.id) {
            let mut after = table.record.clone();
            after.associations.retain(|association| association.subnet.as_ref() != Some(&subnet.id));
            edit.update(table, &after);
            edit.release(&route_table::subnet_claim(&subnet.id));
        }
        edit.release(&format!("subnet-cidr/{}/{}", subnet.vpc, subnet.cidr));
        if subnet.default_for_az {
            edit.release(&format!("default-subnet/{}/{}", subnet.account, subnet.zone));
        }
        edit.no_longer_child(&subnet.vpc, &subnet.id);
        tagging::remove_all(&mut edit, &call.view, &subnet.id);
        edit.delete(&subnet);
        Plan::change(edit, |_| Ok(ec2::DeleteSubnetResult {}))
    }
}

//! DeleteRouteTable: refused for the main one, and while a subnet is associated.

use model::{ApiError, records::RouteTable};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    actions::refusals::in_use,
    edit::Edit,
    lookup, tagging,
};

pub struct DeleteRouteTable;

impl Action for DeleteRouteTable {
    type Input = ec2::DeleteRouteTableRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let table = lookup::required::<RouteTable>(&call.view, "RouteTableId", input.route_table_id.as_deref())?;
        if !table.associations.is_empty() {
            return Err(in_use("routeTable", &table.id));
        }
        let mut edit = Edit::new();
        edit.no_longer_child(&table.vpc, &table.id);
        tagging::remove_all(&mut edit, &call.view, &table.id);
        edit.delete(&table);
        Plan::change(edit, |_| Ok(ec2::DeleteRouteTableResult {}))
    }
}

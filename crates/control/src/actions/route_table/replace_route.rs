//! ReplaceRoute: another target for a route that is there.

use model::{ApiError, records::RouteTable};
use wire::ec2;

use super::{
    position,
    target::{self, Asked, destination},
};
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    lookup,
};

pub struct ReplaceRoute;

impl Action for ReplaceRoute {
    type Input = ec2::ReplaceRouteRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let table = lookup::required::<RouteTable>(&call.view, "RouteTableId", input.route_table_id.as_deref())?;
        let destination = destination(input.destination_cidr_block.as_deref())?;
        let asked = Asked {
            gateway: input.gateway_id.as_deref(),
            interface: input.network_interface_id.as_deref(),
            instance: input.instance_id.as_deref(),
        };
        let target = target::of(call, &table, destination, &asked)?;
        let at = position(&table, destination).ok_or_else(|| {
            ApiError::invalid_parameter(format!(
                "There is no route defined for '{destination}' in the route table. Use CreateRoute instead."
            ))
        })?;
        let mut after = table.record.clone();
        after.routes[at].target = target;
        let mut edit = Edit::new();
        edit.update(&table, &after);
        Plan::change(edit, |_| Ok(ec2::ReplaceRouteResult {}))
    }
}

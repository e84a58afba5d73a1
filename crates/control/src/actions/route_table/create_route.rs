//! CreateRoute.

use model::{
    ApiError, limits,
    records::{Route, RouteTable},
};
use wire::ec2;

use super::{
    is_local, position,
    target::{self, Asked, destination},
};
use crate::{
    action::{Action, Call, Output, Plan},
    actions::quota,
    edit::Edit,
    lookup,
};

pub struct CreateRoute;

impl Action for CreateRoute {
    type Input = ec2::CreateRouteRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let table = lookup::required::<RouteTable>(&call.view, "RouteTableId", input.route_table_id.as_deref())?;
        let destination = destination(input.destination_cidr_block.as_deref())?;
        let asked = Asked {
            gateway: input.gateway_id.as_deref(),
            interface: input.network_interface_id.as_deref(),
            instance: input.instance_id.as_deref(),
        };
        let target = target::of(call, &table, destination, &asked)?;
        if position(&table, destination).is_some() || is_local(&call.view, &table, destination) {
            return Err(ApiError::new(
                "RouteAlreadyExists",
                format!("The route identified by {destination} already exists."),
            ));
        }
        quota::check(table.routes.len(), limits::ROUTES_PER_ROUTE_TABLE, "RouteLimitExceeded", "routes")?;
        let mut after = table.record.clone();
        after.routes.push(Route { destination, target });
        let mut edit = Edit::new();
        edit.update(&table, &after);
        Plan::change(edit, |_| Ok(ec2::CreateRouteResult { return_: Some(true) }))
    }
}

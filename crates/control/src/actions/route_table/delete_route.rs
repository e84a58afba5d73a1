//! DeleteRoute.

use model::{ApiError, records::RouteTable};
use wire::ec2;

use super::{is_local, position, target::destination};
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    lookup,
};

pub struct DeleteRoute;

impl Action for DeleteRoute {
    type Input = ec2::DeleteRouteRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let table = lookup::required::<RouteTable>(&call.view, "RouteTableId", input.route_table_id.as_deref())?;
        let destination = destination(input.destination_cidr_block.as_deref())?;
        let Some(at) = position(&table, destination) else {
            return Err(if is_local(&call.view, &table, destination) {
                ApiError::invalid_parameter(format!(
                    "cannot remove local route {destination} in route table {}",
                    table.id
                ))
            } else {
                ApiError::new(
                    "InvalidRoute.NotFound",
                    format!("no route with destination-cidr-block {destination} in route table {}", table.id),
                )
            });
        };
        let mut after = table.record.clone();
        after.routes.remove(at);
        let mut edit = Edit::new();
        edit.update(&table, &after);
        Plan::change(edit, |_| Ok(ec2::DeleteRouteResult {}))
    }
}

//! ReplaceRouteTableAssociation: another table for a subnet, or another main table for a VPC.

use model::{
    ApiError, RouteTableAssociationId,
    records::{RouteTable, RouteTableAssociation},
};
use wire::ec2;

use super::{associated, association};
use crate::{
    action::{Action, Call, Output, Plan},
    actions::refusals::different_networks,
    edit::Edit,
    lookup,
};

pub struct ReplaceRouteTableAssociation;

impl Action for ReplaceRouteTableAssociation {
    type Input = ec2::ReplaceRouteTableAssociationRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let (from, old) = association(&call.view, input.association_id.as_deref())?;
        let to = lookup::required::<RouteTable>(&call.view, "RouteTableId", input.route_table_id.as_deref())?;
        if from.vpc != to.vpc {
            return Err(different_networks(
                "InvalidParameterValue",
                format_args!("route table {}", to.id),
                format_args!("route table {}", from.id),
            ));
        }
        let new = RouteTableAssociation { id: RouteTableAssociationId::from_random(call.random()), ..old.clone() };
        let id = new.id.to_string();
        let mut edit = Edit::new();
        let mut left = from.record.clone();
        left.associations.retain(|known| known.id != old.id);
        if from.id == to.id {
            left.associations.push(new);
            edit.update(&from, &left);
        } else {
            let mut joined = to.record.clone();
            joined.associations.push(new);
            edit.update(&from, &left);
            edit.update(&to, &joined);
            if old.main {
                // The main table goes with its VPC; any other keeps the VPC from being deleted.
                edit.child(&from.vpc, &from.id);
                edit.no_longer_child(&to.vpc, &to.id);
            }
        }
        Plan::change(edit, move |_| {
            Ok(ec2::ReplaceRouteTableAssociationResult {
                new_association_id: Some(id),
                association_state: Some(associated()),
            })
        })
    }
}

//! AssociateRouteTable: a subnet leaves its VPC's main route table for another. Gateways are not associated here.

use model::{
    ApiError, RouteTableAssociationId,
    records::{RouteTable, RouteTableAssociation, Subnet},
};
use wire::ec2;

use super::{associated, subnet_claim};
use crate::{
    action::{Action, Call, Output, Plan},
    actions::refusals::different_networks,
    edit::Edit,
    lookup,
};

pub struct AssociateRouteTable;

impl Action for AssociateRouteTable {
    type Input = ec2::AssociateRouteTableRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let table = lookup::required::<RouteTable>(&call.view, "RouteTableId", input.route_table_id.as_deref())?;
        let subnet = lookup::required::<Subnet>(&call.view, "SubnetId", input.subnet_id.as_deref())?;
        if table.vpc != subnet.vpc {
            return Err(different_networks(
                "InvalidParameterValue",
                format_args!("route table {}", table.id),
                format_args!("subnet {}", subnet.id),
            ));
        }
        if let Some(other) = call.view.find::<RouteTable>("subnet", &subnet.id).next() {
            // Asking for what is already so is no mistake.
            let same = other.associations.iter().find(|known| known.subnet.as_ref() == Some(&subnet.id));
            return match same.filter(|_| other.id == table.id) {
                Some(known) => Ok(Plan::Answer(answer(&known.id))),
                None => Err(ApiError::new(
                    "Resource.AlreadyAssociated",
                    format!(
                        "the specified association for route table {} conflicts with an existing association",
                        table.id
                    ),
                )),
            };
        }
        let association = RouteTableAssociation {
            id: RouteTableAssociationId::from_random(call.random()),
            main: false,
            subnet: Some(subnet.id.clone()),
        };
        let mut edit = Edit::new();
        edit.alive(&subnet);
        edit.claim(&subnet_claim(&subnet.id), &association.id);
        let mut after = table.record.clone();
        after.associations.push(association.clone());
        edit.update(&table, &after);
        Plan::change(edit, move |_| Ok(answer(&association.id)))
    }
}

fn answer(id: &str) -> ec2::AssociateRouteTableResult {
    ec2::AssociateRouteTableResult { association_id: Some(id.to_owned()), association_state: Some(associated()) }
}

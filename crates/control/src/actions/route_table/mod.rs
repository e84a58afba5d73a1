//! Route tables, their routes and their associations.

mod associate_route_table;
mod create_route;
mod create_route_table;
mod delete_route;
mod delete_route_table;
mod describe_route_tables;
mod disassociate_route_table;
mod replace_route;
mod replace_route_table_association;
mod target;

pub use associate_route_table::AssociateRouteTable;
pub use create_route::CreateRoute;
pub use create_route_table::CreateRouteTable;
pub use delete_route::DeleteRoute;
pub use delete_route_table::DeleteRouteTable;
pub use describe_route_tables::DescribeRouteTables;
pub use disassociate_route_table::DisassociateRouteTable;
pub use replace_route::ReplaceRoute;
pub use replace_route_table_association::ReplaceRouteTableAssociation;
pub(super) use target::several_interfaces;

use std::sync::Arc;

use ipnet::IpNet;
use model::{
    ApiError,
    records::{InternetGateway, NetworkInterface, Route, RouteTable, RouteTableAssociation, RouteTarget, Vpc},
};
use wire::ec2;

use crate::{
    tagging,
    view::{AccountView, Row},
};

/// A route table as answers show it.
pub fn shown(view: &AccountView, table: &RouteTable) -> ec2::RouteTable {
    let association = |association: &RouteTableAssociation| ec2::RouteTableAssociation {
        main: Some(association.main),
        route_table_association_id: Some(association.id.to_string()),
        route_table_id: Some(table.id.to_string()),
        subnet_id: association.subnet.as_ref().map(|subnet| subnet.to_string()),
        association_state: Some(associated()),
        ..ec2::RouteTableAssociation::default()
    };
    ec2::RouteTable {
        associations: table.associations.iter().map(association).collect(),
        route_table_id: Some(table.id.to_string()),
        routes: routes(view, table).map(|route| route.shown(&table.account)).collect(),
        tags: tagging::shown(view, &table.id),
        vpc_id: Some(table.vpc.to_string()),
        owner_id: Some(table.account.to_string()),
        ..ec2::RouteTable::default()
    }
}

fn associated() -> ec2::RouteTableAssociationState {
    ec2::RouteTableAssociationState { state: Some("associated".into()), status_message: None }
}

/// A route with what follows from the things around it.
struct SeenRoute {
    destination: IpNet,
    /// `None` is `local`.
    target: Option<RouteTarget>,
    /// Of the interface that is the target.
    instance: Option<String>,
    /// Whether there is nothing behind the route: the gateway is not the VPC's, or the interface is not attached.
    blackhole: bool,
}

/// A table's routes, the local ones first.
fn routes<'a>(view: &'a AccountView, table: &'a RouteTable) -> impl Iterator<Item = SeenRoute> + 'a {
    let blocks = view.held::<Vpc>(&table.vpc).map_or(&[][..], |vpc| &vpc.cidrs);
    let local = blocks.iter().map(|block| SeenRoute {
        destination: IpNet::V4(block.cidr),
        target: None,
        instance: None,
        blackhole: false,
    });
    local.chain(table.routes.iter().map(|route| seen(view, table, route)))
}

fn seen(view: &AccountView, table: &RouteTable, route: &Route) -> SeenRoute {
    let (instance, works) = match &route.target {
        RouteTarget::InternetGateway(id) => {
            (None, view.held::<InternetGateway>(id).is_some_and(|gateway| gateway.vpc.as_ref() == Some(&table.vpc)))
        }
        RouteTarget::NetworkInterface(id) => {
            let attachment = view.held::<NetworkInterface>(id).and_then(|interface| interface.attachment.as_ref());
            (attachment.map(|attachment| attachment.instance.to_string()), attachment.is_some())
        }
    };
    SeenRoute { destination: route.destination, target: Some(route.target.clone()), instance, blackhole: !works }
}

impl SeenRoute {
    fn gateway(&self) -> Option<&str> {
        match &self.target {
            None => Some("local"),
            Some(RouteTarget::InternetGateway(id)) => Some(id),
            Some(RouteTarget::NetworkInterface(_)) => None,
        }
    }

    fn interface(&self) -> Option<&str> {
        match &self.target {
            Some(RouteTarget::NetworkInterface(id)) => Some(id),
            _ => None,
        }
    }

    fn origin(&self) -> &'static str {
        if self.target.is_none() { "CreateRouteTable" } else { "CreateRoute" }
    }

    fn state(&self) -> &'static str {
        if self.blackhole { "blackhole" } else { "active" }
    }

    fn shown(&self, account: &str) -> ec2::Route {
        let (v4, v6) = match self.destination {
            IpNet::V4(block) => (Some(block.to_string()), None),
            IpNet::V6(block) => (None, Some(block.to_string())),
        };
        ec2::Route {
            destination_cidr_block: v4,
            destination_ipv6_cidr_block: v6,
            gateway_id: self.gateway().map(str::to_owned),
            instance_id: self.instance.clone(),
            instance_owner_id: self.instance.as_ref().map(|_| account.to_owned()),
            network_interface_id: self.interface().map(str::to_owned),
            origin: Some(self.origin().into()),
            state: Some(self.state().into()),
            ..ec2::Route::default()
        }
    }
}

/// The claim that keeps a subnet from being associated with two tables at once.
pub(super) fn subnet_claim(subnet: &str) -> String {
    format!("route-table-of/{subnet}")
}

/// The table that has this association, and the association.
fn association(
    view: &AccountView,
    id: Option<&str>,
) -> Result<(Arc<Row<RouteTable>>, RouteTableAssociation), ApiError> {
    let id = id.ok_or_else(|| ApiError::missing("AssociationId"))?;
    let table = view.find::<RouteTable>("association", id).next();
    let found = table.and_then(|table| {
        let association = table.associations.iter().find(|association| association.id.as_str() == id)?;
        Some((table.clone(), association.clone()))
    });
    found.ok_or_else(|| {
        ApiError::new("InvalidAssociationID.NotFound", format!("The association ID '{id}' does not exist"))
    })
}

/// Where in the table the route to this block stands.
fn position(table: &RouteTable, destination: IpNet) -> Option<usize> {
    table.routes.iter().position(|route| route.destination == destination)
}

/// Whether the block is one of the VPC's own, to which every table has a route that stays.
fn is_local(view: &AccountView, table: &RouteTable, destination: IpNet) -> bool {
    let vpc = view.held::<Vpc>(&table.vpc);
    vpc.is_some_and(|vpc| vpc.cidrs.iter().any(|block| IpNet::V4(block.cidr) == destination))
}

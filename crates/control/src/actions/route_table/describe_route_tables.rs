//! DescribeRouteTables.

use model::{ApiError, filters::FilterSpec, records::RouteTable};
use wire::ec2;

use super::{SeenRoute, routes};
use crate::{
    action::{Action, Call, Output, Plan},
    listing::{self, Asked, Item},
};

pub struct DescribeRouteTables;

impl<'a> Item<'a, RouteTable> {
    const FILTERS: &'a [FilterSpec<Self>] = &[
        FilterSpec::never("association.gateway-id"),
        FilterSpec::field("association.route-table-association-id", |table, values| {
            values.each(table.row.associations.iter().map(|association| association.id.as_str()));
        }),
        FilterSpec::field("association.route-table-id", |table, values| {
            if !table.row.associations.is_empty() {
                values.text(&*table.row.id);
            }
        }),
        FilterSpec::field("association.subnet-id", |table, values| {
            values.each(table.row.associations.iter().filter_map(|association| association.subnet.as_deref()));
        }),
        FilterSpec::field("association.main", |table, values| {
            table.row.associations.iter().for_each(|association| values.flag(association.main));
        }),
        FilterSpec::field("owner-id", |table, values| values.text(&*table.row.account)),
        FilterSpec::field("route-table-id", |table, values| values.text(&*table.row.id)),
        FilterSpec::field("route.destination-cidr-block", |table, values| {
            let blocks = table.routes().filter(|route| route.destination.addr().is_ipv4());
            blocks.for_each(|route| values.show(route.destination));
        }),
        FilterSpec::field("route.destination-ipv6-cidr-block", |table, values| {
            let blocks = table.routes().filter(|route| route.destination.addr().is_ipv6());
            blocks.for_each(|route| values.show(route.destination));
        }),
        FilterSpec::never("route.destination-prefix-list-id"),
        FilterSpec::never("route.egress-only-internet-gateway-id"),
        FilterSpec::field("route.gateway-id", |table, values| {
            table.routes().for_each(|route| values.maybe(route.gateway()));
        }),
        FilterSpec::field("route.instance-id", |table, values| {
            table.routes().for_each(|route| values.maybe(route.instance.as_ref()));
        }),
        FilterSpec::field("route.network-interface-id", |table, values| {
            table.routes().for_each(|route| values.maybe(route.interface()));
        }),
        FilterSpec::never("route.carrier-gateway-id"),
        FilterSpec::never("route.local-gateway-id"),
        FilterSpec::never("route.nat-gateway-id"),
        FilterSpec::never("route.transit-gateway-id"),
        FilterSpec::never("route.core-network-arn"),
        FilterSpec::never("route.vpc-peering-connection-id"),
        FilterSpec::field("route.origin", |table, values| {
            table.routes().for_each(|route| values.text(route.origin()));
        }),
        FilterSpec::field("route.state", |table, values| {
            table.routes().for_each(|route| values.text(route.state()));
        }),
        FilterSpec::never("transit-gateway-id"),
        FilterSpec::field("vpc-id", |table, values| values.text(&*table.row.vpc)),
        FilterSpec::tags(|table, tags| table.tags(tags)),
    ];

    fn routes(&self) -> impl Iterator<Item = SeenRoute> + '_ {
        routes(&self.call.view, self.row)
    }
}

impl Action for DescribeRouteTables {
    type Input = ec2::DescribeRouteTablesRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked {
            limits: 5..=100,
            ..Asked::new(&input.route_table_ids, "routeTableIds", &input.filters, input.max_results, &input.next_token)
        };
        let indexed = &[
            ("vpc-id", "vpc"),
            ("association.subnet-id", "subnet"),
            ("association.route-table-association-id", "association"),
        ];
        let (tables, next_token) =
            listing::own(call, "DescribeRouteTables", &asked, Item::<RouteTable>::FILTERS, indexed)?;
        Ok(Plan::Answer(ec2::DescribeRouteTablesResult {
            route_tables: tables.iter().map(|table| super::shown(&call.view, table)).collect(),
            next_token,
        }))
    }
}

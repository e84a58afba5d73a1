//! DescribeInternetGateways.

use model::{ApiError, filters::FilterSpec, records::InternetGateway};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    listing::{self, Asked, Item},
};

pub struct DescribeInternetGateways;

impl<'a> Item<'a, InternetGateway> {
    const FILTERS: &'a [FilterSpec<Self>] = &[
        FilterSpec::field("attachment.state", |gateway, values| {
            values.maybe(gateway.row.vpc.as_ref().map(|_| "available"));
        }),
        FilterSpec::field("attachment.vpc-id", |gateway, values| values.maybe(gateway.row.vpc.as_deref())),
        FilterSpec::field("internet-gateway-id", |gateway, values| values.text(&*gateway.row.id)),
        FilterSpec::field("owner-id", |gateway, values| values.text(&*gateway.row.account)),
        FilterSpec::tags(|gateway, tags| gateway.tags(tags)),
    ];
}

impl Action for DescribeInternetGateways {
    type Input = ec2::DescribeInternetGatewaysRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked::new(
            &input.internet_gateway_ids,
            "internetGatewayIdSet",
            &input.filters,
            input.max_results,
            &input.next_token,
        );
        let filters = Item::<InternetGateway>::FILTERS;
        let (gateways, next_token) =
            listing::own(call, "DescribeInternetGateways", &asked, filters, &[("attachment.vpc-id", "vpc")])?;
        Ok(Plan::Answer(ec2::DescribeInternetGatewaysResult {
            internet_gateways: gateways.iter().map(|gateway| super::shown(&call.view, gateway)).collect(),
            next_token,
        }))
    }
}

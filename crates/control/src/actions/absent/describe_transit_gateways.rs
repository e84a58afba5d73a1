//! DescribeTransitGateways: there are none, as VPCs are not joined.

use model::ApiError;
use wire::ec2;

use super::Kind;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
};

pub struct DescribeTransitGateways;

const KIND: Kind = Kind {
    prefix: Some("tgw"),
    malformed: "InvalidTransitGatewayID.Malformed",
    not_found: "InvalidTransitGatewayID.NotFound",
    sentence: "Transit Gateway {} was deleted or does not exist.",
    filters: &[
        "options.propagation-default-route-table-id",
        "options.amazon-side-asn",
        "options.association-default-route-table-id",
        "options.auto-accept-shared-attachments",
        "options.default-route-table-association",
        "options.default-route-table-propagation",
        "options.dns-support",
        "options.vpn-ecmp-support",
        "owner-id",
        "state",
        "transit-gateway-id",
    ],
    tags: true,
};

impl Action for DescribeTransitGateways {
    type Input = ec2::DescribeTransitGatewaysRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked {
            limits: 5..=1000,
            ..Asked::new(
                &input.transit_gateway_ids,
                "transitGatewayIdSet",
                &input.filters,
                input.max_results,
                &input.next_token,
            )
        };
        KIND.none(call, "DescribeTransitGateways", &asked)
    }
}

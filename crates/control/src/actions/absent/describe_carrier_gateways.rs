//! DescribeCarrierGateways: there are none, as there are no Wavelength Zones.

use model::ApiError;
use wire::ec2;

use super::Kind;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
};

pub struct DescribeCarrierGateways;

const KIND: Kind = Kind {
    prefix: Some("cagw"),
    malformed: "InvalidCarrierGatewayID.Malformed",
    not_found: "InvalidCarrierGatewayID.NotFound",
    sentence: "The carrierGateway ID '{}' does not exist",
    filters: &["carrier-gateway-id", "state", "owner-id", "vpc-id"],
    tags: true,
};

impl Action for DescribeCarrierGateways {
    type Input = ec2::DescribeCarrierGatewaysRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked {
            limits: 5..=1000,
            ..Asked::new(
                &input.carrier_gateway_ids,
                "carrierGatewayIdSet",
                &input.filters,
                input.max_results,
                &input.next_token,
            )
        };
        KIND.none(call, "DescribeCarrierGateways", &asked)
    }
}

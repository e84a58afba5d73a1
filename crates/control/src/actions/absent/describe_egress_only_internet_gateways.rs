//! DescribeEgressOnlyInternetGateways: there are none, as they carry IPv6, which VPCs don't have.

use model::ApiError;
use wire::ec2;

use super::Kind;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
};

pub struct DescribeEgressOnlyInternetGateways;

const KIND: Kind = Kind {
    prefix: Some("eigw"),
    malformed: "InvalidEgressOnlyInternetGatewayId.Malformed",
    not_found: "InvalidEgressOnlyInternetGatewayId.NotFound",
    sentence: "The egressOnlyInternetGateway ID '{}' does not exist",
    filters: &[],
    tags: true,
};

impl Action for DescribeEgressOnlyInternetGateways {
    type Input = ec2::DescribeEgressOnlyInternetGatewaysRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked {
            limits: 5..=255,
            ..Asked::new(
                &input.egress_only_internet_gateway_ids,
                "egressOnlyInternetGatewayIdSet",
                &input.filters,
                input.max_results,
                &input.next_token,
            )
        };
        KIND.none(call, "DescribeEgressOnlyInternetGateways", &asked)
    }
}

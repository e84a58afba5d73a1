//! DescribeNatGateways: there are none, as an instance does the translation where one is wanted.

use model::ApiError;
use wire::ec2;

use super::Kind;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
};

pub struct DescribeNatGateways;

const KIND: Kind = Kind {
    prefix: Some("nat"),
    malformed: "NatGatewayMalformed",
    not_found: "NatGatewayNotFound",
    sentence: "NatGateway {} was not found",
    filters: &["nat-gateway-id", "state", "subnet-id", "vpc-id"],
    tags: true,
};

impl Action for DescribeNatGateways {
    type Input = ec2::DescribeNatGatewaysRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked {
            limits: 5..=1000,
            ..Asked::new(&input.nat_gateway_ids, "natGatewayIdSet", &input.filter, input.max_results, &input.next_token)
        };
        KIND.none(call, "DescribeNatGateways", &asked)
    }
}

//! DescribeVpcEndpoints: there are none, as other services have no addresses within a VPC.

use model::ApiError;
use wire::ec2;

use super::Kind;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
};

pub struct DescribeVpcEndpoints;

const KIND: Kind = Kind {
    prefix: Some("vpce"),
    malformed: "InvalidVpcEndpointId.Malformed",
    not_found: "InvalidVpcEndpointId.NotFound",
    sentence: "The Vpc Endpoint Id '{}' does not exist",
    filters: &[
        "ip-address-type",
        "service-name",
        "service-region",
        "vpc-id",
        "vpc-endpoint-id",
        "vpc-endpoint-state",
        "vpc-endpoint-type",
    ],
    tags: true,
};

impl Action for DescribeVpcEndpoints {
    type Input = ec2::DescribeVpcEndpointsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked {
            limits: 1..=1000,
            ..Asked::new(
                &input.vpc_endpoint_ids,
                "vpcEndpointIdSet",
                &input.filters,
                input.max_results,
                &input.next_token,
            )
        };
        KIND.none(call, "DescribeVpcEndpoints", &asked)
    }
}

//! DescribeInstanceConnectEndpoints: there are none, as an instance is reached by its own address.

use model::ApiError;
use wire::ec2;

use super::Kind;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
};

pub struct DescribeInstanceConnectEndpoints;

const KIND: Kind = Kind {
    prefix: Some("eice"),
    malformed: "InvalidInstanceConnectEndpointId.Malformed",
    not_found: "InvalidInstanceConnectEndpointId.NotFound",
    sentence: "The instanceConnectEndpoint ID '{}' does not exist",
    filters: &["instance-connect-endpoint-id", "state", "subnet-id", "vpc-id"],
    tags: true,
};

impl Action for DescribeInstanceConnectEndpoints {
    type Input = ec2::DescribeInstanceConnectEndpointsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked {
            limits: 1..=50,
            ..Asked::new(
                &input.instance_connect_endpoint_ids,
                "instanceConnectEndpointIdSet",
                &input.filters,
                input.max_results,
                &input.next_token,
            )
        };
        KIND.none(call, "DescribeInstanceConnectEndpoints", &asked)
    }
}

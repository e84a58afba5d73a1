//! DescribeSpotFleetRequests: there are none, as nothing is bid for.

use model::ApiError;
use wire::ec2;

use super::Kind;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
};

pub struct DescribeSpotFleetRequests;

const KIND: Kind = Kind {
    prefix: None,
    malformed: "",
    not_found: "InvalidSpotFleetRequestId.NotFound",
    sentence: "The spot fleet request ID '{}' does not exist",
    filters: &[],
    tags: false,
};

impl Action for DescribeSpotFleetRequests {
    type Input = ec2::DescribeSpotFleetRequestsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked {
            limits: 1..=1000,
            ..Asked::new(
                &input.spot_fleet_request_ids,
                "spotFleetRequestIdSet",
                &[],
                input.max_results,
                &input.next_token,
            )
        };
        KIND.none(call, "DescribeSpotFleetRequests", &asked)
    }
}

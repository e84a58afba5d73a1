//! DescribeFleets: there are none, as instances are launched one request at a time.

use model::ApiError;
use wire::ec2;

use super::Kind;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
};

pub struct DescribeFleets;

const KIND: Kind = Kind {
    prefix: None,
    malformed: "",
    not_found: "InvalidFleetId.NotFound",
    sentence: "The fleet ID '{}' does not exist",
    filters: &[
        "activity-status",
        "excess-capacity-termination-policy",
        "fleet-state",
        "replace-unhealthy-instances",
        "type",
    ],
    tags: false,
};

impl Action for DescribeFleets {
    type Input = ec2::DescribeFleetsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked {
            limits: 1..=1000,
            ..Asked::new(&input.fleet_ids, "fleetIdSet", &input.filters, input.max_results, &input.next_token)
        };
        KIND.none(call, "DescribeFleets", &asked)
    }
}

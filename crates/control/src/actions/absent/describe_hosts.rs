//! DescribeHosts: there are none, as instances share the machines at hand.

use model::ApiError;
use wire::ec2;

use super::Kind;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
};

pub struct DescribeHosts;

const KIND: Kind = Kind {
    prefix: Some("h"),
    malformed: "InvalidHostID.Malformed",
    not_found: "InvalidHostID.NotFound",
    sentence: "The host ID '{}' does not exist",
    filters: &["auto-placement", "availability-zone", "client-token", "host-reservation-id", "instance-type", "state"],
    tags: true,
};

impl Action for DescribeHosts {
    type Input = ec2::DescribeHostsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked {
            limits: 5..=500,
            ..Asked::new(&input.host_ids, "hostIdSet", &input.filter, input.max_results, &input.next_token)
        };
        KIND.none(call, "DescribeHosts", &asked)
    }
}

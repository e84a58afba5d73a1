//! DescribeCapacityReservations: there are none, as room is not kept for anybody.

use model::ApiError;
use wire::ec2;

use super::Kind;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
};

pub struct DescribeCapacityReservations;

const KIND: Kind = Kind {
    prefix: Some("cr"),
    malformed: "InvalidCapacityReservationId.Malformed",
    not_found: "InvalidCapacityReservationId.NotFound",
    sentence: "The capacity reservation '{}' does not exist",
    filters: &[
        "instance-type",
        "owner-id",
        "instance-platform",
        "availability-zone",
        "tenancy",
        "outpost-arn",
        "state",
        "start-date",
        "end-date",
        "end-date-type",
        "instance-match-criteria",
        "placement-group-arn",
    ],
    tags: true,
};

impl Action for DescribeCapacityReservations {
    type Input = ec2::DescribeCapacityReservationsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked {
            limits: 1..=1000,
            ..Asked::new(
                &input.capacity_reservation_ids,
                "capacityReservationIdSet",
                &input.filters,
                input.max_results,
                &input.next_token,
            )
        };
        KIND.none(call, "DescribeCapacityReservations", &asked)
    }
}

//! DescribeSpotPriceHistory: nothing is bid for, so there never was a price.

use model::ApiError;
use wire::ec2;

use super::Kind;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
};

pub struct DescribeSpotPriceHistory;

const KIND: Kind = Kind::without_ids(&[
    "availability-zone",
    "availability-zone-id",
    "instance-type",
    "product-description",
    "spot-price",
    "timestamp",
]);

impl Action for DescribeSpotPriceHistory {
    type Input = ec2::DescribeSpotPriceHistoryRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let region = call.region.facts;
        if let Some(zone) = input.availability_zone.as_deref().filter(|zone| region.zone(zone).is_none()) {
            return Err(ApiError::invalid_parameter(format!("Invalid availability zone: [{zone}]")));
        }
        if let Some(zone) = input.availability_zone_id.as_deref().filter(|id| region.zone_by_id(id).is_none()) {
            return Err(ApiError::invalid_parameter(format!("Invalid availability zone: [{zone}]")));
        }
        if let (Some(start), Some(end)) = (input.start_time, input.end_time)
            && start.0 > end.0
        {
            return Err(ApiError::invalid_value("startTime", start, "It is later than the endTime."));
        }
        let asked =
            Asked { limits: 1..=1000, ..Asked::new(&[], "", &input.filters, input.max_results, &input.next_token) };
        KIND.none(call, "DescribeSpotPriceHistory", &asked)
    }
}

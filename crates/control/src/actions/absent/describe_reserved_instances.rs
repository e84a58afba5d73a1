//! DescribeReservedInstances: there are none, as nothing is bought in advance.

use model::ApiError;
use wire::ec2;

use super::Kind;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
};

pub struct DescribeReservedInstances;

const KIND: Kind = Kind {
    prefix: None,
    malformed: "",
    not_found: "InvalidReservedInstancesId",
    sentence: "The reserved instances '{}' do not exist",
    filters: &[
        "availability-zone",
        "availability-zone-id",
        "duration",
        "end",
        "fixed-price",
        "instance-type",
        "scope",
        "product-description",
        "reserved-instances-id",
        "start",
        "state",
        "usage-price",
    ],
    tags: true,
};

impl Action for DescribeReservedInstances {
    type Input = ec2::DescribeReservedInstancesRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked::new(&input.reserved_instances_ids, "reservedInstancesIdSet", &input.filters, None, &None);
        KIND.none(call, "DescribeReservedInstances", &asked)
    }
}

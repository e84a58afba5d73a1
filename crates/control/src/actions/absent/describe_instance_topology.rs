//! DescribeInstanceTopology: AWS tells it of types for clusters with accelerators, and there are none of those here.

use model::{ApiError, records::Instance};
use wire::ec2;

use super::Kind;
use crate::{
    action::{Action, Call, Output, Plan},
    actions::placement_group,
    listing::Asked,
    lookup,
};

pub struct DescribeInstanceTopology;

const KIND: Kind = Kind::without_ids(&["availability-zone", "instance-type", "zone-id"]);

impl Action for DescribeInstanceTopology {
    type Input = ec2::DescribeInstanceTopologyRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        lookup::many::<Instance>(&call.view, &input.instance_ids)?;
        for name in &input.group_names {
            placement_group::named(&call.view, name)?;
        }
        let asked = Asked {
            limits: 1..=100,
            ..Asked::new(&[], "instancesSet", &input.filters, input.max_results, &input.next_token)
        };
        KIND.none(call, "DescribeInstanceTopology", &asked)
    }
}

//! DescribeStaleSecurityGroups: rules that name a group of a VPC which is peered no more. No VPC ever is.

use model::{ApiError, records::Vpc};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
    lookup,
};

pub struct DescribeStaleSecurityGroups;

impl Action for DescribeStaleSecurityGroups {
    type Input = ec2::DescribeStaleSecurityGroupsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        lookup::required::<Vpc>(&call.view, "VpcId", input.vpc_id.as_deref())?;
        let asked = Asked { limits: 5..=255, ..Asked::new(&[], "", &[], input.max_results, &input.next_token) };
        asked.page(call, "DescribeStaleSecurityGroups")?;
        Ok(Plan::Answer(Default::default()))
    }
}

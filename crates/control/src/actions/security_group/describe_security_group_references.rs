//! DescribeSecurityGroupReferences: peered VPCs whose groups name these. No VPC is peered.

use model::{ApiError, records::SecurityGroup};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    lookup,
};

pub struct DescribeSecurityGroupReferences;

impl Action for DescribeSecurityGroupReferences {
    type Input = ec2::DescribeSecurityGroupReferencesRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        if input.group_id.is_empty() {
            return Err(ApiError::missing("GroupId"));
        }
        lookup::many::<SecurityGroup>(&call.view, &input.group_id)?;
        Ok(Plan::Answer(Default::default()))
    }
}

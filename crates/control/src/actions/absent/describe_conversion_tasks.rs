//! DescribeConversionTasks: there are none, as disks are imported by ImportSnapshot and ImportImage.

use model::ApiError;
use wire::ec2;

use super::Kind;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
};

pub struct DescribeConversionTasks;

const KIND: Kind = Kind {
    prefix: None,
    malformed: "",
    not_found: "InvalidConversionTaskId",
    sentence: "The conversion task ID '{}' does not exist",
    filters: &[],
    tags: false,
};

impl Action for DescribeConversionTasks {
    type Input = ec2::DescribeConversionTasksRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked::new(&input.conversion_task_ids, "conversionTaskIdSet", &[], None, &None);
        KIND.none(call, "DescribeConversionTasks", &asked)
    }
}

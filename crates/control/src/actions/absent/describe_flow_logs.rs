//! DescribeFlowLogs: there are none, as nobody writes down what passes.

use model::ApiError;
use wire::ec2;

use super::Kind;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
};

pub struct DescribeFlowLogs;

const KIND: Kind = Kind {
    prefix: Some("fl"),
    malformed: "InvalidFlowLogId.Malformed",
    not_found: "InvalidFlowLogId.NotFound",
    sentence: "The flow log '{}' does not exist",
    filters: &[
        "deliver-log-status",
        "log-destination-type",
        "flow-log-id",
        "log-group-name",
        "resource-id",
        "traffic-type",
    ],
    tags: true,
};

impl Action for DescribeFlowLogs {
    type Input = ec2::DescribeFlowLogsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked {
            limits: 1..=1000,
            ..Asked::new(&input.flow_log_ids, "flowLogIdSet", &input.filter, input.max_results, &input.next_token)
        };
        KIND.none(call, "DescribeFlowLogs", &asked)
    }
}

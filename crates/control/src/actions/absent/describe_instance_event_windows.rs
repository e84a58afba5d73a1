//! DescribeInstanceEventWindows: there are none, as nothing is scheduled.

use model::ApiError;
use wire::ec2;

use super::Kind;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
};

pub struct DescribeInstanceEventWindows;

const KIND: Kind = Kind {
    prefix: Some("iew"),
    malformed: "InvalidInstanceEventWindowId.Malformed",
    not_found: "InvalidInstanceEventWindowId.NotFound",
    sentence: "The instance event window ID '{}' does not exist",
    filters: &[
        "dedicated-host-id",
        "event-window-name",
        "instance-id",
        "instance-tag",
        "instance-tag-key",
        "instance-tag-value",
    ],
    tags: true,
};

impl Action for DescribeInstanceEventWindows {
    type Input = ec2::DescribeInstanceEventWindowsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked {
            limits: 20..=500,
            ..Asked::new(
                &input.instance_event_window_ids,
                "instanceEventWindowIdSet",
                &input.filters,
                input.max_results,
                &input.next_token,
            )
        };
        KIND.none(call, "DescribeInstanceEventWindows", &asked)
    }
}

//! DescribeBundleTasks: there are none, as there are no instances that keep their disk on the machine.

use model::ApiError;
use wire::ec2;

use super::Kind;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
};

pub struct DescribeBundleTasks;

const KIND: Kind = Kind {
    prefix: Some("bun"),
    malformed: "InvalidBundleID.Malformed",
    not_found: "InvalidBundleID.NotFound",
    sentence: "The bundle ID '{}' does not exist",
    filters: &[
        "bundle-id",
        "error-code",
        "error-message",
        "instance-id",
        "progress",
        "s3-bucket",
        "s3-prefix",
        "start-time",
        "state",
        "update-time",
    ],
    tags: false,
};

impl Action for DescribeBundleTasks {
    type Input = ec2::DescribeBundleTasksRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked::new(&input.bundle_ids, "bundleIdSet", &input.filters, None, &None);
        KIND.none(call, "DescribeBundleTasks", &asked)
    }
}

//! GetEbsEncryptionByDefault: whether new volumes are encrypted though nobody asks for it.

use model::ApiError;
use wire::ec2;

use super::settings;
use crate::action::{Action, Call, Output, Plan};

pub struct GetEbsEncryptionByDefault;

impl Action for GetEbsEncryptionByDefault {
    type Input = ec2::GetEbsEncryptionByDefaultRequest;

    fn plan(call: &Call, _input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let encrypted = settings::of(call)?.encryption_by_default;
        Ok(Plan::Answer(ec2::GetEbsEncryptionByDefaultResult {
            ebs_encryption_by_default: Some(encrypted),
            sse_type: Some(if encrypted { "sse-ebs" } else { "none" }.to_owned()),
        }))
    }
}

//! GetEbsDefaultKmsKeyId: the key of what is encrypted and names none.

use model::ApiError;
use wire::ec2;

use super::settings;
use crate::{
    action::{Action, Call, Output, Plan},
    encryption::MANAGED_ALIAS,
};

pub struct GetEbsDefaultKmsKeyId;

impl Action for GetEbsDefaultKmsKeyId {
    type Input = ec2::GetEbsDefaultKmsKeyIdRequest;

    fn plan(call: &Call, _input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let chosen = settings::of(call)?.default_kms_key.clone();
        let key = chosen.unwrap_or_else(|| MANAGED_ALIAS.to_owned());
        Ok(Plan::Answer(ec2::GetEbsDefaultKmsKeyIdResult { kms_key_id: Some(key) }))
    }
}

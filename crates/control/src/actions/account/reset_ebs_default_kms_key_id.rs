//! ResetEbsDefaultKmsKeyId: the default key is again the one that AWS manages for EBS.

use model::ApiError;
use wire::ec2;

use super::settings;
use crate::{
    action::{Action, Call, Output, Plan},
    encryption::Encryption,
};

pub struct ResetEbsDefaultKmsKeyId;

impl Action for ResetEbsDefaultKmsKeyId {
    type Input = ec2::ResetEbsDefaultKmsKeyIdRequest;

    fn plan(call: &Call, _input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let key = Encryption::of(call)?.managed_key();
        let edit = settings::change(call, |settings| settings.default_kms_key = None)?;
        Plan::change(edit, |_| Ok(ec2::ResetEbsDefaultKmsKeyIdResult { kms_key_id: Some(key) }))
    }
}

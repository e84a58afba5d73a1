//! ModifyEbsDefaultKmsKeyId: chooses the key of what is encrypted and names none. There is only one to choose.

use model::ApiError;
use wire::ec2;

use super::settings;
use crate::{
    action::{Action, Call, Output, Plan},
    encryption::Encryption,
};

pub struct ModifyEbsDefaultKmsKeyId;

impl Action for ModifyEbsDefaultKmsKeyId {
    type Input = ec2::ModifyEbsDefaultKmsKeyIdRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let named = input.kms_key_id.as_deref().filter(|id| !id.is_empty());
        let key = Encryption::of(call)?.key(named.ok_or_else(|| ApiError::missing("KmsKeyId"))?)?;
        let edit = settings::change(call, |settings| settings.default_kms_key = Some(key.clone()))?;
        Plan::change(edit, |_| Ok(ec2::ModifyEbsDefaultKmsKeyIdResult { kms_key_id: Some(key) }))
    }
}

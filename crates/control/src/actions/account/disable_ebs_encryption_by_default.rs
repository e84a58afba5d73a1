//! DisableEbsEncryptionByDefault: new volumes are encrypted only where that is asked for.

use model::ApiError;
use wire::ec2;

use super::settings;
use crate::action::{Action, Call, Output, Plan};

pub struct DisableEbsEncryptionByDefault;

impl Action for DisableEbsEncryptionByDefault {
    type Input = ec2::DisableEbsEncryptionByDefaultRequest;

    fn plan(call: &Call, _input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let edit = settings::change(call, |settings| settings.encryption_by_default = false)?;
        Plan::change(edit, |_| Ok(ec2::DisableEbsEncryptionByDefaultResult { ebs_encryption_by_default: Some(false) }))
    }
}

//! EnableEbsEncryptionByDefault: new volumes and copies of snapshots are encrypted whether that is asked for or not.

use model::ApiError;
use wire::ec2;

use super::settings;
use crate::action::{Action, Call, Output, Plan};

pub struct EnableEbsEncryptionByDefault;

impl Action for EnableEbsEncryptionByDefault {
    type Input = ec2::EnableEbsEncryptionByDefaultRequest;

    fn plan(call: &Call, _input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let edit = settings::change(call, |settings| settings.encryption_by_default = true)?;
        Plan::change(edit, |_| Ok(ec2::EnableEbsEncryptionByDefaultResult { ebs_encryption_by_default: Some(true) }))
    }
}

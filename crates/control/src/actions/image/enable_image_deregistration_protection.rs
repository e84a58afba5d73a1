//! EnableImageDeregistrationProtection: the image can't be deregistered.

use model::{ApiError, records::DeregistrationProtection};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
};

pub struct EnableImageDeregistrationProtection;

impl Action for EnableImageDeregistrationProtection {
    type Input = ec2::EnableImageDeregistrationProtectionRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let image = super::own(&call.view, input.image_id.as_deref())?;
        let mut after = image.record.clone();
        after.protection = match input.with_cooldown {
            Some(true) => DeregistrationProtection::EnabledWithCooldown,
            _ => DeregistrationProtection::Enabled,
        };
        let shown = super::protection(after.protection, call.now_ms);
        let mut edit = Edit::new();
        if after != image.record {
            edit.update(&image, &after);
        }
        Plan::change(edit, move |_| {
            Ok(ec2::EnableImageDeregistrationProtectionResult { return_: Some(shown.to_owned()) })
        })
    }
}

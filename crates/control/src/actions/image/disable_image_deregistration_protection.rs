//! DisableImageDeregistrationProtection: at once, or a day later if the image was protected with a cooldown.

use model::{ApiError, records::DeregistrationProtection};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
};

pub struct DisableImageDeregistrationProtection;

impl Action for DisableImageDeregistrationProtection {
    type Input = ec2::DisableImageDeregistrationProtectionRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let image = super::own(&call.view, input.image_id.as_deref())?;
        let mut after = image.record.clone();
        after.protection = disabled(image.protection, call.now_ms);
        let shown = super::protection(after.protection, call.now_ms);
        let mut edit = Edit::new();
        if after != image.record {
            edit.update(&image, &after);
        }
        Plan::change(edit, move |_| {
            Ok(ec2::DisableImageDeregistrationProtectionResult { return_: Some(shown.to_owned()) })
        })
    }
}

const COOLDOWN_MS: i64 = 24 * 60 * 60 * 1000;

/// What becomes of a protection that is taken away.
fn disabled(protection: DeregistrationProtection, now_ms: i64) -> DeregistrationProtection {
    match protection {
        DeregistrationProtection::EnabledWithCooldown => {
            DeregistrationProtection::CoolingDown { until_ms: now_ms + COOLDOWN_MS }
        }
        // Asking again does not make it hold longer, or end sooner.
        DeregistrationProtection::CoolingDown { until_ms } if now_ms < until_ms => protection,
        DeregistrationProtection::CoolingDown { .. }
        | DeregistrationProtection::Enabled
        | DeregistrationProtection::Disabled => DeregistrationProtection::Disabled,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cooldown_holds_for_a_day() {
        let cooling = disabled(DeregistrationProtection::EnabledWithCooldown, 1);
        assert!(cooling.holds(COOLDOWN_MS));
        assert!(!cooling.holds(COOLDOWN_MS + 1));
        assert_eq!(disabled(cooling, 2), cooling);
        assert_eq!(disabled(cooling, COOLDOWN_MS + 1), DeregistrationProtection::Disabled);
        assert_eq!(disabled(DeregistrationProtection::Enabled, 1), DeregistrationProtection::Disabled);
    }
}

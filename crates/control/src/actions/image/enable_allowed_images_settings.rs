//! EnableAllowedImagesSettings: only images that meet the account's criteria can be seen and launched, or it is only
//! shown which those are.

use model::{ApiError, records::AllowedImagesState};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    actions::account::settings,
};

pub struct EnableAllowedImagesSettings;

impl Action for EnableAllowedImagesSettings {
    type Input = ec2::EnableAllowedImagesSettingsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let state = match input.allowed_images_settings_state.as_deref() {
            None => return Err(ApiError::missing("AllowedImagesSettingsState")),
            Some("audit-mode") => AllowedImagesState::AuditMode,
            // The decoder takes no third.
            Some(_) => AllowedImagesState::Enabled,
        };
        let edit = settings::change(call, |settings| settings.allowed_images.state = state)?;
        Plan::change(edit, move |_| {
            Ok(ec2::EnableAllowedImagesSettingsResult {
                allowed_images_settings_state: Some(state.as_str().to_owned()),
            })
        })
    }
}

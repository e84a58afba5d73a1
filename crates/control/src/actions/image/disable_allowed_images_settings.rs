//! DisableAllowedImagesSettings: all images can be seen and launched that are public or shared. The criteria stay.

use model::{ApiError, records::AllowedImagesState};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    actions::account::settings,
};

pub struct DisableAllowedImagesSettings;

impl Action for DisableAllowedImagesSettings {
    type Input = ec2::DisableAllowedImagesSettingsRequest;

    fn plan(call: &Call, _input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let state = AllowedImagesState::Disabled;
        let edit = settings::change(call, |settings| settings.allowed_images.state = state)?;
        Plan::change(edit, move |_| {
            Ok(ec2::DisableAllowedImagesSettingsResult {
                allowed_images_settings_state: Some(state.as_str().to_owned()),
            })
        })
    }
}

//! DisableImageBlockPublicAccess: images of the account can be made public again.

use model::ApiError;
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    actions::account::settings,
};

pub struct DisableImageBlockPublicAccess;

impl Action for DisableImageBlockPublicAccess {
    type Input = ec2::DisableImageBlockPublicAccessRequest;

    fn plan(call: &Call, _input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let edit = settings::change(call, |settings| settings.block_public_images = false)?;
        Plan::change(edit, |_| {
            Ok(ec2::DisableImageBlockPublicAccessResult {
                image_block_public_access_state: Some(super::block_public_access(false).to_owned()),
            })
        })
    }
}

//! EnableImageBlockPublicAccess: no image of the account becomes public any more; those that are stay so.

use model::ApiError;
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    actions::account::settings,
};

pub struct EnableImageBlockPublicAccess;

impl Action for EnableImageBlockPublicAccess {
    type Input = ec2::EnableImageBlockPublicAccessRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        // The decoder takes no other state than block-new-sharing.
        if input.image_block_public_access_state.is_none() {
            return Err(ApiError::missing("ImageBlockPublicAccessState"));
        }
        let edit = settings::change(call, |settings| settings.block_public_images = true)?;
        Plan::change(edit, |_| {
            Ok(ec2::EnableImageBlockPublicAccessResult {
                image_block_public_access_state: Some(super::block_public_access(true).to_owned()),
            })
        })
    }
}

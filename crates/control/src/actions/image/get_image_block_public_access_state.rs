//! GetImageBlockPublicAccessState: whether images of the account can be made public.

use model::ApiError;
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    actions::account::settings,
};

pub struct GetImageBlockPublicAccessState;

impl Action for GetImageBlockPublicAccessState {
    type Input = ec2::GetImageBlockPublicAccessStateRequest;

    fn plan(call: &Call, _input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let blocked = settings::of(call)?.block_public_images;
        Ok(Plan::Answer(ec2::GetImageBlockPublicAccessStateResult {
            image_block_public_access_state: Some(super::block_public_access(blocked).to_owned()),
            managed_by: Some("account".into()),
        }))
    }
}

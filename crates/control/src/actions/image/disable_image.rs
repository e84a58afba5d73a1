//! DisableImage: nobody may launch the image, and nobody but its owner sees it.

use model::{ApiError, records::ImageState};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
};

pub struct DisableImage;

impl Action for DisableImage {
    type Input = ec2::DisableImageRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let image = super::own(&call.view, input.image_id.as_deref())?;
        let mut edit = Edit::new();
        match image.state {
            ImageState::Disabled => {}
            ImageState::Available => {
                let mut after = image.record.clone();
                after.state = ImageState::Disabled;
                after.public = false;
                after.shared_with.clear();
                edit.update(&image, &after);
            }
            ImageState::Pending | ImageState::Failed => return Err(super::unavailable(&image)),
        }
        Plan::change(edit, |_| Ok(ec2::DisableImageResult { return_: Some(true) }))
    }
}

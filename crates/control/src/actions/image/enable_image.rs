//! EnableImage: a disabled image can be launched again. Who it was shared with must be told anew.

use model::{ApiError, records::ImageState};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
};

pub struct EnableImage;

impl Action for EnableImage {
    type Input = ec2::EnableImageRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let image = super::own(&call.view, input.image_id.as_deref())?;
        let mut edit = Edit::new();
        match image.state {
            ImageState::Available => {}
            ImageState::Disabled => {
                let mut after = image.record.clone();
                after.state = ImageState::Available;
                edit.update(&image, &after);
            }
            ImageState::Pending | ImageState::Failed => return Err(super::unavailable(&image)),
        }
        Plan::change(edit, |_| Ok(ec2::EnableImageResult { return_: Some(true) }))
    }
}

//! DisableImageDeprecation: the image is, or stays, one like any other.

use model::ApiError;
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
};

pub struct DisableImageDeprecation;

impl Action for DisableImageDeprecation {
    type Input = ec2::DisableImageDeprecationRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let image = super::own(&call.view, input.image_id.as_deref())?;
        let mut edit = Edit::new();
        if image.deprecated_ms.is_some() {
            let mut after = image.record.clone();
            after.deprecated_ms = None;
            edit.update(&image, &after);
        }
        Plan::change(edit, |_| Ok(ec2::DisableImageDeprecationResult { return_: Some(true) }))
    }
}

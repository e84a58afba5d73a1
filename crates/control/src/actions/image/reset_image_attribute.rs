//! ResetImageAttribute: nobody but its owner may launch the image any more.

use model::ApiError;
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
};

pub struct ResetImageAttribute;

impl Action for ResetImageAttribute {
    type Input = ec2::ResetImageAttributeRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        // The launch permission is the only attribute that can be reset; the decoder takes no other.
        if input.attribute.is_none() {
            return Err(ApiError::missing("attribute"));
        }
        let image = super::own(&call.view, input.image_id.as_deref())?;
        let mut after = image.record.clone();
        after.public = false;
        after.shared_with.clear();
        let mut edit = Edit::new();
        if after != image.record {
            edit.update(&image, &after);
        }
        Plan::change(edit, |_| Ok(ec2::ResetImageAttributeResult {}))
    }
}

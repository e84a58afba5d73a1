//! CancelImageLaunchPermission: the caller gives back an image that another account shared with it.

use model::{ApiError, records::Image};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    lookup,
};

pub struct CancelImageLaunchPermission;

impl Action for CancelImageLaunchPermission {
    type Input = ec2::CancelImageLaunchPermissionRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let image = lookup::required::<Image>(&call.view, "ImageId", input.image_id.as_deref())?;
        if !image.shared_with.contains(&call.account) {
            return Err(ApiError::new(
                "OperationNotPermitted",
                format!("The image {} was not shared with account {} by its number.", image.id, call.account),
            ));
        }
        let mut after = image.record.clone();
        after.shared_with.retain(|account| *account != call.account);
        let mut edit = Edit::new();
        edit.give_up(&image, &after);
        Plan::change(edit, |_| Ok(ec2::CancelImageLaunchPermissionResult { return_: Some(true) }))
    }
}

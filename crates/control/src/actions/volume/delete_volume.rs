//! DeleteVolume: gone at once for its user. Files that a host has of it are removed afterwards.

use model::{ApiError, records::Volume};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    controllers::release,
    edit::Edit,
    lookup,
};

pub struct DeleteVolume;

impl Action for DeleteVolume {
    type Input = ec2::DeleteVolumeRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let volume = lookup::required::<Volume>(&call.view, "VolumeId", input.volume_id.as_deref())?;
        if let Some(attachment) = &volume.attachment {
            return Err(ApiError::new(
                "VolumeInUse",
                format!("Volume {} is currently attached to {}", volume.id, attachment.instance),
            ));
        }
        let mut edit = Edit::new();
        release::delete_volume(&mut edit, &call.view, &volume);
        Plan::change(edit, |_| Ok(ec2::DeleteVolumeResult {}))
    }
}

//! DetachVolume: a running machine has to let go of the disk first (controllers then end the attachment), a stopped
//! one holds nothing.

use model::{
    ApiError,
    instance::InstanceState,
    records::{Instance, Volume},
};
use wire::ec2;

use super::{attach::ROOT_SLOT, device};
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    lookup,
};

pub struct DetachVolume;

impl Action for DetachVolume {
    type Input = ec2::DetachVolumeRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let volume = lookup::required::<Volume>(&call.view, "VolumeId", input.volume_id.as_deref())?;
        let Some(attachment) = &volume.attachment else {
            let state = super::state(&volume);
            return Err(ApiError::new("IncorrectState", format!("Volume '{}' is in the '{state}' state.", volume.id)));
        };
        if let Some(id) = input.instance_id.as_deref().filter(|id| !id.is_empty()) {
            let instance = lookup::one::<Instance>(&call.view, id)?;
            if instance.id != attachment.instance {
                return Err(not_found(format!("The volume {} is not attached to instance {id}", volume.id)));
            }
        }
        if let Some(name) = input.device.as_deref().filter(|name| !name.is_empty())
            && !device::same(name, &attachment.device)
        {
            return Err(not_found(format!(
                "The volume {} is not attached to instance {} as device {name}",
                volume.id, attachment.instance
            )));
        }
        let instance = lookup::one::<Instance>(&call.view, &attachment.instance)?;
        let stopped = call.view.state(&instance) == InstanceState::Stopped;
        if attachment.slot == ROOT_SLOT && !stopped {
            return Err(ApiError::new(
                "OperationNotPermitted",
                format!("Unable to detach root volume '{}' from instance '{}'", volume.id, instance.id),
            ));
        }
        let force = input.force.unwrap_or(false);
        let mut edit = Edit::new();
        let mut after = volume.record.clone();
        if let Some(attachment) = &mut after.attachment {
            attachment.detaching = true;
            attachment.force |= force;
        }
        let detaching = after.clone();
        if stopped {
            // It must stay so until this is written.
            edit.alive(&instance);
            after.attachment = None;
        }
        if after != volume.record {
            edit.update(&volume, &after);
        }
        Plan::change(edit, move |view| Ok(super::attachment(view, &detaching).unwrap_or_default()))
    }
}

fn not_found(message: String) -> ApiError {
    ApiError::new("InvalidAttachment.NotFound", message)
}

//! AttachVolume: to a running instance its host plugs the disk in, a stopped one finds it at its next start.

use model::{
    ApiError,
    instance::InstanceState,
    records::{Instance, Volume, VolumeAttachment},
};
use wire::ec2;

use super::{attach, device};
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    lookup,
};

pub struct AttachVolume;

impl Action for AttachVolume {
    type Input = ec2::AttachVolumeRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let volume = lookup::required::<Volume>(&call.view, "VolumeId", input.volume_id.as_deref())?;
        let instance = lookup::required::<Instance>(&call.view, "InstanceId", input.instance_id.as_deref())?;
        let device = input.device.as_deref().filter(|device| !device.is_empty());
        let device = device.ok_or_else(|| ApiError::missing("Device"))?;
        if !device::is_valid(device) {
            return Err(ApiError::invalid_value(
                "device",
                device,
                &format!("{device} is not a valid EBS device name."),
            ));
        }
        if volume.attachment.is_some() {
            return Err(ApiError::new("VolumeInUse", format!("{} is already attached to an instance", volume.id)));
        }
        if volume.zone != instance.zone {
            return Err(ApiError::new(
                "InvalidVolume.ZoneMismatch",
                format!(
                    "The volume '{}' is not in the same availability zone as instance '{}'",
                    volume.id, instance.id
                ),
            ));
        }
        if super::state(&volume) != "available" {
            return Err(ApiError::new("IncorrectState", format!("{} is not 'available'.", volume.id)));
        }
        if !matches!(call.view.state(&instance), InstanceState::Running | InstanceState::Stopped) {
            return Err(ApiError::new("IncorrectState", format!("Instance '{}' is not 'running'.", instance.id)));
        }
        let attachment = VolumeAttachment {
            instance: instance.id.clone(),
            device: device.to_owned(),
            slot: slot(call, &instance, device)?,
            generation: volume.attachment_generation + 1,
            delete_on_termination: false,
            attached_ms: call.now_ms,
            detaching: false,
            force: false,
        };
        let mut after = volume.record.clone();
        after.attachment_generation = attachment.generation;
        after.attachment = Some(attachment);
        after.placed = true;
        let mut edit = Edit::new();
        edit.update(&volume, &after);
        // The instance must not end meanwhile, nor be given another disk in the same slot.
        edit.alive(&instance);
        let disks = format!("disks/{}", instance.id);
        edit.unchanged(disks.clone(), call.view.revision());
        edit.put(disks, volume.id.as_bytes());
        Plan::change(edit, move |view| {
            let mut shown = super::attachment(view, &after).unwrap_or_default();
            shown.state = Some("attaching".into());
            Ok(shown)
        })
    }
}

/// The slot for a disk of this name. A stopped instance whose root volume was detached can be given another.
fn slot(call: &Call, instance: &Instance, device: &str) -> Result<u8, ApiError> {
    let taken = |attachment: &VolumeAttachment| device::same(&attachment.device, device);
    let mut disks = call.view.find::<Volume>("instance", &instance.id).filter_map(|disk| disk.attachment.as_ref());
    if disks.any(taken) {
        return Err(ApiError::invalid_parameter(format!(
            "Invalid value '{device}' for unixDevice. Attachment point {device} is already in use"
        )));
    }
    if device::same(device, &instance.root_device_name) {
        return Ok(attach::ROOT_SLOT);
    }
    attach::free_slot(&call.view, instance)
}

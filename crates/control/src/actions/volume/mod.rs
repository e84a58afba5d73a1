//! Volumes.

pub mod attach;
mod attach_volume;
pub mod block_device;
mod copy_volumes;
mod create_replace_root_volume_task;
mod create_volume;
mod delete_volume;
mod describe_replace_root_volume_tasks;
mod describe_volume_attribute;
mod describe_volume_status;
mod describe_volumes;
mod describe_volumes_modifications;
mod detach_volume;
pub mod device;
mod enable_volume_io;
pub mod limits;
mod modify_volume;
mod modify_volume_attribute;

pub use attach_volume::AttachVolume;
pub use copy_volumes::CopyVolumes;
pub use create_replace_root_volume_task::CreateReplaceRootVolumeTask;
pub use create_volume::CreateVolume;
pub use delete_volume::DeleteVolume;
pub use describe_replace_root_volume_tasks::DescribeReplaceRootVolumeTasks;
pub use describe_volume_attribute::DescribeVolumeAttribute;
pub use describe_volume_status::DescribeVolumeStatus;
pub use describe_volumes::DescribeVolumes;
pub use describe_volumes_modifications::DescribeVolumesModifications;
pub use detach_volume::DetachVolume;
pub use enable_volume_io::EnableVolumeIO;
pub use modify_volume::ModifyVolume;
pub use modify_volume_attribute::ModifyVolumeAttribute;

use model::{
    facts::regions::Region,
    records::{Volume, VolumeModification},
};
use wire::{Timestamp, ec2};

use crate::{tagging, view::AccountView};

/// Volumes that an account may have in a region.
pub const QUOTA: usize = 10_000;

/// The state of a volume as a user sees it.
pub fn state(volume: &Volume) -> &'static str {
    match volume {
        Volume { problem: Some(_), .. } => "error",
        Volume { ready: false, .. } => "creating",
        Volume { attachment: Some(_), .. } => "in-use",
        _ => "available",
    }
}

/// What a volume is: its size, type and performance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form<'a> {
    pub size_gib: u32,
    pub volume_type: &'a str,
    pub iops: Option<u32>,
    pub throughput_mib: Option<u32>,
}

/// What is shown of a volume. The record says what it is to become; until the modification is made, it is what it was.
pub fn form(volume: &Volume) -> Form<'_> {
    match &volume.modification {
        Some(modification) if modification.state == "modifying" => original(modification),
        _ => Form {
            size_gib: volume.size_gib,
            volume_type: &volume.volume_type,
            iops: volume.iops,
            throughput_mib: volume.throughput_mib,
        },
    }
}

fn original(modification: &VolumeModification) -> Form<'_> {
    Form {
        size_gib: modification.original_size_gib,
        volume_type: &modification.original_type,
        iops: modification.original_iops,
        throughput_mib: modification.original_throughput_mib,
    }
}

/// A volume as answers show it.
pub fn shown(view: &AccountView, facts: &Region, volume: &Volume) -> ec2::Volume {
    let form = form(volume);
    ec2::Volume {
        volume_id: Some(volume.id.to_string()),
        size: Some(form.size_gib.into()),
        volume_type: Some(form.volume_type.to_owned()),
        iops: form.iops.map(i64::from),
        throughput: form.throughput_mib.map(i64::from),
        source_volume_id: volume.copied_from.as_ref().map(ToString::to_string),
        snapshot_id: Some(volume.snapshot.as_ref().map(ToString::to_string).unwrap_or_default()),
        availability_zone: Some(volume.zone.clone()),
        availability_zone_id: facts.zone(&volume.zone).map(|zone| zone.id.to_owned()),
        state: Some(state(volume).to_owned()),
        create_time: Some(Timestamp(volume.created_ms)),
        attachments: attachment(view, volume).into_iter().collect(),
        encrypted: Some(volume.encrypted),
        kms_key_id: volume.kms_key.clone(),
        multi_attach_enabled: Some(false),
        operator: Some(unmanaged()),
        tags: tagging::shown(view, &volume.id),
        ..ec2::Volume::default()
    }
}

/// A volume's attachment as answers show it.
pub fn attachment(view: &AccountView, volume: &Volume) -> Option<ec2::VolumeAttachment> {
    let attachment = volume.attachment.as_ref()?;
    Some(ec2::VolumeAttachment {
        volume_id: Some(volume.id.to_string()),
        instance_id: Some(attachment.instance.to_string()),
        device: Some(attachment.device.clone()),
        state: attach::attachment_state(view, volume).map(str::to_owned),
        attach_time: Some(Timestamp(attachment.attached_ms)),
        delete_on_termination: Some(attachment.delete_on_termination),
        ..ec2::VolumeAttachment::default()
    })
}

/// A modification as answers show it.
fn modification(volume: &Volume, modification: &VolumeModification) -> ec2::VolumeModification {
    ec2::VolumeModification {
        volume_id: Some(volume.id.to_string()),
        modification_state: Some(modification.state.clone()),
        target_size: Some(modification.target_size_gib.into()),
        target_volume_type: Some(modification.target_type.clone()),
        target_iops: modification.target_iops.map(i64::from),
        target_throughput: modification.target_throughput_mib.map(i64::from),
        target_multi_attach_enabled: Some(false),
        original_size: Some(modification.original_size_gib.into()),
        original_volume_type: Some(modification.original_type.clone()),
        original_iops: modification.original_iops.map(i64::from),
        original_throughput: modification.original_throughput_mib.map(i64::from),
        original_multi_attach_enabled: Some(false),
        progress: Some(if modification.ended_ms.is_some() { 100 } else { 0 }),
        start_time: Some(Timestamp(modification.started_ms)),
        end_time: modification.ended_ms.map(Timestamp),
        ..ec2::VolumeModification::default()
    }
}

/// What every volume says of services that manage it: there are none.
fn unmanaged() -> ec2::OperatorResponse {
    ec2::OperatorResponse { managed: Some(false), ..ec2::OperatorResponse::default() }
}

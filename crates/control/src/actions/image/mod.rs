//! Images.

pub mod allowed;
mod cancel_image_launch_permission;
mod copy_image;
mod create_image;
mod create_image_usage_report;
mod create_restore_image_task;
mod create_store_image_task;
mod delete_image_usage_report;
mod deregister_image;
mod describe_image_attribute;
mod describe_image_references;
mod describe_image_usage_report_entries;
mod describe_image_usage_reports;
mod describe_images;
mod describe_instance_image_metadata;
mod describe_store_image_tasks;
mod disable_allowed_images_settings;
mod disable_image;
mod disable_image_block_public_access;
mod disable_image_deprecation;
mod disable_image_deregistration_protection;
mod enable_allowed_images_settings;
mod enable_image;
mod enable_image_block_public_access;
mod enable_image_deprecation;
mod enable_image_deregistration_protection;
mod get_allowed_images_settings;
mod get_image_ancestry;
mod get_image_block_public_access_state;
mod list_images_in_recycle_bin;
mod modify_image_attribute;
pub mod name;
mod register_image;
mod replace_image_criteria_in_allowed_images_settings;
mod reset_image_attribute;
mod restore_image_from_recycle_bin;
pub mod stored;
pub mod usage;

pub use cancel_image_launch_permission::CancelImageLaunchPermission;
pub use copy_image::CopyImage;
pub use create_image::CreateImage;
pub use create_image_usage_report::CreateImageUsageReport;
pub use create_restore_image_task::CreateRestoreImageTask;
pub use create_store_image_task::CreateStoreImageTask;
pub use delete_image_usage_report::DeleteImageUsageReport;
pub use deregister_image::DeregisterImage;
pub use describe_image_attribute::DescribeImageAttribute;
pub use describe_image_references::DescribeImageReferences;
pub use describe_image_usage_report_entries::DescribeImageUsageReportEntries;
pub use describe_image_usage_reports::DescribeImageUsageReports;
pub use describe_images::DescribeImages;
pub use describe_instance_image_metadata::DescribeInstanceImageMetadata;
pub use describe_store_image_tasks::DescribeStoreImageTasks;
pub use disable_allowed_images_settings::DisableAllowedImagesSettings;
pub use disable_image::DisableImage;
pub use disable_image_block_public_access::DisableImageBlockPublicAccess;
pub use disable_image_deprecation::DisableImageDeprecation;
pub use disable_image_deregistration_protection::DisableImageDeregistrationProtection;
pub use enable_allowed_images_settings::EnableAllowedImagesSettings;
pub use enable_image::EnableImage;
pub use enable_image_block_public_access::EnableImageBlockPublicAccess;
pub use enable_image_deprecation::EnableImageDeprecation;
pub use enable_image_deregistration_protection::EnableImageDeregistrationProtection;
pub use get_allowed_images_settings::GetAllowedImagesSettings;
pub use get_image_ancestry::GetImageAncestry;
pub use get_image_block_public_access_state::GetImageBlockPublicAccessState;
pub use list_images_in_recycle_bin::ListImagesInRecycleBin;
use model::{
    ApiError,
    records::{DeregistrationProtection, Image, ImageBlockDevice, ImageState, ImageUse, Snapshot},
};
pub use modify_image_attribute::ModifyImageAttribute;
pub use register_image::RegisterImage;
pub use replace_image_criteria_in_allowed_images_settings::ReplaceImageCriteriaInAllowedImagesSettings;
pub use reset_image_attribute::ResetImageAttribute;
pub use restore_image_from_recycle_bin::RestoreImageFromRecycleBin;
use std::sync::Arc;
use wire::{Timestamp, ec2};

use super::volume::limits;
use crate::{
    action::Call,
    controllers::release,
    edit::Edit,
    lookup::{self, Named},
    tagging,
    view::{AccountView, Row},
};

/// Images that an account may have in a region.
pub const QUOTA: usize = 50_000;

/// An image as answers show it.
pub fn shown(call: &Call, image: &Image) -> ec2::Image {
    let view = &call.view;
    ec2::Image {
        image_id: Some(image.id.to_string()),
        image_location: Some(location(image)),
        name: Some(image.name.clone()),
        description: image.description.clone(),
        state: Some(image.state.as_str().to_owned()),
        state_reason: failure(view, image)
            .map(|(code, message)| ec2::StateReason { code: Some(code.to_owned()), message: Some(message) }),
        owner_id: Some(image.account.to_string()),
        image_owner_alias: image.owner_alias.clone(),
        public: Some(image.public),
        architecture: Some(image.architecture.as_str().to_owned()),
        image_type: Some("machine".into()),
        platform_details: Some("Linux/UNIX".into()),
        usage_operation: Some("RunInstances".into()),
        hypervisor: Some("xen".into()),
        virtualization_type: Some("hvm".into()),
        root_device_type: Some("ebs".into()),
        root_device_name: Some(image.root_device_name.clone()),
        block_device_mappings: image.block_devices.iter().map(block_device).collect(),
        boot_mode: image.boot_mode.map(|mode| mode.as_str().to_owned()),
        ena_support: Some(image.ena_support),
        sriov_net_support: image.sriov_net_support.clone(),
        imds_support: image.imds_support.clone(),
        tpm_support: image.tpm_support.clone(),
        creation_date: Some(Timestamp(image.created_ms).to_string()),
        deprecation_time: image.deprecated_ms.map(|at| Timestamp(at).to_string()),
        last_launched_time: last_launched(view, image),
        deregistration_protection: Some(protection(image.protection, call.now_ms).to_owned()),
        image_allowed: allowed::shown(call, image),
        source_instance_id: image.source_instance.as_ref().map(ToString::to_string),
        source_image_id: image.source_image.as_ref().map(ToString::to_string),
        source_image_region: image.source_image_region.clone(),
        free_tier_eligible: Some(free_tier_eligible(image)),
        tags: tagging::shown(view, &image.id),
        ..ec2::Image::default()
    }
}

/// `amazon/fogbank-tiny-…`, or the owner's number before the slash.
fn location(image: &Image) -> String {
    format!("{}/{}", image.owner_alias.as_deref().unwrap_or(&image.account), image.name)
}

/// Code and message of why an image failed: what went wrong with a snapshot of its own, where that is known.
fn failure(view: &AccountView, image: &Image) -> Option<(&'static str, String)> {
    if image.state != ImageState::Failed {
        return None;
    }
    let code = "Client.InvalidSnapshot";
    let snapshots = image.block_devices.iter().filter_map(|device| view.held::<Snapshot>(device.snapshot.as_deref()?));
    let problem = snapshots.filter_map(|snapshot| snapshot.problem.as_deref()).next();
    let problem = problem.unwrap_or("A snapshot of the image could not be taken");
    Some((code, format!("{code}: {problem}")))
}

/// As EC2 writes it. A protection that is cooling down is shown as the one that it was until it ends.
fn protection(protection: DeregistrationProtection, now_ms: i64) -> &'static str {
    match protection {
        DeregistrationProtection::Enabled => "enabled-without-cooldown",
        DeregistrationProtection::EnabledWithCooldown => "enabled-with-cooldown",
        DeregistrationProtection::CoolingDown { .. } if protection.holds(now_ms) => "enabled-with-cooldown",
        DeregistrationProtection::CoolingDown { .. } | DeregistrationProtection::Disabled => "disabled",
    }
}

/// When it was last launched, which is its owner's business.
fn last_launched(view: &AccountView, image: &Image) -> Option<String> {
    view.held::<ImageUse>(&image.id).map(|used| Timestamp(used.last_launched_ms).to_string())
}

/// The state of block public access for AMIs.
fn block_public_access(blocked: bool) -> &'static str {
    if blocked { "block-new-sharing" } else { "unblocked" }
}

/// The refusal of an image that is not there for the caller.
pub fn not_found(id: &str) -> ApiError {
    Image::NOUN.not_found(id)
}

/// The refusal of an image that is in a state in which this can't be done with it.
fn unavailable(image: &Image) -> ApiError {
    ApiError::new(
        "InvalidAMIID.Unavailable",
        format!("The image id '{}' is in state '{}'", image.id, image.state.as_str()),
    )
}

fn free_tier_eligible(image: &Image) -> bool {
    image.owner_alias.is_some()
}

/// A block device of an image as answers show it.
fn block_device(device: &ImageBlockDevice) -> ec2::BlockDeviceMapping {
    let ebs = device.virtual_name.is_none().then(|| ec2::EbsBlockDevice {
        snapshot_id: device.snapshot.as_ref().map(ToString::to_string),
        volume_size: Some(device.size_gib.into()),
        volume_type: Some(device.volume_type.clone()),
        // Types whose IOPS follow from the size don't show them here.
        iops: device.iops.filter(|_| takes_iops(device)).map(i64::from),
        throughput: device.throughput_mib.map(i64::from),
        delete_on_termination: Some(device.delete_on_termination),
        encrypted: Some(device.encrypted),
        ..ec2::EbsBlockDevice::default()
    });
    ec2::BlockDeviceMapping {
        device_name: Some(device.device.clone()),
        virtual_name: device.virtual_name.clone(),
        ebs,
        ..ec2::BlockDeviceMapping::default()
    }
}

fn takes_iops(device: &ImageBlockDevice) -> bool {
    limits::volume_type(&device.volume_type).is_ok_and(limits::VolumeType::takes_iops)
}

/// An image that the request must name and the caller must own to do this with it.
fn own(view: &AccountView, id: Option<&str>) -> Result<Arc<Row<Image>>, ApiError> {
    let id = id.filter(|id| !id.is_empty()).ok_or_else(|| ApiError::missing("ImageId"))?;
    // One that is seen and not owned is shared, so that it exists is no secret.
    lookup::one::<Image>(view, id)?;
    view.get(id).ok_or_else(|| ApiError {
        status: 403,
        code: "AuthFailure".into(),
        message: format!("Not authorized for image:{id}"),
    })
}

/// Adds an image to an edit: its name is claimed, its tags are set, and its snapshots can't be deleted from now on.
fn add(call: &Call, edit: &mut Edit, image: &Image, tags: &[(String, String)]) -> Result<(), ApiError> {
    super::quota::check(call.view.owned::<Image>(), QUOTA, "AMIQuotaExceeded", "AMIs")?;
    name::claim(call, edit, image)?;
    edit.create(image);
    for snapshot in image.block_devices.iter().filter_map(|device| device.snapshot.as_deref()) {
        edit.child(snapshot, &image.id);
    }
    for (key, value) in tags {
        edit.tag(&image.account, &image.id, "image", key, value);
    }
    if edit.operations() > store::MAX_OPERATIONS {
        return Err(ApiError::unsupported(
            "An image of so many disks can't be made with so many tags at once. Set the tags afterwards.",
        ));
    }
    Ok(())
}

/// Adds the deletion of an image to an edit. Its snapshots stay.
fn delete(call: &Call, edit: &mut Edit, image: &Row<Image>) {
    edit.delete(image);
    name::release(edit, image);
    for snapshot in image.block_devices.iter().filter_map(|device| device.snapshot.as_deref()) {
        edit.no_longer_child(snapshot, &image.id);
    }
    release::untag_all(edit, &call.view, &image.id);
}

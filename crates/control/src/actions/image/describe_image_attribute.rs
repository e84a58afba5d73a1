//! DescribeImageAttribute: one of an image's attributes, for its owner.

use model::ApiError;
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    actions::snapshot::audience::ALL,
};

pub struct DescribeImageAttribute;

impl Action for DescribeImageAttribute {
    type Input = ec2::DescribeImageAttributeRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let attribute = input.attribute.as_deref().ok_or_else(|| ApiError::missing("attribute"))?;
        let image = super::own(&call.view, input.image_id.as_deref()).map_err(|error| match attribute {
            // AWS has words of its own for the disks of others.
            "blockDeviceMapping" if error.code == "AuthFailure" => {
                ApiError { message: "Unauthorized attempt to access restricted resource".into(), ..error }
            }
            _ => error,
        })?;
        let value = |value: Option<String>| Some(ec2::AttributeValue { value });
        let mut shown = ec2::ImageAttribute { image_id: Some(image.id.to_string()), ..ec2::ImageAttribute::default() };
        match attribute {
            "description" => shown.description = value(Some(image.description.clone().unwrap_or_default())),
            "launchPermission" => {
                let all = image.public.then(|| ec2::LaunchPermission { group: Some(ALL.into()), ..Default::default() });
                let accounts = image.shared_with.iter().map(|account| ec2::LaunchPermission {
                    user_id: Some(account.to_string()),
                    ..ec2::LaunchPermission::default()
                });
                shown.launch_permissions = Some(all.into_iter().chain(accounts).collect());
            }
            "blockDeviceMapping" => {
                shown.block_device_mappings = Some(image.block_devices.iter().map(super::block_device).collect());
            }
            "productCodes" => shown.product_codes = Some(Vec::new()),
            "bootMode" => shown.boot_mode = value(image.boot_mode.map(|mode| mode.as_str().to_owned())),
            "sriovNetSupport" => shown.sriov_net_support = value(image.sriov_net_support.clone()),
            "imdsSupport" => shown.imds_support = value(image.imds_support.clone()),
            "tpmSupport" => shown.tpm_support = value(image.tpm_support.clone()),
            "lastLaunchedTime" => {
                shown.last_launched_time = value(super::last_launched(&call.view, &image));
            }
            "deregistrationProtection" => {
                shown.deregistration_protection =
                    value(Some(super::protection(image.protection, call.now_ms).to_owned()));
            }
            // Images are whole disks, and nobody has given one variables of its firmware.
            "kernel" => shown.kernel_id = value(None),
            "ramdisk" => shown.ramdisk_id = value(None),
            "uefiData" => shown.uefi_data = value(None),
            other => return Err(ApiError::invalid_value("attribute", other, "Unknown attribute.")),
        }
        Ok(Plan::Answer(shown))
    }
}

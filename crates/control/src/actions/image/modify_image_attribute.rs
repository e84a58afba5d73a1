//! ModifyImageAttribute: who may launch an image, its description, and whether instances of it must use IMDSv2.
//!
//! EC2 takes three forms of request: a structure for the attribute, `Attribute` with `Value`, and `Attribute` with
//! `OperationType` and lists of users and groups.

use model::{
    ApiError,
    records::{Image, ImageState},
};
use wire::ec2;

use super::register_image::description;
use crate::{
    action::{Action, Call, Output, Plan},
    actions::{
        account::settings,
        refusals,
        snapshot::audience::{Audience, Change},
    },
    edit::Edit,
};

pub struct ModifyImageAttribute;

/// Code of the refusal of something that is neither an account nor a group.
const BAD_ITEM: &str = "InvalidAMIAttributeItemValue";

const BLOCKED: &str = "You can't publicly share this image because block public access for AMIs is enabled for this account. To publicly share the image, you must call the DisableImageBlockPublicAccess API.";

impl Action for ModifyImageAttribute {
    type Input = ec2::ModifyImageAttributeRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let image = super::own(&call.view, input.image_id.as_deref())?;
        let mut after = image.record.clone();
        let given = |attribute: &str| input.attribute.as_deref() == Some(attribute) && input.value.is_some();
        let permission = permission(input)?;
        let (description, imds) = (input.description.as_ref(), input.imds_support.as_ref());
        refusals::one_attribute(&[
            ("launchPermission", permission.is_some()),
            ("description", description.is_some() || given("description")),
            ("imdsSupport", imds.is_some() || given("imdsSupport")),
        ])?;
        if let Some(change) = permission {
            if image.state == ImageState::Disabled && !change.add.is_empty() {
                return Err(super::unavailable(&image));
            }
            if change.add.includes_everybody() && settings::of(call)?.block_public_images {
                return Err(ApiError::new("OperationNotPermitted", BLOCKED));
            }
            if !change.add.is_empty() && image.block_devices.iter().any(|it| it.encrypted && it.snapshot.is_some()) {
                return Err(ApiError::new(
                    "InvalidParameter",
                    "Snapshots encrypted with the AWS Managed CMK can't be shared. Specify another snapshot.",
                ));
            }
            change.apply(&mut after.public, &mut after.shared_with);
        } else if description.is_some() || given("description") {
            let text = description.and_then(|attribute| attribute.value.as_deref()).or(input.value.as_deref());
            after.description = self::description(text)?;
        } else {
            set_imds_support(&mut after, imds.and_then(|it| it.value.as_deref()).or(input.value.as_deref()))?;
        }
        let mut edit = Edit::new();
        if after != image.record {
            edit.update(&image, &after);
        }
        Plan::change(edit, |_| Ok(ec2::ModifyImageAttributeResult {}))
    }
}

/// What is to change of who may launch it, if that is what the request is about.
fn permission(input: &ec2::ModifyImageAttributeRequest) -> Result<Option<Change>, ApiError> {
    if let Some(permission) = &input.launch_permission {
        let change = Change { add: audience(&permission.add)?, remove: audience(&permission.remove)? };
        return Ok(Some(change).filter(|change| !change.is_empty()));
    }
    let users = input.user_ids.iter().map(String::as_str);
    let audience = Audience::parse(BAD_ITEM, users, input.user_groups.iter().map(String::as_str))?;
    if audience.is_empty() {
        return Ok(None);
    }
    Change::by_operation(input.operation_type.as_deref(), audience).map(Some)
}

fn audience(permissions: &[ec2::LaunchPermission]) -> Result<Audience, ApiError> {
    let organization =
        |it: &ec2::LaunchPermission| it.organization_arn.is_some() || it.organizational_unit_arn.is_some();
    if permissions.iter().any(organization) {
        return Err(ApiError::unsupported(
            "Images can be shared with accounts and with everybody, not with organizations.",
        ));
    }
    Audience::parse(
        BAD_ITEM,
        permissions.iter().filter_map(|permission| permission.user_id.as_deref()),
        permissions.iter().filter_map(|permission| permission.group.as_deref()),
    )
}

/// An image that asks for IMDSv2 does so for good.
fn set_imds_support(image: &mut Image, value: Option<&str>) -> Result<(), ApiError> {
    match value {
        Some("v2.0") => image.imds_support = Some("v2.0".into()),
        other => {
            return Err(ApiError::invalid_value("imdsSupport", other.unwrap_or_default(), "It must be 'v2.0'."));
        }
    }
    Ok(())
}

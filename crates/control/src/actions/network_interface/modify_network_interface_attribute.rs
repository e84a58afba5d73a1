//! ModifyNetworkInterfaceAttribute: one attribute in each request.

use std::sync::Arc;

use model::{
    ApiError,
    records::{NetworkInterface, SecurityGroup, Subnet},
};
use wire::ec2;

use super::groups;
use crate::{
    action::{Action, Call, Output, Plan},
    actions::refusals::one_attribute,
    edit::Edit,
    lookup,
    view::Row,
};

pub struct ModifyNetworkInterfaceAttribute;

impl Action for ModifyNetworkInterfaceAttribute {
    type Input = ec2::ModifyNetworkInterfaceAttributeRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let id = input.network_interface_id.as_deref();
        let interface = lookup::required::<NetworkInterface>(&call.view, "NetworkInterfaceId", id)?;
        one_attribute(&[
            ("attachment", input.attachment.is_some()),
            ("description", input.description.is_some()),
            ("groupSet", !input.groups.is_empty()),
            ("sourceDestCheck", input.source_dest_check.is_some()),
        ])?;
        let mut edit = Edit::new();
        let mut after = interface.record.clone();
        if let Some(description) = &input.description {
            after.description = description.value.clone().unwrap_or_default();
        }
        if let Some(value) = input.source_dest_check.as_ref().and_then(|attribute| attribute.value) {
            after.source_dest_check = value;
        }
        if let Some(changes) = &input.attachment {
            modify_attachment(&mut after, changes)?;
        }
        if !input.groups.is_empty() {
            let subnet = lookup::one::<Subnet>(&call.view, &interface.subnet)?;
            let groups = groups::for_subnet(&call.view, &subnet, &input.groups)?;
            set_groups(&mut edit, &mut after, &groups);
        }
        edit.update(&interface, &after);
        Plan::change(edit, |_| Ok(ec2::ModifyNetworkInterfaceAttributeResult {}))
    }
}

fn modify_attachment(
    interface: &mut NetworkInterface,
    changes: &ec2::NetworkInterfaceAttachmentChanges,
) -> Result<(), ApiError> {
    let id = changes.attachment_id.as_deref().ok_or_else(|| ApiError::missing("Attachment.AttachmentId"))?;
    let attachment = interface.attachment.as_mut().filter(|attachment| attachment.id.as_str() == id);
    let attachment = attachment.ok_or_else(|| {
        ApiError::new("InvalidAttachmentID.NotFound", format!("The attachment '{id}' does not exist."))
    })?;
    let value = changes.delete_on_termination.ok_or_else(|| ApiError::missing("Attachment.DeleteOnTermination"))?;
    attachment.delete_on_termination = value;
    Ok(())
}

/// Gives an interface other groups; the caller writes the interface. ModifyInstanceAttribute does the same.
pub fn set_groups(edit: &mut Edit, interface: &mut NetworkInterface, groups: &[Arc<Row<SecurityGroup>>]) {
    for left in interface.groups.iter().filter(|id| !groups.iter().any(|group| group.id == **id)) {
        edit.no_longer_child(left, &interface.id);
    }
    for joined in groups.iter().filter(|group| !interface.groups.contains(&group.id)) {
        edit.alive(joined);
        edit.child(&joined.id, &interface.id);
    }
    interface.groups = groups.iter().map(|group| group.id.clone()).collect();
}

//! DetachNetworkInterface: a running machine has to let go of the interface first (controllers then end the attachment),
//! a stopped one holds nothing.

use std::sync::Arc;

use model::{
    ApiError, EniAttachmentId,
    instance::InstanceState,
    records::{Instance, NetworkInterface},
};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    lookup,
    view::Row,
};

pub struct DetachNetworkInterface;

impl Action for DetachNetworkInterface {
    type Input = ec2::DetachNetworkInterfaceRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let id = input.attachment_id.as_deref().filter(|id| !id.is_empty());
        let interface = attached(call, id.ok_or_else(|| ApiError::missing("AttachmentId"))?)?;
        let mut after = interface.record.clone();
        let Some(attachment) = &mut after.attachment else {
            return Err(ApiError::internal("an interface was found by an attachment that it has not"));
        };
        if attachment.device_index == 0 {
            return Err(ApiError::new(
                "OperationNotPermitted",
                "The network interface at device index 0 and networkCard index 0 cannot be detached.",
            ));
        }
        let instance = lookup::one::<Instance>(&call.view, &attachment.instance)?;
        let mut edit = Edit::new();
        attachment.detaching = true;
        attachment.force |= input.force.unwrap_or(false);
        match call.view.state(&instance) {
            InstanceState::Stopped => {
                // It must stay so until this is written.
                edit.alive(&instance);
                after.attachment = None;
            }
            InstanceState::Running | InstanceState::Stopping | InstanceState::ShuttingDown => {}
            InstanceState::Pending | InstanceState::Terminated => {
                return Err(ApiError::new(
                    "IncorrectState",
                    format!("Instance '{}' is not 'running' or 'stopped'.", instance.id),
                ));
            }
        }
        if after != interface.record {
            edit.update(&interface, &after);
        }
        Plan::change(edit, |_| Ok(ec2::DetachNetworkInterfaceResult {}))
    }
}

fn attached(call: &Call, id: &str) -> Result<Arc<Row<NetworkInterface>>, ApiError> {
    if EniAttachmentId::parse(id).is_err() {
        return Err(ApiError::new(
            "InvalidAttachmentID.Malformed",
            format!("Invalid id: \"{id}\" (expecting \"eni-attach-...\")"),
        ));
    }
    let found = call.view.find::<NetworkInterface>("attachment", id).next();
    found
        .cloned()
        .ok_or_else(|| ApiError::new("InvalidAttachmentID.NotFound", format!("The attachment '{id}' does not exist.")))
}

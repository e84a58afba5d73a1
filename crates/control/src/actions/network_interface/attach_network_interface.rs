//! AttachNetworkInterface: into a running instance its host plugs the interface, a stopped one finds it at its next start.

use model::{
    ApiError, EniAttachmentId,
    instance::InstanceState,
    records::{Instance, InterfaceAttachment, NetworkInterface},
};
use wire::ec2;

use super::attachment;
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    lookup,
};

pub struct AttachNetworkInterface;

impl Action for AttachNetworkInterface {
    type Input = ec2::AttachNetworkInterfaceRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let id = input.network_interface_id.as_deref();
        let interface = lookup::required::<NetworkInterface>(&call.view, "NetworkInterfaceId", id)?;
        let instance = lookup::required::<Instance>(&call.view, "InstanceId", input.instance_id.as_deref())?;
        let index = input.device_index.ok_or_else(|| ApiError::missing("DeviceIndex"))?;
        let index = u8::try_from(index)
            .map_err(|_| ApiError::invalid_value("deviceIndex", index, "It must be between 0 and 255."))?;
        attachment::check_free(&interface)?;
        if !matches!(call.view.state(&instance), InstanceState::Running | InstanceState::Stopped) {
            return Err(ApiError::new(
                "IncorrectState",
                format!("Instance '{}' is not 'running' or 'stopped'.", instance.id),
            ));
        }
        attachment::check_place(&call.view, &instance, &interface, index)?;
        let mut after = interface.record.clone();
        after.attachment_generation += 1;
        let new = InterfaceAttachment {
            id: EniAttachmentId::from_random(call.random()),
            instance: instance.id.clone(),
            device_index: index,
            network_card_index: 0,
            delete_on_termination: false,
            attached_ms: call.now_ms,
            generation: after.attachment_generation,
            detaching: false,
            force: false,
        };
        let id = new.id.to_string();
        after.attachment = Some(new);
        let mut edit = Edit::new();
        edit.update(&interface, &after);
        // The instance must not end meanwhile.
        edit.alive(&instance);
        attachment::take_turns(&call.view, &mut edit, &instance, &interface.id);
        Plan::change(edit, move |_| {
            Ok(ec2::AttachNetworkInterfaceResult { attachment_id: Some(id), network_card_index: Some(0) })
        })
    }
}

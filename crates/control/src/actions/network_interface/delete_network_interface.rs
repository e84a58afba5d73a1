//! DeleteNetworkInterface: refused while it is attached.

use model::{ApiError, records::NetworkInterface};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    controllers::release,
    edit::Edit,
    lookup, tagging,
};

pub struct DeleteNetworkInterface;

impl Action for DeleteNetworkInterface {
    type Input = ec2::DeleteNetworkInterfaceRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let id = input.network_interface_id.as_deref();
        let interface = lookup::required::<NetworkInterface>(&call.view, "NetworkInterfaceId", id)?;
        if interface.attachment.is_some() {
            return Err(ApiError::invalid_parameter(format!(
                "Network interface '{}' is currently in use.",
                interface.id
            )));
        }
        let mut edit = Edit::new();
        release::delete_interface(&mut edit, &call.view, &interface);
        tagging::remove_all(&mut edit, &call.view, &interface.id);
        Plan::change(edit, |_| Ok(ec2::DeleteNetworkInterfaceResult {}))
    }
}

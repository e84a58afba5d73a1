//! ResetNetworkInterfaceAttribute: the check of source and destination back to true.

use model::{ApiError, records::NetworkInterface};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    lookup,
};

pub struct ResetNetworkInterfaceAttribute;

impl Action for ResetNetworkInterfaceAttribute {
    type Input = ec2::ResetNetworkInterfaceAttributeRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let id = input.network_interface_id.as_deref();
        let interface = lookup::required::<NetworkInterface>(&call.view, "NetworkInterfaceId", id)?;
        // The value says nothing; it is there so that the attribute is named.
        if input.source_dest_check.is_none() {
            return Err(ApiError::combination("No attributes specified."));
        }
        let mut edit = Edit::new();
        edit.update(&interface, &NetworkInterface { source_dest_check: true, ..interface.record.clone() });
        Plan::change(edit, |_| Ok(ec2::ResetNetworkInterfaceAttributeResult {}))
    }
}

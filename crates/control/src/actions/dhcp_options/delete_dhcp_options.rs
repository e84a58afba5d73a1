//! DeleteDhcpOptions: refused while a VPC has the set.

use model::{
    ApiError,
    records::{DhcpOptions, Vpc},
};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    actions::refusals::in_use,
    edit::Edit,
    lookup, tagging,
};

pub struct DeleteDhcpOptions;

impl Action for DeleteDhcpOptions {
    type Input = ec2::DeleteDhcpOptionsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let id = input.dhcp_options_id.as_deref();
        let options = lookup::required::<DhcpOptions>(&call.view, "DhcpOptionsId", id)?;
        if call.view.count::<Vpc>("dhcp-options", &options.id) > 0 {
            return Err(in_use("dhcpOptions", &options.id));
        }
        let mut edit = Edit::new();
        // A VPC that is given the set meanwhile becomes its child.
        edit.require_childless(&options.id);
        tagging::remove_all(&mut edit, &call.view, &options.id);
        edit.delete(&options);
        Plan::change(edit, |_| Ok(ec2::DeleteDhcpOptionsResult {}))
    }
}

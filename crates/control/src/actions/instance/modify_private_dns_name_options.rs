//! ModifyPrivateDnsNameOptions: what an instance is called in its VPC. Its kind of name changes while it is stopped.

use model::{ApiError, instance::InstanceState};
use wire::ec2;

use super::{power, shown};
use crate::{
    action::{Action, Call, Output, Plan},
    actions::names,
    edit::Edit,
};

pub struct ModifyPrivateDnsNameOptions;

impl Action for ModifyPrivateDnsNameOptions {
    type Input = ec2::ModifyPrivateDnsNameOptionsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let instance = power::alive(call, input.instance_id.as_deref())?;
        let mut after = instance.record.clone();
        if let Some(kind) = input.private_dns_hostname_type.as_deref().filter(|kind| *kind != instance.hostname_type) {
            if call.view.state(&instance) != InstanceState::Stopped {
                return Err(power::not_stopped(&instance.id));
            }
            let interfaces = shown::interfaces(&call.view, &instance.id);
            let primary =
                interfaces.first().ok_or_else(|| ApiError::internal("an instance has no network interface"))?;
            let address = primary.primary().private;
            after.private_dns_name = names::instance_private(call.region.facts, kind, &instance.id, address);
            after.hostname_type = kind.to_owned();
        }
        if let Some(on) = input.enable_resource_name_dns_a_record {
            after.resource_name_a_record = on;
        }
        let mut edit = Edit::new();
        edit.update(&instance, &after);
        Plan::change(edit, |_| Ok(ec2::ModifyPrivateDnsNameOptionsResult { return_: Some(true) }))
    }
}

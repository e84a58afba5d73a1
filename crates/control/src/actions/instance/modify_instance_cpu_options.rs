//! ModifyInstanceCpuOptions: cores and threads of a stopped instance.

use model::{ApiError, instance::InstanceState, records::Instance};
use wire::ec2;

use super::{
    launch::{chosen_cpus, known_type},
    power,
};
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
};

pub struct ModifyInstanceCpuOptions;

impl Action for ModifyInstanceCpuOptions {
    type Input = ec2::ModifyInstanceCpuOptionsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let instance = power::alive(call, input.instance_id.as_deref())?;
        if input.core_count.is_none() && input.threads_per_core.is_none() {
            return Err(ApiError::missing("CoreCount"));
        }
        let cpu = chosen_cpus(known_type(&instance.instance_type)?, input.core_count, input.threads_per_core)?;
        if call.view.state(&instance) != InstanceState::Stopped {
            return Err(power::not_stopped(&instance.id));
        }
        let mut edit = Edit::new();
        edit.update(&instance, &Instance { cpu, ..instance.record.clone() });
        let id = instance.id.to_string();
        Plan::change(edit, move |_| {
            Ok(ec2::ModifyInstanceCpuOptionsResult {
                instance_id: Some(id),
                core_count: Some(cpu.core_count.into()),
                threads_per_core: Some(cpu.threads_per_core.into()),
                ..Default::default()
            })
        })
    }
}

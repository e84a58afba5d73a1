//! TerminateInstances.

use model::{
    ApiError,
    instance::{InstanceState, PowerWanted},
};
use wire::ec2;

use super::power;
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
};

pub struct TerminateInstances;

impl Action for TerminateInstances {
    type Input = ec2::TerminateInstancesRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let instances = power::named(call, &input.instance_ids)?;
        let mut edit = Edit::new();
        let mut before = Vec::new();
        for instance in &instances {
            let state = call.view.state(instance);
            before.push((instance.id.to_string(), state));
            match state {
                InstanceState::ShuttingDown | InstanceState::Terminated => continue,
                InstanceState::Pending | InstanceState::Running | InstanceState::Stopping | InstanceState::Stopped => {}
            }
            // Whoever protects an instance from being stopped doesn't want it ended either.
            let protections = [
                (instance.disable_api_termination, "disableApiTermination"),
                (instance.disable_api_stop, "disableApiStop"),
            ];
            if let Some((_, attribute)) = protections.iter().find(|(on, _)| *on) {
                return Err(ApiError::new(
                    "OperationNotPermitted",
                    format!(
                        "The instance '{}' may not be terminated. Modify its '{attribute}' instance attribute and try \
                         again.",
                        instance.id
                    ),
                ));
            }
            let mut after = instance.record.clone();
            after.power.generation += 1;
            after.power.wanted = PowerWanted::Gone;
            after.reason = Some(power::user_shutdown());
            after.transition = power::user_initiated(call.now_ms);
            edit.next_piece();
            edit.update(instance, &after);
        }
        Plan::change(edit, move |view| {
            Ok(ec2::TerminateInstancesResult { terminating_instances: power::changes(view, &before) })
        })
    }
}

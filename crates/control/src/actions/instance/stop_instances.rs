//! StopInstances.

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

pub struct StopInstances;

impl Action for StopInstances {
    type Input = ec2::StopInstancesRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let instances = power::named(call, &input.instance_ids)?;
        if input.hibernate == Some(true) {
            // No instance is launched with hibernation, so none can be sent to sleep.
            return Err(ApiError::new(
                "UnsupportedHibernationConfiguration",
                format!("The instance '{}' is not configured for hibernation.", instances[0].id),
            ));
        }
        // SkipOsShutdown is the same for the guest: the plug is pulled.
        let force = input.force.unwrap_or(false) || input.skip_os_shutdown.unwrap_or(false);
        let mut edit = Edit::new();
        let mut before = Vec::new();
        for instance in &instances {
            let state = call.view.state(instance);
            before.push((instance.id.to_string(), state));
            match state {
                InstanceState::Running => {}
                // A second stop with Force pulls the plug of one that takes its time.
                InstanceState::Stopping
                    if force && instance.power.wanted == (PowerWanted::Stopped { force: false }) => {}
                InstanceState::Stopping | InstanceState::Stopped => continue,
                InstanceState::Pending | InstanceState::ShuttingDown | InstanceState::Terminated => {
                    return Err(power::wrong_state(&instance.id, "stopped"));
                }
            }
            if instance.disable_api_stop {
                return Err(ApiError::new(
                    "OperationNotPermitted",
                    format!(
                        "The instance '{}' may not be stopped. Modify its 'disableApiStop' instance attribute and try again.",
                        instance.id
                    ),
                ));
            }
            let mut after = instance.record.clone();
            after.power.generation += 1;
            after.power.wanted = PowerWanted::Stopped { force };
            after.reason = Some(power::user_shutdown());
            after.transition = power::user_initiated(call.now_ms);
            edit.next_piece();
            edit.update(instance, &after);
            power::release_public(&call.view, &mut edit, &instance.id);
        }
        Plan::change(edit, move |view| {
            Ok(ec2::StopInstancesResult { stopping_instances: power::changes(view, &before) })
        })
    }
}

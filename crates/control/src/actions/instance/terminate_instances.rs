//! TerminateInstances. One that is protected keeps those of its zone that are named with it; the others are terminated all the
//! same, and the request fails.

use std::collections::BTreeSet;

use model::{
    ApiError,
    instance::{InstanceState, PowerWanted},
    records::Instance,
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
        let mut instances = Vec::new();
        let mut before = Vec::new();
        for instance in power::named(call, &input.instance_ids)? {
            let state = call.view.state(&instance);
            before.push((instance.id.to_string(), state));
            match state {
                InstanceState::ShuttingDown | InstanceState::Terminated => {}
                InstanceState::Pending | InstanceState::Running | InstanceState::Stopping | InstanceState::Stopped => {
                    instances.push(instance);
                }
            }
        }
        let refused: Vec<_> = instances.iter().filter_map(|it| Some((it.zone.clone(), protection(it)?))).collect();
        let kept: BTreeSet<&str> = refused.iter().map(|(zone, _)| zone.as_str()).collect();
        let mut edit = Edit::new();
        for instance in instances.iter().filter(|it| !kept.contains(it.zone.as_str())) {
            let mut after = instance.record.clone();
            after.power.generation += 1;
            after.power.wanted = PowerWanted::Gone;
            after.reason = Some(power::user_shutdown());
            after.transition = power::user_initiated(call.now_ms);
            edit.next_piece();
            edit.update(instance, &after);
        }
        match refused.into_iter().next() {
            Some((_, refusal)) => Plan::change(edit, |_| Err(refusal)),
            None => Plan::change(edit, move |view| {
                Ok(ec2::TerminateInstancesResult { terminating_instances: power::changes(view, &before) })
            }),
        }
    }
}

/// Why the instance may not be terminated, if it may not. Whoever protects one from being stopped doesn't want it ended either.
fn protection(instance: &Instance) -> Option<ApiError> {
    let protections =
        [(instance.disable_api_termination, "disableApiTermination"), (instance.disable_api_stop, "disableApiStop")];
    let (_, attribute) = protections.into_iter().find(|(on, _)| *on)?;
    Some(ApiError::new(
        "OperationNotPermitted",
        format!(
            "The instance '{}' may not be terminated. Modify its '{attribute}' instance attribute and try again.",
            instance.id
        ),
    ))
}

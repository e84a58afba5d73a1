//! MonitorInstances.

use model::{ApiError, instance::InstanceState, records::Instance};
use wire::ec2;

use super::power;
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
};

pub struct MonitorInstances;

impl Action for MonitorInstances {
    type Input = ec2::MonitorInstancesRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let (edit, ids) = set(call, &input.instance_ids, true)?;
        Plan::change(edit, move |_| {
            Ok(ec2::MonitorInstancesResult { instance_monitorings: monitorings(&ids, "pending") })
        })
    }
}

/// Switches detailed monitoring.
pub(super) fn set(call: &Call, ids: &[String], on: bool) -> Result<(Edit, Vec<String>), ApiError> {
    let mut edit = Edit::new();
    let mut named = Vec::new();
    for instance in &power::named(call, ids)? {
        if matches!(call.view.state(instance), InstanceState::ShuttingDown | InstanceState::Terminated) {
            return Err(power::wrong_state(&instance.id, "monitored"));
        }
        named.push(instance.id.to_string());
        if instance.monitoring != on {
            let after = Instance { monitoring: on, ..instance.record.clone() };
            edit.next_piece();
            edit.update(instance, &after);
        }
    }
    Ok((edit, named))
}

pub(super) fn monitorings(ids: &[String], state: &str) -> Vec<ec2::InstanceMonitoring> {
    let shown = |id: &String| ec2::InstanceMonitoring {
        instance_id: Some(id.clone()),
        monitoring: Some(ec2::Monitoring { state: Some(state.to_owned()) }),
    };
    ids.iter().map(shown).collect()
}

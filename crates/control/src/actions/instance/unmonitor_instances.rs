//! UnmonitorInstances.

use model::ApiError;
use wire::ec2;

use super::monitor_instances::{monitorings, set};
use crate::action::{Action, Call, Output, Plan};

pub struct UnmonitorInstances;

impl Action for UnmonitorInstances {
    type Input = ec2::UnmonitorInstancesRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let (edit, ids) = set(call, &input.instance_ids, false)?;
        Plan::change(edit, move |_| {
            Ok(ec2::UnmonitorInstancesResult { instance_monitorings: monitorings(&ids, "disabling") })
        })
    }
}

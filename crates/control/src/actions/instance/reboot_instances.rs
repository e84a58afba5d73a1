//! RebootInstances.

use model::{ApiError, instance::InstanceState};
use wire::ec2;

use super::power;
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
};

pub struct RebootInstances;

impl Action for RebootInstances {
    type Input = ec2::RebootInstancesRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let mut edit = Edit::new();
        for instance in &power::named(call, &input.instance_ids)? {
            if call.view.state(instance) != InstanceState::Running {
                return Err(power::wrong_state(&instance.id, "rebooted"));
            }
            let mut after = instance.record.clone();
            after.reboot_generation += 1;
            edit.next_piece();
            edit.update(instance, &after);
        }
        Plan::change(edit, |_| Ok(Default::default()))
    }
}

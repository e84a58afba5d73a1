//! ModifyInstancePlacement: moves a stopped instance into a placement group, to another partition of it, or out of any.

use model::{ApiError, instance::InstanceState, records::Instance};
use wire::ec2;

use super::{launch::known_type, power};
use crate::{
    action::{Action, Call, Output, Plan},
    actions::placement_group::member::Membership,
    edit::Edit,
};

pub struct ModifyInstancePlacement;

impl Action for ModifyInstancePlacement {
    type Input = ec2::ModifyInstancePlacementRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let instance = power::alive(call, input.instance_id.as_deref())?;
        let named = input.group_name.is_some() || input.group_id.is_some();
        if !named && input.partition_number.is_none() {
            if input.tenancy.is_some() || input.affinity.is_some() {
                // They are what every instance has, and nothing else is to be changed.
                return Ok(Plan::Answer(ec2::ModifyInstancePlacementResult { return_: Some(true) }));
            }
            return Err(ApiError::new("MissingParameter", "The request must contain the placement to modify."));
        }
        if call.view.state(&instance) != InstanceState::Stopped {
            return Err(power::not_stopped(&instance.id));
        }
        // A partition alone is one of the group that the instance is in.
        let own = instance.placement.as_ref().filter(|_| !named).map(|place| place.group_name.clone());
        let placement = ec2::Placement {
            group_name: input.group_name.clone().or(own),
            group_id: input.group_id.clone(),
            partition_number: input.partition_number,
            ..Default::default()
        };
        let facts = known_type(&instance.instance_type)?;
        let mut edit = Edit::new();
        // An empty name takes it out of its group.
        let mut group = Membership::of(call, Some(&placement), facts, &instance.zone)?;
        if let Some(group) = &group {
            if group.room(&call.view, &instance.zone) == 0 {
                return Err(group.full(&instance.zone));
            }
            group.take_turns(&mut edit);
        }
        let after = Instance { placement: group.as_mut().map(Membership::seat), ..instance.record.clone() };
        edit.update(&instance, &after);
        Plan::change(edit, |_| Ok(ec2::ModifyInstancePlacementResult { return_: Some(true) }))
    }
}

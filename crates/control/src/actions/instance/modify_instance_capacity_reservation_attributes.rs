//! ModifyInstanceCapacityReservationAttributes: whether a stopped instance would take a reserved place. There are no
//! reservations that it could name.

use model::{ApiError, instance::InstanceState, records::Instance};
use wire::ec2;

use super::{launch::capacity_preference, power};
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
};

pub struct ModifyInstanceCapacityReservationAttributes;

impl Action for ModifyInstanceCapacityReservationAttributes {
    type Input = ec2::ModifyInstanceCapacityReservationAttributesRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let instance = power::alive(call, input.instance_id.as_deref())?;
        let asked = input.capacity_reservation_specification.as_ref();
        let asked = asked.ok_or_else(|| ApiError::missing("CapacityReservationSpecification"))?;
        let preference = asked.capacity_reservation_preference.as_deref();
        let preference = preference
            .ok_or_else(|| ApiError::missing("CapacityReservationSpecification.CapacityReservationPreference"))?;
        let preference = capacity_preference(Some(preference))?;
        if call.view.state(&instance) != InstanceState::Stopped {
            return Err(power::not_stopped(&instance.id));
        }
        let mut edit = Edit::new();
        edit.update(&instance, &Instance { capacity_preference: preference, ..instance.record.clone() });
        Plan::change(edit, |_| Ok(ec2::ModifyInstanceCapacityReservationAttributesResult { return_: Some(true) }))
    }
}

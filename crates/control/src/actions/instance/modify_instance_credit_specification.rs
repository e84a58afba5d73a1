//! ModifyInstanceCreditSpecification: the CPU credits of burstable instances, each for itself. Of those that it can't
//! change the answer says why.

use std::collections::HashSet;

use model::{ApiError, instance::InstanceState, records::Instance};
use wire::ec2;

use super::credit;
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    lookup,
};

pub struct ModifyInstanceCreditSpecification;

impl Action for ModifyInstanceCreditSpecification {
    type Input = ec2::ModifyInstanceCreditSpecificationRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let mut edit = Edit::new();
        let (mut done, mut refused) = (Vec::new(), Vec::new());
        let mut mentioned = HashSet::new();
        for asked in &input.instance_credit_specifications {
            let id = asked.instance_id.as_deref().filter(|id| !id.is_empty());
            let id = id.ok_or_else(|| ApiError::missing("InstanceCreditSpecification.InstanceId"))?;
            let credits = asked.cpu_credits.as_deref();
            let credits = credits.ok_or_else(|| ApiError::missing("InstanceCreditSpecification.CpuCredits"))?;
            credit::check(credits)?;
            if !mentioned.insert(id) {
                return Err(ApiError::new(
                    "InvalidInstanceCreditSpecification.DuplicateInstanceId",
                    format!("The instance '{id}' is specified more than once."),
                ));
            }
            match change(call, &mut edit, id, credits) {
                Ok(()) => done.push(ec2::SuccessfulInstanceCreditSpecificationItem { instance_id: Some(id.into()) }),
                Err(error) => refused.push(ec2::UnsuccessfulInstanceCreditSpecificationItem {
                    instance_id: Some(id.into()),
                    error: Some(ec2::UnsuccessfulInstanceCreditSpecificationItemError {
                        code: Some(error.code.into_owned()),
                        message: Some(error.message),
                    }),
                }),
            }
        }
        Plan::change(edit, |_| {
            Ok(ec2::ModifyInstanceCreditSpecificationResult {
                successful_instance_credit_specifications: done,
                unsuccessful_instance_credit_specifications: refused,
            })
        })
    }
}

fn change(call: &Call, edit: &mut Edit, id: &str, credits: &str) -> Result<(), ApiError> {
    let instance = lookup::one::<Instance>(&call.view, id)?;
    if instance.credits.is_none() {
        return Err(credit::not_burstable(id));
    }
    match call.view.state(&instance) {
        InstanceState::Running | InstanceState::Stopped => {}
        state => {
            return Err(ApiError::new(
                "IncorrectInstanceState",
                format!("The instance '{id}' is in the '{}' state; it must be running or stopped.", state.name()),
            ));
        }
    }
    edit.next_piece();
    edit.update(&instance, &Instance { credits: Some(credits.to_owned()), ..instance.record.clone() });
    Ok(())
}

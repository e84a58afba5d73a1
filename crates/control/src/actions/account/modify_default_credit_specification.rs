//! ModifyDefaultCreditSpecification: the CPU credits of a family's instances that are launched from now on.

use model::ApiError;
use wire::ec2;

use super::settings;
use crate::{
    action::{Action, Call, Output, Plan},
    actions::instance::credit,
};

pub struct ModifyDefaultCreditSpecification;

impl Action for ModifyDefaultCreditSpecification {
    type Input = ec2::ModifyDefaultCreditSpecificationRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let family = input.instance_family.clone().ok_or_else(|| ApiError::missing("InstanceFamily"))?;
        let credits = input.cpu_credits.clone().ok_or_else(|| ApiError::missing("CpuCredits"))?;
        let by_aws = credit::by_aws(&family)?;
        credit::check(&credits)?;
        let edit = settings::change(call, |settings| {
            if credits == by_aws {
                settings.credit_defaults.remove(&family);
            } else {
                settings.credit_defaults.insert(family.clone(), credits.clone());
            }
        })?;
        Plan::change(edit, |_| {
            Ok(ec2::ModifyDefaultCreditSpecificationResult {
                instance_family_credit_specification: Some(ec2::InstanceFamilyCreditSpecification {
                    instance_family: Some(family),
                    cpu_credits: Some(credits),
                }),
            })
        })
    }
}

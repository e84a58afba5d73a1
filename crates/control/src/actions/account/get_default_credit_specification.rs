//! GetDefaultCreditSpecification: the CPU credits of a family's new instances.

use model::ApiError;
use wire::ec2;

use super::settings;
use crate::{
    action::{Action, Call, Output, Plan},
    actions::instance::credit,
};

pub struct GetDefaultCreditSpecification;

impl Action for GetDefaultCreditSpecification {
    type Input = ec2::GetDefaultCreditSpecificationRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let family = input.instance_family.as_deref().ok_or_else(|| ApiError::missing("InstanceFamily"))?;
        let settings = settings::of(call)?;
        let credits = credit::default_of_family(family, &settings)?;
        Ok(Plan::Answer(ec2::GetDefaultCreditSpecificationResult {
            instance_family_credit_specification: Some(ec2::InstanceFamilyCreditSpecification {
                instance_family: Some(family.to_owned()),
                cpu_credits: Some(credits),
            }),
        }))
    }
}

//! GetPasswordData: the administrator's password of a Windows machine. There are none here, so it is empty, as AWS has it
//! for every other machine.

use model::{ApiError, records::Instance};
use wire::{Timestamp, ec2};

use crate::{
    action::{Action, Call, Output, Plan},
    lookup,
};

pub struct GetPasswordData;

impl Action for GetPasswordData {
    type Input = ec2::GetPasswordDataRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let instance = lookup::required::<Instance>(&call.view, "InstanceId", input.instance_id.as_deref())?;
        Ok(Plan::Answer(ec2::GetPasswordDataResult {
            instance_id: Some(instance.id.to_string()),
            timestamp: Some(Timestamp(call.now_ms)),
            password_data: Some(String::new()),
        }))
    }
}

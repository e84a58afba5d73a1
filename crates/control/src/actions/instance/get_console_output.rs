//! GetConsoleOutput: the last 64 KiB of the serial console.

use hostlink::{Query, QueryError, Reply};
use model::{ApiError, instance::InstanceState, records::Instance};
use wire::{Timestamp, ec2};

use crate::{
    action::{Action, Call, Output, Plan},
    lookup,
};

pub struct GetConsoleOutput;

impl Action for GetConsoleOutput {
    type Input = ec2::GetConsoleOutputRequest;

    /// With or without Latest the answer is the newest output: the host always has it.
    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let instance = lookup::required::<Instance>(&call.view, "InstanceId", input.instance_id.as_deref())?;
        let now_ms = call.now_ms;
        let id = instance.id.clone();
        let answer = move |output: Option<String>, at_ms: i64| ec2::GetConsoleOutputResult {
            instance_id: Some(id.to_string()),
            timestamp: Some(Timestamp(at_ms)),
            output,
        };
        if call.view.state(&instance) == InstanceState::Terminated {
            return Ok(Plan::Answer(answer(None, now_ms)));
        }
        let asked = call.region.host.query(Query::Console { instance: instance.id.clone() });
        Ok(Plan::Query(Box::pin(async move {
            match asked.await {
                Ok(Reply::Console { output, at_ms }) => Ok(answer(Some(output).filter(|text| !text.is_empty()), at_ms)),
                Ok(_) => Err(ApiError::internal("the host answered another question")),
                // It has not begun to start yet: there is nothing on its console.
                Err(QueryError::NoSuchInstance | QueryError::NotRunning) => Ok(answer(None, now_ms)),
                Err(error) => Err(host_failed(&error)),
            }
        })))
    }
}

/// What a caller hears when the host does not answer.
pub(super) fn host_failed(error: &QueryError) -> ApiError {
    match error {
        QueryError::Unsupported(why) => ApiError::unsupported(why.clone()),
        other => ApiError::unavailable(format!("The instance's host can't be asked right now: {other}.")),
    }
}

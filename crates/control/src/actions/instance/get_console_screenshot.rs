//! GetConsoleScreenshot: the screen as a picture.

use hostlink::{Query, QueryError, Reply};
use model::{ApiError, instance::InstanceState, records::Instance};
use wire::ec2;

use super::{get_console_output::host_failed, power};
use crate::{
    action::{Action, Call, Output, Plan},
    lookup,
};

pub struct GetConsoleScreenshot;

impl Action for GetConsoleScreenshot {
    type Input = ec2::GetConsoleScreenshotRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let instance = lookup::required::<Instance>(&call.view, "InstanceId", input.instance_id.as_deref())?;
        if call.view.state(&instance) != InstanceState::Running {
            return Err(power::wrong_state(&instance.id, "photographed"));
        }
        let id = instance.id.clone();
        let asked = call.region.host.query(Query::Screenshot { instance: id.clone() });
        Ok(Plan::Query(Box::pin(async move {
            match asked.await {
                Ok(Reply::Screenshot { image, .. }) => {
                    Ok(ec2::GetConsoleScreenshotResult { image_data: Some(image), instance_id: Some(id.to_string()) })
                }
                Ok(_) => Err(ApiError::internal("the host answered another question")),
                Err(QueryError::NotRunning | QueryError::NoSuchInstance) => {
                    Err(power::wrong_state(&id, "photographed"))
                }
                Err(error) => Err(host_failed(&error)),
            }
        })))
    }
}

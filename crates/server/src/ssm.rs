//! Systems Manager: the public parameters that name images, and nothing else.

use std::sync::Arc;

use control::{cloud::Cloud, decide::Caller, parameters, region::Region};
use model::{AccountId, ApiError};
use serde::Serialize;
use wire::{rbin::read, sigv4::RequestParts, ssm};

use crate::front::{Answer, from_wire};

/// All of the answer but the request's id.
pub async fn answer(
    cloud: Arc<Cloud>,
    region: Arc<Region>,
    account: AccountId,
    parts: &RequestParts<'_>,
) -> Result<Answer, ApiError> {
    let unknown = |what: &str| ApiError::new("UnknownOperationException", what);
    let target = parts.header("x-amz-target").ok_or_else(|| unknown("The request names no operation."))?;
    let operation =
        ssm::operation(target).ok_or_else(|| unknown(&format!("{target} is not an operation of Systems Manager.")))?;
    let caller = Caller::new(cloud, region, account).await;
    let body = parts.body;
    match operation {
        "GetParameter" => json(&parameters::one(&caller, &read(body).map_err(from_wire)?)?),
        "GetParameters" => json(&parameters::many(&caller, &read(body).map_err(from_wire)?)?),
        "GetParametersByPath" => json(&parameters::by_path(&caller, &read(body).map_err(from_wire)?)?),
        other => Err(unknown(&format!(
            "The operation {other} of Systems Manager is not supported by Fogbank, which has public parameters only."
        ))),
    }
}

fn json(value: &impl Serialize) -> Result<Answer, ApiError> {
    let body = serde_json::to_vec(value).map_err(ApiError::internal)?;
    Ok(Answer { status: 200, content_type: "application/x-amz-json-1.1", headers: Vec::new(), body })
}

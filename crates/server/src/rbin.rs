//! The Recycle Bin's API: from a request to its answer.

use std::sync::Arc;

use control::{cloud::Cloud, decide::Caller, recycle_bin::rules, region::Region};
use model::{AccountId, ApiError};
use serde::Serialize;
use wire::{
    rbin::{Operation, query_values, read},
    sigv4::RequestParts,
};

use crate::front::from_wire;

/// Status and JSON body of the answer.
pub async fn answer(
    cloud: Arc<Cloud>,
    region: Arc<Region>,
    account: AccountId,
    parts: &RequestParts<'_>,
) -> Result<(u16, Vec<u8>), ApiError> {
    let Some(operation) = Operation::of(parts.method, parts.path) else {
        return Err(ApiError::new(
            "UnknownOperationException",
            format!("{} {} is not an operation of the Recycle Bin.", parts.method, parts.path),
        ));
    };
    let caller = Caller::new(cloud, region, account).await;
    let body = parts.body;
    match operation {
        Operation::CreateRule => json(201, &rules::create(caller, read(body).map_err(from_wire)?).await?),
        Operation::ListRules => json(200, &rules::list(&caller, &read(body).map_err(from_wire)?)?),
        Operation::GetRule(id) => json(200, &rules::get(&caller, &id)?),
        Operation::UpdateRule(id) => json(200, &rules::update(caller, &id, read(body).map_err(from_wire)?).await?),
        Operation::DeleteRule(id) => rules::delete(caller, &id).await.map(|()| (204, Vec::new())),
        Operation::LockRule(id) => json(200, &rules::lock_rule(caller, &id, read(body).map_err(from_wire)?).await?),
        Operation::UnlockRule(id) => json(200, &rules::unlock_rule(caller, &id).await?),
        Operation::ListTags(arn) => json(200, &rules::list_tags(&caller, &arn)?),
        Operation::TagResource(arn) => {
            rules::tag(caller, &arn, read(body).map_err(from_wire)?).await?;
            Ok((201, b"{}".to_vec()))
        }
        Operation::UntagResource(arn) => {
            let keys = query_values(parts.query, "tagKeys");
            rules::untag(caller, &arn, &keys).await.map(|()| (204, Vec::new()))
        }
    }
}

fn json(status: u16, value: &impl Serialize) -> Result<(u16, Vec<u8>), ApiError> {
    serde_json::to_vec(value).map(|body| (status, body)).map_err(ApiError::internal)
}

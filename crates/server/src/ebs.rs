//! The EBS direct APIs: from a request to its answer.

use std::sync::Arc;

use control::{
    cloud::Cloud,
    decide::Caller,
    ebs::{self, Completion, NewBlock, Part},
    region::Region,
};
use model::{AccountId, ApiError};
use serde::Serialize;
use sha2::{Digest, Sha256};
use wire::{
    ebs::{Operation, start_snapshot},
    rbin::query_values,
    sigv4::RequestParts,
};

use crate::front::{Answer, from_wire};

/// All of the answer but the request's id.
pub async fn answer(
    cloud: Arc<Cloud>,
    region: Arc<Region>,
    account: AccountId,
    parts: &RequestParts<'_>,
) -> Result<Answer, ApiError> {
    let Some(operation) = Operation::of(parts.method, parts.path) else {
        return Err(ApiError::new(
            "UnknownOperationException",
            format!("{} {} is not an operation of the EBS direct APIs.", parts.method, parts.path),
        ));
    };
    let caller = Caller::new(cloud, region, account).await;
    let query = |name: &str| query_values(parts.query, name).into_iter().next();
    let part = || Part {
        next_token: query("pageToken"),
        max_results: query("maxResults"),
        starting_block_index: query("startingBlockIndex"),
    };
    match operation {
        Operation::StartSnapshot => {
            let input = start_snapshot(parts.body).map_err(from_wire)?;
            json(201, &ebs::start(caller, input, parts.body).await?)
        }
        Operation::ListSnapshotBlocks(id) => json(200, &ebs::list_blocks(&caller, &id, &part()).await?),
        Operation::ListChangedBlocks(second) => {
            let first = query("firstSnapshotId");
            json(200, &ebs::list_changed_blocks(&caller, first.as_deref(), &second, &part()).await?)
        }
        Operation::GetSnapshotBlock(id, index) => {
            let token = query("blockToken");
            let content = ebs::get_block(&caller, &id, index, token.as_deref()).await?;
            let mut headers = checksum(&base64_of(&Sha256::digest(&content)));
            headers.push(("x-amz-data-length", content.len().to_string()));
            Ok(Answer { status: 200, content_type: "application/octet-stream", headers, body: content })
        }
        Operation::PutSnapshotBlock(id, index) => {
            let block = NewBlock {
                content: parts.body,
                data_length: parts.header("x-amz-data-length"),
                checksum: parts.header("x-amz-checksum"),
                algorithm: parts.header("x-amz-checksum-algorithm"),
                progress: parts.header("x-amz-progress"),
            };
            let sum = ebs::put_block(caller, &id, index, block).await?;
            Ok(Answer { status: 201, content_type: "application/json", headers: checksum(&sum), body: b"{}".to_vec() })
        }
        Operation::CompleteSnapshot(id) => {
            let told = Completion {
                changed_blocks_count: parts.header("x-amz-changedblockscount"),
                checksum: parts.header("x-amz-checksum"),
                algorithm: parts.header("x-amz-checksum-algorithm"),
                aggregation: parts.header("x-amz-checksum-aggregation-method"),
            };
            json(202, &ebs::complete(caller, &id, told).await?)
        }
    }
}

fn base64_of(bytes: &[u8]) -> String {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

fn checksum(sum: &str) -> Vec<(&'static str, String)> {
    vec![("x-amz-checksum", sum.to_owned()), ("x-amz-checksum-algorithm", "SHA256".to_owned())]
}

fn json(status: u16, value: &impl Serialize) -> Result<Answer, ApiError> {
    let body = serde_json::to_vec(value).map_err(ApiError::internal)?;
    Ok(Answer { status, content_type: "application/json", headers: Vec::new(), body })
}

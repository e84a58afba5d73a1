//! The EBS direct APIs (`ebs`): JSON and blocks of 512 KiB, the operation named by path and method.

use serde::{Deserialize, Serialize};

use crate::Error;

/// What a request asks for, by method and path.
#[derive(Debug, PartialEq, Eq)]
pub enum Operation {
    StartSnapshot,
    ListSnapshotBlocks(String),
    ListChangedBlocks(String),
    GetSnapshotBlock(String, u64),
    PutSnapshotBlock(String, u64),
    CompleteSnapshot(String),
}

impl Operation {
    /// `None` is no operation of this service.
    pub fn of(method: &str, path: &str) -> Option<Self> {
        let parts: Vec<&str> = path.trim_matches('/').split('/').collect();
        Some(match (method, parts.as_slice()) {
            ("POST", ["snapshots"]) => Self::StartSnapshot,
            ("GET", ["snapshots", id, "blocks"]) => Self::ListSnapshotBlocks((*id).to_owned()),
            ("GET", ["snapshots", id, "changedblocks"]) => Self::ListChangedBlocks((*id).to_owned()),
            ("GET", ["snapshots", id, "blocks", at]) => Self::GetSnapshotBlock((*id).to_owned(), at.parse().ok()?),
            ("PUT", ["snapshots", id, "blocks", at]) => Self::PutSnapshotBlock((*id).to_owned(), at.parse().ok()?),
            ("POST", ["snapshots", "completion", id]) => Self::CompleteSnapshot((*id).to_owned()),
            _ => return None,
        })
    }
}

/// Reads a request's body; a member that the service does not know is refused by name.
pub fn start_snapshot(body: &[u8]) -> Result<StartSnapshot, Error> {
    serde_json::from_slice(body).map_err(|error| Error::new("ValidationException", error.to_string()))
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct StartSnapshot {
    /// GiB.
    pub volume_size: i64,
    pub parent_snapshot_id: Option<String>,
    #[serde(default)]
    pub tags: Vec<Tag>,
    pub description: Option<String>,
    pub client_token: Option<String>,
    pub encrypted: Option<bool>,
    pub kms_key_arn: Option<String>,
    /// Minutes.
    pub timeout: Option<i64>,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct Tag {
    pub key: String,
    #[serde(default)]
    pub value: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct StartedSnapshot {
    pub snapshot_id: String,
    pub owner_id: String,
    pub status: String,
    /// Seconds since 1970.
    pub start_time: f64,
    pub volume_size: i64,
    pub block_size: usize,
    pub description: String,
    pub tags: Vec<Tag>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_snapshot_id: Option<String>,
    pub sse_type: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kms_key_arn: Option<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Blocks {
    pub blocks: Vec<Block>,
    /// Seconds since 1970.
    pub expiry_time: f64,
    pub volume_size: i64,
    pub block_size: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Block {
    pub block_index: u64,
    pub block_token: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ChangedBlocks {
    pub changed_blocks: Vec<ChangedBlock>,
    /// Seconds since 1970.
    pub expiry_time: f64,
    pub volume_size: i64,
    pub block_size: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ChangedBlock {
    pub block_index: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_block_token: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second_block_token: Option<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct CompletedSnapshot {
    pub status: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operations() {
        let id = || "snap-01234567".to_owned();
        for (method, path, want) in [
            ("POST", "/snapshots", Some(Operation::StartSnapshot)),
            ("GET", "/snapshots/snap-01234567/blocks", Some(Operation::ListSnapshotBlocks(id()))),
            ("GET", "/snapshots/snap-01234567/changedblocks", Some(Operation::ListChangedBlocks(id()))),
            ("GET", "/snapshots/snap-01234567/blocks/7", Some(Operation::GetSnapshotBlock(id(), 7))),
            ("PUT", "/snapshots/snap-01234567/blocks/7", Some(Operation::PutSnapshotBlock(id(), 7))),
            ("PUT", "/snapshots/snap-01234567/blocks/-7", None),
            ("POST", "/snapshots/completion/snap-01234567", Some(Operation::CompleteSnapshot(id()))),
            ("GET", "/snapshots", None),
        ] {
            assert_eq!(Operation::of(method, path), want, "{method} {path}");
        }
    }
}

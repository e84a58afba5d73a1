//! The EBS direct APIs: snapshots read and written block by block.
//!
//! ```text
//!   StartSnapshot ─▶ pending ─▶ PutSnapshotBlock … ─▶ CompleteSnapshot ─▶ completed
//!                       └── nothing written for its timeout ──▶ error
//! ```
//! A block that is put lies in the vault at once; its hash is kept in the store until CompleteSnapshot makes a manifest
//! of all of them. Where hosts keep no bytes there is no vault, and everything here is refused.

mod read;
mod tokens;
mod write;

use std::sync::Arc;

use model::{ApiError, records::Snapshot};
pub use read::{Part, get_block, list_blocks, list_changed_blocks};
use vault::{Hash, Vault, VaultError};
pub use write::{Completion, Needs, NewBlock, complete, needs, put_block, start};
pub(crate) use write::{expire, sweep_up};

use crate::{actions::snapshot::tier, cloud::Cloud, decide::Caller, lookup::Named, view::Row};

/// Blocks of a GiB.
pub(crate) const BLOCKS_PER_GIB: u64 = (1 << 30) / vault::BLOCK_BYTES as u64;

fn vault_of(cloud: &Cloud) -> Result<Arc<Vault>, ApiError> {
    cloud.vault().cloned().ok_or_else(|| {
        ApiError::new(
            "UnsupportedOperationException",
            "The simulated host keeps no bytes of volumes and snapshots: there are none to be read or written.",
        )
    })
}

pub(crate) fn invalid(message: impl Into<String>) -> ApiError {
    ApiError::new("ValidationException", message)
}

fn not_found(id: &str) -> ApiError {
    ApiError {
        status: 404,
        code: "ResourceNotFoundException".into(),
        message: format!("The snapshot '{id}' does not exist."),
    }
}

fn failed(error: VaultError) -> ApiError {
    match error {
        VaultError::Full { .. } => ApiError::unavailable("The server's disk is full; nothing was changed."),
        other => ApiError::internal(other),
    }
}

/// A completed snapshot that the caller may read.
fn readable(caller: &Caller, id: &str) -> Result<Arc<Row<Snapshot>>, ApiError> {
    Snapshot::NOUN.check(id).map_err(|error| invalid(error.message))?;
    let snapshot = caller.view.snapshot(id).ok_or_else(|| not_found(id))?;
    match snapshot.state {
        model::records::SnapshotState::Completed if tier::is_archived(&snapshot) => {
            Err(invalid(format!("The snapshot {id} is archived. Restore it first.")))
        }
        model::records::SnapshotState::Completed => Ok(snapshot),
        state => Err(invalid(format!("The snapshot {id} is in state {}, and not completed.", state.as_str()))),
    }
}

/// The root of a snapshot's manifest; `None` is a snapshot of zeros.
fn root(snapshot: &Snapshot) -> Result<Option<Hash>, ApiError> {
    let parsed = snapshot.root.as_deref().map(str::parse::<Hash>).transpose();
    parsed.map_err(|_| ApiError::internal(format!("the root of {} is no hash", snapshot.id)))
}

/// How many blocks a snapshot has.
fn block_count(snapshot: &Snapshot) -> u64 {
    u64::from(snapshot.volume_size_gib) * BLOCKS_PER_GIB
}

/// Runs what blocks away from the executor's threads.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, VaultError> + Send + 'static,
) -> Result<T, ApiError> {
    tokio::task::spawn_blocking(work).await.map_err(ApiError::internal)?.map_err(failed)
}

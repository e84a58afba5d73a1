//! Reads that change nothing: console, screen, the console's socket.

use std::path::Path;

use base64::{Engine, prelude::BASE64_STANDARD};
use hostlink::{Query, QueryError, Reply};
use model::InstanceId;
use tokio::sync::{mpsc, oneshot};

use crate::{
    disk::Disks,
    vm::{folder::InstanceFolder, real::console, task::Request},
};

/// The instance that is asked about.
pub(super) fn instance(query: &Query) -> Option<&InstanceId> {
    match query {
        Query::Console { instance } | Query::Screenshot { instance } | Query::ConsoleSocket { instance } => {
            Some(instance)
        }
        Query::VaultNeeds => None,
    }
}

/// Answers what the host needs of the vault.
pub(super) async fn vault_needs(disks: Disks) -> Result<Reply, QueryError> {
    let needs = tokio::task::spawn_blocking(move || disks.vault_needs()).await;
    let needs = needs.map_err(|error| QueryError::Failed(error.to_string()))?;
    needs.map(Reply::VaultNeeds).map_err(|error| QueryError::Failed(error.to_string()))
}

/// Answers a question about an instance that there is. `task`: the requests of its task.
pub(super) async fn answer(
    query: Query,
    instance: &InstanceId,
    host_dir: &Path,
    task: mpsc::UnboundedSender<Request>,
) -> Result<Reply, QueryError> {
    let folder = InstanceFolder::new(host_dir, instance);
    match query {
        Query::Console { .. } => {
            let tail = tokio::task::spawn_blocking(move || console::tail(&folder)).await;
            let tail = tail
                .map_err(|error| QueryError::Failed(error.to_string()))?
                .map_err(|error| QueryError::Failed(error.to_string()))?;
            // Before its first start there is nothing to show.
            let (output, at_ms) = tail.unwrap_or_else(|| (Vec::new(), crate::vm::now_ms()));
            Ok(Reply::Console { output: BASE64_STANDARD.encode(output), at_ms })
        }
        Query::Screenshot { .. } => {
            let (reply, answer) = oneshot::channel();
            task.send(Request::Screenshot { reply }).map_err(|_| QueryError::NoSuchInstance)?;
            match answer.await {
                Ok(Ok(image)) => {
                    Ok(Reply::Screenshot { format: "png".to_owned(), image: BASE64_STANDARD.encode(image) })
                }
                Ok(Err(problem)) if problem == crate::vm::task::NOT_RUNNING => Err(QueryError::NotRunning),
                Ok(Err(problem)) => Err(QueryError::Failed(problem)),
                Err(_) => Err(QueryError::NotRunning),
            }
        }
        Query::ConsoleSocket { .. } => {
            let socket = folder.file("console.sock");
            if socket.exists() {
                Ok(Reply::ConsoleSocket { path: socket.display().to_string() })
            } else {
                Err(QueryError::NotRunning)
            }
        }
        Query::VaultNeeds => Err(QueryError::Unsupported("it is no question about an instance".to_owned())),
    }
}

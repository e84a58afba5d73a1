//! What the vault promises, tested without root, network or sleeping.

mod assembling;
mod cancelling;
mod checking;
mod concurrency;
mod crashing;
mod damage;
mod dedupe;
mod diffing;
mod fault;
mod formats;
mod local_folder;
mod properties;
mod restoring;
mod round_trip;
mod sealing;
mod sweeping;
mod volume;

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use self::volume::Volume;
use crate::{Backend, Hash, Ingested, Kind, MemoryBackend, ObjectName, Source, Vault, VaultError, VaultOptions};

const BLOCK: usize = crate::BLOCK_BYTES;
static GO_ON: AtomicBool = AtomicBool::new(false);

fn quiet(_done_bytes: u64, _total_bytes: u64) {}

/// A vault on a back end, with few threads.
fn vault_on(backend: Arc<dyn Backend>) -> Vault {
    Vault::new(backend, VaultOptions { threads: 2, ..VaultOptions::default() })
}

/// A vault in memory, and its back end to look into.
fn memory_vault() -> (Vault, Arc<MemoryBackend>) {
    let backend = Arc::new(MemoryBackend::new());
    (vault_on(backend.clone()), backend)
}

fn ingest(vault: &Vault, source: &dyn Source) -> Ingested {
    try_ingest(vault, source).expect("an ingest without faults succeeds")
}

fn try_ingest(vault: &Vault, source: &dyn Source) -> Result<Ingested, VaultError> {
    vault.in_clear().ingest(&vault.begin_job(&[])?, source, None, &quiet, &GO_ON)
}

/// The whole content of a snapshot, read past the caches of earlier reads.
fn content(backend: Arc<dyn Backend>, root: Hash) -> Result<Vec<u8>, VaultError> {
    let vault = vault_on(backend);
    let mut bytes = vec![0xee; vault.describe(root)?.size_bytes as usize];
    vault.read_at(root, 0, &mut bytes)?;
    Ok(bytes)
}

/// The objects of a kind, sorted.
fn names(backend: &dyn Backend, kind: Kind) -> Vec<ObjectName> {
    let mut names = Vec::new();
    let mut note = |listed: crate::backend::Listed| {
        names.push(listed.name);
        std::ops::ControlFlow::Continue(())
    };
    backend.list(kind, &mut note).expect("listing");
    names.sort();
    names
}

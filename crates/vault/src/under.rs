//! Making snapshots under a key, or under none.

use std::sync::atomic::AtomicBool;

use crate::{Hash, Ingested, Job, Key, ManifestRef, Source, Vault, VaultError};

/// A vault, and how what is stored by way of this is encrypted.
#[derive(Debug, Clone)]
pub struct Under<'v> {
    pub(crate) vault: &'v Vault,
    pub(crate) key: Key,
}

impl Vault {
    /// This vault, for storing snapshots under a key.
    pub fn under(&self, key: Key) -> Under<'_> {
        Under { vault: self, key }
    }

    /// [`Under::ingest`], not encrypted.
    ///
    /// # Errors
    /// As there.
    pub fn ingest(
        &self,
        job: &Job,
        source: &dyn Source,
        base: Option<Hash>,
        progress: &dyn Fn(u64, u64),
        cancel: &AtomicBool,
    ) -> Result<Ingested, VaultError> {
        self.under(Key::None).ingest(job, source, base, progress, cancel)
    }

    /// [`Under::put_block`], not encrypted.
    ///
    /// # Errors
    /// As there.
    pub fn put_block(&self, job: &Job, content: &[u8]) -> Result<Option<Hash>, VaultError> {
        self.under(Key::None).put_block(job, content)
    }

    /// [`Under::assemble`], not encrypted.
    ///
    /// # Errors
    /// As there.
    pub fn assemble(
        &self,
        job: &Job,
        size_bytes: u64,
        base: Option<Hash>,
        changes: impl IntoIterator<Item = (u64, Option<Hash>)>,
    ) -> Result<ManifestRef, VaultError> {
        self.under(Key::None).assemble(job, size_bytes, base, changes)
    }
}

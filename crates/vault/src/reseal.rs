//! A snapshot under another key: everything is read, opened, and sealed anew.

use std::io;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::manifest::Manifest;
use crate::{BLOCK_BYTES, Extent, ExtentKind, Hash, Ingested, Job, Source, Under, Vault, VaultError};

impl Under<'_> {
    /// Stores the snapshot with this root under this key. `job` must have been begun with it. Where it is under the key
    /// already, its blocks are found to be there.
    ///
    /// `progress` is as in [`Under::ingest`].
    ///
    /// # Errors
    /// As of [`Under::ingest`]; blocks of the snapshot that can't be read are [`VaultError::Io`] naming them.
    pub fn reseal(
        &self,
        job: &Job,
        root: Hash,
        progress: &dyn Fn(u64, u64),
        cancel: &AtomicBool,
    ) -> Result<Ingested, VaultError> {
        let source = Snapshot { vault: self.vault, root, manifest: self.vault.manifest(root)? };
        self.ingest(job, &source, None, progress, cancel)
    }
}

/// A snapshot as the source of another.
struct Snapshot<'v> {
    vault: &'v Vault,
    root: Hash,
    manifest: Arc<Manifest>,
}

impl Source for Snapshot<'_> {
    fn size_bytes(&self) -> u64 {
        self.manifest.size_bytes
    }

    fn read_exact_at(&self, buffer: &mut [u8], offset_bytes: u64) -> io::Result<()> {
        self.vault.read_at(self.root, offset_bytes, buffer).map_err(io::Error::other)
    }

    fn extent_at(&self, offset_bytes: u64) -> io::Result<Extent> {
        let first = offset_bytes / BLOCK_BYTES as u64;
        let is_data = |index| {
            let entry = self.vault.entry(self.root, &self.manifest, index).map_err(io::Error::other);
            entry.map(|entry| entry.is_some())
        };
        let data = is_data(first)?;
        let mut end = first + 1;
        while end < self.manifest.blocks() && is_data(end)? == data {
            end += 1;
        }
        let kind = if data { ExtentKind::Data } else { ExtentKind::Hole };
        Ok(Extent { kind, end_bytes: (end * BLOCK_BYTES as u64).min(self.manifest.size_bytes) })
    }
}

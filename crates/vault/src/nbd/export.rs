//! What is served: a snapshot, read block by block out of the vault.

use std::ops::Range;
use std::sync::Arc;

use crate::{BLOCK_BYTES, Hash, Vault, VaultError, block_count};

/// A snapshot as a client sees it: so many bytes, never changing.
#[derive(Clone)]
pub struct Export {
    vault: Arc<Vault>,
    root: Hash,
    size_bytes: u64,
}

/// The exports of a server, by name.
pub trait Exports: Send + Sync {
    /// The export of that name, if there is one for this client. Asked once for each connection.
    fn find(&self, name: &str) -> Option<Export>;

    /// The names that a client is told which asks for them.
    fn names(&self) -> Vec<String>;
}

/// A stretch of an export.
#[derive(Debug, Clone)]
pub(super) enum Piece {
    Zeros(usize),
    Data(Arc<Vec<u8>>, Range<usize>),
}

impl Piece {
    pub fn len(&self) -> usize {
        match self {
            Piece::Zeros(len) => *len,
            Piece::Data(_, range) => range.len(),
        }
    }
}

/// What is known of a stretch without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    pub bytes: u64,
    pub zeros: bool,
}

impl Export {
    /// The snapshot with this root.
    ///
    /// # Errors
    /// Those of reading its manifest.
    pub fn new(vault: Arc<Vault>, root: Hash) -> Result<Export, VaultError> {
        let size_bytes = vault.manifest(root)?.size_bytes;
        Ok(Export { vault, root, size_bytes })
    }

    /// The volume's size.
    pub fn size_bytes(&self) -> u64 {
        self.size_bytes
    }

    /// Whether a client may ask for this stretch.
    pub(super) fn has(&self, offset_bytes: u64, len_bytes: u64) -> bool {
        len_bytes > 0 && offset_bytes.checked_add(len_bytes).is_some_and(|end| end <= self.size_bytes)
    }

    /// What is at `offset_bytes`, at most up to the end of its block. The stretch must be one that the export has.
    pub(super) fn read(&self, offset_bytes: u64, len_bytes: u64) -> Result<Piece, VaultError> {
        let within = (offset_bytes % BLOCK_BYTES as u64) as usize;
        let len = len_bytes.min((BLOCK_BYTES - within) as u64) as usize;
        Ok(match self.vault.block(self.root, offset_bytes / BLOCK_BYTES as u64)? {
            Some(block) => Piece::Data(block, within..within + len),
            None => Piece::Zeros(len),
        })
    }

    /// Whether there is nothing to be fetched for a block.
    pub(super) fn is_at_hand(&self, index: u64) -> bool {
        index >= block_count(self.size_bytes) || self.vault.is_at_hand(self.root, index)
    }

    /// Brings a block into the cache, if there is such a block. What fails now fails again when it is read.
    pub(super) fn fetch(&self, index: u64) {
        if index < block_count(self.size_bytes) {
            let _ = self.vault.block(self.root, index);
        }
    }

    /// What is known from `offset_bytes` on: at most `limit` stretches, that together have at most `len_bytes`.
    pub(super) fn stretches(
        &self,
        offset_bytes: u64,
        len_bytes: u64,
        limit: usize,
    ) -> Result<Vec<Stretch>, VaultError> {
        let manifest = self.vault.manifest(self.root)?;
        let mut stretches: Vec<Stretch> = Vec::new();
        let (mut at, end) = (offset_bytes, offset_bytes + len_bytes);
        while at < end {
            let index = at / BLOCK_BYTES as u64;
            let zeros = self.vault.entry(self.root, &manifest, index)?.is_none();
            let bytes = ((index + 1) * BLOCK_BYTES as u64).min(end) - at;
            let full = stretches.len() == limit;
            match stretches.last_mut() {
                Some(last) if last.zeros == zeros => last.bytes += bytes,
                _ if full => break,
                _ => stretches.push(Stretch { bytes, zeros }),
            }
            at += bytes;
        }
        Ok(stretches)
    }
}

impl std::fmt::Debug for Export {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Export").field("root", &self.root).field("size_bytes", &self.size_bytes).finish()
    }
}

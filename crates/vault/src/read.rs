//! Reading a snapshot at any place, as an NBD server does.

use std::sync::Arc;

use crate::{BLOCK_BYTES, Hash, ObjectName, Vault, VaultError};

impl Vault {
    /// Fills `buffer` with what the snapshot has at `offset_bytes`. Blocks read lately come from memory.
    ///
    /// # Errors
    /// [`VaultError::OutOfRange`] if it reaches beyond the end; [`VaultError::Damaged`] naming the object and the block,
    /// then the buffer's content means nothing; [`VaultError::Unsupported`] and [`VaultError::Io`].
    pub fn read_at(&self, root: Hash, offset_bytes: u64, buffer: &mut [u8]) -> Result<(), VaultError> {
        let manifest = self.manifest(root)?;
        let (len_bytes, size_bytes) = (buffer.len() as u64, manifest.size_bytes);
        if offset_bytes.checked_add(len_bytes).is_none_or(|end| end > size_bytes) {
            return Err(VaultError::OutOfRange { offset_bytes, len_bytes, size_bytes });
        }
        let (mut at, mut rest) = (offset_bytes, buffer);
        while !rest.is_empty() {
            let index = at / BLOCK_BYTES as u64;
            let within = (at % BLOCK_BYTES as u64) as usize;
            let (part, later) = rest.split_at_mut(rest.len().min(BLOCK_BYTES - within));
            match self.entry(root, &manifest, index)? {
                Some(hash) => {
                    let block = self.cached_block(hash).map_err(|error| error.wanted_for(root, index))?;
                    part.copy_from_slice(&block[within..within + part.len()]);
                }
                None => part.fill(0),
            }
            at += part.len() as u64;
            rest = later;
        }
        Ok(())
    }

    /// Whether nothing has to be read for this block of a snapshot: it is in the cache, or zeros.
    pub(crate) fn is_at_hand(&self, root: Hash, index: u64) -> bool {
        let entry = self.manifest(root).and_then(|manifest| self.entry(root, &manifest, index));
        entry.is_ok_and(|entry| entry.is_none_or(|hash| self.block_cache.get(hash).is_some()))
    }

    /// A block's verified content, from the cache if it is there.
    pub(crate) fn cached_block(&self, hash: Hash) -> Result<Arc<Vec<u8>>, VaultError> {
        if let Some(block) = self.block_cache.get(hash) {
            return Ok(block);
        }
        let _turn = self.loading.turn(hash);
        if let Some(block) = self.block_cache.get(hash) {
            return Ok(block);
        }
        let mut content = Vec::new();
        self.load(ObjectName::block(hash), &mut self.decoder()?, &mut content)?;
        let block = Arc::new(content);
        self.block_cache.insert(hash, Arc::clone(&block), BLOCK_BYTES);
        Ok(block)
    }
}

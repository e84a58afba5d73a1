//! Making a snapshot of blocks that arrive one by one, as the EBS direct APIs have it (StartSnapshot, PutSnapshotBlock,
//! CompleteSnapshot). The caller keeps the hashes in between.

use crate::backend::Object;
use crate::page_writer::PageWriter;
use crate::vault::Presence;
use crate::zero::is_zero;
use crate::{BLOCK_BYTES, Hash, Job, ManifestRef, ObjectName, Under, VaultError, block_count};

impl Under<'_> {
    /// Stores one block of exactly 512 KiB, durably, and names it; `None` if it is all zeros and takes no space. It is safe
    /// from [`Vault::sweep`] while `job` lives, and then if it is among the roots.
    ///
    /// # Errors
    /// [`VaultError::Invalid`] if it has another length, [`VaultError::Full`] and [`VaultError::Io`].
    pub fn put_block(&self, job: &Job, content: &[u8]) -> Result<Option<Hash>, VaultError> {
        if content.len() != BLOCK_BYTES {
            return Err(VaultError::Invalid(format!("a block has {BLOCK_BYTES} bytes, not {}", content.len())));
        }
        if is_zero(content) {
            return Ok(None);
        }
        let vault = self.vault;
        let cover = vault.cover(&self.key)?;
        let hash = cover.name(content);
        let name = ObjectName::block(hash);
        vault.use_object(job, name)?;
        let stored = || Ok::<_, VaultError>(vault.encoder()?.encode_block(&cover, hash, content));
        match vault.presence(name, &mut vault.decoder()?, &mut Vec::new())? {
            Presence::Good => {}
            Presence::Absent => {
                vault.backend.put_if_absent(&[Object { name, bytes: &stored()? }])?;
            }
            Presence::Damaged => vault.backend.replace(Object { name, bytes: &stored()? })?,
        }
        vault.backend.settle(&[name])?;
        Ok(Some(hash))
    }

    /// Publishes a snapshot of `size_bytes` made of `base` (or of zeros) and of `changes`, given by ascending index; `None`
    /// is a block of zeros. The blocks must have been put before under the same key, as the base is. What lies behind the base's end is zeros.
    ///
    /// # Errors
    /// [`VaultError::Invalid`] if the changes aren't in order or lie beyond the size, or the base is larger than the new
    /// volume or under another key; [`VaultError::Damaged`] if a block or the base is missing, [`VaultError::Full`] and [`VaultError::Io`].
    pub fn assemble(
        &self,
        job: &Job,
        size_bytes: u64,
        base: Option<Hash>,
        changes: impl IntoIterator<Item = (u64, Option<Hash>)>,
    ) -> Result<ManifestRef, VaultError> {
        let mut pages = PageWriter::new(self.vault, job, size_bytes, self.key.clone(), base)?;
        let base_size_bytes = pages.base().map_or(0, |base| base.size_bytes);
        if base_size_bytes > size_bytes {
            return Err(VaultError::Invalid(format!(
                "a volume of {size_bytes} bytes can't be made of a base of {base_size_bytes}"
            )));
        }
        // Its last block is filled up with zeros, so it is right for a larger volume, too.
        let inherited = block_count(base_size_bytes);
        let mut next = 0;
        for (index, block) in changes {
            if index < next || index >= block_count(size_bytes) {
                return Err(VaultError::Invalid(format!("block {index} is out of order or beyond {size_bytes} bytes")));
            }
            if let Some(hash) = block
                && !self.vault.backend.exists(ObjectName::block(hash))?
            {
                let object = ObjectName::block(hash);
                return Err(VaultError::Damaged { object, damage: crate::Damage::Missing, at: None });
            }
            if next < inherited.min(index) {
                pages.inherit(next..inherited.min(index))?;
            }
            pages.push(index, block)?;
            next = index + 1;
        }
        if next < inherited {
            pages.inherit(next..inherited)?;
        }
        pages.finish()
    }
}

//! The blocks of a snapshot, in order, without their content.

use std::sync::Arc;

use crate::manifest::Manifest;
use crate::page::Page;
use crate::page_writer::{page_of, slot_of};
use crate::{BLOCK_BYTES, Hash, PAGE_ENTRIES, Vault, VaultError};

/// The blocks of a snapshot that have data: (index, hash), by ascending index. A page that can't be read is one error, and
/// the iteration goes on behind it.
pub struct Blocks<'v> {
    vault: &'v Vault,
    root: Hash,
    manifest: Arc<Manifest>,
    next: u64,
    page: Option<(usize, Arc<Page>)>,
}

impl Vault {
    /// The blocks with data from index `from` on. Takes no more memory than a page, and reads as it goes.
    ///
    /// # Errors
    /// [`VaultError::Damaged`], [`VaultError::Unsupported`] and [`VaultError::Io`], about the manifest.
    pub fn blocks(&self, root: Hash, from: u64) -> Result<Blocks<'_>, VaultError> {
        Ok(Blocks { vault: self, root, manifest: self.manifest(root)?, next: from, page: None })
    }

    /// The hash of block `index`, `None` if it is zeros.
    pub(crate) fn entry(&self, root: Hash, manifest: &Manifest, index: u64) -> Result<Option<Hash>, VaultError> {
        let Some(page) = manifest.pages.get(page_of(index)).copied().flatten() else { return Ok(None) };
        let page = self.page(page.hash).map_err(|error| error.wanted_for(root, index))?;
        Ok(page.get(slot_of(index)))
    }

    /// The content of block `index`: 512 KiB (filled up with zeros behind the volume's end), or `None` if it is all zeros.
    ///
    /// # Errors
    /// [`VaultError::OutOfRange`], [`VaultError::Damaged`], [`VaultError::Unsupported`] and [`VaultError::Io`].
    pub fn block(&self, root: Hash, index: u64) -> Result<Option<Arc<Vec<u8>>>, VaultError> {
        let manifest = self.manifest(root)?;
        if index >= manifest.blocks() {
            return Err(VaultError::OutOfRange {
                offset_bytes: index.saturating_mul(BLOCK_BYTES as u64),
                len_bytes: BLOCK_BYTES as u64,
                size_bytes: manifest.size_bytes,
            });
        }
        let Some(hash) = self.entry(root, &manifest, index)? else { return Ok(None) };
        self.cached_block(hash).map(Some).map_err(|error| error.wanted_for(root, index))
    }
}

impl Blocks<'_> {
    fn page(&mut self, page_no: usize, hash: Hash) -> Result<Arc<Page>, VaultError> {
        if let Some((held, page)) = &self.page
            && *held == page_no
        {
            return Ok(Arc::clone(page));
        }
        let page = self.vault.page(hash)?;
        self.page = Some((page_no, Arc::clone(&page)));
        Ok(page)
    }
}

impl Iterator for Blocks<'_> {
    type Item = Result<(u64, Hash), VaultError>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.next < self.manifest.blocks() {
            let page_no = page_of(self.next);
            let behind_page = (page_no as u64 + 1) * PAGE_ENTRIES as u64;
            let Some(page) = self.manifest.pages[page_no] else {
                self.next = behind_page;
                continue;
            };
            let page = match self.page(page_no, page.hash) {
                Ok(page) => page,
                Err(error) => {
                    let wanted = self.next;
                    self.next = behind_page;
                    return Some(Err(error.wanted_for(self.root, wanted)));
                }
            };
            let found = (slot_of(self.next)..page.len()).find_map(|slot| page.get(slot).map(|hash| (slot, hash)));
            let Some((slot, hash)) = found else {
                self.next = behind_page;
                continue;
            };
            let index = (page_no * PAGE_ENTRIES + slot) as u64;
            self.next = index + 1;
            if index >= self.manifest.blocks() {
                return None;
            }
            return Some(Ok((index, hash)));
        }
        None
    }
}

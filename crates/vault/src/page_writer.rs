//! Builds a manifest from the hashes of blocks that come in order, a page at a time, so that memory doesn't grow with the
//! volume; and publishes it last.

use std::mem;
use std::ops::Range;
use std::sync::Arc;

use crate::manifest::{Key, Manifest, PageRef};
use crate::page::Page;
use crate::{
    BLOCK_BYTES, Hash, Job, MAX_SIZE_BYTES, ManifestRef, ObjectName, PAGE_ENTRIES, Vault, VaultError, block_count,
};

/// Pages are stored together, for then their syncs take less time.
const PAGES_AT_ONCE: usize = 32;

/// Names are settled together. A folder has 256 directories of blocks, so more at once gains little.
const NAMES_AT_ONCE: usize = 65_536;

/// A manifest in the making.
pub(crate) struct PageWriter<'v> {
    vault: &'v Vault,
    job: &'v Job,
    size_bytes: u64,
    key: Key,
    base: Option<Arc<Manifest>>,
    /// The blocks before this one are known.
    next: u64,
    /// Entries of the page that `next` lies in, up to `next`.
    entries: Vec<Option<Hash>>,
    pages: Vec<Option<PageRef>>,
    unstored: Vec<(ObjectName, Vec<u8>)>,
    unsettled: Vec<ObjectName>,
}

impl<'v> PageWriter<'v> {
    /// A manifest of a volume of `size_bytes`, which may take blocks from `base`. That must be under the same key.
    ///
    /// # Errors
    /// [`VaultError::Invalid`] if the size is over the limit or the base under another key; those of reading the base's manifest.
    pub fn new(
        vault: &'v Vault,
        job: &'v Job,
        size_bytes: u64,
        key: Key,
        base: Option<Hash>,
    ) -> Result<PageWriter<'v>, VaultError> {
        if size_bytes > MAX_SIZE_BYTES {
            return Err(VaultError::Invalid(format!("{size_bytes} bytes are more than a volume can have (64 TiB)")));
        }
        let base = base.map(|root| vault.manifest(root)).transpose()?;
        if base.as_ref().is_some_and(|base| base.key != key) {
            return Err(VaultError::Invalid("the base is under another key; reseal it first".to_owned()));
        }
        Ok(PageWriter {
            vault,
            job,
            size_bytes,
            key,
            base,
            next: 0,
            entries: Vec::new(),
            pages: Vec::new(),
            unstored: Vec::new(),
            unsettled: Vec::new(),
        })
    }

    /// The base, if there is one.
    pub fn base(&self) -> Option<&Arc<Manifest>> {
        self.base.as_ref()
    }

    /// Says what block `index` is. Blocks between the last one and this are zeros. Indices go upwards.
    pub fn push(&mut self, index: u64, block: Option<Hash>) -> Result<(), VaultError> {
        self.zeros_until(index)?;
        if let Some(hash) = block {
            self.unsettled.push(ObjectName::block(hash));
        }
        self.append(block)
    }

    /// Says that these blocks are as in the base, which must cover them. Blocks before them are zeros.
    pub fn inherit(&mut self, blocks: Range<u64>) -> Result<(), VaultError> {
        let base = Arc::clone(self.base.as_ref().expect("only with a base is anything inherited"));
        debug_assert!(blocks.end <= base.blocks());
        self.zeros_until(blocks.start)?;
        while self.next < blocks.end {
            let page_no = page_of(self.next);
            let page_end = (page_no as u64 + 1) * PAGE_ENTRIES as u64;
            if self.entries.is_empty() && page_end <= blocks.end {
                // A whole page is shared without being read.
                self.pages.push(base.pages[page_no]);
                self.next = page_end;
                continue;
            }
            let page = base.pages[page_no].map(|page| self.vault.page(page.hash)).transpose()?;
            for index in self.next..page_end.min(blocks.end) {
                self.append(page.as_ref().and_then(|page| page.get(slot_of(index))))?;
            }
        }
        Ok(())
    }

    /// Publishes the manifest, after all that it names is durable. Blocks that weren't mentioned are zeros.
    pub fn finish(mut self) -> Result<ManifestRef, VaultError> {
        self.zeros_until(block_count(self.size_bytes))?;
        if !self.entries.is_empty() {
            self.close_page();
        }
        self.store_pages()?;
        self.settle()?;
        let manifest = Manifest { size_bytes: self.size_bytes, key: self.key, pages: self.pages };
        let content = manifest.encode();
        let root = Hash::of(&content);
        let name = ObjectName::manifest(root);
        self.vault.store_contents(self.job, &[(name, content)])?;
        self.vault.backend.settle(&[name])?;
        Ok(manifest.to_ref(root))
    }

    fn zeros_until(&mut self, index: u64) -> Result<(), VaultError> {
        assert!(self.next <= index, "blocks come in order: {index} after {}", self.next);
        assert!(index <= block_count(self.size_bytes), "block {index} lies beyond the volume");
        while self.next < index {
            let page_end = (page_of(self.next) as u64 + 1) * PAGE_ENTRIES as u64;
            if self.entries.is_empty() && page_end <= index {
                self.pages.push(None);
                self.next = page_end;
            } else {
                self.append(None)?;
            }
        }
        Ok(())
    }

    fn append(&mut self, entry: Option<Hash>) -> Result<(), VaultError> {
        self.entries.push(entry);
        self.next += 1;
        if self.entries.len() == PAGE_ENTRIES {
            self.close_page();
            if self.unstored.len() >= PAGES_AT_ONCE {
                self.store_pages()?;
            }
            if self.unsettled.len() >= NAMES_AT_ONCE {
                self.settle()?;
            }
        }
        Ok(())
    }

    fn close_page(&mut self) {
        let page = Page::new(mem::take(&mut self.entries));
        if page.len() == 0 {
            self.pages.push(None);
            return;
        }
        let content = page.encode();
        let hash = Hash::of(&content);
        let data_blocks = u32::try_from(page.data().count()).expect("a page has 4,096 entries at most");
        self.pages.push(Some(PageRef { hash, data_blocks }));
        self.unstored.push((ObjectName::page(hash), content));
    }

    fn store_pages(&mut self) -> Result<(), VaultError> {
        let pages = mem::take(&mut self.unstored);
        self.vault.store_contents(self.job, &pages)?;
        self.unsettled.extend(pages.iter().map(|(name, _)| *name));
        Ok(())
    }

    fn settle(&mut self) -> Result<(), VaultError> {
        Ok(self.vault.backend.settle(&mem::take(&mut self.unsettled))?)
    }
}

/// How many blocks, from the first, cover the same bytes in volumes of both sizes.
pub(crate) fn shared_blocks(size_bytes: u64, other_size_bytes: u64) -> u64 {
    if size_bytes == other_size_bytes {
        block_count(size_bytes)
    } else {
        size_bytes.min(other_size_bytes) / BLOCK_BYTES as u64
    }
}

/// Which page names block `index`.
pub(crate) fn page_of(index: u64) -> usize {
    (index / PAGE_ENTRIES as u64) as usize
}

/// Where in its page block `index` stands.
pub(crate) fn slot_of(index: u64) -> usize {
    (index % PAGE_ENTRIES as u64) as usize
}

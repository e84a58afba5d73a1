//! What differs between two snapshots. Equal pages are passed over without being read.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::manifest::Manifest;
use crate::page::Page;
use crate::{Hash, PAGE_ENTRIES, Vault, VaultError};

/// A block that differs; `None` is zeros, or lies behind the end of that snapshot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// The block's index.
    pub index: u64,
    /// What it is in the first snapshot.
    pub first: Option<Hash>,
    /// What it is in the second.
    pub second: Option<Hash>,
}

/// The changes from one snapshot to another, by ascending index. Two pages that can't be compared are one error, and the
/// iteration goes on behind them.
pub struct Diff<'v> {
    vault: &'v Vault,
    first: Arc<Manifest>,
    second: Arc<Manifest>,
    roots: (Hash, Hash),
    from: u64,
    next_page: usize,
    found: VecDeque<Change>,
}

impl Vault {
    /// The changes from snapshot `first` to `second`, from block `from` on.
    ///
    /// # Errors
    /// [`VaultError::Damaged`], [`VaultError::Unsupported`] and [`VaultError::Io`], about the manifests.
    pub fn diff(&self, first: Hash, second: Hash, from: u64) -> Result<Diff<'_>, VaultError> {
        Ok(Diff {
            vault: self,
            first: self.manifest(first)?,
            second: self.manifest(second)?,
            roots: (first, second),
            from,
            next_page: usize::try_from(from / PAGE_ENTRIES as u64).unwrap_or(usize::MAX),
            found: VecDeque::new(),
        })
    }
}

impl Diff<'_> {
    fn compare(&mut self, page_no: usize) -> Result<(), VaultError> {
        let hash = |manifest: &Manifest| manifest.pages.get(page_no).copied().flatten().map(|page| page.hash);
        let (first, second) = (hash(&self.first), hash(&self.second));
        if first == second {
            return Ok(());
        }
        let start = (page_no * PAGE_ENTRIES) as u64;
        let load = |page: Option<Hash>, root| match page {
            Some(hash) => self.vault.page(hash).map_err(|error| error.wanted_for(root, start)),
            None => Ok(Arc::new(Page::default())),
        };
        let (first, second) = (load(first, self.roots.0)?, load(second, self.roots.1)?);
        for slot in 0..first.len().max(second.len()) {
            let index = start + slot as u64;
            let change = Change { index, first: first.get(slot), second: second.get(slot) };
            if index >= self.from && change.first != change.second {
                self.found.push_back(change);
            }
        }
        Ok(())
    }
}

impl Iterator for Diff<'_> {
    type Item = Result<Change, VaultError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(change) = self.found.pop_front() {
                return Some(Ok(change));
            }
            if self.next_page >= self.first.pages.len().max(self.second.pages.len()) {
                return None;
            }
            let page_no = self.next_page;
            self.next_page += 1;
            if let Err(error) = self.compare(page_no) {
                return Some(Err(error));
            }
        }
    }
}

//! A page: the hashes of up to 4,096 consecutive blocks.
//!
//! ```text
//! offset bytes
//!      0     1  version, 1
//!      1     3  zero
//!      4     4  number of entries n, little endian, 1 to 4,096
//!      8  32·n  the entries: hash of a block, or 32 zeros for a block of zeros
//! ```
//! Zeros at the end are left out, so a page has exactly one form and stays the same when the volume grows behind it. A page
//! with no data at all isn't stored: the manifest says so.

use crate::{Hash, PAGE_ENTRIES};

const VERSION: u8 = 1;
const HEADER_BYTES: usize = 8;

/// The most bytes that a page's content has.
pub(crate) const MAX_PAGE_BYTES: usize = HEADER_BYTES + PAGE_ENTRIES * Hash::BYTES;

/// The entries of one page; `None` is a block of zeros. The last entry, if any, is a hash.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Page {
    entries: Vec<Option<Hash>>,
}

impl Page {
    /// A page of these entries, at most 4,096.
    pub fn new(mut entries: Vec<Option<Hash>>) -> Page {
        assert!(entries.len() <= PAGE_ENTRIES, "a page has {PAGE_ENTRIES} entries at most");
        let used = entries.iter().rposition(Option::is_some).map_or(0, |last| last + 1);
        entries.truncate(used);
        Page { entries }
    }

    /// The entry at `slot`, counted from the page's beginning.
    pub fn get(&self, slot: usize) -> Option<Hash> {
        self.entries.get(slot).copied().flatten()
    }

    /// Entries without the zeros at the end.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Slots that hold a hash, with it.
    pub fn data(&self) -> impl Iterator<Item = (usize, Hash)> + '_ {
        self.entries.iter().enumerate().filter_map(|(slot, entry)| entry.map(|hash| (slot, hash)))
    }

    /// The content to store. The page must not be empty.
    pub fn encode(&self) -> Vec<u8> {
        let mut content = Vec::with_capacity(HEADER_BYTES + self.entries.len() * Hash::BYTES);
        content.extend_from_slice(&[VERSION, 0, 0, 0]);
        content.extend_from_slice(&u32::try_from(self.entries.len()).expect("at most 4,096").to_le_bytes());
        for entry in &self.entries {
            content.extend_from_slice(entry.as_ref().map_or(&[0; Hash::BYTES], |hash| hash.as_bytes()));
        }
        content
    }

    /// Reads a stored content, whose hash has been compared. Says what is wrong where it isn't a page.
    pub fn decode(content: &[u8]) -> Result<Page, String> {
        let (header, table) = content.split_first_chunk::<HEADER_BYTES>().ok_or("a page is longer")?;
        if header[..4] != [VERSION, 0, 0, 0] {
            return Err(format!("version {} of pages is unknown", header[0]));
        }
        let (entries, rest) = table.as_chunks::<{ Hash::BYTES }>();
        let count = u32::from_le_bytes([header[4], header[5], header[6], header[7]]) as usize;
        if !rest.is_empty() || entries.len() != count || count > PAGE_ENTRIES {
            return Err(format!("{} bytes don't hold {count} entries", table.len()));
        }
        let entries: Vec<_> = entries.iter().map(|b| (*b != [0; Hash::BYTES]).then(|| Hash::from_bytes(*b))).collect();
        match entries.last() {
            Some(Some(_)) => Ok(Page { entries }),
            _ => Err("its last entry is empty".to_owned()),
        }
    }
}

//! A manifest: one whole snapshot. Its hash is the snapshot's *root*.
//!
//! ```text
//! offset bytes
//!      0     1  version, 1
//!      1     1  key: 0 none, 1 sealed under the data key of a KMS key
//!      2     2  length k of the key's id, little endian as all numbers: 0, or 16
//!      4     4  bytes of a block, 524,288
//!      8     4  entries of a page, 4,096
//!     12     4  number of pages n
//!     16     8  size of the volume in bytes
//!     24     k  the key's id
//!   24+k  36·n  for each page: its hash (32 zeros if it has no data), and how many of its blocks have data (4 bytes)
//! ```
//! The last block of a volume whose size isn't a multiple of 512 KiB is filled up with zeros, so that it is the same
//! block after the volume has grown. 16 TiB are 8,192 pages, a manifest of 288 KiB.

use serde::{Deserialize, Serialize};

use crate::{BLOCK_BYTES, Hash, KeyId, MAX_SIZE_BYTES, PAGE_BYTES, PAGE_ENTRIES, block_count};

const VERSION: u8 = 1;
const KEY_NONE: u8 = 0;
const KEY_SEALED: u8 = 1;
const HEADER_BYTES: usize = 24;
const PAGE_REF_BYTES: usize = Hash::BYTES + 4;

/// The most bytes that a manifest's content has, with room for an id.
pub(crate) const MAX_MANIFEST_BYTES: usize =
    HEADER_BYTES + u16::MAX as usize + (MAX_SIZE_BYTES / PAGE_BYTES) as usize * PAGE_REF_BYTES;

/// How a snapshot's blocks are encrypted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Key {
    /// They aren't.
    #[default]
    None,
    /// Each is sealed under the data key of this KMS key.
    Sealed(KeyId),
}

/// What a record keeps of a snapshot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManifestRef {
    /// The hash of the manifest. Equal content, size and key make an equal root, so several snapshots may share one.
    pub root: Hash,
    /// The size of the volume.
    pub size_bytes: u64,
    /// How many blocks of 512 KiB have data (what EBS calls the full snapshot's size, in blocks).
    pub data_blocks: u64,
    /// How its blocks are encrypted.
    #[serde(default)]
    pub key: Key,
}

impl ManifestRef {
    /// The bytes of the blocks that have data, shared with other snapshots or not: EBS's full snapshot size.
    pub fn full_bytes(&self) -> u64 {
        self.data_blocks * BLOCK_BYTES as u64
    }
}

/// What a manifest says of one page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PageRef {
    /// The page's name.
    pub hash: Hash,
    /// How many of its entries are hashes, 1 to 4,096.
    pub data_blocks: u32,
}

/// A decoded manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Manifest {
    /// The size of the volume.
    pub size_bytes: u64,
    /// How its blocks are encrypted.
    pub key: Key,
    /// The pages in order; `None` has no data.
    pub pages: Vec<Option<PageRef>>,
}

/// Why a content whose hash is right can't be used.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum ManifestFault {
    /// Written by a later version.
    Unsupported(String),
    /// Not a manifest.
    Malformed(String),
}

impl Manifest {
    /// How many blocks the volume has, with and without data.
    pub fn blocks(&self) -> u64 {
        block_count(self.size_bytes)
    }

    /// How many blocks have data.
    pub fn data_blocks(&self) -> u64 {
        self.pages.iter().flatten().map(|page| u64::from(page.data_blocks)).sum()
    }

    /// What a record keeps of it.
    pub fn to_ref(&self, root: Hash) -> ManifestRef {
        ManifestRef { root, size_bytes: self.size_bytes, data_blocks: self.data_blocks(), key: self.key.clone() }
    }

    /// The content to store.
    pub fn encode(&self) -> Vec<u8> {
        let (kind, id): (u8, &[u8]) = match &self.key {
            Key::None => (KEY_NONE, &[]),
            Key::Sealed(id) => (KEY_SEALED, id.as_bytes()),
        };
        let small = |number: usize| u32::try_from(number).expect("within the limits of a volume").to_le_bytes();
        let mut content = Vec::with_capacity(HEADER_BYTES + id.len() + self.pages.len() * PAGE_REF_BYTES);
        content.extend_from_slice(&[VERSION, kind, u8::try_from(id.len()).expect("an id has 16 bytes"), 0]);
        content.extend_from_slice(&small(BLOCK_BYTES));
        content.extend_from_slice(&small(PAGE_ENTRIES));
        content.extend_from_slice(&small(self.pages.len()));
        content.extend_from_slice(&self.size_bytes.to_le_bytes());
        content.extend_from_slice(id);
        for page in &self.pages {
            content.extend_from_slice(page.as_ref().map_or(&[0; Hash::BYTES], |page| page.hash.as_bytes()));
            content.extend_from_slice(&page.map_or(0, |page| page.data_blocks).to_le_bytes());
        }
        content
    }

    /// Reads a stored content, whose hash has been compared.
    pub fn decode(content: &[u8]) -> Result<Manifest, ManifestFault> {
        let malformed = |what: String| ManifestFault::Malformed(what);
        let (header, table) = content
            .split_first_chunk::<HEADER_BYTES>()
            .ok_or_else(|| malformed(format!("{} bytes are too few for a manifest", content.len())))?;
        if header[0] != VERSION {
            return Err(ManifestFault::Unsupported(format!("version {} of manifests", header[0])));
        }
        let (key, table) = decode_key(header, table)?;
        let number = |at: usize| u32::from_le_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
        if number(4) as usize != BLOCK_BYTES || number(8) as usize != PAGE_ENTRIES {
            return Err(ManifestFault::Unsupported(format!("blocks of {}, pages of {}", number(4), number(8))));
        }
        let size_bytes = u64::from(number(16)) | u64::from(number(20)) << 32;
        let (pages, rest) = table.as_chunks::<PAGE_REF_BYTES>();
        let expected = size_bytes.div_ceil(PAGE_BYTES);
        if size_bytes > MAX_SIZE_BYTES || u64::from(number(12)) != expected || pages.len() as u64 != expected {
            return Err(malformed(format!("{} pages don't make {size_bytes} bytes", pages.len())));
        }
        if !rest.is_empty() {
            return Err(malformed("bytes are left over".to_owned()));
        }
        let pages = pages.iter().map(decode_page_ref).collect::<Result<_, _>>().map_err(malformed)?;
        Ok(Manifest { size_bytes, key, pages })
    }
}

/// The key, and what stands behind its id.
fn decode_key<'c>(header: &[u8; HEADER_BYTES], behind: &'c [u8]) -> Result<(Key, &'c [u8]), ManifestFault> {
    let len = usize::from(u16::from_le_bytes([header[2], header[3]]));
    match (header[1], len) {
        (KEY_NONE, 0) => Ok((Key::None, behind)),
        (KEY_SEALED, KeyId::BYTES) => {
            let (id, table) = behind
                .split_first_chunk::<{ KeyId::BYTES }>()
                .ok_or_else(|| ManifestFault::Malformed("the key's id is cut short".to_owned()))?;
            Ok((Key::Sealed(KeyId::from_bytes(*id)), table))
        }
        (KEY_NONE | KEY_SEALED, _) => Err(ManifestFault::Malformed(format!("a key's id can't have {len} bytes"))),
        (kind, _) => Err(ManifestFault::Unsupported(format!("a snapshot under a key of kind {kind}"))),
    }
}

fn decode_page_ref(bytes: &[u8; PAGE_REF_BYTES]) -> Result<Option<PageRef>, String> {
    let (hash, count) = bytes.split_first_chunk::<{ Hash::BYTES }>().expect("a page reference is longer than a hash");
    let data_blocks = u32::from_le_bytes([count[0], count[1], count[2], count[3]]);
    match (*hash == [0; Hash::BYTES], data_blocks) {
        (true, 0) => Ok(None),
        (false, 1..) if data_blocks as usize <= PAGE_ENTRIES => {
            Ok(Some(PageRef { hash: Hash::from_bytes(*hash), data_blocks }))
        }
        _ => Err(format!("a page can't have {data_blocks} blocks with data")),
    }
}

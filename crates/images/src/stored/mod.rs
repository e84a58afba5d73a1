//! An image as one object: what is known of it, and the blocks of its disks.
//!
//! ```text
//! bytes
//!     8  "FOGBKAMI"
//!     4  version, 1; little endian as all numbers
//!     4  length n of the head
//!     n  the head, JSON: the image (`model::records::StoredImage`) and the size of each disk in bytes
//!    32  BLAKE3 of all of the above
//!        for each block that isn't zeros, by ascending disk and index:
//!     4    number of the disk, from 0
//!     8    index of the block, in blocks of 512 KiB
//!     4    length m
//!     m    the block, compressed with zstd
//!    32    BLAKE3 of the block
//!     4  0xffffffff: no more blocks
//!     8  how many there were
//!    32  BLAKE3 of all of the above
//!     8  length of the whole object
//!     8  "FOGBKEND"
//! ```
//! Whoever reads it believes nothing before it is verified: an object that was cut off is known by its end, an altered
//! head by its sum, an altered block by its own sum before it is used, and anything else by the sum of all. The last
//! block of a disk is filled up with zeros.

mod read;
mod write;

pub use read::{Block, Reader};
pub use write::Writer;

use model::records::StoredImage;
use serde::{Deserialize, Serialize};

#[cfg(test)]
mod tests;

const MAGIC: &[u8; 8] = b"FOGBKAMI";
const END: &[u8; 8] = b"FOGBKEND";
const VERSION: u32 = 1;
/// Instead of a disk's number.
const NO_MORE: u32 = u32::MAX;
const SUM: usize = blake3::OUT_LEN;
/// What follows the sum of all.
const TAIL: u64 = 16;
/// The largest head: an image has some kilobytes of tags and names.
const MOST_HEAD: u32 = 1 << 20;
/// Disks of one image; EC2 takes 21 volumes, and room to spare.
const MOST_DISKS: usize = 64;

/// What stands before the blocks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Head {
    pub image: StoredImage,
    /// Sizes of the image's disks, bytes.
    pub sizes: Vec<u64>,
}

/// Why an object is not taken, or can't be written.
#[derive(Debug, thiserror::Error)]
pub enum StoredError {
    #[error("it is not an image that was stored by CreateStoreImageTask")]
    NotOne,
    #[error("it is of version {0}, which this version of Fogbank can't read")]
    Version(u32),
    #[error("it is cut off: it has {length} bytes, and its end is not there")]
    CutOff { length: u64 },
    #[error("it is damaged or was altered: {0}")]
    Damaged(String),
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

fn damaged(what: impl Into<String>) -> StoredError {
    StoredError::Damaged(what.into())
}

//! An image as one object: what is known of it, and the blocks of its disks.
//!
//! ```text
//! bytes
//!     8  "FOGBKAMI"
//!     4  version, 1, or 2 if it is sealed; little endian as all numbers
//!     4  length n of the head
//!     n  the head, JSON: the image (`model::records::StoredImage`) and the size of each disk in bytes
//!    32  BLAKE3 of all of the above
//!   (16)  a sealed object's tag of that sum
//!        for each block that isn't zeros, by ascending disk and index:
//!     4    number of the disk, from 0
//!     8    index of the block, in blocks of 512 KiB
//!     4    length m
//!     m    the block, compressed with zstd, and then sealed where the object is
//!    32    BLAKE3 of the block, where it is sealed of those m bytes
//!     4  0xffffffff: no more blocks
//!     8  how many there were
//!   (16)  a sealed object's tag of the BLAKE3 of all of the above
//!    32  BLAKE3 of all of the above
//!     8  length of the whole object
//!     8  "FOGBKEND"
//! ```
//! Whoever reads it believes nothing before it is verified: an object that was cut off is known by its end, an altered
//! head by its sum, an altered block by its own sum before it is used, and anything else by the sum of all. The last
//! block of a disk is filled up with zeros.
//!
//! An image with an encrypted disk is sealed, all of its disks, with AES-256-GCM under a key of the object's own, which
//! follows from the data key of the disk's KMS key and a salt. A block's nonce is where it belongs, and the sum of the head is
//! authenticated with it: nothing of such an object can be altered, moved or left out by who lacks the key. The head itself
//! can be read.

mod read;
mod write;

pub use read::{Block, Content, Reader, Verified};
pub use write::Writer;

use model::records::StoredImage;
use serde::{Deserialize, Serialize};
use vault::{KeyId, ObjectKey};

#[cfg(test)]
mod tests;

const MAGIC: &[u8; 8] = b"FOGBKAMI";
const END: &[u8; 8] = b"FOGBKEND";
const VERSION: u32 = 1;
const SEALED_VERSION: u32 = 2;
/// Instead of a disk's number.
const NO_MORE: u32 = u32::MAX;
/// The number that the head is sealed under.
const OF_HEAD: (u32, u64) = (u32::MAX - 1, 0);
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
    /// How the blocks are sealed, if they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<Seal>,
}

/// What the key of a sealed object follows from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seal {
    /// Id of the KMS key.
    pub key: KeyId,
    /// 32 bytes in hexadecimal.
    salt: String,
}

impl Seal {
    pub fn new(key: KeyId, salt: &[u8; ObjectKey::SALT_BYTES]) -> Self {
        Self { key, salt: hex::encode(salt) }
    }

    /// The salt, if it is one.
    pub fn salt(&self) -> Result<[u8; ObjectKey::SALT_BYTES], String> {
        let mut salt = [0; ObjectKey::SALT_BYTES];
        hex::decode_to_slice(&self.salt, &mut salt).map_err(|error| format!("its salt is none: {error}"))?;
        Ok(salt)
    }
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
    #[error("it can't be opened: {0}")]
    Sealed(String),
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

fn damaged(what: impl Into<String>) -> StoredError {
    StoredError::Damaged(what.into())
}

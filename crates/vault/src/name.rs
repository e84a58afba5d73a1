//! How objects of the vault are named: a kind, and the hash of the content.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::envelope::HEADER_BYTES;
use crate::manifest::MAX_MANIFEST_BYTES;
use crate::page::MAX_PAGE_BYTES;
use crate::seal::SEAL_BYTES;
use crate::{BLOCK_BYTES, Hash};

/// What an object holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 512 KiB of a volume.
    Block,
    /// The hashes of up to 4,096 blocks.
    Page,
    /// A whole snapshot: its size, key and page hashes. Its hash is the snapshot's *root*.
    Manifest,
}

impl Kind {
    /// All kinds, those that are named by others first.
    pub const ALL: [Kind; 3] = [Kind::Block, Kind::Page, Kind::Manifest];

    /// The folder, or the first part of the key in a bucket.
    pub const fn folder(self) -> &'static str {
        match self {
            Kind::Block => "blocks",
            Kind::Page => "pages",
            Kind::Manifest => "manifests",
        }
    }

    /// The most bytes that an object's content can have.
    pub const fn max_content_bytes(self) -> usize {
        match self {
            Kind::Block => BLOCK_BYTES,
            Kind::Page => MAX_PAGE_BYTES,
            Kind::Manifest => MAX_MANIFEST_BYTES,
        }
    }

    /// The most bytes that an object takes in a back end. A longer one is corrupt, and needn't be read to its end.
    pub const fn max_stored_bytes(self) -> usize {
        match self {
            Kind::Block => self.max_content_bytes() + HEADER_BYTES + SEAL_BYTES,
            Kind::Page | Kind::Manifest => self.max_content_bytes() + HEADER_BYTES,
        }
    }
}

/// The name of an object. Typed, so that no text from outside ever becomes a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ObjectName {
    /// What the object holds.
    pub kind: Kind,
    /// The hash of its content (not of its stored, compressed bytes). Of a sealed block it is keyed.
    pub hash: Hash,
}

impl ObjectName {
    /// The name of a block.
    pub const fn block(hash: Hash) -> ObjectName {
        ObjectName { kind: Kind::Block, hash }
    }

    /// The name of a page.
    pub const fn page(hash: Hash) -> ObjectName {
        ObjectName { kind: Kind::Page, hash }
    }

    /// The name of a manifest.
    pub const fn manifest(root: Hash) -> ObjectName {
        ObjectName { kind: Kind::Manifest, hash: root }
    }

    /// The name as a key of a bucket: `blocks/<64 digits>`.
    pub fn key(&self) -> String {
        format!("{}/{}", self.kind.folder(), self.hash)
    }
}

impl fmt::Display for ObjectName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.kind {
            Kind::Block => "block",
            Kind::Page => "page",
            Kind::Manifest => "manifest",
        };
        write!(f, "{kind} {}", self.hash)
    }
}

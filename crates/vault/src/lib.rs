//! The vault: snapshots as content-addressed blocks, each stored once.
//!
//! ```text
//! manifest (its hash is the snapshot's root)       size, key, and for each 2 GiB a page or nothing
//!   └─ page                                        4,096 × hash of a block, or zero
//!        └─ block                                  512 KiB of the volume
//! ```
//! All three are objects of one [`Backend`], named by the BLAKE3 hash of their content and compressed with zstd. Equal
//! blocks and unchanged pages are thereby shared by all snapshots, blocks of zeros take no space at all, and every read
//! is verified: a missing or corrupt object is an error that names it, never zeros. The formats stand in `envelope.rs`,
//! `page.rs` and `manifest.rs`.
//!
//! * A snapshot is complete or absent: its manifest is published after everything it names is durable. Nothing is ever
//!   changed in place.
//! * [`Under::ingest`] makes a snapshot of a [`Source`] (a raw file, a disk served by NBD, a [`Layer`] over another
//!   snapshot), [`Vault::restore`] writes one to a raw file.
//! * [`Vault::read_at`], [`Vault::block`], [`Vault::blocks`] and [`Vault::diff`] serve blocks one by one;
//!   [`Under::put_block`] and [`Under::assemble`] make a snapshot of blocks that arrive one by one.
//! * [`nbd::Server`] serves snapshots to QEMU as read-only disks.
//! * [`Vault::check`] verifies everything, and says which snapshots are hurt.
//!
//! Everything here blocks and uses threads of its own; asynchronous callers use `spawn_blocking`. A `cancel` flag is
//! looked at about every block.
//!
//! * [`Vault::sweep`] deletes what no snapshot needs any more. Whoever stores something holds a [`Job`] meanwhile, and
//!   until the record that names it is written.
//!
//! * Under a KMS key ([`Vault::under`]) blocks are sealed, and named so that only equal blocks under the same key are
//!   shared. [`Vault::reseal`] copies a snapshot to another key.

#![warn(missing_docs)]

mod assemble;
pub mod backend;
mod blocks;
mod check;
mod diff;
mod envelope;
mod error;
mod hash;
mod ingest;
mod layer;
mod lru;
mod manifest;
mod master;
mod name;
pub mod nbd;
mod page;
mod page_writer;
mod partial_file;
mod read;
mod reseal;
mod restore;
mod seal;
mod source;
mod sweep;
mod under;
mod vault;
mod zero;

#[cfg(test)]
mod tests;

pub use backend::{Backend, Bucket, BucketCredentials, BucketPlace, Known, LocalFolder, MemoryBackend, known_place};
pub use blocks::Blocks;
pub use check::{DamagedObject, HurtSnapshot, Report};
pub use diff::{Change, Diff};
pub use error::{BackendError, BlockAt, Damage, VaultError};
pub use hash::{Hash, ParseHashError};
pub use ingest::{IngestStats, Ingested};
pub use layer::Layer;
pub use manifest::{Key, ManifestRef};
pub use master::{HostKey, KeyFolder};
pub use name::{Kind, ObjectName};
pub use seal::{DataKey, KeyId, Keys, ObjectKey, ParseKeyIdError};
pub use source::{Extent, ExtentKind, FileSource, Source};
pub use sweep::{Job, Roots, Sweep, Swept};
pub use under::Under;
pub use vault::{Vault, VaultOptions};

/// Bytes of a block: 512 KiB, as in the EBS direct APIs.
pub const BLOCK_BYTES: usize = 512 * 1024;

/// Blocks that one page names, which are 2 GiB of the volume.
pub const PAGE_ENTRIES: usize = 4096;

/// The largest volume: 64 TiB, as EBS has it.
pub const MAX_SIZE_BYTES: u64 = 64 << 40;

/// Bytes of the volume that one page covers.
pub(crate) const PAGE_BYTES: u64 = (BLOCK_BYTES * PAGE_ENTRIES) as u64;

/// How many blocks a volume of `size_bytes` has; the last may be a part of one.
pub const fn block_count(size_bytes: u64) -> u64 {
    size_bytes.div_ceil(BLOCK_BYTES as u64)
}

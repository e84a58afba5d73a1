//! Disks that strangers made, brought into the form that the vault takes; and disks for strangers ([`write`]).
//!
//! ```text
//!   file ──▶ recognised by its first bytes, never by its name or by trial
//!        ──▶ refused if it leans on other files: backing files, extents, parents, external data
//!        ──▶ served by qemu-nbd under limits of time and memory, with the format said and no chain followed
//!        ──▶ read block by block; what it says of itself is never written down unpacked, for it may be somebody's secret
//! ```
//! Such a file is hostile until proven otherwise: a qcow2 file may name `/etc/shadow` as its backing file, or claim to be
//! of sixteen exabytes. What is read of it is read here first, by bounded parsing of its header.

mod format;
mod ova;
mod serve;
mod server;
mod write;

pub use format::{ForeignError, Format, Header, recognise};
pub use serve::{Foreign, Limits, serve};
pub use write::write;

#[cfg(test)]
mod tests;

//! Disks that strangers made, brought into the form that the vault takes; and disks for strangers ([`write`]).
//!
//! ```text
//!   file ──▶ recognised by its first bytes, never by its name or by trial
//!        ──▶ refused if it leans on other files: backing files, extents, parents, external data
//!        ──▶ converted by qemu-img under limits of time, memory and size, with the format said and no chain followed
//!        ──▶ a raw file with holes
//! ```
//! Such a file is hostile until proven otherwise: a qcow2 file may name `/etc/shadow` as its backing file, or claim to be
//! of sixteen exabytes. What is read of it is read here first, by bounded parsing of its header.

mod convert;
mod format;
mod ova;
mod write;

pub use convert::{Converted, Limits, convert};
pub use format::{ForeignError, Format, Header, recognise};
pub use write::write;

#[cfg(test)]
mod tests;

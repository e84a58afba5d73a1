//! What is asked of a builder, and what it answers.

use std::path::PathBuf;

use model::instance::{Architecture, BootMode};

/// What to build, and where.
#[derive(Clone, Debug)]
pub struct BuildOptions {
    pub architecture: Architecture,
    /// Becomes part of the image's name and is shown inside it, as `2026.11`.
    pub version: String,
    /// For files of the build. Emptied when a build begins and when it ends; one build at a time uses it.
    pub work_dir: PathBuf,
    /// Keeps the downloaded packages: a build that finds all of them needs no network.
    pub package_cache: PathBuf,
    /// The raw disk image. Appears whole, by a rename; its directory must be on the file system of `work_dir` for
    /// that, else it is copied beside itself first.
    pub out: PathBuf,
}

/// A disk image and what the catalog says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuiltImage {
    /// As `fogbank-tiny-2026.11-x86_64`.
    pub name: String,
    pub description: String,
    pub architecture: Architecture,
    pub raw: PathBuf,
    /// Bytes of the disk; the file is sparse.
    pub virtual_size: u64,
    /// Hex name of the disk's content. Equal packages, version and tools give equal disks and equal digests.
    pub digest: String,
    /// The name of the root disk in the image's block device mapping.
    pub root_device_name: String,
    /// What instances of it boot by when nobody says otherwise.
    pub boot_mode: BootMode,
    /// The user to log in as.
    pub login: String,
}

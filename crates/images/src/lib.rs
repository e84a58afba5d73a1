//! Bootable images, made on this machine.
//!
//! [`tiny`] makes *fogbank-tiny*, the image a cloud starts with: a Debian kernel, busybox and an SSH server on a
//! disk that boots by BIOS and by UEFI, and behaves as an Amazon Linux instance does from outside (`ec2-user`,
//! key from the metadata service, user data).
//!
//! The builder needs neither root nor loop devices. It downloads Debian packages once into a cache directory and
//! works without a network after that, and the same packages always give the same disk, byte for byte.
//!
//! ```text
//!  apt (private configuration) ──► packages/  the unpacked files of all packages
//!                                     │
//!     crates/images/tiny/*  ──────────┤
//!                                     ▼
//!                     tree: path → mode, owner, content      in memory
//!                       │            │              │
//!                       ▼            ▼              ▼
//!                  initrd (cpio)  root (ext4)   boot partition (FAT: kernel, initrd, loaders)
//!                       └────────────┴──────┬───────┘
//!                                           ▼
//!                             disk with a GPT, renamed to `out`
//! ```

mod archive;
mod command;
mod cpio;
pub mod debian;
mod disk;
mod elf;
mod error;
mod ext4;
mod fat;
pub mod foreign;
mod gpt;
mod image;
mod kernel_modules;
mod packages;
mod progress;
mod raw;
mod repository;
pub mod stored;
pub mod tiny;
mod tree;
mod work;

pub use error::BuildError;
pub use image::{BuildOptions, BuiltImage};
pub use model::instance::{Architecture, BootMode};
pub use progress::{Progress, Silent};

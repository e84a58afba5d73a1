//! The secret that opens an encrypted file, and the ways in which a process is told it: never by its command line.

use std::{fs::File, io, io::Write, os::fd::OwnedFd};

use rustix::fs::{MemfdFlags, memfd_create};

/// Hexadecimal digits that open a file's LUKS header.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    pub fn new(digits: String) -> Self {
        Self(digits)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// An open file of memory that holds it, for a process to inherit.
    pub fn in_memory(&self) -> io::Result<OwnedFd> {
        let mut file = File::from(memfd_create("secret", MemfdFlags::CLOEXEC)?);
        file.write_all(self.0.as_bytes())?;
        Ok(file.into())
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

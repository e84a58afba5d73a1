//! Keeps a second process away from a database.
//!
//! The lock is on a file of its own. SQLite holds POSIX locks on the database, and a process loses all of those it has
//! on a file when it closes any descriptor of that file.

use std::ffi::OsString;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use crate::StoreError;

/// Held as long as the value lives; the kernel gives it up for a process that is killed.
///
/// The file stays: removing it would let two processes lock two files of one name.
pub(super) struct FileLock {
    _file: File,
}

impl FileLock {
    pub(super) fn take(database: &Path) -> Result<Self, StoreError> {
        let path = beside(database);
        let open_error = |error: std::io::Error| StoreError::Open { path: path.clone(), reason: error.to_string() };
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .mode(0o600)
            .open(&path)
            .map_err(open_error)?;
        match file.try_lock() {
            Ok(()) => {
                // Who holds it is a courtesy to whoever is refused. On a full disk it is left out.
                let _ =
                    file.set_len(0).and_then(|()| file.rewind()).and_then(|()| write!(file, "{}", std::process::id()));
                Ok(Self { _file: file })
            }
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                let pid = file.read_to_string(&mut holder).ok().and_then(|_| holder.trim().parse().ok());
                Err(StoreError::InUse { path: database.to_owned(), pid })
            }
            Err(TryLockError::Error(error)) => Err(open_error(error)),
        }
    }
}

fn beside(database: &Path) -> PathBuf {
    let mut name = OsString::from(database);
    name.push(".lock");
    name.into()
}

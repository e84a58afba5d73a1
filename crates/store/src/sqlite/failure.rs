//! From SQLite's errors to ours.

use std::io;

use rusqlite::{Connection, ErrorCode};

use crate::{CommitError, StoreError};

/// What a failed statement on `connection` means for the transactions that were in it.
pub(super) fn of_commit(connection: &Connection, error: &rusqlite::Error) -> CommitError {
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => CommitError::Full,
        // SQLite says "disk full" only of some writes. When the log's index finds no space it says "I/O error", and the
        // cause is in the system's error number. A sync is different: the whole log is written then, and may be found
        // after a crash.
        Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen) if !is_of_sync(error) && out_of_space(connection) => {
            CommitError::Full
        }
        _ => CommitError::Io(error.to_string()),
    }
}

fn is_of_sync(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error(), Some(error) if error.extended_code == rusqlite::ffi::SQLITE_IOERR_FSYNC)
}

fn out_of_space(connection: &Connection) -> bool {
    // SAFETY: the handle belongs to a connection that is borrowed for the whole call, and the function only reads it.
    let system_error = unsafe { rusqlite::ffi::sqlite3_system_errno(connection.handle()) };
    let kind = io::Error::from_raw_os_error(system_error).kind();
    matches!(kind, io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
}

pub(super) fn of_read(error: rusqlite::Error) -> StoreError {
    StoreError::Io(error.to_string())
}

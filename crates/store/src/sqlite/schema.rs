//! Opening the file: its tables, its format, how SQLite is to treat it.

use std::fs::OpenOptions;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension};

use super::Options;
use crate::{Revision, StoreError};

/// The layout of the tables below. What is in the records has versions of its own.
const FORMAT: u32 = 1;

/// How long a commit or a read waits for somebody who opened the file with another program.
pub(super) const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// `mod_revision` stands before `value` so that reading it never follows a large value's overflow pages.
const TABLES: &str = "
    CREATE TABLE meta(name TEXT PRIMARY KEY, value INTEGER NOT NULL);
    CREATE TABLE records(key TEXT NOT NULL, mod_revision INTEGER NOT NULL, value BLOB NOT NULL);
    CREATE UNIQUE INDEX records_by_key ON records(key);
";

/// Opens the writer's connection, with the tables in place, and returns it with the store's revision.
pub(super) fn open(path: &Path, options: &Options) -> Result<(Connection, Revision), StoreError> {
    // Records hold secrets. SQLite gives the files beside the database the same mode.
    OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600)
        .open(path)
        .map_err(|error| StoreError::Open { path: path.to_owned(), reason: error.to_string() })?;
    let failed = |error| open_failure(path, error);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(failed)?;
    connection.busy_timeout(BUSY_TIMEOUT).map_err(failed)?;
    let is_new = check_format(&connection, path)?;
    let journal_mode = configure(&connection, options).map_err(failed)?;
    if journal_mode != "wal" {
        let reason = format!("its file system allows no write-ahead log (journal mode {journal_mode})");
        return Err(StoreError::Open { path: path.to_owned(), reason });
    }
    if is_new {
        let create = format!("BEGIN; {TABLES} INSERT INTO meta VALUES ('format', {FORMAT}), ('revision', 0); COMMIT");
        connection.execute_batch(&create).map_err(failed)?;
    }
    let revision = meta(&connection, "revision").map_err(failed)?;
    let revision = revision.ok_or_else(|| corrupt(path, "it has no revision"))?;
    Ok((connection, revision))
}

/// Returns the journal mode that SQLite settled on.
fn configure(connection: &Connection, options: &Options) -> rusqlite::Result<String> {
    let journal_mode = connection.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    // In KiB when negative. The upper pages of the index stay in memory for any size of cell.
    connection.pragma_update(None, "cache_size", -32_768)?;
    // A burst may grow the log; the next checkpoint gives the space back.
    connection.pragma_update(None, "journal_size_limit", 64 << 20)?;
    if let Some(bytes) = options.max_file_bytes {
        let page_bytes: u64 = connection.pragma_query_value(None, "page_size", |row| row.get(0))?;
        connection.pragma_update(None, "max_page_count", (bytes / page_bytes).max(1))?;
    }
    Ok(journal_mode)
}

/// Checks that this version may write to the file, before anything is changed in it. Returns whether it is empty.
fn check_format(connection: &Connection, path: &Path) -> Result<bool, StoreError> {
    let failed = |error| open_failure(path, error);
    let tables: u32 =
        connection.query_row("SELECT COUNT(*) FROM sqlite_schema", [], |row| row.get(0)).map_err(failed)?;
    if tables == 0 {
        return Ok(true);
    }
    let format = match meta(connection, "format") {
        Ok(Some(format)) => u32::try_from(format).map_err(|_| corrupt(path, "its format is out of range"))?,
        Ok(None) => return Err(corrupt(path, "it has no format")),
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::Unknown) => {
            return Err(corrupt(path, "it is the database of something else"));
        }
        Err(error) => return Err(failed(error)),
    };
    if format > FORMAT {
        return Err(StoreError::NewerFormat { path: path.to_owned(), found: format, supported: FORMAT });
    }
    Ok(false)
}

fn meta(connection: &Connection, name: &str) -> rusqlite::Result<Option<u64>> {
    connection.query_row("SELECT value FROM meta WHERE name = ?1", [name], |row| row.get(0)).optional()
}

fn corrupt(path: &Path, reason: impl Into<String>) -> StoreError {
    StoreError::Corrupt { path: path.to_owned(), reason: reason.into() }
}

fn open_failure(path: &Path, error: rusqlite::Error) -> StoreError {
    match error.sqlite_error_code() {
        // No code of SQLite's: what it read is not of the type that the tables have.
        None | Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => corrupt(path, error.to_string()),
        Some(_) => StoreError::Open { path: path.to_owned(), reason: error.to_string() },
    }
}

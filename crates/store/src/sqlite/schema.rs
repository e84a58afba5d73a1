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
    configure(&connection, options).map_err(failed)?;
    prepare_tables(&connection, path)?;
    let revision = meta(&connection, "revision").map_err(failed)?.unwrap_or(0);
    let newest = connection
        .query_row("SELECT COALESCE(MAX(mod_revision), 0) FROM records", [], |row| row.get::<_, u64>(0))
        .map_err(failed)?;
    if newest > revision {
        let reason = format!("a record of revision {newest} in a store at revision {revision}");
        return Err(StoreError::Corrupt { path: path.to_owned(), reason });
    }
    Ok((connection, revision))
}

fn configure(connection: &Connection, options: &Options) -> rusqlite::Result<()> {
    connection.busy_timeout(BUSY_TIMEOUT)?;
    let mode: String = connection.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
    if mode != "wal" {
        let reason = format!("its file system allows no write-ahead log (journal mode {mode})");
        return Err(rusqlite::Error::ToSqlConversionFailure(reason.into()));
    }
    connection.pragma_update(None, "synchronous", "FULL")?;
    // In KiB when negative. The upper pages of the index stay in memory for any size of cell.
    connection.pragma_update(None, "cache_size", -32_768)?;
    // A burst may grow the log; the next checkpoint gives the space back.
    connection.pragma_update(None, "journal_size_limit", 64 << 20)?;
    if let Some(bytes) = options.max_file_bytes {
        let page_bytes: u64 = connection.pragma_query_value(None, "page_size", |row| row.get(0))?;
        connection.pragma_update(None, "max_page_count", (bytes / page_bytes).max(1))?;
    }
    Ok(())
}

/// Creates the tables of a new store, or checks that this version may write to those of an old one.
fn prepare_tables(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let failed = |error| open_failure(path, error);
    let corrupt = |reason: &str| StoreError::Corrupt { path: path.to_owned(), reason: reason.to_owned() };
    let tables: u32 =
        connection.query_row("SELECT COUNT(*) FROM sqlite_schema", [], |row| row.get(0)).map_err(failed)?;
    if tables == 0 {
        let create = format!("BEGIN; {TABLES} INSERT INTO meta VALUES ('format', {FORMAT}), ('revision', 0); COMMIT");
        return connection.execute_batch(&create).map_err(failed);
    }
    let format = match meta(connection, "format") {
        Ok(Some(format)) => u32::try_from(format).map_err(|_| corrupt("its format is out of range"))?,
        Ok(None) => return Err(corrupt("it has no format")),
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::Unknown) => {
            return Err(corrupt("it is the database of something else"));
        }
        Err(error) => return Err(failed(error)),
    };
    if format > FORMAT {
        return Err(StoreError::NewerFormat { path: path.to_owned(), found: format, supported: FORMAT });
    }
    Ok(())
}

fn meta(connection: &Connection, name: &str) -> rusqlite::Result<Option<u64>> {
    connection.query_row("SELECT value FROM meta WHERE name = ?1", [name], |row| row.get(0)).optional()
}

fn open_failure(path: &Path, error: rusqlite::Error) -> StoreError {
    let (path, reason) = (path.to_owned(), error.to_string());
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => StoreError::Corrupt { path, reason },
        _ => StoreError::Open { path, reason },
    }
}

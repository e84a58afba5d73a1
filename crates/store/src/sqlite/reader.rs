//! Reads beside the writer, each of one committed revision.

use std::path::PathBuf;
use std::sync::Arc;

use parking_lot::Mutex;
use rusqlite::{Connection, OpenFlags, OptionalExtension, Row};

use super::failure;
use super::schema::BUSY_TIMEOUT;
use crate::{Batch, Change, Entry, Revision, Sink, StoreError, Stored, prefix};

/// Connections kept open when idle. More are opened while more threads read at once.
const IDLE_LIMIT: usize = 4;

/// Changes in one batch of what is delivered while opening: some tens of megabytes.
const FEED_CHUNK: usize = 10_000;

pub(super) struct Readers {
    path: PathBuf,
    idle: Mutex<Vec<Connection>>,
}

impl Readers {
    pub(super) fn new(path: PathBuf) -> Self {
        Self { path, idle: Mutex::new(Vec::new()) }
    }

    pub(super) fn get(&self, key: &str) -> Result<Option<Stored>, StoreError> {
        self.with(|connection| {
            connection
                .prepare_cached("SELECT value, mod_revision FROM records WHERE key = ?1")?
                .query_row([key], |row| Ok((bytes(row, 0)?, row.get(1)?)))
                .optional()
        })
    }

    pub(super) fn scan(&self, prefix: &str) -> Result<Vec<Entry>, StoreError> {
        let entry = |row: &Row<'_>| {
            Ok(Entry { key: row.get_ref(0)?.as_str()?.into(), value: bytes(row, 1)?, revision: row.get(2)? })
        };
        self.with(|connection| match prefix::end(prefix) {
            Some(end) => connection
                .prepare_cached(
                    "SELECT key, value, mod_revision FROM records WHERE key >= ?1 AND key < ?2 ORDER BY key",
                )?
                .query_map([prefix, end.as_str()], entry)?
                .collect(),
            None => connection
                .prepare_cached("SELECT key, value, mod_revision FROM records WHERE key >= ?1 ORDER BY key")?
                .query_map([prefix], entry)?
                .collect(),
        })
    }

    /// Gives `sink` all that is stored in a store at `revision`, and at least one batch. In the order of the table, so
    /// that a large file is read from front to back.
    pub(super) fn feed_all(&self, revision: Revision, sink: &mut Sink) -> Result<(), StoreError> {
        let newest = self.with(|connection| {
            let mut newest = 0;
            let mut statement = connection.prepare("SELECT key, value, mod_revision FROM records")?;
            let mut rows = statement.query([])?;
            let mut changes = Vec::new();
            while let Some(row) = rows.next()? {
                let change = Change {
                    key: row.get_ref(0)?.as_str()?.into(),
                    value: Some(bytes(row, 1)?),
                    revision: row.get(2)?,
                };
                newest = change.revision.max(newest);
                changes.push(change);
                if changes.len() == FEED_CHUNK {
                    sink(Batch { revision, changes: std::mem::take(&mut changes), complete: false });
                }
            }
            sink(Batch { revision, changes, complete: true });
            Ok(newest)
        })?;
        if newest > revision {
            let reason = format!("it is at revision {revision} and holds a record of revision {newest}");
            return Err(StoreError::Corrupt { path: self.path.clone(), reason });
        }
        Ok(())
    }

    fn with<T>(&self, read: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, StoreError> {
        let idle = self.idle.lock().pop();
        let connection = match idle {
            Some(connection) => connection,
            None => self.connect().map_err(failure::of_read)?,
        };
        let result = read(&connection).map_err(failure::of_read)?;
        // One that failed is closed instead of kept.
        let mut idle = self.idle.lock();
        if idle.len() < IDLE_LIMIT {
            idle.push(connection);
        }
        Ok(result)
    }

    fn connect(&self) -> rusqlite::Result<Connection> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&self.path, flags)?;
        connection.busy_timeout(BUSY_TIMEOUT)?;
        Ok(connection)
    }
}

fn bytes(row: &Row<'_>, column: usize) -> rusqlite::Result<Arc<[u8]>> {
    Ok(row.get_ref(column)?.as_blob()?.into())
}

//! The engine of one machine: a SQLite file with one writer.
//!
//! ```text
//!   commit() ──► queue ──► writer thread: takes what has queued up, in one SQL transaction
//!                            each Txn: compares ─► fail: Conflict, writes nothing
//!                                              └─► hold: next revision, writes
//!                            COMMIT (one fsync of the write-ahead log for the whole group)
//!                            sink(Batch)
//!                            answers
//!   get(), scan() ──► a pool of read connections, never waiting for the writer
//! ```
//!
//! WAL with `synchronous=FULL`: what was answered survives a crash of the process, the kernel or the power. An ordinary
//! rowid table with an index on the key; `WITHOUT ROWID` was measured at three times the disk and seventeen times the
//! scan, since values of kilobytes then sit in the tree that is searched.

mod failure;
mod lock;
mod reader;
mod schema;
#[cfg(test)]
mod tests;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, mpsc};
use std::thread::{self, JoinHandle};

use futures::FutureExt;
use futures::channel::oneshot;
use futures::future::{self, BoxFuture};
use parking_lot::Mutex;

use crate::{CommitError, Entry, Revision, Sink, Store, StoreError, Stored, Txn};
use lock::FileLock;
use reader::Readers;
use writer::{Command, Job, Writer};

/// How a [`SqliteStore`] behaves. The defaults are for production.
#[derive(Debug, Clone)]
pub struct Options {
    /// The most transactions that share one COMMIT. More raise throughput under load and the latency of the first.
    pub group_limit: usize,
    /// The most bytes (as [`Txn::bytes`] counts) that share one COMMIT, so that large transactions do not make a group
    /// of hundreds of megabytes.
    pub group_limit_bytes: usize,
    /// The largest size of the database file in bytes; beyond it commits answer [`CommitError::Full`]. `None`: as large
    /// as the disk. The write-ahead log beside it comes on top.
    pub max_file_bytes: Option<u64>,
}

impl Default for Options {
    fn default() -> Self {
        Self { group_limit: 256, group_limit_bytes: 8 << 20, max_file_bytes: None }
    }
}

/// A [`Store`] in a SQLite file, with the files `-wal`, `-shm` and `.lock` beside it.
///
/// Dropping it commits what was submitted, answers that, and closes the file.
pub struct SqliteStore {
    queue: mpsc::Sender<Command>,
    writer: Mutex<Option<JoinHandle<()>>>,
    revision: Arc<AtomicU64>,
    readers: Readers,
    /// Given up last, when every connection is closed.
    _lock: FileLock,
}

impl SqliteStore {
    /// Opens the store at `path`, creating it (but not its directory) if it is not there.
    ///
    /// Before this returns, `sink` has been given everything that is stored, in one or several batches which all carry
    /// the revision of the store. Of an empty store it gets one empty batch.
    ///
    /// # Errors
    /// [`StoreError::InUse`] when another process (or another store of this one) has it open,
    /// [`StoreError::NewerFormat`], [`StoreError::Corrupt`], [`StoreError::Open`], [`StoreError::Io`].
    pub fn open(path: impl AsRef<Path>, options: Options, mut sink: Sink) -> Result<Self, StoreError> {
        let path: PathBuf = path.as_ref().to_owned();
        let lock = FileLock::take(&path)?;
        let (connection, revision) = schema::open(&path, &options)?;
        let readers = Readers::new(path.clone());
        readers.feed_all(revision, &mut sink)?;

        let shared_revision = Arc::new(AtomicU64::new(revision));
        let (queue, commands) = mpsc::channel();
        let writer = Writer::new(connection, revision, shared_revision.clone(), sink, options);
        let thread = thread::Builder::new()
            .name("store-writer".to_owned())
            .spawn(move || writer.run(&commands))
            .map_err(|error| StoreError::Open { path, reason: format!("no thread for its writer: {error}") })?;
        Ok(Self { queue, writer: Mutex::new(Some(thread)), revision: shared_revision, readers, _lock: lock })
    }

    /// Commits and answers what was submitted so far, and refuses everything after it with [`CommitError::Closed`].
    /// Blocks until that is done. Reads go on working. Must not be called by the sink.
    pub fn close(&self) {
        // An error only says that the writer has ended already.
        let _ = self.queue.send(Command::Close);
        if let Some(thread) = self.writer.lock().take() {
            // A panic (of the sink) was printed when it happened, and its committers were answered Closed.
            let _ = thread.join();
        }
    }
}

impl Drop for SqliteStore {
    fn drop(&mut self) {
        // The last handle may be one that the sink holds, and a thread can't wait for its own end.
        let is_writer =
            self.writer.lock().as_ref().is_some_and(|thread| thread.thread().id() == thread::current().id());
        if !is_writer {
            self.close();
        }
    }
}

impl Store for SqliteStore {
    fn commit(&self, txn: Txn) -> BoxFuture<'static, Result<Revision, CommitError>> {
        if let Err(error) = txn.check() {
            return future::ready(Err(error)).boxed();
        }
        let (answer, answered) = oneshot::channel();
        match self.queue.send(Command::Commit(Job { txn, answer })) {
            Ok(()) => answered.map(|answer| answer.unwrap_or(Err(CommitError::Closed))).boxed(),
            Err(_) => future::ready(Err(CommitError::Closed)).boxed(),
        }
    }

    fn get(&self, key: &str) -> Result<Option<Stored>, StoreError> {
        self.readers.get(key)
    }

    fn scan(&self, prefix: &str) -> Result<Vec<Entry>, StoreError> {
        self.readers.scan(prefix)
    }

    fn revision(&self) -> Revision {
        self.revision.load(Ordering::Acquire)
    }
}

//! The one thread that writes: groups what has queued up, commits it once, tells the sink, answers.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Receiver;

use futures::channel::oneshot;
use rusqlite::{Connection, OptionalExtension, params};

use super::{Options, failure};
use crate::compare::{self, Records};
use crate::tombstones::Tombstones;
use crate::{Batch, Change, CommitError, Revision, Sink, Txn, prefix};

pub(super) enum Command {
    Commit(Job),
    Close,
}

/// A checked transaction and where its answer goes. The committer may have left.
pub(super) struct Job {
    pub(super) txn: Txn,
    pub(super) answer: oneshot::Sender<Answer>,
}

type Answer = Result<Revision, CommitError>;

pub(super) struct Writer {
    connection: Connection,
    /// The newest durable revision.
    revision: Revision,
    /// The same, for readers.
    shared_revision: Arc<AtomicU64>,
    tombstones: Tombstones,
    sink: Sink,
    options: Options,
}

impl Writer {
    /// A writer on a `connection` to a store at `revision`.
    pub(super) fn new(
        connection: Connection,
        revision: Revision,
        shared_revision: Arc<AtomicU64>,
        sink: Sink,
        options: Options,
    ) -> Self {
        Self { connection, revision, shared_revision, tombstones: Tombstones::new(revision), sink, options }
    }

    /// Serves `commands` until it is told to close or every sender is gone.
    pub(super) fn run(mut self, commands: &Receiver<Command>) {
        let mut open = true;
        while open && let Ok(Command::Commit(first)) = commands.recv() {
            let mut bytes = first.txn.bytes();
            let mut group = vec![first];
            while group.len() < self.options.group_limit && bytes < self.options.group_limit_bytes {
                match commands.try_recv() {
                    Ok(Command::Commit(job)) => {
                        bytes += job.txn.bytes();
                        group.push(job);
                    }
                    Ok(Command::Close) => {
                        open = false;
                        break;
                    }
                    Err(_) => break,
                }
            }
            self.serve(group);
        }
    }

    fn serve(&mut self, group: Vec<Job>) {
        let error = match self.commit(&group) {
            Ok((answers, batch)) => {
                if !batch.changes.is_empty() {
                    self.shared_revision.store(batch.revision, Ordering::Release);
                    (self.sink)(batch);
                }
                for (job, answer) in group.into_iter().zip(answers) {
                    let _ = job.answer.send(answer);
                }
                return;
            }
            Err(error) => error,
        };
        if let [_] = group.as_slice() {
            for job in group {
                let _ = job.answer.send(Err(error.clone()));
            }
        } else {
            // Each by itself: the small ones may still fit on a disk that is too full for the large one, and no verdict
            // may rest on what another transaction would have written.
            for job in group {
                self.serve(vec![job]);
            }
        }
    }

    /// Commits the group in one SQL transaction. Of an `Err` nothing has happened, unless it is [`CommitError::Io`].
    fn commit(&mut self, group: &[Job]) -> Result<(Vec<Answer>, Batch), CommitError> {
        match self.try_commit(group) {
            Ok((answers, batch)) => {
                self.revision = batch.revision;
                Ok((answers, batch))
            }
            Err(error) => {
                let error = failure::of_commit(&self.connection, &error);
                // SQLite has rolled back some failures by itself. If this fails too, so does the next BEGIN.
                if !self.connection.is_autocommit() {
                    let _ = self.connection.execute_batch("ROLLBACK");
                }
                self.tombstones.retract_after(self.revision);
                Err(error)
            }
        }
    }

    fn try_commit(&mut self, group: &[Job]) -> rusqlite::Result<(Vec<Answer>, Batch)> {
        let records = SqlRecords(&self.connection);
        records.run("BEGIN IMMEDIATE")?;
        let mut answers = Vec::with_capacity(group.len());
        let mut batch = Batch { revision: self.revision, changes: Vec::new(), complete: true };
        for Job { txn, .. } in group {
            let failed = compare::failed(txn, &records, &self.tombstones)?;
            if !failed.is_empty() {
                answers.push(Err(CommitError::Conflict { failed }));
                continue;
            }
            let changes_before = batch.changes.len();
            records.apply(txn, batch.revision + 1, &mut batch.changes)?;
            let changes = &batch.changes[changes_before..];
            if !changes.is_empty() {
                batch.revision += 1;
            }
            for change in changes.iter().filter(|change| change.value.is_none()) {
                self.tombstones.push(change.revision, change.key.clone());
            }
            answers.push(Ok(batch.revision));
        }
        if batch.revision > self.revision {
            records.set_revision(batch.revision)?;
        }
        records.run("COMMIT")?;
        Ok((answers, batch))
    }
}

/// The records as the open SQL transaction sees them: with what earlier transactions of the group wrote.
struct SqlRecords<'a>(&'a Connection);

impl SqlRecords<'_> {
    fn run(&self, statement: &str) -> rusqlite::Result<()> {
        self.0.prepare_cached(statement)?.execute([]).map(drop)
    }

    fn set_revision(&self, revision: Revision) -> rusqlite::Result<()> {
        self.0.prepare_cached("UPDATE meta SET value = ?1 WHERE name = 'revision'")?.execute([revision]).map(drop)
    }

    /// Writes `txn` at `revision` and appends what that changed.
    fn apply(&self, txn: &Txn, revision: Revision, changes: &mut Vec<Change>) -> rusqlite::Result<()> {
        if !txn.puts.is_empty() {
            let mut upsert = self.0.prepare_cached(
                "INSERT INTO records(key, mod_revision, value) VALUES (?1, ?2, ?3) ON CONFLICT(key)
                 DO UPDATE SET mod_revision = excluded.mod_revision, value = excluded.value",
            )?;
            for (key, value) in &txn.puts {
                upsert.execute(params![key, revision, &value[..]])?;
                changes.push(Change { key: key.as_str().into(), value: Some(value.clone()), revision });
            }
        }
        if !txn.deletes.is_empty() {
            let mut delete = self.0.prepare_cached("DELETE FROM records WHERE key = ?1")?;
            for key in &txn.deletes {
                if delete.execute([key])? > 0 {
                    changes.push(Change { key: key.as_str().into(), value: None, revision });
                }
            }
        }
        Ok(())
    }
}

impl Records for SqlRecords<'_> {
    type Error = rusqlite::Error;

    fn revision_of(&self, key: &str) -> rusqlite::Result<Option<Revision>> {
        self.0
            .prepare_cached("SELECT mod_revision FROM records WHERE key = ?1")?
            .query_row([key], |row| row.get(0))
            .optional()
    }

    fn any_written_after(&self, prefix: &str, since: Revision) -> rusqlite::Result<bool> {
        // A revision of the caller's that no store reaches would not fit SQLite's integers.
        let since = i64::try_from(since).unwrap_or(i64::MAX);
        match prefix::end(prefix) {
            Some(end) => self
                .0
                .prepare_cached("SELECT 1 FROM records WHERE key >= ?1 AND key < ?2 AND mod_revision > ?3 LIMIT 1")?
                .exists(params![prefix, end, since]),
            None => self
                .0
                .prepare_cached("SELECT 1 FROM records WHERE key >= ?1 AND mod_revision > ?2 LIMIT 1")?
                .exists(params![prefix, since]),
        }
    }
}

//! The engine of tests and of seeded simulations: everything in one map, gone with the process.
//!
//! It has no thread and no queue. A commit is over, and its sink called, before [`Store::commit`] returns, on the
//! caller's thread, so that a run from one seed has one order.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::Arc;

use futures::FutureExt;
use futures::future::{self, BoxFuture};
use parking_lot::{Mutex, RwLock};

use crate::compare::{self, Records};
use crate::tombstones::Tombstones;
use crate::{Batch, Change, CommitError, Entry, Revision, Sink, Store, StoreError, Stored, Txn};

/// A [`Store`] that lives in memory.
pub struct MemoryStore {
    /// Taken for the whole of a commit, the sink included, which keeps batches in order. Not what readers take: the
    /// sink may read.
    writer: Mutex<Writer>,
    table: RwLock<Table>,
}

struct Writer {
    sink: Sink,
    tombstones: Tombstones,
}

#[derive(Default)]
struct Table {
    revision: Revision,
    records: BTreeMap<Arc<str>, Record>,
}

struct Record {
    value: Arc<[u8]>,
    revision: Revision,
}

impl MemoryStore {
    /// An empty store. As with every engine, the sink is first given what is stored: here an empty batch.
    pub fn new(mut sink: Sink) -> Self {
        sink(Batch { revision: 0, changes: Vec::new(), complete: true });
        Self { writer: Mutex::new(Writer { sink, tombstones: Tombstones::new(0) }), table: RwLock::default() }
    }

    fn commit_now(&self, txn: Txn) -> Result<Revision, CommitError> {
        txn.check()?;
        let mut writer = self.writer.lock();
        let batch = {
            let mut table = self.table.write();
            let Ok(failed) = compare::failed(&txn, &*table, &writer.tombstones);
            if !failed.is_empty() {
                return Err(CommitError::Conflict { failed });
            }
            let changes = table.apply(txn);
            if changes.is_empty() {
                return Ok(table.revision);
            }
            table.revision += 1;
            Batch { revision: table.revision, changes, complete: true }
        };
        let revision = batch.revision;
        for change in batch.changes.iter().filter(|change| change.value.is_none()) {
            writer.tombstones.push(revision, change.key.clone());
        }
        (writer.sink)(batch);
        Ok(revision)
    }
}

impl Table {
    /// Writes `txn` at the revision after the present one and returns what that changed.
    fn apply(&mut self, txn: Txn) -> Vec<Change> {
        let revision = self.revision + 1;
        let mut changes = Vec::with_capacity(txn.puts.len() + txn.deletes.len());
        for (key, value) in txn.puts {
            let key: Arc<str> = key.into();
            self.records.insert(key.clone(), Record { value: value.clone(), revision });
            changes.push(Change { key, value: Some(value), revision });
        }
        for key in txn.deletes {
            if let Some((key, _)) = self.records.remove_entry(key.as_str()) {
                changes.push(Change { key, value: None, revision });
            }
        }
        changes
    }

    fn range<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a Arc<str>, &'a Record)> {
        let from = (std::ops::Bound::Included(prefix), std::ops::Bound::Unbounded);
        self.records.range::<str, _>(from).take_while(move |(key, _)| key.starts_with(prefix))
    }
}

impl Records for Table {
    type Error = Infallible;

    fn revision_of(&self, key: &str) -> Result<Option<Revision>, Infallible> {
        Ok(self.records.get(key).map(|record| record.revision))
    }

    fn any_written_after(&self, prefix: &str, since: Revision) -> Result<bool, Infallible> {
        Ok(self.range(prefix).any(|(_, record)| record.revision > since))
    }
}

impl Store for MemoryStore {
    fn commit(&self, txn: Txn) -> BoxFuture<'static, Result<Revision, CommitError>> {
        future::ready(self.commit_now(txn)).boxed()
    }

    fn get(&self, key: &str) -> Result<Option<Stored>, StoreError> {
        Ok(self.table.read().records.get(key).map(|record| (record.value.clone(), record.revision)))
    }

    fn scan(&self, prefix: &str) -> Result<Vec<Entry>, StoreError> {
        let entry = |(key, record): (&Arc<str>, &Record)| Entry {
            key: key.clone(),
            value: record.value.clone(),
            revision: record.revision,
        };
        Ok(self.table.read().range(prefix).map(entry).collect())
    }

    fn revision(&self) -> Revision {
        self.table.read().revision
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::MemoryStore;
    use crate::conformance::random;
    use crate::{Sink, Store};

    fn fresh(sink: Sink) -> Arc<dyn Store> {
        Arc::new(MemoryStore::new(sink))
    }

    crate::conformance_suite!(fresh);

    #[test]
    fn commits_are_over_when_they_are_called() {
        random::all_in_flight_matches_the_model(&fresh);
    }
}

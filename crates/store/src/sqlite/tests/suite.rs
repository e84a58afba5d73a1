//! The conformance suite on the embedded engine.

use std::sync::Arc;

use futures::future::BoxFuture;
use tempfile::TempDir;

use crate::conformance::random;
use crate::{CommitError, Entry, Options, Revision, Sink, SqliteStore, Store, StoreError, Stored, Txn};

/// A store whose files go with it.
struct Temporary {
    store: SqliteStore,
    _directory: TempDir,
}

fn fresh(sink: Sink) -> Arc<dyn Store> {
    let directory = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(directory.path().join("cell.db"), Options::default(), sink).unwrap();
    Arc::new(Temporary { store, _directory: directory })
}

impl Store for Temporary {
    fn commit(&self, txn: Txn) -> BoxFuture<'static, Result<Revision, CommitError>> {
        self.store.commit(txn)
    }
    fn get(&self, key: &str) -> Result<Option<Stored>, StoreError> {
        self.store.get(key)
    }
    fn scan(&self, prefix: &str) -> Result<Vec<Entry>, StoreError> {
        self.store.scan(prefix)
    }
    fn revision(&self) -> Revision {
        self.store.revision()
    }
}

crate::conformance_suite!(fresh);

#[test]
fn a_group_is_as_its_transactions_one_by_one() {
    random::all_in_flight_matches_the_model(&fresh);
}

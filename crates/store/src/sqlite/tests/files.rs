//! Opening, closing, reopening and refusing.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::open;
use crate::conformance::{Recorder, commit, ignore, must, must_conflict};
use crate::{Batch, CommitError, Options, SqliteStore, Store, StoreError, Txn};

#[track_caller]
fn refusal(path: &Path) -> StoreError {
    match SqliteStore::open(path, Options::default(), ignore()) {
        Ok(_) => panic!("the store opened"),
        Err(error) => error,
    }
}

#[test]
fn reopened_it_is_what_it_was() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("cell.db");
    let store = open(&path, ignore());
    let kept = must(&store, Txn::new().put("a", *b"1").put("b", *b"2"));
    // The last revision leaves no record behind, and still counts.
    let last = must(&store, Txn::new().delete("b"));
    drop(store);

    let recorder = Recorder::default();
    let store = open(&path, recorder.sink());
    assert_eq!(store.revision(), last);
    let [Batch { revision, changes, complete: true }] = &recorder.batches()[..] else { panic!("one batch") };
    assert_eq!(*revision, last);
    assert_eq!(changes.len(), 1);
    assert_eq!((&*changes[0].key, changes[0].value.as_deref(), changes[0].revision), ("a", Some(&b"1"[..]), kept));

    // Deletions from before are forgotten, which is safe; the view that was just built is newer than that.
    must_conflict(&store, Txn::new().range_unchanged_since("b", kept), &[0]);
    must(&store, Txn::new().range_unchanged_since("b", last).key_at("a", kept).absent("b"));
    assert_eq!(must(&store, Txn::new().put("b", *b"3")), last + 1);
}

#[test]
fn a_large_store_is_delivered_in_chunks_of_one_revision() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("cell.db");
    let store = open(&path, ignore());
    let pending: Vec<_> = (0..251)
        .map(|i| store.commit((0..100).fold(Txn::new(), |txn, j| txn.put(format!("k/{i}/{j}"), *b"{}"))))
        .collect();
    for answer in pending {
        futures::executor::block_on(answer).unwrap();
    }
    let (revision, records) = (store.revision(), store.scan("").unwrap());
    drop(store);

    let recorder = Recorder::default();
    drop(open(&path, recorder.sink()));
    let batches = recorder.batches();
    assert_eq!(batches.iter().map(|batch| batch.changes.len()).collect::<Vec<_>>(), [10_000, 10_000, 5_100]);
    assert!(batches.iter().all(|batch| batch.revision == revision));
    let mut delivered: Vec<_> = batches.into_iter().flat_map(|batch| batch.changes).collect();
    delivered.sort_by(|a, b| a.key.cmp(&b.key));
    for (change, record) in delivered.iter().zip(&records) {
        assert_eq!((&change.key, change.revision), (&record.key, record.revision));
    }
}

#[test]
fn a_store_is_open_once() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("cell.db");
    let store = open(&path, ignore());
    assert_eq!(refusal(&path), StoreError::InUse { path: path.clone(), pid: Some(std::process::id()) });
    let message = refusal(&path).to_string();
    assert!(message.contains(&format!("is in use by process {}", std::process::id())), "{message}");
    must(&store, Txn::new().put("still", *b"works"));
    drop(store);
    open(&path, ignore());
}

#[test]
fn closed_it_answers_what_was_submitted_and_refuses_the_rest() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("cell.db");
    let store = open(&path, ignore());
    let submitted: Vec<_> = (0..1_000).map(|i| store.commit(Txn::new().put(format!("{i}"), *b""))).collect();
    store.close();
    for (i, answer) in submitted.into_iter().enumerate() {
        assert_eq!(futures::executor::block_on(answer), Ok(i as u64 + 1));
    }
    assert_eq!(commit(&store, Txn::new().put("k", *b"")), Err(CommitError::Closed));
    assert_eq!(store.scan("").unwrap().len(), 1_000);
    store.close();
}

#[test]
fn a_sink_that_panics_ends_the_store() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("cell.db");
    let sink = Box::new(|batch: Batch| assert!(batch.changes.is_empty(), "a panic that this test wants"));
    let store = open(&path, sink);
    assert_eq!(commit(&store, Txn::new().put("k", *b"")), Err(CommitError::Closed));
    assert_eq!(commit(&store, Txn::new().put("l", *b"")), Err(CommitError::Closed));
    drop(store);
    assert_eq!(open(&path, ignore()).revision(), 1, "it was durable before the sink heard of it");
}

#[test]
fn a_newer_format_is_refused() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("cell.db");
    drop(open(&path, ignore()));
    let set_format = |format: i64| {
        let connection = rusqlite::Connection::open(&path).unwrap();
        connection.execute("UPDATE meta SET value = ?1 WHERE name = 'format'", [format]).unwrap();
    };
    set_format(2);
    assert_eq!(refusal(&path), StoreError::NewerFormat { path: path.clone(), found: 2, supported: 1 });
    set_format(-1);
    assert!(matches!(refusal(&path), StoreError::Corrupt { .. }));
    set_format(1);
    open(&path, ignore());
}

#[test]
fn a_record_of_the_future_is_refused() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("cell.db");
    must(&open(&path, ignore()), Txn::new().put("k", *b""));
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection.execute("UPDATE records SET mod_revision = 2", []).unwrap();
    drop(connection);
    let StoreError::Corrupt { reason, .. } = refusal(&path) else { panic!("a revision that was never given") };
    assert_eq!(reason, "it is at revision 1 and holds a record of revision 2");
}

#[test]
fn what_is_no_store_is_refused_and_left_alone() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("cell.db");
    fs::write(&path, "a text of somebody else's, longer than the header of a database".repeat(10)).unwrap();
    let text = fs::read(&path).unwrap();
    assert!(matches!(refusal(&path), StoreError::Corrupt { .. }));
    assert_eq!(fs::read(&path).unwrap(), text);

    let path = directory.path().join("other.db");
    rusqlite::Connection::open(&path).unwrap().execute_batch("CREATE TABLE guests(name)").unwrap();
    let database = fs::read(&path).unwrap();
    let StoreError::Corrupt { reason, .. } = refusal(&path) else { panic!("another program's database") };
    assert_eq!(reason, "it is the database of something else");
    assert_eq!(fs::read(&path).unwrap(), database);

    let StoreError::Open { reason, .. } = refusal(&directory.path().join("nowhere/cell.db")) else {
        panic!("no directory")
    };
    assert!(reason.contains("No such file or directory"), "{reason}");
}

#[test]
fn an_empty_file_is_an_empty_store() {
    // What a crash between the creation of the file and that of its tables leaves.
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("cell.db");
    fs::write(&path, "").unwrap();
    assert_eq!(open(&path, ignore()).revision(), 0);
}

#[test]
fn only_its_owner_reads_its_files() {
    let directory = tempfile::tempdir().unwrap();
    let store = open(&directory.path().join("cell.db"), ignore());
    must(&store, Txn::new().put("k", *b""));
    let mut names = Vec::new();
    for file in fs::read_dir(directory.path()).unwrap().map(Result::unwrap) {
        names.push(file.file_name().into_string().unwrap());
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{names:?}");
    }
    names.sort();
    assert_eq!(names, ["cell.db", "cell.db-shm", "cell.db-wal", "cell.db.lock"]);
}

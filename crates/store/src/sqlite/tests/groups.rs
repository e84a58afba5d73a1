//! Transactions that queue up share one commit.

use std::sync::mpsc;

use futures::executor::block_on;

use super::open;
use crate::conformance::{Recorder, must};
use crate::{Batch, CommitError, Options, SqliteStore, Store, Txn};

/// A store whose sink, at the first commit, says so and waits. Whatever is submitted meanwhile is one group.
fn stalled(path: &std::path::Path, recorder: &Recorder, options: Options) -> (SqliteStore, mpsc::Sender<()>) {
    let (stalled, is_stalled) = mpsc::channel();
    let (go_on, may_go_on) = mpsc::channel::<()>();
    let mut record = recorder.sink();
    let sink = Box::new(move |batch: Batch| {
        if batch.revision == 1 {
            stalled.send(()).unwrap();
            may_go_on.recv().unwrap();
        }
        record(batch);
    });
    let store = SqliteStore::open(path, options, sink).unwrap();
    drop(store.commit(Txn::new().put("first", *b"")));
    is_stalled.recv().unwrap();
    (store, go_on)
}

#[test]
fn a_group_is_one_batch_whose_later_transactions_see_the_earlier() {
    let directory = tempfile::tempdir().unwrap();
    let recorder = Recorder::default();
    let (store, go_on) = stalled(&directory.path().join("cell.db"), &recorder, Options::default());
    assert_eq!(store.revision(), 1, "durable, though the sink has not returned");
    let submitted = [
        (Txn::new().create("claim", *b"a"), Ok(2)),
        (Txn::new().create("claim", *b"b"), Err(CommitError::Conflict { failed: vec![0] })),
        (Txn::new().range_unchanged_since("claim", 1), Err(CommitError::Conflict { failed: vec![0] })),
        (Txn::new().key_at("claim", 2).range_unchanged_since("claim", 2), Ok(2)),
        (Txn::new().update("claim", 2, *b"c"), Ok(3)),
        (Txn::new().key_at("claim", 3).delete("claim"), Ok(4)),
        (Txn::new().range_unchanged_since("claim", 3), Err(CommitError::Conflict { failed: vec![0] })),
        (Txn::new().range_empty("claim").delete("claim"), Ok(4)),
        (Txn::new().create("claim", *b"d"), Ok(5)),
    ];
    let pending: Vec<_> = submitted.iter().map(|(txn, _)| store.commit(txn.clone())).collect();
    go_on.send(()).unwrap();
    for (answer, (txn, expected)) in pending.into_iter().zip(submitted) {
        assert_eq!(block_on(answer), expected, "{txn:?}");
    }
    let batches = recorder.batches();
    let [_opening, first, group] = &batches[..] else { panic!("{batches:?}") };
    assert_eq!((first.revision, first.changes.len()), (1, 1));
    let changes: Vec<_> = group.changes.iter().map(|change| (change.revision, change.value.as_deref())).collect();
    let (a, c, d) = (&b"a"[..], &b"c"[..], &b"d"[..]);
    assert_eq!((group.revision, changes), (5, vec![(2, Some(a)), (3, Some(c)), (4, None), (5, Some(d))]));
}

#[test]
fn a_group_is_limited_in_transactions_and_bytes() {
    let check = |options: Options, value: usize, expected: &[usize]| {
        let directory = tempfile::tempdir().unwrap();
        let recorder = Recorder::default();
        let (store, go_on) = stalled(&directory.path().join("cell.db"), &recorder, options);
        let pending: Vec<_> = (0..10).map(|i| store.commit(Txn::new().put(format!("{i}"), vec![0; value]))).collect();
        go_on.send(()).unwrap();
        for answer in pending {
            block_on(answer).unwrap();
        }
        let sizes: Vec<_> = recorder.batches()[2..].iter().map(|batch| batch.changes.len()).collect();
        assert_eq!(sizes, expected);
    };
    check(Options::default(), 1, &[10]);
    check(Options { group_limit: 4, ..Options::default() }, 1, &[4, 4, 2]);
    check(Options { group_limit_bytes: 300_000, ..Options::default() }, 100_000, &[3, 3, 3, 1]);
}

#[test]
fn a_sink_may_read_the_store_and_hold_it() {
    use std::sync::{Arc, OnceLock};
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("cell.db");
    let held: Arc<OnceLock<Arc<SqliteStore>>> = Arc::default();
    let (read, seen) = mpsc::channel();
    let sink = Box::new({
        let held = held.clone();
        move |batch: Batch| {
            if let Some(store) = held.get() {
                read.send((batch.revision, store.revision(), store.get("k").unwrap())).unwrap();
            }
        }
    });
    let store = Arc::new(open(&path, sink));
    assert!(held.set(store.clone()).is_ok());
    assert_eq!(must(&*store, Txn::new().put("k", *b"v")), 1);
    assert_eq!(seen.recv().unwrap(), (1, 1, Some((b"v"[..].into(), 1))));
    store.close();
}

#[test]
fn a_failure_spoils_only_its_own_transaction() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("cell.db");
    let recorder = Recorder::default();
    let (store, go_on) = stalled(&path, &recorder, Options::default());
    // A failure that, unlike a full disk, leaves SQLite's transaction open.
    let trigger = "CREATE TRIGGER refuse BEFORE INSERT ON records WHEN NEW.key = 'bad'
                   BEGIN SELECT RAISE(ABORT, 'refused by the test'); END";
    rusqlite::Connection::open(&path).unwrap().execute_batch(trigger).unwrap();
    let group = [
        Txn::new().put("a", *b""),
        Txn::new().create("claim", *b"").delete("first").put("good", *b""),
        Txn::new().absent("claim").put("bad", *b""),
        Txn::new().put("worse", *b"").put("bad", *b""),
        Txn::new().put("b", *b""),
    ];
    let pending = group.map(|txn| store.commit(txn));
    go_on.send(()).unwrap();
    let refused = Err(CommitError::Io("refused by the test".to_owned()));
    let conflict = Err(CommitError::Conflict { failed: vec![0] });
    assert_eq!(pending.map(block_on), [Ok(2), Ok(3), conflict, refused, Ok(4)]);
    assert_eq!(must(&store, Txn::new().put("c", *b"").absent("worse")), 5);
    assert_eq!(recorder.batches().last().unwrap().revision, 5);
}

//! Revisions, and what the sink hears when.

use std::thread;
use std::time::{Duration, Instant};

use crate::conformance::{Fresh, Model, Recorder, ignore, must};
use crate::{Batch, Txn};

pub fn the_sink_first_hears_what_is_stored(fresh: Fresh) {
    let recorder = Recorder::default();
    let store = fresh(recorder.sink());
    assert_eq!(recorder.batches(), [Batch { revision: store.revision(), changes: Vec::new(), complete: true }]);
}

pub fn revisions_ascend_and_idle_transactions_take_none(fresh: Fresh) {
    let recorder = Recorder::default();
    let store = &*fresh(recorder.sink());
    let first = must(store, Txn::new().put("a", *b"").put("b", *b""));
    assert!(first > 0);
    assert_eq!(store.revision(), first);
    let second = must(store, Txn::new().put("a", *b"").delete("b"));
    assert!(second > first);
    assert_eq!(store.get("a").unwrap().unwrap().1, second);

    let batches = recorder.batches();
    for idle in [Txn::new(), Txn::new().absent("b"), Txn::new().delete("b")] {
        assert!(must(store, idle) >= second);
    }
    assert_eq!(recorder.batches(), batches);
    // Of a transaction that changes something, the sink hears that only.
    must(store, Txn::new().delete("b").delete("a"));
    let changes = &recorder.batches().pop().unwrap().changes;
    assert_eq!(changes.iter().map(|change| &*change.key).collect::<Vec<_>>(), ["a"]);
}

pub fn the_sink_hears_of_a_commit_before_its_committer(fresh: Fresh) {
    let recorder = Recorder::default();
    let store = &*fresh(recorder.sink());
    thread::scope(|scope| {
        for client in 0..8 {
            let recorder = &recorder;
            scope.spawn(move || {
                for i in 0..50 {
                    let answered = must(store, Txn::new().put(format!("{client}/{i}"), *b""));
                    assert!(recorder.revision() >= Some(answered));
                    assert!(store.revision() >= answered);
                    assert_eq!(store.get(&format!("{client}/{i}")).unwrap().unwrap().1, answered);
                }
            });
        }
    });
}

pub fn the_batches_replayed_are_the_store(fresh: Fresh) {
    let recorder = Recorder::default();
    let store = &*fresh(recorder.sink());
    thread::scope(|scope| {
        for client in 0..8 {
            scope.spawn(move || {
                for i in 0..50 {
                    let (mine, shared) = (format!("{client}/{i}"), format!("shared/{}", i % 5));
                    let gone = format!("shared/{}", (i + client + 1) % 5);
                    let txn = Txn::new().put(mine, *b"").put(&*shared, format!("{client}.{i}").into_bytes());
                    must(store, if gone == shared { txn } else { txn.delete(gone) });
                }
            });
        }
    });
    let mut replayed = Model::default();
    let mut last = 0;
    let mut sizes = std::collections::BTreeMap::<_, usize>::new();
    for batch in recorder.batches() {
        for change in &batch.changes {
            assert!(last <= change.revision && change.revision <= batch.revision, "out of order: {change:?}");
            last = change.revision;
            *sizes.entry(last).or_default() += 1;
            let txn = match &change.value {
                Some(value) => Txn::new().put(&*change.key, value.clone()),
                None => Txn::new().delete(&*change.key),
            };
            assert!(replayed.would_change(&txn), "a deletion of what is not there: {change:?}");
            replayed.write(&txn, change.revision);
        }
        assert_eq!(batch.revision, if batch.changes.is_empty() { batch.revision } else { last });
        last = batch.revision;
    }
    assert_eq!(replayed.scan(""), store.scan("").unwrap());
    assert_eq!(last, store.revision());
    assert_eq!(sizes.len(), 8 * 50, "each transaction has a revision of its own");
    assert!(sizes.values().all(|size| (2..=3).contains(size)), "and all of its changes");
}

pub fn a_dropped_future_commits_all_the_same(fresh: Fresh) {
    let store = &*fresh(ignore());
    drop(store.commit(Txn::new().put("k", *b"")));
    let deadline = Instant::now() + Duration::from_secs(10);
    while store.get("k").unwrap().is_none() {
        assert!(Instant::now() < deadline, "the transaction was withdrawn");
        thread::sleep(Duration::from_millis(1));
    }
}

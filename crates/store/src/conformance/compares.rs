//! What each compare means while keys are created, written, deleted and created again.

use crate::conformance::{Fresh, Recorder, ignore, must, must_conflict};
use crate::{Revision, Txn};

pub fn key_at_holds_at_the_last_write_only(fresh: Fresh) {
    let store = &*fresh(ignore());
    let at = |revision: Revision| Txn::new().key_at("k", revision);
    must(store, at(0));
    let created = must(store, Txn::new().put("k", *b"1"));
    must(store, Txn::new().put("other", *b"1"));
    must(store, at(created));
    must_conflict(store, at(0), &[0]);
    must_conflict(store, at(created + 1), &[0]);
    must_conflict(store, at(Revision::MAX), &[0]);

    let updated = must(store, at(created).put("k", *b"1"));
    must(store, at(updated));
    must_conflict(store, at(created), &[0]);

    must(store, at(updated).delete("k"));
    must(store, at(0));
    must_conflict(store, at(updated), &[0]);

    let created_again = must(store, Txn::new().put("k", *b"1"));
    must(store, at(created_again));
    for old in [0, created, updated] {
        must_conflict(store, at(old), &[0]);
    }
}

pub fn absent_holds_before_creation_and_after_deletion(fresh: Fresh) {
    let store = &*fresh(ignore());
    must(store, Txn::new().put("key", *b"").put("ke", *b"").put("key/", *b"").put("kez", *b""));
    must(store, Txn::new().absent("key0"));
    must_conflict(store, Txn::new().absent("key"), &[0]);
    must(store, Txn::new().put("key", *b""));
    must_conflict(store, Txn::new().create("key", *b""), &[0]);
    must(store, Txn::new().delete("key"));
    must(store, Txn::new().create("key", *b""));
    must_conflict(store, Txn::new().create("key", *b""), &[0]);
}

pub fn range_empty_counts_live_keys_under_the_prefix(fresh: Fresh) {
    let store = &*fresh(ignore());
    let empty = |prefix: &str| Txn::new().range_empty(prefix);
    must(store, empty(""));
    must(store, Txn::new().put("a", *b"").put("a.", *b"").put("a0", *b""));
    must(store, empty("a/"));
    must(store, empty("b"));
    must_conflict(store, empty(""), &[0]);
    must_conflict(store, empty("a"), &[0]);

    must(store, Txn::new().put("a/1", *b"").put("a/2", *b""));
    must_conflict(store, empty("a/"), &[0]);
    must_conflict(store, empty("a/1"), &[0]);
    must(store, Txn::new().delete("a/1"));
    must_conflict(store, empty("a/"), &[0]);
    must(store, empty("a/1"));
    must(store, Txn::new().delete("a/2"));
    must(store, empty("a/"));
    must(store, Txn::new().put("a/1", *b""));
    must_conflict(store, empty("a/"), &[0]);
}

pub fn range_unchanged_sees_creations_updates_and_deletions(fresh: Fresh) {
    let store = &*fresh(ignore());
    let since = |revision: Revision| Txn::new().range_unchanged_since("a/", revision);
    let mut last = store.revision();
    must(store, since(last));
    must(store, since(Revision::MAX));
    let steps = [
        Txn::new().put("a/1", *b"created"),
        Txn::new().put("a/1", *b"updated"),
        Txn::new().put("a/1", *b"updated"),
        Txn::new().put("a/2", *b"created"),
        Txn::new().delete("a/1"),
        Txn::new().put("a/1", *b"created again"),
        Txn::new().delete("a/1").delete("a/2"),
    ];
    for step in steps {
        let changed = must(store, step.clone());
        must_conflict(store, since(last), &[0]);
        must(store, since(changed));
        must(store, Txn::new().range_unchanged_since("c/", last));

        // What changes beside the range, or would change and does not, leaves it unchanged.
        must(store, Txn::new().put("a", *b"").put("a.", *b"").put("a0", *b"").put("b/1", *b""));
        must(store, Txn::new().delete("a.").delete("a/never").delete("b/1"));
        must_conflict(store, since(last).put("a/1", *b"refused"), &[0]);
        must(store, since(changed));
        must_conflict(store, Txn::new().range_unchanged_since("", changed), &[0]);
        last = changed;
    }
}

pub fn a_conflict_names_every_failed_compare_and_writes_nothing(fresh: Fresh) {
    let recorder = Recorder::default();
    let store = &*fresh(recorder.sink());
    let revision = must(store, Txn::new().put("a/1", *b"old").put("a/2", *b"old"));
    let (records, batches) = (store.scan("").unwrap(), recorder.batches());
    let txn = Txn::new()
        .absent("a/1")
        .key_at("a/1", revision)
        .key_at("a/2", revision + 1)
        .range_empty("b/")
        .range_empty("a/")
        .range_unchanged_since("a/", revision)
        .range_unchanged_since("a/", revision - 1)
        .put("a/1", *b"new")
        .put("a/3", *b"new")
        .delete("a/2");
    must_conflict(store, txn, &[0, 2, 4, 6]);
    assert_eq!(store.scan("").unwrap(), records);
    assert_eq!(store.revision(), revision);
    must(store, Txn::new());
    assert_eq!(recorder.batches(), batches);
}

pub fn compares_see_the_state_before_their_own_writes(fresh: Fresh) {
    let store = &*fresh(ignore());
    let created = must(store, Txn::new().absent("a/1").range_empty("a/").put("a/1", *b"").put("a/2", *b""));
    must(store, Txn::new().key_at("a/1", created).range_unchanged_since("a/", created).put("a/1", *b"").delete("a/2"));
    must_conflict(store, Txn::new().range_empty("a/").delete("a/1"), &[0]);
}

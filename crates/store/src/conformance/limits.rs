//! The limits of a transaction, which are the same on every engine.

use std::sync::Arc;

use crate::conformance::{Fresh, commit, ignore, must};
use crate::{CommitError, MAX_BYTES, MAX_OPERATIONS, Store, Txn};

#[track_caller]
fn must_be_too_large(store: &dyn Store, txn: Txn) {
    let expected = CommitError::TooLarge { operations: txn.operations(), bytes: txn.bytes() };
    let before = (store.revision(), store.scan("").unwrap());
    assert_eq!(commit(store, txn), Err(expected));
    assert_eq!((store.revision(), store.scan("").unwrap()), before);
}

pub fn operations_are_limited(fresh: Fresh) {
    let store = &*fresh(ignore());
    let puts = |count: usize| (0..count).fold(Txn::new(), |txn, i| txn.put(format!("put/{i}"), *b"{}"));
    let compares = |count: usize| (0..count).fold(Txn::new(), |txn, i| txn.absent(format!("absent/{i}")));
    must_be_too_large(store, puts(MAX_OPERATIONS + 1));
    must_be_too_large(store, compares(MAX_OPERATIONS + 1));
    must_be_too_large(store, puts(MAX_OPERATIONS).delete("another"));
    // The compares and the writes each have the whole of it.
    must(store, puts(MAX_OPERATIONS).and(compares(MAX_OPERATIONS)));
    assert_eq!(store.scan("put/").unwrap().len(), MAX_OPERATIONS);
    must(store, (0..MAX_OPERATIONS).fold(Txn::new(), |txn, i| txn.delete(format!("put/{i}"))));
    assert_eq!(store.scan("").unwrap(), []);
}

pub fn bytes_are_limited(fresh: Fresh) {
    let store = &*fresh(ignore());
    let value = |length: usize| Arc::<[u8]>::from(vec![7; length]);
    must(store, Txn::new().put("k", value(MAX_BYTES - 1)));
    assert_eq!(store.get("k").unwrap().unwrap().0.len(), MAX_BYTES - 1);
    must_be_too_large(store, Txn::new().put("k", value(MAX_BYTES)));
    must_be_too_large(store, Txn::new().put("k", value(MAX_BYTES - 1)).absent("x"));
    must_be_too_large(store, Txn::new().put("k", value(MAX_BYTES - 1)).range_empty("x"));
    must_be_too_large(store, Txn::new().put("k", value(MAX_BYTES - 1)).delete("x"));
    must_be_too_large(store, Txn::new().put("k", value(MAX_BYTES / 2)).put("l", value(MAX_BYTES / 2)));
}

pub fn malformed_transactions_are_refused(fresh: Fresh) {
    let store = &*fresh(ignore());
    let refused = [
        Txn::new().put("", *b""),
        Txn::new().delete(""),
        Txn::new().absent(""),
        Txn::new().key_at("", 0),
        Txn::new().put("k", *b"1").put("k", *b"2"),
        Txn::new().put("k", *b"1").delete("k"),
        Txn::new().delete("k").delete("k"),
    ];
    for txn in refused {
        assert!(matches!(commit(store, txn.clone()), Err(CommitError::Invalid(_))), "{txn:?}");
    }
    assert_eq!(store.scan("").unwrap(), []);
    must(store, Txn::new());
    must(store, Txn::new().range_empty("").range_unchanged_since("", store.revision()).put("k", *b""));
}

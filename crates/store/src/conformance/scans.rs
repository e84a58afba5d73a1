//! What reads return.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crate::conformance::{Fresh, ignore, must, must_conflict};
use crate::{Entry, Txn};

/// Keys around everything that ends a range wrongly: the last byte and character, gaps in Unicode, wildcards of SQL,
/// letters that a collation would fold.
const KEYS: &[&str] = &[
    "A/b",
    "a",
    "a/",
    "a/\0",
    "a/\0b",
    "a/%",
    "a/B",
    "a/_",
    "a/b",
    "a/b/c",
    "a/bc",
    "a/\u{7f}",
    "a/\u{80}",
    "a/\u{e4}",
    "a/\u{ff}",
    "a/\u{ff}z",
    "a/\u{ff}\u{ff}",
    "a/\u{100}",
    "a/\u{d7ff}",
    "a/\u{d7ff}x",
    "a/\u{e000}",
    "a/\u{ffff}",
    "a/\u{10000}",
    "a/\u{1f32b}",
    "a/\u{10ffff}",
    "a/\u{10ffff}x",
    "a0",
    "ab",
    "b",
    "'",
    "\"",
    "\u{10ffff}",
    "\u{10ffff}\u{10ffff}",
    "\u{10ffff}\u{10ffff}a",
];

const OTHER_PREFIXES: &[&str] =
    &["", "A", "a/\u{10fffe}", "a/b/", "a/b/c/", "a/\u{1f32a}", "c", "\u{ff}", "%", "a%", "_"];

pub fn a_scan_is_the_sorted_range_of_its_prefix(fresh: Fresh) {
    let store = &*fresh(ignore());
    let since = store.revision();
    let mut revisions = Vec::new();
    for key in KEYS.iter().rev() {
        revisions.push(must(store, Txn::new().put(*key, key.as_bytes())));
    }
    revisions.reverse();
    let mut records: Vec<_> = KEYS.iter().zip(&revisions).collect();
    records.sort();
    for prefix in KEYS.iter().chain(OTHER_PREFIXES) {
        let range = records.iter().filter(|(key, _)| key.starts_with(prefix));
        let expected: Vec<Entry> = range
            .map(|(key, revision)| Entry { key: (**key).into(), value: key.as_bytes().into(), revision: **revision })
            .collect();
        assert_eq!(store.scan(prefix).unwrap(), expected, "{prefix:?}");
        // Compares draw the same ranges.
        let compares = Txn::new().range_empty(*prefix).range_unchanged_since(*prefix, since);
        match expected.is_empty() {
            true => drop(must(store, compares)),
            false => must_conflict(store, compares, &[0, 1]),
        }
    }
}

pub fn values_are_kept_byte_for_byte(fresh: Fresh) {
    let store = &*fresh(ignore());
    let values: [Arc<[u8]>; 5] = [
        [].into(),
        (0..=255).collect(),
        "text \u{1f32b}\0".as_bytes().into(),
        [0xff; 3].into(),
        (0..700_000_u32).map(|i| (i % 251) as u8).collect(),
    ];
    for value in values {
        let revision = must(store, Txn::new().put("k", value.clone()));
        assert!(store.get("k").unwrap() == Some((value.clone(), revision)));
        assert!(store.scan("k").unwrap() == [Entry { key: "k".into(), value, revision }]);
    }
    assert_eq!(store.get("K").unwrap(), None);
    assert_eq!(store.get("").unwrap(), None);
    must(store, Txn::new().delete("k"));
    assert_eq!(store.get("k").unwrap(), None);
    assert_eq!(store.scan("k").unwrap(), []);
}

pub fn a_scan_is_of_one_revision(fresh: Fresh) {
    let store = &*fresh(ignore());
    let over = AtomicBool::new(false);
    must(store, Txn::new().put("pair/a", *b"0").put("pair/b", *b"0"));
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while !over.load(Ordering::Relaxed) {
                    let pair = store.scan("pair/").unwrap();
                    assert_eq!(pair.len(), 2);
                    assert_eq!((&pair[0].value, pair[0].revision), (&pair[1].value, pair[1].revision));
                    thread::yield_now();
                }
            });
        }
        for i in 0..200 {
            let value: Arc<[u8]> = format!("{i}").into_bytes().into();
            must(store, Txn::new().put("pair/a", value.clone()).put("pair/b", value));
        }
        over.store(true, Ordering::Relaxed);
    });
}

//! Random transactions, compared with the [`Model`].

use std::sync::Arc;

use futures::executor::block_on;
use proptest::collection::vec;
use proptest::sample::select;
use proptest::strategy::{Just, Strategy};
use proptest::test_runner::{Config, TestRunner};
use proptest::{bool, prop_oneof};

use crate::conformance::{Fresh, Model, Recorder, commit};
use crate::{Change, CommitError, Revision, Store, Txn};

/// Few keys under fewer prefixes, so that everything meets.
const KEYS: &[&str] = &["a", "a/", "a/1", "a/1/x", "a/1/y", "a/2", "a/\u{ff}", "a/\u{10ffff}", "a0", "b", "b/1", "c/1"];
const PREFIXES: &[&str] = &["", "a", "a/", "a/1", "a/1/", "a/\u{ff}", "a/\u{10ffff}", "b", "c/", "d"];

/// A transaction that does not know its revisions yet.
#[derive(Debug, Clone)]
pub struct Step {
    compares: Vec<StepCompare>,
    /// Of these keys those that are marked are put, the others deleted.
    writes: Vec<(&'static str, bool)>,
}

#[derive(Debug, Clone)]
enum StepCompare {
    KeyAt(&'static str, Seen),
    Absent(&'static str),
    RangeEmpty(&'static str),
    RangeUnchangedSince(&'static str, Seen),
}

/// The revision a step compares with.
#[derive(Debug, Clone, Copy)]
enum Seen {
    /// That of the key, or of the store: the compare holds.
    Newest,
    /// Some transactions ago.
    Earlier(usize),
}

/// Sequences of transactions of which about half commit.
pub fn steps() -> impl Strategy<Value = Vec<Step>> {
    let seen = || prop_oneof![3 => Just(Seen::Newest), 1 => (0..12_usize).prop_map(Seen::Earlier)];
    let compare = prop_oneof![
        3 => (select(KEYS), seen()).prop_map(|(key, seen)| StepCompare::KeyAt(key, seen)),
        2 => select(KEYS).prop_map(StepCompare::Absent),
        1 => select(PREFIXES).prop_map(StepCompare::RangeEmpty),
        3 => (select(PREFIXES), seen()).prop_map(|(prefix, seen)| StepCompare::RangeUnchangedSince(prefix, seen)),
    ];
    let step = (vec(compare, 0..3), vec((select(KEYS), bool::weighted(0.6)), 0..5))
        .prop_map(|(compares, writes)| Step { compares, writes });
    vec(step, 1..40)
}

impl Step {
    /// The transaction, given the `revisions` so far, of which the first is that of the empty store. Values differ by
    /// `number`.
    pub fn txn(&self, model: &Model, revisions: &[Revision], number: usize) -> Txn {
        let earlier = |ago: usize| revisions[revisions.len().saturating_sub(1 + ago)];
        let mut txn = Txn::new();
        for compare in &self.compares {
            txn = match *compare {
                StepCompare::KeyAt(key, Seen::Newest) => txn.key_at(key, model.revision_of(key)),
                StepCompare::KeyAt(key, Seen::Earlier(ago)) => txn.key_at(key, earlier(ago)),
                StepCompare::Absent(key) => txn.absent(key),
                StepCompare::RangeEmpty(prefix) => txn.range_empty(prefix),
                StepCompare::RangeUnchangedSince(prefix, Seen::Newest) => txn.range_unchanged_since(prefix, earlier(0)),
                StepCompare::RangeUnchangedSince(prefix, Seen::Earlier(ago)) => {
                    txn.range_unchanged_since(prefix, earlier(ago))
                }
            };
        }
        let mut written = Vec::new();
        for (key, is_put) in &self.writes {
            if written.contains(key) {
                continue;
            }
            written.push(*key);
            txn = if *is_put { txn.put(*key, format!("{number}").into_bytes()) } else { txn.delete(*key) };
        }
        txn
    }
}

/// Every answer, every read and every change the sink hears of is the model's.
pub fn one_transaction_at_a_time_matches_the_model(fresh: Fresh) {
    check(fresh, |store, steps, changes| {
        let mut model = Model::default();
        let mut revisions = vec![store.revision()];
        for (number, step) in steps.iter().enumerate() {
            let txn = step.txn(&model, &revisions, number);
            let answer = commit(store, txn.clone());
            let last = revisions[revisions.len() - 1];
            match (answer, model.failed(&txn)) {
                (Err(CommitError::Conflict { failed }), expected) => assert_eq!(failed, expected, "{txn:?}"),
                (Ok(revision), expected) => {
                    assert_eq!(expected, [0; 0], "{txn:?}");
                    if model.would_change(&txn) {
                        assert!(revision > last);
                        extend_changes(changes, &model, &txn, revision);
                        model.write(&txn, revision);
                        revisions.push(revision);
                    } else {
                        assert!(revision >= last);
                    }
                }
                (Err(error), _) => panic!("{error}"),
            }
        }
        model
    });
}

/// The same with all transactions in flight together. Only for engines that take them in the order of the calls and
/// skip no revision, which [`Store`] does not promise.
pub fn all_in_flight_matches_the_model(fresh: Fresh) {
    check(fresh, |store, steps, changes| {
        let mut model = Model::default();
        let mut revisions = vec![store.revision()];
        let mut answers = Vec::new();
        for (number, step) in steps.iter().enumerate() {
            let txn = step.txn(&model, &revisions, number);
            let failed = model.failed(&txn);
            let last = revisions[revisions.len() - 1];
            let expected = if !failed.is_empty() {
                Err(CommitError::Conflict { failed })
            } else if model.would_change(&txn) {
                extend_changes(changes, &model, &txn, last + 1);
                model.write(&txn, last + 1);
                revisions.push(last + 1);
                Ok(last + 1)
            } else {
                Ok(last)
            };
            answers.push((txn.clone(), store.commit(txn), expected));
        }
        for (txn, answer, expected) in answers {
            assert_eq!(block_on(answer), expected, "{txn:?}");
        }
        model
    });
}

/// Runs random steps; `run` returns the model they lead to and notes the changes the sink must hear of.
fn check(fresh: Fresh, run: impl Fn(&dyn Store, &[Step], &mut Vec<Change>) -> Model) {
    let config = Config { failure_persistence: None, ..Config::default() };
    let one_case = |steps: Vec<Step>| {
        let recorder = Recorder::default();
        let store = &*fresh(recorder.sink());
        let mut expected_changes = Vec::new();
        let model = run(store, &steps, &mut expected_changes);
        for prefix in KEYS.iter().chain(PREFIXES) {
            assert_eq!(store.scan(prefix).unwrap(), model.scan(prefix));
        }
        for key in KEYS {
            let expected = model.scan(key).into_iter().find(|entry| &*entry.key == *key);
            assert_eq!(store.get(key).unwrap(), expected.map(|entry| (entry.value, entry.revision)));
        }
        let changes: Vec<Change> = recorder.batches().into_iter().flat_map(|batch| batch.changes).collect();
        assert_eq!(changes, expected_changes);
        Ok(())
    };
    TestRunner::new(config).run(&steps(), one_case).unwrap();
}

fn extend_changes(changes: &mut Vec<Change>, before: &Model, txn: &Txn, revision: Revision) {
    let change = |key: &str, value: Option<Arc<[u8]>>| Change { key: key.into(), value, revision };
    changes.extend(txn.puts.iter().map(|(key, value)| change(key, Some(value.clone()))));
    let deleted = txn.deletes.iter().filter(|key| before.revision_of(key) > 0);
    changes.extend(deleted.map(|key| change(key, None)));
}

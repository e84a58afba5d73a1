//! The suite that every engine passes: what [`Store`] promises, as tests.
//!
//! An engine runs it with [`conformance_suite!`](crate::conformance_suite), which makes one `#[test]` of each check. A
//! check is given a way to make fresh, empty stores and panics when a promise is broken. Nothing in here relies on what
//! only some engines do: revisions may skip numbers, and transactions in flight together may come in any order.

pub mod compares;
pub mod contention;
pub mod limits;
mod model;
pub mod ordering;
pub mod random;
pub mod scans;

use std::sync::Arc;

use futures::executor::block_on;
use parking_lot::Mutex;

use crate::{Batch, CommitError, Revision, Sink, Store, Txn};

pub use model::Model;

/// Makes a fresh, empty store that reports to the sink.
pub type Fresh<'a> = &'a dyn Fn(Sink) -> Arc<dyn Store>;

/// Runs every check of the suite against the stores that an expression of type `Fn(Sink) -> Arc<dyn Store>` makes.
#[macro_export]
macro_rules! conformance_suite {
    ($fresh:expr) => {
        $crate::conformance_suite! { @each $fresh;
            compares::key_at_holds_at_the_last_write_only,
            compares::absent_holds_before_creation_and_after_deletion,
            compares::range_empty_counts_live_keys_under_the_prefix,
            compares::range_unchanged_sees_creations_updates_and_deletions,
            compares::a_conflict_names_every_failed_compare_and_writes_nothing,
            compares::compares_see_the_state_before_their_own_writes,
            contention::one_claim_has_one_winner,
            contention::a_thousand_claimers_of_a_hundred_keys,
            contention::no_update_is_lost,
            contention::no_child_outlives_its_parent,
            limits::operations_are_limited,
            limits::bytes_are_limited,
            limits::malformed_transactions_are_refused,
            ordering::the_sink_first_hears_what_is_stored,
            ordering::revisions_ascend_and_idle_transactions_take_none,
            ordering::the_sink_hears_of_a_commit_before_its_committer,
            ordering::the_batches_replayed_are_the_store,
            ordering::a_dropped_future_commits_all_the_same,
            random::one_transaction_at_a_time_matches_the_model,
            scans::a_scan_is_the_sorted_range_of_its_prefix,
            scans::values_are_kept_byte_for_byte,
            scans::a_scan_is_of_one_revision,
        }
    };
    (@each $fresh:expr; $($module:ident::$check:ident),* $(,)?) => {
        $(#[test]
        fn $check() {
            $crate::conformance::$module::$check(&$fresh);
        })*
    };
}

/// A sink that nobody listens to.
pub fn ignore() -> Sink {
    Box::new(|_| ())
}

/// What a sink was told.
#[derive(Clone, Default)]
pub struct Recorder(Arc<Mutex<Vec<Batch>>>);

impl Recorder {
    pub fn sink(&self) -> Sink {
        let batches = self.0.clone();
        Box::new(move |batch| batches.lock().push(batch))
    }

    pub fn batches(&self) -> Vec<Batch> {
        self.0.lock().clone()
    }

    /// The newest revision the sink was told of.
    pub fn revision(&self) -> Option<Revision> {
        self.0.lock().last().map(|batch| batch.revision)
    }
}

/// Commits and waits for the answer.
pub fn commit(store: &dyn Store, txn: Txn) -> Result<Revision, CommitError> {
    block_on(store.commit(txn))
}

/// Commits what must succeed.
#[track_caller]
pub fn must(store: &dyn Store, txn: Txn) -> Revision {
    commit(store, txn).expect("the transaction commits")
}

/// Commits what must fail at these positions.
#[track_caller]
pub fn must_conflict(store: &dyn Store, txn: Txn, failed: &[usize]) {
    assert_eq!(commit(store, txn.clone()), Err(CommitError::Conflict { failed: failed.to_vec() }), "{txn:?}");
}

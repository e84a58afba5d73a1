//! Many committers who want the same thing.

use std::sync::Barrier;
use std::thread;

use futures::executor::block_on;
use futures::future::join_all;
use proptest::strategy::{Just, Strategy};
use proptest::test_runner::{Config, TestRunner};

use crate::conformance::{Fresh, commit, ignore, must};
use crate::{CommitError, Revision, Store, Txn};

pub fn one_claim_has_one_winner(fresh: Fresh) {
    let store = &*fresh(ignore());
    for round in 0..20 {
        let barrier = Barrier::new(16);
        let claim = format!("claim/{round}");
        let winners: Vec<(usize, Revision)> = thread::scope(|scope| {
            let claimer = |me: usize| {
                let (barrier, claim) = (&barrier, &claim);
                scope.spawn(move || {
                    barrier.wait();
                    let txn = Txn::new().create(claim, me.to_string().into_bytes()).put(format!("{claim}/{me}"), *b"");
                    match commit(store, txn) {
                        Ok(revision) => Some((me, revision)),
                        Err(error) => {
                            assert_eq!(error, CommitError::Conflict { failed: vec![0] });
                            None
                        }
                    }
                })
            };
            let claimers: Vec<_> = (0..16).map(claimer).collect();
            claimers.into_iter().filter_map(|claimer| claimer.join().unwrap()).collect()
        });
        let [(winner, revision)] = winners[..] else { panic!("winners: {winners:?}") };
        let records = store.scan(&claim).unwrap();
        assert_eq!(records.len(), 2, "the losers wrote nothing");
        assert_eq!(*records[0].value, *winner.to_string().as_bytes());
        assert!(records.iter().all(|record| record.revision == revision));
    }
}

/// A property of every order of arrival: 1,000 claimers of 100 keys, on many threads and all in flight together, make
/// exactly 100 winners, one for each key.
pub fn a_thousand_claimers_of_a_hundred_keys(fresh: Fresh) {
    const THREADS: usize = 8;
    let arrivals = Just((0..1_000_usize).collect::<Vec<_>>()).prop_shuffle();
    let config = Config { cases: 10, failure_persistence: None, ..Config::default() };
    let check = |claimers: Vec<usize>| {
        let store = &*fresh(ignore());
        let winners: Vec<usize> = thread::scope(|scope| {
            let threads: Vec<_> = claimers
                .chunks(claimers.len() / THREADS)
                .map(|claimers| scope.spawn(move || block_on(claim_all(store, claimers))))
                .collect();
            threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
        });
        assert_eq!(winners.len(), 100);
        for winner in winners {
            let (value, _) = store.get(&format!("claim/{}", winner % 100)).unwrap().expect("the claim is there");
            assert_eq!(*value, *winner.to_string().as_bytes(), "one claim, two winners");
        }
        assert_eq!(store.scan("").unwrap().len(), 100);
        Ok(())
    };
    TestRunner::new(config).run(&arrivals, check).unwrap();
}

/// The claimers who won.
async fn claim_all(store: &dyn Store, claimers: &[usize]) -> Vec<usize> {
    let claim =
        |me: &usize| store.commit(Txn::new().create(format!("claim/{}", me % 100), me.to_string().into_bytes()));
    let answers = join_all(claimers.iter().map(claim)).await;
    let won = claimers.iter().zip(answers).filter(|(_, answer)| match answer {
        Ok(_) => true,
        Err(CommitError::Conflict { .. }) => false,
        Err(error) => panic!("{error}"),
    });
    won.map(|(me, _)| *me).collect()
}

pub fn no_update_is_lost(fresh: Fresh) {
    let store = &*fresh(ignore());
    must(store, Txn::new().create("counter", *b"0"));
    let increment = || loop {
        let (value, revision) = store.get("counter").unwrap().unwrap();
        let next = std::str::from_utf8(&value).unwrap().parse::<u32>().unwrap() + 1;
        match commit(store, Txn::new().update("counter", revision, next.to_string().into_bytes())) {
            Ok(_) => break,
            Err(error) => assert_eq!(error, CommitError::Conflict { failed: vec![0] }),
        }
    };
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| (0..25).for_each(|_| increment()));
        }
    });
    assert_eq!(*store.get("counter").unwrap().unwrap().0, *b"200");
}

pub fn no_child_outlives_its_parent(fresh: Fresh) {
    let store = &*fresh(ignore());
    thread::scope(|scope| {
        for client in 0..4 {
            scope.spawn(move || {
                for i in 0..100 {
                    // A child is born only while its parent is as it was seen, and goes again.
                    let child = format!("child/{client}.{i}");
                    let Some((_, parent)) = store.get("parent").unwrap() else {
                        let _ = commit(store, Txn::new().create("parent", *b""));
                        continue;
                    };
                    if commit(store, Txn::new().key_at("parent", parent).create(child.clone(), *b"")).is_ok() {
                        assert!(store.get("parent").unwrap().is_some());
                        must(store, Txn::new().delete(child));
                    }
                }
            });
        }
        scope.spawn(|| {
            for _ in 0..300 {
                let _ = commit(store, Txn::new().range_empty("child/").delete("parent"));
            }
        });
    });
    assert_eq!(store.scan("child/").unwrap(), []);
}

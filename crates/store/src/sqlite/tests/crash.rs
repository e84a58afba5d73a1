//! Killed at any moment, the store keeps all that it acknowledged, and nothing by halves.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;
use std::{env, io, thread};

use super::{child_test, open};
use crate::conformance::{ignore, must};
use crate::{Entry, Store, StoreError, Txn};

const DATABASE: &str = "FOGBANK_STORE_CRASH_TEST";
const CLIENTS: usize = 8;
/// How many of its records each client keeps; it deletes older ones.
const KEPT: u64 = 10;

/// Not a test by itself: what [`killed_it_keeps_what_it_acknowledged`] kills. Each client writes a record, moves its
/// head there and deletes an old record, in one transaction, and then prints the acknowledgement.
#[test]
fn child() {
    let Some(path) = env::var_os(DATABASE) else { return };
    let store = open(Path::new(&path), ignore());
    // The test harness has begun a line.
    println!();
    thread::scope(|scope| {
        for client in 0..CLIENTS {
            let store = &store;
            scope.spawn(move || {
                for number in head(store, client) + 1.. {
                    let value = number.to_string().into_bytes();
                    let txn = Txn::new()
                        .create(record(client, number), value.clone())
                        .put(format!("head/{client}"), value)
                        .delete(record(client, number.saturating_sub(KEPT)));
                    must(store, txn);
                    // One write of a short line, so that a line is printed wholly or not at all.
                    writeln!(io::stdout().lock(), "ack {client} {number}").unwrap();
                }
            });
        }
    });
}

fn record(client: usize, number: u64) -> String {
    format!("record/{client}/{number:08}")
}

fn head(store: &dyn Store, client: usize) -> u64 {
    store.get(&format!("head/{client}")).unwrap().map_or(0, |(value, _)| number(&value))
}

fn number(value: &[u8]) -> u64 {
    std::str::from_utf8(value).unwrap().parse().unwrap()
}

#[test]
fn killed_it_keeps_what_it_acknowledged() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("cell.db");
    let mut acknowledged = BTreeMap::new();
    for round in 0..8 {
        let mut child =
            child_test(&[], "sqlite::tests::crash::child", DATABASE, &path).stdout(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let acks = thread::spawn(move || lines.map_while(Result::ok).filter_map(|line| ack(&line)).collect::<Vec<_>>());
        thread::sleep(Duration::from_millis(200 + 37 * round));
        if round == 0 {
            match crate::SqliteStore::open(&path, crate::Options::default(), ignore()) {
                Err(StoreError::InUse { pid, .. }) => assert_eq!(pid, Some(child.id())),
                other => panic!("a store open in another process was opened: {:?}", other.err()),
            }
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let acks = acks.join().unwrap();
        assert!(!acks.is_empty(), "the child did nothing");
        acknowledged.extend(acks);

        let store = open(&path, ignore());
        let records = store.scan("record/").unwrap();
        for client in 0..CLIENTS {
            let (head, last_ack) = (head(&store, client), acknowledged.get(&client).copied().unwrap_or(0));
            assert!(head >= last_ack, "client {client}: {last_ack} was acknowledged, {head} is kept");
            assert!(head <= last_ack + 1, "client {client} had one transaction in flight");
            // Whole transactions: each head with its record, each deletion done.
            let mine: Vec<_> =
                records.iter().filter(|entry| is_of(client, entry)).map(|entry| number(&entry.value)).collect();
            assert_eq!(mine, (head.saturating_sub(KEPT - 1).max(1)..=head).collect::<Vec<_>>(), "client {client}");
        }
        let newest = store.scan("").unwrap().iter().map(|entry| entry.revision).max();
        assert_eq!(newest, Some(store.revision()));
    }
}

fn ack(line: &str) -> Option<(usize, u64)> {
    let (client, number) = line.strip_prefix("ack ")?.split_once(' ')?;
    Some((client.parse().ok()?, number.parse().ok()?))
}

fn is_of(client: usize, entry: &Entry) -> bool {
    entry.key.starts_with(&format!("record/{client}/"))
}

//! Durable transactions per second of the embedded engine, with 1 to 64 clients, and how long the next opening takes.
//!
//! ```text
//! cargo run --release -p store --example throughput [DIRECTORY] [SECONDS]
//! ```
//! DIRECTORY is where the database goes (default: the current one): name a real disk, since in memory there is nothing
//! to wait for. Each transaction is what an action typically commits: one compare of the parent, a claim, and a record
//! of 1 KiB written under it.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use futures::executor::block_on;
use store::{Options, SqliteStore, Store, Txn};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let directory = arguments.next().unwrap_or_else(|| ".".to_owned());
    let seconds = arguments.next().map_or(5, |text| text.parse().expect("SECONDS is a number"));
    for clients in [1, 4, 16, 64] {
        let directory = tempfile::tempdir_in(&directory).expect("a directory to write to");
        measure(&directory.path().join("cell.db"), clients, Duration::from_secs(seconds));
    }
}

fn measure(path: &Path, clients: usize, duration: Duration) {
    let batches = Arc::new(AtomicUsize::new(0));
    let sink = Box::new({
        let batches = batches.clone();
        move |_| {
            batches.fetch_add(1, Ordering::Relaxed);
        }
    });
    let store = SqliteStore::open(path, Options::default(), sink).expect("a store");
    let parent = block_on(store.commit(Txn::new().create("vpc/vpc-1", *b"{}"))).expect("a first commit");
    let over = AtomicBool::new(false);
    let start = Instant::now();
    let (committed, slowest) = thread::scope(|scope| {
        let client = |client: usize| {
            let (store, over) = (&store, &over);
            scope.spawn(move || {
                let record: Arc<[u8]> = vec![b'x'; 1024].into();
                let (mut committed, mut slowest) = (0, Duration::ZERO);
                while !over.load(Ordering::Relaxed) {
                    let txn = Txn::new()
                        .key_at("vpc/vpc-1", parent)
                        .create(format!("claim/address/{client}/{committed}"), *b"{}")
                        .put(format!("instance/i-{client}-{}", committed % 1000), record.clone());
                    let begun = Instant::now();
                    block_on(store.commit(txn)).expect("a commit");
                    slowest = slowest.max(begun.elapsed());
                    committed += 1;
                }
                (committed, slowest)
            })
        };
        let clients: Vec<_> = (0..clients).map(client).collect();
        thread::sleep(duration);
        over.store(true, Ordering::Relaxed);
        let results = clients.into_iter().map(|client| client.join().expect("a client"));
        results.fold((0, Duration::ZERO), |(sum, max), (committed, slowest)| (sum + committed, max.max(slowest)))
    });
    let per_second = committed as f64 / start.elapsed().as_secs_f64();
    let group = committed as f64 / batches.load(Ordering::Relaxed) as f64;
    println!("{clients:3} clients: {per_second:7.0} txn/s, {group:5.1} txn per fsync, slowest {slowest:.1?}");

    let records = store.scan("").expect("a scan").len();
    drop(store);
    let begun = Instant::now();
    SqliteStore::open(path, Options::default(), Box::new(drop)).expect("the same store");
    println!("             {records} records delivered at the next opening in {:.2?}", begun.elapsed());
}

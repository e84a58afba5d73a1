//! A full disk refuses commits, loses nothing, and is no end.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::{env, fs};

use futures::executor::block_on;
use futures::future::join_all;

use super::{child_test, open};
use crate::conformance::{commit, ignore, must};
use crate::{CommitError, Options, SqliteStore, Store, Txn};

const DATABASE: &str = "FOGBANK_STORE_FULL_DISK_TEST";

fn big() -> Arc<[u8]> {
    vec![b'x'; 100_000].into()
}

/// Writes until the store is full and returns how many were acknowledged.
fn fill(store: &dyn Store) -> usize {
    for i in 0..1_000 {
        match commit(store, Txn::new().put(format!("fill/{i}"), big())) {
            Ok(_) => {}
            Err(CommitError::Full) => return i,
            Err(error) => panic!("{error}"),
        }
    }
    panic!("100 MB fit on the small disk")
}

#[test]
fn a_full_file_refuses_what_does_not_fit() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("cell.db");
    let options = Options { max_file_bytes: Some(2 << 20), ..Options::default() };
    let store = SqliteStore::open(&path, options, ignore()).unwrap();
    let filled = fill(&store);
    assert!(filled > 10);
    let revision = store.revision();
    assert_eq!(commit(&store, Txn::new().put("more", big()).put("and", *b"more")), Err(CommitError::Full));
    assert_eq!((store.revision(), store.get("and").unwrap()), (revision, None));

    // In a group, those that fit are committed, and verdicts do not rest on the one that does not.
    let group = [
        Txn::new().create("claim", *b"1").put("more", big()),
        Txn::new().create("claim", *b"2"),
        Txn::new().create("claim", *b"3"),
        Txn::new().delete("fill/0"),
        Txn::new().put("more", big()),
    ];
    let answers = block_on(join_all(group.map(|txn| store.commit(txn))));
    let conflict = Err(CommitError::Conflict { failed: vec![0] });
    let after = |n| Ok(revision + n);
    assert_eq!(answers, [Err(CommitError::Full), after(1), conflict, after(2), after(3)]);
    assert_eq!(*store.get("claim").unwrap().unwrap().0, *b"2");
    assert_eq!(store.scan("fill/").unwrap().len(), filled - 1);
    drop(store);
    assert_eq!(open(&path, ignore()).scan("fill/").unwrap().len(), filled - 1);
}

/// Runs [`child_on_a_small_disk`] with a file system of 4 MiB of its own. Where a user may not mount one, the test
/// above is all there is.
#[test]
fn a_full_disk_refuses_commits_until_there_is_space() {
    let unshare = ["unshare", "--user", "--map-root-user", "--mount"];
    let allowed = Command::new(unshare[0]).args(&unshare[1..]).args(["mount", "-t", "tmpfs", "tmpfs", "/tmp"]).status();
    if !allowed.is_ok_and(|status| status.success()) {
        eprintln!("skipped: no user namespaces here");
        return;
    }
    let directory = tempfile::tempdir().unwrap();
    let mount = r#"mount -t tmpfs -o size=4m tmpfs "$0" && exec "$@""#;
    let small_disk = directory.path().to_str().unwrap();
    let wrapper = [&unshare[..], &["sh", "-c", mount, small_disk]].concat();
    let path = directory.path().join("cell.db");
    let status = child_test(&wrapper, "sqlite::tests::full::child_on_a_small_disk", DATABASE, &path).status().unwrap();
    assert!(status.success());
}

/// Not a test by itself.
#[test]
fn child_on_a_small_disk() {
    let Some(path) = env::var_os(DATABASE) else { return };
    let path = Path::new(&path);
    let ballast = path.with_file_name("ballast");
    fs::write(&ballast, vec![1; 1 << 20]).unwrap();
    let store = open(path, ignore());
    let filled = fill(&store);
    assert!(filled > 5, "{filled}");
    for _ in 0..3 {
        assert_eq!(commit(&store, Txn::new().put("more", big())), Err(CommitError::Full));
    }
    assert_eq!(store.scan("fill/").unwrap().len(), filled, "reads go on");

    fs::remove_file(&ballast).unwrap();
    must(&store, Txn::new().put("more", big()));
    fill(&store);
    let kept = store.scan("").unwrap();
    drop(store);
    assert_eq!(open(path, ignore()).scan("").unwrap(), kept);
}

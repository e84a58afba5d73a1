//! What the embedded engine promises beyond the suite: files, crashes, full disks, groups.

mod crash;
mod files;
mod full;
mod groups;
mod suite;

use std::path::Path;
use std::process::{Command, Stdio};

use crate::{Options, Sink, SqliteStore};

fn open(path: &Path, sink: Sink) -> SqliteStore {
    SqliteStore::open(path, Options::default(), sink).expect("the store opens")
}

/// This test binary, to run one test as a process of its own. The path of that test's database goes in `variable`, by
/// which the test knows that it is meant.
fn child_test(program: &[&str], test: &str, variable: &str, path: &Path) -> Command {
    let binary = std::env::current_exe().expect("the test binary has a path");
    let mut command = match program {
        [] => Command::new(binary),
        [wrapper, arguments @ ..] => {
            let mut command = Command::new(wrapper);
            command.args(arguments).arg(binary);
            command
        }
    };
    command.args(["--exact", test, "--nocapture", "--test-threads=1"]).env(variable, path).stdin(Stdio::null());
    command
}

#[test]
fn what_is_answered_is_synced() {
    let directory = tempfile::tempdir().unwrap();
    let (connection, _) = super::schema::open(&directory.path().join("cell.db"), &Options::default()).unwrap();
    let pragma =
        |name| connection.pragma_query_value(None, name, |row| row.get::<_, rusqlite::types::Value>(0)).unwrap();
    assert_eq!(pragma("journal_mode"), "wal".to_owned().into());
    assert_eq!(pragma("synchronous"), 2.into(), "FULL");
}

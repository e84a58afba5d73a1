//! The clients of others: QEMU's and libnbd's.

use std::process::Command;

use super::*;

/// Why a tool can't be used here, if it can't.
pub(super) fn lacks(tool: &str) -> bool {
    let lacks = Command::new(tool).arg("--version").output().is_err();
    if lacks {
        eprintln!("skipped: {tool} is not installed (scripts/install-deps.sh test)");
    }
    lacks
}

pub(super) fn run(tool: &str, arguments: &[&str]) -> (bool, String) {
    let output = Command::new(tool).args(arguments).env("LC_ALL", "C").output().unwrap();
    (output.status.success(), String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned())
}

#[test]
fn qemu_finds_the_same_content() {
    if lacks("qemu-img") || lacks("qemu-io") {
        return;
    }
    let shop = shop();
    let raw = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(raw.path(), &shop.content).unwrap();
    let (_folder, path, _server) = serve(shop);
    let url = format!("nbd+unix:///snapshot?socket={}", path.display());
    let raw = raw.path().to_str().unwrap();
    let (same, said) = run("qemu-img", &["compare", "-f", "raw", "-F", "raw", raw, &url]);
    // QEMU rounds a size up to whole sectors, and says so.
    assert!(same && said.contains("Images are identical"), "{said}");
    let (mapped, said) = run("qemu-img", &["map", "--output=json", "-f", "raw", &url]);
    assert!(mapped, "{said}");
    assert!(
        said.contains(r#""start": 1048576, "length": 1048576, "depth": 0, "present": true, "zero": true"#),
        "{said}"
    );
    let (_, said) = run("qemu-io", &["-f", "raw", "-r", "-c", "read -P 1 0 512", "-c", "read 0 2M", &url]);
    assert!(said.contains("read 512/512 bytes") && !said.contains("verification failed"), "{said}");
    let (_, said) = run("qemu-io", &["-f", "raw", "-c", "write 0 512", &url]);
    assert!(!said.contains("wrote"), "{said}");
}

#[test]
fn nbdinfo_understands_the_export() {
    if lacks("nbdinfo") {
        return;
    }
    let (_folder, path, _server) = serve(shop());
    let url = format!("nbd+unix:///snapshot?socket={}", path.display());
    let (good, said) = run("nbdinfo", &[&url]);
    assert!(good, "{said}");
    for fact in [
        "protocol: newstyle-fixed without TLS, using structured packets",
        "export-size: 2622440",
        "base:allocation",
        "is_read_only: true",
        "can_multi_conn: true",
        "can_df: true",
        "block_size_minimum: 1",
        "block_size_preferred: 524288",
        "block_size_maximum: 33554432",
    ] {
        assert!(said.contains(fact), "{fact} in {said}");
    }
    let (good, said) = run("nbdinfo", &["--map", &url]);
    assert!(good, "{said}");
    let map: Vec<Vec<&str>> = said.lines().map(|line| line.split_whitespace().take(3).collect()).collect();
    assert_eq!(map, [["0", "1048576", "0"], ["1048576", "1048576", "3"], ["2097152", "525288", "0"]]);
    let (good, said) = run("nbdinfo", &["--list", &url]);
    assert!(good && said.contains("snapshot"), "{said}");
}

#[test]
fn nbdcopy_copies_it_by_several_connections() {
    if lacks("nbdcopy") {
        return;
    }
    let shop = shop();
    let content = shop.content.clone();
    let (folder, path, _server) = serve(shop);
    let url = format!("nbd+unix:///snapshot?socket={}", path.display());
    let copy = folder.path().join("copy");
    let (good, said) = run("nbdcopy", &["--connections=4", "--requests=32", &url, copy.to_str().unwrap()]);
    assert!(good, "{said}");
    assert!(std::fs::read(copy).unwrap() == content);
}

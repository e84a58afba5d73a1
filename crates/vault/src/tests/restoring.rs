//! A restored file: whole or not at all, and one maker at a time.

use std::fs::{self, File};

use super::volume::block;
use super::*;

#[test]
fn what_a_killed_maker_left_is_begun_anew() {
    let (vault, _) = memory_vault();
    let volume = Volume::new(3, [(1, block(1))]);
    let root = ingest(&vault, &volume).manifest.root;
    let folder = tempfile::tempdir().unwrap();
    let (path, partial) = (folder.path().join("disk"), folder.path().join("disk.partial"));
    fs::write(&partial, vec![0xaa; 4 * BLOCK]).unwrap();
    vault.restore(root, &path, &quiet, &GO_ON).unwrap();
    assert!(fs::read(path).unwrap() == volume.bytes());
    assert!(!partial.exists());
}

#[test]
fn nothing_is_left_of_a_damaged_snapshot() {
    let (vault, backend) = memory_vault();
    let root = ingest(&vault, &Volume::dense(40)).manifest.root;
    backend.delete(&[ObjectName::block(Hash::of(&block(39)))]).unwrap();
    let folder = tempfile::tempdir().unwrap();
    vault.restore(root, &folder.path().join("disk"), &quiet, &GO_ON).unwrap_err();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn waiting_for_another_maker_can_be_cancelled() {
    let (vault, _) = memory_vault();
    let root = ingest(&vault, &Volume::dense(1)).manifest.root;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("disk");
    let other = File::create(folder.path().join("disk.partial")).unwrap();
    other.lock().unwrap();
    let stopped = vault.restore(root, &path, &quiet, &AtomicBool::new(true));
    assert!(matches!(stopped, Err(VaultError::Cancelled)), "{stopped:?}");
    drop(other);
    vault.restore(root, &path, &quiet, &GO_ON).unwrap();
}

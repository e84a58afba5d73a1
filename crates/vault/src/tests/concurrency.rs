//! Several at once: the same content, and one folder opened twice.

use std::thread;

use super::*;
use crate::LocalFolder;

#[test]
fn ingests_of_the_same_content_at_once_make_one_snapshot() {
    let folder = tempfile::tempdir().unwrap();
    // Two vaults on one folder stand for two processes.
    let vaults = [0, 1].map(|_| vault_on(Arc::new(LocalFolder::open(folder.path()).unwrap())));
    let volume = Volume::dense(70);
    let made: Vec<Ingested> = thread::scope(|scope| {
        let running: Vec<_> = [0, 0, 1, 1]
            .map(|at: usize| {
                scope.spawn({
                    let (vault, volume) = (&vaults[at], &volume);
                    move || ingest(vault, volume)
                })
            })
            .into();
        running.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(made.iter().all(|one| one.manifest == made[0].manifest));
    assert!(made.iter().all(|one| one.stats.stored_blocks + one.stats.reused_blocks == 70));
    let local = LocalFolder::open(folder.path()).unwrap();
    assert_eq!([Kind::Block, Kind::Page, Kind::Manifest].map(|kind| names(&local, kind).len()), [70, 1, 1]);
    let report = vaults[0].check(&[made[0].manifest.root], &quiet, &GO_ON).unwrap();
    assert!(report.is_sound(), "{report:?}");
    assert!(content(Arc::new(local), made[0].manifest.root).unwrap() == volume.bytes());
}

#[test]
fn readers_share_one_vault() {
    let (vault, backend) = memory_vault();
    // A cache of two blocks, so that readers push each other's blocks out.
    let small = Vault::new(backend, VaultOptions { block_cache_bytes: 2 * BLOCK, ..VaultOptions::default() });
    let volume = Volume::dense(6);
    let root = ingest(&vault, &volume).manifest.root;
    let expected = volume.bytes();
    thread::scope(|scope| {
        for start in 0..4_usize {
            let (small, expected) = (&small, &expected);
            scope.spawn(move || {
                let mut buffer = vec![0; 3 * BLOCK / 2];
                for step in 0..12 {
                    let at = (start + step * 5) % 9 * (BLOCK / 2);
                    small.read_at(root, at as u64, &mut buffer).unwrap();
                    assert!(buffer == expected[at..at + buffer.len()]);
                }
            });
        }
    });
}

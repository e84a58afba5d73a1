//! Snapshots made of blocks that arrive one by one.

use super::volume::{block, noise};
use super::*;
use crate::{Damage, PAGE_ENTRIES};

#[test]
fn assembling_makes_the_snapshot_that_ingesting_makes() {
    let (vault, _) = memory_vault();
    let blocks = 2 * PAGE_ENTRIES as u64 + 7;
    let base = Volume::new(blocks - 5, [(0, block(0)), (1, noise(1)), (5000, block(2)), (blocks - 6, block(3))]);
    let base = ingest(&vault, &base).manifest.root;
    let grown = Volume::new(blocks, [(0, block(0)), (5000, block(2)), (blocks - 6, block(3)), (blocks - 1, noise(4))]);
    let expected = ingest(&vault, &grown).manifest;

    assert_eq!(vault.in_clear().put_block(&vault.begin_job(&[]).unwrap(), &vec![0; BLOCK]).unwrap(), None);
    let changes =
        [(1, None), (blocks - 1, vault.in_clear().put_block(&vault.begin_job(&[]).unwrap(), &noise(4)).unwrap())];
    assert_eq!(
        vault.in_clear().assemble(&vault.begin_job(&[]).unwrap(), blocks * BLOCK as u64, Some(base), changes).unwrap(),
        expected
    );

    let all: Vec<_> = vault.blocks(expected.root, 0).unwrap().map(Result::unwrap).collect();
    let from_nothing = vault.in_clear().assemble(
        &vault.begin_job(&[]).unwrap(),
        expected.size_bytes,
        None,
        all.into_iter().map(|(at, hash)| (at, Some(hash))),
    );
    assert_eq!(from_nothing.unwrap(), expected);
    assert_eq!(
        vault
            .in_clear()
            .assemble(&vault.begin_job(&[]).unwrap(), expected.size_bytes, Some(expected.root), [])
            .unwrap(),
        expected
    );
}

#[test]
fn a_base_of_odd_size_may_grow() {
    let (vault, backend) = memory_vault();
    let odd = Volume { size_bytes: BLOCK as u64 + 9, ..Volume::dense(2) };
    let base = ingest(&vault, &odd).manifest.root;
    let grown = vault.in_clear().assemble(&vault.begin_job(&[]).unwrap(), 3 * BLOCK as u64, Some(base), []).unwrap();
    let mut expected = odd.bytes();
    expected.resize(3 * BLOCK, 0);
    assert!(content(backend, grown.root).unwrap() == expected);
    let shrunk = vault.in_clear().assemble(&vault.begin_job(&[]).unwrap(), BLOCK as u64, Some(base), []);
    assert!(matches!(shrunk, Err(VaultError::Invalid(_))), "{shrunk:?}");
}

#[test]
fn what_makes_no_snapshot_is_refused() {
    let (vault, backend) = memory_vault();
    let a = vault.in_clear().put_block(&vault.begin_job(&[]).unwrap(), &block(1)).unwrap();
    let size_bytes = 3 * BLOCK as u64;
    for changes in [vec![(1, a), (0, a)], vec![(1, a), (1, a)], vec![(3, a)]] {
        let refused = vault.in_clear().assemble(&vault.begin_job(&[]).unwrap(), size_bytes, None, changes.clone());
        assert!(matches!(refused, Err(VaultError::Invalid(_))), "{changes:?}: {refused:?}");
    }
    let absent = vault.in_clear().assemble(
        &vault.begin_job(&[]).unwrap(),
        size_bytes,
        None,
        [(0, Some(Hash::of(b"never stored")))],
    );
    assert!(matches!(absent, Err(VaultError::Damaged { damage: Damage::Missing, .. })), "{absent:?}");
    assert!(matches!(
        vault.in_clear().put_block(&vault.begin_job(&[]).unwrap(), &[1; 512]),
        Err(VaultError::Invalid(_))
    ));
    assert!(matches!(
        vault.in_clear().assemble(&vault.begin_job(&[]).unwrap(), u64::MAX, None, []),
        Err(VaultError::Invalid(_))
    ));
    assert_eq!(names(&*backend, Kind::Manifest), []);

    // A damaged block that is put again is whole again.
    let name = ObjectName::block(a.unwrap());
    backend.tamper(name, Vec::clear);
    assert_eq!(vault.in_clear().put_block(&vault.begin_job(&[]).unwrap(), &block(1)).unwrap(), a);
    let root = vault.in_clear().assemble(&vault.begin_job(&[]).unwrap(), size_bytes, None, [(2, a)]).unwrap().root;
    assert!(content(backend, root).unwrap()[2 * BLOCK..] == block(1));
}

#[test]
fn a_block_that_was_put_survives_a_power_cut() {
    let (vault, backend) = memory_vault();
    let hash = vault.in_clear().put_block(&vault.begin_job(&[]).unwrap(), &block(1)).unwrap().unwrap();
    backend.power_cut(|_| false);
    assert_eq!(names(&*backend, Kind::Block), [ObjectName::block(hash)]);
}

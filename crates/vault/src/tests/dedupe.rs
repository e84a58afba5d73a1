//! Everything is stored once.

use super::volume::block;
use super::*;
use crate::{IngestStats, PAGE_ENTRIES};

#[test]
fn equal_blocks_are_stored_once() {
    let (vault, backend) = memory_vault();
    // Ten blocks of three contents, in one volume.
    let volume = Volume::new(12, (0..10).map(|index| (index, block(index % 3))));
    let stats = ingest(&vault, &volume).stats;
    let expected = IngestStats {
        read_blocks: 10,
        reused_blocks: 7,
        stored_blocks: 3,
        stored_bytes: stats.stored_bytes,
        ..IngestStats::default()
    };
    assert_eq!(stats, expected);
    assert_eq!(names(&*backend, Kind::Block).len(), 3);

    // The same again stores nothing, and is the same snapshot.
    let again = ingest(&vault, &volume);
    assert_eq!((again.stats.stored_blocks, again.stats.reused_blocks, again.stats.stored_bytes), (0, 10, 0));
    assert_eq!(names(&*backend, Kind::Manifest).len(), 1);
}

#[test]
fn unchanged_blocks_and_pages_are_shared() {
    let (vault, backend) = memory_vault();
    let pages = 3 * PAGE_ENTRIES as u64;
    let ends = [0, 1, PAGE_ENTRIES as u64, 2 * PAGE_ENTRIES as u64, pages - 1];
    let first = Volume::new(pages, ends.map(|index| (index, block(index))));
    let first = ingest(&vault, &first).manifest;
    assert_eq!((names(&*backend, Kind::Page).len(), names(&*backend, Kind::Block).len()), (3, 5));

    // One block changes in the second page: one block more, one page more, one manifest more.
    let mut changed = Volume::new(pages, ends.map(|index| (index, block(index))));
    changed.blocks.insert(PAGE_ENTRIES as u64, block(77));
    let full = ingest(&vault, &changed).manifest;
    assert_eq!((names(&*backend, Kind::Page).len(), names(&*backend, Kind::Block).len()), (4, 6));

    // Told what is unchanged, it reads nothing else, and makes the same snapshot.
    let reads = changed.reads();
    let changed = changed.unchanged((0..pages).filter(|index| *index != PAGE_ENTRIES as u64));
    let incremental =
        vault.in_clear().ingest(&vault.begin_job(&[]).unwrap(), &changed, Some(first.root), &quiet, &GO_ON).unwrap();
    assert_eq!((incremental.manifest, changed.reads() - reads), (full, 1));
    assert_eq!((names(&*backend, Kind::Page).len(), names(&*backend, Kind::Manifest).len()), (4, 2));
}

#[test]
fn a_grown_volume_shares_its_pages() {
    let (vault, backend) = memory_vault();
    let small =
        Volume { size_bytes: 5 * BLOCK as u64 - 100, ..Volume::new(5, (0..4).map(|index| (index, block(index)))) };
    let large = Volume::new(2 * PAGE_ENTRIES as u64, (0..4).map(|index| (index, block(index))));
    let small = ingest(&vault, &small).manifest;
    let large = ingest(&vault, &large).manifest;
    assert_ne!(small.root, large.root);
    assert_eq!((names(&*backend, Kind::Page).len(), names(&*backend, Kind::Block).len()), (1, 4));
}

#[test]
fn unchanged_without_a_base_is_refused() {
    let (vault, backend) = memory_vault();
    let refused = try_ingest(&vault, &Volume::dense(3).unchanged([1]));
    assert!(matches!(refused, Err(VaultError::Invalid(_))), "{refused:?}");
    assert_eq!(names(&*backend, Kind::Manifest), []);
}

#[test]
fn what_lies_behind_the_base_is_read_though_it_is_called_unchanged() {
    let (vault, backend) = memory_vault();
    for (base_size_bytes, size_bytes) in
        [(2 * BLOCK + 7, 4 * BLOCK), (4 * BLOCK, 2 * BLOCK + 7), (3 * BLOCK, 3 * BLOCK)]
    {
        let sized = |size| Volume { size_bytes: size as u64, ..Volume::dense(4) };
        let base = ingest(&vault, &sized(base_size_bytes)).manifest.root;
        let volume = sized(size_bytes).unchanged(0..4);
        let made = vault
            .in_clear()
            .ingest(&vault.begin_job(&[]).unwrap(), &volume, Some(base), &quiet, &GO_ON)
            .unwrap()
            .manifest;
        assert!(content(backend.clone(), made.root).unwrap() == volume.bytes(), "{base_size_bytes} to {size_bytes}");
        let expected_reads = if base_size_bytes == size_bytes { 0 } else { (size_bytes.div_ceil(BLOCK) - 2) as u64 };
        assert_eq!(volume.reads(), expected_reads);
    }
}

//! What goes in comes out.

use std::fs::{self, File};
use std::os::unix::fs::{FileExt, MetadataExt};

use super::volume::{block, noise};
use super::*;
use crate::FileSource;

#[test]
fn every_size_comes_back() {
    let (vault, backend) = memory_vault();
    for size in [0, 1, 511, 4096, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 40 * BLOCK + 17] {
        let blocks = (0_u64..41).map(|index| (index, if index % 3 == 0 { noise(index) } else { block(index) }));
        let volume = Volume { size_bytes: size as u64, blocks: blocks.collect(), ..Volume::default() };
        let made = ingest(&vault, &volume).manifest;
        assert_eq!(made.size_bytes, size as u64);
        assert_eq!(vault.describe(made.root).unwrap(), made);
        assert!(content(backend.clone(), made.root).unwrap() == volume.bytes(), "{size} bytes");
    }
}

#[test]
fn a_sparse_file_is_neither_read_nor_written_where_it_is_empty() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("disk.raw");
    let file = File::create(&path).unwrap();
    // 3 TiB with three pieces of data, the last of them at the very end.
    let size_bytes = 3 << 40;
    file.set_len(size_bytes).unwrap();
    let pieces = [(0, b"boot"), (5_000_000_123, b"data"), (size_bytes - 4, b"tail")];
    for (at, piece) in pieces {
        file.write_all_at(piece, at).unwrap();
    }

    let vault = Vault::open_local(folder.path().join("vault")).unwrap();
    let made = vault.in_clear().ingest_file(&vault.begin_job(&[]).unwrap(), &path, &quiet, &GO_ON).unwrap();
    assert_eq!((made.stats.read_blocks, made.stats.stored_blocks, made.manifest.data_blocks), (3, 3, 3));

    let restored = folder.path().join("restored.raw");
    vault.restore(made.manifest.root, &restored, &quiet, &GO_ON).unwrap();
    let restored = File::open(restored).unwrap();
    let metadata = restored.metadata().unwrap();
    assert_eq!(metadata.len(), size_bytes);
    assert!(metadata.blocks() * 512 <= 1 << 20, "{} bytes are allocated", metadata.blocks() * 512);
    for (at, piece) in pieces {
        let mut found = [0; 4];
        restored.read_exact_at(&mut found, at).unwrap();
        assert_eq!(&found, piece, "at {at}");
    }
}

#[test]
fn zeros_are_free() {
    let (vault, backend) = memory_vault();
    // Written zeros are read and dropped; holes aren't read.
    let written = Volume::new(20, (0..20).map(|index| (index, vec![0; BLOCK])));
    let holes = Volume::new(20, []);
    let from_written = ingest(&vault, &written);
    let from_holes = ingest(&vault, &holes);
    assert_eq!(from_written.manifest, from_holes.manifest);
    assert_eq!((from_written.stats.zero_blocks, from_holes.stats.read_blocks, holes.reads()), (20, 0, 0));
    assert_eq!(names(&*backend, Kind::Block), []);
    assert_eq!(names(&*backend, Kind::Page), []);
    assert_eq!(names(&*backend, Kind::Manifest).len(), 1);
    assert!(content(backend, from_holes.manifest.root).unwrap().iter().all(|byte| *byte == 0));
}

#[test]
fn progress_goes_up_to_the_total() {
    let (vault, _) = memory_vault();
    let volume = Volume { size_bytes: 100 * BLOCK as u64 + 3, ..Volume::dense(101) };
    let seen = std::sync::Mutex::new(Vec::new());
    let note = |done, total| seen.lock().unwrap().push((done, total));
    let made = vault.in_clear().ingest(&vault.begin_job(&[]).unwrap(), &volume, None, &note, &GO_ON).unwrap();
    let expect_climb = |total: u64| {
        let seen = std::mem::take(&mut *seen.lock().unwrap());
        assert!(seen.is_sorted() && seen.len() > 3, "{seen:?}");
        assert!(seen.iter().all(|(_, of)| *of == total), "{seen:?}");
        assert_eq!((seen[0].0, seen[seen.len() - 1].0), (0, total));
    };
    expect_climb(volume.size_bytes);

    let folder = tempfile::tempdir().unwrap();
    vault.restore(made.manifest.root, &folder.path().join("disk"), &note, &GO_ON).unwrap();
    expect_climb(101 * BLOCK as u64);
    let report = vault.check(&[], &note, &GO_ON).unwrap();
    expect_climb(report.stored_bytes);
}

#[test]
fn a_restore_into_a_larger_file_leaves_the_rest_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("volume.raw");
    fs::write(&path, vec![0xaa; 4 * BLOCK]).unwrap();
    let (vault, _) = memory_vault();
    let volume = Volume { size_bytes: 2 * BLOCK as u64 + 100, ..Volume::new(3, [(0, noise(0)), (2, block(2))]) };
    let root = ingest(&vault, &volume).manifest.root;

    let file = File::options().read(true).write(true).open(&path).unwrap();
    vault.restore_into(root, &file, &quiet, &GO_ON).unwrap();
    let mut expected = volume.bytes();
    expected.resize(4 * BLOCK, 0xaa);
    assert!(fs::read(&path).unwrap() == expected);

    file.set_len(volume.size_bytes - 1).unwrap();
    let before = fs::read(&path).unwrap();
    let refused = vault.restore_into(root, &file, &quiet, &GO_ON);
    assert!(matches!(refused, Err(VaultError::Invalid(_))), "{refused:?}");
    assert!(fs::read(&path).unwrap() == before);
}

#[test]
fn a_restore_never_replaces_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("disk.raw");
    let (vault, _) = memory_vault();
    let root = ingest(&vault, &Volume::dense(2)).manifest.root;
    vault.restore(root, &path, &quiet, &GO_ON).unwrap();
    assert!(fs::read(&path).unwrap() == Volume::dense(2).bytes());
    fs::write(&path, "mine").unwrap();
    let refused = vault.restore(root, &path, &quiet, &GO_ON);
    assert!(matches!(refused, Err(VaultError::AlreadyExists(_))), "{refused:?}");
    assert_eq!(fs::read(&path).unwrap(), b"mine");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn reads_reach_to_the_end_and_not_beyond() {
    let (vault, _) = memory_vault();
    let volume = Volume { size_bytes: BLOCK as u64 + 10, ..Volume::dense(2) };
    let root = ingest(&vault, &volume).manifest.root;
    let mut buffer = [0xee; 30];
    vault.read_at(root, BLOCK as u64 - 20, &mut buffer).unwrap();
    assert_eq!(buffer[..], volume.bytes()[BLOCK - 20..]);
    vault.read_at(root, BLOCK as u64 + 10, &mut []).unwrap();
    for (offset_bytes, len) in [(BLOCK as u64 - 19, 30), (BLOCK as u64 + 11, 0), (u64::MAX, 2)] {
        let refused = vault.read_at(root, offset_bytes, &mut buffer[..len]);
        assert!(matches!(refused, Err(VaultError::OutOfRange { .. })), "{offset_bytes}: {refused:?}");
    }
    // The last block is whole, filled up with zeros.
    assert_eq!(vault.block(root, 1).unwrap().unwrap().len(), BLOCK);
    assert!(matches!(vault.block(root, 2), Err(VaultError::OutOfRange { .. })));
}

#[test]
fn a_source_shorter_than_said_is_refused_not_filled_up() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("disk.raw");
    fs::write(&path, vec![1; 2 * BLOCK]).unwrap();
    let refused = FileSource::new(File::open(&path).unwrap(), 2 * BLOCK as u64 + 1);
    assert!(matches!(refused, Err(VaultError::Invalid(_))), "{refused:?}");

    // Cut short after it was measured.
    let (vault, backend) = memory_vault();
    let source = FileSource::open(&path).unwrap();
    File::options().write(true).open(&path).unwrap().set_len(BLOCK as u64).unwrap();
    let refused = try_ingest(&vault, &source);
    assert!(matches!(refused, Err(VaultError::Io { .. })), "{refused:?}");
    assert_eq!(names(&*backend, Kind::Manifest), []);
}

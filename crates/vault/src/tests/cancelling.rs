//! Everything long can be stopped, and then has published nothing.

use std::io;
use std::sync::atomic::{AtomicU64, Ordering};

use super::*;
use crate::Extent;

/// A volume that asks to stop when it is read for the nth time.
struct Impatient<'a> {
    volume: Volume,
    reads_left: AtomicU64,
    cancel: &'a AtomicBool,
}

impl Source for Impatient<'_> {
    fn size_bytes(&self) -> u64 {
        self.volume.size_bytes()
    }

    fn read_exact_at(&self, buffer: &mut [u8], offset_bytes: u64) -> io::Result<()> {
        if self.reads_left.fetch_sub(1, Ordering::SeqCst) == 1 {
            self.cancel.store(true, Ordering::SeqCst);
        }
        self.volume.read_exact_at(buffer, offset_bytes)
    }

    fn extent_at(&self, offset_bytes: u64) -> io::Result<Extent> {
        self.volume.extent_at(offset_bytes)
    }
}

#[test]
fn an_ingest_can_be_cancelled_until_its_end() {
    for reads in [1, 2, 33, 50, 70] {
        let (vault, backend) = memory_vault();
        let cancel = AtomicBool::new(false);
        let source = Impatient { volume: Volume::dense(70), reads_left: AtomicU64::new(reads), cancel: &cancel };
        let stopped = vault.in_clear().ingest(&vault.begin_job(&[]).unwrap(), &source, None, &quiet, &cancel);
        assert!(matches!(stopped, Err(VaultError::Cancelled)), "{reads}: {stopped:?}");
        assert_eq!(names(&*backend, Kind::Manifest), []);
        assert!(source.volume.reads() < reads + 3, "it stops within a block for each thread");
        ingest(&vault, &source.volume);
    }
}

#[test]
fn a_restore_and_a_check_can_be_cancelled() {
    let (vault, _) = memory_vault();
    let root = ingest(&vault, &Volume::dense(70)).manifest.root;
    let folder = tempfile::tempdir().unwrap();
    for stop_at in [0, 10 * BLOCK as u64] {
        let cancel = AtomicBool::new(false);
        let stop = |done, _| cancel.store(done >= stop_at, Ordering::SeqCst);
        let stopped = vault.restore(root, &folder.path().join("disk"), &stop, &cancel);
        assert!(matches!(stopped, Err(VaultError::Cancelled)), "{stopped:?}");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
    let cancel = AtomicBool::new(false);
    let stopped = vault.check(&[], &|_, _| cancel.store(true, Ordering::SeqCst), &cancel);
    assert!(matches!(stopped, Err(VaultError::Cancelled)), "{stopped:?}");
}

//! Making a snapshot of a source.
//!
//! ```text
//! walk (one, under a lock) ──unit──► workers: read, hash, compress, store ──► the caller's thread: pages in order,
//! where is data?             …       a batch of blocks is synced together       progress, at last the manifest
//! ```
//! Workers are more than the processors, since each spends a part of its time waiting for the disk. Memory: about 17 MiB a
//! worker, whatever the volume's size.

mod walk;
mod worker;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::thread;

use self::walk::Walk;
use self::worker::{Done, Entry, Seen, Worker};
use crate::page_writer::PageWriter;
use crate::{FileSource, Hash, Job, ManifestRef, Source, Under, VaultError};

/// A snapshot, and what it took to make it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ingested {
    /// The snapshot.
    pub manifest: ManifestRef,
    /// What it took.
    pub stats: IngestStats,
}

/// Counts of one ingest. Blocks that were never read (holes, and stretches said to be unchanged) are in none of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct IngestStats {
    /// Blocks read from the source: the sum of the four below.
    pub read_blocks: u64,
    /// Of these, all zeros.
    pub zero_blocks: u64,
    /// Of these, in the vault already, or twice in the source.
    pub reused_blocks: u64,
    /// Of these, stored now.
    pub stored_blocks: u64,
    /// Of these, in the vault but damaged, and stored anew: other snapshots that share them are whole again.
    pub repaired_blocks: u64,
    /// Bytes that the blocks stored now take in the vault.
    pub stored_bytes: u64,
}

impl Under<'_> {
    /// Makes a snapshot of a source. It is complete when this returns, and otherwise absent; an attempt that failed or was
    /// killed leaves blocks that the next one uses.
    ///
    /// The snapshot is safe from [`Vault::sweep`] for as long as `job` lives; the base must be one of those that it was begun
    /// with.
    ///
    /// `base` is the snapshot that the source's [`Unchanged`](crate::ExtentKind::Unchanged) stretches are taken from. A
    /// source that has none needs no base: equal blocks are found by their hash. Of a base under another key nothing can be
    /// taken, and such stretches are read.
    ///
    /// `progress` is called on this thread with the source's bytes that are done, ascending, and their total.
    ///
    /// # Errors
    /// [`VaultError::Cancelled`], [`VaultError::Full`], [`VaultError::Io`] (of the source or the vault),
    /// [`VaultError::Damaged`] if the base is, [`VaultError::Invalid`] if there are unchanged stretches and no base,
    /// [`VaultError::NoKey`].
    pub fn ingest(
        &self,
        job: &Job,
        source: &dyn Source,
        base: Option<Hash>,
        progress: &dyn Fn(u64, u64),
        cancel: &AtomicBool,
    ) -> Result<Ingested, VaultError> {
        let (vault, size_bytes) = (self.vault, source.size_bytes());
        let cover = vault.cover(&self.key)?;
        let lies_under = base.map(|root| vault.manifest(root)).transpose()?.map(|base| base.key.clone());
        let inherits = lies_under.is_none_or(|key| key == self.key);
        let mut pages = PageWriter::new(vault, job, size_bytes, self.key.clone(), base.filter(|_| inherits))?;
        let base_size_bytes = pages.base().map(|base| base.size_bytes);
        let walk = Mutex::new(Walk::new(source, base_size_bytes, inherits));
        let seen = Seen::default();
        let stop = AtomicBool::new(false);
        let mut stats = IngestStats::default();
        let mut outcome = Ok(());
        progress(0, size_bytes);

        thread::scope(|scope| {
            let (sender, receiver) = mpsc::channel();
            for _ in 0..vault.options.threads + vault.options.threads.div_ceil(2) {
                let sender = sender.clone();
                let cover = &cover;
                let worker = Worker { vault, cover, job, source, walk: &walk, seen: &seen, stop: &stop, cancel };
                scope.spawn(move || worker.run(&sender));
            }
            drop(sender);

            let mut in_order = InOrder::default();
            for result in receiver {
                if outcome.is_err() {
                    continue;
                }
                let step = result.and_then(|done: Done| {
                    stats.add(&done.stats);
                    in_order.add(done, |done| {
                        take_entries(&mut pages, done.entries)?;
                        progress(done.end_bytes, size_bytes);
                        Ok(())
                    })
                });
                if let Err(error) = step {
                    // The first error is the one to tell; the others follow from it or from stopping.
                    stop.store(true, Ordering::Relaxed);
                    outcome = Err(error);
                }
            }
        });
        outcome?;
        if cancel.load(Ordering::Relaxed) {
            return Err(VaultError::Cancelled);
        }
        let manifest = pages.finish()?;
        progress(size_bytes, size_bytes);
        Ok(Ingested { manifest, stats })
    }

    /// [`Under::ingest`] of all of a raw file or block device.
    ///
    /// # Errors
    /// As there, and those of [`FileSource::open`].
    pub fn ingest_file(
        &self,
        job: &Job,
        path: &Path,
        progress: &dyn Fn(u64, u64),
        cancel: &AtomicBool,
    ) -> Result<Ingested, VaultError> {
        self.ingest(job, &FileSource::open(path)?, None, progress, cancel)
    }
}

fn take_entries(pages: &mut PageWriter<'_>, entries: Vec<Entry>) -> Result<(), VaultError> {
    for entry in entries {
        match entry {
            Entry::Block(index, block) => pages.push(index, block)?,
            Entry::Inherit(blocks) => pages.inherit(blocks)?,
        }
    }
    Ok(())
}

impl IngestStats {
    fn add(&mut self, other: &IngestStats) {
        self.read_blocks += other.read_blocks;
        self.zero_blocks += other.zero_blocks;
        self.reused_blocks += other.reused_blocks;
        self.stored_blocks += other.stored_blocks;
        self.repaired_blocks += other.repaired_blocks;
        self.stored_bytes += other.stored_bytes;
    }
}

/// Puts units that are done back into their order.
#[derive(Default)]
struct InOrder {
    next: u64,
    early: BTreeMap<u64, Done>,
}

impl InOrder {
    fn add(&mut self, done: Done, mut take: impl FnMut(Done) -> Result<(), VaultError>) -> Result<(), VaultError> {
        self.early.insert(done.number, done);
        while let Some(done) = self.early.remove(&self.next) {
            self.next += 1;
            take(done)?;
        }
        Ok(())
    }
}

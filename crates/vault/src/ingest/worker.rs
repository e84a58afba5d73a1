//! One thread of an ingest: takes units, reads their blocks, stores those that the vault doesn't have.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;

use super::IngestStats;
use super::walk::{Item, Unit, Walk};
use crate::backend::{Object, Put};
use crate::envelope::{Decoder, Encoder};
use crate::seal::Cover;
use crate::vault::Presence;
use crate::zero::is_zero;
use crate::{BLOCK_BYTES, Hash, Job, ObjectName, Source, Vault, VaultError};

/// Hashes remembered within one ingest; above this they are forgotten, and asked of the back end again.
const SEEN_LIMIT: usize = 1 << 20;

/// Blocks that some worker of this ingest has taken charge of, so that a block that is twice in the source is stored once.
/// The other worker needn't wait: nothing is published unless all of them succeed.
#[derive(Default)]
pub(super) struct Seen(Mutex<HashSet<Hash>>);

impl Seen {
    /// Is this the first time? Then the caller takes charge of it.
    fn claim(&self, hash: Hash) -> bool {
        let mut seen = self.0.lock().expect("no holder of this lock panics");
        if seen.len() >= SEEN_LIMIT {
            seen.clear();
        }
        seen.insert(hash)
    }
}

/// What a worker works on.
pub(super) struct Worker<'a> {
    pub vault: &'a Vault,
    pub cover: &'a Cover,
    pub job: &'a Job,
    pub source: &'a dyn Source,
    pub walk: &'a Mutex<Walk<'a>>,
    pub seen: &'a Seen,
    /// Set when the ingest has failed.
    pub stop: &'a AtomicBool,
    /// Set by the caller.
    pub cancel: &'a AtomicBool,
}

/// A unit that is done, all of its blocks stored.
pub(super) struct Done {
    pub number: u64,
    pub entries: Vec<Entry>,
    pub end_bytes: u64,
    pub stats: IngestStats,
}

/// What was found of a block, or several.
pub(super) enum Entry {
    Block(u64, Option<Hash>),
    Inherit(Range<u64>),
}

/// What a worker keeps between blocks.
struct Tools {
    encoder: Encoder,
    decoder: Decoder,
    content: Vec<u8>,
    scratch: Vec<u8>,
}

impl Worker<'_> {
    /// Works until the source is at its end, or something fails.
    pub fn run(&self, results: &Sender<Result<Done, VaultError>>) {
        let tools = || {
            Ok(Tools {
                encoder: self.vault.encoder()?,
                decoder: self.vault.decoder()?,
                content: vec![0; BLOCK_BYTES],
                scratch: Vec::new(),
            })
        };
        let mut tools = match tools() {
            Ok(tools) => tools,
            Err(error) => {
                let _ = results.send(Err(error));
                return;
            }
        };
        while !self.stop.load(Ordering::Relaxed) {
            let unit = self.walk.lock().expect("no holder of this lock panics").next_unit();
            let result = match unit {
                Ok(None) => return,
                Ok(Some(unit)) => self.work(unit, &mut tools),
                Err(error) => Err(error),
            };
            let failed = result.is_err();
            // The receiver is there until all workers are gone.
            let _ = results.send(result);
            if failed {
                return;
            }
        }
    }

    fn work(&self, unit: Unit, tools: &mut Tools) -> Result<Done, VaultError> {
        let mut stats = IngestStats::default();
        let mut entries = Vec::with_capacity(unit.items.len());
        let mut batch: Vec<(ObjectName, Vec<u8>)> = Vec::new();
        for item in unit.items {
            match item {
                Item::Inherit(blocks) => entries.push(Entry::Inherit(blocks)),
                Item::Read(index) => {
                    if self.cancel.load(Ordering::Relaxed) || self.stop.load(Ordering::Relaxed) {
                        return Err(VaultError::Cancelled);
                    }
                    self.read(index, &mut tools.content)?;
                    stats.read_blocks += 1;
                    let block = self.take(tools, &mut batch, &mut stats)?;
                    entries.push(Entry::Block(index, block));
                }
            }
        }
        let objects: Vec<_> = batch.iter().map(|(name, bytes)| Object { name: *name, bytes }).collect();
        for (object, put) in objects.iter().zip(self.vault.backend.put_if_absent(&objects)?) {
            match put {
                Put::Stored => {
                    stats.stored_blocks += 1;
                    stats.stored_bytes += object.bytes.len() as u64;
                }
                // Another ingest was faster.
                Put::Present => stats.reused_blocks += 1,
            }
        }
        Ok(Done { number: unit.number, entries, end_bytes: unit.end_bytes, stats })
    }

    /// Reads block `index`, filled up with zeros where the source ends within it.
    fn read(&self, index: u64, content: &mut [u8]) -> Result<(), VaultError> {
        let offset_bytes = index * BLOCK_BYTES as u64;
        let len = (self.source.size_bytes() - offset_bytes).min(BLOCK_BYTES as u64) as usize;
        let (there, beyond) = content.split_at_mut(len);
        beyond.fill(0);
        self.source
            .read_exact_at(there, offset_bytes)
            .map_err(|error| VaultError::from_io(format!("reading {len} bytes of the source at {offset_bytes}"), error))
    }

    /// Names the block that was read, and adds it to the batch if it has to be stored.
    fn take(
        &self,
        tools: &mut Tools,
        batch: &mut Vec<(ObjectName, Vec<u8>)>,
        stats: &mut IngestStats,
    ) -> Result<Option<Hash>, VaultError> {
        let Tools { encoder, decoder, content, scratch } = tools;
        if is_zero(content) {
            stats.zero_blocks += 1;
            return Ok(None);
        }
        let hash = self.cover.name(content);
        if !self.seen.claim(hash) {
            stats.reused_blocks += 1;
            return Ok(Some(hash));
        }
        let name = ObjectName::block(hash);
        self.vault.use_object(self.job, name)?;
        match self.vault.presence(name, decoder, scratch)? {
            Presence::Good => stats.reused_blocks += 1,
            Presence::Absent => batch.push((name, encoder.encode_block(self.cover, hash, content))),
            Presence::Damaged => {
                let bytes = encoder.encode_block(self.cover, hash, content);
                self.vault.backend.replace(Object { name, bytes: &bytes })?;
                stats.repaired_blocks += 1;
                stats.stored_bytes += bytes.len() as u64;
            }
        }
        Ok(Some(hash))
    }
}

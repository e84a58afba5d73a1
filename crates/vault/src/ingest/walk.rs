//! Walks over a source and hands out its blocks in units: what to read, what is as in the base. The rest is holes.

use std::ops::Range;

use crate::page_writer::shared_blocks;
use crate::{BLOCK_BYTES, Extent, ExtentKind, Source, VaultError, block_count};

/// Blocks that are read, and then synced together, by one worker: 16 MiB.
const UNIT_BLOCKS: usize = 32;

/// A part of the source for one worker.
pub(super) struct Unit {
    /// Counted from 0.
    pub number: u64,
    /// What to do, by ascending index.
    pub items: Vec<Item>,
    /// Everything before this is in this unit or an earlier one.
    pub end_bytes: u64,
}

/// What to do with a block, or several.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Item {
    Read(u64),
    Inherit(Range<u64>),
}

/// A walk over a source, from its beginning to its end.
pub(super) struct Walk<'s> {
    source: &'s dyn Source,
    base_size_bytes: Option<u64>,
    /// Whether stretches that are as in the base can be taken from it.
    inherits: bool,
    /// The block to look at next.
    next: u64,
    number: u64,
    /// The extent that was asked for last, and where it begins.
    known: Option<(u64, Extent)>,
}

impl<'s> Walk<'s> {
    pub fn new(source: &'s dyn Source, base_size_bytes: Option<u64>, inherits: bool) -> Walk<'s> {
        Walk { source, base_size_bytes, inherits, next: 0, number: 0, known: None }
    }

    /// The next unit, or `None` at the end.
    pub fn next_unit(&mut self) -> Result<Option<Unit>, VaultError> {
        let size_bytes = self.source.size_bytes();
        let blocks = block_count(size_bytes);
        if self.next >= blocks {
            return Ok(None);
        }
        let mut items = Vec::new();
        let mut reads = 0;
        while self.next < blocks && reads < UNIT_BLOCKS {
            let (kind, run) = self.run()?;
            match kind {
                ExtentKind::Hole => self.next = run.end,
                ExtentKind::Data => {
                    let taken = run.start..run.end.min(run.start + (UNIT_BLOCKS - reads) as u64);
                    self.next = taken.end;
                    reads += (taken.end - taken.start) as usize;
                    items.extend(taken.map(Item::Read));
                }
                ExtentKind::Unchanged => {
                    self.next = run.end;
                    reads += self.inherit(run, &mut items)?;
                }
            }
        }
        let number = self.number;
        self.number += 1;
        let end_bytes = (self.next * BLOCK_BYTES as u64).min(size_bytes);
        Ok(Some(Unit { number, items, end_bytes }))
    }

    /// Takes a run from the base. Blocks in which the base ends, or that lie behind it, are read; says how many.
    fn inherit(&self, run: Range<u64>, items: &mut Vec<Item>) -> Result<usize, VaultError> {
        let Some(base_size_bytes) = self.base_size_bytes else {
            return Err(VaultError::Invalid(
                "the source speaks of unchanged stretches, and there is no base".to_owned(),
            ));
        };
        let shared = shared_blocks(self.source.size_bytes(), base_size_bytes);
        let inherited = run.start..run.end.min(shared);
        let mut reads = 0;
        if !inherited.is_empty() {
            items.push(Item::Inherit(inherited));
        }
        for index in run.start.max(shared)..run.end {
            items.push(Item::Read(index));
            reads += 1;
        }
        Ok(reads)
    }

    /// The blocks from `next` on that are of one kind. A block that is of several has to be read.
    fn run(&mut self) -> Result<(ExtentKind, Range<u64>), VaultError> {
        let size_bytes = self.source.size_bytes();
        let start_bytes = self.next * BLOCK_BYTES as u64;
        let block_end_bytes = (start_bytes + BLOCK_BYTES as u64).min(size_bytes);
        let first = self.extent_at(start_bytes)?;
        if first.end_bytes >= block_end_bytes {
            let end = if first.end_bytes >= size_bytes {
                block_count(size_bytes)
            } else {
                first.end_bytes / BLOCK_BYTES as u64
            };
            return Ok((first.kind, self.next..end));
        }
        let one = self.next..self.next + 1;
        let mut end_bytes = first.end_bytes;
        while end_bytes < block_end_bytes {
            let extent = self.extent_at(end_bytes)?;
            if extent.kind != first.kind {
                return Ok((ExtentKind::Data, one));
            }
            end_bytes = extent.end_bytes;
        }
        Ok((first.kind, one))
    }

    fn extent_at(&mut self, offset_bytes: u64) -> Result<Extent, VaultError> {
        if let Some((start_bytes, extent)) = self.known
            && (start_bytes..extent.end_bytes).contains(&offset_bytes)
        {
            return Ok(extent);
        }
        let attempted = || format!("looking for data in the source at {offset_bytes}");
        let mut extent =
            self.source.extent_at(offset_bytes).map_err(|error| VaultError::from_io(attempted(), error))?;
        if extent.kind == ExtentKind::Unchanged && !self.inherits {
            extent.kind = ExtentKind::Data;
        }
        if extent.end_bytes <= offset_bytes {
            return Err(VaultError::Invalid(format!("the source's extent at {offset_bytes} is empty")));
        }
        self.known = Some((offset_bytes, extent));
        Ok(extent)
    }
}

//! Sources for tests: volumes in memory.

use std::collections::BTreeMap;
use std::io;
use std::sync::atomic::{AtomicU64, Ordering};

use super::BLOCK;
use crate::{Extent, ExtentKind, Source};

/// A volume of blocks, most of which may be missing: those are holes.
#[derive(Debug, Default)]
pub struct Volume {
    pub size_bytes: u64,
    pub blocks: BTreeMap<u64, Vec<u8>>,
    /// Blocks that are said to be as in the base.
    pub unchanged: Vec<u64>,
    /// How many times it was read.
    pub reads: AtomicU64,
}

/// A block that differs from every other by its number, and compresses well.
pub fn block(number: u64) -> Vec<u8> {
    let mut content = vec![0; BLOCK];
    content[..8].copy_from_slice(&(number + 1).to_le_bytes());
    content[BLOCK - 1] = 1;
    content
}

/// A block that doesn't compress.
pub fn noise(number: u64) -> Vec<u8> {
    let mut state = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()
    };
    (0..BLOCK / 8).flat_map(|_| next()).collect()
}

impl Volume {
    /// A volume of `blocks` blocks, of which those in `data` have data.
    pub fn new(blocks: u64, data: impl IntoIterator<Item = (u64, Vec<u8>)>) -> Volume {
        Volume { size_bytes: blocks * BLOCK as u64, blocks: data.into_iter().collect(), ..Volume::default() }
    }

    /// `count` blocks, all with data.
    pub fn dense(count: u64) -> Volume {
        Volume::new(count, (0..count).map(|index| (index, block(index))))
    }

    /// The same volume with some blocks said to be unchanged.
    pub fn unchanged(mut self, blocks: impl IntoIterator<Item = u64>) -> Volume {
        self.unchanged = blocks.into_iter().collect();
        self
    }

    /// All of its bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = vec![0; self.size_bytes as usize];
        self.copy(&mut bytes, 0);
        bytes
    }

    pub fn reads(&self) -> u64 {
        self.reads.load(Ordering::Relaxed)
    }

    fn copy(&self, buffer: &mut [u8], offset_bytes: u64) {
        for (at, byte_run) in (offset_bytes..).step_by(BLOCK).zip(buffer.chunks_mut(BLOCK)) {
            // Tests read whole blocks only.
            assert_eq!(at % BLOCK as u64, 0);
            match self.blocks.get(&(at / BLOCK as u64)) {
                Some(content) => byte_run.copy_from_slice(&content[..byte_run.len()]),
                None => byte_run.fill(0),
            }
        }
    }
}

impl Source for Volume {
    fn size_bytes(&self) -> u64 {
        self.size_bytes
    }

    fn read_exact_at(&self, buffer: &mut [u8], offset_bytes: u64) -> io::Result<()> {
        self.reads.fetch_add(1, Ordering::Relaxed);
        self.copy(buffer, offset_bytes);
        Ok(())
    }

    fn extent_at(&self, offset_bytes: u64) -> io::Result<Extent> {
        let index = offset_bytes / BLOCK as u64;
        let end_bytes = ((index + 1) * BLOCK as u64).min(self.size_bytes);
        if self.unchanged.contains(&index) {
            return Ok(Extent { kind: ExtentKind::Unchanged, end_bytes });
        }
        if self.blocks.contains_key(&index) {
            return Ok(Extent { kind: ExtentKind::Data, end_bytes });
        }
        let next = self.blocks.range(index..).next().map(|(index, _)| *index);
        let next = next.into_iter().chain(self.unchanged.iter().copied().filter(|at| *at > index)).min();
        let end_bytes = next.map_or(self.size_bytes, |next| next * BLOCK as u64).min(self.size_bytes);
        Ok(Extent { kind: ExtentKind::Hole, end_bytes })
    }
}

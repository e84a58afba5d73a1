//! For any volume and any changes: what goes in comes out, increments equal full snapshots, a diff is what differs.

use std::io;

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::{Change, Extent, ExtentKind, block_count};

/// A volume with everything known about it at the granularity of 4 KiB, truthfully.
#[derive(Debug)]
struct Mapped {
    bytes: Vec<u8>,
    base: Option<Vec<u8>>,
}

const GRAIN: usize = 4096;

impl Mapped {
    fn kind(&self, at: usize) -> ExtentKind {
        let end = (at + GRAIN).min(self.bytes.len());
        let here = &self.bytes[at..end];
        // Where several are true, all are tried: by place.
        let unchanged = self.base.as_ref().is_some_and(|base| base.get(at..end) == Some(here));
        let zero = here.iter().all(|byte| *byte == 0);
        match (unchanged, zero, at / GRAIN % 3) {
            (true, _, 0 | 1) => ExtentKind::Unchanged,
            (_, true, 0 | 2) => ExtentKind::Hole,
            _ => ExtentKind::Data,
        }
    }
}

impl Source for Mapped {
    fn size_bytes(&self) -> u64 {
        self.bytes.len() as u64
    }

    fn read_exact_at(&self, buffer: &mut [u8], offset_bytes: u64) -> io::Result<()> {
        buffer.copy_from_slice(&self.bytes[offset_bytes as usize..][..buffer.len()]);
        Ok(())
    }

    fn extent_at(&self, offset_bytes: u64) -> io::Result<Extent> {
        let start = offset_bytes as usize / GRAIN * GRAIN;
        let kind = self.kind(start);
        let mut end = start + GRAIN;
        while end < self.bytes.len() && self.kind(end) == kind {
            end += GRAIN;
        }
        Ok(Extent { kind, end_bytes: end.min(self.bytes.len()) as u64 })
    }
}

/// A stretch to overwrite: where, how long, with what.
type Edit = (prop::sample::Index, usize, u8);

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let len = prop_oneof![1..100_usize, 1..3 * BLOCK, Just(BLOCK)];
    vec((any::<prop::sample::Index>(), len, prop_oneof![Just(0), any::<u8>()]), 0..6)
}

fn apply(bytes: &mut [u8], edits: &[Edit]) {
    for (at, len, value) in edits {
        if bytes.is_empty() {
            return;
        }
        let start = at.index(bytes.len());
        // Some begin where a block does, so that whole blocks are equal.
        let start = if len % 2 == 0 { start / BLOCK * BLOCK } else { start };
        let end = (start + len).min(bytes.len());
        bytes[start..end].fill(*value);
    }
}

fn blocks_of(bytes: &[u8]) -> Vec<Option<Hash>> {
    let hash = |chunk: &[u8]| {
        let mut block = chunk.to_vec();
        block.resize(BLOCK, 0);
        block.iter().any(|byte| *byte != 0).then(|| Hash::of(&block))
    };
    bytes.chunks(BLOCK).map(hash).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn ingest_restore_read_and_diff_agree(
        size in 0..6 * BLOCK,
        first_edits in edits(),
        second_edits in edits(),
        resize in prop_oneof![Just(None), (0..8 * BLOCK).prop_map(Some)],
        (read_at, read_len) in (any::<prop::sample::Index>(), 0..2 * BLOCK),
    ) {
        let mut old = vec![0; size];
        apply(&mut old, &first_edits);
        let mut new = old.clone();
        new.resize(resize.unwrap_or(size), 0);
        apply(&mut new, &second_edits);

        let (vault, backend) = memory_vault();
        let first = ingest(&vault, &Mapped { bytes: old.clone(), base: None }).manifest;
        let incremental = Mapped { bytes: new.clone(), base: Some(old.clone()) };
        let second = vault.in_clear().ingest(&vault.begin_job(&[]).unwrap(), &incremental, Some(first.root), &quiet, &GO_ON).unwrap().manifest;
        prop_assert_eq!(&second, &ingest(&vault, &Mapped { bytes: new.clone(), base: None }).manifest);
        prop_assert!(content(backend.clone(), first.root).unwrap() == old);
        prop_assert!(content(backend.clone(), second.root).unwrap() == new);

        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("disk");
        vault.restore(second.root, &path, &quiet, &GO_ON).unwrap();
        prop_assert!(std::fs::read(&path).unwrap() == new);

        let start = read_at.index(new.len() + 1);
        let mut buffer = vec![0xee; read_len.min(new.len() - start)];
        vault.read_at(second.root, start as u64, &mut buffer).unwrap();
        prop_assert!(buffer == new[start..start + buffer.len()]);

        let (before, after) = (blocks_of(&old), blocks_of(&new));
        let changes: Vec<Change> = (0..before.len().max(after.len()))
            .map(|at| Change {
                index: at as u64,
                first: before.get(at).copied().flatten(),
                second: after.get(at).copied().flatten(),
            })
            .filter(|change| change.first != change.second)
            .collect();
        let found: Vec<Change> = vault.diff(first.root, second.root, 0).unwrap().map(Result::unwrap).collect();
        prop_assert_eq!(&found, &changes);

        if new.len() >= old.len() {
            let changes = changes.iter().map(|change| (change.index, change.second));
            let assembled = vault.in_clear().assemble(&vault.begin_job(&[]).unwrap(), new.len() as u64, Some(first.root), changes).unwrap();
            prop_assert_eq!(&assembled, &second);
        }
        prop_assert_eq!(block_count(new.len() as u64), after.len() as u64);
        prop_assert!(vault.check(&[first.root, second.root], &quiet, &GO_ON).unwrap().is_sound());
    }
}

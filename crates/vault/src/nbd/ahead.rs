//! Reading ahead: who reads in a row is about to want what comes behind.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use super::export::Export;
use crate::BLOCK_BYTES;

/// How far ahead, in blocks: 4 MiB.
const BLOCKS: u64 = 8;
/// Blocks that wait for a fetcher. Beyond that nothing is read ahead: the readers keep the machine busy already.
const QUEUE: usize = 64;
/// Fetchers of a server.
const FETCHERS: usize = 2;

/// The fetchers of a server.
#[derive(Clone)]
pub(super) struct Fetchers(SyncSender<(Export, u64)>);

impl Fetchers {
    /// They end when the last clone is gone.
    pub fn start() -> Fetchers {
        let (sender, receiver) = sync_channel::<(Export, u64)>(QUEUE);
        let receiver = Arc::new(Mutex::new(receiver));
        for _ in 0..FETCHERS {
            let receiver = Arc::clone(&receiver);
            // Without a thread nothing is read ahead, that is all.
            let _ = thread::Builder::new().name("nbd fetcher".to_owned()).spawn(move || fetch(&receiver));
        }
        Fetchers(sender)
    }
}

fn fetch(wanted: &Mutex<Receiver<(Export, u64)>>) {
    loop {
        let next = wanted.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((export, index)) = next else { return };
        export.fetch(index);
    }
}

/// What one connection reads.
pub(super) struct Ahead {
    fetchers: Fetchers,
    row: Mutex<Row>,
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Row {
    /// Where the last read ended, in blocks; 0 before the first.
    end: u64,
    /// The blocks before this one have been asked for.
    asked: u64,
}

impl Row {
    /// Takes a read of these blocks, and says which ones are to be fetched.
    fn take(&mut self, first: u64, end: u64) -> std::ops::Range<u64> {
        let in_row = self.end > 0 && (self.end - 1..=self.end).contains(&first);
        if !in_row {
            self.asked = end;
        }
        let new = end > self.end;
        self.end = end;
        if !in_row || !new {
            return 0..0;
        }
        let from = self.asked.max(end);
        self.asked = self.asked.max(end + BLOCKS);
        from..self.asked
    }
}

impl Ahead {
    pub fn new(fetchers: Fetchers) -> Ahead {
        Ahead { fetchers, row: Mutex::default() }
    }

    /// Sees a read, and has the blocks behind it fetched if it continues the last one.
    pub fn look(&self, export: &Export, offset_bytes: u64, len_bytes: u64) {
        let (first, end) = (offset_bytes / BLOCK_BYTES as u64, (offset_bytes + len_bytes).div_ceil(BLOCK_BYTES as u64));
        let wanted = self.row.lock().unwrap_or_else(PoisonError::into_inner).take(first, end);
        // What needs no fetcher shall wake none: it would only take the reader's processor.
        for index in wanted.filter(|index| !export.is_at_hand(*index)) {
            if self.fetchers.0.try_send((export.clone(), index)).is_err() {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_behind_is_asked_for_once() {
        let mut row = Row::default();
        assert_eq!(row.take(0, 1), 0..0, "one read is no row");
        assert_eq!(row.take(0, 1), 0..0, "the same block once more");
        assert_eq!(row.take(1, 2), 2..10);
        assert_eq!(row.take(2, 4), 10..12);
        assert_eq!(row.take(100, 101), 0..0, "elsewhere");
        assert_eq!(row.take(101, 102), 102..110);
    }
}

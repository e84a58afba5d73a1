//! What the view of a cell takes in memory: `view_memory CELL.db` prints bytes, instances, and seconds to build it.
//!
//! Counted are the bytes that the allocator gave out for what is alive once the cell is open, with its own overhead; what
//! SQLite takes is not the view's and not counted.

use std::{
    alloc::{GlobalAlloc, Layout, System},
    sync::atomic::{AtomicUsize, Ordering},
    time::Instant,
};

use control::cell::{Cell, Engine};
use model::records::Instance;

struct Counting;

static LIVE: AtomicUsize = AtomicUsize::new(0);

/// What glibc puts before each piece, in bytes.
const HEADER: usize = 8;

fn size(pointer: *mut u8) -> usize {
    // SAFETY: the pointer is one that the system's allocator gave out and hasn't taken back.
    unsafe { libc::malloc_usable_size(pointer.cast()) + HEADER }
}

// SAFETY: everything is left to the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as the caller promises.
        let pointer = unsafe { System.alloc(layout) };
        LIVE.fetch_add(size(pointer), Ordering::Relaxed);
        pointer
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        LIVE.fetch_sub(size(pointer), Ordering::Relaxed);
        // SAFETY: as the caller promises.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn main() -> anyhow::Result<()> {
    let path = std::env::args_os().nth(1).ok_or_else(|| anyhow::anyhow!("usage: view_memory CELL.db"))?;
    let before = LIVE.load(Ordering::Relaxed);
    let began = Instant::now();
    let (cell, changes) = Cell::open(&Engine::Sqlite(path.into()), |_, _| {})?;
    drop(changes);
    let seconds = began.elapsed().as_secs_f64();
    let bytes = LIVE.load(Ordering::Relaxed) - before;
    println!("{bytes} {} {seconds:.3}", cell.view().table::<Instance>().len());
    Ok(())
}

//! What benchmarks have a guest do to a disk. Linked statically, because the smallest guest has no libraries.
//!
//! ```text
//! guest stalls FILE MIB SECONDS     overwrites parts of a file durably; prints how many, and how long the longest took
//! guest speeds DISK MIB SECONDS     reads and overwrites a disk's first MiB; prints four rates in bytes a second
//! ```
//! Past the guest's own cache (`O_DIRECT`), which would be measured otherwise.

use std::fs::{File, OpenOptions};
use std::io;
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::time::{Duration, Instant};

const O_DIRECT: i32 = 0o40000;
const ALIGNMENT: usize = 4096;
const MIB: u64 = 1 << 20;
/// What is read or written in a row.
const LONG: usize = 1 << 20;
/// And anywhere.
const SHORT: usize = 4096;
/// What one write of `stalls` overwrites.
const WRITE: usize = 16 << 10;

/// Memory as direct requests want it.
struct Buffer {
    bytes: Vec<u8>,
    start: usize,
}

impl Buffer {
    /// Filled with noise, which no layer below can make smaller.
    fn new(len: usize, random: &mut Random) -> Buffer {
        let mut bytes = vec![0; len + ALIGNMENT];
        let start = bytes.as_ptr().align_offset(ALIGNMENT);
        bytes.truncate(start + len);
        let mut buffer = Buffer { bytes, start };
        buffer.refill(random);
        buffer
    }

    fn refill(&mut self, random: &mut Random) {
        for word in self.bytes[self.start..].as_chunks_mut().0 {
            *word = random.next().to_le_bytes();
        }
    }
}

/// xorshift64*: places that are the same in each run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }
}

fn stalls(path: &str, mib: u64, seconds: u64) -> io::Result<()> {
    let mut random = Random(1);
    let file =
        OpenOptions::new().read(true).write(true).create(true).truncate(false).custom_flags(O_DIRECT).open(path)?;
    // All of it is there before anything is measured: what is measured makes no file longer.
    if file.metadata()?.len() < mib * MIB {
        let mut long = Buffer::new(LONG, &mut random);
        for at in 0..mib {
            file.write_all_at(&long.bytes[long.start..], at * MIB)?;
            long.refill(&mut random);
        }
        file.sync_all()?;
    }
    // Always something new, so that no two blocks of the vault are equal.
    let mut short = Buffer::new(WRITE, &mut random);
    let (began, lasts) = (Instant::now(), Duration::from_secs(seconds));
    let (mut count, mut longest, mut at) = (0u64, Duration::ZERO, Duration::ZERO);
    // From the end of one to the end of the next, so that nothing falls between.
    let mut last = began;
    while last - began < lasts {
        let place = (random.next() >> 16) % (mib * MIB / WRITE as u64) * WRITE as u64;
        short.refill(&mut random);
        file.write_all_at(&short.bytes[short.start..], place)?;
        file.sync_data()?;
        let now = Instant::now();
        count += 1;
        if now - last > longest {
            (longest, at) = (now - last, now - began);
        }
        last = now;
    }
    println!("{count} {} {}", longest.as_millis(), at.as_millis());
    Ok(())
}

/// Bytes a second of requests of this length, in a row or anywhere.
fn rate(
    file: &File,
    mib: u64,
    lasts: Duration,
    buffer: &mut Buffer,
    in_row: bool,
    request: impl Fn(&File, &mut [u8], u64) -> io::Result<()>,
) -> io::Result<f64> {
    let (mut random, began, mut count) = (Random(2), Instant::now(), 0u64);
    let len = (buffer.bytes.len() - buffer.start) as u64;
    let places = mib * MIB / len;
    while began.elapsed() < lasts {
        let place = if in_row { count } else { random.next() >> 16 } % places * len;
        request(file, &mut buffer.bytes[buffer.start..], place)?;
        count += 1;
    }
    file.sync_data()?;
    Ok((count * len) as f64 / began.elapsed().as_secs_f64())
}

fn speeds(path: &str, mib: u64, seconds: u64) -> io::Result<()> {
    let file = OpenOptions::new().read(true).write(true).custom_flags(O_DIRECT).open(path)?;
    let lasts = Duration::from_secs(seconds);
    let mut random = Random(1);
    let (mut long, mut short) = (Buffer::new(LONG, &mut random), Buffer::new(SHORT, &mut random));
    let read = |file: &File, buffer: &mut [u8], place| file.read_exact_at(buffer, place);
    let write = |file: &File, buffer: &mut [u8], place| file.write_all_at(buffer, place);
    // What is read first is in every cache for what follows.
    for at in 0..mib {
        read(&file, &mut long.bytes[long.start..], at * MIB)?;
    }
    let read_in_row = rate(&file, mib, lasts, &mut long, true, read)?;
    let read_anywhere = rate(&file, mib, lasts, &mut short, false, read)?;
    // Short ones first: long ones would bring everything in that a lazy disk hasn't loaded.
    let write_anywhere = rate(&file, mib, lasts, &mut short, false, write)?;
    let write_in_row = rate(&file, mib, lasts, &mut long, true, write)?;
    println!("{read_in_row:.0} {read_anywhere:.0} {write_in_row:.0} {write_anywhere:.0}");
    Ok(())
}

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let usage = || io::Error::other("guest stalls|speeds PATH MIB SECONDS");
    let [what, path, mib, seconds] = arguments.as_slice() else { return Err(usage()) };
    let number = |text: &String| text.parse::<u64>().map_err(io::Error::other);
    match what.as_str() {
        "stalls" => stalls(path, number(mib)?, number(seconds)?),
        "speeds" => speeds(path, number(mib)?, number(seconds)?),
        _ => Err(usage()),
    }
}

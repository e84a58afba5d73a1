//! Raw disk images: sparse copies, and the digest that names their content.

use std::{fs::File, io, ops::Range, os::unix::fs::FileExt, path::Path};

use nix::{
    errno::Errno,
    unistd::{Whence, lseek},
};

/// Read at once.
const BLOCK: usize = 1 << 20;
/// Looked at as a whole: zero, or not.
const PAGE: usize = 4096;
const ZEROS: [u8; PAGE] = [0; PAGE];

/// Copies a file into a disk at an offset. What is zero is left out: the disk must be a hole there.
pub(crate) fn place(from: &Path, disk: &File, offset: u64) -> io::Result<()> {
    let from = File::open(from)?;
    let mut block = vec![0; BLOCK];
    for run in data(&from)? {
        for part in parts(run) {
            let block = &mut block[..length(&part)];
            from.read_exact_at(block, part.start)?;
            let mut at = offset + part.start;
            for page in block.chunks(PAGE) {
                if page != &ZEROS[..page.len()] {
                    disk.write_all_at(page, at)?;
                }
                at += page.len() as u64;
            }
        }
    }
    Ok(())
}

/// Names the content of a disk: hex blake3 over its size and over each page of 4 KiB that is not all zeros, after its
/// offset. Equal disks have equal digests wherever their files have holes, and most of a disk, which is zero, costs
/// nothing.
pub(crate) fn digest(path: &Path) -> io::Result<String> {
    let file = File::open(path)?;
    let size = file.metadata()?.len();
    let mut hasher = blake3::Hasher::new();
    hasher.update(&size.to_le_bytes());
    let mut block = vec![0; BLOCK];
    let mut done = 0;
    for run in data(&file)? {
        // Widened to whole pages, which file systems with small blocks need.
        let run = done.max(run.start / PAGE as u64 * PAGE as u64)..run.end.next_multiple_of(PAGE as u64).min(size);
        done = done.max(run.end);
        for part in parts(run) {
            let block = &mut block[..length(&part)];
            file.read_exact_at(block, part.start)?;
            let mut at = part.start;
            for page in block.chunks(PAGE) {
                if page != &ZEROS[..page.len()] {
                    hasher.update(&at.to_le_bytes());
                    hasher.update(page);
                }
                at += page.len() as u64;
            }
        }
    }
    Ok(hasher.finalize().to_hex().to_string())
}

/// Where the file is no hole, in order.
fn data(file: &File) -> io::Result<Vec<Range<u64>>> {
    let (mut runs, mut at) = (Vec::new(), 0);
    loop {
        let start = match lseek(file, at, Whence::SeekData) {
            Ok(start) => start,
            // Nothing but a hole from here on.
            Err(Errno::ENXIO) => return Ok(runs),
            Err(error) => return Err(error.into()),
        };
        at = lseek(file, start, Whence::SeekHole)?;
        runs.push(start.unsigned_abs()..at.unsigned_abs());
    }
}

/// A range in blocks that fit the buffer.
fn parts(range: Range<u64>) -> impl Iterator<Item = Range<u64>> {
    let end = range.end;
    range.step_by(BLOCK).map(move |start| start..end.min(start + BLOCK as u64))
}

fn length(part: &Range<u64>) -> usize {
    usize::try_from(part.end - part.start).expect("a block at most")
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::MetadataExt;

    use super::*;

    #[test]
    fn placing_keeps_holes_and_digests_see_through_them() {
        let directory = tempfile::tempdir().expect("a directory");
        let (part, disk) = (directory.path().join("part"), directory.path().join("disk"));
        let mut content = vec![0; (8 << 20) + 5];
        content[3 << 20..][..5].copy_from_slice(b"hello");
        std::fs::write(&part, &content).expect("written");
        let file = File::create(&disk).expect("made");
        file.set_len((16 << 20) + 77).expect("sized");
        place(&part, &file, 4 << 20).expect("placed");
        let mut whole = vec![0; (16 << 20) + 77];
        whole[4 << 20..][..content.len()].copy_from_slice(&content);
        assert_eq!(std::fs::read(&disk).expect("read"), whole);
        assert!(file.metadata().expect("there").blocks() * 512 < 1 << 20);
        let dense = directory.path().join("dense");
        std::fs::write(&dense, &whole).expect("written");
        assert_eq!(digest(&disk).expect("read"), digest(&dense).expect("read"));
        // One byte elsewhere, and one zero more at the end, are other disks.
        whole.swap(7 << 20, (7 << 20) + 1);
        std::fs::write(&dense, &whole).expect("written");
        assert_ne!(digest(&disk).expect("read"), digest(&dense).expect("read"));
        whole.swap(7 << 20, (7 << 20) + 1);
        whole.push(0);
        std::fs::write(&dense, &whole).expect("written");
        assert_ne!(digest(&disk).expect("read"), digest(&dense).expect("read"));
    }
}

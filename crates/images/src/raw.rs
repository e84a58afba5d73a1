//! Raw disk images: sparse copies, and the digest that names their content.

use std::{
    fs::File,
    io::{self, Read},
    os::unix::fs::FileExt,
    path::Path,
};

const BLOCK: usize = 64 * 1024;

/// Copies a file into a disk at an offset. What is zero is left out: the disk must be a hole there.
pub(crate) fn place(from: &Path, disk: &File, offset: u64) -> io::Result<()> {
    let mut at = offset;
    for_each_block(&mut File::open(from)?, |block| {
        if block.iter().any(|byte| *byte != 0) {
            disk.write_all_at(block, at)?;
        }
        at += block.len() as u64;
        Ok(())
    })
}

/// Hex blake3 of the whole file.
pub(crate) fn digest(path: &Path) -> io::Result<String> {
    let mut hasher = blake3::Hasher::new();
    for_each_block(&mut File::open(path)?, |block| {
        hasher.update(block);
        Ok(())
    })?;
    Ok(hasher.finalize().to_hex().to_string())
}

fn for_each_block(file: &mut File, mut act: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
    let mut block = vec![0; BLOCK];
    loop {
        let mut filled = 0;
        while filled < BLOCK {
            match file.read(&mut block[filled..])? {
                0 => break,
                count => filled += count,
            }
        }
        if filled == 0 {
            return Ok(());
        }
        act(&block[..filled])?;
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::MetadataExt;

    use super::*;

    #[test]
    fn placing_keeps_holes_and_digests_see_through_them() {
        let directory = tempfile::tempdir().expect("a directory");
        let (part, disk) = (directory.path().join("part"), directory.path().join("disk"));
        let mut content = vec![0; 8 << 20];
        content[3 << 20..][..5].copy_from_slice(b"hello");
        std::fs::write(&part, &content).expect("written");
        let file = File::create(&disk).expect("made");
        file.set_len(16 << 20).expect("sized");
        place(&part, &file, 4 << 20).expect("placed");
        let mut whole = vec![0; 16 << 20];
        whole[4 << 20..12 << 20].copy_from_slice(&content);
        assert_eq!(std::fs::read(&disk).expect("read"), whole);
        assert!(file.metadata().expect("there").blocks() * 512 < 1 << 20);
        assert_eq!(digest(&disk).expect("read"), blake3::hash(&whole).to_hex().to_string());
    }
}

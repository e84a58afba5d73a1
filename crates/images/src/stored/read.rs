//! Reading a stored image, which whoever made it may have made to do harm.

use std::{
    fs::File,
    io::{BufReader, ErrorKind, Read},
    os::unix::fs::FileExt,
};

use vault::{BLOCK_BYTES, MAX_SIZE_BYTES, block_count};

use super::{END, Head, MAGIC, MOST_DISKS, MOST_HEAD, NO_MORE, SUM, StoredError, TAIL, VERSION, damaged};

/// The most that a block may take when compressed; what can't be compressed grows a little.
const MOST_PACKED: usize = BLOCK_BYTES + BLOCK_BYTES / 64;

/// Reads one object from its beginning to its end.
pub struct Reader {
    bytes: Bytes,
    head: Head,
    blocks: u64,
    /// The last block's disk and index.
    last: Option<(u32, u64)>,
}

/// A block that has been verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub disk: u32,
    pub index: u64,
    /// 512 KiB.
    pub content: Vec<u8>,
}

impl Reader {
    /// Looks at an object's end and reads its head.
    pub fn open(file: File) -> Result<Self, StoredError> {
        let length = file.metadata()?.len();
        let mut start = [0; MAGIC.len() + 4];
        match file.read_exact_at(&mut start, 0) {
            Ok(()) if start.starts_with(MAGIC) => {}
            Ok(()) => return Err(StoredError::NotOne),
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => return Err(StoredError::NotOne),
            Err(error) => return Err(error.into()),
        }
        let version = u32::from_le_bytes([start[8], start[9], start[10], start[11]]);
        if version != VERSION {
            return Err(StoredError::Version(version));
        }
        let mut tail = [0; TAIL as usize];
        if length >= TAIL {
            file.read_exact_at(&mut tail, length - TAIL)?;
        }
        if &tail[8..] != END || tail[..8] != length.to_le_bytes() {
            return Err(StoredError::CutOff { length });
        }
        let file = BufReader::with_capacity(1 << 20, file);
        let mut bytes = Bytes { file, sum: blake3::Hasher::new(), at: 0, length };
        let head = read_head(&mut bytes)?;
        Ok(Self { bytes, head, blocks: 0, last: None })
    }

    pub fn head(&self) -> &Head {
        &self.head
    }

    /// How much of the object has been read, and its length, bytes.
    pub fn progress(&self) -> (u64, u64) {
        (self.bytes.at, self.bytes.length)
    }

    /// The next block; `None` at the end, once all has been verified.
    pub fn next_block(&mut self) -> Result<Option<Block>, StoredError> {
        let disk = self.bytes.number32()?;
        if disk == NO_MORE {
            return self.end().map(|()| None);
        }
        let (index, packed) = (self.bytes.number64()?, self.bytes.number32()? as usize);
        let here = format!("block {index} of disk {disk}");
        let size_bytes = self.head.sizes.get(disk as usize);
        if size_bytes.is_none_or(|size| index >= block_count(*size))
            || self.last.is_some_and(|last| last >= (disk, index))
        {
            return Err(damaged(format!("{here} does not belong there")));
        }
        if packed > MOST_PACKED {
            return Err(damaged(format!("{here} is too long")));
        }
        let packed = self.bytes.take(packed)?;
        let content = zstd::bulk::decompress(&packed, BLOCK_BYTES);
        let content = content.map_err(|_| damaged(format!("{here} can't be unpacked")))?;
        if content.len() != BLOCK_BYTES || self.bytes.take(SUM)? != *blake3::hash(&content).as_bytes() {
            return Err(damaged(format!("{here} does not have the sum that is written behind it")));
        }
        self.last = Some((disk, index));
        self.blocks += 1;
        Ok(Some(Block { disk, index, content }))
    }

    fn end(&mut self) -> Result<(), StoredError> {
        if self.bytes.number64()? != self.blocks {
            return Err(damaged("blocks of it are missing"));
        }
        if !self.bytes.sum_fits()? {
            return Err(damaged("it does not have the sum that is written at its end"));
        }
        if self.bytes.at + TAIL != self.bytes.length {
            return Err(damaged("something stands behind its end"));
        }
        Ok(())
    }
}

fn read_head(bytes: &mut Bytes) -> Result<Head, StoredError> {
    bytes.take(MAGIC.len() + 4)?;
    let count = bytes.number32()?;
    if count > MOST_HEAD {
        return Err(damaged("its head is too long"));
    }
    let text = bytes.take(count as usize)?;
    if !bytes.sum_fits()? {
        return Err(damaged("its head does not have the sum that is written behind it"));
    }
    let head: Head = serde_json::from_slice(&text).map_err(|error| damaged(format!("its head says {error}")))?;
    let fits = |size: &u64| (1..=MAX_SIZE_BYTES).contains(size);
    if head.sizes.len() != head.image.disks.len() || head.sizes.len() > MOST_DISKS || !head.sizes.iter().all(fits) {
        return Err(damaged("its head and its disks contradict each other"));
    }
    Ok(head)
}

/// What is read of an object, summed up as it passes.
struct Bytes {
    file: BufReader<File>,
    sum: blake3::Hasher,
    at: u64,
    length: u64,
}

impl Bytes {
    /// Whether the sum that comes next is that of all before it.
    fn sum_fits(&mut self) -> Result<bool, StoredError> {
        let wanted = *self.sum.finalize().as_bytes();
        Ok(self.take(SUM)? == wanted)
    }

    fn number32(&mut self) -> Result<u32, StoredError> {
        let bytes = self.take(4)?;
        Ok(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
    }

    fn number64(&mut self) -> Result<u64, StoredError> {
        let (low, high) = (self.number32()?, self.number32()?);
        Ok(u64::from(high) << 32 | u64::from(low))
    }

    /// The next bytes, as many as there must be.
    fn take(&mut self, count: usize) -> Result<Vec<u8>, StoredError> {
        let mut bytes = vec![0; count];
        self.file.read_exact(&mut bytes).map_err(|error| match error.kind() {
            ErrorKind::UnexpectedEof => StoredError::CutOff { length: self.length },
            _ => StoredError::Io(error),
        })?;
        self.sum.update(&bytes);
        self.at += count as u64;
        Ok(bytes)
    }
}

//! Reading a stored image, which whoever made it may have made to do harm.

use std::{
    fs::File,
    io::{BufReader, ErrorKind, Read},
    os::unix::fs::FileExt,
};

use vault::{BLOCK_BYTES, Extent, ExtentKind, MAX_SIZE_BYTES, ObjectKey, Source, block_count};

use super::{
    END, Head, MAGIC, MOST_DISKS, MOST_HEAD, NO_MORE, OF_HEAD, SEALED_VERSION, SUM, Seal, StoredError, TAIL, VERSION,
    damaged,
};

/// The most that a block may take when compressed; what can't be compressed grows a little.
const MOST_PACKED: usize = BLOCK_BYTES + BLOCK_BYTES / 64 + ObjectKey::TAG_BYTES;

/// Reads one object from its beginning to its end.
pub struct Reader {
    bytes: Bytes,
    head: Head,
    opener: Opener,
    /// Where the blocks are that were read.
    places: Vec<Place>,
}

/// What blocks are unpacked with.
struct Opener {
    /// And the sum of the head.
    seal: Option<(ObjectKey, [u8; SUM])>,
}

/// Where a block of a disk lies in the object, packed and with its sum.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    disk: u32,
    index: u64,
    at: u64,
    packed: usize,
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
    /// Looks at an object's end and reads its head. `find` has the key of one that is sealed, or says why not.
    pub fn open(file: File, find: impl FnOnce(&Seal) -> Result<ObjectKey, String>) -> Result<Self, StoredError> {
        let length = file.metadata()?.len();
        let mut start = [0; MAGIC.len() + 4];
        match file.read_exact_at(&mut start, 0) {
            Ok(()) if start.starts_with(MAGIC) => {}
            Ok(()) => return Err(StoredError::NotOne),
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => return Err(StoredError::NotOne),
            Err(error) => return Err(error.into()),
        }
        let version = u32::from_le_bytes([start[8], start[9], start[10], start[11]]);
        if !matches!(version, VERSION | SEALED_VERSION) {
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
        let (head, sum) = read_head(&mut bytes)?;
        if head.seal.is_some() != (version == SEALED_VERSION) {
            return Err(damaged("its head and its version contradict each other"));
        }
        let seal = match &head.seal {
            None => None,
            Some(seal) => {
                let key = find(seal).map_err(StoredError::Sealed)?;
                if !key.open(OF_HEAD, &sum, &mut bytes.take(ObjectKey::TAG_BYTES)?) {
                    let key = seal.key;
                    return Err(StoredError::Sealed(format!(
                        "it was altered, or sealed under key {key} of another cloud"
                    )));
                }
                Some((key, sum))
            }
        };
        Ok(Self { bytes, head, opener: Opener { seal }, places: Vec::new() })
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
        let last = self.places.last().map(|place| (place.disk, place.index));
        if size_bytes.is_none_or(|size| index >= block_count(*size)) || last.is_some_and(|last| last >= (disk, index)) {
            return Err(damaged(format!("{here} does not belong there")));
        }
        if packed > MOST_PACKED {
            return Err(damaged(format!("{here} is too long")));
        }
        let place = Place { disk, index, at: self.bytes.at, packed };
        let stored = self.bytes.take(packed + SUM)?;
        let content = self.opener.unpack(&place, stored).map_err(|why| damaged(format!("{here} {why}")))?;
        self.places.push(place);
        Ok(Some(Block { disk, index, content }))
    }

    /// Everything has been read and verified: blocks can be read again in any order.
    ///
    /// # Errors
    /// If there is something left to be read; that of the object otherwise.
    pub fn verified(mut self) -> Result<Verified, StoredError> {
        while self.bytes.at + TAIL < self.bytes.length {
            self.next_block()?;
        }
        Ok(Verified { file: self.bytes.file.into_inner(), head: self.head, opener: self.opener, places: self.places })
    }

    fn end(&mut self) -> Result<(), StoredError> {
        let blocks = self.places.len() as u64;
        if self.bytes.number64()? != blocks {
            return Err(damaged("blocks of it are missing"));
        }
        if let Some((key, _)) = &self.opener.seal {
            let sum = self.bytes.sum();
            if !key.open((NO_MORE, blocks), &sum, &mut self.bytes.take(ObjectKey::TAG_BYTES)?) {
                return Err(damaged("it was not sealed as it is"));
            }
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

impl Opener {
    /// A block's content, of what is stored of it and its sum.
    fn unpack(&self, place: &Place, mut stored: Vec<u8>) -> Result<Vec<u8>, &'static str> {
        let sum = stored.split_off(place.packed);
        if let Some((key, head)) = &self.seal {
            if sum != *blake3::hash(&stored).as_bytes() {
                return Err("does not have the sum that is written behind it");
            }
            if !key.open((place.disk, place.index), head, &mut stored) {
                return Err("was not sealed as it is");
            }
        }
        let content = zstd::bulk::decompress(&stored, BLOCK_BYTES).map_err(|_| "can't be unpacked")?;
        let fits = self.seal.is_some() || sum == *blake3::hash(&content).as_bytes();
        if content.len() != BLOCK_BYTES || !fits {
            return Err("does not have the sum that is written behind it");
        }
        Ok(content)
    }
}

/// An object of which all has been verified.
pub struct Verified {
    file: File,
    head: Head,
    opener: Opener,
    /// Ascending.
    places: Vec<Place>,
}

impl Verified {
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// A disk's content. What is read is verified again: somebody may write to the object meanwhile.
    pub fn disk(&self, number: u32) -> Option<Content<'_>> {
        let size_bytes = *self.head.sizes.get(number as usize)?;
        let from = self.places.partition_point(|place| place.disk < number);
        let to = self.places.partition_point(|place| place.disk <= number);
        Some(Content { object: self, places: &self.places[from..to], size_bytes })
    }
}

/// One disk of an object.
pub struct Content<'v> {
    object: &'v Verified,
    places: &'v [Place],
    size_bytes: u64,
}

impl Content<'_> {
    fn block(&self, place: &Place) -> std::io::Result<Vec<u8>> {
        let mut stored = vec![0; place.packed + SUM];
        self.object.file.read_exact_at(&mut stored, place.at)?;
        let unpacked = self.object.opener.unpack(place, stored);
        unpacked.map_err(|why| std::io::Error::other(format!("block {} of disk {} {why}", place.index, place.disk)))
    }
}

impl Source for Content<'_> {
    fn size_bytes(&self) -> u64 {
        self.size_bytes
    }

    fn read_exact_at(&self, buffer: &mut [u8], offset_bytes: u64) -> std::io::Result<()> {
        let (mut at, mut rest) = (offset_bytes, buffer);
        while !rest.is_empty() {
            let (index, within) = (at / BLOCK_BYTES as u64, (at % BLOCK_BYTES as u64) as usize);
            let count = rest.len().min(BLOCK_BYTES - within);
            let (part, others) = rest.split_at_mut(count);
            match self.places.binary_search_by_key(&index, |place| place.index) {
                Ok(found) => part.copy_from_slice(&self.block(&self.places[found])?[within..within + count]),
                Err(_) => part.fill(0),
            }
            (at, rest) = (at + count as u64, others);
        }
        Ok(())
    }

    fn extent_at(&self, offset_bytes: u64) -> std::io::Result<Extent> {
        let index = offset_bytes / BLOCK_BYTES as u64;
        let next = self.places.partition_point(|place| place.index < index);
        let (kind, end_block) = match self.places.get(next) {
            Some(place) if place.index == index => (ExtentKind::Data, index + 1),
            Some(place) => (ExtentKind::Hole, place.index),
            None => (ExtentKind::Hole, u64::MAX),
        };
        Ok(Extent { kind, end_bytes: end_block.saturating_mul(BLOCK_BYTES as u64).min(self.size_bytes) })
    }
}

/// The head, and the sum of all up to its end.
fn read_head(bytes: &mut Bytes) -> Result<(Head, [u8; SUM]), StoredError> {
    bytes.take(MAGIC.len() + 4)?;
    let count = bytes.number32()?;
    if count > MOST_HEAD {
        return Err(damaged("its head is too long"));
    }
    let text = bytes.take(count as usize)?;
    let sum = bytes.sum();
    if !bytes.sum_fits()? {
        return Err(damaged("its head does not have the sum that is written behind it"));
    }
    let head: Head = serde_json::from_slice(&text).map_err(|error| damaged(format!("its head says {error}")))?;
    let fits = |size: &u64| (1..=MAX_SIZE_BYTES).contains(size);
    if head.sizes.len() != head.image.disks.len() || head.sizes.len() > MOST_DISKS || !head.sizes.iter().all(fits) {
        return Err(damaged("its head and its disks contradict each other"));
    }
    Ok((head, sum))
}

/// What is read of an object, summed up as it passes.
struct Bytes {
    file: BufReader<File>,
    sum: blake3::Hasher,
    at: u64,
    length: u64,
}

impl Bytes {
    /// Of all that has been read.
    fn sum(&self) -> [u8; SUM] {
        *self.sum.finalize().as_bytes()
    }

    /// Whether the sum that comes next is that of all before it.
    fn sum_fits(&mut self) -> Result<bool, StoredError> {
        let wanted = self.sum();
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

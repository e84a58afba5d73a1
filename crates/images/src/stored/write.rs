//! Writing a stored image.

use std::io::{self, Write};

use vault::{BLOCK_BYTES, ObjectKey};

use super::{END, Head, MAGIC, NO_MORE, OF_HEAD, SEALED_VERSION, SUM, StoredError, TAIL, VERSION, damaged};

/// As quick as the vault's own, and nearly as small as slower ones.
const LEVEL: i32 = 1;

/// Writes one object from its beginning to its end.
pub struct Writer<W: Write> {
    out: Summing<W>,
    /// What it is sealed with, and the sum of its head.
    seal: Option<(ObjectKey, [u8; SUM])>,
    zstd: zstd::bulk::Compressor<'static>,
    blocks: u64,
}

/// Sums up and counts what passes.
struct Summing<W> {
    out: W,
    sum: blake3::Hasher,
    count: u64,
}

impl<W: Write> Summing<W> {
    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)?;
        self.sum.update(bytes);
        self.count += bytes.len() as u64;
        Ok(())
    }
}

impl<W: Write> Writer<W> {
    /// Writes the head. `key` is the one that follows from the head's seal, if it has one.
    pub fn begin(out: W, head: &Head, key: Option<ObjectKey>) -> Result<Self, StoredError> {
        debug_assert_eq!(head.seal.is_some(), key.is_some());
        let mut out = Summing { out, sum: blake3::Hasher::new(), count: 0 };
        let text = serde_json::to_vec(head).map_err(|error| damaged(error.to_string()))?;
        let length = u32::try_from(text.len()).map_err(|_| damaged("the image's description is too long"))?;
        out.put(MAGIC)?;
        let version = if key.is_some() { SEALED_VERSION } else { VERSION };
        out.put(&version.to_le_bytes())?;
        out.put(&length.to_le_bytes())?;
        out.put(&text)?;
        let sum = *out.sum.finalize().as_bytes();
        out.put(&sum)?;
        if let Some(key) = &key {
            out.put(&tag(key, OF_HEAD, &sum))?;
        }
        let seal = key.map(|key| (key, sum));
        Ok(Self { out, seal, zstd: zstd::bulk::Compressor::new(LEVEL)?, blocks: 0 })
    }

    /// Writes a block of a disk, which is filled up to its full length. Blocks are given by ascending disk and index.
    pub fn block(&mut self, disk: u32, index: u64, content: &[u8]) -> Result<(), StoredError> {
        debug_assert_eq!(content.len(), BLOCK_BYTES);
        let mut packed = self.zstd.compress(content)?;
        let sum = match &self.seal {
            // The sum of the content itself would tell whoever guesses it that he is right.
            Some((key, head)) => {
                key.seal((disk, index), head, &mut packed);
                blake3::hash(&packed)
            }
            None => blake3::hash(content),
        };
        let length = u32::try_from(packed.len()).map_err(|_| damaged("a block is too long"))?;
        self.out.put(&disk.to_le_bytes())?;
        self.out.put(&index.to_le_bytes())?;
        self.out.put(&length.to_le_bytes())?;
        self.out.put(&packed)?;
        self.out.put(sum.as_bytes())?;
        self.blocks += 1;
        Ok(())
    }

    /// Writes the end. What it was written to is given back, to be made durable.
    pub fn finish(mut self) -> Result<W, StoredError> {
        self.out.put(&NO_MORE.to_le_bytes())?;
        self.out.put(&self.blocks.to_le_bytes())?;
        if let Some((key, _)) = &self.seal {
            let sum = *self.out.sum.finalize().as_bytes();
            self.out.put(&tag(key, (NO_MORE, self.blocks), &sum))?;
        }
        let sum = self.out.sum.finalize();
        self.out.put(sum.as_bytes())?;
        let length = self.out.count + TAIL;
        self.out.put(&length.to_le_bytes())?;
        self.out.put(END)?;
        self.out.out.flush()?;
        Ok(self.out.out)
    }
}

/// Says that whoever has the key has seen this sum.
fn tag(key: &ObjectKey, number: (u32, u64), sum: &[u8]) -> Vec<u8> {
    let mut tag = Vec::new();
    key.seal(number, sum, &mut tag);
    tag
}

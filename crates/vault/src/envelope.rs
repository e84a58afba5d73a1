//! How an object's content is wrapped when it is stored.
//!
//! ```text
//! offset bytes
//!      0     3  "FBV"
//!      3     1  codec: 0 as it is, 1 zstd, 2 sealed (see `seal.rs`)
//!      4     4  length of the content, little endian
//!      8     …  the content, as the codec says
//! ```
//! An object is named by the hash of its *content*, so the codec, the level or the version of zstd may change and
//! the name stays. The header needn't be protected: content that doesn't have the name's hash is refused anyway.

use std::collections::HashMap;
use std::sync::Arc;

use crate::seal::{Cover, Sealed};
use crate::{DataKey, Hash, KeyId, Keys};

/// Bytes before the payload.
pub(crate) const HEADER_BYTES: usize = 8;

const MAGIC: [u8; 3] = *b"FBV";
const CODEC_PLAIN: u8 = 0;
const CODEC_ZSTD: u8 = 1;
pub(crate) const CODEC_SEALED: u8 = 2;

/// The bytes before the payload of an object with this codec and this length of content, which is at most 4 GiB.
pub(crate) fn header(codec: u8, content_bytes: usize) -> [u8; HEADER_BYTES] {
    let mut header = [0; HEADER_BYTES];
    header[..3].copy_from_slice(&MAGIC);
    header[3] = codec;
    let len = u32::try_from(content_bytes).expect("content is far below 4 GiB");
    header[4..].copy_from_slice(&len.to_le_bytes());
    header
}

/// Compresses and wraps. Keeps zstd's state between objects; one per thread.
pub(crate) struct Encoder {
    zstd: zstd::bulk::Compressor<'static>,
    scratch: Vec<u8>,
}

impl Encoder {
    /// An encoder of the given zstd level (1 to 19).
    pub fn new(level: i32) -> std::io::Result<Encoder> {
        Ok(Encoder { zstd: zstd::bulk::Compressor::new(level)?, scratch: Vec::new() })
    }

    /// The stored form of `content`, which is at most 4 GiB.
    pub fn encode(&mut self, content: &[u8]) -> Vec<u8> {
        self.scratch.resize(zstd::zstd_safe::compress_bound(content.len()), 0);
        let compressed = self.zstd.compress_to_buffer(content, self.scratch.as_mut_slice()).ok();
        // What hardly shrinks is kept as it is: that is read faster, and is never longer than content and header.
        let (codec, payload) = match compressed {
            Some(len) if len + content.len() / 32 < content.len() => (CODEC_ZSTD, &self.scratch[..len]),
            _ => (CODEC_PLAIN, content),
        };
        let mut stored = Vec::with_capacity(HEADER_BYTES + payload.len());
        stored.extend_from_slice(&header(codec, content.len()));
        stored.extend_from_slice(payload);
        stored
    }

    /// The stored form of the block of this name, sealed if its snapshot is encrypted.
    pub fn encode_block(&mut self, cover: &Cover, name: Hash, content: &[u8]) -> Vec<u8> {
        let envelope = self.encode(content);
        cover.over(name, content, envelope)
    }
}

/// Unwraps. Keeps zstd's state and keys between objects; one per thread.
pub(crate) struct Decoder {
    zstd: zstd::bulk::Decompressor<'static>,
    keys: Arc<dyn Keys>,
    known: HashMap<KeyId, DataKey>,
}

/// Why a stored object doesn't open.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Unopened {
    /// It isn't what its name says.
    Corrupt(String),
    /// It is sealed, and its key can't be had.
    NoKey(KeyId, String),
}

impl Decoder {
    /// A decoder for every codec.
    pub fn new(keys: Arc<dyn Keys>) -> std::io::Result<Decoder> {
        Ok(Decoder { zstd: zstd::bulk::Decompressor::new()?, keys, known: HashMap::new() })
    }

    /// Writes the content of `stored` to `content`, without comparing its hash. Says what is wrong where it can't.
    pub fn unwrap(&mut self, stored: &[u8], max_bytes: usize, content: &mut Vec<u8>) -> Result<(), String> {
        let Some((header, payload)) = stored.split_first_chunk::<HEADER_BYTES>() else {
            return Err(format!("{} bytes are too few for an object", stored.len()));
        };
        if header[..3] != MAGIC {
            return Err("it doesn't begin as an object does".to_owned());
        }
        let len = u32::from_le_bytes([header[4], header[5], header[6], header[7]]) as usize;
        if len > max_bytes {
            return Err(format!("a content of {len} bytes is too long"));
        }
        match header[3] {
            CODEC_PLAIN if payload.len() == len => {
                content.clear();
                content.extend_from_slice(payload);
                Ok(())
            }
            CODEC_PLAIN => Err(format!("{} bytes of {len} are there", payload.len())),
            CODEC_ZSTD => {
                content.resize(len, 0);
                match self.zstd.decompress_to_buffer(payload, content.as_mut_slice()) {
                    Ok(written) if written == len => Ok(()),
                    Ok(written) => Err(format!("it unpacks to {written} bytes instead of {len}")),
                    Err(error) => Err(format!("it doesn't unpack: {error}")),
                }
            }
            codec => Err(format!("codec {codec} is unknown (or a later version wrote it)")),
        }
    }

    /// Writes the content of `stored` to `content` and makes sure that it has the name `expected`.
    pub fn open(
        &mut self,
        stored: &[u8],
        expected: Hash,
        max_bytes: usize,
        content: &mut Vec<u8>,
    ) -> Result<(), Unopened> {
        if stored.len() >= HEADER_BYTES && stored[..3] == MAGIC && stored[3] == CODEC_SEALED {
            return self.open_sealed(&stored[HEADER_BYTES..], expected, max_bytes, content);
        }
        self.unwrap(stored, max_bytes, content).map_err(Unopened::Corrupt)?;
        let found = Hash::of(content);
        if found != expected {
            return Err(Unopened::Corrupt(format!("its content has the hash {found}")));
        }
        Ok(())
    }

    fn open_sealed(
        &mut self,
        payload: &[u8],
        expected: Hash,
        max_bytes: usize,
        content: &mut Vec<u8>,
    ) -> Result<(), Unopened> {
        let sealed = Sealed::parse(payload)
            .ok_or_else(|| Unopened::Corrupt(format!("{} bytes are too few for a sealed object", payload.len())))?;
        let key = match self.known.get(&sealed.id) {
            Some(key) => key.clone(),
            None => {
                let key = self.keys.data_key(sealed.id).map_err(|reason| Unopened::NoKey(sealed.id, reason))?;
                self.known.insert(sealed.id, key.clone());
                key
            }
        };
        let envelope = sealed.open(&key, expected).map_err(Unopened::Corrupt)?;
        self.unwrap(&envelope, max_bytes, content).map_err(Unopened::Corrupt)?;
        if !Sealed::is_named(&key, content, expected) {
            return Err(Unopened::Corrupt("its content has another name under its key".to_owned()));
        }
        Ok(())
    }
}

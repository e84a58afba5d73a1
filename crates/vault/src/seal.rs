//! Encrypted snapshots: how their blocks are named and sealed.
//!
//! ```text
//! data key ─┬─ naming   a block's name is the BLAKE3 hash of its content, keyed with this
//!           ├─ nonces   the nonce is such a hash of the compressed content
//!           └─ sealing ── one key for each name: AES-256-GCM over the compressed content
//!
//! offset bytes
//!      0     3  "FBV"
//!      3     1  codec 2: sealed
//!      4     4  length of the content, little endian
//!      8    16  the data key's id
//!     24    12  nonce
//!     36     …  the sealed object: another envelope, then 16 bytes of tag
//! ```
//! Only blocks are sealed. Pages and manifests hold names, sizes and which blocks are zeros, and the names say nothing to
//! whoever lacks the key: so the garbage collection and most of a check need no key at all, and a key that is lost never
//! makes a sweep forget what to keep.
//!
//! Equal blocks have one name under one key and different ones under two, so that nobody learns from the vault whether
//! somebody else has the same block. Nothing here is random: the same block under the same key is stored as the same bytes,
//! and a nonce is used twice only for the same bytes, whatever version of zstd made them.

use std::fmt;
use std::io;
use std::str::FromStr;
use std::sync::Arc;

use ring::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use ring::rand::{SecureRandom, SystemRandom};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::envelope::{CODEC_SEALED, header};
use crate::{Hash, Key, Vault, VaultError};

const NONCE_BYTES: usize = 12;
const TAG_BYTES: usize = 16;

/// What sealing adds to a stored object.
pub(crate) const SEAL_BYTES: usize = crate::envelope::HEADER_BYTES + KeyId::BYTES + NONCE_BYTES + TAG_BYTES;

/// The id of a data key: that of the KMS key that it belongs to, which is a UUID.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId([u8; 16]);

impl KeyId {
    /// How many bytes an id takes in a manifest or object.
    pub const BYTES: usize = 16;

    /// An id from its bytes.
    pub const fn from_bytes(bytes: [u8; 16]) -> KeyId {
        KeyId(bytes)
    }

    /// The bytes of the id.
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hex = hex::encode(self.0);
        write!(f, "{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
    }
}

impl fmt::Debug for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeyId({self})")
    }
}

/// A text that isn't a UUID.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not the id of a key: a UUID is expected")]
pub struct ParseKeyIdError(String);

impl FromStr for KeyId {
    type Err = ParseKeyIdError;

    fn from_str(text: &str) -> Result<KeyId, ParseKeyIdError> {
        let refused = || ParseKeyIdError(text.to_owned());
        let mut bytes = [0; 16];
        hex::decode_to_slice(text.replace('-', ""), &mut bytes).map_err(|_| refused())?;
        let id = KeyId(bytes);
        // One key has one name.
        if id.to_string() == text { Ok(id) } else { Err(refused()) }
    }
}

impl Serialize for KeyId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for KeyId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<KeyId, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// What seals the blocks of snapshots that are encrypted under one KMS key.
#[derive(Clone)]
pub struct DataKey {
    naming: [u8; 32],
    nonces: [u8; 32],
    sealing: [u8; 32],
    objects: [u8; 32],
}

impl DataKey {
    /// The data key that follows from 32 secret bytes.
    pub fn new(secret: &[u8; 32]) -> DataKey {
        let derived = |purpose: &str| blake3::derive_key(purpose, secret);
        DataKey {
            naming: derived("fogbank 2026 vault: names of sealed blocks"),
            nonces: derived("fogbank 2026 vault: nonces of sealed blocks"),
            sealing: derived("fogbank 2026 vault: keys of sealed blocks"),
            objects: derived("fogbank 2026 vault: keys of objects for elsewhere"),
        }
    }

    fn of_object(&self, name: Hash) -> LessSafeKey {
        let key = blake3::keyed_hash(&self.sealing, name.as_bytes());
        LessSafeKey::new(UnboundKey::new(&AES_256_GCM, key.as_bytes()).expect("a key of AES-256 has 32 bytes"))
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKey(…)")
    }
}

/// Seals one object that leaves the vault, such as a stored image, piece by piece.
pub struct ObjectKey(LessSafeKey);

impl ObjectKey {
    /// What sealing adds to a piece.
    pub const TAG_BYTES: usize = TAG_BYTES;
    /// What an object's key follows from, beside the data key. It is no secret, and of its own for each object.
    pub const SALT_BYTES: usize = 32;

    fn new(key: &DataKey, salt: &[u8; Self::SALT_BYTES]) -> ObjectKey {
        let key = blake3::keyed_hash(&key.objects, salt);
        ObjectKey(LessSafeKey::new(
            UnboundKey::new(&AES_256_GCM, key.as_bytes()).expect("a key of AES-256 has 32 bytes"),
        ))
    }

    /// Seals a piece in its place. No other piece of the object may have the same number; `beside` has to be the same
    /// when it is opened.
    pub fn seal(&self, number: (u32, u64), beside: &[u8], piece: &mut Vec<u8>) {
        let sealed = self.0.seal_in_place_append_tag(numbered(number), Aad::from(beside), piece);
        sealed.expect("a piece is far shorter than what can be sealed");
    }

    /// Opens a piece in its place; false if it is not what was sealed under this number, or not under this key.
    #[must_use]
    pub fn open(&self, number: (u32, u64), beside: &[u8], sealed: &mut Vec<u8>) -> bool {
        let opened = self.0.open_in_place(numbered(number), Aad::from(beside), sealed).map(|opened| opened.len());
        let Ok(len) = opened else { return false };
        sealed.truncate(len);
        true
    }
}

fn numbered((one, other): (u32, u64)) -> Nonce {
    let mut nonce = [0; NONCE_BYTES];
    nonce[..4].copy_from_slice(&one.to_le_bytes());
    nonce[4..].copy_from_slice(&other.to_le_bytes());
    Nonce::assume_unique_for_key(nonce)
}

impl fmt::Debug for ObjectKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ObjectKey(…)")
    }
}

/// Where data keys come from.
pub trait Keys: Send + Sync {
    /// The data key of this id, for reading what was sealed under it.
    ///
    /// # Errors
    /// Why it can't be had, for the operator.
    fn data_key(&self, id: KeyId) -> Result<DataKey, String>;

    /// The same, to seal something under it. What it follows from may be made now, if it was never needed before.
    ///
    /// # Errors
    /// As above.
    fn data_key_for_sealing(&self, id: KeyId) -> Result<DataKey, String>;
}

/// No keys: for vaults in which nothing is encrypted.
pub(crate) struct NoKeys;

impl Keys for NoKeys {
    fn data_key(&self, _: KeyId) -> Result<DataKey, String> {
        Err("no keys are at hand".to_owned())
    }

    fn data_key_for_sealing(&self, id: KeyId) -> Result<DataKey, String> {
        self.data_key(id)
    }
}

/// How the blocks of one snapshot are named and stored.
#[derive(Clone)]
pub(crate) enum Cover {
    Plain,
    Sealed(KeyId, Arc<DataKey>),
}

impl Cover {
    /// The name of a block.
    pub fn name(&self, content: &[u8]) -> Hash {
        match self {
            Cover::Plain => Hash::of(content),
            Cover::Sealed(_, key) => name(key, content),
        }
    }

    /// The bytes to store, of the envelope that holds the content.
    pub fn over(&self, name: Hash, content: &[u8], envelope: Vec<u8>) -> Vec<u8> {
        match self {
            Cover::Plain => envelope,
            Cover::Sealed(id, key) => seal(*id, key, name, content.len(), envelope),
        }
    }
}

fn name(key: &DataKey, content: &[u8]) -> Hash {
    Hash::from_bytes(*blake3::keyed_hash(&key.naming, content).as_bytes())
}

fn seal(id: KeyId, key: &DataKey, name: Hash, len: usize, mut envelope: Vec<u8>) -> Vec<u8> {
    let mut nonce = [0; NONCE_BYTES];
    nonce.copy_from_slice(&blake3::keyed_hash(&key.nonces, &envelope).as_bytes()[..NONCE_BYTES]);
    let aad = Aad::from(*name.as_bytes());
    let sealing = key.of_object(name);
    sealing
        .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), aad, &mut envelope)
        .expect("a block is far shorter than what can be sealed");
    let mut stored = Vec::with_capacity(SEAL_BYTES + envelope.len());
    stored.extend_from_slice(&header(CODEC_SEALED, len));
    stored.extend_from_slice(id.as_bytes());
    stored.extend_from_slice(&nonce);
    stored.extend_from_slice(&envelope);
    stored
}

/// A sealed object's parts, behind its header.
pub(crate) struct Sealed<'s> {
    pub id: KeyId,
    nonce: [u8; NONCE_BYTES],
    text: &'s [u8],
}

impl<'s> Sealed<'s> {
    /// Of what stands behind the header.
    pub fn parse(payload: &'s [u8]) -> Option<Sealed<'s>> {
        let (id, rest) = payload.split_first_chunk::<{ KeyId::BYTES }>()?;
        let (nonce, text) = rest.split_first_chunk::<NONCE_BYTES>()?;
        Some(Sealed { id: KeyId(*id), nonce: *nonce, text })
    }

    /// The envelope that was sealed as the object of this name.
    pub fn open(&self, key: &DataKey, name: Hash) -> Result<Vec<u8>, String> {
        let mut envelope = self.text.to_vec();
        let aad = Aad::from(*name.as_bytes());
        let opened = key.of_object(name).open_in_place(Nonce::assume_unique_for_key(self.nonce), aad, &mut envelope);
        let len = opened.map(|opened| opened.len());
        let len = len.map_err(|_| {
            format!("it doesn't open with key {}: it was altered, or sealed under another master key", self.id)
        })?;
        envelope.truncate(len);
        Ok(envelope)
    }

    /// Whether a content has this name under the key.
    pub fn is_named(key: &DataKey, content: &[u8], expected: Hash) -> bool {
        name(key, content) == expected
    }
}

impl Vault {
    /// The key of a new object that is to be sealed under a KMS key, and the salt that it is found by.
    ///
    /// # Errors
    /// [`VaultError::NoKey`], [`VaultError::Io`] if there are no random numbers.
    pub fn new_object_key(&self, id: KeyId) -> Result<(ObjectKey, [u8; ObjectKey::SALT_BYTES]), VaultError> {
        let mut salt = [0; ObjectKey::SALT_BYTES];
        let filled = SystemRandom::new().fill(&mut salt);
        filled.map_err(|_| {
            VaultError::from_io("sealing an object", io::Error::other("the system has no random numbers"))
        })?;
        let key = self.keys.data_key_for_sealing(id).map_err(|reason| VaultError::NoKey { key: id, reason })?;
        Ok((ObjectKey::new(&key, &salt), salt))
    }

    /// The key of an object that was sealed with [`Vault::new_object_key`].
    ///
    /// # Errors
    /// [`VaultError::NoKey`].
    pub fn object_key(&self, id: KeyId, salt: &[u8; ObjectKey::SALT_BYTES]) -> Result<ObjectKey, VaultError> {
        let key = self.keys.data_key(id).map_err(|reason| VaultError::NoKey { key: id, reason })?;
        Ok(ObjectKey::new(&key, salt))
    }

    /// How blocks under this key are named and stored.
    pub(crate) fn cover(&self, key: &Key) -> Result<Cover, VaultError> {
        match key {
            Key::None => Ok(Cover::Plain),
            Key::Sealed(id) => match self.keys.data_key_for_sealing(*id) {
                Ok(data_key) => Ok(Cover::Sealed(*id, Arc::new(data_key))),
                Err(reason) => Err(VaultError::NoKey { key: *id, reason }),
            },
        }
    }
}

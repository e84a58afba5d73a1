//! The master key of a data directory, in a file beside the vault, and what follows from it.
//!
//! ```text
//! keys/master.key ─┬─ data key of each KMS key    seals blocks of snapshots, see `seal.rs`
//!                  └─ key of a host               wraps the secrets of that host's volumes
//! ```
//! What follows is derived and not stored, so that there is one file to keep safe. Each of the keys below it opens its own
//! part only: a machine that is given the keys of its volumes has no use for the master key.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::rand::{SecureRandom, SystemRandom};

use crate::{DataKey, KeyId, Keys, backend};

const FILE: &str = "master.key";

/// The folder of the master key. Looked at only when a key is needed.
#[derive(Debug, Clone)]
pub struct KeyFolder {
    folder: PathBuf,
}

impl KeyFolder {
    /// The keys that belong to the vault in this folder: `keys` beside it.
    pub fn beside(vault: &Path) -> KeyFolder {
        KeyFolder { folder: vault.parent().unwrap_or(Path::new("/")).join("keys") }
    }

    /// The key by which a host wraps the secrets of its volumes. Made with the master key if that was never needed.
    ///
    /// # Errors
    /// Why the master key can't be had.
    pub fn host_key(&self, host: &str) -> Result<HostKey, String> {
        let secret = derive("fogbank 2026 master key: hosts", &self.master(true)?, host.as_bytes());
        Ok(HostKey(secret))
    }

    fn data_key(&self, id: KeyId, make: bool) -> Result<DataKey, String> {
        let secret = derive("fogbank 2026 master key: data keys", &self.master(make)?, id.as_bytes());
        Ok(DataKey::new(&secret))
    }

    fn master(&self, make: bool) -> Result<[u8; 32], String> {
        let path = self.folder.join(FILE);
        let failed = |error: io::Error| format!("the master key {} can't be had: {error}", path.display());
        loop {
            match File::open(&path) {
                Ok(file) => return read(file, &path).map_err(failed),
                Err(error) if error.kind() == ErrorKind::NotFound && make => self.make(&path).map_err(failed)?,
                Err(error) => return Err(failed(error)),
            }
        }
    }

    /// Makes the file whole and durable, or leaves the one that somebody else has made meanwhile.
    fn make(&self, path: &Path) -> io::Result<()> {
        fs::DirBuilder::new().mode(0o700).recursive(true).create(&self.folder)?;
        let secret = random()?;
        let unfinished = self.folder.join(format!("{FILE}.{}-{}", std::process::id(), hex::encode(&random()?[..4])));
        let made = (|| {
            let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&unfinished)?;
            writeln!(file, "{}", hex::encode(secret))?;
            file.sync_all()?;
            match fs::hard_link(&unfinished, path) {
                Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
                _ => backend::sync_dir(&self.folder),
            }
        })();
        let _ = fs::remove_file(&unfinished);
        made
    }
}

impl Keys for KeyFolder {
    fn data_key(&self, id: KeyId) -> Result<DataKey, String> {
        KeyFolder::data_key(self, id, false)
    }

    fn data_key_for_sealing(&self, id: KeyId) -> Result<DataKey, String> {
        KeyFolder::data_key(self, id, true)
    }
}

fn read(file: File, path: &Path) -> io::Result<[u8; 32]> {
    if file.metadata()?.permissions().mode() & 0o077 != 0 {
        return Err(io::Error::new(
            ErrorKind::PermissionDenied,
            format!("others may read it; run chmod 600 {}", path.display()),
        ));
    }
    let text = io::read_to_string(file)?;
    let mut secret = [0; 32];
    hex::decode_to_slice(text.trim(), &mut secret)
        .map_err(|_| io::Error::new(ErrorKind::InvalidData, "it doesn't hold 64 hexadecimal digits"))?;
    Ok(secret)
}

fn derive(purpose: &str, master: &[u8; 32], whose: &[u8]) -> [u8; 32] {
    *blake3::keyed_hash(&blake3::derive_key(purpose, master), whose).as_bytes()
}

fn random() -> io::Result<[u8; 32]> {
    let mut bytes = [0; 32];
    SystemRandom::new().fill(&mut bytes).map_err(|_| io::Error::other("the system has no random numbers"))?;
    Ok(bytes)
}

/// Wraps small secrets, so that they may lie on disk.
pub struct HostKey([u8; 32]);

impl HostKey {
    /// A new secret of 256 bits in hexadecimal digits, and the same wrapped for what is named, also in hexadecimal digits.
    ///
    /// # Errors
    /// If the system has no random numbers.
    pub fn new_secret(&self, named: &str) -> io::Result<(String, String)> {
        let secret = hex::encode(random()?);
        let mut nonce = [0; NONCE_LEN];
        nonce.copy_from_slice(&random()?[..NONCE_LEN]);
        let mut wrapped = secret.clone().into_bytes();
        self.key()
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(named.as_bytes()), &mut wrapped)
            .expect("a secret is far shorter than what can be sealed");
        Ok((secret, hex::encode([nonce.as_slice(), &wrapped].concat())))
    }

    /// The secret that was wrapped for what is named. `None` if it wasn't, or not under this key.
    pub fn unwrap(&self, named: &str, wrapped: &str) -> Option<String> {
        let bytes = hex::decode(wrapped).ok()?;
        let (nonce, text) = bytes.split_first_chunk::<NONCE_LEN>()?;
        let mut text = text.to_vec();
        let opened =
            self.key().open_in_place(Nonce::assume_unique_for_key(*nonce), Aad::from(named.as_bytes()), &mut text);
        String::from_utf8(opened.ok()?.to_vec()).ok()
    }

    fn key(&self) -> LessSafeKey {
        LessSafeKey::new(UnboundKey::new(&AES_256_GCM, &self.0).expect("a key of AES-256 has 32 bytes"))
    }
}

impl std::fmt::Debug for HostKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("HostKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(byte: u8) -> KeyId {
        KeyId::from_bytes([byte; 16])
    }

    #[test]
    fn the_master_key_is_made_when_something_is_sealed_and_by_nobody_else() {
        let place = tempfile::tempdir().unwrap();
        let keys = KeyFolder::beside(&place.path().join("vault"));
        assert!(Keys::data_key(&keys, id(1)).unwrap_err().contains("master.key can't be had"));
        keys.data_key_for_sealing(id(1)).unwrap();
        let file = place.path().join("keys/master.key");
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        let before = fs::read(&file).unwrap();
        Keys::data_key(&keys, id(1)).unwrap();
        assert_eq!(fs::read(&file).unwrap(), before);
        assert_eq!(fs::read_dir(place.path().join("keys")).unwrap().count(), 1);
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        assert!(Keys::data_key(&keys, id(1)).unwrap_err().contains("others may read it"));
    }

    #[test]
    fn a_wrapped_secret_opens_for_what_it_was_wrapped_for() {
        let place = tempfile::tempdir().unwrap();
        let keys = KeyFolder::beside(&place.path().join("vault"));
        let host = keys.host_key("h").unwrap();
        let (secret, wrapped) = host.new_secret("vol-1").unwrap();
        assert!(secret.len() == 64 && !wrapped.contains(&secret));
        assert_eq!(host.unwrap("vol-1", &wrapped), Some(secret));
        assert_eq!(host.unwrap("vol-2", &wrapped), None);
        assert_eq!(keys.host_key("other").unwrap().unwrap("vol-1", &wrapped), None);
        assert_eq!(host.unwrap("vol-1", "00"), None);
    }
}

//! Encrypted volumes.
//!
//! ```text
//!   master key ─▶ this host's key ── wraps ─▶ the volume's secret (volumes/vol-….json)
//!                                               └── opens ─▶ LUKS in the volume's qcow2 file
//! ```
//! Each volume has a secret of its own, which goes with its record. Whatever else holds some of its content is encrypted with
//! the same secret: the files by which a running volume is copied, and the copy of one that no VM has. There is no raw file
//! of it at any time: what is in such a copy is read by way of `qemu-nbd`.

use std::{fs, path::PathBuf};

use model::VolumeId;
use serde::{Deserialize, Serialize};
use vault::{HostKey, Key, KeyFolder};

use super::{DiskError, Disks, snapshot::copy_file};
use crate::{
    qemu::{img, secret::Secret},
    vm::folder::give,
};

/// Who wraps the secrets here. There is one host in a data directory.
const HOST: &str = "host";

/// Under what a volume is encrypted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VolumeKey {
    /// The id of the KMS key. Snapshots of the volume are sealed under its data key.
    pub kms: String,
    /// The secret that opens the file, wrapped by the host's key.
    secret: String,
    /// The volume that it was wrapped for.
    volume: VolumeId,
}

impl Disks {
    fn host_key(&self) -> Result<HostKey, DiskError> {
        KeyFolder::beside(&self.inner.host_dir).host_key(HOST).map_err(DiskError::NoKey)
    }

    /// A new secret for a volume, and the same as it may be written down.
    pub(super) fn new_key(&self, volume: &VolumeId, kms: &str) -> Result<(VolumeKey, Secret), DiskError> {
        // That what it names is a key at all is found out now, and not by the first snapshot.
        vault_key(kms)?;
        let made = self.host_key()?.new_secret(volume).map_err(DiskError::io("making a secret"))?;
        let (secret, wrapped) = made;
        let key = VolumeKey { kms: kms.to_owned(), secret: wrapped, volume: volume.clone() };
        Ok((key, Secret::new(secret)))
    }

    /// The secret that opens what is encrypted with this key.
    pub(super) fn secret(&self, key: &VolumeKey) -> Result<Secret, DiskError> {
        let secret = self.host_key()?.unwrap(&key.volume, &key.secret);
        secret.map(Secret::new).ok_or_else(|| {
            let volume = &key.volume;
            DiskError::NoKey(format!("the secret of {volume} was wrapped by another key than this host's"))
        })
    }

    /// An empty encrypted file beside a volume's. Making one takes seconds, for which the copy of a running volume must not
    /// wait: it is made with the volume, and copied.
    pub(super) fn blank_path(&self, volume: &VolumeId) -> PathBuf {
        self.path(format!("volumes/{volume}.blank"))
    }

    /// Makes an empty file of this size that the volume's secret opens.
    pub(super) async fn copy_blank(
        &self,
        volume: &VolumeId,
        key: &VolumeKey,
        size_bytes: u64,
        to: PathBuf,
    ) -> Result<(), DiskError> {
        let (blank, secret) = (self.blank_path(volume), self.secret(key)?);
        let failed = |error| DiskError::io(format!("making {}", to.display()))(error);
        if blank.exists() {
            copy_file(&blank, &to).map_err(failed)?;
            if img::virtual_size_bytes(&to).await? != size_bytes {
                img::resize_encrypted(&to, size_bytes, &secret).await?;
            }
        } else {
            img::create_encrypted(&to, size_bytes, &secret).await?;
        }
        give(&to, self.inner.user).map_err(failed)
    }

    /// Makes the file of a new encrypted volume, and its blank.
    pub(super) async fn make_encrypted(
        &self,
        volume: &VolumeId,
        size_bytes: u64,
        secret: &Secret,
        file: &PathBuf,
    ) -> Result<(), DiskError> {
        img::create_encrypted(file, size_bytes, secret).await?;
        let blank = self.blank_path(volume);
        fs::copy(file, &blank).map_err(DiskError::io(format!("making {}", blank.display()))).map(drop)
    }
}

/// How the vault seals what is under a KMS key.
pub(super) fn vault_key(kms: &str) -> Result<Key, DiskError> {
    kms.parse().map(Key::Sealed).map_err(|_| DiskError::NoKey(format!("{kms} is not the id of a KMS key")))
}

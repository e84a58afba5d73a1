//! Which bucket a vault lies in, as it is written down in the folder of its notes.

use std::fmt;
use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::Bucket;
use crate::backend::{local, sync_dir};
use crate::{BackendError, VaultError};

/// The line of the format file, which is written last.
const FORMAT: &str = "fogbank vault, notes of a bucket, format 1\n";
const RECORD: &str = "place.json";
pub(super) const CREDENTIALS: &str = "credentials.json";

/// A part of a bucket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BucketPlace {
    /// The bucket's name.
    pub bucket: String,
    /// What all keys begin with, without a slash at either end; may be empty.
    pub prefix: String,
    /// The store, as `http://127.0.0.1:9000`; Amazon's own if it isn't said.
    pub endpoint: Option<String>,
    /// The store's region.
    pub region: String,
}

/// The access key that a bucket is used with.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BucketCredentials {
    /// Its id.
    pub access_key_id: String,
    /// Its secret.
    pub secret_access_key: String,
    /// The token of a key that is valid for a while only.
    pub session_token: Option<String>,
}

/// What a folder is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Known {
    /// No vault yet.
    Nothing,
    /// A vault.
    Folder,
    /// The notes of a vault in a bucket.
    Bucket(BucketPlace),
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Record {
    pub place: BucketPlace,
    /// The cloud's name in the bucket's marker.
    pub owner: String,
}

impl BucketPlace {
    /// The place that `s3://BUCKET/PREFIX` means.
    ///
    /// # Errors
    /// A sentence that says what is wrong with it.
    pub fn parse(url: &str, endpoint: Option<&str>, region: &str) -> Result<BucketPlace, String> {
        let Some(rest) = url.strip_prefix("s3://") else {
            return Err(format!("'{url}' isn't of the form s3://BUCKET/PREFIX"));
        };
        let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
        let in_bucket = |char: char| char.is_ascii_lowercase() || char.is_ascii_digit() || ".-_".contains(char);
        if !(3..=63).contains(&bucket.len()) || !bucket.chars().all(in_bucket) {
            return Err(format!(
                "'{bucket}' can't be the name of a bucket: 3 to 63 lower-case letters, digits, dots and dashes"
            ));
        }
        let prefix = prefix.trim_end_matches('/');
        let in_prefix = |char: char| char.is_ascii_alphanumeric() || "._-".contains(char);
        let bad = |part: &str| part.is_empty() || part.starts_with('.') || !part.chars().all(in_prefix);
        if !prefix.is_empty() && prefix.split('/').any(bad) {
            return Err(format!(
                "'{prefix}' can't be a prefix here: letters, digits, dots, dashes and underscores, between slashes; no part \
                 begins with a dot"
            ));
        }
        if region.is_empty() || !region.chars().all(|char| char.is_ascii_alphanumeric() || char == '-') {
            return Err(format!("'{region}' can't be a region"));
        }
        let endpoint = endpoint.map(endpoint_of).transpose()?;
        Ok(BucketPlace { bucket: bucket.to_owned(), prefix: prefix.to_owned(), endpoint, region: region.to_owned() })
    }
}

fn endpoint_of(url: &str) -> Result<String, String> {
    let host =
        url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).map(|host| host.trim_end_matches('/'));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['/', '@', '?', '#', ' ']) => {
            Ok(url.trim_end_matches('/').to_owned())
        }
        _ => Err(format!("'{url}' can't be the endpoint of a store: http://HOST:PORT or https://HOST:PORT")),
    }
}

impl fmt::Display for BucketPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "s3://{}", self.bucket)?;
        if !self.prefix.is_empty() {
            write!(f, "/{}", self.prefix)?;
        }
        match &self.endpoint {
            Some(endpoint) => write!(f, " at {endpoint} ({})", self.region),
            None => write!(f, " in {}", self.region),
        }
    }
}

impl fmt::Debug for BucketCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BucketCredentials").field("access_key_id", &self.access_key_id).finish_non_exhaustive()
    }
}

/// What there is in a folder, which may be missing.
///
/// # Errors
/// [`BackendError::NotAVault`] if it is of a later version, or the record isn't understood; [`BackendError::Io`].
pub fn known_place(folder: &Path) -> Result<Known, BackendError> {
    match read_text(folder, "format")?.as_deref() {
        None => Ok(Known::Nothing),
        Some(local::FORMAT) => Ok(Known::Folder),
        Some(FORMAT) => Ok(Known::Bucket(read(folder)?.place)),
        Some(other) => Err(refused(folder, format!("its format is {:?}", other.trim_end()))),
    }
}

/// Is there nothing in a folder but what an attempt to make a vault has left?
fn is_free(folder: &Path) -> Result<(), BackendError> {
    let failed = |error| BackendError::from_io(format!("looking into {}", folder.display()), error);
    let harmless = ["tmp", "sweep", "lost+found", RECORD, CREDENTIALS];
    for entry in fs::read_dir(folder).map_err(failed)? {
        let name = entry.map_err(failed)?.file_name();
        let name = name.to_string_lossy();
        if !harmless.contains(&name.strip_suffix(".new").unwrap_or(&name)) {
            return Err(refused(folder, format!("it isn't empty ({name})")));
        }
    }
    Ok(())
}

/// What is written down in the folder of a vault in a bucket.
pub(super) fn read(folder: &Path) -> Result<Record, BackendError> {
    let text = read_text(folder, RECORD)?.ok_or_else(|| refused(folder, format!("it has no {RECORD}")))?;
    serde_json::from_str(&text).map_err(|error| refused(folder, format!("its {RECORD} isn't understood: {error}")))
}

fn read_text(folder: &Path, name: &str) -> Result<Option<String>, BackendError> {
    let path = folder.join(name);
    match fs::read_to_string(&path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(BackendError::from_io(format!("reading {}", path.display()), error)),
    }
}

fn refused(folder: &Path, reason: String) -> BackendError {
    BackendError::NotAVault { path: folder.to_owned(), reason }
}

/// Writes a file that is for its owner alone, whole or not at all.
fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), BackendError> {
    let path = folder.join(name);
    let new = folder.join(format!("{name}.new"));
    let write = || -> io::Result<()> {
        match fs::remove_file(&new) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&new)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&new, &path)?;
        sync_dir(folder)
    };
    write().map_err(|error| BackendError::from_io(format!("writing {}", path.display()), error))
}

impl Bucket {
    /// Makes the vault of a new cloud: notes in `folder`, which is missing or empty, and everything else in `place`. What
    /// was begun by a process that was killed is gone on with. `owner` is a name that no other cloud has.
    ///
    /// # Errors
    /// [`VaultError::Unsupported`] if the folder or the place holds something else, [`VaultError::Full`] and
    /// [`VaultError::Io`], also if the store can't be reached or refuses the access key. Then there is no vault.
    pub fn found(
        folder: &Path,
        place: &BucketPlace,
        credentials: &BucketCredentials,
        owner: &str,
    ) -> Result<(), VaultError> {
        local::private_dir(folder)
            .map_err(|error| BackendError::from_io(format!("making {}", folder.display()), error))?;
        if known_place(folder)? != Known::Nothing {
            return Err(refused(folder, "it is one already".to_owned()).into());
        }
        is_free(folder)?;
        // The bucket may know this cloud by the name of an attempt that was killed.
        let earlier = read(folder).ok().filter(|earlier| earlier.place == *place);
        let owner = earlier.map_or_else(|| owner.to_owned(), |earlier| earlier.owner);
        let record = Record { place: place.clone(), owner };
        write(folder, RECORD, &serde_json::to_vec_pretty(&record).expect("a record is always JSON"))?;
        Bucket::set_credentials(folder, credentials)?;
        Bucket::open(folder)?.claim()?;
        Ok(write(folder, "format", FORMAT.as_bytes())?)
    }

    /// Removes what an attempt to make the vault in a bucket has left in a folder, so that one can be made in the folder. Of
    /// a vault nothing is removed.
    ///
    /// # Errors
    /// [`VaultError::Unsupported`] if it isn't known what the folder is, [`VaultError::Io`].
    pub fn forget_attempt(folder: &Path) -> Result<(), VaultError> {
        if known_place(folder)? != Known::Nothing {
            return Ok(());
        }
        for name in [RECORD, CREDENTIALS] {
            for path in [folder.join(name), folder.join(format!("{name}.new"))] {
                match fs::remove_file(&path) {
                    Err(error) if error.kind() != ErrorKind::NotFound => {
                        return Err(VaultError::from_io(format!("removing {}", path.display()), error));
                    }
                    _ => {}
                }
            }
        }
        Ok(())
    }

    /// Writes down the access key that a bucket is used with from now on, by every process that uses it.
    ///
    /// # Errors
    /// [`VaultError::Full`] and [`VaultError::Io`].
    pub fn set_credentials(folder: &Path, credentials: &BucketCredentials) -> Result<(), VaultError> {
        Ok(write(folder, CREDENTIALS, &serde_json::to_vec_pretty(credentials).expect("a key is always JSON"))?)
    }
}

/// The access key that is written down.
pub(super) fn credentials(folder: &Path) -> Result<BucketCredentials, BackendError> {
    let text = read_text(folder, CREDENTIALS)?.ok_or_else(|| refused(folder, format!("it has no {CREDENTIALS}")))?;
    // What the error would quote is secret.
    serde_json::from_str(&text).map_err(|_| refused(folder, format!("its {CREDENTIALS} isn't understood")))
}

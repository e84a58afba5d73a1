//! The raw bases that volumes are overlays of: one read-only file for each snapshot root, made once, verified as it is made.
//!
//! ```text
//! <cache>/<root>.raw            complete, mode 0444, never changed again (overlays hold locks on it)
//! <cache>/<root>.raw.partial    in the making
//! ```
//! A base may be removed while it is open: those who have it open keep it. It isn't verified again after it is made.

use std::fs::{self, DirBuilder};
use std::io::ErrorKind;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use crate::partial_file::{PartialFile, folder_of, remove_dead};
use crate::{Hash, Key, Vault, VaultError, backend};

const SUFFIX: &str = ".raw";

/// Where the base of a root lies, or would lie.
pub fn base_path(cache: &Path, root: Hash) -> PathBuf {
    cache.join(format!("{root}{SUFFIX}"))
}

impl Vault {
    /// Makes the raw base of a snapshot, unless it is there, and returns its path. Of several that ask at once, in this
    /// process or another, one makes it and the others wait. A base that is there is returned without a look at the vault.
    ///
    /// Of an encrypted snapshot there is none, for it would lie there in clear.
    ///
    /// The cache's folder is made if missing, for this user alone; who may read bases is a matter of that folder's
    /// permissions. `progress` is as in [`Vault::restore`].
    ///
    /// # Errors
    /// [`VaultError::Damaged`] naming the object and the block, [`VaultError::Cancelled`], [`VaultError::Full`],
    /// [`VaultError::Unsupported`] and [`VaultError::Io`]. Then there is no base.
    pub fn materialize(
        &self,
        root: Hash,
        cache: &Path,
        progress: &dyn Fn(u64, u64),
        cancel: &AtomicBool,
    ) -> Result<PathBuf, VaultError> {
        let path = base_path(cache, root);
        let failed = |error| VaultError::from_io(format!("making {}", cache.display()), error);
        DirBuilder::new().mode(0o700).recursive(true).create(cache).map_err(failed)?;
        if let Some(partial) = PartialFile::begin(&path, cancel)? {
            if self.manifest(root)?.key != Key::None {
                return Err(VaultError::Invalid(format!(
                    "the snapshot with root {root} is encrypted: it has no raw base"
                )));
            }
            self.restore_to_empty(root, partial.file(), progress, cancel)?;
            partial.finish(0o444)?;
        }
        Ok(path)
    }
}

/// Removes the base of a root, and what a killed maker left of it; says whether there was a base. That no volume will be
/// opened over it again is the caller's to know.
///
/// # Errors
/// [`VaultError::Io`].
pub fn remove_base(cache: &Path, root: Hash) -> Result<bool, VaultError> {
    let path = base_path(cache, root);
    let failed = |error| VaultError::from_io(format!("removing {}", path.display()), error);
    remove_dead(&path).map_err(failed)?;
    match fs::remove_file(&path) {
        Ok(()) => backend::sync_dir(folder_of(&path)).map(|()| true).map_err(failed),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(failed(error)),
    }
}

/// The roots that have a base or the beginning of one, sorted, for a caller that removes those it doesn't need.
///
/// # Errors
/// [`VaultError::Io`].
pub fn bases(cache: &Path) -> Result<Vec<Hash>, VaultError> {
    let failed = |error| VaultError::from_io(format!("listing {}", cache.display()), error);
    let entries = match fs::read_dir(cache) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(error)),
    };
    let mut roots = Vec::new();
    for entry in entries {
        let name = entry.map_err(failed)?.file_name();
        let root: Option<Hash> =
            name.to_str().and_then(|name| name.split_once('.')).and_then(|(root, _)| root.parse().ok());
        roots.extend(root);
    }
    roots.sort_unstable();
    roots.dedup();
    Ok(roots)
}

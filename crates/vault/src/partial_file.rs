//! A file that appears whole or not at all, and that one maker at a time works on.
//!
//! It is written as `<name>.partial` under a lock (flock) on that very file, synced, and renamed. The kernel lets go of a
//! killed maker's lock, and the next maker begins the file anew. A lock may be gained on a file that has been renamed or
//! removed meanwhile, so who has gained it looks whether the path still leads to it.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crate::VaultError;
use crate::backend::sync_dir;

/// What is appended to the name of a file in the making.
const SUFFIX: &str = ".partial";

/// How often a waiting maker looks whether the other is done, or whether it should stop waiting.
const POLL: Duration = Duration::from_millis(20);

/// A file in the making. Dropped, it goes away.
pub(crate) struct PartialFile {
    target: PathBuf,
    path: PathBuf,
    file: File,
    finished: bool,
}

impl PartialFile {
    /// Begins the file, or returns `None` if it is there already. Waits for another maker.
    ///
    /// # Errors
    /// [`VaultError::Cancelled`], [`VaultError::Io`], [`VaultError::Full`].
    pub fn begin(target: &Path, cancel: &AtomicBool) -> Result<Option<PartialFile>, VaultError> {
        let path = partial_path(target);
        let failed = |error| VaultError::from_io(format!("beginning {}", path.display()), error);
        loop {
            if target.try_exists().map_err(failed)? {
                return Ok(None);
            }
            let mut options = OpenOptions::new();
            let file = options.read(true).write(true).create(true).truncate(false).mode(0o600).open(&path);
            let file = file.map_err(failed)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) if cancel.load(Ordering::Relaxed) => return Err(VaultError::Cancelled),
                Err(TryLockError::WouldBlock) => {
                    thread::sleep(POLL);
                    continue;
                }
                Err(TryLockError::Error(error)) => return Err(failed(error)),
            }
            if !is_at(&file, &path).map_err(failed)? {
                continue;
            }
            let partial = PartialFile { target: target.to_owned(), path: path.clone(), file, finished: false };
            // Somebody may have finished between the first look and the lock; then ours is a new, empty one.
            if target.try_exists().map_err(failed)? {
                return Ok(None);
            }
            partial.file.set_len(0).map_err(failed)?;
            return Ok(Some(partial));
        }
    }

    /// The file to write to.
    pub fn file(&self) -> &File {
        &self.file
    }

    /// Makes the file durable and gives it its name.
    ///
    /// # Errors
    /// [`VaultError::Io`], [`VaultError::Full`].
    pub fn finish(mut self) -> Result<(), VaultError> {
        let published = self.file.sync_all().and_then(|()| fs::rename(&self.path, &self.target));
        published.map_err(|error| VaultError::from_io(format!("finishing {}", self.target.display()), error))?;
        self.finished = true;
        let folder = folder_of(&self.target);
        sync_dir(folder).map_err(|error| VaultError::from_io(format!("syncing {}", folder.display()), error))
    }
}

impl Drop for PartialFile {
    fn drop(&mut self) {
        if !self.finished {
            // If this fails, the next maker begins it anew all the same.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// The folder that a file lies in.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn partial_path(target: &Path) -> PathBuf {
    let mut path = OsString::from(target);
    path.push(SUFFIX);
    path.into()
}

fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    let held = file.metadata()?;
    match fs::metadata(path) {
        Ok(there) => Ok((there.dev(), there.ino()) == (held.dev(), held.ino())),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

//! The directory that a build writes its files to.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

use crate::error::{At, Result};

/// The work directory while a build has it: locked, and emptied before and after.
pub(crate) struct WorkDirectory {
    inner: PathBuf,
    _lock: File,
}

impl WorkDirectory {
    pub(crate) fn take(directory: &Path) -> Result<Self> {
        let attempt = "Preparing the work directory";
        fs::create_dir_all(directory).at(attempt, directory)?;
        // Tools run in other directories than this program.
        let directory = directory.canonicalize().at(attempt, directory)?;
        let lock_path = directory.join("lock");
        let lock = File::create(&lock_path).at(attempt, &lock_path)?;
        lock.lock().at(attempt, &lock_path)?;
        // Left by a build that was killed: the lock says that it no longer runs.
        let inner = directory.join("build");
        remove(&inner).at(attempt, &inner)?;
        fs::create_dir(&inner).at(attempt, &inner)?;
        Ok(Self { inner, _lock: lock })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.inner
    }
}

impl Drop for WorkDirectory {
    fn drop(&mut self) {
        if let Err(error) = remove(&self.inner) {
            tracing::warn!(path = %self.inner.display(), %error, "files of an image's build are left behind");
        }
    }
}

fn remove(directory: &Path) -> std::io::Result<()> {
    match fs::remove_dir_all(directory) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        result => result,
    }
}

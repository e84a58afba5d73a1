//! Deletions whose fate isn't known.
//!
//! ```text
//!   sure ──begin──▶ doubtful ──end──▶ sure
//!                       └── failed, timed out or killed: stays so for TIME, in which nobody may sweep
//! ```
//! A request to delete that was given up may still lie somewhere in the store, and be carried out when the same object has
//! been deleted by another request and stored anew. The object would be lost. Who wants to store an object that is being
//! deleted waits until its batch is through, for which somebody has to have the right to sweep (see `crate::sweep`); so
//! that nobody gets it for a while is all that it takes.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::notes;
use crate::BackendError;
use crate::backend::local::{private_dir, sync_dir};

/// After so long a request that was given up isn't carried out any more. A request is given up after half a minute.
pub(super) const TIME: Duration = Duration::from_secs(120);

fn path(folder: &Path) -> PathBuf {
    folder.join(notes::FOLDER).join("doubt")
}

fn failed(path: &Path) -> impl FnOnce(io::Error) -> BackendError {
    let attempted = format!("noting a deletion in {}", path.display());
    move |error| BackendError::from_io(attempted, error)
}

/// To be called before a deletion is asked for, by who has the right to sweep.
pub(super) fn begin(folder: &Path) -> Result<(), BackendError> {
    let path = path(folder);
    let notes = folder.join(notes::FOLDER);
    let begin = || {
        private_dir(&notes)?;
        fs::File::create(&path)?.sync_all()?;
        sync_dir(&notes)
    };
    begin().map_err(failed(&path))
}

/// All that was asked for has been answered.
pub(super) fn end(folder: &Path) -> Result<(), BackendError> {
    let path = path(folder);
    match fs::remove_file(&path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(failed(&path)(error)),
        _ => Ok(()),
    }
}

/// Is there no doubt any more, which lasts for `time`? Asked by who has the right to sweep.
pub(super) fn is_over(folder: &Path, time: Duration) -> Result<bool, BackendError> {
    let path = path(folder);
    let since = match fs::metadata(&path).and_then(|found| found.modified()) {
        Ok(since) => since,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(true),
        Err(error) => return Err(failed(&path)(error)),
    };
    match SystemTime::now().duration_since(since) {
        Ok(passed) if passed >= time => end(folder).map(|()| true),
        Ok(_) => Ok(false),
        // The clock was set back: the time begins anew, so that it ends.
        Err(_) => begin(folder).map(|()| false),
    }
}

//! Notes, jobs and locks of a vault in a folder, for all processes that use it.
//!
//! ```text
//! sweep/lock           held while a note is compared and written
//! sweep/sweeper        held by who sweeps
//! sweep/notes/<name>   a note
//! sweep/jobs/<name>    a job under way; locked by its process before it gets this name, so a free one is of the dead
//! ```
//! The kernel lets go of the locks of a process that dies.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use super::{Hold, LiveJob, Note, sync_dir};
use crate::{BackendError, Hash};

/// Everything of this module, in the vault's folder.
pub(in crate::backend) const FOLDER: &str = "sweep";
const NOTES: &str = "notes";
const JOBS: &str = "jobs";

/// The jobs that this process has begun.
static NUMBER: AtomicU64 = AtomicU64::new(0);

/// A locked file. Jobs' files go when they end.
#[derive(Debug)]
struct Held {
    _file: File,
    remove: Option<PathBuf>,
}

impl Hold for Held {
    fn is_held(&self) -> bool {
        true
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(path) = &self.remove {
            // What stays is of the dead, and the next who looks removes it.
            let _ = fs::remove_file(path);
        }
    }
}

fn failed(doing: &str, path: &Path) -> impl FnOnce(io::Error) -> BackendError {
    let attempted = format!("{doing} {}", path.display());
    move |error| BackendError::from_io(attempted, error)
}

fn folder(root: &Path, name: &str) -> Result<PathBuf, BackendError> {
    let path = root.join(FOLDER).join(name);
    DirBuilder::new().mode(0o700).recursive(true).create(&path).map_err(failed("making", &path))?;
    Ok(path)
}

fn open_lock(root: &Path, name: &str) -> Result<(File, PathBuf), BackendError> {
    let path = folder(root, "")?.join(name);
    let mut options = OpenOptions::new();
    let file = options.write(true).create(true).truncate(false).mode(0o600).open(&path);
    Ok((file.map_err(failed("opening", &path))?, path))
}

pub(in crate::backend) fn read(root: &Path, name: &str) -> Result<Option<Note>, BackendError> {
    let path = root.join(FOLDER).join(NOTES).join(name);
    match fs::read(&path) {
        Ok(bytes) => Ok(Some(Note { version: Hash::of(&bytes).to_string(), bytes })),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(failed("reading", &path)(error)),
    }
}

pub(in crate::backend) fn write(
    root: &Path,
    name: &str,
    bytes: Option<&[u8]>,
    before: Option<&str>,
) -> Result<bool, BackendError> {
    let (lock, lock_path) = open_lock(root, "lock")?;
    lock.lock().map_err(failed("locking", &lock_path))?;
    if read(root, name)?.map(|note| note.version).as_deref() != before {
        return Ok(false);
    }
    let folder = folder(root, NOTES)?;
    let path = folder.join(name);
    let change = || -> io::Result<()> {
        match bytes {
            Some(bytes) => {
                // One writer at a time: the name in the making is free, or of the dead.
                let new = root.join(FOLDER).join("new");
                let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&new)?;
                file.write_all(bytes)?;
                file.sync_all()?;
                fs::rename(&new, &path)?;
            }
            None => match fs::remove_file(&path) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
                _ => {}
            },
        }
        sync_dir(&folder)
    };
    change().map_err(failed("writing", &path))?;
    Ok(true)
}

pub(in crate::backend) fn list(root: &Path, beginning: &str) -> Result<Vec<String>, BackendError> {
    let path = root.join(FOLDER).join(NOTES);
    let mut names = names(&path)?;
    names.retain(|name| name.starts_with(beginning));
    Ok(names)
}

fn names(folder: &Path) -> Result<Vec<String>, BackendError> {
    let mut names = Vec::new();
    for entry in super::entries(folder).map_err(failed("listing", folder))? {
        let entry = entry.map_err(failed("listing", folder))?;
        names.extend(entry.file_name().into_string());
    }
    names.sort();
    Ok(names)
}

/// `unseen`: a path of this process, on the same file system.
pub(in crate::backend) fn begin_job(root: &Path, unseen: &Path, about: &[u8]) -> Result<Box<dyn Hold>, BackendError> {
    let folder = folder(root, JOBS)?;
    let begin = || -> io::Result<Held> {
        let mut file = OpenOptions::new().read(true).write(true).create_new(true).mode(0o600).open(unseen)?;
        file.lock()?;
        file.write_all(about)?;
        // Never used again: who waits for the end of this job must not wait for a later one of the same name.
        let since = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos());
        loop {
            let number = NUMBER.fetch_add(1, Ordering::Relaxed);
            let path = folder.join(format!("{since}-{}-{number}", std::process::id()));
            match fs::hard_link(unseen, &path) {
                Ok(()) => {
                    fs::remove_file(unseen)?;
                    return Ok(Held { _file: file, remove: Some(path) });
                }
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
    };
    Ok(Box::new(begin().map_err(failed("beginning a job in", &folder))?))
}

pub(in crate::backend) fn live_jobs(root: &Path) -> Result<Vec<LiveJob>, BackendError> {
    let folder = root.join(FOLDER).join(JOBS);
    let mut jobs = Vec::new();
    for id in names(&folder)? {
        let path = folder.join(&id);
        let file = match File::open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            Err(error) => return Err(failed("opening", &path)(error)),
        };
        match file.try_lock_shared() {
            Ok(()) => drop(fs::remove_file(&path)),
            Err(TryLockError::WouldBlock) => match fs::read(&path) {
                Ok(about) => jobs.push(LiveJob { id, about }),
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => return Err(failed("reading", &path)(error)),
            },
            Err(TryLockError::Error(error)) => return Err(failed("looking at", &path)(error)),
        }
    }
    Ok(jobs)
}

pub(in crate::backend) fn hold_sweep(root: &Path) -> Result<Option<Box<dyn Hold>>, BackendError> {
    let (file, path) = open_lock(root, "sweeper")?;
    match file.try_lock() {
        Ok(()) => Ok(Some(Box::new(Held { _file: file, remove: None }))),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(failed("locking", &path)(error)),
    }
}

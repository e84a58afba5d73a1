//! The folder in which one opened vault writes its temporary files, and how those of killed processes go away.
//!
//! ```text
//! tmp/lock        held for the moment of opening, by one process at a time
//! tmp/0/lock      held as long as the vault that writes in tmp/0 is open; the kernel lets go when its process dies
//! tmp/0/17        an object being written
//! ```
//! Who opens a vault holds `tmp/lock`, removes every folder whose own lock is free, and takes a free number. So nothing of
//! a living process is removed, without a look at process ids, which mean nothing in another namespace.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

const LOCK: &str = "lock";

/// One opened vault's place for temporary files. It isn't removed at the end: the next opening does so.
#[derive(Debug)]
pub(in crate::backend) struct Session {
    folder: PathBuf,
    next: AtomicU64,
    /// Held until the vault is closed.
    _lock: File,
}

impl Session {
    /// Cleans up after the dead in `tmp`, and takes a place.
    pub fn begin(tmp: &Path) -> io::Result<Session> {
        let opening = lock_file(&tmp.join(LOCK))?;
        opening.lock()?;
        for entry in fs::read_dir(tmp)? {
            let path = entry?.path();
            if path.is_dir() && is_dead(&path)? {
                match fs::remove_dir_all(&path) {
                    // Where the file system keeps what somebody had open under another name until it is closed (NFS, FUSE),
                    // which the lock that was just looked at may be: the next opening comes after that.
                    Err(error) if error.kind() == ErrorKind::DirectoryNotEmpty => {}
                    other => other?,
                }
            }
        }
        let folder = (0_u32..)
            .map(|number| tmp.join(number.to_string()))
            .find(|path| !path.exists())
            .expect("there are more numbers than processes");
        fs::create_dir(&folder)?;
        let lock = lock_file(&folder.join(LOCK))?;
        lock.lock()?;
        Ok(Session { folder, next: AtomicU64::new(0), _lock: lock })
    }

    /// A path that nobody else uses.
    pub fn next_path(&self) -> PathBuf {
        self.folder.join(self.next.fetch_add(1, Ordering::Relaxed).to_string())
    }

    /// Writes a file that is there whole or not at all. The caller syncs its folder.
    pub fn publish(&self, bytes: &[u8], target: &Path) -> io::Result<()> {
        let path = self.next_path();
        let mut file = File::create_new(&path)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(path, target)
    }
}

fn lock_file(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(path)
}

/// Is nobody using this folder? Asked while holding `tmp/lock`, so nobody begins to.
fn is_dead(folder: &Path) -> io::Result<bool> {
    match File::open(folder.join(LOCK)) {
        Ok(file) => match file.try_lock() {
            Ok(()) => Ok(true),
            Err(TryLockError::WouldBlock) => Ok(false),
            Err(TryLockError::Error(error)) => Err(error),
        },
        // Its maker was killed before it could lock it.
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
    }
}

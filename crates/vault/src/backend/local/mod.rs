//! A vault in a folder.
//!
//! ```text
//! <vault>/format                  one line: what this is
//! <vault>/blocks/3f/a4c1…         an object; the folder's name is the first byte of its hash
//! <vault>/pages/…, manifests/…
//! <vault>/tmp/lock, tmp/0/…       objects being written (see `session.rs`)
//! <vault>/sweep/…                 notes, jobs and locks of the garbage collection (see `notes.rs`)
//! ```
//! An object is written to a temporary file, synced, and then renamed: a name is visible only when its bytes are on the
//! disk, so a crash at any moment leaves whole objects and temporary files, never half an object under its name.
//! Names are synced by [`Backend::settle`], a directory at a time: one rename costs a journal commit otherwise.
//! Files are synced in batches too, first all written and then all synced: on a busy disk that took 190 to 260 MB/s where
//! one by one took 70 to 220. `syncfs` is about as fast (150 to 400), but waits for whatever the guests have written to the
//! same file system, and reports their errors.

pub(super) mod notes;
pub(super) mod session;

use std::collections::BTreeSet;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::ops::ControlFlow;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use self::session::Session;
use super::{Backend, Hold, Listed, LiveJob, Note, Object, Put};
use crate::{BackendError, Kind, ObjectName};

const FORMAT_FILE: &str = "format";
pub(super) const FORMAT: &str = "fogbank vault, format 1\n";
const TMP: &str = "tmp";

/// Objects in a folder of the local file system. May be opened by several processes at once.
#[derive(Debug)]
pub struct LocalFolder {
    root: PathBuf,
    session: Session,
    #[cfg(test)]
    fault: Option<FaultHook>,
}

/// The steps of storing an object, named so that tests can fail each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    Create,
    Write,
    Sync,
    Rename,
    SyncDir,
    CleanUp,
}

/// An object written to a temporary file.
struct Staged {
    file: File,
    path: PathBuf,
}

impl LocalFolder {
    /// Opens the vault in `root`, making it if the folder is missing or empty, and removes what killed processes left
    /// half written.
    ///
    /// # Errors
    /// [`BackendError::NotAVault`] if the folder holds something else or a later format; [`BackendError::Full`] and
    /// [`BackendError::Io`].
    pub fn open(root: impl Into<PathBuf>) -> Result<LocalFolder, BackendError> {
        let root = root.into();
        let failed = |error| BackendError::from_io(format!("opening the vault in {}", root.display()), error);

        private_dir(&root).map_err(failed)?;
        let known = format_is_known(&root)?;
        private_dir(&root.join(TMP)).map_err(failed)?;
        let session = Session::begin(&root.join(TMP)).map_err(failed)?;
        if !known {
            for kind in Kind::ALL {
                private_dir(&root.join(kind.folder())).map_err(failed)?;
            }
            session.publish(FORMAT.as_bytes(), &root.join(FORMAT_FILE)).map_err(failed)?;
            sync_dir(&root).map_err(failed)?;
            if let Some(parent) = root.parent().filter(|parent| !parent.as_os_str().is_empty()) {
                sync_dir(parent).map_err(failed)?;
            }
        }
        Ok(LocalFolder {
            root,
            session,
            #[cfg(test)]
            fault: None,
        })
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where an object lies, or would lie.
    pub fn path_of(&self, name: ObjectName) -> PathBuf {
        let digits = name.hash.to_string();
        let (folder, file) = digits.split_at(2);
        self.root.join(name.kind.folder()).join(folder).join(file)
    }

    #[cfg(test)]
    pub(crate) fn with_fault(mut self, fault: FaultHook) -> LocalFolder {
        self.fault = Some(fault);
        self
    }

    #[cfg_attr(not(test), allow(clippy::unused_self, clippy::unnecessary_wraps))]
    fn before(&self, step: Step) -> io::Result<()> {
        #[cfg(test)]
        if let Some(FaultHook(fault)) = &self.fault {
            return fault(step);
        }
        let _ = step;
        Ok(())
    }

    fn stage(&self, bytes: &[u8]) -> io::Result<Staged> {
        self.before(Step::Create)?;
        let path = self.session.next_path();
        let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path)?;
        let mut staged = Staged { file, path };
        let written = self.before(Step::Write).and_then(|()| staged.file.write_all(bytes));
        if let Err(error) = written {
            self.discard(&staged);
            return Err(error);
        }
        Ok(staged)
    }

    fn sync(&self, staged: &Staged) -> io::Result<()> {
        self.before(Step::Sync)?;
        staged.file.sync_data()
    }

    fn rename(&self, staged: &Staged, name: ObjectName) -> io::Result<()> {
        self.before(Step::Rename)?;
        let target = self.path_of(name);
        match fs::rename(&staged.path, &target) {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let folder = target.parent().expect("an object lies in a folder");
                DirBuilder::new().mode(0o700).recursive(true).create(folder)?;
                fs::rename(&staged.path, &target)
            }
            other => other,
        }
    }

    /// Removes a temporary file. If that fails too, the next process to open the vault does it.
    fn discard(&self, staged: &Staged) {
        let _ = self.before(Step::CleanUp).and_then(|()| fs::remove_file(&staged.path));
    }

    /// Writes all, then syncs all, then renames all. On an error no temporary file stays.
    fn store(&self, objects: &[Object<'_>]) -> Result<(), BackendError> {
        let mut staged = Vec::with_capacity(objects.len());
        let mut renamed = 0;
        let mut work = || -> Result<(), (ObjectName, io::Error)> {
            for object in objects {
                staged.push(self.stage(object.bytes).map_err(|error| (object.name, error))?);
            }
            for (staged, object) in staged.iter().zip(objects) {
                self.sync(staged).map_err(|error| (object.name, error))?;
            }
            for (staged, object) in staged.iter().zip(objects) {
                self.rename(staged, object.name).map_err(|error| (object.name, error))?;
                renamed += 1;
            }
            Ok(())
        };
        let outcome = work();
        for left in &staged[renamed..] {
            self.discard(left);
        }
        outcome
            .map_err(|(name, error)| BackendError::from_io(format!("storing {name} in {}", self.root.display()), error))
    }

    fn failed(&self, doing: &str, name: ObjectName) -> impl FnOnce(io::Error) -> BackendError {
        let attempted = format!("{doing} {name} in {}", self.root.display());
        move |error| BackendError::from_io(attempted, error)
    }

    fn sync_dirs(&self, dirs: BTreeSet<PathBuf>) -> Result<(), BackendError> {
        for dir in dirs {
            self.before(Step::SyncDir)
                .and_then(|()| sync_dir(&dir))
                .map_err(|error| BackendError::from_io(format!("syncing {}", dir.display()), error))?;
        }
        Ok(())
    }
}

impl Backend for LocalFolder {
    fn put_if_absent(&self, objects: &[Object<'_>]) -> Result<Vec<Put>, BackendError> {
        let mut fates = Vec::with_capacity(objects.len());
        let mut absent = Vec::with_capacity(objects.len());
        for object in objects {
            if self.exists(object.name)? {
                fates.push(Put::Present);
            } else {
                fates.push(Put::Stored);
                absent.push(*object);
            }
        }
        // Somebody may store the same object before our rename: then equal bytes replace equal bytes.
        self.store(&absent)?;
        Ok(fates)
    }

    fn replace(&self, object: Object<'_>) -> Result<(), BackendError> {
        self.store(&[object])
    }

    fn settle(&self, names: &[ObjectName]) -> Result<(), BackendError> {
        // The folders above are synced as well: the one that holds the object may be new.
        let mut dirs = BTreeSet::new();
        for name in names {
            let path = self.path_of(*name);
            dirs.extend(path.ancestors().skip(1).take(3).map(Path::to_path_buf));
        }
        self.sync_dirs(dirs)
    }

    fn get(&self, name: ObjectName) -> Result<Option<Vec<u8>>, BackendError> {
        let file = match File::open(self.path_of(name)) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(self.failed("opening", name)(error)),
        };
        let len = file.metadata().map_err(self.failed("reading", name))?.len();
        let limit = name.kind.max_stored_bytes() as u64 + 1;
        let mut bytes = Vec::with_capacity(len.min(limit) as usize + 1);
        file.take(limit).read_to_end(&mut bytes).map_err(self.failed("reading", name))?;
        Ok(Some(bytes))
    }

    fn exists(&self, name: ObjectName) -> Result<bool, BackendError> {
        self.path_of(name).try_exists().map_err(self.failed("looking for", name))
    }

    fn delete(&self, names: &[ObjectName]) -> Result<u64, BackendError> {
        let (mut deleted, mut dirs) = (0, BTreeSet::new());
        for name in names {
            let path = self.path_of(*name);
            match fs::remove_file(&path) {
                Ok(()) => deleted += 1,
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => return Err(self.failed("deleting", *name)(error)),
            }
            // Also of one that is gone: who removed it may have been killed before the sync.
            dirs.insert(path.parent().expect("an object lies in a folder").to_path_buf());
        }
        self.sync_dirs(dirs)?;
        Ok(deleted)
    }

    fn list(&self, kind: Kind, visit: &mut dyn FnMut(Listed) -> ControlFlow<()>) -> Result<(), BackendError> {
        let top = self.root.join(kind.folder());
        let failed = |error| BackendError::from_io(format!("listing {}", top.display()), error);
        for folder in entries(&top).map_err(failed)? {
            let folder = folder.map_err(failed)?;
            let Some(first) = folder.file_name().to_str().map(str::to_owned) else { continue };
            if first.len() != 2 {
                continue;
            }
            for file in entries(&folder.path()).map_err(failed)? {
                let file = file.map_err(failed)?;
                let Some(rest) = file.file_name().to_str().map(str::to_owned) else { continue };
                // Whatever isn't named as an object is none of ours.
                let Ok(hash) = format!("{first}{rest}").parse() else { continue };
                let metadata = match file.metadata() {
                    Ok(metadata) => metadata,
                    Err(error) if error.kind() == ErrorKind::NotFound => continue,
                    Err(error) => return Err(failed(error)),
                };
                let stored_at = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
                let listed = Listed { name: ObjectName { kind, hash }, stored_bytes: metadata.len(), stored_at };
                if visit(listed).is_break() {
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    fn read_note(&self, name: &str) -> Result<Option<Note>, BackendError> {
        notes::read(&self.root, name)
    }

    fn write_note(&self, name: &str, bytes: Option<&[u8]>, before: Option<&str>) -> Result<bool, BackendError> {
        notes::write(&self.root, name, bytes, before)
    }

    fn list_notes(&self, beginning: &str) -> Result<Vec<String>, BackendError> {
        notes::list(&self.root, beginning)
    }

    fn begin_job(&self, about: &[u8]) -> Result<Box<dyn Hold>, BackendError> {
        notes::begin_job(&self.root, &self.session.next_path(), about)
    }

    fn live_jobs(&self) -> Result<Vec<LiveJob>, BackendError> {
        notes::live_jobs(&self.root)
    }

    fn hold_sweep(&self) -> Result<Option<Box<dyn Hold>>, BackendError> {
        notes::hold_sweep(&self.root)
    }
}

/// The entries of a folder that may be missing.
fn entries(folder: &Path) -> io::Result<impl Iterator<Item = io::Result<fs::DirEntry>>> {
    match fs::read_dir(folder) {
        Ok(entries) => Ok(Some(entries).into_iter().flatten()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None.into_iter().flatten()),
        Err(error) => Err(error),
    }
}

/// Is it a vault (true), or a folder to make one in (false)?
fn format_is_known(root: &Path) -> Result<bool, BackendError> {
    let failed = |error| BackendError::from_io(format!("looking into {}", root.display()), error);
    let refused = |reason| BackendError::NotAVault { path: root.to_owned(), reason };
    match fs::read(root.join(FORMAT_FILE)) {
        Ok(found) if found == FORMAT.as_bytes() => return Ok(true),
        Ok(found) => return Err(refused(format!("its format is {:?}", String::from_utf8_lossy(&found).trim_end()))),
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(failed(error)),
    }
    // A killed first opening leaves these. Anything else was somebody's before us.
    let ours = Kind::ALL.map(Kind::folder);
    for entry in entries(root).map_err(failed)? {
        let name = entry.map_err(failed)?.file_name();
        let harmless = name
            .to_str()
            .is_some_and(|name| [TMP, notes::FOLDER, "lost+found"].contains(&name) || ours.contains(&name));
        // Another process may have made the vault since we looked.
        if !harmless && name != FORMAT_FILE {
            return Err(refused(format!("it isn't empty ({})", Path::new(&name).display())));
        }
    }
    Ok(false)
}

/// Makes a folder that only its owner can look into, and those above it.
pub(super) fn private_dir(path: &Path) -> io::Result<()> {
    DirBuilder::new().mode(0o700).recursive(true).create(path)
}

/// Makes a folder's names durable.
pub(crate) fn sync_dir(dir: &Path) -> io::Result<()> {
    File::open(dir)?.sync_all()
}

/// Called before each step; what it returns happens.
#[cfg(test)]
#[derive(Clone)]
pub(crate) struct FaultHook(pub std::sync::Arc<dyn Fn(Step) -> io::Result<()> + Send + Sync>);

#[cfg(test)]
impl std::fmt::Debug for FaultHook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FaultHook")
    }
}

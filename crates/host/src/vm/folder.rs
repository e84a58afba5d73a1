//! Where the files of an instance lie, below the host's folder.
//!
//! ```text
//!   instances/i-…/hardware.json    the board as the guest knows it
//!                 launched.json    the running QEMU; gone when it has ended as it should
//!                 observed.json    what was last said of it
//!                 pid, qmp.sock, console.sock, agent.sock
//!                 console.log      what the guest wrote to its serial port; .1 and so on are older
//!                 qemu.log         QEMU's own complaints
//!                 nvram.fd         UEFI's variables
//!                 screen.png       room for a screenshot
//! ```
//! The folder belongs to the agent; QEMU's user may only pass through it to the files that were made for it.

use std::{
    fs, io,
    os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt, chown},
    path::{Path, PathBuf},
};

use model::InstanceId;

use crate::qemu::process::User;

/// The folder of one instance.
#[derive(Clone, Debug)]
pub struct InstanceFolder {
    path: PathBuf,
    relative: String,
}

impl InstanceFolder {
    pub fn new(host_dir: &Path, instance: &InstanceId) -> Self {
        let relative = format!("instances/{instance}");
        Self { path: host_dir.join(&relative), relative }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The path that QEMU knows, from the host's folder.
    pub fn relative(&self) -> &str {
        &self.relative
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    pub fn make(&self, user: Option<User>) -> io::Result<()> {
        make_passage(&self.path, user)
    }

    /// Makes the folder for the agent alone, unless it is there.
    pub fn make_plain(&self) -> io::Result<()> {
        fs::DirBuilder::new().recursive(true).mode(0o700).create(&self.path)
    }

    /// Removes all of it. Nothing happens if it isn't there.
    pub fn remove(&self) -> io::Result<()> {
        match fs::remove_dir_all(&self.path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            other => other,
        }
    }
}

/// Makes a folder that QEMU's user may pass through, but not list or write to.
pub fn make_passage(folder: &Path, user: Option<User>) -> io::Result<()> {
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    if let Some(user) = user {
        chown(folder, None, Some(user.gid))?;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o710))?;
    }
    Ok(())
}

/// Makes an empty file that QEMU may write, or leaves the one that is there as it is.
pub fn make_writable(file: &Path, user: Option<User>) -> io::Result<()> {
    fs::OpenOptions::new().append(true).create(true).mode(0o600).open(file)?;
    give(file, user)
}

/// Hands a file to QEMU's user.
pub fn give(file: &Path, user: Option<User>) -> io::Result<()> {
    match user {
        Some(user) => chown(file, Some(user.uid), Some(user.gid)),
        None => Ok(()),
    }
}

/// Whether a file has to survive a power failure, or only the end of the agent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Survives {
    PowerFailure,
    AgentOnly,
}

/// Writes a file whole or not at all. On a full disk nothing of it stays either.
fn write_atomically(file: &Path, content: &[u8], survives: Survives) -> io::Result<()> {
    let mut unfinished = file.as_os_str().to_owned();
    unfinished.push(".new");
    let unfinished = Path::new(&unfinished);
    let written = write_and_rename(unfinished, file, content, survives);
    if written.is_err() {
        // The first error is the one to be told.
        let _ = fs::remove_file(unfinished);
    }
    written
}

fn write_and_rename(unfinished: &Path, file: &Path, content: &[u8], survives: Survives) -> io::Result<()> {
    use io::Write;
    let folder = file.parent().ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "a file without a folder"))?;
    let mut new = fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(unfinished)?;
    new.write_all(content)?;
    if survives == Survives::PowerFailure {
        new.sync_all()?;
    }
    fs::rename(unfinished, file)?;
    if survives == Survives::PowerFailure {
        fs::File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// Reads a JSON file; `None` if there is none.
pub fn read_json<T: serde::de::DeserializeOwned>(file: &Path) -> io::Result<Option<T>> {
    match fs::read(file) {
        Ok(bytes) => serde_json::from_slice(&bytes).map(Some).map_err(|error| {
            io::Error::new(io::ErrorKind::InvalidData, format!("{} is not understood: {error}", file.display()))
        }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Writes a JSON file, indented for people. It is there after a power failure.
pub fn write_json<T: serde::Serialize>(file: &Path, value: &T) -> io::Result<()> {
    write_atomically(file, &json(value)?, Survives::PowerFailure)
}

/// Writes a JSON file that may be old or gone after a power failure; much faster.
pub fn write_json_fast<T: serde::Serialize>(file: &Path, value: &T) -> io::Result<()> {
    write_atomically(file, &json(value)?, Survives::AgentOnly)
}

fn json<T: serde::Serialize>(value: &T) -> io::Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(value)?;
    bytes.push(b'\n');
    Ok(bytes)
}

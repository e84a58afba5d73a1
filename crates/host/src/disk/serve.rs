//! Snapshots for QEMU: the vault's NBD server on a socket in the host's folder.
//!
//! An export's name is the root of a snapshot. That is all that is asked of whoever connects: the socket is QEMU's user's
//! alone, and a root can't be guessed.

use std::{
    fs, io,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    sync::Arc,
};

use vault::{
    Hash, Vault,
    nbd::{Export, Exports, Server},
};

use crate::{
    qemu::{process::User, unix},
    vm::folder::give,
};

/// The socket, from the host's folder. It never changes: guests that wait for another agent look for it here.
pub(super) const SOCKET: &str = "vault.sock";

/// The server, and its socket for as long as it serves.
pub(super) struct Serving {
    socket: PathBuf,
    /// By which it is told from the socket of who came after.
    inode: u64,
    _server: Server,
}

impl Serving {
    pub fn start(host_dir: &Path, vault: Arc<Vault>, user: Option<User>) -> io::Result<Self> {
        let socket = host_dir.join(SOCKET);
        let listener = unix::listen(&socket)?;
        give(&socket, user)?;
        let inode = fs::symlink_metadata(&socket)?.ino();
        Ok(Self { _server: Server::start(listener, Arc::new(Snapshots(vault)))?, socket, inode })
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // The next one makes its own, and may have done so already.
        if fs::symlink_metadata(&self.socket).is_ok_and(|found| found.ino() == self.inode) {
            let _ = fs::remove_file(&self.socket);
        }
    }
}

struct Snapshots(Arc<Vault>);

impl Exports for Snapshots {
    fn find(&self, name: &str) -> Option<Export> {
        let root: Hash = name.parse().ok()?;
        match Export::new(Arc::clone(&self.0), root) {
            Ok(export) => Some(export),
            Err(error) => {
                tracing::error!(%root, "a snapshot can't be served: {error}");
                None
            }
        }
    }

    /// None: who doesn't know a root shall not learn of it here.
    fn names(&self) -> Vec<String> {
        Vec::new()
    }
}

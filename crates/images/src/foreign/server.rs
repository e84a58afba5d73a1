//! A tool that serves to this process alone, on a socket that it is handed.

use std::{
    fs::File,
    io::{self, Read},
    os::{
        fd::AsRawFd,
        unix::{
            fs::PermissionsExt,
            net::{UnixListener, UnixStream},
        },
    },
    path::{Path, PathBuf},
    process::{Child, Stdio},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    thread,
};

use crate::{
    command::Tool,
    error::{At, BuildError},
};

/// The most that is kept of its complaints.
const LONGEST_COMPLAINT_BYTES: usize = 4096;
const ATTEMPT: &str = "Reading the disk";

/// A tool that runs. Ends when this is dropped.
#[derive(Debug)]
pub(super) struct Server {
    child: Child,
    socket: Arc<Socket>,
    said: Arc<Mutex<Vec<u8>>>,
}

/// A socket in a folder, by a path that the kernel takes however long the folder's own is.
#[derive(Debug)]
struct Socket {
    folder: File,
    name: String,
}

impl Socket {
    fn path(&self) -> PathBuf {
        PathBuf::from(format!("/proc/self/fd/{}", self.folder.as_raw_fd())).join(&self.name)
    }

    /// Only its owner may connect; the folder has to be closed to others, for the moment before that is set.
    fn listen(&self) -> io::Result<UnixListener> {
        let listener = UnixListener::bind(self.path())?;
        std::fs::set_permissions(self.path(), std::fs::Permissions::from_mode(0o600))?;
        Ok(listener)
    }
}

impl Drop for Socket {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(self.path());
    }
}

impl Server {
    /// Starts a tool that finds a listening socket at its standard input.
    pub(super) fn start(tool: Tool, folder: &Path) -> Result<Self, BuildError> {
        static NUMBER: AtomicU64 = AtomicU64::new(0);
        let name = format!("{}-{}.sock", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let socket = Socket { folder: File::open(folder).at(ATTEMPT, folder)?, name };
        let listener = socket.listen().at(ATTEMPT, folder)?;
        let mut child = tool.serve(Stdio::from(std::os::fd::OwnedFd::from(listener)))?;
        let said = Arc::new(Mutex::new(Vec::new()));
        if let Some(mut stderr) = child.stderr.take() {
            let hears = Arc::clone(&said);
            // Read to its end, whatever is kept of it: who has much to say must not wait for a reader.
            thread::spawn(move || {
                let mut part = [0; 512];
                while let Ok(count @ 1..) = stderr.read(&mut part) {
                    let mut said = hears.lock().unwrap_or_else(PoisonError::into_inner);
                    let left = LONGEST_COMPLAINT_BYTES - said.len();
                    said.extend_from_slice(&part[..count.min(left)]);
                }
            });
        }
        Ok(Self { child, socket: Arc::new(socket), said })
    }

    /// Where it is to be found.
    pub(super) fn dial(&self) -> impl Fn() -> io::Result<UnixStream> + Send + Sync + 'static {
        let socket = Arc::clone(&self.socket);
        move || UnixStream::connect(socket.path())
    }

    /// What it has complained of so far, in one line.
    pub(super) fn complaint(&self) -> String {
        let said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        String::from_utf8_lossy(&said).split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

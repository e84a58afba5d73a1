//! The other side of the protocol: a disk that somebody else serves, as a [`Source`].
//!
//! ```text
//!   NbdSource ── connections, as many as threads read at once ──▶ qemu-nbd, qemu-storage-daemon, nbd::Server
//!     │  READ            fills a buffer, from pieces and holes in any order
//!     └─ BLOCK_STATUS    what is zeros, and what of it this layer itself has (qemu:allocation-depth)
//! ```
//! Whoever serves may have been talked into anything by a guest's file: what it says is checked, and it can cost no more
//! memory than was asked for.

mod connection;

use std::io;
use std::os::unix::net::UnixStream;
use std::sync::{Mutex, MutexGuard, PoisonError};

use self::connection::Connection;
use crate::{Extent, ExtentKind, MAX_SIZE_BYTES, Source};

/// The most that is asked for in one read.
const MAX_READ_BYTES: usize = 4 << 20;
/// The most that is asked about at once.
const MAX_STATUS_BYTES: u64 = 1 << 30;

/// Makes a connection to the server.
pub type Dial = Box<dyn Fn() -> io::Result<UnixStream> + Send + Sync>;

/// What a server says of a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// Where it ends, in bytes from the disk's beginning.
    pub end_bytes: u64,
    /// It reads as zeros.
    pub zeros: bool,
    /// The uppermost layer of the disk itself has it, rather than one below it or none.
    pub local: bool,
}

/// A disk that is served by NBD. It must not change while it is read.
pub struct NbdSource {
    dial: Dial,
    export: String,
    depth: bool,
    size_bytes: u64,
    /// Connections that nobody uses just now.
    idle: Mutex<Vec<Connection>>,
    /// What was said last: from where on, and stretch by stretch.
    known: Mutex<(u64, Vec<Stretch>)>,
}

impl NbdSource {
    /// The export of that name, of whom `dial` leads to.
    ///
    /// # Errors
    /// Those of connecting; of kind `InvalidData` if the server has no such export, or can't tell what is zeros.
    pub fn connect(dial: Dial, export: &str) -> io::Result<NbdSource> {
        NbdSource::with(dial, export, false)
    }

    /// The same, of a server that tells of each stretch whether the uppermost layer has it (`qemu:allocation-depth`).
    ///
    /// # Errors
    /// As there; also if the server doesn't tell.
    pub fn connect_to_layer(dial: Dial, export: &str) -> io::Result<NbdSource> {
        NbdSource::with(dial, export, true)
    }

    fn with(dial: Dial, export: &str, depth: bool) -> io::Result<NbdSource> {
        let first = Connection::open(dial()?, export, depth)?;
        let size_bytes = first.size_bytes;
        if size_bytes > MAX_SIZE_BYTES {
            return Err(connection::nonsense(format!("{size_bytes} bytes are more than a volume can have")));
        }
        let known = Mutex::new((0, Vec::new()));
        Ok(NbdSource { dial, export: export.to_owned(), depth, size_bytes, idle: Mutex::new(vec![first]), known })
    }

    /// What is known of the stretch that begins at `offset_bytes`, which is below the size. `local` is always so where the
    /// server was not asked for it.
    ///
    /// # Errors
    /// Those of the connection and of the server.
    pub fn stretch_at(&self, offset_bytes: u64) -> io::Result<Stretch> {
        let find = |(from, stretches): &(u64, Vec<Stretch>)| {
            // There may be a hundred thousand of them.
            let index = stretches.partition_point(|stretch| stretch.end_bytes <= offset_bytes);
            stretches.get(index).filter(|_| *from <= offset_bytes).copied()
        };
        if let Some(found) = find(&lock(&self.known)) {
            return Ok(found);
        }
        let len = (self.size_bytes - offset_bytes).min(MAX_STATUS_BYTES);
        let said = self.use_connection(|connection| connection.status(offset_bytes, len as u32))?;
        let known = (offset_bytes, said);
        let found = find(&known).ok_or_else(|| connection::nonsense("nothing was told".to_owned()))?;
        *lock(&self.known) = known;
        Ok(found)
    }

    /// Has something done by a connection of our own. One that failed isn't used again.
    fn use_connection<T>(&self, work: impl FnOnce(&mut Connection) -> io::Result<T>) -> io::Result<T> {
        let idle = lock(&self.idle).pop();
        let mut connection = match idle {
            Some(connection) => connection,
            None => Connection::open((self.dial)()?, &self.export, self.depth)?,
        };
        if connection.size_bytes != self.size_bytes {
            return Err(connection::nonsense("the disk's size has changed".to_owned()));
        }
        let done = work(&mut connection)?;
        lock(&self.idle).push(connection);
        Ok(done)
    }
}

impl Source for NbdSource {
    fn size_bytes(&self) -> u64 {
        self.size_bytes
    }

    fn read_exact_at(&self, buffer: &mut [u8], offset_bytes: u64) -> io::Result<()> {
        self.use_connection(|connection| {
            let mut at = offset_bytes;
            for part in buffer.chunks_mut(MAX_READ_BYTES) {
                connection.read(part, at)?;
                at += part.len() as u64;
            }
            Ok(())
        })
    }

    fn extent_at(&self, offset_bytes: u64) -> io::Result<Extent> {
        let Stretch { end_bytes, zeros, .. } = self.stretch_at(offset_bytes)?;
        Ok(Extent { kind: if zeros { ExtentKind::Hole } else { ExtentKind::Data }, end_bytes })
    }
}

impl std::fmt::Debug for NbdSource {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NbdSource").field("export", &self.export).field("size_bytes", &self.size_bytes).finish()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

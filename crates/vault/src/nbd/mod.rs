//! An NBD server: snapshots as read-only disks on unix sockets, for QEMU and every other client of the protocol.
//!
//! ```text
//!   Server ── listener (a thread) ──▶ connection (a thread each): negotiate ──▶ transmit
//! ```
//! Fixed newstyle negotiation, structured replies, `base:allocation`, reads of 1 byte to 32 MiB. Every block is verified
//! as it is read; one that is missing or corrupt fails the read with `EIO` and is named in the log. Whatever a client sends
//! costs no more than a fixed amount of memory, and what can't be understood ends its connection.
//!
//! [`NbdSource`] is the other side: what QEMU's tools serve of a disk image, read into a snapshot.

mod ahead;
mod client;
mod export;
mod negotiate;
mod protocol;
#[cfg(test)]
mod tests;
mod transmit;

use std::collections::HashMap;
use std::io::{self, ErrorKind, Read, Write};
use std::net::Shutdown;
use std::os::unix::net::{UnixListener, UnixStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use nix::sys::socket::{setsockopt, sockopt};

use self::ahead::{Ahead, Fetchers};
pub use self::client::{Dial, NbdSource, Stretch};
pub use self::export::{Export, Exports};

/// The longest read.
pub(crate) const MAX_REQUEST_BYTES: u32 = 32 << 20;
/// The length of reads that suits us: a block.
pub(crate) const PREFERRED_BYTES: u32 = crate::BLOCK_BYTES as u32;

/// Connections at a time; those beyond are closed at once.
const MAX_CONNECTIONS: usize = 1024;
/// How long a client may take for each thing that it says until it has chosen an export.
const NEGOTIATION_PATIENCE: Duration = Duration::from_secs(30);
/// What of its answers a client may leave lying in the system. A block and more, so that sending one and receiving it go on
/// beside each other; the system's usual is less than half of one.
const SEND_BUFFER_BYTES: usize = 1 << 20;
/// How long until a listener that failed (by too many open files, say) is asked again.
const LISTEN_AGAIN: Duration = Duration::from_millis(100);

/// A server. Dropped, it ends all connections and waits for their threads.
pub struct Server {
    shared: Arc<Shared>,
    listening: Option<JoinHandle<()>>,
}

struct Shared {
    listener: UnixListener,
    exports: Arc<dyn Exports>,
    fetchers: Fetchers,
    ends: AtomicBool,
    open: Mutex<Open>,
}

/// The connections there are, so that they can be ended.
#[derive(Default)]
struct Open {
    next: u64,
    streams: HashMap<u64, UnixStream>,
    threads: Vec<JoinHandle<()>>,
}

impl Server {
    /// Serves on a listening socket. Who may connect is a matter of the socket's file.
    ///
    /// # Errors
    /// Those of the operating system, when it has no thread.
    pub fn start(listener: UnixListener, exports: Arc<dyn Exports>) -> io::Result<Server> {
        let shared = Arc::new(Shared {
            listener,
            exports,
            fetchers: Fetchers::start(),
            ends: AtomicBool::new(false),
            open: Mutex::default(),
        });
        let listening = Arc::clone(&shared);
        let listening = thread::Builder::new().name("nbd listener".to_owned()).spawn(move || listening.listen())?;
        Ok(Server { shared, listening: Some(listening) })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.ends.store(true, Ordering::SeqCst);
        // Wakes the thread that waits for connections.
        let _ = nix::sys::socket::shutdown(
            std::os::fd::AsRawFd::as_raw_fd(&self.shared.listener),
            nix::sys::socket::Shutdown::Both,
        );
        if let Some(listening) = self.listening.take() {
            let _ = listening.join();
        }
        let threads = {
            let mut open = self.shared.open();
            for stream in open.streams.values() {
                let _ = stream.shutdown(Shutdown::Both);
            }
            std::mem::take(&mut open.threads)
        };
        for thread in threads {
            let _ = thread.join();
        }
    }
}

impl Shared {
    fn open(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn listen(self: &Arc<Self>) {
        while !self.ends.load(Ordering::SeqCst) {
            match self.listener.accept() {
                Ok((stream, _)) => {
                    if let Err(error) = self.begin(stream) {
                        tracing::warn!("a client can't be served: {error}");
                    }
                }
                Err(_) if self.ends.load(Ordering::SeqCst) => return,
                Err(error) => {
                    tracing::warn!("waiting for clients of disks: {error}");
                    thread::sleep(LISTEN_AGAIN);
                }
            }
        }
    }

    fn begin(self: &Arc<Self>, stream: UnixStream) -> io::Result<()> {
        // With less it only is slower.
        let _ = setsockopt(&stream, sockopt::SndBuf, &SEND_BUFFER_BYTES);
        let mut open = self.open();
        open.threads.retain(|thread| !thread.is_finished());
        if open.streams.len() >= MAX_CONNECTIONS {
            return Err(io::Error::other("there are too many connections"));
        }
        let number = open.next;
        open.next += 1;
        open.streams.insert(number, stream.try_clone()?);
        let shared = Arc::clone(self);
        let thread = thread::Builder::new().name("nbd connection".to_owned()).spawn(move || {
            if let Err(error) = shared.serve(&stream) {
                tracing::debug!("a client of disks was sent away: {error}");
            }
            shared.open().streams.remove(&number);
        });
        match thread {
            Ok(thread) => open.threads.push(thread),
            Err(error) => {
                open.streams.remove(&number);
                return Err(error);
            }
        }
        Ok(())
    }

    fn serve(&self, stream: &UnixStream) -> io::Result<()> {
        // Also when what it says leads nowhere.
        let _ended = EndOnDrop(stream);
        stream.set_read_timeout(Some(NEGOTIATION_PATIENCE))?;
        let hang_up = || drop(stream.shutdown(Shutdown::Both));
        let chosen = || stream.set_read_timeout(None);
        session(stream, stream, &*self.exports, &self.fetchers, chosen, &hang_up)
    }
}

struct EndOnDrop<'a>(&'a UnixStream);

impl Drop for EndOnDrop<'_> {
    fn drop(&mut self) {
        let _ = self.0.shutdown(Shutdown::Both);
    }
}

/// One connection from its beginning to its end. `chosen` is called when the client has chosen an export.
fn session(
    mut reader: impl Read,
    mut writer: impl Write + Send,
    exports: &dyn Exports,
    fetchers: &Fetchers,
    chosen: impl FnOnce() -> io::Result<()>,
    hang_up: &(dyn Fn() + Sync),
) -> io::Result<()> {
    let Some(agreed) = negotiate::negotiate(&mut reader, &mut writer, exports)? else { return Ok(()) };
    chosen()?;
    let ahead = Ahead::new(fetchers.clone());
    match transmit::transmit(&mut reader, writer, &agreed, &ahead, hang_up) {
        // It has left without a word, as a killed QEMU does.
        Err(error) if matches!(error.kind(), ErrorKind::ConnectionReset | ErrorKind::BrokenPipe) => Ok(()),
        other => other,
    }
}

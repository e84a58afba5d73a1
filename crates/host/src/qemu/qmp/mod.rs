//! QEMU's monitor protocol: one connection, typed commands, and events.
//!
//! One JSON object a line, both ways. A task owns the connection; whoever holds the `Monitor` may send commands at the
//! same time, and each is answered by its `id`. Events that came before somebody listened are kept in the channel;
//! events that came while nobody was connected are lost, so ask (`query-status`) after connecting.
//!
//! ```text
//!   QEMU                                            Monitor::connect
//!     │ {"QMP":{"version":…}}  ───────────────────▶ │
//!     │ ◀──────────────────  {"execute":"qmp_capabilities","id":0}
//!     │ {"return":{},"id":0}   ───────────────────▶ │
//!     │ ◀──────────────────  {"execute":"cont","id":1}
//!     │ {"event":"RESUME",…}   ───────────────────▶ │ ─▶ Event
//!     │ {"return":{},"id":1}   ───────────────────▶ │ ─▶ the caller's future
//! ```

mod command;
mod event;

use std::{
    collections::HashMap,
    io,
    os::fd::{AsFd, OwnedFd},
    path::Path,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use futures::{SinkExt, StreamExt};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::{
    net::UnixStream,
    sync::{mpsc, oneshot},
    task::JoinHandle,
    time::timeout,
};
use tokio_util::codec::{Framed, LinesCodec};

pub use command::*;
pub use event::Event;

/// The longest line that is taken. QEMU's largest answers are lists of block nodes, some 100 KiB.
const LONGEST_LINE_BYTES: usize = 16 << 20;

/// How long an ordinary command may take. QEMU answers in milliseconds, but a machine may be overloaded or swapping.
pub const COMMAND_DEADLINE: Duration = Duration::from_secs(30);

/// Why a command has no reply.
#[derive(Debug, thiserror::Error)]
pub enum QmpError {
    /// QEMU said no.
    #[error("QEMU refused {command}: {description}")]
    Refused {
        command: &'static str,
        /// QEMU's class of errors: `GenericError`, `DeviceNotFound`, `CommandNotFound` …
        class: String,
        description: String,
    },
    #[error("QEMU did not answer {0} in time")]
    Timeout(&'static str),
    /// QEMU has ended, or is about to.
    #[error("the connection to QEMU has ended")]
    Disconnected,
    #[error("QEMU's answer to {command} is not understood: {source}")]
    NotUnderstood { command: &'static str, source: serde_json::Error },
    #[error("can't connect to QEMU: {0}")]
    Connect(#[from] io::Error),
}

impl QmpError {
    /// Whether QEMU says that a device or node by that name isn't there.
    pub fn is_not_found(&self) -> bool {
        match self {
            Self::Refused { class, description, .. } => {
                class == "DeviceNotFound" || description.contains("not found") || description.contains("Failed to find")
            }
            _ => false,
        }
    }
}

type Answer = Result<Value, Refusal>;
type Waiting = Arc<Mutex<Option<HashMap<u64, oneshot::Sender<Answer>>>>>;

#[derive(Debug, Deserialize)]
struct Refusal {
    class: String,
    desc: String,
}

/// A connection to one QEMU's monitor. Ends with its last clone.
#[derive(Clone, Debug)]
pub struct Monitor {
    shared: Arc<Shared>,
}

/// A line, and a descriptor that travels with it.
#[derive(Debug)]
struct Outgoing {
    line: String,
    descriptor: Option<OwnedFd>,
}

#[derive(Debug)]
struct Shared {
    outgoing: mpsc::UnboundedSender<Outgoing>,
    /// Who waits for an answer; `None` once the connection has ended.
    waiting: Waiting,
    last_id: std::sync::atomic::AtomicU64,
    task: JoinHandle<()>,
}

impl Drop for Shared {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Monitor {
    /// Connects to the monitor's socket and leaves the negotiation mode. QEMU takes one client at a time: a second one
    /// waits here until the deadline.
    pub async fn connect(
        socket: &Path,
        deadline: Duration,
    ) -> Result<(Self, mpsc::UnboundedReceiver<Event>), QmpError> {
        let greeted = async {
            let stream = super::unix::connect(socket).await?;
            let mut lines = Framed::new(stream, LinesCodec::new_with_max_length(LONGEST_LINE_BYTES));
            match lines.next().await {
                Some(Ok(line)) if line.contains("\"QMP\"") => Ok(lines),
                Some(Ok(line)) => Err(QmpError::Connect(io::Error::other(format!("no greeting but {line}")))),
                Some(Err(error)) => Err(QmpError::Connect(io::Error::other(error))),
                None => Err(QmpError::Disconnected),
            }
        };
        let lines = timeout(deadline, greeted).await.map_err(|_| QmpError::Timeout("the connection"))??;
        let (monitor, events) = Self::over(lines);
        monitor.execute(Capabilities {}).await?;
        Ok((monitor, events))
    }

    fn over(lines: Framed<UnixStream, LinesCodec>) -> (Self, mpsc::UnboundedReceiver<Event>) {
        let (outgoing, to_write) = mpsc::unbounded_channel();
        let (event_sender, events) = mpsc::unbounded_channel();
        let waiting = Waiting::new(Mutex::new(Some(HashMap::new())));
        let task = tokio::spawn(converse(lines, to_write, event_sender, Arc::clone(&waiting)));
        let shared = Shared { outgoing, waiting, last_id: Default::default(), task };
        (Self { shared: Arc::new(shared) }, events)
    }

    /// Sends a command and waits for its reply.
    pub async fn execute<C: Command>(&self, command: C) -> Result<C::Reply, QmpError> {
        self.send(command, None).await
    }

    /// The same with an open file, which QEMU then has too.
    pub async fn execute_with<C: Command>(&self, command: C, descriptor: OwnedFd) -> Result<C::Reply, QmpError> {
        self.send(command, Some(descriptor)).await
    }

    async fn send<C: Command>(&self, command: C, descriptor: Option<OwnedFd>) -> Result<C::Reply, QmpError> {
        let reply = timeout(COMMAND_DEADLINE, self.ask(C::NAME, command.arguments(), descriptor))
            .await
            .map_err(|_| QmpError::Timeout(C::NAME))??;
        serde_json::from_value(reply).map_err(|source| QmpError::NotUnderstood { command: C::NAME, source })
    }

    async fn ask(
        &self,
        command: &'static str,
        arguments: Value,
        descriptor: Option<OwnedFd>,
    ) -> Result<Value, QmpError> {
        let id = self.shared.last_id.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let (sender, receiver) = oneshot::channel();
        match lock(&self.shared.waiting).as_mut() {
            Some(waiting) => waiting.insert(id, sender),
            None => return Err(QmpError::Disconnected),
        };
        let line = json!({ "execute": command, "arguments": arguments, "id": id }).to_string();
        self.shared.outgoing.send(Outgoing { line, descriptor }).map_err(|_| QmpError::Disconnected)?;
        match receiver.await {
            Ok(Ok(reply)) => Ok(reply),
            Ok(Err(Refusal { class, desc })) => Err(QmpError::Refused { command, class, description: desc }),
            Err(_) => Err(QmpError::Disconnected),
        }
    }
}

fn lock(waiting: &Waiting) -> std::sync::MutexGuard<'_, Option<HashMap<u64, oneshot::Sender<Answer>>>> {
    waiting.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Carries lines until the connection ends, which everybody who waits then hears.
async fn converse(
    lines: Framed<UnixStream, LinesCodec>,
    mut to_write: mpsc::UnboundedReceiver<Outgoing>,
    events: mpsc::UnboundedSender<Event>,
    waiting: Waiting,
) {
    // A second handle on the connection, for what only the kernel's own call can send.
    let socket = lines.get_ref().as_fd().try_clone_to_owned();
    let (mut sink, mut lines) = lines.split();
    let write = async {
        while let Some(Outgoing { line, descriptor }) = to_write.recv().await {
            // Each line is written out before the next begins, so both ways can be mixed.
            let written = match (descriptor, &socket) {
                (None, _) => sink.send(line).await.map_err(io::Error::other),
                (Some(descriptor), Ok(socket)) => {
                    super::unix::send_with(socket, &format!("{line}\n"), &descriptor).await
                }
                (Some(_), Err(error)) => Err(io::Error::new(error.kind(), error.to_string())),
            };
            if let Err(error) = written {
                tracing::debug!("writing to QEMU's monitor: {error}");
                break;
            }
        }
    };
    let read = async {
        while let Some(line) = lines.next().await {
            match line {
                Ok(line) => take(&line, &events, &waiting),
                Err(error) => {
                    tracing::warn!("reading from QEMU's monitor: {error}");
                    break;
                }
            }
        }
    };
    tokio::select! {
        () = write => {}
        () = read => {}
    }
    lock(&waiting).take();
}

fn take(line: &str, events: &mpsc::UnboundedSender<Event>, waiting: &Waiting) {
    #[derive(Deserialize)]
    struct Incoming {
        event: Option<String>,
        data: Option<Value>,
        id: Option<u64>,
        #[serde(rename = "return")]
        reply: Option<Value>,
        error: Option<Refusal>,
    }
    let incoming: Incoming = match serde_json::from_str(line) {
        Ok(incoming) => incoming,
        Err(error) => return tracing::warn!("QEMU's monitor said what is not understood: {error}: {line}"),
    };
    if let Some(name) = incoming.event {
        // Whoever holds the monitor may not care for events.
        let _ = events.send(Event::new(&name, incoming.data.unwrap_or_default()));
    } else if let Some(sender) = incoming.id.and_then(|id| lock(waiting).as_mut()?.remove(&id)) {
        let answer = match incoming.error {
            Some(refusal) => Err(refusal),
            None => Ok(incoming.reply.unwrap_or_default()),
        };
        // The caller may have given up.
        let _ = sender.send(answer);
    }
}

#[cfg(test)]
mod tests;

//! The control plane's end: a `Host` that finds its agent again whenever it loses it.

use std::{
    collections::HashMap,
    io,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use futures::{SinkExt, StreamExt, future::BoxFuture};
use tokio::{
    net::UnixStream,
    sync::{mpsc, oneshot},
    task::JoinHandle,
    time::{sleep, timeout},
};
use tokio_util::codec::{Framed, LinesCodec};

use super::{codec, decode, encode};
use crate::{FromHost, Host, PROTOCOL_VERSION, Query, QueryError, Reply, ToHost};

/// How long a query may take in all.
const QUERY_DEADLINE: Duration = Duration::from_secs(5);
/// How long an agent has to answer `Hello`.
const HELLO_DEADLINE: Duration = Duration::from_secs(10);
const FIRST_PAUSE: Duration = Duration::from_millis(50);
const LONGEST_PAUSE: Duration = Duration::from_secs(2);

/// A host whose agent listens on a unix socket of this machine.
#[derive(Debug)]
pub struct SocketHost {
    outgoing: mpsc::UnboundedSender<ToHost>,
    events: Mutex<Option<mpsc::UnboundedReceiver<FromHost>>>,
    waiting: Arc<Waiting>,
    connection: JoinHandle<()>,
}

/// Queries that wait for their reply.
#[derive(Debug, Default)]
struct Waiting {
    last_id: AtomicU64,
    replies: Mutex<HashMap<u64, oneshot::Sender<Result<Reply, QueryError>>>>,
}

impl SocketHost {
    /// Keeps a connection to the agent at `path` from now on. Needs a tokio runtime; ends when it is dropped.
    pub fn connect(path: impl Into<PathBuf>) -> Self {
        let (outgoing, outgoing_queue) = mpsc::unbounded_channel();
        let (events_in, events) = mpsc::unbounded_channel();
        let waiting = Arc::new(Waiting::default());
        let connection = Connection {
            path: path.into(),
            outgoing: outgoing_queue,
            events: events_in,
            waiting: Arc::clone(&waiting),
        };
        Self { outgoing, events: Mutex::new(Some(events)), waiting, connection: tokio::spawn(connection.run()) }
    }
}

impl Drop for SocketHost {
    fn drop(&mut self) {
        self.connection.abort();
    }
}

impl Host for SocketHost {
    fn send(&self, message: ToHost) {
        // The task ends only with this very value, so somebody always takes the message.
        let _ = self.outgoing.send(message);
    }

    /// # Panics
    /// When called twice, which is a fault in the caller that nothing could make good.
    fn take_events(&self) -> mpsc::UnboundedReceiver<FromHost> {
        let mut events = self.events.lock().unwrap_or_else(PoisonError::into_inner);
        events.take().expect("the events of a host are taken once")
    }

    fn query(&self, query: Query) -> BoxFuture<'static, Result<Reply, QueryError>> {
        let (id, reply) = self.waiting.add();
        self.send(ToHost::Query { id, query });
        let waiting = Arc::clone(&self.waiting);
        Box::pin(async move {
            match timeout(QUERY_DEADLINE, reply).await {
                Ok(Ok(reply)) => reply,
                Ok(Err(_)) => Err(QueryError::Failed("the connection to the host's agent was lost".to_owned())),
                Err(_) => {
                    waiting.lock().remove(&id);
                    Err(QueryError::Timeout)
                }
            }
        })
    }
}

impl Waiting {
    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<u64, oneshot::Sender<Result<Reply, QueryError>>>> {
        self.replies.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn add(&self) -> (u64, oneshot::Receiver<Result<Reply, QueryError>>) {
        let id = self.last_id.fetch_add(1, Ordering::Relaxed) + 1;
        let (sender, receiver) = oneshot::channel();
        self.lock().insert(id, sender);
        (id, receiver)
    }

    fn answer(&self, id: u64, reply: Result<Reply, QueryError>) {
        if let Some(sender) = self.lock().remove(&id) {
            // Whoever asked may have given up since.
            let _ = sender.send(reply);
        }
    }
}

/// The task behind a `SocketHost`.
struct Connection {
    path: PathBuf,
    outgoing: mpsc::UnboundedReceiver<ToHost>,
    events: mpsc::UnboundedSender<FromHost>,
    waiting: Arc<Waiting>,
}

impl Connection {
    async fn run(mut self) {
        let mut pause = FIRST_PAUSE;
        let mut told = String::new();
        loop {
            let why = match open(&self.path).await {
                Ok((stream, hello)) => {
                    tracing::info!(path = %self.path.display(), "connected to the host's agent");
                    pause = FIRST_PAUSE;
                    told.clear();
                    let why = self.hold(stream, hello).await;
                    // Their answers went with the connection.
                    self.waiting.lock().clear();
                    why
                }
                Err(error) => error,
            };
            let why = why.to_string();
            // The same reason many times over is said once.
            if why != told {
                tracing::warn!(path = %self.path.display(), "no connection to the host's agent: {why}");
                told = why;
            }
            sleep(pause).await;
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }

    /// Carries messages both ways until the connection ends, and says why it did.
    async fn hold(&mut self, stream: Framed<UnixStream, LinesCodec>, hello: FromHost) -> io::Error {
        // What was sent while nobody was there is stale: the whole desired set follows on `Hello`. Only questions that
        // are still waited for are asked.
        let mut questions = Vec::new();
        while let Ok(message) = self.outgoing.try_recv() {
            if let ToHost::Query { id, .. } = message
                && self.waiting.lock().contains_key(&id)
            {
                questions.push(message);
            }
        }
        let _ = self.events.send(hello);
        let (mut sink, mut lines) = stream.split();
        let (outgoing, events, waiting) = (&mut self.outgoing, &self.events, &self.waiting);
        // Writing never waits for reading nor the other way round: with full buffers on both sides each would wait for
        // the other for ever.
        let write = async {
            for question in questions {
                if let Err(error) = sink.send(encode(&question)).await {
                    return io::Error::other(error);
                }
            }
            while let Some(message) = outgoing.recv().await {
                if let Err(error) = sink.send(encode(&message)).await {
                    return io::Error::other(error);
                }
            }
            io::Error::other("this host was given up")
        };
        let read = async {
            loop {
                match lines.next().await {
                    None => return io::Error::new(io::ErrorKind::UnexpectedEof, "the agent closed the connection"),
                    Some(Err(error)) => return io::Error::other(error),
                    Some(Ok(line)) => match decode::<FromHost>(&line) {
                        Ok(FromHost::Reply { id, reply }) => waiting.answer(id, reply),
                        Ok(event) => drop(events.send(event)),
                        Err(error) => tracing::warn!("a message of the host's agent is not understood: {error}"),
                    },
                }
            }
        };
        tokio::select! {
            error = write => error,
            error = read => error,
        }
    }
}

/// Connects and exchanges `Hello`.
async fn open(path: &Path) -> io::Result<(Framed<UnixStream, LinesCodec>, FromHost)> {
    let mut stream = Framed::new(UnixStream::connect(path).await?, codec());
    let exchange = async {
        stream.send(encode(&ToHost::Hello { version: PROTOCOL_VERSION })).await.map_err(io::Error::other)?;
        let line = match stream.next().await {
            Some(line) => line.map_err(io::Error::other)?,
            None => return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the agent closed the connection")),
        };
        match decode::<FromHost>(&line) {
            Ok(hello @ FromHost::Hello { version: PROTOCOL_VERSION, .. }) => Ok(hello),
            Ok(FromHost::Hello { version, .. }) => Err(io::Error::other(format!(
                "the agent speaks version {version} of the messages and this control plane {PROTOCOL_VERSION}: \
                 restart the one that is older"
            ))),
            Ok(_) => Err(io::Error::other("the agent did not begin with Hello")),
            Err(error) => Err(io::Error::other(format!("the agent's Hello is not understood: {error}"))),
        }
    };
    let hello = timeout(HELLO_DEADLINE, exchange)
        .await
        .map_err(|_| io::Error::new(io::ErrorKind::TimedOut, "the agent did not answer Hello"))??;
    Ok((stream, hello))
}

//! The agent's end: a listener, and one session for each control plane that is connected.

use std::{
    collections::BTreeSet,
    fs, io,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    sync::Arc,
};

use futures::{
    SinkExt, StreamExt,
    future::BoxFuture,
    stream::{FuturesUnordered, SplitSink, SplitStream},
};
use tokio::{
    net::{UnixListener, UnixStream},
    sync::mpsc,
};
use tokio_util::codec::{Framed, LinesCodec};

use super::{codec, decode, encode};
use crate::{FromHost, PROTOCOL_VERSION, Query, QueryError, Reply, ToHost};

/// What a session needs of the agent.
pub trait AgentPort: Send + Sync + 'static {
    /// What the agent says of itself.
    fn hello(&self) -> FromHost;

    /// Observations from now on. Bounded: a control plane that doesn't take them loses its connection, and hears
    /// everything again on the next one.
    fn subscribe(&self) -> mpsc::Receiver<FromHost>;

    /// `Desired`, `Patch` and `Shutdown`. Never blocks.
    fn receive(&self, message: ToHost);

    fn query(&self, query: Query) -> BoxFuture<'static, Result<Reply, QueryError>>;
}

/// A unix socket that control planes connect to; only its owner may.
#[derive(Debug)]
pub struct SocketListener {
    listener: UnixListener,
    path: PathBuf,
}

impl SocketListener {
    /// Listens at `path`, in place of a socket that an earlier agent left there. The caller sees to it that no other
    /// agent is alive.
    pub fn bind(path: &Path) -> io::Result<Self> {
        // Made under another name and renamed once nobody else may open it: there is no moment in which others could.
        let mut unfinished = path.as_os_str().to_owned();
        unfinished.push(".new");
        let unfinished = PathBuf::from(unfinished);
        match fs::remove_file(&unfinished) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let listener = UnixListener::bind(&unfinished)?;
        fs::set_permissions(&unfinished, fs::Permissions::from_mode(0o600))?;
        fs::rename(&unfinished, path)?;
        Ok(Self { listener, path: path.to_owned() })
    }

    /// Serves connections until the future is dropped; the sessions end with it.
    pub async fn serve(self, agent: Arc<dyn AgentPort>) {
        let mut sessions = tokio::task::JoinSet::new();
        loop {
            tokio::select! {
                accepted = self.listener.accept() => match accepted {
                    Ok((stream, _)) => {
                        sessions.spawn(session(stream, Arc::clone(&agent)));
                    }
                    Err(error) => {
                        // Out of descriptors, most likely: others may be closed meanwhile.
                        tracing::warn!("can't take a connection of a control plane: {error}");
                        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
                    }
                },
                Some(_) = sessions.join_next() => {}
            }
        }
    }
}

impl Drop for SocketListener {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

async fn session(stream: UnixStream, agent: Arc<dyn AgentPort>) {
    match converse(Framed::new(stream, codec()), agent).await {
        Ok(()) => tracing::info!("a control plane has left"),
        Err(error) => tracing::warn!("the connection of a control plane ended: {error}"),
    }
}

async fn converse(mut stream: Lines, agent: Arc<dyn AgentPort>) -> io::Result<()> {
    let Some(first) = stream.next().await else { return Ok(()) };
    match decode::<ToHost>(&first.map_err(io::Error::other)?) {
        Ok(ToHost::Hello { version }) => {
            stream.send(encode(&agent.hello())).await.map_err(io::Error::other)?;
            if version != PROTOCOL_VERSION {
                return Err(io::Error::other(format!("it speaks version {version} of the messages")));
            }
        }
        _ => return Err(io::Error::other("it did not begin with Hello")),
    }
    tracing::info!("a control plane is connected");
    let (sink, lines) = stream.split();
    let (queries, queried) = mpsc::unbounded_channel();
    // Writing never waits for reading nor the other way round: with full buffers on both sides each would wait for the
    // other for ever.
    tokio::select! {
        ended = write(sink, agent.subscribe(), queried) => ended,
        ended = read(lines, Arc::clone(&agent), queries) => ended,
    }
}

type Lines = Framed<UnixStream, LinesCodec>;
type PendingReply = BoxFuture<'static, FromHost>;

async fn read(
    mut lines: SplitStream<Lines>,
    agent: Arc<dyn AgentPort>,
    queries: mpsc::UnboundedSender<PendingReply>,
) -> io::Result<()> {
    // Regions whose whole desired set came by this connection. A patch upon an older one could miss what was sent
    // while nobody was connected.
    let mut known = BTreeSet::new();
    while let Some(line) = lines.next().await {
        match decode::<ToHost>(&line.map_err(io::Error::other)?) {
            Ok(ToHost::Hello { .. }) => {}
            Ok(ToHost::Query { id, query }) => {
                let reply = agent.query(query);
                // The writer lives as long as this reader.
                let _ = queries.send(Box::pin(async move { FromHost::Reply { id, reply: reply.await } }));
            }
            Ok(message @ ToHost::Desired { .. }) => {
                if let ToHost::Desired { region, .. } = &message {
                    known.insert(region.clone());
                }
                agent.receive(message);
            }
            Ok(ToHost::Patch { region, .. }) if !known.contains(&region) => {
                tracing::debug!(region, "left out a patch that came before the desired set");
            }
            Ok(message @ (ToHost::Patch { .. } | ToHost::Shutdown)) => agent.receive(message),
            Err(error) => tracing::warn!("a message of the control plane is not understood: {error}"),
        }
    }
    Ok(())
}

async fn write(
    mut sink: SplitSink<Lines, String>,
    mut events: mpsc::Receiver<FromHost>,
    mut queries: mpsc::UnboundedReceiver<PendingReply>,
) -> io::Result<()> {
    let mut replies = FuturesUnordered::new();
    loop {
        let message = tokio::select! {
            event = events.recv() => event.ok_or_else(|| io::Error::other("it did not take what was observed"))?,
            Some(reply) = queries.recv() => {
                replies.push(reply);
                continue;
            }
            Some(reply) = replies.next() => reply,
        };
        sink.send(encode(&message)).await.map_err(io::Error::other)?;
    }
}

//! Both ends over a real socket.

use std::{
    os::unix::fs::PermissionsExt,
    path::Path,
    sync::{Arc, Mutex},
    time::Duration,
};

use futures::future::BoxFuture;
use model::InstanceId;
use tokio::{sync::mpsc, task::JoinHandle, time::timeout};

use super::{AgentPort, SocketHost, SocketListener};
use crate::{Capacity, Desired, FromHost, Host, PROTOCOL_VERSION, Query, QueryError, Reply, ToHost};

/// An agent that keeps what it hears.
struct Agent {
    boot: &'static str,
    heard: mpsc::UnboundedSender<ToHost>,
    subscriber: Mutex<Option<mpsc::Sender<FromHost>>>,
}

impl AgentPort for Agent {
    fn hello(&self) -> FromHost {
        let capacity = Capacity { memory_mib: 1, vcpus: 1, real: true };
        FromHost::Hello { version: PROTOCOL_VERSION, boot: self.boot.into(), capacity }
    }

    fn subscribe(&self) -> mpsc::Receiver<FromHost> {
        let (sender, receiver) = mpsc::channel(4);
        *self.subscriber.lock().unwrap() = Some(sender);
        receiver
    }

    fn receive(&self, message: ToHost) {
        let _ = self.heard.send(message);
    }

    fn query(&self, query: Query) -> BoxFuture<'static, Result<Reply, QueryError>> {
        Box::pin(async move {
            match query {
                Query::Console { .. } => Ok(Reply::Console { output: "aGk=".into(), at_ms: 7 }),
                Query::Screenshot { .. } => std::future::pending().await,
                Query::ConsoleSocket { .. } | Query::VaultNeeds => Err(QueryError::NoSuchInstance),
            }
        })
    }
}

fn start(path: &Path, boot: &'static str) -> (Arc<Agent>, mpsc::UnboundedReceiver<ToHost>, JoinHandle<()>) {
    let (heard, hears) = mpsc::unbounded_channel();
    let agent = Arc::new(Agent { boot, heard, subscriber: Mutex::new(None) });
    let listener = SocketListener::bind(path).unwrap();
    let task = tokio::spawn(listener.serve(Arc::clone(&agent) as _));
    (agent, hears, task)
}

async fn soon<T>(future: impl Future<Output = T>) -> T {
    timeout(Duration::from_secs(20), future).await.expect("it should have happened long ago")
}

fn boot_of(event: Option<FromHost>) -> String {
    match event {
        Some(FromHost::Hello { boot, .. }) => boot,
        other => panic!("{other:?} instead of Hello"),
    }
}

fn desired(epoch: u64) -> ToHost {
    ToHost::Desired { region: "us-east-1".into(), epoch, desired: Box::new(Desired::default()) }
}

fn patch() -> ToHost {
    ToHost::Patch { region: "us-east-1".into(), epoch: 1, changes: vec![] }
}

#[tokio::test]
async fn messages_go_both_ways_and_the_connection_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("agent.sock");
    // The control plane may well be first.
    let host = SocketHost::connect(&path);
    let mut events = host.take_events();
    host.send(patch());

    let (agent, mut hears, task) = start(&path, "first");
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(boot_of(soon(events.recv()).await), "first");
    // A patch before the desired set of this connection is left out.
    host.send(patch());
    host.send(desired(1));
    host.send(patch());
    assert_eq!(soon(hears.recv()).await, Some(desired(1)));
    assert_eq!(soon(hears.recv()).await, Some(patch()));

    let observed = FromHost::Observed { boot: "first".into(), sequence: 1, region: "us-east-1".into(), items: vec![] };
    let subscriber = agent.subscriber.lock().unwrap().clone().unwrap();
    subscriber.send(observed.clone()).await.unwrap();
    assert_eq!(soon(events.recv()).await, Some(observed));

    task.abort();
    let _ = task.await;
    assert!(!path.exists(), "an agent that ends takes its socket along");
    let (_agent, mut hears, _task) = start(&path, "second");
    assert_eq!(boot_of(soon(events.recv()).await), "second");
    host.send(desired(2));
    assert_eq!(soon(hears.recv()).await, Some(desired(2)));
}

#[tokio::test]
async fn queries_are_answered_or_given_up_in_time() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("agent.sock");
    let (_agent, _hears, task) = start(&path, "b");
    let host = SocketHost::connect(&path);
    boot_of(soon(host.take_events().recv()).await);
    let instance = InstanceId::trusted("i-0123456789abcdef0");

    let console = host.query(Query::Console { instance: instance.clone() });
    let lost = host.query(Query::Screenshot { instance: instance.clone() });
    assert_eq!(soon(console).await, Ok(Reply::Console { output: "aGk=".into(), at_ms: 7 }));
    let refused = host.query(Query::ConsoleSocket { instance: instance.clone() });
    assert_eq!(soon(refused).await, Err(QueryError::NoSuchInstance));

    tokio::time::pause();
    let silent = host.query(Query::Screenshot { instance });
    assert_eq!(silent.await, Err(QueryError::Timeout));
    tokio::time::resume();
    task.abort();
    assert!(matches!(soon(lost).await, Err(QueryError::Failed(_) | QueryError::Timeout)));
}

#[tokio::test]
async fn who_does_not_listen_is_disconnected() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("agent.sock");
    let (agent, _hears, _task) = start(&path, "b");
    let host = SocketHost::connect(&path);
    let mut events = host.take_events();
    boot_of(soon(events.recv()).await);
    // Sessions subscribe after they have said Hello.
    let deadline = tokio::time::Instant::now() + Duration::from_secs(20);
    let subscriber = loop {
        if let Some(subscriber) = agent.subscriber.lock().unwrap().take() {
            break subscriber;
        }
        assert!(tokio::time::Instant::now() < deadline);
        tokio::task::yield_now().await;
    };
    drop(subscriber);
    assert_eq!(boot_of(soon(events.recv()).await), "b");
}

#[tokio::test]
async fn a_question_waits_for_the_connection() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("agent.sock");
    let host = SocketHost::connect(&path);
    let console = host.query(Query::Console { instance: InstanceId::trusted("i-0123456789abcdef0") });
    tokio::time::sleep(Duration::from_millis(120)).await;
    let _agent = start(&path, "b");
    assert_eq!(soon(console).await, Ok(Reply::Console { output: "aGk=".into(), at_ms: 7 }));
}

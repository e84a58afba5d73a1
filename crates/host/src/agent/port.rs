//! The agent as sessions of control planes see it.

use std::sync::Arc;

use futures::future::BoxFuture;
use hostlink::{FromHost, Query, QueryError, Reply, ToHost, socket::AgentPort};
use tokio::sync::{mpsc, oneshot};

use super::{hub::Hub, keeper::Inbox};

pub(super) struct Port {
    hub: Arc<Hub>,
    inbox: mpsc::UnboundedSender<Inbox>,
}

impl Port {
    pub fn new(hub: Arc<Hub>, inbox: mpsc::UnboundedSender<Inbox>) -> Self {
        Self { hub, inbox }
    }
}

impl AgentPort for Port {
    fn hello(&self) -> FromHost {
        self.hub.hello()
    }

    fn subscribe(&self) -> mpsc::Receiver<FromHost> {
        self.hub.subscribe()
    }

    fn receive(&self, message: ToHost) {
        // The keeper outlives the sessions.
        let _ = self.inbox.send(Inbox::Message(message));
    }

    fn query(&self, query: Query) -> BoxFuture<'static, Result<Reply, QueryError>> {
        let (reply, answer) = oneshot::channel();
        let _ = self.inbox.send(Inbox::Query(query, reply));
        Box::pin(async move {
            answer.await.unwrap_or_else(|_| Err(QueryError::Failed("the host's agent is about to end".to_owned())))
        })
    }
}

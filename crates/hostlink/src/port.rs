//! The port through which the control plane reaches a host, whatever carries the messages.

use futures::future::BoxFuture;
use tokio::sync::mpsc;

use crate::message::{FromHost, Query, QueryError, Reply, ToHost};

/// A host as the control plane sees it. `send` never blocks and never fails: a host that is away gets the whole
/// `Desired` again when it is back (the connection then announces itself by `FromHost::Hello`).
pub trait Host: Send + Sync + 'static {
    /// Queues a message to the host.
    fn send(&self, message: ToHost);

    /// Takes the stream of what the host says. Called once, by the region controllers' hub.
    fn take_events(&self) -> mpsc::UnboundedReceiver<FromHost>;

    /// Asks something that changes nothing; answers `QueryError::Timeout` after 5 s.
    fn query(&self, query: Query) -> BoxFuture<'static, Result<Reply, QueryError>>;

    /// Whether everything that follows from a message is already in the stream of events when `send` returns.
    /// True only for the simulated host without a delay; reads then wait for the controllers to have taken it in.
    fn settles(&self) -> bool {
        false
    }
}

//! The messages over a unix socket: how a control plane reaches the agent of its own machine.
//!
//! One JSON object a line. The control plane connects and says `Hello`; the agent answers `Hello`, which is also what
//! the control plane's hub hears at each (re)connection, so that it sends the whole `Desired` again. A connection that
//! ends loses what was under way, and that is all right: everything is level-triggered.
//!
//! ```text
//!   SocketHost (control plane)                         SocketListener (agent)
//!     connect, back off, again for ever                  one Session a connection
//!       │ {"type":"hello","version":1} ──────────────────▶ │
//!       │ ◀─────────── {"type":"hello","version":1,"boot":…}
//!       │ desired, patch, query, shutdown ───────────────▶ │  a patch only after a desired of this connection
//!       │ ◀───────────────────────── observed, reply ───── │
//! ```

mod client;
mod server;

use serde::{Serialize, de::DeserializeOwned};
use tokio_util::codec::LinesCodec;

pub use client::SocketHost;
pub use server::{AgentPort, SocketListener};

/// The longest line that is taken: the desired set of some ten thousand instances, each with 16 KiB of user data.
const LONGEST_LINE_BYTES: usize = 512 << 20;

fn codec() -> LinesCodec {
    LinesCodec::new_with_max_length(LONGEST_LINE_BYTES)
}

fn encode<T: Serialize>(message: &T) -> String {
    // Every map of these messages has keys that are strings, so there is nothing here that JSON can't say.
    serde_json::to_string(message).expect("a message is always JSON")
}

fn decode<T: DeserializeOwned>(line: &str) -> Result<T, serde_json::Error> {
    serde_json::from_str(line)
}

#[cfg(test)]
mod tests;

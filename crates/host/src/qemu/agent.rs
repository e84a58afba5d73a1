//! The agent in a guest, `qemu-ga`: it freezes and thaws the guest's file systems.
//!
//! ```text
//!   us                                                qemu-ga, by the channel org.qemu.guest_agent.0
//!    │ FF {"execute":"guest-sync-delimited",…id…} ──▶ │
//!    │ ◀──── whatever somebody else asked for before  │
//!    │ ◀──────────────────────────  FF {"return":id}  │
//!    │ {"execute":"guest-fsfreeze-freeze"} ─────────▶ │   answers when all is written out and nothing more is written
//!    │ {"execute":"guest-fsfreeze-thaw"} ───────────▶ │
//! ```
//! Of who sits at the other end nothing is known: what it says is read up to a fixed length, and waited for with a deadline.

use std::{
    io,
    path::Path,
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use serde::Deserialize;
use serde_json::{Value, json};
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::UnixStream,
    time::timeout,
};

/// The most that is read of one answer.
const LONGEST_ANSWER_BYTES: u64 = 64 << 10;
/// What is skipped of other answers before ours.
const MOST_SKIPPED_BYTES: u64 = 1 << 20;
/// Begins an answer; it is in no JSON.
const DELIMITER: u8 = 0xff;

/// Why the guest's agent did not do it.
#[derive(Debug, thiserror::Error)]
pub enum AgentError {
    #[error("the guest's agent did not answer in time")]
    NoAnswer,
    #[error("the guest's agent can't be asked: {0}")]
    Io(#[from] io::Error),
    #[error("the guest's agent refused: {0}")]
    Refused(String),
    #[error("the guest's agent isn't understood: {0}")]
    NotUnderstood(String),
}

/// A connection to the agent of one guest.
#[derive(Debug)]
pub struct GuestAgent {
    stream: BufReader<UnixStream>,
}

impl GuestAgent {
    /// Connects by the channel's socket, and makes sure that somebody answers.
    pub async fn connect(socket: &Path, deadline: Duration) -> Result<Self, AgentError> {
        let connected = async {
            let mut agent = Self { stream: BufReader::new(super::unix::connect(socket).await?) };
            agent.synchronize().await?;
            Ok(agent)
        };
        timeout(deadline, connected).await.map_err(|_| AgentError::NoAnswer)?
    }

    /// Freezes all file systems that can be. Says how many; they stay so until they are thawed, also when the deadline has
    /// passed and this is an error.
    pub async fn freeze(&mut self, deadline: Duration) -> Result<u64, AgentError> {
        self.count("guest-fsfreeze-freeze", deadline).await
    }

    /// Thaws what is frozen. Says how many it were.
    pub async fn thaw(&mut self, deadline: Duration) -> Result<u64, AgentError> {
        self.count("guest-fsfreeze-thaw", deadline).await
    }

    async fn count(&mut self, command: &str, deadline: Duration) -> Result<u64, AgentError> {
        let asked = async {
            self.send(&json!({ "execute": command })).await?;
            self.answer().await
        };
        let answer = timeout(deadline, asked).await.map_err(|_| AgentError::NoAnswer)??;
        answer.as_u64().ok_or_else(|| AgentError::NotUnderstood(answer.to_string()))
    }

    /// Passes over what was said to somebody else.
    async fn synchronize(&mut self) -> Result<(), AgentError> {
        static LAST: AtomicU32 = AtomicU32::new(0);
        let id = u64::from(std::process::id()) << 32 | u64::from(LAST.fetch_add(1, Ordering::Relaxed));
        // The delimiter ends whatever somebody else has left half said.
        self.stream.write_all(&[DELIMITER]).await?;
        self.send(&json!({ "execute": "guest-sync-delimited", "arguments": { "id": id } })).await?;
        let mut left = MOST_SKIPPED_BYTES;
        loop {
            let mut skipped = Vec::new();
            let mut limited = (&mut self.stream).take(left);
            let read = limited.read_until(DELIMITER, &mut skipped).await? as u64;
            if skipped.last() != Some(&DELIMITER) {
                return Err(AgentError::NotUnderstood("it says much else".to_owned()));
            }
            left -= read;
            // Another delimiter may begin the answer to somebody who has gone.
            if self.answer().await.is_ok_and(|said| said.as_u64() == Some(id)) {
                return Ok(());
            }
        }
    }

    async fn send(&mut self, command: &Value) -> io::Result<()> {
        self.stream.write_all(format!("{command}\n").as_bytes()).await
    }

    async fn answer(&mut self) -> Result<Value, AgentError> {
        #[derive(Deserialize)]
        struct Answer {
            #[serde(rename = "return")]
            reply: Option<Value>,
            error: Option<Refusal>,
        }
        #[derive(Deserialize)]
        struct Refusal {
            desc: String,
        }
        let mut line = Vec::new();
        (&mut self.stream).take(LONGEST_ANSWER_BYTES).read_until(b'\n', &mut line).await?;
        if line.is_empty() {
            return Err(io::Error::from(io::ErrorKind::UnexpectedEof).into());
        }
        let text = || String::from_utf8_lossy(&line).trim().chars().take(200).collect::<String>();
        match serde_json::from_slice(&line).map_err(|_| AgentError::NotUnderstood(text()))? {
            Answer { error: Some(Refusal { desc }), .. } => Err(AgentError::Refused(desc)),
            Answer { reply: Some(reply), .. } => Ok(reply),
            Answer { .. } => Err(AgentError::NotUnderstood(text())),
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;

//! The guest's agent against a fake one on a unix socket.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex},
};

use tokio::net::UnixListener;

use super::*;

const SOON: Duration = Duration::from_secs(20);
const NEVER: Duration = Duration::from_millis(50);

/// How a fake agent takes a command.
pub(crate) type Take = Box<dyn FnMut(&str) -> Option<String> + Send>;

/// An agent that answers as it is told, and what it has heard. Like QEMU's channel it serves one client after the other.
pub(crate) struct FakeAgent {
    pub folder: tempfile::TempDir,
    pub heard: Arc<Mutex<Vec<String>>>,
}

impl FakeAgent {
    /// `before`: what comes out of the channel first. `take` answers all but `guest-sync-delimited`; nothing is no answer.
    pub fn start(before: &'static [u8], mut take: Take) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let listener = UnixListener::bind(folder.path().join("agent.sock")).unwrap();
        let heard = Arc::new(Mutex::new(Vec::new()));
        let hears = Arc::clone(&heard);
        tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                let (read, mut write) = stream.into_split();
                let mut read = BufReader::new(read);
                // Whoever asks may have gone meanwhile, here and below.
                let _ = write.write_all(before).await;
                let mut line = Vec::new();
                while read.read_until(b'\n', &mut line).await.is_ok_and(|bytes| bytes > 0) {
                    let said = line.strip_prefix(&[DELIMITER]).unwrap_or(&line);
                    let said: Value = serde_json::from_slice(said).unwrap();
                    let command = said["execute"].as_str().unwrap().to_owned();
                    hears.lock().unwrap().push(command.clone());
                    let answer = match &*command {
                        "guest-sync-delimited" => {
                            let _ = write.write_all(&[DELIMITER]).await;
                            Some(json!({ "return": said["arguments"]["id"] }).to_string())
                        }
                        other => take(other),
                    };
                    if let Some(answer) = answer {
                        let _ = write.write_all(format!("{answer}\n").as_bytes()).await;
                    }
                    line.clear();
                }
            }
        });
        Self { folder, heard }
    }

    pub fn socket(&self) -> PathBuf {
        self.folder.path().join("agent.sock")
    }

    pub fn heard(&self) -> String {
        std::mem::take(&mut *self.heard.lock().unwrap()).join(", ")
    }
}

fn answers(answer: &'static str) -> Take {
    Box::new(move |_| Some(answer.to_owned()))
}

#[tokio::test]
async fn file_systems_are_frozen_and_thawed() {
    let fake = FakeAgent::start(b"", answers(r#"{"return": 2}"#));
    let mut agent = GuestAgent::connect(&fake.socket(), SOON).await.unwrap();
    assert_eq!(agent.freeze(SOON).await.unwrap(), 2);
    assert_eq!(agent.thaw(SOON).await.unwrap(), 2);
    assert_eq!(fake.heard(), "guest-sync-delimited, guest-fsfreeze-freeze, guest-fsfreeze-thaw");
}

#[tokio::test]
async fn what_was_said_to_others_is_passed_over() {
    let fake = FakeAgent::start(
        b"{\"return\": {}}\n{\"error\": {\"class\": \"GenericError\", \"desc\": \"JSON\"}}\n\xff{\"return\": 7}\nhalf",
        answers(r#"{"return": 1}"#),
    );
    let mut agent = GuestAgent::connect(&fake.socket(), SOON).await.unwrap();
    assert_eq!(agent.freeze(SOON).await.unwrap(), 1);
}

#[tokio::test]
async fn an_agent_that_does_not_is_named() {
    let refuses = r#"{"error": {"class": "GenericError", "desc": "the command is not allowed"}}"#;
    let fake = FakeAgent::start(b"", answers(refuses));
    let mut agent = GuestAgent::connect(&fake.socket(), SOON).await.unwrap();
    let refused = agent.freeze(SOON).await.unwrap_err();
    assert_eq!(refused.to_string(), "the guest's agent refused: the command is not allowed");

    for (answer, expected) in [
        (r#"{"return": "two"}"#, r#"the guest's agent isn't understood: "two""#),
        (r#"{"neither": 1}"#, r#"the guest's agent isn't understood: {"neither": 1}"#),
        ("no JSON", "the guest's agent isn't understood: no JSON"),
    ] {
        let fake = FakeAgent::start(b"", answers(answer));
        let mut agent = GuestAgent::connect(&fake.socket(), SOON).await.unwrap();
        assert_eq!(agent.freeze(SOON).await.unwrap_err().to_string(), expected);
    }

    let silent = FakeAgent::start(b"", Box::new(|_| None));
    let mut agent = GuestAgent::connect(&silent.socket(), SOON).await.unwrap();
    assert!(matches!(agent.freeze(NEVER).await, Err(AgentError::NoAnswer)));

    // Nobody reads the channel, or it never comes to an end.
    let folder = tempfile::tempdir().unwrap();
    let socket = folder.path().join("agent.sock");
    let listener = UnixListener::bind(&socket).unwrap();
    assert!(matches!(GuestAgent::connect(&socket, NEVER).await, Err(AgentError::NoAnswer)));
    drop(listener);
    assert!(matches!(GuestAgent::connect(&socket, SOON).await, Err(AgentError::Io(_))));
    let noise: &'static [u8] = Box::leak(vec![b'x'; 2 << 20].into_boxed_slice());
    let noisy = FakeAgent::start(noise, Box::new(|_| None));
    assert!(matches!(GuestAgent::connect(&noisy.socket(), SOON).await, Err(AgentError::NotUnderstood(_))));
}

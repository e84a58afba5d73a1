//! The guest's file systems, frozen for the moment of a copy and always thawed.
//!
//! ```text
//!   thawed ──mark on disk──▶ freezing ──the guest's agent answers──▶ frozen ──the moment──▶ thawing ──it answers──▶ thawed
//!                               └── too late, or no: copied all the same ──────────────────▶┘  │ again and again
//! ```
//! The mark, a file in the instance's folder, is there before the guest hears of it and goes when it is thawed: an agent
//! that is killed in between leaves it to the next one. It goes with QEMU too, and so does the guest's being frozen.

use std::{
    fs,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use hostlink::FileSystems;
use tokio::{
    sync::{Mutex, OwnedMutexGuard},
    time::{sleep, timeout},
};

use super::running::QemuVm;
use crate::{
    qemu::{
        agent::{AgentError, GuestAgent},
        qmp::{QmpError, QueryChardev, QueryStatus, RunState},
    },
    vm::folder::InstanceFolder,
};

/// The channel's name at QEMU's command line.
const CHANNEL: &str = "agent";
/// The mark's name in the instance's folder.
pub(super) const MARK: &str = "frozen";

/// How long things may take.
#[derive(Clone, Copy, Debug)]
struct Patience {
    /// Until a guest that has opened the channel says a first word.
    ask: Duration,
    /// Until all is written out. What writes in the guest waits meanwhile, and so does who asked for the snapshot.
    freeze: Duration,
    /// Until the guest says that it is thawed.
    thaw: Duration,
    /// Until it is asked again; twice as long each time.
    again: Duration,
}

const PATIENCE: Patience = Patience {
    ask: Duration::from_secs(2),
    freeze: Duration::from_secs(4),
    thaw: Duration::from_secs(10),
    again: Duration::from_millis(200),
};
/// The longest pause between two attempts to thaw a guest.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// Freezes and thaws one guest. All clones are the same.
#[derive(Clone, Debug)]
pub(super) struct Freezer {
    socket: PathBuf,
    mark: PathBuf,
    /// Held from before the guest is frozen until it is thawed.
    turn: Arc<Mutex<()>>,
    patience: Patience,
}

/// A guest that is frozen, or may be. Thawed when this is dropped.
#[derive(Debug)]
pub(super) struct Frozen {
    freezer: Freezer,
    /// What the mark says, so that a later one is told from it.
    name: String,
    /// The connection by which it was frozen.
    agent: Option<GuestAgent>,
    turn: Option<OwnedMutexGuard<()>>,
}

impl Freezer {
    pub fn new(folder: &InstanceFolder) -> Self {
        Self { socket: folder.file("agent.sock"), mark: folder.file(MARK), turn: Arc::default(), patience: PATIENCE }
    }

    /// Freezes the guest. When it says no or takes too long, why; it is then thawed in any case.
    pub async fn freeze(&self) -> Result<Frozen, String> {
        let turn = timeout(self.patience.ask, Arc::clone(&self.turn).lock_owned()).await;
        let turn = turn.map_err(|_| "the guest has not been thawed since the last time".to_owned())?;
        let mut agent = GuestAgent::connect(&self.socket, self.patience.ask).await.map_err(text)?;
        let name = name();
        fs::write(&self.mark, &name).map_err(|error| format!("noting that the guest is frozen: {error}"))?;
        let mut frozen = Frozen { freezer: self.clone(), name, agent: None, turn: Some(turn) };
        if agent.freeze(self.patience.freeze).await.map_err(text)? == 0 {
            return Err("the guest has no file system that can be frozen".to_owned());
        }
        // Where the answer is outstanding it would be taken for that to the next question.
        frozen.agent = Some(agent);
        Ok(frozen)
    }

    /// Thaws a guest that an earlier agent of the host has left frozen.
    pub fn thaw_what_is_left(&self) {
        let Ok(name) = fs::read_to_string(&self.mark) else { return };
        tracing::info!(mark = %self.mark.display(), "a guest was left frozen and is thawed");
        let turn = Arc::clone(&self.turn).try_lock_owned().ok();
        drop(Frozen { freezer: self.clone(), name, agent: None, turn });
    }
}

impl Drop for Frozen {
    fn drop(&mut self) {
        // Without a runtime the agent ends; the mark tells the next one.
        let Ok(runtime) = tokio::runtime::Handle::try_current() else { return };
        let (freezer, name, agent) = (self.freezer.clone(), std::mem::take(&mut self.name), self.agent.take());
        let turn = self.turn.take();
        runtime.spawn(async move {
            thaw(&freezer, &name, agent).await;
            drop(turn);
        });
    }
}

/// Thaws until the guest says that it is, or is gone.
async fn thaw(freezer: &Freezer, name: &str, mut agent: Option<GuestAgent>) {
    let Freezer { socket, mark, patience, .. } = freezer;
    let is_ours = || fs::read_to_string(mark).is_ok_and(|there| there == name);
    let mut pause = patience.again;
    while is_ours() {
        match try_to_thaw(socket, agent.take(), *patience).await {
            Ok(_) => {
                if let Err(error) = fs::remove_file(mark) {
                    // It will be thawed once more, which does no harm.
                    tracing::warn!(mark = %mark.display(), "the guest is thawed, but the mark stays: {error}");
                }
                return;
            }
            Err(error) => tracing::warn!(socket = %socket.display(), "the guest is not thawed yet: {error}"),
        }
        sleep(pause).await;
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

async fn try_to_thaw(
    socket: &std::path::Path,
    agent: Option<GuestAgent>,
    patience: Patience,
) -> Result<u64, AgentError> {
    let mut agent = match agent {
        Some(agent) => agent,
        None => GuestAgent::connect(socket, patience.thaw).await?,
    };
    agent.thaw(patience.thaw).await
}

/// A name that no other mark has.
fn name() -> String {
    static LAST: AtomicU64 = AtomicU64::new(0);
    format!("{}-{}-{}", std::process::id(), crate::vm::now_ms(), LAST.fetch_add(1, Ordering::Relaxed))
}

fn text(error: AgentError) -> String {
    error.to_string()
}

impl QemuVm {
    /// Freezes the guest's file systems if it runs and has an agent. What is answered holds them until it is dropped.
    pub(super) async fn freeze(&self) -> Result<(Option<FileSystems>, Option<Frozen>), QmpError> {
        let in_use = |reason: &str| Ok((Some(FileSystems::InUse { reason: reason.to_owned() }), None));
        match self.monitor.execute(QueryStatus {}).await?.status {
            RunState::Running => {}
            // Nothing is in use.
            RunState::Prelaunch | RunState::Shutdown => return Ok((None, None)),
            RunState::Paused
            | RunState::IoError
            | RunState::InternalError
            | RunState::GuestPanicked
            | RunState::Other => return in_use("the guest is halted"),
        }
        // A guest without an agent costs no more than this.
        let channels = self.monitor.execute(QueryChardev {}).await?;
        if !channels.iter().any(|channel| channel.label == CHANNEL && channel.frontend_open) {
            return in_use("the guest runs no agent");
        }
        match self.freezer.freeze().await {
            Ok(frozen) => Ok((Some(FileSystems::Frozen), Some(frozen))),
            Err(reason) => {
                tracing::info!(instance = %self.instance, "its file systems are not frozen: {reason}");
                in_use(&reason)
            }
        }
    }
}

#[cfg(test)]
mod tests;

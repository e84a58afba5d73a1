//! Keeps a host agent running for as long as the control plane does: one that ends is replaced.
//!
//! ```text
//!   ensure ──▶ wait for its end ──▶ say so, pause ──▶ ensure …       pause: none, 1 s, 2 s, 4 s … 60 s,
//!                                                                    none again after a steady minute
//! ```
//! The agent is waited for as a child by the control plane that started it, and by its lock by one that found it.

use std::{
    fs::File,
    process::Child,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use nix::fcntl::{Flock, FlockArg};

use super::{ensure, lock_file};
use crate::{data_dir::DataDir, up::Egress};

const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_secs(60);
/// An agent that has run for so long is not the reason why the one before it ended.
const STEADY: Duration = Duration::from_secs(60);

/// Watches over the agent that `ensure` has just seen to, on a thread of its own, until this process ends.
pub fn keep(data_dir: DataDir, egress: Egress, mut child: Option<Child>) -> Result<()> {
    let watch = move || {
        let mut back_off = BackOff::default();
        loop {
            let began = Instant::now();
            let how = wait(&data_dir, child.take()).unwrap_or_else(|error| format!("{error:#}"));
            tracing::warn!("the host agent has ended ({how}); VMs go on, and another agent is started");
            let mut lived = began.elapsed();
            child = loop {
                thread::sleep(back_off.pause_after(lived));
                match ensure(&data_dir, egress) {
                    Ok(child) => break child,
                    Err(error) => tracing::error!("the host agent could not be started again: {error:#}"),
                }
                lived = Duration::ZERO;
            };
            tracing::warn!("the host agent runs again");
        }
    };
    thread::Builder::new().name("agent-keeper".into()).spawn(watch).context("no thread can be started")?;
    Ok(())
}

/// Waits until the agent has ended, and says how if that can be known.
fn wait(data_dir: &DataDir, child: Option<Child>) -> Result<String> {
    if let Some(mut child) = child {
        return Ok(child.wait().context("it can't be waited for")?.to_string());
    }
    let path = lock_file(data_dir);
    let file = File::open(&path).with_context(|| format!("{} can't be opened", path.display()))?;
    // It is given back at once: the next agent wants it for itself.
    match Flock::lock(file, FlockArg::LockShared) {
        Ok(_given_back) => Ok("it was started by an earlier control plane".to_owned()),
        Err((_, errno)) => Err(errno).with_context(|| format!("{} can't be waited for", path.display())),
    }
}

/// How long to wait before the next start.
#[derive(Debug, Default)]
struct BackOff {
    next: Duration,
}

impl BackOff {
    /// The pause after an agent that has run for `lived`.
    fn pause_after(&mut self, lived: Duration) -> Duration {
        if lived >= STEADY {
            self.next = Duration::ZERO;
        }
        let pause = self.next;
        self.next = (pause * 2).clamp(FIRST_PAUSE, LONGEST_PAUSE);
        pause
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_while_agents_end_at_once() {
        let mut back_off = BackOff::default();
        let pauses: Vec<u64> = (0..9).map(|_| back_off.pause_after(Duration::ZERO).as_secs()).collect();
        assert_eq!(pauses, [0, 1, 2, 4, 8, 16, 32, 60, 60]);
        assert_eq!(back_off.pause_after(STEADY), Duration::ZERO);
        assert_eq!(back_off.pause_after(Duration::from_secs(59)), FIRST_PAUSE);
    }
}

//! What a command takes back when somebody ends it in the middle (Ctrl-C): the task that it began, and what it has put
//! beside it.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc};

use anyhow::{Context, Result};
use tokio::signal::unix::{SignalKind, signal};

type Step = Box<dyn FnOnce() + Send>;

/// What is to be taken back, the last first.
#[derive(Clone, Default)]
pub struct Undo(Arc<Mutex<Vec<Step>>>);

/// What a shell expects of a program that a signal has ended.
const BY_SIGNAL: i32 = 128;

impl Undo {
    /// Takes everything back and ends the process when SIGINT, SIGTERM or SIGHUP comes.
    pub fn on_signals() -> Result<Self> {
        let (undo, (ready, is_ready)) = (Self::default(), mpsc::channel());
        let steps = undo.clone();
        // A thread of its own: the command itself may be copying a large file.
        std::thread::spawn(move || match wait_for_signal(&ready) {
            Ok(signal) => steps.take_back_and_end(signal),
            Err(error) => drop(ready.send(Err(error))),
        });
        is_ready.recv().context("signals can't be waited for")??;
        Ok(undo)
    }

    /// There is something more to be taken back.
    pub fn add(&self, step: impl FnOnce() + Send + 'static) {
        self.steps().push(Box::new(step));
    }

    /// What was added last has come to an end by itself. While everything is being taken back this waits for its end, so
    /// that nothing is said of what that causes.
    pub fn drop_last(&self) {
        drop(self.steps().pop());
    }

    /// Waits for the end if everything is being taken back.
    pub fn look(&self) {
        drop(self.steps());
    }

    fn steps(&self) -> MutexGuard<'_, Vec<Step>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take_back_and_end(&self, signal: SignalKind) -> ! {
        let mut steps = self.steps();
        while let Some(step) = steps.pop() {
            step();
        }
        std::process::exit(BY_SIGNAL + signal.as_raw_value())
    }
}

/// Says when signals are caught, and then which one has come.
fn wait_for_signal(ready: &mpsc::Sender<Result<()>>) -> Result<SignalKind> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
    runtime.block_on(async {
        let kinds = [SignalKind::interrupt(), SignalKind::terminate(), SignalKind::hangup()];
        let [mut interrupt, mut terminate, mut hangup] = [signal(kinds[0])?, signal(kinds[1])?, signal(kinds[2])?];
        let _ = ready.send(Ok(()));
        Ok(tokio::select! {
            _ = interrupt.recv() => kinds[0],
            _ = terminate.recv() => kinds[1],
            _ = hangup.recv() => kinds[2],
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_ended_is_not_taken_back() {
        let undo = Undo::default();
        let (sender, taken_back) = mpsc::channel();
        for number in 1..=3 {
            let sender = sender.clone();
            undo.add(move || sender.send(number).unwrap());
        }
        undo.drop_last();
        while let Some(step) = { undo.steps().pop() } {
            step();
        }
        assert_eq!(taken_back.try_iter().collect::<Vec<_>>(), [2, 1]);
    }
}

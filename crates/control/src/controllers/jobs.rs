//! What the controllers of tasks have in common: each task that is under way has one job, which can be told to end, does
//! its blocking work on a thread of its own, and stores what follows.

use std::{
    collections::HashMap,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU8, Ordering},
    },
    time::Duration,
};

use tokio::task::JoinHandle;

use super::follow_up::{Stored, until_committed};
use crate::{cloud::Cloud, edit::Edit, exchange::Exchange, region::Region, view::View};

/// How long until what could not be stored is tried again.
const STORE_AGAIN: Duration = Duration::from_secs(1);
/// How often is looked how far blocking work is.
pub(super) const LOOK: Duration = Duration::from_secs(1);

/// What a task's record wants of its job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// That it runs.
    Work,
    /// That it ends soon, and tidies up.
    Ending,
    /// Nothing: it is over.
    Nothing,
}

/// The jobs of one kind in a region, by their tasks' ids.
#[derive(Default)]
pub(super) struct Jobs(HashMap<String, Arc<AtomicBool>>);

impl Jobs {
    /// Takes in what a task wants now. The flag of the job that must be begun, if one must: it is set for a job that
    /// has only to tidy up, and will be set once the job is to end.
    pub(super) fn follow(&mut self, id: &str, wanted: Wanted) -> Option<Arc<AtomicBool>> {
        let known = self.0.get(id);
        match (wanted, known) {
            (Wanted::Work | Wanted::Ending, None) => {
                let cancel = Arc::new(AtomicBool::new(wanted == Wanted::Ending));
                self.0.insert(id.to_owned(), cancel.clone());
                return Some(cancel);
            }
            (Wanted::Work, Some(_)) => {}
            (Wanted::Ending, Some(cancel)) => cancel.store(true, Ordering::Relaxed),
            (Wanted::Nothing, _) => drop(self.0.remove(id)),
        }
        None
    }
}

/// One job, of whatever kind.
pub(super) struct Job {
    pub(super) cloud: Arc<Cloud>,
    pub(super) region: Arc<Region>,
    /// The task's.
    pub(super) id: String,
    pub(super) cancel: Arc<AtomicBool>,
}

impl Job {
    /// Stores a change; where there is no room for it, again until there is.
    pub(super) async fn store(&self, decide: impl Fn(&Arc<View>) -> Option<Edit>) {
        while until_committed(&self.region, &decide).await == Stored::No {
            tokio::time::sleep(STORE_AGAIN).await;
        }
    }

    pub(super) fn is_cancelled(&self) -> bool {
        self.cancel.load(Ordering::Relaxed)
    }

    /// Begins work that goes through the exchange folder. Work that panics is an error like others.
    pub(super) fn begin<T: Send + 'static>(
        &self,
        work: impl FnOnce(&dyn Exchange, &Told, &AtomicBool) -> Result<T, String> + Send + 'static,
    ) -> Result<Work<T>, String> {
        let exchange = self.cloud.settings.exchange.clone().ok_or("ClientError: this cloud keeps no disks")?;
        let (told, cancel) = (Told::default(), self.cancel.clone());
        let hears = told.clone();
        let handle = tokio::task::spawn_blocking(move || work(&*exchange, &hears, &cancel));
        Ok(Work { handle, told, said: 0 })
    }
}

/// How far work is, percents.
#[derive(Clone, Default)]
pub(super) struct Told(Arc<AtomicU8>);

impl Told {
    pub(super) fn tell(&self, percent: u8) {
        self.0.fetch_max(percent, Ordering::Relaxed);
    }

    /// How far it is, if that is further than before.
    pub(super) fn beyond(&self, said: u8) -> Option<u8> {
        Some(self.0.load(Ordering::Relaxed)).filter(|percent| *percent > said)
    }
}

/// Blocking work on a thread of its own.
pub(super) struct Work<T> {
    handle: JoinHandle<Result<T, String>>,
    told: Told,
    said: u8,
}

/// What is heard of work.
pub(super) enum Heard<T> {
    Percent(u8),
    End(Result<T, String>),
}

impl<T> Work<T> {
    /// What there is to be heard next: more percents than before, or the end.
    pub(super) async fn next(&mut self) -> Heard<T> {
        loop {
            tokio::select! {
                ended = &mut self.handle => {
                    return Heard::End(match ended {
                        Ok(result) => result.map_err(|reason| format!("ClientError: {reason}")),
                        Err(_) => Err("ServerError: the work broke off".to_owned()),
                    });
                }
                () = tokio::time::sleep(LOOK) => {
                    if let Some(percent) = self.told.beyond(self.said) {
                        self.said = percent;
                        return Heard::Percent(percent);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_has_one_job_which_is_told_to_end() {
        let mut jobs = Jobs::default();
        let cancel = jobs.follow("a", Wanted::Work).expect("a job");
        assert!(jobs.follow("a", Wanted::Work).is_none() && !cancel.load(Ordering::Relaxed));
        assert!(jobs.follow("a", Wanted::Ending).is_none() && cancel.load(Ordering::Relaxed));
        // One that was cancelled while nobody ran it has only to tidy up.
        assert!(jobs.follow("b", Wanted::Ending).expect("a job").load(Ordering::Relaxed));
        assert!(jobs.follow("a", Wanted::Nothing).is_none());
        assert!(jobs.follow("a", Wanted::Work).is_some());
    }
}

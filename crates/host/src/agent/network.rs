//! The network of VMs: which instances are up decides which interfaces are wanted.
//!
//! ```text
//!   join ──▶ up, ask for a round, wait for it ──▶ open taps
//!   leave ─▶ not up, ask for a round             one task: rounds one after the other, each with all that is wanted
//!   refresh (what is wanted has changed) ─▶ ask for a round
//! ```

use std::{
    collections::{BTreeMap, BTreeSet},
    os::fd::OwnedFd,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use futures::future::BoxFuture;
use model::{InstanceId, NetworkInterfaceId};
use tokio::{sync::watch, task::AbortHandle, time::sleep};

use super::desired::Shared as Regions;
use crate::{
    net::{Net, WantedNet},
    vm::network::{Answers, Taps, VmNetwork},
};

/// How long until a round that failed is tried again.
const TRY_AGAIN: Duration = Duration::from_secs(5);

/// Cheap to clone; all clones are the same.
#[derive(Clone)]
pub(super) struct Network {
    net: Net,
    up: Arc<Mutex<BTreeSet<InstanceId>>>,
    /// The number of the last round that was asked for.
    asked: watch::Sender<u64>,
    /// The last round that was done, and how it went.
    done: watch::Receiver<Round>,
    answers: watch::Receiver<Arc<Answers>>,
}

/// How a round went.
#[derive(Clone, Debug, Default)]
struct Round {
    number: u64,
    /// What went wrong for all, if something did.
    problem: Option<String>,
    /// What went wrong for single interfaces.
    failed: BTreeMap<NetworkInterfaceId, String>,
}

impl Network {
    /// Begins with no instance up and no round asked for.
    pub fn start(net: Net, regions: Regions) -> (Self, AbortHandle) {
        let up = Arc::new(Mutex::new(BTreeSet::new()));
        let (asked, to_do) = watch::channel(0);
        let (done_sender, done) = watch::channel(Round::default());
        let (answers_sender, answers) = watch::channel(Arc::default());
        let rounds = rounds(net.clone(), regions, Arc::clone(&up), to_do, done_sender);
        let tell_answers = tell_answers(net.clone(), answers_sender);
        let task = tokio::spawn(async move {
            tokio::join!(rounds, tell_answers);
        });
        (Self { net, up, asked, done, answers }, task.abort_handle())
    }

    /// What is wanted has changed.
    pub fn refresh(&self) {
        self.ask();
    }

    /// An instance whose QEMU lives, before the first round.
    pub fn stays(&self, instance: &InstanceId) {
        self.lock().insert(instance.clone());
    }

    /// Asks for a round, and returns its number. A round that has not begun yet serves all who ask.
    fn ask(&self) -> u64 {
        let mut number = 0;
        self.asked.send_modify(|asked| {
            *asked += 1;
            number = *asked;
        });
        number
    }

    fn lock(&self) -> MutexGuard<'_, BTreeSet<InstanceId>> {
        lock(&self.up)
    }

    async fn join_and_open(self, instance: InstanceId, interfaces: Vec<NetworkInterfaceId>) -> Result<Taps, String> {
        self.lock().insert(instance.clone());
        let opened = self.open(&interfaces).await;
        if opened.is_err() {
            self.leave(&instance);
        }
        opened
    }

    async fn open(&self, interfaces: &[NetworkInterfaceId]) -> Result<Taps, String> {
        if interfaces.is_empty() {
            return Ok(Taps::new());
        }
        let number = self.ask();
        let mut done = self.done.clone();
        let round =
            done.wait_for(|round| round.number >= number).await.map_err(|_| "the agent ends".to_owned())?.clone();
        if let Some(problem) = round.problem {
            return Err(problem);
        }
        let mut taps = Taps::new();
        for interface in interfaces {
            if let Some(problem) = round.failed.get(interface) {
                return Err(problem.clone());
            }
            let tap = self.net.open_tap(interface).await.map_err(|error| error.to_string())?;
            taps.insert(interface.clone(), tap);
        }
        Ok(taps)
    }
}

fn lock(up: &Mutex<BTreeSet<InstanceId>>) -> MutexGuard<'_, BTreeSet<InstanceId>> {
    up.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn rounds(
    net: Net,
    regions: Regions,
    up: Arc<Mutex<BTreeSet<InstanceId>>>,
    mut to_do: watch::Receiver<u64>,
    done: watch::Sender<Round>,
) {
    loop {
        if *to_do.borrow() == done.borrow().number && to_do.changed().await.is_err() {
            return;
        }
        let number = *to_do.borrow_and_update();
        let wanted = {
            let (regions, up) = (regions.lock().unwrap_or_else(PoisonError::into_inner), lock(&up).clone());
            WantedNet::of(regions.values().map(|region| &region.desired), |instance| up.contains(instance))
        };
        let round = match net.reconcile(&wanted).await {
            Ok(applied) => {
                let failed = applied.failed.iter().map(|(id, error)| (id.clone(), error.to_string()));
                Round { number, problem: None, failed: failed.collect() }
            }
            Err(error) => {
                tracing::error!("the network is not as it should be: {error}");
                Round { number, problem: Some(error.to_string()), failed: BTreeMap::new() }
            }
        };
        let failed = round.problem.is_some();
        done.send_replace(round);
        if failed {
            // Whoever waited has its answer; for the others it is tried again, at once if something changes.
            tokio::select! {
                () = sleep(TRY_AGAIN) => done.send_modify(|round| round.number = round.number.saturating_sub(1)),
                _ = to_do.changed() => {}
            }
        }
    }
}

/// Turns what the network knows of guests into what VMs' tasks listen to.
async fn tell_answers(net: Net, answers: watch::Sender<Arc<Answers>>) {
    let mut liveness = net.liveness();
    loop {
        let known = liveness.borrow_and_update().clone();
        let told: Answers = known.iter().map(|(id, live)| (id.clone(), (live.reachability, live.since_ms))).collect();
        answers.send_if_modified(|last| {
            let differs = **last != told;
            if differs {
                *last = Arc::new(told);
            }
            differs
        });
        if liveness.changed().await.is_err() {
            return;
        }
    }
}

impl VmNetwork for Network {
    fn join(
        &self,
        instance: &InstanceId,
        interfaces: &[NetworkInterfaceId],
    ) -> BoxFuture<'static, Result<Taps, String>> {
        Box::pin(self.clone().join_and_open(instance.clone(), interfaces.to_vec()))
    }

    fn open(&self, interface: &NetworkInterfaceId) -> BoxFuture<'static, Result<OwnedFd, String>> {
        let (network, interface) = (self.clone(), interface.clone());
        Box::pin(async move {
            let mut taps = network.open(std::slice::from_ref(&interface)).await?;
            taps.remove(&interface).ok_or_else(|| format!("{interface} has no tap"))
        })
    }

    fn has_joined(&self, instance: &InstanceId) {
        if self.lock().insert(instance.clone()) {
            self.ask();
        }
    }

    fn leave(&self, instance: &InstanceId) {
        if self.lock().remove(instance) {
            self.ask();
        }
    }

    fn answers(&self) -> watch::Receiver<Arc<Answers>> {
        self.answers.clone()
    }
}

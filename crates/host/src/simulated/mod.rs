//! The simulated host: the same port as a real host, with no VM under it.
//!
//! It runs in the control plane's process, for tests of API clients and of the control plane itself. It knows life
//! cycles only: no network, no disk content, no console. Without a delay everything that follows from a message is in
//! the stream of events when `send` returns; with one, each step takes that long by tokio's clock (which a test may
//! pause).
//!
//! ```text
//!   send(Desired | Patch) ─▶ Region::want ─▶ Instance::want ─▶ Step … ─▶ (no delay: taken at once)
//!                                                                └─────▶ (delay: the timers' queue) ─▶ Region::take
//!                                                                                    └─▶ Observed
//! ```
//! A patch costs what it changes: specs and observations are found by id, and nothing is ever scanned but by `Desired`.

mod instance;
mod region;

use std::{
    collections::{BTreeMap, VecDeque},
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use futures::future::BoxFuture;
use hostlink::{Capacity, FromHost, Host, Observation, PROTOCOL_VERSION, Query, QueryError, Reply, ToHost, VaultNeeds};
use tokio::{
    sync::{Notify, mpsc},
    time::Instant,
};

use region::{Region, Step};

/// Milliseconds since 1970, from wherever the owner of this host takes time.
pub type NowMs = Arc<dyn Fn() -> i64 + Send + Sync>;

/// How a simulated host is to behave.
#[derive(Clone)]
pub struct SimulatedOptions {
    /// Name of this start of the host; observations of another boot are other observations.
    pub boot: String,
    /// What each transition takes. `None`: nothing, and `Host::settles` is true. With a delay the host must be made
    /// inside a tokio runtime.
    pub delay: Option<Duration>,
    pub now_ms: NowMs,
}

impl Default for SimulatedOptions {
    fn default() -> Self {
        let now_ms = || {
            let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
        };
        Self { boot: "simulated".to_owned(), delay: None, now_ms: Arc::new(now_ms) }
    }
}

impl fmt::Debug for SimulatedOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SimulatedOptions").field("boot", &self.boot).field("delay", &self.delay).finish_non_exhaustive()
    }
}

/// A host that only says what a real one would. See the head of this file.
#[derive(Debug)]
pub struct SimulatedHost {
    shared: Arc<Shared>,
    events: Mutex<Option<mpsc::UnboundedReceiver<FromHost>>>,
}

#[derive(Debug)]
struct Shared {
    options: SimulatedOptions,
    state: Mutex<State>,
    /// Tells the timer task that the queue is no longer empty, or that the host is gone.
    woken: Notify,
}

#[derive(Debug)]
struct State {
    regions: BTreeMap<String, Region>,
    sequence: u64,
    events: mpsc::UnboundedSender<FromHost>,
    /// Steps in order of their time. The delay is one for all, so new ones always go to the end.
    due: VecDeque<(Instant, String, Step)>,
    closed: bool,
}

/// Large enough for any test, small enough to be added up without overflow.
const UNLIMITED: Capacity = Capacity { memory_mib: 1 << 40, vcpus: 1 << 24, real: false };

impl SimulatedHost {
    pub fn new(options: SimulatedOptions) -> Self {
        let (sender, receiver) = mpsc::unbounded_channel();
        // The receiver is in our hands, so this can't fail.
        let _ =
            sender.send(FromHost::Hello { version: PROTOCOL_VERSION, boot: options.boot.clone(), capacity: UNLIMITED });
        let delay = options.delay;
        let state =
            State { regions: BTreeMap::new(), sequence: 0, events: sender, due: VecDeque::new(), closed: false };
        let shared = Arc::new(Shared { options, state: Mutex::new(state), woken: Notify::new() });
        if delay.is_some() {
            tokio::spawn(Arc::clone(&shared).run_timers());
        }
        Self { shared, events: Mutex::new(Some(receiver)) }
    }
}

impl Drop for SimulatedHost {
    fn drop(&mut self) {
        self.shared.lock().closed = true;
        self.shared.woken.notify_one();
    }
}

impl Shared {
    /// A panic elsewhere while the lock was held leaves at worst an observation unsaid; the state itself stays whole.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn receive(&self, message: ToHost) {
        let now_ms = (self.options.now_ms)();
        let mut state = self.lock();
        match message {
            ToHost::Desired { region, epoch, desired } => {
                let known = state.regions.entry(region.clone()).or_default();
                if epoch < known.epoch {
                    tracing::warn!(region, epoch, known = known.epoch, "refused a desired set of a lower epoch");
                    return;
                }
                known.epoch = epoch;
                let steps = known.replace(*desired, now_ms);
                self.follow(&mut state, region, steps, now_ms);
            }
            ToHost::Patch { region, epoch, changes } => {
                let Some(known) = state.regions.get_mut(&region).filter(|known| known.epoch == epoch) else {
                    tracing::warn!(region, epoch, "refused a patch: no desired set of its epoch came before");
                    return;
                };
                let steps = known.change(changes, now_ms);
                self.follow(&mut state, region, steps, now_ms);
            }
            // The host announced itself when it was made, and there is nothing to stop.
            ToHost::Hello { .. } | ToHost::Shutdown => {}
            ToHost::Query { id, query } => {
                let reply = state.answer(&query, now_ms);
                let _ = state.events.send(FromHost::Reply { id, reply });
            }
        }
    }

    /// Takes the steps at once, or gives each its time, and says what changed.
    fn follow(&self, state: &mut State, region: String, steps: Vec<Step>, now_ms: i64) {
        let Some(known) = state.regions.get_mut(&region) else { return };
        match self.options.delay {
            None => {
                let mut steps = VecDeque::from(steps);
                while let Some(step) = steps.pop_front() {
                    steps.extend(known.take(step, now_ms));
                }
            }
            Some(delay) => {
                let at = Instant::now() + delay;
                state.due.extend(steps.into_iter().map(|step| (at, region.clone(), step)));
                self.woken.notify_one();
            }
        }
        let items = known.take_observations();
        state.observe(&self.options.boot, region, items);
    }

    async fn run_timers(self: Arc<Self>) {
        loop {
            let next = {
                let state = self.lock();
                if state.closed {
                    return;
                }
                state.due.front().map(|(at, _, _)| *at)
            };
            match next {
                None => self.woken.notified().await,
                Some(at) => {
                    tokio::select! {
                        () = tokio::time::sleep_until(at) => self.take_due(),
                        // New steps come behind the one waited for; this is to notice the end.
                        () = self.woken.notified() => {}
                    }
                }
            }
        }
    }

    /// Takes every step whose time has come.
    fn take_due(&self) {
        let (now, now_ms) = (Instant::now(), (self.options.now_ms)());
        let mut state = self.lock();
        while let Some((_, region, step)) = state.due.pop_front_if(|(at, _, _)| *at <= now) {
            let steps = state.regions.get_mut(&region).map(|known| known.take(step, now_ms)).unwrap_or_default();
            self.follow(&mut state, region, steps, now_ms);
        }
    }
}

impl State {
    fn observe(&mut self, boot: &str, region: String, items: Vec<Observation>) {
        if items.is_empty() {
            return;
        }
        self.sequence += 1;
        let message = FromHost::Observed { boot: boot.to_owned(), sequence: self.sequence, region, items };
        // Nobody listens any more when the control plane ends; then there is nobody to tell.
        let _ = self.events.send(message);
    }

    fn answer(&self, query: &Query, now_ms: i64) -> Result<Reply, QueryError> {
        let (Query::Console { instance } | Query::Screenshot { instance } | Query::ConsoleSocket { instance }) = query
        else {
            // It has nothing of any vault.
            return Ok(Reply::VaultNeeds(VaultNeeds::default()));
        };
        if !self.regions.values().any(|region| region.has_instance(instance)) {
            return Err(QueryError::NoSuchInstance);
        }
        match query {
            Query::Console { .. } => Ok(Reply::Console { output: String::new(), at_ms: now_ms }),
            Query::Screenshot { .. } => Err(QueryError::Unsupported("the simulated host has no screen".to_owned())),
            Query::ConsoleSocket { .. } => Err(QueryError::Unsupported("the simulated host has no console".to_owned())),
            Query::VaultNeeds => Ok(Reply::VaultNeeds(VaultNeeds::default())),
        }
    }
}

impl Host for SimulatedHost {
    fn send(&self, message: ToHost) {
        self.shared.receive(message);
    }

    /// # Panics
    /// When called twice, which is a fault in the caller that nothing could make good.
    fn take_events(&self) -> mpsc::UnboundedReceiver<FromHost> {
        let mut events = self.events.lock().unwrap_or_else(PoisonError::into_inner);
        events.take().expect("the events of a host are taken once")
    }

    fn query(&self, query: Query) -> BoxFuture<'static, Result<Reply, QueryError>> {
        let answer = self.shared.lock().answer(&query, (self.shared.options.now_ms)());
        Box::pin(async move { answer })
    }

    fn settles(&self) -> bool {
        self.shared.options.delay.is_none()
    }
}

#[cfg(test)]
mod tests;

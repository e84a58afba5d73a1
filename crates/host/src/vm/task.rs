//! The task of one VM: carries out what its life cycle decides, and tells it how that went.
//!
//! ```text
//!            Wanted, requests ──▶┌──────────────────────────┐──▶ Effect: queue, start, button, quit, remove …
//!   slot, start, removal (jobs) ▶│ one select, one step each │
//!     off, reset, exited (QEMU) ▶│  then disks, then publish │──▶ observation, if something changed
//!    deadline, answers, tending ▶└──────────────────────────┘
//! ```
//! Nothing here is decided: states and deadlines are `lifecycle`'s, disks are `disk_turns`'.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use futures::future::BoxFuture;
use hostlink::{Phase, PowerWanted, Reachability};
use model::{InstanceId, VolumeId};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore, mpsc, oneshot, watch},
    task::{AbortHandle, JoinSet},
    time::{Instant, timeout},
};
use tokio_util::sync::CancellationToken;

use super::{
    disk_turns::{DiskTurn, DiskTurns, observed_at_rest},
    folder::InstanceFolder,
    hypervisor::{CopyOrder, Hypervisor, Order, Passed, RunningVm, Started, VmEvent, Wanted},
    lifecycle::{Effect, Input, Lifecycle, Patience, Said, State, Wish},
    network::Answers,
    nic_turns::{self, NicTurn, NicTurns},
    publisher::{Kept, Publisher, Tell},
};
use crate::disk::{Copied, CopyFiles};

/// How long a start keeps its turn while its guest doesn't answer yet: others may begin then.
const TURN: Duration = Duration::from_secs(30);
/// How long a guest that is down waits for the moment of a copy before it is started anew all the same.
const MOMENT_DEADLINE: Duration = Duration::from_secs(10);
/// How often files that grow are looked after.
const TEND_EVERY: Duration = Duration::from_secs(5);

/// What the tasks of all VMs have in common.
#[derive(Clone)]
pub struct Common {
    pub hypervisor: Arc<dyn Hypervisor>,
    /// As many starts at a time as it has permits, first come first served.
    pub starts: Arc<Semaphore>,
    pub answers: watch::Receiver<Arc<Answers>>,
    pub tell: Tell,
    pub patience: Patience,
    pub now_ms: fn() -> i64,
}

/// What is asked of a VM beside its spec.
pub enum Request {
    /// Write the content of disks at one moment into files. Refused when the VM doesn't run.
    CopyDisks(CopyRequest),
    Screenshot {
        reply: Reply<Vec<u8>>,
    },
    /// The host goes down.
    HostDown,
    /// The instance is no longer spoken of: remove everything of it, then end.
    Discard,
}

/// Disks that are to be copied as they are at one moment.
pub struct CopyRequest {
    pub disks: BTreeMap<VolumeId, CopyFiles>,
    /// The moment is in the midst of this reboot, while the guest is down; `None`, or a reboot that has been: now.
    pub at_reboot: Option<u64>,
    pub passed: Passed,
    pub cancel: CancellationToken,
    pub reply: Reply<Copied>,
}

/// Why a request to a VM that doesn't run is refused.
pub const NOT_RUNNING: &str = "the instance is not running";

pub type Reply<T> = oneshot::Sender<Result<T, String>>;

/// The agent's end of a task.
#[derive(Debug)]
pub struct Handle {
    pub wanted: watch::Sender<Option<Wanted>>,
    pub requests: mpsc::UnboundedSender<Request>,
}

/// Begins the task of an instance, with what an earlier agent kept of it. The future ends when the instance is discarded
/// or the host is down; dropping it leaves QEMU alone.
pub fn begin(
    instance: InstanceId,
    region: &str,
    folder: InstanceFolder,
    wanted: Option<Wanted>,
    common: Common,
) -> (Handle, BoxFuture<'static, InstanceId>) {
    let (wanted_sender, wanted) = watch::channel(wanted);
    let (requests_sender, requests) = mpsc::unbounded_channel();
    let kept = Kept::read(&folder).unwrap_or_else(|| Kept {
        region: region.to_owned(),
        said: Said::NOTHING,
        since_ms: (common.now_ms)(),
    });
    let handle = Handle { wanted: wanted_sender, requests: requests_sender };
    let task = async move {
        let (found, started) = common.hypervisor.find(&instance).await;
        let (life, effects) = Lifecycle::resume(kept.said.clone(), found, common.patience);
        let mut task = Task {
            publisher: Publisher::new(instance.clone(), folder, kept, Arc::clone(&common.tell)),
            answers: common.answers.clone(),
            common,
            instance,
            life,
            wanted,
            vm: None,
            events: None,
            disks: DiskTurns::default(),
            disk_job: false,
            nics: NicTurns::default(),
            nic_job: false,
            copies: Vec::new(),
            turn: Turn::None,
            turn_ends: None,
            cancel: None,
            launching: None,
            deadline: None,
            jobs: JoinSet::new(),
            discarded: false,
            host_is_down: false,
        };
        if let Some(started) = started {
            task.take_over(started);
        }
        task.perform(effects);
        task.run(requests).await
    };
    (handle, Box::pin(task))
}

/// A place in the queue of starts.
enum Turn {
    None,
    Waiting(AbortHandle),
    Has(#[expect(dead_code, reason = "it is given back by being dropped")] OwnedSemaphorePermit),
}

/// What a job came to.
enum JobDone {
    Turn(OwnedSemaphorePermit),
    Started(Result<Started, hostlink::Cause>),
    Removed(Result<(), String>),
    Disk(DiskTurn, Result<(), String>),
    Nic(NicTurn, Result<(), String>),
    /// A command whose effect is heard by an event, or not at all.
    Command(&'static str, Result<(), String>),
    Other,
}

struct Task {
    instance: InstanceId,
    common: Common,
    life: Lifecycle,
    wanted: watch::Receiver<Option<Wanted>>,
    publisher: Publisher,
    answers: watch::Receiver<Arc<Answers>>,
    vm: Option<Arc<dyn RunningVm>>,
    events: Option<mpsc::UnboundedReceiver<VmEvent>>,
    disks: DiskTurns,
    disk_job: bool,
    nics: NicTurns,
    nic_job: bool,
    /// Copies that wait for their moment.
    copies: Vec<CopyRequest>,
    turn: Turn,
    turn_ends: Option<Instant>,
    cancel: Option<CancellationToken>,
    launching: Option<oneshot::Receiver<()>>,
    deadline: Option<Instant>,
    jobs: JoinSet<JobDone>,
    discarded: bool,
    host_is_down: bool,
}

/// What woke the task.
enum Woken {
    Wanted,
    Request(Option<Request>),
    Job(JobDone),
    Vm(VmEvent),
    Launching,
    Deadline,
    TurnEnds,
    Tend,
    Again,
}

impl Task {
    async fn run(mut self, mut requests: mpsc::UnboundedReceiver<Request>) -> InstanceId {
        self.take(Woken::Wanted);
        let mut tend = tokio::time::interval(TEND_EVERY);
        tend.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            self.see_to_copies();
            let disks_again = self.see_to_disks();
            let nics_again = self.see_to_nics();
            self.publish();
            if self.is_over() {
                return self.instance;
            }
            let is_up = self.vm.is_some();
            let woken = tokio::select! {
                Ok(()) = self.wanted.changed() => Woken::Wanted,
                request = requests.recv() => Woken::Request(request),
                Some(done) = self.jobs.join_next() => Woken::Job(done.unwrap_or(JobDone::Other)),
                Some(event) = next(&mut self.events) => Woken::Vm(event),
                () = heard(&mut self.launching) => Woken::Launching,
                () = until(self.deadline) => Woken::Deadline,
                () = until(self.turn_ends) => Woken::TurnEnds,
                _ = tend.tick(), if is_up => Woken::Tend,
                Ok(()) = self.answers.changed(), if is_up => Woken::Again,
                () = until(disks_again) => Woken::Again,
                () = until(nics_again) => Woken::Again,
            };
            if let Woken::Request(None) = woken {
                // The agent ends. QEMU doesn't.
                return self.instance;
            }
            self.take(woken);
        }
    }

    fn take(&mut self, woken: Woken) {
        match woken {
            Woken::Wanted => {
                let wish = self.wanted.borrow_and_update().as_ref().map(|wanted| Wish {
                    generation: wanted.spec.power.generation,
                    power: wanted.spec.power.wanted,
                    reboot_generation: wanted.spec.reboot_generation,
                });
                if let Some(wish) = wish.filter(|_| !self.discarded) {
                    self.step(Input::Wanted(wish));
                }
            }
            Woken::Request(Some(request)) => self.serve(request),
            Woken::Request(None) | Woken::Again => {}
            Woken::Job(done) => self.take_done(done),
            Woken::Vm(VmEvent::Off) => self.step(Input::GuestOff),
            Woken::Vm(VmEvent::Reset) => self.step(Input::GuestReset),
            Woken::Vm(VmEvent::Exited(detail)) => {
                tracing::info!(instance = %self.instance, "{detail}");
                self.let_go();
                self.step(Input::Exited(detail));
            }
            Woken::Launching => {
                self.launching = None;
                self.step(Input::Launching);
            }
            Woken::Deadline => {
                self.deadline = None;
                self.step(Input::Deadline);
            }
            Woken::TurnEnds => self.leave_queue(),
            Woken::Tend => self.common.hypervisor.tend(&self.instance),
        }
    }

    fn take_done(&mut self, done: JobDone) {
        match done {
            JobDone::Turn(permit) => {
                self.turn = Turn::Has(permit);
                self.step(Input::SlotGranted);
            }
            JobDone::Started(result) => {
                // The last word before it may still be in the channel.
                if self.launching.take().is_some_and(|mut launching| launching.try_recv().is_ok()) {
                    self.step(Input::Launching);
                }
                self.cancel = None;
                let result = match result {
                    Ok(started) => {
                        self.take_over(started);
                        self.turn_ends = Some(Instant::now() + TURN);
                        Ok(())
                    }
                    Err(cause) => {
                        tracing::warn!(instance = %self.instance, "not started: {cause:?}");
                        Err(cause)
                    }
                };
                self.step(Input::Started(result));
            }
            JobDone::Removed(result) => {
                if let Err(problem) = &result {
                    tracing::warn!(instance = %self.instance, "not removed: {problem}");
                }
                self.step(Input::Removed(result));
            }
            JobDone::Disk(turn, result) => {
                self.disk_job = false;
                if let Err(problem) = &result {
                    tracing::warn!(instance = %self.instance, volume = %turn.volume(), "{problem}");
                }
                // Of a VM that has ended meanwhile nothing is plugged.
                if self.vm.is_some() {
                    self.disks.done(turn, result, Instant::now());
                }
            }
            JobDone::Nic(turn, result) => {
                self.nic_job = false;
                if let Err(problem) = &result {
                    tracing::warn!(instance = %self.instance, interface = %turn.interface(), "{problem}");
                }
                if self.vm.is_some() {
                    self.nics.done(turn, result, Instant::now());
                }
            }
            JobDone::Command(command, Err(problem)) => {
                tracing::debug!(instance = %self.instance, "{command}: {problem}");
            }
            JobDone::Command(_, Ok(())) | JobDone::Other => {}
        }
    }

    fn serve(&mut self, request: Request) {
        match request {
            // Taken up before the next wait.
            Request::CopyDisks(request) => self.copies.push(request),
            Request::Screenshot { reply } => match self.running() {
                Some(vm) => self.answer(reply, vm.screenshot()),
                None => drop(reply.send(Err(NOT_RUNNING.to_owned()))),
            },
            Request::HostDown => {
                self.host_is_down = true;
                self.step(Input::HostDown);
            }
            Request::Discard => {
                self.discarded = true;
                let generation = self.life.said().power_generation + 1;
                let reboot_generation = self.life.said().reboot_generation;
                self.step(Input::Wanted(Wish { generation, power: PowerWanted::Gone, reboot_generation }));
            }
        }
    }

    /// Begins the copies whose moment has come, and refuses those whose moment never will.
    fn see_to_copies(&mut self) {
        let said = self.life.said().reboot_generation;
        let due = |copy: &mut CopyRequest| copy.at_reboot.is_none_or(|generation| generation <= said);
        let running = self.running();
        let copies: Vec<_> = match &running {
            Some(_) => self.copies.extract_if(.., due).collect(),
            None => std::mem::take(&mut self.copies),
        };
        for copy in copies {
            match &running {
                Some(vm) => drop(self.copy(vm, copy)),
                None => drop(copy.reply.send(Err(NOT_RUNNING.to_owned()))),
            }
        }
    }

    /// Begins a copy. The receiver hears when its moment has passed, or that there will be none.
    fn copy(&mut self, vm: &Arc<dyn RunningVm>, request: CopyRequest) -> oneshot::Receiver<()> {
        let (sender, heard) = oneshot::channel();
        let told = request.passed;
        let passed = Box::new(move |file_systems| {
            // Only a reboot waits for it.
            let _ = sender.send(());
            told(file_systems);
        });
        let work = vm.copy_disks(CopyOrder { disks: request.disks, passed, cancel: request.cancel });
        self.answer(request.reply, work);
        heard
    }

    /// Starts the guest anew, once the copies that are of this reboot have their moment: the guest is down now.
    fn reset(&mut self) {
        let Some(vm) = self.vm.clone() else { return };
        let copies = std::mem::take(&mut self.copies);
        let moments: Vec<_> = copies.into_iter().map(|copy| self.copy(&vm, copy)).collect();
        self.jobs.spawn(async move {
            for moment in moments {
                // A copy that fails drops its end, and holds up nothing.
                let _ = timeout(MOMENT_DEADLINE, moment).await;
            }
            JobDone::Command("resetting", vm.reset().await)
        });
    }

    fn running(&self) -> Option<Arc<dyn RunningVm>> {
        self.vm.clone().filter(|_| self.life.is_up())
    }

    /// Lets a job answer, so that the task goes on meanwhile.
    fn answer<T: Send + 'static>(&mut self, reply: Reply<T>, work: BoxFuture<'static, Result<T, String>>) {
        self.jobs.spawn(async move {
            // Whoever asked may have given up.
            let _ = reply.send(work.await);
            JobDone::Other
        });
    }

    fn step(&mut self, input: Input) {
        let effects = self.life.step(input);
        self.perform(effects);
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::JoinQueue => {
                    let starts = Arc::clone(&self.common.starts);
                    let waiting = self.jobs.spawn(async move {
                        match starts.acquire_owned().await {
                            Ok(permit) => JobDone::Turn(permit),
                            // The queue is closed only when the agent ends.
                            Err(_) => std::future::pending().await,
                        }
                    });
                    self.turn = Turn::Waiting(waiting);
                }
                Effect::LeaveQueue => self.leave_queue(),
                Effect::Start => self.start(),
                Effect::CancelStart => {
                    if let Some(cancel) = &self.cancel {
                        cancel.cancel();
                    }
                }
                Effect::PressPowerButton => self.command("pressing the power button", |vm| vm.press_power_button()),
                Effect::Reset => self.reset(),
                Effect::Quit => self.command("ending QEMU", |vm| vm.quit()),
                Effect::Kill => {
                    if let Some(vm) = &self.vm {
                        vm.kill();
                    }
                }
                Effect::Remove => {
                    let removal = self.common.hypervisor.remove(&self.instance);
                    self.jobs.spawn(async move { JobDone::Removed(removal.await) });
                }
                Effect::Deadline(after) => self.deadline = Some(Instant::now() + after),
                Effect::NoDeadline => self.deadline = None,
            }
        }
    }

    fn command(
        &mut self,
        name: &'static str,
        command: impl FnOnce(&Arc<dyn RunningVm>) -> BoxFuture<'static, Result<(), String>>,
    ) {
        if let Some(vm) = &self.vm {
            let command = command(vm);
            self.jobs.spawn(async move { JobDone::Command(name, command.await) });
        }
    }

    fn start(&mut self) {
        let Some(wanted) = self.wanted.borrow().clone() else { return };
        let (launching, heard) = oneshot::channel();
        let cancel = CancellationToken::new();
        let order = Order { instance: self.instance.clone(), wanted, launching, cancel: cancel.clone() };
        (self.cancel, self.launching) = (Some(cancel), Some(heard));
        let start = self.common.hypervisor.start(order);
        self.jobs.spawn(async move { JobDone::Started(start.await) });
    }

    fn take_over(&mut self, started: Started) {
        self.vm = Some(started.vm);
        self.events = Some(started.events);
        self.disks.began(started.disks);
        self.nics.began(started.nics);
    }

    /// QEMU has ended: gives back what it held, so that `Stopped` is said only afterwards.
    fn let_go(&mut self) {
        if let Some(vm) = self.vm.take() {
            vm.release();
        }
        self.events = None;
        self.disks.ended();
        self.nics.ended();
        self.common.hypervisor.ended(&self.instance);
    }

    fn leave_queue(&mut self) {
        self.turn_ends = None;
        if let Turn::Waiting(waiting) = std::mem::replace(&mut self.turn, Turn::None) {
            waiting.abort();
        }
    }

    /// Plugs, unplugs or adjusts a disk if there is one to, one at a time. Says when to look again.
    fn see_to_disks(&mut self) -> Option<Instant> {
        if self.disk_job {
            return None;
        }
        let vm = self.running()?;
        let wanted = self.wanted.borrow().clone()?;
        let turn = match self.disks.next(&wanted.spec, &wanted.volumes, Instant::now()) {
            Ok(turn) => turn,
            Err(again) => return again,
        };
        let work = match turn.clone() {
            DiskTurn::Attach(disk, spec) => vm.attach(disk, spec),
            DiskTurn::Detach { volume, force, .. } => vm.detach(volume, force),
            DiskTurn::Adjust(volume, spec) => vm.adjust(volume, spec),
        };
        self.disks.begun(&turn);
        self.disk_job = true;
        self.jobs.spawn(async move { JobDone::Disk(turn, work.await) });
        None
    }

    /// Plugs or unplugs a network interface if there is one to, one at a time. Says when to look again.
    fn see_to_nics(&mut self) -> Option<Instant> {
        if self.nic_job {
            return None;
        }
        let vm = self.running()?;
        let wanted = self.wanted.borrow().clone()?;
        let turn = match self.nics.next(&wanted.spec, &wanted.interfaces, Instant::now()) {
            Ok(turn) => turn,
            Err(again) => return again,
        };
        let work = match turn.clone() {
            NicTurn::Attach { interface, mac, generation } => vm.attach_nic(interface, mac, generation),
            NicTurn::Detach { interface, force, .. } => vm.detach_nic(interface, force),
        };
        self.nics.begun(&turn);
        self.nic_job = true;
        self.jobs.spawn(async move { JobDone::Nic(turn, work.await) });
        None
    }

    fn publish(&mut self) {
        if self.discarded {
            return;
        }
        let wanted = self.wanted.borrow().clone();
        // Nothing is said before anything is asked.
        let Some(wanted) = wanted else { return };
        let said = self.life.said();
        let spec = &wanted.spec;
        let devices = match (said.phase, self.life.state()) {
            (Phase::Gone, _) => Default::default(),
            (_, State::Resting) => (observed_at_rest(spec), nic_turns::observed_at_rest(spec)),
            _ if self.vm.is_some() => (self.disks.observed(spec), self.nics.observed(spec)),
            // On its way to a VM: what the instance had before it has still.
            _ => self.publisher.attached_before((self.disks.observed(spec), self.nics.observed(spec))),
        };
        let answers = self.life.is_up().then(|| match wanted.spec.interfaces.first() {
            Some(interface) => {
                self.answers.borrow_and_update().get(interface).copied().unwrap_or((Reachability::Initializing, 0))
            }
            // Nobody could ever reach it, so nothing is amiss.
            None => (Reachability::Passed, 0),
        });
        if answers.is_some_and(|(reachability, _)| reachability == Reachability::Passed) {
            self.leave_queue();
        }
        let said = self.life.said().clone();
        self.publisher.publish(&said, devices, answers, (self.common.now_ms)());
    }

    fn is_over(&self) -> bool {
        let rests = *self.life.state() == State::Resting;
        rests && (self.host_is_down || (self.discarded && self.life.said().phase == Phase::Gone))
    }
}

async fn next(events: &mut Option<mpsc::UnboundedReceiver<VmEvent>>) -> Option<VmEvent> {
    match events {
        Some(events) => events.recv().await,
        None => std::future::pending().await,
    }
}

async fn heard(launching: &mut Option<oneshot::Receiver<()>>) {
    match launching {
        // A start that fails early drops it; that is heard by the start's own word.
        Some(receiver) => {
            if receiver.await.is_err() {
                *launching = None;
                std::future::pending().await
            }
        }
        None => std::future::pending().await,
    }
}

async fn until(at: Option<Instant>) {
    match at {
        Some(at) => tokio::time::sleep_until(at).await,
        None => std::future::pending().await,
    }
}

#[cfg(test)]
mod tests;

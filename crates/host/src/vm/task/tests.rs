//! Tasks with a fake hypervisor: what is said, in which order, and what was asked of it.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard},
};

use hostlink::{Cause, InstanceObservation, InstanceSpec, NicSpec, Power, VolumeSpec};
use model::{NetworkInterfaceId, VolumeId};
use tokio::time::timeout;

use super::*;
use crate::vm::{
    lifecycle::Found,
    testing::{disk, instance_id, interface_id, spec, volume, volume_id},
};

/// A hypervisor that does as it is told, and writes down what it was asked.
#[derive(Default)]
struct Fake {
    asked: Mutex<Vec<String>>,
    /// Whether guests obey the power button.
    deaf: Mutex<bool>,
    /// Why the next start fails.
    failure: Mutex<Option<Cause>>,
    /// Whether starts wait until they are cancelled.
    slow: Mutex<bool>,
    vm: Mutex<Option<Arc<FakeVm>>>,
    found: Mutex<Option<Found>>,
}

struct FakeVm {
    host: Arc<Fake>,
    events: mpsc::UnboundedSender<VmEvent>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap()
}

impl Fake {
    fn note(&self, what: impl Into<String>) {
        lock(&self.asked).push(what.into());
    }

    fn run(self: &Arc<Self>, disks: BTreeMap<VolumeId, u64>, nics: BTreeMap<NetworkInterfaceId, u64>) -> Started {
        let (events, receiver) = mpsc::unbounded_channel();
        let vm = Arc::new(FakeVm { host: Arc::clone(self), events });
        *lock(&self.vm) = Some(Arc::clone(&vm));
        Started { vm, events: receiver, disks, nics }
    }

    fn say(&self, event: VmEvent) {
        lock(&self.vm).as_ref().unwrap().events.send(event).unwrap();
    }
}

struct Port(Arc<Fake>);

impl Hypervisor for Port {
    fn start(&self, order: Order) -> BoxFuture<'static, Result<Started, Cause>> {
        let fake = Arc::clone(&self.0);
        Box::pin(async move {
            fake.note("start");
            if *lock(&fake.slow) {
                order.cancel.cancelled().await;
                fake.note("cancelled");
                return Err(Cause::HostError { detail: "cancelled".into() });
            }
            if let Some(cause) = lock(&fake.failure).take() {
                return Err(cause);
            }
            let _ = order.launching.send(());
            tokio::time::sleep(Duration::from_millis(40)).await;
            let spec = &order.wanted.spec;
            let disks = spec.disks.iter().filter(|disk| disk.wanted);
            let nics = spec.interfaces.iter().map(|it| (it.clone(), nic_turns::nic(spec, it).generation));
            Ok(fake.run(disks.map(|disk| (disk.volume.clone(), disk.generation)).collect(), nics.collect()))
        })
    }

    fn find(&self, _: &InstanceId) -> BoxFuture<'static, (Found, Option<Started>)> {
        let found = lock(&self.0.found).take().unwrap_or(Found::Nothing);
        let started = matches!(found, Found::Running | Found::Off | Found::Halfway)
            .then(|| self.0.run(BTreeMap::new(), BTreeMap::new()));
        Box::pin(async move { (found, started) })
    }

    fn ended(&self, _: &InstanceId) {
        self.0.note("clear up");
    }

    fn remove(&self, _: &InstanceId) -> BoxFuture<'static, Result<(), String>> {
        self.0.note("remove");
        Box::pin(async { Ok(()) })
    }

    fn tend(&self, _: &InstanceId) {}
}

fn done() -> BoxFuture<'static, Result<(), String>> {
    Box::pin(async { Ok(()) })
}

impl RunningVm for FakeVm {
    fn press_power_button(&self) -> BoxFuture<'static, Result<(), String>> {
        self.host.note("button");
        if !*lock(&self.host.deaf) {
            self.events.send(VmEvent::Off).unwrap();
        }
        done()
    }

    fn reset(&self) -> BoxFuture<'static, Result<(), String>> {
        self.host.note("reset");
        done()
    }

    fn quit(&self) -> BoxFuture<'static, Result<(), String>> {
        self.host.note("quit");
        self.events.send(VmEvent::Exited("QEMU ended with status 0".into())).unwrap();
        done()
    }

    fn kill(&self) {
        self.host.note("kill");
    }

    fn attach(&self, disk: hostlink::DiskSpec, _: Arc<VolumeSpec>) -> BoxFuture<'static, Result<(), String>> {
        self.host.note(format!("attach {}", disk.slot));
        done()
    }

    fn detach(&self, volume: VolumeId, force: bool) -> BoxFuture<'static, Result<(), String>> {
        self.host.note(format!("detach {} {force}", volume.digits().trim_start_matches('0')));
        done()
    }

    fn attach_nic(
        &self,
        interface: NetworkInterfaceId,
        mac: String,
        generation: u64,
    ) -> BoxFuture<'static, Result<(), String>> {
        let number = interface.digits().trim_start_matches('0').to_owned();
        self.host.note(format!("plug interface {number} {mac} {generation}"));
        done()
    }

    fn detach_nic(&self, interface: NetworkInterfaceId, force: bool) -> BoxFuture<'static, Result<(), String>> {
        self.host.note(format!("unplug interface {} {force}", interface.digits().trim_start_matches('0')));
        done()
    }

    fn adjust(&self, _: VolumeId, spec: Arc<VolumeSpec>) -> BoxFuture<'static, Result<(), String>> {
        self.host.note(format!("adjust to {} GiB", spec.size_gib));
        done()
    }

    fn copy_disks(&self, order: CopyOrder) -> BoxFuture<'static, Result<Copied, String>> {
        self.host.note(format!("copy {} disks", order.disks.len()));
        (order.passed)(None);
        Box::pin(async { Ok(Copied::default()) })
    }

    fn screenshot(&self) -> BoxFuture<'static, Result<Vec<u8>, String>> {
        Box::pin(async { Ok(b"PNG".to_vec()) })
    }

    fn release(&self) {
        self.host.note("release");
    }
}

struct Bench {
    fake: Arc<Fake>,
    handle: Handle,
    task: tokio::task::JoinHandle<InstanceId>,
    heard: mpsc::UnboundedReceiver<InstanceObservation>,
    answers: watch::Sender<Arc<Answers>>,
    host: tempfile::TempDir,
}

impl Bench {
    fn new(fake: Arc<Fake>) -> Self {
        Self::in_folder(fake, tempfile::tempdir().unwrap())
    }

    fn in_folder(fake: Arc<Fake>, host: tempfile::TempDir) -> Self {
        let (tell, heard) = mpsc::unbounded_channel();
        let (answers, watched) = watch::channel(Arc::default());
        let common = Common {
            hypervisor: Arc::new(Port(Arc::clone(&fake))),
            starts: Arc::new(Semaphore::new(1)),
            answers: watched,
            tell: Arc::new(move |observation| drop(tell.send(observation))),
            patience: Patience { stop: 2, terminate: 1, reboot: 2 },
            now_ms: || 1000,
        };
        let folder = InstanceFolder::new(host.path(), &instance_id());
        let (handle, task) = begin(instance_id(), "us-east-1", folder, None, common);
        Self { fake, handle, task: tokio::spawn(task), heard, answers, host }
    }

    fn want(&self, spec: InstanceSpec) {
        self.want_with(spec, volume(1));
    }

    fn want_with(&self, spec: InstanceSpec, volume: VolumeSpec) {
        let volumes = (1..=3).map(|number| (volume_id(number), Arc::new(volume.clone()))).collect();
        self.handle.wanted.send_replace(Some(Wanted {
            region: "us-east-1".into(),
            spec: Arc::new(spec),
            volumes,
            interfaces: (1..=3).map(|number| (interface_id(number), format!("06::{number}"))).collect(),
        }));
    }

    /// What is said until the phase is reached.
    async fn until(&mut self, phase: Phase) -> String {
        let mut said = Vec::new();
        loop {
            let observation = self.next().await;
            let reached = observation.phase == phase;
            said.push(line(&observation));
            if reached {
                return said.join("\n");
            }
        }
    }

    async fn next(&mut self) -> InstanceObservation {
        timeout(Duration::from_secs(600), self.heard.recv()).await.expect("something should have been said").unwrap()
    }

    fn asked(&self) -> String {
        std::mem::take(&mut *lock(&self.fake.asked)).join(", ")
    }
}

fn line(observation: &InstanceObservation) -> String {
    let cause = observation.cause.as_ref().map(|cause| format!(" {cause:?}")).unwrap_or_default();
    let disks: Vec<&str> = observation.disks.values().map(|disk| if disk.attached { "+" } else { "-" }).collect();
    format!(
        "p{} r{} {:?} {:?} [{}]{cause}",
        observation.power_generation,
        observation.reboot_generation,
        observation.phase,
        observation.reachability,
        disks.join("")
    )
}

fn power(generation: u64, wanted: PowerWanted) -> InstanceSpec {
    InstanceSpec { power: Power { generation, wanted }, disks: vec![disk(1, 0)], ..spec() }
}

const STOP: PowerWanted = PowerWanted::Stopped { force: false };

#[tokio::test(start_paused = true)]
async fn an_instance_is_started_stopped_and_removed() {
    let mut bench = Bench::new(Arc::default());
    bench.want(power(1, PowerWanted::Running));
    insta::assert_snapshot!(bench.until(Phase::Running).await, @"
    p1 r0 Absent NotApplicable [-]
    p1 r0 Preparing NotApplicable [-]
    p1 r0 Starting NotApplicable [-]
    p1 r0 Running Passed [+]
    ");
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(bench.asked(), "start, adjust to 1 GiB");
    bench.want(power(2, STOP));
    insta::assert_snapshot!(bench.until(Phase::Stopped).await, @"
    p2 r0 Stopping NotApplicable [+]
    p2 r0 Stopped NotApplicable [+]
    ");
    insta::assert_snapshot!(bench.asked(), @"button, quit, release, clear up");
    // Started again, it has its disk all the time.
    bench.want(power(3, PowerWanted::Running));
    assert!(!bench.until(Phase::Running).await.contains("[-]"));
    bench.want(power(4, PowerWanted::Stopped { force: true }));
    bench.until(Phase::Stopped).await;
    bench.asked();
    bench.want(power(5, PowerWanted::Gone));
    insta::assert_snapshot!(bench.until(Phase::Gone).await, @"
    p5 r0 Stopping NotApplicable [+]
    p5 r0 Gone NotApplicable []
    ");
    assert_eq!(bench.asked(), "remove");
    bench.handle.requests.send(Request::Discard).unwrap();
    assert_eq!(bench.task.await.unwrap(), instance_id());
}

#[tokio::test(start_paused = true)]
async fn a_deaf_guest_is_ended_in_time() {
    let mut bench = Bench::new(Arc::default());
    *lock(&bench.fake.deaf) = true;
    bench.want(power(1, PowerWanted::Running));
    bench.until(Phase::Running).await;
    let began = Instant::now();
    bench.want(power(2, STOP));
    bench.until(Phase::Stopped).await;
    assert_eq!(began.elapsed().as_secs(), 20);
    assert_eq!(bench.asked(), "start, adjust to 1 GiB, button, button, quit, release, clear up");
}

#[tokio::test(start_paused = true)]
async fn a_failed_start_is_said_once() {
    let mut bench = Bench::new(Arc::default());
    *lock(&bench.fake.failure) = Some(Cause::DiskFull { detail: "3 MiB left".into() });
    bench.want(power(1, PowerWanted::Running));
    let said = bench.until(Phase::Failed).await;
    assert!(said.ends_with("p1 r0 Failed NotApplicable [+] DiskFull { detail: \"3 MiB left\" }"), "{said}");
    // The next one has its turn.
    bench.want(power(2, PowerWanted::Running));
    bench.until(Phase::Running).await;
}

#[tokio::test(start_paused = true)]
async fn a_start_is_called_off() {
    let mut bench = Bench::new(Arc::default());
    *lock(&bench.fake.slow) = true;
    bench.want(power(1, PowerWanted::Running));
    bench.until(Phase::Preparing).await;
    bench.want(power(2, PowerWanted::Gone));
    bench.until(Phase::Gone).await;
    assert_eq!(bench.asked(), "start, cancelled, remove");
}

#[tokio::test(start_paused = true)]
async fn starts_wait_for_their_turn() {
    let (mut first, fake) = (Bench::new(Arc::default()), Arc::default());
    first.want(InstanceSpec { interfaces: vec![interface_id(1)], ..power(1, PowerWanted::Running) });
    first.until(Phase::Running).await;
    // A second one in the same queue.
    let folder = InstanceFolder::new(first.host.path(), &InstanceId::trusted("i-00000000000000002"));
    let (tell, mut heard) = mpsc::unbounded_channel();
    let (answers, watched) = watch::channel(Arc::default());
    let starts = Arc::new(Semaphore::new(1));
    let taken = Arc::clone(&starts).acquire_owned().await.unwrap();
    let common = Common {
        hypervisor: Arc::new(Port(fake)),
        starts,
        answers: watched,
        tell: Arc::new(move |observation: InstanceObservation| drop(tell.send(observation))),
        patience: Patience::default(),
        now_ms: || 1000,
    };
    let wanted = Wanted {
        region: "us-east-1".into(),
        spec: Arc::new(power(1, PowerWanted::Running)),
        volumes: BTreeMap::new(),
        interfaces: vec![],
    };
    let (_handle, task) = begin(instance_id(), "us-east-1", folder, Some(wanted), common);
    let _task = tokio::spawn(task);
    assert_eq!(heard.recv().await.unwrap().phase, Phase::Absent);
    assert!(timeout(Duration::from_secs(60), heard.recv()).await.is_err(), "it isn't its turn");
    drop(taken);
    assert_eq!(heard.recv().await.unwrap().phase, Phase::Preparing);
    drop(answers);
}

#[tokio::test(start_paused = true)]
async fn it_is_said_whether_the_guest_answers() {
    let mut bench = Bench::new(Arc::default());
    bench.want(InstanceSpec { interfaces: vec![interface_id(1)], ..power(1, PowerWanted::Running) });
    assert!(bench.until(Phase::Running).await.ends_with("Running Initializing [+]"));
    bench.answers.send_replace(Arc::new([(interface_id(1), (Reachability::Passed, 5000))].into()));
    let observation = bench.next().await;
    assert_eq!((observation.reachability, observation.reachability_since_ms), (Reachability::Passed, 5000));
    bench.fake.say(VmEvent::Exited("QEMU was killed by signal 9".into()));
    let observation = bench.next().await;
    assert_eq!(
        line(&observation),
        "p1 r0 Stopped NotApplicable [+] Crashed { detail: \"QEMU was killed by signal 9\" }"
    );
}

#[tokio::test(start_paused = true)]
async fn interfaces_are_plugged_and_unplugged_while_it_runs() {
    let mut bench = Bench::new(Arc::default());
    let with = |interfaces: &[u32], nics: &[(u32, NicSpec)]| InstanceSpec {
        interfaces: interfaces.iter().map(|number| interface_id(*number)).collect(),
        nics: nics.iter().map(|(number, nic)| (interface_id(*number), *nic)).collect(),
        disks: vec![],
        ..power(1, PowerWanted::Running)
    };
    bench.want(with(&[1], &[]));
    bench.until(Phase::Running).await;
    bench.asked();
    let nic = NicSpec { generation: 1, wanted: true, force: false };
    bench.want(with(&[1, 2], &[(2, nic)]));
    while !bench.next().await.interfaces.get(&interface_id(2)).is_some_and(|nic| nic.attached) {}
    assert_eq!(bench.asked(), "plug interface 2 06::2 1");
    bench.want(with(&[1, 2], &[(2, NicSpec { wanted: false, ..nic })]));
    while bench.next().await.interfaces[&interface_id(2)].attached {}
    assert_eq!(bench.asked(), "unplug interface 2 false");
}

#[tokio::test(start_paused = true)]
async fn disks_are_plugged_and_adjusted_while_it_runs() {
    let mut bench = Bench::new(Arc::default());
    bench.want(power(1, PowerWanted::Running));
    bench.until(Phase::Running).await;
    let more = InstanceSpec { disks: vec![disk(1, 0), disk(2, 4)], ..power(1, PowerWanted::Running) };
    bench.want(more.clone());
    assert!(line(&bench.next().await).contains("[+-]"));
    assert!(line(&bench.next().await).contains("[++]"));
    bench.want_with(more, volume(7));
    let fewer = InstanceSpec {
        disks: vec![disk(1, 0), hostlink::DiskSpec { wanted: false, ..disk(2, 4) }],
        ..power(1, PowerWanted::Running)
    };
    tokio::time::sleep(Duration::from_secs(1)).await;
    bench.want_with(fewer, volume(7));
    assert!(line(&bench.next().await).contains("[+-]"));
    insta::assert_snapshot!(bench.asked(), @"start, adjust to 1 GiB, attach 4, adjust to 7 GiB, adjust to 7 GiB, detach 2 false");
}

#[tokio::test(start_paused = true)]
async fn a_reboot_keeps_it_running() {
    let mut bench = Bench::new(Arc::default());
    bench.want(power(1, PowerWanted::Running));
    bench.until(Phase::Running).await;
    bench.want(InstanceSpec { reboot_generation: 1, ..power(1, PowerWanted::Running) });
    assert_eq!(line(&bench.next().await), "p1 r1 Running Passed [+]");
    assert_eq!(bench.asked(), "start, adjust to 1 GiB, button, reset");
}

#[tokio::test(start_paused = true)]
async fn copies_have_their_moment_now_or_in_the_midst_of_a_reboot() {
    let mut bench = Bench::new(Arc::default());
    let copy = |bench: &Bench, at_reboot| {
        let (reply, answer) = oneshot::channel();
        let file = |number: u32| CopyFiles {
            volume: volume_id(number),
            copy: format!("c{number}"),
            kept: format!("k{number}"),
            size_bytes: 1 << 30,
            mark: "since-snap-1".to_owned(),
            parent: None,
            stale_marks: vec![],
            key: None,
        };
        let disks = (1..=2).map(|number| (volume_id(number), file(number))).collect();
        let request =
            CopyRequest { disks, at_reboot, passed: Box::new(|_| ()), cancel: CancellationToken::new(), reply };
        bench.handle.requests.send(Request::CopyDisks(request)).unwrap();
        answer
    };
    assert_eq!(copy(&bench, None).await.unwrap(), Err(NOT_RUNNING.to_owned()));
    bench.want(power(1, PowerWanted::Running));
    bench.until(Phase::Running).await;
    let at_reboot = copy(&bench, Some(1));
    copy(&bench, None).await.unwrap().unwrap();
    assert_eq!(bench.asked(), "start, adjust to 1 GiB, copy 2 disks");
    bench.want(InstanceSpec { reboot_generation: 1, ..power(1, PowerWanted::Running) });
    at_reboot.await.unwrap().unwrap();
    assert_eq!(line(&bench.next().await), "p1 r1 Running Passed [+]");
    // A reboot that has been is no reason to wait.
    copy(&bench, Some(1)).await.unwrap().unwrap();
    // With the guest for good, so does the moment of a reboot that never comes.
    let never = copy(&bench, Some(2));
    bench.want(power(2, PowerWanted::Stopped { force: false }));
    assert_eq!(never.await.unwrap(), Err(NOT_RUNNING.to_owned()));
}

#[tokio::test(start_paused = true)]
async fn the_next_agent_takes_over() {
    let mut first = Bench::new(Arc::default());
    first.want(power(1, PowerWanted::Running));
    first.until(Phase::Running).await;
    // The agent ends: nothing is asked of the VM.
    let Bench { fake, handle, task, host, .. } = first;
    lock(&fake.asked).clear();
    drop(handle);
    task.await.unwrap();
    assert!(lock(&fake.asked).is_empty());

    *lock(&fake.found) = Some(Found::Running);
    let mut second = Bench::in_folder(fake, host);
    second.want(power(1, PowerWanted::Running));
    assert!(second.until(Phase::Running).await.starts_with("p1 r0 Running"));
    second.fake.say(VmEvent::Off);
    second.until(Phase::Stopped).await;
    let Bench { fake, handle, task, host, .. } = second;
    drop(handle);
    task.await.unwrap();

    // And the one after it remembers that the guest powered itself off.
    let mut third = Bench::in_folder(fake, host);
    third.want(power(1, PowerWanted::Running));
    assert_eq!(line(&third.next().await), "p1 r0 Stopped NotApplicable [+] GuestShutdown");
}

#[tokio::test(start_paused = true)]
async fn a_host_that_goes_down_ends_what_runs() {
    let mut bench = Bench::new(Arc::default());
    bench.want(power(1, PowerWanted::Running));
    bench.until(Phase::Running).await;
    bench.handle.requests.send(Request::HostDown).unwrap();
    timeout(Duration::from_secs(60), &mut bench.task).await.unwrap().unwrap();
    assert!(bench.asked().ends_with("button, quit, release, clear up"));
    // When it is back, what ran is started again.
    let Bench { fake, host, .. } = bench;
    let mut again = Bench::in_folder(fake, host);
    again.want(power(1, PowerWanted::Running));
    again.until(Phase::Running).await;
}

#[tokio::test(start_paused = true)]
async fn requests_are_answered_while_it_runs() {
    let mut bench = Bench::new(Arc::default());
    let screenshot = async |bench: &Bench| {
        let (reply, answer) = oneshot::channel();
        bench.handle.requests.send(Request::Screenshot { reply }).unwrap();
        answer.await.unwrap()
    };
    assert_eq!(screenshot(&bench).await, Err("the instance is not running".into()));
    bench.want(power(1, PowerWanted::Running));
    bench.until(Phase::Running).await;
    assert_eq!(screenshot(&bench).await, Ok(b"PNG".to_vec()));
}

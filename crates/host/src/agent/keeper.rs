//! The agent's one loop: takes messages and what became of jobs, and sees to it that everything follows.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    path::PathBuf,
    sync::Arc,
    time::Duration,
};

use hostlink::{
    Change, InstanceObservation, InstanceSpec, Observation, PowerWanted, Query, QueryError, Reply, SnapshotState,
    ToHost,
};
use model::{InstanceId, SnapshotId, VolumeId};
use tokio::{
    sync::{Semaphore, mpsc, oneshot},
    task::{Id, JoinSet},
    time::{Instant, sleep_until},
};

use super::{
    desired::{Refused, Regions},
    hub::Hub,
    network::Network,
    queries,
    snapshots::Snapshots,
    volumes::{VolumeDone, Volumes},
};
use crate::{
    disk::Disks,
    vm::{
        folder::InstanceFolder,
        hypervisor::{Hypervisor, Wanted},
        lifecycle::Patience,
        network::VmNetwork,
        plan::Facts,
        publisher::Kept,
        task::{self, Common, Handle, Request},
    },
};

/// How long after a change what is wanted is written down.
const WRITE_AFTER: Duration = Duration::from_millis(300);
/// How long until what could not be written, as on a full disk, is tried again.
const WRITE_AGAIN: Duration = Duration::from_secs(5);
/// How often bases that nobody uses are looked for.
const PRUNE_EVERY: Duration = Duration::from_secs(60 * 60);
/// How long all VMs together may take to end at `fogbank down`.
const DOWN_DEADLINE: Duration = Duration::from_secs(120);

/// What the loop takes.
pub(super) enum Inbox {
    Message(ToHost),
    Query(Query, oneshot::Sender<Result<Reply, QueryError>>),
    Instance(InstanceObservation),
    Volume(VolumeId, VolumeDone),
    VolumeAgain(VolumeId),
    VolumeGrown(VolumeId),
    Snapshot(SnapshotId, SnapshotState),
    /// A request to an instance's task; dropped when it has none.
    Ask(InstanceId, Request),
}

/// How the loop ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// VMs go on.
    Left,
    /// They have ended.
    Down,
}

/// What the keeper is made of.
pub(super) struct Parts {
    pub host_dir: PathBuf,
    pub starts: usize,
    pub hypervisor: Arc<dyn Hypervisor>,
    pub instances_on_disk: Vec<InstanceId>,
    pub disks: Disks,
    pub network: Network,
    pub desired: Regions,
    pub hub: Arc<Hub>,
    pub inbox: mpsc::UnboundedSender<Inbox>,
}

pub(super) struct Keeper {
    host_dir: PathBuf,
    disks: Disks,
    network: Network,
    desired: Regions,
    hub: Arc<Hub>,
    common: Common,
    instances: BTreeMap<InstanceId, Instance>,
    /// Which instance a volume belongs to, by the last spec that spoke of it.
    attached: BTreeMap<VolumeId, InstanceId>,
    tasks: JoinSet<InstanceId>,
    /// For the case that a task panics.
    task_ids: HashMap<Id, InstanceId>,
    volumes: Volumes,
    snapshots: Snapshots,
    write_at: Option<Instant>,
    goes_down: bool,
}

struct Instance {
    region: Arc<str>,
    handle: Handle,
    observed: Option<InstanceObservation>,
    discarded: bool,
}

/// How many VMs start at a time. A start under the translator takes a processor for itself.
pub(super) fn starts_at_a_time(facts: &Facts) -> usize {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    if facts.kvm.is_some() { 4 * processors } else { processors }
}

impl Keeper {
    pub fn new(parts: Parts) -> Self {
        let Parts { host_dir, starts, hypervisor, instances_on_disk, disks, network, desired, hub, inbox } = parts;
        let tell = inbox.clone();
        let common = Common {
            hypervisor,
            starts: Arc::new(Semaphore::new(starts)),
            answers: network.answers(),
            tell: Arc::new(move |observation| drop(tell.send(Inbox::Instance(observation)))),
            patience: Patience::default(),
            now_ms: crate::vm::now_ms,
        };
        let grown = inbox.clone();
        disks.on_growth(move |volume| drop(grown.send(Inbox::VolumeGrown(volume))));
        let mut keeper = Self {
            volumes: Volumes::new(disks.clone(), inbox.clone()),
            snapshots: Snapshots::new(disks.clone(), inbox.clone()),
            host_dir,
            disks,
            network,
            desired,
            hub,
            common,
            instances: BTreeMap::new(),
            attached: BTreeMap::new(),
            tasks: JoinSet::new(),
            task_ids: HashMap::new(),
            write_at: None,
            goes_down: false,
        };
        keeper.take_up(instances_on_disk);
        keeper
    }

    /// Begins with what was wanted last, and with what is there.
    fn take_up(&mut self, instances_on_disk: Vec<InstanceId>) {
        let regions: Vec<String> = self.desired.lock().keys().cloned().collect();
        for region in &regions {
            self.follow_all(region);
        }
        for instance in instances_on_disk.into_iter().filter(|id| !self.instances.contains_key(id)).collect::<Vec<_>>()
        {
            // Of what region it is stands in what was kept of it. If nothing is known of what that region wants, it is
            // let be until that is said.
            let kept = Kept::read(&InstanceFolder::new(&self.host_dir, &instance));
            let region: Arc<str> = kept.map(|kept| kept.region).unwrap_or_default().into();
            let is_known = regions.iter().any(|known| **known == *region);
            self.begin(&region, &instance, None);
            if is_known {
                self.discard(&instance);
            }
        }
    }

    pub async fn run(mut self, mut inbox: mpsc::UnboundedReceiver<Inbox>) -> End {
        let mut prune = tokio::time::interval(PRUNE_EVERY);
        let mut down_at = None;
        loop {
            if self.goes_down && self.tasks.is_empty() {
                self.desired.write();
                return End::Down;
            }
            tokio::select! {
                Some(item) = inbox.recv() => self.take(item),
                Some(ended) = self.tasks.join_next_with_id() => self.task_ended(ended),
                () = until(self.write_at) => {
                    self.desired.write();
                    self.write_at = (!self.desired.is_written()).then(|| Instant::now() + WRITE_AGAIN);
                }
                _ = prune.tick() => {
                    let disks = self.disks.clone();
                    tokio::spawn(async move {
                        if let Err(error) = disks.prune_bases().await {
                            tracing::warn!("removing bases that nobody uses: {error}");
                        }
                    });
                }
                () = until(down_at) => {
                    tracing::error!("some VMs have not ended in time");
                    return End::Down;
                }
            }
            if self.goes_down && down_at.is_none() {
                down_at = Some(Instant::now() + DOWN_DEADLINE);
            }
        }
    }

    fn take(&mut self, item: Inbox) {
        match item {
            Inbox::Message(message) => self.take_message(message),
            Inbox::Query(query, reply) => self.answer(query, reply),
            Inbox::Instance(observation) => {
                let Some(instance) = self.instances.get_mut(&observation.id) else { return };
                instance.observed = Some(observation.clone());
                let region = Arc::clone(&instance.region);
                self.say(&region, vec![Observation::Instance(observation)]);
            }
            Inbox::Volume(id, done) => {
                if self.volumes.done(&id, done) {
                    self.say_volume(&id);
                }
            }
            Inbox::VolumeAgain(id) => self.volumes.work(&id),
            Inbox::VolumeGrown(id) => {
                if self.volumes.grown(&id) {
                    self.say_volume(&id);
                }
            }
            Inbox::Snapshot(id, state) => {
                if self.snapshots.advance(&id, state) {
                    self.say_snapshot(&id);
                }
            }
            Inbox::Ask(instance, request) => {
                if let Some(instance) = self.instances.get(&instance) {
                    // A task that has ended drops it, which its asker hears.
                    let _ = instance.handle.requests.send(request);
                }
            }
        }
    }

    fn take_message(&mut self, message: ToHost) {
        if self.goes_down {
            return;
        }
        let refuse = |region: &str, refused: Refused| tracing::warn!(region, "a message was refused: {refused}");
        match message {
            ToHost::Desired { region, epoch, desired } => match self.desired.replace(&region, epoch, *desired) {
                Ok(()) => {
                    self.follow_all(&region);
                    self.say_all(&region);
                    self.network.refresh();
                    self.write_soon();
                }
                Err(refused) => refuse(&region, refused),
            },
            ToHost::Patch { region, epoch, changes } => {
                let touched = Touched::by(&changes);
                // Instances matter to it for their metadata.
                let concerns_network =
                    changes.iter().any(|change| !matches!(change, Change::Volume(..) | Change::Snapshot(..)));
                match self.desired.change(&region, epoch, changes) {
                    Ok(()) => {
                        self.follow(&region, touched);
                        if concerns_network {
                            self.network.refresh();
                        }
                        self.write_soon();
                    }
                    Err(refused) => refuse(&region, refused),
                }
            }
            ToHost::Shutdown => {
                tracing::info!("all VMs are to end");
                self.goes_down = true;
                for instance in self.instances.values() {
                    let _ = instance.handle.requests.send(Request::HostDown);
                }
            }
            // Sessions take these themselves.
            ToHost::Hello { .. } | ToHost::Query { .. } => {}
        }
    }

    fn write_now(&mut self) {
        if !self.desired.is_written() {
            self.desired.write();
        }
    }

    fn write_soon(&mut self) {
        if !self.desired.is_written() && self.write_at.is_none() {
            self.write_at = Some(Instant::now() + WRITE_AFTER);
        }
    }

    /// Follows all that a region wants; what it doesn't speak of is not wanted.
    fn follow_all(&mut self, region: &str) {
        let touched = {
            let regions = self.desired.lock();
            let Some(known) = regions.get(region) else { return };
            let desired = &known.desired;
            let instances = self.instances.iter().filter(|(_, it)| &*it.region == region).map(|(id, _)| id.clone());
            Touched {
                volumes: desired.volumes.keys().cloned().chain(self.volumes.of(region)).collect(),
                instances: desired.instances.keys().cloned().chain(instances).collect(),
                snapshots: desired.snapshots.keys().cloned().chain(self.snapshots.of(region)).collect(),
            }
        };
        self.follow(region, touched);
    }

    /// Follows what was touched. Costs what it is, not what there is.
    fn follow(&mut self, region: &str, mut touched: Touched) {
        let name: Arc<str> = region.into();
        for id in &touched.volumes {
            let spec = self.desired.lock().get(region).and_then(|it| it.desired.volumes.get(id).cloned());
            match spec {
                Some(spec) => self.volumes.want(&name, id, &spec),
                None => self.volumes.forget(id),
            }
            // A VM that has it follows its size and limits.
            touched.instances.extend(self.attached.get(id).cloned());
        }
        for id in touched.instances {
            match self.wanted(&name, &id) {
                Some(wanted) => {
                    for disk in &wanted.spec.disks {
                        self.attached.insert(disk.volume.clone(), id.clone());
                    }
                    self.want_instance(&id, wanted);
                }
                None => {
                    self.attached.retain(|_, instance| *instance != id);
                    self.discard(&id);
                }
            }
        }
        for id in touched.snapshots {
            let spec = self.desired.lock().get(region).and_then(|it| it.desired.snapshots.get(&id).cloned());
            match spec {
                Some(spec) => {
                    // It is made files for at once. An agent that begins anew finds them by what was wanted of the last one:
                    // else nobody would remove them, should the snapshot no longer be wanted then.
                    self.write_now();
                    if self.snapshots.want(&name, &id, &spec) {
                        self.say_snapshot(&id);
                    }
                }
                None => self.snapshots.forget(&id),
            }
        }
    }

    /// An instance's spec with all that belongs to it.
    fn wanted(&self, region: &Arc<str>, id: &InstanceId) -> Option<Wanted> {
        let regions = self.desired.lock();
        let desired = &regions.get(&**region)?.desired;
        let spec: Arc<InstanceSpec> = desired.instances.get(id)?.clone();
        let volumes = spec.disks.iter().filter_map(|disk| desired.volumes.get_key_value(&disk.volume));
        let interfaces = spec.interfaces.iter().filter_map(|id| desired.interfaces.get_key_value(id));
        Some(Wanted {
            region: Arc::clone(region),
            volumes: volumes.map(|(id, volume)| (id.clone(), volume.clone())).collect(),
            interfaces: interfaces.map(|(id, interface)| (id.clone(), interface.mac.clone())).collect(),
            spec,
        })
    }

    fn want_instance(&mut self, id: &InstanceId, wanted: Wanted) {
        match self.instances.get(id) {
            // Its task removes it; if it is wanted then, it begins anew.
            Some(instance) if instance.discarded => {}
            Some(instance) => drop(instance.handle.wanted.send_if_modified(|known| {
                let differs = known.as_ref() != Some(&wanted);
                *known = Some(wanted);
                differs
            })),
            None => {
                let region = Arc::clone(&wanted.region);
                self.begin(&region, id, Some(wanted));
            }
        }
    }

    fn begin(&mut self, region: &Arc<str>, id: &InstanceId, wanted: Option<Wanted>) {
        let folder = InstanceFolder::new(&self.host_dir, id);
        let (handle, task) = task::begin(id.clone(), region, folder, wanted, self.common.clone());
        let task = self.tasks.spawn(task);
        self.task_ids.insert(task.id(), id.clone());
        let instance = Instance { region: Arc::clone(region), handle, observed: None, discarded: false };
        self.instances.insert(id.clone(), instance);
    }

    fn discard(&mut self, id: &InstanceId) {
        if let Some(instance) = self.instances.get_mut(id).filter(|instance| !instance.discarded) {
            instance.discarded = true;
            let _ = instance.handle.requests.send(Request::Discard);
        }
    }

    fn task_ended(&mut self, ended: Result<(Id, InstanceId), tokio::task::JoinError>) {
        let (task, panicked) = match ended {
            Ok((task, _)) => (task, false),
            Err(error) => (error.id(), error.is_panic()),
        };
        let Some(id) = self.task_ids.remove(&task) else { return };
        let Some(instance) = self.instances.remove(&id) else { return };
        if panicked {
            // Its VM goes on; another task takes it over.
            tracing::error!(instance = %id, "the task of the instance has failed; it begins anew");
        }
        if !self.goes_down
            && let Some(wanted) = self.wanted(&instance.region, &id)
            && (panicked || wanted.spec.power.wanted != PowerWanted::Gone)
        {
            self.begin(&instance.region, &id, Some(wanted));
        }
    }

    /// Says what was seen. What was asked is on disk before: once the control plane has heard that something is done it
    /// speaks of it no more, and an agent that began with an older word would do what was asked before that, such as make
    /// the files of a volume that has been deleted.
    fn say(&mut self, region: &str, items: Vec<Observation>) {
        self.write_now();
        self.hub.observe(region, items);
    }

    /// Says all that is known of a region.
    fn say_all(&mut self, region: &str) {
        let volumes = self.volumes.of(region).into_iter().filter_map(|id| self.volumes.observation(&id).cloned());
        let instances = self.instances.values().filter(|it| &*it.region == region && !it.discarded);
        let instances = instances.filter_map(|instance| instance.observed.clone());
        let snapshots = self.snapshots.of(region).into_iter().filter_map(|id| self.snapshots.observation(&id));
        let items = volumes
            .map(Observation::Volume)
            .chain(instances.map(Observation::Instance))
            .chain(snapshots.map(Observation::Snapshot));
        let items = items.collect();
        self.say(region, items);
    }

    fn say_volume(&mut self, id: &VolumeId) {
        if let (Some(region), Some(observation)) = (self.volumes.region(id), self.volumes.observation(id).cloned()) {
            self.say(&region, vec![Observation::Volume(observation)]);
        }
    }

    fn say_snapshot(&mut self, id: &SnapshotId) {
        if let (Some(region), Some(observation)) = (self.snapshots.region(id), self.snapshots.observation(id)) {
            self.say(&region, vec![Observation::Snapshot(observation)]);
        }
    }

    fn answer(&self, query: Query, reply: oneshot::Sender<Result<Reply, QueryError>>) {
        // In all cases, whoever asked may have given up.
        let Some(id) = queries::instance(&query).cloned() else {
            let disks = self.disks.clone();
            tokio::spawn(async move { reply.send(queries::vault_needs(disks).await) });
            return;
        };
        let Some(instance) = self.instances.get(&id) else {
            let _ = reply.send(Err(QueryError::NoSuchInstance));
            return;
        };
        let (host_dir, requests) = (self.host_dir.clone(), instance.handle.requests.clone());
        tokio::spawn(async move { reply.send(queries::answer(query, &id, &host_dir, requests).await) });
    }
}

/// What a message speaks of, beside the network.
#[derive(Debug, Default)]
struct Touched {
    volumes: BTreeSet<VolumeId>,
    instances: BTreeSet<InstanceId>,
    snapshots: BTreeSet<SnapshotId>,
}

impl Touched {
    fn by(changes: &[Change]) -> Self {
        let mut touched = Self::default();
        for change in changes {
            match change {
                Change::Volume(id, _) => drop(touched.volumes.insert(id.clone())),
                Change::Instance(id, _) => drop(touched.instances.insert(id.clone())),
                Change::Snapshot(id, _) => drop(touched.snapshots.insert(id.clone())),
                // The hardware address of a new interface may come after its instance.
                Change::Interface(_, Some(interface)) => drop(touched.instances.insert(interface.instance.clone())),
                Change::Interface(_, None) | Change::Vpc(..) | Change::Group(..) => {}
            }
        }
        touched
    }
}

async fn until(at: Option<Instant>) {
    match at {
        Some(at) => sleep_until(at).await,
        None => std::future::pending().await,
    }
}

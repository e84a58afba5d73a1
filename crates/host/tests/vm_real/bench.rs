//! An agent in a process of its own, and a control plane that talks to it.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::Arc,
    time::{Duration, Instant},
};

use hostlink::{
    Architecture, BootMode, Change, Desired, DiskSpec, FromHost, Host, InstanceObservation, InstanceSpec,
    MetadataOptions, MetadataSpec, Observation, Phase, Power, PowerWanted, SnapshotObservation, ToHost,
    VolumeObservation, VolumeSpec, VolumeWanted, socket::SocketHost,
};
use model::{AccountId, ImageId, InstanceId, ReservationId, SnapshotId, VolumeId};
use tokio::sync::mpsc;

/// Tells the test binary that it is to be the agent, and of which data directory.
pub const AGENT_DIR: &str = "FOGBANK_TEST_AGENT_DIR";
/// Long enough to see a volume that isn't independent yet.
pub const STREAM_AFTER: Duration = Duration::from_secs(3);
pub const REGION: &str = "us-east-1";
/// Longer than anything takes on a busy machine without KVM.
const PATIENCE: Duration = Duration::from_secs(180);

/// Why real VMs can't be tested here, if they can't.
pub fn missing() -> Option<String> {
    if let Err(reason) = host::net::usable() {
        return Some(reason);
    }
    for program in ["qemu-system-x86_64", "qemu-img"] {
        if Command::new(program).arg("--version").output().is_err() {
            return Some(format!("{program} is not installed"));
        }
    }
    None
}

/// A cloud's data directory with an agent, and what a control plane knows of it.
pub struct Bench {
    /// Goes before the folder that it is mounted on.
    _mount: Option<Mount>,
    data_dir: tempfile::TempDir,
    agent: Child,
    host: SocketHost,
    events: mpsc::UnboundedReceiver<FromHost>,
    /// What is wanted, as a control plane would have it in its store.
    pub desired: Desired,
    epoch: u64,
    pub instances: BTreeMap<InstanceId, InstanceObservation>,
    pub volumes: BTreeMap<VolumeId, VolumeObservation>,
    pub snapshots: BTreeMap<SnapshotId, SnapshotObservation>,
}

impl Bench {
    pub async fn new() -> Self {
        Self::in_folder(tempfile::tempdir().unwrap(), None).await
    }

    /// One on a disk of so many MiB.
    pub async fn small(size_mib: u32) -> Self {
        let data_dir = tempfile::tempdir().unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={size_mib}m"), "none"])
            .arg(data_dir.path())
            .status();
        assert!(mounted.unwrap().success());
        let mount = Mount(data_dir.path().to_owned());
        Self::in_folder(data_dir, Some(mount)).await
    }

    async fn in_folder(data_dir: tempfile::TempDir, mount: Option<Mount>) -> Self {
        let agent = start_agent(data_dir.path());
        let host = SocketHost::connect(host::agent::socket_path(data_dir.path()));
        let events = host.take_events();
        let mut bench = Self {
            _mount: mount,
            data_dir,
            agent,
            host,
            events,
            desired: Desired::default(),
            epoch: 1,
            instances: BTreeMap::new(),
            volumes: BTreeMap::new(),
            snapshots: BTreeMap::new(),
        };
        bench.hello().await;
        bench
    }

    pub fn data_dir(&self) -> &Path {
        self.data_dir.path()
    }

    pub fn host_dir(&self) -> PathBuf {
        self.data_dir.path().join("host")
    }

    pub fn host(&self) -> &SocketHost {
        &self.host
    }

    /// Waits for the agent to announce itself, and tells it all that is wanted.
    async fn hello(&mut self) {
        self.until("the agent's hello", |_, event| matches!(event, Some(FromHost::Hello { .. }))).await;
        self.send_all();
    }

    pub fn send_all(&self) {
        let desired = Box::new(self.desired.clone());
        self.host.send(ToHost::Desired { region: REGION.into(), epoch: self.epoch, desired });
    }

    pub fn want(&mut self, changes: Vec<Change>) {
        for change in &changes {
            self.desired.apply(change.clone());
        }
        self.host.send(ToHost::Patch { region: REGION.into(), epoch: self.epoch, changes });
    }

    pub fn want_instance(&mut self, id: &InstanceId, spec: InstanceSpec) {
        self.want(vec![Change::Instance(id.clone(), Some(Arc::new(spec)))]);
    }

    pub fn want_volume(&mut self, id: &VolumeId, spec: VolumeSpec) {
        self.want(vec![Change::Volume(id.clone(), Some(Arc::new(spec)))]);
    }

    /// Listens until something is true of what is known.
    pub async fn until(&mut self, what: &str, mut is_true: impl FnMut(&Self, Option<&FromHost>) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        if is_true(self, None) {
            return;
        }
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            let event = tokio::time::timeout(left, self.events.recv()).await;
            let Ok(event) = event else { panic!("{what} did not come about; {}", self.known()) };
            let event = event.expect("the control plane's end lives as long as the test");
            if let FromHost::Observed { items, .. } = &event {
                for item in items.clone() {
                    match item {
                        Observation::Instance(it) => drop(self.instances.insert(it.id.clone(), it)),
                        Observation::Volume(it) => drop(self.volumes.insert(it.id.clone(), it)),
                        Observation::Snapshot(it) => drop(self.snapshots.insert(it.id.clone(), it)),
                    }
                }
            }
            if is_true(self, Some(&event)) {
                return;
            }
        }
    }

    /// Listens until an instance is in a phase, for the power generation that is wanted now.
    pub async fn until_phase(&mut self, id: &InstanceId, phase: Phase) -> InstanceObservation {
        let generation = self.desired.instances[id].power.generation;
        let reached = |bench: &Self| {
            let it = bench.instances.get(id)?;
            if it.phase == Phase::Failed && phase != Phase::Failed && it.power_generation == generation {
                panic!("{id} failed: {:?}", it.cause);
            }
            Some(it.phase == phase && it.power_generation == generation)
        };
        self.until(&format!("{phase:?} of {id}"), |bench, _| reached(bench).unwrap_or(false)).await;
        self.instances[id].clone()
    }

    fn known(&self) -> String {
        let log = fs::read_to_string(self.host_dir().join("agent.log")).unwrap_or_default();
        let log: Vec<&str> = log.lines().rev().take(30).collect();
        format!(
            "known: {:#?} {:#?} {:#?}\nthe agent's last words, the last one first:\n{}",
            self.instances,
            self.volumes,
            self.snapshots,
            log.join("\n")
        )
    }

    /// Kills the agent as a power failure would. VMs go on.
    pub fn kill_agent(&mut self) {
        self.agent.kill().unwrap();
        self.agent.wait().unwrap();
    }

    pub async fn start_agent(&mut self) {
        self.agent = start_agent(self.data_dir.path());
        self.instances.clear();
        self.volumes.clear();
        self.epoch += 1;
        self.hello().await;
    }

    /// The process of an instance's QEMU.
    pub fn qemu(&self, id: &InstanceId) -> i32 {
        let pid = self.host_dir().join(format!("instances/{id}/pid"));
        fs::read_to_string(pid).expect("it has a QEMU").trim().parse().unwrap()
    }

    pub fn lives(pid: i32) -> bool {
        fs::read(format!("/proc/{pid}/cmdline")).is_ok_and(|line| line.starts_with(b"qemu"))
    }

    /// Ends the agent as a service manager does. VMs go on.
    pub fn end_agent(&mut self) {
        let pid = nix::unistd::Pid::from_raw(self.agent.id().try_into().unwrap());
        nix::sys::signal::kill(pid, nix::sys::signal::Signal::SIGTERM).unwrap();
        let status = self.agent.wait().unwrap();
        assert!(status.success(), "{status}; {}", self.known());
        assert!(!host::agent::socket_path(self.data_dir.path()).exists());
    }

    /// Ends the agent and all VMs, and sees to it that nothing is left on the machine.
    pub async fn shut_down(&mut self) {
        let tag = host::net::machine::claim(self.data_dir.path()).unwrap().prefix();
        self.host.send(ToHost::Shutdown);
        let deadline = Instant::now() + PATIENCE;
        let status = loop {
            match self.agent.try_wait().unwrap() {
                Some(status) => break status,
                None => assert!(Instant::now() < deadline, "the agent did not end; {}", self.known()),
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        };
        assert!(status.success(), "{status}; {}", self.known());
        assert!(!host::agent::socket_path(self.data_dir.path()).exists());
        let devices = fs::read_to_string("/proc/net/dev").unwrap();
        assert!(!devices.contains(&tag), "{devices}");
        for tree in fs::read_dir("/sys/fs/cgroup").unwrap().flatten() {
            let group = tree.path().join(format!("fogbank-{}", tag.trim_start_matches("fb")));
            assert!(!group.exists(), "{} is still there", group.display());
        }
    }
}

/// A small disk of its own, for as long as this lives.
struct Mount(PathBuf);

impl Drop for Mount {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(&self.0).status();
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        // Of a test that failed: the agent and the QEMUs of its data directory, by their pid files.
        let _ = self.agent.kill();
        let _ = self.agent.wait();
        for entry in fs::read_dir(self.host_dir().join("instances")).into_iter().flatten().flatten() {
            let pid = fs::read_to_string(entry.path().join("pid")).ok().and_then(|pid| pid.trim().parse().ok());
            if let Some(pid) = pid.filter(|pid| Self::lives(*pid)) {
                let _ = nix::sys::signal::kill(nix::unistd::Pid::from_raw(pid), nix::sys::signal::Signal::SIGKILL);
            }
        }
        if std::thread::panicking() {
            // And its network, which would stay on the machine for ever.
            let config = host::net::NetConfig::new(self.data_dir.path(), self.host_dir());
            let clean = std::thread::spawn(move || {
                let runtime = tokio::runtime::Runtime::new().unwrap();
                runtime.block_on(async {
                    let net = host::net::Net::start(config).await?;
                    host::qemu::cgroup::Cgroups::detect(&net.slice().tag).remove_all();
                    net.remove_all().await
                })
            });
            if let Ok(Err(error)) = clean.join() {
                eprintln!("the network of the test is still there: {error}");
            }
        }
    }
}

fn start_agent(data_dir: &Path) -> Child {
    fs::create_dir_all(data_dir.join("host")).unwrap();
    let log = fs::File::options().create(true).append(true).open(data_dir.join("host/agent.log")).unwrap();
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "agent_process", "--ignored", "--nocapture"])
        .env(AGENT_DIR, data_dir)
        .stdin(Stdio::null())
        .stdout(log.try_clone().unwrap())
        .stderr(log)
        .spawn()
        .unwrap()
}

pub fn instance_id(number: u32) -> InstanceId {
    InstanceId::trusted(format!("i-{number:017x}"))
}

pub fn volume_id(number: u32) -> VolumeId {
    VolumeId::trusted(format!("vol-{number:017x}"))
}

pub fn volume(size_gib: u32, origin: Option<&str>) -> VolumeSpec {
    VolumeSpec {
        size_gib,
        origin: origin.map(str::to_owned),
        wanted: VolumeWanted::Present,
        iops: 3000,
        throughput_mib: 125,
        key: None,
    }
}

pub fn disk(volume: u32, slot: u8) -> DiskSpec {
    DiskSpec {
        volume: volume_id(volume),
        device_name: format!("/dev/sd{}", char::from(b'a' + slot)),
        slot,
        generation: 1,
        wanted: true,
        force: false,
    }
}

pub fn instance(generation: u64, wanted: PowerWanted, disks: Vec<DiskSpec>) -> InstanceSpec {
    InstanceSpec {
        account: AccountId::from_number(1),
        power: Power { generation, wanted },
        reboot_generation: 0,
        architecture: Architecture::X86_64,
        boot_mode: BootMode::LegacyBios,
        vcpus: 1,
        memory_mib: 256,
        disks,
        interfaces: vec![],
        nics: Default::default(),
        metadata: Arc::new(MetadataSpec {
            region: REGION.into(),
            zone: "us-east-1a".into(),
            zone_id: "use1-az1".into(),
            partition: "aws".into(),
            services_domain: "amazonaws.com".into(),
            image_id: ImageId::trusted("ami-0123456789abcdef0"),
            ancestor_image_ids: vec![],
            launch_index: 0,
            instance_type: "t3.nano".into(),
            reservation_id: ReservationId::trusted("r-0123456789abcdef0"),
            pending_time_ms: 0,
            placement_group: None,
            local_hostname: "ip-10-0-0-4.ec2.internal".into(),
            public_hostname: None,
            security_groups: vec![],
            key: None,
            user_data: None,
            root_device_name: "/dev/xvda".into(),
            block_devices: vec![],
            tags: None,
            options: MetadataOptions { endpoint: true, tokens_required: false, hop_limit: 1 },
        }),
    }
}

//! A start, step by step. Each step notes what it has made, and a start that fails at any of them is undone.

use std::{collections::BTreeMap, fs, io, os::fd::OwnedFd, sync::Arc, time::Duration};

use hostlink::Cause;
use model::{InstanceId, NetworkInterfaceId, VolumeId};
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use super::{
    Qemu,
    copy::follow_from_origin,
    running::{Handle, QemuVm},
    stream::{self, keep_what_is_read},
};
use crate::{
    disk::{DiskError, Lease},
    qemu::{
        argv::argv,
        block::Names,
        machine::{Descriptor, Firmware, Machine},
        process::{self, Launch, Process},
        qmp::{Cont, Event, Monitor, QmpError},
        unix,
    },
    vm::{
        folder::{InstanceFolder, give, make_writable, read_json, write_json},
        hardware::Hardware,
        hypervisor::{Order, Started, Wanted},
        launched::{Launched, LaunchedDisk, LaunchedNic},
        nic_turns::nic,
        plan::{LaunchPlan, VolumeFiles, plan},
    },
};

/// How long QEMU may take until its monitor answers. It takes 40 ms, and more on a machine that swaps.
const MONITOR_DEADLINE: Duration = Duration::from_secs(60);
/// How long a QEMU that was killed may take to be gone.
const END_DEADLINE: Duration = Duration::from_secs(30);

/// Why a start failed.
#[derive(Debug, thiserror::Error)]
enum StartError {
    #[error(transparent)]
    Disk(#[from] DiskError),
    #[error("{0}: {1}")]
    Io(&'static str, io::Error),
    /// QEMU refused, or the network; in their own words.
    #[error("{0}")]
    Other(String),
    #[error("the start was called off")]
    Cancelled,
}

impl StartError {
    fn io(attempted: &'static str) -> impl FnOnce(io::Error) -> Self {
        move |error| Self::Io(attempted, error)
    }

    fn cause(&self) -> Cause {
        let detail = self.to_string();
        match self {
            Self::Disk(error) => error.cause(),
            Self::Io(_, error) if error.kind() == io::ErrorKind::StorageFull => Cause::DiskFull { detail },
            Self::Other(text) if text.contains("No space left on device") => Cause::DiskFull { detail },
            _ => Cause::HostError { detail },
        }
    }
}

/// What a start has made so far.
#[derive(Default)]
struct Made {
    leases: BTreeMap<VolumeId, Lease>,
    process: Option<Process>,
}

/// What is ready when QEMU is to be executed.
struct Ready {
    argv: Vec<String>,
    descriptors: Vec<OwnedFd>,
    disks: BTreeMap<VolumeId, LaunchedDisk>,
    nics: BTreeMap<NetworkInterfaceId, LaunchedNic>,
    memory_mib: u64,
}

impl Qemu {
    pub(super) async fn start_or_undo(self, order: Order) -> Result<Started, Cause> {
        let Order { instance, wanted, launching, cancel } = order;
        let mut made = Made::default();
        let result: Result<_, StartError> = async {
            let ready = unless(&cancel, self.prepare(&instance, &wanted, &mut made)).await?;
            let (disks, nics) = (ready.disks.clone(), ready.nics.clone());
            // Nobody may listen any more; that is no reason not to start.
            let _ = launching.send(());
            // Never left in the middle: a process that nobody holds would be lost.
            let process = self.execute(&instance, &wanted, ready).await?;
            made.process = Some(process.clone());
            let (monitor, events) = unless(&cancel, self.let_run(&instance, &process, disks.keys())).await?;
            Ok((monitor, events, disks, nics))
        }
        .await;
        match result {
            Ok((monitor, events, disks, nics)) => {
                let (leases, process) = (made.leases, made.process);
                // The process is there: the last step needs it.
                let process = process.ok_or_else(|| Cause::HostError { detail: "QEMU is gone".to_owned() })?;
                let generations = disks.iter().map(|(id, disk)| (id.clone(), disk.generation)).collect();
                let nics = nics.iter().map(|(id, nic)| (id.clone(), nic.generation)).collect();
                let (vm, events) = QemuVm::new(self, instance, monitor, events, process, leases);
                tokio::spawn(stream::keep_all(Arc::downgrade(&vm)));
                Ok(Started { vm: Arc::new(Handle(vm)), events, disks: generations, nics })
            }
            Err(error) => {
                self.undo(&instance, made).await;
                Err(error.cause())
            }
        }
    }

    /// Ends what was begun. When this returns no file is open and no address taken any more.
    async fn undo(&self, instance: &InstanceId, made: Made) {
        if let Some(process) = &made.process {
            process.kill();
            if tokio::time::timeout(END_DEADLINE, process.ended()).await.is_err() {
                tracing::warn!(%instance, "QEMU was killed and does not end");
            }
        }
        self.clear_up(instance);
    }

    /// Volumes, network, files and sockets.
    async fn prepare(&self, instance: &InstanceId, wanted: &Wanted, made: &mut Made) -> Result<Ready, StartError> {
        let (inner, spec) = (&self.inner, &wanted.spec);
        // What is to be unplugged is not plugged in the first place.
        let stays = |interface: &NetworkInterfaceId| nic(spec, interface).wanted;
        let interfaces: Vec<_> = wanted.interfaces.iter().filter(|(interface, _)| stays(interface)).cloned().collect();
        let is_known = |interface: &NetworkInterfaceId| interfaces.iter().any(|(known, _)| known == interface);
        if let Some(unknown) = spec.interfaces.iter().find(|interface| stays(interface) && !is_known(interface)) {
            return Err(StartError::Other(format!("the host has no interface {unknown}")));
        }
        let folder = self.folder(instance);
        folder.make(inner.user).map_err(StartError::io("making the instance's folder"))?;
        let recorded: Option<Hardware> =
            read_json(&folder.file("hardware.json")).map_err(StartError::io("reading the hardware record"))?;
        let hardware = Hardware::decide(recorded.as_ref(), instance, spec, &interfaces, &inner.facts)
            .map_err(|error| StartError::Other(error.to_string()))?;
        let files = self.take_volumes(instance, wanted, made).await?;
        let LaunchPlan { machine, variables_from } =
            plan(instance, spec, &hardware, &inner.facts, folder.relative(), &files)
                .map_err(|error| StartError::Other(error.to_string()))?;
        if recorded.as_ref() != Some(&hardware) {
            write_json(&folder.file("hardware.json"), &hardware)
                .map_err(StartError::io("writing the hardware record"))?;
        }
        if let (Firmware::Uefi { .. }, Some(from)) = (&machine.firmware, &variables_from) {
            let variables = folder.file("nvram.fd");
            if !variables.exists() {
                fs::copy(from, &variables).map_err(StartError::io("making the firmware's variables"))?;
            }
            give(&variables, inner.user).map_err(StartError::io("making the firmware's variables"))?;
        }
        for file in ["console.log", "screen.png"] {
            make_writable(&folder.file(file), inner.user).map_err(StartError::io("making the console's log"))?;
        }

        let mut open = open_sockets(&folder).map_err(StartError::io("making QEMU's sockets"))?;
        if machine.descriptors().contains(&Descriptor::Kvm) {
            let kvm = fs::File::options().read(true).write(true).open("/dev/kvm");
            open.insert(Descriptor::Kvm, kvm.map_err(StartError::io("opening /dev/kvm"))?.into());
        }
        let interfaces: Vec<_> = machine.nics.iter().map(|nic| nic.interface.clone()).collect();
        // Rules and addresses are applied when this returns, long before the guest runs.
        let taps = inner.network.join(instance, &interfaces).await.map_err(StartError::Other)?;
        open.extend(taps.into_iter().map(|(interface, tap)| (Descriptor::Tap(interface), tap)));
        for (volume, files) in &files {
            if let Some(secret) = &files.secret {
                let secret = secret.in_memory().map_err(StartError::io("telling QEMU a disk's secret"))?;
                open.insert(Descriptor::Secret(volume.clone()), secret);
            }
        }
        let missing = machine.descriptors().into_iter().find(|descriptor| !open.contains_key(descriptor));
        if let Some(missing) = missing {
            return Err(StartError::Other(format!("{missing:?} is missing")));
        }
        let numbers =
            open.iter().map(|(descriptor, fd)| (descriptor.clone(), std::os::fd::AsRawFd::as_raw_fd(fd))).collect();
        Ok(Ready {
            argv: argv(&machine, &numbers),
            descriptors: open.into_values().collect(),
            disks: launched_disks(wanted, &machine),
            nics: launched_nics(wanted, &machine),
            memory_mib: machine.memory_mib,
        })
    }

    async fn take_volumes(
        &self,
        instance: &InstanceId,
        wanted: &Wanted,
        made: &mut Made,
    ) -> Result<BTreeMap<VolumeId, VolumeFiles>, StartError> {
        let mut files = BTreeMap::new();
        for disk in wanted.spec.disks.iter().filter(|disk| disk.wanted) {
            let volume = wanted.volumes.get(&disk.volume).ok_or_else(|| DiskError::NoVolume(disk.volume.clone()))?;
            let (lease, found) = self.inner.disks.lease(&disk.volume, volume, instance).await?;
            made.leases.insert(disk.volume.clone(), lease);
            files.insert(disk.volume.clone(), found);
        }
        Ok(files)
    }

    /// Executes QEMU.
    async fn execute(&self, instance: &InstanceId, wanted: &Wanted, ready: Ready) -> Result<Process, StartError> {
        let (inner, folder) = (&self.inner, self.folder(instance));
        // On record before it runs: whenever we are killed, the next agent knows what to look for.
        let launched = Launched::new(&wanted.region, ready.argv.clone(), crate::vm::now_ms(), ready.disks, ready.nics);
        launched.write(&folder).map_err(StartError::io("noting the start"))?;
        // The complaints of earlier starts would be taken for this one's.
        let log_file = folder.file("qemu.log");
        fs::write(&log_file, "").map_err(StartError::io("making QEMU's log"))?;
        let cgroups = inner.cgroups.make(instance, ready.memory_mib);
        let (host_dir, user, pid_file) = (inner.host_dir.clone(), inner.user, folder.file("pid"));
        // A fork may take a while in a process with much memory.
        let runtime = tokio::runtime::Handle::current();
        let spawned = tokio::task::spawn_blocking(move || {
            let _runtime = runtime.enter();
            process::spawn(Launch {
                argv: &ready.argv,
                working_dir: &host_dir,
                user,
                inherited: ready.descriptors,
                pid_file: &pid_file,
                log_file: &log_file,
                cgroups,
            })
        });
        spawned.await.map_err(|error| StartError::Other(error.to_string()))?.map_err(StartError::io("executing QEMU"))
    }

    /// Connects to a new QEMU's monitor, and lets the guest run.
    async fn let_run(
        &self,
        instance: &InstanceId,
        process: &Process,
        volumes: impl Iterator<Item = &VolumeId>,
    ) -> Result<(Monitor, mpsc::UnboundedReceiver<Event>), StartError> {
        let folder = self.folder(instance);
        let log = folder.file("qemu.log");
        let connected = async {
            let (monitor, events) = Monitor::connect(&folder.file("qmp.sock"), MONITOR_DEADLINE).await?;
            for volume in volumes {
                follow_from_origin(&monitor, &self.inner.disks, volume).await?;
                keep_what_is_read(&monitor, &self.inner.disks, volume).await?;
            }
            monitor.execute(Cont {}).await?;
            Ok::<_, QmpError>((monitor, events))
        };
        tokio::select! {
            // QEMU's own words say more than a connection that ended.
            biased;
            detail = process.ended() => Err(StartError::Other(complaint(&log, detail))),
            connected = connected => match connected {
                Ok(connected) => Ok(connected),
                Err(QmpError::Disconnected) => {
                    let detail = process.ended().await;
                    Err(StartError::Other(complaint(&log, detail)))
                }
                Err(error) => Err(StartError::Other(complaint(&log, error.to_string()))),
            },
        }
    }
}

/// Does something, unless it is called off before it is done.
async fn unless<T>(
    cancel: &CancellationToken,
    work: impl Future<Output = Result<T, StartError>>,
) -> Result<T, StartError> {
    tokio::select! {
        biased;
        () = cancel.cancelled() => Err(StartError::Cancelled),
        result = work => result,
    }
}

/// Listening sockets in the instance's folder: made by us, so that QEMU need not be allowed to write there.
fn open_sockets(folder: &InstanceFolder) -> io::Result<BTreeMap<Descriptor, OwnedFd>> {
    let mut open = BTreeMap::new();
    for (descriptor, name) in [
        (Descriptor::Monitor, "qmp.sock"),
        (Descriptor::Console, "console.sock"),
        (Descriptor::GuestAgent, "agent.sock"),
    ] {
        open.insert(descriptor, unix::listen(&folder.file(name))?.into());
    }
    Ok(open)
}

fn launched_disks(wanted: &Wanted, machine: &Machine) -> BTreeMap<VolumeId, LaunchedDisk> {
    let generation = |volume: &VolumeId| {
        wanted.spec.disks.iter().find(|disk| disk.volume == *volume).map_or(0, |disk| disk.generation)
    };
    let disks = machine.disks.iter().map(|disk| {
        let launched =
            LaunchedDisk { slot: disk.slot, generation: generation(&disk.volume), names: Names::of(&disk.volume) };
        (disk.volume.clone(), launched)
    });
    disks.collect()
}

fn launched_nics(wanted: &Wanted, machine: &Machine) -> BTreeMap<NetworkInterfaceId, LaunchedNic> {
    let nics = machine.nics.iter().map(|it| {
        let generation = nic(&wanted.spec, &it.interface).generation;
        (it.interface.clone(), LaunchedNic { slot: it.slot, generation })
    });
    nics.collect()
}

/// What went wrong, with the last of what QEMU itself said about it.
fn complaint(log: &std::path::Path, detail: String) -> String {
    let said = fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = said.lines().filter(|line| !line.contains("warning:")).collect();
    let last = lines[lines.len().saturating_sub(3)..].join("; ");
    if last.is_empty() { detail } else { format!("{detail}: {last}") }
}

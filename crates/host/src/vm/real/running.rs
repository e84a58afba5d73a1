//! A VM that runs: what can be asked of it, and what it says.

use std::{
    collections::BTreeMap,
    fs,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError, Weak,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use futures::future::BoxFuture;
use hostlink::{DiskSpec, VolumeSpec};
use model::{InstanceId, NetworkInterfaceId, VolumeId};
use tokio::sync::{broadcast, mpsc};

use super::{Qemu, freeze::Freezer, stream};
use crate::{
    disk::{Copied, Lease, free_bytes},
    qemu::{
        process::Process,
        qmp::{Cont, Event, Monitor, QmpError, QueryStatus, Quit, RunState, Screendump, SystemPowerdown, SystemReset},
    },
    vm::{
        folder::InstanceFolder,
        hypervisor::{CopyOrder, RunningVm, VmEvent},
    },
};

/// How long a guest that was started anew may take to leave its old state.
const RESET_DEADLINE: Duration = Duration::from_secs(10);
/// How often a guest is tried again that was halted by an error of its disk.
const TRY_AGAIN: Duration = Duration::from_secs(5);
/// Room that there has to be before such a guest goes on.
const ROOM_BYTES: u64 = 128 << 20;

/// A QEMU with its monitor.
pub(super) struct QemuVm {
    pub(super) qemu: Qemu,
    pub(super) instance: InstanceId,
    pub(super) monitor: Monitor,
    /// What the monitor says, for those who wait for something of it.
    pub(super) said: broadcast::Sender<Event>,
    process: Process,
    /// The right to each disk that it has; gone once QEMU has ended.
    pub(super) leases: Mutex<BTreeMap<VolumeId, Lease>>,
    pub(super) freezer: Freezer,
    /// Held while what is on record of the VM is changed: disks and interfaces come and go at the same time.
    pub(super) noting: Mutex<()>,
    pub(super) streams: Arc<stream::Streams>,
    /// Held while a disk grows, and from when the size of disks that are copied is compared until QEMU copies them.
    pub(super) sizes: tokio::sync::Mutex<()>,
    /// Each held while its volume is copied: one copy of it at a time.
    pub(super) copying: Mutex<BTreeMap<VolumeId, Arc<tokio::sync::Mutex<()>>>>,
    /// Whether somebody waits to let a guest go on that an error of its disk has halted.
    waits_for_room: AtomicBool,
}

impl QemuVm {
    pub(super) fn new(
        qemu: Qemu,
        instance: InstanceId,
        monitor: Monitor,
        monitor_says: mpsc::UnboundedReceiver<Event>,
        process: Process,
        leases: BTreeMap<VolumeId, Lease>,
    ) -> (Arc<Self>, mpsc::UnboundedReceiver<VmEvent>) {
        let (said, _) = broadcast::channel(256);
        let freezer = Freezer::new(&qemu.folder(&instance));
        let vm = Arc::new(Self {
            qemu,
            instance,
            monitor,
            said,
            process,
            leases: Mutex::new(leases),
            freezer,
            noting: Mutex::default(),
            streams: Arc::default(),
            sizes: tokio::sync::Mutex::default(),
            copying: Mutex::default(),
            waits_for_room: AtomicBool::new(false),
        });
        for volume in vm.leases().keys() {
            vm.stream_later(volume.clone());
        }
        tokio::spawn(stream::stream_all(Arc::downgrade(&vm)));
        let (events, receiver) = mpsc::unbounded_channel();
        tokio::spawn(listen(Arc::downgrade(&vm), vm.process.clone(), monitor_says, events));
        (vm, receiver)
    }

    pub(super) fn folder(&self) -> InstanceFolder {
        self.qemu.folder(&self.instance)
    }

    pub(super) fn leases(&self) -> MutexGuard<'_, BTreeMap<VolumeId, Lease>> {
        self.leases.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The VM has a disk no more, and with it what it has noted of its changes.
    pub(super) fn forget_since(&self, volume: &VolumeId) {
        if let Err(error) = self.qemu.inner.disks.forget_since(volume) {
            // The vault keeps a little more than it needs until the volume is used again.
            tracing::warn!(instance = %self.instance, %volume, "{error}");
        }
    }

    async fn reset_and_go_on(&self) -> Result<(), QmpError> {
        self.monitor.execute(SystemReset {}).await?;
        let deadline = tokio::time::Instant::now() + RESET_DEADLINE;
        loop {
            match self.monitor.execute(QueryStatus {}).await?.status {
                RunState::Running => return Ok(()),
                // The reset of a guest that is down is carried out a moment later; until then it can't go on.
                RunState::Shutdown if tokio::time::Instant::now() < deadline => {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
                _ => return self.monitor.execute(Cont {}).await.map(drop),
            }
        }
    }

    /// Lets a guest go on that was halted because of its disk: because the host's was full, once there is room; because
    /// something could not be read or written, after a while, to try it again.
    async fn go_on_when_there_is_room(self: Arc<Self>) {
        loop {
            tokio::time::sleep(TRY_AGAIN).await;
            // What is heard from here on may be news.
            self.waits_for_room.store(false, Ordering::SeqCst);
            match self.monitor.execute(QueryStatus {}).await {
                Ok(status) if status.status == RunState::IoError => {}
                _ => return,
            }
            if free_bytes(&self.qemu.inner.host_dir).is_ok_and(|free| free > ROOM_BYTES) {
                tracing::info!(instance = %self.instance, "goes on after an error of its disk");
                // If it fails again it is halted again, and that is heard.
                let _ = self.monitor.execute(Cont {}).await;
                return;
            }
            if self.waits_for_room.swap(true, Ordering::SeqCst) {
                return;
            }
        }
    }

    /// Takes up a guest that was halted by an error of its disk, perhaps while nobody listened.
    pub(super) fn watch_for_room(self: &Arc<Self>) {
        // What fails at once fails many times at once.
        if !self.waits_for_room.swap(true, Ordering::SeqCst) {
            tokio::spawn(Arc::clone(self).go_on_when_there_is_room());
        }
    }
}

/// Hears what QEMU says, and its end.
async fn listen(
    vm: Weak<QemuVm>,
    process: Process,
    mut monitor_says: mpsc::UnboundedReceiver<Event>,
    events: mpsc::UnboundedSender<VmEvent>,
) {
    let hear = async {
        while let Some(event) = monitor_says.recv().await {
            let Some(vm) = vm.upgrade() else { return };
            let told = match &event {
                Event::Shutdown { guest: true } => Some(VmEvent::Off),
                Event::Reset { guest: true } => Some(VmEvent::Reset),
                Event::BlockIoError { node, no_space } => {
                    tracing::warn!(instance = %vm.instance, node, no_space, "a disk of the guest failed on the host");
                    vm.watch_for_room();
                    None
                }
                Event::GuestPanicked => {
                    tracing::info!(instance = %vm.instance, "the guest's kernel has panicked");
                    None
                }
                _ => None,
            };
            if let Some(told) = told {
                // The task may be about to end; then nobody needs to know.
                let _ = events.send(told);
            }
            // Nobody may be waiting for anything just now.
            let _ = vm.said.send(event);
        }
    };
    let ended = process.ended();
    tokio::pin!(hear, ended);
    let detail = tokio::select! {
        detail = &mut ended => detail,
        () = &mut hear => ended.await,
    };
    let _ = events.send(VmEvent::Exited(detail));
}

/// A VM as its task has it.
pub(super) struct Handle(pub(super) Arc<QemuVm>);

impl Handle {
    /// Does something with the VM, and tells errors as text.
    fn ask<T, E, F>(&self, ask: impl FnOnce(Arc<QemuVm>) -> F) -> BoxFuture<'static, Result<T, String>>
    where
        E: std::fmt::Display,
        F: Future<Output = Result<T, E>> + Send + 'static,
    {
        let asked = ask(Arc::clone(&self.0));
        Box::pin(async move { asked.await.map_err(|error| error.to_string()) })
    }
}

impl RunningVm for Handle {
    fn press_power_button(&self) -> BoxFuture<'static, Result<(), String>> {
        self.ask(|vm| async move { vm.monitor.execute(SystemPowerdown {}).await.map(drop) })
    }

    fn reset(&self) -> BoxFuture<'static, Result<(), String>> {
        self.ask(|vm| async move { vm.reset_and_go_on().await })
    }

    fn quit(&self) -> BoxFuture<'static, Result<(), String>> {
        self.ask(|vm| async move { vm.monitor.execute(Quit {}).await.map(drop) })
    }

    fn kill(&self) {
        self.0.process.kill();
    }

    fn attach(&self, disk: DiskSpec, volume: Arc<VolumeSpec>) -> BoxFuture<'static, Result<(), String>> {
        self.ask(|vm| async move { vm.plug(&disk, &volume).await })
    }

    fn detach(&self, volume: VolumeId, force: bool) -> BoxFuture<'static, Result<(), String>> {
        self.ask(move |vm| async move { vm.unplug(&volume, force).await })
    }

    fn attach_nic(
        &self,
        interface: NetworkInterfaceId,
        mac: String,
        generation: u64,
    ) -> BoxFuture<'static, Result<(), String>> {
        self.ask(move |vm| async move { vm.plug_nic(&interface, &mac, generation).await })
    }

    fn detach_nic(&self, interface: NetworkInterfaceId, force: bool) -> BoxFuture<'static, Result<(), String>> {
        self.ask(move |vm| async move { vm.unplug_nic(&interface, force).await })
    }

    fn adjust(&self, volume: VolumeId, spec: Arc<VolumeSpec>) -> BoxFuture<'static, Result<(), String>> {
        self.ask(|vm| async move { vm.adjust(&volume, &spec).await })
    }

    fn copy_disks(&self, order: CopyOrder) -> BoxFuture<'static, Result<Copied, String>> {
        self.ask(|vm| async move { vm.copy(order).await })
    }

    fn screenshot(&self) -> BoxFuture<'static, Result<Vec<u8>, String>> {
        self.ask(|vm| async move {
            let filename = format!("{}/screen.png", vm.folder().relative());
            vm.monitor.execute(Screendump { filename, format: "png" }).await.map_err(|error| error.to_string())?;
            fs::read(vm.folder().file("screen.png")).map_err(|error| error.to_string())
        })
    }

    fn release(&self) {
        let mut leases = self.0.leases();
        for volume in leases.keys() {
            self.0.forget_since(volume);
        }
        leases.clear();
    }
}

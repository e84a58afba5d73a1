//! Taking over a VM that an earlier agent started. Goes by `launched.json` alone.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use model::{InstanceId, NetworkInterfaceId, VolumeId};
use tokio::time::{Instant, sleep};

use super::{
    Qemu,
    running::{Handle, QemuVm},
    stream,
};
use crate::{
    qemu::{
        process::{self, Process},
        qmp::{Cont, Event, Monitor, QmpError, QueryStatus, RunState},
    },
    vm::{
        folder::{InstanceFolder, read_json},
        hardware::Hardware,
        hypervisor::Started,
        launched::{Launched, LaunchedNic, machine_boot},
        lifecycle::Found,
    },
};

/// How long a QEMU is waited for that lives and doesn't answer: it may swap, or have just been executed.
const ANSWER_DEADLINE: Duration = Duration::from_secs(60);

impl Qemu {
    pub(super) async fn adopt(self, instance: InstanceId) -> (Found, Option<Started>) {
        let folder = self.folder(&instance);
        let launched = match Launched::read(&folder) {
            Ok(Some(launched)) => launched,
            Ok(None) => return (Found::Nothing, None),
            Err(error) => {
                // Without it there is no telling what the process has open; a QEMU that still runs holds its locks, so
                // a start would be refused by them and nothing is lost.
                tracing::error!(%instance, "can't take it over: {error}");
                return (Found::Dead, None);
            }
        };
        match process::find(&folder.file("pid"), &launched.argv, &self.inner.host_dir) {
            Ok(Some(process)) => match self.take_over(&instance, &folder, &launched, &process).await {
                Ok(found) => return found,
                Err(error) => {
                    tracing::error!(%instance, "its QEMU can't be taken over and is ended: {error}");
                    process.kill();
                    process.ended().await;
                }
            },
            Ok(None) => {}
            Err(error) => tracing::error!(%instance, "can't look for its QEMU: {error}"),
        }
        self.clear_up(&instance);
        // What ran when the machine went down is to run again; what ended while the machine was up has crashed.
        let found = if launched.machine_boot == machine_boot() { Found::Dead } else { Found::Nothing };
        (found, None)
    }

    async fn take_over(
        &self,
        instance: &InstanceId,
        folder: &InstanceFolder,
        launched: &Launched,
        process: &Process,
    ) -> Result<(Found, Option<Started>), QmpError> {
        let (monitor, events) = connect(folder, launched, process).await?;
        let mut leases = BTreeMap::new();
        for volume in launched.disks.keys() {
            leases.insert(volume.clone(), self.inner.disks.lease_running(volume, instance).await);
        }
        self.inner.network.has_joined(instance);
        let state = monitor.execute(QueryStatus {}).await?.status;
        let found = match state {
            RunState::Prelaunch => Found::Halfway,
            RunState::Shutdown => Found::Off,
            RunState::Paused => {
                // Between a reset and going on.
                monitor.execute(Cont {}).await?;
                Found::Running
            }
            RunState::Running | RunState::IoError | RunState::GuestPanicked | RunState::Other => Found::Running,
            RunState::InternalError => return Err(QmpError::Disconnected),
        };
        let (vm, events) = QemuVm::new(self.clone(), instance.clone(), monitor, events, process.clone(), leases);
        if state == RunState::IoError {
            vm.watch_for_room();
        }
        vm.freezer.thaw_what_is_left();
        let disks: BTreeMap<VolumeId, u64> =
            launched.disks.iter().map(|(volume, disk)| (volume.clone(), disk.generation)).collect();
        let disks = vm.settle_disks(disks).await?;
        tokio::spawn(stream::keep_all(Arc::downgrade(&vm)));
        let nics = vm.settle_nics(launched).await?;
        tracing::info!(%instance, ?state, "taken over");
        Ok((found, Some(Started { vm: Arc::new(Handle(vm)), events, disks, nics })))
    }
}

/// Connects to the monitor of a QEMU that lives.
async fn connect(
    folder: &InstanceFolder,
    launched: &Launched,
    process: &Process,
) -> Result<(Monitor, tokio::sync::mpsc::UnboundedReceiver<Event>), QmpError> {
    let (socket, deadline) = (folder.file(&launched.monitor), Instant::now() + ANSWER_DEADLINE);
    loop {
        let attempt = Monitor::connect(&socket, ANSWER_DEADLINE);
        let error = tokio::select! {
            _ = process.ended() => return Err(QmpError::Disconnected),
            connected = attempt => match connected {
                Ok(connected) => return Ok(connected),
                Err(error) => error,
            },
        };
        if Instant::now() > deadline {
            return Err(error);
        }
        sleep(Duration::from_millis(100)).await;
    }
}

impl QemuVm {
    /// Sees which of the disks on record the VM really has, and ends copies that an earlier agent began.
    async fn settle_disks(&self, disks: BTreeMap<VolumeId, u64>) -> Result<BTreeMap<VolumeId, u64>, QmpError> {
        let mut there = BTreeMap::new();
        for (volume, generation) in disks {
            self.remove_copy(&volume).await?;
            if self.has_disk(&volume).await? {
                there.insert(volume, generation);
            } else {
                // An attach or detach that was interrupted: what is left of it goes, and it begins anew.
                self.forget_disk(&volume).await?;
            }
        }
        Ok(there)
    }

    /// The same for its network interfaces.
    async fn settle_nics(&self, launched: &Launched) -> Result<BTreeMap<NetworkInterfaceId, u64>, QmpError> {
        let mut nics = launched.nics.clone();
        if nics.is_empty() {
            // It was started before they were on record: what it was started with it has.
            let hardware: Option<Hardware> = read_json(&self.folder().file("hardware.json")).ok().flatten();
            let of_old = hardware.into_iter().flat_map(|hardware| hardware.nics);
            nics = of_old.map(|nic| (nic.interface, LaunchedNic { slot: nic.slot, generation: 0 })).collect();
        }
        let mut there = BTreeMap::new();
        for (interface, nic) in nics {
            if self.has_nic(nic.slot).await? {
                there.insert(interface, nic.generation);
            } else {
                self.forget_nic(&interface, nic.slot).await?;
            }
        }
        Ok(there)
    }
}

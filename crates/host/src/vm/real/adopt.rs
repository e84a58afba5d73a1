//! Taking over a VM that an earlier agent started. Goes by `launched.json` alone.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use model::{InstanceId, VolumeId};
use tokio::time::{Instant, sleep};

use super::{
    Qemu,
    running::{Handle, QemuVm},
};
use crate::{
    qemu::{
        process::{self, Process},
        qmp::{Cont, Event, Monitor, QmpError, QueryStatus, RunState},
    },
    vm::{
        folder::InstanceFolder,
        hypervisor::Started,
        launched::{Launched, machine_boot},
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
        let disks: BTreeMap<VolumeId, u64> =
            launched.disks.iter().map(|(volume, disk)| (volume.clone(), disk.generation)).collect();
        let disks = vm.settle_disks(disks).await?;
        tracing::info!(%instance, ?state, "taken over");
        Ok((found, Some(Started { vm: Arc::new(Handle(vm)), events, disks })))
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
}

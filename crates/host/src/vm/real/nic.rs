//! Network interfaces of a running VM that come and go.
//!
//! ```text
//!   plug     place ▶ tap, configured and up ▶ descriptor to QEMU ▶ netdev ▶ device     undone from the back
//!   unplug   device_del ▶ DEVICE_DELETED ▶ netdev (and with it the tap)
//!            force, and the guest holds on: the netdev goes all the same, and leaves a device with its cable pulled
//! ```

use std::time::Duration;

use model::NetworkInterfaceId;
use serde_json::json;
use tokio::time::timeout;

use super::running::QemuVm;
use crate::{
    qemu::{
        argv::nic_port,
        qmp::{CloseFd, DeviceAdd, GetFd, NetdevAdd, NetdevDel, QmpError, QomList},
    },
    vm::{
        folder::{read_json, write_json},
        hardware::{Hardware, NicRecord, free_nic_slot},
        launched::{Launched, LaunchedNic},
        plan::PlanError,
    },
};

/// How long a guest may take to let go of an interface before that is said. Asked again later, it may take as long again.
const UNPLUG_DEADLINE: Duration = Duration::from_secs(15);
/// The same where force is allowed.
const FORCE_DEADLINE: Duration = Duration::from_secs(5);

/// Why an interface could not be plugged or unplugged.
#[derive(Debug, thiserror::Error)]
pub(super) enum NicError {
    #[error(transparent)]
    Qmp(#[from] QmpError),
    #[error(transparent)]
    Place(#[from] PlanError),
    #[error("the network: {0}")]
    Network(String),
    #[error("the guest still holds the interface; it is asked again")]
    Held,
    #[error("the guest still holds the device of an earlier attachment; reboot it")]
    HeldFromBefore,
    #[error("noting it: {0}")]
    Note(std::io::Error),
}

impl QemuVm {
    pub(super) async fn plug_nic(
        &self,
        interface: &NetworkInterfaceId,
        mac: &str,
        generation: u64,
    ) -> Result<(), NicError> {
        let slot = self.place_nic(interface, mac)?;
        let tap = self.qemu.inner.network.open(interface).await.map_err(NicError::Network)?;
        // On record first: an agent that comes back knows what it may find.
        self.note_nic(interface, Some(LaunchedNic { slot, generation }))?;
        let plugged = async {
            self.monitor.execute_with(GetFd { name: tap_name(slot) }, tap).await?;
            let added =
                self.monitor.execute(NetdevAdd(json!({ "type": "tap", "id": netdev(slot), "fd": tap_name(slot) })));
            if let Err(error) = added.await {
                // A netdev that was made has taken it.
                let _ = self.monitor.execute(CloseFd { name: tap_name(slot) }).await;
                return Err(error);
            }
            let device = json!({
                "driver": "virtio-net-pci", "id": device(slot), "bus": nic_port(slot), "netdev": netdev(slot),
                "mac": mac, "romfile": "",
            });
            self.monitor.execute(DeviceAdd(device)).await.map(drop)
        };
        if let Err(error) = plugged.await {
            self.remove_netdev(slot).await?;
            self.note_nic(interface, None)?;
            return Err(match error {
                QmpError::Refused { description, .. } if description.contains("Duplicate") => NicError::HeldFromBefore,
                error => error.into(),
            });
        }
        Ok(())
    }

    pub(super) async fn unplug_nic(&self, interface: &NetworkInterfaceId, force: bool) -> Result<(), NicError> {
        let Some(slot) = self.nic_slot(interface)? else { return Ok(()) };
        let deadline = if force { FORCE_DEADLINE } else { UNPLUG_DEADLINE };
        match timeout(deadline, self.unplug_device(&device(slot))).await {
            Ok(result) => result?,
            Err(_) if force => {
                tracing::warn!(instance = %self.instance, %interface, "taken from a guest that holds on to it");
            }
            Err(_) => return Err(NicError::Held),
        }
        self.remove_netdev(slot).await?;
        self.forget_place(interface)?;
        self.note_nic(interface, None)
    }

    /// Whether an interface is whole: its device is there.
    pub(super) async fn has_nic(&self, slot: u8) -> Result<bool, QmpError> {
        let devices = self.monitor.execute(QomList { path: "/machine/peripheral".to_owned() }).await?;
        Ok(devices.iter().any(|known| known.name == device(slot)))
    }

    /// Removes what is left of an interface that isn't whole.
    pub(super) async fn forget_nic(&self, interface: &NetworkInterfaceId, slot: u8) -> Result<(), QmpError> {
        self.remove_netdev(slot).await?;
        if let Err(error) = self.note_nic(interface, None) {
            tracing::warn!(instance = %self.instance, %interface, "{error}");
        }
        Ok(())
    }

    async fn remove_netdev(&self, slot: u8) -> Result<(), QmpError> {
        match self.monitor.execute(NetdevDel { id: netdev(slot) }).await {
            Err(error) if !error.is_not_found() => Err(error),
            _ => Ok(()),
        }
    }

    /// The place of an interface on the board, which it keeps over stops and starts.
    fn place_nic(&self, interface: &NetworkInterfaceId, mac: &str) -> Result<u8, NicError> {
        let Some(mut hardware) = self.hardware()? else { return Err(PlanError::TooManyInterfaces.into()) };
        if let Some(known) = hardware.nics.iter().find(|nic| nic.interface == *interface) {
            return Ok(known.slot);
        }
        let slot = free_nic_slot(&hardware.nics)?;
        hardware.nics.push(NicRecord { interface: interface.clone(), slot, mac: mac.to_owned() });
        write_json(&self.folder().file("hardware.json"), &hardware).map_err(NicError::Note)?;
        Ok(slot)
    }

    fn forget_place(&self, interface: &NetworkInterfaceId) -> Result<(), NicError> {
        let Some(mut hardware) = self.hardware()? else { return Ok(()) };
        hardware.nics.retain(|nic| nic.interface != *interface);
        write_json(&self.folder().file("hardware.json"), &hardware).map_err(NicError::Note)
    }

    fn nic_slot(&self, interface: &NetworkInterfaceId) -> Result<Option<u8>, NicError> {
        let hardware = self.hardware()?;
        let nic = hardware.and_then(|hardware| hardware.nics.into_iter().find(|nic| nic.interface == *interface));
        Ok(nic.map(|nic| nic.slot))
    }

    fn hardware(&self) -> Result<Option<Hardware>, NicError> {
        read_json(&self.folder().file("hardware.json")).map_err(NicError::Note)
    }

    fn note_nic(&self, interface: &NetworkInterfaceId, nic: Option<LaunchedNic>) -> Result<(), NicError> {
        let note = |known: &mut Launched| {
            known.nics.remove(interface);
            known.nics.extend(nic.map(|nic| (interface.clone(), nic)));
        };
        self.note_launched(note).map_err(NicError::Note)
    }
}

/// The names that `argv` gives.
fn netdev(slot: u8) -> String {
    format!("net{slot}")
}

fn device(slot: u8) -> String {
    format!("nic{slot}")
}

/// What QEMU calls a descriptor between being handed it and using it.
fn tap_name(slot: u8) -> String {
    format!("tap{slot}")
}

//! Disks of a running VM that come and go, grow, and get other limits.
//!
//! ```text
//!   plug     lease ▶ throttle group ▶ nodes ▶ device             undone from the back when one is refused
//!   unplug   device_del ▶ DEVICE_DELETED ▶ nodes ▶ group ▶ lease
//!            force, and the guest holds on: the device gets a medium that only fails, and the volume is free
//! ```
//! A slot whose last device the guest holds on to is occupied until the guest restarts. A disk that should go there is
//! plugged into another one meanwhile: guests know disks by their serial numbers.

use std::time::Duration;

use hostlink::{DiskSpec, VolumeSpec};
use model::VolumeId;
use serde_json::{Value, json};
use tokio::time::{Instant, sleep, timeout};

use super::{copy::follow_from_origin, running::QemuVm, stream::keep_what_is_read};
use crate::{
    disk::DiskError,
    qemu::{
        block::{self, DiskParts, Names},
        machine::{DISK_SLOTS, Limits},
        qmp::{
            BlockNode, BlockResize, BlockdevAdd, BlockdevDel, DeviceAdd, DeviceDel, Event, ObjectAdd, ObjectDel,
            QmpError, QomSet, QueryBlock,
        },
    },
    vm::{
        launched::{Launched, LaunchedDisk},
        plan::{VolumeFiles, plan_disk},
    },
};

/// How long a guest may take to let go of a disk before that is said. Asked again later, it may take as long again.
const UNPLUG_DEADLINE: Duration = Duration::from_secs(15);
/// The same where force is allowed.
const FORCE_DEADLINE: Duration = Duration::from_secs(5);
/// How long nodes may be in use after their device is gone.
const RELEASE_DEADLINE: Duration = Duration::from_secs(5);

/// Why a disk could not be plugged, unplugged or changed.
#[derive(Debug, thiserror::Error)]
pub(super) enum PlugError {
    #[error(transparent)]
    Disk(#[from] DiskError),
    #[error(transparent)]
    Qmp(#[from] QmpError),
    #[error("slot {0} does not exist: an instance has {DISK_SLOTS} disks here at most")]
    NoSlot(u8),
    #[error("the guest still holds the disk; it is asked again")]
    Held,
    #[error("the guest still holds the device of the last attachment; reboot it")]
    HeldFromBefore,
    #[error("a disk can't shrink: it has {now} bytes and would have {wanted}")]
    Shrinks { now: u64, wanted: u64 },
    #[error("noting it: {0}")]
    Note(std::io::Error),
}

impl QemuVm {
    pub(super) async fn plug(&self, disk: &DiskSpec, spec: &VolumeSpec) -> Result<(), PlugError> {
        if disk.slot >= DISK_SLOTS {
            return Err(PlugError::NoSlot(disk.slot));
        }
        let (lease, files) = self.qemu.inner.disks.lease(&disk.volume, spec, &self.instance).await?;
        let parts = DiskParts::of(&plan_disk(&disk.volume, disk.slot, &files), false);
        let names = Names::of(&disk.volume);
        // On record first: an agent that comes back knows what it may find.
        let launched = LaunchedDisk { slot: disk.slot, generation: disk.generation, names: names.clone() };
        self.note(|known| drop(known.disks.insert(disk.volume.clone(), launched)))?;
        let secret = files.secret.as_ref().map(|secret| block::told_secret(&disk.volume, secret));
        let plugged = async {
            self.plug_parts(secret, &parts).await?;
            follow_from_origin(&self.monitor, &self.qemu.inner.disks, &disk.volume).await?;
            // Before the guest reads: where the vault hangs, what it reads would hold this up.
            keep_what_is_read(&self.monitor, &self.qemu.inner.disks, &disk.volume).await?;
            self.plug_device(disk, &files).await
        };
        if let Err(error) = plugged.await {
            let left = self.take_apart(&disk.volume, &names).await;
            if left.is_ok() {
                self.note(|known| drop(known.disks.remove(&disk.volume)))?;
            } else {
                // QEMU may still have the file open: nobody else may have it.
                self.leases().insert(disk.volume.clone(), lease);
            }
            return Err(match error {
                QmpError::Refused { description, .. } if description.contains("Duplicate device ID") => {
                    PlugError::HeldFromBefore
                }
                error => error.into(),
            });
        }
        self.leases().insert(disk.volume.clone(), lease);
        self.stream_later(disk.volume.clone());
        Ok(())
    }

    /// Removes whatever is there of a disk that has no device, and of what is done to it.
    async fn take_apart(&self, volume: &VolumeId, names: &Names) -> Result<(), QmpError> {
        let _still = self.hold_still(volume).await?;
        self.remove_parts(names).await
    }

    /// Plugs the device of a disk whose nodes are there: into its slot, or another one if that is occupied.
    async fn plug_device(&self, disk: &DiskSpec, files: &VolumeFiles) -> Result<(), QmpError> {
        let mut others = (0..DISK_SLOTS).rev().filter(|slot| *slot != disk.slot);
        let mut slot = disk.slot;
        loop {
            let device = DiskParts::of(&plan_disk(&disk.volume, slot, files), false).device;
            match self.monitor.execute(DeviceAdd(device)).await {
                Err(QmpError::Refused { description, .. }) if description.contains("already occupied") => {
                    let Some(next) = others.next() else {
                        return Err(QmpError::Refused {
                            command: "device_add",
                            class: "GenericError".to_owned(),
                            description: "all slots for disks are occupied; reboot the guest".to_owned(),
                        });
                    };
                    slot = next;
                }
                Err(error) => return Err(error),
                Ok(_) => break,
            }
        }
        if slot != disk.slot {
            tracing::warn!(instance = %self.instance, volume = %disk.volume, slot, "its slot is occupied: plugged into another");
        }
        Ok(())
    }

    async fn plug_parts(&self, secret: Option<Value>, parts: &DiskParts) -> Result<(), QmpError> {
        if let Some(secret) = secret {
            self.monitor.execute(ObjectAdd(secret)).await?;
        }
        self.monitor.execute(ObjectAdd(parts.group.clone())).await?;
        for node in &parts.nodes {
            self.monitor.execute(BlockdevAdd(node.clone())).await?;
        }
        Ok(())
    }

    pub(super) async fn unplug(&self, volume: &VolumeId, force: bool) -> Result<(), PlugError> {
        let names = Names::of(volume);
        let _still = self.hold_still(volume).await?;
        let deadline = if force { FORCE_DEADLINE } else { UNPLUG_DEADLINE };
        match timeout(deadline, self.unplug_device(&names.device)).await {
            Ok(result) => result?,
            Err(_) if force => self.pull_medium(volume, &names).await?,
            Err(_) => return Err(PlugError::Held),
        }
        self.remove_parts(&names).await?;
        self.note(|known| drop(known.disks.remove(volume)))?;
        self.streams.remove(volume);
        self.forget_since(volume);
        self.leases().remove(volume);
        Ok(())
    }

    /// Asks the guest to let go of a device, and waits until it has.
    pub(super) async fn unplug_device(&self, device: &str) -> Result<(), QmpError> {
        let mut said = self.said.subscribe();
        match self.monitor.execute(DeviceDel { id: device.to_owned() }).await {
            Ok(_) => {}
            // It is gone already.
            Err(error) if error.is_not_found() => return Ok(()),
            // Asked before, and under way.
            Err(QmpError::Refused { description, .. }) if description.contains("in the process of unplug") => {}
            Err(error) => return Err(error),
        }
        loop {
            match said.recv().await {
                Ok(Event::DeviceDeleted { device: Some(gone) }) if gone == device => return Ok(()),
                Ok(_) => {}
                // More was said than we could hear: whether it is still there can be asked.
                Err(tokio::sync::broadcast::error::RecvError::Lagged(_)) => {
                    if let Err(error) = self.monitor.execute(DeviceDel { id: device.to_owned() }).await
                        && error.is_not_found()
                    {
                        return Ok(());
                    }
                }
                Err(tokio::sync::broadcast::error::RecvError::Closed) => return Err(QmpError::Disconnected),
            }
        }
    }

    /// Takes a volume from under a device that the guest holds on to: every access fails from now on. The device itself
    /// goes when the guest lets go of it or restarts.
    ///
    /// What takes its place has no size: an access beyond the end is the guest's own mistake and told to it, while an error
    /// of the medium would halt it (`rerror`, `werror`).
    async fn pull_medium(&self, volume: &VolumeId, names: &Names) -> Result<(), QmpError> {
        let nothing = format!("n-{}", volume.digits());
        // It may have been done before, where what is below was still needed for a snapshot.
        if self.medium(&nothing).await?.is_some() {
            return Ok(());
        }
        tracing::warn!(instance = %self.instance, %volume, "taken from a guest that holds on to it");
        self.remove_node(&nothing).await?;
        let medium = json!({ "driver": "null-co", "node-name": nothing, "size": 0, "read-zeroes": true });
        self.monitor.execute(BlockdevAdd(medium)).await?;
        let path = format!("/machine/peripheral/{}", names.device);
        self.monitor.execute(QomSet { path, property: "drive", value: json!(nothing) }).await.map(drop)
    }

    /// Whether a disk is whole: its device is there and has the volume.
    pub(super) async fn has_disk(&self, volume: &VolumeId) -> Result<bool, QmpError> {
        let names = Names::of(volume);
        Ok(self.medium(&names.throttle).await?.is_some())
    }

    /// Removes what is left of a disk that isn't whole.
    pub(super) async fn forget_disk(&self, volume: &VolumeId) -> Result<(), QmpError> {
        self.take_apart(volume, &Names::of(volume)).await?;
        if let Err(error) = self.note(|known| drop(known.disks.remove(volume))) {
            tracing::warn!(instance = %self.instance, %volume, "{error}");
        }
        self.streams.remove(volume);
        self.leases().remove(volume);
        Ok(())
    }

    /// Removes whatever is there of a disk but its device.
    pub(super) async fn remove_parts(&self, names: &Names) -> Result<(), QmpError> {
        let deadline = Instant::now() + RELEASE_DEADLINE;
        for node in [&names.throttle, &names.image, &names.base] {
            loop {
                match self.monitor.execute(BlockdevDel { node: node.clone() }).await {
                    Ok(_) => break,
                    Err(error) if error.is_not_found() => break,
                    // A device lets go of its node a moment after it has gone.
                    Err(QmpError::Refused { description, .. })
                        if description.contains("in use") && Instant::now() < deadline =>
                    {
                        sleep(Duration::from_millis(50)).await;
                    }
                    Err(error) => return Err(error),
                }
            }
        }
        for object in [names.group.clone(), block::secret_beside(names)] {
            match self.monitor.execute(ObjectDel { id: object }).await {
                Err(error) if !error.is_not_found() => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }

    /// Grows a disk and sets its limits.
    pub(super) async fn adjust(&self, volume: &VolumeId, spec: &VolumeSpec) -> Result<(), PlugError> {
        let names = Names::of(volume);
        let sizes = self.sizes.lock().await;
        let (now, wanted) = (self.size_bytes(&names.throttle).await?, u64::from(spec.size_gib) << 30);
        if wanted < now {
            // QEMU would obey, and destroy what lies beyond.
            return Err(PlugError::Shrinks { now, wanted });
        }
        if wanted > now {
            let _still = self.hold_still(volume).await?;
            self.monitor.execute(BlockResize { node: names.throttle.clone(), size: wanted }).await?;
        }
        // Also where it has that size: an agent may have ended before it could note it.
        self.qemu.inner.disks.note_growth(volume, spec.size_gib)?;
        drop(sizes);
        let limits = block::limits(Limits { iops: spec.iops, throughput_mib: spec.throughput_mib });
        let path = format!("/objects/{}", names.group);
        self.monitor.execute(QomSet { path, property: "limits", value: limits }).await?;
        Ok(())
    }

    /// The size of a disk, by the uppermost of its nodes.
    async fn size_bytes(&self, node: &str) -> Result<u64, QmpError> {
        let found = self.medium(node).await?;
        found.map(|node| node.image.virtual_size).ok_or_else(|| QmpError::Refused {
            command: "query-block",
            class: "DeviceNotFound".to_owned(),
            description: format!("no device has {node}: not found"),
        })
    }

    /// A node, if a device has it.
    pub(super) async fn medium(&self, node: &str) -> Result<Option<BlockNode>, QmpError> {
        let devices = self.monitor.execute(QueryBlock {}).await?;
        let nodes = devices.into_iter().filter_map(|device| device.inserted);
        Ok(nodes.into_iter().find(|known| known.name.as_deref() == Some(node)))
    }

    /// Changes what is on record of this VM.
    fn note(&self, change: impl FnOnce(&mut Launched)) -> Result<(), PlugError> {
        self.note_launched(change).map_err(PlugError::Note)
    }

    /// The same, for other kinds of devices.
    pub(super) fn note_launched(&self, change: impl FnOnce(&mut Launched)) -> std::io::Result<()> {
        let _one_at_a_time = self.noting.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let folder = self.folder();
        if let Some(mut launched) = Launched::read(&folder)? {
            change(&mut launched);
            launched.write(&folder)?;
        }
        Ok(())
    }
}

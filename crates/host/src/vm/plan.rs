//! From what is wanted to a machine, as data. Nothing is made here, nothing is asked of the machine.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use hostlink::{Architecture, InstanceSpec};
use model::{InstanceId, VolumeId};
use serde::{Deserialize, Serialize};

use super::hardware::{FirmwareKind, Hardware};
use crate::qemu::{
    argv::program,
    machine::{Accelerator, Base, DISK_SLOTS, Disk, Firmware, Limits, Machine, Nic},
    secret::Secret,
};

/// What is known of the machine that QEMU runs on; found out by `probe`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// The architecture whose guests KVM runs, if it truly works.
    pub kvm: Option<KvmGuests>,
    /// The machine types that each QEMU program knows.
    pub machine_types: BTreeMap<String, Vec<String>>,
    pub uefi_x86: Option<Uefi>,
    pub uefi_arm64: Option<Uefi>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KvmGuests {
    /// x86_64 and i386.
    X86,
    Arm64,
}

/// Where the files of a UEFI firmware lie.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Uefi {
    pub code: PathBuf,
    /// What each machine's own variables begin as.
    pub variables: PathBuf,
}

/// Why there can't be such a machine here.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    #[error("{0} is not installed, so no instance of this architecture can run")]
    NoQemu(&'static str),
    #[error("{program} has none of the machine types {wanted:?}; version 8.2 or later is needed")]
    NoMachineType { program: &'static str, wanted: &'static [&'static str] },
    #[error("there is no UEFI firmware for {}; install ovmf or qemu-efi-aarch64", .0.as_str())]
    NoUefi(Architecture),
    #[error("an instance has at most {slots} disks here", slots = DISK_SLOTS)]
    TooManyDisks,
    #[error("an instance has at most {slots} network interfaces here", slots = crate::qemu::machine::NIC_SLOTS)]
    TooManyInterfaces,
    #[error("two disks have slot {0}")]
    SlotTaken(u8),
}

/// Machine types in order of preference: the one that was tried, then older ones of older QEMUs.
const X86_MACHINE_TYPES: &[&str] = &["pc-q35-10.0", "pc-q35-9.2", "pc-q35-9.1", "pc-q35-9.0", "pc-q35-8.2"];
const ARM_MACHINE_TYPES: &[&str] = &["virt-10.0", "virt-9.2", "virt-9.1", "virt-9.0", "virt-8.2"];

impl Facts {
    pub fn uefi_for(&self, guest: Architecture) -> Option<&Uefi> {
        match guest {
            Architecture::X86_64 => self.uefi_x86.as_ref(),
            // A 32-bit system needs a 32-bit firmware, which nobody packages.
            Architecture::I386 => None,
            Architecture::Arm64 => self.uefi_arm64.as_ref(),
        }
    }

    pub fn accelerator_for(&self, guest: Architecture) -> Accelerator {
        match (self.kvm, guest) {
            (Some(KvmGuests::X86), Architecture::X86_64 | Architecture::I386)
            | (Some(KvmGuests::Arm64), Architecture::Arm64) => Accelerator::Kvm,
            _ => Accelerator::Tcg,
        }
    }

    pub fn machine_type_for(&self, guest: Architecture) -> Result<String, PlanError> {
        let program = program(guest);
        let known = self.machine_types.get(program).ok_or(PlanError::NoQemu(program))?;
        let wanted = match guest {
            Architecture::X86_64 | Architecture::I386 => X86_MACHINE_TYPES,
            Architecture::Arm64 => ARM_MACHINE_TYPES,
        };
        let found = wanted.iter().find(|wanted| known.iter().any(|known| known == *wanted));
        found.map(|found| (*found).to_owned()).ok_or(PlanError::NoMachineType { program, wanted })
    }
}

/// The files of a volume, relative to the host's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VolumeFiles {
    pub file: String,
    pub base: Option<Base>,
    pub limits: Limits,
    /// What opens the file, if it is encrypted.
    pub secret: Option<Secret>,
}

/// What there is to do for a start, beside disks and network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaunchPlan {
    pub machine: Machine,
    /// What `nvram.fd` is copied from, unless it is there.
    pub variables_from: Option<PathBuf>,
}

/// Plans a start. `folder`: the instance's, relative to the host's. `volumes` has all wanted disks of the spec.
///
/// # Panics
/// When a volume is missing, which is a fault of the caller.
pub fn plan(
    instance: &InstanceId,
    spec: &InstanceSpec,
    hardware: &Hardware,
    facts: &Facts,
    folder: &str,
    volumes: &BTreeMap<VolumeId, VolumeFiles>,
) -> Result<LaunchPlan, PlanError> {
    let mut disks: Vec<Disk> = Vec::new();
    for disk in spec.disks.iter().filter(|disk| disk.wanted) {
        if disk.slot >= DISK_SLOTS {
            return Err(PlanError::TooManyDisks);
        }
        if disks.iter().any(|other| other.slot == disk.slot) {
            return Err(PlanError::SlotTaken(disk.slot));
        }
        disks.push(plan_disk(&disk.volume, disk.slot, &volumes[&disk.volume]));
    }
    disks.sort_by_key(|disk| disk.slot);
    let (firmware, variables_from) = match hardware.firmware {
        FirmwareKind::Bios => (Firmware::Bios, None),
        FirmwareKind::Uefi => {
            let uefi = facts.uefi_for(hardware.architecture).ok_or(PlanError::NoUefi(hardware.architecture))?;
            let variables = Path::new(folder).join("nvram.fd").to_string_lossy().into_owned();
            (Firmware::Uefi { code: uefi.code.clone(), variables }, Some(uefi.variables.clone()))
        }
    };
    let nics =
        hardware.nics.iter().map(|nic| Nic { interface: nic.interface.clone(), slot: nic.slot, mac: nic.mac.clone() });
    let machine = Machine {
        instance: instance.clone(),
        architecture: hardware.architecture,
        accelerator: hardware.accelerator,
        machine_type: hardware.machine_type.clone(),
        cpu: hardware.cpu.clone(),
        vcpus: hardware.vcpus,
        memory_mib: hardware.memory_mib,
        firmware,
        uuid: hardware.uuid.clone(),
        generation_id: hardware.generation_id.clone(),
        instance_type: hardware.instance_type.clone(),
        disks,
        nics: nics.collect(),
        folder: folder.to_owned(),
    };
    Ok(LaunchPlan { machine, variables_from })
}

/// A disk of a machine, at its start or plugged later.
pub fn plan_disk(volume: &VolumeId, slot: u8, files: &VolumeFiles) -> Disk {
    Disk {
        volume: volume.clone(),
        slot,
        file: files.file.clone(),
        base: files.base.clone(),
        encrypted: files.secret.is_some(),
        limits: files.limits,
    }
}

#[cfg(test)]
mod tests;

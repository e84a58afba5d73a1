//! What a guest sees of its board: fixed at the first start, and changed only where the user changes it.
//!
//! A guest has named its interfaces and disks by their places, its cloud-init knows the machine by its UUID, and Windows
//! counts changes of hardware. So machine type, processor, places, addresses and identity are on record, and a newer
//! Fogbank or QEMU starts an old instance on its old board. Another instance type is another machine: then type and
//! processor are chosen anew, and identity and places stay.

use hostlink::{Architecture, BootMode, InstanceSpec};
use model::{InstanceId, NetworkInterfaceId};
use serde::{Deserialize, Serialize};

use super::plan::{Facts, PlanError};
use crate::qemu::machine::{Accelerator, NIC_SLOTS};

/// The board of one instance, as `hardware.json` keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hardware {
    pub format: u32,
    pub instance_type: String,
    pub architecture: Architecture,
    pub accelerator: Accelerator,
    pub machine_type: String,
    pub cpu: String,
    pub vcpus: u32,
    pub memory_mib: u64,
    pub firmware: FirmwareKind,
    pub uuid: String,
    pub generation_id: String,
    pub nics: Vec<NicRecord>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FirmwareKind {
    Bios,
    Uefi,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NicRecord {
    pub interface: NetworkInterfaceId,
    pub slot: u8,
    pub mac: String,
}

const FORMAT: u32 = 1;

impl Hardware {
    /// The board for the next start. `recorded`: the one of the last start. `interfaces`: ids and hardware addresses in
    /// order of device index.
    pub fn decide(
        recorded: Option<&Self>,
        instance: &InstanceId,
        spec: &InstanceSpec,
        interfaces: &[(NetworkInterfaceId, String)],
        facts: &Facts,
    ) -> Result<Self, PlanError> {
        let accelerator = facts.accelerator_for(spec.architecture);
        let nics = place_nics(recorded.map_or(&[], |record| &record.nics), interfaces)?;
        let same_type = |record: &&Self| {
            record.instance_type == spec.metadata.instance_type
                && record.architecture == spec.architecture
                // A processor of the machine's own can't be had where its accelerator can't.
                && record.accelerator == accelerator
        };
        if let Some(record) = recorded.filter(same_type) {
            return Ok(Self { nics, ..record.clone() });
        }
        Ok(Self {
            format: FORMAT,
            instance_type: spec.metadata.instance_type.clone(),
            architecture: spec.architecture,
            accelerator,
            machine_type: facts.machine_type_for(spec.architecture)?,
            cpu: cpu(spec.architecture, accelerator).to_owned(),
            vcpus: spec.vcpus,
            memory_mib: spec.memory_mib,
            firmware: match recorded {
                Some(record) => record.firmware,
                None => firmware(spec, facts)?,
            },
            uuid: recorded.map_or_else(|| uuid(instance), |record| record.uuid.clone()),
            generation_id: recorded.map_or_else(|| generation_id(instance), |record| record.generation_id.clone()),
            nics,
        })
    }
}

/// A processor by name, so that a guest finds the same one after an upgrade of QEMU.
fn cpu(architecture: Architecture, accelerator: Accelerator) -> &'static str {
    match (architecture, accelerator) {
        // The machine's own: guests are bound to this machine anyway, and nothing is faster.
        (_, Accelerator::Kvm) => "host",
        // The newest level (x86-64-v3) that current distributions ask for, less what the translator doesn't have.
        (Architecture::X86_64 | Architecture::I386, Accelerator::Tcg) => {
            "Haswell-v2,pcid=off,tsc-deadline=off,invpcid=off"
        }
        // The processor of Graviton2.
        (Architecture::Arm64, Accelerator::Tcg) => "neoverse-n1",
    }
}

fn firmware(spec: &InstanceSpec, facts: &Facts) -> Result<FirmwareKind, PlanError> {
    let uefi = facts.uefi_for(spec.architecture).is_some();
    match (spec.architecture, spec.boot_mode) {
        // There is no other firmware for it.
        (Architecture::Arm64, _) if uefi => Ok(FirmwareKind::Uefi),
        (Architecture::X86_64 | Architecture::I386, BootMode::LegacyBios) => Ok(FirmwareKind::Bios),
        (_, BootMode::Uefi | BootMode::UefiPreferred) if uefi => Ok(FirmwareKind::Uefi),
        (Architecture::X86_64 | Architecture::I386, BootMode::UefiPreferred) => Ok(FirmwareKind::Bios),
        (architecture, _) => Err(PlanError::NoUefi(architecture)),
    }
}

/// Interfaces keep their slots; a new one gets that of its index if it is free, else the first that is.
fn place_nics(
    recorded: &[NicRecord],
    interfaces: &[(NetworkInterfaceId, String)],
) -> Result<Vec<NicRecord>, PlanError> {
    let mut slots: Vec<Option<u8>> = interfaces
        .iter()
        .map(|(interface, _)| recorded.iter().find(|nic| nic.interface == *interface).map(|nic| nic.slot))
        .collect();
    for index in 0..slots.len() {
        if slots[index].is_none() {
            let own = u8::try_from(index).ok().filter(|slot| *slot < NIC_SLOTS);
            let slot = own.into_iter().chain(0..NIC_SLOTS).find(|slot| !slots.contains(&Some(*slot)));
            slots[index] = Some(slot.ok_or(PlanError::TooManyInterfaces)?);
        }
    }
    let placed = interfaces.iter().zip(slots).filter_map(|((interface, mac), slot)| {
        Some(NicRecord { interface: interface.clone(), slot: slot?, mac: mac.clone() })
    });
    Ok(placed.collect())
}

/// The first place that none of these interfaces has.
pub fn free_nic_slot(nics: &[NicRecord]) -> Result<u8, PlanError> {
    let slot = (0..NIC_SLOTS).find(|slot| nics.iter().all(|nic| nic.slot != *slot));
    slot.ok_or(PlanError::TooManyInterfaces)
}

/// The machine's UUID and serial number. It begins with `ec2`, by which stock cloud-init knows EC2.
fn uuid(instance: &InstanceId) -> String {
    let mut uuid = made_of("uuid", instance);
    uuid.replace_range(..3, "ec2");
    uuid
}

/// What tells a guest that it is a copy of another. Instances are never copies of running ones, so it never changes.
fn generation_id(instance: &InstanceId) -> String {
    made_of("generation", instance)
}

/// A UUID (of version 4, as random ones have) that is the same each time for the same instance.
fn made_of(purpose: &str, instance: &InstanceId) -> String {
    let hash = blake3::hash(format!("{purpose} {instance}").as_bytes());
    let hex = hash.to_hex();
    format!("{}-{}-4{}-8{}-{}", &hex[..8], &hex[8..12], &hex[13..16], &hex[17..20], &hex[20..32])
}

//! Specs for tests.

use std::sync::Arc;

use hostlink::{
    Architecture, BootMode, DiskSpec, InstanceSpec, MetadataOptions, MetadataSpec, Power, PowerWanted, VolumeSpec,
    VolumeWanted,
};
use model::{AccountId, ImageId, InstanceId, NetworkInterfaceId, ReservationId, VolumeId};

use super::plan::{Facts, Uefi};

pub(crate) fn instance_id() -> InstanceId {
    InstanceId::trusted("i-0123456789abcdef0")
}

pub(crate) fn interface_id(number: u32) -> NetworkInterfaceId {
    NetworkInterfaceId::trusted(format!("eni-{number:017x}"))
}

pub(crate) fn volume_id(number: u32) -> VolumeId {
    VolumeId::trusted(format!("vol-{number:017x}"))
}

pub(crate) fn metadata() -> MetadataSpec {
    MetadataSpec {
        region: "us-east-1".into(),
        zone: "us-east-1a".into(),
        zone_id: "use1-az1".into(),
        partition: "aws".into(),
        services_domain: "amazonaws.com".into(),
        image_id: ImageId::trusted("ami-0123456789abcdef0"),
        ancestor_image_ids: vec![],
        launch_index: 0,
        instance_type: "t3.micro".into(),
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
    }
}

/// A wanted disk: its volume and its slot.
pub(crate) fn disk(volume: u32, slot: u8) -> DiskSpec {
    DiskSpec {
        volume: volume_id(volume),
        device_name: format!("/dev/sd{}", char::from(b'a' + slot)),
        slot,
        generation: 1,
        wanted: true,
        force: false,
    }
}

/// An instance that is to run, with no disks and no interfaces.
pub(crate) fn spec() -> InstanceSpec {
    InstanceSpec {
        account: AccountId::from_number(1),
        power: Power { generation: 1, wanted: PowerWanted::Running },
        reboot_generation: 0,
        architecture: Architecture::X86_64,
        boot_mode: BootMode::LegacyBios,
        vcpus: 2,
        memory_mib: 1024,
        disks: vec![],
        interfaces: vec![],
        nics: Default::default(),
        metadata: Arc::new(metadata()),
    }
}

pub(crate) fn volume(size_gib: u32) -> VolumeSpec {
    VolumeSpec { size_gib, origin: None, wanted: VolumeWanted::Present, iops: 0, throughput_mib: 0, key: None }
}

/// A machine with everything but KVM.
pub(crate) fn facts() -> Facts {
    let uefi = |name: &str| {
        Some(Uefi {
            code: format!("/usr/share/{name}_CODE.fd").into(),
            variables: format!("/usr/share/{name}_VARS.fd").into(),
        })
    };
    Facts {
        kvm: None,
        machine_types: [
            ("qemu-system-x86_64", vec!["pc-i440fx-10.0", "pc-q35-10.0", "pc-q35-9.2"]),
            ("qemu-system-aarch64", vec!["virt-9.2", "virt-10.0"]),
        ]
        .map(|(program, types)| (program.to_owned(), types.into_iter().map(str::to_owned).collect()))
        .into(),
        uefi_x86: uefi("OVMF"),
        uefi_arm64: uefi("AAVMF"),
    }
}

//! Boards and plans, from specs.

use hostlink::BootMode;
use model::NetworkInterfaceId;

use super::*;
use crate::vm::testing::{disk, facts, instance_id, interface_id, spec, volume_id};

fn interfaces(numbers: &[u32]) -> Vec<(NetworkInterfaceId, String)> {
    numbers.iter().map(|number| (interface_id(*number), format!("06:00:00:00:00:{number:02x}"))).collect()
}

fn decide(
    recorded: Option<&Hardware>,
    spec: &InstanceSpec,
    nics: &[u32],
    facts: &Facts,
) -> Result<Hardware, PlanError> {
    Hardware::decide(recorded, &instance_id(), spec, &interfaces(nics), facts)
}

fn places(hardware: &Hardware) -> Vec<(String, u8)> {
    hardware.nics.iter().map(|nic| (nic.mac.clone(), nic.slot)).collect()
}

#[test]
fn the_first_start_decides_the_board() {
    let board = decide(None, &spec(), &[1], &facts()).unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&board).unwrap(), @r#"
    {
      "format": 1,
      "instance_type": "t3.micro",
      "architecture": "x86_64",
      "accelerator": "tcg",
      "machine_type": "pc-q35-10.0",
      "cpu": "Haswell-v2,pcid=off,tsc-deadline=off,invpcid=off",
      "vcpus": 2,
      "memory_mib": 1024,
      "firmware": "bios",
      "uuid": "ec2bb417-c0b5-4758-883f-9ec26915611b",
      "generation_id": "f647e69c-c585-41fb-86c7-11c6fdcda904",
      "nics": [
        {
          "interface": "eni-00000000000000001",
          "slot": 0,
          "mac": "06:00:00:00:00:01"
        }
      ]
    }
    "#);
}

#[test]
fn the_board_outlives_newer_machines() {
    let board = decide(None, &spec(), &[1], &facts()).unwrap();
    let mut newer = facts();
    newer.machine_types.insert("qemu-system-x86_64".into(), vec!["pc-q35-11.0".into(), "pc-q35-10.0".into()]);
    // A table of instance types that has changed doesn't change a machine that exists.
    let asked = InstanceSpec { memory_mib: 2048, boot_mode: BootMode::Uefi, ..spec() };
    assert_eq!(decide(Some(&board), &asked, &[1], &newer).unwrap(), board);
}

#[test]
fn another_instance_type_is_another_board_with_the_same_identity() {
    let board = decide(None, &spec(), &[1], &facts()).unwrap();
    let mut asked = InstanceSpec { vcpus: 4, memory_mib: 8192, boot_mode: BootMode::Uefi, ..spec() };
    std::sync::Arc::make_mut(&mut asked.metadata).instance_type = "m5.large".into();
    let other = decide(Some(&board), &asked, &[1], &facts()).unwrap();
    assert_eq!((other.vcpus, other.memory_mib, other.instance_type.as_str()), (4, 8192, "m5.large"));
    assert_eq!(
        (&other.uuid, &other.generation_id, other.firmware),
        (&board.uuid, &board.generation_id, board.firmware)
    );
}

#[test]
fn a_board_moves_to_the_accelerator_that_there_is() {
    let board = decide(None, &spec(), &[1], &facts()).unwrap();
    let kvm = Facts { kvm: Some(KvmGuests::X86), ..facts() };
    let other = decide(Some(&board), &spec(), &[1], &kvm).unwrap();
    assert_eq!((other.accelerator, other.cpu.as_str()), (Accelerator::Kvm, "host"));
    let arm = InstanceSpec { architecture: Architecture::Arm64, ..spec() };
    assert_eq!(decide(None, &arm, &[], &kvm).unwrap().accelerator, Accelerator::Tcg);
}

#[test]
fn interfaces_keep_their_places() {
    let board = decide(None, &spec(), &[1, 2, 3], &facts()).unwrap();
    assert_eq!(places(&board).iter().map(|(_, slot)| *slot).collect::<Vec<_>>(), [0, 1, 2]);
    // The second is taken away: the third stays where it is, and a new one takes the free place.
    let fewer = decide(Some(&board), &spec(), &[1, 3], &facts()).unwrap();
    assert_eq!(places(&fewer), [("06:00:00:00:00:01".into(), 0), ("06:00:00:00:00:03".into(), 2)]);
    let again = decide(Some(&fewer), &spec(), &[1, 3, 4], &facts()).unwrap();
    assert_eq!(places(&again)[2], ("06:00:00:00:00:04".into(), 1));
    assert_eq!(decide(None, &spec(), &[1, 2, 3, 4, 5, 6, 7, 8, 9], &facts()), Err(PlanError::TooManyInterfaces));
}

#[test]
fn firmware_follows_image_and_machine() {
    let bare = Facts { uefi_x86: None, uefi_arm64: None, ..facts() };
    for (architecture, boot_mode, facts, expected) in [
        (Architecture::X86_64, BootMode::LegacyBios, facts(), Ok(FirmwareKind::Bios)),
        (Architecture::X86_64, BootMode::Uefi, facts(), Ok(FirmwareKind::Uefi)),
        (Architecture::X86_64, BootMode::UefiPreferred, facts(), Ok(FirmwareKind::Uefi)),
        (Architecture::X86_64, BootMode::UefiPreferred, bare.clone(), Ok(FirmwareKind::Bios)),
        (Architecture::X86_64, BootMode::Uefi, bare.clone(), Err(PlanError::NoUefi(Architecture::X86_64))),
        (Architecture::I386, BootMode::LegacyBios, facts(), Ok(FirmwareKind::Bios)),
        (Architecture::I386, BootMode::UefiPreferred, facts(), Ok(FirmwareKind::Bios)),
        (Architecture::Arm64, BootMode::LegacyBios, facts(), Ok(FirmwareKind::Uefi)),
        (Architecture::Arm64, BootMode::UefiPreferred, bare, Err(PlanError::NoUefi(Architecture::Arm64))),
    ] {
        let asked = InstanceSpec { architecture, boot_mode, ..spec() };
        assert_eq!(
            decide(None, &asked, &[], &facts).map(|board| board.firmware),
            expected,
            "{architecture:?} {boot_mode:?}"
        );
    }
}

#[test]
fn what_is_not_installed_is_named() {
    let refused = |types: &[&str]| {
        let types = types.iter().map(|it| (*it).to_owned()).collect();
        let facts = Facts { machine_types: [("qemu-system-x86_64".to_owned(), types)].into(), ..facts() };
        decide(None, &spec(), &[], &facts).unwrap_err().to_string()
    };
    assert!(refused(&["pc-q35-7.2"]).contains("version 8.2 or later"));
    let arm = InstanceSpec { architecture: Architecture::Arm64, ..spec() };
    let facts = Facts { machine_types: BTreeMap::new(), ..facts() };
    let refused = decide(None, &arm, &[], &facts).unwrap_err().to_string();
    assert_eq!(refused, "qemu-system-aarch64 is not installed, so no instance of this architecture can run");
}

#[test]
fn disks_are_planned_by_slot() {
    let files = |base: Option<&str>| VolumeFiles {
        file: "volumes/v.qcow2".into(),
        base: base.map(|file| Base::File(file.to_owned())),
        limits: Limits::default(),
        secret: None,
    };
    let volumes: BTreeMap<VolumeId, VolumeFiles> =
        [(volume_id(1), files(Some("bases/r.raw"))), (volume_id(2), files(None)), (volume_id(3), files(None))].into();
    let planned = |disks: Vec<hostlink::DiskSpec>| {
        let asked = InstanceSpec { disks, ..spec() };
        let board = decide(None, &asked, &[1], &facts()).unwrap();
        plan(&instance_id(), &asked, &board, &facts(), "instances/i", &volumes)
            .map(|plan| plan.machine.disks.iter().map(|disk| (disk.slot, disk.volume.clone())).collect::<Vec<_>>())
    };
    let going = hostlink::DiskSpec { wanted: false, ..disk(3, 2) };
    assert_eq!(planned(vec![disk(2, 5), disk(1, 0), going]), Ok(vec![(0, volume_id(1)), (5, volume_id(2))]));
    assert_eq!(planned(vec![disk(1, 0), disk(2, 0)]), Err(PlanError::SlotTaken(0)));
    assert_eq!(planned(vec![disk(1, 16)]), Err(PlanError::TooManyDisks));
}

#[test]
fn uefi_machines_have_variables_of_their_own() {
    let asked = InstanceSpec { boot_mode: BootMode::Uefi, ..spec() };
    let board = decide(None, &asked, &[], &facts()).unwrap();
    let planned = plan(&instance_id(), &asked, &board, &facts(), "instances/i", &BTreeMap::new()).unwrap();
    assert_eq!(planned.variables_from.unwrap().to_str(), Some("/usr/share/OVMF_VARS.fd"));
    assert_eq!(
        planned.machine.firmware,
        Firmware::Uefi { code: "/usr/share/OVMF_CODE.fd".into(), variables: "instances/i/nvram.fd".into() }
    );
}

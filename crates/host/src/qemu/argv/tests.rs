//! The command lines, word by word.

use model::{InstanceId, NetworkInterfaceId, VolumeId};

use super::*;
use crate::qemu::machine::{Base, Disk, Limits, Nic};

fn machine() -> Machine {
    Machine {
        instance: InstanceId::trusted("i-0123456789abcdef0"),
        architecture: Architecture::X86_64,
        accelerator: Accelerator::Tcg,
        machine_type: "pc-q35-10.0".into(),
        cpu: "Haswell-v2".into(),
        vcpus: 2,
        memory_mib: 1024,
        firmware: Firmware::Bios,
        uuid: "ec2f0000-0000-4000-8000-000000000001".into(),
        generation_id: "a0000000-0000-4000-8000-000000000002".into(),
        instance_type: "t3.micro".into(),
        disks: vec![
            Disk {
                volume: VolumeId::trusted("vol-0123456789abcdef0"),
                slot: 0,
                file: "volumes/vol-0123456789abcdef0.qcow2".into(),
                base: Some(Base::Served { socket: "vault.sock".into(), root: "5f0c".into() }),
                encrypted: false,
                limits: Limits { iops: 3000, throughput_mib: 125 },
            },
            Disk {
                volume: VolumeId::trusted("vol-0123456789abcdef1"),
                slot: 3,
                file: "volumes/vol-0123456789abcdef1.qcow2".into(),
                base: None,
                encrypted: false,
                limits: Limits::default(),
            },
        ],
        nics: vec![Nic {
            interface: NetworkInterfaceId::trusted("eni-0123456789abcdef0"),
            slot: 0,
            mac: "06:12:34:56:78:9a".into(),
        }],
        folder: "instances/i-0123456789abcdef0".into(),
    }
}

/// The command line, an option a line.
fn shown(machine: &Machine) -> String {
    let numbers = machine.descriptors().into_iter().zip(11..).collect();
    let mut text = String::new();
    for word in argv(machine, &numbers) {
        if word.starts_with('-') && !text.is_empty() {
            text.push('\n');
        } else if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&word);
    }
    text
}

/// What differs from the first machine: lines that were taken away and added.
fn difference(other: &Machine) -> String {
    let (first, other) = (shown(&machine()), shown(other));
    let gone = first.lines().filter(|line| !other.lines().any(|it| it == *line)).map(|line| format!("- {line}"));
    let new = other.lines().filter(|line| !first.lines().any(|it| it == *line)).map(|line| format!("+ {line}"));
    gone.chain(new).collect::<Vec<_>>().join("\n")
}

#[test]
fn an_ordinary_machine() {
    insta::assert_snapshot!(shown(&machine()), @r#"
    qemu-system-x86_64
    -name i-0123456789abcdef0
    -nodefaults
    -no-user-config
    -display none
    -sandbox on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny
    -S
    -action reboot=reset,shutdown=pause,panic=none,watchdog=reset
    -rtc base=utc
    -machine pc-q35-10.0,smm=off,vmport=off
    -accel tcg,tb-size=64,thread=single
    -cpu Haswell-v2
    -smp 2,sockets=1,cores=2,threads=1
    -m 1024M
    -uuid ec2f0000-0000-4000-8000-000000000001
    -smbios type=0,vendor=Amazon EC2,version=1.0,date=10/16/2017
    -smbios type=1,manufacturer=Amazon EC2,product=t3.micro,serial=ec2f0000-0000-4000-8000-000000000001,uuid=ec2f0000-0000-4000-8000-000000000001
    -smbios type=2,manufacturer=Amazon EC2,asset=i-0123456789abcdef0
    -smbios type=3,manufacturer=Amazon EC2,asset=Amazon EC2
    -chardev socket,id=monitor,fd=11,server=on,wait=off
    -mon chardev=monitor,mode=control
    -chardev socket,id=console,fd=12,server=on,wait=off,logfile=instances/i-0123456789abcdef0/console.log,logappend=on
    -serial chardev:console
    -chardev socket,id=agent,fd=13,server=on,wait=off
    -device VGA,bus=pcie.0,addr=0x1
    -device vmgenid,guid=a0000000-0000-4000-8000-000000000002
    -device pvpanic
    -device virtio-serial-pci,id=channels,bus=pcie.0,addr=0x2
    -device virtserialport,bus=channels.0,chardev=agent,name=org.qemu.guest_agent.0
    -object rng-builtin,id=entropy
    -device virtio-rng-pci,rng=entropy,bus=pcie.0,addr=0x3
    -device pcie-root-port,id=port-disk0,bus=pcie.0,chassis=1,addr=0x4.0,io-reserve=0,multifunction=on
    -device pcie-root-port,id=port-disk1,bus=pcie.0,chassis=2,addr=0x4.1,io-reserve=0
    -device pcie-root-port,id=port-disk2,bus=pcie.0,chassis=3,addr=0x4.2,io-reserve=0
    -device pcie-root-port,id=port-disk3,bus=pcie.0,chassis=4,addr=0x4.3,io-reserve=0
    -device pcie-root-port,id=port-disk4,bus=pcie.0,chassis=5,addr=0x4.4,io-reserve=0
    -device pcie-root-port,id=port-disk5,bus=pcie.0,chassis=6,addr=0x4.5,io-reserve=0
    -device pcie-root-port,id=port-disk6,bus=pcie.0,chassis=7,addr=0x4.6,io-reserve=0
    -device pcie-root-port,id=port-disk7,bus=pcie.0,chassis=8,addr=0x4.7,io-reserve=0
    -device pcie-root-port,id=port-disk8,bus=pcie.0,chassis=9,addr=0x5.0,io-reserve=0,multifunction=on
    -device pcie-root-port,id=port-disk9,bus=pcie.0,chassis=10,addr=0x5.1,io-reserve=0
    -device pcie-root-port,id=port-disk10,bus=pcie.0,chassis=11,addr=0x5.2,io-reserve=0
    -device pcie-root-port,id=port-disk11,bus=pcie.0,chassis=12,addr=0x5.3,io-reserve=0
    -device pcie-root-port,id=port-disk12,bus=pcie.0,chassis=13,addr=0x5.4,io-reserve=0
    -device pcie-root-port,id=port-disk13,bus=pcie.0,chassis=14,addr=0x5.5,io-reserve=0
    -device pcie-root-port,id=port-disk14,bus=pcie.0,chassis=15,addr=0x5.6,io-reserve=0
    -device pcie-root-port,id=port-disk15,bus=pcie.0,chassis=16,addr=0x5.7,io-reserve=0
    -device pcie-root-port,id=port-nic0,bus=pcie.0,chassis=17,addr=0x6.0,io-reserve=0,multifunction=on
    -device pcie-root-port,id=port-nic1,bus=pcie.0,chassis=18,addr=0x6.1,io-reserve=0
    -device pcie-root-port,id=port-nic2,bus=pcie.0,chassis=19,addr=0x6.2,io-reserve=0
    -device pcie-root-port,id=port-nic3,bus=pcie.0,chassis=20,addr=0x6.3,io-reserve=0
    -device pcie-root-port,id=port-nic4,bus=pcie.0,chassis=21,addr=0x6.4,io-reserve=0
    -device pcie-root-port,id=port-nic5,bus=pcie.0,chassis=22,addr=0x6.5,io-reserve=0
    -device pcie-root-port,id=port-nic6,bus=pcie.0,chassis=23,addr=0x6.6,io-reserve=0
    -device pcie-root-port,id=port-nic7,bus=pcie.0,chassis=24,addr=0x6.7,io-reserve=0
    -object {"id":"g-0123456789abcdef0","limits":{"bps-total":131072000,"bps-total-max":131072000,"iops-total":3000,"iops-total-max":3000},"qom-type":"throttle-group"}
    -blockdev {"driver":"nbd","export":"5f0c","node-name":"b-0123456789abcdef0","open-timeout":10,"read-only":true,"reconnect-delay":86400,"server":{"path":"vault.sock","type":"unix"}}
    -blockdev {"backing":"b-0123456789abcdef0","discard":"unmap","driver":"qcow2","file":{"driver":"file","filename":"volumes/vol-0123456789abcdef0.qcow2"},"node-name":"q-0123456789abcdef0"}
    -blockdev {"driver":"throttle","file":"q-0123456789abcdef0","node-name":"t-0123456789abcdef0","throttle-group":"g-0123456789abcdef0"}
    -device {"bootindex":1,"bus":"port-disk0","drive":"t-0123456789abcdef0","driver":"virtio-blk-pci","id":"disk-0123456789abcdef0","rerror":"stop","serial":"vol0123456789abcdef0","werror":"stop"}
    -object {"id":"g-0123456789abcdef1","limits":{"bps-total":0,"bps-total-max":0,"iops-total":0,"iops-total-max":0},"qom-type":"throttle-group"}
    -blockdev {"backing":null,"discard":"unmap","driver":"qcow2","file":{"driver":"file","filename":"volumes/vol-0123456789abcdef1.qcow2"},"node-name":"q-0123456789abcdef1"}
    -blockdev {"driver":"throttle","file":"q-0123456789abcdef1","node-name":"t-0123456789abcdef1","throttle-group":"g-0123456789abcdef1"}
    -device {"bus":"port-disk3","drive":"t-0123456789abcdef1","driver":"virtio-blk-pci","id":"disk-0123456789abcdef1","rerror":"stop","serial":"vol0123456789abcdef1","werror":"stop"}
    -netdev tap,id=net0,fd=14
    -device virtio-net-pci,id=nic0,bus=port-nic0,netdev=net0,mac=06:12:34:56:78:9a,romfile=
    "#);
}

#[test]
fn what_was_unpacked_before_is_a_file() {
    let mut unpacked = machine();
    unpacked.disks[0].base = Some(Base::File("bases/5f0c.raw".into()));
    insta::assert_snapshot!(difference(&unpacked), @r#"
    - -blockdev {"driver":"nbd","export":"5f0c","node-name":"b-0123456789abcdef0","open-timeout":10,"read-only":true,"reconnect-delay":86400,"server":{"path":"vault.sock","type":"unix"}}
    + -blockdev {"driver":"raw","file":{"driver":"file","filename":"bases/5f0c.raw"},"node-name":"b-0123456789abcdef0","read-only":true}
    "#);
}

#[test]
fn the_secret_of_an_encrypted_disk_is_inherited() {
    let mut encrypted = machine();
    encrypted.disks[1].encrypted = true;
    insta::assert_snapshot!(difference(&encrypted), @r#"
    - -blockdev {"backing":null,"discard":"unmap","driver":"qcow2","file":{"driver":"file","filename":"volumes/vol-0123456789abcdef1.qcow2"},"node-name":"q-0123456789abcdef1"}
    + -object {"file":"/proc/self/fd/15","id":"x-0123456789abcdef1","qom-type":"secret"}
    + -blockdev {"backing":null,"discard":"unmap","driver":"qcow2","encrypt":{"format":"luks","key-secret":"x-0123456789abcdef1"},"file":{"driver":"file","filename":"volumes/vol-0123456789abcdef1.qcow2"},"node-name":"q-0123456789abcdef1"}
    "#);
}

#[test]
fn uefi_has_code_and_variables() {
    let firmware = Firmware::Uefi {
        code: "/usr/share/OVMF/OVMF_CODE_4M.fd".into(),
        variables: "instances/i-0123456789abcdef0/nvram.fd".into(),
    };
    insta::assert_snapshot!(difference(&Machine { firmware, ..machine() }), @r#"
    - -machine pc-q35-10.0,smm=off,vmport=off
    + -blockdev {"driver":"raw","file":{"driver":"file","filename":"/usr/share/OVMF/OVMF_CODE_4M.fd"},"node-name":"firmware-code","read-only":true}
    + -blockdev {"driver":"raw","file":{"driver":"file","filename":"instances/i-0123456789abcdef0/nvram.fd"},"node-name":"firmware-variables"}
    + -machine pc-q35-10.0,smm=off,vmport=off,pflash0=firmware-code,pflash1=firmware-variables
    "#);
}

#[test]
fn kvm_is_opened_by_us() {
    let kvm = Machine { accelerator: Accelerator::Kvm, cpu: "host".into(), ..machine() };
    insta::assert_snapshot!(difference(&kvm), @"
    - -accel tcg,tb-size=64,thread=single
    - -cpu Haswell-v2
    - -netdev tap,id=net0,fd=14
    + -add-fd fd=14,set=1
    + -accel kvm,device=/dev/fdset/1
    + -cpu host
    + -netdev tap,id=net0,fd=15
    ");
}

#[test]
fn arm_has_its_own_board() {
    let arm = Machine {
        architecture: Architecture::Arm64,
        machine_type: "virt-10.0".into(),
        cpu: "neoverse-n1".into(),
        firmware: Firmware::Uefi {
            code: "/usr/share/AAVMF/AAVMF_CODE.fd".into(),
            variables: "instances/i-0123456789abcdef0/nvram.fd".into(),
        },
        ..machine()
    };
    insta::assert_snapshot!(difference(&arm), @r#"
    - qemu-system-x86_64
    - -machine pc-q35-10.0,smm=off,vmport=off
    - -cpu Haswell-v2
    - -device VGA,bus=pcie.0,addr=0x1
    - -device vmgenid,guid=a0000000-0000-4000-8000-000000000002
    - -device pvpanic
    + qemu-system-aarch64
    + -blockdev {"driver":"raw","file":{"driver":"file","filename":"/usr/share/AAVMF/AAVMF_CODE.fd"},"node-name":"firmware-code","read-only":true}
    + -blockdev {"driver":"raw","file":{"driver":"file","filename":"instances/i-0123456789abcdef0/nvram.fd"},"node-name":"firmware-variables"}
    + -machine virt-10.0,gic-version=max,pflash0=firmware-code,pflash1=firmware-variables
    + -cpu neoverse-n1
    + -device virtio-gpu-pci,bus=pcie.0,addr=0x1
    "#);
}

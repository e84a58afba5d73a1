//! A machine as QEMU's command line. Pure; the golden texts are in `tests/`.
//!
//! ```text
//!   pcie.0 of an x86 machine
//!     01.0   VGA                       04.0 … 05.7   root ports for disks, slots 0 … 15
//!     02.0   virtio-serial             06.0 … 06.7   root ports for network interfaces
//!     03.0   virtio-rng                1f.x          the chip set's own
//! ```
//! The places never change: a guest that has named its interfaces and disks by them finds them again.

use std::{collections::BTreeMap, os::fd::RawFd};

use hostlink::Architecture;
use serde_json::{Value, json};

use super::{
    block::{DiskParts, disk_port, inherited_secret},
    machine::{Accelerator, DISK_SLOTS, Descriptor, Firmware, Machine, NIC_SLOTS},
};

/// Functions that one place of the bus has.
const FUNCTIONS: u8 = 8;
/// The first place of the root ports.
const FIRST_PORT: u8 = 4;

/// The program that runs a machine of this architecture.
pub fn program(architecture: Architecture) -> &'static str {
    match architecture {
        // A 32-bit guest runs on the same processor.
        Architecture::X86_64 | Architecture::I386 => "qemu-system-x86_64",
        Architecture::Arm64 => "qemu-system-aarch64",
    }
}

/// The arguments, the program's name first. `numbers` has all of `Machine::descriptors`.
///
/// # Panics
/// When a descriptor is missing from `numbers`, which is a fault of the caller.
pub fn argv(machine: &Machine, numbers: &BTreeMap<Descriptor, RawFd>) -> Vec<String> {
    let mut line = Line { words: vec![program(machine.architecture).to_owned()], numbers };
    line.process(machine);
    line.board(machine);
    line.identity(machine);
    line.small_devices(machine);
    line.ports();
    for disk in &machine.disks {
        let parts = DiskParts::of(disk, disk.slot == 0);
        if disk.encrypted {
            let secret = line.number(&Descriptor::Secret(disk.volume.clone()));
            line.json("-object", &inherited_secret(&disk.volume, secret));
        }
        line.json("-object", &parts.group);
        for node in &parts.nodes {
            line.json("-blockdev", node);
        }
        line.json("-device", &parts.device);
    }
    line.nics(machine);
    line.words
}

struct Line<'a> {
    words: Vec<String>,
    numbers: &'a BTreeMap<Descriptor, RawFd>,
}

impl Line<'_> {
    fn flag(&mut self, name: &str) {
        self.words.push(name.to_owned());
    }

    fn option(&mut self, name: &str, value: impl Into<String>) {
        self.words.push(name.to_owned());
        self.words.push(value.into());
    }

    fn json(&mut self, name: &str, value: &Value) {
        self.option(name, value.to_string());
    }

    fn number(&self, descriptor: &Descriptor) -> RawFd {
        self.numbers[descriptor]
    }

    /// What holds for every QEMU: nothing that we didn't ask for, no configuration of the machine's, a sandbox.
    fn process(&mut self, machine: &Machine) {
        self.option("-name", machine.instance.as_str());
        self.flag("-nodefaults");
        self.flag("-no-user-config");
        self.option("-display", "none");
        self.option("-sandbox", "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny");
        // Halted until everything around it is there. A power-off leaves the process, so that it is not lost when
        // nobody listens; a panic is the guest's own business.
        self.flag("-S");
        self.option("-action", "reboot=reset,shutdown=pause,panic=none,watchdog=reset");
        self.option("-rtc", "base=utc");
    }

    fn board(&mut self, machine: &Machine) {
        let mut board = machine.machine_type.clone();
        board.push_str(match machine.architecture {
            // Neither serves a server; without system management mode SeaBIOS is faster.
            Architecture::X86_64 | Architecture::I386 => ",smm=off,vmport=off",
            // The default interrupt controller ends at eight processors.
            Architecture::Arm64 => ",gic-version=max",
        });
        if let Firmware::Uefi { code, variables } = &machine.firmware {
            board.push_str(",pflash0=firmware-code,pflash1=firmware-variables");
            let code = json!({
                "driver": "raw", "node-name": "firmware-code", "read-only": true,
                "file": { "driver": "file", "filename": code },
            });
            let variables = json!({
                "driver": "raw", "node-name": "firmware-variables",
                "file": { "driver": "file", "filename": variables },
            });
            self.json("-blockdev", &code);
            self.json("-blockdev", &variables);
        }
        self.option("-machine", board);
        match machine.accelerator {
            Accelerator::Kvm => {
                let kvm = self.number(&Descriptor::Kvm);
                self.option("-add-fd", format!("fd={kvm},set=1"));
                self.option("-accel", "kvm,device=/dev/fdset/1");
            }
            // A translation buffer of 64 MiB serves a small guest; less doubles its boot, more gains nothing. All
            // processors take turns in one thread: with a thread each, a guest was seen to lose the timer of one of them
            // once in some hundred boots and to hang for ever, and no boot was any quicker for it.
            Accelerator::Tcg => self.option("-accel", "tcg,tb-size=64,thread=single"),
        }
        self.option("-cpu", &machine.cpu);
        self.option("-smp", format!("{n},sockets=1,cores={n},threads=1", n = machine.vcpus));
        self.option("-m", format!("{}M", machine.memory_mib));
    }

    /// What makes the machine look like Amazon's: `uuid` and `serial` that begin with `ec2` and are equal.
    fn identity(&mut self, machine: &Machine) {
        let (vendor, uuid) = ("Amazon EC2", &machine.uuid);
        self.option("-uuid", uuid);
        self.option("-smbios", format!("type=0,vendor={vendor},version=1.0,date=10/16/2017"));
        self.option(
            "-smbios",
            format!("type=1,manufacturer={vendor},product={},serial={uuid},uuid={uuid}", machine.instance_type),
        );
        self.option("-smbios", format!("type=2,manufacturer={vendor},asset={}", machine.instance));
        self.option("-smbios", format!("type=3,manufacturer={vendor},asset={vendor}"));
    }

    fn small_devices(&mut self, machine: &Machine) {
        let folder = &machine.folder;
        let [monitor, console, agent] =
            [Descriptor::Monitor, Descriptor::Console, Descriptor::GuestAgent].map(|it| self.number(&it));
        self.option("-chardev", format!("socket,id=monitor,fd={monitor},server=on,wait=off"));
        self.option("-mon", "chardev=monitor,mode=control");
        self.option(
            "-chardev",
            format!("socket,id=console,fd={console},server=on,wait=off,logfile={folder}/console.log,logappend=on"),
        );
        self.option("-serial", "chardev:console");
        self.option("-chardev", format!("socket,id=agent,fd={agent},server=on,wait=off"));
        match machine.architecture {
            Architecture::X86_64 | Architecture::I386 => {
                self.option("-device", "VGA,bus=pcie.0,addr=0x1");
                self.option("-device", format!("vmgenid,guid={}", machine.generation_id));
                self.option("-device", "pvpanic");
            }
            Architecture::Arm64 => self.option("-device", "virtio-gpu-pci,bus=pcie.0,addr=0x1"),
        }
        self.option("-device", "virtio-serial-pci,id=channels,bus=pcie.0,addr=0x2");
        self.option("-device", "virtserialport,bus=channels.0,chardev=agent,name=org.qemu.guest_agent.0");
        self.option("-object", "rng-builtin,id=entropy");
        self.option("-device", "virtio-rng-pci,rng=entropy,bus=pcie.0,addr=0x3");
    }

    /// One root port a slot, whether it is used or not: only what hangs below one can be plugged live. They ask for no
    /// I/O space, of which there is not enough for so many.
    fn ports(&mut self) {
        let disks = (0..DISK_SLOTS).map(disk_port);
        let nics = (0..NIC_SLOTS).map(nic_port);
        for (port, chassis) in disks.chain(nics).zip(1u8..) {
            let (place, function) = (FIRST_PORT + (chassis - 1) / FUNCTIONS, (chassis - 1) % FUNCTIONS);
            let first = if function == 0 { ",multifunction=on" } else { "" };
            self.option(
                "-device",
                format!(
                    "pcie-root-port,id={port},bus=pcie.0,chassis={chassis},addr={place:#x}.{function},io-reserve=0{first}"
                ),
            );
        }
    }

    fn nics(&mut self, machine: &Machine) {
        for nic in &machine.nics {
            let tap = self.number(&Descriptor::Tap(nic.interface.clone()));
            let slot = nic.slot;
            self.option("-netdev", format!("tap,id=net{slot},fd={tap}"));
            // No boot by network, hence no option ROM.
            self.option(
                "-device",
                format!("virtio-net-pci,id=nic{slot},bus={},netdev=net{slot},mac={},romfile=", nic_port(slot), nic.mac),
            );
        }
    }
}

/// The root port that an interface of this slot is plugged into.
pub fn nic_port(slot: u8) -> String {
    format!("port-nic{slot}")
}

#[cfg(test)]
mod tests;

//! What differs between architectures.

use model::instance::Architecture;

use crate::gpt::{self, Guid};

pub(super) struct Platform {
    /// Debian's name of the architecture.
    pub(super) debian: &'static str,
    /// Debian's name of its library directory.
    pub(super) triplet: &'static str,
    pub(super) kernel: &'static str,
    /// The boot loader that UEFI starts: its path in the packages, and the name that the firmware looks for.
    pub(super) efi_loader: (&'static str, &'static str),
    /// Whether such machines boot by BIOS.
    pub(super) bios: bool,
    pub(super) root_kind: Guid,
    /// The serial port that the console is on.
    pub(super) serial: &'static str,
}

/// What every image consists of, besides the kernel and boot loaders.
const PACKAGES: &[&str] = &[
    "bash",
    "busybox-static",
    "ca-certificates",
    "curl",
    "dosfstools",
    "dropbear-bin",
    "e2fsprogs",
    "iputils-ping",
    "ncurses-base",
    "openssh-sftp-server",
    "sudo",
    "systemd-boot-efi",
    "util-linux",
    "xfsprogs",
];

impl Platform {
    pub(super) fn of(architecture: Architecture) -> Self {
        match architecture {
            Architecture::X86_64 => Self {
                debian: "amd64",
                triplet: "x86_64-linux-gnu",
                kernel: "linux-image-cloud-amd64",
                efi_loader: ("usr/lib/systemd/boot/efi/systemd-bootx64.efi", "BOOTX64.EFI"),
                bios: true,
                root_kind: gpt::ROOT_X86_64,
                serial: "ttyS0",
            },
            Architecture::I386 => Self {
                debian: "i386",
                triplet: "i386-linux-gnu",
                kernel: "linux-image-686",
                efi_loader: ("usr/lib/systemd/boot/efi/systemd-bootia32.efi", "BOOTIA32.EFI"),
                bios: true,
                root_kind: gpt::ROOT_X86,
                serial: "ttyS0",
            },
            Architecture::Arm64 => Self {
                debian: "arm64",
                triplet: "aarch64-linux-gnu",
                kernel: "linux-image-cloud-arm64",
                efi_loader: ("usr/lib/systemd/boot/efi/systemd-bootaa64.efi", "BOOTAA64.EFI"),
                bios: false,
                root_kind: gpt::ROOT_ARM64,
                serial: "ttyAMA0",
            },
        }
    }

    /// The names of the packages to get.
    pub(super) fn packages(&self) -> impl Iterator<Item = &'static str> {
        let syslinux = self.bios.then_some("syslinux");
        PACKAGES.iter().copied().chain([self.kernel]).chain(syslinux)
    }
}

//! What *debian-12* consists of.

/// The release, by its code name, and how many Debian calls it.
pub(super) const RELEASE: &str = "bookworm";
pub(super) const VERSION: &str = "12";

/// What a Debian system cannot be without, as apt knows it.
const ESSENTIAL: &str = "?essential";

/// Everything else that is asked for by name: about what Debian's own cloud images have.
const PACKAGES: &[&str] = &[
    // To boot.
    "grub-cloud-amd64",
    "initramfs-tools",
    "linux-image-cloud-amd64",
    "zstd",
    // To run.
    "dbus",
    "libpam-systemd",
    "systemd-resolved",
    "systemd-sysv",
    "systemd-timesyncd",
    "udev",
    // To be an instance.
    "cloud-guest-utils",
    "cloud-init",
    "isc-dhcp-client",
    "qemu-guest-agent",
    // To be worked with.
    "bash-completion",
    "ca-certificates",
    "curl",
    "dosfstools",
    "e2fsprogs",
    "fdisk",
    "iproute2",
    "iputils-ping",
    "less",
    "nano",
    "netcat-openbsd",
    "openssh-server",
    "openssh-sftp-server",
    "procps",
    "python3",
    "sudo",
    "vim-tiny",
];

/// To choose from the release.
pub(super) fn roots() -> Vec<String> {
    [ESSENTIAL].iter().chain(PACKAGES).map(|name| (*name).to_owned()).collect()
}

/// To install beyond the essential ones.
pub(super) fn included() -> String {
    PACKAGES.join(",")
}

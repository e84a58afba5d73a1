//! The image's own files, from `crates/images/tiny/`.

macro_rules! own {
    ($path:literal) => {
        include_str!(concat!("../../tiny/", $path))
    };
}

/// Path in the image, mode, text. `@VERSION@` and `@SERIAL@` are filled in.
pub(super) const FILES: &[(&str, u32, &str)] = &[
    ("etc/acpi/PWRF/00000080", 0o755, own!("lib/power-button")),
    ("etc/filesystems", 0o644, own!("etc/filesystems")),
    ("etc/group", 0o644, own!("etc/group")),
    ("etc/hosts", 0o644, own!("etc/hosts")),
    ("etc/inittab", 0o644, own!("etc/inittab")),
    ("etc/issue", 0o644, own!("etc/issue")),
    ("etc/motd", 0o644, own!("etc/motd")),
    ("etc/nsswitch.conf", 0o644, own!("etc/nsswitch.conf")),
    ("etc/os-release", 0o644, own!("etc/os-release")),
    ("etc/pam.d/sudo", 0o644, own!("etc/pam")),
    ("etc/pam.d/other", 0o644, own!("etc/pam")),
    ("etc/pam.d/sudo-i", 0o644, own!("etc/pam")),
    ("etc/passwd", 0o644, own!("etc/passwd")),
    ("etc/profile", 0o644, own!("etc/profile")),
    ("etc/shadow", 0o600, own!("etc/shadow")),
    ("etc/sudoers", 0o440, own!("etc/sudoers")),
    ("etc/hostname", 0o644, "fogbank-tiny\n"),
    ("etc/shells", 0o644, "/bin/sh\n/bin/bash\n"),
    ("usr/bin/growpart", 0o755, GROWPART),
    ("usr/lib/fogbank/boot", 0o755, own!("lib/boot")),
    ("usr/lib/fogbank/console", 0o755, own!("lib/console")),
    ("usr/lib/fogbank/device", 0o755, own!("lib/device")),
    ("usr/lib/fogbank/disk-links", 0o755, own!("lib/disk-links")),
    ("usr/lib/fogbank/instance", 0o755, own!("lib/instance")),
    ("usr/lib/fogbank/lease", 0o755, own!("lib/lease")),
    ("usr/lib/fogbank/metadata", 0o644, own!("lib/metadata")),
    ("usr/lib/fogbank/network", 0o755, own!("lib/network")),
    ("usr/lib/fogbank/sshd", 0o755, own!("lib/sshd")),
    ("usr/lib/fogbank/stop", 0o755, own!("lib/stop")),
    ("usr/lib/fogbank/user-data", 0o755, own!("lib/user-data")),
];

pub(super) const GROWPART: &str = own!("bin/growpart");
pub(super) const INIT: &str = own!("initrd/init");

/// The programs that busybox stands in for.
pub(super) fn applets() -> impl Iterator<Item = &'static str> {
    own!("applets").lines()
}

/// Programs of the packages. They come with the libraries they need, and replace busybox's of the same name.
pub(super) const PROGRAMS: &[(&str, u32)] = &[
    ("bin/bash", 0o755),
    ("bin/lsblk", 0o755),
    ("sbin/blkid", 0o755),
    ("sbin/e2fsck", 0o755),
    ("sbin/mke2fs", 0o755),
    ("sbin/mkfs", 0o755),
    ("sbin/mkfs.fat", 0o755),
    ("sbin/mkfs.xfs", 0o755),
    ("sbin/resize2fs", 0o755),
    ("sbin/tune2fs", 0o755),
    ("sbin/xfs_repair", 0o755),
    ("usr/bin/curl", 0o755),
    ("usr/bin/dbclient", 0o755),
    ("usr/bin/dropbearkey", 0o755),
    ("usr/bin/partx", 0o755),
    ("usr/bin/ping", 0o755),
    ("usr/bin/resizepart", 0o755),
    ("usr/bin/sudo", 0o4755),
    ("usr/lib/openssh/sftp-server", 0o755),
    ("usr/libexec/sudo/sudoers.so", 0o644),
    ("usr/sbin/dropbear", 0o755),
    ("usr/sbin/xfs_growfs", 0o755),
];

/// Loaded by name at run time: programs don't say that they need them.
pub(super) const PLUGINS: &[&str] = &["gconv/IBM850.so", "security/pam_permit.so", "security/pam_deny.so"];

/// The character sets that programs convert between: the one that FAT file systems are made with.
pub(super) const CHARACTER_SETS: &str =
    "alias CP850// IBM850//\nmodule IBM850// INTERNAL IBM850 1\nmodule INTERNAL IBM850// IBM850 1\n";

/// Further names of programs.
pub(super) const LINKS: &[(&str, &str)] = &[
    ("etc/mtab", "/proc/self/mounts"),
    ("usr/bin/fsck.ext4", "e2fsck"),
    ("usr/bin/mkfs.ext2", "mke2fs"),
    ("usr/bin/mkfs.ext3", "mke2fs"),
    ("usr/bin/mkfs.ext4", "mke2fs"),
    ("usr/bin/mkfs.vfat", "mkfs.fat"),
    ("usr/bin/ssh", "dbclient"),
    // Where dropbear looks for it.
    ("usr/lib/sftp-server", "openssh/sftp-server"),
    ("var/run", "../run"),
];

/// Directories that are empty at first, and their modes.
pub(super) const DIRECTORIES: &[(&str, u32)] = &[
    ("boot", 0o755),
    ("dev", 0o755),
    ("etc/dropbear", 0o700),
    ("home", 0o755),
    ("mnt", 0o755),
    ("opt", 0o755),
    ("proc", 0o555),
    ("root", 0o700),
    ("run", 0o755),
    ("srv", 0o755),
    ("sys", 0o555),
    ("tmp", 0o1777),
    ("usr/local/bin", 0o755),
    ("var/lib/fogbank", 0o700),
    ("var/lib/sudo", 0o700),
    ("var/log", 0o755),
    ("var/spool/cron/crontabs", 0o700),
    ("var/tmp", 0o1777),
];

/// Descriptions of terminals, for bash.
pub(super) const TERMINALS: &[&str] = &[
    "d/dumb",
    "l/linux",
    "s/screen",
    "s/screen-256color",
    "t/tmux-256color",
    "v/vt100",
    "v/vt220",
    "x/xterm",
    "x/xterm-256color",
];

/// Without these no root file system is found. ext4 asks for its checksum by what it does and not by name.
pub(super) const MODULES_TO_FIND_ROOT: &[&str] = &["virtio_pci", "virtio_blk", "nvme", "crc32c_generic", "ext4"];

/// Loaded by name when the system starts: network, randomness for keys, the power button.
pub(super) const MODULES_TO_START: &[&str] = &["virtio_net", "virtio_rng", "button", "evdev"];

/// Loaded when a program asks for what they do. Directories, or names.
pub(super) const MODULES_ON_DEMAND: &[&str] = &[
    "drivers/virtio",
    "fs/exfat",
    "fs/fat",
    "fs/fuse",
    "fs/isofs",
    "fs/nls",
    "fs/overlayfs",
    "fs/squashfs",
    "fs/xfs",
    "net/8021q",
    "net/bridge",
    "dummy",
    "ena",
    "loop",
    "macvlan",
    "nbd",
    "tun",
    "veth",
    "virtio_console",
    "vxlan",
];

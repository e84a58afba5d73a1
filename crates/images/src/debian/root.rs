//! The root file system: what the packages installed, less what is of this build only, and the image's own settings.

use crate::{
    debian::boot,
    error::Result,
    gpt::Guid,
    tree::{Node, Tree},
};

/// Files that are in the image as they stand in `crates/images/debian/`. Packages own none of them.
const FILES: &[(&str, &str)] = &[
    ("etc/apt/sources.list.d/debian.sources", include_str!("../../debian/debian.sources")),
    ("etc/cloud/cloud.cfg.d/10_fogbank.cfg", include_str!("../../debian/cloud.cfg")),
    ("etc/default/grub.d/50-fogbank.cfg", include_str!("../../debian/grub.cfg")),
    ("etc/hosts", "127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\n"),
    ("etc/hostname", "debian\n"),
    // Written at the first boot.
    ("etc/machine-id", ""),
    ("etc/systemd/network/80-any-ethernet.network", include_str!("../../debian/any-ethernet.network")),
    // Lets the package grub-cloud-amd64 install the boot loader anew when its parts are upgraded.
    ("etc/grub.d/enable_cloud", ""),
];

/// Of the build, and nobody else's business.
const LEFTOVERS: &[&str] = &[
    "boot/grub/i386-pc/core.img",
    "dev",
    "etc/.resolv.conf.systemd-resolved.bak",
    "etc/apt/apt.conf.d/99mmdebstrap",
    "etc/apt/sources.list",
    "etc/dpkg/dpkg.cfg.d/99mmdebstrap",
    "initrd.img.old",
    "vmlinuz.old",
];

/// Names of the file systems.
pub(super) struct FileSystems {
    pub(super) root: Guid,
    /// As `ABCD-0123`.
    pub(super) efi: String,
}

/// Makes an image's root of what was installed. `modified`: the time of what is made here, in seconds since 1970.
pub(super) fn finish(tree: &mut Tree, kernel: &str, file_systems: &FileSystems, modified: u32) -> Result<()> {
    for path in LEFTOVERS {
        tree.remove(path);
    }
    // Made by cloud-init, for each instance its own.
    let keys: Vec<String> = tree
        .entries()
        .map(|(path, _)| path)
        .filter(|path| path.starts_with("etc/ssh/ssh_host_"))
        .map(str::to_owned)
        .collect();
    for key in keys {
        tree.remove(&key);
    }
    let mounts = format!(
        "UUID={} / ext4 rw,discard,errors=remount-ro 0 1\nUUID={} /boot/efi vfat defaults,umask=0077,nofail 0 2\n",
        file_systems.root.text(),
        file_systems.efi
    );
    let menu = boot::menu(kernel, file_systems.root);
    let own = FILES.iter().map(|(path, text)| (*path, (*text).to_owned()));
    for (path, text) in own.chain([("etc/fstab", mounts), ("boot/grub/grub.cfg", menu)]) {
        tree.file(path, 0o644, text).modified = modified;
    }
    for (path, mode) in [("boot/efi", 0o700), ("dev", 0o755)] {
        tree.directory(path, mode).modified = modified;
    }
    // What this machine asks is none of the image's business either.
    tree.put("etc/resolv.conf", 0o777, Node::Symlink("../run/systemd/resolve/stub-resolv.conf".into())).modified =
        modified;
    Ok(())
}

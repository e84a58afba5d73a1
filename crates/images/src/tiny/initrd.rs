//! The initial RAM file system: finds the root, grows its partition, and hands over.

use super::{
    contents::{GROWPART, INIT, MODULES_TO_FIND_ROOT},
    platform::Platform,
};
use crate::{cpio, error::Result, kernel_modules::Modules, packages::Unpacked, tree::Tree};

/// What `init` and `growpart` call.
const APPLETS: &[&str] = &[
    "awk",
    "blockdev",
    "cat",
    "cp",
    "crc32",
    "cttyhack",
    "dd",
    "mktemp",
    "modprobe",
    "mount",
    "printf",
    "readlink",
    "rm",
    "sed",
    "setsid",
    "sh",
    "switch_root",
    "sync",
    "umount",
    "usleep",
    "xxd",
];

pub(super) fn archive(platform: &Platform, packages: &Unpacked, modules: &Modules) -> Result<Vec<u8>> {
    let mut tree = Tree::with_merged(&[("lib", "usr/lib")]);
    for directory in ["dev", "proc", "root", "sys", "tmp"] {
        tree.directory(directory, 0o755);
    }
    tree.program(packages, "bin/busybox", 0o755, platform.triplet)?;
    for applet in APPLETS {
        tree.symlink(&format!("bin/{applet}"), "busybox");
    }
    tree.file("init", 0o755, INIT);
    tree.file("bin/growpart", 0o755, GROWPART);
    let needed = modules.require(MODULES_TO_FIND_ROOT)?;
    modules.install(&mut tree, &needed)?;
    tree.file("modules", 0o644, needed.join("\n") + "\n");
    cpio::archive(&tree)
}

//! The initial RAM file system: finds the root, grows its partition, and hands over.

use super::{
    contents::{GROWPART, INIT, MODULES_TO_FIND_ROOT},
    platform::Platform,
};
use crate::{cpio, error::Result, kernel_modules::Modules, packages::Unpacked, tree::Tree};

/// What `init` and `growpart` call.
const APPLETS: &[&str] = &[
    "awk", "blockdev", "cat", "cp", "crc32", "cttyhack", "dd", "grep", "head", "insmod", "mktemp", "mount", "printf",
    "readlink", "rm", "setsid", "sh", "switch_root", "sync", "usleep", "xxd",
];

pub(super) fn archive(platform: &Platform, packages: &Unpacked, modules: &Modules) -> Result<Vec<u8>> {
    let mut tree = Tree::new();
    for directory in ["dev", "proc", "root", "sys", "tmp"] {
        tree.directory(directory, 0o755);
    }
    tree.program(packages, "bin/busybox", 0o755, platform.triplet)?;
    for applet in APPLETS {
        tree.symlink(&format!("bin/{applet}"), "busybox");
    }
    tree.file("init", 0o755, INIT);
    tree.file("bin/growpart", 0o755, GROWPART);
    let mut order = String::new();
    for (name, content) in modules.to_load(MODULES_TO_FIND_ROOT)? {
        order.push_str(&name);
        order.push('\n');
        tree.file(&format!("modules/{name}"), 0o644, content);
    }
    tree.file("modules/order", 0o644, order);
    cpio::archive(&tree)
}

//! The root file system's tree.

use std::fs;

use super::{
    contents::{
        CHARACTER_SETS, DIRECTORIES, FILES, LINKS, MODULES_ON_DEMAND, MODULES_TO_START, PLUGINS, PROGRAMS, TERMINALS,
        applets,
    },
    platform::Platform,
};
use crate::{
    error::{At, Result},
    kernel_modules::Modules,
    packages::Unpacked,
    tree::Tree,
};

/// All programs are in one directory, found by whatever path a script or a user's search path names.
const MERGED: &[(&str, &str)] =
    &[("bin", "usr/bin"), ("lib", "usr/lib"), ("lib64", "usr/lib64"), ("sbin", "usr/bin"), ("usr/sbin", "usr/bin")];

/// The first user's id and group, as on Amazon's images.
const USER: u32 = 1000;

pub(super) fn tree(
    platform: &Platform,
    packages: &Unpacked,
    modules: &Modules,
    version: &str,
    root_sectors: u64,
) -> Result<Tree> {
    let mut tree = Tree::with_merged(MERGED);
    for (path, mode) in DIRECTORIES {
        tree.directory(path, *mode);
    }
    let home = tree.directory("home/ec2-user", 0o755);
    (home.uid, home.gid) = (USER, USER);
    let ssh = tree.directory("home/ec2-user/.ssh", 0o700);
    (ssh.uid, ssh.gid) = (USER, USER);

    tree.program(packages, "bin/busybox", 0o755, platform.triplet)?;
    for applet in applets() {
        tree.symlink(&format!("bin/{applet}"), "busybox");
    }
    for (path, mode) in PROGRAMS {
        tree.program(packages, path, *mode, platform.triplet)?;
    }
    for plugin in PLUGINS {
        tree.program(packages, &format!("lib/{}/{plugin}", platform.triplet), 0o644, platform.triplet)?;
    }
    tree.file(&format!("lib/{}/gconv/gconv-modules", platform.triplet), 0o644, CHARACTER_SETS);
    for (path, target) in LINKS {
        tree.symlink(path, target);
    }
    for (path, mode, text) in FILES {
        let text = text.replace("@VERSION@", version).replace("@SERIAL@", platform.serial);
        tree.file(path, *mode, text);
    }
    for terminal in TERMINALS {
        let path = format!("lib/terminfo/{terminal}");
        if packages.find(&path).is_some() {
            tree.copy(&path, 0o644, packages.file(&path)?);
        }
    }
    tree.file("etc/ssl/certs/ca-certificates.crt", 0o644, certificates(packages)?);

    let start = modules.require(MODULES_TO_START)?;
    let mut wanted = modules.select(MODULES_ON_DEMAND);
    wanted.extend(start.iter().cloned());
    modules.install(&mut tree, &wanted)?;
    tree.file("usr/lib/fogbank/modules", 0o644, start.join("\n") + "\n");
    tree.file("var/lib/fogbank/grown-to", 0o644, format!("{root_sectors}\n"));
    Ok(tree)
}

/// The certificates that Debian trusts, in one file, which the installation of their package would make.
fn certificates(packages: &Unpacked) -> Result<Vec<u8>> {
    let directory = "usr/share/ca-certificates/mozilla";
    let mut all = Vec::new();
    for name in packages.list(directory) {
        let path = packages.path(&format!("{directory}/{name}"));
        all.extend(fs::read(&path).at("Reading certificates", &path)?);
        if all.last() != Some(&b'\n') {
            all.push(b'\n');
        }
    }
    Ok(all)
}

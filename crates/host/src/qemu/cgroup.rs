//! A control group of its own for each QEMU, so that it outlives the service that the agent runs as, and can't take more
//! than its share.
//!
//! What a machine has differs: version 2 with controllers, version 1 (one tree for each controller), both, or nothing
//! that we may write to. What is there is used, and `fogbank doctor` says what isn't.

use std::{
    fs::{self, OpenOptions},
    io,
    os::fd::OwnedFd,
    path::{Path, PathBuf},
};

/// Room for QEMU itself beside the guest's memory: translation buffers, the screen, caches of disks.
const OVERHEAD_MIB: u64 = 1024;
/// Processes and threads of one QEMU.
const MAX_TASKS: u32 = 1024;

/// The trees in which groups are made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cgroups {
    trees: Vec<Tree>,
    /// Folder of this cloud in each tree.
    name: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Tree {
    root: PathBuf,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    V2,
    V1Memory,
    V1Pids,
    /// systemd's own tree, by which it ends the processes of a service.
    V1Systemd,
}

impl Cgroups {
    /// What this machine has, for the cloud with this tag.
    pub fn detect(tag: &str) -> Self {
        let mounts = fs::read_to_string("/proc/self/mounts").unwrap_or_default();
        let trees = trees(&mounts).into_iter().filter(is_usable).collect();
        Self { trees, name: format!("fogbank-{tag}") }
    }

    /// What `fogbank doctor` says.
    pub fn describe(&self) -> String {
        let kinds: Vec<&str> = self.trees.iter().map(|tree| tree.kind.name()).collect();
        if kinds.is_empty() { "none that can be used".to_owned() } else { kinds.join(", ") }
    }

    /// Makes the group of one VM in each tree, and opens what its QEMU has to write itself into. A tree that refuses is
    /// left out: limits are a second fence, not the first.
    pub fn make(&self, vm: &str, memory_mib: u64) -> Vec<OwnedFd> {
        let make = |tree: &Tree| -> io::Result<OwnedFd> {
            let folder = tree.root.join(&self.name).join(vm);
            fs::create_dir_all(&folder)?;
            if tree.kind == Kind::V2 {
                enable(&tree.root)?;
                enable(&tree.root.join(&self.name))?;
            }
            let memory = ((memory_mib + OVERHEAD_MIB) << 20).to_string();
            for (file, value) in match tree.kind {
                Kind::V2 => vec![("memory.max", memory), ("pids.max", MAX_TASKS.to_string())],
                Kind::V1Memory => vec![("memory.limit_in_bytes", memory)],
                Kind::V1Pids => vec![("pids.max", MAX_TASKS.to_string())],
                Kind::V1Systemd => vec![],
            } {
                fs::write(folder.join(file), value)?;
            }
            Ok(OpenOptions::new().write(true).open(folder.join("cgroup.procs"))?.into())
        };
        let mut groups = Vec::new();
        for tree in &self.trees {
            match make(tree) {
                Ok(group) => groups.push(group),
                Err(error) => {
                    tracing::warn!(vm, tree = %tree.root.display(), "no control group: {error}");
                }
            }
        }
        groups
    }

    /// Removes the groups of a VM whose QEMU has ended.
    pub fn remove(&self, vm: &str) {
        for tree in &self.trees {
            remove_dir(&tree.root.join(&self.name).join(vm));
        }
    }

    /// Removes the groups of this cloud, once its last VM is gone. Groups that still have processes stay.
    pub fn remove_all(&self) {
        for tree in &self.trees {
            let cloud = tree.root.join(&self.name);
            for entry in fs::read_dir(&cloud).into_iter().flatten().flatten().filter(|entry| entry.path().is_dir()) {
                remove_dir(&entry.path());
            }
            remove_dir(&cloud);
        }
    }
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::V2 => "version 2",
            Self::V1Memory => "version 1 memory",
            Self::V1Pids => "version 1 pids",
            Self::V1Systemd => "version 1 systemd",
        }
    }
}

fn remove_dir(folder: &Path) {
    match fs::remove_dir(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            tracing::debug!("removing the control group {}: {error}", folder.display());
        }
        _ => {}
    }
}

/// The trees that are mounted, from `/proc/self/mounts`.
fn trees(mounts: &str) -> Vec<Tree> {
    let mut trees = Vec::new();
    for line in mounts.lines() {
        let mut words = line.split(' ').skip(1);
        let (Some(root), Some(kind), Some(options)) = (words.next(), words.next(), words.next()) else { continue };
        let has = |wanted: &str| options.split(',').any(|option| option == wanted);
        let kind = match kind {
            "cgroup2" => Kind::V2,
            "cgroup" if has("memory") => Kind::V1Memory,
            "cgroup" if has("pids") => Kind::V1Pids,
            "cgroup" if has("name=systemd") => Kind::V1Systemd,
            _ => continue,
        };
        trees.push(Tree { root: root.into(), kind });
    }
    trees
}

/// Whether groups can be made there. A version 2 tree beside version 1 ones has no controllers, and would only be
/// another place to clean.
fn is_usable(tree: &Tree) -> bool {
    let writable = nix::unistd::access(&tree.root, nix::unistd::AccessFlags::W_OK).is_ok();
    let controllers = || fs::read_to_string(tree.root.join("cgroup.controllers")).unwrap_or_default();
    writable && (tree.kind != Kind::V2 || ["memory", "pids"].iter().all(|it| controllers().contains(it)))
}

/// Lets the groups below have these controllers.
fn enable(group: &Path) -> io::Result<()> {
    fs::write(group.join("cgroup.subtree_control"), "+memory +pids")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trees_are_read_from_the_mounts() {
        let mounts = "\
proc /proc proc rw 0 0
cgroup2 /sys/fs/cgroup/unified cgroup2 rw,nosuid 0 0
cgroup /sys/fs/cgroup/memory cgroup rw,memory 0 0
cgroup /sys/fs/cgroup/cpu,cpuacct cgroup rw,cpu,cpuacct 0 0
cgroup /sys/fs/cgroup/pids cgroup rw,nosuid,pids 0 0
cgroup /sys/fs/cgroup/systemd cgroup rw,xattr,name=systemd 0 0
";
        let found: Vec<String> =
            trees(mounts).iter().map(|tree| format!("{} {}", tree.kind.name(), tree.root.display())).collect();
        insta::assert_snapshot!(found.join("\n"), @"
        version 2 /sys/fs/cgroup/unified
        version 1 memory /sys/fs/cgroup/memory
        version 1 pids /sys/fs/cgroup/pids
        version 1 systemd /sys/fs/cgroup/systemd
        ");
    }

    #[test]
    fn a_group_is_made_and_removed() {
        let cgroups = Cgroups::detect(&format!("test{}", std::process::id()));
        if cgroups.trees.is_empty() {
            eprintln!("skipped: this machine has no control groups that we may write to");
            return;
        }
        let groups = cgroups.make("i-1", 64);
        assert!(!groups.is_empty());
        drop(groups);
        cgroups.remove("i-1");
        cgroups.remove_all();
        for tree in &cgroups.trees {
            assert!(!tree.root.join(&cgroups.name).exists());
        }
    }
}

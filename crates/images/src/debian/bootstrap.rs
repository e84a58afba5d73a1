//! Installs Debian into an archive, by mmdebstrap: the packages' own scripts run, in a directory that is their root.

use std::{fs, path::Path};

use super::packages::included;
use crate::{
    command::Tool,
    error::{At, Result},
    progress::Steps,
    repository::Repository,
};

/// Runs in the new system when its packages are installed.
const FINISH: &str = include_str!("../../debian/finish");

const ATTEMPT: &str = "Installing Debian";

/// What mmdebstrap says when it begins something, and what that is for somebody who waits. As many steps.
const STAGES: &[(&str, &str)] = &[
    ("I: extracting archives", "Unpacking the essential packages"),
    ("I: installing essential packages", "Installing the essential packages"),
    ("I: installing remaining packages", "Installing the other packages"),
    ("I: running --customize-hook", "Making the initial RAM file system and the boot loader"),
];
pub(super) const STEPS: u32 = STAGES.len() as u32;

/// What the new system takes while it is made; in memory it is made in a quarter of the time where disks are slow.
const MEMORY_MIB: u64 = 1536;
/// What must stay free besides.
const SPARE_MIB: u64 = 1536;

/// Gives its command line a scratch directory in memory, which nobody else sees and which is gone when it ends.
const IN_MEMORY: &str = "mount -t tmpfs -o size=\"$1\",mode=0755 fogbank-build \"$TMPDIR\"; shift; exec \"$@\"";

pub(super) fn run(repository: &Repository, work: &Path, archive: &Path, steps: &mut Steps<'_>) -> Result<()> {
    let scratch = work.join("scratch");
    fs::create_dir(&scratch).at(ATTEMPT, &scratch)?;
    let in_memory = nix::unistd::geteuid().is_root() && available_mib() >= MEMORY_MIB + SPARE_MIB;
    let tool = if in_memory {
        Tool::new(ATTEMPT, "unshare")
            .args(["--mount", "--propagation=private", "sh", "-ec", IN_MEMORY, "sh"])
            .arg(format!("{MEMORY_MIB}m"))
            .arg("mmdebstrap")
    } else {
        Tool::new(ATTEMPT, "mmdebstrap")
    };
    tool.args(["--variant=apt", "--format=tar", "--architectures=amd64"])
        .arg(format!("--include={}", included()))
        // Nothing of it outlives a power cut anyway.
        .arg("--dpkgopt=force-unsafe-io")
        .arg(format!("--customize-hook={FINISH}"))
        // All of the repository is of one release.
        .arg("")
        .arg(archive)
        .arg(&repository.source)
        .env("TMPDIR", &scratch)
        .env("SOURCE_DATE_EPOCH", repository.newest.to_string())
        // Made once, at the end, and not with each package that wants it to be made anew.
        .env("INITRD", "No")
        .env("DEBIAN_FRONTEND", "noninteractive")
        .remedy(
            "scripts/install-deps.sh image installs mmdebstrap; it needs root, or a user with subordinate ids \
             (package uidmap)",
        )
        .run_watched(|line| {
            if let Some((_, what)) = STAGES.iter().find(|(begins, _)| line.starts_with(begins)) {
                steps.next(what);
            }
        })
}

/// Memory that programs could still take, in MiB; none where the kernel doesn't say.
fn available_mib() -> u64 {
    let text = fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("MemAvailable:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or_default() / 1024
}

//! What this machine can do: found out by trying, kept until the machine restarts.
//!
//! `facts` is for planning VMs, `check` for `fogbank doctor`. Both block for some tens of milliseconds, and for five
//! seconds where KVM has to be given up.

mod kvm;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use hostlink::Capacity;
use serde::{Deserialize, Serialize};

use crate::{
    disk::free_bytes,
    net::Finding,
    qemu::{cgroup::Cgroups, process::User},
    vm::{
        folder::{read_json, write_json_fast},
        launched::machine_boot,
        plan::{Facts, KvmGuests, Uefi},
    },
};

/// What the machine keeps for itself.
const KEPT_MEMORY_MIB: u64 = 2048;
/// Below this there is not much that a cloud could keep.
const MIN_FREE_BYTES: u64 = 5 << 30;

/// Where firmware lies: Debian and Ubuntu, Fedora, Arch, QEMU's own.
const X86_FIRMWARE: &[(&str, &str)] = &[
    ("/usr/share/OVMF/OVMF_CODE_4M.fd", "/usr/share/OVMF/OVMF_VARS_4M.fd"),
    ("/usr/share/OVMF/OVMF_CODE.fd", "/usr/share/OVMF/OVMF_VARS.fd"),
    ("/usr/share/edk2/ovmf/OVMF_CODE.fd", "/usr/share/edk2/ovmf/OVMF_VARS.fd"),
    ("/usr/share/edk2/x64/OVMF_CODE.4m.fd", "/usr/share/edk2/x64/OVMF_VARS.4m.fd"),
    ("/usr/share/qemu/edk2-x86_64-code.fd", "/usr/share/qemu/edk2-i386-vars.fd"),
];
const ARM_FIRMWARE: &[(&str, &str)] = &[
    ("/usr/share/AAVMF/AAVMF_CODE.no-secboot.fd", "/usr/share/AAVMF/AAVMF_VARS.fd"),
    ("/usr/share/AAVMF/AAVMF_CODE.fd", "/usr/share/AAVMF/AAVMF_VARS.fd"),
    ("/usr/share/edk2/aarch64/QEMU_EFI-pflash.raw", "/usr/share/edk2/aarch64/vars-template-pflash.raw"),
    ("/usr/share/qemu/edk2-aarch64-code.fd", "/usr/share/qemu/edk2-arm-vars.fd"),
];
const PROGRAMS: [&str; 2] = ["qemu-system-x86_64", "qemu-system-aarch64"];

/// What was found out about KVM, and under which circumstances.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    machine_boot: String,
    qemu: String,
    kvm: Option<KvmGuests>,
    /// Why not, if not.
    reason: Option<String>,
}

/// What QEMU can do here. KVM is tried once for each start of the machine and kept in `host_dir`.
pub fn facts(host_dir: &Path) -> Facts {
    let machine_types = PROGRAMS.iter().filter_map(|program| Some(((*program).to_owned(), machine_types(program)?)));
    Facts {
        kvm: kvm_here(host_dir).0,
        machine_types: machine_types.collect(),
        uefi_x86: first_firmware(X86_FIRMWARE),
        uefi_arm64: first_firmware(ARM_FIRMWARE),
    }
}

/// What guests may have of this machine.
pub fn capacity() -> Capacity {
    let total = memory_mib();
    Capacity {
        memory_mib: total.saturating_sub(KEPT_MEMORY_MIB),
        vcpus: std::thread::available_parallelism().map_or(1, |n| u32::try_from(n.get()).unwrap_or(u32::MAX)),
        real: true,
    }
}

/// What of this machine matters for VMs and disks, for `fogbank doctor`. The network's part is `net::check`.
pub fn check(data_dir: &Path) -> Vec<Finding> {
    let finding = |what, ok, detail: String, remedy| Finding { what, ok, detail, remedy };
    let version = version(PROGRAMS[0]);
    let machine_type = x86_machine_type(machine_types(PROGRAMS[0]).unwrap_or_default());
    let host_dir = data_dir.join("host");
    // Not kept where no cloud has been yet: looking changes nothing.
    let (kvm, reason) = kvm_here(&host_dir);
    let uefi = first_firmware(X86_FIRMWARE);
    let (tag, user) = ("doctor", User::choose());
    let free = free_bytes(existing(data_dir)).unwrap_or(0);
    vec![
        finding(
            "QEMU",
            version.is_some(),
            version.clone().unwrap_or_else(|| format!("{} was not found", PROGRAMS[0])),
            "install qemu-system-x86, version 8.2 or later (on Debian 12 from bookworm-backports)",
        ),
        finding(
            "machine type",
            machine_type.is_some(),
            machine_type.unwrap_or_else(|| "none of ours".to_owned()),
            "install QEMU version 8.2 or later",
        ),
        finding(
            "qemu-img",
            self::version("qemu-img").is_some(),
            self::version("qemu-img").unwrap_or_else(|| "was not found".to_owned()),
            "install qemu-utils",
        ),
        finding(
            "accelerator",
            true,
            match (kvm, reason) {
                (Some(_), _) => "KVM".to_owned(),
                (None, reason) => format!(
                    "QEMU's translator (TCG), some ten times slower than KVM: {}",
                    reason.unwrap_or_else(|| "there is no KVM".to_owned())
                ),
            },
            "",
        ),
        finding(
            "UEFI firmware",
            uefi.is_some(),
            uefi.map_or_else(
                || "none: images that want UEFI don't start".to_owned(),
                |it| it.code.display().to_string(),
            ),
            "install ovmf",
        ),
        finding(
            "QEMU's user",
            true,
            user.map_or_else(
                || "that of the agent, which is not root".to_owned(),
                |user| format!("uid {}, without any capability", user.uid),
            ),
            "",
        ),
        finding("control groups", true, Cgroups::detect(tag).describe(), ""),
        finding(
            "memory for guests",
            capacity().memory_mib >= 512,
            format!("{} of {} MiB", capacity().memory_mib, memory_mib()),
            "a machine with more memory: 2 GiB are kept for the machine itself",
        ),
        finding(
            "free disk",
            free >= MIN_FREE_BYTES,
            format!("{} GiB in {}", free >> 30, data_dir.display()),
            "free some, or choose another --data-dir",
        ),
    ]
}

/// The machine type that a new instance gets.
fn x86_machine_type(types: Vec<String>) -> Option<String> {
    let facts = Facts { machine_types: BTreeMap::from([(PROGRAMS[0].to_owned(), types)]), ..Facts::default() };
    facts.machine_type_for(hostlink::Architecture::X86_64).ok()
}

/// Whether KVM works, and why not.
fn kvm_here(host_dir: &Path) -> (Option<KvmGuests>, Option<String>) {
    let file = host_dir.join("probe.json");
    let (machine_boot, qemu) = (machine_boot(), version(PROGRAMS[0]).unwrap_or_default());
    if let Ok(Some(kept)) = read_json::<Kept>(&file)
        && kept.machine_boot == machine_boot
        && kept.qemu == qemu
    {
        return (kept.kvm, kept.reason);
    }
    let (kvm, reason) = match kvm::works() {
        Ok(guests) => (Some(guests), None),
        Err(reason) => (None, Some(reason)),
    };
    if host_dir.is_dir() {
        // Found out again next time if it can't be kept.
        let _ = write_json_fast(&file, &Kept { machine_boot, qemu, kvm, reason: reason.clone() });
    }
    (kvm, reason)
}

fn first_firmware(candidates: &[(&str, &str)]) -> Option<Uefi> {
    let there = candidates.iter().find(|(code, variables)| Path::new(code).exists() && Path::new(variables).exists());
    there.map(|(code, variables)| Uefi { code: PathBuf::from(code), variables: PathBuf::from(variables) })
}

/// The first line of what a program says of its version.
fn version(program: &str) -> Option<String> {
    let output = Command::new(program).arg("--version").output().ok().filter(|output| output.status.success())?;
    String::from_utf8_lossy(&output.stdout).lines().next().map(str::to_owned)
}

fn machine_types(program: &str) -> Option<Vec<String>> {
    let output = Command::new(program).args(["-machine", "help"]).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout);
    Some(text.lines().skip(1).filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect())
}

fn memory_mib() -> u64 {
    let meminfo = fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let total = meminfo.lines().find_map(|line| line.strip_prefix("MemTotal:")?.trim().strip_suffix(" kB"));
    total.and_then(|kib| kib.trim().parse::<u64>().ok()).unwrap_or(0) >> 10
}

/// The path itself, or the nearest folder above it that exists.
fn existing(path: &Path) -> &Path {
    path.ancestors().find(|folder| folder.exists()).unwrap_or(Path::new("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_machine_is_looked_at() {
        let data_dir = tempfile::tempdir().unwrap();
        let findings = check(data_dir.path());
        for finding in &findings {
            assert!(finding.ok || !finding.remedy.is_empty(), "{finding:?}");
            assert!(!finding.detail.is_empty(), "{finding:?}");
        }
        assert!(!data_dir.path().join("host").exists(), "looking changes nothing");
        assert!(capacity().vcpus > 0);
    }

    #[test]
    fn what_was_found_out_about_kvm_is_kept() {
        let host_dir = tempfile::tempdir().unwrap();
        let first = kvm_here(host_dir.path());
        let kept: Kept = read_json(&host_dir.path().join("probe.json")).unwrap().unwrap();
        assert_eq!((kept.kvm, kept.reason), first);
        assert_eq!(kept.machine_boot, machine_boot());
    }
}

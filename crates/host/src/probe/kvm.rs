//! Whether KVM truly works.
//!
//! `/dev/kvm` alone proves nothing: on a machine that is itself virtual it may be there, let itself be opened, and hang
//! at the first ordinary instruction. So a boot sector is run that does what every 64-bit kernel does first: it enters
//! long mode, calculates something that needs it, and says so by QEMU's debug port.

use std::{
    fs::File,
    io::Write,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use crate::vm::plan::KvmGuests;

/// It takes 0.2 s where KVM works, and for ever where it doesn't.
const DEADLINE: Duration = Duration::from_secs(5);
/// What the boot sector writes to the debug port; QEMU ends with twice that and one.
const WORD: i32 = 0x29;
/// The firmware takes a disk of one sector for none.
const DISK_BYTES: u64 = 1 << 20;

/// Assembled from `long_mode.s` beside this file, which says how.
const BOOT_SECTOR: &[u8; 512] = include_bytes!("long_mode.bin");

/// What KVM runs here, or why it doesn't.
pub(super) fn works() -> Result<KvmGuests, String> {
    File::options().read(true).write(true).open("/dev/kvm").map_err(|error| format!("/dev/kvm: {error}"))?;
    if cfg!(target_arch = "aarch64") {
        return Ok(KvmGuests::Arm64);
    }
    let cpuinfo = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    if !cpuinfo.split_whitespace().any(|flag| flag == "vmx" || flag == "svm") {
        return Err("the processor shows neither vmx nor svm".to_owned());
    }
    match enters_long_mode("kvm") {
        Ok(()) => Ok(KvmGuests::X86),
        Err(problem) => Err(format!("a guest under KVM did not get as far as long mode: {problem}")),
    }
}

/// Runs the boot sector under an accelerator.
fn enters_long_mode(accelerator: &str) -> Result<(), String> {
    let disk = Disk::make().map_err(|error| error.to_string())?;
    let mut child = Command::new("qemu-system-x86_64")
        .args([
            "-nodefaults",
            "-no-user-config",
            "-display",
            "none",
            "-machine",
            "q35",
            "-m",
            "32",
            "-accel",
            accelerator,
        ])
        .args(["-drive", &format!("if=none,id=disk,format=raw,readonly=on,file={}", disk.0.display())])
        .args(["-device", "virtio-blk-pci,drive=disk", "-device", "isa-debug-exit,iobase=0xf4,iosize=1"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| error.to_string())?;
    let deadline = Instant::now() + DEADLINE;
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.code() == Some(2 * WORD + 1) => return Ok(()),
            Ok(Some(status)) => return Err(format!("QEMU ended with {status}")),
            Ok(None) if Instant::now() < deadline => std::thread::sleep(Duration::from_millis(10)),
            Ok(None) | Err(_) => {
                let _ = child.kill();
                let _ = child.wait();
                return Err(format!("nothing happened for {} s", DEADLINE.as_secs()));
            }
        }
    }
}

/// A disk with the boot sector, for as long as this lives.
struct Disk(std::path::PathBuf);

impl Disk {
    fn make() -> std::io::Result<Self> {
        // Nobody can have made it before us: the name is taken only if it is free.
        let disk = Self(std::env::temp_dir().join(format!("fogbank-probe-{}", std::process::id())));
        let mut file = File::options().write(true).create_new(true).open(&disk.0)?;
        file.write_all(BOOT_SECTOR)?;
        file.set_len(DISK_BYTES)?;
        Ok(disk)
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// If the boot sector itself were wrong, KVM would never be used anywhere.
    #[test]
    fn the_boot_sector_enters_long_mode() {
        if Command::new("qemu-system-x86_64").arg("--version").output().is_err() {
            eprintln!("skipped: qemu-system-x86_64 is not installed");
            return;
        }
        assert_eq!(enters_long_mode("tcg"), Ok(()));
    }
}

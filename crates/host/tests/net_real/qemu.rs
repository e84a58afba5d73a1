//! A tap in the hands of a real QEMU.

use std::{
    os::{fd::AsRawFd, unix::process::CommandExt},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use hostlink::Reachability;
use nix::libc;

use super::{
    cloud::{Cloud, all},
    machine::on_a_machine,
};

/// A QEMU that ends with the test.
struct Qemu(Child);

impl Drop for Qemu {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The network boot firmware of a VM without disks takes a lease and answers ARP while it looks for something to boot:
/// the smallest guest there is.
#[test]
fn a_vm_takes_its_lease_through_the_tap() {
    on_a_machine(|machine| {
        let mut cloud = Cloud::new(machine, "one");
        let vpc = cloud.add_vpc(1);
        let group = cloud.add_group(&vpc, 1, vec![all("0.0.0.0/0")]);
        let eni = cloud.add_instance(&vpc, 1, [10, 0, 1, 5], None, &group);
        cloud.apply();
        let tap = machine.wait(cloud.net.open_tap(&eni)).unwrap();
        let descriptor = tap.as_raw_fd();
        let mut command = Command::new("qemu-system-x86_64");
        command
            .args(["-machine", "q35,accel=tcg", "-m", "128", "-display", "none", "-nodefaults"])
            .args([
                "-netdev",
                &format!("tap,id=n,fd={descriptor}"),
                "-device",
                "virtio-net-pci,netdev=n,mac=06:00:00:00:00:01",
            ])
            .stdin(Stdio::null())
            .stdout(Stdio::null());
        // SAFETY: between fork and exec only `fcntl` is called, which is safe there.
        unsafe {
            command.pre_exec(move || match libc::fcntl(descriptor, libc::F_SETFD, 0) {
                -1 => Err(std::io::Error::last_os_error()),
                _ => Ok(()),
            });
        }
        let Ok(child) = command.spawn() else {
            eprintln!("skipped, as qemu-system-x86_64 is not installed");
            return;
        };
        let mut qemu = Qemu(child);
        drop(tap);
        let deadline = Instant::now() + Duration::from_secs(120);
        let state = || cloud.net.liveness().borrow()[&eni];
        while state().lease_ms.is_none() || state().reachability != Reachability::Passed {
            assert!(qemu.0.try_wait().unwrap().is_none(), "QEMU ended by itself");
            assert!(Instant::now() < deadline, "no lease: {:?}", state());
            std::thread::sleep(Duration::from_millis(100));
        }
        // The tap goes with QEMU.
        drop(qemu);
        assert!(!machine.wait(cloud.net.probe(&eni)));
        machine.wait(cloud.net.open_tap(&eni)).unwrap();
    });
}

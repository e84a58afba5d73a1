//! Boots the image as a host does and logs in as a person does: by SSH, with the key the metadata service gave.
//!
//! QEMU's user network is the instance's network here, so no privileges are needed: it serves DHCP, its `guestfwd`
//! answers for the metadata service by `imds.sh`, and a forwarded port leads to the guest's SSH server. Everything
//! runs under emulation and takes some tens of seconds.

use std::{
    fs,
    io::{Read, Write},
    net::TcpListener,
    os::unix::{fs::PermissionsExt, net::UnixStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::OnceLock,
    time::{Duration, Instant},
};

use images::{Architecture, BuildOptions, BuiltImage, Progress, tiny};

/// Generous: machines that run tests are busy.
const PATIENCE: Duration = Duration::from_secs(180);

struct Lines;

impl Progress for Lines {
    fn step(&self, done: u32, of: u32, what: &str) {
        println!("[{done}/{of}] {what}");
    }
}

/// The image, built once for all tests, or `None` where it can't be booted.
fn image() -> Option<&'static BuiltImage> {
    static IMAGE: OnceLock<Option<BuiltImage>> = OnceLock::new();
    let image = IMAGE.get_or_init(|| {
        for program in ["qemu-system-x86_64", "qemu-img", "ssh", "ssh-keygen", "syslinux", "mcopy", "mkfs.vfat"] {
            let found = Command::new("sh")
                .args(["-c", &format!("PATH=$PATH:/usr/sbin:/sbin command -v {program}")])
                .stdout(Stdio::null())
                .status();
            if !found.is_ok_and(|status| status.success()) {
                println!("skipped: this machine has no {program}; scripts/install-deps.sh installs it");
                return None;
            }
        }
        let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("tiny");
        fs::create_dir_all(&directory).expect("a directory for the image");
        let options = BuildOptions {
            architecture: Architecture::X86_64,
            version: "test".to_owned(),
            work_dir: directory.join("work"),
            package_cache: directory.join("packages"),
            out: directory.join("image.raw"),
        };
        Some(tiny::build(&options, &Lines).unwrap_or_else(|error| panic!("{error}")))
    });
    image.as_ref()
}

#[derive(Clone, Copy, PartialEq)]
enum Firmware {
    Bios,
    Uefi,
}

#[derive(Clone, Copy, PartialEq)]
enum Bus {
    Virtio,
    Nvme,
}

/// A disk, the metadata of an instance, and a key to log in with.
struct Instance {
    directory: tempfile::TempDir,
    port: u16,
}

impl Instance {
    /// `size_gib` is the size of the disk, 2 for the image's own.
    fn new(image: &BuiltImage, id: &str, size_gib: u32) -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path();
        run(Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-f"]).arg(path.join("key")));
        run(Command::new("qemu-img")
            .args(["create", "-q", "-f", "qcow2", "-F", "raw", "-b"])
            .arg(&image.raw)
            .arg(path.join("disk.qcow2"))
            .arg(format!("{size_gib}G")));
        let script = path.join("imds.sh");
        fs::write(&script, include_str!("imds.sh")).expect("written");
        fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).expect("made executable");
        let free = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = free.local_addr().expect("an address").port();
        let instance = Self { directory, port };
        let key = fs::read_to_string(instance.file("key.pub")).expect("the public key");
        instance.metadata("../token", "AQAEA-the-token==");
        instance.metadata("meta-data/instance-id", id);
        instance.metadata("meta-data/local-hostname", "ip-10-0-0-5.ec2.internal");
        instance.metadata("meta-data/public-keys/.index", "0=launch-key");
        instance.metadata("meta-data/public-keys/0/openssh-key", &key);
        instance
    }

    fn file(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    fn metadata(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.file("latest").join(path);
        fs::create_dir_all(path.parent().expect("a directory")).expect("made");
        fs::write(path, content).expect("written");
    }

    fn boot(&self, firmware: Firmware, bus: Bus) -> Machine<'_> {
        let directory = self.directory.path().display();
        let mut command = Command::new("qemu-system-x86_64");
        command
            // One thread for both processors: the image is under test here, not the emulator, whose threads were seen to
            // lose a processor's timer once in some hundred boots.
            .args([
                "-machine",
                "pc-q35-10.0",
                "-accel",
                "tcg,tb-size=64,thread=single",
                "-cpu",
                "max",
                "-smp",
                "2",
                "-m",
                "512",
            ])
            .args(["-nodefaults", "-display", "none", "-no-reboot"])
            .args(["-smbios", "type=1,manufacturer=Amazon EC2,product=t3.nano"])
            .args(["-serial", &format!("file:{directory}/console")])
            .args(["-qmp", &format!("unix:{directory}/qmp,server=on,wait=off")])
            .args(["-drive", &format!("if=none,id=root,format=qcow2,file={directory}/disk.qcow2")]);
        for port in 0..4 {
            command.args(["-device", &format!("pcie-root-port,id=rp{port},chassis={port},slot={port}")]);
        }
        let disk = match bus {
            Bus::Virtio => "virtio-blk-pci,serial=vol0123456789abcdef0",
            Bus::Nvme => "nvme,serial=vol0123456789abcdef0",
        };
        command.args(["-device", &format!("{disk},drive=root,bus=rp0")]);
        let imds = format!("guestfwd=tcp:169.254.169.254:80-cmd:{directory}/imds.sh {directory}");
        let network = "net=169.254.0.0/16,host=169.254.0.2,dns=169.254.0.3,dhcpstart=169.254.0.15";
        command
            .args(["-netdev", &format!("user,id=net,{network},hostfwd=tcp:127.0.0.1:{}-:22,{imds}", self.port)])
            .args(["-device", "virtio-net-pci,netdev=net,bus=rp1,romfile=", "-device", "virtio-rng-pci"]);
        if firmware == Firmware::Uefi {
            let variables = self.file("variables.fd");
            fs::copy("/usr/share/OVMF/OVMF_VARS_4M.fd", &variables).expect("UEFI firmware, of the package ovmf");
            command
                .args(["-drive", "if=pflash,unit=0,format=raw,readonly=on,file=/usr/share/OVMF/OVMF_CODE_4M.fd"])
                .args(["-drive", &format!("if=pflash,unit=1,format=raw,file={}", variables.display())]);
        }
        let _ = fs::remove_file(self.file("console"));
        let qemu = command.stdin(Stdio::null()).spawn().expect("QEMU starts");
        Machine { instance: self, qemu, began: Instant::now() }
    }
}

/// A running virtual machine; killed when dropped.
struct Machine<'a> {
    instance: &'a Instance,
    qemu: Child,
    began: Instant,
}

impl Machine<'_> {
    fn console(&self) -> String {
        String::from_utf8_lossy(&fs::read(self.instance.file("console")).unwrap_or_default()).into_owned()
    }

    /// Waits until the console says this.
    fn says(&self, text: &str) {
        while !self.console().contains(text) {
            assert!(self.began.elapsed() < PATIENCE, "no “{text}” on the console:\n{}", self.console());
            std::thread::sleep(Duration::from_millis(50));
        }
        println!("{:.1} s: {text}", self.began.elapsed().as_secs_f32());
    }

    /// Runs a command in the guest as this user, as soon as it answers. Its output, and whether it succeeded.
    fn ssh_as(&self, user: &str, command: &str) -> (String, bool) {
        loop {
            let output = Command::new("ssh")
                .args(["-F", "none", "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null"])
                .args(["-o", "LogLevel=ERROR", "-o", "BatchMode=yes", "-o", "ConnectTimeout=60"])
                .args(["-o", "IdentitiesOnly=yes", "-p", &self.instance.port.to_string(), "-i"])
                .arg(self.instance.file("key"))
                .args([&format!("{user}@127.0.0.1"), command])
                .stdin(Stdio::null())
                .output()
                .expect("ssh starts");
            let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
            text.push_str(&String::from_utf8_lossy(&output.stderr));
            // QEMU takes connections that the guest does not take yet.
            let too_early =
                text.starts_with("kex_exchange_identification") || text.contains("Connection reset by peer");
            if !too_early || self.began.elapsed() > PATIENCE {
                return (text, output.status.success());
            }
            std::thread::sleep(Duration::from_millis(200));
        }
    }

    #[track_caller]
    fn ssh(&self, command: &str) -> String {
        let (text, success) = self.ssh_as("ec2-user", command);
        assert!(success, "`{command}` failed: {text}\nconsole:\n{}", self.console());
        text.trim_end().to_owned()
    }

    /// The line of the console that begins so, without that beginning.
    fn line(&self, beginning: &str) -> String {
        let console = self.console();
        let line = console.lines().find_map(|line| line.strip_prefix(beginning));
        line.unwrap_or_else(|| panic!("no line “{beginning}…” on the console:\n{console}")).trim().to_owned()
    }

    fn qmp(&self, command: &str) -> String {
        let mut socket = UnixStream::connect(self.instance.file("qmp")).expect("QMP answers");
        socket.set_read_timeout(Some(Duration::from_secs(10))).expect("set");
        let mut said = String::new();
        for line in ["{\"execute\":\"qmp_capabilities\"}", command] {
            socket.write_all(line.as_bytes()).expect("sent");
            socket.write_all(b"\n").expect("sent");
            // The greeting, then an answer to each; events may come between.
            let mut answer = String::new();
            while !answer.contains("\"return\"") && !answer.contains("\"error\"") {
                let mut bytes = [0; 4096];
                let count = socket.read(&mut bytes).expect("answered");
                answer.push_str(&String::from_utf8_lossy(&bytes[..count]));
            }
            said = answer;
        }
        said
    }

    /// Waits until the guest has switched itself off.
    fn ends(mut self) {
        let began = Instant::now();
        loop {
            match self.qemu.try_wait().expect("QEMU can be waited for") {
                Some(status) => return assert!(status.success(), "QEMU ended with {status}"),
                None => assert!(began.elapsed() < PATIENCE, "still on; console:\n{}", self.console()),
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Machine<'_> {
    fn drop(&mut self) {
        let _ = self.qemu.kill();
        let _ = self.qemu.wait();
    }
}

fn run(command: &mut Command) {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn gzip(content: &str) -> Vec<u8> {
    let mut child = Command::new("gzip").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("gzip starts");
    child.stdin.take().expect("piped").write_all(content.as_bytes()).expect("fed");
    child.wait_with_output().expect("gzip ends").stdout
}

/// One life of an instance: launch, log in, look around, attach a disk, reboot, stop by the power button, start again;
/// then the disk as another instance's.
#[test]
fn an_instance_lives_as_one_of_amazons() {
    let Some(image) = image() else { return };
    assert_eq!(image.name, "fogbank-tiny-test-x86_64");
    let instance = Instance::new(image, "i-0123456789abcdef0", 2);
    instance.metadata("user-data", "#!/bin/bash\necho \"user data as $(id -un)\"\necho >>/var/run-count\nexit 7\n");

    let machine = instance.boot(Firmware::Bios, Bus::Virtio);
    machine.says("fogbank-tiny: ready after");
    let host_key = machine.line("ssh-ed25519 ");
    assert!(machine.console().contains("-----BEGIN SSH HOST KEY FINGERPRINTS-----\r\n256 SHA256:"));
    machine.says("user data as root");
    machine.says("user data: ended with exit status 7");

    assert_eq!(machine.ssh("id -un; hostname; cat /var/run-count | wc -l"), "ec2-user\nip-10-0-0-5\n1");
    assert_eq!(machine.ssh("sudo id -un; sudo -n cat /var/log/user-data.log"), "root\nuser data as root");
    assert_eq!(machine.ssh("sudo -i pwd; echo $PATH | grep -c /usr/bin"), "/root\n1");
    assert_eq!(machine.ssh(". /etc/os-release; echo $ID $VERSION_ID; echo $SHELL"), "fogbank-tiny test\n/bin/bash");
    let (_, as_root) = machine.ssh_as("root", "true");
    assert!(!as_root, "root must not log in");
    let token = "TOKEN=$(curl -s -X PUT http://169.254.169.254/latest/api/token -H \
                 'X-aws-ec2-metadata-token-ttl-seconds: 60')";
    let id = "curl -s -H \"X-aws-ec2-metadata-token: $TOKEN\" http://169.254.169.254/latest/meta-data/instance-id";
    assert_eq!(machine.ssh(&format!("{token}; {id}")), "i-0123456789abcdef0");
    assert_eq!(machine.ssh("readlink /dev/disk/by-id/virtio-vol0123456789abcdef0-part1"), "../../vda1");
    machine.ssh("ping -c 1 127.0.0.1");
    assert!(machine.ssh("lsblk -rno NAME,MOUNTPOINT /dev/vda").contains("vda1 /"));

    // A volume comes, is used, and goes.
    let volume = instance.file("volume.raw");
    fs::File::create(&volume).and_then(|file| file.set_len(512 << 20)).expect("a volume");
    let node = format!("{{\"driver\":\"file\",\"filename\":\"{}\",\"node-name\":\"volume\"}}", volume.display());
    machine.qmp(&format!("{{\"execute\":\"blockdev-add\",\"arguments\":{node}}}"));
    let device = "{\"driver\":\"virtio-blk-pci\",\"drive\":\"volume\",\"id\":\"vd\",\"bus\":\"rp2\",\"serial\":\"vol00000000000000abc\"}";
    let answer = machine.qmp(&format!("{{\"execute\":\"device_add\",\"arguments\":{device}}}"));
    assert!(answer.contains("return"), "{answer}");
    machine.ssh(
        "until [ -e /dev/disk/by-id/virtio-vol00000000000000abc ]; do sleep 0.2; done; sudo mkfs -t xfs -q /dev/vdb && \
         sudo mount /dev/vdb /mnt && echo kept | sudo tee /mnt/file >/dev/null && sudo umount /mnt",
    );
    let answer = machine.qmp("{\"execute\":\"device_del\",\"arguments\":{\"id\":\"vd\"}}");
    assert!(answer.contains("return"), "{answer}");
    machine.ssh("while [ -e /dev/vdb ] || [ -L /dev/disk/by-id/virtio-vol00000000000000abc ]; do sleep 0.2; done");

    // Stopped by its power button.
    machine.ssh("echo remembered >remembered; exit 0");
    machine.qmp("{\"execute\":\"system_powerdown\"}");
    machine.ends();

    // Started again: the same keys, and user data is not run again.
    let machine = instance.boot(Firmware::Uefi, Bus::Virtio);
    machine.says("fogbank-tiny: ready after");
    assert_eq!(
        machine.ssh("cat remembered; wc -l </var/run-count; sudo e2fsck -n /dev/vda1 2>&1 | grep -c clean"),
        "remembered\n1\n1"
    );
    assert!(machine.ssh("sudo dropbearkey -y -f /etc/dropbear/dropbear_ed25519_host_key").contains(&host_key[..60]));
    // The plug is pulled.
    machine.ssh("echo survives >survives; sync");
    drop(machine);

    // Its disk, launched as another instance with a larger disk: other keys, its own user data, and room.
    run(Command::new("qemu-img").args(["resize", "-q"]).arg(instance.file("disk.qcow2")).arg("5G"));
    instance.metadata("meta-data/instance-id", "i-0fedcba9876543210");
    instance.metadata("user-data", gzip("#!/bin/sh\necho from gzip\n"));
    let machine = instance.boot(Firmware::Bios, Bus::Nvme);
    machine.says("fogbank-tiny: ready after");
    machine.says("from gzip");
    assert_ne!(machine.line("ssh-ed25519 "), host_key);
    assert_eq!(
        machine.ssh("cat survives; until df -k / | awk 'END { exit $2 < 4900000 }'; do sleep 0.2; done"),
        "survives"
    );
    assert_eq!(machine.ssh("ls /dev/disk/by-id | head -n 1"), "nvme-Amazon_Elastic_Block_Store_vol0123456789abcdef0");
    let (_, _) = machine.ssh_as("ec2-user", "sudo poweroff");
    machine.ends();
}

/// Without a metadata service an instance is on the network all the same, and says why nobody can log in.
#[test]
fn a_switched_off_metadata_service_holds_nothing_up() {
    let Some(image) = image() else { return };
    let instance = Instance::new(image, "i-0123456789abcdef0", 2);
    fs::write(instance.file("disabled"), "").expect("written");
    let machine = instance.boot(Firmware::Bios, Bus::Virtio);
    machine.says("the metadata service is switched off");
    machine.says("fogbank-tiny: ready after");
    let (said, _) = machine.ssh_as("ec2-user", "true");
    assert!(said.contains("Permission denied"), "{said}");
}

/// The same packages give the same disk, and need no network the second time.
#[test]
fn a_build_repeats() {
    let Some(image) = image() else { return };
    let directory = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a directory");
    let options = BuildOptions {
        architecture: Architecture::X86_64,
        version: "test".to_owned(),
        work_dir: directory.path().join("another/place"),
        package_cache: image.raw.parent().map(|path: &Path| path.join("packages")).expect("beside it"),
        out: directory.path().join("image.raw"),
    };
    // What a killed build left.
    fs::create_dir_all(options.work_dir.join("build/packages/usr")).expect("made");
    let again = tiny::build(&options, &images::Silent).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(again.digest, image.digest);
    let left: Vec<_> = fs::read_dir(&options.work_dir).expect("there").flatten().map(|e| e.file_name()).collect();
    assert_eq!(left, ["lock"]);
}

//! The tiny image: a guest that boots, takes its address, lets us in, and obeys the power button.

use std::{
    net::Ipv4Addr,
    path::{Path, PathBuf},
    process::Command,
    sync::{Arc, atomic::AtomicBool},
    time::{Duration, Instant},
};

use hostlink::{
    AddressSpec, Cause, Change, DiskSpec, GroupSpec, Host, InstanceSpec, InterfaceSpec, Peer, Phase, PowerWanted,
    Query, Reachability, Reply, RouteSpec, RouteTarget, RuleSpec, SnapshotSpec, SnapshotState, SubnetSpec, Traffic,
    VolumeSpec, VpcSpec,
};
use model::{AccountId, InstanceId, NetworkInterfaceId, RouteTableId, SecurityGroupId, SnapshotId, SubnetId, VpcId};
use vault::Vault;

use crate::bench::{Bench, disk, instance, instance_id, missing, volume, volume_id};

const STOP: PowerWanted = PowerWanted::Stopped { force: false };
/// Where the image lies.
const TINY_RAW: &str = "FOGBANK_TINY_RAW";

#[tokio::test(flavor = "multi_thread")]
async fn a_guest_lives_and_obeys() {
    if let Some(reason) = missing() {
        eprintln!("skipped: {reason}");
        return;
    }
    let Some(image) = std::env::var_os(TINY_RAW) else {
        eprintln!("skipped: {TINY_RAW} names no image (cargo run -p images --example build-tiny -- OUT.raw)");
        return;
    };
    let mut bench = Bench::new().await;
    let root = ingest(bench.data_dir(), Path::new(&image));
    let guest = Guest::new(&mut bench, 1);
    bench.want_volume(&volume_id(1), volume(4, Some(&root)));
    bench.want_instance(&guest.id, guest.spec(1, PowerWanted::Running));
    bench.until_phase(&guest.id, Phase::Running).await;
    answers(&mut bench, &guest).await;

    it_is_amazons_machine(&bench, &guest).await;
    its_disks_come_and_go(&mut bench, &guest).await;
    its_disk_grows(&mut bench, &guest).await;
    its_snapshot_is_given_up(&mut bench, &guest).await;
    let snapshot = it_is_copied_while_it_writes(&mut bench, &guest).await;
    it_reboots(&mut bench, &guest).await;
    its_agent_is_killed(&mut bench, &guest).await;
    it_powers_itself_off(&mut bench, &guest).await;

    // Its disk is as it left it.
    bench.want_instance(&guest.id, guest.spec(2, PowerWanted::Running));
    bench.until_phase(&guest.id, Phase::Running).await;
    answers(&mut bench, &guest).await;
    assert_eq!(guest.run("cat /marker"), "here");
    bench.want_instance(&guest.id, guest.spec(3, STOP));
    let began = Instant::now();
    let observed = bench.until_phase(&guest.id, Phase::Stopped).await;
    assert_eq!(observed.cause, None);
    assert!(began.elapsed() < Duration::from_secs(50), "it obeys the power button");

    another_begins_as_its_copy(&mut bench, &snapshot).await;
    it_comes_back_with_its_host(&mut bench, &guest).await;
    bench.shut_down().await;
}

/// A guest that writes more than the host's disk has is halted, not hurt, and goes on when there is room.
#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_halts_a_guest() {
    if let Some(reason) = missing() {
        eprintln!("skipped: {reason}");
        return;
    }
    let Some(image) = std::env::var_os(TINY_RAW) else {
        eprintln!("skipped: {TINY_RAW} names no image (cargo run -p images --example build-tiny -- OUT.raw)");
        return;
    };
    let mut bench = Bench::small(900).await;
    let root = ingest(bench.data_dir(), Path::new(&image));
    let guest = Guest::new(&mut bench, 1);
    bench.want_volume(&volume_id(1), volume(4, Some(&root)));
    bench.want_instance(&guest.id, guest.spec(1, PowerWanted::Running));
    bench.until_phase(&guest.id, Phase::Running).await;
    answers(&mut bench, &guest).await;

    // All but 100 MiB is taken by something else.
    let filler = bench.data_dir().join("filler");
    let space = nix::sys::statvfs::statvfs(bench.data_dir()).unwrap();
    let free = space.blocks_available() * space.fragment_size();
    let status = Command::new("fallocate").arg("-l").arg((free - (100 << 20)).to_string()).arg(&filler).status();
    assert!(status.unwrap().success());
    let writes = "(dd if=/dev/zero of=much bs=1M count=200 conv=fsync && touch written) </dev/null >/dev/null 2>&1 &";
    guest.run(writes);
    let deadline = Instant::now() + Duration::from_secs(120);
    while reaches(&guest) {
        assert!(Instant::now() < deadline, "it isn't halted");
        std::thread::sleep(Duration::from_millis(300));
    }
    assert_eq!(bench.instances[&guest.id].phase, Phase::Running);
    std::fs::remove_file(&filler).unwrap();
    guest.run_until("[ -e written ] && wc -c <much", "209715200");
    bench.shut_down().await;
}

/// Brings an image into the vault of a data directory.
fn ingest(data_dir: &Path, image: &Path) -> String {
    let vault = Vault::open_local(data_dir.join("vault")).unwrap();
    let ingested = vault
        .in_clear()
        .ingest_file(&vault.begin_job(&[]).unwrap(), image, &|_, _| {}, &AtomicBool::new(false))
        .unwrap();
    ingested.manifest.root.to_string()
}

/// A guest with one interface, a public address and a key of ours.
struct Guest {
    id: InstanceId,
    number: u32,
    interface: NetworkInterfaceId,
    public: Ipv4Addr,
    key: PathBuf,
    public_key: String,
    console: PathBuf,
}

impl Guest {
    fn new(bench: &mut Bench, number: u32) -> Self {
        let key = bench.data_dir().join(format!("key{number}"));
        let made = Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-f"]).arg(&key).status();
        assert!(made.unwrap().success());
        let public_key = std::fs::read_to_string(key.with_extension("pub")).unwrap().trim().to_owned();
        let pool = host::net::machine::claim(bench.data_dir()).unwrap().pool;
        let public = Ipv4Addr::from(u32::from(pool.network()) + 100 + number);
        let id = instance_id(number);
        let interface = NetworkInterfaceId::trusted(format!("eni-{number:017x}"));
        let console = bench.host_dir().join(format!("instances/{id}/console.log"));
        let guest = Self { id, number, interface, public, key, public_key, console };
        bench.want(guest.network());
        guest
    }

    fn network(&self) -> Vec<Change> {
        let (vpc, subnet) = (VpcId::trusted("vpc-00000000000000001"), SubnetId::trusted("subnet-00000000000000001"));
        let (group, table) =
            (SecurityGroupId::trusted("sg-00000000000000001"), RouteTableId::trusted("rtb-00000000000000001"));
        let everybody = RuleSpec { traffic: Traffic::All, peer: Peer::Cidr("0.0.0.0/0".parse().unwrap()) };
        let route = |destination: &str, target| RouteSpec { destination: destination.parse().unwrap(), target };
        let private = Ipv4Addr::from([10, 0, 1, 10 + self.number as u8]);
        vec![
            Change::Vpc(
                vpc.clone(),
                Some(Arc::new(VpcSpec {
                    account: AccountId::from_number(1),
                    cidrs: vec!["10.0.0.0/16".parse().unwrap()],
                    subnets: [(
                        subnet.clone(),
                        SubnetSpec {
                            cidr: "10.0.1.0/24".parse().unwrap(),
                            zone: "us-east-1a".into(),
                            route_table: table.clone(),
                        },
                    )]
                    .into(),
                    route_tables: [(
                        table,
                        vec![
                            route("10.0.0.0/16", RouteTarget::Local),
                            route("0.0.0.0/0", RouteTarget::InternetGateway),
                        ],
                    )]
                    .into(),
                    internet_gateway: true,
                    dns_support: true,
                    dns_hostnames: true,
                    domain: "ec2.internal".into(),
                    dhcp: None,
                })),
            ),
            Change::Group(
                group.clone(),
                Some(Arc::new(GroupSpec {
                    vpc: vpc.clone(),
                    ingress: vec![everybody.clone()],
                    egress: vec![everybody],
                    members: vec![private],
                })),
            ),
            Change::Interface(
                self.interface.clone(),
                Some(Arc::new(InterfaceSpec {
                    vpc,
                    subnet,
                    instance: self.id.clone(),
                    device_index: 0,
                    mac: format!("06:00:00:00:00:{:02x}", self.number),
                    addresses: vec![AddressSpec { private, public: Some(self.public) }],
                    groups: vec![group],
                    source_dest_check: true,
                })),
            ),
        ]
    }

    fn spec(&self, generation: u64, wanted: PowerWanted) -> InstanceSpec {
        let mut spec = instance(generation, wanted, vec![disk(self.number, 0)]);
        spec.interfaces = vec![self.interface.clone()];
        let metadata = Arc::make_mut(&mut spec.metadata);
        metadata.key = Some(("test".into(), self.public_key.clone()));
        spec
    }

    /// Runs a command in the guest, as soon as it lets us in, and returns what it printed.
    fn run(&self, command: &str) -> String {
        let deadline = Instant::now() + Duration::from_secs(120);
        loop {
            let output = Command::new("ssh")
                .args(["-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR"])
                .args(["-o", "ConnectTimeout=5", "-o", "BatchMode=yes", "-o", "IdentitiesOnly=yes", "-i"])
                .arg(&self.key)
                .args([&format!("ec2-user@{}", self.public), command])
                .output()
                .unwrap();
            // 255 is ssh's own: it did not get in, or was thrown out.
            if output.status.code() != Some(255) {
                return String::from_utf8_lossy(&output.stdout).trim().to_owned();
            }
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            if Instant::now() > deadline {
                let console = std::fs::read(&self.console).unwrap_or_default();
                panic!("{}: {said}; its console:\n{}", self.public, String::from_utf8_lossy(&console));
            }
            std::thread::sleep(Duration::from_millis(300));
        }
    }

    /// Runs a command again and again until it prints what is expected.
    fn run_until(&self, command: &str, expected: &str) {
        let deadline = Instant::now() + Duration::from_secs(60);
        loop {
            let printed = self.run(command);
            if printed == expected {
                return;
            }
            assert!(Instant::now() < deadline, "{command}: {printed:?} and not {expected:?}");
            std::thread::sleep(Duration::from_millis(200));
        }
    }
}

async fn answers(bench: &mut Bench, guest: &Guest) {
    let id = guest.id.clone();
    let passed = |bench: &Bench| bench.instances[&id].reachability == Reachability::Passed;
    bench.until("an answer of the guest", |bench, _| passed(bench)).await;
}

async fn it_is_amazons_machine(bench: &Bench, guest: &Guest) {
    let dmi = |name: &str| guest.run(&format!("sudo cat /sys/class/dmi/id/{name}"));
    assert_eq!(dmi("sys_vendor"), "Amazon EC2");
    assert_eq!(dmi("product_name"), "t3.nano");
    assert_eq!(dmi("board_asset_tag"), guest.id.as_str());
    let (uuid, serial) = (dmi("product_uuid"), dmi("product_serial"));
    assert!(uuid.starts_with("ec2"), "{uuid}");
    assert_eq!(uuid, serial);
    let console = bench.host().query(Query::Console { instance: guest.id.clone() }).await;
    assert!(
        matches!(console, Ok(Reply::Console { output, .. }) if output.len() > 1000),
        "it has said much while it booted"
    );
}

async fn its_disks_come_and_go(bench: &mut Bench, guest: &Guest) {
    let by_id = "/dev/disk/by-id/virtio-vol00000000000000009";
    let attached =
        |bench: &Bench| bench.instances[&instance_id(1)].disks.get(&volume_id(9)).is_some_and(|it| it.attached);
    bench.want_volume(&volume_id(9), volume(1, None));
    let both =
        |second: DiskSpec| InstanceSpec { disks: vec![disk(1, 0), second], ..guest.spec(1, PowerWanted::Running) };
    bench.want_instance(&guest.id, both(disk(9, 3)));
    bench.until("an attached disk", |bench, _| attached(bench)).await;
    guest.run_until(&format!("[ -b {by_id} ] && sudo blockdev --getsize64 {by_id}"), "1073741824");
    guest.run(&format!("echo hello | sudo dd of={by_id} conv=fsync 2>/dev/null"));
    bench.want_volume(&volume_id(9), volume(2, None));
    guest.run_until(&format!("sudo blockdev --getsize64 {by_id}"), "2147483648");

    // Its limits hold: 24 MiB at 4 MiB/s and 600 operations at 100/s, less the burst of one second, take five.
    let limits = [
        (VolumeSpec { throughput_mib: 4, ..volume(2, None) }, "bs=1M count=24"),
        (VolumeSpec { iops: 100, ..volume(2, None) }, "bs=4k count=600"),
    ];
    for (limited, much) in limits {
        bench.want_volume(&volume_id(9), limited);
        let began = Instant::now();
        while began.elapsed() < Duration::from_secs(60) {
            let write = Instant::now();
            guest.run(&format!("sudo dd if=/dev/zero of={by_id} {much} oflag=direct seek=100 2>/dev/null"));
            if write.elapsed() > Duration::from_secs(4) {
                break;
            }
        }
        assert!(began.elapsed() < Duration::from_secs(60), "its limits don't hold: {much}");
    }

    let began = Instant::now();
    bench.want_instance(&guest.id, both(DiskSpec { wanted: false, ..disk(9, 3) }));
    bench.until("a detached disk", |bench, _| !attached(bench)).await;
    assert!(began.elapsed() < Duration::from_secs(12), "the guest lets go of it by itself");
    guest.run_until(&format!("[ -b {by_id} ] || echo gone"), "gone");
    // Once more, in another slot: what was written is there.
    let again = DiskSpec { generation: 2, ..disk(9, 7) };
    bench.want_instance(&guest.id, both(again));
    bench.until("an attached disk", |bench, _| attached(bench)).await;
    guest.run_until(&format!("sudo head -c 5 {by_id}"), "hello");
    bench.want_instance(&guest.id, guest.spec(1, PowerWanted::Running));
    guest.run_until(&format!("[ -b {by_id} ] || echo gone"), "gone");
}

async fn its_disk_grows(bench: &mut Bench, guest: &Guest) {
    bench.want_volume(&volume_id(1), volume(5, None));
    guest.run_until("sudo blockdev --getsize64 /dev/vda", "5368709120");
}

/// A snapshot of a running guest, while it overwrites what it had written.
async fn it_is_copied_while_it_writes(bench: &mut Bench, guest: &Guest) -> String {
    guest.run("echo here | sudo tee /marker >/dev/null; sync");
    let noise = "while [ ! -e quiet ]; do dd if=/dev/zero of=noise bs=64k count=16 conv=fsync; done";
    guest.run(&format!("({noise}) </dev/null >/dev/null 2>&1 &"));
    guest.run_until("[ -s noise ] && echo noisy", "noisy");
    let id = SnapshotId::trusted("snap-00000000000000001");
    let spec = SnapshotSpec { volume: volume_id(1), base: None, moment: Default::default() };
    bench.want(vec![Change::Snapshot(id.clone(), Some(Arc::new(spec)))]);
    let state =
        |bench: &Bench| bench.snapshots.get(&SnapshotId::trusted("snap-00000000000000001")).map(|it| it.state.clone());
    let mut root = String::new();
    bench
        .until("a snapshot", |bench, _| match state(bench) {
            Some(SnapshotState::Completed { root: completed, full_bytes, .. }) => {
                root = completed;
                assert!(full_bytes < 100 << 20, "zeros take nothing: {full_bytes}");
                true
            }
            Some(SnapshotState::Failed { detail }) => panic!("{detail}"),
            _ => false,
        })
        .await;
    bench.want(vec![Change::Snapshot(id, None)]);
    guest.run("touch quiet; sync; rm -f noise");
    root
}

/// A snapshot that is deleted while QEMU copies: nothing is left of it, and the next one works.
async fn its_snapshot_is_given_up(bench: &mut Bench, guest: &Guest) {
    let id = SnapshotId::trusted("snap-00000000000000002");
    let spec = SnapshotSpec { volume: volume_id(1), base: None, moment: Default::default() };
    bench.want(vec![Change::Snapshot(id.clone(), Some(Arc::new(spec)))]);
    bench
        .until("its moment", |bench, _| match bench.snapshots.get(&id).map(|it| &it.state) {
            Some(SnapshotState::Pending { percent, .. }) => *percent > 0,
            Some(other) => panic!("{other:?}"),
            None => false,
        })
        .await;
    bench.want(vec![Change::Snapshot(id.clone(), None)]);
    let scratch = bench.host_dir().join("scratch");
    let left = || std::fs::read_dir(&scratch).unwrap().flatten().map(|entry| entry.path()).collect::<Vec<_>>();
    let deadline = Instant::now() + Duration::from_secs(30);
    while !left().is_empty() {
        assert!(Instant::now() < deadline, "{:?} are left", left());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    guest.run("sudo dd if=/dev/zero of=/zeros bs=1M count=1 conv=fsync 2>/dev/null");
}

async fn it_reboots(bench: &mut Bench, guest: &Guest) {
    let boot = || guest.run("cat /proc/sys/kernel/random/boot_id");
    let (before, qemu) = (boot(), bench.qemu(&guest.id));
    bench.want_instance(&guest.id, InstanceSpec { reboot_generation: 1, ..guest.spec(1, PowerWanted::Running) });
    let id = guest.id.clone();
    let began = Instant::now();
    bench.until("a reboot", |bench, _| bench.instances[&id].reboot_generation == 1).await;
    assert!(began.elapsed() < Duration::from_secs(60), "it obeys the power button");
    assert_ne!(boot(), before);
    assert_eq!(bench.qemu(&guest.id), qemu, "in the same QEMU");
    assert_eq!(bench.instances[&guest.id].phase, Phase::Running);
    answers(bench, guest).await;
}

async fn its_agent_is_killed(bench: &mut Bench, guest: &Guest) {
    let boot = guest.run("cat /proc/sys/kernel/random/boot_id");
    for end in [Bench::kill_agent, Bench::end_agent] {
        end(bench);
        assert_eq!(guest.run("cat /proc/sys/kernel/random/boot_id"), boot, "the guest notices nothing");
        bench.start_agent().await;
    }
    bench.until_phase(&guest.id, Phase::Running).await;
    answers(bench, guest).await;
    assert_eq!(guest.run("cat /proc/sys/kernel/random/boot_id"), boot);
}

async fn it_powers_itself_off(bench: &mut Bench, guest: &Guest) {
    let qemu = bench.qemu(&guest.id);
    guest.run("sudo sh -c 'sleep 1; poweroff' >/dev/null 2>&1 &");
    // While nobody listens.
    bench.kill_agent();
    let deadline = Instant::now() + Duration::from_secs(60);
    while reaches(guest) {
        assert!(Instant::now() < deadline, "it doesn't power off");
        std::thread::sleep(Duration::from_millis(200));
    }
    bench.start_agent().await;
    let observed = bench.until_phase(&guest.id, Phase::Stopped).await;
    assert_eq!(observed.cause, Some(Cause::GuestShutdown));
    assert!(!Bench::lives(qemu));
}

fn reaches(guest: &Guest) -> bool {
    let address = std::net::SocketAddr::from((guest.public, 22));
    std::net::TcpStream::connect_timeout(&address, Duration::from_secs(1)).is_ok()
}

/// A machine whose disk begins as the snapshot of the first one's.
async fn another_begins_as_its_copy(bench: &mut Bench, root: &str) {
    let copy = Guest::new(bench, 2);
    bench.want_volume(&volume_id(2), volume(5, Some(root)));
    bench.want_instance(&copy.id, copy.spec(1, PowerWanted::Running));
    bench.until_phase(&copy.id, Phase::Running).await;
    answers(bench, &copy).await;
    assert_eq!(copy.run("cat /marker"), "here");
    assert_eq!(copy.run("cat /proc/mounts | grep -c ' / ext4 rw'"), "1");
    bench.want_instance(&copy.id, copy.spec(2, PowerWanted::Gone));
    bench.until_phase(&copy.id, Phase::Gone).await;
}

/// `fogbank down` and `up`: what ran runs again, what was stopped stays so.
async fn it_comes_back_with_its_host(bench: &mut Bench, guest: &Guest) {
    bench.want_instance(&guest.id, guest.spec(4, PowerWanted::Running));
    bench.until_phase(&guest.id, Phase::Running).await;
    answers(bench, guest).await;
    let qemu = bench.qemu(&guest.id);
    bench.shut_down().await;
    assert!(!Bench::lives(qemu));
    bench.start_agent().await;
    bench.until_phase(&guest.id, Phase::Running).await;
    answers(bench, guest).await;
    assert_eq!(guest.run("cat /marker"), "here");
}

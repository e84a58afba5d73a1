//! Copies of a disk that is written to all the while, by a `qemu-storage-daemon` in the place of a guest's QEMU; and what
//! the vault has of them in the end, byte by byte.

use std::{
    collections::BTreeMap,
    path::Path,
    process::{Child, Command},
    sync::Arc,
};

use hostlink::VolumeSpec;
use model::SnapshotId;
use tokio::sync::oneshot;
use tokio_util::sync::CancellationToken;
use vault::Vault;

use super::*;
use crate::{
    disk::{Disks, Lease, allocated_bytes},
    qemu::{block::DiskParts, qmp::BlockResize},
    vm::{
        plan::{VolumeFiles, plan_disk},
        testing::{instance_id, volume, volume_id},
    },
};

/// What is written to, of 1 GiB.
const USED_BYTES: usize = 12 << 20;

/// A host's folder with one volume, or nothing where QEMU's tools are not installed.
struct Place {
    folder: tempfile::TempDir,
    disks: Disks,
    vault: Arc<Vault>,
    /// What the volume should have, of what is written to.
    content: Vec<u8>,
    size_bytes: u64,
    random: u64,
    qemu: Option<Storage>,
    snapshots: u32,
}

/// What stands for a QEMU with the volume.
struct Storage {
    child: Child,
    monitor: Monitor,
    _lease: Lease,
}

impl Drop for Storage {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn lacks_tools() -> bool {
    let lacks = |tool: &&&str| Command::new(tool).arg("--version").output().is_err();
    let lacking = ["qemu-img", "qemu-io", "qemu-nbd", "qemu-storage-daemon", "setpriv"].iter().find(lacks);
    if let Some(tool) = lacking {
        eprintln!("skipped: {tool} is not installed");
    }
    lacking.is_some()
}

impl Place {
    /// A volume that begins as a snapshot with 3 MiB of data.
    async fn new(seed: u64) -> Option<Self> {
        if lacks_tools() {
            return None;
        }
        let folder = tempfile::tempdir().unwrap();
        let vault = Arc::new(Vault::open_local(folder.path().join("vault")).unwrap());
        let disks = Disks::open(&folder.path().join("host"), Arc::clone(&vault), None).unwrap();
        let mut content: Vec<u8> = (0..3 << 20_u32).map(|at| (at / 512 % 251) as u8 + 1).collect();
        std::fs::write(folder.path().join("image.raw"), &content).unwrap();
        // Its zeros take no room anywhere.
        std::fs::File::options().write(true).open(folder.path().join("image.raw")).unwrap().set_len(1 << 30).unwrap();
        content.resize(USED_BYTES, 0);
        let mut place =
            Self { folder, disks, vault, content, size_bytes: 1 << 30, random: seed, qemu: None, snapshots: 0 };
        place.start().await;
        Some(place)
    }

    fn spec(&self) -> VolumeSpec {
        let job = self.vault.begin_job(&[]).unwrap();
        let image = self.folder.path().join("image.raw");
        let ingested = self.vault.in_clear().ingest_file(&job, &image, &|_, _| {}, &Default::default()).unwrap();
        VolumeSpec { origin: Some(ingested.manifest.root.to_string()), ..volume(1) }
    }

    fn host(&self) -> std::path::PathBuf {
        self.folder.path().join("host")
    }

    /// Starts a QEMU that has the volume.
    async fn start(&mut self) {
        let (lease, files) = self.disks.lease(&volume_id(1), &self.spec(), &instance_id()).await.unwrap();
        let child = storage_daemon(&self.host(), &files);
        let monitor = connect(&self.host()).await;
        follow_from_origin(&monitor, &self.disks, &volume_id(1)).await.unwrap();
        self.qemu = Some(Storage { child, monitor, _lease: lease });
    }

    /// The QEMU ends without a word, and another one is started.
    async fn restart(&mut self) {
        self.qemu = None;
        self.start().await;
    }

    /// As ModifyVolume does.
    async fn grow(&mut self) {
        let node = Names::of(&volume_id(1)).throttle;
        self.size_bytes = 2 << 30;
        let monitor = &self.qemu.as_ref().unwrap().monitor;
        // A guest's device takes it; an export does not.
        monitor.execute(BlockExportDel(json!({ "id": "guest" }))).await.unwrap();
        let resize = BlockResize { node: node.clone(), size: self.size_bytes };
        until_free(monitor, resize).await;
        let export = json!({ "type": "nbd", "id": "guest", "node-name": node, "name": "disk", "writable": true });
        monitor.execute(BlockExportAdd(export)).await.unwrap();
        self.disks.note_growth(&volume_id(1), 2).unwrap();
    }

    fn number(&mut self, below: u64) -> u64 {
        // Numerical Recipes' generator; its low digits are poor.
        self.random = self.random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.random >> 33) % below
    }

    /// Writes here and there as a guest would: data and zeros, a sector or some megabytes, seldom along with blocks.
    fn write(&mut self) {
        let mut commands = Vec::new();
        for _ in 0..=self.number(6) {
            let sectors = (USED_BYTES / 512) as u64;
            let from = self.number(sectors);
            let longest = [1, 8, 1024, 5000][self.number(4) as usize];
            let len = (1 + self.number(longest)).min(sectors - from) * 512;
            let from = from * 512;
            let byte = self.number(4) as u8 * 50;
            commands.push("-c".to_owned());
            commands.push(match byte {
                0 => format!("write -q -z {from} {len}"),
                byte => format!("write -q -P {byte} {from} {len}"),
            });
            self.content[from as usize..(from + len) as usize].fill(byte);
        }
        let url = format!("nbd+unix:///disk?socket={}", self.host().join("nbd.sock").display());
        let wrote = Command::new("qemu-io").args(["-f", "raw"]).args(&commands).arg(url).output().unwrap();
        assert!(wrote.status.success() && wrote.stdout.is_empty(), "{commands:?}: {wrote:?}");
    }

    /// Copies the volume; what is written after its moment is in the place's content only. Says whether the copy was one in
    /// part, and what it should have.
    async fn copy(&mut self) -> (SnapshotId, bool, Vec<u8>) {
        self.snapshots += 1;
        let snapshot = SnapshotId::trusted(format!("snap-{:017x}", self.snapshots));
        let preparation = self.disks.prepare_copy(&snapshot, &volume_id(1)).await.unwrap();
        let (sender, moment) = oneshot::channel();
        let order = CopyOrder {
            disks: [(volume_id(1), preparation.files.clone())].into(),
            passed: Box::new(|_| sender.send(()).unwrap()),
            cancel: CancellationToken::new(),
        };
        let monitor = self.qemu.as_ref().unwrap().monitor.clone();
        let copying =
            tokio::spawn(async move { copy(&monitor, order, async { Ok(()) }, async { Ok((None, None)) }).await });
        moment.await.unwrap();
        let expected = self.content.clone();
        self.write();
        let copied = copying.await.unwrap().unwrap();
        self.disks.finish_copies(&BTreeMap::from([(snapshot.clone(), preparation)]), &copied, None).unwrap();
        let scratch = self.host().join("scratch");
        let takes = allocated_bytes(&scratch.join(format!("{snapshot}.qcow2")));
        assert!(takes < 2 * USED_BYTES as u64, "{snapshot} takes {takes} bytes: its zeros are written out");
        (snapshot, copied.in_part.contains(&volume_id(1)), expected)
    }

    /// Brings a copy into the vault, and compares.
    async fn complete(&self, snapshot: &SnapshotId, expected: &[u8]) {
        let done = self.disks.complete(snapshot, Arc::new(|_| {})).await.unwrap();
        let root = done.root.parse().unwrap();
        let mut found = vec![1; USED_BYTES];
        self.vault.read_at(root, 0, &mut found).unwrap();
        let wrong = found.iter().zip(expected).position(|(found, expected)| found != expected);
        assert_eq!(wrong, None, "{snapshot} is wrong there");
        let beyond = self.vault.blocks(root, (USED_BYTES / vault::BLOCK_BYTES) as u64).unwrap().count();
        assert_eq!((beyond, self.vault.describe(root).unwrap().size_bytes), (0, self.size_bytes));
        assert_eq!(self.files("scratch"), [""; 0]);
    }

    fn files(&self, folder: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.host().join(folder)).unwrap();
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
    }

    /// The bitmaps that the QEMU has of the volume.
    async fn marks(&self) -> Vec<String> {
        let monitor = &self.qemu.as_ref().unwrap().monitor;
        // No job runs, so that this may be asked.
        let nodes = monitor.execute(QueryNodes(json!({ "flat": true }))).await.unwrap();
        let image = Names::of(&volume_id(1)).image;
        let there = nodes.as_array().unwrap().iter().filter(|node| node["node-name"] == image.as_str());
        let bitmaps = there.flat_map(|node| node["dirty-bitmaps"].as_array().into_iter().flatten());
        let name = |bitmap: &Value| bitmap["name"].as_str().unwrap().replace("since-snap-0000000000000000", "");
        let mut names: Vec<String> = bitmaps.map(name).collect();
        names.sort();
        names
    }

    /// A snapshot from beginning to end. Says whether it was one in part.
    async fn snapshot(&mut self) -> bool {
        let (snapshot, in_part, expected) = self.copy().await;
        self.complete(&snapshot, &expected).await;
        in_part
    }
}

macro_rules! raw_commands {
    ($($command:ident = $name:literal),*) => {$(
        struct $command(Value);

        impl crate::qemu::qmp::Command for $command {
            const NAME: &'static str = $name;
            type Reply = Value;
            fn arguments(self) -> Value {
                self.0
            }
        }
    )*};
}

raw_commands!(
    BlockExportAdd = "block-export-add",
    BlockExportDel = "block-export-del",
    QueryNodes = "query-named-block-nodes"
);

/// An export is gone a moment after it was removed.
async fn until_free(monitor: &Monitor, resize: BlockResize) {
    let deadline = tokio::time::Instant::now() + Duration::from_secs(20);
    while let Err(error) = monitor.execute(resize.clone()).await {
        assert!(tokio::time::Instant::now() < deadline, "{error}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

fn storage_daemon(host: &Path, files: &VolumeFiles) -> Child {
    let parts = DiskParts::of(&plan_disk(&volume_id(1), 0, files), true);
    // A test that is killed takes it along.
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "KILL", "--", "qemu-storage-daemon"]);
    for socket in ["qmp.sock", "nbd.sock"] {
        let _ = std::fs::remove_file(host.join(socket));
    }
    command.current_dir(host);
    command.args(["--chardev", "socket,id=monitor,path=qmp.sock,server=on,wait=off", "--monitor", "chardev=monitor"]);
    command.arg("--object").arg(parts.group.to_string());
    for node in &parts.nodes {
        command.arg("--blockdev").arg(node.to_string());
    }
    command.args(["--nbd-server", "addr.type=unix,addr.path=nbd.sock", "--export"]);
    let throttle = Names::of(&volume_id(1)).throttle;
    command.arg(format!("type=nbd,id=guest,node-name={throttle},name=disk,writable=on"));
    command.spawn().unwrap()
}

async fn connect(host: &Path) -> Monitor {
    let deadline = tokio::time::Instant::now() + Duration::from_secs(30);
    loop {
        match Monitor::connect(&host.join("qmp.sock"), Duration::from_secs(30)).await {
            Ok((monitor, _)) if host.join("nbd.sock").exists() => return monitor,
            Ok(_) | Err(QmpError::Connect(_)) if tokio::time::Instant::now() < deadline => {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
            other => panic!("{:?}", other.map(|_| ())),
        }
    }
}

#[tokio::test]
async fn snapshots_in_part_are_the_volume_at_their_moment() {
    for seed in [1, 2] {
        let Some(mut place) = Place::new(seed).await else { return };
        for round in 0..8 {
            place.write();
            assert!(place.snapshot().await, "seed {seed}, round {round}");
            // Its own, and until the next one that of the one before it.
            let before = if round == 0 { "since-origin".to_owned() } else { round.to_string() };
            let mut expected = [(round + 1).to_string(), before];
            expected.sort();
            assert_eq!(place.marks().await, expected);
            if round == 4 {
                place.grow().await;
            }
        }
        // Even if it is on record that the volume was followed.
        let record = place.host().join(format!("since/{}.json", volume_id(1)));
        let followed = std::fs::read(&record).unwrap();
        place.restart().await;
        assert!(!record.exists());
        std::fs::write(&record, followed).unwrap();
        place.write();
        assert!(!place.snapshot().await, "another QEMU has noted nothing");
        place.write();
        assert!(place.snapshot().await);
    }
}

#[tokio::test]
async fn the_next_agent_builds_upon_the_last_ones_snapshots() {
    let Some(mut place) = Place::new(3).await else { return };
    place.write();
    place.snapshot().await;
    place.write();
    // The agent is killed, its QEMU goes on.
    let mut qemu = place.qemu.take().unwrap();
    place.disks = Disks::open(&place.host(), Arc::clone(&place.vault), None).unwrap();
    qemu._lease = place.disks.lease_running(&volume_id(1), &instance_id()).await;
    place.qemu = Some(qemu);
    assert!(place.snapshot().await);
    let needs = || place.disks.vault_needs().unwrap().roots.len();
    // The volume's origin, and two snapshots of which the control plane has not taken note.
    assert_eq!(needs(), 3);
    for number in 1..=2 {
        place.disks.forget_snapshot(&SnapshotId::trusted(format!("snap-{number:017x}"))).unwrap();
    }
    assert_eq!(needs(), 2, "what the next one builds upon is kept");
    place.disks.forget_since(&volume_id(1)).unwrap();
    assert_eq!(needs(), 1);
    place.write();
    assert!(!place.snapshot().await, "nothing is known of what has changed");
}

#[tokio::test]
async fn copies_overtake_each_other() {
    let Some(mut place) = Place::new(4).await else { return };
    place.snapshot().await;
    place.write();
    // Two moments before the first of them is in the vault.
    let (second, in_part, of_second) = place.copy().await;
    assert!(in_part);
    place.write();
    let (third, in_part, of_third) = place.copy().await;
    assert!(in_part, "both build upon the first");
    let scratch = place.files("scratch").len();
    assert_eq!(scratch, 4);
    let mut both = [(second, of_second), (third, of_third)];
    both.reverse();
    for (number, (snapshot, expected)) in both.iter().enumerate() {
        let done = place.disks.complete(snapshot, Arc::new(|_| {})).await.unwrap();
        let mut found = vec![1; USED_BYTES];
        place.vault.read_at(done.root.parse().unwrap(), 0, &mut found).unwrap();
        assert!(found == *expected, "copy {number}");
    }
    // The last to come into the vault is the second, whose bitmap is there still.
    place.write();
    assert!(place.snapshot().await);
    assert_eq!(place.marks().await, ["2", "4"]);
}

#[tokio::test]
async fn a_copy_that_is_given_up_is_not_built_upon() {
    let Some(mut place) = Place::new(5).await else { return };
    place.snapshot().await;
    place.write();
    // Deleted before it is in the vault.
    let (given_up, _, _) = place.copy().await;
    place.disks.forget_snapshot(&given_up).unwrap();
    place.write();
    assert!(place.snapshot().await);
    assert_eq!(place.marks().await, ["1", "3"]);
    // Cancelled in the midst: the next has the same name, as when it is tried again.
    place.snapshots += 1;
    let snapshot = SnapshotId::trusted(format!("snap-{:017x}", place.snapshots));
    let preparation = place.disks.prepare_copy(&snapshot, &volume_id(1)).await.unwrap();
    let cancel = CancellationToken::new();
    let stop = cancel.clone();
    let order = CopyOrder {
        disks: [(volume_id(1), preparation.files.clone())].into(),
        passed: Box::new(move |_| stop.cancel()),
        cancel,
    };
    let monitor = place.qemu.as_ref().unwrap().monitor.clone();
    let cancelled = copy(&monitor, order, async { Ok(()) }, async { Ok((None, None)) }).await;
    assert!(matches!(cancelled, Err(CopyError::Cancelled)), "{cancelled:?}");
    place.disks.discard_copy(&preparation.files).unwrap();
    place.write();
    place.snapshots -= 1;
    assert!(place.snapshot().await);
    assert_eq!(place.marks().await, ["3", "4"]);
}

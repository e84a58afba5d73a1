//! Volumes of snapshots: usable at once, and independent in the end, whoever is killed meanwhile.

use std::{
    fs,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    process::Command,
    sync::atomic::AtomicBool,
    time::{Duration, Instant},
};

use hostlink::{InstanceSpec, Phase, PowerWanted, VolumeSpec, VolumeState, VolumeWanted};
use serde_json::Value;
use vault::Vault;

use crate::bench::{Bench, disk, instance, instance_id, missing, volume, volume_id};

const FORCE: PowerWanted = PowerWanted::Stopped { force: true };
/// So much is copied in some seconds, and not in one.
const SIZE_BYTES: usize = 600 << 20;

/// A snapshot whose content is its own, and that content as a file.
fn snapshot(bench: &Bench) -> (String, PathBuf) {
    let raw = bench.data_dir().join("image.raw");
    let mut content = vec![0; SIZE_BYTES];
    for (number, sector) in content.chunks_mut(512).enumerate() {
        sector[..8].copy_from_slice(&number.to_le_bytes());
    }
    fs::write(&raw, content).unwrap();
    let vault = Vault::open_local(bench.data_dir().join("vault")).unwrap();
    let ingested = vault
        .in_clear()
        .ingest_file(&vault.begin_job(&[]).unwrap(), &raw, &|_, _| {}, &AtomicBool::new(false))
        .unwrap();
    (ingested.manifest.root.to_string(), raw)
}

fn file(bench: &Bench, number: u32, extension: &str) -> PathBuf {
    bench.host_dir().join(format!("volumes/{}.{extension}", volume_id(number)))
}

/// What a volume needs of the vault.
fn origin(bench: &Bench, number: u32) -> Option<String> {
    let record: Value = serde_json::from_slice(&fs::read(file(bench, number, "json")).unwrap()).unwrap();
    record["origin"].as_str().map(str::to_owned)
}

async fn until(what: &str, mut is_true: impl FnMut() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(120);
    while !is_true() {
        assert!(Instant::now() < deadline, "{what} did not come about");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Whether a volume's file alone begins with this content, and is zeros behind it.
fn holds(bench: &Bench, number: u32, raw: &Path) -> bool {
    let image = file(bench, number, "qcow2");
    let mut compare = Command::new("qemu-img");
    compare.args(["compare", "-q", "-f", "raw", "-F", "qcow2"]).args([raw, &image]);
    compare.status().unwrap().success()
}

fn running(generation: u64, numbers: &[u32]) -> InstanceSpec {
    let disks = numbers.iter().zip(0..).map(|(number, slot)| disk(*number, slot)).collect();
    instance(generation, PowerWanted::Running, disks)
}

#[tokio::test(flavor = "multi_thread")]
async fn volumes_become_independent() {
    if let Some(reason) = missing() {
        eprintln!("skipped: {reason}");
        return;
    }
    let mut bench = Bench::new().await;
    let (id, (root, raw)) = (instance_id(1), snapshot(&bench));
    bench.want_volume(&volume_id(1), volume(1, Some(&root)));
    bench.want_instance(&id, running(1, &[1]));
    bench.until_phase(&id, Phase::Running).await;
    let qemu = bench.qemu(&id);
    assert_eq!(origin(&bench, 1), Some(root.clone()));
    assert!(fs::metadata(file(&bench, 1, "qcow2")).unwrap().blocks() * 512 < 100 << 20, "nothing was unpacked");

    // An agent that is killed in the midst of it: QEMU waits for the next one, which finds the job and ends it.
    let copied = file(&bench, 1, "qcow2");
    until("the copying", || fs::metadata(&copied).unwrap().blocks() * 512 > 100 << 20).await;
    bench.kill_agent();
    assert_eq!(origin(&bench, 1), Some(root.clone()), "it has not all of it");
    bench.start_agent().await;
    bench.until_phase(&id, Phase::Running).await;
    until("independence", || origin(&bench, 1).is_none()).await;
    assert_eq!(bench.qemu(&id), qemu);

    // A disk that grows and goes meanwhile, and is copied to the end where it comes to rest.
    bench.want_volume(&volume_id(2), volume(1, Some(&root)));
    bench.want_instance(&id, running(1, &[1, 2]));
    let attached = |bench: &Bench| bench.instances[&instance_id(1)].disks.get(&volume_id(2)).map(|it| it.attached);
    bench.until("an attached disk", |bench, _| attached(bench) == Some(true)).await;
    let copied = file(&bench, 2, "qcow2");
    until("the copying", || fs::metadata(&copied).unwrap().blocks() * 512 > 50 << 20).await;
    bench.want_volume(&volume_id(2), volume(2, Some(&root)));
    bench.until("a larger disk", |bench, _| bench.volumes.get(&volume_id(2)).is_some_and(|it| it.size_gib == 2)).await;
    assert_eq!(origin(&bench, 2), Some(root.clone()), "it was held for that");
    let going = hostlink::DiskSpec { wanted: false, force: true, ..disk(2, 1) };
    bench.want_instance(&id, InstanceSpec { disks: vec![disk(1, 0), going], ..running(1, &[]) });
    bench.until("a detached disk", |bench, _| attached(bench) == Some(false)).await;
    bench.want_instance(&id, instance(2, FORCE, vec![disk(1, 0)]));
    bench.until_phase(&id, Phase::Stopped).await;
    assert!(!holds(&bench, 2, &raw), "this one lacks some");
    assert!(holds(&bench, 1, &raw), "all of it is in its file");

    // A QEMU that is killed in the midst of it; the next one goes on.
    bench.want_volume(&volume_id(3), volume(1, Some(&root)));
    bench.want_instance(&id, running(3, &[1, 3, 2]));
    bench.until_phase(&id, Phase::Running).await;
    let copied = file(&bench, 3, "qcow2");
    until("the copying", || fs::metadata(&copied).unwrap().blocks() * 512 > 50 << 20).await;
    let pid = nix::unistd::Pid::from_raw(bench.qemu(&id));
    nix::sys::signal::kill(pid, nix::sys::signal::Signal::SIGKILL).unwrap();
    bench.until_phase(&id, Phase::Stopped).await;
    bench.want_instance(&id, running(4, &[1, 3, 2]));
    bench.until_phase(&id, Phase::Running).await;
    for number in [2, 3] {
        until("independence", || origin(&bench, number).is_none()).await;
    }
    // Nobody needs the snapshot now: nothing is read of it.
    fs::remove_dir_all(bench.data_dir().join("vault/blocks")).unwrap();
    bench.want_instance(&id, instance(5, FORCE, vec![disk(1, 0), disk(3, 1), disk(2, 2)]));
    bench.until_phase(&id, Phase::Stopped).await;
    for number in [1, 2, 3] {
        assert!(holds(&bench, number, &raw), "{number}");
    }
    bench.want_instance(&id, instance(6, PowerWanted::Gone, vec![]));
    bench.until_phase(&id, Phase::Gone).await;
    for number in [1, 2, 3] {
        bench.want_volume(&volume_id(number), VolumeSpec { wanted: VolumeWanted::Gone, ..volume(2, None) });
        let is_gone =
            |bench: &Bench| bench.volumes.get(&volume_id(number)).is_some_and(|it| it.state == VolumeState::Gone);
        bench.until("the end of a volume", |bench, _| is_gone(bench)).await;
    }
    bench.shut_down().await;
    assert!(!bench.host_dir().join("vault.sock").exists());
}

/// The processes that copy what this volume lacks.
fn copying(number: u32) -> Vec<i32> {
    let file = format!("volumes/{}.qcow2", volume_id(number));
    let processes = fs::read_dir("/proc").unwrap().filter_map(|entry| {
        let pid: i32 = entry.unwrap().file_name().to_str()?.parse().ok()?;
        let line = fs::read_to_string(format!("/proc/{pid}/cmdline")).ok()?;
        (line.contains("rebase") && line.contains(&file)).then_some(pid)
    });
    processes.collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn volumes_that_nobody_has_become_independent() {
    if let Some(reason) = missing() {
        eprintln!("skipped: {reason}");
        return;
    }
    let mut bench = Bench::new().await;
    let (root, raw) = snapshot(&bench);
    let has = |bench: &Bench, number: u32| fs::metadata(file(bench, number, "qcow2")).unwrap().blocks() * 512;
    let present = |bench: &Bench, number: u32| {
        bench.volumes.get(&volume_id(number)).is_some_and(|it| it.state == VolumeState::Present)
    };
    bench.want_volume(&volume_id(1), volume(1, Some(&root)));
    bench.until("a volume", |bench, _| present(bench, 1)).await;
    // An agent that is killed in the midst of it takes along what it has begun, and the next one goes on.
    until("the copying", || has(&bench, 1) > 50 << 20).await;
    assert_eq!(copying(1).len(), 1);
    bench.kill_agent();
    until("the end of it", || copying(1).is_empty()).await;
    assert_eq!(origin(&bench, 1), Some(root.clone()));
    bench.start_agent().await;
    bench.want_volume(&volume_id(1), volume(1, Some(&root)));
    until("the copying", || !copying(1).is_empty()).await;
    bench.want_volume(&volume_id(2), volume(1, Some(&root)));
    until("independence", || origin(&bench, 1).is_none()).await;
    assert!(holds(&bench, 1, &raw));
    until("the copying of the next one", || has(&bench, 2) > 50 << 20).await;
    // One that is wanted no more goes at once.
    bench.want_volume(&volume_id(2), VolumeSpec { wanted: VolumeWanted::Gone, ..volume(1, None) });
    let is_gone = |bench: &Bench| bench.volumes.get(&volume_id(2)).is_some_and(|it| it.state == VolumeState::Gone);
    bench.until("the end of a volume", |bench, _| is_gone(bench)).await;
    assert!(copying(2).is_empty());
    // A VM that comes meanwhile copies on by itself, and has all of it.
    bench.want_volume(&volume_id(3), volume(1, Some(&root)));
    bench.until("a volume", |bench, _| present(bench, 3)).await;
    until("the copying", || has(&bench, 3) > 50 << 20).await;
    let id = instance_id(1);
    bench.want_instance(&id, running(1, &[1, 3]));
    bench.until_phase(&id, Phase::Running).await;
    until("independence", || origin(&bench, 3).is_none()).await;
    bench.want_instance(&id, instance(2, FORCE, vec![disk(1, 0), disk(3, 1)]));
    bench.until_phase(&id, Phase::Stopped).await;
    assert!(holds(&bench, 1, &raw) && holds(&bench, 3, &raw));
    bench.shut_down().await;
}

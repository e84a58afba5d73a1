//! Disks with a real vault and a real `qemu-img`, where there is one.

mod encrypted;
mod idle;

use std::{collections::BTreeMap, time::Duration};

use hostlink::VolumeSpec;
use model::SnapshotId;
use tokio::time::timeout;

use super::*;
use crate::{
    qemu::{img, machine::Base},
    vm::testing::{instance_id, volume, volume_id},
};

struct Place {
    folder: tempfile::TempDir,
    disks: Disks,
    vault: Arc<Vault>,
}

/// A host's folder, or nothing where `qemu-img` is not installed.
fn place() -> Option<Place> {
    if std::process::Command::new("qemu-img").arg("--version").output().is_err() {
        eprintln!("skipped: qemu-img is not installed");
        return None;
    }
    let folder = tempfile::tempdir().unwrap();
    let vault = Arc::new(Vault::open_local(folder.path().join("vault")).unwrap());
    let disks = Disks::open(&folder.path().join("host"), Arc::clone(&vault), None).unwrap();
    Some(Place { folder, disks, vault })
}

impl Place {
    /// A snapshot of 3 MiB whose blocks begin with their number.
    fn image(&self) -> String {
        let raw = self.folder.path().join("image.raw");
        let mut content = vec![0; 3 << 20];
        for (number, megabyte) in content.chunks_mut(1 << 20).enumerate() {
            megabyte[..5].copy_from_slice(format!("MiB {number}").as_bytes());
        }
        std::fs::write(&raw, content).unwrap();
        let ingested = self
            .vault
            .in_clear()
            .ingest_file(
                &self.vault.begin_job(&[]).unwrap(),
                &raw,
                &|_, _| {},
                &std::sync::atomic::AtomicBool::new(false),
            )
            .unwrap();
        ingested.manifest.root.to_string()
    }

    fn files(&self, folder: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path().join("host").join(folder)).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// Writes into a volume as a guest would.
    fn write(&self, number: u32, text: &str, offset: u64, origin: Option<&str>) {
        let file = self.disks.image_path(&volume_id(number));
        let backing = origin.map_or("null".to_owned(), |root| {
            format!(r#"{{"driver":"nbd","server":{{"type":"unix","path":"vault.sock"}},"export":"{root}"}}"#)
        });
        let image =
            format!(r#"json:{{"driver":"qcow2","file":{{"driver":"file","filename":{file:?}}},"backing":{backing}}}"#);
        let pattern = text.bytes().next().unwrap();
        let status = std::process::Command::new("qemu-io")
            .args(["-c", &format!("write -q -P {pattern} {offset} 512"), &image])
            .current_dir(self.folder.path().join("host"))
            .status()
            .unwrap();
        assert!(status.success());
    }
}

fn of(root: &str, size_gib: u32) -> VolumeSpec {
    VolumeSpec { origin: Some(root.to_owned()), ..volume(size_gib) }
}

#[tokio::test]
async fn a_volume_is_made_grown_and_removed() {
    let Some(place) = place() else { return };
    let disks = &place.disks;
    let id = volume_id(1);
    assert_eq!(disks.size_gib(&id).unwrap(), None);
    assert_eq!(disks.ensure(&id, &volume(2)).await.unwrap(), 2);
    assert_eq!(place.files("volumes"), [format!("{id}.json"), format!("{id}.qcow2")]);
    // It never shrinks, whoever asks.
    assert_eq!(disks.ensure(&id, &volume(1)).await.unwrap(), 2);
    assert_eq!(disks.ensure(&id, &volume(3)).await.unwrap(), 3);
    assert_eq!(img::virtual_size_bytes(&disks.image_path(&id)).await.unwrap(), 3 << 30);
    disks.remove(&id).await.unwrap();
    disks.remove(&id).await.unwrap();
    assert!(place.files("volumes").is_empty());
    assert!(disks.nothing_leased());
}

#[tokio::test]
async fn a_volume_of_a_snapshot_takes_nothing_at_first() {
    let Some(place) = place() else { return };
    let (disks, root) = (&place.disks, place.image());
    let (lease, files) = disks.lease(&volume_id(1), &of(&root, 1), &instance_id()).await.unwrap();
    assert_eq!(files.base, Some(Base::Served { socket: "vault.sock".into(), root: root.clone() }));
    assert_eq!(files.file, format!("volumes/{}.qcow2", volume_id(1)));
    assert!(std::fs::metadata(disks.image_path(&volume_id(1))).unwrap().len() < 1 << 20);
    assert!(place.files("bases").is_empty());
    // It is what the snapshot is, and zeros.
    let raw = place.folder.path().join("flat.raw");
    let host = place.folder.path().join("host");
    img::flatten(&host, &disks.image_path(&volume_id(1)), files.base.as_ref(), &raw).await.unwrap();
    let flat = std::fs::read(&raw).unwrap();
    assert_eq!((flat.len(), &flat[2 << 20..][..5]), (1 << 30, b"MiB 2".as_slice()));
    assert!(flat[3 << 20..].iter().all(|byte| *byte == 0));
    drop(lease);
}

#[tokio::test]
async fn a_snapshot_is_needed_until_its_volumes_are_independent() {
    let Some(place) = place() else { return };
    let (disks, root) = (&place.disks, place.image());
    for number in [1, 2] {
        disks.ensure(&volume_id(number), &of(&root, 1)).await.unwrap();
    }
    // Three blocks of 1 MiB each have data in their first half only.
    assert_eq!(disks.to_copy(&volume_id(1)).unwrap(), Some(ToCopy { rate: 200 << 20 }));
    for (number, needed) in [(1, vec![root.clone()]), (2, vec![])] {
        disks.note_independence(&volume_id(number)).unwrap();
        assert_eq!(disks.to_copy(&volume_id(number)).unwrap(), None);
        assert!(disks.is_independent(&volume_id(number)).unwrap());
        let needs = disks.vault_needs().unwrap();
        assert_eq!(needs.roots, needed);
        assert!(needs.independent.contains(&volume_id(number)));
    }
    // What it began as is the same in the spec for ever, and no reason to look for it again.
    let (_lease, files) = disks.lease(&volume_id(1), &of(&root, 1), &instance_id()).await.unwrap();
    assert_eq!(files.base, None);
    assert!(matches!(disks.to_copy(&volume_id(3)), Err(DiskError::NoVolume(_))));
}

#[tokio::test]
async fn what_was_unpacked_before_is_used_while_a_volume_needs_it() {
    let Some(place) = place() else { return };
    let (disks, root) = (&place.disks, place.image());
    let unpacked = format!("bases/{root}.raw");
    std::fs::write(place.folder.path().join("host").join(&unpacked), "as it was").unwrap();
    std::fs::write(place.folder.path().join("host").join(format!("{unpacked}.partial")), "half of it").unwrap();
    let (lease, files) = disks.lease(&volume_id(1), &of(&root, 1), &instance_id()).await.unwrap();
    assert_eq!(files.base, Some(Base::File(unpacked)));
    assert_eq!(disks.prune_bases().await.unwrap(), 0, "a volume uses it");
    disks.note_independence(&volume_id(1)).unwrap();
    assert_eq!(disks.prune_bases().await.unwrap(), 2);
    assert!(place.files("bases").is_empty());
    drop(lease);
}

#[tokio::test]
async fn another_agent_serves_at_the_same_place() {
    let Some(place) = place() else { return };
    let root = place.image();
    let host = place.folder.path().join("host");
    let url = format!("nbd+unix:///{root}?socket={}", host.join("vault.sock").display());
    let size = |url: String| async move {
        let asked = tokio::process::Command::new("qemu-img").args(["info", "--output=json", &url]).output().await;
        let info: serde_json::Value = serde_json::from_slice(&asked.unwrap().stdout).unwrap_or_default();
        info["virtual-size"].as_u64()
    };
    assert_eq!(size(url.clone()).await, Some(3 << 20));
    // As one that was killed leaves it.
    std::fs::hard_link(host.join("vault.sock"), host.join("kept")).unwrap();
    drop(place.disks);
    std::fs::rename(host.join("kept"), host.join("vault.sock")).unwrap();
    assert_eq!(size(url.clone()).await, None);
    let disks = Disks::open(&host, Arc::clone(&place.vault), None).unwrap();
    assert_eq!(size(url.clone()).await, Some(3 << 20));
    // Who knows no root is told of none.
    let unknown = url.replace(&root, &"0".repeat(64));
    assert_eq!(size(unknown).await, None);
    drop(disks);
    assert!(!host.join("vault.sock").exists());
}

#[tokio::test]
async fn a_leased_volume_is_left_alone() {
    let Some(place) = place() else { return };
    let id = volume_id(1);
    let (lease, _) = place.disks.lease(&id, &volume(1), &instance_id()).await.unwrap();
    assert_eq!(place.disks.instance_with(&id), Some(instance_id()));
    // Growing is now the VM's to do.
    assert_eq!(place.disks.ensure(&id, &volume(5)).await.unwrap(), 1);
    let removal = place.disks.remove(&id);
    tokio::pin!(removal);
    assert!(timeout(Duration::from_millis(50), &mut removal).await.is_err(), "it waits for the VM");
    drop(lease);
    timeout(Duration::from_secs(20), removal).await.unwrap().unwrap();
    assert!(place.files("volumes").is_empty());
    assert_eq!(place.disks.instance_with(&id), None);
}

#[tokio::test]
async fn what_can_not_be_made_leaves_nothing() {
    let Some(place) = place() else { return };
    let root = place.image();
    let missing = "0".repeat(64);
    for (spec, expected) in [
        (of("root", 1), "root is not a root of a snapshot"),
        (of(&missing, 1), "missing"),
        (VolumeSpec { size_gib: 0, ..of(&root, 1) }, "larger"),
    ] {
        let refused = place.disks.ensure(&volume_id(1), &spec).await.unwrap_err();
        assert!(refused.to_string().contains(expected), "{refused}");
        assert!(!refused.is_full());
    }
    assert!(place.files("volumes").is_empty());
    // A file without its record was never used: it is made anew.
    std::fs::write(place.disks.image_path(&volume_id(1)), "half").unwrap();
    assert_eq!(place.disks.ensure(&volume_id(1), &of(&root, 1)).await.unwrap(), 1);
}

/// A snapshot of one volume.
fn one(volume: u32) -> BTreeMap<SnapshotId, VolumeId> {
    [(SnapshotId::trusted("snap-1"), volume_id(volume))].into()
}

#[tokio::test]
async fn a_snapshot_is_the_volume_at_its_moment() {
    let Some(place) = place() else { return };
    let (disks, root, snapshot) = (&place.disks, place.image(), SnapshotId::trusted("snap-1"));
    let id = volume_id(1);
    disks.ensure(&id, &of(&root, 1)).await.unwrap();
    place.write(1, "a", 512, Some(&root));
    assert!(disks.freeze(&one(1)).await.unwrap());
    assert!(disks.has_moment(&snapshot));
    // What comes after its moment is not in it, and the volume may even go.
    place.write(1, "b", 1024, Some(&root));
    disks.remove(&id).await.unwrap();

    let heard = Arc::new(Mutex::new(Vec::new()));
    let hearing = Arc::clone(&heard);
    let done = disks.complete(&snapshot, Arc::new(move |percent| hearing.lock().unwrap().push(percent))).await.unwrap();
    assert_eq!(disks.snapshot_done(&snapshot).unwrap(), Some(done.clone()));
    assert!(place.files("scratch").is_empty());
    assert!(heard.lock().unwrap().is_sorted());

    let mut start = vec![0; 2048];
    place.vault.read_at(done.root.parse().unwrap(), 0, &mut start).unwrap();
    assert_eq!(&start[..5], b"MiB 0");
    assert_eq!((start[512], start[1024]), (b'a', 0));
    let described = place.vault.describe(done.root.parse().unwrap()).unwrap();
    assert_eq!((described.size_bytes, described.data_blocks), (1 << 30, 3));

    disks.forget_snapshot(&snapshot).unwrap();
    assert_eq!(disks.snapshot_done(&snapshot).unwrap(), None);
}

#[tokio::test]
async fn a_running_vm_takes_its_snapshots_itself() {
    let Some(place) = place() else { return };
    let _lease = place.disks.lease(&volume_id(1), &volume(1), &instance_id()).await.unwrap();
    assert!(!place.disks.freeze(&one(1)).await.unwrap());
    let unknown = place.disks.freeze(&one(2)).await.unwrap_err();
    assert!(matches!(unknown, DiskError::NoVolume(_)));
}

#[tokio::test]
async fn a_snapshot_that_is_deleted_meanwhile_takes_no_other_along() {
    let Some(place) = place() else { return };
    let disks = &place.disks;
    let snapshots = ["snap-1", "snap-2"].map(SnapshotId::trusted);
    let mut copies = BTreeMap::new();
    for (number, snapshot) in (1..).zip(&snapshots) {
        disks.ensure(&volume_id(number), &volume(1)).await.unwrap();
        copies.insert(snapshot.clone(), disks.prepare_copy(snapshot, &volume_id(number)).await.unwrap());
    }
    disks.forget_snapshot(&snapshots[0]).unwrap();
    disks.finish_copies(&copies, &Copied::default(), None).unwrap();
    assert_eq!(snapshots.each_ref().map(|snapshot| disks.has_moment(snapshot)), [false, true]);
    disks.complete(&snapshots[1], Arc::new(|_| {})).await.unwrap();
    assert!(place.files("scratch").is_empty());
}

#[tokio::test]
async fn an_interrupted_agent_leaves_no_rubbish() {
    let Some(place) = place() else { return };
    let host = place.folder.path().join("host");
    std::fs::write(host.join("volumes/vol-1.new"), "half").unwrap();
    std::fs::write(host.join("scratch/snap-1.copy.new"), "half").unwrap();
    std::fs::write(host.join("snapshots/snap-1.json.new"), "half").unwrap();
    std::fs::write(host.join("since/vol-1.json.new"), "half").unwrap();
    Disks::open(&host, Arc::clone(&place.vault), None).unwrap();
    for folder in ["volumes", "scratch", "snapshots", "since"] {
        assert!(place.files(folder).is_empty(), "{folder}");
    }
}

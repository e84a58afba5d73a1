//! Encrypted volumes: their files, their snapshots, and what is refused.

use std::{io::Write, process::Stdio};

use super::*;
use crate::{
    disk::Copied,
    qemu::{img::encrypted_file, secret::Secret},
};

const KEY: &str = "0ea3fef3-80a7-8778-9d8c-1c0c6a2b3c4d";

fn encrypted(size_gib: u32, origin: Option<&str>) -> VolumeSpec {
    VolumeSpec { key: Some(KEY.to_owned()), origin: origin.map(str::to_owned), ..volume(size_gib) }
}

fn sealed() -> vault::Key {
    vault::Key::Sealed(KEY.parse().unwrap())
}

/// Does something to an encrypted file with `qemu-io`; says whether it did.
fn qemu_io(place: &Place, image: &str, secret: &Secret, command: &str) -> bool {
    let mut child = std::process::Command::new("qemu-io")
        .args(["--object", "secret,id=key,file=/dev/stdin", "-c", command, image])
        .current_dir(place.folder.path().join("host"))
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(secret.as_str().as_bytes()).unwrap();
    child.wait().unwrap().success()
}

/// Whether a file below the host's folder or the vault has these bytes.
fn is_found(place: &Place, marker: &[u8]) -> bool {
    fn look(folder: &Path, marker: &[u8]) -> bool {
        std::fs::read_dir(folder).unwrap().any(|entry| {
            let path = entry.unwrap().path();
            if path.is_dir() {
                return look(&path, marker);
            }
            path.is_file() && std::fs::read(&path).unwrap().windows(marker.len()).any(|window| window == marker)
        })
    }
    look(place.folder.path(), marker)
}

#[tokio::test]
async fn its_file_opens_with_its_secret_only() {
    let Some(place) = place() else { return };
    let (disks, id) = (&place.disks, volume_id(1));
    assert!(!disks.is_encrypted(&id).unwrap());
    let (lease, files) = disks.lease(&id, &encrypted(1, None), &instance_id()).await.unwrap();
    assert!(disks.is_encrypted(&id).unwrap());
    let secret = files.secret.unwrap();
    let image = encrypted_file(&disks.image_path(&id));
    assert!(qemu_io(&place, &image, &secret, "write -q -P 97 0 4096"));
    assert!(qemu_io(&place, &image, &secret, "read -q -P 97 0 4096"));
    assert!(!qemu_io(&place, &image, &Secret::new("0".repeat(64)), "read -q 0 512"));
    assert!(!is_found(&place, &[97; 512]) && !is_found(&place, secret.as_str().as_bytes()));
    drop(lease);
    // It grows as it is, and what it holds stays.
    assert_eq!(disks.ensure(&id, &encrypted(2, None)).await.unwrap(), 2);
    assert!(qemu_io(&place, &image, &secret, "read -q -P 97 0 4096"));
    assert_eq!(img::virtual_size_bytes(&disks.image_path(&id)).await.unwrap(), 2 << 30);
    // Nobody takes one for the other.
    let refused = disks.lease(&id, &volume(2), &instance_id()).await.unwrap_err();
    assert!(refused.to_string().contains("was made otherwise"), "{refused}");
    disks.ensure(&volume_id(2), &volume(1)).await.unwrap();
    assert!(disks.lease(&volume_id(2), &encrypted(1, None), &instance_id()).await.is_err());
    disks.remove(&id).await.unwrap();
    disks.remove(&volume_id(2)).await.unwrap();
    assert!(place.files("volumes").is_empty());
}

#[tokio::test]
async fn its_snapshots_are_sealed_and_have_what_it_has() {
    let Some(place) = place() else { return };
    let (disks, plain, id) = (&place.disks, place.image(), volume_id(1));
    let (lease, files) = disks.lease(&id, &encrypted(1, Some(&plain)), &instance_id()).await.unwrap();
    let secret = files.secret.unwrap();
    drop(lease);
    let image = |id: &VolumeId, root: &str| {
        let base = format!(r#"{{"driver":"nbd","server":{{"type":"unix","path":"vault.sock"}},"export":"{root}"}}"#);
        encrypted_file(&disks.image_path(id)).replace(r#""backing":null"#, &format!(r#""backing":{base}"#))
    };
    assert!(qemu_io(&place, &image(&id, &plain), &secret, "write -q -P 98 1048576 524288"));
    let done = snapshot(&place, "snap-1", &id).await;
    let described = place.vault.describe(done.root.parse().unwrap()).unwrap();
    assert_eq!((described.key, described.size_bytes, described.data_blocks), (sealed(), 1 << 30, 3));
    assert_eq!(start_of_mebibytes(&place, &done.root), *b"MbM");
    assert!(!is_found(&place, &[98; 4096]));

    // One of that is under the same key, and shares what it doesn't change.
    let other = volume_id(2);
    let (lease, files) = disks.lease(&other, &encrypted(1, Some(&done.root)), &instance_id()).await.unwrap();
    assert_eq!(files.base, Some(Base::Served { socket: "vault.sock".into(), root: done.root.clone() }));
    let secret = files.secret.unwrap();
    drop(lease);
    assert!(qemu_io(&place, &image(&other, &done.root), &secret, "write -q -P 99 2097152 524288"));
    let later = snapshot(&place, "snap-2", &other).await;
    assert_eq!(start_of_mebibytes(&place, &later.root), *b"Mbc");
    assert_eq!(place.vault.describe(later.root.parse().unwrap()).unwrap().key, sealed());
    assert!(!is_found(&place, &[99; 4096]));
    assert!(place.files("scratch").is_empty());
    assert_eq!(place.files("snapshots"), ["snap-1.json", "snap-2.json"]);
}

async fn snapshot(place: &Place, name: &str, volume: &VolumeId) -> Done {
    let id = SnapshotId::trusted(name);
    assert!(place.disks.freeze(&[(id.clone(), volume.clone())].into()).await.unwrap());
    place.disks.complete(&id, Arc::new(|_| {})).await.unwrap()
}

fn start_of_mebibytes(place: &Place, root: &str) -> [u8; 3] {
    [0, 1, 2].map(|number| {
        let mut byte = [0];
        place.vault.read_at(root.parse().unwrap(), number << 20, &mut byte).unwrap();
        byte[0]
    })
}

#[tokio::test]
async fn the_files_by_which_it_is_copied_are_encrypted_too() {
    let Some(place) = place() else { return };
    let (disks, id, snapshot) = (&place.disks, volume_id(1), SnapshotId::trusted("snap-1"));
    let (_lease, files) = disks.lease(&id, &encrypted(1, None), &instance_id()).await.unwrap();
    let secret = files.secret.unwrap();
    let copies = disks.prepare_copy(&snapshot, &id).await.unwrap();
    let host = place.folder.path().join("host");
    for file in [&copies.files.copy, &copies.files.kept] {
        assert!(qemu_io(&place, &encrypted_file(&host.join(file)), &secret, "write -q -P 100 0 524288"));
    }
    disks.finish_copies(&[(snapshot.clone(), copies)].into(), &Copied::default(), None).unwrap();
    let done = disks.complete(&snapshot, Arc::new(|_| {})).await.unwrap();
    let mut byte = [0; 2];
    place.vault.read_at(done.root.parse().unwrap(), (512 << 10) - 1, &mut byte).unwrap();
    assert_eq!(byte, [100, 0]);
    assert!(!is_found(&place, &[100; 4096]));
}

#[tokio::test]
async fn without_a_key_there_is_no_volume() {
    let Some(place) = place() else { return };
    let spec = VolumeSpec { key: Some("alias/aws/ebs".to_owned()), ..volume(1) };
    let refused = place.disks.ensure(&volume_id(1), &spec).await.unwrap_err();
    assert!(refused.to_string().contains("is not the id of a KMS key"), "{refused}");
    assert!(place.files("volumes").is_empty());
}

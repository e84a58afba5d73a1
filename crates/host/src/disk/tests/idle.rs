//! Volumes that become independent while nobody has them.

use super::*;
use crate::disk::idle::Attempt;

const KEY: &str = "0ea3fef3-80a7-8778-9d8c-1c0c6a2b3c4d";
/// Slow enough never to come to an end: 3 MiB take over an hour.
const SLOW: u64 = 512;
const SOON: Duration = Duration::from_secs(20);

impl Place {
    /// What a volume's own file has, whatever lies below it; of an encrypted one what its secret opens.
    fn content(&self, number: u32) -> Vec<u8> {
        let (file, raw) = (self.disks.image_path(&volume_id(number)), self.folder.path().join("content.raw"));
        let record = self.disks.record(&volume_id(number)).unwrap().unwrap();
        let mut convert = std::process::Command::new("qemu-img");
        convert.args(["convert", "-O", "raw"]).stdin(std::process::Stdio::piped());
        match &record.key {
            None => convert.arg(format!(
                r#"json:{{"driver":"qcow2","file":{{"driver":"file","filename":{file:?}}},"backing":null}}"#
            )),
            Some(_) => convert.args(["--object", "secret,id=key,file=/dev/stdin"]).arg(img::encrypted_file(&file)),
        };
        let mut child = convert.arg(&raw).spawn().unwrap();
        if let Some(key) = &record.key {
            let mut stdin = child.stdin.take().unwrap();
            std::io::Write::write_all(&mut stdin, self.disks.secret(key).unwrap().as_str().as_bytes()).unwrap();
        }
        assert!(child.wait().unwrap().success());
        use std::io::Read;
        let mut content = Vec::new();
        std::fs::File::open(raw).unwrap().take(4 << 20).read_to_end(&mut content).unwrap();
        content
    }

    fn expected(&self, written: &[(usize, u8)]) -> Vec<u8> {
        let mut content = std::fs::read(self.folder.path().join("image.raw")).unwrap();
        content.resize(4 << 20, 0);
        for (at, byte) in written {
            content[*at..*at + 512].fill(*byte);
        }
        content
    }

    async fn until_held(&self, number: u32) {
        while !self.disks.is_held(&volume_id(number)) {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }

    /// How many blocks there are in the vault.
    fn blocks(&self) -> usize {
        let folders = std::fs::read_dir(self.folder.path().join("vault/blocks")).unwrap();
        folders.map(|folder| std::fs::read_dir(folder.unwrap().path()).unwrap().count()).sum()
    }

    async fn taken(&self, name: &str, number: u32) -> String {
        let snapshot = SnapshotId::trusted(name);
        assert!(self.disks.freeze(&BTreeMap::from([(snapshot.clone(), volume_id(number))])).await.unwrap());
        self.disks.complete(&snapshot, Arc::new(|_| {})).await.unwrap().root
    }

    fn origin(&self, number: u32) -> Option<String> {
        self.disks.record(&volume_id(number)).unwrap().unwrap().origin
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn idle_volumes_become_independent_and_keep_their_content() {
    let Some(place) = place() else { return };
    let (disks, root) = (&place.disks, place.image());
    disks.ensure(&volume_id(1), &of(&root, 1)).await.unwrap();
    place.write(1, "w", 1 << 20, Some(&root));
    // Grown, so that it ends behind its snapshot; and an encrypted one.
    disks.ensure(&volume_id(1), &of(&root, 2)).await.unwrap();
    let sealed = VolumeSpec { key: Some(KEY.to_owned()), ..of(&root, 1) };
    disks.ensure(&volume_id(2), &sealed).await.unwrap();
    // One that a VM has is let be.
    disks.ensure(&volume_id(3), &of(&root, 1)).await.unwrap();
    let lease = disks.lease_running(&volume_id(3), &instance_id()).await;
    let filling_in = tokio::spawn(disks.clone().fill_in_idle(Duration::ZERO));
    let done = async {
        while place.origin(1).is_some() || place.origin(2).is_some() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(SOON, done).await.expect("they become independent");
    assert!(place.origin(3).is_some());
    drop(lease);
    timeout(SOON, async {
        while place.origin(3).is_some() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    })
    .await
    .expect("it follows when it is free");
    filling_in.abort();
    let _ = filling_in.await;
    // Of the snapshot nothing is read any more.
    std::fs::remove_dir_all(place.folder.path().join("vault/blocks")).unwrap();
    assert!(place.content(1) == place.expected(&[(1 << 20, b'w')]));
    assert!(place.content(2) == place.expected(&[]) && place.content(3) == place.expected(&[]));
    assert_eq!(place.files("since"), Vec::<String>::new());
    assert!(disks.nothing_leased());
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_wants_an_idle_volume_has_it_at_once() {
    let Some(place) = place() else { return };
    let (disks, root) = (place.disks.clone(), place.image());
    let id = volume_id(1);
    disks.ensure(&id, &of(&root, 1)).await.unwrap();
    place.write(1, "w", 1 << 20, Some(&root));
    let begin = || {
        let disks = disks.clone();
        tokio::spawn(async move { disks.fill_in(&volume_id(1), Some(SLOW)).await })
    };
    // A VM.
    let copying = begin();
    place.until_held(1).await;
    let (lease, files) = timeout(SOON, disks.lease(&id, &of(&root, 1), &instance_id())).await.expect("soon").unwrap();
    assert!(files.base.is_some(), "it still needs its snapshot");
    assert_eq!(copying.await.unwrap().unwrap(), Attempt::Wanted);
    // No lock is left on the file.
    place.write(1, "v", 2 << 20, Some(&root));
    assert_eq!(disks.fill_in(&id, None).await.unwrap(), Attempt::Wanted, "a VM has it");
    drop(lease);
    // A snapshot, which asks until it is given the volume.
    let copying = begin();
    place.until_held(1).await;
    let snapshot = SnapshotId::trusted("snap-1");
    let frozen = async {
        while !disks.freeze(&BTreeMap::from([(snapshot.clone(), id.clone())])).await.unwrap() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    timeout(SOON, frozen).await.expect("soon");
    assert_eq!(copying.await.unwrap().unwrap(), Attempt::Wanted);
    // Growth.
    let copying = begin();
    place.until_held(1).await;
    assert_eq!(timeout(SOON, disks.ensure(&id, &of(&root, 2))).await.expect("soon").unwrap(), 2);
    assert_eq!(copying.await.unwrap().unwrap(), Attempt::Wanted);
    // What is there in the end is what was there and what was written, and the snapshot is of its moment.
    assert_eq!(disks.fill_in(&id, None).await.unwrap(), Attempt::Independent);
    assert!(place.content(1) == place.expected(&[(1 << 20, b'w'), (2 << 20, b'v')]));
    let done = disks.complete(&snapshot, Arc::new(|_| {})).await.unwrap();
    let mut taken = vec![0; 4 << 20];
    place.vault.read_at(done.root.parse().unwrap(), 0, &mut taken).unwrap();
    assert!(taken == place.expected(&[(1 << 20, b'w'), (2 << 20, b'v')]));
    // Its end.
    disks.ensure(&volume_id(2), &of(&root, 1)).await.unwrap();
    let slow = tokio::spawn({
        let disks = disks.clone();
        async move { disks.fill_in(&volume_id(2), Some(SLOW)).await }
    });
    place.until_held(2).await;
    timeout(SOON, disks.remove(&volume_id(2))).await.expect("soon").unwrap();
    assert_eq!(slow.await.unwrap().unwrap(), Attempt::Wanted);
    assert!(disks.nothing_leased());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_that_is_killed_or_finds_the_file_in_use_changes_nothing() {
    let Some(place) = place() else { return };
    let (disks, root) = (&place.disks, place.image());
    let id = volume_id(1);
    disks.ensure(&id, &of(&root, 1)).await.unwrap();
    place.write(1, "w", 1 << 20, Some(&root));
    // As a QEMU that this agent doesn't know of: the file is locked.
    let file = disks.image_path(&id);
    let mut holder = std::process::Command::new("qemu-io")
        .arg(format!(r#"json:{{"driver":"qcow2","file":{{"driver":"file","filename":{file:?}}},"backing":null}}"#))
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    {
        // It answers once it has the file.
        use std::io::{Read, Write};
        writeln!(holder.stdin.as_mut().unwrap(), "length").unwrap();
        let mut answer = [0; 1];
        holder.stdout.as_mut().unwrap().read_exact(&mut answer).unwrap();
    }
    let refused = disks.fill_in(&id, None).await.unwrap_err().to_string();
    assert!(refused.contains("lock"), "{refused}");
    assert_eq!(place.origin(1), Some(root.clone()));
    holder.kill().unwrap();
    holder.wait().unwrap();
    // A block that can't be read.
    let blocks = place.folder.path().join("vault/blocks");
    std::fs::rename(&blocks, place.folder.path().join("away")).unwrap();
    assert!(disks.fill_in(&id, None).await.is_err());
    assert_eq!(place.origin(1), Some(root.clone()));
    std::fs::remove_dir_all(&blocks).ok();
    std::fs::rename(place.folder.path().join("away"), &blocks).unwrap();
    assert_eq!(disks.fill_in(&id, None).await.unwrap(), Attempt::Independent);
    assert!(place.content(1) == place.expected(&[(1 << 20, b'w')]));
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_bitmap_a_snapshot_adds_only_the_blocks_that_are_new() {
    let Some(place) = place() else { return };
    let (disks, root) = (&place.disks, place.image());
    disks.ensure(&volume_id(1), &of(&root, 1)).await.unwrap();
    assert_eq!(disks.fill_in(&volume_id(1), None).await.unwrap(), Attempt::Independent);
    // All of it is read, and nothing is new: it is the snapshot that the volume began as, of another size.
    let before = place.blocks();
    assert_eq!(before, 3);
    let first = place.taken("snap-1", 1).await;
    assert_eq!(place.blocks(), before);
    place.write(1, "w", 2 << 20, None);
    let second = place.taken("snap-2", 1).await;
    assert_eq!(place.blocks(), before + 1);
    for (root, written) in [(first, [].as_slice()), (second, [(2 << 20, b'w')].as_slice())] {
        let mut taken = vec![0; 4 << 20];
        place.vault.read_at(root.parse().unwrap(), 0, &mut taken).unwrap();
        assert!(taken == place.expected(written));
    }
    // An encrypted one shares blocks under its own key only.
    let sealed = VolumeSpec { key: Some(KEY.to_owned()), ..of(&root, 1) };
    disks.ensure(&volume_id(2), &sealed).await.unwrap();
    let before = place.blocks();
    let unread = place.taken("snap-3", 2).await;
    assert_eq!(place.blocks(), before + 3);
    assert_eq!(disks.fill_in(&volume_id(2), None).await.unwrap(), Attempt::Independent);
    assert_eq!((place.taken("snap-4", 2).await, place.blocks()), (unread, before + 3));
}

//! What the vault holds and nobody needs goes; what anybody needs stays, whichever record says so.

use std::{path::Path, sync::Arc};

use base64::{Engine, engine::general_purpose::STANDARD};
use control::{
    actions::{snapshot::*, volume::*},
    decide::Caller,
    ebs::{self, Completion, NewBlock},
    recycle_bin::rules,
    sweep::{OtherRoots, sweep},
};
use model::AccountId;
use sha2::{Digest, Sha256};
use testkit::TestCloud;
use vault::{BLOCK_BYTES, Hash, Sweep, Vault};
use wire::ec2;

const OWNER: &str = "123456789012";
const REGION: &str = "eu-west-1";
const ELSEWHERE: &str = "us-east-1";
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// A cloud and the folder of its vault.
struct Place {
    test: TestCloud,
    vault: Arc<Vault>,
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Place {
        let folder = tempfile::tempdir().expect("a folder");
        let vault = Arc::new(Vault::open_local(folder.path()).expect("a vault"));
        let test = TestCloud::new(1);
        test.cloud.set_vault(vault.clone());
        Place { test, vault, folder }
    }

    async fn caller(&self) -> Caller {
        let account = AccountId::parse(OWNER).expect("twelve digits");
        let region = self.test.cloud.ensure(&account, REGION).await.expect("a region");
        Caller::new(self.test.cloud.clone(), region, account).await
    }

    async fn start(&self, parent: Option<&str>) -> String {
        let parent = parent.map_or(String::new(), |id| format!(r#", "ParentSnapshotId": "{id}""#));
        let body = format!(r#"{{"VolumeSize": 1{parent}}}"#);
        let input = wire::ebs::start_snapshot(body.as_bytes()).expect("a request");
        ebs::start(self.caller().await, input, body.as_bytes()).await.expect("a snapshot").snapshot_id
    }

    async fn put(&self, id: &str, index: u64, byte: u8) {
        let content = block(byte);
        let (length, sum) = (content.len().to_string(), STANDARD.encode(Sha256::digest(&content)));
        let new = NewBlock {
            content: &content,
            data_length: Some(&length),
            checksum: Some(&sum),
            algorithm: Some("SHA256"),
            progress: None,
        };
        ebs::put_block(self.caller().await, id, index, new).await.expect("a block");
    }

    async fn complete(&self, id: &str, count: usize) {
        let count = count.to_string();
        let told =
            Completion { changed_blocks_count: Some(&count), checksum: None, algorithm: None, aggregation: None };
        ebs::complete(self.caller().await, id, told).await.expect("a snapshot");
    }

    /// A snapshot of these blocks.
    async fn snapshot(&self, bytes: &[u8]) -> String {
        let id = self.start(None).await;
        for (index, byte) in bytes.iter().enumerate() {
            self.put(&id, index as u64, *byte).await;
        }
        self.complete(&id, bytes.len()).await;
        id
    }

    async fn delete(&self, region: &str, snapshot: &str) {
        let input = ec2::DeleteSnapshotRequest { snapshot_id: Some(snapshot.into()), ..Default::default() };
        self.test.call::<DeleteSnapshot>(OWNER, region, input).await.expect("a deletion");
    }

    async fn step(&self, others: &OtherRoots) -> Sweep {
        sweep(&self.test.cloud, &self.vault, others).await.expect("a sweep")
    }

    /// Sweeps to the end, once the controllers have done what is due, and says which blocks are left.
    async fn left(&self) -> Vec<u8> {
        for region in self.test.cloud.open_regions() {
            control::tidy(&self.test.cloud, &region).await;
        }
        let none: OtherRoots = Arc::new(|| Ok(Vec::new()));
        while self.step(&none).await != Sweep::Clean {}
        self.blocks()
    }

    fn blocks(&self) -> Vec<u8> {
        let has = |byte: &u8| {
            let hash = Hash::of(&block(*byte)).to_string();
            self.folder.path().join("blocks").join(&hash[..2]).join(&hash[2..]).exists()
        };
        (1..100).filter(has).collect()
    }
}

fn block(byte: u8) -> Vec<u8> {
    vec![byte; BLOCK_BYTES]
}

fn files_in(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.map(|path| if path.is_dir() { files_in(&path) } else { 1 }).sum()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_anybody_needs_stays_and_the_rest_goes() {
    let place = Place::new();
    let first = place.snapshot(&[1, 2]).await;
    let second = place.snapshot(&[2, 3]).await;
    assert_eq!(place.left().await, [1, 2, 3]);
    place.delete(REGION, &first).await;
    assert_eq!(place.left().await, [2, 3]);

    // A copy in another region.
    let copy = ec2::CopySnapshotRequest {
        source_region: Some(REGION.into()),
        source_snapshot_id: Some(second.clone()),
        ..Default::default()
    };
    let copy = place.test.call::<CopySnapshot>(OWNER, ELSEWHERE, copy).await.expect("a copy").snapshot_id;
    let copy = copy.expect("an id");
    place.delete(REGION, &second).await;
    assert_eq!(place.left().await, [2, 3]);

    // A volume.
    let volume = ec2::CreateVolumeRequest {
        availability_zone: Some("us-east-1a".into()),
        snapshot_id: Some(copy.clone()),
        ..Default::default()
    };
    let volume = place.test.call::<CreateVolume>(OWNER, ELSEWHERE, volume).await.expect("a volume").volume_id;
    place.delete(ELSEWHERE, &copy).await;
    assert_eq!(place.left().await, [2, 3]);

    // What is written block by block: its parent, and blocks that no manifest names.
    let parent = place.snapshot(&[5]).await;
    let child = place.start(Some(&parent)).await;
    place.put(&child, 7, 6).await;
    place.delete(REGION, &parent).await;
    let gone = ec2::DeleteVolumeRequest { volume_id: volume, ..Default::default() };
    place.test.call::<DeleteVolume>(OWNER, ELSEWHERE, gone).await.expect("a deletion");
    assert_eq!(place.left().await, [5, 6]);
    place.complete(&child, 1).await;
    assert_eq!(place.left().await, [5, 6]);

    // The recycle bin.
    let rule = r#"{"ResourceType": "EBS_SNAPSHOT",
        "RetentionPeriod": {"RetentionPeriodValue": 1, "RetentionPeriodUnit": "DAYS"}}"#;
    let rule = wire::rbin::read(rule.as_bytes()).expect("a rule");
    rules::create(place.caller().await, rule).await.expect("a rule");
    place.delete(REGION, &child).await;
    assert_eq!(place.left().await, [5, 6]);
    place.test.world.advance(2 * DAY_MS);
    let region = place.test.cloud.region(REGION).await.expect("a region");
    control::tidy(&place.test.cloud, &region).await;
    assert_eq!(place.left().await, Vec::<u8>::new());
    let kinds = ["blocks", "pages", "manifests"].map(|kind| files_in(&place.folder.path().join(kind)));
    assert_eq!(kinds, [0, 0, 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_launch_that_no_view_shows_yet_needs_its_image() {
    let place = Place::new();
    let snapshot = place.snapshot(&[1]).await;
    let region = place.test.cloud.region(REGION).await.expect("a region");
    let root = region.cell.view().table::<model::records::Snapshot>().get(&snapshot).and_then(|row| row.root.clone());
    // As a part of a large launch stands in the store, and as what a later version might write.
    for key in ["volume/vol-00000000000000001", "something-later/1"] {
        let mut edit = control::edit::Edit::new();
        let value = format!(r#"{{"staged":"r-1","origin":"{}"}}"#, root.clone().expect("a root"));
        edit.put(key.to_owned(), value.into_bytes());
        for txn in edit.transactions() {
            region.cell.commit(txn).await.expect("a commit");
        }
    }
    place.delete(REGION, &snapshot).await;
    assert_eq!(place.left().await, [1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_goes_while_something_cannot_be_asked() {
    let place = Place::new();
    let snapshot = place.snapshot(&[1]).await;
    place.delete(REGION, &snapshot).await;
    let (none, fails): (OtherRoots, OtherRoots) =
        (Arc::new(|| Ok(Vec::new())), Arc::new(|| anyhow::bail!("images.json can't be read")));
    assert!(sweep(&place.test.cloud, &place.vault, &fails).await.is_err());
    assert_eq!(place.step(&none).await, Sweep::Condemned);
    assert!(sweep(&place.test.cloud, &place.vault, &fails).await.is_err());
    assert_eq!(place.blocks(), [1]);
    // What is an image by then stays.
    let manifest = only_object(&place.folder.path().join("manifests"));
    let listed: OtherRoots = Arc::new(move || Ok(vec![manifest.clone()]));
    assert!(matches!(place.step(&listed).await, Sweep::Swept(swept) if swept.objects == 0));
    assert_eq!(place.blocks(), [1]);
}

/// The hash of the only object of a folder.
fn only_object(folder: &Path) -> String {
    let entries = |path: &Path| std::fs::read_dir(path).expect("a folder").flatten().collect::<Vec<_>>();
    let outer = entries(folder).remove(0);
    let inner = entries(&outer.path()).remove(0);
    format!("{}{}", outer.file_name().display(), inner.file_name().display())
}

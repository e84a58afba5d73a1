//! What is said to be encrypted is sealed in the vault, whichever way it came there.

use std::{sync::Arc, time::Duration};

use base64::{Engine, engine::general_purpose::STANDARD};
use control::{
    actions::{snapshot::*, volume::*},
    decide::Caller,
    ebs::{self, Completion, NewBlock},
    encryption,
};
use model::{
    AccountId,
    records::{Snapshot, Volume},
};
use sha2::{Digest, Sha256};
use testkit::TestCloud;
use vault::{BLOCK_BYTES, Hash, Key, Vault};
use wire::ec2;

const OWNER: &str = "123456789012";
const REGION: &str = "eu-west-1";
const ELSEWHERE: &str = "us-east-1";

struct Place {
    test: TestCloud,
    vault: Arc<Vault>,
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Place {
        let folder = tempfile::tempdir().expect("a folder");
        let vault = Arc::new(Vault::open_local(folder.path().join("vault")).expect("a vault"));
        let test = TestCloud::new(1);
        test.cloud.set_vault(vault.clone());
        Place { test, vault, folder }
    }

    async fn caller(&self, region: &str) -> Caller {
        let account = AccountId::parse(OWNER).expect("twelve digits");
        let region = self.test.cloud.ensure(&account, region).await.expect("a region");
        Caller::new(self.test.cloud.clone(), region, account).await
    }

    /// A snapshot of one block, written by the EBS direct APIs.
    async fn written(&self, more: &str, byte: u8) -> String {
        let body = format!(r#"{{"VolumeSize": 1{more}}}"#);
        let input = wire::ebs::start_snapshot(body.as_bytes()).expect("a request");
        let id = ebs::start(self.caller(REGION).await, input, body.as_bytes()).await.expect("a snapshot").snapshot_id;
        let content = block(byte);
        let (length, sum) = (content.len().to_string(), STANDARD.encode(Sha256::digest(&content)));
        let new = NewBlock {
            content: &content,
            data_length: Some(&length),
            checksum: Some(&sum),
            algorithm: Some("SHA256"),
            progress: None,
        };
        ebs::put_block(self.caller(REGION).await, &id, u64::from(byte), new).await.expect("a block");
        let told = Completion { changed_blocks_count: Some("1"), checksum: None, algorithm: None, aggregation: None };
        ebs::complete(self.caller(REGION).await, &id, told).await.expect("a snapshot");
        id
    }

    /// A snapshot's record, once `done` says so.
    async fn snapshot(&self, region: &str, id: &str, done: impl Fn(&Snapshot) -> bool) -> Snapshot {
        self.until(|| async {
            let found = self.caller(region).await.view.get::<Snapshot>(id).map(|row| row.record.clone());
            found.filter(|found| done(found))
        })
        .await
    }

    async fn until<T, F: Future<Output = Option<T>>>(&self, look: impl Fn() -> F) -> T {
        let looking = async {
            loop {
                if let Some(found) = look().await {
                    return found;
                }
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(60), looking).await.expect("it comes to be")
    }

    /// What a root is sealed under, and its block of this number.
    fn sealed(&self, root: &str, index: u64) -> (Key, Option<u8>) {
        let root: Hash = root.parse().expect("a hash");
        let block = self.vault.block(root, index).expect("a block");
        (self.vault.describe(root).expect("a manifest").key, block.map(|block| block[0]))
    }

    fn names_content(&self, byte: u8) -> bool {
        let hash = Hash::of(&block(byte)).to_string();
        self.folder.path().join("vault/blocks").join(&hash[..2]).join(&hash[2..]).exists()
    }
}

fn block(byte: u8) -> Vec<u8> {
    vec![byte; BLOCK_BYTES]
}

fn key_of(arn: Option<&String>) -> Key {
    Key::Sealed(encryption::id_of(arn.expect("an ARN")).parse().expect("the id of a key"))
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_block_by_block_is_sealed() {
    let place = Place::new();
    let id = place.written(r#", "Encrypted": true"#, 7).await;
    let made = place.snapshot(REGION, &id, |made| made.root.is_some()).await;
    let root = made.root.expect("a root");
    assert_eq!(place.sealed(&root, 7), (key_of(made.kms_key.as_ref()), Some(7)));
    assert!(made.encrypted && !place.names_content(7));
    // A child is under its parent's key, and has the parent's block too.
    let child = place.written(&format!(r#", "ParentSnapshotId": "{id}""#), 9).await;
    let child = place.snapshot(REGION, &child, |made| made.root.is_some()).await;
    let root = child.root.expect("a root");
    assert_eq!((place.sealed(&root, 7).1, place.sealed(&root, 9)), (Some(7), (key_of(made.kms_key.as_ref()), Some(9))));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_is_sealed_under_the_key_of_where_it_is() {
    let place = Place::new();
    let plain = place.written("", 7).await;
    assert!(place.names_content(7));
    let copy = |from: &str, id: &str, encrypted| ec2::CopySnapshotRequest {
        source_region: Some(from.into()),
        source_snapshot_id: Some(id.into()),
        encrypted,
        ..Default::default()
    };
    let made = place.test.call::<CopySnapshot>(OWNER, REGION, copy(REGION, &plain, Some(true))).await.expect("a copy");
    let first = made.snapshot_id.expect("an id");
    let sealed = place.snapshot(REGION, &first, |copy| copy.completed_ms.is_some()).await;
    assert_eq!((sealed.sealing.clone(), sealed.problem.clone()), (None, None));
    assert_eq!(place.sealed(sealed.root.as_ref().unwrap(), 7), (key_of(sealed.kms_key.as_ref()), Some(7)));
    let far = place.test.call::<CopySnapshot>(OWNER, ELSEWHERE, copy(REGION, &first, None)).await.expect("a copy");
    let far = far.snapshot_id.expect("an id");
    let far = place.snapshot(ELSEWHERE, &far, |copy| copy.completed_ms.is_some()).await;
    assert_ne!(far.kms_key, sealed.kms_key);
    assert_eq!(place.sealed(far.root.as_ref().unwrap(), 7), (key_of(far.kms_key.as_ref()), Some(7)));
    // Under the same key nothing is copied.
    let again = place.test.call::<CopySnapshot>(OWNER, REGION, copy(REGION, &first, None)).await.expect("a copy");
    let again = again.snapshot_id.expect("an id");
    assert_eq!(place.snapshot(REGION, &again, |copy| copy.completed_ms.is_some()).await.root, sealed.root);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_encrypted_volume_of_a_snapshot_is_available_once_its_content_is_sealed() {
    let place = Place::new();
    let plain = place.written("", 7).await;
    let wanted = ec2::CreateVolumeRequest {
        availability_zone: Some("eu-west-1a".into()),
        snapshot_id: Some(plain.clone()),
        encrypted: Some(true),
        ..Default::default()
    };
    let made = place.test.call::<CreateVolume>(OWNER, REGION, wanted).await.expect("a volume");
    let id = made.volume_id.expect("an id");
    let volume = place
        .until(|| async {
            let found = place.caller(REGION).await.view.get::<Volume>(&id).map(|row| row.record.clone());
            found.filter(|found| found.ready)
        })
        .await;
    assert!(volume.encrypted && !volume.sealing);
    assert_eq!(place.sealed(volume.origin.as_ref().unwrap(), 7), (key_of(volume.kms_key.as_ref()), Some(7)));
    // What it began as may go, and a snapshot of the volume is sealed as the volume is.
    let input = ec2::CreateSnapshotRequest { volume_id: Some(id.clone()), ..Default::default() };
    let taken = place.test.call::<CreateSnapshot>(OWNER, REGION, input).await.expect("a snapshot");
    let taken = taken.snapshot_id.expect("an id");
    let taken = place.snapshot(REGION, &taken, |taken| taken.completed_ms.is_some()).await;
    assert_eq!((taken.root, taken.kms_key), (volume.origin, volume.kms_key));
}

//! How far a copy under another key is, is said while it is made.

use std::{
    ops::ControlFlow,
    sync::{Arc, Condvar, Mutex},
    time::Duration,
};

use base64::{Engine, engine::general_purpose::STANDARD};
use control::{
    actions::snapshot::*,
    decide::Caller,
    ebs::{self, Completion, NewBlock},
};
use model::{AccountId, records::Snapshot};
use sha2::{Digest, Sha256};
use testkit::TestCloud;
use vault::{
    BLOCK_BYTES, Backend, BackendError, DataKey, Hash, KeyId, Keys, Kind, MemoryBackend, ObjectName, Vault,
    VaultOptions,
    backend::{Hold, Listed, LiveJob, Note, Object, Put},
};
use wire::ec2;

const OWNER: &str = "123456789012";
const REGION: &str = "eu-west-1";
/// Blocks that are read and stored at a time.
const UNIT: u64 = 32;

/// Objects in memory. Whoever reads the one of this name waits until it may be read.
#[derive(Debug, Default)]
struct Gate {
    within: MemoryBackend,
    shut: Mutex<Option<ObjectName>>,
    opened: Condvar,
}

impl Gate {
    fn open(&self) {
        *self.shut.lock().expect("a gate") = None;
        self.opened.notify_all();
    }
}

impl Backend for Gate {
    fn put_if_absent(&self, objects: &[Object<'_>]) -> Result<Vec<Put>, BackendError> {
        self.within.put_if_absent(objects)
    }

    fn replace(&self, object: Object<'_>) -> Result<(), BackendError> {
        self.within.replace(object)
    }

    fn settle(&self, names: &[ObjectName]) -> Result<(), BackendError> {
        self.within.settle(names)
    }

    fn get(&self, name: ObjectName) -> Result<Option<Vec<u8>>, BackendError> {
        let shut = self.shut.lock().expect("a gate");
        drop(self.opened.wait_while(shut, |shut| *shut == Some(name)).expect("a gate"));
        self.within.get(name)
    }

    fn exists(&self, name: ObjectName) -> Result<bool, BackendError> {
        self.within.exists(name)
    }

    fn delete(&self, names: &[ObjectName]) -> Result<u64, BackendError> {
        self.within.delete(names)
    }

    fn list(&self, kind: Kind, visit: &mut dyn FnMut(Listed) -> ControlFlow<()>) -> Result<(), BackendError> {
        self.within.list(kind, visit)
    }

    fn read_note(&self, name: &str) -> Result<Option<Note>, BackendError> {
        self.within.read_note(name)
    }

    fn write_note(&self, name: &str, bytes: Option<&[u8]>, before: Option<&str>) -> Result<bool, BackendError> {
        self.within.write_note(name, bytes, before)
    }

    fn list_notes(&self, beginning: &str) -> Result<Vec<String>, BackendError> {
        self.within.list_notes(beginning)
    }

    fn begin_job(&self, about: &[u8]) -> Result<Box<dyn Hold>, BackendError> {
        self.within.begin_job(about)
    }

    fn live_jobs(&self) -> Result<Vec<LiveJob>, BackendError> {
        self.within.live_jobs()
    }

    fn hold_sweep(&self) -> Result<Option<Box<dyn Hold>>, BackendError> {
        self.within.hold_sweep()
    }
}

/// One secret for all keys.
struct OneKey;

impl Keys for OneKey {
    fn data_key(&self, _: KeyId) -> Result<DataKey, String> {
        Ok(DataKey::new(&[7; 32]))
    }

    fn data_key_for_sealing(&self, id: KeyId) -> Result<DataKey, String> {
        self.data_key(id)
    }
}

fn block(number: u64) -> Vec<u8> {
    vec![u8::try_from(number + 1).expect("few blocks"); BLOCK_BYTES]
}

async fn caller(test: &TestCloud) -> Caller {
    let account = AccountId::parse(OWNER).expect("twelve digits");
    let region = test.cloud.ensure(&account, REGION).await.expect("a region");
    Caller::new(test.cloud.clone(), region, account).await
}

/// A snapshot of 1 GiB whose first blocks are written.
async fn written(test: &TestCloud, blocks: u64) -> String {
    let body = br#"{"VolumeSize": 1}"#;
    let input = wire::ebs::start_snapshot(body).expect("a request");
    let id = ebs::start(caller(test).await, input, body).await.expect("a snapshot").snapshot_id;
    for index in 0..blocks {
        let content = block(index);
        let (length, sum) = (content.len().to_string(), STANDARD.encode(Sha256::digest(&content)));
        let new = NewBlock {
            content: &content,
            data_length: Some(&length),
            checksum: Some(&sum),
            algorithm: Some("SHA256"),
            progress: None,
        };
        ebs::put_block(caller(test).await, &id, index, new).await.expect("a block");
    }
    let count = blocks.to_string();
    let told = Completion { changed_blocks_count: Some(&count), checksum: None, algorithm: None, aggregation: None };
    ebs::complete(caller(test).await, &id, told).await.expect("a snapshot");
    until(test, &id, |made| made.completed_ms.is_some()).await;
    id
}

async fn until(test: &TestCloud, id: &str, done: impl Fn(&Snapshot) -> bool) -> Snapshot {
    let looking = async {
        loop {
            let found = caller(test).await.view.get::<Snapshot>(id).map(|row| row.record.clone());
            if let Some(found) = found.filter(|found| done(found)) {
                return found;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(60), looking).await.expect("it comes to be")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_that_is_being_sealed_says_how_far_it_is() {
    let gate = Arc::new(Gate::default());
    let vault = || Arc::new(Vault::new(gate.clone(), VaultOptions::default()).with_keys(Arc::new(OneKey)));
    let test = TestCloud::new(1);
    test.cloud.set_vault(vault());
    let plain = written(&test, 2 * UNIT).await;
    // The second half can't be read yet. Another vault on the same objects remembers none of them.
    *gate.shut.lock().expect("a gate") = Some(ObjectName::block(Hash::of(&block(2 * UNIT - 1))));
    test.cloud.set_vault(vault());
    let request = ec2::CopySnapshotRequest {
        source_region: Some(REGION.into()),
        source_snapshot_id: Some(plain),
        encrypted: Some(true),
        ..Default::default()
    };
    let copy = test.call::<CopySnapshot>(OWNER, REGION, request).await.expect("a copy").snapshot_id.expect("an id");
    let seen = until(&test, &copy, |copy| copy.progress > 0).await;
    assert!(seen.sealing.is_some() && seen.root.is_none(), "{seen:?}");
    // 32 of 2048 blocks.
    let asked = ec2::DescribeSnapshotsRequest { snapshot_ids: vec![copy.clone()], ..Default::default() };
    let shown = test.call::<DescribeSnapshots>(OWNER, REGION, asked).await.expect("a listing").snapshots.remove(0);
    assert_eq!((shown.state.as_deref(), shown.progress.as_deref()), (Some("pending"), Some("1%")));
    gate.open();
    let made = until(&test, &copy, |copy| copy.completed_ms.is_some()).await;
    assert_eq!((made.progress, made.sealing, made.problem), (100, None, None));
}

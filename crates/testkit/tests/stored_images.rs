//! Images stored and restored as tasks. The objects are in memory and keep what was taken down; that real disks are written
//! and verified is shown elsewhere.

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use control::{
    actions::{
        account::EnableEbsEncryptionByDefault,
        image::*,
        snapshot::{CreateSnapshot, DeleteSnapshot, DescribeSnapshots},
        volume::CreateVolume,
    },
    encryption,
    exchange::{BroughtIn, Exchange, NoPlace, Outgoing, Presence, Progress, StoredFound},
};
use model::{
    AccountId, ApiError,
    records::{ImportPlace, StoreTask, StoredImage},
};
use testkit::TestCloud;
use vault::{MemoryBackend, Vault, VaultOptions};
use wire::ec2;

const OWNER: &str = "123456789012";
const OTHER: &str = "210987654321";
const REGION: &str = "us-east-1";
const ELSEWHERE: &str = "eu-west-1";
const DAY_MS: i64 = 24 * 60 * 60 * 1000;
const PATIENCE: Duration = Duration::from_secs(20);

/// One bucket, `there`. Nothing is written or read before `open` is set.
#[derive(Default)]
struct Buckets {
    open: AtomicBool,
    /// What writing and reading fail with.
    trouble: Mutex<Option<String>>,
    objects: Mutex<BTreeMap<String, StoredImage>>,
    /// What the disks were restored under that were restored last.
    keys: Mutex<Vec<vault::Key>>,
}

impl Buckets {
    fn wait(&self) -> Result<(), String> {
        while !self.open.load(Ordering::Relaxed) {
            std::thread::sleep(Duration::from_millis(2));
        }
        self.trouble.lock().unwrap().clone().map_or(Ok(()), Err)
    }

    fn object(&self, key: &str) -> Option<StoredImage> {
        self.objects.lock().unwrap().get(key).cloned()
    }
}

impl Exchange for Buckets {
    fn check(&self, _: &ImportPlace) -> Result<(), String> {
        Err("nothing is imported here".into())
    }

    fn bring_in(
        &self,
        _: &ImportPlace,
        _: &str,
        _: vault::Key,
        _: Progress<'_>,
        _: &AtomicBool,
    ) -> Result<BroughtIn, String> {
        Err("nothing is imported here".into())
    }

    fn look(&self, bucket: &str, key: &str) -> Result<Presence, NoPlace> {
        match bucket {
            "there" if self.object(key).is_some() => Ok(Presence::There),
            "there" => Ok(Presence::Absent),
            _ => Err(NoPlace::NoBucket),
        }
    }

    fn bring_out(&self, _: &Outgoing<'_>, _: Progress<'_>, _: &AtomicBool) -> Result<(), String> {
        Err("nothing is exported here".into())
    }

    fn store_image(
        &self,
        image: &StoredImage,
        _: &str,
        key: &str,
        _: Progress<'_>,
        _: &AtomicBool,
    ) -> Result<(), String> {
        self.wait()?;
        self.objects.lock().unwrap().insert(key.to_owned(), image.clone());
        Ok(())
    }

    fn stored_image(&self, bucket: &str, key: &str) -> Result<StoredFound, NoPlace> {
        match (bucket, self.object(key)) {
            ("there", Some(_)) if key == "cut.bin" => Ok(StoredFound::Unusable("it is cut off".into())),
            ("there", Some(found)) => Ok(StoredFound::Image(Box::new(found))),
            ("there", None) => Ok(StoredFound::Nothing),
            _ => Err(NoPlace::NoBucket),
        }
    }

    fn restore_disks(
        &self,
        _: &str,
        key: &str,
        keys: &[vault::Key],
        _: Progress<'_>,
        _: &AtomicBool,
    ) -> Result<Vec<BroughtIn>, String> {
        self.wait()?;
        let found = self.object(key).ok_or("it is gone")?;
        assert_eq!(keys.len(), found.disks.len());
        *self.keys.lock().unwrap() = keys.to_vec();
        let vault = Vault::new(Arc::new(MemoryBackend::default()), VaultOptions::default());
        let disk = |number| BroughtIn {
            root: format!("disk {number}"),
            size_bytes: 1 << 30,
            full_bytes: 512,
            job: vault.begin_job(&[]).expect("a job"),
        };
        Ok((0..found.disks.len()).map(disk).collect())
    }

    fn remove(&self, _: &str, _: &str) -> Result<(), String> {
        Ok(())
    }
}

fn cloud(open: bool) -> (TestCloud, Arc<Buckets>) {
    let buckets = Arc::new(Buckets { open: open.into(), ..Buckets::default() });
    (TestCloud::with(1, None, Some(buckets.clone())), buckets)
}

fn tags(kind: &str, pairs: &[(&str, &str)]) -> ec2::TagSpecification {
    let tag = |(key, value): &(&str, &str)| ec2::Tag { key: Some((*key).into()), value: Some((*value).into()) };
    ec2::TagSpecification { resource_type: Some(kind.into()), tags: pairs.iter().map(tag).collect() }
}

async fn image(test: &TestCloud, name: &str) -> String {
    image_of(test, name, None).await
}

async fn image_of(test: &TestCloud, name: &str, encrypted: Option<bool>) -> String {
    let mut devices = Vec::new();
    for (device, kind) in [("/dev/sda1", "gp3"), ("/dev/sdf", "gp2")] {
        let volume = ec2::CreateVolumeRequest {
            availability_zone: Some("us-east-1a".into()),
            size: Some(1),
            encrypted,
            ..Default::default()
        };
        let volume = test.call::<CreateVolume>(OWNER, REGION, volume).await.expect("a volume").volume_id;
        let taken = ec2::CreateSnapshotRequest {
            volume_id: volume,
            description: Some(format!("of {device}")),
            tag_specifications: vec![tags("snapshot", &[("disk", device)])],
            ..Default::default()
        };
        let snapshot = test.call::<CreateSnapshot>(OWNER, REGION, taken).await.expect("a snapshot").snapshot_id;
        let ebs = ec2::EbsBlockDevice {
            snapshot_id: snapshot,
            volume_size: Some(9),
            volume_type: Some(kind.into()),
            delete_on_termination: Some(false),
            ..Default::default()
        };
        devices.push(ec2::BlockDeviceMapping {
            device_name: Some(device.into()),
            ebs: Some(ebs),
            ..Default::default()
        });
    }
    let register = ec2::RegisterImageRequest {
        name: Some(name.into()),
        description: Some("as it was".into()),
        architecture: Some("arm64".into()),
        boot_mode: Some("uefi".into()),
        ena_support: Some(true),
        imds_support: Some("v2.0".into()),
        root_device_name: Some("/dev/sda1".into()),
        block_device_mappings: devices,
        tag_specifications: vec![tags("image", &[("a", "stored"), ("b", "stored")])],
        ..Default::default()
    };
    test.call::<RegisterImage>(OWNER, REGION, register).await.expect("an image").image_id.expect("an id")
}

async fn store(test: &TestCloud, account: &str, image: &str, bucket: &str) -> Result<String, ApiError> {
    let request = ec2::CreateStoreImageTaskRequest {
        image_id: Some(image.into()),
        bucket: Some(bucket.into()),
        ..Default::default()
    };
    Ok(test.call::<CreateStoreImageTask>(account, REGION, request).await?.object_key.expect("a key"))
}

async fn listed(test: &TestCloud, request: ec2::DescribeStoreImageTasksRequest) -> ec2::DescribeStoreImageTasksResult {
    test.call::<DescribeStoreImageTasks>(OWNER, REGION, request).await.expect("a listing")
}

/// Waits until the store of an image has ended; how.
async fn stored(test: &TestCloud, image: &str) -> ec2::StoreImageTaskResult {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let asked = ec2::DescribeStoreImageTasksRequest { image_ids: vec![image.into()], ..Default::default() };
        let found = listed(test, asked).await.store_image_task_results.remove(0);
        if found.store_task_state.as_deref() != Some("InProgress") {
            return found;
        }
        assert!(Instant::now() < deadline, "{found:?}");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

fn restore_of(key: &str, name: Option<&str>) -> ec2::CreateRestoreImageTaskRequest {
    ec2::CreateRestoreImageTaskRequest {
        bucket: Some("there".into()),
        object_key: Some(key.into()),
        name: name.map(str::to_owned),
        ..Default::default()
    }
}

async fn restore(
    test: &TestCloud,
    account: &str,
    request: ec2::CreateRestoreImageTaskRequest,
) -> Result<String, ApiError> {
    let answer = test.call::<CreateRestoreImageTask>(account, ELSEWHERE, request).await?;
    Ok(answer.image_id.expect("an id"))
}

/// Waits until an image is no longer pending.
async fn restored(test: &TestCloud, account: &str, image: &str) -> ec2::Image {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let asked = ec2::DescribeImagesRequest { image_ids: vec![image.into()], ..Default::default() };
        let found = test.call::<DescribeImages>(account, ELSEWHERE, asked).await.expect("a listing").images.remove(0);
        if found.state.as_deref() != Some("pending") {
            return found;
        }
        assert!(Instant::now() < deadline, "{found:?}");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

fn pairs(tags: &[ec2::Tag]) -> Vec<(&str, &str)> {
    tags.iter().map(|tag| (tag.key.as_deref().unwrap_or(""), tag.value.as_deref().unwrap_or(""))).collect()
}

#[tokio::test]
async fn a_restored_image_is_as_it_was_and_its_restorers_own() {
    let (test, buckets) = cloud(true);
    let source = image(&test, "golden").await;
    let key = store(&test, OWNER, &source, "there").await.expect("a task");
    assert_eq!(key, format!("{source}.bin"));
    let task = stored(&test, &source).await;
    assert_eq!((task.store_task_state.as_deref(), task.progress_percentage), (Some("Completed"), Some(100)));
    assert_eq!((task.bucket.as_deref(), task.s3object_key.as_deref()), (Some("there"), Some(key.as_str())));
    let object = buckets.object(&key).expect("an object");
    assert_eq!((object.disks.len(), object.region.as_str(), &*object.owner), (2, REGION, OWNER));

    let mut request = restore_of(&key, None);
    request.tag_specifications = vec![tags("image", &[("a", "asked")]), tags("snapshot", &[("of", "ours")])];
    let id = restore(&test, OTHER, request).await.expect("an image");
    let found = restored(&test, OTHER, &id).await;
    assert_ne!(id, source);
    assert_eq!((found.state.as_deref(), found.name.as_deref()), (Some("available"), Some("golden")));
    assert_eq!((found.owner_id.as_deref(), found.description.as_deref()), (Some(OTHER), Some("as it was")));
    assert_eq!((found.architecture.as_deref(), found.boot_mode.as_deref()), (Some("arm64"), Some("uefi")));
    assert_eq!((found.ena_support, found.imds_support.as_deref()), (Some(true), Some("v2.0")));
    assert_eq!((found.source_image_id, found.source_image_region.as_deref()), (Some(source), Some(REGION)));
    assert_eq!(pairs(&found.tags), [("a", "asked"), ("b", "stored")]);
    let mut snapshots = Vec::new();
    for (device, (name, kind)) in found.block_device_mappings.iter().zip([("/dev/sda1", "gp3"), ("/dev/sdf", "gp2")]) {
        let ebs = device.ebs.as_ref().expect("a volume");
        assert_eq!((device.device_name.as_deref(), ebs.volume_type.as_deref()), (Some(name), Some(kind)));
        assert_eq!((ebs.volume_size, ebs.delete_on_termination), (Some(9), Some(false)));
        snapshots.push(ebs.snapshot_id.clone().expect("a snapshot"));
    }
    let asked = ec2::DescribeSnapshotsRequest { snapshot_ids: snapshots.clone(), ..Default::default() };
    let found = test.call::<DescribeSnapshots>(OTHER, ELSEWHERE, asked).await.expect("a listing").snapshots;
    let seen: Vec<_> =
        found.iter().map(|it| (it.state.as_deref(), it.description.as_deref(), pairs(&it.tags))).collect();
    let wanted =
        |name: &'static str, of: &'static str| (Some("completed"), Some(of), vec![("disk", name), ("of", "ours")]);
    assert_eq!(seen, [wanted("/dev/sda1", "of /dev/sda1"), wanted("/dev/sdf", "of /dev/sdf")]);
    let delete = ec2::DeleteSnapshotRequest { snapshot_id: snapshots.first().cloned(), ..Default::default() };
    let refused = test.call::<DeleteSnapshot>(OTHER, ELSEWHERE, delete).await.unwrap_err();
    assert_eq!(refused.code, "InvalidSnapshot.InUse");
}

#[tokio::test]
async fn names_are_unique_and_there_is_one_object_for_an_image_in_a_bucket() {
    let (test, buckets) = cloud(false);
    let source = image(&test, "golden").await;
    let key = store(&test, OWNER, &source, "there").await.expect("a task");
    let exists = format!("The object {key} exists already in the bucket there.");
    assert_eq!(store(&test, OWNER, &source, "there").await.unwrap_err().message, exists, "it is on its way");
    buckets.open.store(true, Ordering::Relaxed);
    stored(&test, &source).await;
    assert_eq!(store(&test, OWNER, &source, "there").await.unwrap_err().message, exists, "it is there");

    let first = restore(&test, OWNER, restore_of(&key, None)).await.expect("an image");
    let refused = restore(&test, OWNER, restore_of(&key, None)).await.unwrap_err();
    assert_eq!(refused.code, "InvalidAMIName.Duplicate");
    assert!(refused.message.contains(&first), "{refused:?}");
    restore(&test, OWNER, restore_of(&key, Some("golden again"))).await.expect("an image");
}

#[tokio::test]
async fn what_goes_wrong_is_told() {
    let (test, buckets) = cloud(true);
    *buckets.trouble.lock().unwrap() = Some("no space is left".into());
    let source = image(&test, "golden").await;
    let key = store(&test, OWNER, &source, "there").await.expect("a task");
    let failed = stored(&test, &source).await;
    assert_eq!(failed.store_task_state.as_deref(), Some("Failed"));
    assert_eq!(failed.store_task_failure_reason.as_deref(), Some("ClientError: no space is left"));
    *buckets.trouble.lock().unwrap() = None;
    store(&test, OWNER, &source, "there").await.expect("another task");
    let deadline = Instant::now() + PATIENCE;
    while buckets.object(&key).is_none() {
        assert!(Instant::now() < deadline, "nothing was stored");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    *buckets.trouble.lock().unwrap() =
        Some(format!("The object {key} in the bucket there can't be restored: it is cut off"));
    let id = restore(&test, OWNER, restore_of(&key, None)).await.expect("an image");
    let found = restored(&test, OWNER, &id).await;
    assert_eq!(found.state.as_deref(), Some("failed"));
    let reason = found.state_reason.and_then(|it| it.message).expect("a reason");
    assert!(
        reason.ends_with(&format!("The object {key} in the bucket there can't be restored: it is cut off")),
        "{reason}"
    );

    let object = buckets.object(&key).expect("an object");
    let put = |name: &str, object: StoredImage| buckets.objects.lock().unwrap().insert(name.to_owned(), object);
    put("cut.bin", object.clone());
    put("twice.bin", StoredImage { devices: vec![object.devices[0].clone(); 2], ..object.clone() });
    put("rootless.bin", StoredImage { root_device_name: "/dev/sdz".into(), ..object.clone() });
    put("nameless.bin", StoredImage { name: "x".into(), ..object });
    let cases = [
        ("none.bin", "NoSuchKey", "none.bin"),
        ("cut.bin", "InvalidRequest", "The object cut.bin in the bucket there can't be restored: it is cut off"),
        ("twice.bin", "InvalidRequest", "its devices have no names of their own"),
        ("rootless.bin", "InvalidRequest", "its devices and its disks contradict each other"),
        ("nameless.bin", "InvalidAMIName.Malformed", "AMI names must be"),
    ];
    for (key, code, message) in cases {
        let refused = restore(&test, OWNER, restore_of(key, None)).await.unwrap_err();
        assert!(refused.code == code && refused.message.contains(message), "{refused:?}");
    }
    let refused = store(&test, OWNER, &source, "nowhere").await.unwrap_err();
    assert_eq!(refused.code, "NoSuchBucket");
    let refused = store(&test, OTHER, &source, "there").await.unwrap_err();
    assert_eq!(refused.code, "InvalidAMIID.NotFound");
}

#[tokio::test]
async fn tasks_are_listed_for_31_days_the_newest_first() {
    let (test, _buckets) = cloud(true);
    let mut images = Vec::new();
    for number in 0..3 {
        let id = image(&test, &format!("golden {number}")).await;
        store(&test, OWNER, &id, "there").await.expect("a task");
        stored(&test, &id).await;
        images.insert(0, id);
        test.world.advance(1000);
    }
    let mut seen = Vec::new();
    let mut next = None;
    loop {
        let asked =
            ec2::DescribeStoreImageTasksRequest { max_results: Some(2), next_token: next, ..Default::default() };
        let page = listed(&test, asked).await;
        assert!(page.store_image_task_results.len() <= 2);
        seen.extend(page.store_image_task_results.into_iter().filter_map(|task| task.ami_id));
        next = page.next_token;
        if next.is_none() {
            break;
        }
    }
    assert_eq!(seen, images);
    let by = |name: &str, value: &str| ec2::DescribeStoreImageTasksRequest {
        filters: vec![ec2::Filter { name: Some(name.into()), values: vec![value.into()] }],
        ..Default::default()
    };
    for (name, value, count) in
        [("task-state", "Completed", 3), ("task-state", "Failed", 0), ("bucket", "there", 3), ("bucket", "other", 0)]
    {
        assert_eq!(listed(&test, by(name, value)).await.store_image_task_results.len(), count, "{name} {value}");
    }
    test.world.advance(31 * DAY_MS - 2000);
    let region = test.cloud.region(REGION).await.expect("a region");
    control::tidy(&test.cloud, &region).await;
    assert_eq!(region.cell.view().table::<StoreTask>().len(), 1, "what is not listed is not kept");
    assert_eq!(listed(&test, by("bucket", "there")).await.store_image_task_results.len(), 1);
}

#[tokio::test]
async fn what_was_encrypted_is_restored_encrypted_by_its_own_account_alone() {
    let (test, buckets) = cloud(true);
    let source = image_of(&test, "golden", Some(true)).await;
    let key = store(&test, OWNER, &source, "there").await.expect("a task");
    assert_eq!(stored(&test, &source).await.store_task_state.as_deref(), Some("Completed"));
    let object = buckets.object(&key).expect("an object");
    let owner = AccountId::parse(OWNER).expect("twelve digits");
    let under = encryption::managed_key(REGION, &owner);
    assert!(object.disks.iter().all(|disk| disk.kms_key.as_ref() == Some(&under)), "{object:?}");
    let refused = restore(&test, OTHER, restore_of(&key, None)).await.unwrap_err();
    assert_eq!(refused.code, "InvalidRequest");
    assert!(refused.message.ends_with("under a key that is not accessible to this account."), "{refused:?}");
    // In another region, under the key of there.
    let id = restore(&test, OWNER, restore_of(&key, None)).await.expect("an image");
    let found = restored(&test, OWNER, &id).await;
    let there = encryption::managed_key(ELSEWHERE, &owner);
    assert_eq!(*buckets.keys.lock().unwrap(), vec![encryption::vault_key(Some(&there)).expect("a key"); 2]);
    for device in &found.block_device_mappings {
        let ebs = device.ebs.as_ref().expect("a volume");
        assert_eq!(ebs.encrypted, Some(true));
        let asked = ec2::DescribeSnapshotsRequest {
            snapshot_ids: ebs.snapshot_id.iter().cloned().collect(),
            ..Default::default()
        };
        let snapshot = test.call::<DescribeSnapshots>(OWNER, ELSEWHERE, asked).await.expect("one").snapshots.remove(0);
        assert_eq!((snapshot.encrypted, snapshot.kms_key_id.as_ref()), (Some(true), Some(&there)));
    }
}

#[tokio::test]
async fn what_was_not_encrypted_becomes_so_where_that_is_the_default() {
    let (test, buckets) = cloud(true);
    let source = image(&test, "golden").await;
    let key = store(&test, OWNER, &source, "there").await.expect("a task");
    stored(&test, &source).await;
    let asked = ec2::EnableEbsEncryptionByDefaultRequest::default();
    test.call::<EnableEbsEncryptionByDefault>(OTHER, ELSEWHERE, asked).await.expect("it is on");
    let id = restore(&test, OTHER, restore_of(&key, None)).await.expect("an image");
    let found = restored(&test, OTHER, &id).await;
    assert!(
        found.block_device_mappings.iter().all(|it| it.ebs.as_ref().is_some_and(|ebs| ebs.encrypted == Some(true)))
    );
    let there = encryption::managed_key(ELSEWHERE, &AccountId::parse(OTHER).expect("twelve digits"));
    assert_eq!(*buckets.keys.lock().unwrap(), vec![encryption::vault_key(Some(&there)).expect("a key"); 2]);
}

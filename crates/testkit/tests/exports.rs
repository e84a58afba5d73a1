//! Exports as tasks: carried out, cancelled, refused, and taken up by the next control plane. The buckets are in memory and
//! keep what was asked for; that real disks are written is shown elsewhere.

use std::{
    collections::BTreeMap,
    path::PathBuf,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use control::{
    actions::{export::*, image::RegisterImage, snapshot::CreateSnapshot, volume::CreateVolume},
    exchange::{BroughtIn, Exchange, NoPlace, Outgoing, Presence, Progress, StoredFound},
};
use model::{
    ApiError,
    records::{ImportPlace, StoredImage},
};
use testkit::TestCloud;
use wire::ec2;

const OWNER: &str = "123456789012";
const OTHER: &str = "210987654321";
const REGION: &str = "us-east-1";
const PATIENCE: Duration = Duration::from_secs(20);

/// One bucket, `there`. Nothing is written before `open` is set.
#[derive(Default)]
struct Buckets {
    open: AtomicBool,
    /// What writing fails with.
    trouble: Mutex<Option<String>>,
    objects: Mutex<BTreeMap<String, String>>,
}

impl Buckets {
    fn objects(&self) -> BTreeMap<String, String> {
        self.objects.lock().unwrap().clone()
    }
}

impl Exchange for Buckets {
    fn check(&self, _place: &ImportPlace) -> Result<(), String> {
        Err("nothing is read here".into())
    }

    fn bring_in(
        &self,
        _: &ImportPlace,
        _: &str,
        _: vault::Key,
        _: Progress<'_>,
        _: &AtomicBool,
    ) -> Result<BroughtIn, String> {
        Err("nothing is read here".into())
    }

    fn look(&self, bucket: &str, key: &str) -> Result<Presence, NoPlace> {
        match bucket {
            "there" if key.contains("..") => Err(NoPlace::BadKey(format!("'{key}' is not the name of an object"))),
            "there" => Ok(Presence::Absent),
            _ => Err(NoPlace::NoBucket),
        }
    }

    fn bring_out(&self, disk: &Outgoing<'_>, progress: Progress<'_>, cancel: &AtomicBool) -> Result<(), String> {
        progress(40);
        let key = format!("{}/{}", disk.bucket, disk.key);
        self.objects.lock().unwrap().insert(format!("{key}.partial"), String::new());
        while !self.open.load(Ordering::Relaxed) {
            if cancel.load(Ordering::Relaxed) {
                return Err("stopped because it was asked to".into());
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        if let Some(trouble) = self.trouble.lock().unwrap().clone() {
            return Err(trouble);
        }
        let mut objects = self.objects.lock().unwrap();
        objects.remove(&format!("{key}.partial"));
        objects.insert(key, format!("{:?} of {} GiB", disk.format, disk.size_gib));
        Ok(())
    }

    fn store_image(&self, _: &StoredImage, _: &str, _: &str, _: Progress<'_>, _: &AtomicBool) -> Result<(), String> {
        Err("nothing is stored here".into())
    }

    fn stored_image(&self, _: &str, _: &str) -> Result<StoredFound, NoPlace> {
        Ok(StoredFound::Nothing)
    }

    fn restore_disks(
        &self,
        _: &str,
        _: &str,
        _: &[vault::Key],
        _: Progress<'_>,
        _: &AtomicBool,
    ) -> Result<Vec<BroughtIn>, String> {
        Err("nothing is stored here".into())
    }

    fn remove(&self, bucket: &str, key: &str) -> Result<(), String> {
        self.objects.lock().unwrap().retain(|name, _| !name.starts_with(&format!("{bucket}/{key}")));
        Ok(())
    }
}

fn cloud(cells: Option<PathBuf>, open: bool) -> (TestCloud, Arc<Buckets>) {
    let buckets = Arc::new(Buckets { open: open.into(), ..Buckets::default() });
    (TestCloud::with(1, cells, Some(buckets.clone())), buckets)
}

/// An image of as many volumes of one gibibyte.
async fn image(test: &TestCloud, name: &str, volumes: u8) -> String {
    let mut devices = Vec::new();
    for number in 0..volumes {
        let volume = ec2::CreateVolumeRequest {
            availability_zone: Some("us-east-1a".into()),
            size: Some(1),
            ..Default::default()
        };
        let volume = test.call::<CreateVolume>(OWNER, REGION, volume).await.expect("a volume").volume_id;
        let taken = ec2::CreateSnapshotRequest { volume_id: volume, ..Default::default() };
        let snapshot = test.call::<CreateSnapshot>(OWNER, REGION, taken).await.expect("a snapshot").snapshot_id;
        let ebs = ec2::EbsBlockDevice { snapshot_id: snapshot, ..Default::default() };
        let device = format!("/dev/sd{}", char::from(b'a' + number));
        devices.push(ec2::BlockDeviceMapping { device_name: Some(device), ebs: Some(ebs), ..Default::default() });
    }
    let register = ec2::RegisterImageRequest {
        name: Some(name.into()),
        architecture: Some("x86_64".into()),
        root_device_name: Some("/dev/sda".into()),
        block_device_mappings: devices,
        ..Default::default()
    };
    test.call::<RegisterImage>(OWNER, REGION, register).await.expect("an image").image_id.expect("an id")
}

fn request(image: &str, bucket: &str, prefix: &str) -> ec2::ExportImageRequest {
    ec2::ExportImageRequest {
        image_id: Some(image.into()),
        disk_image_format: Some("VMDK".into()),
        s3_export_location: Some(ec2::ExportTaskS3LocationRequest {
            s3_bucket: Some(bucket.into()),
            s3_prefix: Some(prefix.into()),
        }),
        ..Default::default()
    }
}

async fn export(test: &TestCloud, account: &str, request: ec2::ExportImageRequest) -> Result<String, ApiError> {
    Ok(test.call::<ExportImage>(account, REGION, request).await?.export_image_task_id.expect("an id"))
}

async fn seen(test: &TestCloud, id: &str) -> ec2::ExportImageTask {
    let asked = ec2::DescribeExportImageTasksRequest { export_image_task_ids: vec![id.into()], ..Default::default() };
    let found = test.call::<DescribeExportImageTasks>(OWNER, REGION, asked).await.expect("a listing");
    found.export_image_tasks.into_iter().next().expect("the task")
}

/// Waits until a task is so.
async fn until(test: &TestCloud, id: &str, is_so: impl Fn(&ec2::ExportImageTask) -> bool) -> ec2::ExportImageTask {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let task = seen(test, id).await;
        if is_so(&task) {
            return task;
        }
        assert!(Instant::now() < deadline, "{task:?}");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

fn is(status: &'static str) -> impl Fn(&ec2::ExportImageTask) -> bool {
    move |task| task.status.as_deref() == Some(status)
}

async fn cancel(test: &TestCloud, id: &str) -> Result<(), ApiError> {
    let request = ec2::CancelExportTaskRequest { export_task_id: Some(id.into()) };
    test.call::<CancelExportTask>(OWNER, REGION, request).await.map(drop)
}

#[tokio::test]
async fn an_image_is_exported_under_the_tasks_name() {
    let (test, buckets) = cloud(None, true);
    let id = export(&test, OWNER, request(&image(&test, "one", 1).await, "there", "ours/")).await.expect("a task");
    let done = until(&test, &id, is("completed")).await;
    assert_eq!((done.progress, done.status_message), (None, None));
    let wanted = BTreeMap::from([(format!("there/ours/{id}.vmdk"), "Vmdk of 1 GiB".to_owned())]);
    assert_eq!(buckets.objects(), wanted);
    assert_eq!(cancel(&test, &id).await.unwrap_err().code, "IncorrectState");
}

#[tokio::test]
async fn one_that_is_cancelled_leaves_nothing() {
    let (test, buckets) = cloud(None, false);
    let id = export(&test, OWNER, request(&image(&test, "one", 1).await, "there", "")).await.expect("a task");
    until(&test, &id, |task| task.status_message.as_deref() == Some("converting")).await;
    cancel(&test, &id).await.expect("cancelled");
    let gone = until(&test, &id, is("deleted")).await;
    assert_eq!(gone.status_message.as_deref(), Some("cancelled by the user"));
    assert_eq!(buckets.objects(), BTreeMap::new());
    cancel(&test, &id).await.expect("cancelled before");
}

#[tokio::test]
async fn one_that_fails_says_why_and_leaves_nothing() {
    let (test, buckets) = cloud(None, true);
    *buckets.trouble.lock().unwrap() = Some("no space is left".into());
    let id = export(&test, OWNER, request(&image(&test, "one", 1).await, "there", "")).await.expect("a task");
    let gone = until(&test, &id, is("deleted")).await;
    assert_eq!(gone.status_message.as_deref(), Some("ClientError: no space is left"));
    assert_eq!(buckets.objects(), BTreeMap::new());
}

#[tokio::test]
async fn what_may_not_be_exported_is_refused() {
    let (test, buckets) = cloud(None, true);
    let one = image(&test, "one", 1).await;
    let two = image(&test, "two", 2).await;
    let cases = [
        (OWNER, request(&two, "there", ""), "NotExportable", "has more than one EBS volume"),
        (OTHER, request(&one, "there", ""), "InvalidAMIID.NotFound", "does not exist"),
        (OWNER, request(&one, "nowhere", ""), "InvalidParameter", "write permissions on the bucket. Bucket: nowhere"),
        (OWNER, request(&one, "there", "../"), "InvalidParameter", "is not the name of an object"),
    ];
    for (account, request, code, message) in cases {
        let refused = export(&test, account, request).await.unwrap_err();
        assert!(refused.code == code && refused.message.contains(message), "{refused:?}");
    }
    assert_eq!(buckets.objects(), BTreeMap::new());
}

#[tokio::test]
async fn five_may_be_under_way_at_a_time() {
    let (test, buckets) = cloud(None, false);
    let one = image(&test, "one", 1).await;
    let mut ids = Vec::new();
    for _ in 0..5 {
        ids.push(export(&test, OWNER, request(&one, "there", "")).await.expect("a task"));
    }
    let refused = export(&test, OWNER, request(&one, "there", "")).await.unwrap_err();
    assert_eq!(refused.code, "ResourceLimitExceeded");
    buckets.open.store(true, Ordering::Relaxed);
    for id in ids {
        until(&test, &id, is("completed")).await;
    }
    export(&test, OWNER, request(&one, "there", "")).await.expect("a task");
}

#[test]
fn the_next_control_plane_takes_up_what_was_under_way() {
    let folder = tempfile::tempdir().unwrap();
    let runtime = || tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let first = runtime();
    let (first_test, first_buckets) = {
        let _inside = first.enter();
        cloud(Some(folder.path().to_owned()), false)
    };
    let (done, cancelled) = first.block_on(async {
        let one = image(&first_test, "one", 1).await;
        let ids = [
            export(&first_test, OWNER, request(&one, "there", "")).await.expect("a task"),
            export(&first_test, OWNER, request(&one, "there", "")).await.expect("a task"),
        ];
        for id in &ids {
            until(&first_test, id, |task| task.status_message.as_deref() == Some("converting")).await;
        }
        ids.into()
    });
    // It ends in the middle: what it was writing is cut off.
    first.shutdown_timeout(Duration::from_millis(200));
    drop(first_test);
    let second = runtime();
    second.block_on(async {
        let (test, buckets) = cloud(Some(folder.path().to_owned()), false);
        until(&test, &done, is("active")).await;
        cancel(&test, &cancelled).await.expect("cancelled");
        until(&test, &cancelled, is("deleted")).await;
        buckets.open.store(true, Ordering::Relaxed);
        until(&test, &done, is("completed")).await;
        assert_eq!(buckets.objects().into_keys().collect::<Vec<_>>(), [format!("there/{done}.vmdk")]);
    });
    first_buckets.open.store(true, Ordering::Relaxed);
}

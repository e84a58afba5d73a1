//! What ends by itself: the recycle bin, cooldowns, deprecation, locks, restored snapshots, reports.

use control::{
    actions::{image::*, snapshot::*, volume::CreateVolume},
    decide::Caller,
    recycle_bin::rules,
};
use model::AccountId;
use testkit::{BEGIN_MS, TestCloud};
use wire::{Timestamp, ec2};

const OWNER: &str = "123456789012";
const OTHER: &str = "210987654321";
const REGION: &str = "us-east-1";
const HOUR_MS: i64 = 60 * 60 * 1000;
const DAY_MS: i64 = 24 * HOUR_MS;

/// Lets time pass, and has the controllers look at what is due.
async fn pass(test: &TestCloud, ms: i64) {
    test.world.advance(ms);
    let region = test.cloud.region(REGION).await.expect("a region");
    control::tidy(&test.cloud, &region).await;
}

async fn snapshot(test: &TestCloud) -> String {
    let volume =
        ec2::CreateVolumeRequest { availability_zone: Some("us-east-1a".into()), size: Some(1), ..Default::default() };
    let volume = test.call::<CreateVolume>(OWNER, REGION, volume).await.expect("a volume").volume_id;
    let taken = ec2::CreateSnapshotRequest { volume_id: volume, ..Default::default() };
    test.call::<CreateSnapshot>(OWNER, REGION, taken).await.expect("a snapshot").snapshot_id.expect("an id")
}

async fn image(test: &TestCloud, snapshot: &str) -> String {
    let ebs = ec2::EbsBlockDevice { snapshot_id: Some(snapshot.into()), ..Default::default() };
    let device =
        ec2::BlockDeviceMapping { device_name: Some("/dev/xvda".into()), ebs: Some(ebs), ..Default::default() };
    let register = ec2::RegisterImageRequest {
        name: Some("timely".into()),
        architecture: Some("x86_64".into()),
        root_device_name: Some("/dev/xvda".into()),
        block_device_mappings: vec![device],
        ..Default::default()
    };
    test.call::<RegisterImage>(OWNER, REGION, register).await.expect("an image").image_id.expect("an id")
}

async fn keep(test: &TestCloud, kind: &str, days: u32) {
    let account = AccountId::parse(OWNER).expect("twelve digits");
    let region = test.cloud.ensure(&account, REGION).await.expect("a region");
    let caller = Caller::new(test.cloud.clone(), region, account).await;
    let period = format!(r#"{{"RetentionPeriodValue": {days}, "RetentionPeriodUnit": "DAYS"}}"#);
    let rule = format!(r#"{{"ResourceType": "{kind}", "RetentionPeriod": {period}}}"#);
    rules::create(caller, wire::rbin::read(rule.as_bytes()).expect("a rule")).await.expect("a rule");
}

async fn images_in_the_bin(test: &TestCloud) -> usize {
    test.call::<ListImagesInRecycleBin>(OWNER, REGION, Default::default()).await.expect("a listing").images.len()
}

#[tokio::test]
async fn what_is_in_the_recycle_bin_leaves_it() {
    let test = TestCloud::new(1);
    let kept = snapshot(&test).await;
    let image = image(&test, &kept).await;
    keep(&test, "EC2_IMAGE", 2).await;
    keep(&test, "EBS_SNAPSHOT", 3).await;
    let deregister = ec2::DeregisterImageRequest {
        image_id: Some(image.clone()),
        delete_associated_snapshots: Some(true),
        ..Default::default()
    };
    test.call::<DeregisterImage>(OWNER, REGION, deregister).await.expect("it goes");
    let region = test.cloud.region(REGION).await.expect("a region");
    let kept_records = || region.cell.store().scan("binned-").expect("a scan").len();
    pass(&test, 2 * DAY_MS - 1).await;
    assert_eq!((images_in_the_bin(&test).await, kept_records()), (1, 2));
    // Its time is over, though nobody has swept up yet.
    test.world.advance(1);
    assert_eq!((images_in_the_bin(&test).await, kept_records()), (0, 2));
    let restore = ec2::RestoreImageFromRecycleBinRequest { image_id: Some(image), ..Default::default() };
    let refused = test.call::<RestoreImageFromRecycleBin>(OWNER, REGION, restore).await.unwrap_err();
    assert_eq!(refused.code, "InvalidAMIID.NotFound");
    pass(&test, 0).await;
    assert_eq!(kept_records(), 1);
    let restore = ec2::RestoreSnapshotFromRecycleBinRequest { snapshot_id: Some(kept), ..Default::default() };
    test.call::<RestoreSnapshotFromRecycleBin>(OWNER, REGION, restore).await.expect("it is kept for a day more");
    pass(&test, 9 * DAY_MS).await;
    assert_eq!(kept_records(), 0);
}

#[tokio::test]
async fn a_protection_cools_down_in_a_day() {
    let test = TestCloud::new(1);
    let image = image(&test, &snapshot(&test).await).await;
    let enable = ec2::EnableImageDeregistrationProtectionRequest {
        image_id: Some(image.clone()),
        with_cooldown: Some(true),
        ..Default::default()
    };
    test.call::<EnableImageDeregistrationProtection>(OWNER, REGION, enable).await.expect("it is protected");
    let disable =
        ec2::DisableImageDeregistrationProtectionRequest { image_id: Some(image.clone()), ..Default::default() };
    test.call::<DisableImageDeregistrationProtection>(OWNER, REGION, disable).await.expect("it cools down");
    let deregister = || ec2::DeregisterImageRequest { image_id: Some(image.clone()), ..Default::default() };
    test.world.advance(DAY_MS - 1);
    let refused = test.call::<DeregisterImage>(OWNER, REGION, deregister()).await.unwrap_err();
    assert_eq!(refused.code, "OperationNotPermitted");
    test.world.advance(1);
    test.call::<DeregisterImage>(OWNER, REGION, deregister()).await.expect("it has cooled down");
}

#[tokio::test]
async fn a_deprecated_image_is_listed_for_its_owner_and_whoever_asks_for_it() {
    let test = TestCloud::new(1);
    let image = image(&test, &snapshot(&test).await).await;
    let share = ec2::ModifyImageAttributeRequest {
        image_id: Some(image.clone()),
        attribute: Some("launchPermission".into()),
        operation_type: Some("add".into()),
        user_ids: vec![OTHER.into()],
        ..Default::default()
    };
    test.call::<ModifyImageAttribute>(OWNER, REGION, share).await.expect("it is shared");
    let deprecate = ec2::EnableImageDeprecationRequest {
        image_id: Some(image.clone()),
        deprecate_at: Some(Timestamp(BEGIN_MS + HOUR_MS)),
        ..Default::default()
    };
    test.call::<EnableImageDeprecation>(OWNER, REGION, deprecate).await.expect("it is deprecated");
    let listed = async |account: &str, include: bool| {
        let describe = ec2::DescribeImagesRequest {
            owners: vec![OWNER.into()],
            include_deprecated: Some(include),
            ..Default::default()
        };
        test.call::<DescribeImages>(account, REGION, describe).await.expect("a listing").images.len()
    };
    assert_eq!(listed(OTHER, false).await, 1);
    test.world.advance(HOUR_MS);
    assert_eq!((listed(OTHER, false).await, listed(OTHER, true).await, listed(OWNER, false).await), (0, 1, 1));
}

#[tokio::test]
async fn a_lock_expires_and_a_restored_snapshot_goes_back() {
    let test = TestCloud::new(1);
    let id = snapshot(&test).await;
    let lock = ec2::LockSnapshotRequest {
        snapshot_id: Some(id.clone()),
        lock_mode: Some("compliance".into()),
        lock_duration: Some(5),
        ..Default::default()
    };
    test.call::<LockSnapshot>(OWNER, REGION, lock).await.expect("it is locked");
    let archive = ec2::ModifySnapshotTierRequest {
        snapshot_id: Some(id.clone()),
        storage_tier: Some("archive".into()),
        ..Default::default()
    };
    test.call::<ModifySnapshotTier>(OWNER, REGION, archive).await.expect("it is archived");
    let restore = ec2::RestoreSnapshotTierRequest {
        snapshot_id: Some(id.clone()),
        temporary_restore_days: Some(2),
        ..Default::default()
    };
    test.call::<RestoreSnapshotTier>(OWNER, REGION, restore).await.expect("it is restored");
    let tier = async || {
        let describe = ec2::DescribeSnapshotsRequest { snapshot_ids: vec![id.clone()], ..Default::default() };
        let mut found = test.call::<DescribeSnapshots>(OWNER, REGION, describe).await.expect("a listing").snapshots;
        found.remove(0).storage_tier.expect("a tier")
    };
    pass(&test, 2 * DAY_MS - 1).await;
    assert_eq!(tier().await, "standard");
    pass(&test, 1).await;
    assert_eq!(tier().await, "archive");
    let delete = || ec2::DeleteSnapshotRequest { snapshot_id: Some(id.clone()), ..Default::default() };
    let refused = test.call::<DeleteSnapshot>(OWNER, REGION, delete()).await.unwrap_err();
    assert_eq!(refused.code, "OperationNotPermitted");
    test.world.advance(3 * DAY_MS);
    test.call::<DeleteSnapshot>(OWNER, REGION, delete()).await.expect("its lock has expired");
}

#[tokio::test]
async fn a_usage_report_is_kept_for_thirty_days() {
    let test = TestCloud::new(1);
    let image = image(&test, &snapshot(&test).await).await;
    let kind = ec2::ImageUsageResourceTypeRequest { resource_type: Some("ec2:Instance".into()), ..Default::default() };
    let report =
        ec2::CreateImageUsageReportRequest { image_id: Some(image), resource_types: vec![kind], ..Default::default() };
    test.call::<CreateImageUsageReport>(OWNER, REGION, report).await.expect("a report");
    let reports = async || {
        let found = test.call::<DescribeImageUsageReports>(OWNER, REGION, Default::default()).await;
        found.expect("a listing").image_usage_reports.len()
    };
    pass(&test, 30 * DAY_MS - 1).await;
    assert_eq!(reports().await, 1);
    pass(&test, 1).await;
    assert_eq!(reports().await, 0);
}

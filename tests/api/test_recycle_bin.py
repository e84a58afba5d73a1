"""The recycle bin: rules say what is kept, and what is kept can be restored."""

import uuid

import pytest

DAYS = 24 * 3600


def fresh_name():
    return f"test-{uuid.uuid4().hex[:8]}"


@pytest.fixture
def rbin(client):
    return client("rbin")


@pytest.fixture
def taken(ec2):
    """A snapshot of 1 GiB, tagged keep=me."""
    disk = ec2.create_volume(AvailabilityZone="us-east-1a", Size=1)["VolumeId"]
    tags = [{"ResourceType": "snapshot", "Tags": [{"Key": "keep", "Value": "me"}]}]
    return ec2.create_snapshot(VolumeId=disk, Description="dear", TagSpecifications=tags)["SnapshotId"]


def register(ec2, snapshot):
    return ec2.register_image(
        Name=fresh_name(),
        Description="dear",
        Architecture="x86_64",
        RootDeviceName="/dev/xvda",
        BlockDeviceMappings=[{"DeviceName": "/dev/xvda", "Ebs": {"SnapshotId": snapshot}}],
        TagSpecifications=[{"ResourceType": "image", "Tags": [{"Key": "keep", "Value": "me"}]}],
    )["ImageId"]


def rule(rbin, kind="EBS_SNAPSHOT", days=3, **arguments):
    period = {"RetentionPeriodValue": days, "RetentionPeriodUnit": "DAYS"}
    return rbin.create_rule(ResourceType=kind, RetentionPeriod=period, **arguments)


def test_a_rules_life(rbin, client, error):
    made = rule(rbin, Description="all of them", Tags=[{"Key": "a", "Value": "b"}])
    id, arn = made["Identifier"], made["RuleArn"]
    assert (made["ResourceType"], made["Status"], made["Tags"]) == ("EBS_SNAPSHOT", "available", [{"Key": "a", "Value": "b"}])
    shown = rbin.get_rule(Identifier=id)
    assert (shown["Description"], shown["RetentionPeriod"]["RetentionPeriodValue"]) == ("all of them", 3)
    assert "LockState" not in shown
    assert [r["Identifier"] for r in rbin.list_rules(ResourceType="EBS_SNAPSHOT")["Rules"]] == [id]
    assert rbin.list_rules(ResourceType="EC2_IMAGE")["Rules"] == []
    rbin.tag_resource(ResourceArn=arn, Tags=[{"Key": "c", "Value": "d"}])
    rbin.untag_resource(ResourceArn=arn, TagKeys=["a"])
    assert rbin.list_tags_for_resource(ResourceArn=arn)["Tags"] == [{"Key": "c", "Value": "d"}]
    period = {"RetentionPeriodValue": 9, "RetentionPeriodUnit": "DAYS"}
    updated = rbin.update_rule(Identifier=id, RetentionPeriod=period, ExcludeResourceTags=[{"ResourceTagKey": "not"}])
    assert (updated["RetentionPeriod"], updated["ExcludeResourceTags"]) == (period, [{"ResourceTagKey": "not"}])
    # Another account knows nothing of it.
    with error("ResourceNotFoundException", status=404):
        client("rbin", account="AKIA" + uuid.uuid4().hex[:16].upper()).get_rule(Identifier=id)
    rbin.delete_rule(Identifier=id)
    with error("ResourceNotFoundException", f"retention rule {id} does not exist", status=404):
        rbin.get_rule(Identifier=id)


def test_pages_of_rules(rbin):
    made = {rule(rbin)["Identifier"] for _ in range(5)}
    pages = list(rbin.get_paginator("list_rules").paginate(ResourceType="EBS_SNAPSHOT", PaginationConfig={"PageSize": 2}))
    assert [len(page["Rules"]) for page in pages] == [2, 2, 1]
    assert {r["Identifier"] for page in pages for r in page["Rules"]} == made


def test_a_locked_rule(rbin, error):
    lock = {"UnlockDelay": {"UnlockDelayValue": 7, "UnlockDelayUnit": "DAYS"}}
    id = rule(rbin)["Identifier"]
    assert rbin.lock_rule(Identifier=id, LockConfiguration=lock)["LockState"] == "locked"
    for refused in [rbin.delete_rule, rbin.update_rule]:
        with error("ConflictException", "is in lock state locked", status=409):
            refused(Identifier=id)
    assert rbin.unlock_rule(Identifier=id)["LockState"] == "pending_unlock"
    shown = rbin.get_rule(Identifier=id)
    assert (shown["LockState"], shown["LockConfiguration"]) == ("pending_unlock", lock)
    with error("ConflictException", status=409):
        rbin.delete_rule(Identifier=id)
    with error("ConflictException", status=409):
        rbin.unlock_rule(Identifier=id)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"days": 366}, "RetentionPeriodValue"),
        ({"kind": "EBS_VOLUME"}, "EBS_VOLUME is not supported"),
        ({"ResourceTags": [{"ResourceTagKey": "a"}], "ExcludeResourceTags": [{"ResourceTagKey": "b"}]}, "either"),
        (
            {
                "ResourceTags": [{"ResourceTagKey": "a"}],
                "LockConfiguration": {"UnlockDelay": {"UnlockDelayValue": 7, "UnlockDelayUnit": "DAYS"}},
            },
            "can't be locked",
        ),
    ],
)
def test_refused_rules(rbin, error, arguments, message):
    with error("ValidationException", message):
        rule(rbin, **arguments)


def test_a_snapshot_that_is_kept(ec2, rbin, client, taken, error):
    rule(rbin, days=3)
    rule(rbin, days=5, ResourceTags=[{"ResourceTagKey": "keep", "ResourceTagValue": "me"}])
    before = ec2.describe_snapshots(SnapshotIds=[taken])["Snapshots"]
    ec2.delete_snapshot(SnapshotId=taken)
    with error("InvalidSnapshot.NotFound"):
        ec2.describe_snapshots(SnapshotIds=[taken])
    assert ec2.describe_tags(Filters=[{"Name": "resource-id", "Values": [taken]}])["Tags"] == []
    (kept,) = ec2.list_snapshots_in_recycle_bin()["Snapshots"]
    assert (kept["SnapshotId"], kept["Description"]) == (taken, "dear")
    assert (kept["RecycleBinExitTime"] - kept["RecycleBinEnterTime"]).total_seconds() == 5 * DAYS
    stranger = client(account="AKIA" + uuid.uuid4().hex[:16].upper())
    with error("InvalidSnapshot.NotFound"):
        stranger.restore_snapshot_from_recycle_bin(SnapshotId=taken)
    restored = ec2.restore_snapshot_from_recycle_bin(SnapshotId=taken)
    assert (restored["SnapshotId"], restored["State"]) == (taken, "completed")
    assert ec2.describe_snapshots(SnapshotIds=[taken])["Snapshots"] == before
    assert ec2.list_snapshots_in_recycle_bin()["Snapshots"] == []
    with error("InvalidSnapshot.NotFound"):
        ec2.restore_snapshot_from_recycle_bin(SnapshotId=taken)


def test_what_no_rule_keeps_is_gone(ec2, rbin, taken, error):
    rule(rbin, kind="EC2_IMAGE")
    rule(rbin, ExcludeResourceTags=[{"ResourceTagKey": "keep"}])
    ec2.delete_snapshot(SnapshotId=taken)
    assert ec2.list_snapshots_in_recycle_bin()["Snapshots"] == []
    with error("InvalidSnapshot.NotFound"):
        ec2.restore_snapshot_from_recycle_bin(SnapshotId=taken)


def test_an_image_that_is_kept(ec2, rbin, taken, launch, error):
    made = register(ec2, taken)
    rule(rbin, kind="EC2_IMAGE")
    rule(rbin)
    before = ec2.describe_images(ImageIds=[made])["Images"]
    ec2.deregister_image(ImageId=made, DeleteAssociatedSnapshots=True)
    with error("InvalidAMIID.Unavailable"):
        launch(ImageId=made)
    (kept,) = ec2.list_images_in_recycle_bin()["Images"]
    assert (kept["ImageId"], kept["Name"], kept["Description"]) == (made, before[0]["Name"], "dear")
    # Its snapshot is in the bin as well, and must be there first.
    with error("InvalidSnapshot.NotFound", taken):
        ec2.restore_image_from_recycle_bin(ImageId=made)
    ec2.restore_snapshot_from_recycle_bin(SnapshotId=taken)
    assert ec2.restore_image_from_recycle_bin(ImageId=made)["Return"] is True
    assert ec2.describe_images(ImageIds=[made])["Images"] == before
    with error("InvalidSnapshot.InUse"):
        ec2.delete_snapshot(SnapshotId=taken)
    launch(ImageId=made)


def test_a_restored_image_needs_its_name(ec2, rbin, taken, error):
    made = register(ec2, taken)
    name = ec2.describe_images(ImageIds=[made])["Images"][0]["Name"]
    rule(rbin, kind="EC2_IMAGE")
    ec2.deregister_image(ImageId=made)
    ec2.copy_image(SourceRegion="us-east-1", SourceImageId=register(ec2, taken), Name=name)
    with error("InvalidAMIName.Duplicate"):
        ec2.restore_image_from_recycle_bin(ImageId=made)

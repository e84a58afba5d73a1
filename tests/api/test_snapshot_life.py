"""The life of a snapshot after it was taken: locked, archived, blocked; several at once; copies of volumes."""

import datetime

import pytest

from support import fresh_key

ZONE = "us-east-1a"
NOW = datetime.datetime.now(datetime.timezone.utc)


@pytest.fixture
def taken(ec2):
    """A snapshot of 2 GiB."""
    disk = ec2.create_volume(AvailabilityZone=ZONE, Size=2)["VolumeId"]
    return ec2.create_snapshot(VolumeId=disk)["SnapshotId"]


@pytest.fixture
def other(server):
    return server.client("ec2", fresh_key())


def snapshot(ec2, snapshot_id):
    return ec2.describe_snapshots(SnapshotIds=[snapshot_id])["Snapshots"][0]


def test_a_lock_in_governance_mode(ec2, taken, error):
    locked = ec2.lock_snapshot(SnapshotId=taken, LockMode="governance", LockDuration=2)
    assert (locked["LockState"], locked["LockDuration"]) == ("governance", 2)
    assert (locked["LockExpiresOn"] - locked["LockDurationStartTime"]).days == 2
    with error("OperationNotPermitted", f"{taken} is locked and can't be deleted"):
        ec2.delete_snapshot(SnapshotId=taken)
    (shown,) = ec2.describe_locked_snapshots(Filters=[{"Name": "lock-state", "Values": ["governance"]}])["Snapshots"]
    assert (shown["SnapshotId"], shown["LockDuration"]) == (taken, 2)
    assert ec2.describe_locked_snapshots(Filters=[{"Name": "lock-state", "Values": ["expired"]}])["Snapshots"] == []
    ec2.lock_snapshot(SnapshotId=taken, LockMode="governance", ExpirationDate=NOW + datetime.timedelta(days=1.5))
    assert ec2.unlock_snapshot(SnapshotId=taken)["SnapshotId"] == taken
    with error("OperationNotPermitted", "is not locked"):
        ec2.unlock_snapshot(SnapshotId=taken)
    ec2.delete_snapshot(SnapshotId=taken)


def test_a_lock_in_compliance_mode(ec2, taken, error):
    cooling = ec2.lock_snapshot(SnapshotId=taken, LockMode="compliance", LockDuration=3, CoolOffPeriod=1)
    assert cooling["LockState"] == "compliance-cooloff"
    assert (cooling["CoolOffPeriodExpiresOn"] - cooling["LockCreatedOn"]).total_seconds() == 3600
    ec2.unlock_snapshot(SnapshotId=taken)
    assert ec2.lock_snapshot(SnapshotId=taken, LockMode="compliance", LockDuration=3)["LockState"] == "compliance"
    with error("OperationNotPermitted", "can't be unlocked"):
        ec2.unlock_snapshot(SnapshotId=taken)
    with error("OperationNotPermitted", "can only be extended"):
        ec2.lock_snapshot(SnapshotId=taken, LockMode="compliance", LockDuration=2)
    assert ec2.lock_snapshot(SnapshotId=taken, LockMode="compliance", LockDuration=4)["LockDuration"] == 4


def test_a_locked_snapshot_stays_when_its_image_goes(ec2, taken):
    made = ec2.register_image(
        Name="locked",
        Architecture="x86_64",
        RootDeviceName="/dev/xvda",
        BlockDeviceMappings=[{"DeviceName": "/dev/xvda", "Ebs": {"SnapshotId": taken}}],
    )["ImageId"]
    ec2.lock_snapshot(SnapshotId=taken, LockMode="governance", LockDuration=1)
    results = ec2.deregister_image(ImageId=made, DeleteAssociatedSnapshots=True)["DeleteSnapshotResults"]
    assert results == [{"SnapshotId": taken, "ReturnCode": "client-error"}]
    assert snapshot(ec2, taken)["State"] == "completed"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({"LockMode": "governance"}, "InvalidParameterCombination"),
        ({"LockMode": "governance", "LockDuration": 0}, "InvalidParameterValue"),
        ({"LockMode": "governance", "LockDuration": 1, "CoolOffPeriod": 1}, "InvalidParameterCombination"),
        ({"LockMode": "compliance", "LockDuration": 1, "CoolOffPeriod": 73}, "InvalidParameterValue"),
        ({"LockMode": "compliance", "ExpirationDate": NOW}, "InvalidParameterValue"),
    ],
)
def test_refused_locks(client, taken, error, arguments, code):
    with error(code):
        client(parameter_validation=False).lock_snapshot(SnapshotId=taken, **arguments)


def test_the_archive(ec2, taken, error):
    assert ec2.modify_snapshot_tier(SnapshotId=taken, StorageTier="archive")["SnapshotId"] == taken
    assert snapshot(ec2, taken)["StorageTier"] == "archive"
    for refused in [
        lambda: ec2.create_volume(AvailabilityZone=ZONE, SnapshotId=taken),
        lambda: ec2.copy_snapshot(SourceRegion="us-east-1", SourceSnapshotId=taken),
        lambda: ec2.modify_snapshot_tier(SnapshotId=taken, StorageTier="archive"),
    ]:
        with error("IncorrectState", f"snapshot {taken} is (already )?archived"):
            refused()

    def status():
        (shown,) = ec2.describe_snapshot_tier_status(Filters=[{"Name": "snapshot-id", "Values": [taken]}])["SnapshotTierStatuses"]
        return shown["StorageTier"], shown.get("LastTieringOperationStatus"), "RestoreExpiryTime" in shown

    assert status() == ("archive", "archival-completed", False)
    assert ec2.restore_snapshot_tier(SnapshotId=taken, TemporaryRestoreDays=2)["IsPermanentRestore"] is False
    assert status() == ("standard", "temporary-restore-completed", True)
    ec2.create_volume(AvailabilityZone=ZONE, SnapshotId=taken)
    ec2.restore_snapshot_tier(SnapshotId=taken, PermanentRestore=True)
    assert status() == ("standard", "permanent-restore-completed", False)
    with error("IncorrectState", "is not archived"):
        ec2.restore_snapshot_tier(SnapshotId=taken, PermanentRestore=True)


def test_block_public_access(ec2, other, taken, error):
    def state():
        return ec2.get_snapshot_block_public_access_state()["State"]

    def publish():
        ec2.modify_snapshot_attribute(SnapshotId=taken, CreateVolumePermission={"Add": [{"Group": "all"}]})

    assert state() == "unblocked"
    publish()
    other.create_volume(AvailabilityZone=ZONE, SnapshotId=taken)
    ec2.enable_snapshot_block_public_access(State="block-new-sharing")
    assert snapshot(other, taken)["SnapshotId"] == taken, "what is public stays so"
    ec2.enable_snapshot_block_public_access(State="block-all-sharing")
    assert state() == "block-all-sharing"
    with error("InvalidSnapshot.NotFound"):
        other.create_volume(AvailabilityZone=ZONE, SnapshotId=taken)
    assert other.describe_snapshots(Filters=[{"Name": "snapshot-id", "Values": [taken]}])["Snapshots"] == []
    with error("OperationNotPermitted", "^You can't publicly share this snapshot"):
        publish()
    ec2.disable_snapshot_block_public_access()
    assert snapshot(other, taken)["SnapshotId"] == taken, "what was public is so again"
    ec2.reset_snapshot_attribute(SnapshotId=taken, Attribute="createVolumePermission")
    with error("InvalidSnapshot.NotFound"):
        snapshot(other, taken)


def test_snapshots_of_all_disks(ec2, launch, error):
    tags = [{"ResourceType": "volume", "Tags": [{"Key": "disk", "Value": "yes"}]}]
    mappings = [{"DeviceName": f"/dev/sd{letter}", "Ebs": {"VolumeSize": 1}} for letter in "fg"]
    instance = launch(BlockDeviceMappings=mappings, TagSpecifications=tags)["InstanceId"]
    ec2.get_waiter("instance_running").wait(InstanceIds=[instance])
    disks = ec2.describe_instances(InstanceIds=[instance])["Reservations"][0]["Instances"][0]["BlockDeviceMappings"]
    root, first, second = (disk["Ebs"]["VolumeId"] for disk in disks)

    def take(**specification):
        return ec2.create_snapshots(
            InstanceSpecification={"InstanceId": instance, **specification},
            Description="all at once",
            CopyTagsFromSource="volume",
            TagSpecifications=[{"ResourceType": "snapshot", "Tags": [{"Key": "own", "Value": "tag"}]}],
        )["Snapshots"]

    made = take()
    assert [s["VolumeId"] for s in made] == [root, first, second]
    assert {s["State"] for s in made} == {"pending"}
    ids = [s["SnapshotId"] for s in made]
    ec2.get_waiter("snapshot_completed").wait(SnapshotIds=ids)
    shown = ec2.describe_snapshots(SnapshotIds=ids)["Snapshots"]
    want = [{"Key": "disk", "Value": "yes"}, {"Key": "own", "Value": "tag"}]
    assert all((s["Description"], s["Tags"]) == ("all at once", want) for s in shown)
    assert [s["VolumeId"] for s in take(ExcludeBootVolume=True, ExcludeDataVolumeIds=[first])] == [second]
    with error("InvalidParameterValue", "is the boot volume"):
        take(ExcludeDataVolumeIds=[root])
    with error("InvalidParameterValue", "No volume of instance"):
        take(ExcludeBootVolume=True, ExcludeDataVolumeIds=[first, second])
    with error("InvalidInstanceID.NotFound"):
        ec2.create_snapshots(InstanceSpecification={"InstanceId": "i-00000000000000000"})


def test_copies_of_volumes(ec2, other, taken, launch, error):
    source = ec2.create_volume(
        AvailabilityZone=ZONE, SnapshotId=taken, TagSpecifications=[{"ResourceType": "volume", "Tags": [{"Key": "a", "Value": "b"}]}]
    )["VolumeId"]
    arguments = {"SourceVolumeId": source, "VolumeType": "gp3", "Size": 3, "ClientToken": "once"}
    (copy,) = ec2.copy_volumes(**arguments)["Volumes"]
    assert (copy["SourceVolumeId"], copy["Size"], copy["VolumeType"], copy["Iops"]) == (source, 3, "gp3", 3000)
    assert (copy["AvailabilityZone"], copy["SnapshotId"], copy["State"]) == (ZONE, taken, "creating")
    assert ec2.copy_volumes(**arguments)["Volumes"][0]["VolumeId"] == copy["VolumeId"]
    ec2.get_waiter("volume_available").wait(VolumeIds=[copy["VolumeId"]])
    with error("InvalidParameterValue", "expect size>= 2GB"):
        ec2.copy_volumes(SourceVolumeId=source, Size=1)
    with error("InvalidVolume.NotFound"):
        other.copy_volumes(SourceVolumeId=source)
    with error("UnsupportedOperation", "MultiAttachEnabled"):
        ec2.copy_volumes(SourceVolumeId=source, VolumeType="io2", Iops=100, MultiAttachEnabled=True)
    # The same of one that a machine has had.
    machine = launch(Placement={"AvailabilityZone": ZONE})["InstanceId"]
    ec2.attach_volume(VolumeId=copy["VolumeId"], InstanceId=machine, Device="/dev/sdf")
    again = ec2.copy_volumes(SourceVolumeId=copy["VolumeId"])["Volumes"][0]["VolumeId"]
    (shown,) = ec2.describe_volumes(VolumeIds=[again])["Volumes"]
    assert (shown["State"], shown["Size"], shown["SourceVolumeId"]) == ("available", 3, copy["VolumeId"])
    with error("InvalidParameterValue", "expect size>= 3GB"):
        ec2.copy_volumes(SourceVolumeId=copy["VolumeId"], Size=2)
    assert ec2.enable_volume_io(VolumeId=source)["ResponseMetadata"]["HTTPStatusCode"] == 200


def test_the_simulated_host_has_no_blocks_to_read_or_write(client, taken, error):
    ebs = client("ebs")
    with error("UnsupportedOperationException", "^The simulated host keeps no bytes"):
        ebs.list_snapshot_blocks(SnapshotId=taken)
    with error("UnsupportedOperationException", "^The simulated host keeps no bytes"):
        ebs.start_snapshot(VolumeSize=1)
    # Its body is not signed, only its checksum is; the refusal shows that the signature was found to be good.
    with error("UnsupportedOperationException", "^The simulated host keeps no bytes"):
        ebs.put_snapshot_block(
            SnapshotId=taken, BlockIndex=0, BlockData=b"x", DataLength=1, Checksum="AAAA", ChecksumAlgorithm="SHA256"
        )

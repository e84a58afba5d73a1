"""Snapshots: taken, copied between regions, shared, deleted, and what is refused."""

import pytest

ZONE = "us-east-1a"


def snapshot(ec2, snapshot_id):
    return ec2.describe_snapshots(SnapshotIds=[snapshot_id])["Snapshots"][0]


def account_of(client):
    return client("sts").get_caller_identity()["Account"]


@pytest.fixture
def disk(ec2):
    """An empty volume of 2 GiB."""
    return ec2.create_volume(AvailabilityZone=ZONE, Size=2)["VolumeId"]


@pytest.fixture
def taken(ec2, disk):
    """A snapshot of it."""
    return ec2.create_snapshot(VolumeId=disk, Description="first")["SnapshotId"]


def test_a_snapshot_of_a_volume_that_no_instance_has_had(ec2, client, disk):
    made = ec2.create_snapshot(
        VolumeId=disk,
        Description="first",
        TagSpecifications=[{"ResourceType": "snapshot", "Tags": [{"Key": "a", "Value": "b"}]}],
    )
    assert (made["State"], made["Progress"], made["VolumeSize"]) == ("pending", "", 2)
    shown = snapshot(ec2, made["SnapshotId"])
    assert (shown["State"], shown["Progress"], shown["VolumeId"]) == ("completed", "100%", disk)
    assert (shown["Description"], shown["Encrypted"], shown["StorageTier"]) == ("first", False, "standard")
    assert (shown["OwnerId"], shown["Tags"]) == (account_of(client), [{"Key": "a", "Value": "b"}])


def test_a_snapshot_of_an_attached_volume_and_a_volume_of_it(ec2, launch):
    instance = launch()["InstanceId"]
    ec2.get_waiter("instance_running").wait(InstanceIds=[instance])
    mappings = ec2.describe_instances(InstanceIds=[instance])["Reservations"][0]["Instances"][0]["BlockDeviceMappings"]
    root = mappings[0]["Ebs"]["VolumeId"]
    taken = ec2.create_snapshot(VolumeId=root)["SnapshotId"]
    ec2.get_waiter("snapshot_completed").wait(SnapshotIds=[taken])
    made = ec2.create_volume(AvailabilityZone=ZONE, SnapshotId=taken)
    assert (made["SnapshotId"], made["Size"]) == (taken, snapshot(ec2, taken)["VolumeSize"])
    found = ec2.describe_volumes(Filters=[{"Name": "snapshot-id", "Values": [taken]}])["Volumes"]
    assert [v["VolumeId"] for v in found] == [made["VolumeId"]]


def test_a_volume_is_no_smaller_than_its_snapshot(ec2, taken, error):
    with error("InvalidParameterValue", f"smaller than snapshot '{taken}', expect size>= 2GB"):
        ec2.create_volume(AvailabilityZone=ZONE, SnapshotId=taken, Size=1)
    assert ec2.create_volume(AvailabilityZone=ZONE, SnapshotId=taken, Size=5)["Size"] == 5


def test_snapshots_outlive_their_volume(ec2, disk, taken):
    ec2.delete_volume(VolumeId=disk)
    assert snapshot(ec2, taken)["State"] == "completed"
    ec2.create_volume(AvailabilityZone=ZONE, SnapshotId=taken)


@pytest.mark.parametrize(
    ("asked", "code", "message"),
    [
        ({"VolumeId": "vol-00000000000000000"}, "InvalidVolume.NotFound", "^The volume 'vol-0+' does not exist"),
        ({"Description": "x" * 256}, "InvalidParameterValue", "255 characters"),
        ({"OutpostArn": "arn:aws:outposts:x"}, "UnsupportedOperation", "OutpostArn"),
        ({"TagSpecifications": [{"ResourceType": "volume", "Tags": []}]}, "InvalidParameterValue", "'volume' is not a valid taggable"),
    ],
)
def test_refused_snapshots(ec2, disk, error, asked, code, message):
    with error(code, message):
        ec2.create_snapshot(**{"VolumeId": disk, **asked})


def test_filters(ec2, client, disk, taken):
    other = ec2.create_snapshot(VolumeId=disk, Description="second")["SnapshotId"]
    ec2.create_tags(Resources=[other], Tags=[{"Key": "Name", "Value": "two"}])
    for name, values, want in [
        ("description", ["fir*"], {taken}),
        ("volume-id", [disk], {taken, other}),
        ("volume-size", ["2"], {taken, other}),
        ("status", ["pending"], set()),
        ("progress", ["100%"], {taken, other}),
        ("owner-id", [account_of(client)], {taken, other}),
        ("owner-alias", ["amazon"], set()),
        ("tag:Name", ["two"], {other}),
        ("encrypted", ["true"], set()),
        ("storage-tier", ["standard"], {taken, other}),
    ]:
        found = ec2.describe_snapshots(OwnerIds=["self"], Filters=[{"Name": name, "Values": values}])["Snapshots"]
        assert {s["SnapshotId"] for s in found} == want, name


def test_pages_and_owners(ec2, disk, error):
    made = [ec2.create_snapshot(VolumeId=disk)["SnapshotId"] for _ in range(7)]
    pages = list(ec2.get_paginator("describe_snapshots").paginate(OwnerIds=["self"], PaginationConfig={"PageSize": 5}))
    assert [s["SnapshotId"] for page in pages for s in page["Snapshots"]] == made
    amazons = ec2.describe_snapshots(OwnerIds=["amazon"])["Snapshots"]
    assert amazons and {s["OwnerAlias"] for s in amazons} == {"amazon"}
    with error("InvalidUserID.Malformed", '^Invalid user id: "nobody"$'):
        ec2.describe_snapshots(OwnerIds=["nobody"])


def test_sharing_with_an_account(ec2, server, client, taken, error):
    other = server.client()
    number = other_account(server, other)
    with error("InvalidSnapshot.NotFound", f"^The snapshot '{taken}' does not exist"):
        other.describe_snapshots(SnapshotIds=[taken])

    ec2.modify_snapshot_attribute(
        SnapshotId=taken, Attribute="createVolumePermission", CreateVolumePermission={"Add": [{"UserId": number}]}
    )
    assert permissions(ec2, taken) == [{"UserId": number}]
    assert [s["SnapshotId"] for s in other.describe_snapshots(SnapshotIds=[taken])["Snapshots"]] == [taken]
    shared = other.describe_snapshots(RestorableByUserIds=["self"], OwnerIds=[account_of(client)])["Snapshots"]
    assert [s["SnapshotId"] for s in shared] == [taken]
    other.create_volume(AvailabilityZone=ZONE, SnapshotId=taken)
    with error("AuthFailure", "Not authorized for snapshot", status=403):
        other.delete_snapshot(SnapshotId=taken)

    ec2.modify_snapshot_attribute(
        SnapshotId=taken, Attribute="createVolumePermission", OperationType="remove", UserIds=[number]
    )
    assert permissions(ec2, taken) == []
    with error("InvalidSnapshot.NotFound"):
        other.create_volume(AvailabilityZone=ZONE, SnapshotId=taken)


def test_sharing_with_everybody(ec2, server, taken, error):
    other = server.client()
    ec2.modify_snapshot_attribute(
        SnapshotId=taken, Attribute="createVolumePermission", OperationType="add", GroupNames=["all"]
    )
    assert permissions(ec2, taken) == [{"Group": "all"}]
    public = other.describe_snapshots(RestorableByUserIds=["all"], SnapshotIds=[taken])["Snapshots"]
    assert [s["SnapshotId"] for s in public] == [taken]
    with error("InvalidParameterValue", 'Invalid attribute item value "12" for userId item type'):
        ec2.modify_snapshot_attribute(
            SnapshotId=taken, Attribute="createVolumePermission", CreateVolumePermission={"Add": [{"UserId": "12"}]}
        )


def permissions(ec2, snapshot_id):
    answer = ec2.describe_snapshot_attribute(SnapshotId=snapshot_id, Attribute="createVolumePermission")
    return answer["CreateVolumePermissions"]


def other_account(server, other):
    """The account of a client that a test made itself."""
    credentials = other._request_signer._credentials
    return server.client("sts", credentials.access_key).get_caller_identity()["Account"]


def test_copies(ec2, client, taken, error):
    west = client(region="us-west-2")
    copy = west.copy_snapshot(
        SourceRegion="us-east-1",
        SourceSnapshotId=taken,
        Description="copy",
        TagSpecifications=[{"ResourceType": "snapshot", "Tags": [{"Key": "a", "Value": "b"}]}],
    )
    assert copy["Tags"] == [{"Key": "a", "Value": "b"}]
    west.get_waiter("snapshot_completed").wait(SnapshotIds=[copy["SnapshotId"]])
    shown = snapshot(west, copy["SnapshotId"])
    assert (shown["VolumeId"], shown["VolumeSize"], shown["Description"]) == ("vol-ffffffff", 2, "copy")
    assert copy["SnapshotId"] != taken
    with error("InvalidSnapshot.NotFound"):
        west.describe_snapshots(SnapshotIds=[taken])
    # A copy of a copy, in its own region.
    west.copy_snapshot(SourceRegion="us-west-2", SourceSnapshotId=copy["SnapshotId"])
    with error("InvalidParameterValue", "sourceRegion"):
        west.copy_snapshot(SourceRegion="us-north-9", SourceSnapshotId=taken)


def test_delete(ec2, taken, error):
    ec2.delete_snapshot(SnapshotId=taken)
    with error("InvalidSnapshot.NotFound", f"^The snapshot '{taken}' does not exist"):
        ec2.delete_snapshot(SnapshotId=taken)
    with error("InvalidSnapshotID.Malformed"):
        ec2.delete_snapshot(SnapshotId="nonsense")

"""What users see of storage while a host takes its time: the states between, and that nothing is lost in them."""

import concurrent.futures
import tempfile
import time
import uuid

import pytest
from conftest import SECRET, TINY, Server, fresh_key

ZONE = "us-east-1a"
DELAY_MS = 400


@pytest.fixture(scope="module")
def slow():
    """A server whose host takes some time for everything."""
    with tempfile.TemporaryDirectory(prefix="fogbank-test-") as data_dir:
        server = Server(data_dir, "--host", "simulated", "--simulated-delay", str(DELAY_MS), "--sandbox", SECRET)
        yield server
        server.stop()


@pytest.fixture
def ec2(slow):
    return slow.client("ec2", fresh_key())


@pytest.fixture
def running(ec2):
    image = ec2.describe_images(Owners=["amazon"], Filters=[{"Name": "name", "Values": [TINY]}])["Images"][0]["ImageId"]
    subnet = ec2.describe_subnets(Filters=[{"Name": "availability-zone", "Values": [ZONE]}])["Subnets"][0]["SubnetId"]
    made = ec2.run_instances(ImageId=image, InstanceType="t3.micro", MinCount=1, MaxCount=1, SubnetId=subnet)
    instance = made["Instances"][0]["InstanceId"]
    eventually(lambda: state_of(ec2, instance), "running")
    return instance


def state_of(ec2, instance):
    return ec2.describe_instances(InstanceIds=[instance])["Reservations"][0]["Instances"][0]["State"]["Name"]


def volume(ec2, volume_id):
    return ec2.describe_volumes(VolumeIds=[volume_id])["Volumes"][0]


def snapshot(ec2, snapshot_id):
    return ec2.describe_snapshots(SnapshotIds=[snapshot_id])["Snapshots"][0]


def eventually(read, want, patience=20):
    deadline = time.monotonic() + patience
    while (got := read()) != want:
        assert time.monotonic() < deadline, f"still {got!r}, not {want!r}"
        time.sleep(0.05)


def make(ec2):
    """A new volume that is available."""
    made = ec2.create_volume(AvailabilityZone=ZONE, Size=1, VolumeType="gp3")["VolumeId"]
    eventually(lambda: volume(ec2, made)["State"], "available")
    return made


def attachment(ec2, volume_id):
    return [a["State"] for a in volume(ec2, volume_id)["Attachments"]]


def test_a_copy_of_what_a_machine_has_is_there_when_it_was_read(ec2, running, error):
    data = make(ec2)
    ec2.attach_volume(VolumeId=data, InstanceId=running, Device="/dev/sdf")
    eventually(lambda: attachment(ec2, data), ["attached"])
    (copy,) = ec2.copy_volumes(SourceVolumeId=data, Size=2, VolumeType="gp3")["Volumes"]
    assert (copy["State"], copy["SourceVolumeId"], copy["Size"]) == ("creating", data, 2)
    copy = copy["VolumeId"]
    for early in (
        lambda: ec2.attach_volume(VolumeId=copy, InstanceId=running, Device="/dev/sdg"),
        lambda: ec2.copy_volumes(SourceVolumeId=copy),
        lambda: ec2.create_snapshot(VolumeId=copy),
    ):
        with error("IncorrectState"):
            early()
    # No user has a snapshot of it.
    assert ec2.describe_snapshots(OwnerIds=["self"])["Snapshots"] == []
    eventually(lambda: volume(ec2, copy)["State"], "available")
    ec2.attach_volume(VolumeId=copy, InstanceId=running, Device="/dev/sdg")
    eventually(lambda: attachment(ec2, copy), ["attached"])


def test_a_volume_that_is_deleted_while_it_is_copied(ec2, running):
    data = make(ec2)
    ec2.attach_volume(VolumeId=data, InstanceId=running, Device="/dev/sdf")
    eventually(lambda: attachment(ec2, data), ["attached"])
    ec2.detach_volume(VolumeId=data)
    eventually(lambda: volume(ec2, data)["State"], "available")
    copies = [ec2.copy_volumes(SourceVolumeId=data)["Volumes"][0]["VolumeId"] for _ in range(2)]
    ec2.delete_volume(VolumeId=data)
    # One that goes itself is missed by nobody.
    ec2.delete_volume(VolumeId=copies[0])
    eventually(lambda: volume(ec2, copies[1])["State"], "available")
    assert [v["VolumeId"] for v in ec2.describe_volumes(Filters=[{"Name": "status", "Values": ["available"]}])["Volumes"]] == [copies[1]]


def test_attaching_and_detaching_take_time(ec2, running):
    data = make(ec2)
    ec2.attach_volume(VolumeId=data, InstanceId=running, Device="/dev/sdf")
    assert (volume(ec2, data)["State"], attachment(ec2, data)) == ("in-use", ["attaching"])
    eventually(lambda: attachment(ec2, data), ["attached"])
    ec2.detach_volume(VolumeId=data)
    assert (volume(ec2, data)["State"], attachment(ec2, data)) == ("in-use", ["detaching"])
    # Asked again, the same is answered.
    assert ec2.detach_volume(VolumeId=data)["State"] == "detaching"
    eventually(lambda: volume(ec2, data)["State"], "available")


def test_attached_again_before_the_last_word_on_the_first_time(ec2, running):
    data = make(ec2)
    for device in ("/dev/sdf", "/dev/sdg", "/dev/sdf"):
        ec2.attach_volume(VolumeId=data, InstanceId=running, Device=device)
        ec2.detach_volume(VolumeId=data)
        eventually(lambda: volume(ec2, data)["State"], "available")
    ec2.attach_volume(VolumeId=data, InstanceId=running, Device="/dev/sdh")
    assert attachment(ec2, data) == ["attaching"]
    eventually(lambda: attachment(ec2, data), ["attached"])


def test_a_volume_is_what_it_was_until_it_is_modified(ec2, running, error):
    data = make(ec2)
    ec2.attach_volume(VolumeId=data, InstanceId=running, Device="/dev/sdf")
    eventually(lambda: attachment(ec2, data), ["attached"])
    ec2.modify_volume(VolumeId=data, Size=4)
    assert volume(ec2, data)["Size"] == 1
    with error("IncorrectModificationState", f"^Cannot modify volume {data} in modification state MODIFYING$"):
        ec2.modify_volume(VolumeId=data, Size=5)
    eventually(lambda: volume(ec2, data)["Size"], 4)
    done = ec2.describe_volumes_modifications(VolumeIds=[data])["VolumesModifications"][0]
    assert done["ModificationState"] == "completed"


def test_a_snapshot_outlives_a_volume_that_is_deleted_meanwhile(ec2, running, error):
    data = make(ec2)
    ec2.attach_volume(VolumeId=data, InstanceId=running, Device="/dev/sdf")
    eventually(lambda: attachment(ec2, data), ["attached"])
    ec2.detach_volume(VolumeId=data)
    eventually(lambda: volume(ec2, data)["State"], "available")
    taken = ec2.create_snapshot(VolumeId=data)["SnapshotId"]
    assert snapshot(ec2, taken)["State"] == "pending"
    ec2.delete_volume(VolumeId=data)
    with error("InvalidVolume.NotFound"):
        ec2.describe_volumes(VolumeIds=[data])
    with error("IncorrectState", "^Snapshot is in invalid state - pending$"):
        ec2.create_volume(AvailabilityZone=ZONE, SnapshotId=taken)
    eventually(lambda: snapshot(ec2, taken)["State"], "completed")


def test_so_many_snapshots_at_a_time(ec2, running, error):
    root = ec2.describe_volumes(Filters=[{"Name": "attachment.instance-id", "Values": [running]}])["Volumes"][0]["VolumeId"]
    taken = [ec2.create_snapshot(VolumeId=root)["SnapshotId"] for _ in range(5)]
    with error("ConcurrentSnapshotLimitExceeded"):
        ec2.create_snapshot(VolumeId=root)
    eventually(lambda: {snapshot(ec2, each)["State"] for each in taken}, {"completed"})


def test_a_snapshot_that_is_given_up_makes_room_for_another(ec2, running, error):
    root = ec2.describe_volumes(Filters=[{"Name": "attachment.instance-id", "Values": [running]}])["Volumes"][0]["VolumeId"]
    given_up, *others = [ec2.create_snapshot(VolumeId=root)["SnapshotId"] for _ in range(5)]
    assert snapshot(ec2, given_up)["State"] == "pending"
    ec2.delete_snapshot(SnapshotId=given_up)
    with error("InvalidSnapshot.NotFound", f"^The snapshot '{given_up}' does not exist.$"):
        snapshot(ec2, given_up)
    others.append(ec2.create_snapshot(VolumeId=root)["SnapshotId"])
    eventually(lambda: {snapshot(ec2, each)["State"] for each in others}, {"completed"})
    # It doesn't come back when the host has done what it was asked for.
    assert given_up not in {it["SnapshotId"] for it in ec2.describe_snapshots(OwnerIds=["self"])["Snapshots"]}


def test_an_image_waits_for_its_snapshots_though_its_instance_goes(ec2, running, error):
    made = ec2.create_image(InstanceId=running, Name=f"test-{uuid.uuid4().hex[:8]}", NoReboot=True)["ImageId"]

    def image():
        return ec2.describe_images(ImageIds=[made])["Images"][0]

    assert image()["State"] == "pending"
    with error("InvalidAMIID.Unavailable"):
        ec2.copy_image(SourceRegion="us-east-1", SourceImageId=made, Name="test-copy")
    ec2.terminate_instances(InstanceIds=[running])
    eventually(lambda: image()["State"], "available")
    assert snapshot(ec2, image()["BlockDeviceMappings"][0]["Ebs"]["SnapshotId"])["State"] == "completed"


def test_volumes_attached_at_the_same_time_share_no_slot(ec2, running):
    letters = "fghijklmnop"
    volumes = {letter: make(ec2) for letter in letters}

    def attach(letter):
        return ec2.attach_volume(VolumeId=volumes[letter], InstanceId=running, Device=f"/dev/sd{letter}")["State"]

    with concurrent.futures.ThreadPoolExecutor(len(letters)) as pool:
        assert set(pool.map(attach, letters)) == {"attaching"}
    eventually(lambda: {state for each in volumes.values() for state in attachment(ec2, each)}, {"attached"})


def test_one_device_is_taken_once_though_many_ask(ec2, running):
    volumes = [make(ec2) for _ in range(6)]

    def attach(each):
        try:
            return ec2.attach_volume(VolumeId=each, InstanceId=running, Device="/dev/sdf")["State"]
        except ec2.exceptions.ClientError as refused:
            return refused.response["Error"]["Code"]

    with concurrent.futures.ThreadPoolExecutor(len(volumes)) as pool:
        answers = sorted(pool.map(attach, volumes))
    assert answers == ["InvalidParameterValue"] * 5 + ["attaching"]

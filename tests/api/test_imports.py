"""Imports on the simulated host, which keeps no disks: asked for by AWS's rules, and refused by name."""

import re
import time

import pytest


@pytest.mark.parametrize(
    ("call", "arguments", "code", "message"),
    [
        ("import_snapshot", {}, "MissingParameter", "The request must contain the parameter DiskContainer"),
        ("import_snapshot", {"DiskContainer": {"Url": "s3://a/b"}}, "MissingParameter", "The request must contain the parameter Format"),
        (
            "import_snapshot", {"DiskContainer": {"Url": "s3://a/b", "Format": "ISO"}}, "InvalidParameterValue",
            "The disk image format 'ISO' is not supported; it must be one of OVA, QCOW2, RAW, VHD, VHDX, VMDK.",
        ),
        (
            "import_snapshot", {"DiskContainer": {"Format": "RAW"}}, "MissingParameter",
            "The disk container must contain Url or UserBucket.",
        ),
        (
            "import_snapshot", {"DiskContainer": {"Format": "RAW", "UserBucket": {"S3Bucket": "a"}}}, "MissingParameter",
            "The request must contain the parameter S3Key",
        ),
        (
            "import_snapshot", {"DiskContainer": {"Url": "s3://a/b", "Format": "RAW"}}, "UnsupportedOperation",
            "This cloud keeps no disks, so none can be imported: it runs on the simulated host.",
        ),
        ("import_image", {}, "MissingParameter", "The request must contain the parameter DiskContainers"),
        (
            "import_image", {"DiskContainers": [{"SnapshotId": "snap-0123456789abcdef0"}]}, "InvalidSnapshot.NotFound",
            "The snapshot 'snap-0123456789abcdef0' does not exist.",
        ),
        (
            "import_image", {"Platform": "Windows", "DiskContainers": [{"Url": "s3://a/b", "Format": "RAW"}]},
            "UnsupportedOperation", "The platform 'Windows' is not supported.",
        ),
        (
            "import_image", {"Architecture": "mips", "DiskContainers": [{"Url": "s3://a/b", "Format": "RAW"}]},
            "InvalidParameterValue", "mips",
        ),
        ("cancel_import_task", {"ImportTaskId": "import-snap-0123456789abcdef0"}, "InvalidConversionTaskId", "does not exist"),
        ("cancel_import_task", {"ImportTaskId": "i-1"}, "InvalidConversionTaskId.Malformed", "Invalid id"),
        (
            "describe_import_image_tasks", {"ImportTaskIds": ["import-snap-0123456789abcdef0"]},
            "InvalidConversionTaskId.Malformed", "import-snap-0123456789abcdef0",
        ),
    ],
)
def test_refused(ec2, error, call, arguments, code, message):
    with error(code, re.escape(message)):
        getattr(ec2, call)(**arguments)


def test_none_yet(ec2):
    assert ec2.describe_import_snapshot_tasks()["ImportSnapshotTasks"] == []
    assert ec2.describe_import_image_tasks()["ImportImageTasks"] == []


def test_an_image_of_snapshots_that_are_there(ec2, error):
    """Needs nothing read, so it works where no disks are kept."""
    volume = ec2.create_volume(AvailabilityZone="us-east-1a", Size=1)["VolumeId"]
    snapshot = ec2.create_snapshot(VolumeId=volume)["SnapshotId"]
    ec2.get_waiter("snapshot_completed").wait(SnapshotIds=[snapshot])
    tags = [{"ResourceType": "import-image-task", "Tags": [{"Key": "from", "Value": "elsewhere"}]}]
    asked = {"DiskContainers": [{"SnapshotId": snapshot}], "Description": "ours", "ClientToken": "once", "TagSpecifications": tags}
    task = ec2.import_image(**asked)
    assert task["ImportTaskId"].startswith("import-ami-")
    assert ec2.import_image(**asked)["ImportTaskId"] == task["ImportTaskId"]

    def seen():
        return ec2.describe_import_image_tasks(ImportTaskIds=[task["ImportTaskId"]])["ImportImageTasks"][0]

    deadline = time.monotonic() + 20
    while seen()["Status"] != "completed":
        assert time.monotonic() < deadline, seen()
        time.sleep(0.02)
    done = seen()
    assert done["SnapshotDetails"] == [{"DeviceName": "/dev/sda1", "SnapshotId": snapshot, "Status": "completed"}]
    image = ec2.describe_images(ImageIds=[done["ImageId"]])["Images"][0]
    assert (image["Name"], image["State"], image["Description"]) == (task["ImportTaskId"], "available", "ours")
    assert image["Tags"] == [{"Key": "from", "Value": "elsewhere"}]
    assert image["BlockDeviceMappings"][0]["Ebs"]["SnapshotId"] == snapshot
    with error("InvalidSnapshot.InUse", snapshot):
        ec2.delete_snapshot(SnapshotId=snapshot)
    with error("IncorrectState", "is completed and can't be cancelled"):
        ec2.cancel_import_task(ImportTaskId=task["ImportTaskId"])

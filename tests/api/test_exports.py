"""Exports on the simulated host, which keeps no disks: asked for by AWS's rules, and refused by name."""

import re

import pytest

PLACE = {"S3Bucket": "bucket", "S3Prefix": "exports/"}


@pytest.fixture
def image(ec2):
    volume = ec2.create_volume(AvailabilityZone="us-east-1a", Size=1)["VolumeId"]
    snapshot = ec2.create_snapshot(VolumeId=volume)["SnapshotId"]
    ec2.get_waiter("snapshot_completed").wait(SnapshotIds=[snapshot])
    mappings = [{"DeviceName": "/dev/sda1", "Ebs": {"SnapshotId": snapshot}}]
    return ec2.register_image(Name="ours", Architecture="x86_64", RootDeviceName="/dev/sda1", BlockDeviceMappings=mappings)["ImageId"]


@pytest.mark.parametrize(
    ("call", "arguments", "code", "message"),
    [
        (
            "export_image", {"ImageId": "ami-0123456789abcdef0", "DiskImageFormat": "QCOW2", "S3ExportLocation": PLACE},
            "InvalidParameterValue", "QCOW2",
        ),
        (
            "export_image", {"ImageId": "ami-0123456789abcdef0", "DiskImageFormat": "VMDK", "S3ExportLocation": {"S3Bucket": ""}},
            "MissingParameter", "The request must contain the parameter S3Bucket",
        ),
        (
            "export_image", {"ImageId": "ami-0123456789abcdef0", "DiskImageFormat": "VMDK", "S3ExportLocation": PLACE},
            "InvalidAMIID.NotFound", "The image id '[ami-0123456789abcdef0]' does not exist",
        ),
        (
            "export_image",
            {
                "ImageId": "ami-0123456789abcdef0", "DiskImageFormat": "VMDK", "S3ExportLocation": PLACE,
                "TagSpecifications": [{"ResourceType": "image", "Tags": [{"Key": "a", "Value": "b"}]}],
            },
            "InvalidParameterValue", "'image' is not a valid taggable resource type for this operation.",
        ),
        (
            "cancel_export_task", {"ExportTaskId": "export-ami-0123456789abcdef0"}, "InvalidExportTaskID.NotFound",
            "The export task ID 'export-ami-0123456789abcdef0' does not exist",
        ),
        (
            "cancel_export_task", {"ExportTaskId": "export-i-0123456789abcdef0"}, "InvalidExportTaskID.NotFound",
            "does not exist",
        ),
        ("cancel_export_task", {"ExportTaskId": "import-ami-0123456789abcdef0"}, "InvalidExportTaskID.Malformed", "Invalid id"),
        (
            "describe_export_image_tasks", {"ExportImageTaskIds": ["export-ami-0123456789abcdef0"]},
            "InvalidExportTaskID.NotFound", "export-ami-0123456789abcdef0",
        ),
        (
            "describe_export_image_tasks", {"Filters": [{"Name": "colour", "Values": ["red"]}]}, "InvalidParameterValue",
            "colour",
        ),
    ],
)
def test_refused(ec2, error, call, arguments, code, message):
    with error(code, re.escape(message)):
        getattr(ec2, call)(**arguments)


def test_no_disks_are_kept(ec2, error, image):
    with error("UnsupportedOperation", "keeps no disks, so none can be exported"):
        ec2.export_image(ImageId=image, DiskImageFormat="RAW", S3ExportLocation=PLACE)
    assert ec2.describe_export_image_tasks()["ExportImageTasks"] == []


def test_only_own_images(ec2, error):
    quick_start = ec2.describe_images(Owners=["amazon"])["Images"][0]["ImageId"]
    with error("NotExportable", f"The image ID provided \\({quick_start}\\) is not owned by the caller and is not exportable"):
        ec2.export_image(ImageId=quick_start, DiskImageFormat="RAW", S3ExportLocation=PLACE)

"""Stored images on the simulated host, which keeps no disks: asked for by AWS's rules, and refused by name."""

import re

import pytest


@pytest.mark.parametrize(
    ("call", "arguments", "code", "message"),
    [
        (
            "create_store_image_task", {"ImageId": "ami-0123456789abcdef0", "Bucket": "there"}, "InvalidAMIID.NotFound",
            "The image id '[ami-0123456789abcdef0]' does not exist",
        ),
        ("create_store_image_task", {"ImageId": "i-1", "Bucket": "there"}, "InvalidAMIID.Malformed", "Invalid id"),
        ("create_store_image_task", {"ImageId": "", "Bucket": "there"}, "MissingParameter", "ImageId"),
        ("create_store_image_task", {"ImageId": "ami-0123456789abcdef0", "Bucket": ""}, "MissingParameter", "Bucket"),
        (
            "create_store_image_task",
            {"ImageId": "ami-0123456789abcdef0", "Bucket": "there", "S3ObjectTags": [{"Key": "a", "Value": "b"}]},
            "UnsupportedOperation", "S3ObjectTag",
        ),
        ("create_restore_image_task", {"Bucket": "there", "ObjectKey": ""}, "MissingParameter", "ObjectKey"),
        ("create_restore_image_task", {"Bucket": "there", "ObjectKey": "a", "Name": "a:bc"}, "InvalidAMIName.Malformed", "between 3 and 128"),
        (
            "create_restore_image_task", {"Bucket": "there", "ObjectKey": "ami-0123456789abcdef0.bin"}, "UnsupportedOperation",
            "This cloud keeps no disks, so no image can be stored or restored: it runs on the simulated host.",
        ),
        ("describe_store_image_tasks", {"ImageIds": ["i-1"]}, "InvalidAMIID.Malformed", "Invalid id"),
        (
            "describe_store_image_tasks", {"ImageIds": ["ami-0123456789abcdef0"], "MaxResults": 5}, "InvalidParameterCombination",
            "The parameter ImageIds cannot be used with the parameter maxResults",
        ),
        ("describe_store_image_tasks", {"Filters": [{"Name": "colour", "Values": ["red"]}]}, "InvalidParameterValue", "colour"),
    ],
)
def test_refused(ec2, error, call, arguments, code, message):
    with error(code, re.escape(message)):
        getattr(ec2, call)(**arguments)


def test_none_yet(ec2, error):
    assert ec2.describe_store_image_tasks()["StoreImageTaskResults"] == []
    image = ec2.describe_images(Owners=["amazon"])["Images"][0]["ImageId"]
    with error("UnsupportedOperation", "keeps no disks"):
        ec2.create_store_image_task(ImageId=image, Bucket="there")

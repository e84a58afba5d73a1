"""A snapshot is read and written block by block with the AWS CLI, and a machine boots from what was written."""

import base64
import hashlib
import json
import os
import subprocess

import pytest
from botocore.exceptions import ClientError


@pytest.fixture
def aws(cloud):
    """aws("list-snapshot-blocks", "--snapshot-id", …): `aws ebs` and its answer."""
    keys = cloud.credentials()
    environment = {
        **os.environ,
        "AWS_ACCESS_KEY_ID": keys["access_key_id"],
        "AWS_SECRET_ACCESS_KEY": keys["secret_access_key"],
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": cloud.server.endpoint,
    }

    def run(*arguments):
        command = ["aws", "ebs", *arguments]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


def checksum(content):
    return base64.b64encode(hashlib.sha256(content).digest()).decode()


def full_bytes(ec2, snapshot):
    return ec2.describe_snapshots(SnapshotIds=[snapshot])["Snapshots"][0]["FullSnapshotSizeInBytes"]


def test_a_copy_written_block_by_block_boots(cloud, person, aws, tmp_path):
    ebs = cloud.client(service="ebs")
    source = person.ec2.describe_images(ImageIds=[person.tiny()])["Images"][0]["BlockDeviceMappings"][0]["Ebs"]
    original = source["SnapshotId"]

    # The first block by the command line, the others by the same API from here.
    listed = aws("list-snapshot-blocks", "--snapshot-id", original)
    started = aws("start-snapshot", "--volume-size", str(listed["VolumeSize"]), "--description", "a copy")
    copy = started["SnapshotId"]
    assert (started["Status"], started["BlockSize"]) == ("pending", 524288)
    blocks = listed["Blocks"]
    assert blocks and blocks[0]["BlockIndex"] == 0
    path = tmp_path / "block"
    got = aws(
        "get-snapshot-block", "--snapshot-id", original, "--block-index", "0",
        "--block-token", blocks[0]["BlockToken"], str(path),
    )
    assert (got["DataLength"], got["Checksum"]) == (524288, checksum(path.read_bytes()))
    aws(
        "put-snapshot-block", "--snapshot-id", copy, "--block-index", "0", "--data-length", "524288",
        "--checksum-algorithm", "SHA256", "--checksum", got["Checksum"], "--block-data", str(path),
    )
    for block in blocks[1:]:
        index = block["BlockIndex"]
        content = ebs.get_snapshot_block(SnapshotId=original, BlockIndex=index, BlockToken=block["BlockToken"])
        content = content["BlockData"].read()
        ebs.put_snapshot_block(
            SnapshotId=copy, BlockIndex=index, BlockData=content, DataLength=len(content),
            Checksum=checksum(content), ChecksumAlgorithm="SHA256",
        )
    with pytest.raises(ClientError, match="ValidationException"):
        ebs.list_snapshot_blocks(SnapshotId=copy)
    done = aws("complete-snapshot", "--snapshot-id", copy, "--changed-blocks-count", str(len(blocks)))
    assert done["Status"] == "completed"
    assert full_bytes(person.ec2, copy) == len(blocks) * 524288

    # Byte for byte the same, so nothing has changed between them.
    changed = aws("list-changed-blocks", "--first-snapshot-id", original, "--second-snapshot-id", copy)
    assert changed["ChangedBlocks"] == []
    image = person.ec2.register_image(
        Name=f"copy-{person.home.name}", Architecture="x86_64", RootDeviceName="/dev/xvda", BootMode="uefi-preferred",
        EnaSupport=True, BlockDeviceMappings=[{"DeviceName": "/dev/xvda", "Ebs": {"SnapshotId": copy}}],
    )["ImageId"]
    instance = person.launch(ImageId=image)
    assert person.ssh(person.log_in(instance), "cat /etc/os-release")

    # What a snapshot tells of its size is all that has data in it, though next to nothing of it was written since.
    root = person.look(instance)["BlockDeviceMappings"][0]["Ebs"]["VolumeId"]
    later = person.ec2.create_snapshot(VolumeId=root)["SnapshotId"]
    person.ec2.get_waiter("snapshot_completed").wait(SnapshotIds=[later])
    count = len(aws("list-snapshot-blocks", "--snapshot-id", later)["Blocks"])
    assert count >= len(blocks) and full_bytes(person.ec2, later) == count * 524288

"""A running instance gets another root volume."""

import pytest

from support import fresh_key


def root(ec2, instance):
    shown = ec2.describe_instances(InstanceIds=[instance])["Reservations"][0]["Instances"][0]
    (volume,) = [m["Ebs"] for m in shown["BlockDeviceMappings"] if m["DeviceName"] == shown["RootDeviceName"]]
    return volume["VolumeId"], shown


def task(ec2, task_id):
    return ec2.describe_replace_root_volume_tasks(ReplaceRootVolumeTaskIds=[task_id])["ReplaceRootVolumeTasks"][0]


@pytest.fixture
def running(ec2, launch):
    instance = launch()["InstanceId"]
    ec2.get_waiter("instance_running").wait(InstanceIds=[instance])
    return instance


def test_back_to_what_it_was_launched_with(ec2, running):
    old, before = root(ec2, running)
    tags = [{"ResourceType": "replace-root-volume-task", "Tags": [{"Key": "a", "Value": "b"}]}]
    arguments = {"InstanceId": running, "ClientToken": "once", "TagSpecifications": tags}
    made = ec2.create_replace_root_volume_task(**arguments)["ReplaceRootVolumeTask"]
    assert (made["TaskState"], made["InstanceId"], made["Tags"]) == ("in-progress", running, [{"Key": "a", "Value": "b"}])
    again = ec2.create_replace_root_volume_task(**arguments)["ReplaceRootVolumeTask"]
    assert again["ReplaceRootVolumeTaskId"] == made["ReplaceRootVolumeTaskId"]
    done = task(ec2, made["ReplaceRootVolumeTaskId"])
    assert (done["TaskState"], "CompleteTime" in done) == ("succeeded", True)
    new, after = root(ec2, running)
    assert new != old
    for name in ["State", "PublicIpAddress", "PrivateIpAddress", "LaunchTime", "RootDeviceName"]:
        assert after[name] == before[name], name
    volumes = {v["VolumeId"]: v for v in ec2.describe_volumes(VolumeIds=[old, new])["Volumes"]}
    assert (volumes[old]["State"], volumes[new]["State"]) == ("available", "in-use")
    for name in ["Size", "VolumeType", "Iops", "SnapshotId", "AvailabilityZone"]:
        assert volumes[new][name] == volumes[old][name], name
    assert volumes[new]["Attachments"][0]["DeleteOnTermination"] is True
    found = ec2.describe_replace_root_volume_tasks(Filters=[{"Name": "instance-id", "Values": [running]}])
    assert [t["ReplaceRootVolumeTaskId"] for t in found["ReplaceRootVolumeTasks"]] == [made["ReplaceRootVolumeTaskId"]]


def test_from_a_snapshot_or_an_image(ec2, running, tiny, error):
    old, _ = root(ec2, running)
    snapshot = ec2.create_snapshot(VolumeId=old)["SnapshotId"]
    ec2.get_waiter("snapshot_completed").wait(SnapshotIds=[snapshot])
    made = ec2.create_replace_root_volume_task(InstanceId=running, SnapshotId=snapshot, DeleteReplacedRootVolume=True)
    assert task(ec2, made["ReplaceRootVolumeTask"]["ReplaceRootVolumeTaskId"])["TaskState"] == "succeeded"
    second, _ = root(ec2, running)
    assert ec2.describe_volumes(VolumeIds=[second])["Volumes"][0]["SnapshotId"] == snapshot
    with error("InvalidVolume.NotFound"):
        ec2.describe_volumes(VolumeIds=[old])
    made = ec2.create_replace_root_volume_task(InstanceId=running, ImageId=tiny)["ReplaceRootVolumeTask"]
    done = task(ec2, made["ReplaceRootVolumeTaskId"])
    assert (done["TaskState"], done["ImageId"]) == ("succeeded", tiny)
    ec2.terminate_instances(InstanceIds=[running])
    ec2.get_waiter("instance_terminated").wait(InstanceIds=[running])
    assert [v["VolumeId"] for v in ec2.describe_volumes()["Volumes"]] == [second], "the new one went with it"


def test_what_is_refused(ec2, server, running, tiny, error):
    disk = ec2.create_volume(AvailabilityZone="us-east-1a", Size=1)["VolumeId"]
    foreign = ec2.create_snapshot(VolumeId=disk)["SnapshotId"]
    with error("InvalidParameterValue", "is not a snapshot of the root volume"):
        ec2.create_replace_root_volume_task(InstanceId=running, SnapshotId=foreign)
    with error("InvalidParameterCombination"):
        ec2.create_replace_root_volume_task(InstanceId=running, SnapshotId=foreign, ImageId=tiny)
    with error("InvalidAMIID.NotFound"):
        ec2.create_replace_root_volume_task(InstanceId=running, ImageId="ami-00000000000000000")
    other = server.client("ec2", fresh_key())
    with error("InvalidInstanceID.NotFound"):
        other.create_replace_root_volume_task(InstanceId=running)
    ec2.stop_instances(InstanceIds=[running])
    ec2.get_waiter("instance_stopped").wait(InstanceIds=[running])
    with error("IncorrectInstanceState", "it is 'stopped'"):
        ec2.create_replace_root_volume_task(InstanceId=running)

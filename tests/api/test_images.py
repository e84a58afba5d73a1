"""Images: listed, made of instances and of snapshots, copied, shared, deregistered, and what is refused."""

import re
import uuid

import pytest


def image(ec2, image_id, **arguments):
    return ec2.describe_images(ImageIds=[image_id], **arguments)["Images"][0]


def fresh_name():
    return f"test-{uuid.uuid4().hex[:8]}"


def account_of(client):
    return client("sts").get_caller_identity()["Account"]


@pytest.fixture
def running(ec2, launch):
    instance = launch()["InstanceId"]
    ec2.get_waiter("instance_running").wait(InstanceIds=[instance])
    return instance


@pytest.fixture
def own(ec2, running):
    """An image of the account's own."""
    made = ec2.create_image(InstanceId=running, Name=fresh_name(), Description="golden")["ImageId"]
    ec2.get_waiter("image_available").wait(ImageIds=[made])
    return made


@pytest.fixture
def taken(ec2):
    """A snapshot of 2 GiB."""
    disk = ec2.create_volume(AvailabilityZone="us-east-1a", Size=2)["VolumeId"]
    return ec2.create_snapshot(VolumeId=disk)["SnapshotId"]


def test_quick_start_images(ec2, tiny):
    shown = image(ec2, tiny)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z", shown["CreationDate"])
    want = {
        "State": "available",
        "Public": True,
        "ImageOwnerAlias": "amazon",
        "ImageType": "machine",
        "ImageLocation": f"amazon/{shown['Name']}",
        "PlatformDetails": "Linux/UNIX",
        "UsageOperation": "RunInstances",
        "RootDeviceType": "ebs",
        "VirtualizationType": "hvm",
        "Hypervisor": "xen",
        "Architecture": "x86_64",
    }
    assert {key: shown[key] for key in want} == want
    root = shown["BlockDeviceMappings"][0]
    assert root["DeviceName"] == shown["RootDeviceName"]
    assert (root["Ebs"]["VolumeType"], root["Ebs"]["DeleteOnTermination"]) == ("gp3", True)
    assert ec2.describe_snapshots(SnapshotIds=[root["Ebs"]["SnapshotId"]])["Snapshots"][0]["State"] == "completed"


def test_owners_and_filters(ec2, client, tiny, own):
    for arguments, want in [
        ({"Owners": ["self"]}, {own}),
        ({"Owners": [account_of(client)]}, {own}),
        ({"Owners": ["aws-marketplace"]}, set()),
        ({"ExecutableUsers": ["self"]}, set()),
        ({"Filters": [{"Name": "is-public", "Values": ["false"]}]}, {own}),
        ({"Owners": ["self"], "Filters": [{"Name": "image-id", "Values": [tiny]}]}, set()),
    ]:
        assert {i["ImageId"] for i in ec2.describe_images(**arguments)["Images"]} == want, arguments
    for name, values in [
        ("architecture", ["x86_64"]),
        ("block-device-mapping.delete-on-termination", ["true"]),
        ("block-device-mapping.snapshot-id", ["snap-*"]),
        ("block-device-mapping.volume-type", ["gp?"]),
        ("creation-date", ["2*Z"]),
        ("description", ["gol*"]),
        ("name", ["test-????????"]),
        ("owner-id", [account_of(client)]),
        ("root-device-type", ["ebs"]),
        ("source-image-id", [tiny]),
        ("source-image-region", ["us-east-1"]),
        ("source-instance-id", ["i-*"]),
        ("state", ["available"]),
        ("virtualization-type", ["hvm"]),
        ("hypervisor", ["xen"]),
        ("image-type", ["machine"]),
        ("manifest-location", [f"{account_of(client)}/*"]),
    ]:
        found = ec2.describe_images(Owners=["self"], Filters=[{"Name": name, "Values": values}])["Images"]
        assert [i["ImageId"] for i in found] == [own], name
    for name in ["platform", "product-code", "kernel-id"]:
        assert ec2.describe_images(Filters=[{"Name": name, "Values": ["*"]}])["Images"] == []


def test_owners_that_are_none(ec2, error):
    with error("InvalidUserID.Malformed", '^Invalid user id: "nobody"$'):
        ec2.describe_images(Owners=["nobody"])
    with error("InvalidParameterValue", "^The filter 'nope' is invalid$"):
        ec2.describe_images(Filters=[{"Name": "nope", "Values": ["x"]}])


def test_pages(ec2, taken):
    names = [fresh_name() for _ in range(7)]
    made = [register(ec2, taken, Name=name) for name in names]
    pages = list(ec2.get_paginator("describe_images").paginate(Owners=["self"], PaginationConfig={"PageSize": 3}))
    assert [len(page["Images"]) for page in pages] == [3, 3, 1]
    assert sorted(i["ImageId"] for page in pages for i in page["Images"]) == sorted(made)


def test_create_image(ec2, client, running):
    name = fresh_name()
    tags = [{"Key": "a", "Value": "b"}]
    made = ec2.create_image(
        InstanceId=running,
        Name=name,
        Description="golden",
        NoReboot=True,
        TagSpecifications=[{"ResourceType": "image", "Tags": tags}, {"ResourceType": "snapshot", "Tags": tags}],
    )["ImageId"]
    shown = image(ec2, made)
    want = {
        "State": "available",
        "Name": name,
        "Description": "golden",
        "OwnerId": account_of(client),
        "ImageLocation": f"{account_of(client)}/{name}",
        "Public": False,
        "SourceInstanceId": running,
        "Tags": tags,
    }
    assert {key: shown[key] for key in want} == want
    snapshot = ec2.describe_snapshots(SnapshotIds=[shown["BlockDeviceMappings"][0]["Ebs"]["SnapshotId"]])["Snapshots"][0]
    assert snapshot["Description"].startswith(f"Created by CreateImage({running}) for {made}")
    assert (snapshot["State"], snapshot["Tags"]) == ("completed", tags)


def test_an_image_has_all_disks_but_those_left_out(ec2, launch, taken):
    disks = [{"DeviceName": f"/dev/sd{letter}", "Ebs": {"VolumeSize": 1}} for letter in "fgh"]
    instance = launch(BlockDeviceMappings=disks)["InstanceId"]
    ec2.get_waiter("instance_running").wait(InstanceIds=[instance])
    made = ec2.create_image(
        InstanceId=instance,
        Name=fresh_name(),
        BlockDeviceMappings=[
            {"DeviceName": "/dev/sdg", "NoDevice": ""},
            {"DeviceName": "/dev/sdh", "Ebs": {"DeleteOnTermination": False}},
            {"DeviceName": "/dev/sdp", "Ebs": {"SnapshotId": taken}},
            {"DeviceName": "/dev/sdq", "Ebs": {"VolumeSize": 4}},
            {"DeviceName": "/dev/sdr", "VirtualName": "ephemeral0"},
        ],
    )["ImageId"]
    mappings = image(ec2, made)["BlockDeviceMappings"]
    assert [m["DeviceName"] for m in mappings][1:] == ["/dev/sdf", "/dev/sdh", "/dev/sdp", "/dev/sdq", "/dev/sdr"]
    by_device = {m["DeviceName"]: m for m in mappings}
    assert by_device["/dev/sdh"]["Ebs"]["DeleteOnTermination"] is False
    assert by_device["/dev/sdp"]["Ebs"]["SnapshotId"] == taken
    assert "SnapshotId" not in by_device["/dev/sdq"]["Ebs"]
    assert by_device["/dev/sdr"]["VirtualName"] == "ephemeral0"

    clone = launch(ImageId=made)["InstanceId"]
    volumes = ec2.describe_volumes(Filters=[{"Name": "attachment.instance-id", "Values": [clone]}])["Volumes"]
    devices = {v["Attachments"][0]["Device"] for v in volumes}
    assert devices - {image(ec2, made)["RootDeviceName"]} == {"/dev/sdf", "/dev/sdh", "/dev/sdp", "/dev/sdq"}


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ({"Name": "x:y"}, "InvalidAMIName.Malformed", "^AMI names must be between 3 and 128 characters long"),
        ({"InstanceId": "i-00000000000000000"}, "InvalidInstanceID.NotFound", None),
        ({"BlockDeviceMappings": [{"DeviceName": "ROOT", "NoDevice": ""}]}, "InvalidBlockDeviceMapping", "cannot be suppressed"),
        ({"BlockDeviceMappings": [{"DeviceName": "ROOT", "Ebs": {"VolumeSize": 99}}]}, "InvalidBlockDeviceMapping", "size"),
        ({"TagSpecifications": [{"ResourceType": "instance", "Tags": []}]}, "InvalidParameterValue", "taggable"),
        ({"DryRun": True}, "DryRunOperation", None),
    ],
)
def test_refused_images_of_instances(ec2, running, tiny, error, arguments, code, message):
    root = image(ec2, tiny)["RootDeviceName"]
    for mapping in arguments.get("BlockDeviceMappings", []):
        mapping["DeviceName"] = mapping["DeviceName"].replace("ROOT", root)
    with error(code, message, status=412 if code == "DryRunOperation" else 400):
        ec2.create_image(**{"InstanceId": running, "Name": fresh_name(), **arguments})


def test_names_are_taken_once(ec2, running, own, error):
    name = image(ec2, own)["Name"]
    with error("InvalidAMIName.Duplicate", f"^AMI name {name} is already in use by AMI {own}$"):
        ec2.create_image(InstanceId=running, Name=name)
    ec2.deregister_image(ImageId=own)
    ec2.create_image(InstanceId=running, Name=name)


def register(ec2, snapshot, **arguments):
    return ec2.register_image(
        **{
            "Name": fresh_name(),
            "Architecture": "x86_64",
            "VirtualizationType": "hvm",
            "RootDeviceName": "/dev/xvda",
            "BlockDeviceMappings": [{"DeviceName": "/dev/xvda", "Ebs": {"SnapshotId": snapshot, "VolumeSize": 8}}],
            **arguments,
        }
    )["ImageId"]


def test_register_image(ec2, taken, launch):
    made = register(ec2, taken, Description="by hand", EnaSupport=True, BootMode="uefi", ImdsSupport="v2.0")
    shown = image(ec2, made)
    want = {
        "State": "available",
        "Description": "by hand",
        "EnaSupport": True,
        "BootMode": "uefi",
        "ImdsSupport": "v2.0",
        "RootDeviceName": "/dev/xvda",
    }
    assert {key: shown[key] for key in want} == want
    assert shown["BlockDeviceMappings"] == [
        {
            "DeviceName": "/dev/xvda",
            "Ebs": {
                "SnapshotId": taken,
                "VolumeSize": 8,
                "VolumeType": "gp2",
                "DeleteOnTermination": True,
                "Encrypted": False,
            },
        }
    ]
    instance = launch(ImageId=made)["InstanceId"]
    root = ec2.describe_volumes(Filters=[{"Name": "attachment.instance-id", "Values": [instance]}])["Volumes"][0]
    assert (root["SnapshotId"], root["Size"]) == (taken, 8)


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ({"BlockDeviceMappings": []}, "InvalidBlockDeviceMapping", "root device /dev/xvda"),
        ({"BlockDeviceMappings": [{"DeviceName": "/dev/xvda", "Ebs": {"VolumeSize": 8}}]}, "InvalidBlockDeviceMapping", "snapshot"),
        (
            {"BlockDeviceMappings": [{"DeviceName": "/dev/xvda", "Ebs": {"SnapshotId": "SNAP", "VolumeSize": 1}}]},
            "InvalidBlockDeviceMapping",
            "^Volume of size 1GB is smaller than snapshot 'snap-[0-9a-f]+', expect size>= 2GB$",
        ),
        (
            {"BlockDeviceMappings": [{"DeviceName": "/dev/xvda", "Ebs": {"SnapshotId": "SNAP"}}] * 2},
            "InvalidBlockDeviceMapping",
            "^The device '/dev/xvda' is used in more than one block-device mapping$",
        ),
        ({"VirtualizationType": "paravirtual"}, "UnsupportedOperation", "hvm"),
        ({"Architecture": "x86_64_mac"}, "UnsupportedOperation", "x86_64_mac"),
        ({"Architecture": "arm64", "BootMode": "legacy-bios"}, "InvalidParameterCombination", "uefi"),
        ({"KernelId": "aki-1"}, "UnsupportedOperation", "KernelId"),
        ({"Name": "ab"}, "InvalidAMIName.Malformed", None),
    ],
)
def test_refused_registrations(ec2, client, taken, error, arguments, code, message):
    for mapping in arguments.get("BlockDeviceMappings", []):
        if mapping["Ebs"].get("SnapshotId") == "SNAP":
            mapping["Ebs"]["SnapshotId"] = taken
    with error(code, message):
        register(client(parameter_validation=False), taken, **arguments)


def test_copy_image(ec2, client, own, error):
    west = client(region="us-west-2")
    ec2.create_tags(Resources=[own], Tags=[{"Key": "a", "Value": "b"}])
    arguments = {
        "SourceRegion": "us-east-1",
        "SourceImageId": own,
        "Name": fresh_name(),
        "CopyImageTags": True,
        "ClientToken": fresh_name(),
    }
    copy = west.copy_image(**arguments)["ImageId"]
    assert west.copy_image(**arguments)["ImageId"] == copy
    west.get_waiter("image_available").wait(ImageIds=[copy])
    shown, source = image(west, copy), image(ec2, own)
    assert (shown["SourceImageId"], shown["SourceImageRegion"]) == (own, "us-east-1")
    assert (shown["OwnerId"], shown["Tags"]) == (source["OwnerId"], [{"Key": "a", "Value": "b"}])
    snapshots = [i["BlockDeviceMappings"][0]["Ebs"]["SnapshotId"] for i in (shown, source)]
    assert snapshots[0] != snapshots[1]
    with error("InvalidAMIID.NotFound"):
        west.describe_images(ImageIds=[own])
    with error("InvalidAMIID.NotFound"):
        west.copy_image(SourceRegion="us-east-1", SourceImageId=copy, Name=fresh_name())


def test_a_quick_start_image_can_be_copied(ec2, client, tiny):
    copy = client(region="eu-west-1").copy_image(SourceRegion="us-east-1", SourceImageId=tiny, Name=fresh_name())
    shown = image(client(region="eu-west-1"), copy["ImageId"])
    assert shown["State"] == "available"
    assert "ImageOwnerAlias" not in shown


def test_sharing(ec2, server, own, error):
    key = "AKIA" + uuid.uuid4().hex[:16].upper()
    other = server.client("ec2", key)
    number = server.client("sts", key).get_caller_identity()["Account"]
    with error("InvalidAMIID.NotFound", f"^The image id '\\[?{own}\\]?' does not exist"):
        other.describe_images(ImageIds=[own])

    ec2.modify_image_attribute(ImageId=own, LaunchPermission={"Add": [{"UserId": number}]})
    assert permissions(ec2, own) == [{"UserId": number}]
    shared = other.describe_images(ExecutableUsers=["self"])["Images"]
    assert [i["ImageId"] for i in shared] == [own]
    other.run_instances(ImageId=own, InstanceType="t3.micro", MinCount=1, MaxCount=1)
    with error("AuthFailure", f"^Not authorized for image:{own}$", status=403):
        other.deregister_image(ImageId=own)
    with error("AuthFailure", "^Unauthorized attempt to access restricted resource$", status=403):
        other.describe_image_attribute(ImageId=own, Attribute="blockDeviceMapping")
    with error("InvalidRequest", "^You do not have permission to access the storage of this ami$"):
        other.copy_image(SourceRegion="us-east-1", SourceImageId=own, Name=fresh_name())

    ec2.modify_image_attribute(ImageId=own, Attribute="launchPermission", OperationType="add", UserGroups=["all"])
    assert image(ec2, own)["Public"] is True
    assert permissions(ec2, own) == [{"Group": "all"}, {"UserId": number}]
    ec2.reset_image_attribute(ImageId=own, Attribute="launchPermission")
    assert (image(ec2, own)["Public"], permissions(ec2, own)) == (False, [])
    with error("InvalidAMIID.NotFound"):
        other.run_instances(ImageId=own, InstanceType="t3.micro", MinCount=1, MaxCount=1)


def permissions(ec2, image_id):
    return ec2.describe_image_attribute(ImageId=image_id, Attribute="launchPermission")["LaunchPermissions"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({"LaunchPermission": {"Add": [{"UserId": "12"}]}}, "InvalidAMIAttributeItemValue"),
        ({"LaunchPermission": {"Add": [{"Group": "some"}]}}, "InvalidAMIAttributeItemValue"),
        ({"LaunchPermission": {"Add": [{"OrganizationArn": "arn:aws:organizations::1:organization/o-1"}]}}, "UnsupportedOperation"),
        ({}, "InvalidParameterCombination"),
        ({"ImdsSupport": {"Value": "v1.0"}}, "InvalidParameterValue"),
    ],
)
def test_refused_attributes(ec2, own, error, arguments, code):
    with error(code):
        ec2.modify_image_attribute(ImageId=own, **arguments)


def test_attributes(ec2, own):
    def attribute(name):
        return ec2.describe_image_attribute(ImageId=own, Attribute=name)

    ec2.modify_image_attribute(ImageId=own, Description={"Value": "edited"})
    assert attribute("description")["Description"]["Value"] == "edited"
    ec2.modify_image_attribute(ImageId=own, Attribute="description", Value="again")
    assert image(ec2, own)["Description"] == "again"
    ec2.modify_image_attribute(ImageId=own, ImdsSupport={"Value": "v2.0"})
    assert attribute("imdsSupport")["ImdsSupport"]["Value"] == "v2.0"
    assert attribute("blockDeviceMapping")["BlockDeviceMappings"] == image(ec2, own)["BlockDeviceMappings"]
    assert attribute("productCodes")["ProductCodes"] == []


def test_deregister(ec2, client, own, running, error):
    snapshot = image(ec2, own)["BlockDeviceMappings"][0]["Ebs"]["SnapshotId"]
    with error("InvalidSnapshot.InUse", f"^The snapshot {snapshot} is currently in use by {own}$"):
        ec2.delete_snapshot(SnapshotId=snapshot)
    ec2.deregister_image(ImageId=own)
    # It is remembered that there was one, by its owner alone.
    for refused in (ec2.deregister_image, lambda **image: ec2.run_instances(MinCount=1, MaxCount=1, **image)):
        with error("InvalidAMIID.Unavailable", f"^The image ID '{own}' is no longer available$"):
            refused(ImageId=own)
    assert ec2.describe_images(ImageIds=[own])["Images"] == []
    with error("InvalidAMIID.NotFound", r"^The image id '\[ami-12345678\]' does not exist$"):
        ec2.describe_images(ImageIds=[own, "ami-12345678"])
    with error("InvalidAMIID.NotFound"):
        client(account="AKIADEREGISTEROTHER0").describe_images(ImageIds=[own])
    ec2.delete_snapshot(SnapshotId=snapshot)


def test_deregister_with_the_snapshots(ec2, taken, error):
    first, second = register(ec2, taken), register(ec2, taken)
    results = ec2.deregister_image(ImageId=first, DeleteAssociatedSnapshots=True)["DeleteSnapshotResults"]
    assert results == [{"SnapshotId": taken, "ReturnCode": "skipped"}]
    results = ec2.deregister_image(ImageId=second, DeleteAssociatedSnapshots=True)["DeleteSnapshotResults"]
    assert results == [{"SnapshotId": taken, "ReturnCode": "success"}]
    with error("InvalidSnapshot.NotFound"):
        ec2.describe_snapshots(SnapshotIds=[taken])

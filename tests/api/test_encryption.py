"""Encryption: what is encrypted and under which key, what follows from that, and what is refused."""

import re

import pytest

ZONE = "us-east-1a"
KEY = re.compile(r"arn:aws:kms:us-east-1:\d{12}:key/[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


def volume(ec2, volume_id):
    return ec2.describe_volumes(VolumeIds=[volume_id])["Volumes"][0]


def snapshot(ec2, snapshot_id):
    return ec2.describe_snapshots(SnapshotIds=[snapshot_id])["Snapshots"][0]


def account_of(client):
    return client("sts").get_caller_identity()["Account"]


@pytest.fixture
def make(ec2):
    """make(**arguments): CreateVolume in us-east-1a, of 1 GiB unless it is of a snapshot; the volume as described."""

    def create(**arguments):
        if "SnapshotId" not in arguments:
            arguments.setdefault("Size", 1)
        return volume(ec2, ec2.create_volume(AvailabilityZone=ZONE, **arguments)["VolumeId"])

    return create


@pytest.fixture
def managed(make):
    """ARN of the key that AWS manages for EBS."""
    return make(Encrypted=True)["KmsKeyId"]


def test_a_volume_is_encrypted_under_the_key_of_its_account_and_region(ec2, client, make, managed):
    made = ec2.create_volume(AvailabilityZone=ZONE, Size=1, Encrypted=True)
    assert (made["Encrypted"], made["KmsKeyId"]) == (True, managed)
    assert KEY.fullmatch(managed) and f":{account_of(client)}:" in managed
    plain = make()
    assert plain["Encrypted"] is False and "KmsKeyId" not in plain
    sealed = ec2.describe_volumes(Filters=[{"Name": "encrypted", "Values": ["true"]}])["Volumes"]
    assert made["VolumeId"] in [v["VolumeId"] for v in sealed] and plain["VolumeId"] not in [v["VolumeId"] for v in sealed]
    there = client(region="eu-west-1")
    elsewhere = there.create_volume(AvailabilityZone="eu-west-1a", Size=1, Encrypted=True)["KmsKeyId"]
    assert elsewhere.startswith("arn:aws:kms:eu-west-1:") and elsewhere.rpartition("/")[2] != managed.rpartition("/")[2]


def test_a_key_is_named_in_four_ways(make, managed):
    prefix, _, key_id = managed.rpartition("key/")
    for name in (managed, key_id, "alias/aws/ebs", f"{prefix}alias/aws/ebs"):
        assert make(Encrypted=True, KmsKeyId=name)["KmsKeyId"] == managed


def test_every_action_takes_the_same_names_of_a_key(ec2, client, make, launch, tiny, managed, error):
    prefix, _, key_id = managed.rpartition("key/")
    names = [managed, key_id, "alias/aws/ebs", f"{prefix}alias/aws/ebs"]
    root = ec2.describe_images(ImageIds=[tiny])["Images"][0]["RootDeviceName"]
    plain = ec2.create_snapshot(VolumeId=make()["VolumeId"])["SnapshotId"]
    numbers = iter(range(1000))

    def volume_of(key):
        return make(Encrypted=True, KmsKeyId=key)["KmsKeyId"]

    def copy(key):
        made = ec2.copy_snapshot(SourceRegion="us-east-1", SourceSnapshotId=plain, Encrypted=True, KmsKeyId=key)
        return snapshot(ec2, made["SnapshotId"])["KmsKeyId"]

    def image(key):
        name = f"sealed {next(numbers)}"
        made = ec2.copy_image(SourceRegion="us-east-1", SourceImageId=tiny, Name=name, Encrypted=True, KmsKeyId=key)["ImageId"]
        (device,) = ec2.describe_images(ImageIds=[made])["Images"][0]["BlockDeviceMappings"]
        return snapshot(ec2, device["Ebs"]["SnapshotId"])["KmsKeyId"]

    def machine(key):
        made = launch(BlockDeviceMappings=[{"DeviceName": root, "Ebs": {"Encrypted": True, "KmsKeyId": key}}])
        return disks(ec2, made["InstanceId"])[root]["KmsKeyId"]

    def default(key):
        return ec2.modify_ebs_default_kms_key_id(KmsKeyId=key)["KmsKeyId"]

    others = ["alias/mine", "abcd1234-a123-456a-a12b-a123b4cd56ef", f"{prefix}key/abcd1234-a123-456a-a12b-a123b4cd56ef"]
    # A key of another account or region is none of ours.
    others += [managed.replace("us-east-1", "eu-west-1"), client(region="eu-west-1").create_volume(
        AvailabilityZone="eu-west-1a", Size=1, Encrypted=True)["KmsKeyId"]]
    for action in (volume_of, copy, image, machine, default):
        assert [action(name) for name in names] == [managed] * 4, action
        for other in others:
            with error("InvalidParameterValue", f"^The specified KMS key '{other}' does not exist or is not accessible"):
                action(other)
    # Nothing half-made is left of those.
    assert not [v for v in ec2.describe_volumes()["Volumes"] if v["State"] not in ("available", "in-use")]


@pytest.mark.parametrize(
    ("asked", "code", "message"),
    [
        ({"KmsKeyId": "alias/aws/ebs"}, "InvalidParameterDependency", "^The parameter KmsKeyId requires the parameter Encrypted to be set.$"),
        ({"Encrypted": False, "KmsKeyId": "alias/aws/ebs"}, "InvalidParameterDependency", None),
        ({"Encrypted": True, "KmsKeyId": "alias/mine"}, "InvalidParameterValue", "^The specified KMS key 'alias/mine' does not exist or is not accessible"),
        ({"Encrypted": True, "KmsKeyId": "arn:aws:kms:us-east-1:123456789012:key/abcd1234-a123-456a-a12b-a123b4cd56ef"}, "InvalidParameterValue", "not accessible"),
    ],
)
def test_refused_keys(ec2, error, asked, code, message):
    with error(code, message):
        ec2.create_volume(AvailabilityZone=ZONE, Size=1, **asked)


def test_snapshots_and_volumes_follow_the_volume(ec2, make, managed, error):
    sealed = ec2.create_snapshot(VolumeId=make(Encrypted=True)["VolumeId"])
    assert sealed["Encrypted"] is True
    taken = sealed["SnapshotId"]
    shown = snapshot(ec2, taken)
    assert (shown["State"], shown["Encrypted"], shown["KmsKeyId"]) == ("completed", True, managed)
    found = ec2.describe_snapshots(OwnerIds=["self"], Filters=[{"Name": "encrypted", "Values": ["true"]}])["Snapshots"]
    assert [s["SnapshotId"] for s in found] == [taken]
    again = make(SnapshotId=taken)
    assert (again["Encrypted"], again["KmsKeyId"]) == (True, managed)
    inconsistent = r"^EncryptedVolume parameter \[false\] is inconsistent with snapshot encryption state \[true\]$"
    with error("InvalidParameterCombination", inconsistent):
        make(SnapshotId=taken, Encrypted=False)
    plain = ec2.create_snapshot(VolumeId=make()["VolumeId"])["SnapshotId"]
    assert "KmsKeyId" not in snapshot(ec2, plain)
    made = make(SnapshotId=plain, Encrypted=True)
    assert (made["State"], made["Encrypted"], made["KmsKeyId"]) == ("available", True, managed)


def test_copies_are_encrypted_on_the_way(ec2, client, make, managed, error):
    plain = ec2.create_snapshot(VolumeId=make()["VolumeId"])["SnapshotId"]
    there = client(region="eu-west-1")

    def copy(to, source, **arguments):
        return snapshot(to, to.copy_snapshot(SourceRegion="us-east-1", SourceSnapshotId=source, **arguments)["SnapshotId"])

    assert copy(ec2, plain)["Encrypted"] is False
    sealed = copy(ec2, plain, Encrypted=True)
    assert (sealed["State"], sealed["Encrypted"], sealed["KmsKeyId"]) == ("completed", True, managed)
    # Somewhere else it is under the key of there.
    far = copy(there, sealed["SnapshotId"])
    assert far["Encrypted"] is True and far["KmsKeyId"].startswith("arn:aws:kms:eu-west-1:")
    for source in (sealed["SnapshotId"], plain):
        with error("InvalidParameterValue", "^The parameter encrypted=false is invalid$"):
            copy(ec2, source, Encrypted=False)
    with error("InvalidParameterDependency"):
        copy(ec2, plain, KmsKeyId="alias/aws/ebs")
    with error("InvalidParameterValue", "not accessible"):
        copy(there, plain, Encrypted=True, KmsKeyId=managed)


def test_what_is_encrypted_with_the_managed_key_is_not_shared(ec2, client, make, error):
    taken = ec2.create_snapshot(VolumeId=make(Encrypted=True)["VolumeId"])["SnapshotId"]
    for to in ({"UserIds": ["123456789012"]}, {"GroupNames": ["all"]}):
        with error("OperationNotPermitted", "^Encrypted snapshots with EBS default key cannot be shared$"):
            ec2.modify_snapshot_attribute(SnapshotId=taken, Attribute="createVolumePermission", OperationType="add", **to)
    # There is nobody to be taken away, which is no secret.
    ec2.modify_snapshot_attribute(
        SnapshotId=taken, Attribute="createVolumePermission", OperationType="remove", UserIds=["123456789012"]
    )
    image = ec2.register_image(
        Name="sealed", RootDeviceName="/dev/xvda", BlockDeviceMappings=[{"DeviceName": "/dev/xvda", "Ebs": {"SnapshotId": taken}}]
    )["ImageId"]
    with error("InvalidParameter", "^Snapshots encrypted with the AWS Managed CMK can't be shared. Specify another snapshot.$"):
        ec2.modify_image_attribute(ImageId=image, LaunchPermission={"Add": [{"UserId": "123456789012"}]})


def disks(ec2, instance):
    """The volumes of an instance by device name."""
    found = ec2.describe_volumes(Filters=[{"Name": "attachment.instance-id", "Values": [instance]}])["Volumes"]
    return {v["Attachments"][0]["Device"]: v for v in found}


def test_a_machine_with_encrypted_disks_and_its_image(ec2, client, tiny, launch, managed, error):
    root = ec2.describe_images(ImageIds=[tiny])["Images"][0]["RootDeviceName"]
    mappings = [
        {"DeviceName": root, "Ebs": {"Encrypted": True}},
        {"DeviceName": "/dev/sdf", "Ebs": {"VolumeSize": 1, "Encrypted": True, "KmsKeyId": "alias/aws/ebs"}},
        {"DeviceName": "/dev/sdg", "Ebs": {"VolumeSize": 1}},
    ]
    instance = launch(BlockDeviceMappings=mappings)["InstanceId"]
    ec2.get_waiter("instance_running").wait(InstanceIds=[instance])
    shown = disks(ec2, instance)
    assert {name: v.get("KmsKeyId") for name, v in shown.items()} == {root: managed, "/dev/sdf": managed, "/dev/sdg": None}

    # What the image's disks are follows from the volumes.
    image = ec2.create_image(InstanceId=instance, Name="sealed", NoReboot=True)["ImageId"]
    made = {m["DeviceName"]: m["Ebs"] for m in ec2.describe_images(ImageIds=[image])["Images"][0]["BlockDeviceMappings"]}
    assert {name: ebs["Encrypted"] for name, ebs in made.items()} == {root: True, "/dev/sdf": True, "/dev/sdg": False}
    assert snapshot(ec2, made[root]["SnapshotId"])["KmsKeyId"] == managed
    twin = launch(ImageId=image)["InstanceId"]
    assert {name: v["Encrypted"] for name, v in disks(ec2, twin).items()} == {root: True, "/dev/sdf": True, "/dev/sdg": False}
    filters = [{"Name": "block-device-mapping.encrypted", "Values": ["true"]}]
    assert [i["ImageId"] for i in ec2.describe_images(Owners=["self"], Filters=filters)["Images"]] == [image]
    with error("InvalidParameterCombination", f"^The snapshot '{made[root]['SnapshotId']}' is encrypted"):
        launch(ImageId=image, BlockDeviceMappings=[{"DeviceName": root, "Ebs": {"Encrypted": False}}])
    with error("InvalidParameterDependency"):
        launch(BlockDeviceMappings=[{"DeviceName": root, "Ebs": {"KmsKeyId": "alias/aws/ebs"}}])

    # A copy is encrypted where that is asked for; in another region it is under the key of there.
    copied = ec2.copy_image(SourceImageId=image, SourceRegion="us-east-1", Name="all", Encrypted=True)["ImageId"]
    devices = ec2.describe_images(ImageIds=[copied])["Images"][0]["BlockDeviceMappings"]
    assert [m["Ebs"]["Encrypted"] for m in devices] == [True, True, True]
    there = client(region="eu-west-1")
    far = there.copy_image(SourceImageId=image, SourceRegion="us-east-1", Name="far")["ImageId"]
    keys = {
        m["DeviceName"]: snapshot(there, m["Ebs"]["SnapshotId"]).get("KmsKeyId", "")[:22]
        for m in there.describe_images(ImageIds=[far])["Images"][0]["BlockDeviceMappings"]
    }
    assert keys == {root: "arn:aws:kms:eu-west-1:", "/dev/sdf": "arn:aws:kms:eu-west-1:", "/dev/sdg": ""}
    with error("InvalidRequest", r"^Snapshot snap-\w+ is encrypted. Creating unencrypted copy from an encrypted snapshot is not supported"):
        ec2.copy_image(SourceImageId=image, SourceRegion="us-east-1", Name="open", Encrypted=False)


def test_an_image_of_a_snapshot_is_what_the_snapshot_is(ec2, make, launch, error):
    plain = ec2.create_snapshot(VolumeId=make()["VolumeId"])["SnapshotId"]

    def register(name, **ebs):
        mappings = [
            {"DeviceName": "/dev/xvda", "Ebs": {"SnapshotId": plain, **ebs}},
            {"DeviceName": "/dev/sdf", "Ebs": {"VolumeSize": 1, "Encrypted": True}},
        ]
        made = ec2.register_image(Name=name, RootDeviceName="/dev/xvda", Architecture="x86_64", BlockDeviceMappings=mappings)
        return made["ImageId"]

    for encrypted in (True, False):
        with error("InvalidBlockDeviceMapping", "^the encrypted flag cannot be specified since device /dev/xvda has a snapshot specified.$"):
            register("refused", Encrypted=encrypted)
    image = register("made")
    devices = ec2.describe_images(ImageIds=[image])["Images"][0]["BlockDeviceMappings"]
    assert [m["Ebs"]["Encrypted"] for m in devices] == [False, True]
    made = disks(ec2, launch(ImageId=image)["InstanceId"])
    assert {name: v["Encrypted"] for name, v in made.items()} == {"/dev/xvda": False, "/dev/sdf": True}


def test_a_launch_template_asks_for_encryption(ec2, tiny, launch, managed):
    root = ec2.describe_images(ImageIds=[tiny])["Images"][0]["RootDeviceName"]
    ebs = {"Encrypted": True, "KmsKeyId": "alias/aws/ebs"}
    data = {"BlockDeviceMappings": [{"DeviceName": root, "Ebs": ebs}]}
    template = ec2.create_launch_template(LaunchTemplateName="sealed", LaunchTemplateData=data)["LaunchTemplate"]
    instance = launch(LaunchTemplate={"LaunchTemplateId": template["LaunchTemplateId"]})["InstanceId"]
    assert disks(ec2, instance)[root]["KmsKeyId"] == managed
    of_instance = ec2.get_launch_template_data(InstanceId=instance)["LaunchTemplateData"]["BlockDeviceMappings"][0]["Ebs"]
    assert (of_instance["Encrypted"], of_instance["KmsKeyId"]) == (True, managed)


def test_encryption_by_default(ec2, client, make, launch, tiny, managed):
    plain = ec2.create_snapshot(VolumeId=make()["VolumeId"])["SnapshotId"]
    off = ec2.get_ebs_encryption_by_default()
    assert (off["EbsEncryptionByDefault"], off["SseType"]) == (False, "none")
    assert ec2.enable_ebs_encryption_by_default()["EbsEncryptionByDefault"] is True
    on = ec2.get_ebs_encryption_by_default()
    assert (on["EbsEncryptionByDefault"], on["SseType"]) == (True, "sse-ebs")
    # Of this region only.
    assert client(region="eu-west-1").get_ebs_encryption_by_default()["EbsEncryptionByDefault"] is False
    for arguments in ({}, {"Encrypted": False}, {"SnapshotId": plain}, {"KmsKeyId": "alias/aws/ebs"}):
        assert make(**arguments)["KmsKeyId"] == managed
    copy = ec2.copy_snapshot(SourceRegion="us-east-1", SourceSnapshotId=plain)["SnapshotId"]
    assert snapshot(ec2, copy)["Encrypted"] is True
    instance = launch()["InstanceId"]
    assert [v["Encrypted"] for v in disks(ec2, instance).values()] == [True]
    source = ec2.create_volume(AvailabilityZone=ZONE, Size=1)["VolumeId"]
    volume(ec2, source)
    assert ec2.copy_volumes(SourceVolumeId=source)["Volumes"][0]["Encrypted"] is True
    assert ec2.copy_volumes(SourceVolumeId=disks(ec2, instance)["/dev/xvda"]["VolumeId"])["Volumes"][0]["KmsKeyId"] == managed
    assert ec2.disable_ebs_encryption_by_default()["EbsEncryptionByDefault"] is False
    assert make()["Encrypted"] is False


def test_the_default_key(ec2, managed, error):
    assert ec2.get_ebs_default_kms_key_id()["KmsKeyId"] == "alias/aws/ebs"
    assert ec2.modify_ebs_default_kms_key_id(KmsKeyId=managed.rpartition("/")[2])["KmsKeyId"] == managed
    assert ec2.get_ebs_default_kms_key_id()["KmsKeyId"] == managed
    with error("InvalidParameterValue", "'alias/mine' does not exist or is not accessible"):
        ec2.modify_ebs_default_kms_key_id(KmsKeyId="alias/mine")
    assert ec2.reset_ebs_default_kms_key_id()["KmsKeyId"] == managed
    assert ec2.get_ebs_default_kms_key_id()["KmsKeyId"] == "alias/aws/ebs"


def test_a_replaced_root_volume_stays_encrypted(ec2, tiny, launch, managed):
    root = ec2.describe_images(ImageIds=[tiny])["Images"][0]["RootDeviceName"]
    instance = launch(BlockDeviceMappings=[{"DeviceName": root, "Ebs": {"Encrypted": True}}])["InstanceId"]
    ec2.get_waiter("instance_running").wait(InstanceIds=[instance])
    before = disks(ec2, instance)[root]["VolumeId"]
    ec2.create_replace_root_volume_task(InstanceId=instance, ImageId=tiny)
    after = disks(ec2, instance)[root]
    assert after["VolumeId"] != before and (after["Encrypted"], after["KmsKeyId"]) == (True, managed)

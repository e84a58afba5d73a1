"""Volumes: made, attached, modified, detached, deleted, and what is refused."""

import pytest

ZONE = "us-east-1a"


def volume(ec2, volume_id):
    return ec2.describe_volumes(VolumeIds=[volume_id])["Volumes"][0]


@pytest.fixture
def make(ec2):
    """make(**arguments): the id of a new volume, 1 GiB of gp3 in us-east-1a unless told otherwise."""

    def create(**arguments):
        if "SnapshotId" not in arguments:
            arguments.setdefault("Size", 1)
        return ec2.create_volume(**{"AvailabilityZone": ZONE, "VolumeType": "gp3", **arguments})["VolumeId"]

    return create


@pytest.fixture
def running(ec2, launch):
    """A running instance in the zone of the volumes."""
    subnets = ec2.describe_subnets(Filters=[{"Name": "availability-zone", "Values": [ZONE]}])["Subnets"]
    instance = launch(SubnetId=subnets[0]["SubnetId"])["InstanceId"]
    ec2.get_waiter("instance_running").wait(InstanceIds=[instance])
    return instance


def stop(ec2, instance):
    ec2.stop_instances(InstanceIds=[instance])
    ec2.get_waiter("instance_stopped").wait(InstanceIds=[instance])


def root_of(ec2, instance):
    described = ec2.describe_instances(InstanceIds=[instance])["Reservations"][0]["Instances"][0]
    return next(
        mapping["Ebs"]["VolumeId"]
        for mapping in described["BlockDeviceMappings"]
        if mapping["DeviceName"] == described["RootDeviceName"]
    )


@pytest.mark.parametrize(
    ("asked", "want"),
    [
        ({"VolumeType": "gp3", "Size": 2}, {"Size": 2, "Iops": 3000, "Throughput": 125}),
        ({"VolumeType": "gp3", "Size": 100, "Iops": 6000, "Throughput": 500}, {"Iops": 6000, "Throughput": 500}),
        ({"Size": 100}, {"VolumeType": "gp2", "Iops": 300}),
        ({"VolumeType": "io2", "Size": 10, "Iops": 500}, {"Iops": 500}),
        ({"VolumeType": "st1", "Size": 125}, {"Size": 125}),
        ({"VolumeType": "standard", "Size": 1}, {"VolumeType": "standard"}),
    ],
)
def test_types_and_their_defaults(ec2, asked, want):
    made = ec2.create_volume(AvailabilityZone=ZONE, **asked)
    assert made["State"] == "creating"
    shown = volume(ec2, made["VolumeId"])
    assert shown["State"] == "available"
    assert shown["AvailabilityZone"] == ZONE
    assert (shown["Encrypted"], shown["MultiAttachEnabled"], shown["Attachments"]) == (False, False, [])
    assert {key: shown[key] for key in want} == want
    assert ("Throughput" in shown) == (asked.get("VolumeType") == "gp3")


@pytest.mark.parametrize(
    ("asked", "code", "message"),
    [
        ({"Size": 1, "AvailabilityZone": "us-east-1z"}, "InvalidZone.NotFound", "^The zone 'us-east-1z' does not exist"),
        ({"Size": 1, "AvailabilityZone": "eu-west-1a"}, "InvalidZone.NotFound", None),
        ({}, "MissingParameter", "size/snapshot"),
        ({"Size": 1, "VolumeType": "gp9"}, "InvalidParameterValue", r"^Value \(gp9\) for parameter volumeType is invalid"),
        ({"Size": 1, "VolumeType": "st1"}, "InvalidParameterValue", "too small for volume type st1; minimum is 125GiB"),
        ({"Size": 65537, "VolumeType": "gp3"}, "InvalidParameterValue", "too large for volume type gp3"),
        ({"Size": 1, "VolumeType": "gp2", "Iops": 100}, "InvalidParameterCombination", "^The parameter iops is not supported for gp2 volumes"),
        ({"Size": 4, "VolumeType": "io1"}, "InvalidParameterCombination", "^The parameter iops must be specified for io1 volumes"),
        ({"Size": 4, "VolumeType": "io1", "Iops": 1000}, "InvalidParameterValue", "^Iops to volume size ratio of 250.0+ is too high; maximum is 50"),
        ({"Size": 8, "VolumeType": "gp3", "Throughput": 1000}, "InvalidParameterValue", r"^Throughput \(MiBps\) to iops ratio of 0.333333 is too high"),
        ({"SnapshotId": "snap-00000000000000000"}, "InvalidSnapshot.NotFound", "^The snapshot 'snap-0+' does not exist"),
        ({"Size": 1, "MultiAttachEnabled": True}, "UnsupportedOperation", "MultiAttachEnabled"),
        ({"Size": 1, "DryRun": True}, "DryRunOperation", None),
    ],
)
def test_refused_volumes(ec2, error, asked, code, message):
    with error(code, message, status=412 if code == "DryRunOperation" else 400):
        ec2.create_volume(**{"AvailabilityZone": ZONE, **asked})


def test_a_client_token_makes_one_volume(ec2, make, error):
    first = make(ClientToken="once", Size=1)
    assert make(ClientToken="once", Size=1) == first
    with error("IdempotentParameterMismatch"):
        make(ClientToken="once", Size=2)


def test_a_zone_can_be_named_by_its_id(ec2):
    first = ec2.create_volume(AvailabilityZone=ZONE, Size=1)
    second = ec2.create_volume(AvailabilityZoneId=first["AvailabilityZoneId"], Size=1)
    assert second["AvailabilityZone"] == ZONE


def test_filters(ec2, make):
    tagged = make(TagSpecifications=[{"ResourceType": "volume", "Tags": [{"Key": "Name", "Value": "db-1"}]}])
    plain = make(VolumeType="gp2", Size=7)
    assert volume(ec2, tagged)["Tags"] == [{"Key": "Name", "Value": "db-1"}]
    for name, values, want in [
        ("tag:Name", ["db-*"], {tagged}),
        ("tag-key", ["Name"], {tagged}),
        ("volume-type", ["gp2"], {plain}),
        ("size", ["7"], {plain}),
        ("status", ["available"], {tagged, plain}),
        ("availability-zone", ["us-east-1b"], set()),
        ("encrypted", ["false"], {tagged, plain}),
        ("create-time", ["2*Z"], {tagged, plain}),
        ("volume-id", [plain], {plain}),
        ("attachment.status", ["attached"], set()),
    ]:
        found = ec2.describe_volumes(Filters=[{"Name": name, "Values": values}])["Volumes"]
        assert {v["VolumeId"] for v in found} == want, name


def test_pages(ec2, make):
    made = [make() for _ in range(12)]
    pages = list(ec2.get_paginator("describe_volumes").paginate(PaginationConfig={"PageSize": 5}))
    assert [len(page["Volumes"]) for page in pages] == [5, 5, 2]
    assert [v["VolumeId"] for page in pages for v in page["Volumes"]] == made


def test_unknown_and_malformed_ids(ec2, error):
    with error("InvalidVolume.NotFound", "^The volume 'vol-0+' does not exist"):
        ec2.describe_volumes(VolumeIds=["vol-00000000000000000"])
    with error("InvalidParameterValue", r"^Value \(nonsense\) for parameter volumeId is invalid"):
        ec2.delete_volume(VolumeId="nonsense")


def test_attach_and_detach_while_running(ec2, make, running, error):
    data = make(Size=2)
    attached = ec2.attach_volume(VolumeId=data, InstanceId=running, Device="/dev/sdf")
    assert (attached["State"], attached["Device"], attached["InstanceId"]) == ("attaching", "/dev/sdf", running)

    shown = volume(ec2, data)
    assert shown["State"] == "in-use"
    attachment = shown["Attachments"][0]
    assert (attachment["State"], attachment["DeleteOnTermination"]) == ("attached", False)
    found = ec2.describe_volumes(
        Filters=[
            {"Name": "attachment.instance-id", "Values": [running]},
            {"Name": "attachment.device", "Values": ["/dev/sdf"]},
        ]
    )["Volumes"]
    assert [v["VolumeId"] for v in found] == [data]

    with error("VolumeInUse", f"^{data} is already attached to an instance$"):
        ec2.attach_volume(VolumeId=data, InstanceId=running, Device="/dev/sdg")
    with error("VolumeInUse", f"^Volume {data} is currently attached to {running}$"):
        ec2.delete_volume(VolumeId=data)
    with error("InvalidParameterValue", "^Invalid value '/dev/sdf' for unixDevice. Attachment point /dev/sdf is already in use$"):
        ec2.attach_volume(VolumeId=make(), InstanceId=running, Device="/dev/sdf")
    with error("InvalidAttachment.NotFound",
               f"^The volume {data} is not attached to instance {running} as device /dev/sdq$"):
        ec2.detach_volume(VolumeId=data, Device="/dev/sdq")

    assert ec2.detach_volume(VolumeId=data, InstanceId=running, Device="/dev/sdf")["State"] == "detaching"
    assert volume(ec2, data)["State"] == "available"
    with error("IncorrectState", f"^Volume '{data}' is in the 'available' state.$"):
        ec2.detach_volume(VolumeId=data)
    ec2.delete_volume(VolumeId=data)
    ec2.get_waiter("volume_deleted").wait(VolumeIds=[data])


@pytest.mark.parametrize(
    ("device", "code"), [("/dev/nvme1n1", "InvalidParameterValue"), ("disk", "InvalidParameterValue")]
)
def test_names_that_are_no_devices(ec2, make, running, error, device, code):
    with error(code, f"^Value \\({device}\\) for parameter device is invalid. {device} is not a valid EBS device name."):
        ec2.attach_volume(VolumeId=make(), InstanceId=running, Device=device)


def test_volumes_stay_in_their_zone(ec2, make, running, error):
    elsewhere = make(AvailabilityZone="us-east-1b")
    with error("InvalidVolume.ZoneMismatch", "is not in the same availability zone as instance"):
        ec2.attach_volume(VolumeId=elsewhere, InstanceId=running, Device="/dev/sdf")


def test_an_instance_has_room_for_so_many(ec2, make, running, error):
    # 28 attachments of a t3, of which one is its network interface and one its root volume.
    names = [f"/dev/sd{letter}" for letter in "bcdefghijklmnopqrstuvwxyz"] + ["/dev/xvdba", "/dev/xvdbb"]
    for name in names[:26]:
        ec2.attach_volume(VolumeId=make(), InstanceId=running, Device=name)
    with error("AttachmentLimitExceeded"):
        ec2.attach_volume(VolumeId=make(), InstanceId=running, Device=names[26])


def test_the_root_volume_stays_while_the_instance_runs(ec2, running, error):
    root = root_of(ec2, running)
    with error("OperationNotPermitted", f"^Unable to detach root volume '{root}' from instance '{running}'$"):
        ec2.detach_volume(VolumeId=root)


def test_a_stopped_instance_lets_go_at_once_and_takes_another_root(ec2, make, running, error):
    stop(ec2, running)
    root = root_of(ec2, running)
    device = volume(ec2, root)["Attachments"][0]["Device"]
    assert ec2.detach_volume(VolumeId=root)["State"] == "detaching"
    assert volume(ec2, root)["State"] == "available"
    # There is nothing to start from.
    missing = f"^Invalid value '{running}' for instanceId. Instance does not have a volume attached at root \\({device}\\)$"
    with error("InvalidParameterValue", missing):
        ec2.start_instances(InstanceIds=[running])
    snapshot = volume(ec2, root)["SnapshotId"]
    other = make(SnapshotId=snapshot, Size=20)
    ec2.attach_volume(VolumeId=other, InstanceId=running, Device=device)
    assert volume(ec2, other)["Attachments"][0]["State"] == "attached"
    ec2.start_instances(InstanceIds=[running])
    ec2.get_waiter("instance_running").wait(InstanceIds=[running])
    assert root_of(ec2, running) == other


def test_attaching_to_an_instance_that_is_gone(ec2, make, running, error):
    ec2.terminate_instances(InstanceIds=[running])
    with error("IncorrectState", f"^Instance '{running}' is not 'running'.$"):
        ec2.attach_volume(VolumeId=make(), InstanceId=running, Device="/dev/sdf")


def test_attached_volumes_outlive_their_instance(ec2, make, running):
    data = make()
    ec2.attach_volume(VolumeId=data, InstanceId=running, Device="/dev/sdf")
    ec2.terminate_instances(InstanceIds=[running])
    ec2.get_waiter("instance_terminated").wait(InstanceIds=[running])
    assert volume(ec2, data)["State"] == "available"


@pytest.mark.parametrize("attached", [False, True])
def test_modify(ec2, make, running, error, attached):
    data = make(VolumeType="gp2", Size=2)
    if attached:
        ec2.attach_volume(VolumeId=data, InstanceId=running, Device="/dev/sdf")
    answer = ec2.modify_volume(VolumeId=data, Size=3, VolumeType="gp3", Throughput=250)["VolumeModification"]
    assert answer["ModificationState"] == "modifying"
    assert (answer["OriginalSize"], answer["TargetSize"]) == (2, 3)
    assert (answer["OriginalVolumeType"], answer["TargetVolumeType"]) == ("gp2", "gp3")

    done = ec2.describe_volumes_modifications(VolumeIds=[data])["VolumesModifications"][0]
    assert (done["ModificationState"], done["Progress"]) == ("completed", 100)
    assert (done["TargetIops"], done["TargetThroughput"]) == (3000, 250)
    shown = volume(ec2, data)
    assert (shown["Size"], shown["VolumeType"], shown["Iops"], shown["Throughput"]) == (3, "gp3", 3000, 250)

    for size in (4, 5, 6):
        ec2.modify_volume(VolumeId=data, Size=size)
        assert volume(ec2, data)["Size"] == size
    with error("VolumeModificationRateExceeded", "^You've reached the maximum modification rate per volume limit"):
        ec2.modify_volume(VolumeId=data, Size=7)


def test_the_baseline_of_gp2_is_no_choice(ec2, make):
    """Terraform sends the IOPS it was shown of a gp2 volume with the type that it changes to."""
    data = make(VolumeType="gp2", Size=4)
    ec2.modify_volume(VolumeId=data, VolumeType="gp3", Iops=volume(ec2, data)["Iops"])
    assert volume(ec2, data)["Iops"] == 3000


def test_a_change_that_needs_no_larger_disk_ends_too(ec2, make, running):
    data = make(Size=8)
    ec2.attach_volume(VolumeId=data, InstanceId=running, Device="/dev/sdf")
    ec2.modify_volume(VolumeId=data, Iops=4000, Throughput=300)
    state = ec2.describe_volumes_modifications(Filters=[{"Name": "volume-id", "Values": [data]}])
    assert [m["ModificationState"] for m in state["VolumesModifications"]] == ["completed"]


@pytest.mark.parametrize(
    ("asked", "code", "message"),
    [
        ({"Size": 1}, "InvalidParameterValue", "^New size cannot be smaller than existing size"),
        ({"VolumeType": "gp2", "Iops": 100}, "InvalidParameterCombination", "iops is not supported for gp2"),
        ({"VolumeType": "st1"}, "InvalidParameterValue", "too small for volume type st1"),
        ({"Iops": 100}, "InvalidParameterValue", "^Volume iops of 100 is too low; minimum is 3000"),
        ({"MultiAttachEnabled": True}, "UnsupportedOperation", "MultiAttachEnabled"),
    ],
)
def test_refused_modifications(ec2, make, error, asked, code, message):
    with error(code, message):
        ec2.modify_volume(VolumeId=make(Size=2), **asked)


def test_modifications_that_never_were(ec2, make, error):
    untouched = make()
    assert ec2.describe_volumes_modifications()["VolumesModifications"] == []
    with error("InvalidVolumeModification.NotFound", f"^Modification for volume '{untouched}' does not exist.$"):
        ec2.describe_volumes_modifications(VolumeIds=[untouched])


def test_status_of_what_is_attached(ec2, launch, make):
    make()
    instance = launch()
    root = ec2.describe_instances(InstanceIds=[instance["InstanceId"]])["Reservations"][0]["Instances"][0]
    filters = [{"Name": "attachment-status.instance-id", "Values": [instance["InstanceId"]]}]
    statuses = ec2.describe_volume_status(Filters=filters)["VolumeStatuses"]
    disks = [mapping["Ebs"]["VolumeId"] for mapping in root["BlockDeviceMappings"]]
    assert [status["VolumeId"] for status in statuses] == disks != []


def test_status(ec2, make):
    first, provisioned = make(), make(VolumeType="io1", Size=4, Iops=100)
    statuses = {s["VolumeId"]: s for s in ec2.describe_volume_status()["VolumeStatuses"]}
    assert statuses[first]["VolumeStatus"] == {
        "Status": "ok",
        "Details": [{"Name": "io-enabled", "Status": "passed"}, {"Name": "io-performance", "Status": "not-applicable"}],
    }
    assert statuses[provisioned]["VolumeStatus"]["Details"][1]["Status"] == "normal"
    impaired = ec2.describe_volume_status(Filters=[{"Name": "volume-status.status", "Values": ["impaired"]}])
    assert impaired["VolumeStatuses"] == []


def test_attributes(ec2, make):
    data = make()

    def enabled():
        return ec2.describe_volume_attribute(VolumeId=data, Attribute="autoEnableIO")["AutoEnableIO"]["Value"]

    assert enabled() is False
    ec2.modify_volume_attribute(VolumeId=data, AutoEnableIO={"Value": True})
    assert enabled() is True
    assert ec2.describe_volume_attribute(VolumeId=data, Attribute="productCodes")["ProductCodes"] == []


def test_accounts_do_not_see_each_others_volumes(ec2, server, make, error):
    mine = make()
    other = server.client()
    assert other.describe_volumes()["Volumes"] == []
    with error("InvalidVolume.NotFound"):
        other.delete_volume(VolumeId=mine)


@pytest.mark.parametrize(
    ("mapping", "code", "message"),
    [
        ({"DeviceName": "/dev/sdf", "Ebs": {}}, "MissingParameter", "size or snapshotId"),
        ({"DeviceName": "/dev/nvme1n1", "Ebs": {"VolumeSize": 1}}, "InvalidBlockDeviceMapping", "^Invalid device name /dev/nvme1n1$"),
        ({"DeviceName": "ROOT", "NoDevice": ""}, "InvalidBlockDeviceMapping", "cannot be suppressed"),
        ({"DeviceName": "ROOT", "Ebs": {"VolumeType": "st1", "VolumeSize": 125}}, "InvalidBlockDeviceMapping", "root device"),
        ({"DeviceName": "/dev/sdf", "Ebs": {"SnapshotId": "snap-00000000000000000"}}, "InvalidSnapshot.NotFound", None),
    ],
)
def test_refused_block_devices(ec2, tiny, launch, error, mapping, code, message):
    root = ec2.describe_images(ImageIds=[tiny])["Images"][0]["RootDeviceName"]
    mapping = {**mapping, "DeviceName": mapping["DeviceName"].replace("ROOT", root)}
    with error(code, message):
        launch(BlockDeviceMappings=[mapping])


def test_block_devices_of_a_launch(ec2, tiny, launch):
    image = ec2.describe_images(ImageIds=[tiny])["Images"][0]
    instance = launch(
        BlockDeviceMappings=[
            {"DeviceName": "/dev/sdf", "Ebs": {"VolumeSize": 3, "VolumeType": "gp3"}},
            {"DeviceName": image["RootDeviceName"], "Ebs": {"VolumeSize": 12, "DeleteOnTermination": False}},
            {"DeviceName": "/dev/sdg", "VirtualName": "ephemeral0"},
        ]
    )["InstanceId"]
    disks = ec2.describe_volumes(Filters=[{"Name": "attachment.instance-id", "Values": [instance]}])["Volumes"]
    by_device = {d["Attachments"][0]["Device"]: d for d in disks}
    assert set(by_device) == {image["RootDeviceName"], "/dev/sdf"}
    root, data = by_device[image["RootDeviceName"]], by_device["/dev/sdf"]
    assert (root["Size"], root["Attachments"][0]["DeleteOnTermination"]) == (12, False)
    assert (data["Size"], data["Attachments"][0]["DeleteOnTermination"]) == (3, True)

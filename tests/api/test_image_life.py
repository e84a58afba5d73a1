"""The life of an image after it was made: disabled, deprecated, protected, shared and blocked, allowed, traced, counted."""

import datetime
import re
import uuid

import pytest

from support import fresh_key


def fresh_name():
    return f"test-{uuid.uuid4().hex[:8]}"


def image(ec2, image_id, **arguments):
    return ec2.describe_images(ImageIds=[image_id], **arguments)["Images"][0]


def listed(ec2, image_id, **arguments):
    asked = {"Filters": [{"Name": "image-id", "Values": [image_id]}], **arguments}
    return [i["ImageId"] for i in ec2.describe_images(**asked)["Images"]] == [image_id]


@pytest.fixture
def own(ec2):
    """An image of the account's own, of an empty snapshot."""
    disk = ec2.create_volume(AvailabilityZone="us-east-1a", Size=2)["VolumeId"]
    snapshot = ec2.create_snapshot(VolumeId=disk)["SnapshotId"]
    return ec2.register_image(
        Name=fresh_name(),
        Architecture="x86_64",
        VirtualizationType="hvm",
        RootDeviceName="/dev/xvda",
        BlockDeviceMappings=[{"DeviceName": "/dev/xvda", "Ebs": {"SnapshotId": snapshot}}],
    )["ImageId"]


@pytest.fixture
def other(server):
    """EC2 for another account; `.number` is its number."""
    key = fresh_key()
    client = server.client("ec2", key)
    client.number = server.client("sts", key).get_caller_identity()["Account"]
    return client


def share(ec2, image_id, other):
    ec2.modify_image_attribute(ImageId=image_id, LaunchPermission={"Add": [{"UserId": other.number}]})


def run(ec2, image_id):
    launched = ec2.run_instances(ImageId=image_id, InstanceType="t3.micro", MinCount=1, MaxCount=1)
    return launched["Instances"][0]["InstanceId"]


def test_a_disabled_image(ec2, other, own, error):
    share(ec2, own, other)
    assert ec2.disable_image(ImageId=own)["Return"] is True
    assert not listed(ec2, own)
    assert image(ec2, own, IncludeDisabled=True)["State"] == "disabled"
    with error("InvalidAMIID.Unavailable", "is in state 'disabled' and can't be launched$"):
        run(ec2, own)
    with error("InvalidAMIID.Unavailable"):
        share(ec2, own, other)
    assert ec2.enable_image(ImageId=own)["Return"] is True
    assert listed(ec2, own)
    run(ec2, own)
    # Who it was shared with is forgotten.
    with error("InvalidAMIID.NotFound"):
        run(other, own)
    with error("InvalidAMIID.NotFound"):
        other.enable_image(ImageId=own)


def test_a_deprecated_image(ec2, other, own, error):
    share(ec2, own, other)
    at = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=2)
    ec2.enable_image_deprecation(ImageId=own, DeprecateAt=at)
    shown = image(other, own)["DeprecationTime"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:00\.000Z", shown)
    told = datetime.datetime.fromisoformat(shown.replace("Z", "+00:00"))
    assert abs((told - at).total_seconds()) <= 30
    assert listed(other, own), "its time has not come"
    ec2.disable_image_deprecation(ImageId=own)
    assert "DeprecationTime" not in image(ec2, own)
    for wrong in [at - datetime.timedelta(days=4), at + datetime.timedelta(days=11 * 366)]:
        with error("InvalidParameterValue", "for parameter deprecateAt is invalid"):
            ec2.enable_image_deprecation(ImageId=own, DeprecateAt=wrong)
    with error("AuthFailure", f"^Not authorized for image:{own}$", status=403):
        other.enable_image_deprecation(ImageId=own, DeprecateAt=at)


def test_an_image_is_protected_against_deregistration(ec2, own, error):
    assert image(ec2, own)["DeregistrationProtection"] == "disabled"
    answer = ec2.enable_image_deregistration_protection(ImageId=own)
    assert answer["Return"] == "enabled-without-cooldown"
    assert image(ec2, own)["DeregistrationProtection"] == "enabled-without-cooldown"
    attribute = ec2.describe_image_attribute(ImageId=own, Attribute="deregistrationProtection")
    assert attribute["DeregistrationProtection"]["Value"] == "enabled-without-cooldown"
    with error("OperationNotPermitted", f"{own} is protected"):
        ec2.deregister_image(ImageId=own)
    assert ec2.disable_image_deregistration_protection(ImageId=own)["Return"] == "disabled"
    ec2.enable_image_deregistration_protection(ImageId=own, WithCooldown=True)
    # It holds for a day yet.
    assert ec2.disable_image_deregistration_protection(ImageId=own)["Return"] == "enabled-with-cooldown"
    with error("OperationNotPermitted", f"{own} is protected"):
        ec2.deregister_image(ImageId=own)
    ec2.enable_image_deregistration_protection(ImageId=own)
    ec2.disable_image_deregistration_protection(ImageId=own)
    ec2.deregister_image(ImageId=own)


def test_whoever_has_an_image_can_give_it_back(ec2, other, own, error):
    with error("InvalidAMIID.NotFound"):
        other.cancel_image_launch_permission(ImageId=own)
    share(ec2, own, other)
    instance = run(other, own)
    other.cancel_image_launch_permission(ImageId=own)
    assert ec2.describe_image_attribute(ImageId=own, Attribute="launchPermission")["LaunchPermissions"] == []
    with error("InvalidAMIID.NotFound"):
        run(other, own)
    state = other.describe_instances(InstanceIds=[instance])["Reservations"][0]["Instances"][0]["State"]["Name"]
    assert state == "running", "what runs goes on"
    ec2.modify_image_attribute(ImageId=own, LaunchPermission={"Add": [{"Group": "all"}]})
    with error("OperationNotPermitted", "was not shared with account"):
        other.cancel_image_launch_permission(ImageId=own)


def test_block_public_access(ec2, other, own, error):
    def state():
        answer = ec2.get_image_block_public_access_state()
        return answer["ImageBlockPublicAccessState"], answer["ManagedBy"]

    everybody = {"Add": [{"Group": "all"}]}
    assert state() == ("unblocked", "account")
    ec2.modify_image_attribute(ImageId=own, LaunchPermission=everybody)
    ec2.enable_image_block_public_access(ImageBlockPublicAccessState="block-new-sharing")
    assert state() == ("block-new-sharing", "account")
    assert listed(other, own), "what is public stays so"
    ec2.modify_image_attribute(ImageId=own, LaunchPermission={"Remove": [{"Group": "all"}]})
    with error("OperationNotPermitted", "^You can't publicly share this image because block public access"):
        ec2.modify_image_attribute(ImageId=own, LaunchPermission=everybody)
    share(ec2, own, other)
    assert ec2.disable_image_block_public_access()["ImageBlockPublicAccessState"] == "unblocked"
    ec2.modify_image_attribute(ImageId=own, LaunchPermission=everybody)


def test_allowed_images(ec2, other, own, tiny, error):
    share(ec2, own, other)
    assert other.get_allowed_images_settings()["State"] == "disabled"
    assert "ImageAllowed" not in image(other, own)
    criteria = [{"ImageProviders": ["amazon"], "ImageNames": ["fogbank-*"], "CreationDateCondition": {"MaximumDaysSinceCreated": 36500}}]
    assert other.replace_image_criteria_in_allowed_images_settings(ImageCriteria=criteria)["ReturnValue"] is True
    other.enable_allowed_images_settings(AllowedImagesSettingsState="audit-mode")
    settings = other.get_allowed_images_settings()
    assert (settings["State"], settings["ManagedBy"]) == ("audit-mode", "account")
    assert settings["ImageCriteria"] == [{**criteria[0], "MarketplaceProductCodes": []}]
    assert (image(other, own)["ImageAllowed"], image(other, tiny)["ImageAllowed"]) == (False, True)
    run(other, own)

    other.enable_allowed_images_settings(AllowedImagesSettingsState="enabled")
    assert not listed(other, own)
    with error("InvalidAMIID.NotFound", f"^The image id '\\[{own}\\]' does not exist$"):
        other.describe_images(ImageIds=[own])
    with error("InvalidAMIID.NotFound", f"^The image id '\\[{own}\\]' does not exist$"):
        run(other, own)
    run(other, tiny)
    # One's own images are always allowed.
    assert listed(ec2, own)
    other.replace_image_criteria_in_allowed_images_settings(ImageCriteria=[{"ImageProviders": [image(ec2, own)["OwnerId"]]}])
    run(other, own)
    with error("InvalidAMIID.NotFound"):
        run(other, tiny)
    other.disable_allowed_images_settings()
    run(other, tiny)


@pytest.mark.parametrize(
    ("criteria", "code"),
    [
        ([{"ImageProviders": ["none", "amazon"]}], "InvalidParameterCombination"),
        ([{"ImageProviders": ["nobody"]}], "InvalidParameterValue"),
        ([{"ImageNames": ["a:b"]}], "InvalidParameterValue"),
        ([{"MarketplaceProductCodes": ["no-such"]}], "InvalidParameterValue"),
        ([{"CreationDateCondition": {"MaximumDaysSinceCreated": -1}}], "InvalidParameterValue"),
        ([{"ImageNames": ["abc"]}] * 11, "InvalidParameterValue"),
    ],
)
def test_refused_criteria(client, error, criteria, code):
    with error(code):
        client(parameter_validation=False).replace_image_criteria_in_allowed_images_settings(ImageCriteria=criteria)


def test_ancestry(ec2, client, tiny, own, error):
    instance = run(ec2, tiny)
    ec2.get_waiter("instance_running").wait(InstanceIds=[instance])
    child = ec2.create_image(InstanceId=instance, Name=fresh_name())["ImageId"]
    west = client(region="us-west-2")
    copy = west.copy_image(SourceRegion="us-east-1", SourceImageId=child, Name=fresh_name())["ImageId"]
    chain = west.get_image_ancestry(ImageId=copy)["ImageAncestryEntries"]
    assert [(e["ImageId"], e.get("SourceImageId"), e.get("SourceImageRegion")) for e in chain] == [
        (copy, child, "us-east-1"),
        (child, tiny, "us-east-1"),
        (tiny, None, None),
    ]
    assert chain[-1]["ImageOwnerAlias"] == "amazon"
    ec2.deregister_image(ImageId=child)
    assert [e["ImageId"] for e in west.get_image_ancestry(ImageId=copy)["ImageAncestryEntries"]] == [copy]
    with error("InvalidAMIID.NotFound"):
        ec2.get_image_ancestry(ImageId=copy)


def test_references(ec2, own, tiny, other, error):
    share(ec2, own, other)
    run(other, own)
    mine = run(ec2, own)
    stopped = run(ec2, own)
    ec2.get_waiter("instance_running").wait(InstanceIds=[mine, stopped])
    ec2.stop_instances(InstanceIds=[stopped])
    ec2.get_waiter("instance_stopped").wait(InstanceIds=[stopped])

    def references(**arguments):
        found = ec2.describe_image_references(ImageIds=[own], **arguments)["ImageReferences"]
        assert {r["ImageId"] for r in found} <= {own}
        return {r["Arn"].rsplit("/", 1)[1] for r in found}

    states = [{"OptionName": "state-name", "OptionValues": ["stopped"]}]
    assert references(IncludeAllResourceTypes=True) == {mine, stopped}
    assert references(ResourceTypes=[{"ResourceType": "ec2:Instance", "ResourceTypeOptions": states}]) == {stopped}
    templates = [{"ResourceType": "ec2:LaunchTemplate"}]
    assert references(ResourceTypes=templates) == set()
    template = ec2.create_launch_template(LaunchTemplateName="uses-it", LaunchTemplateData={"ImageId": own})["LaunchTemplate"]
    template = template["LaunchTemplateId"]
    assert references(ResourceTypes=templates) == {template}
    assert references(IncludeAllResourceTypes=True) == {mine, stopped, template}
    ec2.create_launch_template_version(LaunchTemplateId=template, LaunchTemplateData={"ImageId": tiny})
    newest = [{"OptionName": "version-depth", "OptionValues": ["1"]}]
    assert references(ResourceTypes=[{**templates[0], "ResourceTypeOptions": newest}]) == set()
    with error("MissingParameter", "ResourceType"):
        ec2.describe_image_references(ImageIds=[own])
    with error("InvalidParameterCombination", "state-name"):
        references(ResourceTypes=[{"ResourceType": "ec2:LaunchTemplate", "ResourceTypeOptions": states}])


def test_usage_reports(ec2, own, other, error):
    share(ec2, own, other)
    for _ in range(3):
        run(other, own)
    run(ec2, own)
    other.create_launch_template(LaunchTemplateName="uses-it", LaunchTemplateData={"ImageId": own})
    made = ec2.create_image_usage_report(
        ImageId=own,
        ResourceTypes=[{"ResourceType": "ec2:Instance"}, {"ResourceType": "ec2:LaunchTemplate"}],
        TagSpecifications=[{"ResourceType": "image-usage-report", "Tags": [{"Key": "a", "Value": "b"}]}],
    )["ReportId"]
    assert re.fullmatch(r"amiur-[0-9a-f]{17}", made)
    ec2.get_waiter("image_usage_report_available").wait(ReportIds=[made])
    report = ec2.describe_image_usage_reports(ReportIds=[made])["ImageUsageReports"][0]
    assert (report["ImageId"], report["State"], report["Tags"]) == (own, "available", [{"Key": "a", "Value": "b"}])
    assert (report["ExpirationTime"] - report["CreationTime"]).days == 30
    entries = ec2.describe_image_usage_report_entries(ImageIds=[own])["ImageUsageReportEntries"]
    assert [(e["AccountId"], e["ResourceType"], e["UsageCount"]) for e in entries] == [
        (other.number, "ec2:Instance", 3),
        (other.number, "ec2:LaunchTemplate", 1),
    ]
    with error("InvalidImageUsageReportId.NotFound"):
        other.describe_image_usage_reports(ReportIds=[made])
    with error("AuthFailure", status=403):
        other.create_image_usage_report(ImageId=own, ResourceTypes=[{"ResourceType": "ec2:Instance"}])
    ec2.delete_image_usage_report(ReportId=made)
    assert ec2.describe_image_usage_reports()["ImageUsageReports"] == []


def test_metadata_of_instances_images(ec2, other, own):
    share(ec2, own, other)
    instance = run(other, own)

    def metadata(**arguments):
        return other.describe_instance_image_metadata(**arguments)["InstanceImageMetadata"]

    (shown,) = metadata(InstanceIds=[instance])
    known = image(ec2, own)
    told = shown["ImageMetadata"]
    assert (shown["InstanceType"], shown["OwnerId"]) == ("t3.micro", other.number)
    assert (told["ImageId"], told["Name"], told["OwnerId"]) == (own, known["Name"], known["OwnerId"])
    assert (told["State"], told["IsPublic"]) == ("available", False)
    assert metadata(Filters=[{"Name": "instance-type", "Values": ["t3.micro"]}]) == [shown]
    assert metadata(Filters=[{"Name": "owner-alias", "Values": ["amazon"]}]) == []
    ec2.deregister_image(ImageId=own)
    (shown,) = metadata(InstanceIds=[instance])
    assert shown["ImageMetadata"] == {"ImageId": own, "Name": known["Name"]}


def test_its_owner_sees_when_an_image_was_launched_last(ec2, other, own):
    share(ec2, own, other)
    assert "LastLaunchedTime" not in image(ec2, own)
    instance = run(other, own)
    at = other.describe_instances(InstanceIds=[instance])["Reservations"][0]["Instances"][0]["LaunchTime"]
    told = image(ec2, own)["LastLaunchedTime"]
    assert datetime.datetime.fromisoformat(told.replace("Z", "+00:00")) == at
    assert ec2.describe_image_attribute(ImageId=own, Attribute="lastLaunchedTime")["LastLaunchedTime"]["Value"] == told
    assert "LastLaunchedTime" not in image(other, own)

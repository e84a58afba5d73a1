"""Launch templates: their versions, and launches from them."""

import base64
import concurrent.futures

import pytest

X = "0123456789abcdef0"


@pytest.fixture
def template(ec2, tiny):
    """template(name, **data): a launch template of fogbank-tiny."""

    def make(name="web", **data):
        data = {"ImageId": tiny, "InstanceType": "t3.micro", **data}
        return ec2.create_launch_template(LaunchTemplateName=name, LaunchTemplateData=data)["LaunchTemplate"]

    return make


def versions(ec2, **asked):
    return ec2.describe_launch_template_versions(**asked)["LaunchTemplateVersions"]


def run(ec2, template, **arguments):
    arguments = {"MinCount": 1, "MaxCount": 1, "LaunchTemplate": template, **arguments}
    return ec2.run_instances(**arguments)["Instances"][0]


def tags_of(ec2, resource):
    described = ec2.describe_tags(Filters=[{"Name": "resource-id", "Values": [resource]}])["Tags"]
    return {tag["Key"]: tag["Value"] for tag in described}


def test_a_template(ec2, tiny, error):
    tags = [{"Key": "Name", "Value": "first"}]
    data = {
        "ImageId": tiny,
        "InstanceType": "t3.micro",
        "UserData": base64.b64encode(b"#!/bin/sh\n").decode(),
        "SecurityGroupIds": [f"sg-{X}"],
        "MetadataOptions": {"HttpTokens": "required"},
        "Monitoring": {"Enabled": True},
        "Placement": {"AvailabilityZone": "us-east-1b"},
        "CreditSpecification": {"CpuCredits": "standard"},
        "BlockDeviceMappings": [{"DeviceName": "/dev/sdf", "Ebs": {"VolumeSize": 2, "VolumeType": "gp3"}}],
        "NetworkInterfaces": [{"DeviceIndex": 0, "AssociatePublicIpAddress": True}],
        "TagSpecifications": [{"ResourceType": "instance", "Tags": [{"Key": "a", "Value": "b"}]}],
    }
    made = ec2.create_launch_template(
        LaunchTemplateName="web", VersionDescription="one", LaunchTemplateData=data,
        TagSpecifications=[{"ResourceType": "launch-template", "Tags": tags}])["LaunchTemplate"]
    assert (made["DefaultVersionNumber"], made["LatestVersionNumber"], made["Tags"]) == (1, 1, tags)
    assert made["CreatedBy"].endswith(":root")
    assert ec2.describe_launch_templates(LaunchTemplateNames=["web"])["LaunchTemplates"] == [made]
    [version] = versions(ec2, LaunchTemplateId=made["LaunchTemplateId"])
    assert version["LaunchTemplateData"] == data, "all that was given and nothing else"
    assert (version["VersionDescription"], version["DefaultVersion"]) == ("one", True)
    with error("InvalidLaunchTemplateName.AlreadyExistsException", r"^Launch template name already in use\.$"):
        ec2.create_launch_template(LaunchTemplateName="web", LaunchTemplateData=data)
    gone = ec2.delete_launch_template(LaunchTemplateName="web")["LaunchTemplate"]
    assert gone["LaunchTemplateId"] == made["LaunchTemplateId"]
    with error("InvalidLaunchTemplateId.NotFound", made["LaunchTemplateId"]):
        versions(ec2, LaunchTemplateId=made["LaunchTemplateId"])
    # The name is free again.
    ec2.create_launch_template(LaunchTemplateName="web", LaunchTemplateData=data)


def test_versions(ec2, template, error):
    lt = template()["LaunchTemplateId"]
    second = ec2.create_launch_template_version(
        LaunchTemplateId=lt, SourceVersion="1", VersionDescription="two",
        LaunchTemplateData={"InstanceType": "t3.small"})["LaunchTemplateVersion"]
    assert (second["VersionNumber"], second["DefaultVersion"]) == (2, False)
    assert second["LaunchTemplateData"]["InstanceType"] == "t3.small" and "ImageId" in second["LaunchTemplateData"]
    third = ec2.create_launch_template_version(LaunchTemplateName="web", LaunchTemplateData={"InstanceType": "t3.nano"})
    assert third["LaunchTemplateVersion"]["LaunchTemplateData"] == {"InstanceType": "t3.nano"}

    def numbers(**asked):
        return [version["VersionNumber"] for version in versions(ec2, **asked)]

    assert numbers(LaunchTemplateId=lt) == [3, 2, 1]
    assert numbers(LaunchTemplateId=lt, Versions=["$Latest", "$Default"]) == [3, 1]
    assert numbers(LaunchTemplateId=lt, Versions=["2", "2"]) == [2]
    assert numbers(LaunchTemplateId=lt, MinVersion="2") == [3, 2]
    assert numbers(LaunchTemplateId=lt, MinVersion="2", MaxVersion="2") == [2]
    assert numbers(Versions=["$Latest"]) == [3]
    assert numbers(LaunchTemplateId=lt, Filters=[{"Name": "instance-type", "Values": ["t3.small"]}]) == [2]
    assert numbers(LaunchTemplateId=lt, Filters=[{"Name": "is-default-version", "Values": ["true"]}]) == [1]
    pages = ec2.get_paginator("describe_launch_template_versions").paginate(
        LaunchTemplateId=lt, PaginationConfig={"PageSize": 2})
    assert [[v["VersionNumber"] for v in page["LaunchTemplateVersions"]] for page in pages] == [[3, 2], [1]]

    modified = ec2.modify_launch_template(LaunchTemplateId=lt, DefaultVersion="2")["LaunchTemplate"]
    assert (modified["DefaultVersionNumber"], modified["LatestVersionNumber"]) == (2, 3)
    answer = ec2.delete_launch_template_versions(LaunchTemplateId=lt, Versions=["1", "2", "9"])
    assert [v["VersionNumber"] for v in answer["SuccessfullyDeletedLaunchTemplateVersions"]] == [1]
    kept = {v["VersionNumber"]: v["ResponseError"]["Code"] for v in answer["UnsuccessfullyDeletedLaunchTemplateVersions"]}
    assert kept == {2: "unexpectedError", 9: "launchTemplateVersionDoesNotExist"}
    assert numbers(LaunchTemplateId=lt) == [3, 2]
    # A number is never used again.
    ec2.delete_launch_template_versions(LaunchTemplateId=lt, Versions=["3"])
    fourth = ec2.create_launch_template_version(LaunchTemplateId=lt, LaunchTemplateData={"InstanceType": "t3.nano"})
    assert fourth["LaunchTemplateVersion"]["VersionNumber"] == 4
    with error("InvalidLaunchTemplateId.VersionNotFound", "version 1 "):
        versions(ec2, LaunchTemplateId=lt, Versions=["1"])


def test_versions_made_at_once_have_numbers_of_their_own(ec2, template):
    lt = template()["LaunchTemplateId"]

    def make(_):
        data = {"InstanceType": "t3.nano"}
        made = ec2.create_launch_template_version(LaunchTemplateId=lt, LaunchTemplateData=data)
        return made["LaunchTemplateVersion"]["VersionNumber"]

    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        assert sorted(pool.map(make, range(30))) == list(range(2, 32))


def test_a_template_may_tag_what_a_launch_does_not_make(ec2, template, error):
    kinds = ("instance", "spot-instances-request")
    template(TagSpecifications=[{"ResourceType": kind, "Tags": [{"Key": "a", "Value": "b"}]} for kind in kinds])
    instance = run(ec2, {"LaunchTemplateName": "web"})
    assert tags_of(ec2, instance["InstanceId"])["a"] == "b"
    with error("InvalidParameterValue", "^'spot-instances-request' is not a valid taggable resource type"):
        run(ec2, {"LaunchTemplateName": "web"}, TagSpecifications=[
            {"ResourceType": "spot-instances-request", "Tags": [{"Key": "a", "Value": "b"}]}])


def test_refusals(ec2, tiny, template, error):
    template()
    data = {"ImageId": tiny}
    for code, message, call in [
        ("InvalidLaunchTemplateName.NotFoundException", None,
         lambda: ec2.describe_launch_templates(LaunchTemplateNames=["nope"])),
        ("InvalidLaunchTemplateId.NotFound", f"lt-{X}", lambda: ec2.describe_launch_templates(LaunchTemplateIds=[f"lt-{X}"])),
        ("InvalidLaunchTemplateId.Malformed", "lt-x", lambda: ec2.describe_launch_templates(LaunchTemplateIds=["lt-x"])),
        ("InvalidLaunchTemplateName.MalformedException", "between 3 and 128",
         lambda: ec2.create_launch_template(LaunchTemplateName="a b c", LaunchTemplateData=data)),
        ("MissingParameter", "LaunchTemplateData",
         lambda: ec2.create_launch_template(LaunchTemplateName="empty", LaunchTemplateData={})),
        ("UnsupportedOperation", r"LaunchTemplateData\.IamInstanceProfile\.Name",
         lambda: ec2.create_launch_template(
             LaunchTemplateName="iam", LaunchTemplateData={"IamInstanceProfile": {"Name": "x"}, **data})),
        ("MissingParameter", "^To describe the launch template data for all your launch templates, ", lambda: versions(ec2)),
        ("InvalidParameterValue", "^To describe the launch template data for all your launch templates, ",
         lambda: versions(ec2, Versions=["1"])),
        ("InvalidLaunchTemplateName.NotFoundException",
         "^The specified launch template, with template name nope, does not exist.$",
         lambda: versions(ec2, LaunchTemplateName="nope")),
        ("InvalidParameterCombination",
         "^Either provide launch template ID or launch template name to modify the template.$",
         lambda: ec2.modify_launch_template(
             LaunchTemplateId=f"lt-{X}", LaunchTemplateName="web", DefaultVersion="1")),
        ("MissingParameter", "launch template", lambda: run(ec2, {"Version": "1"})),
        ("InvalidParameterCombination", "launch template",
         lambda: run(ec2, {"LaunchTemplateId": f"lt-{X}", "LaunchTemplateName": "web"})),
        ("InvalidParameterValue", r"\$Newest.*\$Latest",
         lambda: run(ec2, {"LaunchTemplateName": "web", "Version": "$Newest"})),
        ("InvalidLaunchTemplateId.VersionNotFound", "version 7 ",
         lambda: run(ec2, {"LaunchTemplateName": "web", "Version": "7"})),
        ("InvalidLaunchTemplateId.VersionNotFound",
         "^The launch template version 7 is not found for the specified launch template.$",
         lambda: ec2.modify_launch_template(LaunchTemplateName="web", DefaultVersion="7")),
        ("InvalidLaunchTemplateId.VersionNotFound", "version 7 ",
         lambda: ec2.create_launch_template_version(LaunchTemplateName="web", SourceVersion="7", LaunchTemplateData=data)),
    ]:
        with error(code, message):
            call()


def test_what_a_template_names_is_looked_for_at_the_launch(ec2, template, error):
    lt = {"LaunchTemplateId": template(KeyName="nope")["LaunchTemplateId"]}
    with error("InvalidKeyPair.NotFound", "nope"):
        run(ec2, lt)
    ec2.create_key_pair(KeyName="nope")
    assert run(ec2, lt)["KeyName"] == "nope"


def test_a_launch(ec2, template, tiny):
    lt = template(
        UserData=base64.b64encode(b"one").decode(), Monitoring={"Enabled": True}, DisableApiStop=True,
        BlockDeviceMappings=[{"DeviceName": "/dev/sdf", "Ebs": {"VolumeSize": 2}}],
        TagSpecifications=[{"ResourceType": "instance", "Tags": [{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "1"}]},
                           {"ResourceType": "volume", "Tags": [{"Key": "disk", "Value": "1"}]}])["LaunchTemplateId"]
    ec2.create_launch_template_version(LaunchTemplateId=lt, SourceVersion="1", LaunchTemplateData={"InstanceType": "t3.small"})
    plain = run(ec2, {"LaunchTemplateId": lt})
    assert (plain["ImageId"], plain["InstanceType"]) == (tiny, "t3.micro"), "the default version"
    assert tags_of(ec2, plain["InstanceId"]) == {
        "a": "1", "b": "1", "aws:ec2launchtemplate:id": lt, "aws:ec2launchtemplate:version": "1"}
    assert run(ec2, {"LaunchTemplateName": "web", "Version": "$Latest"})["InstanceType"] == "t3.small"
    assert run(ec2, {"LaunchTemplateName": "web", "Version": "2"})["InstanceType"] == "t3.small"

    own = run(ec2, {"LaunchTemplateId": lt}, InstanceType="t3.nano", UserData="two",
              BlockDeviceMappings=[{"DeviceName": "/dev/sdf", "Ebs": {"VolumeSize": 3}},
                                   {"DeviceName": "/dev/sdg", "Ebs": {"VolumeSize": 4}}],
              TagSpecifications=[{"ResourceType": "instance", "Tags": [{"Key": "b", "Value": "2"}]}])
    assert own["InstanceType"] == "t3.nano"
    assert tags_of(ec2, own["InstanceId"]) == {
        "a": "1", "b": "2", "aws:ec2launchtemplate:id": lt, "aws:ec2launchtemplate:version": "1"}
    attributes = ec2.describe_instance_attribute(InstanceId=own["InstanceId"], Attribute="userData")
    assert base64.b64decode(attributes["UserData"]["Value"]) == b"two"
    filters = [{"Name": "attachment.instance-id", "Values": [own["InstanceId"]]}]
    volumes = ec2.describe_volumes(Filters=filters)["Volumes"]
    sizes = {v["Attachments"][0]["Device"]: v["Size"] for v in volumes}
    assert (sizes["/dev/sdf"], sizes["/dev/sdg"]) == (3, 4)
    assert all(v["Tags"] == [{"Key": "disk", "Value": "1"}] for v in volumes)


def test_aws_own_tags_stay(ec2, template, error):
    lt = {"LaunchTemplateId": template()["LaunchTemplateId"]}
    instance = run(ec2, lt)["InstanceId"]
    ec2.create_tags(Resources=[instance], Tags=[{"Key": f"k{n}", "Value": ""} for n in range(50)])
    ec2.delete_tags(Resources=[instance])
    assert set(tags_of(ec2, instance)) == {"aws:ec2launchtemplate:id", "aws:ec2launchtemplate:version"}
    with error("InvalidParameterValue", "aws:"):
        ec2.delete_tags(Resources=[instance], Tags=[{"Key": "aws:ec2launchtemplate:id"}])


def test_a_token_makes_one(ec2, tiny, error):
    data = {"ImageId": tiny}
    arguments = {"LaunchTemplateName": "web", "LaunchTemplateData": data, "ClientToken": "once"}
    first = ec2.create_launch_template(**arguments)["LaunchTemplate"]
    assert ec2.create_launch_template(**arguments)["LaunchTemplate"] == first
    more = {"LaunchTemplateName": "web", "LaunchTemplateData": data, "ClientToken": "once"}
    version = ec2.create_launch_template_version(**more)["LaunchTemplateVersion"]
    assert ec2.create_launch_template_version(**more)["LaunchTemplateVersion"] == version
    with error("IdempotentParameterMismatch"):
        ec2.create_launch_template_version(**{**more, "LaunchTemplateData": {"InstanceType": "t3.nano"}})


def test_an_instance_as_a_template(ec2, launch):
    instance = launch(UserData="hello", TagSpecifications=[{"ResourceType": "instance", "Tags": [{"Key": "a", "Value": "b"}]}])
    data = ec2.get_launch_template_data(InstanceId=instance["InstanceId"])["LaunchTemplateData"]
    assert (data["ImageId"], data["InstanceType"]) == (instance["ImageId"], "t3.micro")
    assert base64.b64decode(data["UserData"]) == b"hello"
    assert data["TagSpecifications"] == [{"ResourceType": "instance", "Tags": [{"Key": "a", "Value": "b"}]}]
    # What it says can be launched.
    made = ec2.create_launch_template(LaunchTemplateName="copy", LaunchTemplateData=data)["LaunchTemplate"]
    copy = run(ec2, {"LaunchTemplateId": made["LaunchTemplateId"]})
    assert copy["SubnetId"] == instance["SubnetId"] and copy["InstanceId"] != instance["InstanceId"]


def test_pages_and_filters(ec2, template):
    made = [template(name)["LaunchTemplateId"] for name in ("one", "two", "three")]
    pages = ec2.get_paginator("describe_launch_templates").paginate(PaginationConfig={"PageSize": 2})
    assert [[t["LaunchTemplateId"] for t in page["LaunchTemplates"]] for page in pages] == [made[:2], made[2:]]
    found = ec2.describe_launch_templates(Filters=[{"Name": "launch-template-name", "Values": ["t*"]}])
    assert [t["LaunchTemplateName"] for t in found["LaunchTemplates"]] == ["two", "three"]

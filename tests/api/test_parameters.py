"""Public parameters of Systems Manager: names that mean the newest image of a kind, for clients and for launches."""

import datetime

import pytest

TINY_NAME = "/aws/service/fogbank/tiny/latest/x86_64"
DEBIAN_NAMES = ["/aws/service/debian/release/12/latest/amd64", "/aws/service/debian/release/bookworm/latest/amd64"]


@pytest.fixture
def ssm(client):
    return client("ssm")


def test_a_parameter_is_the_id_of_an_image(ssm, tiny):
    assert ssm.get_parameter(Name=TINY_NAME, WithDecryption=True)["Parameter"] == {
        "Name": TINY_NAME,
        "Type": "String",
        "Value": tiny,
        "Version": 1,
        "LastModifiedDate": datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc),
        "ARN": f"arn:aws:ssm:us-east-1::parameter{TINY_NAME}",
        "DataType": "aws:ec2:image",
    }


def test_debian_by_number_and_by_name(ssm, ec2):
    named = ssm.get_parameters(Names=DEBIAN_NAMES)
    assert named["InvalidParameters"] == []
    assert [parameter["Name"] for parameter in named["Parameters"]] == DEBIAN_NAMES
    (image,) = {parameter["Value"] for parameter in named["Parameters"]}
    assert ec2.describe_images(ImageIds=[image])["Images"][0]["Name"].startswith("debian-12-x86_64-")


def test_each_region_has_images_of_its_own(ssm, client):
    there = client("ssm", region="eu-west-1").get_parameter(Name=TINY_NAME)["Parameter"]
    assert there["Value"] != ssm.get_parameter(Name=TINY_NAME)["Parameter"]["Value"]
    assert there["ARN"] == f"arn:aws:ssm:eu-west-1::parameter{TINY_NAME}"
    assert client("ec2", region="eu-west-1").describe_images(ImageIds=[there["Value"]])["Images"]


def test_a_version_and_an_arn_are_names_too(ssm, error):
    first = ssm.get_parameter(Name=f"{TINY_NAME}:1")["Parameter"]
    assert (first["Name"], first["Version"], first["Selector"]) == (TINY_NAME, 1, ":1")
    by_arn = ssm.get_parameter(Name=first["ARN"])["Parameter"]
    assert (by_arn["Name"], by_arn["Value"]) == (TINY_NAME, first["Value"])
    with error("ParameterVersionNotFound", f"{TINY_NAME} has no version or label '2'"):
        ssm.get_parameter(Name=f"{TINY_NAME}:2")
    with error("ParameterVersionNotFound", "no version or label 'newest'"):
        ssm.get_parameter(Name=f"{TINY_NAME}:newest")


def test_what_there_is_not(ssm, error):
    with error("ParameterNotFound", "/aws/service/none does not exist"):
        ssm.get_parameter(Name="/aws/service/none")
    asked = ["/aws/service/none", TINY_NAME, f"{TINY_NAME}:7", "mine"]
    answer = ssm.get_parameters(Names=asked)
    assert [parameter["Name"] for parameter in answer["Parameters"]] == [TINY_NAME]
    assert answer["InvalidParameters"] == ["/aws/service/none", f"{TINY_NAME}:7", "mine"]
    with error("ValidationException", "from 1 to 10 members"):
        ssm.get_parameters(Names=[f"/a/{n}" for n in range(11)])
    with error("ValidationException", "'/a b' has"):
        ssm.get_parameter(Name="/a b")


def test_parameters_by_path(ssm, error):
    def names(**arguments):
        return [parameter["Name"] for parameter in ssm.get_parameters_by_path(**arguments)["Parameters"]]

    assert names(Path="/aws/service/debian/release/12/latest") == DEBIAN_NAMES[:1]
    assert names(Path="/aws/service/debian/release/12/latest/") == DEBIAN_NAMES[:1]
    assert names(Path="/aws/service/debian") == []
    assert names(Path="/aws/service/deb", Recursive=True) == []
    everything = [*DEBIAN_NAMES, TINY_NAME]
    assert names(Path="/aws/service", Recursive=True) == everything
    pages = list(ssm.get_paginator("get_parameters_by_path").paginate(
        Path="/aws", Recursive=True, PaginationConfig={"PageSize": 2}
    ))
    assert [[parameter["Name"] for parameter in page["Parameters"]] for page in pages] == [everything[:2], everything[2:]]
    only = {"Key": "Type", "Option": "Equals", "Values": ["String"]}
    assert names(Path="/aws", Recursive=True, ParameterFilters=[only]) == everything
    assert names(Path="/aws", Recursive=True, ParameterFilters=[{**only, "Values": ["SecureString"]}]) == []
    assert names(Path="/aws", Recursive=True, ParameterFilters=[{"Key": "Label", "Values": ["a"]}]) == []
    with error("InvalidFilterKey", "Name"):
        names(Path="/aws", ParameterFilters=[{"Key": "Name", "Values": ["a"]}])
    with error("InvalidNextToken"):
        names(Path="/aws", NextToken="/aws/service/none")
    with error("ValidationException", "must begin with a forward slash: 'aws' does not"):
        names(Path="aws")
    with error("ValidationException", "MaxResults must be from 1 to 10"):
        names(Path="/aws", MaxResults=11)


def test_nothing_else_of_ssm_is_served(ssm, error):
    with error("UnknownOperationException", "The operation PutParameter of Systems Manager is not supported"):
        ssm.put_parameter(Name="mine", Value="1", Type="String")
    with error("UnknownOperationException", "DescribeInstanceInformation"):
        ssm.describe_instance_information()


def test_a_launch_resolves_a_parameter(ec2, launch, tiny, error):
    for alias in (f"resolve:ssm:{TINY_NAME}", f"resolve:ssm:{TINY_NAME}:1"):
        assert launch(ImageId=alias)["ImageId"] == tiny
    for wrong in ("/aws/service/none", f"{TINY_NAME}:2", f"{TINY_NAME}:label", ""):
        with error("SsmInvalidParameter", f"^The following aliases are invalid: {wrong}\\."):
            launch(ImageId=f"resolve:ssm:{wrong}")
    with error("InvalidAMIID.Malformed", 'Invalid id: "resolve:other:x"'):
        launch(ImageId="resolve:other:x")
    assert len(ec2.describe_instances()["Reservations"]) == 2


def test_a_launch_template_keeps_the_name_and_shows_what_it_means(ec2, tiny, error):
    alias = f"resolve:ssm:{TINY_NAME}"
    data = {"ImageId": alias, "InstanceType": "t3.micro"}
    template = ec2.create_launch_template(LaunchTemplateName="by-name", LaunchTemplateData=data)["LaunchTemplate"]
    named = {"LaunchTemplateId": template["LaunchTemplateId"]}

    def shown(**arguments):
        versions = ec2.describe_launch_template_versions(**named, **arguments)["LaunchTemplateVersions"]
        return [version["LaunchTemplateData"]["ImageId"] for version in versions]

    assert shown() == shown(ResolveAlias=False) == [alias]
    assert shown(ResolveAlias=True) == [tiny]
    second = ec2.create_launch_template_version(
        **named, SourceVersion="1", LaunchTemplateData={"InstanceType": "t3.small"}, ResolveAlias=True, ClientToken="two"
    )
    again = ec2.create_launch_template_version(
        **named, SourceVersion="1", LaunchTemplateData={"InstanceType": "t3.small"}, ResolveAlias=True, ClientToken="two"
    )
    for answer in (second, again):
        assert answer["LaunchTemplateVersion"]["VersionNumber"] == 2
        assert answer["LaunchTemplateVersion"]["LaunchTemplateData"]["ImageId"] == tiny
    assert shown() == [alias, alias]
    launched = ec2.run_instances(LaunchTemplate=named, MinCount=1, MaxCount=1)["Instances"][0]
    assert launched["ImageId"] == tiny

    with error("SsmInvalidParameter", "aliases are invalid: /none"):
        ec2.create_launch_template(LaunchTemplateName="wrong", LaunchTemplateData={"ImageId": "resolve:ssm:/none"})
    with error("SsmInvalidParameter", "aliases are invalid: /none"):
        ec2.create_launch_template_version(**named, LaunchTemplateData={"ImageId": "resolve:ssm:/none"})
    assert shown() == [alias, alias]


def test_images_by_the_name_of_a_parameter(ec2, tiny):
    def named(*names):
        filters = [{"Name": "public-ssm-parameter-name", "Values": list(names)}]
        return {image["ImageId"]: image["Name"] for image in ec2.describe_images(Filters=filters)["Images"]}

    assert list(named(TINY_NAME)) == [tiny]
    assert set(named(*DEBIAN_NAMES).values()) == set(named("/aws/service/debian/*").values()) != set()
    assert tiny not in named(*DEBIAN_NAMES)
    assert named("/aws/service/none") == {}

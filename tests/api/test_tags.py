"""Tags: set, overwritten, deleted, listed; of every kind of resource; and what is refused."""

import concurrent.futures

import botocore.exceptions
import pytest

X = "0123456789abcdef0"


def plain(tags):
    return {tag["Key"]: tag["Value"] for tag in tags}


def tags_of(ec2, *resources):
    filters = [{"Name": "resource-id", "Values": list(resources)}]
    return [(tag["ResourceId"], tag["Key"], tag["Value"]) for tag in ec2.describe_tags(Filters=filters)["Tags"]]


def listed(**tags):
    return [{"Key": key, "Value": value} for key, value in tags.items()]


@pytest.fixture
def volume(ec2):
    return ec2.create_volume(AvailabilityZone="us-east-1a", Size=1)["VolumeId"]


@pytest.fixture
def key(ec2):
    """The id of a key pair: the cheapest thing that can be tagged. (`ec2` has an account of this test's own.)"""
    return import_key(ec2, "k")


def import_key(ec2, name):
    blob = b"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGmSlAtLKBK0Wf0TUDgqWWxZVFTPXkoTMRzKxXkSGKTj"
    return ec2.import_key_pair(KeyName=name, PublicKeyMaterial=blob)["KeyPairId"]


@pytest.fixture
def ec2(server):
    return server.client()


def test_set_overwrite_and_delete(ec2, volume, key):
    ec2.create_tags(Resources=[volume, key], Tags=listed(env="dev", empty=""))
    ec2.create_tags(Resources=[volume], Tags=listed(env="prod"))
    # A value that is left out is empty.
    ec2.create_tags(Resources=[volume], Tags=[{"Key": "bare"}])
    assert plain(ec2.describe_volumes(VolumeIds=[volume])["Volumes"][0]["Tags"]) == {"env": "prod", "empty": "", "bare": ""}
    assert ec2.describe_tags(Filters=[
        {"Name": "resource-id", "Values": [volume]}, {"Name": "key", "Values": ["env"]}])["Tags"] == [
            {"Key": "env", "ResourceId": volume, "ResourceType": "volume", "Value": "prod"}]
    ec2.delete_tags(Resources=[volume], Tags=[{"Key": "env", "Value": "other"}])
    ec2.delete_tags(Resources=[volume], Tags=[{"Key": "env", "Value": ""}])
    assert (volume, "env", "prod") in tags_of(ec2, volume), "a tag with another value was deleted"
    ec2.delete_tags(Resources=[volume, key], Tags=[{"Key": "env"}, {"Key": "empty", "Value": ""}, {"Key": "unknown"}])
    assert tags_of(ec2, volume, key) == [(volume, "bare", "")]
    ec2.create_tags(Resources=[volume], Tags=listed(a="1", b="2"))
    ec2.delete_tags(Resources=[volume])
    assert ec2.describe_tags()["Tags"] == []


def test_every_kind_of_resource(ec2, tiny, launch):
    instance = launch()
    instance_id = instance["InstanceId"]
    ec2.get_waiter("instance_running").wait(InstanceIds=[instance_id])
    disk = ec2.create_volume(AvailabilityZone="us-east-1a", Size=1)["VolumeId"]
    vpc = ec2.describe_vpcs()["Vpcs"][0]
    group = ec2.describe_security_groups()["SecurityGroups"][0]["GroupId"]
    kinds = {
        "instance": instance_id,
        "volume": disk,
        "snapshot": ec2.create_snapshot(VolumeId=disk)["SnapshotId"],
        "image": tiny,
        "vpc": vpc["VpcId"],
        "subnet": ec2.describe_subnets()["Subnets"][0]["SubnetId"],
        "route-table": ec2.describe_route_tables()["RouteTables"][0]["RouteTableId"],
        "internet-gateway": ec2.describe_internet_gateways()["InternetGateways"][0]["InternetGatewayId"],
        "network-acl": ec2.describe_network_acls()["NetworkAcls"][0]["NetworkAclId"],
        "dhcp-options": vpc["DhcpOptionsId"],
        "network-interface": ec2.describe_network_interfaces()["NetworkInterfaces"][0]["NetworkInterfaceId"],
        "security-group": group,
        "security-group-rule": ec2.describe_security_group_rules()["SecurityGroupRules"][0]["SecurityGroupRuleId"],
        "key-pair": import_key(ec2, "k"),
        "elastic-ip": ec2.allocate_address()["AllocationId"],
    }
    ec2.create_tags(Resources=list(kinds.values()), Tags=listed(Name="mine"))
    assert {tag["ResourceType"]: tag["ResourceId"] for tag in ec2.describe_tags()["Tags"]} == kinds
    describe = (
        ("instance", lambda f: ec2.describe_instances(Filters=f)["Reservations"]),
        ("image", lambda f: ec2.describe_images(Filters=f)["Images"]),
        ("vpc", lambda f: ec2.describe_vpcs(Filters=f)["Vpcs"]),
        ("security-group", lambda f: ec2.describe_security_groups(Filters=f)["SecurityGroups"]),
        ("security-group-rule", lambda f: ec2.describe_security_group_rules(Filters=f)["SecurityGroupRules"]),
    )
    for kind, found in describe:
        assert len(found([{"Name": "tag:Name", "Values": ["mine"]}])) == 1, kind
    ec2.delete_tags(Resources=list(kinds.values()))
    assert ec2.describe_tags()["Tags"] == []


def test_a_shared_image_has_tags_of_each_account(ec2, tiny, server):
    other = server.client()
    ec2.create_tags(Resources=[tiny], Tags=listed(Name="mine"))
    other.create_tags(Resources=[tiny], Tags=listed(Name="theirs"))
    for client, name in ((ec2, "mine"), (other, "theirs")):
        assert client.describe_images(ImageIds=[tiny])["Images"][0]["Tags"] == listed(Name=name)
        assert tags_of(client, tiny) == [(tiny, "Name", name)]
    other.delete_tags(Resources=[tiny], Tags=[{"Key": "Name", "Value": "mine"}])
    other.delete_tags(Resources=[tiny], Tags=[{"Key": "Name"}])
    assert "Tags" not in other.describe_images(ImageIds=[tiny])["Images"][0]
    assert tags_of(ec2, tiny) == [(tiny, "Name", "mine")]


def test_tags_of_what_is_no_longer_shared(ec2, volume, server):
    other = server.client()
    account = other.describe_security_groups()["SecurityGroups"][0]["OwnerId"]
    snapshot = ec2.create_snapshot(VolumeId=volume)["SnapshotId"]
    share = {"SnapshotId": snapshot, "Attribute": "createVolumePermission", "UserIds": [account]}
    ec2.modify_snapshot_attribute(OperationType="add", **share)
    other.create_tags(Resources=[snapshot], Tags=listed(Name="theirs"))
    assert tags_of(other, snapshot) == [(snapshot, "Name", "theirs")]
    assert other.describe_snapshots(SnapshotIds=[snapshot])["Snapshots"][0]["Tags"] == listed(Name="theirs")
    ec2.modify_snapshot_attribute(OperationType="remove", **share)
    assert other.describe_tags()["Tags"] == []


def test_tags_go_with_their_resource(ec2, volume):
    ec2.create_tags(Resources=[volume], Tags=listed(a="1"))
    ec2.delete_volume(VolumeId=volume)
    assert ec2.describe_tags()["Tags"] == []


@pytest.mark.parametrize("filters, found", [
    ([], "k1:env=dev k1:team=red k2:env=prod v:env=dev"),
    ([("key", ["env"])], "k1:env=dev k2:env=prod v:env=dev"),
    ([("key", ["e*"]), ("value", ["dev"])], "k1:env=dev v:env=dev"),
    ([("value", ["d?v", "red"])], "k1:env=dev k1:team=red v:env=dev"),
    ([("resource-type", ["volume"])], "v:env=dev"),
    ([("resource-type", ["key-pair", "instance"])], "k1:env=dev k1:team=red k2:env=prod"),
    ([("tag:env", ["prod"])], "k2:env=prod"),
    ([("tag:env", ["*"]), ("resource-type", ["volume"])], "v:env=dev"),
    ([("key", ["ENV"])], ""),
])
def test_filters(ec2, volume, filters, found):
    names = {import_key(ec2, "one"): "k1", import_key(ec2, "two"): "k2", volume: "v"}
    ids = {name: resource for resource, name in names.items()}
    ec2.create_tags(Resources=[ids["k1"], ids["v"]], Tags=listed(env="dev"))
    ec2.create_tags(Resources=[ids["k1"]], Tags=listed(team="red"))
    ec2.create_tags(Resources=[ids["k2"]], Tags=listed(env="prod"))
    asked = [{"Name": name, "Values": values} for name, values in filters]
    tags = ec2.describe_tags(Filters=asked)["Tags"]
    assert " ".join(sorted(f"{names[tag['ResourceId']]}:{tag['Key']}={tag['Value']}" for tag in tags)) == found
    in_pages = ec2.get_paginator("describe_tags").paginate(Filters=asked, PaginationConfig={"PageSize": 5})
    assert [tag for page in in_pages for tag in page["Tags"]] == tags


def test_pages(ec2, key, error):
    ec2.create_tags(Resources=[key], Tags=listed(**{f"k{n:02}": "x" for n in range(12)}))
    one = ec2.describe_tags(MaxResults=5)
    pages = list(ec2.get_paginator("describe_tags").paginate(PaginationConfig={"PageSize": 5}))
    assert [len(page["Tags"]) for page in pages] == [5, 5, 2]
    assert [tag["Key"] for page in pages for tag in page["Tags"]] == [f"k{n:02}" for n in range(12)]
    with error("InvalidParameterValue"):
        ec2.describe_tags(MaxResults=5, NextToken=one["NextToken"], Filters=[{"Name": "key", "Values": ["k*"]}])


def test_many_resources_at_once(ec2):
    keys = [import_key(ec2, f"k{n}") for n in range(150)]
    ec2.create_tags(Resources=keys, Tags=listed(a="1", b="2"))
    tags = ec2.describe_tags()["Tags"]
    assert len(tags) == 300 and {tag["ResourceId"] for tag in tags} == set(keys)
    # One that is not there: none is tagged.
    with pytest.raises(botocore.exceptions.ClientError):
        ec2.create_tags(Resources=[*keys, f"key-{X}"], Tags=listed(c="3"))
    assert len(ec2.describe_tags()["Tags"]) == 300
    ec2.delete_tags(Resources=keys, Tags=[{"Key": "a"}])
    assert {tag["Key"] for tag in ec2.describe_tags()["Tags"]} == {"b"}
    ec2.delete_tags(Resources=keys)
    assert ec2.describe_tags()["Tags"] == []


def test_fifty_tags_and_no_more(ec2, key, error):
    ec2.create_tags(Resources=[key], Tags=listed(**{f"k{n}": "" for n in range(50)}))
    with error("TagLimitExceeded"):
        ec2.create_tags(Resources=[key], Tags=listed(one_more=""))
    # Known keys are no more tags.
    ec2.create_tags(Resources=[key], Tags=listed(k0="new"))
    assert len(tags_of(ec2, key)) == 50


def test_requests_at_once_keep_the_limit(ec2, key):
    def tag(part):
        try:
            ec2.create_tags(Resources=[key], Tags=listed(**{f"{part}-{n}": "" for n in range(20)}))
            return True
        except botocore.exceptions.ClientError as refused:
            assert refused.response["Error"]["Code"] == "TagLimitExceeded"
            return False

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(tag, "abcd")) == 2
    assert len(tags_of(ec2, key)) == 40


TAG = listed(a="b")


@pytest.mark.parametrize("resources, tags, code, message", [
    (["KEY"], listed(**{"aws:x": "y"}), "InvalidParameterValue",
     "^Tag keys starting with 'aws:' are reserved for internal use$"),
    (["KEY"], listed(**{"AWS:x": "y"}), "InvalidParameterValue", "reserved for internal use"),
    (["KEY"], listed(**{"k" * 129: "y"}), "InvalidParameterValue",
     "^Tag key exceeds the maximum length of 128 characters$"),
    (["KEY"], listed(a="v" * 257), "InvalidParameterValue",
     "^Tag value exceeds the maximum length of 256 characters$"),
    (["KEY"], listed(**{"": "y"}), "InvalidParameterValue", "^Tag key must have a value$"),
    (["KEY"], TAG + TAG, "InvalidParameterValue", "Duplicate tag key 'a'"),
    (["KEY"], listed(**{f"k{n}": "" for n in range(51)}), "TagLimitExceeded", None),
    (["KEY"], [], "MissingParameter", "^The request must contain the parameter tagSet$"),
    ([], TAG, "MissingParameter", "^The request must contain the parameter resourceIdSet$"),
    (["KEY", "foo-123"], TAG, "InvalidID", "^The ID 'foo-123' is not valid$"),
    (["KEY", "i-123"], TAG, "InvalidID", "^The ID 'i-123' is not valid$"),
    (["KEY", ""], TAG, "InvalidID", "^The ID '' is not valid$"),
    (["KEY", f"i-{X}"], TAG, "InvalidInstanceID.NotFound", f"'i-{X}' does not exist"),
    ([f"vol-{X}"], TAG, "InvalidVolume.NotFound", f"'vol-{X}' does not exist"),
    ([f"ami-{X}"], TAG, "InvalidAMIID.NotFound", f"ami-{X}"),
    ([f"sg-{X}"], TAG, "InvalidGroup.NotFound", f"'sg-{X}' does not exist"),
    ([f"sgr-{X}"], TAG, "InvalidSecurityGroupRuleId.NotFound", f"'sgr-{X}' does not exist"),
    ([f"vpc-{X}"], TAG, "InvalidVpcID.NotFound", f"'vpc-{X}' does not exist"),
    ([f"subnet-{X}"], TAG, "InvalidSubnetID.NotFound", f"'subnet-{X}' does not exist"),
    ([f"eipalloc-{X}"], TAG, "InvalidAllocationID.NotFound", f"'eipalloc-{X}' does not exist"),
    ([f"i-{n:017x}" for n in range(1001)], TAG, "InvalidParameterValue", "the maximum is 1000"),
])
def test_refusals(ec2, key, error, resources, tags, code, message):
    resources = [key if resource == "KEY" else resource for resource in resources]
    with error(code, message):
        ec2.create_tags(Resources=resources, Tags=tags)
    if code not in ("TagLimitExceeded", "MissingParameter") and "Duplicate" not in (message or ""):
        if "value exceeds" not in (message or ""):
            with error(code, message):
                ec2.delete_tags(Resources=resources, Tags=tags)
    assert ec2.describe_tags()["Tags"] == []


def test_a_stranger_can_not_tag(ec2, volume, server, error):
    with error("InvalidVolume.NotFound"):
        server.client().create_tags(Resources=[volume], Tags=TAG)
    with error("DryRunOperation", status=412):
        ec2.create_tags(Resources=[volume], Tags=TAG, DryRun=True)
    assert tags_of(ec2, volume) == []


@pytest.mark.parametrize("specifications, message", [
    ([{"ResourceType": "volume", "Tags": []}], "^Tag specification must have at least one tag$"),
    ([{"Tags": TAG}], "^Tag specification resource type must have a value$"),
    ([{"ResourceType": "volume", "Tags": TAG}, {"ResourceType": "volume", "Tags": listed(c="d")}],
     "^The same resource type may not be specified more than once in tag specifications$"),
])
def test_tags_of_what_is_made(ec2, error, specifications, message):
    with error("InvalidParameterValue", message):
        ec2.create_volume(AvailabilityZone="us-east-1a", Size=1, TagSpecifications=specifications)
    assert ec2.describe_volumes()["Volumes"] == []


def test_tag_values_are_a_filter_of_everything_with_tags(ec2):
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16", TagSpecifications=[{"ResourceType": "vpc", "Tags": listed(a="one")}])
    vpc = vpc["Vpc"]["VpcId"]

    def found(*values):
        return [each["VpcId"] for each in ec2.describe_vpcs(Filters=[{"Name": "tag-value", "Values": list(values)}])["Vpcs"]]

    assert found("one") == found("o*", "two") == [vpc]
    assert found("two") == found("a") == []

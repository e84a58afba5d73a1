"""Placement groups, and what they ask of launches."""

import pytest

X = "0123456789abcdef0"


@pytest.fixture
def group(ec2):
    """group("name", strategy, …): a placement group."""

    def make(name, strategy, **arguments):
        return ec2.create_placement_group(GroupName=name, Strategy=strategy, **arguments)["PlacementGroup"]

    return make


def members(ec2, name):
    filters = [{"Name": "placement-group-name", "Values": [name]}]
    reservations = ec2.describe_instances(Filters=filters)["Reservations"]
    return [instance for reservation in reservations for instance in reservation["Instances"]]


def test_a_group(ec2, group, error):
    tags = [{"Key": "Name", "Value": "first"}]
    made = group("spread", "spread", TagSpecifications=[{"ResourceType": "placement-group", "Tags": tags}])
    assert made["GroupId"].startswith("pg-") and made["GroupArn"].endswith(":placement-group/spread")
    assert (made["State"], made["Strategy"], made["SpreadLevel"], made["Tags"]) == ("available", "spread", "rack", tags)
    parted = group("parted", "partition", PartitionCount=3)
    assert parted["PartitionCount"] == 3 and "SpreadLevel" not in parted
    assert group("default-count", "partition")["PartitionCount"] == 2
    assert group("close", "cluster")["Strategy"] == "cluster"

    def found(**asked):
        return [g["GroupName"] for g in ec2.describe_placement_groups(**asked)["PlacementGroups"]]

    assert found() == ["spread", "parted", "default-count", "close"]
    assert found(GroupNames=["parted"]) == found(GroupIds=[parted["GroupId"]]) == ["parted"]
    assert found(Filters=[{"Name": "strategy", "Values": ["spread", "cluster"]}]) == ["spread", "close"]
    assert found(Filters=[{"Name": "tag:Name", "Values": ["first"]}]) == ["spread"]
    ec2.delete_placement_group(GroupName="parted")
    with error("InvalidPlacementGroup.Unknown", r"^The Placement Group 'parted' is unknown\.$"):
        ec2.delete_placement_group(GroupName="parted")
    # The name is free again.
    group("parted", "cluster")


def test_refusals(ec2, group, error):
    group("taken", "cluster")
    with error("InvalidPlacementGroup.Duplicate", r"^The placement group 'taken' already exists\.$"):
        group("taken", "spread")
    with error("InvalidPlacementGroup.Unknown", r"^The Placement Group 'nope' is unknown\.$"):
        ec2.describe_placement_groups(GroupNames=["nope"])
    with error("InvalidPlacementGroup.Unknown", f"pg-{X}"):
        ec2.describe_placement_groups(GroupIds=[f"pg-{X}"])
    with error("InvalidPlacementGroupId.Malformed", "pg-x"):
        ec2.describe_placement_groups(GroupIds=["pg-x"])
    with error("InvalidParameterValue", "partitionCount"):
        group("eight", "partition", PartitionCount=8)
    with error("InvalidParameterCombination", "partitionCount"):
        group("eight", "spread", PartitionCount=2)
    with error("UnsupportedOperation", "SpreadLevel"):
        group("hosts", "spread", SpreadLevel="host")
    with error("MissingParameter"):
        ec2.create_placement_group(Strategy="cluster")


def test_seven_of_a_spread_group_run_in_a_zone(ec2, group, launch, error):
    group("s", "spread")
    placement = {"GroupName": "s", "AvailabilityZone": "us-east-1a"}
    with error("InstanceLimitExceeded", "'s'.*7.*us-east-1a"):
        launch(Placement=placement, MinCount=8, MaxCount=8)
    assert members(ec2, "s") == []
    launch(Placement=placement, MinCount=1, MaxCount=9)
    seven = members(ec2, "s")
    assert len(seven) == 7, "as many as there is room for"
    assert {i["Placement"]["GroupName"] for i in seven} == {"s"}
    with error("InstanceLimitExceeded"):
        launch(Placement=placement)
    # Another zone has room, and so has the place of one that is stopped.
    launch(Placement={"GroupName": "s", "AvailabilityZone": "us-east-1b"})
    stopped = seven[0]["InstanceId"]
    ec2.stop_instances(InstanceIds=[stopped])
    eighth = launch(Placement=placement)["InstanceId"]
    with error("InstanceLimitExceeded"):
        ec2.start_instances(InstanceIds=[stopped])
    ec2.terminate_instances(InstanceIds=[eighth])
    ec2.start_instances(InstanceIds=[stopped])


def test_partitions_are_filled_evenly(ec2, group, launch, error):
    group("p", "partition", PartitionCount=3)
    launch(Placement={"GroupName": "p"}, MinCount=4, MaxCount=4)
    assert sorted(i["Placement"]["PartitionNumber"] for i in members(ec2, "p")) == [1, 1, 2, 3]
    named = launch(Placement={"GroupName": "p", "PartitionNumber": 1})
    assert named["Placement"]["PartitionNumber"] == 1
    assert launch(Placement={"GroupName": "p"})["Placement"]["PartitionNumber"] in (2, 3)
    filters = [{"Name": "placement-partition-number", "Values": ["1"]}]
    found = [i for r in ec2.describe_instances(Filters=filters)["Reservations"] for i in r["Instances"]]
    assert len(found) == 3
    with error("InvalidParameterValue", "partitionNumber.*1 to 3"):
        launch(Placement={"GroupName": "p", "PartitionNumber": 4})
    group("c", "cluster")
    with error("InvalidParameterCombination", "partition"):
        launch(Placement={"PartitionNumber": 1})


def test_a_cluster_is_in_one_zone_and_of_types_that_allow_it(ec2, group, launch, error):
    made = group("c", "cluster")
    with error("InvalidParameterCombination", "^Cluster placement groups are not supported by the 't3.micro' instance type"):
        launch(Placement={"GroupName": "c"})
    launch(Placement={"GroupId": made["GroupId"], "AvailabilityZone": "us-east-1a"}, InstanceType="m5.large")
    with error("InvalidParameterCombination", "us-east-1a.*us-east-1b"):
        launch(Placement={"GroupName": "c", "AvailabilityZone": "us-east-1b"}, InstanceType="m5.large")
    with error("InvalidPlacementGroup.Unknown", "nope"):
        launch(Placement={"GroupName": "nope"})


def test_a_group_in_use_stays(ec2, group, launch, error):
    group("s", "spread")
    instance = launch(Placement={"GroupName": "s"})["InstanceId"]
    ec2.stop_instances(InstanceIds=[instance])
    with error("InvalidPlacementGroup.InUse", r"^The placement group 's' is in use and may not be deleted\.$"):
        ec2.delete_placement_group(GroupName="s")
    ec2.terminate_instances(InstanceIds=[instance])
    ec2.delete_placement_group(GroupName="s")


def test_tags_of_a_group(ec2, group):
    made = group("s", "spread")
    ec2.create_tags(Resources=[made["GroupId"]], Tags=[{"Key": "a", "Value": "b"}])
    described = ec2.describe_tags(Filters=[{"Name": "resource-id", "Values": [made["GroupId"]]}])["Tags"]
    assert described == [{"Key": "a", "ResourceId": made["GroupId"], "ResourceType": "placement-group", "Value": "b"}]
    ec2.delete_placement_group(GroupName="s")
    assert ec2.describe_tags(Filters=[{"Name": "resource-id", "Values": [made["GroupId"]]}])["Tags"] == []

"""Instances on the simulated host: the whole life, and what bad input gets."""

import base64
import concurrent.futures

import pytest


def state(ec2, instance_id):
    return ec2.describe_instances(InstanceIds=[instance_id])["Reservations"][0]["Instances"][0]["State"]["Name"]


def test_a_launch_says_pending_and_the_next_look_says_running(ec2, launch):
    instance = launch()
    assert instance["State"] == {"Code": 0, "Name": "pending"}
    assert state(ec2, instance["InstanceId"]) == "running"


def test_the_whole_life(ec2, launch):
    instance_id = launch()["InstanceId"]
    for act, key, before, after, then in (
        (ec2.stop_instances, "StoppingInstances", "running", "stopping", "stopped"),
        (ec2.start_instances, "StartingInstances", "stopped", "pending", "running"),
        (ec2.terminate_instances, "TerminatingInstances", "running", "shutting-down", "terminated"),
    ):
        change = act(InstanceIds=[instance_id])[key][0]
        assert (change["PreviousState"]["Name"], change["CurrentState"]["Name"]) == (before, after)
        assert state(ec2, instance_id) == then
    ended = ec2.describe_instances(InstanceIds=[instance_id])["Reservations"][0]["Instances"][0]
    assert ended["NetworkInterfaces"] == [] and ended["BlockDeviceMappings"] == [] and "PrivateIpAddress" not in ended
    assert ec2.describe_volumes()["Volumes"] == []
    assert ec2.describe_network_interfaces()["NetworkInterfaces"] == []


def test_a_launch_of_many_is_one_reservation(ec2, tiny):
    answer = ec2.run_instances(ImageId=tiny, InstanceType="t3.nano", MinCount=60, MaxCount=60)
    ids = [i["InstanceId"] for i in answer["Instances"]]
    assert [i["AmiLaunchIndex"] for i in answer["Instances"]] == list(range(60))
    (reservation,) = ec2.describe_instances(InstanceIds=ids)["Reservations"]
    assert [i["InstanceId"] for i in reservation["Instances"]] == ids
    assert {i["State"]["Name"] for i in reservation["Instances"]} == {"running"}
    pages = list(ec2.get_paginator("describe_instances").paginate(PaginationConfig={"PageSize": 25}))
    assert [sum(len(r["Instances"]) for r in page["Reservations"]) for page in pages] == [25, 25, 10]
    ec2.terminate_instances(InstanceIds=ids)
    running = ec2.describe_instances(Filters=[{"Name": "instance-state-name", "Values": ["running"]}])
    assert running["Reservations"] == []


def test_the_largest_number_that_fits(ec2, tiny, error):
    vpc = ec2.create_vpc(CidrBlock="10.5.0.0/24")["Vpc"]["VpcId"]
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.5.0.0/28")["Subnet"]["SubnetId"]
    asked = {"ImageId": tiny, "InstanceType": "t3.nano", "SubnetId": subnet}
    with error("InsufficientFreeAddressesInSubnet", "not enough free addresses in subnet"):
        ec2.run_instances(MinCount=12, MaxCount=12, **asked)
    assert len(ec2.run_instances(MinCount=2, MaxCount=20, **asked)["Instances"]) == 11
    with error("InsufficientFreeAddressesInSubnet"):
        ec2.run_instances(MinCount=1, MaxCount=1, **asked)


def test_many_at_once_over_the_last_addresses(ec2, client, tiny):
    vpc = ec2.create_vpc(CidrBlock="10.6.0.0/16")["Vpc"]["VpcId"]
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.6.0.0/27")["Subnet"]["SubnetId"]

    def one(_):
        try:
            answer = ec2.run_instances(ImageId=tiny, InstanceType="t3.nano", MinCount=1, MaxCount=1, SubnetId=subnet)
            return answer["Instances"][0]["PrivateIpAddress"]
        except ec2.exceptions.ClientError as refused:
            assert refused.response["Error"]["Code"] == "InsufficientFreeAddressesInSubnet", refused
            return None

    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        addresses = [a for a in pool.map(one, range(80)) if a]
    assert len(addresses) == len(set(addresses)) == 27


def test_a_client_token_makes_one_launch(ec2, tiny, error):
    asked = {"ImageId": tiny, "InstanceType": "t3.nano", "MinCount": 1, "MaxCount": 1, "ClientToken": "once"}
    first = ec2.run_instances(**asked)["Instances"][0]["InstanceId"]
    assert ec2.run_instances(**asked)["Instances"][0]["InstanceId"] == first
    with error("IdempotentParameterMismatch", "client token 'once'"):
        ec2.run_instances(**{**asked, "InstanceType": "t3.micro"})


REFUSED = [
    ({"ImageId": "ami-0123456789abcdef0"}, "InvalidAMIID.NotFound", r"^The image id '\[ami-0123456789abcdef0\]' does not exist$"),
    ({"ImageId": "ami-xyz"}, "InvalidAMIID.Malformed", 'Invalid id: "ami-xyz"'),
    ({"InstanceType": "x9.mega"}, "InvalidParameterValue", "Invalid value 'x9.mega' for InstanceType"),
    ({"InstanceType": "t4g.micro"}, "InvalidParameterValue", "The architecture 'arm64' of the specified instance type"),
    ({"KeyName": "nope"}, "InvalidKeyPair.NotFound", "^The key pair 'nope' does not exist$"),
    ({"MinCount": 2, "MaxCount": 1}, "InvalidParameterValue", "maxCount"),
    ({"MinCount": 0}, "InvalidParameterValue", "minCount"),
    ({"SubnetId": "subnet-0123456789abcdef0"}, "InvalidSubnetID.NotFound", "does not exist"),
    ({"SecurityGroupIds": ["sg-0123456789abcdef0"]}, "InvalidGroup.NotFound", "sg-0123456789abcdef0"),
    ({"SecurityGroups": ["nope"]}, "InvalidGroup.NotFound", "The security group 'nope' does not exist in VPC"),
    ({"Placement": {"AvailabilityZone": "us-east-1q"}}, "InvalidParameterValue", r"Invalid availability zone: \[us-east-1q\]"),
    ({"PrivateIpAddress": "10.9.9.9"}, "InvalidParameterValue", "does not fall within the subnet's address range"),
    ({"UserData": "x" * 16385}, "InvalidParameterValue", "User data is limited to 16384 bytes"),
    ({"HibernationOptions": {"Configured": True}}, "UnsupportedOperation", "HibernationOptions"),
    ({"MetadataOptions": {"HttpPutResponseHopLimit": 65}}, "InvalidParameterValue", "httpPutResponseHopLimit"),
    ({"TagSpecifications": [{"ResourceType": "vpc", "Tags": [{"Key": "a", "Value": "b"}]}]}, "InvalidParameterValue", "vpc"),
]


@pytest.mark.parametrize("wrong, code, message", REFUSED, ids=[f"{next(iter(r[0]))}-{r[1]}" for r in REFUSED])
def test_a_bad_launch_is_refused_and_nothing_is_made(ec2, tiny, error, wrong, code, message):
    asked = {"ImageId": tiny, "InstanceType": "t3.micro", "MinCount": 1, "MaxCount": 1, **wrong}
    with error(code, message):
        ec2.run_instances(**asked)
    assert ec2.describe_instances()["Reservations"] == []
    assert ec2.describe_volumes()["Volumes"] == []
    assert ec2.describe_network_interfaces()["NetworkInterfaces"] == []


def test_attributes_come_back_as_they_were_set(ec2, launch, error):
    instance_id = launch(UserData="hello")["InstanceId"]

    def attribute(name):
        return ec2.describe_instance_attribute(InstanceId=instance_id, Attribute=name)

    assert base64.b64decode(attribute("userData")["UserData"]["Value"]) == b"hello"
    ec2.modify_instance_attribute(InstanceId=instance_id, DisableApiTermination={"Value": True})
    with error("OperationNotPermitted", "disableApiTermination"):
        ec2.terminate_instances(InstanceIds=[instance_id])
    ec2.modify_instance_attribute(InstanceId=instance_id, DisableApiTermination={"Value": False})
    with error("IncorrectInstanceState", "is not in the 'stopped' state"):
        ec2.modify_instance_attribute(InstanceId=instance_id, UserData={"Value": b"other"})
    ec2.stop_instances(InstanceIds=[instance_id])
    ec2.modify_instance_attribute(InstanceId=instance_id, UserData={"Value": b"other"})
    assert base64.b64decode(attribute("userData")["UserData"]["Value"]) == b"other"
    ec2.modify_instance_attribute(InstanceId=instance_id, InstanceType={"Value": "t3.large"})
    assert attribute("instanceType")["InstanceType"]["Value"] == "t3.large"
    options = ec2.modify_instance_metadata_options(InstanceId=instance_id, HttpTokens="required", HttpPutResponseHopLimit=3)
    assert options["InstanceMetadataOptions"]["HttpTokens"] == "required"
    group = ec2.create_security_group(GroupName="g", Description="d")["GroupId"]
    ec2.modify_instance_attribute(InstanceId=instance_id, Groups=[group])
    assert [g["GroupId"] for g in attribute("groupSet")["Groups"]] == [group]
    with error("DependencyViolation"):
        ec2.delete_security_group(GroupId=group)


def test_three_checks(ec2, launch):
    instance_id = launch()["InstanceId"]

    def checks(**asked):
        found = ec2.describe_instance_status(InstanceIds=[instance_id], **asked)["InstanceStatuses"]
        return [[each[k] for k in ("InstanceStatus", "SystemStatus", "AttachedEbsStatus")] for each in found]

    assert checks() == [[{"Status": "ok", "Details": [{"Name": "reachability", "Status": "passed"}]}] * 3]
    for name in ("instance-status.status", "system-status.status", "attached-ebs-status.status"):
        for status, count in (("ok", 1), ("impaired", 0)):
            assert len(checks(Filters=[{"Name": name, "Values": [status]}])) == count, name
    ec2.stop_instances(InstanceIds=[instance_id])
    assert checks() == []
    assert checks(IncludeAllInstances=True) == [[{"Status": "not-applicable", "Details": []}] * 3]


def test_ids_that_are_none(ec2, error):
    with error("InvalidInstanceID.Malformed", '^Invalid id: "ma1"$'):
        ec2.describe_instances(InstanceIds=["ma1"])
    with error("InvalidInstanceID.NotFound", "^The instance IDs 'i-0123456789abcdef0, i-0123456789abcdef1' do not exist$"):
        ec2.describe_instances(InstanceIds=["i-0123456789abcdef0", "i-0123456789abcdef1"])


def test_another_account_sees_nothing(ec2, launch, client, error):
    instance_id = launch()["InstanceId"]
    other = client(account="AKIAOTHERACCOUNTKEY0")
    assert other.describe_instances()["Reservations"] == []
    for refused in (other.describe_instances, other.stop_instances, other.terminate_instances):
        with error("InvalidInstanceID.NotFound", f"The instance ID '{instance_id}' does not exist"):
            refused(InstanceIds=[instance_id])
    assert state(ec2, instance_id) == "running"


def test_regions_have_their_own_ids_and_names(ec2, client, launch):
    instance_id = launch()["InstanceId"]
    west = client(region="eu-west-1")
    assert west.describe_instances()["Reservations"] == []
    ids = {i["ImageId"] for i in west.describe_images(Owners=["amazon"])["Images"]}
    assert not ids & {i["ImageId"] for i in ec2.describe_images(Owners=["amazon"])["Images"]}
    image = west.describe_images(Owners=["amazon"])["Images"][0]["ImageId"]
    there = west.run_instances(ImageId=image, InstanceType="t3.micro", MinCount=1, MaxCount=1)["Instances"][0]
    assert there["PrivateDnsName"].endswith(".eu-west-1.compute.internal")
    assert there["Placement"]["AvailabilityZone"].startswith("eu-west-1")
    assert state(ec2, instance_id) == "running"

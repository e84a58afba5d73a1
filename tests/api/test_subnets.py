"""Subnets: zones, blocks, attributes, counts."""

import concurrent.futures
import re

import pytest
from botocore.exceptions import ClientError

X = "0123456789abcdef0"


@pytest.fixture
def vpc(ec2):
    return ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]


def test_a_subnet(ec2, vpc):
    made = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.1.9/24", AvailabilityZone="us-east-1b", TagSpecifications=[
        {"ResourceType": "subnet", "Tags": [{"Key": "Name", "Value": "web"}]}])["Subnet"]
    assert re.fullmatch("subnet-[0-9a-f]{17}", made["SubnetId"])
    seen = ec2.describe_subnets(SubnetIds=[made["SubnetId"]])["Subnets"][0]
    assert seen == made
    account = seen.pop("OwnerId")
    assert seen.pop("SubnetArn") == f"arn:aws:ec2:us-east-1:{account}:subnet/{seen.pop('SubnetId')}"
    assert seen == {
        "AvailabilityZone": "us-east-1b",
        "AvailabilityZoneId": "use1-az1",
        "AvailableIpAddressCount": 251,
        "AssignIpv6AddressOnCreation": False,
        "CidrBlock": "10.0.1.0/24",
        "DefaultForAz": False,
        "EnableDns64": False,
        "Ipv6CidrBlockAssociationSet": [],
        "Ipv6Native": False,
        "MapCustomerOwnedIpOnLaunch": False,
        "MapPublicIpOnLaunch": False,
        "PrivateDnsNameOptionsOnLaunch": {
            "HostnameType": "ip-name",
            "EnableResourceNameDnsARecord": False,
            "EnableResourceNameDnsAAAARecord": False,
        },
        "State": "available",
        "Tags": [{"Key": "Name", "Value": "web"}],
        "VpcId": vpc,
    }


@pytest.mark.parametrize(
    "arguments, code, message",
    [
        ({"CidrBlock": "10.9.0.0/99"}, "InvalidParameterValue", "This is not a valid CIDR block"),
        ({"CidrBlock": "10.1.0.0/24"}, "InvalidSubnet.Range", r"^The CIDR '10\.1\.0\.0/24' is invalid\.$"),
        ({"CidrBlock": "10.0.0.0/15"}, "InvalidSubnet.Range", "is invalid"),
        ({"CidrBlock": "10.0.0.0/29"}, "InvalidSubnet.Range", "is invalid"),
        ({"CidrBlock": "10.0.1.0/25"}, "InvalidSubnet.Conflict",
         r"^The CIDR '10\.0\.1\.0/25' conflicts with another subnet$"),
        ({"CidrBlock": "10.0.0.0/16"}, "InvalidSubnet.Conflict", "conflicts with another subnet"),
        ({"CidrBlock": "10.0.2.0/24", "AvailabilityZone": "us-east-1z"}, "InvalidParameterValue",
         r"^Value \(us-east-1z\) for parameter availabilityZone is invalid\. Subnets can currently only be created in the "
         r"following availability zones: us-east-1a, us-east-1b, us-east-1c, us-east-1d, us-east-1e, us-east-1f\.$"),
        ({"CidrBlock": "10.0.2.0/24", "AvailabilityZoneId": "use1-az9"}, "InvalidParameterValue", "availabilityZoneId"),
        ({"CidrBlock": "10.0.2.0/24", "Ipv6CidrBlock": "2001:db8::/64"}, "UnsupportedOperation", "Ipv6CidrBlock"),
        ({}, "MissingParameter", "CidrBlock"),
        ({"CidrBlock": "10.0.2.0/24", "VpcId": f"vpc-{X}"}, "InvalidVpcID.NotFound", f"'vpc-{X}' does not exist"),
    ],
)
def test_subnets_that_are_refused(ec2, vpc, error, arguments, code, message):
    ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.1.0/24")
    with error(code, message):
        ec2.create_subnet(**{"VpcId": vpc, **arguments})


def test_a_zone_may_be_named_by_its_id(ec2, vpc):
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.1.0/24", AvailabilityZoneId="use1-az4")["Subnet"]
    assert (subnet["AvailabilityZone"], subnet["AvailabilityZoneId"]) == ("us-east-1d", "use1-az4")


def test_only_one_of_overlapping_subnets_made_at_once_wins(ec2, vpc):
    blocks = ["10.0.0.0/20", "10.0.0.0/24", "10.0.8.0/22", "10.0.0.0/18", "10.0.15.240/28"] * 4

    def make(block):
        try:
            return ec2.create_subnet(VpcId=vpc, CidrBlock=block)["Subnet"]["CidrBlock"]
        except ClientError as refused:
            return refused.response["Error"]["Code"]

    with concurrent.futures.ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(make, blocks))
    assert set(answers) - set(blocks) == {"InvalidSubnet.Conflict"}
    made = [s["CidrBlock"] for s in ec2.describe_subnets(Filters=[{"Name": "vpc-id", "Values": [vpc]}])["Subnets"]]
    assert sorted(made) == sorted(answer for answer in answers if answer in blocks)
    wide = {"10.0.0.0/20", "10.0.0.0/18"} & set(made)
    assert len(made) == 1 if wide else len(made) <= 3, made


def test_attributes_one_at_a_time(ec2, vpc, error):
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.1.0/24")["Subnet"]["SubnetId"]

    def seen():
        return ec2.describe_subnets(SubnetIds=[subnet])["Subnets"][0]

    ec2.modify_subnet_attribute(SubnetId=subnet, MapPublicIpOnLaunch={"Value": True})
    assert seen()["MapPublicIpOnLaunch"] is True
    ec2.modify_subnet_attribute(SubnetId=subnet, PrivateDnsHostnameTypeOnLaunch="resource-name")
    ec2.modify_subnet_attribute(SubnetId=subnet, EnableResourceNameDnsARecordOnLaunch={"Value": True})
    assert seen()["PrivateDnsNameOptionsOnLaunch"] == {
        "HostnameType": "resource-name",
        "EnableResourceNameDnsARecord": True,
        "EnableResourceNameDnsAAAARecord": False,
    }
    ec2.modify_subnet_attribute(SubnetId=subnet, AssignIpv6AddressOnCreation={"Value": False})
    for arguments, code, message in [
        ({"MapPublicIpOnLaunch": {"Value": False}, "EnableDns64": {"Value": False}}, "InvalidParameterCombination",
         r"^Only one subnet attribute can be modified at a time\. Provided attributes: \[enableDns64, mapPublicIpOnLaunch\]"),
        ({}, "InvalidParameterCombination", "No attributes specified"),
        ({"AssignIpv6AddressOnCreation": {"Value": True}}, "UnsupportedOperation", "AssignIpv6AddressOnCreation"),
        ({"EnableDns64": {"Value": True}}, "UnsupportedOperation", "EnableDns64"),
        ({"PrivateDnsHostnameTypeOnLaunch": "nope"}, "InvalidParameterValue", "nope"),
    ]:
        with error(code, message):
            ec2.modify_subnet_attribute(SubnetId=subnet, **arguments)
    assert seen()["MapPublicIpOnLaunch"] is True


def test_filters(ec2, vpc):
    a = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.1.0/24", AvailabilityZone="us-east-1a")["Subnet"]["SubnetId"]
    b = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.2.0/28", AvailabilityZone="us-east-1b")["Subnet"]["SubnetId"]
    ec2.create_tags(Resources=[b], Tags=[{"Key": "tier", "Value": "data"}])
    for name, value, want in [
        ("availability-zone", "us-east-1a", [a]),
        ("availabilityZone", "us-east-1?", [a, b]),
        ("availability-zone-id", "use1-*", [a, b]),
        ("available-ip-address-count", "11", [b]),
        ("cidr-block", "10.0.1.0/24", [a]),
        ("cidrBlock", "10.0.2.*", [b]),
        ("defaultForAz", "true", []),
        ("default-for-az", "false", [a, b]),
        ("map-public-ip-on-launch", "true", []),
        ("private-dns-name-options-on-launch.hostname-type", "ip-name", [a, b]),
        ("subnet-arn", f"arn:aws:ec2:us-east-1:*:subnet/{a}", [a]),
        ("state", "available", [a, b]),
        ("tag:tier", "data", [b]),
        ("ipv6-native", "false", [a, b]),
        ("outpost-arn", "*", []),
    ]:
        filters = [{"Name": "vpc-id", "Values": [vpc]}, {"Name": name, "Values": [value]}]
        assert {s["SubnetId"] for s in ec2.describe_subnets(Filters=filters)["Subnets"]} == set(want), name


def test_pages(ec2, vpc):
    made = [ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.0.{n}.0/24")["Subnet"]["SubnetId"] for n in range(12)]
    pages = ec2.get_paginator("describe_subnets").paginate(
        Filters=[{"Name": "vpc-id", "Values": [vpc]}], PaginationConfig={"PageSize": 5})
    got = [[s["SubnetId"] for s in page["Subnets"]] for page in pages]
    assert [len(page) for page in got] == [5, 5, 2]
    assert sorted(sum(got, [])) == sorted(made)


def test_addresses_are_counted(ec2, vpc, error):
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.1.0/28")["Subnet"]["SubnetId"]

    def free():
        return ec2.describe_subnets(SubnetIds=[subnet])["Subnets"][0]["AvailableIpAddressCount"]

    assert free() == 11
    one = ec2.create_network_interface(SubnetId=subnet)["NetworkInterface"]["NetworkInterfaceId"]
    ec2.create_network_interface(SubnetId=subnet, SecondaryPrivateIpAddressCount=3)
    assert free() == 6
    with error("DependencyViolation", f"^The subnet '{subnet}' has dependencies and cannot be deleted.$"):
        ec2.delete_subnet(SubnetId=subnet)
    ec2.delete_network_interface(NetworkInterfaceId=one)
    assert free() == 7


def test_deleting_gives_the_block_back(ec2, vpc, error):
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.1.0/24")["Subnet"]["SubnetId"]
    table = ec2.create_route_table(VpcId=vpc)["RouteTable"]["RouteTableId"]
    ec2.associate_route_table(RouteTableId=table, SubnetId=subnet)
    ec2.delete_subnet(SubnetId=subnet)
    with error("InvalidSubnetID.NotFound", f"^The subnet ID '{subnet}' does not exist$"):
        ec2.describe_subnets(SubnetIds=[subnet])
    assert ec2.describe_route_tables(RouteTableIds=[table])["RouteTables"][0]["Associations"] == []
    again = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.1.0/24")["Subnet"]["SubnetId"]
    ec2.associate_route_table(RouteTableId=table, SubnetId=again)


def test_default_subnets(ec2, error):
    subnets = ec2.describe_subnets(Filters=[{"Name": "default-for-az", "Values": ["true"]}])["Subnets"]
    first = next(s for s in subnets if s["AvailabilityZone"] == "us-east-1a")
    assert (first["CidrBlock"], first["MapPublicIpOnLaunch"], first["AvailableIpAddressCount"]) == (
        "172.31.0.0/20", True, 4091)
    with error("DefaultSubnetAlreadyExistsInAvailabilityZone", "us-east-1a"):
        ec2.create_default_subnet(AvailabilityZone="us-east-1a")
    ec2.delete_subnet(SubnetId=first["SubnetId"])
    made = ec2.create_default_subnet(AvailabilityZone="us-east-1a")["Subnet"]
    assert (made["CidrBlock"], made["DefaultForAz"], made["MapPublicIpOnLaunch"]) == ("172.31.0.0/20", True, True)
    with error("MissingParameter"):
        ec2.create_default_subnet()
    with error("InvalidParameterValue", "availability zones"):
        ec2.create_default_subnet(AvailabilityZone="us-east-1z")

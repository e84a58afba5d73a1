"""Network interfaces: addresses, groups, attributes."""

import concurrent.futures
import re

import pytest

X = "0123456789abcdef0"


class Net:
    def __init__(self, ec2):
        self.vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        self.subnet = ec2.create_subnet(VpcId=self.vpc, CidrBlock="10.0.1.0/24")["Subnet"]["SubnetId"]
        filters = [{"Name": "vpc-id", "Values": [self.vpc]}]
        self.default = ec2.describe_security_groups(Filters=filters)["SecurityGroups"][0]["GroupId"]
        self.group = ec2.create_security_group(VpcId=self.vpc, GroupName="g", Description="g")["GroupId"]


@pytest.fixture
def net(ec2):
    return Net(ec2)


def make(ec2, net, **arguments):
    return ec2.create_network_interface(SubnetId=net.subnet, **arguments)["NetworkInterface"]


def seen(ec2, eni):
    return ec2.describe_network_interfaces(NetworkInterfaceIds=[eni])["NetworkInterfaces"][0]


def test_an_interface(ec2, net):
    tags = [{"Key": "Name", "Value": "first"}]
    made = make(ec2, net, Description="one", PrivateIpAddress="10.0.1.200", Groups=[net.group],
                TagSpecifications=[{"ResourceType": "network-interface", "Tags": tags}])
    assert made["Status"] == "pending"
    eni = seen(ec2, made["NetworkInterfaceId"])
    assert re.fullmatch("eni-[0-9a-f]{17}", eni.pop("NetworkInterfaceId"))
    assert re.fullmatch("0[6a](:[0-9a-f]{2}){5}", eni.pop("MacAddress"))
    assert eni.pop("OwnerId").isdigit()
    assert eni == {
        "AvailabilityZone": "us-east-1a",
        "AvailabilityZoneId": eni["AvailabilityZoneId"],
        "Description": "one",
        "Groups": [{"GroupId": net.group, "GroupName": "g"}],
        "InterfaceType": "interface",
        "Ipv6Addresses": [],
        "PrivateIpAddress": "10.0.1.200",
        "PrivateIpAddresses": [{"Primary": True, "PrivateIpAddress": "10.0.1.200"}],
        "RequesterManaged": False,
        "SourceDestCheck": True,
        "Status": "available",
        "SubnetId": net.subnet,
        "TagSet": tags,
        "VpcId": net.vpc,
    }


def test_names_come_with_dns_hostnames(ec2, net):
    eni = make(ec2, net, PrivateIpAddress="10.0.1.20")["NetworkInterfaceId"]
    assert "PrivateDnsName" not in seen(ec2, eni)
    ec2.modify_vpc_attribute(VpcId=net.vpc, EnableDnsHostnames={"Value": True})
    assert seen(ec2, eni)["PrivateDnsName"] == "ip-10-0-1-20.ec2.internal"
    assert seen(ec2, eni)["PrivateIpAddresses"][0]["PrivateDnsName"] == "ip-10-0-1-20.ec2.internal"


def test_the_default_group_is_given_where_none_is_named(ec2, net):
    assert make(ec2, net)["Groups"] == [{"GroupId": net.default, "GroupName": "default"}]


def test_addresses_that_are_refused(ec2, net, error):
    make(ec2, net, PrivateIpAddress="10.0.1.200")
    for arguments, code, message in [
        ({"PrivateIpAddress": "10.0.1.200"}, "InvalidIPAddress.InUse", r"^Address 10\.0\.1\.200 is in use\.$"),
        ({"PrivateIpAddress": "10.99.1.200"}, "InvalidParameterValue",
         r"^Address 10\.99\.1\.200 does not fall within the subnet's address range$"),
        ({"PrivateIpAddress": "10.0.1.3"}, "InvalidParameterValue",
         r"^Address 10\.0\.1\.3 is in subnet's reserved address range$"),
        ({"PrivateIpAddress": "10.0.1.255"}, "InvalidParameterValue", "reserved"),
        ({"PrivateIpAddress": "10.0.1"}, "InvalidParameterValue", "10.0.1"),
        ({"PrivateIpAddresses": [{"PrivateIpAddress": "10.0.1.9", "Primary": True},
                                 {"PrivateIpAddress": "10.0.1.9", "Primary": False}]}, "InvalidIPAddress.InUse", None),
        ({"PrivateIpAddresses": [{"PrivateIpAddress": "10.0.1.9", "Primary": True},
                                 {"PrivateIpAddress": "10.0.1.8", "Primary": True}]}, "InvalidParameterCombination", None),
        ({"SubnetId": f"subnet-{X}"}, "InvalidSubnetID.NotFound", f"^The subnet ID 'subnet-{X}' does not exist$"),
        ({"Groups": [f"sg-{X}"]}, "InvalidGroup.NotFound", f"sg-{X}"),
        ({"Ipv6AddressCount": 1}, "UnsupportedOperation", "Ipv6AddressCount"),
        ({"InterfaceType": "efa"}, "UnsupportedOperation", "InterfaceType"),
    ]:
        with error(code, message):
            make(ec2, type("", (), {"subnet": arguments.pop("SubnetId", net.subnet)}), **arguments)


def test_secondary_addresses(ec2, net):
    named = make(ec2, net, PrivateIpAddresses=[{"PrivateIpAddress": "10.0.1.50", "Primary": True},
                                               {"PrivateIpAddress": "10.0.1.51", "Primary": False}])
    assert [(a["PrivateIpAddress"], a["Primary"]) for a in named["PrivateIpAddresses"]] == [
        ("10.0.1.50", True), ("10.0.1.51", False)]
    counted = make(ec2, net, SecondaryPrivateIpAddressCount=3)
    assert len({a["PrivateIpAddress"] for a in counted["PrivateIpAddresses"]}) == 4


def test_a_token_makes_one_interface(ec2, net, error):
    first = ec2.create_network_interface(SubnetId=net.subnet, ClientToken="once")
    again = ec2.create_network_interface(SubnetId=net.subnet, ClientToken="once")
    assert again["NetworkInterface"]["NetworkInterfaceId"] == first["NetworkInterface"]["NetworkInterfaceId"]
    assert again["ClientToken"] == "once"
    with error("IdempotentParameterMismatch"):
        ec2.create_network_interface(SubnetId=net.subnet, ClientToken="once", Description="other")


def test_the_last_addresses_are_given_out_once_each(ec2, net, error):
    subnet = ec2.create_subnet(VpcId=net.vpc, CidrBlock="10.0.2.0/26")["Subnet"]["SubnetId"]

    def take(_):
        try:
            return ec2.create_network_interface(SubnetId=subnet)["NetworkInterface"]["PrivateIpAddress"]
        except Exception as refused:  # noqa: BLE001
            return refused.response["Error"]["Code"]

    with concurrent.futures.ThreadPoolExecutor(32) as pool:
        answers = list(pool.map(take, range(150)))
    addresses = [a for a in answers if a.startswith("10.")]
    assert len(set(addresses)) == len(addresses) == 59
    assert set(answers) - set(addresses) == {"InsufficientFreeAddressesInSubnet"}
    with error("InsufficientFreeAddressesInSubnet",
               f"^There are not enough free addresses in subnet '{subnet}' to satisfy the requested number of instances."):
        ec2.create_network_interface(SubnetId=subnet)
    assert ec2.describe_subnets(SubnetIds=[subnet])["Subnets"][0]["AvailableIpAddressCount"] == 0


def test_attributes(ec2, net, error):
    eni = make(ec2, net, Description="one")["NetworkInterfaceId"]

    def attribute(name):
        answer = ec2.describe_network_interface_attribute(NetworkInterfaceId=eni, Attribute=name)
        answer.pop("ResponseMetadata")
        assert answer.pop("NetworkInterfaceId") == eni
        return answer

    assert attribute("description") == {"Description": {"Value": "one"}}
    assert attribute("sourceDestCheck") == {"SourceDestCheck": {"Value": True}}
    assert attribute("groupSet") == {"Groups": [{"GroupId": net.default, "GroupName": "default"}]}
    assert attribute("attachment") == {}
    ec2.modify_network_interface_attribute(NetworkInterfaceId=eni, Description={"Value": "two"})
    ec2.modify_network_interface_attribute(NetworkInterfaceId=eni, SourceDestCheck={"Value": False})
    ec2.modify_network_interface_attribute(NetworkInterfaceId=eni, Groups=[net.group])
    now = seen(ec2, eni)
    assert (now["Description"], now["SourceDestCheck"]) == ("two", False)
    assert now["Groups"] == [{"GroupId": net.group, "GroupName": "g"}]
    # Groups know who is in them.
    with error("DependencyViolation", f"^resource {net.group} has a dependent object$"):
        ec2.delete_security_group(GroupId=net.group)
    ec2.modify_network_interface_attribute(NetworkInterfaceId=eni, Groups=[net.default])
    ec2.delete_security_group(GroupId=net.group)
    other = ec2.describe_security_groups(Filters=[{"Name": "vpc-id", "Values": [ec2.describe_vpcs(Filters=[
        {"Name": "is-default", "Values": ["true"]}])["Vpcs"][0]["VpcId"]]}])["SecurityGroups"][0]["GroupId"]
    for arguments, code, message in [
        ({}, "InvalidParameterCombination", "No attributes specified"),
        ({"Description": {"Value": "x"}, "Groups": [net.default]}, "InvalidParameterCombination",
         "multiple attribute types specified: description, groupSet"),
        ({"Groups": [other]}, "InvalidParameter", f"Security group {other} and subnet {net.subnet} belong to different"),
        ({"Attachment": {"AttachmentId": f"eni-attach-{X}", "DeleteOnTermination": True}},
         "InvalidAttachmentID.NotFound", f"eni-attach-{X}"),
        ({"AssociatePublicIpAddress": True}, "UnsupportedOperation", "AssociatePublicIpAddress"),
    ]:
        with error(code, message):
            ec2.modify_network_interface_attribute(NetworkInterfaceId=eni, **arguments)


def test_the_interface_of_an_instance(ec2, net, launch, error):
    instance = launch(SubnetId=net.subnet)
    eni = instance["NetworkInterfaces"][0]["NetworkInterfaceId"]
    now = seen(ec2, eni)
    assert (now["Status"], now["Attachment"]["InstanceId"], now["Attachment"]["DeviceIndex"]) == (
        "in-use", instance["InstanceId"], 0)
    assert now["Attachment"]["DeleteOnTermination"] is True
    with error("InvalidParameterValue", f"^Network interface '{eni}' is currently in use.$"):
        ec2.delete_network_interface(NetworkInterfaceId=eni)
    ec2.modify_network_interface_attribute(NetworkInterfaceId=eni, Attachment={
        "AttachmentId": now["Attachment"]["AttachmentId"], "DeleteOnTermination": False})
    assert seen(ec2, eni)["Attachment"]["DeleteOnTermination"] is False
    ec2.terminate_instances(InstanceIds=[instance["InstanceId"]])
    ec2.get_waiter("instance_terminated").wait(InstanceIds=[instance["InstanceId"]])
    assert seen(ec2, eni)["Status"] == "available"
    ec2.delete_network_interface(NetworkInterfaceId=eni)
    with error("InvalidNetworkInterfaceID.NotFound", f"^The networkInterface ID '{eni}' does not exist$"):
        seen(ec2, eni)
    ec2.delete_subnet(SubnetId=net.subnet)


def test_filters(ec2, net, launch):
    instance = launch(SubnetId=net.subnet, PrivateIpAddress="10.0.1.30", SecurityGroupIds=[net.group])
    attached = seen(ec2, instance["NetworkInterfaces"][0]["NetworkInterfaceId"])
    free = make(ec2, net, Description="spare one", PrivateIpAddress="10.0.1.40", TagSpecifications=[
        {"ResourceType": "network-interface", "Tags": [{"Key": "Name", "Value": "spare"}]}])
    a, b = attached["NetworkInterfaceId"], free["NetworkInterfaceId"]
    for name, value, want in [
        ("addresses.primary", "true", [a, b]),
        ("addresses.private-ip-address", "10.0.1.40", [b]),
        ("attachment.attachment-id", attached["Attachment"]["AttachmentId"], [a]),
        ("attachment.delete-on-termination", "true", [a]),
        ("attachment.device-index", "0", [a]),
        ("attachment.instance-id", instance["InstanceId"], [a]),
        ("attachment.status", "attached", [a]),
        ("association.public-ip", "*", []),
        ("availability-zone", "us-east-1a", [a, b]),
        ("description", "spare*", [b]),
        ("group-id", net.group, [a]),
        ("group-name", "default", [b]),
        ("interface-type", "interface", [a, b]),
        ("mac-address", attached["MacAddress"], [a]),
        ("network-interface-id", b, [b]),
        ("private-ip-address", "10.0.1.3?", [a]),
        ("requester-managed", "true", []),
        ("source-dest-check", "true", [a, b]),
        ("status", "available", [b]),
        ("subnet-id", net.subnet, [a, b]),
        ("tag:Name", "spare", [b]),
    ]:
        filters = [{"Name": "vpc-id", "Values": [net.vpc]}, {"Name": name, "Values": [value]}]
        got = [n["NetworkInterfaceId"] for n in ec2.describe_network_interfaces(Filters=filters)["NetworkInterfaces"]]
        assert sorted(got) == sorted(want), name


def test_pages(ec2, net):
    made = [make(ec2, net)["NetworkInterfaceId"] for _ in range(11)]
    pages = ec2.get_paginator("describe_network_interfaces").paginate(PaginationConfig={"PageSize": 5})
    got = [[n["NetworkInterfaceId"] for n in page["NetworkInterfaces"]] for page in pages]
    assert sorted(sum(got, [])) == sorted(made)
    assert [len(page) for page in got] == [5, 5, 1]

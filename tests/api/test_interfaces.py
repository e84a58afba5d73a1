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
    ec2.reset_network_interface_attribute(NetworkInterfaceId=eni, SourceDestCheck="true")
    assert seen(ec2, eni)["SourceDestCheck"] is True
    with error("InvalidParameterCombination", "No attributes specified"):
        ec2.reset_network_interface_attribute(NetworkInterfaceId=eni)


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


def attached(ec2, eni):
    """The attachment as the interface and as its instance show it: they must agree."""
    attachment = seen(ec2, eni)["Attachment"]
    instance = ec2.describe_instances(InstanceIds=[attachment["InstanceId"]])["Reservations"][0]["Instances"][0]
    [own] = [n["Attachment"] for n in instance["NetworkInterfaces"] if n["NetworkInterfaceId"] == eni]
    for key in ("AttachmentId", "DeviceIndex", "Status", "DeleteOnTermination", "AttachTime"):
        assert own[key] == attachment[key]
    return attachment


def test_attach_and_detach(ec2, net, launch, error):
    instance = launch(SubnetId=net.subnet)["InstanceId"]
    eni = make(ec2, net)["NetworkInterfaceId"]
    answer = ec2.attach_network_interface(NetworkInterfaceId=eni, InstanceId=instance, DeviceIndex=1)
    assert re.fullmatch("eni-attach-[0-9a-f]{17}", answer["AttachmentId"]) and answer["NetworkCardIndex"] == 0
    attachment = attached(ec2, eni)
    assert (attachment["Status"], attachment["DeviceIndex"], attachment["DeleteOnTermination"]) == ("attached", 1, False)
    assert seen(ec2, eni)["Status"] == "in-use"
    with error("InvalidParameterValue", f"Network interface '{eni}' is currently in use"):
        ec2.delete_network_interface(NetworkInterfaceId=eni)
    filters = [{"Name": "attachment.attachment-id", "Values": [answer["AttachmentId"]]}]
    found = ec2.describe_network_interfaces(Filters=filters)["NetworkInterfaces"]
    assert [i["NetworkInterfaceId"] for i in found] == [eni]
    ec2.detach_network_interface(AttachmentId=answer["AttachmentId"])
    assert "Attachment" not in seen(ec2, eni) and seen(ec2, eni)["Status"] == "available"
    with error("InvalidAttachmentID.NotFound", answer["AttachmentId"]):
        ec2.detach_network_interface(AttachmentId=answer["AttachmentId"])
    # And again, to the same instance; also while it is stopped.
    again = ec2.attach_network_interface(NetworkInterfaceId=eni, InstanceId=instance, DeviceIndex=1)["AttachmentId"]
    assert again != answer["AttachmentId"] and attached(ec2, eni)["Status"] == "attached"
    ec2.stop_instances(InstanceIds=[instance])
    ec2.detach_network_interface(AttachmentId=again)
    assert seen(ec2, eni)["Status"] == "available"
    ec2.attach_network_interface(NetworkInterfaceId=eni, InstanceId=instance, DeviceIndex=1)
    assert attached(ec2, eni)["Status"] == "attached"
    ec2.start_instances(InstanceIds=[instance])
    assert attached(ec2, eni)["Status"] == "attached"
    ec2.terminate_instances(InstanceIds=[instance])
    assert seen(ec2, eni)["Status"] == "available", "it was there before and stays"
    ec2.delete_network_interface(NetworkInterfaceId=eni)


def test_attachments_that_are_refused(ec2, net, launch, error):
    instance = launch(SubnetId=net.subnet)
    one, two = make(ec2, net)["NetworkInterfaceId"], make(ec2, net)["NetworkInterfaceId"]
    primary = instance["NetworkInterfaces"][0]
    attach = ec2.attach_network_interface
    ids = {"InstanceId": instance["InstanceId"]}
    with error("InvalidParameterValue", "already has an interface attached at device index '0'"):
        attach(NetworkInterfaceId=one, DeviceIndex=0, **ids)
    with error("InvalidNetworkInterface.InUse", primary["NetworkInterfaceId"]):
        attach(NetworkInterfaceId=primary["NetworkInterfaceId"], DeviceIndex=1, **ids)
    with error("InvalidParameterValue", "deviceIndex"):
        attach(NetworkInterfaceId=one, DeviceIndex=-1, **ids)
    with error("UnsupportedOperation", "NetworkCardIndex"):
        attach(NetworkInterfaceId=one, DeviceIndex=1, NetworkCardIndex=1, **ids)
    attach(NetworkInterfaceId=one, DeviceIndex=1, **ids)
    with error("AttachmentLimitExceeded", "^Interface count 3 exceeds the limit for t3.micro$"):
        attach(NetworkInterfaceId=two, DeviceIndex=2, **ids)
    with error("OperationNotPermitted", "device index 0"):
        ec2.detach_network_interface(AttachmentId=primary["Attachment"]["AttachmentId"])
    with error("InvalidAttachmentID.Malformed"):
        ec2.detach_network_interface(AttachmentId="eni-attach-x")
    other = ec2.create_subnet(VpcId=net.vpc, CidrBlock="10.0.9.0/24", AvailabilityZone="us-east-1b")["Subnet"]["SubnetId"]
    far = ec2.create_network_interface(SubnetId=other)["NetworkInterface"]["NetworkInterfaceId"]
    roomy = launch(SubnetId=net.subnet, InstanceType="m5.large")["InstanceId"]
    with error("InvalidParameterCombination", "same availability zone"):
        attach(NetworkInterfaceId=far, InstanceId=roomy, DeviceIndex=1)
    many = make(ec2, net, SecondaryPrivateIpAddressCount=12)["NetworkInterfaceId"]
    with error("PrivateIpAddressLimitExceeded", "13 of at most 10 .*m5.large"):
        attach(NetworkInterfaceId=many, InstanceId=roomy, DeviceIndex=1)
    ec2.terminate_instances(InstanceIds=[roomy])
    with error("IncorrectState", roomy):
        attach(NetworkInterfaceId=two, InstanceId=roomy, DeviceIndex=1)


def test_requests_at_once_attach_one_interface_to_a_place(ec2, net, launch):
    instance = launch(SubnetId=net.subnet, InstanceType="m5.xlarge")["InstanceId"]
    enis = [make(ec2, net)["NetworkInterfaceId"] for _ in range(8)]

    def attach(eni):
        try:
            return bool(ec2.attach_network_interface(NetworkInterfaceId=eni, InstanceId=instance, DeviceIndex=1))
        except Exception as refused:  # noqa: BLE001
            return refused.response["Error"]["Code"]

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(attach, enis), key=str) == ["InvalidParameterValue"] * 7 + [True]


def test_a_launch_with_several_interfaces(ec2, net, launch, error):
    existing = make(ec2, net)["NetworkInterfaceId"]
    instance = launch(InstanceType="m5.large", NetworkInterfaces=[
        {"DeviceIndex": 2, "NetworkInterfaceId": existing},
        {"DeviceIndex": 0, "SubnetId": net.subnet, "PrivateIpAddress": "10.0.1.50", "Groups": [net.group]},
        {"DeviceIndex": 1, "SubnetId": net.subnet, "Description": "second", "DeleteOnTermination": False}])
    shown = instance["NetworkInterfaces"]
    assert [n["Attachment"]["DeviceIndex"] for n in shown] == [0, 1, 2]
    assert instance["PrivateIpAddress"] == shown[0]["PrivateIpAddress"] == "10.0.1.50"
    assert (shown[1]["Description"], shown[2]["NetworkInterfaceId"]) == ("second", existing)
    assert {n["Attachment"]["Status"] for n in shown} == {"attached"}
    ec2.terminate_instances(InstanceIds=[instance["InstanceId"]])
    left = {i["NetworkInterfaceId"] for i in ec2.describe_network_interfaces()["NetworkInterfaces"]}
    assert left == {existing, shown[1]["NetworkInterfaceId"]}
    two = [{"DeviceIndex": 0, "SubnetId": net.subnet}, {"DeviceIndex": 1, "SubnetId": net.subnet}]
    for change, code, message in [
        ({"DeviceIndex": 0}, "InvalidParameterValue", "unique device index"),
        ({"AssociatePublicIpAddress": True}, "InvalidParameterCombination", "multiple network interfaces"),
    ]:
        with error(code, message):
            launch(NetworkInterfaces=[two[0], {**two[1], **change}])
    with error("AttachmentLimitExceeded", "3 exceeds the limit for t3.micro"):
        launch(NetworkInterfaces=[*two, {"DeviceIndex": 2, "SubnetId": net.subnet}])
    with error("InvalidParameterValue", "index 0"):
        launch(NetworkInterfaces=two[1:])


def addresses(ec2, eni):
    return [a["PrivateIpAddress"] for a in seen(ec2, eni)["PrivateIpAddresses"]]


def test_addresses_come_and_go(ec2, net, launch, error):
    instance = launch(NetworkInterfaces=[{"DeviceIndex": 0, "SubnetId": net.subnet, "PrivateIpAddress": "10.0.1.30"}])
    one = instance["NetworkInterfaces"][0]["NetworkInterfaceId"]
    free = lambda: ec2.describe_subnets(SubnetIds=[net.subnet])["Subnets"][0]["AvailableIpAddressCount"]  # noqa: E731
    assert free() == 250
    answer = ec2.assign_private_ip_addresses(NetworkInterfaceId=one, PrivateIpAddresses=["10.0.1.31"])
    assert [a["PrivateIpAddress"] for a in answer["AssignedPrivateIpAddresses"]] == ["10.0.1.31"]
    # T3.micro's interfaces have two addresses.
    with error("PrivateIpAddressLimitExceeded", "t3.micro"):
        ec2.assign_private_ip_addresses(NetworkInterfaceId=one, SecondaryPrivateIpAddressCount=1)
    assert addresses(ec2, one) == ["10.0.1.30", "10.0.1.31"] and free() == 249
    two = make(ec2, net)["NetworkInterfaceId"]
    ec2.assign_private_ip_addresses(NetworkInterfaceId=two, SecondaryPrivateIpAddressCount=3)
    assert len(set(addresses(ec2, two))) == 4 and free() == 245
    with error("InvalidParameterValue", r"^Some of \[10\.0\.1\.31\] are already assigned, but move is not allowed\.$"):
        ec2.assign_private_ip_addresses(NetworkInterfaceId=two, PrivateIpAddresses=["10.0.1.31"])
    ec2.assign_private_ip_addresses(NetworkInterfaceId=two, PrivateIpAddresses=["10.0.1.31"], AllowReassignment=True)
    assert addresses(ec2, one) == ["10.0.1.30"] and "10.0.1.31" in addresses(ec2, two) and free() == 245
    with error("InvalidParameterValue", "primary"):
        ec2.assign_private_ip_addresses(NetworkInterfaceId=two, PrivateIpAddresses=["10.0.1.30"], AllowReassignment=True)
    with error("InvalidParameterValue", "primary"):
        ec2.unassign_private_ip_addresses(NetworkInterfaceId=one, PrivateIpAddresses=["10.0.1.30"])
    with error("InvalidParameterValue", r"10\.0\.1\.77"):
        ec2.unassign_private_ip_addresses(NetworkInterfaceId=one, PrivateIpAddresses=["10.0.1.77"])
    ec2.unassign_private_ip_addresses(NetworkInterfaceId=two, PrivateIpAddresses=["10.0.1.31"])
    assert "10.0.1.31" not in addresses(ec2, two) and free() == 246
    # It is free for whoever asks next.
    make(ec2, net, PrivateIpAddress="10.0.1.31")
    for arguments in ({}, {"PrivateIpAddresses": ["10.0.1.40"], "SecondaryPrivateIpAddressCount": 1}):
        with error("MissingParameter" if not arguments else "InvalidParameterCombination"):
            ec2.assign_private_ip_addresses(NetworkInterfaceId=two, **arguments)


def test_an_elastic_address_moves_with_its_private_one(ec2, net):
    gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=net.vpc)
    one, two = make(ec2, net)["NetworkInterfaceId"], make(ec2, net)["NetworkInterfaceId"]
    ec2.assign_private_ip_addresses(NetworkInterfaceId=one, PrivateIpAddresses=["10.0.1.60"])
    allocation = ec2.allocate_address(Domain="vpc")["AllocationId"]
    ec2.associate_address(AllocationId=allocation, NetworkInterfaceId=one, PrivateIpAddress="10.0.1.60")
    ec2.assign_private_ip_addresses(NetworkInterfaceId=two, PrivateIpAddresses=["10.0.1.60"], AllowReassignment=True)
    address = ec2.describe_addresses(AllocationIds=[allocation])["Addresses"][0]
    assert (address["NetworkInterfaceId"], address["PrivateIpAddress"]) == (two, "10.0.1.60")
    [held] = [a for a in seen(ec2, two)["PrivateIpAddresses"] if a["PrivateIpAddress"] == "10.0.1.60"]
    assert held["Association"]["AllocationId"] == allocation
    ec2.unassign_private_ip_addresses(NetworkInterfaceId=two, PrivateIpAddresses=["10.0.1.60"])
    assert "NetworkInterfaceId" not in ec2.describe_addresses(AllocationIds=[allocation])["Addresses"][0]
    ec2.release_address(AllocationId=allocation)

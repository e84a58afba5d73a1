"""Elastic IP addresses."""

import concurrent.futures
import ipaddress
import re

import pytest

X = "0123456789abcdef0"


class Net:
    """A VPC with a gateway and a subnet."""

    def __init__(self, ec2):
        self.vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        self.subnet = ec2.create_subnet(VpcId=self.vpc, CidrBlock="10.0.1.0/24")["Subnet"]["SubnetId"]
        self.gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
        ec2.attach_internet_gateway(InternetGatewayId=self.gateway, VpcId=self.vpc)


@pytest.fixture
def net(ec2):
    return Net(ec2)


def eni(ec2, net, **arguments):
    return ec2.create_network_interface(SubnetId=net.subnet, **arguments)["NetworkInterface"]["NetworkInterfaceId"]


def public(ec2, interface):
    """The public address that an interface shows, and the allocation that it comes from."""
    seen = ec2.describe_network_interfaces(NetworkInterfaceIds=[interface])["NetworkInterfaces"][0]
    association = seen.get("Association", {})
    return association.get("PublicIp"), association.get("AllocationId")


def test_an_address(ec2):
    tags = [{"Key": "Name", "Value": "front"}]
    made = ec2.allocate_address(Domain="vpc", TagSpecifications=[{"ResourceType": "elastic-ip", "Tags": tags}])
    made.pop("ResponseMetadata")
    allocation, ip = made.pop("AllocationId"), made.pop("PublicIp")
    assert re.fullmatch("eipalloc-[0-9a-f]{17}", allocation)
    assert ipaddress.ip_address(ip).packed[3] not in (0, 255)
    assert made == {"Domain": "vpc", "NetworkBorderGroup": "us-east-1", "PublicIpv4Pool": "amazon"}
    for arguments in ({"AllocationIds": [allocation]}, {"PublicIps": [ip]}, {}):
        assert ec2.describe_addresses(**arguments)["Addresses"] == [{
            **made, "AllocationId": allocation, "PublicIp": ip, "Tags": tags}]
    attribute = ec2.describe_addresses_attribute(AllocationIds=[allocation], Attribute="domain-name")["Addresses"]
    assert attribute == [{"AllocationId": allocation, "PublicIp": ip}]
    ec2.release_address(AllocationId=allocation)
    assert ec2.describe_addresses()["Addresses"] == []


def test_an_account_has_five(ec2, error):
    def take(_):
        try:
            return ec2.allocate_address()["PublicIp"]
        except Exception as refused:  # noqa: BLE001
            return refused.response["Error"]["Code"]

    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(take, range(16)))
    assert answers.count("AddressLimitExceeded") == 11
    assert len(set(answers)) == 6
    with error("AddressLimitExceeded", r"^The maximum number of addresses has been reached\.$"):
        ec2.allocate_address()
    ec2.release_address(AllocationId=ec2.describe_addresses()["Addresses"][0]["AllocationId"])
    ec2.allocate_address()


def test_an_address_of_an_instance(ec2, net, launch, error):
    instance = launch(SubnetId=net.subnet)["InstanceId"]
    ec2.get_waiter("instance_running").wait(InstanceIds=[instance])
    one = ec2.allocate_address()

    def seen():
        return ec2.describe_instances(InstanceIds=[instance])["Reservations"][0]["Instances"][0]

    assert "PublicIpAddress" not in seen()
    association = ec2.associate_address(AllocationId=one["AllocationId"], InstanceId=instance)["AssociationId"]
    assert re.fullmatch("eipassoc-[0-9a-f]{17}", association)
    now = seen()
    interface = now["NetworkInterfaces"][0]
    assert now["PublicIpAddress"] == one["PublicIp"]
    assert interface["Association"]["IpOwnerId"] == now["NetworkInterfaces"][0]["OwnerId"]
    address = ec2.describe_addresses(Filters=[{"Name": "instance-id", "Values": [instance]}])["Addresses"][0]
    assert {key: address[key] for key in ("AssociationId", "InstanceId", "NetworkInterfaceId", "PrivateIpAddress")} == {
        "AssociationId": association,
        "InstanceId": instance,
        "NetworkInterfaceId": interface["NetworkInterfaceId"],
        "PrivateIpAddress": now["PrivateIpAddress"],
    }
    # Once more is no mistake.
    assert ec2.associate_address(AllocationId=one["AllocationId"], InstanceId=instance)["AssociationId"] == association
    with error("InvalidIPAddress.InUse", f"^Address {re.escape(one['PublicIp'])} is in use.$"):
        ec2.release_address(AllocationId=one["AllocationId"])
    with error("DependencyViolation", f"^Network {net.vpc} has some mapped public address.es.. Please unmap"):
        ec2.detach_internet_gateway(InternetGatewayId=net.gateway, VpcId=net.vpc)
    ec2.disassociate_address(AssociationId=association)
    assert "PublicIpAddress" not in seen()
    with error("InvalidAssociationID.NotFound", f"^The association ID '{association}' does not exist$"):
        ec2.disassociate_address(AssociationId=association)
    ec2.release_address(AllocationId=one["AllocationId"])
    ec2.detach_internet_gateway(InternetGatewayId=net.gateway, VpcId=net.vpc)


def test_it_replaces_what_a_launch_gave(ec2, net, launch):
    ec2.modify_subnet_attribute(SubnetId=net.subnet, MapPublicIpOnLaunch={"Value": True})
    instance = launch(SubnetId=net.subnet)
    interface = instance["NetworkInterfaces"][0]["NetworkInterfaceId"]
    ec2.get_waiter("instance_running").wait(InstanceIds=[instance["InstanceId"]])
    given, allocation = public(ec2, interface)
    assert (given is not None, allocation) == (True, None)
    one = ec2.allocate_address()
    association = ec2.associate_address(AllocationId=one["AllocationId"], NetworkInterfaceId=interface)["AssociationId"]
    assert public(ec2, interface) == (one["PublicIp"], one["AllocationId"])
    # AWS gives a running instance no other one.
    ec2.disassociate_address(AssociationId=association)
    assert public(ec2, interface) == (None, None)


def test_an_address_moves(ec2, net, error):
    a, b = eni(ec2, net), eni(ec2, net)
    one, two = ec2.allocate_address(), ec2.allocate_address()
    first = ec2.associate_address(AllocationId=one["AllocationId"], NetworkInterfaceId=a)["AssociationId"]
    with error("Resource.AlreadyAssociated",
               f"^resource {one['AllocationId']} is already associated with associate-id {first}$"):
        ec2.associate_address(AllocationId=one["AllocationId"], NetworkInterfaceId=b, AllowReassociation=False)
    with error("Resource.AlreadyAssociated", f"^resource {a} is already associated with associate-id {first}$"):
        ec2.associate_address(AllocationId=two["AllocationId"], NetworkInterfaceId=a, AllowReassociation=False)
    ec2.associate_address(AllocationId=one["AllocationId"], NetworkInterfaceId=b)
    assert (public(ec2, a), public(ec2, b)) == ((None, None), (one["PublicIp"], one["AllocationId"]))
    # Another one in its place sets the first free.
    ec2.associate_address(AllocationId=two["AllocationId"], NetworkInterfaceId=b)
    assert public(ec2, b) == (two["PublicIp"], two["AllocationId"])
    assert "AssociationId" not in ec2.describe_addresses(AllocationIds=[one["AllocationId"]])["Addresses"][0]
    ec2.release_address(AllocationId=one["AllocationId"])
    # An interface that goes lets go of its address.
    ec2.delete_network_interface(NetworkInterfaceId=b)
    assert "AssociationId" not in ec2.describe_addresses(AllocationIds=[two["AllocationId"]])["Addresses"][0]


def test_an_address_for_each_private_one(ec2, net, error):
    interface = eni(ec2, net, PrivateIpAddresses=[{"PrivateIpAddress": "10.0.1.50", "Primary": True},
                                                  {"PrivateIpAddress": "10.0.1.51", "Primary": False}])
    one, two = ec2.allocate_address(), ec2.allocate_address()
    ec2.associate_address(AllocationId=one["AllocationId"], NetworkInterfaceId=interface, PrivateIpAddress="10.0.1.51")
    ec2.associate_address(AllocationId=two["AllocationId"], NetworkInterfaceId=interface)
    seen = ec2.describe_network_interfaces(NetworkInterfaceIds=[interface])["NetworkInterfaces"][0]
    assert [(a["PrivateIpAddress"], a["Association"]["PublicIp"]) for a in seen["PrivateIpAddresses"]] == [
        ("10.0.1.50", two["PublicIp"]), ("10.0.1.51", one["PublicIp"])]
    with error("InvalidParameterValue", r"10\.0\.1\.52 is not assigned"):
        ec2.associate_address(
            AllocationId=one["AllocationId"], NetworkInterfaceId=interface, PrivateIpAddress="10.0.1.52")
    # One that is with a secondary address moves to the primary one of the same interface.
    ec2.associate_address(AllocationId=one["AllocationId"], NetworkInterfaceId=interface)
    seen = ec2.describe_network_interfaces(NetworkInterfaceIds=[interface])["NetworkInterfaces"][0]
    assert [(a["PrivateIpAddress"], a.get("Association", {}).get("PublicIp")) for a in seen["PrivateIpAddresses"]] == [
        ("10.0.1.50", one["PublicIp"]), ("10.0.1.51", None)]


def test_what_is_refused(ec2, net, launch, error, client):
    interface = eni(ec2, net)
    one = ec2.allocate_address()
    allocation, ip = one["AllocationId"], one["PublicIp"]
    lonely = ec2.create_vpc(CidrBlock="10.5.0.0/16")["Vpc"]["VpcId"]
    subnet = ec2.create_subnet(VpcId=lonely, CidrBlock="10.5.1.0/24")["Subnet"]["SubnetId"]
    cut_off = ec2.create_network_interface(SubnetId=subnet)["NetworkInterface"]["NetworkInterfaceId"]
    for call, arguments, code, message in [
        ("associate_address", {"AllocationId": allocation, "NetworkInterfaceId": cut_off}, "Gateway.NotAttached",
         f"^Network {lonely} is not attached to any internet gateway$"),
        ("associate_address", {"AllocationId": f"eipalloc-{X}", "NetworkInterfaceId": interface},
         "InvalidAllocationID.NotFound", f"^The allocation ID 'eipalloc-{X}' does not exist$"),
        ("associate_address", {"AllocationId": allocation, "NetworkInterfaceId": f"eni-{X}"},
         "InvalidNetworkInterfaceID.NotFound", f"eni-{X}"),
        ("associate_address", {"AllocationId": allocation, "InstanceId": f"i-{X}"}, "InvalidInstanceID.NotFound", f"i-{X}"),
        ("associate_address", {"AllocationId": allocation}, "MissingParameter", "InstanceId"),
        ("associate_address", {"NetworkInterfaceId": interface}, "MissingParameter", "AllocationId"),
        ("associate_address", {"AllocationId": allocation, "PublicIp": ip, "NetworkInterfaceId": interface},
         "InvalidParameterCombination", "not both"),
        ("release_address", {"AllocationId": f"eipalloc-{X}"}, "InvalidAllocationID.NotFound",
         f"^The allocation ID 'eipalloc-{X}' does not exist$"),
        ("release_address", {"PublicIp": ip}, "InvalidParameterValue",
         "^You must specify an allocation id when releasing a VPC elastic IP address$"),
        ("release_address", {"PublicIp": ip, "AllocationId": allocation}, "InvalidParameterCombination",
         "^You may specify public IP or allocation id, but not both in the same call$"),
        ("release_address", {}, "MissingParameter", "AllocationId"),
        ("describe_addresses", {"PublicIps": ["192.0.2.1"]}, "InvalidAddress.NotFound", r"^Address '192\.0\.2\.1' not found\.$"),
        ("disassociate_address", {}, "MissingParameter", "AssociationId"),
        ("allocate_address", {"Domain": "standard"}, "UnsupportedOperation", "Domain"),
        ("allocate_address", {"NetworkBorderGroup": "us-west-2"}, "InvalidParameterValue", "us-west-2"),
    ]:
        with error(code, message):
            getattr(ec2, call)(**arguments)
    with error("InvalidAllocationID.NotFound"):
        client(account="AKIASOMEBODYELSE0002").release_address(AllocationId=allocation)


def test_filters(ec2, net):
    interface = eni(ec2, net, PrivateIpAddress="10.0.1.77")
    one, two = ec2.allocate_address(), ec2.allocate_address()
    association = ec2.associate_address(AllocationId=one["AllocationId"], NetworkInterfaceId=interface)["AssociationId"]
    ec2.create_tags(Resources=[two["AllocationId"]], Tags=[{"Key": "spare", "Value": "yes"}])
    a, b = one["AllocationId"], two["AllocationId"]
    for name, value, want in [
        ("allocation-id", a, [a]),
        ("association-id", association, [a]),
        ("domain", "vpc", [a, b]),
        ("instance-id", "*", []),
        ("network-border-group", "us-east-1", [a, b]),
        ("network-interface-id", interface, [a]),
        ("network-interface-owner-id", "*", [a]),
        ("private-ip-address", "10.0.1.77", [a]),
        ("public-ip", two["PublicIp"], [b]),
        ("tag:spare", "yes", [b]),
        ("tag-key", "spare", [b]),
    ]:
        filters = [{"Name": name, "Values": [value]}]
        got = [address["AllocationId"] for address in ec2.describe_addresses(Filters=filters)["Addresses"]]
        assert sorted(got) == sorted(want), name

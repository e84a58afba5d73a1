"""VPCs and what is made with each: attributes, default VPCs, gateways, ACLs, DHCP options."""

import concurrent.futures
import re

import pytest
from botocore.exceptions import ClientError

X = "0123456789abcdef0"


def make(ec2, block="10.0.0.0/16", **arguments):
    return ec2.create_vpc(CidrBlock=block, **arguments)["Vpc"]["VpcId"]


def of(vpc, name="vpc-id"):
    return [{"Name": name, "Values": [vpc]}]


def test_a_vpc_is_made_with_its_table_acl_and_group(ec2):
    tags = [{"Key": "Name", "Value": "first"}, {"Key": "env", "Value": ""}]
    made = ec2.create_vpc(CidrBlock="10.1.2.3/20", TagSpecifications=[{"ResourceType": "vpc", "Tags": tags}])["Vpc"]
    vpc = made["VpcId"]
    assert re.fullmatch("vpc-[0-9a-f]{17}", vpc)
    assert made["State"] == "pending"
    seen = ec2.describe_vpcs(VpcIds=[vpc])["Vpcs"][0]
    association = seen["CidrBlockAssociationSet"][0]
    assert re.fullmatch("vpc-cidr-assoc-[0-9a-f]{17}", association["AssociationId"])
    assert (association["CidrBlock"], association["CidrBlockState"]["State"]) == ("10.1.0.0/20", "associated")
    assert {key: seen[key] for key in ("CidrBlock", "InstanceTenancy", "IsDefault", "State", "Tags")} == {
        "CidrBlock": "10.1.0.0/20",
        "InstanceTenancy": "default",
        "IsDefault": False,
        "State": "available",
        "Tags": tags,
    }
    table = ec2.describe_route_tables(Filters=of(vpc))["RouteTables"]
    assert [[(a["Main"], a["AssociationState"]["State"]) for a in t["Associations"]] for t in table] == [
        [(True, "associated")]
    ]
    acl = ec2.describe_network_acls(Filters=of(vpc))["NetworkAcls"]
    assert [a["IsDefault"] for a in acl] == [True]
    group = ec2.describe_security_groups(Filters=of(vpc))["SecurityGroups"]
    assert [g["GroupName"] for g in group] == ["default"]
    options = ec2.describe_dhcp_options(DhcpOptionsIds=[seen["DhcpOptionsId"]])["DhcpOptions"][0]
    configuration = {c["Key"]: [v["Value"] for v in c["Values"]] for c in options["DhcpConfigurations"]}
    assert configuration == {"domain-name": ["ec2.internal"], "domain-name-servers": ["AmazonProvidedDNS"]}
    ec2.delete_vpc(VpcId=vpc)
    for left in (
        ec2.describe_route_tables(Filters=of(vpc))["RouteTables"],
        ec2.describe_network_acls(Filters=of(vpc))["NetworkAcls"],
        ec2.describe_security_groups(Filters=of(vpc))["SecurityGroups"],
        ec2.describe_vpcs(Filters=of(vpc))["Vpcs"],
        ec2.describe_tags(Filters=[{"Name": "resource-id", "Values": [vpc]}])["Tags"],
    ):
        assert left == []


@pytest.mark.parametrize(
    "arguments, code, message",
    [
        ({"CidrBlock": "10.0.0.0/8"}, "InvalidVpc.Range", r"^The CIDR '10\.0\.0\.0/8' is invalid\.$"),
        ({"CidrBlock": "10.0.0.0/29"}, "InvalidVpc.Range", "is invalid"),
        ({"CidrBlock": "169.254.0.0/16"}, "InvalidVpc.Range", "is invalid"),
        ({"CidrBlock": "10.0/16"}, "InvalidParameterValue",
         r"^Value \(10\.0/16\) for parameter cidrBlock is invalid\. This is not a valid CIDR block\.$"),
        ({}, "MissingParameter", "CidrBlock"),
        ({"CidrBlock": "10.0.0.0/16", "AmazonProvidedIpv6CidrBlock": True}, "UnsupportedOperation", "AmazonProvidedIpv6"),
        ({"CidrBlock": "10.0.0.0/16", "Ipv4IpamPoolId": "ipam-pool-1"}, "UnsupportedOperation", "Ipv4IpamPoolId"),
        ({"CidrBlock": "10.0.0.0/16", "InstanceTenancy": "dedicated"}, "UnsupportedOperation", "InstanceTenancy"),
        ({"CidrBlock": "10.0.0.0/16", "TagSpecifications": [{"ResourceType": "subnet", "Tags": []}]},
         "InvalidParameterValue", "'subnet' is not a valid taggable resource type for this operation"),
        ({"CidrBlock": "10.0.0.0/16", "DryRun": True}, "DryRunOperation", None),
    ],
)
def test_vpcs_that_are_refused(ec2, error, arguments, code, message):
    with error(code, message, status=412 if code == "DryRunOperation" else 400):
        ec2.create_vpc(**arguments)


def test_an_account_has_five_vpcs(ec2, error):
    # One of them is the default VPC.
    with concurrent.futures.ThreadPoolExecutor(12) as pool:
        tries = [pool.submit(make, ec2, f"10.{n}.0.0/16") for n in range(12)]
    failures = [t.exception() for t in tries if t.exception()]
    assert {f.response["Error"]["Code"] for f in failures if isinstance(f, ClientError)} == {"VpcLimitExceeded"}
    assert len(failures) == 8
    assert len(ec2.describe_vpcs()["Vpcs"]) == 5
    with error("VpcLimitExceeded", r"^The maximum number of VPCs has been reached\.$"):
        make(ec2)


def test_attributes(ec2, error):
    vpc = make(ec2)

    def attribute(name):
        answer = ec2.describe_vpc_attribute(VpcId=vpc, Attribute=name)
        assert answer["VpcId"] == vpc
        return answer[name[0].upper() + name[1:]]["Value"]

    assert (attribute("enableDnsSupport"), attribute("enableDnsHostnames")) == (True, False)
    assert attribute("enableNetworkAddressUsageMetrics") is False
    ec2.modify_vpc_attribute(VpcId=vpc, EnableDnsHostnames={"Value": True})
    assert attribute("enableDnsHostnames") is True
    with error("InvalidParameterCombination", "multiple attribute types specified: enableDnsHostnames, enableDnsSupport"):
        ec2.modify_vpc_attribute(VpcId=vpc, EnableDnsHostnames={"Value": False}, EnableDnsSupport={"Value": False})
    with error("InvalidParameterCombination", "No attributes specified"):
        ec2.modify_vpc_attribute(VpcId=vpc)
    ec2.modify_vpc_attribute(VpcId=vpc, EnableDnsHostnames={"Value": False})
    ec2.modify_vpc_attribute(VpcId=vpc, EnableDnsSupport={"Value": False})
    assert (attribute("enableDnsSupport"), attribute("enableDnsHostnames")) == (False, False)
    with error("InvalidParameterCombination", "DNS support"):
        ec2.modify_vpc_attribute(VpcId=vpc, EnableDnsHostnames={"Value": True})
    ec2.modify_vpc_attribute(VpcId=vpc, EnableNetworkAddressUsageMetrics={"Value": False})
    with error("UnsupportedOperation", "EnableNetworkAddressUsageMetrics"):
        ec2.modify_vpc_attribute(VpcId=vpc, EnableNetworkAddressUsageMetrics={"Value": True})
    with error("InvalidParameterValue"):
        ec2.describe_vpc_attribute(VpcId=vpc, Attribute="nope")
    with error("InvalidVpcID.NotFound", f"^The vpc ID 'vpc-{X}' does not exist$"):
        ec2.describe_vpc_attribute(VpcId=f"vpc-{X}", Attribute="enableDnsSupport")


def test_what_keeps_a_vpc_from_being_deleted(ec2, error):
    vpc = make(ec2)
    refusal = ("DependencyViolation", f"^The vpc '{vpc}' has dependencies and cannot be deleted.$")
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.1.0/24")["Subnet"]["SubnetId"]
    with error(*refusal):
        ec2.delete_vpc(VpcId=vpc)
    ec2.delete_subnet(SubnetId=subnet)
    gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
    with error(*refusal):
        ec2.delete_vpc(VpcId=vpc)
    ec2.detach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
    table = ec2.create_route_table(VpcId=vpc)["RouteTable"]["RouteTableId"]
    with error(*refusal):
        ec2.delete_vpc(VpcId=vpc)
    ec2.delete_route_table(RouteTableId=table)
    group = ec2.create_security_group(VpcId=vpc, GroupName="g", Description="g")["GroupId"]
    with error(*refusal):
        ec2.delete_vpc(VpcId=vpc)
    ec2.delete_security_group(GroupId=group)
    default = ec2.describe_security_groups(Filters=of(vpc))["SecurityGroups"][0]["GroupId"]
    ec2.authorize_security_group_ingress(GroupId=default, IpPermissions=[
        {"IpProtocol": "tcp", "FromPort": n, "ToPort": n, "IpRanges": [{"CidrIp": "10.0.0.0/8"}]} for n in range(40)])
    ec2.delete_vpc(VpcId=vpc)
    with error("InvalidVpcID.NotFound"):
        ec2.delete_vpc(VpcId=vpc)
    assert ec2.describe_security_group_rules(Filters=[{"Name": "group-id", "Values": [default]}])[
        "SecurityGroupRules"] == []


def test_the_default_vpc_comes_back(ec2, error):
    with error("DefaultVpcAlreadyExists", r"^A Default VPC already exists for this account in this region\.$"):
        ec2.create_default_vpc()
    old = ec2.describe_vpcs(Filters=of("true", "is-default"))["Vpcs"][0]["VpcId"]
    subnets = ec2.describe_subnets(Filters=of(old))["Subnets"]
    for subnet in subnets:
        ec2.delete_subnet(SubnetId=subnet["SubnetId"])
    gateway = ec2.describe_internet_gateways(Filters=of(old, "attachment.vpc-id"))["InternetGateways"][0]
    ec2.detach_internet_gateway(InternetGatewayId=gateway["InternetGatewayId"], VpcId=old)
    ec2.delete_internet_gateway(InternetGatewayId=gateway["InternetGatewayId"])
    ec2.delete_vpc(VpcId=old)
    assert ec2.describe_vpcs()["Vpcs"] == []
    with error("DefaultVpcDoesNotExist"):
        ec2.create_default_subnet(AvailabilityZone="us-east-1a")
    made = ec2.create_default_vpc()["Vpc"]
    assert (made["IsDefault"], made["CidrBlock"]) == (True, "172.31.0.0/16")
    assert made["VpcId"] != old
    again = ec2.describe_subnets(Filters=of(made["VpcId"]))["Subnets"]
    assert {(s["AvailabilityZone"], s["CidrBlock"]) for s in again} == {
        (s["AvailabilityZone"], s["CidrBlock"]) for s in subnets}
    assert len(ec2.describe_internet_gateways()["InternetGateways"]) == 1
    assert len(ec2.describe_dhcp_options()["DhcpOptions"]) == 1


def test_filters_and_pages(ec2, client, error):
    vpcs = [make(ec2, f"10.{n}.0.0/16") for n in range(4)]
    ec2.create_tags(Resources=vpcs[:2], Tags=[{"Key": "team", "Value": "net-one"}])
    ec2.create_tags(Resources=vpcs[2:3], Tags=[{"Key": "team", "Value": "net-two"}])

    def found(*filters):
        answer = ec2.describe_vpcs(Filters=[{"Name": name, "Values": list(values)} for name, *values in filters])
        return {v["VpcId"] for v in answer["Vpcs"]}

    default = found(("isDefault", "true"))
    assert len(default) == 1
    for filters, want in [
        ([("cidr", "10.1.0.0/16")], vpcs[1:2]),
        ([("cidr", "10.?.0.0/16")], vpcs),
        ([("cidr-block", "10.1.0.0/16")], vpcs[1:2]),
        ([("cidrBlock", "10.1.0.0/16")], vpcs[1:2]),
        ([("cidr-block-association.cidr-block", "10.2.*", "10.3.*")], vpcs[2:]),
        ([("tag:team", "net-*")], vpcs[:3]),
        ([("tag:team", "net-one"), ("vpc-id", vpcs[1])], vpcs[1:2]),
        ([("tag-key", "team")], vpcs[:3]),
        ([("tag:team", "Net-one")], []),
        ([("is-default", "false")], vpcs),
        ([("state", "available"), ("is-default", "true")], default),
        ([("state", "pending")], []),
    ]:
        assert found(*filters) == set(want), filters
    with error("InvalidParameterValue", "^The filter 'nope' is invalid$"):
        found(("nope", "1"))
    with error("InvalidParameterValue", "maxResults"):
        client(parameter_validation=False).describe_vpcs(MaxResults=4)
    with error("InvalidVpcID.Malformed", '^Invalid id: "vpc-xyz"'):
        ec2.describe_vpcs(VpcIds=["vpc-xyz"])


def test_gateways(ec2, error, client):
    vpc = make(ec2)
    other = make(ec2, "10.1.0.0/16")
    tags = [{"ResourceType": "internet-gateway", "Tags": [{"Key": "Name", "Value": "way-out"}]}]
    made = ec2.create_internet_gateway(TagSpecifications=tags)["InternetGateway"]
    gateway = made["InternetGatewayId"]
    assert re.fullmatch("igw-[0-9a-f]{17}", gateway)
    assert (made["Attachments"], made["Tags"]) == ([], [{"Key": "Name", "Value": "way-out"}])
    with error("Gateway.NotAttached", f"^resource {gateway} is not attached to network {vpc}$"):
        ec2.detach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
    ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
    for filters in ([("attachment.vpc-id", vpc)], [("tag:Name", "way-*"), ("attachment.state", "available")]):
        filters = [{"Name": name, "Values": [value]} for name, value in filters]
        seen = ec2.describe_internet_gateways(Filters=filters)["InternetGateways"]
        assert [(g["InternetGatewayId"], g["Attachments"]) for g in seen] == [
            (gateway, [{"State": "available", "VpcId": vpc}])
        ]
    with error("Resource.AlreadyAssociated", f"^resource {gateway} is already attached to network {vpc}$"):
        ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=other)
    second = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    with error("InvalidParameterValue", f"^Network {vpc} already has an internet gateway attached$"):
        ec2.attach_internet_gateway(InternetGatewayId=second, VpcId=vpc)
    with error("DependencyViolation", f"^The internetGateway '{gateway}' has dependencies and cannot be deleted.$"):
        ec2.delete_internet_gateway(InternetGatewayId=gateway)
    ec2.detach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
    ec2.attach_internet_gateway(InternetGatewayId=second, VpcId=vpc)
    ec2.delete_internet_gateway(InternetGatewayId=gateway)
    with error("InvalidInternetGatewayID.NotFound", f"^The internetGateway ID '{gateway}' does not exist$"):
        ec2.describe_internet_gateways(InternetGatewayIds=[gateway])
    with error("InvalidInternetGatewayID.NotFound"):
        client(account="AKIASOMEBODYELSE0000").attach_internet_gateway(InternetGatewayId=second, VpcId=vpc)
    # The default VPC's gateway and `second` are there: three more make five.
    for _ in range(3):
        ec2.create_internet_gateway()
    with error("InternetGatewayLimitExceeded", r"^The maximum number of internet gateways has been reached\.$"):
        ec2.create_internet_gateway()


def test_acls_and_dhcp_options_are_found_by_what_is_in_them(ec2, error):
    vpc = make(ec2)
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.1.0/24")["Subnet"]["SubnetId"]
    acl = ec2.describe_network_acls(Filters=of(subnet, "association.subnet-id"))["NetworkAcls"][0]
    assert (acl["VpcId"], [a["SubnetId"] for a in acl["Associations"]]) == (vpc, [subnet])
    entries = [(e["Egress"], e["RuleNumber"], e["RuleAction"], e["Protocol"], e["CidrBlock"]) for e in acl["Entries"]]
    assert entries == [
        (egress, number, action, "-1", "0.0.0.0/0")
        for egress in (True, False)
        for number, action in ((100, "allow"), (32767, "deny"))
    ]
    ours = {"Name": "vpc-id", "Values": [vpc]}
    for name, value, many in [
        ("default", "true", 1),
        ("default", "false", 0),
        ("entry.rule-number", "32767", 1),
        ("entry.rule-number", "200", 0),
        ("entry.egress", "true", 1),
        ("entry.rule-action", "deny", 1),
        ("entry.cidr", "0.0.0.0/0", 1),
        ("entry.ipv6-cidr", "*", 0),
        ("entry.port-range.from", "80", 0),
        ("association.association-id", "aclassoc-*", 1),
    ]:
        acls = ec2.describe_network_acls(Filters=[ours, {"Name": name, "Values": [value]}])["NetworkAcls"]
        assert len(acls) == many, (name, value)
    for name, value, many in [("key", "domain-name", 1), ("value", "AmazonProvided*", 1), ("key", "ntp-servers", 0)]:
        options = ec2.describe_dhcp_options(Filters=[{"Name": name, "Values": [value]}])["DhcpOptions"]
        assert len(options) == many, (name, value)
    with error("InvalidNetworkAclID.NotFound", f"^The networkAcl ID 'acl-{X}' does not exist$"):
        ec2.describe_network_acls(NetworkAclIds=[f"acl-{X}"])
    with error("InvalidDhcpOptionID.NotFound", f"^The dhcpOption ID 'dopt-{X}' does not exist$"):
        ec2.describe_dhcp_options(DhcpOptionsIds=[f"dopt-{X}"])


def test_another_account_sees_nothing(ec2, client, error):
    vpc = make(ec2)
    other = client(account="AKIASOMEBODYELSE0001")
    with error("InvalidVpcID.NotFound"):
        other.delete_vpc(VpcId=vpc)
    with error("InvalidVpcID.NotFound"):
        other.create_subnet(VpcId=vpc, CidrBlock="10.0.0.0/24")
    assert vpc not in [v["VpcId"] for v in other.describe_vpcs()["Vpcs"]]


def test_a_further_block_of_addresses(ec2, error):
    vpc = ec2.create_vpc(CidrBlock="10.20.0.0/16")["Vpc"]
    primary = vpc["CidrBlockAssociationSet"][0]["AssociationId"]
    answer = ec2.associate_vpc_cidr_block(VpcId=vpc["VpcId"], CidrBlock="10.21.0.0/16")
    made = answer["CidrBlockAssociation"]
    assert (answer["VpcId"], made["CidrBlock"], made["CidrBlockState"]["State"]) == (
        vpc["VpcId"], "10.21.0.0/16", "associating")

    def blocks():
        shown = ec2.describe_vpcs(VpcIds=[vpc["VpcId"]])["Vpcs"][0]["CidrBlockAssociationSet"]
        return [(block["CidrBlock"], block["CidrBlockState"]["State"]) for block in shown]

    assert blocks() == [("10.20.0.0/16", "associated"), ("10.21.0.0/16", "associated")]
    # Its addresses are the VPC's: subnets are made of it, and every route table knows the way.
    subnet = ec2.create_subnet(VpcId=vpc["VpcId"], CidrBlock="10.21.1.0/24")["Subnet"]["SubnetId"]
    tables = ec2.describe_route_tables(Filters=[{"Name": "vpc-id", "Values": [vpc["VpcId"]]}])["RouteTables"]
    routes = {(route["DestinationCidrBlock"], route["GatewayId"]) for route in tables[0]["Routes"]}
    assert routes == {("10.20.0.0/16", "local"), ("10.21.0.0/16", "local")}
    with error("InvalidCidrBlock.InUse", made["AssociationId"]):
        ec2.disassociate_vpc_cidr_block(AssociationId=made["AssociationId"])
    ec2.delete_subnet(SubnetId=subnet)
    gone = ec2.disassociate_vpc_cidr_block(AssociationId=made["AssociationId"])["CidrBlockAssociation"]
    assert gone["CidrBlockState"]["State"] == "disassociating"
    assert blocks() == [("10.20.0.0/16", "associated")]
    with error("OperationNotPermitted", "primary"):
        ec2.disassociate_vpc_cidr_block(AssociationId=primary)
    with error("InvalidVpcCidrBlockAssociationID.NotFound", made["AssociationId"]):
        ec2.disassociate_vpc_cidr_block(AssociationId=made["AssociationId"])
    for block, code in [("10.20.128.0/17", "InvalidVpc.Range"), ("10.0/16", "InvalidParameterValue"), ("10.9.0.0/8", "InvalidVpc.Range")]:
        with error(code):
            ec2.associate_vpc_cidr_block(VpcId=vpc["VpcId"], CidrBlock=block)
    for number in range(22, 26):
        ec2.associate_vpc_cidr_block(VpcId=vpc["VpcId"], CidrBlock=f"10.{number}.0.0/16")
    with error("CidrLimitExceeded", f"^This network {vpc['VpcId']} has met its maximum number of allowed CIDRs: 5$"):
        ec2.associate_vpc_cidr_block(VpcId=vpc["VpcId"], CidrBlock="10.30.0.0/16")
    with error("UnsupportedOperation", "AmazonProvidedIpv6CidrBlock"):
        ec2.associate_vpc_cidr_block(VpcId=vpc["VpcId"], AmazonProvidedIpv6CidrBlock=True)

"""Sets of DHCP options, and which VPC has which. What guests are told of them is tested where they are told."""

import pytest

X = "0123456789abcdef0"
ALL = [
    {"Key": "domain-name", "Values": ["example.com"]},
    {"Key": "domain-name-servers", "Values": ["10.0.9.9", "AmazonProvidedDNS"]},
    {"Key": "ntp-servers", "Values": ["10.0.9.8"]},
    {"Key": "netbios-name-servers", "Values": ["10.0.9.7"]},
    {"Key": "netbios-node-type", "Values": ["2"]},
]


def set_of(ec2, vpc):
    return ec2.describe_vpcs(VpcIds=[vpc])["Vpcs"][0]["DhcpOptionsId"]


def test_a_set_of_options(ec2, error):
    tags = [{"Key": "Name", "Value": "office"}]
    made = ec2.create_dhcp_options(
        DhcpConfigurations=ALL, TagSpecifications=[{"ResourceType": "dhcp-options", "Tags": tags}])["DhcpOptions"]
    assert made["DhcpConfigurations"] == [
        {"Key": each["Key"], "Values": [{"Value": value} for value in each["Values"]]} for each in ALL]
    assert made["Tags"] == tags
    options = made["DhcpOptionsId"]
    assert ec2.describe_dhcp_options(DhcpOptionsIds=[options])["DhcpOptions"] == [made]
    for name, value in (("key", "ntp-servers"), ("value", "10.0.9.7"), ("tag:Name", "office"), ("tag-value", "office")):
        found = ec2.describe_dhcp_options(Filters=[{"Name": name, "Values": [value]}])["DhcpOptions"]
        assert found == [made], name
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    usual = set_of(ec2, vpc)
    ec2.associate_dhcp_options(DhcpOptionsId=options, VpcId=vpc)
    assert set_of(ec2, vpc) == options
    by_set = [{"Name": "dhcp-options-id", "Values": [options]}]
    assert [v["VpcId"] for v in ec2.describe_vpcs(Filters=by_set)["Vpcs"]] == [vpc]
    with error("DependencyViolation", f"The dhcpOptions '{options}' has dependencies and cannot be deleted."):
        ec2.delete_dhcp_options(DhcpOptionsId=options)
    ec2.associate_dhcp_options(DhcpOptionsId="default", VpcId=vpc)
    assert set_of(ec2, vpc) == "default"
    ec2.associate_dhcp_options(DhcpOptionsId=options, VpcId=vpc)
    ec2.associate_dhcp_options(DhcpOptionsId=usual, VpcId=vpc)
    assert set_of(ec2, vpc) == usual
    ec2.delete_dhcp_options(DhcpOptionsId=options)
    with error("InvalidDhcpOptionID.NotFound", f"The dhcpOption ID '{options}' does not exist"):
        ec2.describe_dhcp_options(DhcpOptionsIds=[options])
    with error("InvalidDhcpOptionID.NotFound"):
        ec2.associate_dhcp_options(DhcpOptionsId=options, VpcId=vpc)


def test_a_set_outlives_its_vpc(ec2):
    options = ec2.create_dhcp_options(DhcpConfigurations=ALL)["DhcpOptions"]["DhcpOptionsId"]
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    ec2.associate_dhcp_options(DhcpOptionsId=options, VpcId=vpc)
    ec2.delete_vpc(VpcId=vpc)
    ec2.delete_dhcp_options(DhcpOptionsId=options)


def test_another_account_has_its_own(ec2, client, error):
    options = ec2.create_dhcp_options(DhcpConfigurations=ALL)["DhcpOptions"]["DhcpOptionsId"]
    other = client(account="AKIADHCPOTHERACCOUNT")
    vpc = other.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    for refused in (lambda: other.delete_dhcp_options(DhcpOptionsId=options),
                    lambda: other.associate_dhcp_options(DhcpOptionsId=options, VpcId=vpc)):
        with error("InvalidDhcpOptionID.NotFound"):
            refused()


REFUSED = [
    ([{"Key": "ntp-servers", "Values": ["f"]}], "InvalidParameterValue", r"Value \(f\) for parameter ntp-servers"),
    ([{"Key": "ntp-servers", "Values": [f"10.0.0.{n}" for n in range(1, 6)]}], "InvalidParameterValue", "one to 4 servers"),
    ([{"Key": "ntp-servers", "Values": ["AmazonProvidedDNS"]}], "InvalidParameterValue", "ntp-servers"),
    ([{"Key": "netbios-node-type", "Values": ["0"]}], "InvalidParameterValue", "Valid values are 1, 2, 4 and 8"),
    ([{"Key": "domain-name", "Values": ["a", "b"]}], "InvalidParameterValue", "takes exactly one value"),
    ([{"Key": "colour", "Values": ["red"]}], "InvalidParameterValue", r"Value \(colour\) for parameter option is invalid"),
    ([{"Key": "domain-name-servers", "Values": ["2001:db8::1"]}], "UnsupportedOperation", "no IPv6 addresses yet"),
    ([ALL[0], ALL[0]], "InvalidOption.Conflict", "'domain-name' is specified twice"),
]


@pytest.mark.parametrize("configurations, code, message", REFUSED, ids=[f"{r[0][0]['Key']}-{r[1]}" for r in REFUSED])
def test_options_that_make_no_sense(ec2, error, configurations, code, message):
    with error(code, message):
        ec2.create_dhcp_options(DhcpConfigurations=configurations)
    assert len(ec2.describe_dhcp_options()["DhcpOptions"]) == 1

"""Regions, zones and the attributes of an account."""

import pytest


def test_regions(ec2):
    regions = {region["RegionName"]: region for region in ec2.describe_regions()["Regions"]}
    assert len(regions) == 34
    assert regions["us-east-1"] == {
        "RegionName": "us-east-1",
        "Endpoint": "ec2.us-east-1.amazonaws.com",
        "OptInStatus": "opt-in-not-required",
        "Geography": [{"Name": "United States of America"}],
    }
    # All regions are served, so all are enabled.
    assert {region["OptInStatus"] for region in regions.values()} == {"opt-in-not-required", "opted-in"}
    assert len(ec2.describe_regions(AllRegions=True)["Regions"]) == 34


@pytest.mark.parametrize("arguments, names", [
    ({"RegionNames": ["us-west-2", "eu-west-1"]}, ["eu-west-1", "us-west-2"]),
    ({"Filters": [{"Name": "region-name", "Values": ["us-west-*"]}]}, ["us-west-1", "us-west-2"]),
    ({"Filters": [{"Name": "endpoint", "Values": ["*us-east-?.*"]}]}, ["us-east-1", "us-east-2"]),
    ({"Filters": [{"Name": "opt-in-status", "Values": ["not-opted-in"]}]}, []),
    ({"Filters": [{"Name": "opt-in-status", "Values": ["opted-in"]}], "RegionNames": ["us-east-1", "af-south-1"]},
     ["af-south-1"]),
])
def test_region_filters(ec2, arguments, names):
    assert [region["RegionName"] for region in ec2.describe_regions(**arguments)["Regions"]] == names


def test_zones(client):
    zones = client("ec2", region="us-west-1").describe_availability_zones(AllAvailabilityZones=True)["AvailabilityZones"]
    assert zones == [{
        "ZoneName": name,
        "ZoneId": zone_id,
        "ZoneType": "availability-zone",
        "RegionName": "us-west-1",
        "State": "available",
        "OptInStatus": "opt-in-not-required",
        "GroupName": "us-west-1-zg-1",
        "GroupLongName": "US West (N. California) 1",
        "NetworkBorderGroup": "us-west-1",
        "Geography": [{"Name": "United States of America"}],
        "SubGeography": [{"Name": "California"}],
        "Messages": [],
    } for name, zone_id in (("us-west-1a", "usw1-az3"), ("us-west-1b", "usw1-az1"))]


@pytest.mark.parametrize("arguments, names", [
    ({"ZoneNames": ["us-east-1c", "us-east-1a"]}, "ac"),
    ({"ZoneIds": ["use1-az6"]}, "a"),
    ({"ZoneIds": ["use1-az6"], "ZoneNames": ["us-east-1b"]}, ""),
    *(({"Filters": [{"Name": name, "Values": [value]}]}, letters) for name, value, letters in (
        ("group-long-name", "US East (N. Virginia) 1", "abcdef"), ("group-name", "us-east-1-zg-1", "abcdef"),
        ("message", "*", ""), ("opt-in-status", "opt-in-not-required", "abcdef"), ("opt-in-status", "opted-in", ""),
        ("parent-zone-id", "*", ""), ("parent-zone-name", "*", ""), ("region-name", "us-east-1", "abcdef"),
        ("region-name", "us-east-2", ""), ("state", "available", "abcdef"), ("zone-id", "use1-az[12]", ""),
        ("zone-id", "use1-az?", "abcdef"), ("zone-name", "*b", "b"), ("zone-type", "local-zone", ""),
        ("zone-type", "availability-zone", "abcdef"))),
])
def test_zone_filters(ec2, arguments, names):
    zones = ec2.describe_availability_zones(**arguments)["AvailabilityZones"]
    assert "".join(zone["ZoneName"].removeprefix("us-east-1") for zone in zones) == names


def test_account_attributes(ec2, client):
    def attributes(ec2, **arguments):
        answer = ec2.describe_account_attributes(**arguments)["AccountAttributes"]
        return {attribute["AttributeName"]: [value["AttributeValue"] for value in attribute["AttributeValues"]]
                for attribute in answer}

    vpc = ec2.describe_vpcs()["Vpcs"][0]["VpcId"]
    assert attributes(ec2) == {
        "supported-platforms": ["VPC"],
        "default-vpc": [vpc],
        "max-instances": ["20"],
        "max-elastic-ips": ["5"],
        "vpc-max-elastic-ips": ["5"],
        "vpc-max-security-groups-per-interface": ["5"],
    }
    assert attributes(ec2, AttributeNames=["default-vpc"]) == {"default-vpc": [vpc]}
    assert attributes(client("ec2", region="eu-west-1"), AttributeNames=["default-vpc"]) != {"default-vpc": [vpc]}


@pytest.mark.parametrize("action, arguments, code, message", [
    ("describe_regions", {"RegionNames": ["us-east-1", "mars-1", "x"]}, "InvalidParameterValue", r"\[mars-1, x\]"),
    ("describe_regions", {"Filters": [{"Name": "nope", "Values": ["x"]}]}, "InvalidParameterValue",
     "^The filter 'nope' is invalid$"),
    ("describe_regions", {"DryRun": True}, "DryRunOperation", None),
    ("describe_availability_zones", {"ZoneNames": ["us-east-1z"]}, "InvalidParameterValue",
     r"^Invalid availability zone: \[us-east-1z\]$"),
    ("describe_availability_zones", {"ZoneIds": ["usw1-az1"]}, "InvalidParameterValue",
     r"^Invalid availability zone-id: \[usw1-az1\]$"),
    ("describe_availability_zones", {"Filters": [{"Name": "nope", "Values": ["x"]}]}, "InvalidParameterValue",
     "^The filter 'nope' is invalid$"),
    ("describe_account_attributes", {"AttributeNames": ["nope"]}, "InvalidParameterValue", "nope"),
])
def test_refusals(ec2, error, action, arguments, code, message):
    with error(code, message, status=412 if code == "DryRunOperation" else 400):
        getattr(ec2, action)(**arguments)

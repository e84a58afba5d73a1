"""Managed prefix lists, and rules of security groups that refer to them."""

import re

import pytest

X = "0123456789abcdef0"


@pytest.fixture
def make(ec2):
    """make("cidr", …): a prefix list with these entries."""

    def run(*cidrs, **arguments):
        arguments = {"PrefixListName": "office", "AddressFamily": "IPv4", "MaxEntries": 5, **arguments}
        entries = [{"Cidr": cidr, "Description": f"the {n}th"} for n, cidr in enumerate(cidrs)]
        return ec2.create_managed_prefix_list(Entries=entries, **arguments)["PrefixList"]

    return run


def seen(ec2, list_id):
    return ec2.describe_managed_prefix_lists(PrefixListIds=[list_id])["PrefixLists"][0]


def cidrs(ec2, list_id, **asked):
    entries = ec2.get_managed_prefix_list_entries(PrefixListId=list_id, **asked)["Entries"]
    return [entry["Cidr"] for entry in entries]


def test_a_list(ec2, make, error):
    tags = [{"Key": "a", "Value": "b"}]
    made = make("198.51.100.0/24", TagSpecifications=[{"ResourceType": "prefix-list", "Tags": tags}])
    pl = made["PrefixListId"]
    assert re.fullmatch("pl-[0-9a-f]{17}", pl) and made["State"] == "create-in-progress"
    shown = seen(ec2, pl)
    assert (shown["State"], shown["Version"], shown["MaxEntries"], shown["AddressFamily"], shown["Tags"]) == (
        "create-complete", 1, 5, "IPv4", tags)
    entries = ec2.get_managed_prefix_list_entries(PrefixListId=pl)["Entries"]
    assert entries == [{"Cidr": "198.51.100.0/24", "Description": "the 0th"}]
    changed = ec2.modify_managed_prefix_list(
        PrefixListId=pl, CurrentVersion=1, AddEntries=[{"Cidr": "203.0.113.0/24"}], RemoveEntries=[{"Cidr": "198.51.100.0/24"}])
    assert (changed["PrefixList"]["State"], changed["PrefixList"]["Version"]) == ("modify-in-progress", 2)
    assert cidrs(ec2, pl) == cidrs(ec2, pl, TargetVersion=2) == ["203.0.113.0/24"]
    assert cidrs(ec2, pl, TargetVersion=1) == ["198.51.100.0/24"]
    ec2.modify_managed_prefix_list(PrefixListId=pl, PrefixListName="branch")
    assert (seen(ec2, pl)["PrefixListName"], seen(ec2, pl)["Version"], seen(ec2, pl)["State"]) == ("branch", 2, "modify-complete")
    with error("PrefixListVersionMismatch", "is 2, not 1"):
        ec2.modify_managed_prefix_list(PrefixListId=pl, CurrentVersion=1, AddEntries=[{"Cidr": "10.0.0.0/8"}])
    assert ec2.delete_managed_prefix_list(PrefixListId=pl)["PrefixList"]["State"] == "delete-in-progress"
    with error("InvalidPrefixListID.NotFound", pl):
        seen(ec2, pl)


def test_refusals(ec2, make, error):
    pl = make("198.51.100.0/24", MaxEntries=2)["PrefixListId"]
    modify = ec2.modify_managed_prefix_list
    for code, call in [
        ("PrefixListMaxEntriesExceeded", lambda: make("10.0.0.0/8", "10.0.0.0/9", MaxEntries=1)),
        ("PrefixListMaxEntriesExceeded", lambda: modify(PrefixListId=pl, CurrentVersion=1, AddEntries=[
            {"Cidr": "10.1.0.0/16"}, {"Cidr": "10.2.0.0/16"}])),
        ("InvalidParameterValue", lambda: make("10.0.0.300/8")),
        ("InvalidParameterValue", lambda: make(AddressFamily="IPv5")),
        ("InvalidParameterValue", lambda: make(MaxEntries=0)),
        ("InvalidParameterValue", lambda: make(PrefixListName="com.amazonaws.mine")),
        ("InvalidParameterValue", lambda: modify(PrefixListId=pl, CurrentVersion=1, RemoveEntries=[{"Cidr": "10.9.0.0/16"}])),
        ("MissingParameter", lambda: modify(PrefixListId=pl, AddEntries=[{"Cidr": "10.9.0.0/16"}])),
        ("InvalidParameterValue", lambda: cidrs(ec2, pl, TargetVersion=2)),
        ("InvalidPrefixListID.NotFound", lambda: seen(ec2, f"pl-{X}")),
        ("InvalidPrefixListId.Malformed", lambda: seen(ec2, "pl-x")),
    ]:
        with error(code):
            call()
    assert cidrs(ec2, pl) == ["198.51.100.0/24"]


def test_rules_refer_to_a_list(ec2, make, error):
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    group = ec2.create_security_group(GroupName="g", Description="g", VpcId=vpc)["GroupId"]
    pl = make("198.51.100.0/24")["PrefixListId"]
    permission = {"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "PrefixListIds": [{"PrefixListId": pl, "Description": "ssh"}]}
    ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=[permission])
    [shown] = ec2.describe_security_groups(GroupIds=[group])["SecurityGroups"][0]["IpPermissions"]
    assert shown["PrefixListIds"] == [{"PrefixListId": pl, "Description": "ssh"}]
    rules = ec2.describe_security_group_rules(Filters=[{"Name": "group-id", "Values": [group]}])["SecurityGroupRules"]
    [rule] = [rule for rule in rules if not rule["IsEgress"]]
    assert rule["PrefixListId"] == pl
    with error("InvalidPermission.Duplicate", pl):
        ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=[permission])
    with error("DependencyViolation", pl):
        ec2.delete_managed_prefix_list(PrefixListId=pl)
    # It counts for as many rules as it may have entries.
    large = make(MaxEntries=56)["PrefixListId"]
    with error("RulesPerSecurityGroupLimitExceeded"):
        ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=[{**permission, "PrefixListIds": [{"PrefixListId": large}]}])
    ec2.revoke_security_group_ingress(GroupId=group, IpPermissions=[permission])
    ec2.delete_managed_prefix_list(PrefixListId=pl)


def test_pages_tags_and_a_token(ec2, make):
    first = make(ClientToken="once")["PrefixListId"]
    assert make(ClientToken="once")["PrefixListId"] == first
    more = [make(f"10.{n}.0.0/16", PrefixListName=f"list-{n}")["PrefixListId"] for n in range(4)]
    pages = ec2.get_paginator("describe_managed_prefix_lists").paginate(PaginationConfig={"PageSize": 3})
    assert [[p["PrefixListId"] for p in page["PrefixLists"]] for page in pages] == [[first, *more[:2]], more[2:]]
    found = ec2.describe_managed_prefix_lists(Filters=[{"Name": "prefix-list-name", "Values": ["list-*"]}])["PrefixLists"]
    assert [p["PrefixListId"] for p in found] == more
    many = make(*[f"10.{n}.0.0/16" for n in range(5)])["PrefixListId"]
    pages = ec2.get_paginator("get_managed_prefix_list_entries").paginate(PrefixListId=many, PaginationConfig={"PageSize": 2})
    assert [len(page["Entries"]) for page in pages] == [2, 2, 1]
    ec2.create_tags(Resources=[many], Tags=[{"Key": "a", "Value": "b"}])
    assert seen(ec2, many)["Tags"] == [{"Key": "a", "Value": "b"}]

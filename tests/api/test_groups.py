"""Security groups: made, described, changed, deleted; their rules; and what is refused."""

import concurrent.futures
import re

import botocore.exceptions
import pytest

X = "0123456789abcdef0"
ANYWHERE = [{"CidrIp": "0.0.0.0/0"}]


class Net:
    """A VPC with a group in it."""

    def __init__(self, ec2):
        self.ec2 = ec2
        self.account = ec2.describe_security_groups()["SecurityGroups"][0]["OwnerId"]
        self.default_vpc = ec2.describe_vpcs()["Vpcs"][0]["VpcId"]
        self.vpc = ec2.create_vpc(CidrBlock="10.7.0.0/16")["Vpc"]["VpcId"]
        self.default = self.groups(vpc_id=self.vpc)[0]["GroupId"]
        self.group = self.create("web")

    def create(self, name, **arguments):
        return self.ec2.create_security_group(
            **{"GroupName": name, "Description": "d", "VpcId": self.vpc, **arguments})["GroupId"]

    def groups(self, **filters):
        asked = [{"Name": name.replace("_", "-"), "Values": [value]} for name, value in filters.items()]
        return self.ec2.describe_security_groups(Filters=asked)["SecurityGroups"]

    def shown(self, group=None):
        return self.ec2.describe_security_groups(GroupIds=[group or self.group])["SecurityGroups"][0]

    def rules(self, group=None, egress=False):
        asked = [{"Name": "group-id", "Values": [group or self.group]}]
        rules = self.ec2.describe_security_group_rules(Filters=asked)["SecurityGroupRules"]
        return [rule for rule in rules if rule["IsEgress"] == egress]

    def allow(self, *permissions, group=None, **arguments):
        answer = self.ec2.authorize_security_group_ingress(
            GroupId=group or self.group, IpPermissions=list(permissions), **arguments)
        return [rule["SecurityGroupRuleId"] for rule in answer["SecurityGroupRules"]]


@pytest.fixture
def net(ec2):
    return Net(ec2)


def tcp(port, *blocks, **more):
    """A permission for one port."""
    ranges = {"IpRanges": [{"CidrIp": block} for block in blocks]} if blocks else {}
    return {"IpProtocol": "tcp", "FromPort": port, "ToPort": port, **ranges, **more}


def of_group(group, **more):
    return {"UserIdGroupPairs": [{"GroupId": group, **more}]}


def test_a_group(ec2, net):
    tags = [{"Key": "Name", "Value": "front"}]
    made = ec2.create_security_group(GroupName="front (1)", Description="what it is for", VpcId=net.vpc, TagSpecifications=[
        {"ResourceType": "security-group", "Tags": tags}])
    group = made["GroupId"]
    arn = f"arn:aws:ec2:us-east-1:{net.account}:security-group/{group}"
    assert re.fullmatch("sg-[0-9a-f]{17}", group)
    assert (made["Tags"], made["SecurityGroupArn"]) == (tags, arn)
    assert net.shown(group) == {
        "GroupId": group,
        "GroupName": "front (1)",
        "Description": "what it is for",
        "OwnerId": net.account,
        "VpcId": net.vpc,
        "SecurityGroupArn": arn,
        "Tags": tags,
        "IpPermissions": [],
        "IpPermissionsEgress": [{
            "IpProtocol": "-1", "IpRanges": ANYWHERE, "Ipv6Ranges": [], "PrefixListIds": [], "UserIdGroupPairs": []}],
    }
    [rule] = net.rules(group, egress=True)
    rule_id = rule.pop("SecurityGroupRuleId")
    assert re.fullmatch("sgr-[0-9a-f]{17}", rule_id)
    assert rule == {
        "GroupId": group, "GroupOwnerId": net.account, "IsEgress": True, "IpProtocol": "-1", "FromPort": -1, "ToPort": -1,
        "CidrIpv4": "0.0.0.0/0", "Tags": [],
        "SecurityGroupRuleArn": f"arn:aws:ec2:us-east-1:{net.account}:security-group-rule/{rule_id}"}
    answer = ec2.delete_security_group(GroupId=group)
    assert (answer["Return"], answer["GroupId"]) == (True, group)
    assert ec2.describe_tags()["Tags"] == [] and net.rules(group, egress=True) == []
    # The name is free again, whatever its case.
    net.create("FRONT (1)")


def test_the_default_group(ec2, net):
    group = net.shown(net.default)
    assert (group["GroupName"], group["Description"]) == ("default", "default VPC security group")
    pair = {"GroupId": net.default, "UserId": net.account}
    nothing = {"IpProtocol": "-1", "Ipv6Ranges": [], "PrefixListIds": []}
    assert group["IpPermissions"] == [{**nothing, "IpRanges": [], "UserIdGroupPairs": [pair]}]
    assert group["IpPermissionsEgress"] == [{**nothing, "IpRanges": ANYWHERE, "UserIdGroupPairs": []}]
    # Its rules are like any others.
    ec2.revoke_security_group_ingress(GroupId=net.default, IpPermissions=group["IpPermissions"])
    ec2.revoke_security_group_egress(GroupId=net.default, IpPermissions=group["IpPermissionsEgress"])
    net.allow(tcp(80, "10.0.0.0/8"), group=net.default)
    group = net.shown(net.default)
    assert [len(group[direction]) for direction in ("IpPermissions", "IpPermissionsEgress")] == [1, 0]
    # They go with their VPC.
    ec2.delete_security_group(GroupId=net.group)
    ec2.delete_vpc(VpcId=net.vpc)
    assert net.rules(net.default) == []


def test_groups_are_named_in_the_default_vpc(ec2, net, error):
    made = ec2.create_security_group(GroupName="by-name", Description="d")["GroupId"]
    assert net.shown(made)["VpcId"] == net.default_vpc
    assert [g["GroupId"] for g in ec2.describe_security_groups(GroupNames=["by-name"])["SecurityGroups"]] == [made]
    ec2.authorize_security_group_ingress(GroupName="by-name", IpProtocol="tcp", FromPort=22, ToPort=22, CidrIp="10.0.0.0/8")
    assert net.shown(made)["IpPermissions"] == [
        {**tcp(22, "10.0.0.0/8"), "Ipv6Ranges": [], "PrefixListIds": [], "UserIdGroupPairs": []}]
    ec2.update_security_group_rule_descriptions_ingress(GroupName="by-name", IpPermissions=[
        tcp(22, IpRanges=[{"CidrIp": "10.0.0.0/8", "Description": "ssh"}])])
    # Everything from a group: what EC2 knew as everything then.
    ec2.authorize_security_group_ingress(GroupName="by-name", SourceSecurityGroupName="default")
    ports = [(p["IpProtocol"], p["FromPort"], p["ToPort"]) for p in net.shown(made)["IpPermissions"]]
    assert sorted(ports) == [("icmp", -1, -1), ("tcp", 0, 65535), ("tcp", 22, 22), ("udp", 0, 65535)]
    ec2.revoke_security_group_ingress(GroupName="by-name", SourceSecurityGroupName="default")
    ec2.revoke_security_group_ingress(GroupName="by-name", IpProtocol="tcp", FromPort=22, ToPort=22, CidrIp="10.0.0.0/8")
    assert net.shown(made)["IpPermissions"] == []
    message = f"^The security group 'web' does not exist in default VPC '{net.default_vpc}'$"
    with error("InvalidGroup.NotFound", message):
        ec2.delete_security_group(GroupName="web")
    ec2.delete_security_group(GroupName="by-name")


def test_rules_are_gathered_into_permissions(ec2, net):
    peer = net.create("peer")
    ids = net.allow(
        tcp(80, "10.1.0.0/16", "100.68.0.18/18"),
        tcp(80, Ipv6Ranges=[{"CidrIpv6": "2001:DB8::1/64", "Description": "six"}]),
        {"IpProtocol": "6", "FromPort": 80, "ToPort": 80, **of_group(peer, Description="a peer")},
        {"IpProtocol": "icmp", "FromPort": 8, "ToPort": -1, "IpRanges": ANYWHERE},
        {"IpProtocol": "58", "Ipv6Ranges": [{"CidrIpv6": "::/0"}]},
        {"IpProtocol": "50", "FromPort": 7, "ToPort": 7, "IpRanges": [{"CidrIp": "10.1.0.0/16"}]},
        {"IpProtocol": "-1", "FromPort": 7, "ToPort": 7, **of_group(net.group)},
    )
    assert len(ids) == 8 == len(set(ids))
    none = {"IpRanges": [], "Ipv6Ranges": [], "PrefixListIds": [], "UserIdGroupPairs": []}
    by_protocol = sorted(net.shown()["IpPermissions"], key=lambda p: p["IpProtocol"])
    assert by_protocol == [
        {**none, "IpProtocol": "-1", "UserIdGroupPairs": [{"GroupId": net.group, "UserId": net.account}]},
        {**none, "IpProtocol": "50", "IpRanges": [{"CidrIp": "10.1.0.0/16"}]},
        {**none, "IpProtocol": "icmp", "FromPort": 8, "ToPort": -1, "IpRanges": ANYWHERE},
        {**none, "IpProtocol": "icmpv6", "FromPort": -1, "ToPort": -1, "Ipv6Ranges": [{"CidrIpv6": "::/0"}]},
        {**none, "IpProtocol": "tcp", "FromPort": 80, "ToPort": 80,
         "IpRanges": [{"CidrIp": "10.1.0.0/16"}, {"CidrIp": "100.68.0.0/18"}],
         "Ipv6Ranges": [{"CidrIpv6": "2001:db8::/64", "Description": "six"}],
         "UserIdGroupPairs": [{"GroupId": peer, "UserId": net.account, "Description": "a peer"}]},
    ]
    rules = {rule["SecurityGroupRuleId"]: rule for rule in net.rules()}
    assert list(rules[ids[3]]["ReferencedGroupInfo"].items()) == [("GroupId", peer), ("UserId", net.account)]
    assert (rules[ids[6]]["IpProtocol"], rules[ids[6]]["FromPort"], rules[ids[6]]["ToPort"]) == ("50", -1, -1)
    assert rules[ids[2]]["CidrIpv6"] == "2001:db8::/64"
    # What is described can be revoked as it stands.
    answer = ec2.revoke_security_group_ingress(GroupId=net.group, IpPermissions=net.shown()["IpPermissions"])
    revoked = {rule["SecurityGroupRuleId"]: rule for rule in answer["RevokedSecurityGroupRules"]}
    assert answer["Return"] is True and set(revoked) == set(ids)
    assert revoked[ids[2]] == {
        "SecurityGroupRuleId": ids[2], "GroupId": net.group, "IsEgress": False, "IpProtocol": "tcp", "FromPort": 80,
        "ToPort": 80, "CidrIpv6": "2001:db8::/64", "Description": "six"}
    assert net.rules() == []


def test_rules_have_tags(ec2, net):
    tags = [{"Key": "for", "Value": "web"}]
    first, second = net.allow(tcp(80, "10.0.0.0/8", "11.0.0.0/8"), TagSpecifications=[
        {"ResourceType": "security-group-rule", "Tags": tags}])
    third, = net.allow(tcp(81, "10.0.0.0/8"))
    asked = [{"Name": "tag:for", "Values": ["web"]}]
    found = ec2.describe_security_group_rules(Filters=asked)["SecurityGroupRules"]
    assert {rule["SecurityGroupRuleId"] for rule in found} == {first, second}
    assert all(rule["Tags"] == tags for rule in found)
    for name, value, ids in (("security-group-rule-id", third, {third}), ("tag-key", "*", {first, second})):
        found = ec2.describe_security_group_rules(Filters=[{"Name": name, "Values": [value]}])["SecurityGroupRules"]
        assert {rule["SecurityGroupRuleId"] for rule in found} == ids
    ec2.revoke_security_group_ingress(GroupId=net.group, SecurityGroupRuleIds=[first])
    assert [tag["ResourceId"] for tag in ec2.describe_tags()["Tags"]] == [second]
    ec2.delete_security_group(GroupId=net.group)
    assert ec2.describe_tags()["Tags"] == []


def test_a_duplicate_is_named(net, error):
    peer = net.create("peer")
    cases = [
        (tcp(80, "0.0.0.0/0"), "peer: 0.0.0.0/0, TCP, from port: 80, to port: 80, ALLOW"),
        (tcp(443, "10.0.0.1/8"), "peer: 10.0.0.0/8, TCP, from port: 443, to port: 443, ALLOW"),
        ({"IpProtocol": "udp", "FromPort": 1, "ToPort": 9, **of_group(peer)}, f"peer: {peer}, UDP, from port: 1, to port: 9, ALLOW"),
        ({"IpProtocol": "-1", "Ipv6Ranges": [{"CidrIpv6": "::/0"}]}, "peer: ::/0, ALL, ALLOW"),
        ({"IpProtocol": "icmp", "FromPort": -1, "ToPort": -1, "IpRanges": ANYWHERE},
         "peer: 0.0.0.0/0, ICMP, type: ALL, code: ALL, ALLOW"),
        ({"IpProtocol": "50", "IpRanges": ANYWHERE}, "peer: 0.0.0.0/0, protocol: 50, ALLOW"),
    ]
    for permission, text in cases:
        net.allow(permission)
        with error("InvalidPermission.Duplicate", f'^{re.escape(f"the specified rule {chr(34)}{text}{chr(34)} already exists")}$'):
            # The first is new, but all are refused with the second.
            net.allow(tcp(9999, "0.0.0.0/0"), permission)
    assert len(net.rules()) == len(cases)
    with error("InvalidPermission.Duplicate", '"peer: 0.0.0.0/0, ALL, ALLOW"'):
        net.ec2.authorize_security_group_egress(
            GroupId=net.group, IpPermissions=[{"IpProtocol": "-1", "IpRanges": ANYWHERE}])
    with error("InvalidParameterValue", "^The same permission must not appear multiple times$"):
        net.allow(tcp(81, "10.0.0.0/8"), tcp(81, "10.1.2.3/8"))


def test_rules_are_modified(ec2, net, error):
    peer, other = net.create("peer"), net.create("other")
    v4, v6, of_peer = net.allow(
        tcp(22, IpRanges=[{"CidrIp": "0.0.0.0/0", "Description": "ssh"}]), tcp(22, Ipv6Ranges=[{"CidrIpv6": "::/0"}]),
        tcp(22, **of_group(peer)))

    def modify(rule, **new):
        return ec2.modify_security_group_rules(GroupId=net.group, SecurityGroupRules=[
            {"SecurityGroupRuleId": rule, "SecurityGroupRule": new}])["Return"]

    def shown(rule):
        [found] = ec2.describe_security_group_rules(SecurityGroupRuleIds=[rule])["SecurityGroupRules"]
        return found

    assert modify(v4, IpProtocol="udp", FromPort=53, ToPort=54, CidrIpv4="10.1.2.3/8", Description="dns")
    rule = shown(v4)
    assert [rule[k] for k in ("IpProtocol", "FromPort", "ToPort", "CidrIpv4", "Description")] == [
        "udp", 53, 54, "10.0.0.0/8", "dns"]
    # A description that is left out is taken away.
    modify(v4, IpProtocol="tcp", FromPort=22, ToPort=22, CidrIpv4="0.0.0.0/0")
    assert "Description" not in shown(v4)
    modify(v6, IpProtocol="tcp", FromPort=23, ToPort=23, CidrIpv6="2001:db8::/32")
    modify(of_peer, IpProtocol="-1", ReferencedGroupId=other)
    assert shown(of_peer)["ReferencedGroupInfo"]["GroupId"] == other
    ec2.delete_security_group(GroupId=peer)
    with error("DependencyViolation"):
        ec2.delete_security_group(GroupId=other)
    with error("InvalidParameterValue", "^You may not specify a referenced group id for an existing IPv4 CIDR rule.$"):
        modify(v4, IpProtocol="-1", ReferencedGroupId=other)
    with error("InvalidParameterValue", "an IPv4 CIDR for an existing IPv6 CIDR rule"):
        modify(v6, IpProtocol="-1", CidrIpv4="10.0.0.0/8")
    with error("InvalidParameterCombination",
               "^Only one of cidrIp, cidrIpv6, prefixListId, or referencedGroupId can be specified$"):
        modify(v4, IpProtocol="-1", CidrIpv4="10.0.0.0/8", CidrIpv6="::/0")
    with error("MissingParameter",
               "^The request must contain exactly one of: cidrIp, cidrIpv6, prefixListId, or referencedGroupId$"):
        modify(v4, IpProtocol="udp", FromPort=1, ToPort=2)
    with error("InvalidParameterValue",
               "^Invalid value for portRange. Must specify both from and to ports with TCP/UDP.$"):
        modify(v4, IpProtocol="udp", ToPort=2, CidrIpv4="10.0.0.0/8")
    with error("InvalidParameterValue", "^Invalid value 'null' for protocol. VPC security group rules must specify"):
        modify(v4, FromPort=1, ToPort=2, CidrIpv4="10.0.0.0/8")
    with error("InvalidPrefixListID.NotFound"):
        modify(v4, IpProtocol="-1", PrefixListId=f"pl-{X}")
    twin, = net.allow(tcp(80, "0.0.0.0/0"))
    with error("InvalidPermission.Duplicate", "peer: 0.0.0.0/0, TCP, from port: 22"):
        modify(twin, IpProtocol="tcp", FromPort=22, ToPort=22, CidrIpv4="0.0.0.0/0")
    # Two rules may take each other's place.
    swap = [(v4, 80), (twin, 22)]
    ec2.modify_security_group_rules(GroupId=net.group, SecurityGroupRules=[
        {"SecurityGroupRuleId": rule, "SecurityGroupRule": {
            "IpProtocol": "tcp", "FromPort": port, "ToPort": port, "CidrIpv4": "0.0.0.0/0"}} for rule, port in swap])
    assert (shown(v4)["FromPort"], shown(twin)["FromPort"]) == (80, 22)
    for strange in (f"sgr-{X}", net.rules(other, egress=True)[0]["SecurityGroupRuleId"]):
        with error("InvalidSecurityGroupRuleId.NotFound", f"'{strange}' does not exist"):
            modify(strange, IpProtocol="-1", CidrIpv4="10.0.0.0/8")


def test_who_names_groups(ec2, net, error):
    shown = ec2.get_security_groups_for_vpc(VpcId=net.vpc)["SecurityGroupForVpcs"]
    assert {group["GroupId"]: group["PrimaryVpcId"] for group in shown}[net.group] == net.vpc
    assert all(group["Tags"] == [] for group in shown)
    [found] = ec2.get_security_groups_for_vpc(
        VpcId=net.vpc, Filters=[{"Name": "group-id", "Values": [net.group]}])["SecurityGroupForVpcs"]
    [group] = ec2.describe_security_groups(GroupIds=[net.group])["SecurityGroups"]
    assert [found[k] for k in ("GroupName", "Description", "OwnerId")] == [
        group[k] for k in ("GroupName", "Description", "OwnerId")]
    assert ec2.describe_stale_security_groups(VpcId=net.vpc)["StaleSecurityGroupSet"] == []
    assert ec2.describe_security_group_references(GroupId=[net.group])["SecurityGroupReferenceSet"] == []
    for read in (ec2.get_security_groups_for_vpc, ec2.describe_stale_security_groups):
        with error("InvalidVpcID.NotFound", f"vpc-{X}"):
            read(VpcId=f"vpc-{X}")
    with error("InvalidGroup.NotFound", f"sg-{X}"):
        ec2.describe_security_group_references(GroupId=[f"sg-{X}"])
    with error("InvalidGroupId.Malformed", "^The security group ID 'foobar' is malformed$"):
        ec2.describe_security_group_rules(Filters=[{"Name": "group-id", "Values": ["foobar"]}])


def test_descriptions_are_updated(ec2, net, error):
    rule, = net.allow(tcp(22, "10.0.0.0/8"))
    egress = net.rules(egress=True)[0]["SecurityGroupRuleId"]

    def description(rule):
        return ec2.describe_security_group_rules(SecurityGroupRuleIds=[rule])["SecurityGroupRules"][0].get("Description")

    same = {"CidrIp": "10.0.0.0/8"}
    ingress = ec2.update_security_group_rule_descriptions_ingress
    assert ingress(GroupId=net.group, IpPermissions=[tcp(22, IpRanges=[{**same, "Description": "one"}])])["Return"]
    assert description(rule) == "one"
    ingress(GroupId=net.group, SecurityGroupRuleDescriptions=[{"SecurityGroupRuleId": rule, "Description": "two"}])
    assert description(rule) == "two"
    ingress(GroupId=net.group, IpPermissions=[tcp(22, IpRanges=[same])])
    assert description(rule) is None
    ec2.update_security_group_rule_descriptions_egress(GroupId=net.group, IpPermissions=[
        {"IpProtocol": "-1", "IpRanges": [{"CidrIp": "0.0.0.0/0", "Description": "out"}]}])
    assert description(egress) == "out"
    with error("InvalidPermission.NotFound", "^The specified rule does not exist in this security group.$"):
        ingress(GroupId=net.group, IpPermissions=[tcp(23, IpRanges=[same])])
    with error("InvalidSecurityGroupRuleId.NotFound"):
        ingress(GroupId=net.group, SecurityGroupRuleDescriptions=[{"SecurityGroupRuleId": egress, "Description": "x"}])
    with error("MissingParameter"):
        ingress(GroupId=net.group)
    with error("InvalidParameterValue", "^Invalid rule description. Valid descriptions are strings less than 256"):
        ingress(GroupId=net.group, IpPermissions=[tcp(22, IpRanges=[{**same, "Description": "it's"}])])


def test_revoking(ec2, net, error):
    rule, = net.allow(tcp(22, "10.0.0.0/8"))
    unknown = [tcp(81, "0.0.0.0/0")]
    with error("InvalidPermission.NotFound", "^The specified rule does not exist in this security group.$"):
        ec2.revoke_security_group_ingress(GroupId=net.group, IpPermissions=[tcp(22, "10.0.0.0/8"), *unknown])
    with error("InvalidSecurityGroupRuleId.NotFound", f"'{rule}' does not exist"):
        ec2.revoke_security_group_egress(GroupId=net.group, SecurityGroupRuleIds=[rule])
    with error("MissingParameter", "^Either 'ipPermissions' or 'securityGroupRuleIds' should be provided.$"):
        ec2.revoke_security_group_ingress(GroupId=net.group)
    with error("InvalidParameterCombination"):
        ec2.revoke_security_group_ingress(GroupId=net.group, IpPermissions=unknown, SecurityGroupRuleIds=[rule])
    assert len(net.rules()) == 1
    egress = net.rules(egress=True)[0]["SecurityGroupRuleId"]
    ec2.revoke_security_group_egress(GroupId=net.group, SecurityGroupRuleIds=[egress])
    ec2.authorize_security_group_egress(GroupId=net.group, IpPermissions=[tcp(443, "0.0.0.0/0")])
    ec2.revoke_security_group_egress(GroupId=net.group, IpPermissions=[tcp(443, "0.0.0.0/0")])
    assert net.rules(egress=True) == []
    # In a default VPC the rest is revoked, and the answer says what was not.
    mild = ec2.create_security_group(GroupName="mild", Description="d")["GroupId"]
    net.allow(tcp(22, "10.0.0.0/8"), group=mild)
    answer = ec2.revoke_security_group_ingress(GroupId=mild, IpPermissions=[tcp(22, "10.0.0.0/8"), *unknown])
    assert [(p["FromPort"], p["IpRanges"]) for p in answer["UnknownIpPermissions"]] == [(81, ANYWHERE)]
    assert net.rules(mild) == []


def test_the_limit_of_rules(ec2, net, error):
    def blocks(count, start=0):
        return [f"10.{n // 256}.{n % 256}.0/24" for n in range(start, start + count)]

    six = [{"CidrIpv6": f"2001:db8:{n:x}::/48"} for n in range(60)]
    exceeded = ("RulesPerSecurityGroupLimitExceeded", "^The maximum number of rules per security group has been reached.$")
    with error(*exceeded):
        net.allow(tcp(22, *blocks(61)))
    # Both families at once, with tags: more than one transaction holds.
    net.allow(tcp(22, *blocks(60), Ipv6Ranges=six), TagSpecifications=[
        {"ResourceType": "security-group-rule", "Tags": [{"Key": "a", "Value": "b"}, {"Key": "c", "Value": "d"}]}])
    assert len(net.rules()) == 120 and len(ec2.describe_tags(MaxResults=1000)["Tags"]) == 240
    for more in (tcp(23, "10.0.0.0/8"), tcp(23, Ipv6Ranges=six[:1]), tcp(23, **of_group(net.group))):
        with error(*exceeded):
            net.allow(more)
    pages = ec2.get_paginator("describe_security_group_rules").paginate(
        Filters=[{"Name": "group-id", "Values": [net.group]}], PaginationConfig={"PageSize": 50})
    assert [len(page["SecurityGroupRules"]) for page in pages] == [50, 50, 21]
    ec2.delete_security_group(GroupId=net.group)
    assert ec2.describe_tags()["Tags"] == [] and net.rules() == []


def at_once(count, call):
    """How often each code is answered when `call(n)` is called for all n at the same time; 'ok' is success."""

    def one(n):
        try:
            call(n)
            return "ok"
        except botocore.exceptions.ClientError as refused:
            return refused.response["Error"]["Code"]

    with concurrent.futures.ThreadPoolExecutor(count) as pool:
        answers = list(pool.map(one, range(count)))
    return {answer: answers.count(answer) for answer in sorted(set(answers))}


def test_requests_at_once(ec2, net):
    assert at_once(8, lambda n: net.allow(tcp(22, "10.0.0.0/8"))) == {"InvalidPermission.Duplicate": 7, "ok": 1}
    assert at_once(8, lambda n: net.allow(tcp(1000 + n, "10.0.0.0/8"))) == {"ok": 8}
    many = [f"10.{n}.0.0/16" for n in range(20)]
    # 9 rules are there; two times 20 more have room.
    assert at_once(4, lambda n: net.allow(tcp(2000 + n, *many))) == {"RulesPerSecurityGroupLimitExceeded": 2, "ok": 2}
    assert at_once(8, lambda n: net.create("same")) == {"InvalidGroup.Duplicate": 7, "ok": 1}


def test_a_group_that_is_named_or_deleted(ec2, net):
    """Whichever comes first: no rule ever names a group that is gone."""
    for n in range(6):
        peer = net.create(f"peer-{n}")
        calls = [lambda: ec2.delete_security_group(GroupId=peer), lambda: net.allow(tcp(22, **of_group(peer)))]
        answers = at_once(2, lambda n: calls[n]())
        assert answers.pop("ok") == 1 and set(answers) <= {"DependencyViolation", "InvalidGroup.NotFound"}, answers
    alive = {group["GroupId"] for group in net.groups()}
    assert {rule["ReferencedGroupInfo"]["GroupId"] for rule in net.rules()} <= alive


def test_what_keeps_a_group(ec2, net, error):
    peer = net.create("peer")
    subnet = ec2.create_subnet(VpcId=net.vpc, CidrBlock="10.7.1.0/24")["Subnet"]["SubnetId"]
    interface = ec2.create_network_interface(SubnetId=subnet, Groups=[net.group])["NetworkInterface"]["NetworkInterfaceId"]
    in_use = ("DependencyViolation", f"^resource {net.group} has a dependent object$")
    with error(*in_use):
        ec2.delete_security_group(GroupId=net.group)
    ec2.delete_network_interface(NetworkInterfaceId=interface)
    # Its own rules don't keep it, another's do.
    net.allow(tcp(22, **of_group(net.group)))
    rule, = net.allow(tcp(22, **of_group(net.group)), group=peer)
    with error(*in_use):
        ec2.delete_security_group(GroupId=net.group)
    with error("DependencyViolation", "has dependencies and cannot be deleted"):
        ec2.delete_vpc(VpcId=net.vpc)
    ec2.revoke_security_group_ingress(GroupId=peer, SecurityGroupRuleIds=[rule])
    for group in (net.group, peer):
        ec2.delete_security_group(GroupId=group)
    ec2.delete_subnet(SubnetId=subnet)
    ec2.delete_vpc(VpcId=net.vpc)


FILTERS = """
    group-name              web         web
    group-name              w?b*        web
    group-name              WEB
    description             d           peer web
    owner-id                ACCOUNT     default peer web
    tag:team                red         web
    tag-key                 team        web
    group-id                PEER        peer
    ip-permission.cidr      10.0.0.0/8  web
    ip-permission.cidr      10.*        web
    ip-permission.cidr      0.0.0.0/0
    ip-permission.from-port 22          web
    ip-permission.to-port   25          web
    ip-permission.to-port   -1          peer
    ip-permission.protocol  tcp         web
    ip-permission.protocol  -1          default
    ip-permission.protocol  icmp        peer
    ip-permission.group-id  PEER        web
    ip-permission.group-name peer       web
    ip-permission.user-id   ACCOUNT     default web
    ip-permission.ipv6-cidr 2001:db8::/32 web
    ip-permission.prefix-list-id *
    egress.ip-permission.cidr 0.0.0.0/0 default peer web
    egress.ip-permission.cidr 11.0.0.0/8 peer
    egress.ip-permission.from-port 443  peer
    egress.ip-permission.to-port 443    peer
    egress.ip-permission.protocol -1    default peer web
    egress.ip-permission.group-id WEB   peer
    egress.ip-permission.group-name web peer
    egress.ip-permission.user-id ACCOUNT peer
    egress.ip-permission.ipv6-cidr ::/0 peer
    egress.ip-permission.prefix-list-id *
"""


def test_filters(ec2, net):
    peer = net.create("peer")
    ec2.create_tags(Resources=[net.group], Tags=[{"Key": "team", "Value": "red"}])
    net.allow({"IpProtocol": "tcp", "FromPort": 22, "ToPort": 25, "IpRanges": [{"CidrIp": "10.0.0.0/8"}],
               "Ipv6Ranges": [{"CidrIpv6": "2001:db8::/32"}], **of_group(peer)})
    net.allow({"IpProtocol": "icmp", "FromPort": 8, "ToPort": -1, "IpRanges": [{"CidrIp": "11.0.0.0/8"}]}, group=peer)
    ec2.authorize_security_group_egress(GroupId=peer, IpPermissions=[
        tcp(443, "11.0.0.0/8", Ipv6Ranges=[{"CidrIpv6": "::/0"}], **of_group(net.group))])
    words = {"ACCOUNT": net.account, "PEER": peer}
    for line in FILTERS.strip().splitlines():
        name, value, *found = line.split()
        value = net.group if (name, value) == ("egress.ip-permission.group-id", "WEB") else words.get(value, value)
        asked = [{"Name": name, "Values": [value]}, {"Name": "vpc-id", "Values": [net.vpc]}]
        groups = ec2.describe_security_groups(Filters=asked)["SecurityGroups"]
        assert sorted(group["GroupName"] for group in groups) == found, line


def test_pages(ec2, net):
    for n in range(9):
        net.create(f"group-{n}")
    asked = [{"Name": "vpc-id", "Values": [net.vpc]}]
    pages = list(ec2.get_paginator("describe_security_groups").paginate(Filters=asked, PaginationConfig={"PageSize": 5}))
    assert [len(page["SecurityGroups"]) for page in pages] == [5, 5, 1]
    names = [group["GroupName"] for page in pages for group in page["SecurityGroups"]]
    assert names == ["default", "web", *(f"group-{n}" for n in range(9))]


def permission(**changes):
    return {"IpPermissions": [{**tcp(80, "10.0.0.0/8"), **changes}]}


SET = r"strings less than 256 characters from the following set:  a-zA-Z0-9\. _-:/\(\)#,@\[\]\+=&;\{\}!\$\*$"
BAD_RULES = [
    (permission(IpProtocol="all"), "InvalidParameterValue", "^Invalid value 'all' for IP protocol. Unknown protocol.$"),
    (permission(IpProtocol="256"), "InvalidParameterValue", "^Invalid value '256' for IP protocol. Unknown protocol.$"),
    ({"IpPermissions": [{"IpRanges": ANYWHERE}]}, "InvalidParameterValue", "^Invalid value 'null' for protocol."),
    ({"IpPermissions": [{"IpProtocol": "tcp", "IpRanges": ANYWHERE}]}, "InvalidParameterValue",
     "^Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.$"),
    (permission(FromPort=-1, ToPort=-1), "InvalidParameterValue", r"^TCP/UDP port \(-1\) out of range$"),
    (permission(FromPort=90), "InvalidParameterValue", r"^Invalid TCP/UDP port range \(90:80\)$"),
    (permission(IpProtocol="icmp", FromPort=0, ToPort=65535), "InvalidParameterValue",
     r"^ICMP code \(65535\) out of range$"),
    (permission(IpRanges=[{"CidrIp": "300.1.1.1/8"}]), "InvalidParameterValue", "^CIDR block 300.1.1.1/8 is malformed$"),
    (permission(IpRanges=[{"CidrIp": "10.0.0.1"}]), "InvalidParameterValue", "^CIDR block 10.0.0.1 is malformed$"),
    (permission(IpRanges=[{"CidrIp": "::/0"}]), "InvalidParameterValue", "^CIDR block ::/0 is malformed$"),
    (permission(Ipv6Ranges=[{"CidrIpv6": "10.0.0.0/8"}]), "InvalidParameterValue", "^CIDR block 10.0.0.0/8 is malformed$"),
    (permission(IpRanges=[{"CidrIp": "10.0.0.0/8", "Description": "a < b"}]), "InvalidParameterValue",
     f"^Invalid rule description. Valid descriptions are {SET}"),
    (permission(IpRanges=[]), "MissingParameter", "source or destination"),
    (permission(PrefixListIds=[{"PrefixListId": f"pl-{X}"}]), "InvalidPrefixListID.NotFound",
     f"^The prefix list ID 'pl-{X}' does not exist$"),
    (permission(**of_group(f"sg-{X}")), "InvalidGroup.NotFound", f"^The security group 'sg-{X}' does not exist$"),
    (permission(**of_group("sg_bad")), "InvalidGroupId.Malformed", '^Invalid id: "sg_bad"'),
    (permission(**of_group(f"sg-{X}", UserId="123456789012")), "InvalidGroup.NotFound", "does not exist"),
    (permission(**of_group("ELSEWHERE")), "InvalidGroup.NotFound",
     "^You have specified two resources that belong to different networks.$"),
    (permission(UserIdGroupPairs=[{"GroupName": "default"}]), "InvalidGroup.NotFound", "belong to different networks"),
    (permission(UserIdGroupPairs=[{"GroupName": "nope"}]), "InvalidGroup.NotFound",
     "^The security group 'nope' does not exist in default VPC 'vpc-"),
    (permission(UserIdGroupPairs=[{"Description": "x"}]), "MissingParameter", "^Source group ID missing.$"),
    (permission(UserIdGroupPairs=[{"GroupId": f"sg-{X}", "VpcPeeringConnectionId": f"pcx-{X}"}]),
     "InvalidVpcPeeringConnectionID.NotFound", f"'pcx-{X}' does not exist$"),
    (permission(UserIdGroupPairs=[{"GroupId": f"sg-{X}", "PeeringStatus": "active"}]), "UnsupportedOperation", "PeeringStatus"),
    ({}, "MissingParameter", "ipPermissions"),
    ({**permission(), "TagSpecifications": [{"ResourceType": "security-group", "Tags": [{"Key": "a", "Value": "b"}]}]},
     "InvalidParameterValue", "'security-group' is not a valid taggable resource type"),
    ({**permission(), "GroupId": f"sg-{X}"}, "InvalidGroup.NotFound", f"'sg-{X}' does not exist"),
    ({**permission(), "DryRun": True}, "DryRunOperation", None),
]


def test_bad_rules(ec2, net, error):
    elsewhere = net.create("elsewhere", VpcId=net.default_vpc)
    for arguments, code, message in BAD_RULES:
        for pair in arguments.get("IpPermissions", [{}])[0].get("UserIdGroupPairs", []):
            if pair.get("GroupId") == "ELSEWHERE":
                pair["GroupId"] = elsewhere
        for authorize in (ec2.authorize_security_group_ingress, ec2.authorize_security_group_egress):
            with error(code, message, status=412 if code == "DryRunOperation" else 400):
                authorize(**{"GroupId": net.group, **arguments})
    single = {"IpProtocol": "tcp", "FromPort": 1, "ToPort": 1, "CidrIp": "10.0.0.0/8"}
    for arguments, code in (
            ({"GroupId": net.group, **single, **permission()}, "InvalidParameterCombination"),
            ({"GroupId": net.group, **single, "SourceSecurityGroupName": "default"}, "InvalidParameterCombination"),
            ({"GroupId": net.group, "SourceSecurityGroupOwnerId": net.account}, "MissingParameter"),
            ({"GroupId": net.group, "GroupName": "web", **single}, "InvalidParameterCombination"),
            ({**single}, "MissingParameter")):
        with error(code):
            ec2.authorize_security_group_ingress(**arguments)
    with error("UnsupportedOperation"):
        ec2.authorize_security_group_egress(GroupId=net.group, **single)
    assert net.rules() == [] and len(net.rules(egress=True)) == 1


@pytest.mark.parametrize("arguments, code, message", [
    ({"GroupName": "web"}, "InvalidGroup.Duplicate", "^The security group 'web' already exists for VPC 'vpc-[0-9a-f]+'$"),
    ({"GroupName": "Web"}, "InvalidGroup.Duplicate", "^The security group 'Web' already exists for VPC"),
    ({"GroupName": "default"}, "InvalidParameterValue", "^Cannot use reserved security group name: default$"),
    ({"GroupName": "sg-web"}, "InvalidParameterValue", r"Group names may not be in the format sg-\*"),
    ({"GroupName": "a<b"}, "InvalidParameterValue", f"^Invalid security group name. Valid names are {SET}"),
    ({"GroupName": "n" * 256}, "InvalidParameterValue", f"^Invalid security group name. Valid names are {SET}"),
    ({"GroupName": "grün"}, "InvalidParameterValue",
     r"^Value \(grün\) for parameter GroupName is invalid. Character sets beyond ASCII are not supported.$"),
    ({"GroupName": ""}, "MissingParameter", "GroupName"),
    ({"Description": ""}, "MissingParameter", "GroupDescription"),
    ({"Description": "it's"}, "InvalidParameterValue",
     f"^Invalid security group description. Valid descriptions are {SET}"),
    ({"Description": "→"}, "InvalidParameterValue",
     r"^Value \(→\) for parameter GroupDescription is invalid. Character sets beyond ASCII are not supported.$"),
    ({"VpcId": f"vpc-{X}"}, "InvalidVpcID.NotFound", f"^The vpc ID 'vpc-{X}' does not exist$"),
    ({"VpcId": "x"}, "InvalidVpcID.Malformed", None),
    ({"TagSpecifications": [{"ResourceType": "instance", "Tags": [{"Key": "a", "Value": "b"}]}]},
     "InvalidParameterValue", "'instance' is not a valid taggable resource type"),
    ({"DryRun": True}, "DryRunOperation", None),
])
def test_bad_groups(net, error, arguments, code, message):
    with error(code, message, status=412 if code == "DryRunOperation" else 400):
        net.create(**{"name": "new", **{("name" if k == "GroupName" else k): v for k, v in arguments.items()}})


def test_refusals(ec2, net, error, server):
    message = f'^the specified group: "{net.default}" name: "default" cannot be deleted by a user$'
    with error("CannotDelete", message):
        ec2.delete_security_group(GroupId=net.default)
    with error("MissingParameter", "^The request must contain the parameter groupName or groupId$"):
        ec2.delete_security_group()
    for arguments, code, message in (
            ({"GroupIds": [f"sg-{X}"]}, "InvalidGroup.NotFound", f"^The security group 'sg-{X}' does not exist$"),
            ({"GroupIds": [f"sg-{X}", "sg-12345678"]}, "InvalidGroup.NotFound", "'sg-0123456789abcdef0, sg-12345678' do not"),
            ({"GroupIds": ["sg_bad"]}, "InvalidGroupId.Malformed", '^Invalid id: "sg_bad"'),
            ({"GroupNames": ["nope"]}, "InvalidGroup.NotFound", "^The security group 'nope' does not exist in default VPC"),
            ({"GroupIds": [net.group], "MaxResults": 5}, "InvalidParameterCombination", "maxResults"),
            ({"Filters": [{"Name": "nope", "Values": ["x"]}]}, "InvalidParameterValue", "^The filter 'nope' is invalid$")):
        with error(code, message):
            ec2.describe_security_groups(**arguments)
    for arguments, code in (
            ({"SecurityGroupRuleIds": [f"sgr-{X}"]}, "InvalidSecurityGroupRuleId.NotFound"),
            ({"SecurityGroupRuleIds": ["x"]}, "InvalidSecurityGroupRuleId.Malformed"),
            ({"Filters": [{"Name": "nope", "Values": ["x"]}]}, "InvalidParameterValue")):
        with error(code):
            ec2.describe_security_group_rules(**arguments)
    # Another account's groups don't exist.
    stranger = server.client()
    with error("InvalidGroup.NotFound", f"^The security group '{net.group}' does not exist$"):
        stranger.authorize_security_group_ingress(GroupId=net.group, IpPermissions=[tcp(22, "0.0.0.0/0")])
    with error("InvalidGroup.NotFound"):
        stranger.delete_security_group(GroupId=net.group)


def test_without_a_default_vpc(ec2, error):
    vpc = ec2.describe_vpcs()["Vpcs"][0]["VpcId"]
    gateway = ec2.describe_internet_gateways()["InternetGateways"][0]["InternetGatewayId"]
    ec2.detach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
    for subnet in ec2.describe_subnets()["Subnets"]:
        ec2.delete_subnet(SubnetId=subnet["SubnetId"])
    ec2.delete_vpc(VpcId=vpc)
    with error("VPCIdNotSpecified", "^No default VPC for this user$"):
        ec2.create_security_group(GroupName="x", Description="d")
    with error("VPCIdNotSpecified"):
        ec2.describe_security_groups(GroupNames=["x"])
    [attribute] = ec2.describe_account_attributes(AttributeNames=["default-vpc"])["AccountAttributes"]
    assert attribute["AttributeValues"] == [{"AttributeValue": "none"}]

"""Route tables: routes, targets, associations."""

import re

import pytest

X = "0123456789abcdef0"


class Net:
    """A VPC with a subnet, a gateway and a route table."""

    def __init__(self, ec2):
        self.ec2 = ec2
        self.vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        self.subnet = ec2.create_subnet(VpcId=self.vpc, CidrBlock="10.0.1.0/24")["Subnet"]["SubnetId"]
        self.gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
        ec2.attach_internet_gateway(InternetGatewayId=self.gateway, VpcId=self.vpc)
        self.table = ec2.create_route_table(VpcId=self.vpc)["RouteTable"]["RouteTableId"]

    def main(self):
        filters = [{"Name": "vpc-id", "Values": [self.vpc]}, {"Name": "association.main", "Values": ["true"]}]
        (table,) = self.ec2.describe_route_tables(Filters=filters)["RouteTables"]
        return table

    def routes(self, table=None):
        (seen,) = self.ec2.describe_route_tables(RouteTableIds=[table or self.table])["RouteTables"]
        return [
            (r["DestinationCidrBlock"], r.get("GatewayId") or r.get("NetworkInterfaceId"), r["Origin"], r["State"])
            for r in seen["Routes"]
        ]


@pytest.fixture
def net(ec2):
    return Net(ec2)


def test_a_table_begins_with_the_local_route(ec2, net):
    tags = [{"ResourceType": "route-table", "Tags": [{"Key": "Name", "Value": "t"}]}]
    made = ec2.create_route_table(VpcId=net.vpc, TagSpecifications=tags)["RouteTable"]
    assert re.fullmatch("rtb-[0-9a-f]{17}", made["RouteTableId"])
    assert (made["Associations"], made["PropagatingVgws"], made["VpcId"]) == ([], [], net.vpc)
    assert made["Tags"] == tags[0]["Tags"]
    assert made["Routes"] == [{
        "DestinationCidrBlock": "10.0.0.0/16", "GatewayId": "local", "Origin": "CreateRouteTable", "State": "active"}]
    assert ec2.describe_route_tables(RouteTableIds=[made["RouteTableId"]])["RouteTables"] == [made]


def test_a_token_makes_one_table(ec2, net, error):
    first = ec2.create_route_table(VpcId=net.vpc, ClientToken="once")
    again = ec2.create_route_table(VpcId=net.vpc, ClientToken="once")
    assert first["RouteTable"] == again["RouteTable"]
    assert again["ClientToken"] == "once"
    other = ec2.create_vpc(CidrBlock="10.1.0.0/16")["Vpc"]["VpcId"]
    with error("IdempotentParameterMismatch"):
        ec2.create_route_table(VpcId=other, ClientToken="once")


def test_routes_come_and_go(ec2, net, error):
    local = ("10.0.0.0/16", "local", "CreateRouteTable", "active")
    assert ec2.create_route(RouteTableId=net.table, DestinationCidrBlock="0.0.0.0/0", GatewayId=net.gateway)["Return"]
    way_out = ("0.0.0.0/0", net.gateway, "CreateRoute", "active")
    assert net.routes() == [local, way_out]
    eni = ec2.create_network_interface(SubnetId=net.subnet)["NetworkInterface"]["NetworkInterfaceId"]
    ec2.create_route(RouteTableId=net.table, DestinationCidrBlock="192.168.7.9/24", NetworkInterfaceId=eni)
    # Nothing is behind an interface that is not attached.
    assert net.routes() == [local, way_out, ("192.168.7.0/24", eni, "CreateRoute", "blackhole")]
    ec2.replace_route(RouteTableId=net.table, DestinationCidrBlock="192.168.7.0/24", GatewayId=net.gateway)
    assert net.routes()[2] == ("192.168.7.0/24", net.gateway, "CreateRoute", "active")
    ec2.delete_route(RouteTableId=net.table, DestinationCidrBlock="192.168.7.0/24")
    assert net.routes() == [local, way_out]
    ec2.detach_internet_gateway(InternetGatewayId=net.gateway, VpcId=net.vpc)
    assert net.routes() == [local, ("0.0.0.0/0", net.gateway, "CreateRoute", "blackhole")]
    ec2.delete_internet_gateway(InternetGatewayId=net.gateway)
    assert net.routes() == [local, ("0.0.0.0/0", net.gateway, "CreateRoute", "blackhole")]


def test_routes_that_are_refused(ec2, net, error):
    stranger = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    elsewhere = ec2.describe_subnets(Filters=[{"Name": "default-for-az", "Values": ["true"]}])["Subnets"][0]["SubnetId"]
    eni = ec2.create_network_interface(SubnetId=elsewhere)["NetworkInterface"]["NetworkInterfaceId"]
    ec2.create_route(RouteTableId=net.table, DestinationCidrBlock="0.0.0.0/0", GatewayId=net.gateway)
    out = {"DestinationCidrBlock": "10.7.0.0/16"}
    for arguments, code, message in [
        ({"DestinationCidrBlock": "0.0.0.0/0", "GatewayId": net.gateway}, "RouteAlreadyExists",
         r"^The route identified by 0\.0\.0\.0/0 already exists\.$"),
        ({**out, "GatewayId": f"igw-{X}"}, "InvalidGatewayID.NotFound", f"^The gateway ID 'igw-{X}' does not exist$"),
        ({**out, "GatewayId": stranger}, "InvalidParameterValue",
         f"^route table {net.table} and network gateway {stranger} belong to different networks$"),
        ({**out, "NetworkInterfaceId": eni}, "InvalidParameterValue",
         f"^route table {net.table} and interface {eni} belong to different networks$"),
        ({**out, "InstanceId": f"i-{X}"}, "InvalidInstanceID.NotFound", f"'i-{X}' does not exist"),
        (out, "MissingParameter", "exactly one of"),
        ({**out, "GatewayId": net.gateway, "NetworkInterfaceId": eni}, "InvalidParameterCombination", "exactly one of"),
        ({"DestinationCidrBlock": "10.0.1.0/24", "GatewayId": net.gateway}, "InvalidParameterValue",
         r"^The destination CIDR block 10\.0\.1\.0/24 is equal to or more specific than one of this VPC's CIDR blocks\. "
         r"This route can target only an interface or an instance\.$"),
        ({"DestinationCidrBlock": "x", "GatewayId": net.gateway}, "InvalidParameterValue",
         r"^Value \(x\) for parameter destinationCidrBlock is invalid\. This is not a valid CIDR block\.$"),
        ({**out, "NatGatewayId": f"nat-{X}"}, "UnsupportedOperation", "NatGatewayId"),
        ({"DestinationIpv6CidrBlock": "::/0", "GatewayId": net.gateway}, "UnsupportedOperation", "Ipv6"),
        ({"GatewayId": net.gateway}, "MissingParameter", "DestinationCidrBlock"),
    ]:
        with error(code, message):
            ec2.create_route(RouteTableId=net.table, **arguments)
    with error("InvalidParameterValue", r"There is no route defined for '10\.7\.0\.0/16' in the route table"):
        ec2.replace_route(RouteTableId=net.table, **out, GatewayId=net.gateway)
    with error("InvalidRoute.NotFound",
               f"^no route with destination-cidr-block 10.9.0.0/16 in route table {net.table}$"):
        ec2.delete_route(RouteTableId=net.table, DestinationCidrBlock="10.9.0.0/16")
    with error("InvalidParameterValue", f"^cannot remove local route 10.0.0.0/16 in route table {net.table}$"):
        ec2.delete_route(RouteTableId=net.table, DestinationCidrBlock="10.0.0.0/16")
    with error("InvalidRouteTableID.NotFound", f"^The routeTable ID 'rtb-{X}' does not exist$"):
        ec2.create_route(RouteTableId=f"rtb-{X}", **out, GatewayId=net.gateway)


def test_a_route_to_an_instance(ec2, net, launch):
    instance = launch(SubnetId=net.subnet)
    eni = instance["NetworkInterfaces"][0]["NetworkInterfaceId"]
    ec2.create_route(RouteTableId=net.table, DestinationCidrBlock="10.8.0.0/16", InstanceId=instance["InstanceId"])
    route = ec2.describe_route_tables(RouteTableIds=[net.table])["RouteTables"][0]["Routes"][1]
    assert {key: route[key] for key in ("InstanceId", "NetworkInterfaceId", "State")} == {
        "InstanceId": instance["InstanceId"], "NetworkInterfaceId": eni, "State": "active"}
    assert route["InstanceOwnerId"].isdigit()
    filters = [{"Name": "route.instance-id", "Values": [instance["InstanceId"]]}]
    assert [t["RouteTableId"] for t in ec2.describe_route_tables(Filters=filters)["RouteTables"]] == [net.table]
    ec2.terminate_instances(InstanceIds=[instance["InstanceId"]])
    ec2.get_waiter("instance_terminated").wait(InstanceIds=[instance["InstanceId"]])
    assert net.routes()[1] == ("10.8.0.0/16", eni, "CreateRoute", "blackhole")


def test_associations(ec2, net, error):
    answer = ec2.associate_route_table(RouteTableId=net.table, SubnetId=net.subnet)
    association = answer["AssociationId"]
    assert re.fullmatch("rtbassoc-[0-9a-f]{17}", association)
    assert answer["AssociationState"]["State"] == "associated"
    # Once more is no mistake, but another table is.
    assert ec2.associate_route_table(RouteTableId=net.table, SubnetId=net.subnet)["AssociationId"] == association
    second = ec2.create_route_table(VpcId=net.vpc)["RouteTable"]["RouteTableId"]
    with error("Resource.AlreadyAssociated",
               f"^the specified association for route table {second} conflicts with an existing association$"):
        ec2.associate_route_table(RouteTableId=second, SubnetId=net.subnet)
    with error("DependencyViolation", f"^The routeTable '{net.table}' has dependencies and cannot be deleted.$"):
        ec2.delete_route_table(RouteTableId=net.table)
    elsewhere = ec2.describe_subnets(Filters=[{"Name": "default-for-az", "Values": ["true"]}])["Subnets"][0]["SubnetId"]
    with error("InvalidParameterValue", f"^route table {second} and subnet {elsewhere} belong to different networks$"):
        ec2.associate_route_table(RouteTableId=second, SubnetId=elsewhere)
    replaced = ec2.replace_route_table_association(AssociationId=association, RouteTableId=second)["NewAssociationId"]
    assert replaced != association
    filters = [{"Name": "association.subnet-id", "Values": [net.subnet]}]
    (table,) = ec2.describe_route_tables(Filters=filters)["RouteTables"]
    assert table["RouteTableId"] == second
    assert table["Associations"] == [{
        "Main": False, "RouteTableAssociationId": replaced, "RouteTableId": second, "SubnetId": net.subnet,
        "AssociationState": {"State": "associated"}}]
    with error("InvalidAssociationID.NotFound", f"^The association ID '{association}' does not exist$"):
        ec2.disassociate_route_table(AssociationId=association)
    ec2.disassociate_route_table(AssociationId=replaced)
    for unused in (net.table, second):
        ec2.delete_route_table(RouteTableId=unused)


def test_the_main_table_can_be_another(ec2, net, error):
    old = net.main()
    association = old["Associations"][0]["RouteTableAssociationId"]
    with error("InvalidParameterValue", f"^cannot disassociate the main route table association {association}$"):
        ec2.disassociate_route_table(AssociationId=association)
    with error("DependencyViolation"):
        ec2.delete_route_table(RouteTableId=old["RouteTableId"])
    ec2.replace_route_table_association(AssociationId=association, RouteTableId=net.table)
    assert net.main()["RouteTableId"] == net.table
    # What is no longer the main table keeps the VPC as any other does; the new one goes along.
    ec2.detach_internet_gateway(InternetGatewayId=net.gateway, VpcId=net.vpc)
    ec2.delete_subnet(SubnetId=net.subnet)
    with error("DependencyViolation"):
        ec2.delete_vpc(VpcId=net.vpc)
    ec2.delete_route_table(RouteTableId=old["RouteTableId"])
    ec2.delete_vpc(VpcId=net.vpc)
    with error("InvalidRouteTableID.NotFound"):
        ec2.describe_route_tables(RouteTableIds=[net.table])


def test_filters(ec2, net, client, error):
    association = ec2.associate_route_table(RouteTableId=net.table, SubnetId=net.subnet)["AssociationId"]
    ec2.create_route(RouteTableId=net.table, DestinationCidrBlock="0.0.0.0/0", GatewayId=net.gateway)
    ec2.create_tags(Resources=[net.table], Tags=[{"Key": "Name", "Value": "public"}])
    main = net.main()["RouteTableId"]
    for name, value, want in [
        ("association.main", "true", [main]),
        ("association.main", "false", [net.table]),
        ("association.route-table-association-id", association, [net.table]),
        ("association.route-table-id", net.table, [net.table]),
        ("association.subnet-id", net.subnet, [net.table]),
        ("route.destination-cidr-block", "0.0.0.0/0", [net.table]),
        ("route.destination-cidr-block", "10.0.0.0/16", [main, net.table]),
        ("route.gateway-id", net.gateway, [net.table]),
        ("route.gateway-id", "local", [main, net.table]),
        ("route.origin", "CreateRoute", [net.table]),
        ("route.state", "active", [main, net.table]),
        ("route.state", "blackhole", []),
        ("route.nat-gateway-id", "*", []),
        ("route-table-id", main, [main]),
        ("tag:Name", "publi?", [net.table]),
    ]:
        filters = [{"Name": "vpc-id", "Values": [net.vpc]}, {"Name": name, "Values": [value]}]
        seen = [t["RouteTableId"] for t in ec2.describe_route_tables(Filters=filters)["RouteTables"]]
        assert sorted(seen) == sorted(want), name
    with error("InvalidParameterValue", "maxResults"):
        client(parameter_validation=False).describe_route_tables(MaxResults=4)


def test_the_default_table_leads_to_the_gateway(ec2):
    (gateway,) = ec2.describe_internet_gateways()["InternetGateways"]
    (table,) = ec2.describe_route_tables()["RouteTables"]
    assert [(r["DestinationCidrBlock"], r["GatewayId"]) for r in table["Routes"]] == [
        ("172.31.0.0/16", "local"), ("0.0.0.0/0", gateway["InternetGatewayId"])]

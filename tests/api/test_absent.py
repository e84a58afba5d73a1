"""Reads of things that there are none of: an empty list, but mistakes are told as AWS tells them."""

import pytest

X = "0123456789abcdef0"
# Operation; what the answer lists; parameter of ids; an id; code of one that doesn't exist; code of a malformed one.
READS = [
    ("describe_vpc_peering_connections", "VpcPeeringConnections", "VpcPeeringConnectionIds", "pcx",
     "InvalidVpcPeeringConnectionID.NotFound", "InvalidVpcPeeringConnectionId.Malformed"),
    ("describe_nat_gateways", "NatGateways", "NatGatewayIds", "nat", "NatGatewayNotFound", "NatGatewayMalformed"),
    ("describe_vpc_endpoints", "VpcEndpoints", "VpcEndpointIds", "vpce",
     "InvalidVpcEndpointId.NotFound", "InvalidVpcEndpointId.Malformed"),
    ("describe_egress_only_internet_gateways", "EgressOnlyInternetGateways", "EgressOnlyInternetGatewayIds", "eigw",
     "InvalidEgressOnlyInternetGatewayId.NotFound", "InvalidEgressOnlyInternetGatewayId.Malformed"),
    ("describe_vpn_gateways", "VpnGateways", "VpnGatewayIds", "vgw",
     "InvalidVpnGatewayID.NotFound", "InvalidVpnGatewayID.Malformed"),
    ("describe_vpn_connections", "VpnConnections", "VpnConnectionIds", "vpn",
     "InvalidVpnConnectionID.NotFound", "InvalidVpnConnectionID.Malformed"),
    ("describe_customer_gateways", "CustomerGateways", "CustomerGatewayIds", "cgw",
     "InvalidCustomerGatewayID.NotFound", "InvalidCustomerGatewayId.Malformed"),
    ("describe_carrier_gateways", "CarrierGateways", "CarrierGatewayIds", "cagw",
     "InvalidCarrierGatewayID.NotFound", "InvalidCarrierGatewayID.Malformed"),
    ("describe_transit_gateways", "TransitGateways", "TransitGatewayIds", "tgw",
     "InvalidTransitGatewayID.NotFound", "InvalidTransitGatewayID.Malformed"),
    ("describe_transit_gateway_vpc_attachments", "TransitGatewayVpcAttachments", "TransitGatewayAttachmentIds",
     "tgw-attach", "InvalidTransitGatewayAttachmentID.NotFound", "InvalidTransitGatewayAttachmentID.Malformed"),
    ("describe_flow_logs", "FlowLogs", "FlowLogIds", "fl", "InvalidFlowLogId.NotFound", "InvalidFlowLogId.Malformed"),
    ("describe_prefix_lists", "PrefixLists", "PrefixListIds", "pl",
     "InvalidPrefixListId.NotFound", "InvalidPrefixListId.Malformed"),
    ("describe_instance_connect_endpoints", "InstanceConnectEndpoints", "InstanceConnectEndpointIds", "eice",
     "InvalidInstanceConnectEndpointId.NotFound", "InvalidInstanceConnectEndpointId.Malformed"),
    ("describe_hosts", "Hosts", "HostIds", "h", "InvalidHostID.NotFound", "InvalidHostID.Malformed"),
    ("describe_reserved_instances", "ReservedInstances", "ReservedInstancesIds", None, "InvalidReservedInstancesId", None),
    ("describe_capacity_reservations", "CapacityReservations", "CapacityReservationIds", "cr",
     "InvalidCapacityReservationId.NotFound", "InvalidCapacityReservationId.Malformed"),
    ("describe_spot_instance_requests", "SpotInstanceRequests", "SpotInstanceRequestIds", "sir",
     "InvalidSpotInstanceRequestID.NotFound", "InvalidSpotInstanceRequestID.Malformed"),
    ("describe_spot_fleet_requests", "SpotFleetRequestConfigs", "SpotFleetRequestIds", None,
     "InvalidSpotFleetRequestId.NotFound", None),
    ("describe_fleets", "Fleets", "FleetIds", None, "InvalidFleetId.NotFound", None),
    ("describe_iam_instance_profile_associations", "IamInstanceProfileAssociations", "AssociationIds", "iip-assoc",
     "InvalidAssociationID.NotFound", "InvalidAssociationID.Malformed"),
    ("describe_instance_event_windows", "InstanceEventWindows", "InstanceEventWindowIds", "iew",
     "InvalidInstanceEventWindowId.NotFound", "InvalidInstanceEventWindowId.Malformed"),
    ("describe_bundle_tasks", "BundleTasks", "BundleIds", "bun", "InvalidBundleID.NotFound", "InvalidBundleID.Malformed"),
    ("describe_conversion_tasks", "ConversionTasks", "ConversionTaskIds", None, "InvalidConversionTaskId", None),
    ("describe_export_tasks", "ExportTasks", "ExportTaskIds", None, "InvalidExportTaskID.NotFound", None),
    ("describe_instance_topology", "Instances", "InstanceIds", "i",
     "InvalidInstanceID.NotFound", "InvalidInstanceID.Malformed"),
    ("describe_address_transfers", "AddressTransfers", "AllocationIds", "eipalloc",
     "InvalidAllocationID.NotFound", "InvalidAllocationID.NotFound"),
    ("describe_fast_launch_images", "FastLaunchImages", "ImageIds", "ami", "InvalidAMIID.NotFound", "InvalidAMIID.Malformed"),
]


@pytest.mark.parametrize("read, listed, ids, prefix, not_found, malformed", READS, ids=[r[0] for r in READS])
def test_there_is_none(ec2, error, read, listed, ids, prefix, not_found, malformed):
    read = getattr(ec2, read)
    assert read()[listed] == []
    unknown = f"{prefix}-{X}" if prefix else "86ff4a24-1e3d-4b5e-9f3a-0123456789ab"
    with error(not_found, unknown):
        read(**{ids: [unknown]})
    if malformed:
        with error(malformed, "nothing-such"):
            read(**{ids: ["nothing-such"]})


# Operation; name of its parameter of filters; one that it has.
FILTERED = [
    ("describe_vpc_peering_connections", "Filters", "status-code"),
    ("describe_nat_gateways", "Filter", "vpc-id"),
    ("describe_vpc_endpoints", "Filters", "tag:Name"),
    ("describe_flow_logs", "Filter", "tag-key"),
    ("describe_hosts", "Filter", "state"),
    ("describe_reserved_instances", "Filters", "state"),
    ("describe_spot_instance_requests", "Filters", "launch.image-id"),
    ("describe_spot_price_history", "Filters", "instance-type"),
    ("describe_iam_instance_profile_associations", "Filters", "instance-id"),
    ("describe_fast_snapshot_restores", "Filters", "snapshot-id"),
    ("describe_fast_launch_images", "Filters", "owner-id"),
    ("describe_instance_topology", "Filters", "zone-id"),
]


@pytest.mark.parametrize("read, parameter, known", FILTERED, ids=[r[0] for r in FILTERED])
def test_filters_are_looked_at(ec2, error, read, parameter, known):
    read = getattr(ec2, read)
    read(**{parameter: [{"Name": known, "Values": ["x"]}]})
    with error("InvalidParameterValue", "^The filter 'colour' is invalid$"):
        read(**{parameter: [{"Name": "colour", "Values": ["x"]}]})


def test_pages_and_places_are_looked_at(ec2, error):
    with error("InvalidParameterValue", r"Value \( 4 \) for parameter maxResults is invalid"):
        ec2.describe_hosts(MaxResults=4)
    with error("InvalidParameterValue", "token"):
        ec2.describe_vpc_peering_connections(NextToken="nothing-such")
    with error("InvalidParameterValue", r"Invalid availability zone: \[us-east-1q\]"):
        ec2.describe_spot_price_history(AvailabilityZone="us-east-1q")
    with error("InvalidPlacementGroup.Unknown"):
        ec2.describe_instance_topology(GroupNames=["nope"])


# Filters that AWS has for what nothing has here.
NEVER = [
    ("describe_images", "Images", [
        "image-watermark.source-image-creation-time", "image-watermark.source-image-id",
        "image-watermark.source-image-region", "image-watermark.watermark-creation-time",
        "image-watermark.watermark-key", "instance-type-specification.supported-instance-type",
        "instance-type-specification.unsupported-instance-type", "scan-result.critical-fix-available-since",
        "scan-result.finding-scan-date", "scan-result.high-fix-available-since",
        "scan-result.highest-finding-severity-label", "scan-result.informational-fix-available-since",
        "scan-result.low-fix-available-since", "scan-result.medium-fix-available-since",
    ]),
    ("describe_instances", "Reservations", [
        "capacity-reservation-specification.capacity-reservation-target.capacity-reservation-id",
        "capacity-reservation-specification.capacity-reservation-target.capacity-reservation-resource-group-arn",
        "network-interface.association.carrier-ip", "network-interface.association.customer-owned-ip",
    ]),
    ("describe_instance_status", "InstanceStatuses", ["application-status.status"]),
    ("describe_volume_status", "VolumeStatuses", ["attachment-status.io-performance"]),
]


@pytest.mark.parametrize("operation, what, names", NEVER)
def test_filters_under_which_nothing_has_a_value(ec2, launch, operation, what, names):
    launch()
    assert getattr(ec2, operation)()[what]
    for name in names:
        assert getattr(ec2, operation)(Filters=[{"Name": name, "Values": ["*"]}])[what] == [], name

//! DescribeVpnConnections: there are none, as a VPC has no private way out.

use model::ApiError;
use wire::ec2;

use super::Kind;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
};

pub struct DescribeVpnConnections;

const KIND: Kind = Kind {
    prefix: Some("vpn"),
    malformed: "InvalidVpnConnectionID.Malformed",
    not_found: "InvalidVpnConnectionID.NotFound",
    sentence: "The vpnConnection ID '{}' does not exist",
    filters: &[
        "customer-gateway-configuration",
        "customer-gateway-id",
        "state",
        "option.static-routes-only",
        "route.destination-cidr-block",
        "bgp-asn",
        "type",
        "vpn-connection-id",
        "vpn-gateway-id",
        "transit-gateway-id",
    ],
    tags: true,
};

impl Action for DescribeVpnConnections {
    type Input = ec2::DescribeVpnConnectionsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked::new(&input.vpn_connection_ids, "vpnConnectionIdSet", &input.filters, None, &None);
        KIND.none(call, "DescribeVpnConnections", &asked)
    }
}

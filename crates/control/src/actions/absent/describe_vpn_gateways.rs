//! DescribeVpnGateways: there are none, as a VPC has no private way out.

use model::ApiError;
use wire::ec2;

use super::Kind;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
};

pub struct DescribeVpnGateways;

const KIND: Kind = Kind {
    prefix: Some("vgw"),
    malformed: "InvalidVpnGatewayID.Malformed",
    not_found: "InvalidVpnGatewayID.NotFound",
    sentence: "The vpnGateway ID '{}' does not exist",
    filters: &[
        "amazon-side-asn",
        "attachment.state",
        "attachment.vpc-id",
        "availability-zone",
        "state",
        "type",
        "vpn-gateway-id",
    ],
    tags: true,
};

impl Action for DescribeVpnGateways {
    type Input = ec2::DescribeVpnGatewaysRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked::new(&input.vpn_gateway_ids, "vpnGatewayIdSet", &input.filters, None, &None);
        KIND.none(call, "DescribeVpnGateways", &asked)
    }
}

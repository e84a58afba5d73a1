//! DescribeCustomerGateways: there are none, as a VPC has no private way out.

use model::ApiError;
use wire::ec2;

use super::Kind;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
};

pub struct DescribeCustomerGateways;

const KIND: Kind = Kind {
    prefix: Some("cgw"),
    malformed: "InvalidCustomerGatewayId.Malformed",
    not_found: "InvalidCustomerGatewayID.NotFound",
    sentence: "The customerGateway ID '{}' does not exist",
    filters: &["bgp-asn", "customer-gateway-id", "ip-address", "state", "type"],
    tags: true,
};

impl Action for DescribeCustomerGateways {
    type Input = ec2::DescribeCustomerGatewaysRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked::new(&input.customer_gateway_ids, "customerGatewayIdSet", &input.filters, None, &None);
        KIND.none(call, "DescribeCustomerGateways", &asked)
    }
}

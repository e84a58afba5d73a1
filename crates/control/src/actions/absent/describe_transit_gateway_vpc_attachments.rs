//! DescribeTransitGatewayVpcAttachments: there are none, as there are no transit gateways.

use model::ApiError;
use wire::ec2;

use super::Kind;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
};

pub struct DescribeTransitGatewayVpcAttachments;

const KIND: Kind = Kind {
    prefix: Some("tgw-attach"),
    malformed: "InvalidTransitGatewayAttachmentID.Malformed",
    not_found: "InvalidTransitGatewayAttachmentID.NotFound",
    sentence: "Transit Gateway Attachment {} was deleted or does not exist.",
    filters: &["state", "transit-gateway-attachment-id", "transit-gateway-id", "vpc-id"],
    tags: true,
};

impl Action for DescribeTransitGatewayVpcAttachments {
    type Input = ec2::DescribeTransitGatewayVpcAttachmentsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked {
            limits: 5..=1000,
            ..Asked::new(
                &input.transit_gateway_attachment_ids,
                "transitGatewayAttachmentIdSet",
                &input.filters,
                input.max_results,
                &input.next_token,
            )
        };
        KIND.none(call, "DescribeTransitGatewayVpcAttachments", &asked)
    }
}

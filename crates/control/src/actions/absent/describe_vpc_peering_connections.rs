//! DescribeVpcPeeringConnections: there are none, as VPCs are not peered.

use model::ApiError;
use wire::ec2;

use super::Kind;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
};

pub struct DescribeVpcPeeringConnections;

const KIND: Kind = Kind {
    prefix: Some("pcx"),
    malformed: "InvalidVpcPeeringConnectionId.Malformed",
    not_found: "InvalidVpcPeeringConnectionID.NotFound",
    sentence: "The vpcPeeringConnection ID '{}' does not exist",
    filters: &[
        "accepter-vpc-info.cidr-block",
        "accepter-vpc-info.owner-id",
        "accepter-vpc-info.vpc-id",
        "expiration-time",
        "requester-vpc-info.cidr-block",
        "requester-vpc-info.owner-id",
        "requester-vpc-info.vpc-id",
        "status-code",
        "status-message",
        "vpc-peering-connection-id",
    ],
    tags: true,
};

impl Action for DescribeVpcPeeringConnections {
    type Input = ec2::DescribeVpcPeeringConnectionsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked {
            limits: 5..=1000,
            ..Asked::new(
                &input.vpc_peering_connection_ids,
                "vpcPeeringConnectionIdSet",
                &input.filters,
                input.max_results,
                &input.next_token,
            )
        };
        KIND.none(call, "DescribeVpcPeeringConnections", &asked)
    }
}

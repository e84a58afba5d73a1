//! DescribeIamInstanceProfileAssociations: there are none, as instances have no roles.

use model::ApiError;
use wire::ec2;

use super::Kind;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
};

pub struct DescribeIamInstanceProfileAssociations;

const KIND: Kind = Kind {
    prefix: Some("iip-assoc"),
    malformed: "InvalidAssociationID.Malformed",
    not_found: "InvalidAssociationID.NotFound",
    sentence: "The association ID '{}' does not exist",
    filters: &["instance-id", "state"],
    tags: false,
};

impl Action for DescribeIamInstanceProfileAssociations {
    type Input = ec2::DescribeIamInstanceProfileAssociationsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked {
            limits: 5..=1000,
            ..Asked::new(
                &input.association_ids,
                "associationIdSet",
                &input.filters,
                input.max_results,
                &input.next_token,
            )
        };
        KIND.none(call, "DescribeIamInstanceProfileAssociations", &asked)
    }
}

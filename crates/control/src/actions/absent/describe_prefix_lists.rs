//! DescribePrefixLists: there are none, as they are of the addresses of other services.

use model::ApiError;
use wire::ec2;

use super::Kind;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
};

pub struct DescribePrefixLists;

const KIND: Kind = Kind {
    prefix: Some("pl"),
    malformed: "InvalidPrefixListId.Malformed",
    not_found: "InvalidPrefixListId.NotFound",
    sentence: "The prefixList ID '{}' does not exist",
    filters: &["prefix-list-id", "prefix-list-name"],
    tags: false,
};

impl Action for DescribePrefixLists {
    type Input = ec2::DescribePrefixListsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked {
            limits: 1..=1000,
            ..Asked::new(
                &input.prefix_list_ids,
                "prefixListIdSet",
                &input.filters,
                input.max_results,
                &input.next_token,
            )
        };
        KIND.none(call, "DescribePrefixLists", &asked)
    }
}

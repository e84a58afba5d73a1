//! DescribeManagedPrefixLists: the account's own.

use model::{ApiError, filters::FilterSpec, records::PrefixList};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    listing::{self, Asked, Item},
};

pub struct DescribeManagedPrefixLists;

/// AWS's limits of MaxResults.
const PAGE: std::ops::RangeInclusive<i64> = 1..=100;

impl<'a> Item<'a, PrefixList> {
    const FILTERS: &'a [FilterSpec<Self>] = &[
        FilterSpec::field("owner-id", |list, values| values.text(&*list.row.account)),
        FilterSpec::field("prefix-list-id", |list, values| values.text(&*list.row.id)),
        FilterSpec::field("prefix-list-name", |list, values| values.text(&list.row.name)),
        FilterSpec::tags(|list, tags| list.tags(tags)),
    ];
}

impl Action for DescribeManagedPrefixLists {
    type Input = ec2::DescribeManagedPrefixListsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let (ids, filters) = (&input.prefix_list_ids, &input.filters);
        let asked =
            Asked { limits: PAGE, ..Asked::new(ids, "prefixListIds", filters, input.max_results, &input.next_token) };
        let table = Item::<PrefixList>::FILTERS;
        let (lists, next_token) = listing::own(call, "DescribeManagedPrefixLists", &asked, table, &[])?;
        let shown = |list: &PrefixList| super::shown(&call.view, call.region.facts, list, super::resting_state(list));
        Ok(Plan::Answer(ec2::DescribeManagedPrefixListsResult {
            prefix_lists: lists.iter().map(|list| shown(list)).collect(),
            next_token,
        }))
    }
}

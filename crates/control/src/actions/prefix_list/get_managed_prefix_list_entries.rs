//! GetManagedPrefixListEntries: of the present version or of an earlier one.

use model::{
    ApiError,
    records::{PrefixList, PrefixListEntry},
};
use wire::ec2;

use super::{entries, entries_key};
use crate::{
    action::{Action, Call, Output, Plan},
    lookup,
    paging::Page,
};

pub struct GetManagedPrefixListEntries;

/// AWS's limits of MaxResults.
const PAGE: std::ops::RangeInclusive<i64> = 1..=100;

impl Action for GetManagedPrefixListEntries {
    type Input = ec2::GetManagedPrefixListEntriesRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let list = lookup::required::<PrefixList>(&call.view, "PrefixListId", input.prefix_list_id.as_deref())?;
        let found = match input.target_version {
            None => list.entries.clone(),
            Some(version) => of_version(call, &list, version)?,
        };
        let (limit, token) = (input.max_results, input.next_token.as_deref());
        let page = Page::of(call, "GetManagedPrefixListEntries", PAGE, limit, token, None)?;
        // Entries are in the order in which they were added; their places are their keys.
        let places = (0i64..).zip(found);
        let (entries, next_token) =
            page.take_by(call, places, |(place, entry)| (*place, entry.cidr.to_string().into()));
        let entries: Vec<PrefixListEntry> = entries.into_iter().map(|(_, entry)| entry).collect();
        Ok(Plan::Answer(ec2::GetManagedPrefixListEntriesResult { entries: entries::shown(&entries), next_token }))
    }
}

fn of_version(call: &Call, list: &PrefixList, version: i64) -> Result<Vec<PrefixListEntry>, ApiError> {
    let known = u64::try_from(version).ok().filter(|version| (1..=list.version).contains(version));
    let known = known.ok_or_else(|| {
        ApiError::invalid_value(
            "targetVersion",
            version,
            &format!("The prefix list has the versions 1 to {}.", list.version),
        )
    })?;
    let blob = call.region.cell.blob(&entries_key(&list.id, known)).map_err(ApiError::internal)?;
    let blob = blob.ok_or_else(|| ApiError::internal("the entries of a version are gone"))?;
    serde_json::from_slice(&blob).map_err(ApiError::internal)
}

//! Managed prefix lists: CIDR blocks under one name, which rules of security groups may refer to.

mod create_managed_prefix_list;
mod delete_managed_prefix_list;
mod describe_managed_prefix_lists;
mod entries;
mod get_managed_prefix_list_entries;
mod modify_managed_prefix_list;

pub use create_managed_prefix_list::CreateManagedPrefixList;
pub use delete_managed_prefix_list::DeleteManagedPrefixList;
pub use describe_managed_prefix_lists::DescribeManagedPrefixLists;
pub use get_managed_prefix_list_entries::GetManagedPrefixListEntries;
pub use modify_managed_prefix_list::ModifyManagedPrefixList;

use model::{ApiError, facts::regions::Region, records::PrefixList};
use wire::ec2;

use crate::{tagging, view::AccountView};

/// A list as answers show it. `state` is as `create-complete`.
fn shown(view: &AccountView, region: &Region, list: &PrefixList, state: &str) -> ec2::ManagedPrefixList {
    ec2::ManagedPrefixList {
        prefix_list_id: Some(list.id.to_string()),
        address_family: Some(family(list).into()),
        state: Some(state.to_owned()),
        prefix_list_arn: Some(arn(region, list)),
        prefix_list_name: Some(list.name.clone()),
        max_entries: Some(list.max_entries.into()),
        version: Some(i64::try_from(list.version).unwrap_or(i64::MAX)),
        tags: tagging::shown(view, &list.id),
        owner_id: Some(list.account.to_string()),
        ..ec2::ManagedPrefixList::default()
    }
}

/// What a list rests in: how it came to be as it is.
fn resting_state(list: &PrefixList) -> &'static str {
    if list.modified { "modify-complete" } else { "create-complete" }
}

fn family(list: &PrefixList) -> &'static str {
    if list.ipv6 { "IPv6" } else { "IPv4" }
}

fn arn(region: &Region, list: &PrefixList) -> String {
    format!("arn:aws:ec2:{}:{}:prefix-list/{}", region.name, list.account, list.id)
}

/// A list's name.
fn name(text: Option<&str>) -> Result<String, ApiError> {
    let text = text.filter(|text| !text.is_empty()).ok_or_else(|| ApiError::missing("PrefixListName"))?;
    if text.chars().count() > 255 || text.starts_with("com.amazonaws") {
        return Err(ApiError::invalid_value(
            "prefixListName",
            text,
            "It must be up to 255 characters long and not begin with com.amazonaws.",
        ));
    }
    Ok(text.to_owned())
}

/// The key of the entries of one version, beside the record.
fn entries_key(id: &str, version: u64) -> String {
    format!("prefix-list-entries/{id}/{version}")
}

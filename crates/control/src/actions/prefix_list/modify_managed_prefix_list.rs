//! ModifyManagedPrefixList: other entries make a new version; the name and the limit don't.

use model::{
    ApiError,
    records::{PrefixList, SecurityGroupRule},
};
use wire::ec2;

use super::{entries, entries_key};
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    lookup,
};

pub struct ModifyManagedPrefixList;

impl Action for ModifyManagedPrefixList {
    type Input = ec2::ModifyManagedPrefixListRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let list = lookup::required::<PrefixList>(&call.view, "PrefixListId", input.prefix_list_id.as_deref())?;
        let changes_entries = !input.add_entries.is_empty() || !input.remove_entries.is_empty();
        if changes_entries && input.max_entries.is_some() {
            return Err(ApiError::combination("MaxEntries may not be modified together with entries."));
        }
        let current = i64::try_from(list.version).unwrap_or(i64::MAX);
        match input.current_version {
            Some(version) if version != current => {
                return Err(ApiError::new(
                    "PrefixListVersionMismatch",
                    format!("The prefix list has the incorrect version number: it is {current}, not {version}."),
                ));
            }
            None if changes_entries => return Err(ApiError::missing("CurrentVersion")),
            _ => {}
        }
        let mut after = list.record.clone();
        if input.prefix_list_name.is_some() {
            after.name = super::name(input.prefix_list_name.as_deref())?;
        }
        if let Some(asked) = input.max_entries {
            after.max_entries = entries::max_entries(asked)?;
            let rules = call.view.count::<SecurityGroupRule>("prefix-list", &list.id);
            if (after.max_entries as usize) < after.entries.len() || rules > 0 && after.max_entries > list.max_entries {
                return Err(ApiError::invalid_value(
                    "maxEntries",
                    asked,
                    "The entries or the groups that use it don't fit.",
                ));
            }
        }
        entries::remove(&mut after, &input.remove_entries)?;
        entries::add(&mut after, &input.add_entries)?;
        after.modified = true;
        let mut edit = Edit::new();
        if after.entries != list.entries {
            after.version += 1;
            edit.put_json(entries_key(&after.id, after.version), &after.entries);
        }
        edit.update(&list, &after);
        let region = call.region.facts;
        Plan::change(edit, move |view| {
            let shown = super::shown(view, region, &after, "modify-in-progress");
            Ok(ec2::ModifyManagedPrefixListResult { prefix_list: Some(shown) })
        })
    }
}

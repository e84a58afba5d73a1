//! DeleteManagedPrefixList: refused while a rule refers to it.

use model::{
    ApiError,
    records::{PrefixList, SecurityGroupRule},
};
use wire::ec2;

use super::entries_key;
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    lookup, tagging,
};

pub struct DeleteManagedPrefixList;

impl Action for DeleteManagedPrefixList {
    type Input = ec2::DeleteManagedPrefixListRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let list = lookup::required::<PrefixList>(&call.view, "PrefixListId", input.prefix_list_id.as_deref())?;
        // Whoever makes a rule that refers to it writes the list anew.
        if call.view.count::<SecurityGroupRule>("prefix-list", &list.id) > 0 {
            return Err(ApiError::new(
                "DependencyViolation",
                format!("The prefix list '{}' is referenced by a security group's rule and can't be deleted.", list.id),
            ));
        }
        let shown = super::shown(&call.view, call.region.facts, &list, "delete-in-progress");
        let mut edit = Edit::new();
        tagging::remove_all(&mut edit, &call.view, &list.id);
        edit.delete(&list);
        for version in 1..=list.version {
            edit.next_piece();
            edit.remove(entries_key(&list.id, version));
        }
        Plan::change(edit, move |_| Ok(ec2::DeleteManagedPrefixListResult { prefix_list: Some(shown) }))
    }
}

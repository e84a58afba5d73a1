//! DeletePlacementGroup: refused while an instance is in it, stopped ones included.

use model::{
    ApiError,
    records::{Instance, PlacementGroup},
};
use wire::ec2;

use super::name_claim;
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    tagging,
};

pub struct DeletePlacementGroup;

impl Action for DeletePlacementGroup {
    type Input = ec2::DeletePlacementGroupRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let name = input.group_name.as_deref().filter(|name| !name.is_empty());
        let name = name.ok_or_else(|| ApiError::missing("groupName"))?;
        // Terraform's provider and others hand over the id as they do the name.
        let group = match call.view.get::<PlacementGroup>(name) {
            Some(group) => group,
            None => super::named(&call.view, name)?,
        };
        // Whoever launches into the group writes it anew, so what this counts is all there is.
        if call.view.count::<Instance>("placement-group", &group.id) > 0 {
            return Err(ApiError::new(
                "InvalidPlacementGroup.InUse",
                format!("The placement group '{}' is in use and may not be deleted.", group.name),
            ));
        }
        let mut edit = Edit::new();
        tagging::remove_all(&mut edit, &call.view, &group.id);
        edit.release(&name_claim(&group));
        edit.delete(&group);
        Plan::change(edit, |_| Ok(ec2::DeletePlacementGroupResult {}))
    }
}

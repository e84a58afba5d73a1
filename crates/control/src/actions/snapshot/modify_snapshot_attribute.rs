//! ModifySnapshotAttribute: sharing a snapshot with accounts or with everybody.

use model::{ApiError, records::PublicSnapshots};
use wire::ec2;

use super::audience::{Audience, Change};
use crate::{
    action::{Action, Call, Output, Plan},
    actions::account::settings,
    edit::Edit,
};

pub struct ModifySnapshotAttribute;

const BLOCKED: &str = "You can't publicly share this snapshot because block public access for snapshots is enabled for this account. To publicly share the snapshot, you must call the DisableSnapshotBlockPublicAccess API.";

impl Action for ModifySnapshotAttribute {
    type Input = ec2::ModifySnapshotAttributeRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let snapshot = super::own(&call.view, input.snapshot_id.as_deref())?;
        if input.attribute.as_deref().is_some_and(|attribute| attribute != "createVolumePermission") {
            return Err(ApiError::unsupported("Only createVolumePermission of a snapshot can be modified."));
        }
        let change = change(input)?;
        if change.is_empty() {
            return Err(ApiError::missing("createVolumePermission"));
        }
        if change.add.includes_everybody() && settings::of(call)?.public_snapshots != PublicSnapshots::Unblocked {
            return Err(ApiError::new("OperationNotPermitted", BLOCKED));
        }
        // Others have no access to the key that AWS manages for the account, and there is no other.
        if !change.add.is_empty() && snapshot.encrypted {
            return Err(ApiError::new(
                "OperationNotPermitted",
                "Encrypted snapshots with EBS default key cannot be shared",
            ));
        }
        let mut after = snapshot.record.clone();
        change.apply(&mut after.public, &mut after.shared_with);
        let mut edit = Edit::new();
        if after != snapshot.record {
            edit.update(&snapshot, &after);
        }
        Plan::change(edit, |_| Ok(ec2::ModifySnapshotAttributeResult {}))
    }
}

fn change(input: &ec2::ModifySnapshotAttributeRequest) -> Result<Change, ApiError> {
    if let Some(permission) = &input.create_volume_permission {
        return Ok(Change { add: audience(&permission.add)?, remove: audience(&permission.remove)? });
    }
    let users = input.user_ids.iter().map(String::as_str);
    let groups = input.group_names.iter().map(String::as_str);
    let audience = Audience::parse("InvalidParameterValue", users, groups)?;
    if audience.is_empty() {
        return Ok(Change::default());
    }
    Change::by_operation(input.operation_type.as_deref(), audience)
}

fn audience(permissions: &[ec2::CreateVolumePermission]) -> Result<Audience, ApiError> {
    Audience::parse(
        "InvalidParameterValue",
        permissions.iter().filter_map(|permission| permission.user_id.as_deref()),
        permissions.iter().filter_map(|permission| permission.group.as_deref()),
    )
}

//! ModifyInstanceMaintenanceOptions.

use model::{ApiError, records::Instance};
use wire::ec2;

use super::{power, shown::maintenance};
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
};

pub struct ModifyInstanceMaintenanceOptions;

impl Action for ModifyInstanceMaintenanceOptions {
    type Input = ec2::ModifyInstanceMaintenanceOptionsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let instance = power::alive(call, input.instance_id.as_deref())?;
        let mut options = instance.maintenance;
        if let Some(choice) = &input.auto_recovery {
            options.auto_recovery_disabled = choice == "disabled";
        }
        if let Some(choice) = &input.reboot_migration {
            options.reboot_migration_disabled = choice == "disabled";
        }
        let mut edit = Edit::new();
        edit.update(&instance, &Instance { maintenance: options, ..instance.record.clone() });
        let id = instance.id.to_string();
        Plan::change(edit, move |_| {
            Ok(ec2::ModifyInstanceMaintenanceOptionsResult {
                instance_id: Some(id),
                auto_recovery: Some(maintenance(options.auto_recovery_disabled).into()),
                reboot_migration: Some(maintenance(options.reboot_migration_disabled).into()),
            })
        })
    }
}

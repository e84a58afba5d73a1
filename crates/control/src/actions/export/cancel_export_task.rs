//! CancelExportTask: ends an export that is under way. What it had written is taken away.

use model::{ApiError, records::ImportState};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
};

pub struct CancelExportTask;

impl Action for CancelExportTask {
    type Input = ec2::CancelExportTaskRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let id = input.export_task_id.as_deref().filter(|id| !id.is_empty());
        let task = super::task(&call.view, id.ok_or_else(|| ApiError::missing("ExportTaskId"))?)?;
        let mut edit = Edit::new();
        match task.state {
            ImportState::Active => {
                let mut after = task.record.clone();
                after.state = ImportState::Deleting;
                after.message = "cancelled by the user".into();
                edit.update(&task, &after);
            }
            // It is cancelled already.
            ImportState::Deleting | ImportState::Deleted => {}
            ImportState::Completed => {
                return Err(ApiError::new(
                    "IncorrectState",
                    format!("The export task '{}' is completed and can't be cancelled.", task.id),
                ));
            }
        }
        Plan::change(edit, |_| Ok(Default::default()))
    }
}

//! CancelImportTask: ends an import that is under way. What it had brought in is taken away.

use model::{ApiError, records::ImportState};
use wire::ec2;

use super::{IMAGE_TASK, SNAPSHOT_TASK};
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
};

pub struct CancelImportTask;

impl Action for CancelImportTask {
    type Input = ec2::CancelImportTaskRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let id = input.import_task_id.as_deref().filter(|id| !id.is_empty());
        let id = id.ok_or_else(|| ApiError::missing("ImportTaskId"))?;
        let task = super::task(&call.view, &[SNAPSHOT_TASK, IMAGE_TASK], id)?;
        let before = task.state;
        let mut edit = Edit::new();
        match before {
            ImportState::Active => {
                let mut after = task.record.clone();
                after.state = ImportState::Deleting;
                after.message = input.cancel_reason.clone().unwrap_or_else(|| "cancelled by the user".into());
                edit.update(&task, &after);
            }
            // It is cancelled already.
            ImportState::Deleting | ImportState::Deleted => {}
            ImportState::Completed => {
                return Err(ApiError::new(
                    "IncorrectState",
                    format!("The import task '{id}' is completed and can't be cancelled."),
                ));
            }
        }
        let answer = ec2::CancelImportTaskResult {
            import_task_id: Some(id.to_owned()),
            previous_state: Some(before.as_str().into()),
            state: Some(if before == ImportState::Deleted { before } else { ImportState::Deleting }.as_str().into()),
        };
        Plan::change(edit, move |_| Ok(answer))
    }
}

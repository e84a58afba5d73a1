//! DeleteLaunchTemplate: with all of its versions. Instances that were launched from it are as they were.

use model::{ApiError, records::LaunchTemplateVersion};
use wire::ec2;

use super::{name_claim, shown};
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    tagging,
};

pub struct DeleteLaunchTemplate;

impl Action for DeleteLaunchTemplate {
    type Input = ec2::DeleteLaunchTemplateRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let (id, name) = (input.launch_template_id.as_deref(), input.launch_template_name.as_deref());
        let template = super::one(&call.view, id, name)?;
        let gone = shown::template(&call.view, &template);
        let mut edit = Edit::new();
        tagging::remove_all(&mut edit, &call.view, &template.id);
        edit.release(&name_claim(&template));
        // Whoever makes a version writes the template anew, so what is deleted here is all there is.
        edit.delete(&template);
        for version in call.view.find::<LaunchTemplateVersion>("template", &template.id) {
            edit.next_piece();
            edit.delete(version);
        }
        Plan::change(edit, move |_| Ok(ec2::DeleteLaunchTemplateResult { launch_template: Some(gone) }))
    }
}

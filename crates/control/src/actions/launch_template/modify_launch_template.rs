//! ModifyLaunchTemplate: chooses the default version.

use model::{ApiError, records::LaunchTemplateVersion};
use wire::ec2;

use super::shown;
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
};

pub struct ModifyLaunchTemplate;

impl Action for ModifyLaunchTemplate {
    type Input = ec2::ModifyLaunchTemplateRequest;
    const TOKEN: bool = true;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let (id, name) = (input.launch_template_id.as_deref(), input.launch_template_name.as_deref());
        if id.is_some_and(|id| !id.is_empty()) && name.is_some_and(|name| !name.is_empty()) {
            return Err(ApiError::combination(
                "Either provide launch template ID or launch template name to modify the template.",
            ));
        }
        let template = super::one(&call.view, id, name)?;
        let version = input.default_version.as_deref().filter(|version| !version.is_empty());
        let version = version.ok_or_else(|| ApiError::missing("SetDefaultVersion"))?;
        let number = super::number(&template, version)?;
        let version = call.view.get::<LaunchTemplateVersion>(&LaunchTemplateVersion::id_of(&template.id, number));
        let version = version.ok_or_else(|| {
            ApiError::new(
                "InvalidLaunchTemplateId.VersionNotFound",
                format!("The launch template version {number} is not found for the specified launch template."),
            )
        })?;
        let mut after = template.record.clone();
        after.default_version = version.number;
        let mut edit = Edit::new();
        // It must not be deleted meanwhile.
        edit.alive(&version);
        edit.update(&template, &after);
        Plan::make(edit, vec![after.id.to_string()], move |view| {
            Ok(ec2::ModifyLaunchTemplateResult { launch_template: Some(shown::template(view, &after)) })
        })
    }

    fn repeat(call: &Call, ids: &[String]) -> Result<Output<Self>, ApiError> {
        let template = super::one(&call.view, ids.first().map(String::as_str), None)?;
        Ok(ec2::ModifyLaunchTemplateResult { launch_template: Some(shown::template(&call.view, &template)) })
    }
}

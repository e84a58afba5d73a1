//! DeleteLaunchTemplateVersions: says of each version whether it was deleted. The default version can't be.

use std::sync::Arc;

use model::{
    ApiError,
    records::{LaunchTemplate, LaunchTemplateVersion},
};
use wire::ec2;

use super::shown;
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    view::Row,
};

pub struct DeleteLaunchTemplateVersions;

/// The most versions of one request.
const MAX_VERSIONS: usize = 200;

impl Action for DeleteLaunchTemplateVersions {
    type Input = ec2::DeleteLaunchTemplateVersionsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let (id, name) = (input.launch_template_id.as_deref(), input.launch_template_name.as_deref());
        let template = super::one(&call.view, id, name)?;
        if input.versions.is_empty() {
            return Err(ApiError::missing("LaunchTemplateVersion"));
        }
        if input.versions.len() > MAX_VERSIONS {
            return Err(ApiError::invalid_parameter(format!(
                "A request may name at most {MAX_VERSIONS} versions of a launch template."
            )));
        }
        let mut edit = Edit::new();
        // The default version must not become another meanwhile.
        edit.update(&template, &template.record);
        let mut answer = ec2::DeleteLaunchTemplateVersionsResult::default();
        let mut seen = std::collections::BTreeSet::new();
        for text in &input.versions {
            let number = super::number(&template, text)?;
            if !seen.insert(number) {
                continue;
            }
            match deletable(call, &template, number) {
                Ok(version) => {
                    edit.delete(&version);
                    answer.successfully_deleted_launch_template_versions.push(deleted(&template, number));
                }
                Err(why) => answer.unsuccessfully_deleted_launch_template_versions.push(kept(&template, number, why)),
            }
        }
        Plan::change(edit, move |_| Ok(answer))
    }
}

fn deletable(
    call: &Call,
    template: &LaunchTemplate,
    number: u64,
) -> Result<Arc<Row<LaunchTemplateVersion>>, (&'static str, String)> {
    let version = call.view.get::<LaunchTemplateVersion>(&LaunchTemplateVersion::id_of(&template.id, number));
    let version = version.ok_or_else(|| {
        let message = format!("Could not find launch template version {number} for launch template {}.", template.id);
        ("launchTemplateVersionDoesNotExist", message)
    })?;
    if number == template.default_version {
        let message =
            format!("Version {number} is the default version of launch template {} and can't be deleted.", template.id);
        return Err(("unexpectedError", message));
    }
    Ok(version)
}

fn deleted(template: &LaunchTemplate, number: u64) -> ec2::DeleteLaunchTemplateVersionsResponseSuccessItem {
    ec2::DeleteLaunchTemplateVersionsResponseSuccessItem {
        launch_template_id: Some(template.id.to_string()),
        launch_template_name: Some(template.name.clone()),
        version_number: Some(shown::as_long(number)),
    }
}

fn kept(
    template: &LaunchTemplate,
    number: u64,
    (code, message): (&'static str, String),
) -> ec2::DeleteLaunchTemplateVersionsResponseErrorItem {
    ec2::DeleteLaunchTemplateVersionsResponseErrorItem {
        launch_template_id: Some(template.id.to_string()),
        launch_template_name: Some(template.name.clone()),
        version_number: Some(shown::as_long(number)),
        response_error: Some(ec2::ResponseError { code: Some(code.to_owned()), message: Some(message) }),
    }
}

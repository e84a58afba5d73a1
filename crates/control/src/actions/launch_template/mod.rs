//! Launch templates: parameters of RunInstances that are kept under a name, in numbered versions.

mod create_launch_template;
mod create_launch_template_version;
mod data;
mod delete_launch_template;
mod delete_launch_template_versions;
mod describe_launch_template_versions;
mod describe_launch_templates;
mod get_launch_template_data;
mod modify_launch_template;
mod shown;

pub use create_launch_template::CreateLaunchTemplate;
pub use create_launch_template_version::CreateLaunchTemplateVersion;
pub use data::launch_request;
pub use delete_launch_template::DeleteLaunchTemplate;
pub use delete_launch_template_versions::DeleteLaunchTemplateVersions;
pub use describe_launch_template_versions::DescribeLaunchTemplateVersions;
pub use describe_launch_templates::DescribeLaunchTemplates;
pub use get_launch_template_data::GetLaunchTemplateData;
pub use modify_launch_template::ModifyLaunchTemplate;

use std::sync::Arc;

use model::{
    ApiError,
    records::{LaunchTemplate, LaunchTemplateVersion},
};

use crate::{
    lookup::Named,
    view::{AccountView, Row},
};

/// The one template that a request names, by id or by name.
pub fn one(view: &AccountView, id: Option<&str>, name: Option<&str>) -> Result<Arc<Row<LaunchTemplate>>, ApiError> {
    let given = |text: Option<&'_ str>| text.filter(|text| !text.is_empty()).map(str::to_owned);
    match (given(id), given(name)) {
        (Some(id), None) => {
            LaunchTemplate::NOUN.check(&id)?;
            view.get::<LaunchTemplate>(&id).ok_or_else(|| no_such_id(&id))
        }
        (None, Some(name)) => named(view, &name).cloned().ok_or_else(|| no_such_name(&name)),
        (None, None) => Err(ApiError::new(
            "MissingParameter",
            "Either a launch template ID or a launch template name must be specified in the request.",
        )),
        (Some(_), Some(_)) => Err(ApiError::combination(
            "Only one of launch template ID or launch template name may be specified in the request.",
        )),
    }
}

fn named<'v>(view: &'v AccountView, name: &str) -> Option<&'v Arc<Row<LaunchTemplate>>> {
    view.find::<LaunchTemplate>("name", &format!("{}/{name}", view.account())).next()
}

fn no_such_id(id: &str) -> ApiError {
    ApiError::new(
        "InvalidLaunchTemplateId.NotFound",
        format!("The specified launch template, with template ID {id}, does not exist."),
    )
}

fn no_such_name(name: &str) -> ApiError {
    ApiError::new(
        "InvalidLaunchTemplateName.NotFoundException",
        format!("The specified launch template, with template name {name}, does not exist."),
    )
}

/// The number that a request's version means: a number itself, `$Latest` or `$Default`.
pub fn number(template: &LaunchTemplate, version: &str) -> Result<u64, ApiError> {
    match version {
        "$Latest" => Ok(template.latest_version),
        "$Default" => Ok(template.default_version),
        text => text.parse().map_err(|_| {
            ApiError::invalid_value(
                "launchTemplateVersion",
                text,
                "Use a number, $Latest, or $Default, as the version of a launch template.",
            )
        }),
    }
}

/// A version that there must be.
pub fn version(
    view: &AccountView,
    template: &LaunchTemplate,
    version: &str,
) -> Result<Arc<Row<LaunchTemplateVersion>>, ApiError> {
    let number = number(template, version)?;
    view.get::<LaunchTemplateVersion>(&LaunchTemplateVersion::id_of(&template.id, number)).ok_or_else(|| {
        ApiError::new(
            "InvalidLaunchTemplateId.VersionNotFound",
            format!("Could not find the specified version {version} for the launch template with ID {}.", template.id),
        )
    })
}

/// The claim of a template's name.
fn name_claim(template: &LaunchTemplate) -> String {
    format!("launch-template/{}/{}", template.account, template.name)
}

/// AWS's limit of a version's description.
const MAX_DESCRIPTION_CHARS: usize = 255;

fn description(text: Option<&str>) -> Result<Option<String>, ApiError> {
    match text {
        Some(text) if text.chars().count() > MAX_DESCRIPTION_CHARS => Err(ApiError::invalid_parameter(format!(
            "The version description exceeds the maximum length of {MAX_DESCRIPTION_CHARS} characters."
        ))),
        text => Ok(text.map(str::to_owned)),
    }
}

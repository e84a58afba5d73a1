//! CreateLaunchTemplateVersion: a version of the next number, from nothing or from another version.

use model::{
    ApiError, limits,
    records::{LaunchTemplate, LaunchTemplateVersion},
};
use wire::{decode, ec2};

use super::{create_launch_template::check_data, data, shown};
use crate::{
    action::{Action, Call, Output, Plan, refused},
    edit::Edit,
    parameters,
};

pub struct CreateLaunchTemplateVersion;

impl Action for CreateLaunchTemplateVersion {
    type Input = ec2::CreateLaunchTemplateVersionRequest;
    const TOKEN: bool = true;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let (id, name) = (input.launch_template_id.as_deref(), input.launch_template_name.as_deref());
        let template = super::one(&call.view, id, name)?;
        let mut given = data::of_form(&call.form);
        if let Some(source) = input.source_version.as_deref().filter(|version| !version.is_empty()) {
            given = data::laid_over(&super::version(&call.view, &template, source)?.data, given);
        }
        check_data(&given)?;
        // Also what the source says, since that is what the new version would mean.
        parameters::check_alias(call, given.get(data::IMAGE).map(String::as_str))?;
        let description = super::description(input.version_description.as_deref())?;
        let versions = call.view.count::<LaunchTemplateVersion>("template", &template.id);
        if versions >= limits::VERSIONS_PER_LAUNCH_TEMPLATE {
            return Err(ApiError::new(
                "VersionLimitExceeded",
                format!("The launch template {} has as many versions as it can have.", template.id),
            ));
        }
        let mut after = template.record.clone();
        after.latest_version += 1;
        let version = LaunchTemplateVersion {
            id: LaunchTemplateVersion::id_of(&after.id, after.latest_version),
            account: call.account.clone(),
            created_ms: call.now_ms,
            template: after.id.clone(),
            number: after.latest_version,
            description,
            data: given,
            rest: Default::default(),
        };
        let mut edit = Edit::new();
        edit.update(&template, &after);
        edit.create(&version);
        let shown = answer(call, input, &after, &version)?;
        Plan::make(edit, vec![after.id.to_string(), version.number.to_string()], move |_| Ok(shown))
    }

    fn repeat(call: &Call, ids: &[String]) -> Result<Output<Self>, ApiError> {
        let [id, number] = ids else { return Err(ApiError::internal("a client token remembers no version")) };
        let template = super::one(&call.view, Some(id), None)?;
        let version = super::version(&call.view, &template, number)?;
        answer(call, &decode::request(&call.form).map_err(refused)?, &template, &version)
    }
}

fn answer(
    call: &Call,
    input: &ec2::CreateLaunchTemplateVersionRequest,
    template: &LaunchTemplate,
    version: &LaunchTemplateVersion,
) -> Result<ec2::CreateLaunchTemplateVersionResult, ApiError> {
    let version = shown::version(template, version)?;
    Ok(ec2::CreateLaunchTemplateVersionResult {
        launch_template_version: Some(shown::resolved(call, version, input.resolve_alias)?),
        ..Default::default()
    })
}

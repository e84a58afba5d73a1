//! CreateLaunchTemplate: a template and its version 1. What the data names is looked for when it is launched, as in EC2.

use std::collections::BTreeMap;

use model::{
    ApiError, LaunchTemplateId, limits,
    records::{LaunchTemplate, LaunchTemplateVersion},
};
use wire::ec2;

use super::{data, name_claim, named, shown};
use crate::{
    action::{Action, Call, Output, Plan},
    actions::quota,
    edit::Edit,
    lookup, parameters,
    tagging::TagsToSet,
};

pub struct CreateLaunchTemplate;

impl Action for CreateLaunchTemplate {
    type Input = ec2::CreateLaunchTemplateRequest;
    const TOKEN: bool = true;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let name = input.launch_template_name.as_deref().unwrap_or_default();
        check_name(name)?;
        let given = data::of_form(&call.form);
        check_data(&given)?;
        parameters::check_alias(call, given.get(data::IMAGE).map(String::as_str))?;
        let description = super::description(input.version_description.as_deref())?;
        let tags = TagsToSet::parse(&input.tag_specifications, &["launch-template"])?;
        if named(&call.view, name).is_some() {
            return Err(ApiError::new(
                "InvalidLaunchTemplateName.AlreadyExistsException",
                "Launch template name already in use.",
            ));
        }
        let mut edit = Edit::new();
        quota::per_region::<LaunchTemplate>(
            call,
            &mut edit,
            limits::LAUNCH_TEMPLATES,
            "LaunchTemplateLimitExceeded",
            "launch templates",
        )?;
        let template = LaunchTemplate {
            id: LaunchTemplateId::from_random(call.random()),
            account: call.account.clone(),
            created_ms: call.now_ms,
            name: name.to_owned(),
            default_version: 1,
            latest_version: 1,
            rest: Default::default(),
        };
        edit.claim(&name_claim(&template), &template.id);
        edit.create(&template);
        edit.create(&first_version(call, &template, description, given));
        tags.set(&mut edit, &call.account, &template.id, "launch-template");
        Plan::make(edit, vec![template.id.to_string()], move |view| {
            Ok(ec2::CreateLaunchTemplateResult {
                launch_template: Some(shown::template(view, &template)),
                ..Default::default()
            })
        })
    }

    fn repeat(call: &Call, ids: &[String]) -> Result<Output<Self>, ApiError> {
        let template = lookup::one::<LaunchTemplate>(&call.view, ids.first().map_or("", String::as_str))?;
        Ok(ec2::CreateLaunchTemplateResult {
            launch_template: Some(shown::template(&call.view, &template)),
            ..Default::default()
        })
    }
}

fn first_version(
    call: &Call,
    template: &LaunchTemplate,
    description: Option<String>,
    data: BTreeMap<String, String>,
) -> LaunchTemplateVersion {
    LaunchTemplateVersion {
        id: LaunchTemplateVersion::id_of(&template.id, 1),
        account: call.account.clone(),
        created_ms: call.now_ms,
        template: template.id.clone(),
        number: 1,
        description,
        data,
        rest: Default::default(),
    }
}

fn check_name(name: &str) -> Result<(), ApiError> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "-().\\/_".contains(c);
    if (3..=128).contains(&name.len()) && name.chars().all(allowed) {
        return Ok(());
    }
    Err(ApiError::new(
        "InvalidLaunchTemplateName.MalformedException",
        "A launch template name must be between 3 and 128 characters, and may contain letters, numbers, and the \
         following characters: - ( ) . / _.",
    ))
}

/// Refuses data that says nothing.
pub fn check_data(data: &BTreeMap<String, String>) -> Result<(), ApiError> {
    if data.is_empty() {
        return Err(ApiError::new(
            "MissingParameter",
            "The request must contain the parameter LaunchTemplateData with at least one parameter of a launch.",
        ));
    }
    Ok(())
}

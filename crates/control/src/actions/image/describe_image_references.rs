//! DescribeImageReferences: which of the account's own instances and launch templates were made of, or name, an image.
//! What else EC2 looks for (parameters of SSM, recipes of Image Builder) nobody has here.

use std::collections::BTreeSet;

use model::{
    ApiError,
    instance::InstanceState,
    records::{Image, Instance, LaunchTemplate, Record},
};
use wire::ec2;

use super::usage::{INSTANCE, LAUNCH_TEMPLATE, version_depth};
use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
    lookup,
    view::SortKey,
};

pub struct DescribeImageReferences;

/// The most images of one request.
const MOST_IMAGES: usize = 10;

/// What is looked for; `None` is not asked for.
#[derive(Default)]
struct Wanted {
    /// Instances in these states; no state is any.
    instances: Option<Vec<InstanceState>>,
    /// Launch templates by so many of their newest versions.
    templates: Option<usize>,
}

impl Action for DescribeImageReferences {
    type Input = ec2::DescribeImageReferencesRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        if input.image_ids.is_empty() {
            return Err(ApiError::missing("ImageId"));
        }
        if input.image_ids.len() > MOST_IMAGES {
            return Err(ApiError::invalid_parameter(format!("A request can name at most {MOST_IMAGES} images.")));
        }
        let page =
            Asked::new(&[], "", &[], input.max_results, &input.next_token).page(call, "DescribeImageReferences")?;
        let wanted = Wanted::parse(input)?;
        let mut found: BTreeSet<(SortKey, &str, String)> = BTreeSet::new();
        for image in lookup::many::<Image>(&call.view, &input.image_ids)? {
            if let Some(states) = &wanted.instances {
                let instances = call.view.find::<Instance>("image", &image.id);
                let fits = |row: &Instance| states.is_empty() || states.contains(&call.view.state(row));
                found.extend(
                    instances.filter(|row| fits(row)).map(|row| (key(&row.record), INSTANCE, image.id.to_string())),
                );
            }
            if let Some(depth) = wanted.templates {
                let templates = call.view.templates_of(&image, false, depth);
                let templates = templates.keys().filter_map(|id| call.view.held::<LaunchTemplate>(id));
                found.extend(templates.map(|row| (key(&row.record), LAUNCH_TEMPLATE, image.id.to_string())));
            }
        }
        let after = |(key, kind, image): &(SortKey, &str, String)| (key.0, format!("{}/{kind}/{image}", key.1).into());
        let (found, next_token) = page.take_by(call, found.into_iter(), after);
        let shown = |((_, id), kind, image): (SortKey, &str, String)| {
            let noun = if kind == INSTANCE { "instance" } else { "launch-template" };
            ec2::ImageReference {
                image_id: Some(image),
                resource_type: Some(kind.to_owned()),
                arn: Some(format!("arn:aws:ec2:{}:{}:{noun}/{id}", call.region.name(), call.account)),
            }
        };
        Ok(Plan::Answer(ec2::DescribeImageReferencesResult {
            image_references: found.into_iter().map(shown).collect(),
            next_token,
        }))
    }
}

fn key(record: &impl Record) -> SortKey {
    (record.created_ms(), record.id().into())
}

impl Wanted {
    fn parse(input: &ec2::DescribeImageReferencesRequest) -> Result<Self, ApiError> {
        let all = input.include_all_resource_types == Some(true);
        if !all && input.resource_types.is_empty() {
            return Err(ApiError::missing("ResourceType"));
        }
        let mut wanted = Self::default();
        if all {
            wanted = Self { instances: Some(Vec::new()), templates: Some(version_depth(None)?) };
        }
        for asked in &input.resource_types {
            let name = asked.resource_type.as_deref().ok_or_else(|| ApiError::missing("ResourceType.ResourceType"))?;
            let mut states = Vec::new();
            let mut depth = version_depth(None)?;
            for option in &asked.resource_type_options {
                match (name, option.option_name.as_deref()) {
                    (_, None) => return Err(ApiError::missing("ResourceTypeOption.OptionName")),
                    (INSTANCE, Some("state-name")) => {
                        for value in &option.option_values {
                            let state = InstanceState::parse(value);
                            states.push(state.ok_or_else(|| ApiError::invalid_value("optionValue", value, ""))?);
                        }
                    }
                    (LAUNCH_TEMPLATE, Some("version-depth")) => depth = version_depth(Some(&option.option_values))?,
                    (_, Some(option)) => {
                        return Err(ApiError::combination(format!("The option {option} is not one of {name}.")));
                    }
                }
            }
            match name {
                INSTANCE => wanted.instances = Some(states),
                LAUNCH_TEMPLATE => wanted.templates = Some(depth),
                _ => {}
            }
        }
        Ok(wanted)
    }
}

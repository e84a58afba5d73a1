//! Reports of who uses an image: how they are made and shown.

use std::{collections::BTreeMap, sync::Arc};

use model::{
    AccountId, ApiError,
    records::{Image, ImageUsage, ImageUsageReport, UsageResourceType},
};
use wire::{Timestamp, ec2};

use crate::{action::Call, lookup, tagging, view::Row};

pub const INSTANCE: &str = "ec2:Instance";
pub const LAUNCH_TEMPLATE: &str = "ec2:LaunchTemplate";
const VERSION_DEPTH: &str = "version-depth";
const USUAL_DEPTH: usize = 10;

/// How long a report is kept.
pub const KEPT_MS: i64 = 30 * 24 * 60 * 60 * 1000;

/// The kinds of thing that a report is to count.
pub fn resource_types(asked: &[ec2::ImageUsageResourceTypeRequest]) -> Result<Vec<UsageResourceType>, ApiError> {
    if asked.is_empty() {
        return Err(ApiError::missing("ResourceType"));
    }
    asked.iter().map(resource_type).collect()
}

fn resource_type(asked: &ec2::ImageUsageResourceTypeRequest) -> Result<UsageResourceType, ApiError> {
    let name = asked.resource_type.as_deref().ok_or_else(|| ApiError::missing("ResourceType.ResourceType"))?;
    if ![INSTANCE, LAUNCH_TEMPLATE].contains(&name) {
        return Err(ApiError::invalid_value("resourceType", name, "It must be ec2:Instance or ec2:LaunchTemplate."));
    }
    let mut options = Vec::new();
    for option in &asked.resource_type_options {
        let option_name = option.option_name.as_deref().unwrap_or_default();
        if name != LAUNCH_TEMPLATE || option_name != VERSION_DEPTH {
            return Err(ApiError::combination(format!("The option {option_name} is not one of {name}.")));
        }
        version_depth(Some(&option.option_values))?;
        options.push((option_name.to_owned(), option.option_values.clone()));
    }
    Ok(UsageResourceType { name: name.to_owned(), options })
}

/// How many of a launch template's newest versions count.
pub fn version_depth(values: Option<&[String]>) -> Result<usize, ApiError> {
    let Some(values) = values else { return Ok(USUAL_DEPTH) };
    let depth = match values {
        [depth] => depth.parse().ok().filter(|depth| (1..=10_000).contains(depth)),
        _ => None,
    };
    depth
        .ok_or_else(|| ApiError::invalid_value("optionValue", values.join(","), "It must be a number from 1 to 10000."))
}

/// What other accounts made of the caller's image.
pub fn count(
    call: &Call,
    image: &Row<Image>,
    types: &[UsageResourceType],
    only: &[AccountId],
) -> Result<Vec<ImageUsage>, ApiError> {
    let mut entries = Vec::new();
    for kind in types {
        let users: Vec<AccountId> = match kind.name.as_str() {
            INSTANCE => call.view.users_of(image).cloned().collect(),
            _ => {
                let depth = kind.options.iter().find(|(name, _)| name == VERSION_DEPTH);
                let depth = version_depth(depth.map(|(_, values)| values.as_slice()))?;
                call.view.templates_of(image, true, depth).into_values().collect()
            }
        };
        let mut counts: BTreeMap<AccountId, u64> = BTreeMap::new();
        for account in users.into_iter().filter(|account| only.is_empty() || only.contains(account)) {
            *counts.entry(account).or_default() += 1;
        }
        let entry = |(account, count)| ImageUsage { account, resource_type: kind.name.clone(), count };
        entries.extend(counts.into_iter().map(entry));
    }
    Ok(entries)
}

/// The caller's reports that a describe action asks for by ids of reports or of images, in order of creation.
pub fn asked_for(
    call: &Call,
    report_ids: &[String],
    image_ids: &[String],
) -> Result<Vec<Arc<Row<ImageUsageReport>>>, ApiError> {
    let noun = <Image as lookup::Named>::NOUN;
    for id in image_ids {
        noun.check(id)?;
    }
    let mut found = match report_ids.is_empty() {
        true => call.view.list::<ImageUsageReport>().cloned().collect(),
        false => lookup::many::<ImageUsageReport>(&call.view, report_ids)?,
    };
    found.retain(|report| image_ids.is_empty() || image_ids.iter().any(|id| *id == *report.image));
    found.retain(|report| call.now_ms - report.created_ms < KEPT_MS);
    found.sort_by(|a, b| (a.created_ms, &*a.id).cmp(&(b.created_ms, &*b.id)));
    Ok(found)
}

pub fn shown(call: &Call, report: &ImageUsageReport) -> ec2::ImageUsageReport {
    let option = |(name, values): &(String, Vec<String>)| ec2::ImageUsageResourceTypeOption {
        option_name: Some(name.clone()),
        option_values: values.clone(),
    };
    let kind = |kind: &UsageResourceType| ec2::ImageUsageResourceType {
        resource_type: Some(kind.name.clone()),
        resource_type_options: kind.options.iter().map(option).collect(),
    };
    ec2::ImageUsageReport {
        image_id: Some(report.image.to_string()),
        report_id: Some(report.id.to_string()),
        resource_types: report.resource_types.iter().map(kind).collect(),
        account_ids: report.accounts.iter().map(ToString::to_string).collect(),
        state: Some("available".into()),
        creation_time: Some(Timestamp(report.created_ms)),
        expiration_time: Some(Timestamp(report.created_ms + KEPT_MS)),
        tags: tagging::shown(&call.view, &report.id),
        ..ec2::ImageUsageReport::default()
    }
}

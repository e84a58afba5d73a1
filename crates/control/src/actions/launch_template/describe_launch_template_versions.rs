//! DescribeLaunchTemplateVersions: of one template, or the newest or default ones of all. The newest comes first.

use std::sync::Arc;

use model::{
    ApiError,
    filters::FilterSpec,
    records::{LaunchTemplate, LaunchTemplateVersion},
};
use wire::{Timestamp, ec2};

use super::shown;
use crate::{
    action::{Action, Call, Output, Plan},
    listing,
    paging::Page,
    view::Row,
};

pub struct DescribeLaunchTemplateVersions;

/// AWS's limits of MaxResults.
const PAGE: std::ops::RangeInclusive<i64> = 1..=200;

/// AWS's sentence for a request that names no template and asks for more than it may then, quotation marks included.
const WHAT_TO_ASK_FOR: &str = "To describe the launch template data for all your launch templates, for ‘--versions’ \
    specify ‘$Latest’, ‘$Default’, or both, and omit ‘--launch-template-id’, ‘--launch-template-name’, and version \
    numbers. To describe the launch template data for a specific launch template, specify ‘--launch-template-id’ or \
    ‘--launch-template-name’, and for ‘--versions’ specify one or more of the following values: ‘$Latest’, ‘$Default’, \
    or one or more version numbers.";

/// A version with its template, as a filter sees it.
#[derive(Clone)]
struct Found {
    template: Arc<Row<LaunchTemplate>>,
    version: Arc<Row<LaunchTemplateVersion>>,
}

impl Found {
    fn data(&self, parameter: &str) -> Option<&String> {
        self.version.data.get(parameter)
    }

    const FILTERS: &'static [FilterSpec<Self>] = &[
        FilterSpec::field("create-time", |v, values| values.show(Timestamp(v.version.created_ms))),
        FilterSpec::field("ebs-optimized", |v, values| values.maybe(v.data("EbsOptimized"))),
        FilterSpec::field("http-endpoint", |v, values| values.maybe(v.data("MetadataOptions.HttpEndpoint"))),
        FilterSpec::field("http-protocol-ipv4", |v, values| values.maybe(v.data("MetadataOptions.HttpEndpoint"))),
        FilterSpec::field("host-resource-group-arn", |v, values| {
            values.maybe(v.data("Placement.HostResourceGroupArn"));
        }),
        FilterSpec::field("http-tokens", |v, values| values.maybe(v.data("MetadataOptions.HttpTokens"))),
        FilterSpec::never("iam-instance-profile"),
        FilterSpec::field("image-id", |v, values| values.maybe(v.data("ImageId"))),
        FilterSpec::field("instance-type", |v, values| values.maybe(v.data("InstanceType"))),
        FilterSpec::field("is-default-version", |v, values| {
            values.flag(v.version.number == v.template.default_version);
        }),
        FilterSpec::never("kernel-id"),
        FilterSpec::never("license-configuration-arn"),
        FilterSpec::field("network-card-index", |v, values| {
            let cards = v.version.data.iter().filter(|(key, _)| key.ends_with(".NetworkCardIndex"));
            values.each(cards.map(|(_, card)| card));
        }),
        FilterSpec::never("ram-disk-id"),
    ];
}

impl Action for DescribeLaunchTemplateVersions {
    type Input = ec2::DescribeLaunchTemplateVersionsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let filters = listing::compile(Found::FILTERS, &input.filters)?;
        let (limit, token) = (input.max_results, input.next_token.as_deref());
        let page = Page::of(call, "DescribeLaunchTemplateVersions", PAGE, limit, token, None)?;
        let mut found = match (given(&input.launch_template_id), given(&input.launch_template_name)) {
            (None, None) => of_all(call, input)?,
            (id, name) => of_one(call, input, super::one(&call.view, id, name)?)?,
        };
        let key = |found: &Found| (-shown::as_long(found.version.number), found.template.id.as_str().into());
        found.sort_by_key(key);
        found.retain(|found| filters.matches(found));
        let (page, next_token) = page.take_by(call, found.into_iter(), key);
        let versions = page
            .iter()
            .map(|found| shown::resolved(call, shown::version(&found.template, &found.version)?, input.resolve_alias));
        Ok(Plan::Answer(ec2::DescribeLaunchTemplateVersionsResult {
            launch_template_versions: versions.collect::<Result<_, _>>()?,
            next_token,
        }))
    }
}

fn given(text: &Option<String>) -> Option<&str> {
    text.as_deref().filter(|text| !text.is_empty())
}

/// The versions of one template that are asked for by number, by a range of numbers, or all.
fn of_one(
    call: &Call,
    input: &ec2::DescribeLaunchTemplateVersionsRequest,
    template: Arc<Row<LaunchTemplate>>,
) -> Result<Vec<Found>, ApiError> {
    let bound = |text: &Option<String>| text.as_deref().map(|text| super::number(&template, text)).transpose();
    let (min, max) = (bound(&input.min_version)?, bound(&input.max_version)?);
    if !input.versions.is_empty() && (min.is_some() || max.is_some()) {
        return Err(ApiError::combination(
            "Versions may not be specified together with MinVersion or MaxVersion on the same request.",
        ));
    }
    let found = |version| Found { template: template.clone(), version };
    if input.versions.is_empty() {
        let versions = call.view.find::<LaunchTemplateVersion>("template", &template.id);
        let (min, max) = (min.unwrap_or(0), max.unwrap_or(u64::MAX));
        let in_range = versions.filter(|version| (min..=max).contains(&version.number));
        return Ok(in_range.cloned().map(found).collect());
    }
    let mut versions: Vec<Arc<Row<LaunchTemplateVersion>>> = Vec::new();
    for text in &input.versions {
        let version = super::version(&call.view, &template, text)?;
        if !versions.iter().any(|known| known.number == version.number) {
            versions.push(version);
        }
    }
    Ok(versions.into_iter().map(found).collect())
}

/// The newest or default version of each template, or both.
fn of_all(call: &Call, input: &ec2::DescribeLaunchTemplateVersionsRequest) -> Result<Vec<Found>, ApiError> {
    let known = |version: &String| version == "$Latest" || version == "$Default";
    if input.versions.is_empty() {
        return Err(ApiError::new("MissingParameter", WHAT_TO_ASK_FOR));
    }
    if !input.versions.iter().all(known) {
        return Err(ApiError::invalid_parameter(WHAT_TO_ASK_FOR));
    }
    let mut found = Vec::new();
    for template in call.view.list::<LaunchTemplate>() {
        let mut numbers = Vec::new();
        for version in &input.versions {
            numbers.push(super::number(template, version)?);
        }
        numbers.sort_unstable();
        numbers.dedup();
        let ids = numbers.into_iter().map(|number| LaunchTemplateVersion::id_of(&template.id, number));
        let versions = ids.filter_map(|id| call.view.get::<LaunchTemplateVersion>(&id));
        found.extend(versions.map(|version| Found { template: template.clone(), version }));
    }
    Ok(found)
}

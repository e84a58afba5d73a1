//! DescribeTags: the account's tags in order of resource and key.

use model::{ApiError, filters::FilterSpec, records::Tag};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    listing::{self, Asked},
    view::{AccountView, SortKey},
};

pub struct DescribeTags;

const FILTERS: &[FilterSpec<Tag>] = &[
    FilterSpec::field("key", |tag, values| values.text(&tag.key)),
    FilterSpec::field("resource-id", |tag, values| values.text(&tag.resource)),
    FilterSpec::field("resource-type", |tag, values| values.text(&tag.resource_type)),
    FilterSpec::tags(|tag, tags| tags.tag(&tag.key, &tag.value)),
    FilterSpec::field("value", |tag, values| values.text(&tag.value)),
];

impl Action for DescribeTags {
    type Input = ec2::DescribeTagsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let filters = listing::compile(FILTERS, &input.filters)?;
        let page =
            Asked::new(&[], "", &input.filters, input.max_results, &input.next_token).page(call, "DescribeTags")?;
        // Nearly every request is about a few resources (Terraform asks for one), and need not look at all tags.
        let mut tags: Vec<(SortKey, &Tag)> = match filters.exact("resource-id") {
            Some(ids) => ids.iter().flat_map(|id| call.view.tags(id)).map(|tag| keyed(tag)).collect(),
            None => call.view.all_tags().map(|tag| keyed(tag)).collect(),
        };
        tags.retain(|(_, tag)| filters.matches(tag) && is_seen(&call.view, &tag.resource));
        tags.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        let (tags, next_token) = page.take_by(call, tags.into_iter(), |(key, _)| key.clone());
        Ok(Plan::Answer(ec2::DescribeTagsResult { tags: tags.iter().map(|(_, tag)| shown(tag)).collect(), next_token }))
    }
}

/// Whether a tag's resource exists for the account. One's own tags go with it, but another account's image may have been
/// taken back since it was tagged.
fn is_seen(view: &AccountView, resource: &str) -> bool {
    match resource.split_once('-') {
        Some(("ami", _)) => view.image(resource).is_some(),
        Some(("snap", _)) => view.snapshot(resource).is_some(),
        _ => true,
    }
}

/// Where a tag stands in the listing. Ids have no slash, so this sorts by resource, then by key.
fn keyed(tag: &Tag) -> (SortKey, &Tag) {
    ((0, format!("{}/{}", tag.resource, tag.key).into()), tag)
}

fn shown(tag: &Tag) -> ec2::TagDescription {
    ec2::TagDescription {
        key: Some(tag.key.clone()),
        resource_id: Some(tag.resource.clone()),
        resource_type: Some(tag.resource_type.clone()),
        value: Some(tag.value.clone()),
    }
}

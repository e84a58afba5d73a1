//! Tags: what a request may say of them, and how they are shown.

use model::{AccountId, ApiError, records::Tag};
use wire::ec2;

use crate::{
    edit::Edit,
    view::{AccountView, View},
};

/// AWS's limit of tags on one resource.
pub const MAX_TAGS: usize = 50;
const MAX_KEY_CHARS: usize = 128;
const MAX_VALUE_CHARS: usize = 256;

/// Tags of one resource, checked.
pub type TagList = Vec<(String, String)>;

/// The tags that a request's TagSpecifications have for each kind of resource that it makes.
#[derive(Default)]
pub struct TagsToSet(Vec<(String, TagList)>);

impl TagsToSet {
    /// `allowed` are the kinds of resource that the action makes, as `instance` and `volume`.
    pub fn parse(specifications: &[ec2::TagSpecification], allowed: &[&str]) -> Result<Self, ApiError> {
        let mut all: Vec<(String, TagList)> = Vec::new();
        for specification in specifications {
            let kind = specification.resource_type.as_deref().unwrap_or_default();
            if kind.is_empty() {
                return Err(ApiError::invalid_parameter("Tag specification resource type must have a value"));
            }
            if !allowed.contains(&kind) {
                return Err(ApiError::invalid_parameter(format!(
                    "'{kind}' is not a valid taggable resource type for this operation."
                )));
            }
            if all.iter().any(|(known, _)| known == kind) {
                return Err(ApiError::invalid_parameter(
                    "The same resource type may not be specified more than once in tag specifications",
                ));
            }
            if specification.tags.is_empty() {
                return Err(ApiError::invalid_parameter("Tag specification must have at least one tag"));
            }
            all.push((kind.to_owned(), check(&specification.tags)?));
        }
        Ok(Self(all))
    }

    /// Sets the tags of `kind` on a resource of that kind.
    pub fn set(&self, edit: &mut Edit, account: &AccountId, resource: &str, kind: &str) {
        for (key, value) in self.of(kind) {
            edit.tag(account, resource, kind, key, value);
        }
    }

    pub fn of(&self, kind: &str) -> &[(String, String)] {
        self.0.iter().find(|(known, _)| known == kind).map_or(&[], |(_, tags)| tags)
    }
}

/// Checks tags that are to be set on one resource.
pub fn check(tags: &[ec2::Tag]) -> Result<TagList, ApiError> {
    let mut checked = TagList::with_capacity(tags.len());
    for tag in tags {
        let key = tag.key.clone().ok_or_else(|| ApiError::missing("Tag.Key"))?;
        let value = tag.value.clone().unwrap_or_default();
        check_key(&key)?;
        if value.chars().count() > MAX_VALUE_CHARS {
            return Err(ApiError::invalid_parameter(format!(
                "Tag value exceeds the maximum length of {MAX_VALUE_CHARS} characters"
            )));
        }
        if checked.iter().any(|(known, _)| *known == key) {
            return Err(ApiError::invalid_parameter(format!("Duplicate tag key '{key}' specified.")));
        }
        checked.push((key, value));
    }
    if checked.len() > MAX_TAGS {
        return Err(limit_exceeded());
    }
    Ok(checked)
}

/// Checks the key of a tag that is to be set or taken away.
pub fn check_key(key: &str) -> Result<(), ApiError> {
    if key.is_empty() {
        return Err(ApiError::invalid_parameter("Tag key must have a value"));
    }
    if key.chars().count() > MAX_KEY_CHARS {
        return Err(ApiError::invalid_parameter(format!(
            "Tag key exceeds the maximum length of {MAX_KEY_CHARS} characters"
        )));
    }
    if is_reserved(key) {
        return Err(ApiError::invalid_parameter("Tag keys starting with 'aws:' are reserved for internal use"));
    }
    Ok(())
}

/// Whether a key is one of AWS's own, which users neither set nor take away.
pub fn is_reserved(key: &str) -> bool {
    key.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("aws:"))
}

/// The refusal of more tags than a resource may have.
pub fn limit_exceeded() -> ApiError {
    ApiError::new(
        "TagLimitExceeded",
        format!("The maximum number of Tags for a resource has been reached: {MAX_TAGS}."),
    )
}

/// A resource's tags as answers show them, in order of key.
pub fn shown(view: &AccountView, resource: &str) -> Vec<ec2::Tag> {
    view.tags(resource).map(|tag| shown_tag(tag)).collect()
}

pub fn shown_tag(tag: &Tag) -> ec2::Tag {
    ec2::Tag { key: Some(tag.key.clone()), value: Some(tag.value.clone()) }
}

/// Keys and values of a resource's tags, for controllers.
pub fn plain(view: &View, resource: &str) -> std::collections::BTreeMap<String, String> {
    view.tags(resource).map(|tag| (tag.key.clone(), tag.value.clone())).collect()
}

/// Deletes all tags of a resource that goes, in the same commit. Another one that comes in between is a conflict, so
/// that no tag outlives its resource.
pub fn remove_all(edit: &mut Edit, view: &AccountView, resource: &str) {
    for tag in view.tags(resource) {
        edit.untag(resource, &tag.key);
    }
    edit.unchanged(format!("tag/{resource}/"), view.revision());
}

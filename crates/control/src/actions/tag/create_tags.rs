//! CreateTags: sets the same tags on each of the resources, or none on any.

use std::collections::HashSet;

use model::{ApiError, records::Tag};
use wire::ec2;

use super::resource::{self, Resource};
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    tagging::{self, MAX_TAGS, TagList},
    view::AccountView,
};

pub struct CreateTags;

impl Action for CreateTags {
    type Input = ec2::CreateTagsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        super::check_count(&input.resources)?;
        if input.tags.is_empty() {
            return Err(ApiError::missing("tagSet"));
        }
        let tags = tagging::check(&input.tags)?;
        let mut edit = Edit::new();
        let mut mentioned = HashSet::new();
        for id in input.resources.iter().filter(|id| mentioned.insert(id.as_str())) {
            let resource = resource::find(&call.view, id)?;
            check_room(&call.view, id, &tags)?;
            set(&mut edit, call, id, &resource, &tags);
            // Every resource has been looked at before the first is tagged.
            edit.next_piece();
        }
        Plan::change(edit, |_| Ok(ec2::CreateTagsResult {}))
    }
}

/// Refuses more tags than a resource may have; those with a known key are overwritten.
fn check_room(view: &AccountView, id: &str, tags: &TagList) -> Result<(), ApiError> {
    // AWS's own tags don't count.
    let counts = |tag: &Tag| !tagging::is_reserved(&tag.key) && tags.iter().all(|(key, _)| *key != tag.key);
    let known = view.tags(id).filter(|tag| counts(tag)).count();
    if known + tags.len() > MAX_TAGS { Err(tagging::limit_exceeded()) } else { Ok(()) }
}

fn set(edit: &mut Edit, call: &Call, id: &str, resource: &Resource, tags: &TagList) {
    if let Some(alive) = &resource.alive {
        edit.compare(alive.clone());
    }
    let prefix = format!("tag/{}/", resource.holder);
    // Two requests at once must not set more tags together than a resource may have.
    edit.unchanged(prefix.clone(), call.view.revision());
    for (key, value) in tags {
        let tag = Tag {
            account: call.account.clone(),
            resource: id.to_owned(),
            resource_type: resource.resource_type.to_owned(),
            key: key.clone(),
            value: value.clone(),
        };
        edit.put_json(format!("{prefix}{key}"), &tag);
    }
}

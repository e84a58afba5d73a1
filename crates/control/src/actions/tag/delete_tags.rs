//! DeleteTags: a key with a value takes a tag away only if it has that value, a key alone whatever it has, and a request
//! without tags takes all.

use std::collections::HashSet;

use model::{ApiError, records::Tag};
use wire::ec2;

use super::resource;
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    tagging,
};

pub struct DeleteTags;

/// The most tags that one request may name.
const MAX_NAMED: usize = 1000;

impl Action for DeleteTags {
    type Input = ec2::DeleteTagsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        super::check_count(&input.resources)?;
        if input.tags.len() > MAX_NAMED {
            return Err(ApiError::invalid_parameter(format!("A request may name at most {MAX_NAMED} tags.")));
        }
        let wanted = input.tags.iter().map(Wanted::parse).collect::<Result<Vec<_>, _>>()?;
        let mut edit = Edit::new();
        let mut mentioned = HashSet::new();
        for id in input.resources.iter().filter(|id| mentioned.insert(id.as_str())) {
            let resource = resource::find(&call.view, id)?;
            let own = call.view.tags(id).filter(|tag| !tagging::is_reserved(&tag.key));
            for tag in own.filter(|tag| wanted.is_empty() || wanted.iter().any(|w| w.takes(tag))) {
                let key = format!("tag/{}/{}", resource.holder, tag.key);
                if wanted.iter().any(|w| w.value.is_some() && w.takes(tag)) {
                    // The tag still has the value that was asked for.
                    edit.unchanged(key.clone(), call.view.revision());
                }
                edit.remove(key);
                edit.next_piece();
            }
        }
        Plan::change(edit, |_| Ok(ec2::DeleteTagsResult {}))
    }
}

/// What is to be taken away.
struct Wanted<'r> {
    key: &'r str,
    value: Option<&'r str>,
}

impl<'r> Wanted<'r> {
    fn parse(tag: &'r ec2::Tag) -> Result<Self, ApiError> {
        let key = tag.key.as_deref().ok_or_else(|| ApiError::missing("Tag.Key"))?;
        tagging::check_key(key)?;
        Ok(Self { key, value: tag.value.as_deref() })
    }

    fn takes(&self, tag: &Tag) -> bool {
        tag.key == self.key && self.value.is_none_or(|value| value == tag.value)
    }
}

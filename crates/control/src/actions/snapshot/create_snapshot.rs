//! CreateSnapshot: pending at once, completed when its host has put the content into the vault.

use model::{
    ApiError,
    records::{Snapshot, Volume},
};
use wire::ec2;

use super::take::{self, Subject};
use crate::{
    action::{Action, Call, Output, Plan},
    actions::quota,
    edit::Edit,
    lookup,
    tagging::TagsToSet,
};

pub struct CreateSnapshot;

/// Characters of a description.
const MAX_DESCRIPTION: usize = 255;

impl Action for CreateSnapshot {
    type Input = ec2::CreateSnapshotRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let volume = lookup::required::<Volume>(&call.view, "VolumeId", input.volume_id.as_deref())?;
        let tags = TagsToSet::parse(&input.tag_specifications, &["snapshot"])?;
        let description = description(input.description.as_deref())?;
        check_quota(call)?;
        let mut edit = Edit::new();
        let snapshot =
            take::take(call, &mut edit, Subject { volume: &volume, description, tags: tags.of("snapshot") })?;
        let made = [snapshot.id.clone()];
        let plan = Plan::change(edit, move |view| {
            // What the host has said by now stands in the record.
            let now = view.get::<Snapshot>(&snapshot.id);
            let file_systems = now.and_then(|now| now.file_systems.clone());
            let mut shown = super::shown(view, &Snapshot { file_systems, ..snapshot });
            // EC2 begins with no progress at all, and this is the one answer that has it so.
            shown.progress = Some(String::new());
            Ok(shown)
        })?;
        Ok(plan.and_wait(call, move |view| take::have_moment(view, &made)))
    }
}

/// A description that a caller sent; none is the empty one.
pub fn description(text: Option<&str>) -> Result<String, ApiError> {
    let text = text.unwrap_or_default();
    if text.chars().count() > MAX_DESCRIPTION {
        return Err(ApiError::invalid_parameter(format!(
            "Value for parameter description is invalid: it is longer than {MAX_DESCRIPTION} characters."
        )));
    }
    Ok(text.to_owned())
}

/// Refuses one more snapshot than an account may have.
pub fn check_quota(call: &Call) -> Result<(), ApiError> {
    quota::check(call.view.owned::<Snapshot>(), super::QUOTA, "SnapshotLimitExceeded", "snapshots")
}

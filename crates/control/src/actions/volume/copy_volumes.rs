//! CopyVolumes: another volume with the content that a volume has now, in the same zone.
//!
//! ```text
//!   never attached ─▶ the copy begins as the source began: available at once
//!   a host has it  ─▶ creating ─▶ its moment passes ─▶ its content is in the vault, and is what the copy begins as ─▶ available
//!                        └ the answer waits until here      └ its host can't: in error, with the reason
//! ```
//! What a host has is read as for a snapshot (`Copying`), so also from a guest that goes on, and only what the vault lacks.
//! The source may be deleted meanwhile: its files go when the last copy of it has been read.

use model::{
    ApiError, SnapshotId, VolumeId,
    records::{Copying, Volume},
};
use wire::ec2;

use super::limits;
use crate::{
    action::{Action, Call, Output, Plan},
    actions::quota,
    edit::Edit,
    encryption::{Asked, Encryption},
    lookup,
    tagging::TagsToSet,
    view::{AccountView, View},
};

/// The type of a copy that none is asked for.
const DEFAULT_TYPE: &str = "gp2";

pub struct CopyVolumes;

impl Action for CopyVolumes {
    type Input = ec2::CopyVolumesRequest;
    const TOKEN: bool = true;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let source = lookup::required::<Volume>(&call.view, "SourceVolumeId", input.source_volume_id.as_deref())?;
        let tags = TagsToSet::parse(&input.tag_specifications, &["volume"])?;
        let state = super::state(&source);
        if !matches!(state, "available" | "in-use") {
            return Err(ApiError::new("IncorrectState", format!("Volume '{}' is in the '{state}' state.", source.id)));
        }
        // While it grows, its host may have more of it already than is shown.
        let size_gib = source.size_gib;
        let size = input.size.unwrap_or_else(|| size_gib.into());
        if size < i64::from(size_gib) {
            return Err(ApiError::invalid_parameter(format!(
                "A copy of size {size}GB is smaller than volume '{}', expect size>= {size_gib}GB",
                source.id
            )));
        }
        let volume_type = input.volume_type.as_deref().unwrap_or(DEFAULT_TYPE);
        let resolved = limits::resolve(volume_type, size, input.iops, input.throughput)?;
        quota::check(call.view.owned::<Volume>(), super::QUOTA, "VolumeLimitExceeded", "volumes")?;
        // What is encrypted stays so, and what is not becomes so where that is the default.
        let asked = Asked { encrypted: Some(source.encrypted), key: None };
        let kms_key = Encryption::of(call)?.decide(asked, None)?;
        let copying =
            source.placed.then(|| Copying { by: SnapshotId::from_random(call.random()), moment_passed: false });
        let has_content = source.placed || source.origin.is_some();
        let copy = Volume {
            id: VolumeId::from_random(call.random()),
            encrypted: kms_key.is_some(),
            sealing: kms_key != source.kms_key && has_content && call.cloud.vault().is_some(),
            kms_key,
            origin: source.origin.clone().filter(|_| !source.placed),
            copying,
            created_ms: call.now_ms,
            size_gib: resolved.size_gib,
            volume_type: resolved.volume_type.to_owned(),
            iops: resolved.iops,
            throughput_mib: resolved.throughput_mib,
            ready: false,
            attachment: None,
            attachment_generation: 0,
            modification: None,
            auto_enable_io: false,
            placed: false,
            copied_from: Some(source.id.clone()),
            ..source.record.clone()
        };
        let mut edit = Edit::new();
        // It must not be attached for the first time while this is decided.
        edit.alive(&source);
        edit.create(&copy);
        tags.set(&mut edit, &call.account, &copy.id, "volume");
        let (id, facts) = (copy.id, call.region.facts);
        let waited_for = id.clone();
        let plan = Plan::make(edit, vec![id.to_string()], move |view| answer(view, facts, &id))?;
        Ok(plan.and_wait(call, move |view| has_moment(view, &waited_for)))
    }

    fn repeat(call: &Call, ids: &[String]) -> Result<Output<Self>, ApiError> {
        let id = ids.first().ok_or_else(|| ApiError::internal("a client token remembers nothing"))?;
        answer(&call.view, call.region.facts, id)
    }
}

/// Whether what is written to the source now is not in its copy.
fn has_moment(view: &View, copy: &VolumeId) -> bool {
    let copying = view.table::<Volume>().get(copy).and_then(|copy| copy.copying.clone());
    copying.is_none_or(|copying| copying.moment_passed)
}

fn answer(
    view: &AccountView,
    facts: &model::facts::regions::Region,
    id: &str,
) -> Result<ec2::CopyVolumesResult, ApiError> {
    Ok(ec2::CopyVolumesResult { volumes: vec![super::shown(view, facts, &*lookup::one::<Volume>(view, id)?)] })
}

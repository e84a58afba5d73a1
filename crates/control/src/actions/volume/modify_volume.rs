//! ModifyVolume: larger, of another type, faster or slower, also while it is attached. The controllers end a
//! modification when the host says that the disk has its new size.

use model::{
    ApiError,
    records::{Volume, VolumeModification},
};
use wire::ec2;

use super::limits::{self, Resolved};
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    lookup,
};

pub struct ModifyVolume;

/// EC2 lets a volume be modified so often in so long a time, each time when the modification before has ended.
const MOST: usize = 4;
const WINDOW_MS: i64 = 24 * 60 * 60 * 1000;

/// IOPS of a volume that becomes of a type whose IOPS must be chosen, if none are.
const USUAL_IOPS: i64 = 3_000;

impl Action for ModifyVolume {
    type Input = ec2::ModifyVolumeRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let volume = lookup::required::<Volume>(&call.view, "VolumeId", input.volume_id.as_deref())?;
        let target = target(&volume, input)?;
        check_state(&volume, call.now_ms)?;
        if target.size_gib > volume.size_gib {
            check_copies(call, &volume)?;
        }
        let modification = VolumeModification {
            started_ms: call.now_ms,
            ended_ms: None,
            state: "modifying".into(),
            original_size_gib: volume.size_gib,
            original_type: volume.volume_type.clone(),
            original_iops: volume.iops,
            original_throughput_mib: volume.throughput_mib,
            target_size_gib: target.size_gib,
            target_type: target.volume_type.to_owned(),
            target_iops: target.iops,
            target_throughput_mib: target.throughput_mib,
            earlier_ms: recent(&volume, call.now_ms),
        };
        let mut after = volume.record.clone();
        after.size_gib = target.size_gib;
        after.volume_type = target.volume_type.to_owned();
        after.iops = target.iops;
        after.throughput_mib = target.throughput_mib;
        after.modification = Some(modification.clone());
        let mut edit = Edit::new();
        edit.update(&volume, &after);
        Plan::change(edit, move |_| {
            Ok(ec2::ModifyVolumeResult { volume_modification: Some(super::modification(&after, &modification)) })
        })
    }
}

/// What the volume is to be. What the request leaves out stays, as far as the new type has it.
fn target(volume: &Volume, input: &ec2::ModifyVolumeRequest) -> Result<Resolved, ApiError> {
    let name = input.volume_type.as_deref().unwrap_or(&volume.volume_type);
    let kind = limits::volume_type(name)?;
    let same = kind.name == volume.volume_type;
    let kept = |value: Option<u32>| value.filter(|_| same).map(i64::from);
    // Terraform sends what it was shown of a gp2 volume along with the new type, and nobody chose that.
    let echoed = volume.volume_type == "gp2" && kind.name == "gp3" && input.iops == volume.iops.map(i64::from);
    let iops = input.iops.filter(|_| !echoed);
    let iops = iops.or_else(|| kept(volume.iops).or((!same).then_some(USUAL_IOPS)).filter(|_| kind.takes_iops()));
    let throughput = input.throughput.or_else(|| kept(volume.throughput_mib).filter(|_| kind.takes_throughput()));
    let size = input.size.unwrap_or_else(|| volume.size_gib.into());
    if size < i64::from(volume.size_gib) {
        return Err(ApiError::invalid_parameter("New size cannot be smaller than existing size"));
    }
    limits::resolve(kind.name, size, iops, throughput)
}

fn check_state(volume: &Volume, now_ms: i64) -> Result<(), ApiError> {
    let state = super::state(volume);
    if !matches!(state, "available" | "in-use") {
        return Err(ApiError::new("IncorrectState", format!("Volume '{}' is in the '{state}' state.", volume.id)));
    }
    let Some(last) = &volume.modification else { return Ok(()) };
    if last.ended_ms.is_none() {
        return Err(ApiError::new(
            "IncorrectModificationState",
            format!("Cannot modify volume {} in modification state {}", volume.id, last.state.to_uppercase()),
        ));
    }
    if recent(volume, now_ms).len() >= MOST {
        return Err(ApiError::new(
            "VolumeModificationRateExceeded",
            format!(
                "You've reached the maximum modification rate per volume limit. Volume {} can be modified {MOST} times in 24 hours.",
                volume.id
            ),
        ));
    }
    Ok(())
}

/// A copy of it is as large as it was when that was asked for, and couldn't hold what a guest writes beyond that until its
/// moment passes.
fn check_copies(call: &Call, volume: &Volume) -> Result<(), ApiError> {
    let awaited = |copy: &Volume| copy.copying.as_ref().is_some_and(|copying| !copying.moment_passed);
    let Some(copy) = call.view.find::<Volume>("being-copied", &volume.id).find(|copy| awaited(copy)) else {
        return Ok(());
    };
    Err(ApiError::new(
        "IncorrectState",
        format!("Volume '{}' can't grow before the copy '{}' of it has begun.", volume.id, copy.id),
    ))
}

/// When the modifications of the last 24 hours were started, the newest first.
fn recent(volume: &Volume, now_ms: i64) -> Vec<i64> {
    let Some(last) = &volume.modification else { return Vec::new() };
    let started = [last.started_ms].into_iter().chain(last.earlier_ms.iter().copied());
    started.filter(|started| now_ms - started < WINDOW_MS).collect()
}

//! Replacing root volumes: an instance that went down for it gets its new disk and comes up again.
//!
//! The change is part of the commit that takes in the host's word that the instance is down, so that nobody ever sees
//! it stopped, and nobody else gets the memory that it comes up in.

use std::sync::Arc;

use model::{
    instance::{InstanceObservation, Phase, PowerWanted},
    records::*,
};

use super::release;
use crate::{
    actions::volume::attach::ROOT_SLOT,
    edit::Edit,
    view::{Row, View},
};

fn under_way(view: &View, instance: &str) -> Option<Arc<Row<ReplaceRootVolumeTask>>> {
    let mut tasks = view.table::<ReplaceRootVolumeTask>().find("instance", instance);
    tasks.find(|task| task.state == ReplaceRootVolumeState::InProgress).cloned()
}

/// The task whose turn it is: its instance is down, and nobody wanted anything else of it meanwhile.
fn due(view: &View, instance: &Instance, seen: &InstanceObservation) -> Option<Arc<Row<ReplaceRootVolumeTask>>> {
    let task = under_way(view, &instance.id)?;
    let down = seen.phase == Phase::Stopped
        && seen.power_generation == task.down_generation
        && instance.power.generation == task.down_generation
        && matches!(instance.power.wanted, PowerWanted::Stopped { .. });
    down.then_some(task)
}

pub(super) fn is_due(view: &View, instance: &Instance, seen: &InstanceObservation) -> bool {
    due(view, instance, seen).is_some()
}

/// Gives the instance its new root volume, if it is down for that, and has it come up again in any case.
pub(super) fn replace(edit: &mut Edit, view: &View, instance: &Row<Instance>, seen: &InstanceObservation, now_ms: i64) {
    let Some(task) = due(view, instance, seen) else { return };
    let mut done = task.record.clone();
    done.completed_ms = Some(now_ms);
    done.state = match swap(edit, view, &task, now_ms) {
        Some(()) => ReplaceRootVolumeState::Succeeded,
        None => ReplaceRootVolumeState::Failed,
    };
    edit.update(&task, &done);
    let mut up = instance.record.clone();
    up.power.generation += 1;
    up.power.wanted = PowerWanted::Running;
    edit.update(instance, &up);
}

/// `None` if one of the volumes is no longer what it was when this was asked for.
fn swap(edit: &mut Edit, view: &View, task: &ReplaceRootVolumeTask, now_ms: i64) -> Option<()> {
    let volumes = view.table::<Volume>();
    let old = volumes.get(&task.replaced)?;
    let attachment = old.attachment.clone().filter(|it| it.instance == task.instance && it.slot == ROOT_SLOT)?;
    let new = volumes.get(&task.replacement).filter(|new| new.attachment.is_none())?;
    let mut after = new.record.clone();
    after.attachment_generation += 1;
    after.attachment = Some(VolumeAttachment {
        generation: after.attachment_generation,
        attached_ms: now_ms,
        detaching: false,
        force: false,
        ..attachment
    });
    after.ready = true;
    after.placed = true;
    edit.update(&new, &after);
    if task.delete_replaced {
        release::delete_volume(edit, view, &old);
    } else {
        let mut after = old.record.clone();
        after.attachment = None;
        edit.update(&old, &after);
    }
    Some(())
}

/// Ends a task whose instance somebody wanted something else of before it was down: it keeps the root volume that it has.
pub(super) fn errand(view: &Arc<View>, instance: &str, now_ms: i64) -> Option<Edit> {
    let task = under_way(view, instance)?;
    let waits = |row: &Row<Instance>| row.ended_ms.is_none() && row.power.generation == task.down_generation;
    if view.table::<Instance>().get(instance).is_some_and(|row| waits(&row)) {
        return None;
    }
    let mut after = task.record.clone();
    after.state = ReplaceRootVolumeState::Failed;
    after.completed_ms = Some(now_ms);
    let mut edit = Edit::new();
    edit.update(&task, &after);
    if let Some(new) = view.table::<Volume>().get(&task.replacement).filter(|new| new.attachment.is_none()) {
        release::delete_volume(&mut edit, &**view, &new);
    }
    Some(edit)
}

//! CreateReplaceRootVolumeTask: a running instance goes down, and comes up again with another root volume: with what it
//! was launched with, a snapshot of its root volume, or an image's. Controllers make the change while it is down.

use std::sync::Arc;

use model::{
    ApiError, ReplaceRootVolumeTaskId, VolumeId,
    instance::{InstanceState, PowerWanted},
    records::*,
};
use wire::{Timestamp, ec2};

use super::{Form, attach::ROOT_SLOT, block_device, device, form, limits};
use crate::{
    action::{Action, Call, Output, Plan},
    actions::image::{allowed, not_found},
    edit::Edit,
    encryption::{Asked, Encryption},
    lookup,
    tagging::{self, TagsToSet},
    view::{AccountView, Row},
};

pub struct CreateReplaceRootVolumeTask;

/// What the new root volume begins as.
struct Content {
    origin: Option<String>,
    snapshot: Option<model::SnapshotId>,
    /// It can't be smaller.
    least_gib: u32,
    encrypted: bool,
}

impl Action for CreateReplaceRootVolumeTask {
    type Input = ec2::CreateReplaceRootVolumeTaskRequest;
    const TOKEN: bool = true;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let instance = lookup::required::<Instance>(&call.view, "InstanceId", input.instance_id.as_deref())?;
        let tags = TagsToSet::parse(&input.tag_specifications, &["replace-root-volume-task"])?;
        let state = call.view.state(&instance);
        if state != InstanceState::Running {
            return Err(ApiError::new(
                "IncorrectInstanceState",
                format!("The root volume of instance {} can't be replaced: it is '{}'.", instance.id, state.name()),
            ));
        }
        let under_way = |task: &Row<ReplaceRootVolumeTask>| task.state == ReplaceRootVolumeState::InProgress;
        if call.view.find::<ReplaceRootVolumeTask>("instance", &instance.id).any(|task| under_way(task)) {
            return Err(ApiError::new(
                "IncorrectInstanceState",
                format!("The root volume of instance {} is being replaced already.", instance.id),
            ));
        }
        let root = root(call, &instance)?;
        let content = content(call, input, &instance, &root)?;
        let resolved = resolve(form(&root), content.least_gib)?;
        let encryption = Encryption::of(call)?;
        let asked = Asked { encrypted: Some(root.encrypted || content.encrypted), key: None };
        let kms_key = encryption.decide(asked, None)?;
        let volume = Volume {
            id: VolumeId::from_random(call.random()),
            encrypted: kms_key.is_some(),
            kms_key,
            // Its host fills an encrypted file, whatever the origin is under.
            sealing: false,
            created_ms: call.now_ms,
            size_gib: resolved.size_gib,
            iops: resolved.iops,
            throughput_mib: resolved.throughput_mib,
            origin: content.origin,
            snapshot: content.snapshot,
            ready: false,
            attachment: None,
            attachment_generation: 0,
            modification: None,
            auto_enable_io: false,
            copied_from: None,
            copying: None,
            placed: false,
            ..root.record.clone()
        };
        let task = ReplaceRootVolumeTask {
            id: ReplaceRootVolumeTaskId::from_random(call.random()),
            account: call.account.clone(),
            created_ms: call.now_ms,
            instance: instance.id.clone(),
            state: ReplaceRootVolumeState::InProgress,
            completed_ms: None,
            image: input.image_id.as_deref().map(model::ImageId::trusted),
            snapshot: input.snapshot_id.as_deref().map(model::SnapshotId::trusted),
            delete_replaced: input.delete_replaced_root_volume.unwrap_or(false),
            replaced: root.id.clone(),
            replacement: volume.id.clone(),
            down_generation: instance.power.generation + 1,
            rest: Default::default(),
        };
        let mut down = instance.record.clone();
        down.power.generation = task.down_generation;
        down.power.wanted = PowerWanted::Stopped { force: false };
        let mut edit = Edit::new();
        edit.update(&instance, &down);
        edit.alive(&root);
        edit.create(&volume);
        edit.create(&task);
        tags.set(&mut edit, &call.account, &task.id, "replace-root-volume-task");
        let id = task.id.to_string();
        Plan::make(edit, vec![id.clone()], move |view| answer(view, &id))
    }

    fn repeat(call: &Call, ids: &[String]) -> Result<Output<Self>, ApiError> {
        let id = ids.first().ok_or_else(|| ApiError::internal("a client token remembers nothing"))?;
        answer(&call.view, id)
    }
}

fn root(call: &Call, instance: &Instance) -> Result<Arc<Row<Volume>>, ApiError> {
    let is_root = |volume: &Volume| volume.attachment.as_ref().is_some_and(|it| it.slot == ROOT_SLOT);
    let root = call.view.find::<Volume>("instance", &instance.id).find(|volume| is_root(volume)).cloned();
    root.ok_or_else(|| {
        ApiError::new(
            "IncorrectInstanceState",
            format!(
                "Instance '{}' does not have a volume attached at root ({})",
                instance.id, instance.root_device_name
            ),
        )
    })
}

/// Of the same type and performance, and large enough.
fn resolve(form: Form<'_>, least_gib: u32) -> Result<limits::Resolved, ApiError> {
    let kind = limits::volume_type(form.volume_type)?;
    let iops = form.iops.filter(|_| kind.takes_iops()).map(i64::from);
    let throughput = form.throughput_mib.filter(|_| kind.takes_throughput()).map(i64::from);
    limits::resolve(kind.name, form.size_gib.max(least_gib).into(), iops, throughput)
}

fn content(
    call: &Call,
    input: &ec2::CreateReplaceRootVolumeTaskRequest,
    instance: &Instance,
    root: &Volume,
) -> Result<Content, ApiError> {
    let given = |id: &Option<String>| id.clone().filter(|id| !id.is_empty());
    match (given(&input.snapshot_id), given(&input.image_id)) {
        (Some(_), Some(_)) => Err(ApiError::combination("SnapshotId and ImageId can't be specified together.")),
        (None, None) => {
            let (origin, snapshot) = (root.origin.clone(), root.snapshot.clone());
            Ok(Content { origin, snapshot, least_gib: root.size_gib, encrypted: root.encrypted })
        }
        (Some(id), None) => {
            let snapshot = block_device::usable_snapshot(&call.view, &id, None)?;
            if snapshot.volume != root.id && root.snapshot.as_ref() != Some(&snapshot.id) {
                return Err(ApiError::invalid_value(
                    "snapshotId",
                    id,
                    &format!("It is not a snapshot of the root volume {} of instance {}.", root.id, instance.id),
                ));
            }
            Ok(of_snapshot(snapshot))
        }
        (None, Some(id)) => {
            let image = lookup::one::<Image>(&call.view, &id)?;
            if !allowed::exists(call, &image) {
                return Err(not_found(&id));
            }
            if image.state != ImageState::Available {
                return Err(ApiError::new(
                    "InvalidAMIID.Unavailable",
                    format!("The image id '[{id}]' is in state '{}'", image.state.as_str()),
                ));
            }
            if image.architecture != instance.architecture {
                return Err(ApiError::invalid_value(
                    "imageId",
                    id,
                    &format!("Its architecture is not that of instance {}.", instance.id),
                ));
            }
            let is_root = |known: &&ImageBlockDevice| device::same(&known.device, &image.root_device_name);
            let snapshot = image.block_devices.iter().find(is_root).and_then(|known| known.snapshot.as_deref());
            let snapshot = snapshot.ok_or_else(|| ApiError::internal("an image has no root device"))?;
            Ok(of_snapshot(block_device::usable_snapshot(&call.view, snapshot, Some(&image))?))
        }
    }
}

fn of_snapshot(snapshot: Snapshot) -> Content {
    Content {
        origin: snapshot.root,
        snapshot: Some(snapshot.id),
        least_gib: snapshot.volume_size_gib,
        encrypted: snapshot.encrypted,
    }
}

fn answer(view: &AccountView, id: &str) -> Result<ec2::CreateReplaceRootVolumeTaskResult, ApiError> {
    let mut shown = shown(view, &*lookup::one::<ReplaceRootVolumeTask>(view, id)?);
    shown.complete_time = None;
    Ok(ec2::CreateReplaceRootVolumeTaskResult { replace_root_volume_task: Some(shown) })
}

/// A task as answers show it.
pub fn shown(view: &AccountView, task: &ReplaceRootVolumeTask) -> ec2::ReplaceRootVolumeTask {
    ec2::ReplaceRootVolumeTask {
        replace_root_volume_task_id: Some(task.id.to_string()),
        instance_id: Some(task.instance.to_string()),
        task_state: Some(task.state.as_str().to_owned()),
        start_time: Some(Timestamp(task.created_ms).to_string()),
        complete_time: task.completed_ms.map(|at| Timestamp(at).to_string()),
        tags: tagging::shown(view, &task.id),
        image_id: task.image.as_ref().map(ToString::to_string),
        snapshot_id: task.snapshot.as_ref().map(ToString::to_string),
        delete_replaced_root_volume: Some(task.delete_replaced),
    }
}

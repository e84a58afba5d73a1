//! CreateSnapshots: of all disks of an instance, or of all but some, at one point in time.

use std::sync::Arc;

use model::{
    ApiError,
    records::{Instance, Snapshot, Volume},
};
use wire::{Timestamp, ec2};

use super::{
    create_snapshot,
    take::{self, Subject},
};
use crate::{
    action::{Action, Call, Output, Plan},
    actions::volume::attach::ROOT_SLOT,
    edit::Edit,
    lookup::{self, Named},
    recycle_bin,
    tagging::{self, TagList, TagsToSet},
    view::{AccountView, Row},
};

pub struct CreateSnapshots;

impl Action for CreateSnapshots {
    type Input = ec2::CreateSnapshotsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = input.instance_specification.as_ref();
        let asked = asked.ok_or_else(|| ApiError::missing("InstanceSpecification"))?;
        let tags = TagsToSet::parse(&input.tag_specifications, &["snapshot"])?;
        let description = create_snapshot::description(input.description.as_deref())?;
        create_snapshot::check_quota(call)?;
        let mut edit = Edit::new();
        let disks = disks(call, asked)?;
        let mut tags_of_each = Vec::with_capacity(disks.len());
        for volume in &disks {
            let mut all = tags.of("snapshot").to_vec();
            // The decoder takes nothing but `volume` here.
            if input.copy_tags_from_source.is_some() {
                add_tags(&mut all, recycle_bin::tags(&call.view, &volume.id))?;
            }
            tags_of_each.push(all);
        }
        let subjects = disks.iter().zip(&tags_of_each);
        let subjects = subjects.map(|(volume, tags)| Subject { volume, description: description.clone(), tags });
        let taken = take::take_together(call, &mut edit, subjects.collect(), None)?;
        if edit.operations() > store::MAX_OPERATIONS {
            return Err(ApiError::unsupported(
                "Snapshots of so many disks can't be taken with so many tags at once. Set the tags afterwards.",
            ));
        }
        let made: Vec<_> = taken.iter().map(|snapshot| snapshot.id.clone()).collect();
        let plan = Plan::change(edit, move |view| {
            Ok(ec2::CreateSnapshotsResult { snapshots: taken.iter().map(|snapshot| shown(view, snapshot)).collect() })
        })?;
        Ok(plan.and_wait(call, move |view| take::have_moment(view, &made)))
    }
}

/// The disks that snapshots are to be taken of, the root disk first.
fn disks(call: &Call, asked: &ec2::InstanceSpecification) -> Result<Vec<Arc<Row<Volume>>>, ApiError> {
    let id = asked.instance_id.as_deref();
    let instance = lookup::required::<Instance>(&call.view, "InstanceSpecification.InstanceId", id)?;
    let slot = |volume: &Volume| volume.attachment.as_ref().map(|attachment| attachment.slot);
    let mut disks: Vec<_> = call.view.find::<Volume>("instance", &instance.id).cloned().collect();
    for id in &asked.exclude_data_volume_ids {
        Volume::NOUN.check(id)?;
        match disks.iter().find(|disk| *disk.id == **id).map(|disk| slot(disk)) {
            None => {
                return Err(ApiError::invalid_value(
                    "excludeDataVolumeId",
                    id,
                    &format!("It is not a volume of instance {}.", instance.id),
                ));
            }
            Some(Some(ROOT_SLOT)) => {
                return Err(ApiError::invalid_value(
                    "excludeDataVolumeId",
                    id,
                    "It is the boot volume, which ExcludeBootVolume leaves out.",
                ));
            }
            Some(_) => {}
        }
    }
    let no_boot = asked.exclude_boot_volume == Some(true);
    disks.retain(|disk| !asked.exclude_data_volume_ids.iter().any(|id| *disk.id == **id));
    disks.retain(|disk| !no_boot || slot(disk) != Some(ROOT_SLOT));
    if disks.is_empty() {
        return Err(ApiError::invalid_parameter(format!(
            "No volume of instance {} is left to take a snapshot of.",
            instance.id
        )));
    }
    disks.sort_by_key(|disk| slot(disk));
    Ok(disks)
}

/// Adds tags whose keys are not there yet.
fn add_tags(tags: &mut TagList, more: TagList) -> Result<(), ApiError> {
    for (key, value) in more {
        if !tags.iter().any(|(known, _)| *known == key) {
            tags.push((key, value));
        }
    }
    if tags.len() > tagging::MAX_TAGS { Err(tagging::limit_exceeded()) } else { Ok(()) }
}

fn shown(view: &AccountView, snapshot: &Snapshot) -> ec2::SnapshotInfo {
    ec2::SnapshotInfo {
        description: Some(snapshot.description.clone()),
        tags: tagging::shown(view, &snapshot.id),
        encrypted: Some(snapshot.encrypted),
        volume_id: Some(snapshot.volume.to_string()),
        state: Some(snapshot.state.as_str().to_owned()),
        volume_size: Some(snapshot.volume_size_gib.into()),
        start_time: Some(Timestamp(snapshot.created_ms)),
        progress: Some(String::new()),
        owner_id: Some(snapshot.account.to_string()),
        snapshot_id: Some(snapshot.id.to_string()),
        ..ec2::SnapshotInfo::default()
    }
}

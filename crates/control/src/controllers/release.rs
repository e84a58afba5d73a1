//! Giving back what an instance held, and following volumes and snapshots.

use std::sync::Arc;

use hostlink::{Observation, SnapshotObservation, SnapshotState as Seen, VolumeState};
use model::{instance::InstanceObservation, records::*};

use super::follow_up::is_gone;
use crate::{
    actions::network_interface::attachment::turns_key,
    edit::Edit,
    view::{Row, Sees, View},
};

/// Writes an instance's tombstone, and in the same commit releases its interfaces, addresses and disks.
pub(crate) fn end_instance(edit: &mut Edit, view: &View, instance: &Row<Instance>, now_ms: i64) {
    for interface in view.table::<NetworkInterface>().find("instance", &instance.id) {
        let goes = interface.attachment.as_ref().is_some_and(|attachment| attachment.delete_on_termination);
        if goes {
            delete_interface(edit, view, interface);
        } else {
            let mut after = interface.record.clone();
            after.attachment = None;
            release_own_public(edit, &mut after);
            edit.update(interface, &after);
        }
    }
    for volume in view.table::<Volume>().find("instance", &instance.id) {
        let goes = volume.attachment.as_ref().is_some_and(|attachment| attachment.delete_on_termination);
        if goes {
            delete_volume(edit, view, volume);
        } else {
            let mut after = volume.record.clone();
            after.attachment = None;
            edit.update(volume, &after);
        }
    }
    if let Some(observed) = view.table::<ObservedInstance>().get(&instance.id) {
        edit.remove(observed.key());
    }
    if instance.has_user_data {
        edit.remove(format!("user-data/{}", instance.id));
    }
    // What AttachVolume and AttachNetworkInterface keep their order by.
    edit.remove(format!("disks/{}", instance.id));
    edit.remove(turns_key(&instance.id));
    let mut after = instance.record.clone();
    after.ended_ms = Some(now_ms);
    after.has_user_data = false;
    edit.update(instance, &after);
}

/// Deletes an interface, frees its addresses and lets go of its Elastic IP addresses.
pub(crate) fn delete_interface(edit: &mut Edit, view: &impl Sees, interface: &Row<NetworkInterface>) {
    edit.delete(interface);
    for address in &interface.addresses {
        edit.release(&format!("address/{}/{}", interface.subnet, address.private));
        if let Some(association) = &address.association {
            match &association.allocation {
                None => edit.release(&format!("public/{}", association.public)),
                Some(allocation) => {
                    if let Some(row) = view.row::<Address>(allocation) {
                        let mut after = row.record.clone();
                        after.association = None;
                        edit.update(&row, &after);
                    }
                }
            }
        }
    }
    for group in &interface.groups {
        edit.no_longer_child(group, &interface.id);
    }
    edit.no_longer_child(&interface.subnet, &interface.id);
    untag_all(edit, view, &interface.id);
}

/// Takes away the public address that a launch gave; Elastic IP addresses stay.
pub(crate) fn release_own_public(edit: &mut Edit, interface: &mut NetworkInterface) {
    for address in &mut interface.addresses {
        if let Some(association) = address.association.take_if(|association| association.allocation.is_none()) {
            edit.release(&format!("public/{}", association.public));
        }
    }
}

/// Deletes a volume. While a host has files of it, it is remembered as doomed.
pub(crate) fn delete_volume(edit: &mut Edit, view: &impl Sees, volume: &Row<Volume>) {
    edit.delete(volume);
    if volume.placed {
        edit.create(&DoomedVolume {
            id: volume.id.clone(),
            account: volume.account.clone(),
            created_ms: volume.created_ms,
            size_gib: volume.size_gib,
            origin: volume.origin.clone(),
            kms_key: volume.kms_key.clone(),
        });
    }
    untag_all(edit, view, &volume.id);
}

/// Deletes all tags of a resource.
pub(crate) fn untag_all(edit: &mut Edit, view: &impl Sees, resource: &str) {
    for key in view.tag_keys(resource) {
        edit.untag(resource, &key);
    }
}

/// Whether a host has let go of a disk that is to be detached.
pub(super) fn needs_detach(view: &View, seen: &InstanceObservation) -> bool {
    view.table::<Volume>().find("instance", &seen.id).any(|volume| let_go(volume, seen))
        || view.table::<NetworkInterface>().find("instance", &seen.id).any(|interface| is_unplugged(interface, seen))
}

/// Whether a host has let go of an interface that is to be detached. Of one that it says nothing of it knows nothing yet.
fn is_unplugged(interface: &NetworkInterface, seen: &InstanceObservation) -> bool {
    let Some(attachment) = interface.attachment.as_ref().filter(|attachment| attachment.detaching) else {
        return false;
    };
    let nic = seen.interfaces.get(&interface.id);
    nic.is_some_and(|nic| nic.generation >= attachment.generation && !nic.attached)
}

fn let_go(volume: &Volume, seen: &InstanceObservation) -> bool {
    let Some(attachment) = volume.attachment.as_ref().filter(|attachment| attachment.detaching) else { return false };
    seen.disks.get(&volume.id).is_none_or(|disk| disk.generation >= attachment.generation && !disk.attached)
}

/// Ends the attachments that a host has let go of.
pub(super) fn detached(edit: &mut Edit, view: &View, seen: &InstanceObservation) {
    for volume in view.table::<Volume>().find("instance", &seen.id).filter(|volume| let_go(volume, seen)) {
        let mut after = volume.record.clone();
        after.attachment = None;
        edit.update(volume, &after);
    }
    let interfaces = view.table::<NetworkInterface>().find("instance", &seen.id);
    for interface in interfaces.filter(|interface| is_unplugged(interface, seen)) {
        let mut after = interface.record.clone();
        after.attachment = None;
        edit.update(interface, &after);
    }
}

/// Ends the attachment of an interface that its host has never plugged in. Nothing of it changes for the host when it is
/// to be detached, so it would say nothing.
pub(super) fn interface_errand(view: &Arc<View>, id: &str) -> Option<Edit> {
    let interface = view.table::<NetworkInterface>().get(id)?;
    let observed = view.table::<ObservedInstance>().get(&interface.attachment.as_ref()?.instance)?;
    let mut after = interface.record.clone();
    after.attachment.take_if(|_| is_unplugged(&interface, &observed.seen));
    let mut edit = Edit::new();
    if after != interface.record {
        edit.update(&interface, &after);
    }
    Some(edit)
}

/// What follows from the observation of a volume or a snapshot.
pub(super) fn other_edit(now_ms: i64, view: &Arc<View>, item: &Observation) -> Option<Edit> {
    let mut edit = Edit::new();
    match item {
        Observation::Instance(_) => {}
        Observation::Volume(seen) if is_gone(&seen.state) => {
            let doomed = view.table::<DoomedVolume>().get(&seen.id)?;
            edit.delete(&doomed);
        }
        Observation::Volume(seen) => {
            let volume = view.table::<Volume>().get(&seen.id)?;
            let mut after = volume.record.clone();
            after.problem = match &seen.state {
                VolumeState::Error { detail } => Some(detail.clone()),
                // Nothing says it is encrypted that isn't.
                VolumeState::Present if volume.encrypted && !seen.encrypted && seen.size_gib > 0 => {
                    Some("its host has made it without encryption, by an older agent".into())
                }
                VolumeState::Absent | VolumeState::Present | VolumeState::Gone => None,
            };
            if seen.state == VolumeState::Present
                && let Some(modification) = &mut after.modification
                && modification.ended_ms.is_none()
                && seen.size_gib >= modification.target_size_gib
            {
                modification.state = "completed".into();
                modification.ended_ms = Some(now_ms);
            }
            if after != volume.record {
                edit.update(&volume, &after);
            }
        }
        Observation::Snapshot(seen) => {
            let Some(snapshot) = view.table::<Snapshot>().get(&seen.id) else { return copied(view, seen) };
            if snapshot.state != SnapshotState::Pending {
                return None;
            }
            let mut after = snapshot.record.clone();
            advance(&mut after, &seen.state, now_ms);
            if after != snapshot.record {
                edit.update(&snapshot, &after);
            }
        }
    }
    Some(edit)
}

/// What follows from what a host says of a copy that a volume is to begin as.
fn copied(view: &Arc<View>, seen: &SnapshotObservation) -> Option<Edit> {
    let volume = view.table::<Volume>().find("copied-by", &seen.id).next().filter(|it| it.problem.is_none())?;
    let mut after = volume.record.clone();
    match &seen.state {
        // Its first percent says that the moment has passed.
        Seen::Pending { percent, .. } => {
            let copying = after.copying.as_mut()?;
            copying.moment_passed |= *percent > 0;
        }
        Seen::Completed { root, .. } => {
            after.copying = None;
            after.origin = Some(root.clone());
            // What becomes encrypted is available once it is.
            after.ready = !after.sealing;
        }
        Seen::Failed { detail } => after.problem = Some(format!("it could not be copied: {detail}")),
    }
    let mut edit = Edit::new();
    if after != volume.record {
        edit.update(volume, &after);
    }
    Some(edit)
}

/// A pending snapshot as its host's word leaves it.
fn advance(snapshot: &mut Snapshot, seen: &Seen, now_ms: i64) {
    match seen {
        Seen::Pending { percent, file_systems } => {
            // An agent that comes back counts from the beginning; what users see never goes back.
            snapshot.progress = snapshot.progress.max(*percent);
            snapshot.file_systems = file_systems.clone().or_else(|| snapshot.file_systems.take());
        }
        Seen::Completed { root, full_bytes, file_systems } => {
            snapshot.file_systems = file_systems.clone().or_else(|| snapshot.file_systems.take());
            snapshot.state = SnapshotState::Completed;
            snapshot.progress = 100;
            snapshot.completed_ms = Some(now_ms);
            snapshot.root = Some(root.clone());
            snapshot.full_bytes = Some(*full_bytes);
        }
        Seen::Failed { detail } => {
            snapshot.state = SnapshotState::Error;
            snapshot.problem = Some(detail.clone());
        }
    }
}

/// Only a disk's size is for its host to change; and a volume that no host has yet is as large as it is asked to be.
fn needs_no_host(volume: &Volume, modification: &VolumeModification) -> bool {
    let same_size = modification.original_size_gib == modification.target_size_gib;
    modification.ended_ms.is_none() && (!volume.placed || same_size)
}

/// Whether a snapshot's content lies in the vault already: a copy, or of a volume that no host had. Of an empty one it is
/// known that it has no bytes, and the vault has nothing.
pub(crate) fn content_known(snapshot: &Snapshot) -> bool {
    snapshot.root.is_some() || snapshot.full_bytes.is_some()
}

/// What of a volume needs no word from its host: a new one becomes available, a modification that needs no host ends,
/// and so does the attachment of a disk that its host has never plugged in. Nothing of such a disk changes for the
/// host when it is to be detached, so it would say nothing; the disk is then simply no longer wanted.
pub(super) fn volume_errand(view: &Arc<View>, id: &str) -> Option<Edit> {
    let volume = view.table::<Volume>().get(id)?;
    let mut after = volume.record.clone();
    after.ready |= !volume.sealing && volume.copying.is_none();
    let observed = volume.attachment.as_ref().and_then(|it| view.table::<ObservedInstance>().get(&it.instance));
    if observed.is_some_and(|observed| let_go(&volume, &observed.seen)) {
        after.attachment = None;
    }
    if let Some(modification) = after.modification.as_mut().filter(|m| needs_no_host(&volume, m)) {
        modification.state = "completed".into();
        modification.ended_ms = Some(modification.started_ms);
    }
    if after == volume.record {
        return None;
    }
    let mut edit = Edit::new();
    edit.update(&volume, &after);
    Some(edit)
}

/// A snapshot whose content is known is complete at once; one that no host has the volume of any more can't be taken.
pub(super) fn snapshot_errand(view: &Arc<View>, id: &str) -> Option<Edit> {
    let snapshot = view.table::<Snapshot>().get(id)?;
    if snapshot.state != SnapshotState::Pending || snapshot.writing.is_some() {
        return None;
    }
    // Its content is being sealed.
    if snapshot.sealing.is_some() {
        return None;
    }
    // Its content comes from a stored image.
    if view.table::<RestoreTask>().count("snapshot", id) > 0 {
        return None;
    }
    let mut after = snapshot.record.clone();
    if content_known(&snapshot) {
        after.state = SnapshotState::Completed;
        after.progress = 100;
        after.completed_ms = Some(snapshot.created_ms);
    } else if view.table::<Volume>().contains(&snapshot.volume)
        || view.table::<DoomedVolume>().contains(&snapshot.volume)
    {
        return None;
    } else {
        after.state = SnapshotState::Error;
        after.problem = Some("its volume was deleted before the snapshot was taken".into());
    }
    let mut edit = Edit::new();
    edit.update(&snapshot, &after);
    Some(edit)
}

/// An image is available when all of its snapshots are complete, and failed when one of them is.
pub(super) fn image_errand(view: &Arc<View>, id: &str) -> Option<Edit> {
    let image = view.table::<Image>().get(id).filter(|image| image.state == ImageState::Pending)?;
    let snapshots = view.table::<Snapshot>();
    let states = image.block_devices.iter().filter_map(|device| device.snapshot.as_deref()).map(|id| {
        // Snapshots of other accounts were complete when the image was made.
        snapshots.get(id).map_or(SnapshotState::Completed, |snapshot| snapshot.state)
    });
    let states: Vec<_> = states.collect();
    let mut after = image.record.clone();
    if states.contains(&SnapshotState::Error) {
        after.state = ImageState::Failed;
    } else if states.contains(&SnapshotState::Pending) {
        return None;
    } else {
        after.state = ImageState::Available;
    }
    let mut edit = Edit::new();
    edit.update(&image, &after);
    Some(edit)
}

#[cfg(test)]
mod tests {
    use model::{AccountId, SnapshotId, VolumeId};

    use super::*;

    #[test]
    fn a_snapshot_never_goes_back() {
        let id = SnapshotId::trusted("snap-1");
        let account = AccountId::from_number(1);
        let mut snapshot = Snapshot::begun(id, account, 0, VolumeId::trusted("vol-1"), 1, String::new());
        // An agent that ends in between begins with nothing.
        let told = [1, 40, 0, 1, 60];
        let shown = told.map(|percent| {
            advance(&mut snapshot, &Seen::Pending { percent, file_systems: None }, 5);
            snapshot.progress
        });
        assert_eq!(shown, [1, 40, 40, 40, 60]);
        let done = Seen::Completed { root: "r".into(), full_bytes: 7, file_systems: None };
        advance(&mut snapshot, &done, 9);
        assert_eq!((snapshot.progress, snapshot.completed_ms, snapshot.full_bytes), (100, Some(9), Some(7)));
    }
}

//! Taking a snapshot of a volume: CreateSnapshot and CreateImage.

use model::{
    ApiError, SnapshotId,
    records::{Snapshot, SnapshotMoment, SnapshotState, Volume},
};

use crate::{
    action::Call,
    edit::Edit,
    view::{Row, View},
};

/// Snapshots of one volume that may be under way at a time.
const AT_A_TIME: usize = 5;

/// A volume of which a snapshot is to be taken.
pub struct Subject<'a> {
    pub volume: &'a Row<Volume>,
    pub description: String,
    pub tags: &'a [(String, String)],
}

/// Adds snapshots of one instance's volumes, all of the same moment, to an edit. `at_reboot`: the generation of the
/// reboot in whose midst the moment is to lie; `None` is as soon as can be.
pub fn take_together(
    call: &Call,
    edit: &mut Edit,
    subjects: Vec<Subject>,
    at_reboot: Option<u64>,
) -> Result<Vec<Snapshot>, ApiError> {
    let built = subjects.iter().map(|subject| build(call, subject.volume, subject.description.clone()));
    let mut snapshots = built.collect::<Result<Vec<_>, _>>()?;
    let together: Vec<_> = snapshots.iter().map(|snapshot| snapshot.id.clone()).collect();
    for (snapshot, subject) in snapshots.iter_mut().zip(&subjects) {
        if together.len() > 1 || at_reboot.is_some() {
            snapshot.moment = Some(SnapshotMoment { together: together.clone(), at_reboot });
        }
        add(edit, snapshot, subject.tags);
        // It must not be deleted, nor attached for the first time, while this is decided.
        edit.alive(subject.volume);
    }
    Ok(snapshots)
}

/// Adds a snapshot of one volume to an edit.
pub fn take(call: &Call, edit: &mut Edit, subject: Subject) -> Result<Snapshot, ApiError> {
    let mut taken = take_together(call, edit, vec![subject], None)?;
    Ok(taken.remove(0))
}

fn build(call: &Call, volume: &Row<Volume>, description: String) -> Result<Snapshot, ApiError> {
    let state = crate::actions::volume::state(volume);
    if !matches!(state, "available" | "in-use") {
        return Err(ApiError::new("IncorrectState", format!("Volume '{}' is in the '{state}' state.", volume.id)));
    }
    let pending = |snapshot: &Snapshot| snapshot.state == SnapshotState::Pending;
    if call.view.find::<Snapshot>("volume", &volume.id).filter(|row| pending(row)).count() >= AT_A_TIME {
        return Err(ApiError::new(
            "ConcurrentSnapshotLimitExceeded",
            format!("At most {AT_A_TIME} snapshots of one volume can be under way at a time."),
        ));
    }
    Ok(Snapshot {
        // No host has an unplaced volume: it is what it began as, now and whatever becomes of it.
        root: volume.origin.clone().filter(|_| !volume.placed),
        full_bytes: full_bytes(call, volume),
        encrypted: volume.encrypted,
        kms_key: volume.kms_key.clone(),
        ..Snapshot::begun(
            SnapshotId::from_random(call.random()),
            call.account.clone(),
            call.now_ms,
            volume.id.clone(),
            // What it is to become: a disk that grows may have grown at the snapshot's moment.
            volume.size_gib,
            description,
        )
    })
}

/// How many bytes have data in a volume that no host has; `None` of another one, and where the snapshot that says so is gone.
fn full_bytes(call: &Call, volume: &Volume) -> Option<u64> {
    if volume.placed {
        return None;
    }
    let Some(root) = &volume.origin else { return Some(0) };
    let began_as = call.view.snapshot(volume.snapshot.as_ref()?)?;
    began_as.full_bytes.filter(|_| began_as.root.as_ref() == Some(root))
}

/// Adds a snapshot and its tags to an edit.
pub fn add(edit: &mut Edit, snapshot: &Snapshot, tags: &[(String, String)]) {
    edit.create(snapshot);
    for (key, value) in tags {
        edit.tag(&snapshot.account, &snapshot.id, "snapshot", key, value);
    }
}

/// Whether the moments of snapshots have passed: what is written now is not in them. A host says so by the first percent.
pub fn have_moment(view: &View, snapshots: &[SnapshotId]) -> bool {
    let table = view.table::<Snapshot>();
    let mut known = snapshots.iter().filter_map(|id| table.get(id));
    known.all(|snapshot| snapshot.state != SnapshotState::Pending || snapshot.progress > 0)
}

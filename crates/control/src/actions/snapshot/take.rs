//! Taking a snapshot of a volume: CreateSnapshot and CreateImage.

use model::{
    ApiError, SnapshotId,
    instance::InstanceState,
    records::{Instance, Snapshot, SnapshotState, Volume},
};

use crate::{action::Call, edit::Edit, view::Row};

/// Snapshots of one volume that may be under way at a time.
const AT_A_TIME: usize = 5;

/// Adds a snapshot of `volume` to an edit.
pub fn take(
    call: &Call,
    edit: &mut Edit,
    volume: &Row<Volume>,
    description: String,
    tags: &[(String, String)],
) -> Result<Snapshot, ApiError> {
    let state = crate::actions::volume::state(volume);
    if !matches!(state, "available" | "in-use") {
        return Err(ApiError::new("IncorrectState", format!("Volume '{}' is in the '{state}' state.", volume.id)));
    }
    refuse_live(call, volume)?;
    let pending = |snapshot: &Snapshot| snapshot.state == SnapshotState::Pending;
    if call.view.find::<Snapshot>("volume", &volume.id).filter(|row| pending(row)).count() >= AT_A_TIME {
        return Err(ApiError::new(
            "ConcurrentSnapshotLimitExceeded",
            format!("At most {AT_A_TIME} snapshots of one volume can be under way at a time."),
        ));
    }
    let snapshot = Snapshot {
        id: SnapshotId::from_random(call.random()),
        account: call.account.clone(),
        created_ms: call.now_ms,
        volume: volume.id.clone(),
        volume_size_gib: crate::actions::volume::form(volume).size_gib,
        description,
        encrypted: false,
        state: SnapshotState::Pending,
        progress: 0,
        completed_ms: None,
        // No host has an unplaced volume: it is what it began as, now and whatever becomes of it.
        root: volume.origin.clone().filter(|_| !volume.placed),
        stored_bytes: (!volume.placed).then_some(0),
        problem: None,
        shared_with: Vec::new(),
        public: false,
        rest: Default::default(),
    };
    add(edit, &snapshot, tags);
    // It must not be deleted, nor attached for the first time, while this is decided.
    edit.alive(volume);
    Ok(snapshot)
}

/// Adds a snapshot and its tags to an edit.
pub fn add(edit: &mut Edit, snapshot: &Snapshot, tags: &[(String, String)]) {
    edit.create(snapshot);
    for (key, value) in tags {
        edit.tag(&snapshot.account, &snapshot.id, "snapshot", key, value);
    }
}

/// Whether snapshots of running instances can be taken: a disk that a machine is writing to can't be read at one point
/// in time yet, except where no machine is real.
pub fn can_take_live(call: &Call) -> bool {
    !call.cloud.ledger.is_limited()
}

fn refuse_live(call: &Call, volume: &Volume) -> Result<(), ApiError> {
    let Some(attachment) = &volume.attachment else { return Ok(()) };
    let instance = call.view.held::<Instance>(&attachment.instance);
    let stopped = instance.is_none_or(|instance| call.view.state(instance) == InstanceState::Stopped);
    if stopped || can_take_live(call) {
        return Ok(());
    }
    Err(ApiError::unsupported(format!(
        "Snapshots of a volume that is attached to a running instance are not supported yet. Stop instance {} first, or detach volume {}.",
        attachment.instance, volume.id
    )))
}

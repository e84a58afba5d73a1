//! What an observation means for the intent: the pure decision, and its commit.

use std::{collections::BTreeMap, sync::Arc};

use futures::{FutureExt, StreamExt, future::BoxFuture, stream};
use hostlink::{Observation, VolumeState};
use model::{
    InstanceId,
    instance::{Cause, InstanceObservation, Phase, PowerWanted},
    records::*,
};
use store::CommitError;

use super::{release, root_volume};
use crate::{cloud::Cloud, edit::Edit, region::Region, view::View};

/// Operations that one transaction of gathered observations may reach before it is committed.
const GATHER: usize = 100;
/// Commits under way at once.
const AT_ONCE: usize = 64;
/// Conflicts after which a change is put off for a while.
const TRIES: usize = 32;

/// What follows from an observation, beyond keeping it.
#[derive(Debug, PartialEq, Eq)]
enum FollowUp {
    Nothing,
    /// Nothing of it is left on the host: release all it held and write its tombstone.
    End,
    /// It went down by itself: make that the intent.
    Stop(StateReason),
    /// It went down by itself or could not start, and is to be terminated.
    Terminate(StateReason),
}

/// `began_before` says whether the instance has ever run: a first launch that fails terminates, a later one stops.
fn follow_up(instance: &Instance, began_before: bool, seen: &InstanceObservation) -> FollowUp {
    if instance.ended_ms.is_some() || seen.power_generation != instance.power.generation {
        return FollowUp::Nothing;
    }
    match (instance.power.wanted, seen.phase) {
        (PowerWanted::Gone, Phase::Gone) => FollowUp::End,
        (PowerWanted::Running, Phase::Stopped) => {
            let reason = reason(seen.cause.as_ref());
            match (instance.shutdown_behavior, &seen.cause) {
                (ShutdownBehavior::Terminate, Some(Cause::GuestShutdown)) => FollowUp::Terminate(reason),
                _ => FollowUp::Stop(reason),
            }
        }
        (PowerWanted::Running, Phase::Failed) if began_before => FollowUp::Stop(reason(seen.cause.as_ref())),
        (PowerWanted::Running, Phase::Failed) => FollowUp::Terminate(reason(seen.cause.as_ref())),
        (PowerWanted::Running, Phase::Absent | Phase::Preparing | Phase::Starting | Phase::Running | Phase::Stopping)
        // A host that lost an instance that is to run starts it again by itself.
        | (PowerWanted::Running, Phase::Gone)
        | (PowerWanted::Stopped { .. }, _)
        | (
            PowerWanted::Gone,
            Phase::Absent
            | Phase::Preparing
            | Phase::Starting
            | Phase::Running
            | Phase::Stopping
            | Phase::Stopped
            | Phase::Failed,
        ) => FollowUp::Nothing,
    }
}

fn reason(cause: Option<&Cause>) -> StateReason {
    let (code, message) = match cause {
        Some(Cause::GuestShutdown) => ("Client.InstanceInitiatedShutdown", "Instance initiated shutdown".to_owned()),
        Some(Cause::Crashed { detail }) => {
            ("Server.InternalError", format!("The virtual machine ended unexpectedly: {detail}"))
        }
        Some(Cause::DiskFull { detail }) => ("Server.InternalError", format!("The host's disk is full: {detail}")),
        Some(Cause::HostError { detail }) => ("Server.InternalError", format!("Internal error on launch: {detail}")),
        None => ("Server.InternalError", "The virtual machine ended".to_owned()),
    };
    StateReason { code: code.to_owned(), message: format!("{code}: {message}") }
}

/// Whether something that has to follow has been stored. What has not been is left undone, and has to be tried again:
/// nobody else will.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub(super) enum Stored {
    Yes,
    No,
}

impl Stored {
    fn and(self, other: Self) -> Self {
        if self == Self::Yes { other } else { Self::No }
    }
}

/// Takes in what a host saw. Observations that change nothing else are gathered into few transactions.
pub(super) async fn observed(
    cloud: &Cloud,
    region: &Arc<Region>,
    seen: Vec<(String, u64, Vec<Observation>)>,
) -> Stored {
    let mut stored = Stored::Yes;
    // Only the last word on each thing counts.
    let mut instances: BTreeMap<InstanceId, (String, u64, InstanceObservation)> = BTreeMap::new();
    let mut others = Vec::new();
    for (boot, sequence, items) in seen {
        for item in items {
            match item {
                Observation::Instance(seen) => {
                    instances.insert(seen.id.clone(), (boot.clone(), sequence, seen));
                }
                Observation::Volume(seen) => others.push(Observation::Volume(seen)),
                Observation::Snapshot(seen) => others.push(Observation::Snapshot(seen)),
            }
        }
    }
    let mut gathered = Edit::new();
    let mut pending = Vec::new();
    for (id, (boot, sequence, seen)) in instances {
        let view = region.cell.view();
        let Some(instance) = view.table::<Instance>().get(&id) else { continue };
        let record = ObservedInstance {
            account: instance.account.clone(),
            created_ms: instance.created_ms,
            instance: id.clone(),
            boot,
            sequence,
            seen,
            rest: Default::default(),
        };
        if follow_up(&instance, has_run(&view, &instance), &record.seen) == FollowUp::Nothing
            && !release::needs_detach(&view, &record.seen)
            && !root_volume::is_due(&view, &instance, &record.seen)
        {
            if instance.ended_ms.is_none() {
                gathered.put_json(record.key(), &record);
                if gathered.operations() >= GATHER {
                    stored = stored.and(commit_gathered(region, std::mem::take(&mut gathered)).await);
                }
            }
        } else {
            pending.push(record);
        }
    }
    let pending = pending
        .into_iter()
        .map(|record| async move { until_committed(region, |view| instance_edit(cloud, view, &record)).await }.boxed());
    let (gathered, pending) = futures::join!(commit_gathered(region, gathered), together(pending.collect()));
    let now_ms = cloud.world.now_ms();
    let others = others.into_iter().map(|item| {
        async move { until_committed(region, |view| release::other_edit(now_ms, view, &item)).await }.boxed()
    });
    stored.and(gathered).and(pending).and(together(others.collect()).await)
}

/// Runs commits at once, so that they share the store's next group: each by itself would wait for a sync of the disk.
async fn together(commits: Vec<BoxFuture<'_, Stored>>) -> Stored {
    let mut all = Stored::Yes;
    let mut running = stream::iter(commits).buffer_unordered(AT_ONCE);
    while let Some(one) = running.next().await {
        all = all.and(one);
    }
    all
}

/// Whether the instance has ever been seen running.
fn has_run(view: &View, instance: &Instance) -> bool {
    // The first power intent is number 1; a later one means that it was stopped and started, so it ran.
    instance.power.generation > 1
        || view.table::<ObservedInstance>().get(&instance.id).is_some_and(|o| o.seen.phase == Phase::Running)
}

async fn commit_gathered(region: &Region, edit: Edit) -> Stored {
    let mut stored = Stored::Yes;
    if edit.is_empty() {
        return stored;
    }
    for txn in edit.transactions() {
        if let Err(error) = region.cell.commit(txn).await {
            tracing::error!(region = region.name(), %error, "observations could not be stored");
            stored = Stored::No;
        }
    }
    stored
}

/// Commits what `decide` makes of the newest view, again after each conflict. `None` is nothing to do.
pub(super) async fn until_committed(region: &Region, decide: impl Fn(&Arc<View>) -> Option<Edit>) -> Stored {
    for _ in 0..TRIES {
        let view = region.cell.view();
        let Some(edit) = decide(&view).filter(|edit| !edit.is_empty()) else { return Stored::Yes };
        let mut conflict = false;
        for txn in edit.transactions() {
            match region.cell.commit(txn).await {
                Ok(_) => {}
                Err(CommitError::Conflict { .. }) => conflict = true,
                Err(error) => {
                    tracing::error!(region = region.name(), %error, "a controller's change could not be stored");
                    return Stored::No;
                }
            }
        }
        if !conflict {
            return Stored::Yes;
        }
    }
    tracing::warn!(region = region.name(), "a controller's change met too many conflicts and is put off");
    Stored::No
}

fn instance_edit(cloud: &Cloud, view: &Arc<View>, record: &ObservedInstance) -> Option<Edit> {
    let instance = view.table::<Instance>().get(&record.instance)?;
    if instance.ended_ms.is_some() {
        return None;
    }
    let now_ms = cloud.world.now_ms();
    let mut edit = Edit::new();
    let decided = follow_up(&instance, has_run(view, &instance), &record.seen);
    if decided != FollowUp::End {
        edit.put_json(record.key(), record);
        release::detached(&mut edit, view, &record.seen);
    }
    match decided {
        FollowUp::Nothing => root_volume::replace(&mut edit, view, &instance, &record.seen, now_ms),
        FollowUp::End => release::end_instance(&mut edit, view, &instance, now_ms),
        FollowUp::Stop(reason) => {
            let mut after = instance.record.clone();
            after.power.wanted = PowerWanted::Stopped { force: false };
            after.transition = String::new();
            after.reason = Some(reason);
            edit.update(&instance, &after);
            for interface in view.table::<NetworkInterface>().find("instance", &instance.id) {
                let mut after = interface.record.clone();
                release::release_own_public(&mut edit, &mut after);
                if after != interface.record {
                    edit.update(interface, &after);
                }
            }
        }
        FollowUp::Terminate(reason) => {
            let mut after = instance.record.clone();
            after.power.wanted = PowerWanted::Gone;
            after.power.generation += 1;
            after.transition = String::new();
            after.reason = Some(reason);
            edit.update(&instance, &after);
        }
    }
    Some(edit)
}

/// What needs no word from a host: new volumes become available, snapshots whose content is known are complete at once,
/// and images are available with the last of their snapshots.
pub(super) async fn own_errands(
    region: &Region,
    view: &Arc<View>,
    keys: impl Iterator<Item = Arc<str>>,
    now_ms: i64,
) -> Stored {
    let mut stored = Stored::Yes;
    for key in keys {
        stored = stored.and(match key.split_once('/') {
            Some((Volume::KIND, id)) => until_committed(region, |view| release::volume_errand(view, id)).await,
            Some((Instance::KIND, id)) => until_committed(region, |view| root_volume::errand(view, id, now_ms)).await,
            Some((NetworkInterface::KIND, id)) => {
                until_committed(region, |view| release::interface_errand(view, id)).await
            }
            Some((Snapshot::KIND, id))
                if view.table::<Snapshot>().get(id).is_some_and(|s| s.state == SnapshotState::Pending) =>
            {
                until_committed(region, |view| release::snapshot_errand(view, id)).await
            }
            Some((Snapshot::KIND, id)) => {
                let mut stored = Stored::Yes;
                for image in view.table::<Image>().find("snapshot", id) {
                    let errand = until_committed(region, |view| release::image_errand(view, &image.id)).await;
                    stored = stored.and(errand);
                }
                stored
            }
            Some((Image::KIND, id)) => until_committed(region, |view| release::image_errand(view, id)).await,
            _ => Stored::Yes,
        });
    }
    stored
}

/// The keys of all that there may be an errand for.
pub(super) fn errand_keys(view: &View) -> Vec<Arc<str>> {
    let volumes = view.table::<Volume>().iter().map(|row| row.key());
    let snapshots = view.table::<Snapshot>().iter().map(|row| row.key());
    let images = view.table::<Image>().iter().map(|row| row.key());
    let leaving = |interface: &NetworkInterface| interface.attachment.as_ref().is_some_and(|it| it.detaching);
    let interfaces = view.table::<NetworkInterface>().iter().filter(|row| leaving(row)).map(|row| row.key());
    let replaced = view.table::<ReplaceRootVolumeTask>().iter();
    let replaced = replaced.filter_map(|task| view.table::<Instance>().held(&task.instance)).map(|row| row.key());
    volumes.chain(snapshots).chain(images).chain(interfaces).chain(replaced).map(Arc::from).collect()
}

/// Whether a volume's files are as an observation of it says they should be.
pub(super) fn is_gone(state: &VolumeState) -> bool {
    matches!(state, VolumeState::Gone)
}

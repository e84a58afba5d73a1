//! DescribeSnapshots: the account's own, those that are shared with it, and public ones.

use std::sync::Arc;

use model::{
    AccountId, ApiError,
    filters::{FilterSpec, Filters},
    records::Snapshot,
};
use wire::{Timestamp, ec2};

use super::{NO_VOLUME, audience::ALL, owners, owners::Owners, tier};
use crate::{
    action::{Action, Call, Output, Plan},
    listing::{self, Asked, Item},
    lookup,
    view::{Row, SortKey},
};

pub struct DescribeSnapshots;

impl<'a> Item<'a, Snapshot> {
    const FILTERS: &'a [FilterSpec<Self>] = &[
        FilterSpec::field("description", |snapshot, values| values.text(&snapshot.row.description)),
        FilterSpec::field("encrypted", |snapshot, values| values.flag(snapshot.row.encrypted)),
        FilterSpec::field("owner-alias", |snapshot, values| values.maybe(owners::alias(&snapshot.row.account))),
        FilterSpec::field("owner-id", |snapshot, values| values.text(&*snapshot.row.account)),
        FilterSpec::field("progress", |snapshot, values| values.text(super::progress(snapshot.row))),
        FilterSpec::field("snapshot-id", |snapshot, values| values.text(&*snapshot.row.id)),
        FilterSpec::field("start-time", |snapshot, values| values.show(Timestamp(snapshot.row.created_ms))),
        FilterSpec::field("status", |snapshot, values| values.text(snapshot.row.state.as_str())),
        FilterSpec::field("storage-tier", |snapshot, values| values.text(tier::shown(snapshot.row))),
        FilterSpec::field("transfer-type", |snapshot, values| {
            if snapshot.row.volume.as_str() == NO_VOLUME {
                values.text("standard");
            }
        }),
        FilterSpec::field("volume-id", |snapshot, values| values.text(&*snapshot.row.volume)),
        FilterSpec::field("volume-size", |snapshot, values| values.show(snapshot.row.volume_size_gib)),
        FilterSpec::tags(|snapshot, tags| snapshot.tags(tags)),
    ];
}

impl Action for DescribeSnapshots {
    type Input = ec2::DescribeSnapshotsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked =
            Asked::new(&input.snapshot_ids, "snapshotSet", &input.filters, input.max_results, &input.next_token);
        let page = asked.page(call, "DescribeSnapshots")?;
        let filters = listing::compile(Item::<Snapshot>::FILTERS, asked.filters)?;
        let owners = Owners::parse(call, &input.owner_ids)?;
        let users = users(call, &input.restorable_by_user_ids)?;
        let mut found = match input.snapshot_ids.is_empty() {
            true => candidates(call, owners.as_ref(), &filters, page.after()),
            false => lookup::many(&call.view, &input.snapshot_ids)?,
        };
        found.retain(|row| {
            owners.as_ref().is_none_or(|owners| owners.include(&row.account))
                && (users.is_empty() || users.iter().any(|user| user.may_restore(call, row)))
        });
        let passed = found.iter().filter(|row| filters.matches(&Item { row, call })).cloned().collect::<Vec<_>>();
        let (snapshots, next_token) = page.take(call, passed.iter());
        Ok(Plan::Answer(ec2::DescribeSnapshotsResult {
            snapshots: snapshots.iter().map(|snapshot| super::shown(&call.view, snapshot)).collect(),
            next_token,
        }))
    }
}

/// The snapshots that may be asked for, in order of creation: as few as owners and filters allow without looking at
/// each, at most all that the account sees.
fn candidates<T>(
    call: &Call,
    owners: Option<&Owners>,
    filters: &Filters<T>,
    after: Option<&SortKey>,
) -> Vec<Arc<Row<Snapshot>>> {
    let view = &call.view;
    let own = owners.is_some_and(|owners| owners.only(&call.account));
    let mut found: Vec<_> = if let Some(ids) = filters.exact("snapshot-id") {
        ids.iter().filter_map(|id| view.snapshot(id)).collect()
    } else if let Some(volumes) = filters.exact("volume-id").filter(|_| own) {
        volumes.iter().flat_map(|volume| view.find::<Snapshot>("volume", volume)).cloned().collect()
    } else if own {
        return view.list_after(after).cloned().collect();
    } else {
        view.list::<Snapshot>().chain(view.shared_snapshots()).cloned().collect()
    };
    found.sort_by(|a, b| (a.created_ms, &*a.id).cmp(&(b.created_ms, &*b.id)));
    found
}

/// One of RestorableByUserIds.
enum User {
    Anyone,
    Account(AccountId),
}

fn users(call: &Call, asked: &[String]) -> Result<Vec<User>, ApiError> {
    let user = |text: &String| match text.as_str() {
        ALL => Ok(User::Anyone),
        "self" => Ok(User::Account(call.account.clone())),
        number => Ok(User::Account(owners::account(number)?)),
    };
    asked.iter().map(user).collect()
}

impl User {
    fn may_restore(&self, call: &Call, snapshot: &Snapshot) -> bool {
        match self {
            Self::Anyone => snapshot.public,
            // Who else a foreign snapshot is shared with is its owner's secret.
            Self::Account(account) if *account != call.account && snapshot.account != call.account => false,
            Self::Account(account) => snapshot.account == *account || snapshot.shared_with.contains(account),
        }
    }
}

//! A change in the making: puts, deletes and the compares that make it safe, collected against one view.

use std::{any::Any, collections::BTreeSet, sync::Arc};

use model::{
    AccountId,
    records::{Record, Tag},
};
use store::{Compare, MAX_BYTES, MAX_OPERATIONS, Txn};

use crate::view::{Row, STAGED};

/// Everything here is committed at once. Above the store's limit of operations, the records of a launch are written
/// ahead, invisible, and the last transaction makes them visible (`Edit::transactions`).
#[derive(Default)]
pub struct Edit {
    txn: Txn,
    /// A launch that may be split, and how.
    launch: Option<String>,
    /// Where independent parts begin (compares, puts, deletes), of an edit that may be committed in pieces.
    pieces: Vec<(usize, usize, usize)>,
    /// Owners of the records that are changed.
    owners: BTreeSet<AccountId>,
    /// What must be held until the commit is over, such as candidates of an allocator.
    holds: Vec<Box<dyn Any + Send + Sync>>,
}

fn json(value: &impl serde::Serialize) -> Arc<[u8]> {
    serde_json::to_vec(value).expect("records are always writable as JSON").into()
}

impl Edit {
    pub fn new() -> Self {
        Self::default()
    }

    /// Owners of the records that this changes.
    pub fn owners(&self) -> &BTreeSet<AccountId> {
        &self.owners
    }

    /// Keeps `hold` until the commit is over, however it ends.
    pub fn hold(&mut self, hold: impl Any + Send + Sync) {
        self.holds.push(Box::new(hold));
    }

    pub(crate) fn take_holds(&mut self) -> Vec<Box<dyn Any + Send + Sync>> {
        std::mem::take(&mut self.holds)
    }

    /// How many operations this has come to.
    pub fn operations(&self) -> usize {
        self.txn.operations()
    }

    pub fn is_empty(&self) -> bool {
        self.txn.puts.is_empty() && self.txn.deletes.is_empty()
    }

    /// Writes a record that must not be there yet.
    pub fn create<R: Record>(&mut self, record: &R) {
        self.owners.insert(record.account().clone());
        self.compare(Compare::Absent { key: record.key() });
        self.txn.puts.push((record.key(), json(record)));
    }

    /// Writes a record that must be as it was in the view.
    pub fn update<R: Record>(&mut self, before: &Row<R>, after: &R) {
        self.owners.insert(before.account().clone());
        self.alive(before);
        self.txn.puts.push((after.key(), json(after)));
    }

    /// Takes away what another account has granted to the caller. That account's record changes, and it is not its owner
    /// who changes it, so this does not count among `owners`.
    pub fn give_up<R: Record>(&mut self, before: &Row<R>, after: &R) {
        self.alive(before);
        self.txn.puts.push((after.key(), json(after)));
    }

    /// Deletes a record that must be as it was in the view.
    pub fn delete<R: Record>(&mut self, before: &Row<R>) {
        self.owners.insert(before.account().clone());
        self.alive(before);
        self.txn.deletes.push(before.key());
    }

    /// The record must be as it was in the view: how a child's transaction compares its parent alive.
    pub fn alive<R: Record>(&mut self, row: &Row<R>) {
        self.compare(Compare::KeyAt { key: row.key(), revision: row.revision });
    }

    /// Nothing may begin with `prefix`: how a parent's deletion compares that it has no children.
    pub fn childless(&mut self, prefix: impl Into<String>) {
        self.compare(Compare::RangeEmpty { prefix: prefix.into() });
    }

    /// Nothing beginning with `prefix` may have changed since `revision`, that of the view decided from.
    pub fn unchanged(&mut self, prefix: impl Into<String>, revision: store::Revision) {
        self.compare(Compare::RangeUnchangedSince { prefix: prefix.into(), revision });
    }

    /// Claims something unique (`claim/WHAT`): fails the commit when it is taken.
    pub fn claim(&mut self, what: &str, holder: &str) {
        let key = format!("claim/{what}");
        self.compare(Compare::Absent { key: key.clone() });
        self.txn.puts.push((key, holder.as_bytes().into()));
    }

    /// Whether this edit claims `what` already, for allocators that are asked several times in one edit.
    pub fn claims(&self, what: &str) -> bool {
        self.txn.puts.iter().any(|(key, _)| key.strip_prefix("claim/") == Some(what))
    }

    /// Gives a claim back.
    pub fn release(&mut self, what: &str) {
        self.txn.deletes.push(format!("claim/{what}"));
    }

    /// Marks `child` as something that keeps `parent` from being deleted (`Edit::childless("child/<parent>/")`).
    pub fn child(&mut self, parent: &str, child: &str) {
        self.txn.puts.push((format!("child/{parent}/{child}"), Arc::default()));
    }

    pub fn no_longer_child(&mut self, parent: &str, child: &str) {
        self.txn.deletes.push(format!("child/{parent}/{child}"));
    }

    /// Requires that `parent` has no children.
    pub fn require_childless(&mut self, parent: &str) {
        self.childless(format!("child/{parent}/"));
    }

    /// Sets a tag.
    pub fn tag(&mut self, account: &AccountId, resource: &str, resource_type: &str, key: &str, value: &str) {
        let tag = Tag {
            account: account.clone(),
            resource: resource.to_owned(),
            resource_type: resource_type.to_owned(),
            key: key.to_owned(),
            value: value.to_owned(),
        };
        self.txn.puts.push((format!("tag/{resource}/{key}"), json(&tag)));
    }

    pub fn untag(&mut self, resource: &str, key: &str) {
        self.txn.deletes.push(format!("tag/{resource}/{key}"));
    }

    /// Writes any other key: blobs, tokens.
    pub fn put(&mut self, key: impl Into<String>, bytes: impl Into<Arc<[u8]>>) {
        self.txn.puts.push((key.into(), bytes.into()));
    }

    pub fn put_json(&mut self, key: impl Into<String>, value: &impl serde::Serialize) {
        self.txn.puts.push((key.into(), json(value)));
    }

    pub fn remove(&mut self, key: impl Into<String>) {
        self.txn.deletes.push(key.into());
    }

    pub fn compare(&mut self, compare: Compare) {
        if !self.txn.compares.contains(&compare) {
            self.txn.compares.push(compare);
        }
    }

    /// Says that this edit launches `reservation` and may be split into several transactions.
    pub fn splits_for(&mut self, reservation: &str) {
        self.launch = Some(reservation.to_owned());
    }

    /// Says that what follows does not depend on what came before: a request about many things, each of which is
    /// right by itself, is committed in pieces where one transaction has no room for it.
    pub fn next_piece(&mut self) {
        self.pieces.push((self.txn.compares.len(), self.txn.puts.len(), self.txn.deletes.len()));
    }

    /// Whether the transactions are parts of one launch, which must be undone should one of them fail.
    pub(crate) fn is_launch(&self) -> bool {
        self.launch.is_some()
    }

    /// The transactions to commit in order. More than one only for what may be split. A launch's transactions but the
    /// last write marked records that views hold back until the last one writes the reservation; should one of them
    /// fail, `undo` takes everything written so far away.
    pub fn transactions(mut self) -> Vec<Txn> {
        if !self.pieces.is_empty() && self.txn.operations() > MAX_OPERATIONS {
            return cut(self.txn, &self.pieces);
        }
        // A key that is written twice in one edit keeps its last value.
        let mut seen = std::collections::HashSet::new();
        let mut puts: Vec<_> = self.txn.puts.into_iter().rev().filter(|(key, _)| seen.insert(key.clone())).collect();
        puts.reverse();
        self.txn.puts = puts;
        self.txn.deletes.retain(|key| !seen.contains(key));
        self.txn.deletes.sort_unstable();
        self.txn.deletes.dedup();
        let Some(reservation) =
            self.launch.filter(|_| self.txn.operations() > MAX_OPERATIONS || self.txn.bytes() > MAX_BYTES)
        else {
            return vec![self.txn];
        };
        split(self.txn, &reservation)
    }
}

/// Cuts a transaction where its independent pieces begin, as few times as there is room for.
fn cut(txn: Txn, pieces: &[(usize, usize, usize)]) -> Vec<Txn> {
    let end = (txn.compares.len(), txn.puts.len(), txn.deletes.len());
    let mut from = (0, 0, 0);
    let mut parts: Vec<Txn> = Vec::new();
    for to in pieces.iter().copied().chain([end]) {
        let piece = Txn {
            compares: txn.compares[from.0..to.0].to_vec(),
            puts: txn.puts[from.1..to.1].to_vec(),
            deletes: txn.deletes[from.2..to.2].to_vec(),
        };
        from = to;
        match parts.last_mut() {
            Some(last) if last.operations() + piece.operations() <= MAX_OPERATIONS => {
                last.compares.extend(piece.compares);
                last.puts.extend(piece.puts);
                last.deletes.extend(piece.deletes);
            }
            _ => parts.push(piece),
        }
    }
    parts
}

/// Splits a launch. Parents are compared in every part; each part's own keys are compared absent in that part.
fn split(txn: Txn, reservation: &str) -> Vec<Txn> {
    let absent: std::collections::HashSet<String> = txn
        .compares
        .iter()
        .filter_map(|compare| match compare {
            Compare::Absent { key } => Some(key.clone()),
            _ => None,
        })
        .collect();
    let common: Vec<Compare> =
        txn.compares.into_iter().filter(|compare| !matches!(compare, Compare::Absent { .. })).collect();
    let empty = || Txn { compares: common.clone(), ..Txn::default() };
    let mut parts = Vec::new();
    let mut part = empty();
    for (key, value) in txn.puts {
        let value = mark(&key, &value, reservation);
        // One operation and a little of the bytes are left for what the last put may bring.
        let full = part.operations() + 2 > MAX_OPERATIONS || part.bytes() + 2 * key.len() + value.len() > MAX_BYTES / 2;
        if full && !part.puts.is_empty() {
            parts.push(std::mem::replace(&mut part, empty()));
        }
        if absent.contains(&key) {
            part.compares.push(Compare::Absent { key: key.clone() });
        }
        part.puts.push((key, value));
    }
    if !part.puts.is_empty() {
        parts.push(part);
    }
    let mut last = Txn { deletes: txn.deletes, ..empty() };
    let key = format!("reservation/{reservation}");
    last.compares.push(Compare::Absent { key: key.clone() });
    last.puts.push((key, Arc::from(*b"{}")));
    parts.push(last);
    parts
}

fn mark(key: &str, value: &Arc<[u8]>, reservation: &str) -> Arc<[u8]> {
    let kind = key.split('/').next().unwrap_or_default();
    if !["instance", "volume", "network-interface"].contains(&kind) {
        return value.clone();
    }
    let Ok(serde_json::Value::Object(mut object)) = serde_json::from_slice(value) else { return value.clone() };
    object.insert(STAGED.to_owned(), reservation.into());
    json(&object)
}

/// The transaction that takes away what a part of a split launch wrote.
pub fn undo(part: &Txn) -> Txn {
    Txn { deletes: part.puts.iter().map(|(key, _)| key.clone()).collect(), ..Txn::default() }
}

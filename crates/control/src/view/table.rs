//! One kind of record, by id, by owner and by what it refers to.
//!
//! All three are sets in B-trees of chunks, whose elements are a pointer and at most a hash: a region of 100,000
//! instances has over a million of them, and in hash tries each takes four times as much.

use std::{
    borrow::Borrow,
    cmp::Ordering,
    hash::BuildHasher,
    ops::Bound,
    sync::{Arc, LazyLock},
};

use foldhash::fast::RandomState;
use imbl::{OrdMap, OrdSet};
use model::{records::*, text::pooled};
use store::Revision;

use super::View;

/// A record and the revision that last wrote it.
#[derive(Debug)]
pub struct Row<R> {
    pub record: R,
    pub revision: Revision,
}

impl<R> std::ops::Deref for Row<R> {
    type Target = R;
    fn deref(&self) -> &R {
        &self.record
    }
}

/// Listings are in order of creation, then of id. Neither ever changes, so that a page can begin after any of them.
pub type SortKey = (i64, Arc<str>);

/// A record that views hold.
pub trait InView: Record {
    /// Whether a launch of many instances may write it ahead of time (see `View::staged`).
    const STAGEABLE: bool = false;
    fn table(view: &View) -> &Table<Self>;
    fn table_mut(view: &mut View) -> &mut Table<Self>;
}

pub struct Table<R: Record> {
    rows: OrdSet<ById<R>>,
    owned: OrdSet<ByAge<R>>,
    index: OrdSet<Indexed>,
    /// How many rows an indexed value or an account has, of those that have several.
    counts: OrdMap<u128, usize>,
}

/// Looking things up is most of what a describe does, so the hashes are quick ones; they are keyed at random when the
/// process starts, since callers choose some of what is hashed.
static HASHERS: LazyLock<[RandomState; 2]> = LazyLock::new(Default::default);

pub(super) fn hash(text: &str) -> u64 {
    HASHERS[0].hash_one(text)
}

/// Stands for a value of an index: of 128 bits, so that no two values ever have the same.
fn value_hash(name: &str, value: &str) -> u128 {
    let [high, low] = [0, 1].map(|part: usize| HASHERS[part].hash_one((name, value)));
    u128::from(high) << 64 | u128::from(low)
}

/// The name under which rows of an account are counted. No index is called so.
const OWNER: &str = "\0owner";

/// In order of hash, then of id.
trait Hashed {
    fn hash(&self) -> u128;
    fn id(&self) -> &str;
}

/// What a hashed thing is looked up by.
struct Wanted<'a>(u128, &'a str);

impl Hashed for Wanted<'_> {
    fn hash(&self) -> u128 {
        self.0
    }
    fn id(&self) -> &str {
        self.1
    }
}

impl Ord for dyn Hashed + '_ {
    fn cmp(&self, other: &Self) -> Ordering {
        // The id lies behind a pointer: it is read only when it matters.
        self.hash().cmp(&other.hash()).then_with(|| self.id().cmp(other.id()))
    }
}

struct ById<R> {
    hash: u64,
    row: Arc<Row<R>>,
}

impl<R: Record> Hashed for ById<R> {
    fn hash(&self) -> u128 {
        u128::from(self.hash)
    }
    fn id(&self) -> &str {
        self.row.id()
    }
}

/// A row, by one of the values that it names in an index.
#[derive(Clone)]
struct Indexed {
    value: u128,
    id: Arc<str>,
}

impl Hashed for Indexed {
    fn hash(&self) -> u128 {
        self.value
    }
    fn id(&self) -> &str {
        &self.id
    }
}

/// In order of account, then of creation, then of id.
trait Aged {
    fn account(&self) -> &str;
    fn created_ms(&self) -> i64;
    fn id(&self) -> &str;
}

struct ByAge<R>(Arc<Row<R>>);

impl<R: Record> Aged for ByAge<R> {
    fn account(&self) -> &str {
        self.0.account()
    }
    fn created_ms(&self) -> i64 {
        self.0.created_ms()
    }
    fn id(&self) -> &str {
        self.0.id()
    }
}

/// A place in the listing of an account.
struct Place<'a>(&'a str, i64, &'a str);

impl Aged for Place<'_> {
    fn account(&self) -> &str {
        self.0
    }
    fn created_ms(&self) -> i64 {
        self.1
    }
    fn id(&self) -> &str {
        self.2
    }
}

impl Ord for dyn Aged + '_ {
    fn cmp(&self, other: &Self) -> Ordering {
        let account = self.account().cmp(other.account());
        account.then(self.created_ms().cmp(&other.created_ms())).then_with(|| self.id().cmp(other.id()))
    }
}

impl<R> Clone for ById<R> {
    fn clone(&self) -> Self {
        Self { hash: self.hash, row: self.row.clone() }
    }
}

impl<R> Clone for ByAge<R> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

/// Orders a type, and what it is looked up by, as its trait object is ordered.
macro_rules! ordered {
    ($object:ident: $($type:ty $(where $R:ident)?),*) => {
        impl PartialOrd for dyn $object + '_ {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }
        impl PartialEq for dyn $object + '_ {
            fn eq(&self, other: &Self) -> bool {
                self.cmp(other).is_eq()
            }
        }
        impl Eq for dyn $object + '_ {}
        $(
            impl<'k $(, $R: Record)?> Borrow<dyn $object + 'k> for $type {
                fn borrow(&self) -> &(dyn $object + 'k) {
                    self
                }
            }
            impl$(<$R: Record>)? Ord for $type {
                fn cmp(&self, other: &Self) -> Ordering {
                    (self as &dyn $object).cmp(other as &dyn $object)
                }
            }
            impl$(<$R: Record>)? PartialOrd for $type {
                fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                    Some(self.cmp(other))
                }
            }
            impl$(<$R: Record>)? PartialEq for $type {
                fn eq(&self, other: &Self) -> bool {
                    self.cmp(other).is_eq()
                }
            }
            impl$(<$R: Record>)? Eq for $type {}
        )*
    };
}
pub(super) use ordered;

ordered!(Hashed: ById<R> where R, Indexed);
ordered!(Aged: ByAge<R> where R);

impl<R: Record> Clone for Table<R> {
    fn clone(&self) -> Self {
        Self {
            rows: self.rows.clone(),
            owned: self.owned.clone(),
            index: self.index.clone(),
            counts: self.counts.clone(),
        }
    }
}

impl<R: Record> Default for Table<R> {
    fn default() -> Self {
        Self { rows: OrdSet::new(), owned: OrdSet::new(), index: OrdSet::new(), counts: OrdMap::new() }
    }
}

impl<R: Record> Table<R> {
    pub(super) fn put(&mut self, record: R, revision: Revision) {
        let row = Arc::new(Row { record, revision });
        let before = self.rows.insert(ById { hash: hash(row.id()), row: row.clone() }).map(|held| held.row);
        self.reindex(row.id(), before.as_deref(), Some(&row));
        self.owned.insert(ByAge(row));
    }

    pub(super) fn remove(&mut self, id: &str) {
        let Some(before) = self.rows.remove(&Wanted(hash(id).into(), id) as &dyn Hashed) else { return };
        self.reindex(id, Some(&before.row), None);
        self.owned.remove(&ByAge(before.row));
    }

    fn reindex(&mut self, id: &str, before: Option<&Row<R>>, after: Option<&Row<R>>) {
        let values = |row: Option<&Row<R>>| {
            let mut values: Vec<u128> = Vec::new();
            if let Some(row) = row {
                row.record.index(&mut |name, value| values.push(value_hash(name, value)));
            }
            values
        };
        let (old, new) = (values(before), values(after));
        for value in old.iter().filter(|value| !new.contains(value)) {
            if self.index.remove(&Wanted(*value, id) as &dyn Hashed).is_some() {
                self.uncount(*value);
            }
        }
        if !new.is_empty() {
            let id = pooled(id);
            for value in new.into_iter().filter(|value| !old.contains(value)) {
                let other = self.first_of(value).is_some();
                if self.index.insert(Indexed { value, id: id.clone() }).is_none() {
                    self.count_one(value, other);
                }
            }
        }
        let owner = |row: &Row<R>| value_hash(OWNER, row.account());
        match (before, after) {
            (None, Some(row)) => {
                // Asked before the row itself is among them.
                let other = self.owned_after(row.account(), None).next().is_some();
                self.count_one(owner(row), other);
            }
            (Some(row), None) => self.uncount(owner(row)),
            _ => {}
        }
    }

    /// Counts one more; `other` says whether there was one before.
    fn count_one(&mut self, value: u128, other: bool) {
        if let Some(count) = self.counts.get_mut(&value) {
            *count += 1;
        } else if other {
            self.counts.insert(value, 2);
        }
    }

    fn uncount(&mut self, value: u128) {
        if let Some(count) = self.counts.get_mut(&value) {
            *count -= 1;
            if *count < 2 {
                self.counts.remove(&value);
            }
        }
    }

    fn counted(&self, value: u128, other: bool) -> usize {
        self.counts.get(&value).copied().unwrap_or(usize::from(other))
    }

    pub fn get(&self, id: &str) -> Option<Arc<Row<R>>> {
        self.held(id).cloned()
    }

    /// The row as the view holds it.
    pub fn held(&self, id: &str) -> Option<&Arc<Row<R>>> {
        self.rows.get(&Wanted(hash(id).into(), id) as &dyn Hashed).map(|held| &held.row)
    }

    pub fn contains(&self, id: &str) -> bool {
        self.held(id).is_some()
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// All rows of all accounts, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Row<R>>> {
        self.rows.iter().map(|held| &held.row)
    }

    /// An account's rows in order of creation, from the first one after `after`.
    pub fn owned_after<'a>(
        &'a self,
        account: &str,
        after: Option<&SortKey>,
    ) -> impl Iterator<Item = &'a Arc<Row<R>>> + use<'a, R> {
        let from = match after {
            None => Place(account, i64::MIN, ""),
            Some((created_ms, id)) => Place(account, *created_ms, id),
        };
        let from: &dyn Aged = &from;
        let mut rows = self.owned.range::<_, dyn Aged>((Bound::Excluded(from), Bound::Unbounded)).map(|ByAge(row)| row);
        let first = rows.next().filter(|row| row.account().as_str() == account);
        let of_account = move |row: &&Arc<Row<R>>| first.is_some_and(|first| first.account() == row.account());
        first.into_iter().chain(rows).take_while(of_account)
    }

    pub fn owned_len(&self, account: &str) -> usize {
        self.counted(value_hash(OWNER, account), self.owned_after(account, None).next().is_some())
    }

    /// Rows that name `value` in the index `name` (see `Record::index`), in order of id.
    pub fn find<'a>(&'a self, name: &'static str, value: &str) -> impl Iterator<Item = &'a Arc<Row<R>>> + use<'a, R> {
        self.ids(value_hash(name, value)).filter_map(|id| self.held(id))
    }

    /// How many rows name `value` in the index `name`.
    pub fn count(&self, name: &'static str, value: &str) -> usize {
        let value = value_hash(name, value);
        self.counted(value, self.first_of(value).is_some())
    }

    fn first_of(&self, value: u128) -> Option<&Arc<str>> {
        self.ids(value).next()
    }

    fn ids(&self, value: u128) -> impl Iterator<Item = &Arc<str>> {
        let from: &dyn Hashed = &Wanted(value, "");
        let entries = self.index.range::<_, dyn Hashed>((Bound::Included(from), Bound::Unbounded));
        entries.take_while(move |entry| entry.value == value).map(|entry| &entry.id)
    }
}

macro_rules! in_view {
    ($($type:ident $field:ident $staged:literal;)*) => {$(
        impl InView for $type {
            const STAGEABLE: bool = $staged;
            fn table(view: &View) -> &Table<Self> {
                &view.$field
            }
            fn table_mut(view: &mut View) -> &mut Table<Self> {
                &mut view.$field
            }
        }
    )*};
}

in_view! {
    Instance instances true;
    ObservedInstance observed false;
    Volume volumes true;
    DoomedVolume doomed_volumes false;
    Snapshot snapshots false;
    Image images false;
    ImageUse image_uses false;
    ReplaceRootVolumeTask root_tasks false;
    ImageUsageReport usage_reports false;
    BinnedImage binned_images false;
    BinnedSnapshot binned_snapshots false;
    RetentionRule retention_rules false;
    Vpc vpcs false;
    Subnet subnets false;
    RouteTable route_tables false;
    InternetGateway internet_gateways false;
    NetworkAcl network_acls false;
    DhcpOptions dhcp_options false;
    NetworkInterface interfaces true;
    SecurityGroup groups false;
    SecurityGroupRule rules false;
    KeyPair key_pairs false;
    PlacementGroup placement_groups false;
    PrefixList prefix_lists false;
    LaunchTemplate launch_templates false;
    LaunchTemplateVersion launch_template_versions false;
    ImportTask import_tasks false;
    ExportTask export_tasks false;
    StoreTask store_tasks false;
    RestoreTask restore_tasks false;
    Address addresses false;
    RegionAccount accounts false;
}

#[cfg(test)]
mod tests;

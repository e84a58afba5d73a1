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

/// By account, and in order of creation, then of id.
trait Aged {
    /// The `value_hash` of the account.
    fn owner(&self) -> u128;
    fn created_ms(&self) -> i64;
    fn id(&self) -> &str;
}

struct ByAge<R> {
    owner: u128,
    created_ms: i64,
    row: Arc<Row<R>>,
}

impl<R: Record> ByAge<R> {
    fn new(row: Arc<Row<R>>) -> Self {
        Self { owner: value_hash(OWNER, row.account()), created_ms: row.created_ms(), row }
    }
}

impl<R: Record> Aged for ByAge<R> {
    fn owner(&self) -> u128 {
        self.owner
    }
    fn created_ms(&self) -> i64 {
        self.created_ms
    }
    fn id(&self) -> &str {
        self.row.id()
    }
}

/// A place in the listing of an account.
struct Place<'a>(u128, i64, &'a str);

impl Aged for Place<'_> {
    fn owner(&self) -> u128 {
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
        let owner = self.owner().cmp(&other.owner());
        owner.then(self.created_ms().cmp(&other.created_ms())).then_with(|| self.id().cmp(other.id()))
    }
}

impl<R> Clone for ById<R> {
    fn clone(&self) -> Self {
        Self { hash: self.hash, row: self.row.clone() }
    }
}

impl<R> Clone for ByAge<R> {
    fn clone(&self) -> Self {
        Self { owner: self.owner, created_ms: self.created_ms, row: self.row.clone() }
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
        let held = ByAge::new(row);
        if before.is_none() {
            self.count_one(held.owner, |table| table.is_owner(held.owner));
        }
        self.owned.insert(held);
    }

    pub(super) fn remove(&mut self, id: &str) {
        let Some(before) = self.rows.remove(&Wanted(hash(id).into(), id) as &dyn Hashed) else { return };
        self.reindex(id, Some(&before.row), None);
        let held = ByAge::new(before.row);
        self.owned.remove(&held);
        self.uncount(held.owner);
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
                let entry = Indexed { value, id: id.clone() };
                // A record may name a value twice.
                if !self.index.contains(&entry) {
                    self.count_one(value, |table| table.is_named(value));
                    self.index.insert(entry);
                }
            }
        }
    }

    /// Counts one more, before it is put in; `is_other` says whether there is one.
    fn count_one(&mut self, value: u128, is_other: impl Fn(&Self) -> bool) {
        if let Some(count) = self.counts.get_mut(&value) {
            *count += 1;
        } else if is_other(self) {
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
        let owner = value_hash(OWNER, account);
        let from = match after {
            None => Place(owner, i64::MIN, ""),
            Some((created_ms, id)) => Place(owner, *created_ms, id),
        };
        let from: &dyn Aged = &from;
        let rows = self.owned.range::<_, dyn Aged>((Bound::Excluded(from), Bound::Unbounded));
        rows.take_while(move |held| held.owner == owner).map(|held| &held.row)
    }

    pub fn owned_len(&self, account: &str) -> usize {
        let owner = value_hash(OWNER, account);
        self.counted(owner, self.is_owner(owner))
    }

    fn is_owner(&self, owner: u128) -> bool {
        let from: &dyn Aged = &Place(owner, i64::MIN, "");
        self.owned.get_next(from).is_some_and(|held| held.owner == owner)
    }

    /// Rows that name `value` in the index `name` (see `Record::index`), in order of id.
    pub fn find<'a>(&'a self, name: &'static str, value: &str) -> impl Iterator<Item = &'a Arc<Row<R>>> + use<'a, R> {
        self.ids(value_hash(name, value)).filter_map(|id| self.held(id))
    }

    /// How many rows name `value` in the index `name`.
    pub fn count(&self, name: &'static str, value: &str) -> usize {
        let value = value_hash(name, value);
        self.counted(value, self.is_named(value))
    }

    fn is_named(&self, value: u128) -> bool {
        let from: &dyn Hashed = &Wanted(value, "");
        self.index.get_next(from).is_some_and(|entry| entry.value == value)
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

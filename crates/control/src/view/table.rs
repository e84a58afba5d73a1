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
use model::records::*;
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
    counts: OrdMap<[u64; 2], usize>,
}

/// Looking things up is most of what a describe does, so the hashes are quick ones; they are keyed at random when the
/// process starts, since callers choose some of what is hashed.
static HASHERS: LazyLock<[RandomState; 2]> = LazyLock::new(Default::default);

pub(super) fn hash(text: &str) -> u64 {
    HASHERS[0].hash_one(text)
}

/// Stands for a value of an index: of 128 bits, so that no two values ever have the same.
fn value_hash(name: &str, value: &str) -> [u64; 2] {
    [0, 1].map(|part: usize| HASHERS[part].hash_one((name, value)))
}

/// The name under which rows of an account are counted. No index is called so.
const OWNER: &str = "\0owner";

/// In order of hash, then of id.
trait Hashed {
    fn hash(&self) -> u64;
    fn id(&self) -> &str;
}

/// What a hashed thing is looked up by.
struct Wanted<'a>(u64, &'a str);

impl Hashed for Wanted<'_> {
    fn hash(&self) -> u64 {
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

/// In order of hash, then of id: rows.
struct ById<R> {
    hash: u64,
    row: Arc<Row<R>>,
}

impl<R: Record> Hashed for ById<R> {
    fn hash(&self) -> u64 {
        self.hash
    }
    fn id(&self) -> &str {
        self.row.id()
    }
}

/// The hash of a value, and the hash of the id of a row that names it in an index.
type Indexed = ([u64; 2], u64);

/// By account, and in order of creation, then of id.
trait Aged {
    fn head(&self) -> &Head;
    fn id(&self) -> &str;
}

/// What mostly decides the order, without a look at the row.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Head {
    /// The hash of the account.
    owner: u64,
    created_ms: i64,
    /// The first digits of the id.
    digits: u64,
}

impl Head {
    fn new(owner: u64, created_ms: i64, id: &str) -> Self {
        let digits = id.split_once('-').map_or(id, |(_, digits)| digits).as_bytes();
        let mut first = [0; 8];
        let length = digits.len().min(first.len());
        first[..length].copy_from_slice(&digits[..length]);
        Self { owner, created_ms, digits: u64::from_be_bytes(first) }
    }
}

struct ByAge<R> {
    head: Head,
    row: Arc<Row<R>>,
}

impl<R: Record> ByAge<R> {
    fn new(row: Arc<Row<R>>) -> Self {
        Self { head: Head::new(hash(row.account()), row.created_ms(), row.id()), row }
    }
}

impl<R: Record> Aged for ByAge<R> {
    fn head(&self) -> &Head {
        &self.head
    }
    fn id(&self) -> &str {
        self.row.id()
    }
}

/// A place in the listing of an account.
struct Place<'a>(Head, &'a str);

impl<'a> Place<'a> {
    fn new(account: &str, created_ms: i64, id: &'a str) -> Self {
        Self(Head::new(hash(account), created_ms, id), id)
    }
}

impl Aged for Place<'_> {
    fn head(&self) -> &Head {
        &self.0
    }
    fn id(&self) -> &str {
        self.1
    }
}

impl Ord for dyn Aged + '_ {
    fn cmp(&self, other: &Self) -> Ordering {
        self.head().cmp(other.head()).then_with(|| self.id().cmp(other.id()))
    }
}

impl<R> Clone for ById<R> {
    fn clone(&self) -> Self {
        Self { hash: self.hash, row: self.row.clone() }
    }
}

impl<R> Clone for ByAge<R> {
    fn clone(&self) -> Self {
        Self { head: self.head.clone(), row: self.row.clone() }
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

ordered!(Hashed: ById<R> where R);
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
        if before.is_none() {
            let account = row.account();
            self.count_one(value_hash(OWNER, account), |table| table.is_owner(account));
        }
        self.owned.insert(ByAge::new(row));
    }

    pub(super) fn remove(&mut self, id: &str) {
        let Some(before) = self.rows.remove(&Wanted(hash(id), id) as &dyn Hashed) else { return };
        self.reindex(id, Some(&before.row), None);
        self.uncount(value_hash(OWNER, before.row.account()));
        self.owned.remove(&ByAge::new(before.row));
    }

    fn reindex(&mut self, id: &str, before: Option<&Row<R>>, after: Option<&Row<R>>) {
        let values = |row: Option<&Row<R>>| {
            let mut values: Vec<[u64; 2]> = Vec::new();
            if let Some(row) = row {
                row.record.index(&mut |name, value| {
                    let value = value_hash(name, value);
                    // A record may name a value twice.
                    if !values.contains(&value) {
                        values.push(value);
                    }
                });
            }
            values
        };
        let (old, new, id) = (values(before), values(after), hash(id));
        for value in old.iter().filter(|value| !new.contains(value)) {
            self.index.remove(&(*value, id));
            self.uncount(*value);
        }
        for value in new.into_iter().filter(|value| !old.contains(value)) {
            self.count_one(value, |table| table.is_named(value));
            self.index.insert((value, id));
        }
    }

    /// Counts one more, before it is put in; `is_other` says whether there is one.
    fn count_one(&mut self, value: [u64; 2], is_other: impl Fn(&Self) -> bool) {
        if let Some(count) = self.counts.get_mut(&value) {
            *count += 1;
        } else if is_other(self) {
            self.counts.insert(value, 2);
        }
    }

    fn uncount(&mut self, value: [u64; 2]) {
        if let Some(count) = self.counts.get_mut(&value) {
            *count -= 1;
            if *count < 2 {
                self.counts.remove(&value);
            }
        }
    }

    fn counted(&self, value: [u64; 2], other: bool) -> usize {
        self.counts.get(&value).copied().unwrap_or(usize::from(other))
    }

    pub fn get(&self, id: &str) -> Option<Arc<Row<R>>> {
        self.held(id).cloned()
    }

    /// The row as the view holds it.
    pub fn held(&self, id: &str) -> Option<&Arc<Row<R>>> {
        self.rows.get(&Wanted(hash(id), id) as &dyn Hashed).map(|held| &held.row)
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
            None => Place::new(account, i64::MIN, ""),
            Some((created_ms, id)) => Place::new(account, *created_ms, id),
        };
        let owner = from.0.owner;
        let from: &dyn Aged = &from;
        let rows = self.owned.range::<_, dyn Aged>((Bound::Excluded(from), Bound::Unbounded));
        rows.take_while(move |held| held.head.owner == owner).map(|held| &held.row)
    }

    pub fn owned_len(&self, account: &str) -> usize {
        self.counted(value_hash(OWNER, account), self.is_owner(account))
    }

    fn is_owner(&self, account: &str) -> bool {
        let from = Place::new(account, i64::MIN, "");
        self.owned.get_next(&from as &dyn Aged).is_some_and(|held| held.head.owner == from.0.owner)
    }

    /// Rows that name `value` in the index `name` (see `Record::index`), in order of id.
    pub fn find<'a>(&'a self, name: &'static str, value: &str) -> impl Iterator<Item = &'a Arc<Row<R>>> + use<'a, R> {
        let value = value_hash(name, value);
        let entries = self.index.range((Bound::Included((value, 0)), Bound::Unbounded));
        let ids = entries.take_while(move |(named, _)| *named == value).map(|(_, id)| *id);
        let mut rows: Vec<_> = ids.flat_map(|id| self.hashed(id)).collect();
        rows.sort_unstable_by(|a, b| a.id().cmp(b.id()));
        rows.into_iter()
    }

    /// How many rows name `value` in the index `name`.
    pub fn count(&self, name: &'static str, value: &str) -> usize {
        let value = value_hash(name, value);
        self.counted(value, self.is_named(value))
    }

    fn is_named(&self, value: [u64; 2]) -> bool {
        self.index.get_next(&(value, 0)).is_some_and(|(named, _)| *named == value)
    }

    /// The row whose id has this hash. One for all that 64 keyed bits can tell: two of a million have the same once in
    /// some tens of millions of cells.
    fn hashed(&self, id: u64) -> Option<&Arc<Row<R>>> {
        let from: &dyn Hashed = &Wanted(id, "");
        self.rows.get_next(from).filter(|held| held.hash == id).map(|held| &held.row)
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
    DeregisteredImage deregistered_images false;
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

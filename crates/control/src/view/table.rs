//! One kind of record, by id, by owner and by what it refers to.

use std::{
    borrow::Borrow,
    hash::{Hash, Hasher},
    sync::Arc,
};

use model::{AccountId, records::*};
use rpds::{HashTrieMapSync, RedBlackTreeMapSync, RedBlackTreeSetSync};
use store::Revision;

use super::View;

/// The maps of a view. Looking things up is most of what a describe does, so the hash is a quick one; it is keyed at
/// random when the process starts, since callers choose some of the keys.
pub(super) type Map<K, V> = HashTrieMapSync<K, V, foldhash::fast::RandomState>;

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

type Owned<R> = RedBlackTreeMapSync<SortKey, Arc<Row<R>>>;

pub struct Table<R: Record> {
    rows: Map<Arc<str>, Arc<Row<R>>>,
    owned: Map<AccountId, Owned<R>>,
    index: Map<Indexed, Ids>,
}

/// The ids that an index has for one value, in order. Most values have one: what is attached to one instance.
#[derive(Clone)]
enum Ids {
    One(Arc<str>),
    Many(RedBlackTreeSetSync<Arc<str>>),
}

impl Ids {
    fn insert(&mut self, id: &Arc<str>) {
        match self {
            Self::One(known) if known == id => {}
            Self::One(known) => {
                let mut ids = RedBlackTreeSetSync::new_sync();
                ids.insert_mut(known.clone());
                ids.insert_mut(id.clone());
                *self = Self::Many(ids);
            }
            Self::Many(ids) => ids.insert_mut(id.clone()),
        }
    }

    /// Whether any id is left.
    fn remove(&mut self, id: &Arc<str>) -> bool {
        match self {
            Self::One(known) => known != id,
            Self::Many(ids) => {
                ids.remove_mut(id);
                !ids.is_empty()
            }
        }
    }

    fn len(&self) -> usize {
        match self {
            Self::One(_) => 1,
            Self::Many(ids) => ids.size(),
        }
    }

    fn iter(&self) -> impl Iterator<Item = &Arc<str>> {
        let (one, many) = match self {
            Self::One(id) => (Some(id), None),
            Self::Many(ids) => (None, Some(ids)),
        };
        one.into_iter().chain(many.into_iter().flat_map(|ids| ids.iter()))
    }
}

/// A value in the index of this name.
#[derive(Clone, PartialEq, Eq)]
struct Indexed(&'static str, Arc<str>);

/// What an index is looked up by, without making an `Indexed`.
trait Lookup {
    fn parts(&self) -> (&str, &str);
}

impl Lookup for Indexed {
    fn parts(&self) -> (&str, &str) {
        (self.0, &self.1)
    }
}

impl Lookup for (&str, &str) {
    fn parts(&self) -> (&str, &str) {
        *self
    }
}

impl<'k> Borrow<dyn Lookup + 'k> for Indexed {
    fn borrow(&self) -> &(dyn Lookup + 'k) {
        self
    }
}

impl Hash for dyn Lookup + '_ {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.parts().hash(state);
    }
}

impl Hash for Indexed {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.parts().hash(state);
    }
}

impl PartialEq for dyn Lookup + '_ {
    fn eq(&self, other: &Self) -> bool {
        self.parts() == other.parts()
    }
}

impl Eq for dyn Lookup + '_ {}

impl<R: Record> Clone for Table<R> {
    fn clone(&self) -> Self {
        Self { rows: self.rows.clone(), owned: self.owned.clone(), index: self.index.clone() }
    }
}

impl<R: Record> Default for Table<R> {
    fn default() -> Self {
        Self { rows: Map::default(), owned: Map::default(), index: Map::default() }
    }
}

impl<R: Record> Table<R> {
    pub(super) fn put(&mut self, record: R, revision: Revision) {
        let id: Arc<str> = record.id().into();
        let sort_key = (record.created_ms(), id.clone());
        let account = record.account().clone();
        let row = Arc::new(Row { record, revision });
        let before = self.rows.get(&id).cloned();
        self.reindex(&id, before.as_deref(), Some(&row));
        self.rows.insert_mut(id, row.clone());
        // In place: only what a published view holds too is copied.
        if let Some(owned) = self.owned.get_mut(&account) {
            owned.insert_mut(sort_key, row);
        } else {
            let mut owned = Owned::default();
            owned.insert_mut(sort_key, row);
            self.owned.insert_mut(account, owned);
        }
    }

    pub(super) fn remove(&mut self, id: &str) {
        let Some(before) = self.rows.get(id).cloned() else { return };
        let id: Arc<str> = id.into();
        self.reindex(&id, Some(&before), None);
        self.rows.remove_mut(&id);
        if let Some(owned) = self.owned.get_mut(before.account()) {
            owned.remove_mut(&(before.created_ms(), id));
            if owned.is_empty() {
                self.owned.remove_mut(before.account());
            }
        }
    }

    fn reindex(&mut self, id: &Arc<str>, before: Option<&Row<R>>, after: Option<&Row<R>>) {
        let entries = |row: Option<&Row<R>>| {
            let mut entries: Vec<Indexed> = Vec::new();
            if let Some(row) = row {
                row.record.index(&mut |name, value| entries.push(Indexed(name, value.into())));
            }
            entries
        };
        let (old, new) = (entries(before), entries(after));
        for key in old.iter().filter(|key| !new.contains(key)) {
            if self.index.get_mut(key).is_some_and(|ids| !ids.remove(id)) {
                self.index.remove_mut(key);
            }
        }
        for key in new.into_iter().filter(|key| !old.contains(key)) {
            match self.index.get_mut(&key) {
                Some(ids) => ids.insert(id),
                None => self.index.insert_mut(key, Ids::One(id.clone())),
            }
        }
    }

    pub fn get(&self, id: &str) -> Option<Arc<Row<R>>> {
        self.rows.get(id).cloned()
    }

    /// The row as the view holds it.
    pub fn held(&self, id: &str) -> Option<&Arc<Row<R>>> {
        self.rows.get(id)
    }

    pub fn contains(&self, id: &str) -> bool {
        self.rows.contains_key(id)
    }

    pub fn len(&self) -> usize {
        self.rows.size()
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// All rows of all accounts, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Row<R>>> {
        self.rows.iter().map(|(_, row)| row)
    }

    /// An account's rows in order of creation, from the first one after `after`.
    pub fn owned_after<'a>(
        &'a self,
        account: &str,
        after: Option<&SortKey>,
    ) -> impl Iterator<Item = &'a Arc<Row<R>>> + use<'a, R> {
        use std::ops::Bound;
        let from = after.map_or(Bound::Unbounded, |key| Bound::Excluded(key.clone()));
        self.owned
            .get(account)
            .into_iter()
            .flat_map(move |rows| rows.range((from.clone(), Bound::Unbounded)).map(|(_, row)| row))
    }

    pub fn owned_len(&self, account: &str) -> usize {
        self.owned.get(account).map_or(0, |rows| rows.size())
    }

    /// Rows that name `value` in the index `name` (see `Record::index`), in order of id.
    pub fn find<'a>(&'a self, name: &'static str, value: &str) -> impl Iterator<Item = &'a Arc<Row<R>>> + use<'a, R> {
        self.ids(name, value).into_iter().flat_map(|ids| ids.iter().filter_map(|id| self.rows.get(id)))
    }

    /// How many rows name `value` in the index `name`.
    pub fn count(&self, name: &'static str, value: &str) -> usize {
        self.ids(name, value).map_or(0, Ids::len)
    }

    fn ids(&self, name: &'static str, value: &str) -> Option<&Ids> {
        self.index.get(&(name, value) as &dyn Lookup)
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
    Address addresses false;
    RegionAccount accounts false;
}

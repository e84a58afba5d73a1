//! One kind of record, by id, by owner and by what it refers to.

use std::sync::Arc;

use model::{AccountId, records::*};
use rpds::{HashTrieMapSync, RedBlackTreeMapSync, RedBlackTreeSetSync};
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

type Owned<R> = RedBlackTreeMapSync<SortKey, Arc<Row<R>>>;

pub struct Table<R: Record> {
    rows: HashTrieMapSync<Arc<str>, Arc<Row<R>>>,
    owned: HashTrieMapSync<AccountId, Owned<R>>,
    index: HashTrieMapSync<(&'static str, Arc<str>), RedBlackTreeSetSync<Arc<str>>>,
}

impl<R: Record> Clone for Table<R> {
    fn clone(&self) -> Self {
        Self { rows: self.rows.clone(), owned: self.owned.clone(), index: self.index.clone() }
    }
}

impl<R: Record> Default for Table<R> {
    fn default() -> Self {
        Self {
            rows: HashTrieMapSync::new_sync(),
            owned: HashTrieMapSync::new_sync(),
            index: HashTrieMapSync::new_sync(),
        }
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
        let mut owned = self.owned.get(&account).cloned().unwrap_or_default();
        owned.insert_mut(sort_key, row);
        self.owned.insert_mut(account, owned);
    }

    pub(super) fn remove(&mut self, id: &str) {
        let Some(before) = self.rows.get(id).cloned() else { return };
        let id: Arc<str> = id.into();
        self.reindex(&id, Some(&before), None);
        self.rows.remove_mut(&id);
        if let Some(mut owned) = self.owned.get(before.account()).cloned() {
            owned.remove_mut(&(before.created_ms(), id));
            if owned.is_empty() {
                self.owned.remove_mut(before.account());
            } else {
                self.owned.insert_mut(before.account().clone(), owned);
            }
        }
    }

    fn reindex(&mut self, id: &Arc<str>, before: Option<&Row<R>>, after: Option<&Row<R>>) {
        let entries = |row: Option<&Row<R>>| {
            let mut entries: Vec<(&'static str, Arc<str>)> = Vec::new();
            if let Some(row) = row {
                row.record.index(&mut |name, value| entries.push((name, value.into())));
            }
            entries
        };
        let (old, new) = (entries(before), entries(after));
        for key in old.iter().filter(|key| !new.contains(key)) {
            if let Some(mut ids) = self.index.get(key).cloned() {
                ids.remove_mut(id);
                if ids.is_empty() {
                    self.index.remove_mut(key);
                } else {
                    self.index.insert_mut(key.clone(), ids);
                }
            }
        }
        for key in new.into_iter().filter(|key| !old.contains(key)) {
            let mut ids = self.index.get(&key).cloned().unwrap_or_default();
            ids.insert_mut(id.clone());
            self.index.insert_mut(key, ids);
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
        self.index
            .get(&(name, Arc::from(value)))
            .into_iter()
            .flat_map(|ids| ids.iter().filter_map(|id| self.rows.get(id)))
    }

    /// How many rows name `value` in the index `name`.
    pub fn count(&self, name: &'static str, value: &str) -> usize {
        self.index.get(&(name, Arc::from(value))).map_or(0, |ids| ids.size())
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
    Address addresses false;
    RegionAccount accounts false;
}

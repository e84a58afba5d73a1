//! The picture of a region at one revision, that every read is answered from.
//!
//! Built from the store's changes alone, so that it can be rebuilt at any time. Tables are persistent maps: a view is
//! cheap to clone, and one that a reader holds never changes under it.

mod account_view;
mod held;
mod table;

pub use account_view::{AccountView, guest_tags};
use held::{Tags, Tokens};
use imbl::OrdMap;
use model::{records::*, text::Pool};
use std::sync::Arc;
use store::{Batch, Change, Revision};
pub use table::{InView, Row, SortKey, Table};

/// Marks a record that belongs to a launch too large for one transaction; the value is the reservation.
pub const STAGED: &str = "staged";

/// What both kinds of view are asked for, so that actions and controllers can share what releases a thing.
pub trait Sees {
    /// The record of this id, if it exists for who asks.
    fn row<R: InView>(&self, id: &str) -> Option<Arc<Row<R>>>;
    /// The keys of a resource's tags.
    fn tag_keys(&self, resource: &str) -> Vec<String>;
}

impl Sees for View {
    fn row<R: InView>(&self, id: &str) -> Option<Arc<Row<R>>> {
        self.table::<R>().get(id)
    }

    fn tag_keys(&self, resource: &str) -> Vec<String> {
        self.tags(resource).map(|tag| tag.key.clone()).collect()
    }
}

#[derive(Clone, Default)]
pub struct View {
    pub revision: Revision,
    pub(crate) instances: Table<Instance>,
    pub(crate) observed: Table<ObservedInstance>,
    pub(crate) volumes: Table<Volume>,
    pub(crate) doomed_volumes: Table<DoomedVolume>,
    pub(crate) snapshots: Table<Snapshot>,
    pub(crate) images: Table<Image>,
    pub(crate) image_uses: Table<ImageUse>,
    pub(crate) deregistered_images: Table<DeregisteredImage>,
    pub(crate) root_tasks: Table<ReplaceRootVolumeTask>,
    pub(crate) usage_reports: Table<ImageUsageReport>,
    pub(crate) binned_images: Table<BinnedImage>,
    pub(crate) binned_snapshots: Table<BinnedSnapshot>,
    pub(crate) retention_rules: Table<RetentionRule>,
    pub(crate) vpcs: Table<Vpc>,
    pub(crate) subnets: Table<Subnet>,
    pub(crate) route_tables: Table<RouteTable>,
    pub(crate) internet_gateways: Table<InternetGateway>,
    pub(crate) network_acls: Table<NetworkAcl>,
    pub(crate) dhcp_options: Table<DhcpOptions>,
    pub(crate) interfaces: Table<NetworkInterface>,
    pub(crate) groups: Table<SecurityGroup>,
    pub(crate) rules: Table<SecurityGroupRule>,
    pub(crate) key_pairs: Table<KeyPair>,
    pub(crate) placement_groups: Table<PlacementGroup>,
    pub(crate) prefix_lists: Table<PrefixList>,
    pub(crate) launch_templates: Table<LaunchTemplate>,
    pub(crate) launch_template_versions: Table<LaunchTemplateVersion>,
    pub(crate) import_tasks: Table<ImportTask>,
    pub(crate) export_tasks: Table<ExportTask>,
    pub(crate) store_tasks: Table<StoreTask>,
    pub(crate) restore_tasks: Table<RestoreTask>,
    pub(crate) addresses: Table<Address>,
    pub(crate) accounts: Table<RegionAccount>,
    tags: Tags,
    tokens: Tokens,
    /// Reservations whose launch is complete, of those that took several transactions.
    launched: OrdMap<Arc<str>, ()>,
    /// Records of launches that are not complete yet: invisible.
    staged: OrdMap<Arc<str>, Vec<Change>>,
}

impl View {
    /// Takes in one group commit. `pool` holds what texts it reads, from one batch to the next.
    pub fn apply(&mut self, batch: &Batch, pool: &mut Pool) {
        pool.with(|| batch.changes.iter().for_each(|change| self.apply_change(change)));
        self.revision = batch.revision;
    }

    fn apply_change(&mut self, change: &Change) {
        let Some((kind, rest)) = change.key.split_once('/') else { return };
        match kind {
            Instance::KIND => self.put::<Instance>(rest, change),
            ObservedInstance::KIND => self.put::<ObservedInstance>(rest, change),
            Volume::KIND => self.put::<Volume>(rest, change),
            DoomedVolume::KIND => self.put::<DoomedVolume>(rest, change),
            Snapshot::KIND => self.put::<Snapshot>(rest, change),
            Image::KIND => self.put::<Image>(rest, change),
            ReplaceRootVolumeTask::KIND => self.put::<ReplaceRootVolumeTask>(rest, change),
            ImageUse::KIND => self.put::<ImageUse>(rest, change),
            DeregisteredImage::KIND => self.put::<DeregisteredImage>(rest, change),
            ImageUsageReport::KIND => self.put::<ImageUsageReport>(rest, change),
            BinnedImage::KIND => self.put::<BinnedImage>(rest, change),
            BinnedSnapshot::KIND => self.put::<BinnedSnapshot>(rest, change),
            RetentionRule::KIND => self.put::<RetentionRule>(rest, change),
            Vpc::KIND => self.put::<Vpc>(rest, change),
            Subnet::KIND => self.put::<Subnet>(rest, change),
            RouteTable::KIND => self.put::<RouteTable>(rest, change),
            InternetGateway::KIND => self.put::<InternetGateway>(rest, change),
            NetworkAcl::KIND => self.put::<NetworkAcl>(rest, change),
            DhcpOptions::KIND => self.put::<DhcpOptions>(rest, change),
            NetworkInterface::KIND => self.put::<NetworkInterface>(rest, change),
            SecurityGroup::KIND => self.put::<SecurityGroup>(rest, change),
            SecurityGroupRule::KIND => self.put::<SecurityGroupRule>(rest, change),
            KeyPair::KIND => self.put::<KeyPair>(rest, change),
            PlacementGroup::KIND => self.put::<PlacementGroup>(rest, change),
            PrefixList::KIND => self.put::<PrefixList>(rest, change),
            LaunchTemplate::KIND => self.put::<LaunchTemplate>(rest, change),
            LaunchTemplateVersion::KIND => self.put::<LaunchTemplateVersion>(rest, change),
            ImportTask::KIND => self.put::<ImportTask>(rest, change),
            ExportTask::KIND => self.put::<ExportTask>(rest, change),
            StoreTask::KIND => self.put::<StoreTask>(rest, change),
            RestoreTask::KIND => self.put::<RestoreTask>(rest, change),
            Address::KIND => self.put::<Address>(rest, change),
            RegionAccount::KIND => self.put::<RegionAccount>(rest, change),
            "tag" => self.put_tag(rest, change),
            "token" => match decode::<ClientToken>(change) {
                Some(token) => self.tokens.put(token),
                None => self.tokens.remove(rest),
            },
            "reservation" => self.complete_launch(rest, change),
            // Claims, member marks and blobs are compared or read in the store, never listed.
            _ => {}
        }
    }

    fn put<R: InView>(&mut self, id: &str, change: &Change) {
        match decode::<R>(change) {
            Some(record) => {
                if let Some(reservation) = staged_in(change, &record)
                    && !self.launched.contains_key(reservation.as_str())
                {
                    let mut held = self.staged.get(reservation.as_str()).cloned().unwrap_or_default();
                    held.push(change.clone());
                    self.staged.insert(reservation.into(), held);
                    return;
                }
                R::table_mut(self).put(record, change.revision);
            }
            None => R::table_mut(self).remove(id),
        }
    }

    fn complete_launch(&mut self, reservation: &str, change: &Change) {
        if change.value.is_none() {
            self.launched.remove(reservation);
            self.staged.remove(reservation);
            return;
        }
        self.launched.insert(reservation.into(), ());
        let held = self.staged.get(reservation).cloned().unwrap_or_default();
        self.staged.remove(reservation);
        for change in &held {
            self.apply_change(change);
        }
    }

    fn put_tag(&mut self, rest: &str, change: &Change) {
        let Some((place, key)) = rest.split_once('/') else { return };
        match decode::<Tag>(change) {
            Some(record) => self.tags.put(place, Row { record, revision: change.revision }),
            None => self.tags.remove(place, key),
        }
    }

    /// The table of a kind of record, of all accounts. For controllers; actions hold an `AccountView`.
    pub fn table<R: InView>(&self) -> &Table<R> {
        R::table(self)
    }

    /// A resource's tags in order of key.
    pub fn tags<'v>(&'v self, resource: &str) -> impl Iterator<Item = &'v Arc<Row<Tag>>> + use<'v> {
        self.tags.of(resource)
    }

    /// All tags of all resources, in no order.
    pub fn all_tags(&self) -> impl Iterator<Item = &Arc<Row<Tag>>> {
        self.tags.iter()
    }

    pub fn tag(&self, resource: &str, key: &str) -> Option<&Arc<Row<Tag>>> {
        self.tags.get(resource, key)
    }

    pub fn token(&self, account: &str, action: &str, token: &str) -> Option<&Arc<ClientToken>> {
        self.tokens.get(account, action, token)
    }

    /// All client tokens, in no order. For the controller that prunes them.
    pub fn tokens(&self) -> impl Iterator<Item = &Arc<ClientToken>> {
        self.tokens.iter()
    }

    /// Reservations whose launch was begun and never completed, with the keys that were written for them.
    pub fn unfinished_launches(&self) -> impl Iterator<Item = (&str, impl Iterator<Item = &Arc<str>>)> {
        self.staged.iter().map(|(id, held)| (&**id, held.iter().map(|change| &change.key)))
    }

    /// What a user sees of an instance's state.
    pub fn state(&self, instance: &Instance) -> model::instance::InstanceState {
        let observed = self.observed.get(&instance.id);
        model::instance::visible_state(
            instance.power,
            instance.ended_ms.is_some(),
            observed.as_ref().map(|row| &row.record.seen),
        )
    }
}

fn decode<T: serde::de::DeserializeOwned>(change: &Change) -> Option<T> {
    let bytes = change.value.as_deref()?;
    match serde_json::from_slice(bytes) {
        Ok(record) => Some(record),
        Err(error) => {
            // A record that can't be read must not be taken for one that is not there without anybody hearing of it.
            tracing::error!(key = &*change.key, %error, "a stored record can't be read and is left out of the view");
            None
        }
    }
}

/// Only records that launches write can be staged; the mark lies among the fields that the type does not name.
fn staged_in<R: InView>(change: &Change, _record: &R) -> Option<String> {
    if !R::STAGEABLE {
        return None;
    }
    let bytes = change.value.as_deref()?;
    // Nearly no record has the mark: look for its text before reading the JSON a second time.
    std::str::from_utf8(bytes).ok().filter(|text| text.contains("\"staged\":"))?;
    let value: serde_json::Value = serde_json::from_slice(bytes).ok()?;
    value.get(STAGED)?.as_str().map(str::to_owned)
}

//! A view as one account sees it: what is not its own and not shared with it does not exist.

use std::{collections::BTreeMap, sync::Arc};

use model::{
    AccountId, ApiError, LaunchTemplateId,
    records::{
        Image, Instance, LaunchTemplateVersion, PublicSnapshots, RegionAccount, Snapshot, StoreState, StoreTask, Tag,
    },
};

use super::{InView, Row, Sees, SortKey, View};
use crate::{catalog::RegionCatalog, parameters::PublicParameter};

/// Where an account's tags of a resource of another's are kept, as `tag/<this>/<key>`: a shared image has the tags of its
/// owner and, apart from them, those of each account that may launch it.
pub fn guest_tags(account: &AccountId, resource: &str) -> String {
    format!("{account}@{resource}")
}

/// Whether the resource is of a kind that other accounts may see.
fn is_shareable(resource: &str) -> bool {
    resource.starts_with("ami-") || resource.starts_with("snap-")
}

/// The only view that actions hold.
#[derive(Clone)]
pub struct AccountView {
    view: Arc<View>,
    account: AccountId,
    catalog: Arc<RegionCatalog>,
}

impl View {
    pub fn as_seen_by(self: &Arc<Self>, account: &AccountId, catalog: Arc<RegionCatalog>) -> AccountView {
        AccountView { view: self.clone(), account: account.clone(), catalog }
    }
}

impl Sees for AccountView {
    fn row<R: InView>(&self, id: &str) -> Option<Arc<Row<R>>> {
        self.get(id)
    }

    fn tag_keys(&self, resource: &str) -> Vec<String> {
        self.tags(resource).map(|tag| tag.key.clone()).collect()
    }
}

impl AccountView {
    pub fn account(&self) -> &AccountId {
        &self.account
    }

    pub fn revision(&self) -> store::Revision {
        self.view.revision
    }

    /// A record of this account's own.
    pub fn get<R: InView>(&self, id: &str) -> Option<Arc<Row<R>>> {
        R::table(&self.view).get(id).filter(|row| *row.account() == self.account)
    }

    /// The same, borrowed from the view.
    pub fn held<R: InView>(&self, id: &str) -> Option<&Arc<Row<R>>> {
        R::table(&self.view).held(id).filter(|row| *row.account() == self.account)
    }

    /// A record that the change which is being answered has written.
    pub fn made<R: InView>(&self, id: &str) -> Result<Arc<Row<R>>, ApiError> {
        self.get(id).ok_or_else(|| ApiError::internal(format!("{id} was made and is not there")))
    }

    /// This account's own records in order of creation.
    pub fn list<R: InView>(&self) -> impl Iterator<Item = &Arc<Row<R>>> {
        R::table(&self.view).owned_after(&self.account, None)
    }

    /// The same, beginning after `after`.
    pub fn list_after<R: InView>(&self, after: Option<&SortKey>) -> impl Iterator<Item = &Arc<Row<R>>> {
        R::table(&self.view).owned_after(&self.account, after)
    }

    /// This account's own records that name `value` in the index `name`; see each record's `index`.
    pub fn find<R: InView>(&self, name: &'static str, value: &str) -> impl Iterator<Item = &Arc<Row<R>>> {
        R::table(&self.view).find(name, value).filter(|row| *row.account() == self.account)
    }

    pub fn count<R: InView>(&self, name: &'static str, value: &str) -> usize {
        R::table(&self.view).count(name, value)
    }

    pub fn owned<R: InView>(&self) -> usize {
        R::table(&self.view).owned_len(&self.account)
    }

    pub fn tags(&self, resource: &str) -> impl Iterator<Item = &Arc<Row<Tag>>> {
        // Tags belong to who made them: another account's tags of a shared image don't exist.
        let own = self.view.tags(resource).filter(|tag| tag.account == self.account);
        // This is asked for every resource that is shown, and most kinds are never shared.
        let guest = is_shareable(resource).then(|| self.view.tags(&guest_tags(&self.account, resource)));
        own.chain(guest.into_iter().flatten())
    }

    pub fn tag(&self, resource: &str, key: &str) -> Option<&Arc<Row<Tag>>> {
        let own = self.view.tag(resource, key).filter(|tag| tag.account == self.account);
        own.or_else(|| self.view.tag(&guest_tags(&self.account, resource), key))
    }

    /// All of the account's tags, in no order.
    pub fn all_tags(&self) -> impl Iterator<Item = &Arc<Row<Tag>>> {
        self.view.all_tags().filter(|tag| tag.account == self.account)
    }

    /// An image that this account owns, or may launch.
    pub fn image(&self, id: &str) -> Option<Arc<Row<Image>>> {
        let shared = |row: &Row<Image>| row.public || row.shared_with.contains(&self.account);
        let stored = Image::table(&self.view).get(id).filter(|row| row.account == self.account || shared(row));
        stored.or_else(|| self.catalog.images.get(id).cloned())
    }

    /// The public parameters of the region, by name.
    pub fn public_parameters(&self) -> &BTreeMap<String, PublicParameter> {
        &self.catalog.parameters
    }

    /// Images of other accounts that this one may launch, Quick Start images first.
    pub fn shared_images(&self) -> impl Iterator<Item = &Arc<Row<Image>>> {
        let table = Image::table(&self.view);
        let public = table.find("public", "true").filter(|row| row.account != self.account);
        let shared = table.find("shared-with", &self.account).filter(|row| row.account != self.account && !row.public);
        self.catalog.images.values().chain(public).chain(shared)
    }

    /// The accounts of the instances that others launched from an image of this account's own, once for each instance.
    /// Says no more than that.
    pub fn users_of(&self, image: &Row<Image>) -> impl Iterator<Item = &AccountId> {
        let own = image.account == self.account;
        let instances = Instance::table(&self.view).find("image", &image.id);
        instances
            .filter(move |row| own && row.account != self.account && row.ended_ms.is_none())
            .map(|row| &row.account)
    }

    /// Launch templates of which one of the `depth` newest versions names the image: this account's own, or with an image
    /// of its own those of others.
    pub fn templates_of(&self, image: &Image, others: bool, depth: usize) -> BTreeMap<LaunchTemplateId, AccountId> {
        let versions = LaunchTemplateVersion::table(&self.view);
        let seen = |row: &Row<LaunchTemplateVersion>| match others {
            false => row.account == self.account,
            true => row.account != self.account && image.account == self.account,
        };
        let recent = |row: &Row<LaunchTemplateVersion>| {
            versions.find("template", &row.template).filter(|other| other.number > row.number).count() < depth
        };
        let named = versions.find("image", &image.id).filter(|row| seen(row) && recent(row));
        named.map(|row| (row.template.clone(), row.account.clone())).collect()
    }

    /// A snapshot that this account owns, or may make volumes of.
    pub fn snapshot(&self, id: &str) -> Option<Arc<Row<Snapshot>>> {
        let shared = |row: &Row<Snapshot>| self.is_public(row) || row.shared_with.contains(&self.account);
        let stored = Snapshot::table(&self.view).get(id).filter(|row| row.account == self.account || shared(row));
        stored.or_else(|| self.catalog.snapshots.get(id).cloned())
    }

    /// Whether everybody sees the snapshot: its owner may have blocked that for all of its own.
    fn is_public(&self, snapshot: &Snapshot) -> bool {
        let blocked = |owner: &Row<RegionAccount>| owner.public_snapshots == PublicSnapshots::BlockAllSharing;
        snapshot.public && !RegionAccount::table(&self.view).held(&snapshot.account).is_some_and(|row| blocked(row))
    }

    /// A snapshot of an image that this account may launch. Sharing an image makes its snapshots usable for launching
    /// it, though they are not shared themselves.
    pub fn snapshot_of(&self, image: &Image, id: &str) -> Option<Arc<Row<Snapshot>>> {
        let of_image = image.block_devices.iter().any(|device| device.snapshot.as_deref() == Some(id));
        let stored = Snapshot::table(&self.view).get(id).filter(|row| of_image && row.account == image.account);
        stored.or_else(|| self.snapshot(id))
    }

    /// Snapshots of other accounts that this one may make volumes of.
    pub fn shared_snapshots(&self) -> impl Iterator<Item = &Arc<Row<Snapshot>>> {
        let table = Snapshot::table(&self.view);
        let public = table.find("public", "true").filter(|row| row.account != self.account && self.is_public(row));
        let shared = table.find("shared-with", &self.account);
        let shared = shared.filter(|row| row.account != self.account && !self.is_public(row));
        self.catalog.snapshots.values().chain(public).chain(shared)
    }

    /// What a user sees of an instance's state.
    pub fn state(&self, instance: &model::records::Instance) -> model::instance::InstanceState {
        self.view.state(instance)
    }

    /// What a ClientToken made before.
    pub fn token(&self, action: &str, token: &str) -> Option<&Arc<model::records::ClientToken>> {
        self.view.token(&self.account, action, token)
    }

    /// Whether anybody's image is being stored as this object. Says no more than that.
    pub fn is_being_stored(&self, bucket: &str, key: &str) -> bool {
        let mut tasks = StoreTask::table(&self.view).find("object", &format!("{bucket}/{key}"));
        tasks.any(|task| task.state == StoreState::InProgress)
    }

    /// Whether an address of the public pool is in use by anybody. Says no more than that.
    pub fn public_address_taken(&self, address: &str) -> bool {
        model::records::NetworkInterface::table(&self.view).count("public-address", address) > 0
            || model::records::Address::table(&self.view).count("public", address) > 0
    }
}

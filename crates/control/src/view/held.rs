//! What has no id of its own: tags, and client tokens.

use std::{borrow::Borrow, cmp::Ordering, ops::Bound, sync::Arc};

use imbl::OrdSet;
use model::records::{ClientToken, Tag};

use super::{
    Row,
    table::{hash, ordered},
};

/// In order of the first part's hash, then of the parts.
trait Named {
    fn hash(&self) -> u64;
    fn parts(&self) -> [&str; 3];
}

impl Ord for dyn Named + '_ {
    fn cmp(&self, other: &Self) -> Ordering {
        self.hash().cmp(&other.hash()).then_with(|| self.parts().cmp(&other.parts()))
    }
}

struct Wanted<'a>(u64, [&'a str; 3]);

impl Named for Wanted<'_> {
    fn hash(&self) -> u64 {
        self.0
    }
    fn parts(&self) -> [&str; 3] {
        self.1
    }
}

#[derive(Clone)]
struct HeldTag {
    hash: u64,
    row: Arc<Row<Tag>>,
}

impl Named for HeldTag {
    fn hash(&self) -> u64 {
        self.hash
    }
    fn parts(&self) -> [&str; 3] {
        [&self.row.resource, &self.row.key, ""]
    }
}

#[derive(Clone)]
struct HeldToken {
    hash: u64,
    token: Arc<ClientToken>,
}

impl Named for HeldToken {
    fn hash(&self) -> u64 {
        self.hash
    }
    fn parts(&self) -> [&str; 3] {
        [&self.token.token, &self.token.action, self.token.account.as_str()]
    }
}

ordered!(Named: HeldTag, HeldToken);

/// Tags, by resource and key.
#[derive(Clone, Default)]
pub(super) struct Tags(OrdSet<HeldTag>);

impl Tags {
    pub(super) fn put(&mut self, row: Row<Tag>) {
        self.0.insert(HeldTag { hash: hash(&row.resource), row: Arc::new(row) });
    }

    pub(super) fn remove(&mut self, resource: &str, key: &str) {
        self.0.remove(&Wanted(hash(resource), [resource, key, ""]) as &dyn Named);
    }

    pub(super) fn get(&self, resource: &str, key: &str) -> Option<&Arc<Row<Tag>>> {
        self.0.get(&Wanted(hash(resource), [resource, key, ""]) as &dyn Named).map(|held| &held.row)
    }

    /// A resource's tags in order of key.
    pub(super) fn of<'t>(&'t self, resource: &str) -> impl Iterator<Item = &'t Arc<Row<Tag>>> + use<'t> {
        let from: &dyn Named = &Wanted(hash(resource), [resource, "", ""]);
        let mut rows = self.0.range::<_, dyn Named>((Bound::Included(from), Bound::Unbounded)).map(|held| &held.row);
        let first = rows.next().filter(|row| row.resource == *resource);
        let of_resource = move |row: &&Arc<Row<Tag>>| first.is_some_and(|first| first.resource == row.resource);
        first.into_iter().chain(rows).take_while(of_resource)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Arc<Row<Tag>>> {
        self.0.iter().map(|held| &held.row)
    }
}

/// Client tokens, by account, action and token.
#[derive(Clone, Default)]
pub(super) struct Tokens(OrdSet<HeldToken>);

impl Tokens {
    pub(super) fn put(&mut self, token: ClientToken) {
        self.0.insert(HeldToken { hash: hash(&token.token), token: Arc::new(token) });
    }

    /// Removes what the store has as `account/action/token`.
    pub(super) fn remove(&mut self, key: &str) {
        let mut parts = key.splitn(3, '/');
        if let (Some(account), Some(action), Some(token)) = (parts.next(), parts.next(), parts.next()) {
            self.0.remove(&Wanted(hash(token), [token, action, account]) as &dyn Named);
        }
    }

    pub(super) fn get(&self, account: &str, action: &str, token: &str) -> Option<&Arc<ClientToken>> {
        self.0.get(&Wanted(hash(token), [token, action, account]) as &dyn Named).map(|held| &held.token)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Arc<ClientToken>> {
        self.0.iter().map(|held| &held.token)
    }
}

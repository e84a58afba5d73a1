//! What has no id of its own: tags, and client tokens.

use std::{borrow::Borrow, cmp::Ordering, ops::Bound, sync::Arc};

use imbl::OrdSet;
use model::{
    records::{ClientToken, Tag},
    text::pooled,
};

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
    /// What the tag is kept under: its resource, or the resource as a guest tags it (`guest_tags`).
    place: Arc<str>,
    row: Arc<Row<Tag>>,
}

impl Named for HeldTag {
    fn hash(&self) -> u64 {
        self.hash
    }
    fn parts(&self) -> [&str; 3] {
        [&self.place, &self.row.key, ""]
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

/// Tags, by place and key.
#[derive(Clone, Default)]
pub(super) struct Tags(OrdSet<HeldTag>);

impl Tags {
    pub(super) fn put(&mut self, place: &str, row: Row<Tag>) {
        self.0.insert(HeldTag { hash: hash(place), place: pooled(place), row: Arc::new(row) });
    }

    pub(super) fn remove(&mut self, place: &str, key: &str) {
        self.0.remove(&Wanted(hash(place), [place, key, ""]) as &dyn Named);
    }

    pub(super) fn get(&self, place: &str, key: &str) -> Option<&Arc<Row<Tag>>> {
        self.0.get(&Wanted(hash(place), [place, key, ""]) as &dyn Named).map(|held| &held.row)
    }

    /// The tags in one place, in order of key.
    pub(super) fn of<'t>(&'t self, place: &str) -> impl Iterator<Item = &'t Arc<Row<Tag>>> + use<'t> {
        let from: &dyn Named = &Wanted(hash(place), [place, "", ""]);
        let mut tags = self.0.range::<_, dyn Named>((Bound::Included(from), Bound::Unbounded));
        let first = tags.next().filter(|tag| &*tag.place == place);
        let of_place = move |tag: &&HeldTag| first.is_some_and(|first| first.place == tag.place);
        first.into_iter().chain(tags).take_while(of_place).map(|tag| &tag.row)
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

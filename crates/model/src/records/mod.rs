//! What is stored: one type per kind of record, written as JSON.
//!
//! A record is the caller's intent; what hosts saw lies in records of its own (`Observed`). Fields that this version
//! does not know are kept in `rest`, so that an older writer loses nothing of a newer one.

mod address;
mod export_task;
mod image;
mod image_usage;
mod import_task;
mod instance;
mod key_pair;
mod launch_template;
mod network;
mod placement_group;
mod prefix_list;
mod recycle_bin;
mod region_account;
mod root_volume;
mod security_group;
mod stored_image;
mod tag;
mod volume;

use std::collections::BTreeMap;

pub use address::*;
pub use export_task::*;
pub use image::*;
pub use image_usage::*;
pub use import_task::*;
pub use instance::*;
pub use key_pair::*;
pub use launch_template::*;
pub use network::*;
pub use placement_group::*;
pub use prefix_list::*;
pub use recycle_bin::*;
pub use region_account::*;
pub use root_volume::*;
pub use security_group::*;
use serde::{Serialize, de::DeserializeOwned};
pub use stored_image::*;
pub use tag::*;
pub use volume::*;

use crate::ids::AccountId;

/// Fields of a newer version of a record.
pub type Rest = BTreeMap<String, serde_json::Value>;

/// A kind of stored thing. Its key in the store is `KIND/id`.
pub trait Record: Clone + Serialize + DeserializeOwned + Send + Sync + 'static {
    /// First part of the key.
    const KIND: &'static str;

    fn id(&self) -> &str;

    /// The account that owns it.
    fn account(&self) -> &AccountId;

    /// When it was made, milliseconds since 1970. Never changes: listings are ordered by it.
    fn created_ms(&self) -> i64;

    /// Names the other ids (and names) that this record can be found by, as (index, value).
    /// An index is named after the thing it points to: `("subnet", "subnet-…")`.
    fn index(&self, _add: &mut dyn FnMut(&'static str, &str)) {}

    /// The record's key in the store.
    fn key(&self) -> String {
        format!("{}/{}", Self::KIND, self.id())
    }
}

macro_rules! record {
    ($type:ty, $kind:literal, $id:ident $(, $index:literal => |$r:ident| $values:expr)* $(,)?) => {
        impl $crate::records::Record for $type {
            const KIND: &'static str = $kind;
            fn id(&self) -> &str {
                &self.$id
            }
            fn account(&self) -> &$crate::ids::AccountId {
                &self.account
            }
            fn created_ms(&self) -> i64 {
                self.created_ms
            }
            #[allow(unused_variables)]
            fn index(&self, add: &mut dyn FnMut(&'static str, &str)) {
                $({
                    let $r = self;
                    for value in ::core::iter::IntoIterator::into_iter($values) {
                        add($index, value.as_ref());
                    }
                })*
            }
        }
    };
}
pub(crate) use record;

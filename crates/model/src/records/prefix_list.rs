//! Managed prefix lists.

use ipnet::IpNet;
use serde::{Deserialize, Serialize};

use super::{Rest, record};
use crate::ids::{AccountId, PrefixListId};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PrefixList {
    pub id: PrefixListId,
    pub account: AccountId,
    pub created_ms: i64,
    pub name: String,
    pub ipv6: bool,
    pub max_entries: u32,
    /// Grows with each change of the entries; those of every version lie beside the record.
    pub version: u64,
    /// Whether anything of it was changed after it was made.
    pub modified: bool,
    /// In the order in which they were added.
    pub entries: Vec<PrefixListEntry>,
    #[serde(flatten)]
    pub rest: Rest,
}

record!(PrefixList, "prefix-list", id);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrefixListEntry {
    pub cidr: IpNet,
    pub description: Option<String>,
}

//! Tags, client tokens, and what marks an account as known in a region.

use serde::{Deserialize, Serialize};

use super::{Rest, record};
use crate::ids::AccountId;

/// One tag of one resource. Its key in the store is `tag/<resource>/<key>`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tag {
    pub account: AccountId,
    pub resource: String,
    /// AWS's name of the resource's type, as `security-group`.
    pub resource_type: String,
    pub key: String,
    pub value: String,
}

/// Remembers what a ClientToken made. Its key is `token/<account>/<action>/<token>`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClientToken {
    pub account: AccountId,
    pub action: String,
    pub token: String,
    pub created_ms: i64,
    /// Hexadecimal SHA-256 of the request's parameters.
    pub fingerprint: String,
    /// Ids of what was made, in order.
    pub ids: Vec<String>,
}

/// An account that has been given its default VPC and groups in this region.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RegionAccount {
    pub account: AccountId,
    pub created_ms: i64,
    /// EBS encryption by default.
    #[serde(default)]
    pub encryption_by_default: bool,
    #[serde(flatten)]
    pub rest: Rest,
}

record!(RegionAccount, "region-account", account);

//! Tags and client tokens.

use serde::{Deserialize, Serialize};

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

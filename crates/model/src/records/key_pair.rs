//! Key pairs. The private half is never stored.

use serde::{Deserialize, Serialize};

use super::{Rest, record};
use crate::ids::{AccountId, KeyPairId};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeyPair {
    pub id: KeyPairId,
    pub account: AccountId,
    pub created_ms: i64,
    pub name: String,
    /// `rsa` or `ed25519`.
    pub key_type: String,
    /// As AWS computes it: see `control::actions::key_pair::fingerprint`.
    pub fingerprint: String,
    /// One OpenSSH line with the key's name as its comment.
    pub public_key: String,
    #[serde(flatten)]
    pub rest: Rest,
}

record!(KeyPair, "key-pair", id, "name" => |k| [format!("{}/{}", k.account, k.name)]);

//! The keys that signatures are made with: derived from a secret for one day, region and service.

use super::Scope;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use std::collections::HashMap;
use std::fmt;
use std::sync::Mutex;

/// A secret narrowed down to one [`Scope`].
#[derive(Clone, PartialEq, Eq)]
pub struct SigningKey([u8; 32]);

impl SigningKey {
    /// Derives the key. Four rounds of HMAC: some microseconds.
    pub fn derive(secret: &str, scope: &Scope) -> SigningKey {
        let mut key = hmac(format!("AWS4{secret}").as_bytes(), scope.date.as_bytes());
        for part in [&*scope.region, &scope.service, "aws4_request"] {
            key = hmac(&key, part.as_bytes());
        }
        SigningKey(key)
    }

    pub(super) fn sign(&self, text: &str) -> [u8; 32] {
        hmac(&self.0, text.as_bytes())
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey(…)")
    }
}

fn hmac(key: &[u8], text: &[u8]) -> [u8; 32] {
    // HMAC takes keys of any length, so there is no error to handle.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else { return [0; 32] };
    mac.update(text);
    mac.finalize().into_bytes().into()
}

/// Keys derived lately. A changed secret makes a new entry, so nothing has to be removed by hand.
#[derive(Default)]
pub struct KeyCache {
    keys: Mutex<HashMap<(String, String, Scope), SigningKey>>,
}

/// More keys than anybody uses in a day; then all are forgotten.
const CAPACITY: usize = 1024;

impl KeyCache {
    /// The key, derived now or earlier.
    pub fn key(&self, access_key: &str, secret: &str, scope: &Scope) -> SigningKey {
        let id = (access_key.to_owned(), secret.to_owned(), scope.clone());
        let mut keys = self.keys.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if let Some(key) = keys.get(&id) {
            return key.clone();
        }
        if keys.len() >= CAPACITY {
            keys.clear();
        }
        let key = SigningKey::derive(secret, scope);
        keys.insert(id, key.clone());
        key
    }
}

//! Making snapshots under a key, or under none.

use crate::{Key, Vault};

/// A vault, and how what is stored by way of this is encrypted.
#[derive(Debug, Clone)]
pub struct Under<'v> {
    pub(crate) vault: &'v Vault,
    pub(crate) key: Key,
}

impl Vault {
    /// This vault, for storing snapshots under a key.
    pub fn under(&self, key: Key) -> Under<'_> {
        Under { vault: self, key }
    }

    /// This vault, for storing snapshots that aren't encrypted.
    pub fn in_clear(&self) -> Under<'_> {
        self.under(Key::None)
    }
}

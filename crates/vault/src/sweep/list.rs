//! The list of what is condemned, in batches: each is a note, rescued or deleted as a whole.

use serde::{Deserialize, Serialize};

use super::State;
use crate::{ObjectName, Vault, VaultError};

/// What the names of batches begin with.
pub(super) const BEGINNING: &str = "condemned-";
/// Objects of a batch. A job that needs one of them spares all; a job that has to wait for one waits for all.
pub(super) const OBJECTS: usize = if cfg!(test) { 2 } else { 256 };

/// Objects that nobody needs, as far as is known.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Batch {
    /// Whether they are being deleted, and can't be rescued any more.
    pub deleting: bool,
    pub names: Vec<ObjectName>,
}

impl Batch {
    pub fn encode(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("names are always JSON")
    }

    pub fn decode(bytes: &[u8]) -> Result<Batch, VaultError> {
        let unknown = |error| VaultError::Unsupported(format!("a list of garbage isn't understood: {error}"));
        serde_json::from_slice(bytes).map_err(unknown)
    }
}

/// What the names of the batches of one sweep begin with.
pub(super) fn beginning(number: u64) -> String {
    format!("{BEGINNING}{number}-")
}

impl Vault {
    /// Writes the batches of a sweep, which isn't published by that.
    pub(super) fn write_batches(&self, state: &State, names: &[ObjectName]) -> Result<(), VaultError> {
        for (at, names) in names.chunks(OBJECTS).enumerate() {
            let batch = Batch { deleting: false, names: names.to_vec() };
            // In the order of their names manifests come first: what is deleted in part has no manifest any more.
            let name = format!("{}{at:08}", beginning(state.number));
            self.backend.write_note(&name, Some(&batch.encode()), None)?;
        }
        Ok(())
    }
}

//! What a check says, for people and as JSON.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::{Damage, Hash, ObjectName};

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Manifests looked at.
    pub manifests: u64,
    /// Distinct pages looked at.
    pub pages: u64,
    /// Distinct blocks looked at.
    pub blocks: u64,
    /// What all objects take, in bytes.
    pub stored_bytes: u64,
    /// Pages and blocks that no manifest names: of deleted snapshots, or of attempts that failed or are under way.
    pub unreferenced: u64,
    /// What those take, in bytes.
    pub unreferenced_bytes: u64,
    /// Blocks that are there, and sealed under a key that can't be had: whether they are whole isn't known.
    pub unverified: u64,
    /// Objects that are missing or corrupt, by name.
    pub damaged: Vec<DamagedObject>,
    /// Snapshots that can't be read whole, by root.
    pub hurt: Vec<HurtSnapshot>,
}

/// An object that is missing or corrupt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DamagedObject {
    /// The object.
    pub name: ObjectName,
    /// What is wrong with it.
    pub damage: Damage,
}

/// A snapshot that can't be read whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HurtSnapshot {
    /// Its root.
    pub root: Hash,
    /// How many of its blocks with data can't be read; `None` if the manifest itself can't.
    pub hurt_blocks: Option<u64>,
    /// The indices of the first of them, at most [`HurtSnapshot::SHOWN`]. Under a damaged page any block may be.
    pub first_hurt: Vec<u64>,
    /// The damaged objects that it names.
    pub names: BTreeSet<ObjectName>,
}

impl HurtSnapshot {
    /// How many indices a report shows of one snapshot.
    pub const SHOWN: usize = 16;
}

impl Report {
    /// Is everything as it should be?
    pub fn is_sound(&self) -> bool {
        self.damaged.is_empty() && self.hurt.is_empty()
    }
}

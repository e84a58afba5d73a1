//! The store as one would explain it: a map that forgets nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::{Compare, Entry, Revision, Txn};

/// What engines are compared with. Deleted keys stay, without a value.
#[derive(Debug, Clone, Default)]
pub struct Model {
    keys: BTreeMap<String, Last>,
}

/// The last thing that happened to a key: its value, or `None` for its deletion, and when.
type Last = (Option<Arc<[u8]>>, Revision);

impl Model {
    /// The positions of the compares of `txn` that do not hold.
    pub fn failed(&self, txn: &Txn) -> Vec<usize> {
        (0..txn.compares.len()).filter(|position| !self.holds(&txn.compares[*position])).collect()
    }

    /// Whether `txn` would change anything.
    pub fn would_change(&self, txn: &Txn) -> bool {
        !txn.puts.is_empty() || txn.deletes.iter().any(|key| self.revision_of(key) > 0)
    }

    /// Writes `txn` at `revision`.
    pub fn write(&mut self, txn: &Txn, revision: Revision) {
        for (key, value) in &txn.puts {
            self.keys.insert(key.clone(), (Some(value.clone()), revision));
        }
        for key in &txn.deletes {
            if self.revision_of(key) > 0 {
                self.keys.insert(key.clone(), (None, revision));
            }
        }
    }

    /// The revision that last wrote the live `key`, or 0.
    pub fn revision_of(&self, key: &str) -> Revision {
        match self.keys.get(key) {
            Some((Some(_), revision)) => *revision,
            Some((None, _)) | None => 0,
        }
    }

    /// The live records whose keys begin with `prefix`, in order.
    pub fn scan(&self, prefix: &str) -> Vec<Entry> {
        let live =
            self.keys.iter().filter(|(key, _)| key.starts_with(prefix)).filter_map(|(key, (value, revision))| {
                Some(Entry { key: key.as_str().into(), value: value.clone()?, revision: *revision })
            });
        live.collect()
    }

    fn holds(&self, compare: &Compare) -> bool {
        match compare {
            Compare::KeyAt { key, revision } => self.revision_of(key) == *revision,
            Compare::Absent { key } => self.revision_of(key) == 0,
            Compare::RangeEmpty { prefix } => self.scan(prefix).is_empty(),
            Compare::RangeUnchangedSince { prefix, revision } => {
                self.keys.iter().all(|(key, (_, changed))| !key.starts_with(prefix) || changed <= revision)
            }
        }
    }
}

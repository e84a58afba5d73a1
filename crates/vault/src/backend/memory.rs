//! A vault in memory, for tests and simulated clouds.
//!
//! It also remembers which names have been settled, so that a test can cut the power.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::{Mutex, MutexGuard};
use std::time::SystemTime;

use super::{Backend, Listed, Object, Put};
use crate::{BackendError, Kind, ObjectName};

/// Objects in memory.
#[derive(Debug, Default)]
pub struct MemoryBackend {
    objects: Mutex<BTreeMap<ObjectName, Stored>>,
}

#[derive(Debug, Clone)]
struct Stored {
    bytes: Vec<u8>,
    settled: bool,
}

impl MemoryBackend {
    /// An empty place.
    pub fn new() -> MemoryBackend {
        MemoryBackend::default()
    }

    /// Forgets objects that haven't been settled, save those that `keep` says had reached the disk by luck.
    pub fn power_cut(&self, mut keep: impl FnMut(ObjectName) -> bool) {
        self.objects().retain(|name, stored| stored.settled || keep(*name));
    }

    /// Changes an object's stored bytes, as a failing disk would. Returns whether there was one.
    pub fn tamper(&self, name: ObjectName, change: impl FnOnce(&mut Vec<u8>)) -> bool {
        self.objects().get_mut(&name).map(|stored| change(&mut stored.bytes)).is_some()
    }

    fn objects(&self) -> MutexGuard<'_, BTreeMap<ObjectName, Stored>> {
        self.objects.lock().expect("no holder of this lock panics")
    }
}

impl Backend for MemoryBackend {
    fn put_if_absent(&self, objects: &[Object<'_>]) -> Result<Vec<Put>, BackendError> {
        let mut held = self.objects();
        let put = |object: &Object<'_>| {
            if held.contains_key(&object.name) {
                return Put::Present;
            }
            held.insert(object.name, Stored { bytes: object.bytes.to_vec(), settled: false });
            Put::Stored
        };
        Ok(objects.iter().map(put).collect())
    }

    fn replace(&self, object: Object<'_>) -> Result<(), BackendError> {
        self.objects().insert(object.name, Stored { bytes: object.bytes.to_vec(), settled: false });
        Ok(())
    }

    fn settle(&self, names: &[ObjectName]) -> Result<(), BackendError> {
        let mut held = self.objects();
        for name in names {
            if let Some(stored) = held.get_mut(name) {
                stored.settled = true;
            }
        }
        Ok(())
    }

    fn get(&self, name: ObjectName) -> Result<Option<Vec<u8>>, BackendError> {
        Ok(self.objects().get(&name).map(|stored| stored.bytes.clone()))
    }

    fn exists(&self, name: ObjectName) -> Result<bool, BackendError> {
        Ok(self.objects().contains_key(&name))
    }

    fn delete(&self, name: ObjectName) -> Result<bool, BackendError> {
        Ok(self.objects().remove(&name).is_some())
    }

    fn list(&self, kind: Kind, visit: &mut dyn FnMut(Listed) -> ControlFlow<()>) -> Result<(), BackendError> {
        // A copy of the list, so that the visitor may use this back end.
        let of_kind = |(name, stored): (&ObjectName, &Stored)| {
            let listed =
                Listed { name: *name, stored_bytes: stored.bytes.len() as u64, stored_at: SystemTime::UNIX_EPOCH };
            (name.kind == kind).then_some(listed)
        };
        let listed: Vec<Listed> = self.objects().iter().filter_map(of_kind).collect();
        for object in listed {
            if visit(object).is_break() {
                break;
            }
        }
        Ok(())
    }
}

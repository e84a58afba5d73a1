//! A vault in memory, for tests and simulated clouds.
//!
//! It also remembers which names have been settled, so that a test can cut the power.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use super::{Backend, Hold, Listed, LiveJob, Note, Object, Put};
use crate::{BackendError, Hash, Kind, ObjectName};

/// Objects in memory.
#[derive(Debug, Default)]
pub struct MemoryBackend {
    objects: Mutex<BTreeMap<ObjectName, Stored>>,
    notes: Mutex<BTreeMap<String, Vec<u8>>>,
    holds: Arc<Mutex<Holds>>,
}

/// The jobs under way, and who sweeps.
#[derive(Debug, Default)]
struct Holds {
    next: u64,
    jobs: BTreeMap<u64, Vec<u8>>,
    sweeper: Option<u64>,
}

#[derive(Debug)]
struct Held {
    number: u64,
    holds: Arc<Mutex<Holds>>,
}

impl Hold for Held {
    fn is_held(&self) -> bool {
        true
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let mut holds = self.holds.lock().unwrap_or_else(PoisonError::into_inner);
        holds.jobs.remove(&self.number);
        if holds.sweeper == Some(self.number) {
            holds.sweeper = None;
        }
    }
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

    fn notes(&self) -> MutexGuard<'_, BTreeMap<String, Vec<u8>>> {
        self.notes.lock().expect("no holder of this lock panics")
    }

    fn holds(&self) -> MutexGuard<'_, Holds> {
        self.holds.lock().unwrap_or_else(PoisonError::into_inner)
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

    fn delete(&self, names: &[ObjectName]) -> Result<u64, BackendError> {
        let mut held = self.objects();
        Ok(names.iter().filter(|name| held.remove(name).is_some()).count() as u64)
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

    fn read_note(&self, name: &str) -> Result<Option<Note>, BackendError> {
        let note = |bytes: &Vec<u8>| Note { bytes: bytes.clone(), version: Hash::of(bytes).to_string() };
        Ok(self.notes().get(name).map(note))
    }

    fn write_note(&self, name: &str, bytes: Option<&[u8]>, before: Option<&str>) -> Result<bool, BackendError> {
        let mut notes = self.notes();
        if notes.get(name).map(|bytes| Hash::of(bytes).to_string()).as_deref() != before {
            return Ok(false);
        }
        match bytes {
            Some(bytes) => drop(notes.insert(name.to_owned(), bytes.to_vec())),
            None => drop(notes.remove(name)),
        }
        Ok(true)
    }

    fn list_notes(&self, beginning: &str) -> Result<Vec<String>, BackendError> {
        Ok(self.notes().keys().filter(|name| name.starts_with(beginning)).cloned().collect())
    }

    fn begin_job(&self, about: &[u8]) -> Result<Box<dyn Hold>, BackendError> {
        let mut holds = self.holds();
        holds.next += 1;
        let number = holds.next;
        holds.jobs.insert(number, about.to_vec());
        Ok(Box::new(Held { number, holds: Arc::clone(&self.holds) }))
    }

    fn live_jobs(&self) -> Result<Vec<LiveJob>, BackendError> {
        let job = |(number, about): (&u64, &Vec<u8>)| LiveJob { id: number.to_string(), about: about.clone() };
        Ok(self.holds().jobs.iter().map(job).collect())
    }

    fn hold_sweep(&self) -> Result<Option<Box<dyn Hold>>, BackendError> {
        let mut holds = self.holds();
        if holds.sweeper.is_some() {
            return Ok(None);
        }
        holds.next += 1;
        let number = holds.next;
        holds.sweeper = Some(number);
        Ok(Some(Box::new(Held { number, holds: Arc::clone(&self.holds) })))
    }
}

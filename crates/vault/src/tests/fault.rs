//! A back end that fails when a test wants it.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use crate::backend::{Backend, Hold, Listed, LiveJob, Note, Object, Put};
use crate::{BackendError, Kind, ObjectName};

/// When the operation that fails does its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// It fails without having done anything.
    None,
    /// It stores half of the objects first.
    Half,
    /// It does all, and only the answer is lost.
    All,
}

/// How it fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// From then on nothing works, as if the process had been killed.
    Killed,
    /// Nothing can be stored any more, but read.
    Full,
}

/// Passes everything on, until operation `at` (counted from 0; of those that store, where its work is done in part).
pub struct Faulty {
    inner: Arc<dyn Backend>,
    left: AtomicI64,
    work: Work,
    manner: Manner,
    /// How many objects were got.
    pub gets: AtomicU64,
}

impl Faulty {
    pub fn new(inner: Arc<dyn Backend>, at: i64, work: Work, manner: Manner) -> Faulty {
        Faulty { inner, left: AtomicI64::new(at), work, manner, gets: AtomicU64::new(0) }
    }

    /// Never fails; for its counts.
    pub fn never(inner: Arc<dyn Backend>) -> Faulty {
        Faulty::new(inner, i64::MAX, Work::None, Manner::Killed)
    }

    fn error(&self) -> BackendError {
        let attempted = "a test's fault".to_owned();
        match self.manner {
            Manner::Killed => BackendError::Io { attempted, source: std::io::Error::other("killed") },
            Manner::Full => BackendError::Full { attempted },
        }
    }

    fn read<T>(&self, work: impl FnOnce() -> Result<T, BackendError>) -> Result<T, BackendError> {
        match self.manner {
            Manner::Killed if self.work == Work::None => self.write(|_| work()),
            // A read does the same work either way: it isn't counted again, and only fails when all is over.
            Manner::Killed if self.left.load(Ordering::SeqCst) < 0 => Err(self.error()),
            Manner::Killed => work(),
            Manner::Full => work(),
        }
    }

    fn write<T>(&self, work: impl FnOnce(Work) -> Result<T, BackendError>) -> Result<T, BackendError> {
        match self.left.fetch_sub(1, Ordering::SeqCst) {
            1.. => work(Work::All),
            0 => {
                if self.work != Work::None {
                    work(self.work)?;
                }
                Err(self.error())
            }
            _ => Err(self.error()),
        }
    }
}

impl Backend for Faulty {
    fn put_if_absent(&self, objects: &[Object<'_>]) -> Result<Vec<Put>, BackendError> {
        self.write(|work| {
            let count = if work == Work::Half { objects.len() / 2 } else { objects.len() };
            self.inner.put_if_absent(&objects[..count])
        })
    }

    fn replace(&self, object: Object<'_>) -> Result<(), BackendError> {
        self.write(|_| self.inner.replace(object))
    }

    fn settle(&self, names: &[ObjectName]) -> Result<(), BackendError> {
        self.write(|work| {
            let count = if work == Work::Half { names.len() / 2 } else { names.len() };
            self.inner.settle(&names[..count])
        })
    }

    fn get(&self, name: ObjectName) -> Result<Option<Vec<u8>>, BackendError> {
        self.gets.fetch_add(1, Ordering::Relaxed);
        self.read(|| self.inner.get(name))
    }

    fn exists(&self, name: ObjectName) -> Result<bool, BackendError> {
        self.read(|| self.inner.exists(name))
    }

    fn delete(&self, names: &[ObjectName]) -> Result<u64, BackendError> {
        self.write(|work| {
            let count = if work == Work::Half { names.len() / 2 } else { names.len() };
            self.inner.delete(&names[..count])
        })
    }

    fn list(&self, kind: Kind, visit: &mut dyn FnMut(Listed) -> ControlFlow<()>) -> Result<(), BackendError> {
        self.read(|| self.inner.list(kind, visit))
    }

    fn read_note(&self, name: &str) -> Result<Option<Note>, BackendError> {
        self.read(|| self.inner.read_note(name))
    }

    fn write_note(&self, name: &str, bytes: Option<&[u8]>, before: Option<&str>) -> Result<bool, BackendError> {
        self.write(|_| self.inner.write_note(name, bytes, before))
    }

    fn list_notes(&self, beginning: &str) -> Result<Vec<String>, BackendError> {
        self.read(|| self.inner.list_notes(beginning))
    }

    fn begin_job(&self, about: &[u8]) -> Result<Box<dyn Hold>, BackendError> {
        self.write(|_| self.inner.begin_job(about))
    }

    fn live_jobs(&self) -> Result<Vec<LiveJob>, BackendError> {
        self.read(|| self.inner.live_jobs())
    }

    fn hold_sweep(&self) -> Result<Option<Box<dyn Hold>>, BackendError> {
        self.write(|_| self.inner.hold_sweep())
    }
}

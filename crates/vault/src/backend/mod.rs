//! Where objects lie: the port of the vault, and its implementations.
//!
//! A back end knows names and bytes. That a content has its name's hash is checked above it, for every back end alike.
//!
//! ```text
//! put_if_absent ──► the object can be read, whole, by everyone ──► settle ──► it also survives a power cut
//! ```
//! The two are apart because a folder needs a sync for each of its directories to keep *names*, which one does once for
//! thousands of objects. What is never visible, at no moment and after no crash, is a part of an object. The vault
//! publishes a manifest only after it has settled all that the manifest names.

mod bucket;
mod local;
mod memory;

use std::fmt::Debug;
use std::ops::ControlFlow;
use std::time::SystemTime;

pub use bucket::{Bucket, BucketCredentials, BucketPlace, Known, known_place};
pub use local::LocalFolder;
pub use memory::MemoryBackend;

use crate::{BackendError, Kind, ObjectName};

#[cfg(test)]
pub(crate) use bucket::tests::BucketInMemory;
pub(crate) use local::sync_dir;
#[cfg(test)]
pub(crate) use local::{FaultHook, Step};

/// An object to store.
#[derive(Debug, Clone, Copy)]
pub struct Object<'a> {
    /// Its name.
    pub name: ObjectName,
    /// Its stored bytes.
    pub bytes: &'a [u8],
}

/// What became of an object that was to be stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Put {
    /// It was stored now.
    Stored,
    /// An object of that name was there. Its bytes weren't looked at.
    Present,
}

/// An object found by [`Backend::list`].
#[derive(Debug, Clone, Copy)]
pub struct Listed {
    /// Its name.
    pub name: ObjectName,
    /// How many bytes it takes, header included.
    pub stored_bytes: u64,
    /// When it was stored; a garbage collector's grace counts from here.
    pub stored_at: SystemTime,
}

/// A place for objects. Calls block; several threads and processes may use one place at once.
pub trait Backend: Send + Sync {
    /// Stores objects whose names are free, and says for each what became of it, in order.
    ///
    /// # Errors
    /// [`BackendError::Full`] and [`BackendError::Io`]. Then some of the objects may be stored, each of them whole.
    fn put_if_absent(&self, objects: &[Object<'_>]) -> Result<Vec<Put>, BackendError>;

    /// Stores an object in the place of a damaged one of the same name. Readers see the old or the new one.
    ///
    /// # Errors
    /// [`BackendError::Full`] and [`BackendError::Io`].
    fn replace(&self, object: Object<'_>) -> Result<(), BackendError>;

    /// Makes sure that objects which are visible now survive a power cut, whoever stored them.
    ///
    /// # Errors
    /// [`BackendError::Full`] and [`BackendError::Io`].
    fn settle(&self, names: &[ObjectName]) -> Result<(), BackendError>;

    /// The stored bytes of an object, or `None`. Of an object longer than [`Kind::max_stored_bytes`], which is
    /// corrupt, only a beginning longer than that is needed.
    ///
    /// # Errors
    /// [`BackendError::Io`].
    fn get(&self, name: ObjectName) -> Result<Option<Vec<u8>>, BackendError>;

    /// Is there an object of that name? Its bytes aren't looked at.
    ///
    /// # Errors
    /// [`BackendError::Io`].
    fn exists(&self, name: ObjectName) -> Result<bool, BackendError>;

    /// Removes objects in this order, durably; says how many of them there were, or was asked for where the place
    /// doesn't tell. Only who has the right to sweep does this.
    ///
    /// # Errors
    /// [`BackendError::Io`]. Then some of them may be gone.
    fn delete(&self, names: &[ObjectName]) -> Result<u64, BackendError>;

    /// Shows all objects of a kind, in no order. What is stored or deleted meanwhile may be shown or not.
    ///
    /// # Errors
    /// [`BackendError::Io`].
    fn list(&self, kind: Kind, visit: &mut dyn FnMut(Listed) -> ControlFlow<()>) -> Result<(), BackendError>;

    /// A note, if there is one of that name. Notes are small records that change; names are letters, digits and dashes.
    ///
    /// # Errors
    /// [`BackendError::Io`].
    fn read_note(&self, name: &str) -> Result<Option<Note>, BackendError>;

    /// Writes a note, or removes it (`None`), if it is as it was when its version was read (`None`: it wasn't there).
    /// Says whether it was. What was written survives a power cut.
    ///
    /// # Errors
    /// [`BackendError::Full`] and [`BackendError::Io`].
    fn write_note(&self, name: &str, bytes: Option<&[u8]>, before: Option<&str>) -> Result<bool, BackendError>;

    /// The names of the notes that begin so.
    ///
    /// # Errors
    /// [`BackendError::Io`].
    fn list_notes(&self, beginning: &str) -> Result<Vec<String>, BackendError>;

    /// Makes known to everybody that a job is under way, until the result is dropped or its process is gone.
    ///
    /// # Errors
    /// [`BackendError::Full`] and [`BackendError::Io`].
    fn begin_job(&self, about: &[u8]) -> Result<Box<dyn Hold>, BackendError>;

    /// The jobs under way, of all processes.
    ///
    /// # Errors
    /// [`BackendError::Io`].
    fn live_jobs(&self) -> Result<Vec<LiveJob>, BackendError>;

    /// The right to delete what is garbage, unless somebody else has it, or an earlier deletion may still be on its way.
    ///
    /// # Errors
    /// [`BackendError::Full`] and [`BackendError::Io`].
    fn hold_sweep(&self) -> Result<Option<Box<dyn Hold>>, BackendError>;
}

/// A note as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What it says.
    pub bytes: Vec<u8>,
    /// Differs whenever what it says does.
    pub version: String,
}

/// A job under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LiveJob {
    /// Its name; never used again.
    pub id: String,
    /// What was said of it.
    pub about: Vec<u8>,
}

/// Something that is held until it is dropped, or until its process is gone.
pub trait Hold: Send + Sync + Debug {
    /// Is it still held? What is held over a network may be lost.
    fn is_held(&self) -> bool;
}

//! The port to where disks and images come from that were made elsewhere, and where they go to: buckets of objects.

use std::sync::atomic::AtomicBool;

use model::records::{ExportFormat, ImportPlace, StoredImage};
use vault::{Job, Key};

/// Hears percents.
pub type Progress<'a> = &'a (dyn Fn(u8) + Send + Sync);

/// Reads and writes objects. The plan asks only whether a place is allowed; jobs do the rest, away from requests.
pub trait Exchange: Send + Sync + 'static {
    /// Refuses a place that nothing may be read from, with a sentence for the caller. Reads nothing.
    fn check(&self, place: &ImportPlace) -> Result<(), String>;

    /// Brings a disk into the vault, under this key. Blocks for as long as it takes; ends soon with an error once `cancel` is set.
    fn bring_in(
        &self,
        place: &ImportPlace,
        format: &str,
        key: Key,
        progress: Progress<'_>,
        cancel: &AtomicBool,
    ) -> Result<BroughtIn, String>;

    /// Whether there is an object. Blocks for a look.
    fn look(&self, bucket: &str, key: &str) -> Result<Presence, NoPlace>;

    /// Writes a disk of the vault as an object, which appears whole and durable or not at all. One that is there already
    /// is replaced. Blocks for as long as it takes; ends soon with an error once `cancel` is set.
    fn bring_out(&self, disk: &Outgoing<'_>, progress: Progress<'_>, cancel: &AtomicBool) -> Result<(), String>;

    /// Writes an image and its disks as one object, as `bring_out` does a disk. If one of its disks is encrypted, all of
    /// them are sealed under that one's key.
    fn store_image(
        &self,
        image: &StoredImage,
        bucket: &str,
        key: &str,
        progress: Progress<'_>,
        cancel: &AtomicBool,
    ) -> Result<(), String>;

    /// What an object says of the image that is in it. Its end and its head are verified; that is quick. The reason why
    /// it can't be used names what is wrong, not the object.
    fn stored_image(&self, bucket: &str, key: &str) -> Result<StoredFound, NoPlace>;

    /// Brings the disks of a stored image into the vault, in their order, each under its key of `keys`. Nothing of them is
    /// used before all of the object has been verified. Blocks as `bring_in` does.
    fn restore_disks(
        &self,
        bucket: &str,
        key: &str,
        keys: &[Key],
        progress: Progress<'_>,
        cancel: &AtomicBool,
    ) -> Result<Vec<BroughtIn>, String>;

    /// Takes an object away, and what was written of one; it is no error if there is none.
    fn remove(&self, bucket: &str, key: &str) -> Result<(), String>;
}

/// A disk that is in the vault.
#[derive(Debug)]
pub struct BroughtIn {
    /// Root of its manifest.
    pub root: String,
    pub size_bytes: u64,
    /// The bytes of its blocks with data.
    pub full_bytes: u64,
    /// Keeps it from the garbage collection; to be held until a record names the root.
    pub job: Job,
}

/// What was found where a stored image should lie.
#[derive(Clone, Debug, PartialEq)]
pub enum StoredFound {
    Image(Box<StoredImage>),
    /// There is an object, and this is wrong with it.
    Unusable(String),
    Nothing,
}

/// A disk that is to be written.
#[derive(Clone, Copy, Debug)]
pub struct Outgoing<'a> {
    /// Root of its manifest; `None` is a disk of zeros.
    pub root: Option<&'a str>,
    /// How large a disk of zeros is.
    pub size_gib: u32,
    pub format: ExportFormat,
    pub bucket: &'a str,
    pub key: &'a str,
}

/// Whether there is an object in a bucket that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    There,
    Absent,
}

/// Why no object can lie somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoPlace {
    NoBucket,
    /// The key can't be one; a sentence for the caller.
    BadKey(String),
    /// It could not be looked; a sentence for the operator.
    Failed(String),
}

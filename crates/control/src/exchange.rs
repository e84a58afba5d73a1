//! The port to what brings disks that were made elsewhere into the vault.

use std::sync::atomic::AtomicBool;

use model::records::ImportPlace;

/// Reads foreign disks. The plan asks only whether a place is allowed; a job does the rest, away from requests.
pub trait Exchange: Send + Sync + 'static {
    /// Refuses a place that nothing may be read from, with a sentence for the caller. Reads nothing.
    fn check(&self, place: &ImportPlace) -> Result<(), String>;

    /// Brings a disk into the vault. Blocks for as long as it takes; ends soon with an error once `cancel` is set.
    /// `progress` hears percents.
    fn bring_in(
        &self,
        place: &ImportPlace,
        format: &str,
        progress: &(dyn Fn(u8) + Send + Sync),
        cancel: &AtomicBool,
    ) -> Result<BroughtIn, String>;
}

/// A disk that is in the vault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BroughtIn {
    /// Root of its manifest.
    pub root: String,
    pub size_bytes: u64,
    /// What it took in the vault beyond what was there already.
    pub stored_bytes: u64,
}

//! Room on the host's disk: looked at before large copies, so that they fail before they begin and not in the middle,
//! with guests that write beside them.

use std::path::Path;

use super::DiskError;

/// What is left to the guests that run.
const RESERVE_BYTES: u64 = 512 << 20;

/// What is free where `path` is, for us.
pub fn free_bytes(path: &Path) -> std::io::Result<u64> {
    let space = nix::sys::statvfs::statvfs(path)?;
    // The types differ from one platform to the next.
    #[allow(clippy::useless_conversion)]
    Ok(u64::from(space.blocks_available()) * u64::from(space.fragment_size()))
}

/// Whether so little is left that nothing should be written but what guests write. What can't be looked at isn't short.
pub(super) fn is_short(folder: &Path) -> bool {
    free_bytes(folder).is_ok_and(|free| free < RESERVE_BYTES / 2)
}

/// Refuses work that needs more than there is.
pub(super) fn require(folder: &Path, attempted: &str, needed_bytes: u64) -> Result<(), DiskError> {
    let free = free_bytes(folder).map_err(DiskError::io(format!("looking at {}", folder.display())))?;
    if free < needed_bytes.saturating_add(RESERVE_BYTES) {
        return Err(DiskError::Full {
            attempted: attempted.to_owned(),
            needed_mib: (needed_bytes + RESERVE_BYTES) >> 20,
            free_mib: free >> 20,
        });
    }
    Ok(())
}

//! From a raw file to a disk that other hypervisors take.

use std::{
    fs,
    path::Path,
    sync::atomic::{AtomicBool, Ordering},
};

use super::{
    format::{ForeignError, Format},
    serve::{Limits, limited, options},
};
use crate::error::At;

const ATTEMPT: &str = "Writing the disk";

/// Writes the raw disk `raw` as `out`, in the one form of its format that ImportImage and the format's own products take:
/// VMDK as a stream, VHD of dynamic size. Blocks for as long as it takes, and ends soon once `cancel` is set. After an
/// error `out` isn't there.
pub fn write(raw: &Path, format: Format, limits: Limits, out: &Path, cancel: &AtomicBool) -> Result<(), ForeignError> {
    let form = match format {
        Format::Vmdk => "subformat=streamOptimized",
        // Without it the size would be rounded up to a whole number of cylinders.
        Format::Vhd => "subformat=dynamic,force_size=on",
        Format::Raw | Format::Qcow2 | Format::Vhdx | Format::Ova => {
            return Err(ForeignError::NotWritten(format.as_str()));
        }
    };
    let size_bytes = fs::metadata(raw).at(ATTEMPT, raw)?.len();
    // What can't be compressed takes a little more than it is, and so do the tables.
    let most_bytes = size_bytes + size_bytes / 32 + (64 << 20);
    let finished = limited(ATTEMPT, limits, most_bytes)
        .remedy("free space, or export in another format")
        .args(["qemu-img", "convert", "-O", format.driver(), "-o", form])
        .arg(options(raw, Format::Raw, None))
        .arg(out)
        .run_until(cancel);
    if finished.is_err() || cancel.load(Ordering::Relaxed) {
        let _ = fs::remove_file(out);
        finished?;
        return Err(ForeignError::Cancelled);
    }
    Ok(())
}

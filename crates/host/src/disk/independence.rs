//! How a volume becomes independent of the snapshot that it began as: when its file has all of its content.
//!
//! The copying is QEMU's work, see `vm::real::stream`. Here is what it takes, and what is noted of it.

use model::VolumeId;

use super::{DiskError, Disks, snapshot::allocated_bytes, space, volume::VolumeRecord};

/// Bytes of data that are copied in a second.
const DATA_RATE: u64 = 100 << 20;
/// The most that QEMU's throttle groups take (`THROTTLE_VALUE_MAX`); a block job takes more.
const MAX_RATE: u64 = 1_000_000_000_000_000;

/// What there is to copy for one volume.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToCopy {
    /// Bytes a second, holes included.
    pub rate: u64,
}

impl Disks {
    /// Whether the volume has all of its content, and that is on record. The caller has its lease.
    pub fn is_independent(&self, volume: &VolumeId) -> Result<bool, DiskError> {
        let record = self.record(volume)?.ok_or_else(|| DiskError::NoVolume(volume.clone()))?;
        Ok(record.origin.is_none())
    }

    /// What has to be copied until the volume is independent; nothing if it is. The caller has its lease.
    ///
    /// # Errors
    /// [`DiskError::Full`] when there is no room for it. Until there is, the volume goes on as it is.
    pub fn to_copy(&self, volume: &VolumeId) -> Result<Option<ToCopy>, DiskError> {
        let record = self.record(volume)?.ok_or_else(|| DiskError::NoVolume(volume.clone()))?;
        let Some(root) = &record.origin else { return Ok(None) };
        let origin = self.origin(root)?;
        // What was copied before is there already. So is what was written, which may be elsewhere; then it runs out of
        // room on its way, and the guest doesn't notice.
        let needed = origin.data_bytes.saturating_sub(allocated_bytes(&self.image_path(volume)));
        space::require(&self.path("volumes"), "copying a volume's content", needed)?;
        Ok(Some(ToCopy { rate: rate(origin.size_bytes, origin.data_bytes) }))
    }

    /// Whether guests need all the room that there is left.
    pub fn is_short_of_room(&self) -> bool {
        space::is_short(&self.path("volumes"))
    }

    /// Notes that the volume needs its snapshot no more. All of its content is in its file, and that is durable.
    pub fn note_independence(&self, volume: &VolumeId) -> Result<(), DiskError> {
        let record = self.record(volume)?.ok_or_else(|| DiskError::NoVolume(volume.clone()))?;
        self.write_record(volume, &VolumeRecord { origin: None, ..record })
    }
}

/// QEMU counts holes like data, although they cost next to nothing: what is mostly holes may go faster.
fn rate(size_bytes: u64, data_bytes: u64) -> u64 {
    let rate = u128::from(DATA_RATE) * u128::from(size_bytes) / u128::from(data_bytes.max(1));
    u64::try_from(rate).unwrap_or(u64::MAX).clamp(DATA_RATE, MAX_RATE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holes_do_not_count() {
        for (size_bytes, data_bytes, expected) in [
            (8 << 30, 8 << 30, DATA_RATE),
            (8 << 30, 4 << 30, 2 * DATA_RATE),
            // A snapshot that ends within a block.
            (1000, 512 << 10, DATA_RATE),
            (0, 0, DATA_RATE),
            (1 << 40, 0, MAX_RATE),
        ] {
            assert_eq!(rate(size_bytes, data_bytes), expected, "{size_bytes} {data_bytes}");
        }
    }
}

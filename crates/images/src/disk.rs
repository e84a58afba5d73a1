//! A disk of partitions: where they lie, and putting them together.

use std::{
    fs::{self, File},
    path::Path,
};

use crate::{
    error::{At, Result},
    gpt::{self, Extent, Table},
    raw,
};

/// Partitions begin and end at whole MiB.
const ALIGNMENT_SECTORS: u64 = 2048;

/// Where the partitions of an image lie: small ones first, and the root in all that is left, so that it can grow.
pub(crate) struct Layout {
    pub(crate) others: Vec<Extent>,
    pub(crate) root: Extent,
}

impl Layout {
    /// `others` are the sizes of the small ones, in whole MiB.
    pub(crate) fn of(disk_bytes: u64, others: &[u64]) -> Self {
        let mut next = ALIGNMENT_SECTORS;
        let others = others.iter().map(|bytes| {
            let extent = Extent { first_sector: next, end_sector: next + bytes / gpt::SECTOR };
            next = extent.end_sector;
            extent
        });
        let others = others.collect();
        let end = gpt::last_usable(disk_bytes / gpt::SECTOR) + 1;
        let root = Extent { first_sector: next, end_sector: end / ALIGNMENT_SECTORS * ALIGNMENT_SECTORS };
        Self { others, root }
    }
}

/// Makes the disk: the partitions' contents in their places, and the table.
pub(crate) fn assemble(table: &Table, disk_bytes: u64, disk: &Path) -> Result<()> {
    let attempt = "Putting the disk together";
    let file = File::create(disk).at(attempt, disk)?;
    file.set_len(disk_bytes).at(attempt, disk)?;
    for partition in table.partitions {
        let offset = partition.extent.first_sector * gpt::SECTOR;
        raw::place(partition.content, &file, offset).at(attempt, partition.content)?;
    }
    table.write(&file, disk_bytes / gpt::SECTOR).at(attempt, disk)?;
    file.sync_all().at(attempt, disk)
}

/// Gives the finished disk its place by a rename, so that nobody ever finds half of one there.
pub(crate) fn publish(disk: &Path, out: &Path) -> Result<()> {
    let attempt = "Putting the image in its place";
    match fs::rename(disk, out) {
        Err(error) if error.kind() == std::io::ErrorKind::CrossesDevices => {
            let beside = out.with_extension("partial");
            let file = File::create(&beside).at(attempt, &beside)?;
            let bytes = fs::metadata(disk).at(attempt, disk)?.len();
            file.set_len(bytes).at(attempt, &beside)?;
            raw::place(disk, &file, 0).at(attempt, &beside)?;
            file.sync_all().at(attempt, &beside)?;
            fs::rename(&beside, out).at(attempt, out)
        }
        result => result.at(attempt, out),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partitions_follow_each_other_and_the_root_takes_the_rest() {
        let layout = Layout::of(2 << 30, &[1 << 20, 32 << 20]);
        let shown: Vec<(u64, u64)> =
            layout.others.iter().chain([&layout.root]).map(|extent| (extent.first_sector, extent.end_sector)).collect();
        assert_eq!(shown, [(2048, 4096), (4096, 69632), (69632, 4192256)]);
        assert!(layout.root.end_sector <= gpt::last_usable((2 << 30) / gpt::SECTOR) + 1);
    }
}

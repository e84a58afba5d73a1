//! Writes the partition table of an image: a GPT behind a master boot record that holds boot code for BIOS.

use std::{fs::File, io, os::unix::fs::FileExt, path::Path};

pub(crate) const SECTOR: u64 = 512;
/// Sectors of the table of entries: 128 entries of 128 bytes.
const TABLE_SECTORS: u64 = 32;
const ENTRIES: usize = 128;
const ENTRY_SIZE: usize = 128;
const HEADER_SIZE: usize = 92;

/// 16 bytes that name something for good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Guid([u8; 16]);

impl Guid {
    /// The same name always gives the same identifier, so that two builds of an image are equal.
    pub(crate) fn derived(name: &str) -> Self {
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&blake3::hash(name.as_bytes()).as_bytes()[..16]);
        bytes[6] = bytes[6] & 0x0f | 0x40;
        bytes[8] = bytes[8] & 0x3f | 0x80;
        Self(bytes)
    }

    const fn literal(number: u128) -> Self {
        Self(number.to_be_bytes())
    }

    pub(crate) fn text(self) -> String {
        let hex = hex::encode(self.0);
        format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
    }

    /// As it is on disk: the first three groups have their bytes reversed.
    fn stored(self) -> [u8; 16] {
        let mut bytes = self.0;
        bytes[..4].reverse();
        bytes[4..6].reverse();
        bytes[6..8].reverse();
        bytes
    }
}

/// Types of partitions.
pub(crate) const EFI_SYSTEM: Guid = Guid::literal(0xC12A7328_F81F_11D2_BA4B_00A0C93EC93B);
pub(crate) const ROOT_X86_64: Guid = Guid::literal(0x4F68BCE3_E8CD_4DB1_96E7_FBCAF984B709);
pub(crate) const ROOT_X86: Guid = Guid::literal(0x44479540_F297_41B2_9AF7_D131D5F0458A);
pub(crate) const ROOT_ARM64: Guid = Guid::literal(0xB921B045_1DF0_41C3_AF44_4C6F280D3FAE);

/// Holds a boot loader for BIOS, and no file system.
pub(crate) const BIOS_BOOT: Guid = Guid::literal(0x21686148_6449_6E6F_744E_656564454649);

/// BIOS boot code looks for the partition that has this bit.
pub(crate) const LEGACY_BOOTABLE: u64 = 1 << 2;

/// A run of sectors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Extent {
    pub(crate) first_sector: u64,
    /// The one after the last.
    pub(crate) end_sector: u64,
}

impl Extent {
    pub(crate) fn sectors(self) -> u64 {
        self.end_sector - self.first_sector
    }

    pub(crate) fn bytes(self) -> u64 {
        self.sectors() * SECTOR
    }
}

pub(crate) struct Partition<'a> {
    /// From 1, as in the name of the device.
    pub(crate) number: usize,
    pub(crate) kind: Guid,
    pub(crate) id: Guid,
    pub(crate) name: &'static str,
    pub(crate) attributes: u64,
    pub(crate) extent: Extent,
    /// The file with what is in it.
    pub(crate) content: &'a Path,
}

pub(crate) struct Table<'a> {
    pub(crate) id: Guid,
    /// Code of the master boot record, at most 440 bytes; empty for machines without BIOS.
    pub(crate) boot_code: &'a [u8],
    pub(crate) partitions: &'a [Partition<'a>],
}

/// The last sector that a partition may use, on a disk of so many sectors.
pub(crate) fn last_usable(disk_sectors: u64) -> u64 {
    disk_sectors - TABLE_SECTORS - 2
}

impl Table<'_> {
    /// Writes both copies of the table onto a disk of this size.
    pub(crate) fn write(&self, disk: &File, disk_sectors: u64) -> io::Result<()> {
        let last = disk_sectors - 1;
        let entries = self.entries();
        disk.write_all_at(&self.protective_record(disk_sectors), 0)?;
        disk.write_all_at(&self.header(1, last, 2, disk_sectors, &entries), SECTOR)?;
        disk.write_all_at(&entries, 2 * SECTOR)?;
        disk.write_all_at(&entries, (last - TABLE_SECTORS) * SECTOR)?;
        disk.write_all_at(&self.header(last, 1, last - TABLE_SECTORS, disk_sectors, &entries), last * SECTOR)
    }

    /// The master boot record: boot code, and one partition over everything that keeps old tools off.
    fn protective_record(&self, disk_sectors: u64) -> [u8; 512] {
        let mut record = [0; 512];
        assert!(self.boot_code.len() <= 440, "boot code of {} bytes", self.boot_code.len());
        record[..self.boot_code.len()].copy_from_slice(self.boot_code);
        let size = u32::try_from(disk_sectors - 1).unwrap_or(u32::MAX);
        let entry = &mut record[446..462];
        entry[1..4].copy_from_slice(&[0x00, 0x02, 0x00]);
        entry[4] = 0xee;
        entry[5..8].copy_from_slice(&[0xff, 0xff, 0xff]);
        entry[8..12].copy_from_slice(&1u32.to_le_bytes());
        entry[12..16].copy_from_slice(&size.to_le_bytes());
        record[510..].copy_from_slice(&[0x55, 0xaa]);
        record
    }

    fn entries(&self) -> Vec<u8> {
        let mut table = vec![0; ENTRIES * ENTRY_SIZE];
        for partition in self.partitions {
            let start = (partition.number - 1) * ENTRY_SIZE;
            let entry = &mut table[start..start + ENTRY_SIZE];
            entry[..16].copy_from_slice(&partition.kind.stored());
            entry[16..32].copy_from_slice(&partition.id.stored());
            entry[32..40].copy_from_slice(&partition.extent.first_sector.to_le_bytes());
            entry[40..48].copy_from_slice(&(partition.extent.end_sector - 1).to_le_bytes());
            entry[48..56].copy_from_slice(&partition.attributes.to_le_bytes());
            for (unit, place) in partition.name.encode_utf16().zip(entry[56..].chunks_exact_mut(2)) {
                place.copy_from_slice(&unit.to_le_bytes());
            }
        }
        table
    }

    fn header(&self, own: u64, other: u64, table: u64, disk_sectors: u64, entries: &[u8]) -> [u8; 512] {
        let mut header = [0; 512];
        header[..8].copy_from_slice(b"EFI PART");
        header[8..12].copy_from_slice(&0x0001_0000u32.to_le_bytes());
        header[12..16].copy_from_slice(&(HEADER_SIZE as u32).to_le_bytes());
        header[24..32].copy_from_slice(&own.to_le_bytes());
        header[32..40].copy_from_slice(&other.to_le_bytes());
        header[40..48].copy_from_slice(&(2 + TABLE_SECTORS).to_le_bytes());
        header[48..56].copy_from_slice(&last_usable(disk_sectors).to_le_bytes());
        header[56..72].copy_from_slice(&self.id.stored());
        header[72..80].copy_from_slice(&table.to_le_bytes());
        header[80..84].copy_from_slice(&(ENTRIES as u32).to_le_bytes());
        header[84..88].copy_from_slice(&(ENTRY_SIZE as u32).to_le_bytes());
        header[88..92].copy_from_slice(&crc32(entries).to_le_bytes());
        let sum = crc32(&header[..HEADER_SIZE]);
        header[16..20].copy_from_slice(&sum.to_le_bytes());
        header
    }
}

/// The checksum of Ethernet and zip. A few KiB are summed in all: no table is worth it.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |mut sum, byte| {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 };
        }
        sum
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_well_known_one() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn identifiers_are_written_as_the_standard_says() {
        assert_eq!(EFI_SYSTEM.text(), "c12a7328-f81f-11d2-ba4b-00a0c93ec93b");
        assert_eq!(EFI_SYSTEM.stored()[..4], [0x28, 0x73, 0x2a, 0xc1]);
        let derived = Guid::derived("x");
        assert_eq!(derived, Guid::derived("x"));
        assert_eq!(&derived.text()[14..15], "4");
    }

    #[test]
    fn both_copies_of_the_table_check_out() {
        let disk = tempfile::tempfile().expect("a file");
        let sectors = 64 * 1024;
        disk.set_len(sectors * SECTOR).expect("sized");
        let partitions = [Partition {
            number: 1,
            kind: ROOT_X86_64,
            id: Guid::derived("root"),
            name: "root",
            attributes: 0,
            extent: Extent { first_sector: 2048, end_sector: last_usable(sectors) + 1 },
            content: Path::new("none"),
        }];
        let table = Table { id: Guid::derived("disk"), boot_code: &[0x90; 440], partitions: &partitions };
        table.write(&disk, sectors).expect("written");
        for (at, other) in [(1, sectors - 1), (sectors - 1, 1)] {
            let mut header = [0; 512];
            disk.read_exact_at(&mut header, at * SECTOR).expect("read");
            let field = |from: usize| u64::from_le_bytes(header[from..from + 8].try_into().expect("eight bytes"));
            assert_eq!((field(24), field(32), field(48)), (at, other, sectors - 34));
            let mut entries = vec![0; ENTRIES * ENTRY_SIZE];
            disk.read_exact_at(&mut entries, field(72) * SECTOR).expect("read");
            assert_eq!(header[88..92], crc32(&entries).to_le_bytes());
            assert_eq!(entries[40..48], (sectors - 34).to_le_bytes());
            let mut blank = header;
            blank[16..20].fill(0);
            assert_eq!(header[16..20], crc32(&blank[..92]).to_le_bytes());
        }
    }
}

//! The disk in an OVA: a tar file whose only VMDK it is.

use std::fs::File;

use super::format::{ForeignError, Format, Header, read, vmdk};

const BLOCK: u64 = 512;
/// Files that are looked at; an OVA has a handful.
const MOST_FILES: usize = 64;

/// Finds the one disk. More than one is refused: which of them would be the root?
pub(super) fn find(file: &File, length: u64) -> Result<Header, ForeignError> {
    let damaged = |what| ForeignError::Damaged { format: Format::Ova.as_str(), what };
    let mut found = None;
    let mut at = 0;
    for _ in 0..MOST_FILES {
        let header = read(file, at, length, BLOCK as usize)?;
        if header.len() < BLOCK as usize || header.iter().all(|byte| *byte == 0) {
            break;
        }
        if header.get(257..262) != Some(b"ustar") {
            return Err(damaged("a header is not one of tar"));
        }
        let size = size(&header[124..136]).ok_or_else(|| damaged("a file's length can't be read"))?;
        let content = at + BLOCK;
        let end = content.checked_add(size).filter(|end| *end <= length);
        let end = end.ok_or_else(|| damaged("a file in it is cut off"))?;
        let is_file = matches!(header[156], b'0' | 0);
        if is_file && read(file, content, end, 4)?.starts_with(b"KDMV") && found.replace((content, size)).is_some() {
            return Err(damaged("it has more than one disk; import them one by one"));
        }
        at = end.next_multiple_of(BLOCK);
    }
    let (content, size) = found.ok_or_else(|| damaged("there is no VMDK of one file in it"))?;
    let start = read(file, content, content + size, 4096)?;
    let disk = vmdk(file, &start, content, size)?;
    Ok(Header { format: Format::Ova, size_bytes: disk.size_bytes, within: Some((content, size)) })
}

/// A number of a tar header: octal digits, or binary with the first bit set.
fn size(field: &[u8]) -> Option<u64> {
    if field[0] & 0x80 != 0 {
        let (high, low) = field.split_at(field.len() - 8);
        let fits = high[0] == 0x80 && high[1..].iter().all(|byte| *byte == 0);
        return fits.then(|| u64::from_be_bytes(low.try_into().unwrap_or_default()));
    }
    let text = std::str::from_utf8(field).ok()?;
    let digits = text.trim_matches(['\0', ' ']);
    u64::from_str_radix(digits, 8).ok()
}

//! Reads the few things of ELF files that an image needs: which libraries a program wants, which loader it names, and
//! what a kernel module says about itself.
//!
//! Every offset comes from the file and may point anywhere: all reads are checked and a broken file is `None`.

/// What a program or library needs to be started.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Dynamic {
    /// Names as `libc.so.6`.
    pub(crate) needed: Vec<String>,
    /// Directories to look in first.
    pub(crate) run_path: Vec<String>,
    /// The loader, as `/lib64/ld-linux-x86-64.so.2`; libraries name none.
    pub(crate) interpreter: Option<String>,
}

const PROGRAM_LOAD: u32 = 1;
const PROGRAM_DYNAMIC: u32 = 2;
const PROGRAM_INTERPRETER: u32 = 3;
const TAG_NEEDED: u64 = 1;
const TAG_STRING_TABLE: u64 = 5;
const TAG_RPATH: u64 = 15;
const TAG_RUNPATH: u64 = 29;

/// Little-endian ELF of either word size.
struct Elf<'a> {
    bytes: &'a [u8],
    wide: bool,
}

struct Segment {
    kind: u32,
    offset: u64,
    address: u64,
    size: u64,
}

impl<'a> Elf<'a> {
    fn new(bytes: &'a [u8]) -> Option<Self> {
        let header = bytes.get(..20)?;
        let (magic, class, data) = (&header[..4], header[4], header[5]);
        (magic == b"\x7fELF" && (class == 1 || class == 2) && data == 1).then_some(Self { bytes, wide: class == 2 })
    }

    fn number(&self, offset: u64, size: usize) -> Option<u64> {
        let start = usize::try_from(offset).ok()?;
        let field = self.bytes.get(start..start.checked_add(size)?)?;
        Some(field.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }

    /// A field of word size.
    fn word(&self, offset: u64) -> Option<u64> {
        self.number(offset, if self.wide { 8 } else { 4 })
    }

    fn text(&self, offset: u64) -> Option<String> {
        let tail = self.bytes.get(usize::try_from(offset).ok()?..)?;
        let end = tail.iter().position(|byte| *byte == 0)?;
        String::from_utf8(tail[..end].to_vec()).ok()
    }

    fn segments(&self) -> Option<Vec<Segment>> {
        let table = self.word(if self.wide { 32 } else { 28 })?;
        let sizes = if self.wide { 54 } else { 42 };
        let (entry, count) = (self.number(sizes, 2)?, self.number(sizes + 2, 2)?);
        (0..count)
            .map(|index| {
                let at = table.checked_add(index.checked_mul(entry)?)?;
                let (offset, address, size) = if self.wide { (8, 16, 32) } else { (4, 8, 16) };
                Some(Segment {
                    kind: u32::try_from(self.number(at, 4)?).ok()?,
                    offset: self.word(at.checked_add(offset)?)?,
                    address: self.word(at.checked_add(address)?)?,
                    size: self.word(at.checked_add(size)?)?,
                })
            })
            .collect()
    }

    /// The content of the section of this name.
    fn section(&self, name: &str) -> Option<&'a [u8]> {
        let table = self.word(if self.wide { 40 } else { 32 })?;
        let sizes = if self.wide { 58 } else { 46 };
        let (entry, count, names) = (self.number(sizes, 2)?, self.number(sizes + 2, 2)?, self.number(sizes + 4, 2)?);
        let (offset_at, size_at) = if self.wide { (24, 32) } else { (16, 20) };
        let at = |index: u64| table.checked_add(index.checked_mul(entry)?);
        let names = self.word(at(names)?.checked_add(offset_at)?)?;
        for index in 0..count {
            let section = at(index)?;
            if self.text(names.checked_add(self.number(section, 4)?)?)? == name {
                let start = usize::try_from(self.word(section.checked_add(offset_at)?)?).ok()?;
                let size = usize::try_from(self.word(section.checked_add(size_at)?)?).ok()?;
                return self.bytes.get(start..start.checked_add(size)?);
            }
        }
        None
    }
}

/// What the file needs; `None` for what is no ELF file. A static program needs nothing.
pub(crate) fn dynamic(bytes: &[u8]) -> Option<Dynamic> {
    let elf = Elf::new(bytes)?;
    let segments = elf.segments()?;
    let mut found = Dynamic::default();
    if let Some(segment) = segments.iter().find(|s| s.kind == PROGRAM_INTERPRETER) {
        found.interpreter = Some(elf.text(segment.offset)?);
    }
    let Some(segment) = segments.iter().find(|s| s.kind == PROGRAM_DYNAMIC) else { return Some(found) };
    let word = if elf.wide { 8 } else { 4 };
    let mut tags = Vec::new();
    for index in 0..segment.size / (2 * word) {
        let at = segment.offset.checked_add(index * 2 * word)?;
        tags.push((elf.word(at)?, elf.word(at.checked_add(word)?)?));
    }
    // The table of names is given by its address in memory: found through the segment that is loaded there.
    let address = tags.iter().find(|(tag, _)| *tag == TAG_STRING_TABLE).map(|(_, address)| *address)?;
    let names = segments.iter().find_map(|s| {
        let inside = address.checked_sub(s.address)?;
        (s.kind == PROGRAM_LOAD && inside < s.size).then(|| s.offset.checked_add(inside))?
    })?;
    for (tag, value) in tags {
        match tag {
            TAG_NEEDED => found.needed.push(elf.text(names.checked_add(value)?)?),
            TAG_RPATH | TAG_RUNPATH => {
                found.run_path.extend(elf.text(names.checked_add(value)?)?.split(':').map(str::to_owned));
            }
            _ => {}
        }
    }
    Some(found)
}

/// The `key=value` pairs of a kernel module's `.modinfo` section.
pub(crate) fn module_info(bytes: &[u8]) -> Option<Vec<(String, String)>> {
    let section = Elf::new(bytes)?.section(".modinfo")?;
    let pairs = section.split(|byte| *byte == 0).filter_map(|pair| {
        let (key, value) = std::str::from_utf8(pair).ok()?.split_once('=')?;
        Some((key.to_owned(), value.to_owned()))
    });
    Some(pairs.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_of_this_machine_needs_its_c_library() {
        let own = std::fs::read(std::env::current_exe().expect("a path")).expect("readable");
        let found = dynamic(&own).expect("an ELF file");
        assert!(found.needed.iter().any(|name| name.starts_with("libc.so")), "{found:?}");
        assert!(found.interpreter.is_some_and(|path| path.contains("ld-linux")));
    }

    #[test]
    fn broken_files_are_none_and_never_a_panic() {
        assert_eq!(dynamic(b"#!/bin/sh"), None);
        let own = std::fs::read(std::env::current_exe().expect("a path")).expect("readable");
        for cut in [0, 4, 19, 40, 63, 64, 100, 500, 4096] {
            dynamic(&own[..cut]);
            module_info(&own[..cut]);
        }
        // Offsets that point far outside.
        let mut wild = own[..4096].to_vec();
        wild[24..64].fill(0xff);
        assert_eq!(dynamic(&wild), None);
        assert_eq!(module_info(&wild), None);
    }
}

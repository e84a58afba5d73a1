//! What a file is, by its first and last bytes.

use std::{fs::File, io, os::unix::fs::FileExt};

use super::ova;

/// The forms that are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Raw,
    Qcow2,
    Vmdk,
    /// Microsoft's older one, `vpc` to QEMU.
    Vhd,
    Vhdx,
    /// A tar file of a description and a VMDK.
    Ova,
}

impl Format {
    /// The name as EC2's ImportImage has it, in lower case.
    pub fn parse(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "raw" => Some(Self::Raw),
            "qcow2" => Some(Self::Qcow2),
            "vmdk" => Some(Self::Vmdk),
            "vhd" => Some(Self::Vhd),
            "vhdx" => Some(Self::Vhdx),
            "ova" => Some(Self::Ova),
            _ => None,
        }
    }

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Raw => "raw",
            Self::Qcow2 => "qcow2",
            Self::Vmdk => "vmdk",
            Self::Vhd => "vhd",
            Self::Vhdx => "vhdx",
            Self::Ova => "ova",
        }
    }

    /// QEMU's name of the driver.
    pub(super) fn driver(self) -> &'static str {
        match self {
            Self::Vhd => "vpc",
            Self::Ova => Self::Vmdk.as_str(),
            other => other.as_str(),
        }
    }
}

/// Why a disk is not taken.
#[derive(Debug, thiserror::Error)]
pub enum ForeignError {
    #[error("the file is {found}, not {said} as was said")]
    OtherFormat { said: &'static str, found: &'static str },
    #[error("the disk leans on another file ({0}); give one that holds all of it")]
    LeansOnAnother(&'static str),
    #[error("the disk is encrypted; decrypt it first")]
    Encrypted,
    #[error("the {format} file is damaged: {what}")]
    Damaged { format: &'static str, what: &'static str },
    #[error("a disk of {size_bytes} bytes is larger than the {limit_bytes} that are allowed")]
    TooLarge { size_bytes: u64, limit_bytes: u64 },
    #[error("the disk is empty")]
    Empty,
    #[error("disks are not written as {0}")]
    NotWritten(&'static str),
    #[error("stopped because it was asked to")]
    Cancelled,
    #[error("the disk can't be read: {0}")]
    Unreadable(String),
    #[error("reading the file: {0}")]
    Io(#[from] io::Error),
    #[error("{}", without_command(.0))]
    Tool(#[from] crate::BuildError),
}

/// What a tool said in the end, for whoever gave the disk: neither how the tool was called nor where files of this machine
/// lie is theirs to know.
fn without_command(error: &crate::BuildError) -> String {
    let crate::BuildError::Command { attempt, outcome, output, remedy, .. } = error else { return error.to_string() };
    let last = output.lines().rev().find(|line| !line.trim().is_empty());
    // What comes before is the disk, in QEMU's words.
    let last = last.map(|line| line.rsplit_once("': ").map_or(line, |(_, reason)| reason));
    format!("{attempt} failed: {}; {remedy}", last.unwrap_or(outcome))
}

/// What is known of a file before anything is done with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    pub format: Format,
    /// The size of the disk in it, bytes, where its header says so in one place.
    pub size_bytes: Option<u64>,
    /// Where the disk's own file lies in an OVA: offset and length, bytes.
    pub(super) within: Option<(u64, u64)>,
}

/// Says what the file is, and refuses one that needs other files or is encrypted.
pub fn recognise(file: &File) -> Result<Header, ForeignError> {
    let length = file.metadata()?.len();
    if length == 0 {
        return Err(ForeignError::Empty);
    }
    let start = read(file, 0, length, 4096)?;
    if start.starts_with(b"QFI\xFB") {
        return qcow2(&start);
    }
    if start.starts_with(b"KDMV") {
        return vmdk(file, &start, 0, length);
    }
    if start.starts_with(b"COWD") || start.starts_with(b"# Disk DescriptorFile") {
        return Err(ForeignError::LeansOnAnother("a VMDK of several files"));
    }
    if start.starts_with(b"vhdxfile") {
        return Ok(Header { format: Format::Vhdx, size_bytes: None, within: None });
    }
    if start.starts_with(b"conectix") {
        return vhd(&start);
    }
    if start.get(257..262) == Some(b"ustar") {
        return ova::find(file, length);
    }
    // A VHD of fixed size has its header at its end.
    let end = read(file, length.saturating_sub(512), length, 512)?;
    if end.starts_with(b"conectix") {
        return vhd(&end);
    }
    Ok(Header { format: Format::Raw, size_bytes: Some(length), within: None })
}

/// At most `count` bytes at `offset` of a file, or part of one, that ends at `end`.
pub(super) fn read(file: &File, offset: u64, end: u64, count: usize) -> io::Result<Vec<u8>> {
    let count = usize::try_from(end.saturating_sub(offset)).map_or(count, |left| left.min(count));
    let mut bytes = vec![0; count];
    file.read_exact_at(&mut bytes, offset)?;
    Ok(bytes)
}

fn damaged(format: Format, what: &'static str) -> ForeignError {
    ForeignError::Damaged { format: format.as_str(), what }
}

fn be32(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn be64(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_be_bytes(bytes.get(at..at + 8)?.try_into().ok()?))
}

fn le64(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(bytes.get(at..at + 8)?.try_into().ok()?))
}

/// The header of QEMU's `docs/interop/qcow2`.
fn qcow2(start: &[u8]) -> Result<Header, ForeignError> {
    /// “External data file bit” of the incompatible features.
    const EXTERNAL_DATA: u64 = 1 << 2;
    let short = || damaged(Format::Qcow2, "its header is cut off");
    let version = be32(start, 4).ok_or_else(short)?;
    if !matches!(version, 2 | 3) {
        return Err(damaged(Format::Qcow2, "it is of a version that nobody knows"));
    }
    if be64(start, 8).ok_or_else(short)? != 0 {
        return Err(ForeignError::LeansOnAnother("its backing file"));
    }
    if be32(start, 32).ok_or_else(short)? != 0 {
        return Err(ForeignError::Encrypted);
    }
    if version == 3 && be64(start, 72).ok_or_else(short)? & EXTERNAL_DATA != 0 {
        return Err(ForeignError::LeansOnAnother("an external data file"));
    }
    let size_bytes = be64(start, 24).ok_or_else(short)?;
    Ok(Header { format: Format::Qcow2, size_bytes: Some(size_bytes), within: None })
}

/// VMware's “Virtual Disk Format 5.0”: a sparse extent with its descriptor inside. Of `length` bytes at `offset`.
pub(super) fn vmdk(file: &File, start: &[u8], offset: u64, length: u64) -> Result<Header, ForeignError> {
    const SECTOR: u64 = 512;
    /// A descriptor is some hundred bytes; the format allows more than anybody needs.
    const LONGEST_DESCRIPTOR: u64 = 64 << 10;
    let short = || damaged(Format::Vmdk, "its header is cut off");
    let capacity = le64(start, 12).ok_or_else(short)?;
    let at = le64(start, 28).ok_or_else(short)?.saturating_mul(SECTOR);
    let size = le64(start, 36).ok_or_else(short)?.saturating_mul(SECTOR).min(LONGEST_DESCRIPTOR);
    if at == 0 || size == 0 || at.saturating_add(size) > length {
        return Err(ForeignError::LeansOnAnother("a descriptor of its own"));
    }
    let count = usize::try_from(size).map_err(io::Error::other)?;
    let descriptor = read(file, offset + at, offset + length, count)?;
    let descriptor = String::from_utf8_lossy(&descriptor).to_ascii_lowercase();
    let value = |key: &str| {
        let line = descriptor.lines().map(str::trim).find(|line| line.starts_with(key))?;
        Some(line.split_once('=')?.1.trim().trim_matches('"').to_owned())
    };
    if value("parentfilenamehint").is_some() || value("parentcid").is_some_and(|parent| parent != "ffffffff") {
        return Err(ForeignError::LeansOnAnother("its parent"));
    }
    match value("createtype").as_deref() {
        Some("monolithicsparse" | "streamoptimized") => {}
        _ => return Err(ForeignError::LeansOnAnother("extents in other files")),
    }
    Ok(Header { format: Format::Vmdk, size_bytes: capacity.checked_mul(SECTOR), within: None })
}

/// Microsoft's “Virtual Hard Disk Image Format Specification”: the footer, or its copy at the start.
fn vhd(footer: &[u8]) -> Result<Header, ForeignError> {
    const FIXED: u32 = 2;
    const DYNAMIC: u32 = 3;
    const DIFFERENCING: u32 = 4;
    let short = || damaged(Format::Vhd, "its footer is cut off");
    match be32(footer, 60).ok_or_else(short)? {
        FIXED | DYNAMIC => {}
        DIFFERENCING => return Err(ForeignError::LeansOnAnother("its parent")),
        _ => return Err(damaged(Format::Vhd, "it is of a type that nobody knows")),
    }
    let size_bytes = be64(footer, 48).ok_or_else(short)?;
    Ok(Header { format: Format::Vhd, size_bytes: Some(size_bytes), within: None })
}

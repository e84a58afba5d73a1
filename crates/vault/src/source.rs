//! What a snapshot is made of: bytes to read, and what is known about them without reading.

use std::fs::File;
use std::io::{self, ErrorKind, Seek, SeekFrom};
use std::os::unix::fs::FileExt;
use std::path::Path;

use nix::errno::Errno;
use nix::unistd::{Whence, lseek};

use crate::{MAX_SIZE_BYTES, VaultError};

/// What is known about a stretch of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExtentKind {
    /// It has to be read.
    Data,
    /// It reads as zeros.
    Hole,
    /// It is the same as in the base (a dirty bitmap says so). Used where a whole block is unchanged.
    Unchanged,
}

/// A stretch of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// What is known about it.
    pub kind: ExtentKind,
    /// Where it ends, in bytes from the source's beginning; beyond where it was asked for.
    pub end_bytes: u64,
}

/// The content of a volume at one point in time. It must not change while it is read. Several threads read at once.
pub trait Source: Sync {
    /// The volume's size in bytes, at most [`MAX_SIZE_BYTES`].
    fn size_bytes(&self) -> u64;

    /// Fills `buffer` with what is at `offset_bytes`. Never asked for anything beyond the size.
    ///
    /// # Errors
    /// Those of the device.
    fn read_exact_at(&self, buffer: &mut [u8], offset_bytes: u64) -> io::Result<()>;

    /// What is known about the stretch that begins at `offset_bytes`, which is below the size.
    ///
    /// # Errors
    /// Those of the device.
    fn extent_at(&self, offset_bytes: u64) -> io::Result<Extent> {
        let _ = offset_bytes;
        Ok(Extent { kind: ExtentKind::Data, end_bytes: self.size_bytes() })
    }
}

/// A raw file or block device. Its holes are skipped without being read.
#[derive(Debug)]
pub struct FileSource {
    file: File,
    size_bytes: u64,
}

impl FileSource {
    /// All of the file at `path`.
    ///
    /// # Errors
    /// [`VaultError::Io`] if it can't be opened, [`VaultError::Invalid`] if it is too large.
    pub fn open(path: &Path) -> Result<FileSource, VaultError> {
        let failed = |error| VaultError::from_io(format!("opening {}", path.display()), error);
        let mut file = File::open(path).map_err(failed)?;
        // A block device has no length in its metadata.
        let size_bytes = file.seek(SeekFrom::End(0)).map_err(failed)?;
        FileSource::new(file, size_bytes)
    }

    /// The first `size_bytes` of an open file. The file's position, shared with its duplicates, is moved about.
    ///
    /// # Errors
    /// [`VaultError::Invalid`] if the size is over the limit or the file is shorter, [`VaultError::Io`].
    pub fn new(mut file: File, size_bytes: u64) -> Result<FileSource, VaultError> {
        let end = file.seek(SeekFrom::End(0)).map_err(|error| VaultError::from_io("measuring the source", error))?;
        if size_bytes > end {
            return Err(VaultError::Invalid(format!("the source has {end} bytes, not {size_bytes}")));
        }
        if size_bytes > MAX_SIZE_BYTES {
            return Err(VaultError::Invalid(format!("{size_bytes} bytes are more than a volume can have (64 TiB)")));
        }
        Ok(FileSource { file, size_bytes })
    }
}

impl Source for FileSource {
    fn size_bytes(&self) -> u64 {
        self.size_bytes
    }

    fn read_exact_at(&self, buffer: &mut [u8], offset_bytes: u64) -> io::Result<()> {
        self.file.read_exact_at(buffer, offset_bytes)
    }

    fn extent_at(&self, offset_bytes: u64) -> io::Result<Extent> {
        let seek = |whence| match lseek(&self.file, offset_bytes.cast_signed(), whence) {
            Ok(found) => Ok(Some(found.cast_unsigned().min(self.size_bytes))),
            Err(Errno::ENXIO) => Ok(None),
            Err(errno) => Err(io::Error::from(errno)),
        };
        let data = match seek(Whence::SeekData) {
            // Behind the last data there is one hole. (A file cut short meanwhile is found out here, not taken for one.)
            Ok(None) if self.file.metadata()?.len() < self.size_bytes => return Err(ErrorKind::UnexpectedEof.into()),
            Ok(data) => data.unwrap_or(self.size_bytes),
            // Block devices and some file systems know no holes.
            Err(error) if error.kind() == ErrorKind::InvalidInput || error.kind() == ErrorKind::Unsupported => {
                return Ok(Extent { kind: ExtentKind::Data, end_bytes: self.size_bytes });
            }
            Err(error) => return Err(error),
        };
        if data > offset_bytes {
            return Ok(Extent { kind: ExtentKind::Hole, end_bytes: data });
        }
        Ok(Extent { kind: ExtentKind::Data, end_bytes: seek(Whence::SeekHole)?.unwrap_or(self.size_bytes) })
    }
}

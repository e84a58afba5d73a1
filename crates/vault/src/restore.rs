//! Writing a snapshot to a raw file.
//!
//! Workers take blocks in turn, read and verify them, and write each at its place. Zeros stay holes.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread;

use nix::errno::Errno;
use nix::fcntl::{FallocateFlags, fallocate};

use crate::blocks::Blocks;
use crate::partial_file::PartialFile;
use crate::zero::is_zero;
use crate::{BLOCK_BYTES, Hash, ObjectName, Vault, VaultError};

/// Zeros of this length and alignment within a block stay a hole, too.
const HOLE_BYTES: usize = 64 * 1024;

impl Vault {
    /// Writes a snapshot to a new, sparse raw file, readable by this user alone. The file is there whole and durable when
    /// this returns, and otherwise absent. It is written as `<destination>.partial`, which a later attempt begins anew.
    ///
    /// `progress` is called on this thread with the bytes of data that are written, ascending, and their total.
    ///
    /// # Errors
    /// [`VaultError::AlreadyExists`], [`VaultError::Damaged`] naming the object and the block, [`VaultError::Cancelled`],
    /// [`VaultError::Full`], [`VaultError::Unsupported`] and [`VaultError::Io`].
    pub fn restore(
        &self,
        root: Hash,
        destination: &Path,
        progress: &dyn Fn(u64, u64),
        cancel: &AtomicBool,
    ) -> Result<(), VaultError> {
        let partial = PartialFile::begin(destination, cancel)?
            .ok_or_else(|| VaultError::AlreadyExists(destination.to_owned()))?;
        let (file, size_bytes) = (partial.file(), self.manifest(root)?.size_bytes);
        file.set_len(size_bytes).map_err(|error| VaultError::from_io("sizing the destination", error))?;
        self.write_blocks(root, size_bytes, file, progress, cancel)?;
        partial.finish()
    }

    /// Writes a snapshot to the beginning of a file or block device that is at least as large, and syncs it. What was there
    /// is overwritten, with holes where the snapshot has zeros if the file system can; what lies behind stays.
    ///
    /// # Errors
    /// [`VaultError::Invalid`] if the file is too small, and then nothing is written. Otherwise as [`Vault::restore`], and
    /// then a part may be written.
    pub fn restore_into(
        &self,
        root: Hash,
        file: &File,
        progress: &dyn Fn(u64, u64),
        cancel: &AtomicBool,
    ) -> Result<(), VaultError> {
        let size_bytes = self.manifest(root)?.size_bytes;
        let failed = |error| VaultError::from_io("clearing the destination", error);
        let room_bytes = io::Seek::seek(&mut &*file, io::SeekFrom::End(0)).map_err(failed)?;
        if room_bytes < size_bytes {
            return Err(VaultError::Invalid(format!(
                "the destination has {room_bytes} bytes, the snapshot {size_bytes}"
            )));
        }
        clear(file, size_bytes, cancel)?;
        self.write_blocks(root, size_bytes, file, progress, cancel)?;
        file.sync_all().map_err(|error| VaultError::from_io("syncing the destination", error))
    }

    /// Writes the blocks with data to a file in which everything else is zeros already.
    fn write_blocks(
        &self,
        root: Hash,
        size_bytes: u64,
        file: &File,
        progress: &dyn Fn(u64, u64),
        cancel: &AtomicBool,
    ) -> Result<(), VaultError> {
        let total_bytes = self.manifest(root)?.data_blocks() * BLOCK_BYTES as u64;
        let blocks = Mutex::new(self.blocks(root, 0)?);
        let stop = AtomicBool::new(false);
        let mut outcome = Ok(());
        let mut done_bytes = 0;
        progress(0, total_bytes);
        thread::scope(|scope| {
            let (sender, receiver) = mpsc::channel();
            for _ in 0..self.options.threads + self.options.threads.div_ceil(2) {
                let writer = Writer { vault: self, root, size_bytes, file, blocks: &blocks, stop: &stop, cancel };
                let sender = sender.clone();
                scope.spawn(move || {
                    if let Err(error) = writer.run(&sender) {
                        let _ = sender.send(Err(error));
                    }
                });
            }
            drop(sender);
            for result in receiver {
                match result {
                    Ok(()) => {
                        done_bytes += BLOCK_BYTES as u64;
                        progress(done_bytes, total_bytes);
                    }
                    Err(error) if outcome.is_ok() => {
                        stop.store(true, Ordering::Relaxed);
                        outcome = Err(error);
                    }
                    Err(_) => {}
                }
            }
        });
        outcome
    }
}

/// One thread of a restore.
struct Writer<'a> {
    vault: &'a Vault,
    root: Hash,
    size_bytes: u64,
    file: &'a File,
    blocks: &'a Mutex<Blocks<'a>>,
    stop: &'a AtomicBool,
    cancel: &'a AtomicBool,
}

impl Writer<'_> {
    fn run(&self, results: &Sender<Result<(), VaultError>>) -> Result<(), VaultError> {
        let mut decoder = self.vault.decoder()?;
        let mut content = Vec::new();
        loop {
            if self.cancel.load(Ordering::Relaxed) {
                return Err(VaultError::Cancelled);
            }
            if self.stop.load(Ordering::Relaxed) {
                return Ok(());
            }
            let next = self.blocks.lock().expect("no holder of this lock panics").next();
            let Some(next) = next else { return Ok(()) };
            let (index, hash) = next?;
            let loaded = self.vault.load(ObjectName::block(hash), &mut decoder, &mut content);
            loaded.map_err(|error| error.wanted_for(self.root, index))?;
            self.write(index, &content)?;
            let _ = results.send(Ok(()));
        }
    }

    /// Writes a block, up to the end of the volume.
    fn write(&self, index: u64, content: &[u8]) -> Result<(), VaultError> {
        let offset_bytes = index * BLOCK_BYTES as u64;
        let len = (self.size_bytes - offset_bytes).min(BLOCK_BYTES as u64) as usize;
        let failed = |error| VaultError::from_io(format!("writing {len} bytes at {offset_bytes}"), error);
        // Neighbouring pieces with data are written at once.
        let mut start = 0;
        for (number, piece) in content[..len].chunks(HOLE_BYTES).enumerate() {
            let at = number * HOLE_BYTES;
            if is_zero(piece) {
                self.file.write_all_at(&content[start..at], offset_bytes + start as u64).map_err(failed)?;
                start = at + piece.len();
            }
        }
        self.file.write_all_at(&content[start..len], offset_bytes + start as u64).map_err(failed)
    }
}

/// Makes the first `size_bytes` zeros, as a hole where that can be.
fn clear(file: &File, size_bytes: u64, cancel: &AtomicBool) -> Result<(), VaultError> {
    if size_bytes == 0 {
        return Ok(());
    }
    let flags = FallocateFlags::FALLOC_FL_PUNCH_HOLE | FallocateFlags::FALLOC_FL_KEEP_SIZE;
    match fallocate(file, flags, 0, size_bytes.cast_signed()) {
        Ok(()) => return Ok(()),
        Err(Errno::EOPNOTSUPP | Errno::ENOSYS | Errno::EINVAL | Errno::ENODEV) => {}
        Err(errno) => return Err(VaultError::from_io("clearing the destination", errno.into())),
    }
    let zeros = vec![0; BLOCK_BYTES];
    for offset_bytes in (0..size_bytes).step_by(BLOCK_BYTES) {
        if cancel.load(Ordering::Relaxed) {
            return Err(VaultError::Cancelled);
        }
        let len = (size_bytes - offset_bytes).min(BLOCK_BYTES as u64) as usize;
        file.write_all_at(&zeros[..len], offset_bytes)
            .map_err(|error| VaultError::from_io("clearing the destination", error))?;
    }
    Ok(())
}

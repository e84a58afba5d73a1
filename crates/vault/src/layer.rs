//! A layer over a snapshot: a disk image that has only what was written since.

use std::io;
use std::sync::Arc;

use crate::nbd::{NbdSource, Stretch};
use crate::{Extent, ExtentKind, Hash, Source, Vault, VaultError};

/// What somebody serves of a disk image alone, and below it a snapshot of the vault. With the snapshot as the base of
/// [`Under::ingest`](crate::Under::ingest) nothing is read but what the layer has: a block that is only partly in the layer is put together, all
/// others are the snapshot's own.
///
/// What the layer hasn't is the snapshot's, and zeros beyond its end. Without a snapshot it is zeros.
#[derive(Debug)]
pub struct Layer {
    nbd: NbdSource,
    below: Option<Below>,
}

struct Below {
    vault: Arc<Vault>,
    root: Hash,
    size_bytes: u64,
}

impl Layer {
    /// A layer over the snapshot with this root. `nbd` must tell which stretches are its own
    /// ([`NbdSource::connect_to_layer`]).
    ///
    /// # Errors
    /// Those of reading the snapshot's manifest.
    pub fn new(nbd: NbdSource, vault: &Arc<Vault>, below: Option<Hash>) -> Result<Layer, VaultError> {
        let below = match below {
            Some(root) => {
                let size_bytes = vault.describe(root)?.size_bytes;
                Some(Below { vault: Arc::clone(vault), root, size_bytes })
            }
            None => None,
        };
        Ok(Layer { nbd, below })
    }

    /// Where the snapshot ends.
    fn below_bytes(&self) -> u64 {
        self.below.as_ref().map_or(0, |below| below.size_bytes)
    }
}

impl Source for Layer {
    fn size_bytes(&self) -> u64 {
        self.nbd.size_bytes()
    }

    fn read_exact_at(&self, buffer: &mut [u8], offset_bytes: u64) -> io::Result<()> {
        let (mut at, mut rest) = (offset_bytes, buffer);
        while !rest.is_empty() {
            let Extent { kind, end_bytes } = self.extent_at(at)?;
            let len = usize::try_from(end_bytes - at).map_or(rest.len(), |len| len.min(rest.len()));
            let (part, later) = rest.split_at_mut(len);
            match (kind, &self.below) {
                (ExtentKind::Data, _) => self.nbd.read_exact_at(part, at)?,
                (ExtentKind::Unchanged, Some(below)) => {
                    below.vault.read_at(below.root, at, part).map_err(io::Error::other)?;
                }
                (ExtentKind::Unchanged | ExtentKind::Hole, _) => part.fill(0),
            }
            at += len as u64;
            rest = later;
        }
        Ok(())
    }

    fn extent_at(&self, offset_bytes: u64) -> io::Result<Extent> {
        let Stretch { end_bytes, zeros, local } = self.nbd.stretch_at(offset_bytes)?;
        Ok(match (local, zeros) {
            (true, false) => Extent { kind: ExtentKind::Data, end_bytes },
            (true, true) => Extent { kind: ExtentKind::Hole, end_bytes },
            (false, _) if offset_bytes < self.below_bytes() => {
                Extent { kind: ExtentKind::Unchanged, end_bytes: end_bytes.min(self.below_bytes()) }
            }
            (false, _) => Extent { kind: ExtentKind::Hole, end_bytes },
        })
    }
}

impl std::fmt::Debug for Below {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Below").field("root", &self.root).field("size_bytes", &self.size_bytes).finish()
    }
}

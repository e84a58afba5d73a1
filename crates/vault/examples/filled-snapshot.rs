//! A large snapshot for benchmarks: another one, and behind its end what can't be compressed.
//!
//! ```text
//! cargo run --release -p vault --example filled-snapshot -- VAULT ROOT GIB
//! ```
//! Prints the root of the new snapshot. Two of the same root are equal as far as both reach.

use std::error::Error;
use std::io;
use std::sync::atomic::AtomicBool;

use vault::{Hash, Source, Vault};

/// A snapshot, filled up to a size.
struct Filled<'v> {
    vault: &'v Vault,
    root: Hash,
    inner_bytes: u64,
    size_bytes: u64,
}

impl Source for Filled<'_> {
    fn size_bytes(&self) -> u64 {
        self.size_bytes
    }

    fn read_exact_at(&self, buffer: &mut [u8], offset_bytes: u64) -> io::Result<()> {
        let inner = self.inner_bytes.saturating_sub(offset_bytes).min(buffer.len() as u64);
        let (inner, behind) = buffer.split_at_mut(usize::try_from(inner).map_err(io::Error::other)?);
        // Behind its end nothing can be asked of it, not even nothing.
        if !inner.is_empty() {
            self.vault.read_at(self.root, offset_bytes, inner).map_err(io::Error::other)?;
        }
        // The same at the same place, whatever is asked for.
        let mut noise = blake3::Hasher::new().finalize_xof();
        noise.set_position(offset_bytes + inner.len() as u64);
        noise.fill(behind);
        Ok(())
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, root, gib] = arguments.as_slice() else {
        return Err("filled-snapshot VAULT ROOT GIB".into());
    };
    let (vault, root) = (Vault::open_local(folder)?, root.parse()?);
    let inner_bytes = vault.describe(root)?.size_bytes;
    let filled = Filled { vault: &vault, root, inner_bytes, size_bytes: gib.parse::<u64>()? << 30 };
    let job = vault.begin_job(&[root])?;
    let ingested = vault.in_clear().ingest(&job, &filled, None, &|_, _| {}, &AtomicBool::new(false))?;
    println!("{}", ingested.manifest.root);
    Ok(())
}

//! Sessions against the specification, with clients of others, and with what no client would say.

mod clients;
mod malformed;
mod reading;
mod sessions;

use std::io;
use std::os::unix::net::UnixListener;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::export::{Export, Exports};
use super::{Fetchers, Server, session};
use crate::{BLOCK_BYTES, FileSource, Hash, MemoryBackend, Vault, VaultOptions};

/// A vault in memory with one snapshot.
struct Shop {
    vault: Arc<Vault>,
    backend: Arc<MemoryBackend>,
    root: Hash,
    content: Vec<u8>,
}

/// Blocks 0, 1 and 4 have data, 2 and 3 are zeros, and the last one ends after 1,000 bytes.
fn shop() -> Shop {
    let mut content = vec![0; 5 * BLOCK_BYTES + 1000];
    for (index, chunk) in content.chunks_mut(BLOCK_BYTES).enumerate() {
        if index != 2 && index != 3 {
            for (at, byte) in chunk.iter_mut().enumerate() {
                *byte = (at / 512 + index * 37 + 1) as u8;
            }
        }
    }
    let backend = Arc::new(MemoryBackend::new());
    let vault = Arc::new(Vault::new(backend.clone(), VaultOptions { threads: 1, ..VaultOptions::default() }));
    let file = tempfile::tempfile().unwrap();
    io::Write::write_all(&mut &file, &content).unwrap();
    let source = FileSource::new(file, content.len() as u64).unwrap();
    let root = vault
        .in_clear()
        .ingest(&vault.begin_job(&[]).unwrap(), &source, None, &|_, _| {}, &AtomicBool::new(false))
        .unwrap()
        .manifest
        .root;
    // What is read is read from the back end.
    let vault = Arc::new(Vault::new(backend.clone(), VaultOptions { threads: 1, ..VaultOptions::default() }));
    Shop { vault, backend, root, content }
}

impl Exports for Shop {
    fn find(&self, name: &str) -> Option<Export> {
        (name == "snapshot").then(|| Export::new(Arc::clone(&self.vault), self.root).unwrap())
    }

    fn names(&self) -> Vec<String> {
        vec!["snapshot".to_owned()]
    }
}

/// A server on a socket, and where it is.
fn serve(shop: Shop) -> (tempfile::TempDir, std::path::PathBuf, Server) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("nbd.sock");
    let server = Server::start(UnixListener::bind(&path).unwrap(), Arc::new(shop)).unwrap();
    (folder, path, server)
}

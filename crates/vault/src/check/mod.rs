//! Verifying everything, as `fogbank vault check` does.
//!
//! ```text
//! 1. list manifests, then pages, then blocks    (so that all that a listed manifest names is listed)
//! 2. read manifests, then pages: which blocks are named?
//! 3. read every block there is; missing = named and not listed
//! 4. if anything is damaged: which snapshots name it?
//! ```
//! Others may ingest meanwhile. Memory: about 100 bytes a distinct block, 200 MB for each TiB of data.

mod hurt;
mod report;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::ControlFlow;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

pub use self::report::{DamagedObject, HurtSnapshot, Report};
use crate::{Damage, Hash, Kind, ObjectName, Vault, VaultError};

/// The bytes of the objects that have been read, and of all.
struct Meter<'a> {
    progress: &'a dyn Fn(u64, u64),
    done_bytes: u64,
    total_bytes: u64,
}

impl Meter<'_> {
    fn add(&mut self, bytes: u64) {
        self.done_bytes += bytes;
        (self.progress)(self.done_bytes, self.total_bytes);
    }
}

type Listing = HashMap<Hash, u64>;

impl Vault {
    /// Reads and verifies every object, and tells which snapshots are hurt by those that are damaged. A manifest that is
    /// `expected` (by a record) and isn't there is a hurt snapshot as well.
    ///
    /// A damaged block is repaired by ingesting a volume that has it, if there is one still.
    ///
    /// `progress` is called on this thread with the stored bytes that are verified, ascending, and their total.
    ///
    /// # Errors
    /// [`VaultError::Cancelled`], and [`VaultError::Io`] if the objects can't be listed. Objects that can't be read are no
    /// error but in the report.
    pub fn check(
        &self,
        expected: &[Hash],
        progress: &dyn Fn(u64, u64),
        cancel: &AtomicBool,
    ) -> Result<Report, VaultError> {
        let manifests = self.listing(Kind::Manifest)?;
        let pages = self.listing(Kind::Page)?;
        let blocks = self.listing(Kind::Block)?;
        let stored_bytes = [&manifests, &pages, &blocks].iter().flat_map(|listing| listing.values()).sum();
        let mut meter = Meter { progress, done_bytes: 0, total_bytes: stored_bytes };
        meter.add(0);

        let mut damaged = BTreeMap::new();
        let roots: BTreeSet<Hash> = manifests.keys().chain(expected).copied().collect();
        let mut named_pages = BTreeSet::new();
        for root in &roots {
            stop_if(cancel)?;
            match self.load_manifest(*root) {
                Ok(manifest) => named_pages.extend(manifest.pages.iter().flatten().map(|page| page.hash)),
                Err(error) => note(&mut damaged, ObjectName::manifest(*root), error),
            }
            meter.add(manifests.get(root).copied().unwrap_or(0));
        }

        let mut named_blocks = HashSet::new();
        let all_pages: BTreeSet<Hash> = pages.keys().chain(&named_pages).copied().collect();
        for hash in &all_pages {
            stop_if(cancel)?;
            match self.load_page(*hash) {
                Ok(page) if named_pages.contains(hash) => named_blocks.extend(page.data().map(|(_, block)| block)),
                Ok(_) => {}
                Err(error) => note(&mut damaged, ObjectName::page(*hash), error),
            }
            meter.add(pages.get(hash).copied().unwrap_or(0));
        }

        let missing: Vec<Hash> = named_blocks.iter().filter(|hash| !blocks.contains_key(hash)).copied().collect();
        let unverified = self.verify_blocks(&blocks, &mut meter, &mut damaged, cancel)?;
        for hash in &missing {
            let object = ObjectName::block(*hash);
            note(&mut damaged, object, VaultError::Damaged { object, damage: Damage::Missing, at: None });
        }

        let hurt = self.hurt(&roots, &damaged, cancel)?;
        // A manifest that was deleted while this went on isn't a loss, and neither is what went with it.
        let mut still_hurt = Vec::new();
        for hurt in hurt {
            if expected.contains(&hurt.root) || self.backend.exists(ObjectName::manifest(hurt.root))? {
                still_hurt.push(hurt);
            }
        }
        let blamed: HashSet<ObjectName> = still_hurt.iter().flat_map(|hurt| hurt.names.iter().copied()).collect();
        damaged.retain(|name, damage| *damage != Damage::Missing || blamed.contains(name));

        let unreferenced: Vec<u64> = (pages.iter().filter(|(hash, _)| !named_pages.contains(hash)))
            .chain(blocks.iter().filter(|(hash, _)| !named_blocks.contains(hash)))
            .map(|(_, bytes)| *bytes)
            .collect();
        Ok(Report {
            manifests: roots.len() as u64,
            pages: all_pages.len() as u64,
            blocks: (blocks.len() + missing.len()) as u64,
            stored_bytes,
            unreferenced: unreferenced.len() as u64,
            unreferenced_bytes: unreferenced.iter().sum(),
            unverified,
            damaged: damaged.into_iter().map(|(name, damage)| DamagedObject { name, damage }).collect(),
            hurt: still_hurt,
        })
    }

    fn listing(&self, kind: Kind) -> Result<Listing, VaultError> {
        let mut listing = Listing::new();
        self.backend.list(kind, &mut |object| {
            listing.insert(object.name.hash, object.stored_bytes);
            ControlFlow::Continue(())
        })?;
        Ok(listing)
    }

    /// Reads all blocks of a listing with all threads. Says how many are sealed under keys that can't be had.
    fn verify_blocks(
        &self,
        blocks: &Listing,
        meter: &mut Meter<'_>,
        damaged: &mut BTreeMap<ObjectName, Damage>,
        cancel: &AtomicBool,
    ) -> Result<u64, VaultError> {
        let mut unverified = 0;
        // In the order of their names, which is that of the folders.
        let mut work: Vec<(Hash, u64)> = blocks.iter().map(|(hash, bytes)| (*hash, *bytes)).collect();
        work.sort_unstable();
        let next = AtomicUsize::new(0);
        let trouble = Mutex::new(None);
        thread::scope(|scope| {
            let (sender, receiver) = mpsc::channel();
            for _ in 0..self.options.threads {
                let (sender, work, next, trouble) = (sender.clone(), &work, &next, &trouble);
                scope.spawn(move || {
                    let mut decoder = match self.decoder() {
                        Ok(decoder) => decoder,
                        Err(error) => {
                            *trouble.lock().expect("no holder of this lock panics") = Some(error);
                            return;
                        }
                    };
                    let mut content = Vec::new();
                    while let Some((hash, bytes)) = work.get(next.fetch_add(1, Ordering::Relaxed)) {
                        if cancel.load(Ordering::Relaxed) {
                            return;
                        }
                        let name = ObjectName::block(*hash);
                        let found = self.load(name, &mut decoder, &mut content);
                        let _ = sender.send((name, *bytes, found));
                    }
                });
            }
            drop(sender);
            for (name, bytes, found) in receiver {
                match found {
                    Ok(()) => {}
                    Err(VaultError::NoKey { .. }) => unverified += 1,
                    Err(error) => note(damaged, name, error),
                }
                meter.add(bytes);
            }
        });
        stop_if(cancel)?;
        trouble.into_inner().expect("no holder of this lock panics").map_or(Ok(unverified), Err)
    }
}

fn stop_if(cancel: &AtomicBool) -> Result<(), VaultError> {
    if cancel.load(Ordering::Relaxed) { Err(VaultError::Cancelled) } else { Ok(()) }
}

/// Writes down what is wrong with an object.
fn note(damaged: &mut BTreeMap<ObjectName, Damage>, name: ObjectName, error: VaultError) {
    let damage = match error {
        VaultError::Damaged { damage, .. } => damage,
        other => Damage::Unreadable(other.to_string()),
    };
    damaged.insert(name, damage);
}

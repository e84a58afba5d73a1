//! The vault itself: a back end, caches, and the verified reading and storing that everything else is made of.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use crate::backend::{Backend, Bucket, Known, LocalFolder, Object, Put, known_place};
use crate::envelope::{Decoder, Encoder, Unopened};
use crate::lru::{Loading, Lru};
use crate::manifest::{Manifest, ManifestFault};
use crate::page::Page;
use crate::seal::NoKeys;
use crate::{Damage, Hash, Job, KeyFolder, Keys, Kind, ManifestRef, ObjectName, VaultError};

/// How a vault works.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct VaultOptions {
    /// Threads that an ingest, restore or check uses at once. Default: the processors of this machine.
    pub threads: usize,
    /// The level of zstd, 1 to 19. Default: 1; level 3 takes 1.9 times as long for 8 % less space
    /// (a gigabyte of programs and libraries).
    pub zstd_level: i32,
    /// Is a stored block that would be used again read and compared first, and stored anew if it is damaged? Default:
    /// yes. Without it a snapshot of a good volume could share a block that has rotted.
    pub verify_reused: bool,
    /// Memory for blocks read lately, in bytes. Default: 64 MiB.
    pub block_cache_bytes: usize,
    /// Memory for pages and manifests read lately, in bytes each. Default: 16 MiB.
    pub page_cache_bytes: usize,
}

impl Default for VaultOptions {
    fn default() -> VaultOptions {
        VaultOptions {
            threads: std::thread::available_parallelism().map_or(1, usize::from),
            zstd_level: 1,
            verify_reused: true,
            block_cache_bytes: 64 << 20,
            page_cache_bytes: 16 << 20,
        }
    }
}

/// Threads that wait for a bucket, at least: what one of them waits for takes many milliseconds.
const THREADS_OF_BUCKET: usize = 4;

impl VaultOptions {
    /// Those of a vault in a bucket. Blocks that are used again aren't read again: that would take as long as to store
    /// them anew, and stores keep checksums of their own.
    fn of_bucket() -> VaultOptions {
        let options = VaultOptions::default();
        VaultOptions { threads: options.threads.max(THREADS_OF_BUCKET), verify_reused: false, ..options }
    }
}

/// The content-addressed store of snapshots. Shared by threads as `Arc<Vault>`.
pub struct Vault {
    pub(crate) backend: Arc<dyn Backend>,
    pub(crate) options: VaultOptions,
    pub(crate) keys: Arc<dyn Keys>,
    pub(crate) block_cache: Lru<Vec<u8>>,
    pub(crate) loading: Loading,
    pub(crate) page_cache: Lru<Page>,
    pub(crate) manifest_cache: Lru<Manifest>,
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Vault").field("options", &self.options).finish_non_exhaustive()
    }
}

/// What there is under a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    Absent,
    Good,
    Damaged,
}

impl Vault {
    /// A vault on any back end.
    pub fn new(backend: Arc<dyn Backend>, options: VaultOptions) -> Vault {
        Vault {
            backend,
            keys: Arc::new(NoKeys),
            block_cache: Lru::new(options.block_cache_bytes),
            loading: Loading::default(),
            page_cache: Lru::new(options.page_cache_bytes),
            manifest_cache: Lru::new(options.page_cache_bytes),
            options,
        }
    }

    /// The same vault, with keys for encrypted snapshots. Without any these can't be made, and not be read but for what
    /// their manifests and pages say.
    pub fn with_keys(self, keys: Arc<dyn Keys>) -> Vault {
        Vault { keys, ..self }
    }

    /// Opens the vault whose folder this is: the vault itself, which is made if the folder is missing or empty, or the
    /// notes of one in a bucket ([`Bucket::found`]), which isn't asked yet. Either has the keys of the folder `keys` beside it.
    ///
    /// # Errors
    /// [`VaultError::Unsupported`] if the folder holds something else, [`VaultError::Io`] and [`VaultError::Full`].
    pub fn open(folder: impl Into<PathBuf>) -> Result<Vault, VaultError> {
        let folder = folder.into();
        match known_place(&folder)? {
            Known::Nothing | Known::Folder => Vault::open_local(folder),
            Known::Bucket(_) => {
                let keys = Arc::new(KeyFolder::beside(&folder));
                Ok(Vault::new(Arc::new(Bucket::open(folder)?), VaultOptions::of_bucket()).with_keys(keys))
            }
        }
    }

    /// Opens or makes the vault in a local folder, with the default options and the keys of the folder `keys` beside it.
    ///
    /// # Errors
    /// [`VaultError::Unsupported`] if the folder holds something else, [`VaultError::Io`] and [`VaultError::Full`].
    pub fn open_local(folder: impl Into<PathBuf>) -> Result<Vault, VaultError> {
        let folder = folder.into();
        let keys = Arc::new(KeyFolder::beside(&folder));
        Ok(Vault::new(Arc::new(LocalFolder::open(folder)?), VaultOptions::default()).with_keys(keys))
    }

    /// What a record keeps of the snapshot with this root.
    ///
    /// # Errors
    /// [`VaultError::Damaged`] if the manifest is missing or corrupt, [`VaultError::Unsupported`] and [`VaultError::Io`].
    pub fn describe(&self, root: Hash) -> Result<ManifestRef, VaultError> {
        Ok(self.manifest(root)?.to_ref(root))
    }

    pub(crate) fn encoder(&self) -> Result<Encoder, VaultError> {
        Encoder::new(self.options.zstd_level).map_err(|error| VaultError::from_io("preparing zstd", error))
    }

    pub(crate) fn decoder(&self) -> Result<Decoder, VaultError> {
        Decoder::new(Arc::clone(&self.keys)).map_err(|error| VaultError::from_io("preparing zstd", error))
    }

    /// Reads an object's content into `content` and verifies it, past all caches.
    pub(crate) fn load(
        &self,
        name: ObjectName,
        decoder: &mut Decoder,
        content: &mut Vec<u8>,
    ) -> Result<(), VaultError> {
        let damaged = |damage| VaultError::Damaged { object: name, damage, at: None };
        let stored = self.backend.get(name)?.ok_or_else(|| damaged(Damage::Missing))?;
        let limit = name.kind.max_content_bytes();
        decoder.open(&stored, name.hash, limit, content).map_err(|unopened| match unopened {
            Unopened::Corrupt(reason) => damaged(Damage::Corrupt(reason)),
            Unopened::NoKey(key, reason) => VaultError::NoKey { key, reason },
        })?;
        if name.kind == Kind::Block && content.len() != limit {
            return Err(damaged(Damage::Corrupt(format!("{} bytes aren't a block", content.len()))));
        }
        Ok(())
    }

    /// The decoded manifest of a root, from the cache if it is there.
    pub(crate) fn manifest(&self, root: Hash) -> Result<Arc<Manifest>, VaultError> {
        if let Some(manifest) = self.manifest_cache.get(root) {
            return Ok(manifest);
        }
        let manifest = Arc::new(self.load_manifest(root)?);
        self.manifest_cache.insert(root, Arc::clone(&manifest), manifest.pages.len() * size_of::<Hash>() + 256);
        Ok(manifest)
    }

    /// The decoded manifest of a root, past the cache.
    pub(crate) fn load_manifest(&self, root: Hash) -> Result<Manifest, VaultError> {
        let name = ObjectName::manifest(root);
        let mut content = Vec::new();
        self.load(name, &mut self.decoder()?, &mut content)?;
        Manifest::decode(&content).map_err(|fault| match fault {
            ManifestFault::Unsupported(what) => {
                VaultError::Unsupported(format!("{name} is {what}, which this version of Fogbank can't read"))
            }
            ManifestFault::Malformed(what) => {
                VaultError::Damaged { object: name, damage: Damage::Corrupt(what), at: None }
            }
        })
    }

    /// A decoded page, from the cache if it is there.
    pub(crate) fn page(&self, hash: Hash) -> Result<Arc<Page>, VaultError> {
        if let Some(page) = self.page_cache.get(hash) {
            return Ok(page);
        }
        let page = Arc::new(self.load_page(hash)?);
        self.page_cache.insert(hash, Arc::clone(&page), page.len() * size_of::<Option<Hash>>() + 256);
        Ok(page)
    }

    /// A decoded page, past the cache.
    pub(crate) fn load_page(&self, hash: Hash) -> Result<Page, VaultError> {
        let name = ObjectName::page(hash);
        let mut content = Vec::new();
        self.load(name, &mut self.decoder()?, &mut content)?;
        Page::decode(&content).map_err(|what| VaultError::Damaged {
            object: name,
            damage: Damage::Corrupt(what),
            at: None,
        })
    }

    /// What there is under a name. A damaged object is told from a good one only where reused objects are verified.
    pub(crate) fn presence(
        &self,
        name: ObjectName,
        decoder: &mut Decoder,
        scratch: &mut Vec<u8>,
    ) -> Result<Presence, VaultError> {
        if !self.options.verify_reused {
            return Ok(if self.backend.exists(name)? { Presence::Good } else { Presence::Absent });
        }
        match self.load(name, decoder, scratch) {
            Ok(()) => Ok(Presence::Good),
            Err(VaultError::Damaged { damage: Damage::Missing, .. }) => Ok(Presence::Absent),
            Err(VaultError::Damaged { .. }) => Ok(Presence::Damaged),
            Err(other) => Err(other),
        }
    }

    /// Stores contents under their names, once each, and repairs those that were there damaged. Not settled.
    pub(crate) fn store_contents(&self, job: &Job, contents: &[(ObjectName, Vec<u8>)]) -> Result<(), VaultError> {
        for (name, _) in contents {
            self.use_object(job, *name)?;
        }
        let mut encoder = self.encoder()?;
        let stored: Vec<Vec<u8>> = contents.iter().map(|(_, content)| encoder.encode(content)).collect();
        let objects: Vec<Object<'_>> =
            contents.iter().zip(&stored).map(|((name, _), bytes)| Object { name: *name, bytes }).collect();
        let fates = self.backend.put_if_absent(&objects)?;
        let (mut decoder, mut scratch) = (self.decoder()?, Vec::new());
        for (object, fate) in objects.iter().zip(fates) {
            if fate == Put::Present && self.presence(object.name, &mut decoder, &mut scratch)? != Presence::Good {
                self.backend.replace(*object)?;
            }
        }
        Ok(())
    }
}

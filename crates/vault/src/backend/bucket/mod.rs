//! A vault in a bucket of S3, or of a store that speaks as S3 does.
//!
//! ```text
//! <bucket>/<prefix>/fogbank-vault          what this is, and whose: one line each
//! <bucket>/<prefix>/blocks/3fa4c1…         an object
//! <bucket>/<prefix>/pages/…, manifests/…
//!
//! <folder>/format                          one line: the notes of a vault in a bucket
//! <folder>/place.json, credentials.json    which bucket, and the access key for it (see `place.rs`)
//! <folder>/tmp/…, sweep/…                  notes, jobs and locks, as those of a vault in a folder
//! <folder>/sweep/doubt                     a deletion was begun (see `doubt.rs`)
//! ```
//! A bucket belongs to one cloud, and a cloud to one machine: its marker names the cloud, and another one is refused. So
//! notes, jobs and locks needn't be in the bucket, where nobody notices that their holder has died; the kernel does.
//!
//! What is assumed of the store:
//! * An object that it has acknowledged is there for everybody at once, whole, and survives whatever happens. So there is
//!   nothing to be settled.
//! * Nothing is assumed of conditional puts. Where there are none, or one's fate isn't known, it is looked whether the object
//!   is there and then it is stored. Who loses a race stores what means the same: names are hashes of contents.
//! * A request whose fate isn't known may be carried out later, though not after `doubt::TIME`. A late put leaves garbage,
//!   which a sweep finds. A late deletion is what `doubt.rs` is about.

mod claim;
mod doubt;
mod place;
mod s3;
#[cfg(test)]
pub(super) mod tests;

use std::fmt;
use std::io;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::time::{Duration, SystemTime};

use futures::{StreamExt, TryStreamExt, stream};
use object_store::path::Path;
use object_store::{Error, ObjectStore, ObjectStoreExt, PutMode, PutPayload};
use tokio::runtime::{Builder, Runtime};

pub use self::place::{BucketCredentials, BucketPlace, Known, known_place};
use super::local::notes;
use super::local::session::Session;
use super::{Backend, Hold, Listed, LiveJob, Note, Object, Put};
use crate::{BackendError, Kind, ObjectName};

/// Objects of one call that are on their way at once.
const AT_ONCE: usize = 8;

/// Objects in a bucket.
pub struct Bucket {
    /// Repeats what fails, for a while.
    store: Arc<dyn ObjectStore>,
    /// The same, and repeats nothing.
    once: Arc<dyn ObjectStore>,
    /// What all keys begin with.
    prefix: Path,
    /// Where it is, for messages.
    shown: String,
    /// The cloud that it belongs to.
    owner: String,
    /// Whether its marker has been seen.
    known: AtomicBool,
    /// Whether the store is thought to know conditional puts.
    conditional: Arc<AtomicBool>,
    /// The folder of the notes.
    folder: PathBuf,
    session: Session,
    /// How long a deletion whose fate isn't known is waited for.
    doubt_time: Duration,
    /// `None` only while this is dropped.
    runtime: Option<Runtime>,
}

impl fmt::Debug for Bucket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bucket").field("place", &self.shown).field("folder", &self.folder).finish_non_exhaustive()
    }
}

impl Drop for Bucket {
    fn drop(&mut self) {
        // Waits for nothing: the vault may be dropped by asynchronous code.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// What a bucket is made of.
struct Parts {
    store: Arc<dyn ObjectStore>,
    once: Arc<dyn ObjectStore>,
    prefix: Path,
    shown: String,
    owner: String,
}

impl Bucket {
    /// The vault in the bucket that is written down in `folder`. The bucket isn't asked: a host that starts while its
    /// bucket is away must start all the same.
    ///
    /// # Errors
    /// [`BackendError::NotAVault`] if the folder holds something else, [`BackendError::Full`] and [`BackendError::Io`].
    pub fn open(folder: impl Into<PathBuf>) -> Result<Bucket, BackendError> {
        let folder = folder.into();
        let record = place::read(&folder)?;
        Bucket::on(s3::parts(&folder, &record)?, folder)
    }

    fn on(parts: Parts, folder: PathBuf) -> Result<Bucket, BackendError> {
        let failed = |error| BackendError::from_io(format!("opening the vault's notes in {}", folder.display()), error);
        let tmp = folder.join("tmp");
        super::local::private_dir(&tmp).map_err(failed)?;
        let session = Session::begin(&tmp).map_err(failed)?;
        let runtime = Builder::new_multi_thread()
            .worker_threads(2)
            .thread_name("vault in a bucket")
            .enable_all()
            .build()
            .map_err(failed)?;
        let Parts { store, once, prefix, shown, owner } = parts;
        Ok(Bucket {
            store,
            once,
            prefix,
            shown,
            owner,
            known: AtomicBool::new(false),
            conditional: Arc::new(AtomicBool::new(true)),
            folder,
            session,
            doubt_time: doubt::TIME,
            runtime: Some(runtime),
        })
    }

    /// Waits for asynchronous work, also where the caller is asynchronous itself and oughtn't wait.
    fn wait<T: Send + 'static>(&self, work: impl Future<Output = T> + Send + 'static) -> Result<T, BackendError> {
        let (sender, receiver) = mpsc::sync_channel(1);
        let runtime = self.runtime.as_ref().expect("it is there until this is dropped");
        runtime.spawn(async move {
            let _ = sender.send(work.await);
        });
        receiver.recv().map_err(|_| BackendError::Io {
            attempted: format!("using the vault {}", self.shown),
            source: io::Error::other("the request was given up"),
        })
    }

    fn path_of(&self, name: ObjectName) -> Path {
        self.path(&name.key())
    }

    /// The key of what is called so below the prefix.
    fn path(&self, name: &str) -> Path {
        Path::from_iter(self.prefix.parts().chain(Path::from(name).parts()))
    }

    fn failed(&self, doing: fmt::Arguments<'_>) -> impl FnOnce(Error) -> BackendError {
        let attempted = format!("{doing} in the vault {}", self.shown);
        move |error| error_of(attempted, error)
    }
}

/// The whole of an error, with its causes, and what it means.
fn error_of(attempted: String, error: Error) -> BackendError {
    // What fits nowhere else is told without the words for that.
    let outer: &dyn std::error::Error = match &error {
        Error::Generic { source, .. } => &**source,
        other => other,
    };
    let mut text = outer.to_string();
    let mut cause = outer.source();
    while let Some(inner) = cause {
        let inner_text = inner.to_string();
        if !text.contains(&inner_text) {
            text = format!("{text}: {inner_text}");
        }
        cause = inner.source();
    }
    // Amazon's buckets are never full; those of others are, and say so in these words.
    if ["QuotaExceeded", "StorageFull", "507 Insufficient Storage"].iter().any(|word| text.contains(word)) {
        return BackendError::Full { attempted };
    }
    let kind = match error {
        Error::PermissionDenied { .. } | Error::Unauthenticated { .. } => io::ErrorKind::PermissionDenied,
        _ => io::ErrorKind::Other,
    };
    BackendError::Io { attempted, source: io::Error::new(kind, text) }
}

/// `None` if there is no such object. That there is no such bucket is an error.
fn if_there<T>(found: Result<T, Error>) -> Result<Option<T>, Error> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(Error::NotFound { path, source }) if source.to_string().contains("NoSuchBucket") => {
            Err(Error::Generic { store: "S3", source: format!("there is no such bucket (asked for {path})").into() })
        }
        Err(Error::NotFound { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Stores an object unless there is one.
async fn put(
    store: Arc<dyn ObjectStore>,
    once: Arc<dyn ObjectStore>,
    conditional: Arc<AtomicBool>,
    path: Path,
    payload: PutPayload,
) -> Result<Put, Error> {
    if conditional.load(Ordering::Relaxed) {
        match once.put_opts(&path, payload.clone(), PutMode::Create.into()).await {
            Ok(_) => return Ok(Put::Stored),
            Err(Error::NotImplemented { .. } | Error::NotSupported { .. }) => {
                conditional.store(false, Ordering::Relaxed)
            }
            Err(Error::Generic { source, .. }) if source.to_string().contains("501 Not Implemented") => {
                conditional.store(false, Ordering::Relaxed);
            }
            // It is there; or somebody was about to store it, or delete it, and may have failed: S3 calls both a
            // conflict. Or the fate isn't known. All of that shows below.
            Err(_) => {}
        }
    }
    if if_there(store.head(&path).await)?.is_some() {
        return Ok(Put::Present);
    }
    store.put(&path, payload).await?;
    Ok(Put::Stored)
}

/// The bytes of an object, of one that is too long only a beginning.
async fn get(store: Arc<dyn ObjectStore>, path: Path, limit: u64) -> Result<Option<Vec<u8>>, Error> {
    let Some(found) = if_there(store.get(&path).await)? else { return Ok(None) };
    let bytes = if found.meta.size > limit {
        drop(found);
        if_there(store.get_range(&path, 0..limit).await)?
    } else {
        if_there(found.bytes().await)?
    };
    Ok(bytes.map(Vec::from))
}

impl Backend for Bucket {
    fn put_if_absent(&self, objects: &[Object<'_>]) -> Result<Vec<Put>, BackendError> {
        self.ready()?;
        let objects: Vec<(ObjectName, Path, PutPayload)> = objects
            .iter()
            .map(|object| (object.name, self.path_of(object.name), object.bytes.to_vec().into()))
            .collect();
        let (store, once, conditional) =
            (Arc::clone(&self.store), Arc::clone(&self.once), Arc::clone(&self.conditional));
        let puts = stream::iter(objects).map(move |(name, path, payload)| {
            let put = put(Arc::clone(&store), Arc::clone(&once), Arc::clone(&conditional), path, payload);
            async move { put.await.map_err(|error| (name, error)) }
        });
        let fates = self.wait(puts.buffered(AT_ONCE).try_collect())?;
        fates.map_err(|(name, error)| self.failed(format_args!("storing {name}"))(error))
    }

    fn replace(&self, object: Object<'_>) -> Result<(), BackendError> {
        self.ready()?;
        let (store, path, payload) =
            (Arc::clone(&self.store), self.path_of(object.name), PutPayload::from(object.bytes.to_vec()));
        let stored = self.wait(async move { store.put(&path, payload).await })?;
        stored.map(drop).map_err(self.failed(format_args!("replacing {}", object.name)))
    }

    fn settle(&self, _names: &[ObjectName]) -> Result<(), BackendError> {
        Ok(())
    }

    fn get(&self, name: ObjectName) -> Result<Option<Vec<u8>>, BackendError> {
        self.ready()?;
        let limit = name.kind.max_stored_bytes() as u64 + 1;
        let got = self.wait(get(Arc::clone(&self.store), self.path_of(name), limit))?;
        got.map_err(self.failed(format_args!("reading {name}")))
    }

    fn exists(&self, name: ObjectName) -> Result<bool, BackendError> {
        self.ready()?;
        let (store, path) = (Arc::clone(&self.store), self.path_of(name));
        let found = self.wait(async move { if_there(store.head(&path).await) })?;
        found.map(|found| found.is_some()).map_err(self.failed(format_args!("looking for {name}")))
    }

    fn delete(&self, names: &[ObjectName]) -> Result<u64, BackendError> {
        self.ready()?;
        doubt::begin(&self.folder)?;
        // One kind after the other, as the caller has them: what is deleted in part has no manifest any more.
        for names in names.chunk_by(|one, next| one.kind == next.kind) {
            let paths: Vec<_> = names.iter().map(|name| Ok(self.path_of(*name))).collect();
            let once = Arc::clone(&self.once);
            let deleted = self.wait(async move {
                let mut deleted = once.delete_stream(stream::iter(paths).boxed());
                while let Some(deleted) = deleted.next().await {
                    if_there(deleted)?;
                }
                Ok(())
            })?;
            deleted.map_err(self.failed(format_args!("deleting {} and more", names[0])))?;
        }
        doubt::end(&self.folder)?;
        // The store doesn't say which of them there were.
        Ok(names.len() as u64)
    }

    fn list(&self, kind: Kind, visit: &mut dyn FnMut(Listed) -> ControlFlow<()>) -> Result<(), BackendError> {
        self.ready()?;
        let (store, path) = (Arc::clone(&self.store), self.path(kind.folder()));
        // A page ahead and no more: there may be millions.
        let (sender, receiver) = mpsc::sync_channel(1000);
        let runtime = self.runtime.as_ref().expect("it is there until this is dropped");
        runtime.spawn(async move {
            let mut listing = store.list(Some(&path));
            while let Some(found) = listing.next().await {
                // A visitor that is slow is waited for, and one that has seen enough is gone.
                if tokio::task::block_in_place(|| sender.send(found)).is_err() {
                    return;
                }
            }
        });
        for found in receiver {
            let found = found.map_err(self.failed(format_args!("listing {}", kind.folder())))?;
            // Whatever isn't named as an object is none of ours.
            let Some(hash) = found.location.filename().and_then(|file| file.parse().ok()) else { continue };
            let name = ObjectName { kind, hash };
            if self.path_of(name) != found.location {
                continue;
            }
            let listed = Listed { name, stored_bytes: found.size, stored_at: SystemTime::from(found.last_modified) };
            if visit(listed).is_break() {
                break;
            }
        }
        Ok(())
    }

    fn read_note(&self, name: &str) -> Result<Option<Note>, BackendError> {
        notes::read(&self.folder, name)
    }

    fn write_note(&self, name: &str, bytes: Option<&[u8]>, before: Option<&str>) -> Result<bool, BackendError> {
        notes::write(&self.folder, name, bytes, before)
    }

    fn list_notes(&self, beginning: &str) -> Result<Vec<String>, BackendError> {
        notes::list(&self.folder, beginning)
    }

    fn begin_job(&self, about: &[u8]) -> Result<Box<dyn Hold>, BackendError> {
        notes::begin_job(&self.folder, &self.session.next_path(), about)
    }

    fn live_jobs(&self) -> Result<Vec<LiveJob>, BackendError> {
        notes::live_jobs(&self.folder)
    }

    fn hold_sweep(&self) -> Result<Option<Box<dyn Hold>>, BackendError> {
        let Some(hold) = notes::hold_sweep(&self.folder)? else { return Ok(None) };
        Ok(doubt::is_over(&self.folder, self.doubt_time)?.then_some(hold))
    }
}

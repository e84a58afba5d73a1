//! Whose bucket it is.
//!
//! ```text
//!   no marker, nothing else ──claim──▶ marker of this cloud ──▶ ready
//!   no marker, something else; marker of another cloud ──▶ refused
//! ```
//! Before anything else is asked of it, the marker is looked at once. A bucket that was emptied, or another one under the
//! same name, is thereby told from one that has lost objects.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use futures::StreamExt;
use object_store::{ObjectStore, ObjectStoreExt, PutMode};

use super::{Bucket, get, if_there};
use crate::BackendError;

/// The marker's key, below the prefix.
const MARKER: &str = "fogbank-vault";
const MARKER_LIMIT_BYTES: u64 = 4096;

impl Bucket {
    fn marker(&self) -> String {
        format!("fogbank vault, format 1\nowner {}\n", self.owner)
    }

    fn refused(&self, reason: String) -> BackendError {
        BackendError::NotAVault { path: PathBuf::from(&self.shown), reason }
    }

    fn read_marker(&self, store: &Arc<dyn ObjectStore>) -> Result<Option<String>, BackendError> {
        let found = self.wait(get(Arc::clone(store), self.path(MARKER), MARKER_LIMIT_BYTES))?;
        let found = found.map_err(self.failed(format_args!("reading the marker")))?;
        Ok(found.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
    }

    fn is_ours(&self, marker: &str) -> Result<(), BackendError> {
        if marker == self.marker() {
            return Ok(());
        }
        match marker.strip_prefix("fogbank vault, format 1\n") {
            Some(_) => Err(self.refused("it is the vault of another cloud; choose another prefix".to_owned())),
            None => Err(self.refused(format!("its marker says {:?}", marker.lines().next().unwrap_or_default()))),
        }
    }

    /// Sees to it that the bucket is known to be this cloud's.
    pub(super) fn ready(&self) -> Result<(), BackendError> {
        if self.known.load(Ordering::Relaxed) {
            return Ok(());
        }
        let Some(marker) = self.read_marker(&self.store)? else {
            return Err(
                self.refused(format!("its object {MARKER} is gone, so the bucket was emptied or is another one"))
            );
        };
        self.is_ours(&marker)?;
        self.known.store(true, Ordering::Relaxed);
        Ok(())
    }

    /// Makes the bucket this cloud's, unless it is already.
    ///
    /// # Errors
    /// [`BackendError::NotAVault`] if it is another cloud's or holds something else, [`BackendError::Io`].
    pub(super) fn claim(&self) -> Result<(), BackendError> {
        // Somebody waits at a terminal, perhaps for a store whose address was mistyped: nothing is repeated.
        if self.read_marker(&self.once)?.is_none() {
            self.is_empty()?;
            self.put_marker()?;
        }
        // What stands there decides, where two clouds have claimed it at the same time.
        self.ready()
    }

    fn is_empty(&self) -> Result<(), BackendError> {
        let (store, prefix) = (Arc::clone(&self.store), self.prefix.clone());
        let first = self.wait(async move { if_there(store.list(Some(&prefix)).next().await.transpose()) })?;
        match first.map_err(self.failed(format_args!("looking for other objects")))?.flatten() {
            Some(found) => Err(self.refused(format!("it isn't empty ({})", found.location))),
            None => Ok(()),
        }
    }

    fn put_marker(&self) -> Result<(), BackendError> {
        let (store, path, marker) = (Arc::clone(&self.store), self.path(MARKER), self.marker());
        let put = self.wait(async move {
            match store.put_opts(&path, marker.clone().into(), PutMode::Create.into()).await {
                Ok(_) => Ok(()),
                // It is there, or the store knows no conditions.
                Err(_) if if_there(store.head(&path).await)?.is_some() => Ok(()),
                Err(_) => store.put(&path, marker.into()).await.map(drop),
            }
        })?;
        put.map_err(self.failed(format_args!("writing the marker")))
    }
}

//! A cell: one store and the view that is built from it.
//!
//! The store's writer thread applies each group commit to the view and publishes it before any committer is answered,
//! so whoever has an answer finds it in the next view: read-after-write, always.

use std::{collections::VecDeque, sync::Arc};

use arc_swap::ArcSwap;
use model::{ApiError, text::Pool};
use parking_lot::Mutex;
use store::{Batch, CommitError, MemoryStore, Revision, SqliteStore, Store, StoreError, Txn};
use tokio::sync::{mpsc, watch};

use crate::view::View;

/// How many views are kept so that an answer can be rendered at its own revision.
const RECENT: usize = 128;

pub struct Cell {
    store: Arc<dyn Store>,
    shared: Arc<Shared>,
}

struct Shared {
    published: ArcSwap<View>,
    /// The revision of the last one, for those who wait for something to be in it.
    revision: watch::Sender<Revision>,
    recent: Mutex<VecDeque<Arc<View>>>,
}

/// Which engine keeps a cell's records.
pub enum Engine {
    Memory,
    Sqlite(std::path::PathBuf),
}

/// What a controller is told of a group commit.
pub struct Published {
    pub view: Arc<View>,
    pub keys: Vec<Arc<str>>,
}

impl Cell {
    /// Opens the cell; blocks while the view is rebuilt. Group commits after that go to the returned stream.
    /// `follow` is told of each group commit and the view that holds it, before committers are answered.
    pub fn open(
        engine: &Engine,
        mut follow: impl FnMut(&View, &[Arc<str>]) + Send + 'static,
    ) -> Result<(Self, mpsc::UnboundedReceiver<Published>), StoreError> {
        let shared = Arc::new(Shared {
            published: ArcSwap::from_pointee(View::default()),
            revision: watch::Sender::new(0),
            recent: Mutex::new(VecDeque::with_capacity(RECENT)),
        });
        let (sender, receiver) = mpsc::unbounded_channel();
        let sink = {
            let shared = shared.clone();
            let mut view = View::default();
            let mut pool = Pool::default();
            move |batch: Batch| {
                view.apply(&batch, &mut pool);
                let complete = batch.complete;
                let keys: Vec<_> = batch.changes.into_iter().map(|change| change.key).collect();
                if !complete {
                    // Nobody sees a view of half a store; and one that is held costs the next batch a copy of its maps.
                    follow(&view, &keys);
                    return;
                }
                let published = Arc::new(view.clone());
                follow(&published, &keys);
                {
                    let mut recent = shared.recent.lock();
                    if recent.len() == RECENT {
                        recent.pop_front();
                    }
                    recent.push_back(published.clone());
                }
                shared.published.store(published.clone());
                shared.revision.send_replace(published.revision);
                // No receiver: the region is being closed.
                let _ = sender.send(Published { view: published, keys });
            }
        };
        let store: Arc<dyn Store> = match engine {
            Engine::Memory => Arc::new(MemoryStore::new(Box::new(sink))),
            Engine::Sqlite(path) => Arc::new(SqliteStore::open(path, store::Options::default(), Box::new(sink))?),
        };
        Ok((Self { store, shared }, receiver))
    }

    /// The newest view.
    pub fn view(&self) -> Arc<View> {
        self.shared.published.load_full()
    }

    /// The newest published revision.
    pub fn revision(&self) -> Revision {
        self.shared.published.load().revision
    }

    /// Waits until the newest view is as wanted.
    pub async fn until(&self, mut is_as_wanted: impl FnMut(&View) -> bool) {
        let mut revision = self.shared.revision.subscribe();
        while !is_as_wanted(&self.view()) {
            if revision.changed().await.is_err() {
                return;
            }
        }
    }

    /// Commits and answers with the first view that holds the transaction.
    pub async fn commit(&self, txn: Txn) -> Result<Arc<View>, CommitError> {
        let revision = self.store.commit(txn).await?;
        let recent = self.shared.recent.lock();
        Ok(recent.iter().find(|view| view.revision >= revision).cloned().unwrap_or_else(|| self.view()))
    }

    /// Reads a blob that views leave out. Blocks for one indexed read.
    pub fn blob(&self, key: &str) -> Result<Option<Arc<[u8]>>, StoreError> {
        Ok(self.store.get(key)?.map(|(bytes, _)| bytes))
    }

    pub fn store(&self) -> &Arc<dyn Store> {
        &self.store
    }
}

/// What a caller hears of a commit that failed for another reason than a conflict.
pub fn commit_failed(error: CommitError) -> ApiError {
    match error {
        CommitError::Full => ApiError::unavailable("The server's disk is full; nothing was changed."),
        other => ApiError::internal(format!("the change could not be stored: {other}")),
    }
}

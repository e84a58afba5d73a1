//! Garbage collection: what no snapshot needs any more goes, while others upload and launch beside it.
//!
//! ```text
//!   Idle ──▶ Condemned ──────────────▶ Deleting, batch by batch ──▶ Idle
//!            what no root reaches      once all jobs that may not     what is still reached by no root;
//!            is published as batches   know of the list have ended    a batch that was rescued is left alone
//! ```
//! * **Roots** are handed in by the caller, as they are at that moment: snapshots (in the recycle bin too), volumes that
//!   aren't independent yet, blocks of snapshots that arrive one by one. What live [`Job`]s build upon counts as well.
//! * Who stores something holds a [`Job`] until what it has made is among the roots. A job that begins after the list was
//!   published knows the list, and **rescues** the batch of whatever it is about to use: it removes the batch's note, and
//!   the sweeper marks the same note before it deletes. Both compare the note's version, so only one of them wins.
//! * A job that finds a batch marked waits until it is deleted, or deletes it in the stead of a sweeper that died; then it
//!   stores anew.
//! * Jobs that began before the list was published don't know it. The sweeper waits for their end, and then looks at the
//!   roots again, among which is what they have made.
//!
//! All of it stands in notes of the vault, so a sweeper may be killed anywhere, and the next one goes on.

mod job;
mod list;
mod mark;

use serde::{Deserialize, Serialize};

pub use self::job::Job;
use self::list::Batch;
use crate::backend::Hold;
use crate::{Hash, ObjectName, Vault, VaultError};

/// The note that says how far a sweep has come.
const STATE: &str = "state";

/// What has to stay.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roots {
    /// Snapshots, by the root of their manifest, and all that they are made of.
    pub snapshots: Vec<Hash>,
    /// Single blocks, of snapshots that aren't complete yet.
    pub blocks: Vec<Hash>,
}

/// What a call of [`Vault::sweep`] came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sweep {
    /// There is no garbage.
    Clean,
    /// Garbage was found and written down. The next call deletes what is still garbage then.
    Condemned,
    /// Another process sweeps.
    Busy,
    /// Garbage is known, and so many jobs have to end before it goes. Call again.
    Waiting {
        /// Jobs that are waited for.
        jobs: usize,
    },
    /// Garbage was deleted.
    Swept(Swept),
}

/// What was deleted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Swept {
    /// Objects that are gone.
    pub objects: u64,
    /// Objects that jobs rescued, or that a root reaches again.
    pub spared: u64,
}

/// How far a sweep has come.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct State {
    /// Counts sweeps, so that the batches of each have names of their own.
    number: u64,
    phase: Phase,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Phase {
    #[default]
    Idle,
    /// The list is published. `waits_for`: the jobs that may not know it; `None` until they have been looked at.
    Condemned { waits_for: Option<Vec<String>> },
}

impl Vault {
    /// Goes as far with a sweep as it can without waiting: finds garbage, or deletes what an earlier call has found. Called
    /// now and then by whoever looks after the vault; two that do so at once don't hurt each other. What one call has found
    /// only a later one deletes, so whoever makes a root of what was one, in a request that is under way for less time than
    /// there is between two calls, needs no [`Job`].
    ///
    /// `roots` is asked whenever they have to be known as they are now. What becomes a root later must be under a [`Job`]
    /// until it is one.
    ///
    /// # Errors
    /// Those of `roots`; [`VaultError::Damaged`] if a root's page or manifest is corrupt, for then it isn't known what it
    /// needs, and nothing is deleted; [`VaultError::Io`] and [`VaultError::Full`]. Another call goes on.
    pub fn sweep(&self, roots: &mut dyn FnMut() -> Result<Roots, VaultError>) -> Result<Sweep, VaultError> {
        let Some(hold) = self.backend.hold_sweep()? else { return Ok(Sweep::Busy) };
        let (mut state, mut version) = self.sweep_state()?;
        if state.phase == Phase::Idle {
            // Of a sweeper that died before it published them.
            self.remove_batches()?;
            state.number += 1;
            if !self.condemn(&state, &roots()?)? {
                return Ok(Sweep::Clean);
            }
            state.phase = Phase::Condemned { waits_for: None };
            self.write_state(&state, version.as_deref())?;
            return Ok(Sweep::Condemned);
        }
        let Phase::Condemned { waits_for } = &mut state.phase else { return Ok(Sweep::Clean) };
        let live: Vec<String> = self.backend.live_jobs()?.into_iter().map(|job| job.id).collect();
        let waits_for = match waits_for {
            Some(waits_for) => waits_for.clone(),
            None => {
                // Whoever begins from now on knows the list.
                *waits_for = Some(live.clone());
                version = self.write_state(&state, version.as_deref())?;
                live.clone()
            }
        };
        let jobs = waits_for.iter().filter(|job| live.contains(job)).count();
        if jobs > 0 {
            return Ok(Sweep::Waiting { jobs });
        }
        let reached = self.reach(&roots()?)?;
        let mut swept = Swept::default();
        for name in self.backend.list_notes(&list::beginning(state.number))? {
            self.delete_batch(&name, &reached, &*hold, &mut swept)?;
        }
        state.phase = Phase::Idle;
        self.write_state(&state, version.as_deref())?;
        Ok(Sweep::Swept(swept))
    }

    fn sweep_state(&self) -> Result<(State, Option<String>), VaultError> {
        let Some(note) = self.backend.read_note(STATE)? else { return Ok((State::default(), None)) };
        let state = serde_json::from_slice(&note.bytes)
            .map_err(|error| VaultError::Unsupported(format!("the state of the sweep isn't understood: {error}")))?;
        Ok((state, Some(note.version)))
    }

    fn write_state(&self, state: &State, before: Option<&str>) -> Result<Option<String>, VaultError> {
        let bytes = serde_json::to_vec(state).expect("a state is always JSON");
        if !self.backend.write_note(STATE, Some(&bytes), before)? {
            return Err(lost_hold());
        }
        Ok(self.backend.read_note(STATE)?.map(|note| note.version))
    }

    fn remove_batches(&self) -> Result<(), VaultError> {
        for name in self.backend.list_notes(list::BEGINNING)? {
            let before = self.backend.read_note(&name)?.map(|note| note.version);
            self.backend.write_note(&name, None, before.as_deref())?;
        }
        Ok(())
    }

    /// Marks a batch and deletes it, but for what is reached.
    fn delete_batch(
        &self,
        name: &str,
        reached: &mark::Reached,
        hold: &dyn Hold,
        swept: &mut Swept,
    ) -> Result<(), VaultError> {
        loop {
            let Some((mut batch, version)) = self.read_batch(name)? else { return Ok(()) };
            if batch.deleting {
                // Marked by a sweeper that died. Nobody can have begun to use any of it since.
                swept.objects += self.finish_batch(name, &batch, &version, hold)?;
                return Ok(());
            }
            let all = batch.names.len();
            batch.names.retain(|name| !reached.has(*name));
            batch.deleting = true;
            let spared = (all - batch.names.len()) as u64;
            let marked = batch.encode();
            if self.backend.write_note(name, Some(&marked), Some(&version))? {
                swept.spared += spared;
                // The version of what was just written; nobody else writes to a marked batch.
                let Some((batch, version)) = self.read_batch(name)? else { return Ok(()) };
                swept.objects += self.finish_batch(name, &batch, &version, hold)?;
                return Ok(());
            }
            // It was rescued meanwhile: its note is gone, which the next look shows.
            swept.spared += all as u64;
        }
    }

    /// Deletes what a marked batch names, and its note.
    fn finish_batch(&self, name: &str, batch: &Batch, version: &str, hold: &dyn Hold) -> Result<u64, VaultError> {
        if !hold.is_held() {
            return Err(lost_hold());
        }
        for object in &batch.names {
            self.forget(*object);
        }
        let deleted = self.backend.delete(&batch.names)?;
        self.backend.write_note(name, None, Some(version))?;
        Ok(deleted)
    }

    fn read_batch(&self, name: &str) -> Result<Option<(Batch, String)>, VaultError> {
        let Some(note) = self.backend.read_note(name)? else { return Ok(None) };
        Ok(Some((Batch::decode(&note.bytes)?, note.version)))
    }

    /// Drops what is remembered of an object.
    fn forget(&self, object: ObjectName) {
        match object.kind {
            crate::Kind::Manifest => self.manifest_cache.remove(object.hash),
            crate::Kind::Page => self.page_cache.remove(object.hash),
            crate::Kind::Block => self.block_cache.remove(object.hash),
        }
    }
}

fn lost_hold() -> VaultError {
    let source = std::io::Error::other("another sweeper has taken over");
    VaultError::Io { attempted: "sweeping the vault".to_owned(), source }
}

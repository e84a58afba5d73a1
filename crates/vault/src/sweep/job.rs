//! A job: somebody who stores things that nothing names yet.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{Phase, list};
use crate::backend::Hold;
use crate::{Hash, ObjectName, Vault, VaultError};

/// How often it is looked whether a batch is gone that somebody else deletes.
const POLL: Duration = Duration::from_millis(20);

/// Keeps what it stores and uses from the garbage collection. Held until what was made is among the roots of the next
/// [`Vault::sweep`]: until the record that names it is written.
#[derive(Debug)]
pub struct Job {
    _hold: Box<dyn Hold>,
    /// The batch of each object that was condemned when the job began.
    condemned: HashMap<ObjectName, usize>,
    batches: Vec<String>,
    /// Batches that are settled: rescued, or deleted.
    settled: Mutex<BTreeSet<usize>>,
}

#[derive(Debug, Serialize, Deserialize)]
struct About {
    bases: Vec<Hash>,
}

/// The bases of a live job. Of one whose words aren't understood none are known; it comes from a later version, which
/// rescues what it needs.
pub(super) fn bases(about: &[u8]) -> Vec<Hash> {
    serde_json::from_slice(about).map_or(Vec::new(), |about: About| about.bases)
}

impl Vault {
    /// Begins a job that builds upon these snapshots, which must be among the roots now.
    ///
    /// # Errors
    /// [`VaultError::Full`] and [`VaultError::Io`]; [`VaultError::Damaged`] if a base can't be read.
    pub fn begin_job(&self, bases: &[Hash]) -> Result<Job, VaultError> {
        let about = serde_json::to_vec(&About { bases: bases.to_vec() }).expect("hashes are always JSON");
        // Known to everybody first, and only then is the list looked at: see `super`.
        let hold = self.backend.begin_job(&about)?;
        let mut job = Job { _hold: hold, condemned: HashMap::new(), batches: Vec::new(), settled: Mutex::default() };
        let (state, _) = self.sweep_state()?;
        if let Phase::Condemned { .. } = state.phase {
            for name in self.backend.list_notes(&list::beginning(state.number))? {
                let Some((batch, _)) = self.read_batch(&name)? else { continue };
                let number = job.batches.len();
                job.batches.push(name);
                job.condemned.extend(batch.names.into_iter().map(|name| (name, number)));
            }
        }
        if !job.condemned.is_empty() {
            for root in bases {
                self.use_snapshot(&job, *root)?;
            }
        }
        Ok(job)
    }

    fn use_snapshot(&self, job: &Job, root: Hash) -> Result<(), VaultError> {
        self.use_object(job, ObjectName::manifest(root))?;
        let manifest = self.load_manifest(root)?;
        for page_ref in manifest.pages.iter().flatten() {
            self.use_object(job, ObjectName::page(page_ref.hash))?;
            for (_, block) in self.load_page(page_ref.hash)?.data() {
                self.use_object(job, ObjectName::block(block))?;
            }
        }
        Ok(())
    }

    /// To be called before it is looked whether an object is there, and before it is stored: afterwards it doesn't go, or
    /// it is gone already.
    pub(crate) fn use_object(&self, job: &Job, name: ObjectName) -> Result<(), VaultError> {
        let Some(number) = job.condemned.get(&name) else { return Ok(()) };
        if job.settled.lock().unwrap_or_else(PoisonError::into_inner).contains(number) {
            return Ok(());
        }
        let note = &job.batches[*number];
        while let Some((batch, version)) = self.read_batch(note)? {
            if !batch.deleting {
                // The rescue. If a sweeper was faster, the next look shows its mark.
                self.backend.write_note(note, None, Some(&version))?;
            } else if let Some(hold) = self.backend.hold_sweep()? {
                // Its sweeper is dead, or just through.
                if let Some((batch, version)) = self.read_batch(note)? {
                    self.finish_batch(note, &batch, &version, &*hold)?;
                }
            } else {
                thread::sleep(POLL);
            }
        }
        job.settled.lock().unwrap_or_else(PoisonError::into_inner).insert(*number);
        Ok(())
    }
}

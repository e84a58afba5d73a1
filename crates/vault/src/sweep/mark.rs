//! What is reached by roots, and what isn't.

use std::collections::{BTreeSet, HashSet};
use std::ops::ControlFlow;

use super::{Roots, State, job};
use crate::{Damage, Hash, Kind, ObjectName, Vault, VaultError};

/// What roots reach. Memory: about 50 bytes an object.
#[derive(Debug, Default)]
pub(super) struct Reached {
    manifests: HashSet<Hash>,
    pages: HashSet<Hash>,
    blocks: HashSet<Hash>,
}

impl Reached {
    pub fn has(&self, name: ObjectName) -> bool {
        match name.kind {
            Kind::Manifest => self.manifests.contains(&name.hash),
            Kind::Page => self.pages.contains(&name.hash),
            Kind::Block => self.blocks.contains(&name.hash),
        }
    }
}

impl Vault {
    /// All that these roots and the bases of live jobs reach.
    pub(super) fn reach(&self, roots: &Roots) -> Result<Reached, VaultError> {
        let mut reached = Reached::default();
        reached.blocks.extend(&roots.blocks);
        let mut snapshots = roots.snapshots.clone();
        for job in self.backend.live_jobs()? {
            snapshots.extend(job::bases(&job.about));
        }
        for root in snapshots {
            self.reach_from(root, &mut reached)?;
        }
        Ok(reached)
    }

    fn reach_from(&self, root: Hash, reached: &mut Reached) -> Result<(), VaultError> {
        if !reached.manifests.insert(root) {
            return Ok(());
        }
        // Past the caches: what is only remembered is no help to the next reader.
        let Some(manifest) = if_there(self.load_manifest(root))? else { return Ok(()) };
        for page_ref in manifest.pages.iter().flatten() {
            if reached.pages.insert(page_ref.hash)
                && let Some(page) = if_there(self.load_page(page_ref.hash))?
            {
                reached.blocks.extend(page.data().map(|(_, block)| block));
            }
        }
        Ok(())
    }

    /// Writes down what nothing reaches. Says whether there is anything.
    pub(super) fn condemn(&self, state: &State, roots: &Roots) -> Result<bool, VaultError> {
        let mut there = [BTreeSet::new(), BTreeSet::new(), BTreeSet::new()];
        for (kind, names) in [Kind::Manifest, Kind::Page, Kind::Block].into_iter().zip(&mut there) {
            self.backend.list(kind, &mut |listed| {
                names.insert(listed.name.hash);
                ControlFlow::Continue(())
            })?;
        }
        let reached = self.reach(roots)?;
        let [mut manifests, mut pages, mut blocks] = there;
        manifests.retain(|hash| !reached.manifests.contains(hash));
        pages.retain(|hash| !reached.pages.contains(hash));
        blocks.retain(|hash| !reached.blocks.contains(hash));
        let mut names: Vec<ObjectName> = manifests.iter().copied().map(ObjectName::manifest).collect();
        // What belongs to one snapshot stands together, so that who makes the same snapshot again rescues little else.
        for root in &manifests {
            let Ok(manifest) = self.load_manifest(*root) else { continue };
            for page_ref in manifest.pages.iter().flatten().filter(|it| pages.remove(&it.hash)).collect::<Vec<_>>() {
                names.push(ObjectName::page(page_ref.hash));
                let Ok(page) = self.load_page(page_ref.hash) else { continue };
                names.extend(page.data().filter(|(_, it)| blocks.remove(it)).map(|(_, it)| ObjectName::block(it)));
            }
        }
        names.extend(pages.into_iter().map(ObjectName::page));
        names.extend(blocks.into_iter().map(ObjectName::block));
        self.write_batches(state, &names)?;
        Ok(!names.is_empty())
    }
}

/// What was loaded, `None` if it is missing: then what it named is lost to it anyhow.
fn if_there<T>(loaded: Result<T, VaultError>) -> Result<Option<T>, VaultError> {
    match loaded {
        Ok(loaded) => Ok(Some(loaded)),
        Err(VaultError::Damaged { damage: Damage::Missing, .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

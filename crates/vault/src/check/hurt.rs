//! Which snapshots are hurt by objects that are damaged.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::AtomicBool;

use super::{HurtSnapshot, stop_if};
use crate::manifest::Manifest;
use crate::{Damage, Hash, ObjectName, PAGE_ENTRIES, Vault, VaultError, block_count};

impl Vault {
    /// The snapshots that name something damaged.
    pub(super) fn hurt(
        &self,
        roots: &BTreeSet<Hash>,
        damaged: &BTreeMap<ObjectName, Damage>,
        cancel: &AtomicBool,
    ) -> Result<Vec<HurtSnapshot>, VaultError> {
        let mut hurt = Vec::new();
        if damaged.is_empty() {
            return Ok(hurt);
        }
        for root in roots {
            stop_if(cancel)?;
            let lost = || HurtSnapshot {
                root: *root,
                hurt_blocks: None,
                first_hurt: Vec::new(),
                names: BTreeSet::from([ObjectName::manifest(*root)]),
            };
            // Read again rather than kept: the pages of all manifests at once could be much.
            match self.load_manifest(*root) {
                Ok(manifest) => hurt.extend(self.hurt_blocks(*root, &manifest, damaged)),
                Err(_) => hurt.push(lost()),
            }
        }
        Ok(hurt)
    }

    fn hurt_blocks(
        &self,
        root: Hash,
        manifest: &Manifest,
        damaged: &BTreeMap<ObjectName, Damage>,
    ) -> Option<HurtSnapshot> {
        let mut hurt_blocks = 0;
        let mut first_hurt = Vec::new();
        let mut names = BTreeSet::new();
        for (page_no, page_ref) in manifest.pages.iter().enumerate() {
            let Some(page_ref) = page_ref else { continue };
            let start = (page_no * PAGE_ENTRIES) as u64;
            let name = ObjectName::page(page_ref.hash);
            let page = if damaged.contains_key(&name) { None } else { self.load_page(page_ref.hash).ok() };
            let Some(page) = page else {
                names.insert(name);
                hurt_blocks += u64::from(page_ref.data_blocks);
                let behind = (start + PAGE_ENTRIES as u64).min(block_count(manifest.size_bytes));
                let room = HurtSnapshot::SHOWN - first_hurt.len();
                first_hurt.extend((start..behind).take(room));
                continue;
            };
            for (slot, block) in page.data() {
                let name = ObjectName::block(block);
                if damaged.contains_key(&name) {
                    names.insert(name);
                    hurt_blocks += 1;
                    if first_hurt.len() < HurtSnapshot::SHOWN {
                        first_hurt.push(start + slot as u64);
                    }
                }
            }
        }
        (!names.is_empty()).then_some(HurtSnapshot { root, hurt_blocks: Some(hurt_blocks), first_hurt, names })
    }
}

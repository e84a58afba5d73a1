//! A check finds everything, and blames the right snapshots.

use super::volume::block;
use super::*;
use crate::{Damage, DamagedObject, HurtSnapshot, PAGE_ENTRIES};

fn check(vault: &Vault, expected: &[Hash]) -> crate::Report {
    vault.check(expected, &quiet, &GO_ON).unwrap()
}

#[test]
fn an_empty_vault_is_sound() {
    let (vault, _) = memory_vault();
    assert_eq!(check(&vault, &[]), crate::Report::default());
}

#[test]
fn the_hurt_snapshots_are_named_and_no_others() {
    let (vault, backend) = memory_vault();
    let later = PAGE_ENTRIES as u64 + 3;
    let volume = |own: u64| Volume::new(2 * PAGE_ENTRIES as u64, [(0, block(0)), (1, block(own)), (later, block(own))]);
    let [first, second, third] = [11, 12, 13].map(|own| ingest(&vault, &volume(own)).manifest.root);
    let sound = check(&vault, &[first, second, third]);
    assert!(sound.is_sound());
    assert_eq!((sound.manifests, sound.pages, sound.blocks, sound.unreferenced), (3, 6, 4, 0));

    let own = ObjectName::block(Hash::of(&block(12)));
    backend.tamper(own, |bytes| bytes.truncate(3));
    let report = check(&vault, &[]);
    let names_of = |names: &[ObjectName]| names.iter().copied().collect();
    let second_hurt =
        HurtSnapshot { root: second, hurt_blocks: Some(2), first_hurt: vec![1, later], names: names_of(&[own]) };
    assert_eq!(report.hurt, [second_hurt]);
    let damage = Damage::Corrupt("3 bytes are too few for an object".to_owned());
    assert_eq!(report.damaged, [DamagedObject { name: own, damage }]);

    // A block that all of them have, and a page of the third.
    let common = ObjectName::block(Hash::of(&block(0)));
    backend.delete(&[common]).unwrap();
    let third_page = ObjectName::page(vault.manifest(third).unwrap().pages[1].unwrap().hash);
    backend.delete(&[third_page]).unwrap();
    let report = check(&vault, &[]);
    let mut expected = vec![(first, 1, vec![0]), (second, 3, vec![0, 1, later])];
    let behind: Vec<u64> = [0].into_iter().chain(PAGE_ENTRIES as u64..).take(HurtSnapshot::SHOWN).collect();
    expected.push((third, 2, behind));
    expected.sort();
    let found: Vec<_> =
        report.hurt.iter().map(|hurt| (hurt.root, hurt.hurt_blocks.unwrap(), hurt.first_hurt.clone())).collect();
    assert_eq!(found, expected);
    assert_eq!(report.damaged.iter().filter(|found| found.damage == Damage::Missing).count(), 2);
    assert!(serde_json::to_string(&report).unwrap().contains(&third.to_string()));
}

#[test]
fn a_recorded_snapshot_without_a_manifest_is_hurt() {
    let (vault, _) = memory_vault();
    let root = ingest(&vault, &Volume::dense(1)).manifest.root;
    assert_eq!(vault.backend.delete(&[ObjectName::manifest(root)]).unwrap(), 1);
    let report = check(&vault, &[root]);
    let name = ObjectName::manifest(root);
    let lost = HurtSnapshot { root, hurt_blocks: None, first_hurt: vec![], names: [name].into() };
    assert_eq!(report.hurt, [lost]);

    // Without a record it was meant to go; its page and block are left over.
    let report = check(&vault, &[]);
    assert!(report.is_sound());
    assert_eq!((report.manifests, report.unreferenced), (0, 2));
    assert_eq!(report.unreferenced_bytes, report.stored_bytes);
    assert!(matches!(vault.describe(root), Err(VaultError::Damaged { damage: Damage::Missing, .. })));
}

#[test]
fn a_manifest_deleted_during_a_check_is_no_loss() {
    let (vault, backend) = memory_vault();
    let root = ingest(&vault, &Volume::dense(2)).manifest.root;
    // The first progress comes after the listing.
    let delete = |done, _| {
        if done == 0 {
            for kind in Kind::ALL {
                for name in names(&*backend, kind) {
                    backend.delete(&[name]).unwrap();
                }
            }
        }
    };
    let report = vault.check(&[], &delete, &GO_ON).unwrap();
    assert!(report.is_sound(), "{report:?}");
    assert!(!vault.check(&[root], &delete, &GO_ON).unwrap().is_sound());
}

//! What is damaged is named, never served as zeros, and repaired by the next ingest that has it.

use super::volume::{block, noise};
use super::*;
use crate::{BlockAt, Damage};

/// The ways in which a disk hurts an object. `None` from a way means that the object goes missing.
fn hurt(backend: &MemoryBackend, name: ObjectName, way: &str) {
    let change: fn(&mut Vec<u8>) = match way {
        "missing" => {
            assert_eq!(backend.delete(&[name]).unwrap(), 1);
            return;
        }
        "emptied" => Vec::clear,
        "cut short" => |bytes| bytes.truncate(bytes.len() - 1),
        "longer" => |bytes| bytes.push(0),
        "magic" => |bytes| bytes[0] ^= 1,
        "codec" => |bytes| bytes[3] ^= 0x40,
        "length" => |bytes| bytes[4] ^= 1,
        "huge length" => |bytes| bytes[7] = 0xff,
        "first byte" => |bytes| bytes[8] ^= 1,
        "last byte" => |bytes| *bytes.last_mut().unwrap() ^= 0x80,
        "zeros" => |bytes| bytes.fill(0),
        // A good object of another content.
        "another" => |bytes| *bytes = crate::envelope::Encoder::new(1).unwrap().encode(&noise(99)),
        "short content" => |bytes| *bytes = crate::envelope::Encoder::new(1).unwrap().encode(b"short"),
        other => panic!("{other} is no way to hurt"),
    };
    assert!(backend.tamper(name, change));
}

const WAYS: [&str; 13] = [
    "missing",
    "emptied",
    "cut short",
    "longer",
    "magic",
    "codec",
    "length",
    "huge length",
    "first byte",
    "last byte",
    "zeros",
    "another",
    "short content",
];

fn assert_names(error: &VaultError, hurt: ObjectName, way: &str, expected_at: Option<BlockAt>) {
    let VaultError::Damaged { object, damage, at } = error else { panic!("{way}: {error}") };
    assert_eq!((object, *damage == Damage::Missing), (&hurt, way == "missing"), "{way}: {error}");
    assert_eq!(*at, expected_at, "{way}: {error}");
    assert!(error.to_string().contains(&hurt.hash.to_string()), "{error}");
}

#[test]
fn damage_is_named_and_repaired() {
    let volume = Volume::new(8, [(0, block(0)), (1, noise(1)), (6, block(6))]);
    let folder = tempfile::tempdir().unwrap();
    for way in WAYS {
        let (vault, backend) = memory_vault();
        let root = ingest(&vault, &volume).manifest.root;
        let noisy = ObjectName::block(Hash::of(&noise(1)));
        let page = names(&*backend, Kind::Page)[0];
        let cases = [
            (noisy, Some(BlockAt { root, index: 1 })),
            (ObjectName::block(Hash::of(&block(6))), Some(BlockAt { root, index: 6 })),
            (page, Some(BlockAt { root, index: 0 })),
            (ObjectName::manifest(root), None),
        ];
        for (name, at) in cases {
            if name == noisy && way == "another" {
                backend.tamper(name, |bytes| *bytes = crate::envelope::Encoder::new(1).unwrap().encode(&block(3)));
            } else {
                hurt(&backend, name, way);
            }
            assert_names(&content(backend.clone(), root).unwrap_err(), name, way, at);

            let destination = folder.path().join("disk.raw");
            let fresh = vault_on(backend.clone());
            assert_names(&fresh.restore(root, &destination, &quiet, &GO_ON).unwrap_err(), name, way, at);
            assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "a failed restore leaves nothing");

            let report = fresh.check(&[root], &quiet, &GO_ON).unwrap();
            assert_eq!(report.damaged.iter().map(|found| found.name).collect::<Vec<_>>(), [name], "{way}");
            assert_eq!(report.hurt.iter().map(|hurt| hurt.root).collect::<Vec<_>>(), [root], "{way}");

            // The volume is still there: a new snapshot of it makes the old one whole.
            let stats = ingest(&fresh, &volume).stats;
            assert_eq!(stats.repaired_blocks, u64::from(name.kind == Kind::Block && way != "missing"), "{way}");
            assert!(content(backend.clone(), root).unwrap() == volume.bytes());
            assert!(fresh.check(&[root], &quiet, &GO_ON).unwrap().is_sound());
        }
    }
}

#[test]
fn other_blocks_of_a_hurt_snapshot_can_be_read() {
    let (vault, backend) = memory_vault();
    let root = ingest(&vault, &Volume::dense(3)).manifest.root;
    hurt(&backend, ObjectName::block(Hash::of(&block(1))), "zeros");
    let mut buffer = vec![0xee; BLOCK];
    vault.read_at(root, 0, &mut buffer).unwrap();
    assert!(buffer == block(0));
    assert!(vault.read_at(root, BLOCK as u64, &mut buffer).is_err());
    assert!(vault.block(root, 1).is_err());
    assert!(*vault.block(root, 2).unwrap().unwrap() == block(2));
}

#[test]
fn a_later_format_is_told_from_damage() {
    let (vault, backend) = memory_vault();
    let mut later = vec![0; 24];
    for (version, key, what) in [(2, 0, "version 2 of manifests"), (1, 2, "a snapshot under a key of kind 2")] {
        later[..2].copy_from_slice(&[version, key]);
        let name = ObjectName::manifest(Hash::of(&later));
        let bytes = vault.encoder().unwrap().encode(&later);
        backend.put_if_absent(&[crate::backend::Object { name, bytes: &bytes }]).unwrap();
        let refused = vault.describe(name.hash).unwrap_err();
        assert!(matches!(&refused, VaultError::Unsupported(text) if text.contains(what)), "{refused}");
    }
}

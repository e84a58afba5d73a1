//! The formats stay as they are: what one version wrote, every later one reads.

use super::volume::block;
use super::*;
use crate::manifest::{Manifest, ManifestFault};
use crate::page::Page;
use crate::{Key, ManifestRef, PAGE_ENTRIES};

#[test]
fn a_snapshot_has_the_root_it_always_had() {
    let (vault, backend) = memory_vault();
    let volume = Volume::new(PAGE_ENTRIES as u64 + 2, [(0, block(0)), (3, block(1)), (PAGE_ENTRIES as u64, block(2))]);
    let volume = Volume { size_bytes: volume.size_bytes - 77, ..volume };
    let made = ingest(&vault, &volume).manifest;
    let json = r#"{"root":"ROOT","size_bytes":2148532147,"data_blocks":3,"key":"none"}"#;
    assert_eq!(serde_json::to_string(&made).unwrap(), json.replace("ROOT", ROOT));
    assert_eq!(names(&*backend, Kind::Page).len(), 2);
    // A record without a key is one of before there were keys.
    let old: ManifestRef = serde_json::from_str(&json.replace("ROOT", ROOT).replace(r#","key":"none""#, "")).unwrap();
    assert_eq!((&old, &old.key), (&made, &Key::None));
    assert!(serde_json::from_str::<ManifestRef>(&json.replace("ROOT", &ROOT.to_uppercase())).is_err());
}

const ROOT: &str = "7d8ce77efd405efea7a6fb4a56098982c5bdfa88d18e22e866e81c9cb59873ab";

#[test]
fn malformed_pages_are_refused() {
    let page = Page::new(vec![Some(Hash::of(b"a")), None, Some(Hash::of(b"b")), None]);
    let good = page.encode();
    assert_eq!((good.len(), Page::decode(&good)), (8 + 3 * 32, Ok(page)));
    let mut cases = vec![good[..7].to_vec(), good[..good.len() - 1].to_vec(), good[..8].to_vec()];
    for at in [0, 1, 4, 6] {
        let mut changed = good.clone();
        changed[at] ^= 4;
        cases.push(changed);
    }
    let mut ends_in_zeros = good.clone();
    ends_in_zeros[8 + 64..].fill(0);
    cases.push(ends_in_zeros);
    for case in cases {
        assert!(Page::decode(&case).is_err(), "{case:?}");
    }
}

#[test]
fn malformed_manifests_are_refused() {
    let (vault, _) = memory_vault();
    let root = ingest(&vault, &Volume::new(2 * PAGE_ENTRIES as u64, [(1, block(1))])).manifest.root;
    let good = vault.manifest(root).unwrap().encode();
    assert_eq!(Manifest::decode(&good).as_ref(), Ok(&*vault.manifest(root).unwrap()));
    assert_eq!(good.len(), 24 + 2 * 36);
    // (byte, its new value, is it of a later version?)
    let cases = [
        (0, 2, true),
        (1, 1, false),
        (1, 2, true),
        (2, 16, false),
        (4, 1, true),
        (8, 1, true),
        (12, 3, false),
        (18, 1, false),
        (23, 0xff, false),
        (24 + 32, 0, false),
        (24 + 33, 0x11, false),
        (24 + 36, 1, false),
    ];
    for (at, value, later) in cases {
        let mut changed = good.clone();
        changed[at] = value;
        let fault = Manifest::decode(&changed).unwrap_err();
        assert_eq!(matches!(fault, ManifestFault::Unsupported(_)), later, "byte {at}: {fault:?}");
    }
    for len in [0, 23, 24, good.len() - 1] {
        assert!(Manifest::decode(&good[..len]).is_err());
    }
}

#[test]
fn what_does_not_compress_is_kept_as_it_is() {
    let (vault, backend) = memory_vault();
    let noise = super::volume::noise(1);
    ingest(&vault, &Volume::new(2, [(0, noise.clone()), (1, block(1))]));
    let stored = |content: &[u8]| backend.get(ObjectName::block(Hash::of(content))).unwrap().unwrap();
    assert_eq!((stored(&noise).len(), stored(&noise)[..4].to_vec()), (BLOCK + 8, b"FBV\0".to_vec()));
    assert!(stored(&block(1)).len() < 200);
    assert_eq!(stored(&block(1))[..4], *b"FBV\x01");
}

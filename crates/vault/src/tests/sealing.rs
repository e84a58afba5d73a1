//! Encrypted snapshots: nothing of their content is to be seen without the key, and everything else holds for them too.

use super::volume::{block, noise};
use super::*;
use crate::{DataKey, Key, KeyId, Keys, Roots, Sweep};

/// Keys that follow from their ids, as those of a master key do.
struct TestKeys;

impl Keys for TestKeys {
    fn data_key(&self, id: KeyId) -> Result<DataKey, String> {
        Ok(DataKey::new(blake3::hash(id.as_bytes()).as_bytes()))
    }

    fn data_key_for_sealing(&self, id: KeyId) -> Result<DataKey, String> {
        self.data_key(id)
    }
}

const ONE: Key = Key::Sealed(KeyId::from_bytes([1; 16]));
const TWO: Key = Key::Sealed(KeyId::from_bytes([2; 16]));

fn keyed(backend: &Arc<MemoryBackend>) -> Vault {
    vault_on(backend.clone()).with_keys(Arc::new(TestKeys))
}

fn sealed(vault: &Vault, key: Key, source: &dyn Source) -> Ingested {
    vault.under(key).ingest(&vault.begin_job(&[]).unwrap(), source, None, &quiet, &GO_ON).unwrap()
}

fn read(vault: &Vault, root: Hash) -> Result<Vec<u8>, VaultError> {
    let mut bytes = vec![0xee; vault.describe(root)?.size_bytes as usize];
    vault.read_at(root, 0, &mut bytes).map(|()| bytes)
}

#[test]
fn what_is_sealed_is_read_with_its_key_only() {
    let backend = Arc::new(MemoryBackend::new());
    let vault = keyed(&backend);
    let volume = Volume::new(9, [(0, noise(1)), (3, block(3)), (8, noise(8))]);
    let made = sealed(&vault, ONE, &volume).manifest;
    assert_eq!((made.key.clone(), made.data_blocks), (ONE, 3));
    assert!(read(&keyed(&backend), made.root).unwrap() == volume.bytes());
    // Without keys the manifest tells its size, and nothing is served in the content's stead.
    let keyless = vault_on(backend.clone());
    assert_eq!(keyless.describe(made.root).unwrap(), made);
    let refused = read(&keyless, made.root).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "the data key of KMS key 01010101-0101-0101-0101-010101010101 can't be had: no keys are at hand"
    );
    assert!(keyless.under(ONE).put_block(&keyless.begin_job(&[]).unwrap(), &noise(1)).is_err());
}

#[test]
fn neither_content_nor_its_hash_is_stored() {
    let backend = Arc::new(MemoryBackend::new());
    let vault = keyed(&backend);
    sealed(&vault, ONE, &Volume::new(2, [(0, noise(1)), (1, block(2))]));
    let plain = [noise(1), block(2)].map(|content| Hash::of(&content));
    let marker = noise(1)[4096..4160].to_vec();
    for name in names(&*backend, Kind::Block) {
        assert!(!plain.contains(&name.hash));
        let stored = backend.get(name).unwrap().unwrap();
        assert!(!stored.windows(64).any(|window| window == marker));
        // Also what compresses well is not only compressed.
        assert_eq!(stored[3], 2);
        assert!(zstd::decode_all(&stored[8..]).is_err());
    }
}

#[test]
fn equal_blocks_are_shared_under_one_key_only() {
    let backend = Arc::new(MemoryBackend::new());
    let vault = keyed(&backend);
    let volume = Volume::dense(4);
    let first = sealed(&vault, ONE, &volume);
    let again = sealed(&vault, ONE, &volume);
    assert_eq!((again.manifest.root, again.stats.stored_blocks), (first.manifest.root, 0));
    let other = sealed(&vault, TWO, &volume);
    let plain = ingest(&vault, &volume);
    assert_eq!((other.stats.stored_blocks, plain.stats.stored_blocks), (4, 4));
    assert_eq!(names(&*backend, Kind::Block).len(), 12);
}

#[test]
fn a_snapshot_is_copied_to_another_key() {
    let backend = Arc::new(MemoryBackend::new());
    let vault = keyed(&backend);
    let volume = Volume::new(5000, [(0, noise(1)), (3, block(3)), (4999, noise(8))]);
    let plain = ingest(&vault, &volume).manifest;
    let copy = |root, key| {
        let job = vault.begin_job(&[root]).unwrap();
        vault.under(key).reseal(&job, root, &quiet, &GO_ON).unwrap()
    };
    let one = copy(plain.root, ONE);
    let two = copy(one.manifest.root, TWO);
    assert_eq!((one.stats.stored_blocks, two.stats.stored_blocks, two.stats.read_blocks), (3, 3, 3));
    for made in [&one, &two] {
        let diff: Vec<_> = vault.diff(plain.root, made.manifest.root, 0).unwrap().map(Result::unwrap).collect();
        assert_eq!(diff.len(), 3);
        for index in [0, 3, 4999, 4998] {
            assert_eq!(vault.block(made.manifest.root, index).unwrap(), vault.block(plain.root, index).unwrap());
        }
    }
    assert_eq!(copy(two.manifest.root, Key::None).manifest, plain);
}

#[test]
fn a_base_under_another_key_is_not_inherited_from() {
    let backend = Arc::new(MemoryBackend::new());
    let vault = keyed(&backend);
    let volume = Volume::dense(4);
    let plain = ingest(&vault, &volume).manifest.root;
    let job = vault.begin_job(&[plain]).unwrap();
    let unchanged = Volume::dense(4).unchanged(0..3);
    let made = vault.under(ONE).ingest(&job, &unchanged, Some(plain), &quiet, &GO_ON).unwrap();
    assert_eq!((made.stats.read_blocks, made.stats.stored_blocks), (4, 4));
    assert!(read(&vault, made.manifest.root).unwrap() == volume.bytes());
    // Under the same key it is.
    let later = vault.under(ONE).ingest(&job, &unchanged, Some(made.manifest.root), &quiet, &GO_ON).unwrap();
    assert_eq!((later.stats.read_blocks, later.manifest.root), (1, made.manifest.root));
    let refused = vault.under(TWO).assemble(&job, 4 * BLOCK as u64, Some(made.manifest.root), []).unwrap_err();
    assert_eq!(refused.to_string(), "the base is under another key; reseal it first");
}

#[test]
fn a_check_verifies_what_it_has_keys_for() {
    let backend = Arc::new(MemoryBackend::new());
    let vault = keyed(&backend);
    let root = sealed(&vault, ONE, &Volume::dense(3)).manifest.root;
    let check = |vault: &Vault| vault.check(&[root], &quiet, &GO_ON).unwrap();
    assert_eq!((check(&vault).is_sound(), check(&vault).unverified), (true, 0));
    let keyless = check(&vault_on(backend.clone()));
    assert_eq!((keyless.is_sound(), keyless.unverified), (true, 3));
    // Every bit of a sealed object counts, but those of its magic and its length, which are not looked at.
    for at in [3, 8, 24, 36, 60] {
        let name = names(&*backend, Kind::Block)[1];
        backend.tamper(name, |bytes| bytes[at] ^= 1);
        let report = check(&keyed(&backend));
        assert!(!report.is_sound(), "{at}");
        assert_eq!((report.damaged[0].name, report.hurt[0].root), (name, root));
        backend.tamper(name, |bytes| bytes[at] ^= 1);
    }
    assert!(check(&keyed(&backend)).is_sound());
    // A damaged block is put back by who has it still.
    let name = names(&*backend, Kind::Block)[0];
    backend.tamper(name, |bytes| bytes[50] ^= 1);
    assert_eq!(sealed(&keyed(&backend), ONE, &Volume::dense(3)).stats.repaired_blocks, 1);
    // One object in the place of another doesn't open.
    let [first, second] = [0, 1].map(|at| names(&*backend, Kind::Block)[at]);
    let stored = backend.get(first).unwrap().unwrap();
    backend.tamper(second, |bytes| *bytes = stored.clone());
    assert_eq!(check(&keyed(&backend)).damaged[0].name, second);
}

#[test]
fn a_sweep_needs_no_keys() {
    let backend = Arc::new(MemoryBackend::new());
    let vault = keyed(&backend);
    let kept = sealed(&vault, ONE, &Volume::dense(3)).manifest.root;
    sealed(&vault, ONE, &Volume::new(1, [(0, noise(7))]));
    let keyless = vault_on(backend.clone());
    let mut roots = || Ok(Roots { snapshots: vec![kept], blocks: Vec::new() });
    assert_eq!(keyless.sweep(&mut roots).unwrap(), Sweep::Condemned);
    while keyless.sweep(&mut roots).unwrap() != Sweep::Clean {}
    assert_eq!(names(&*backend, Kind::Block).len(), 3);
    assert!(read(&vault, kept).unwrap() == Volume::dense(3).bytes());
}

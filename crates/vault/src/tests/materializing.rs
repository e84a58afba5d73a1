//! Raw bases: made once, whole or not at all.

use std::fs::{self, File};
use std::os::unix::fs::PermissionsExt;
use std::sync::atomic::Ordering;
use std::thread;

use super::fault::Faulty;
use super::volume::block;
use super::*;
use crate::{base_path, bases, remove_base};

#[test]
fn a_base_is_made_once_and_used_again() {
    let (vault, backend) = memory_vault();
    let volume = Volume::new(9, [(0, block(0)), (8, block(8))]);
    let root = ingest(&vault, &volume).manifest.root;
    let folder = tempfile::tempdir().unwrap();
    let cache = folder.path().join("cache/bases");

    let counting = Arc::new(Faulty::never(backend.clone()));
    let vault = vault_on(counting.clone());
    let paths: Vec<_> = thread::scope(|scope| {
        let make = || vault.materialize(root, &cache, &quiet, &GO_ON).unwrap();
        let running: Vec<_> = (0..4).map(|_| scope.spawn(make)).collect();
        running.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(paths.iter().all(|path| *path == base_path(&cache, root)));
    assert_eq!(counting.gets.load(Ordering::Relaxed), 4, "a manifest, a page and two blocks");
    assert!(fs::read(&paths[0]).unwrap() == volume.bytes());
    assert_eq!(fs::metadata(&paths[0]).unwrap().permissions().mode() & 0o777, 0o444);
    assert_eq!((fs::read_dir(&cache).unwrap().count(), bases(&cache).unwrap()), (1, vec![root]));

    // Without a look at the vault, which may be far away or gone.
    backend.delete(&[ObjectName::manifest(root)]).unwrap();
    vault_on(backend).materialize(root, &cache, &quiet, &GO_ON).unwrap();

    assert_eq!((remove_base(&cache, root).unwrap(), remove_base(&cache, root).unwrap()), (true, false));
    assert_eq!(bases(&cache).unwrap(), []);
    assert_eq!(bases(&folder.path().join("nowhere")).unwrap(), []);
}

#[test]
fn no_base_is_made_of_a_damaged_snapshot() {
    let (vault, backend) = memory_vault();
    let root = ingest(&vault, &Volume::dense(40)).manifest.root;
    let hurt = ObjectName::block(Hash::of(&block(39)));
    backend.delete(&[hurt]).unwrap();
    let cache = tempfile::tempdir().unwrap();
    let error = vault.materialize(root, cache.path(), &quiet, &GO_ON).unwrap_err();
    assert!(matches!(error, VaultError::Damaged { object, .. } if object == hurt), "{error}");
    assert_eq!(fs::read_dir(cache.path()).unwrap().count(), 0);
}

#[test]
fn what_a_killed_maker_left_is_begun_anew() {
    let (vault, _) = memory_vault();
    let volume = Volume::new(3, [(1, block(1))]);
    let root = ingest(&vault, &volume).manifest.root;
    let cache = tempfile::tempdir().unwrap();
    let partial = cache.path().join(format!("{root}.raw.partial"));
    fs::write(&partial, vec![0xaa; 4 * BLOCK]).unwrap();
    assert_eq!(bases(cache.path()).unwrap(), [root]);
    let path = vault.materialize(root, cache.path(), &quiet, &GO_ON).unwrap();
    assert!(fs::read(path).unwrap() == volume.bytes());
    assert!(!partial.exists());

    remove_base(cache.path(), root).unwrap();
    fs::write(&partial, "left").unwrap();
    assert!(!remove_base(cache.path(), root).unwrap());
    assert!(!partial.exists());
}

#[test]
fn waiting_for_another_maker_can_be_cancelled() {
    let (vault, _) = memory_vault();
    let root = ingest(&vault, &Volume::dense(1)).manifest.root;
    let cache = tempfile::tempdir().unwrap();
    let partial = cache.path().join(format!("{root}.raw.partial"));
    let other = File::create(&partial).unwrap();
    other.lock().unwrap();
    let stopped = vault.materialize(root, cache.path(), &quiet, &AtomicBool::new(true));
    assert!(matches!(stopped, Err(VaultError::Cancelled)), "{stopped:?}");
    // What a living maker works on isn't removed either.
    assert!(!remove_base(cache.path(), root).unwrap());
    assert!(partial.exists());
    drop(other);
    vault.materialize(root, cache.path(), &quiet, &GO_ON).unwrap();
}

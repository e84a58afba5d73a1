//! The folder: what is left when a step fails, a disk is full or a process dies; what isn't a vault.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use super::volume::{block, noise};
use super::*;
use crate::backend::{FaultHook, Object, Put, Step};
use crate::{BackendError, LocalFolder};

/// Files in temporary folders, without locks.
fn temporary_files(vault: &Path) -> usize {
    let folders = fs::read_dir(vault.join("tmp")).unwrap().map(|entry| entry.unwrap().path());
    let files = folders.filter(|path| path.is_dir()).flat_map(|path| fs::read_dir(path).unwrap());
    files.filter(|file| file.as_ref().unwrap().file_name() != "lock").count()
}

/// A folder whose `nth` step of a kind fails with `error`. If it is `deadly`, nothing works after it.
fn failing(path: &Path, step: Step, nth: usize, error: io::ErrorKind, deadly: bool) -> LocalFolder {
    let count = std::sync::atomic::AtomicUsize::new(0);
    let dead = AtomicBool::new(false);
    let hook = move |at: Step| {
        if dead.load(Ordering::SeqCst) || (at == step && count.fetch_add(1, Ordering::SeqCst) == nth) {
            dead.store(deadly, Ordering::SeqCst);
            return Err(error.into());
        }
        Ok(())
    };
    LocalFolder::open(path).unwrap().with_fault(FaultHook(Arc::new(hook)))
}

#[test]
fn objects_come_back_and_are_listed() {
    let folder = tempfile::tempdir().unwrap();
    let local = LocalFolder::open(folder.path().join("new/vault")).unwrap();
    let [a, b] = [1, 2].map(|number| ObjectName::block(Hash::of(&noise(number))));
    let page = ObjectName::page(a.hash);
    let objects = [(a, &b"one"[..]), (b, b"two"), (page, b"page")].map(|(name, bytes)| Object { name, bytes });
    assert_eq!(local.put_if_absent(&objects).unwrap(), [Put::Stored; 3]);
    assert_eq!(local.put_if_absent(&[Object { name: a, bytes: b"other" }]).unwrap(), [Put::Present]);
    local.settle(&[a, b, page]).unwrap();
    assert_eq!(local.get(a).unwrap().as_deref(), Some(&b"one"[..]));
    assert_eq!(local.get(ObjectName::manifest(a.hash)).unwrap(), None);

    // What others put there is neither an object nor in the way.
    fs::write(local.root().join("blocks/README"), "").unwrap();
    fs::write(local.path_of(a).with_file_name("0123"), "").unwrap();
    let mut expected = vec![a, b];
    expected.sort();
    assert_eq!(names(&local, Kind::Block), expected);
    assert_eq!(names(&local, Kind::Page), [page]);

    local.replace(Object { name: a, bytes: b"anew" }).unwrap();
    assert_eq!(local.get(a).unwrap().as_deref(), Some(&b"anew"[..]));
    assert_eq!(
        (local.delete(&[a, page]).unwrap(), local.delete(&[a]).unwrap(), local.exists(a).unwrap()),
        (2, 0, false)
    );
    assert_eq!(temporary_files(local.root()), 0);
}

#[test]
fn an_overlong_object_is_corrupt_and_not_read_to_its_end() {
    let folder = tempfile::tempdir().unwrap();
    let local = Arc::new(LocalFolder::open(folder.path()).unwrap());
    let root = ingest(&vault_on(local.clone()), &Volume::dense(1)).manifest.root;
    let name = ObjectName::block(Hash::of(&block(0)));
    fs::File::options().write(true).open(local.path_of(name)).unwrap().set_len(1 << 40).unwrap();
    let error = content(local, root).unwrap_err();
    assert!(matches!(error, VaultError::Damaged { object, .. } if object == name), "{error}");
}

#[test]
fn a_full_disk_is_said_and_leaves_nothing_half() {
    let folder = tempfile::tempdir().unwrap();
    let volume = Volume::dense(40);
    let steps = [Step::Create, Step::Write, Step::Sync, Step::Rename, Step::SyncDir];
    let mut cases: Vec<_> = steps.map(|step| (io::ErrorKind::StorageFull, step, 0)).into();
    // In the middle of the second batch.
    cases.extend(steps.map(|step| (io::ErrorKind::StorageFull, step, 35)));
    cases.push((io::ErrorKind::QuotaExceeded, Step::Write, 1));
    for (kind, step, nth) in cases {
        let path = folder.path().join(format!("{kind:?}-{step:?}-{nth}"));
        let local = Arc::new(failing(&path, step, nth, kind, false));
        let failed = try_ingest(&vault_on(local.clone()), &volume);
        assert!(matches!(failed, Err(VaultError::Full { .. })), "{step:?} {nth}: {failed:?}");
        assert_eq!(temporary_files(&path), 0, "{step:?} {nth}");
        let root = ingest(&vault_on(local.clone()), &volume).manifest.root;
        assert!(vault_on(local).check(&[root], &quiet, &GO_ON).unwrap().is_sound());
    }
}

#[test]
fn what_a_killed_process_leaves_is_cleaned_up() {
    let folder = tempfile::tempdir().unwrap();
    let volume = Volume::dense(40);
    let mut left = 0;
    for step in [Step::Create, Step::Write, Step::Sync, Step::Rename, Step::SyncDir] {
        for nth in [0, 33] {
            let path = folder.path().join(format!("{step:?}-{nth}"));
            let local = Arc::new(failing(&path, step, nth, io::ErrorKind::Other, true));
            try_ingest(&vault_on(local.clone()), &volume).expect_err("it was killed");
            left += temporary_files(&path);
            drop(local);

            let local = Arc::new(LocalFolder::open(&path).unwrap());
            assert_eq!(temporary_files(&path), 0, "{step:?} {nth}");
            let vault = vault_on(local);
            assert!(vault.check(&[], &quiet, &GO_ON).unwrap().is_sound());
            let root = ingest(&vault, &volume).manifest.root;
            assert!(vault.check(&[root], &quiet, &GO_ON).unwrap().is_sound());
        }
    }
    assert!(left > 30, "the kills left {left} files to clean up");
}

#[test]
fn what_a_living_process_writes_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let busy = LocalFolder::open(folder.path()).unwrap();
    fs::write(folder.path().join("tmp/0/17"), "being written").unwrap();
    let other = LocalFolder::open(folder.path()).unwrap();
    assert_eq!(temporary_files(folder.path()), 1);
    drop(busy);
    let third = LocalFolder::open(folder.path()).unwrap();
    assert_eq!(temporary_files(folder.path()), 0);
    drop((other, third));
}

#[test]
fn what_is_no_vault_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("home");
    fs::create_dir(&home).unwrap();
    fs::write(home.join("letter"), "dear").unwrap();
    let later = folder.path().join("later");
    fs::create_dir(&later).unwrap();
    fs::write(later.join("format"), "fogbank vault, format 2\n").unwrap();
    for (path, reason) in [(&home, "letter"), (&later, "format 2")] {
        let refused = LocalFolder::open(path).unwrap_err();
        assert!(matches!(&refused, BackendError::NotAVault { reason: why, .. } if why.contains(reason)), "{refused}");
        assert_eq!(fs::read_dir(path).unwrap().count(), 1);
        assert!(matches!(Vault::open_local(path), Err(VaultError::Unsupported(_))));
    }

    // An opening that was killed before it wrote the format is gone on with; so is a fresh file system.
    let begun = folder.path().join("begun");
    fs::create_dir_all(begun.join("tmp/0")).unwrap();
    fs::create_dir_all(begun.join("blocks")).unwrap();
    fs::create_dir_all(begun.join("lost+found")).unwrap();
    drop(LocalFolder::open(&begun).unwrap());
    drop(LocalFolder::open(&begun).unwrap());
}

#[test]
fn objects_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("vault");
    let local = LocalFolder::open(&path).unwrap();
    let name = ObjectName::block(Hash::of(b""));
    local.put_if_absent(&[Object { name, bytes: b"x" }]).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&path), mode(&path.join("blocks")), mode(&local.path_of(name))), (0o700, 0o700, 0o600));
}

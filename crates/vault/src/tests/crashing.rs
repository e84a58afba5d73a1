//! Whatever happens at whatever moment: a snapshot is complete or absent, and a second try succeeds.

use super::fault::{Faulty, Manner, Work};
use super::volume::block;
use super::*;
use crate::PAGE_ENTRIES;

/// Two units, three pages.
fn volume() -> Volume {
    let dense = (0..33).map(|index| (index, block(index)));
    Volume::new(3 * PAGE_ENTRIES as u64, dense.chain([(PAGE_ENTRIES as u64 + 5, block(100)), (9000, block(101))]))
}

/// Runs `attempt` on a back end that fails at each of its operations in turn, until it succeeds.
fn fail_everywhere(
    manner: Manner,
    attempt: impl Fn(&Vault) -> Result<(), VaultError>,
    after: impl Fn(Arc<MemoryBackend>),
) {
    for work in [Work::None, Work::Half, Work::All] {
        for at in 0.. {
            let backend = Arc::new(MemoryBackend::new());
            let faulty = Faulty::new(backend.clone(), at, work, manner);
            match attempt(&vault_on(Arc::new(faulty))) {
                Ok(()) => {
                    assert!(at > 5, "there are more operations than {at}");
                    break;
                }
                Err(VaultError::Full { .. }) if manner == Manner::Full => {}
                Err(VaultError::Io { .. }) if manner == Manner::Killed => {}
                Err(other) => panic!("{work:?} of operation {at}: {other}"),
            }
            after(backend);
        }
    }
}

/// What there is is sound, and the same ingest succeeds now.
fn assert_recovers(backend: &Arc<MemoryBackend>, volume: &Volume) {
    let vault = vault_on(backend.clone());
    let before = names(&**backend, Kind::Manifest);
    let report = vault.check(&[], &quiet, &GO_ON).unwrap();
    assert!(report.is_sound(), "{report:?}");
    let made = ingest(&vault, volume).manifest;
    assert!(before.iter().all(|name| name.hash == made.root));
    let report = vault.check(&[made.root], &quiet, &GO_ON).unwrap();
    assert!(report.is_sound() && report.unreferenced == 0 && report.blocks == 35, "{report:?}");
    let mut last = vec![0; BLOCK];
    vault.read_at(made.root, 9000 * BLOCK as u64, &mut last).unwrap();
    assert!(last == block(101));
}

#[test]
fn killed_at_any_operation() {
    let volume = volume();
    fail_everywhere(
        Manner::Killed,
        |vault| try_ingest(vault, &volume).map(drop),
        |backend| assert_recovers(&backend, &volume),
    );
}

#[test]
fn full_at_any_operation() {
    let volume = volume();
    fail_everywhere(
        Manner::Full,
        |vault| try_ingest(vault, &volume).map(drop),
        |backend| assert_recovers(&backend, &volume),
    );
}

#[test]
fn power_cut_at_any_operation() {
    let volume = volume();
    // Of what wasn't settled, one half is lost, and then the other: by the first bit of its hash, and against it.
    for parity in [0, 1] {
        fail_everywhere(
            Manner::Killed,
            |vault| try_ingest(vault, &volume).map(drop),
            |backend| {
                // A name that reached the disk by luck is the worst case for a manifest.
                backend.power_cut(|name| name.kind == Kind::Manifest || name.hash.as_bytes()[0] & 1 == parity);
                assert_recovers(&backend, &volume);
            },
        );
    }
}

#[test]
fn power_cut_while_one_ingest_relies_on_the_blocks_of_another() {
    // The first ingest has stored its blocks and settled nothing yet; the second finds them there and finishes.
    let volume = volume();
    let backend = Arc::new(MemoryBackend::new());
    for at in 0.. {
        let attempt =
            try_ingest(&vault_on(Arc::new(Faulty::new(backend.clone(), at, Work::None, Manner::Killed))), &volume);
        assert!(attempt.is_err(), "blocks are stored before the manifest");
        if names(&*backend, Kind::Block).len() == 35 {
            break;
        }
    }
    let made = ingest(&vault_on(backend.clone()), &volume);
    assert_eq!(made.stats.stored_blocks, 0);
    backend.power_cut(|_| false);
    let report = vault_on(backend).check(&[made.manifest.root], &quiet, &GO_ON).unwrap();
    assert!(report.is_sound(), "{report:?}");
}

#[test]
fn an_assembled_snapshot_is_complete_or_absent_too() {
    let attempt = |vault: &Vault| {
        let job = vault.begin_job(&[])?;
        let blocks = (0..6).map(|index| Ok((index * 1000, vault.in_clear().put_block(&job, &block(index))?)));
        let blocks = blocks.collect::<Result<Vec<_>, VaultError>>()?;
        vault.in_clear().assemble(&job, 3 * crate::PAGE_BYTES, None, blocks).map(drop)
    };
    fail_everywhere(Manner::Killed, attempt, |backend| {
        backend.power_cut(|name| name.kind == Kind::Manifest);
        let vault = vault_on(backend);
        attempt(&vault).unwrap();
        let report = vault.check(&[], &quiet, &GO_ON).unwrap();
        assert!(report.is_sound() && report.manifests == 1, "{report:?}");
    });
}

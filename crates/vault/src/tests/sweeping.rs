//! What nobody needs goes, what somebody needs stays, whoever is killed in the middle.

use std::ops::ControlFlow;
use std::sync::Mutex;

use proptest::collection::vec;
use proptest::prelude::*;

use super::fault::{Faulty, Manner, Work};
use super::volume::{Volume, block};
use super::*;
use crate::backend::BucketInMemory;
use crate::backend::{Hold, Listed, LiveJob, Note, Object, Put};
use crate::{BackendError, LocalFolder, Roots, Sweep};

/// A volume of these blocks, by their numbers; 0 is a block of zeros.
fn volume(numbers: &[u8]) -> Volume {
    let data = numbers.iter().enumerate().filter(|(_, number)| **number > 0);
    Volume::new(numbers.len() as u64, data.map(|(at, number)| (at as u64, block(u64::from(*number)))))
}

fn sweep(vault: &Vault, snapshots: &[Hash]) -> Sweep {
    let roots = Roots { snapshots: snapshots.to_vec(), blocks: vec![] };
    sweep_by(vault, &roots).unwrap()
}

/// Finds garbage and deletes it.
fn sweep_by(vault: &Vault, roots: &Roots) -> Result<Sweep, VaultError> {
    match vault.sweep(&mut || Ok(roots.clone()))? {
        Sweep::Condemned => vault.sweep(&mut || Ok(roots.clone())),
        other => Ok(other),
    }
}

fn count(backend: &dyn Backend) -> usize {
    Kind::ALL.iter().map(|kind| names(backend, *kind).len()).sum()
}

#[test]
fn what_is_shared_stays_and_the_rest_goes() {
    let (vault, backend) = memory_vault();
    let one = ingest(&vault, &volume(&[1, 2, 3])).manifest.root;
    let two = ingest(&vault, &volume(&[1, 4, 0, 5])).manifest.root;
    assert_eq!(sweep(&vault, &[one, two]), Sweep::Clean);
    assert_eq!(count(&*backend), 5 + 2 + 2);
    assert!(matches!(sweep(&vault, &[one]), Sweep::Swept(swept) if swept.objects == 2 + 1 + 1));
    assert_eq!(content(backend.clone(), one).unwrap(), volume(&[1, 2, 3]).bytes());
    assert!(matches!(vault.describe(two), Err(VaultError::Damaged { .. })), "it isn't remembered either");
    assert_eq!(sweep(&vault, &[one]), Sweep::Clean);
    assert!(matches!(sweep(&vault, &[]), Sweep::Swept(_)));
    assert_eq!(count(&*backend), 0);
}

#[test]
fn blocks_of_a_snapshot_that_is_not_complete_stay() {
    let (vault, backend) = memory_vault();
    let job = vault.begin_job(&[]).unwrap();
    let kept = vault.in_clear().put_block(&job, &block(1)).unwrap().unwrap();
    vault.in_clear().put_block(&job, &block(2)).unwrap();
    drop(job);
    let swept = sweep_by(&vault, &Roots { snapshots: vec![], blocks: vec![kept] }).unwrap();
    assert!(matches!(swept, Sweep::Swept(swept) if swept.objects == 1));
    assert_eq!(names(&*backend, Kind::Block), [ObjectName::block(kept)]);
}

#[test]
fn older_jobs_are_waited_for_and_younger_ones_are_not() {
    let (vault, backend) = memory_vault();
    ingest(&vault, &volume(&[1, 2]));
    let older = vault.begin_job(&[]).unwrap();
    assert_eq!(sweep(&vault, &[]), Sweep::Waiting { jobs: 1 });
    let younger = vault.begin_job(&[]).unwrap();
    // The older one doesn't know the list, and uses what is on it.
    let made = vault.in_clear().ingest(&older, &volume(&[1, 3]), None, &quiet, &GO_ON).unwrap().manifest.root;
    assert_eq!(sweep(&vault, &[]), Sweep::Waiting { jobs: 1 });
    drop(older);
    assert!(matches!(sweep(&vault, &[made]), Sweep::Swept(swept) if swept.spared == 1));
    assert_eq!(content(backend, made).unwrap(), volume(&[1, 3]).bytes());
    drop(younger);
}

#[test]
fn a_job_that_knows_the_list_rescues_what_it_uses() {
    let (vault, backend) = memory_vault();
    let first = ingest(&vault, &volume(&[1, 2, 3])).manifest;
    let waits = vault.begin_job(&[]).unwrap();
    assert_eq!(sweep(&vault, &[]), Sweep::Waiting { jobs: 1 });
    let job = vault.begin_job(&[]).unwrap();
    let again = vault.in_clear().ingest(&job, &volume(&[1, 2, 3]), None, &quiet, &GO_ON).unwrap();
    assert_eq!((again.manifest.root, again.stats.stored_blocks), (first.root, 0));
    drop(waits);
    // The sweeper doesn't know of the root, as its record isn't written yet: nothing may go all the same.
    sweep(&vault, &[]);
    assert_eq!(content(backend.clone(), first.root).unwrap(), volume(&[1, 2, 3]).bytes());
    // Nor by the next sweep, which waits for the job.
    assert_eq!(sweep(&vault, &[]), Sweep::Waiting { jobs: 1 });
    drop(job);
    assert!(matches!(sweep(&vault, &[first.root]), Sweep::Swept(swept) if swept.objects == 0));
    assert_eq!(content(backend, first.root).unwrap(), volume(&[1, 2, 3]).bytes());
}

#[test]
fn what_a_job_builds_upon_stays() {
    let (vault, backend) = memory_vault();
    let base = ingest(&vault, &volume(&[1, 2, 3])).manifest.root;
    let job = vault.begin_job(&[base]).unwrap();
    // Its record is deleted meanwhile.
    assert_eq!(sweep(&vault, &[]), Sweep::Clean);
    let changed = volume(&[1, 4, 3]).unchanged([0, 2]);
    let made = vault.in_clear().ingest(&job, &changed, Some(base), &quiet, &GO_ON).unwrap().manifest.root;
    drop(job);
    assert!(matches!(sweep(&vault, &[made]), Sweep::Swept(_)));
    assert_eq!(content(backend, made).unwrap(), volume(&[1, 4, 3]).bytes());
}

#[test]
fn a_job_does_the_work_of_a_sweeper_that_died() {
    for at in 0.. {
        let (vault, backend) = memory_vault();
        let first = ingest(&vault, &volume(&[1, 2, 3, 4, 5])).manifest;
        let dies = vault_on(Arc::new(Faulty::new(backend.clone(), at, Work::All, Manner::Killed)));
        let died = sweep_by(&dies, &Roots::default()).is_err();
        let job = vault.begin_job(&[]).unwrap();
        let again = vault.in_clear().ingest(&job, &volume(&[1, 2, 3, 4, 5]), None, &quiet, &GO_ON).unwrap();
        assert_eq!(again.manifest, first);
        // The record isn't there yet, the next sweeper is.
        let _ = sweep_by(&vault, &Roots::default());
        assert_eq!(content(backend.clone(), first.root).unwrap(), volume(&[1, 2, 3, 4, 5]).bytes(), "killed at {at}");
        drop(job);
        if !died {
            assert!(at > 20, "there are more operations than {at}");
            return;
        }
    }
}

#[test]
fn a_sweeper_may_be_killed_anywhere() {
    let place = BucketInMemory::new();
    for (work, in_bucket) in [(Work::None, false), (Work::Half, false), (Work::All, false), (Work::Half, true)] {
        for at in 0.. {
            let backend: Arc<dyn Backend> = if in_bucket { place.open_anew() } else { Arc::new(MemoryBackend::new()) };
            let vault = vault_on(backend.clone());
            let kept = ingest(&vault, &volume(&[1, 2, 3])).manifest.root;
            ingest(&vault, &volume(&[3, 4, 5, 6]));
            let dies = vault_on(Arc::new(Faulty::new(backend.clone(), at, work, Manner::Killed)));
            let roots = Roots { snapshots: vec![kept], blocks: vec![] };
            let died = sweep_by(&dies, &roots).is_err();
            // What is left can be checked at any moment, and the next one brings it to its end.
            assert!(vault.check(&[kept], &quiet, &GO_ON).unwrap().hurt.iter().all(|hurt| hurt.root != kept));
            while sweep(&vault, &[kept]) != Sweep::Clean {}
            let report = vault.check(&[kept], &quiet, &GO_ON).unwrap();
            assert!(report.is_sound() && report.unreferenced == 0 && report.manifests == 1, "at {at}: {report:?}");
            assert_eq!(content(backend, kept).unwrap(), volume(&[1, 2, 3]).bytes());
            if !died {
                break;
            }
        }
    }
}

#[test]
fn nothing_goes_while_it_is_not_known_what_is_needed() {
    let (vault, backend) = memory_vault();
    let hurt = ingest(&vault, &volume(&[1, 2])).manifest.root;
    ingest(&vault, &volume(&[3]));
    let page = names(&*backend, Kind::Page);
    for page in page {
        backend.tamper(page, |bytes| bytes.truncate(9));
    }
    let before = count(&*backend);
    let refused = vault_on(backend.clone()).sweep(&mut || Ok(Roots { snapshots: vec![hurt], blocks: vec![] }));
    assert!(matches!(refused, Err(VaultError::Damaged { .. })), "{refused:?}");
    assert_eq!(count(&*backend), before);
    // A snapshot that is lost altogether doesn't stand in the way.
    let lost = Hash::of(b"lost");
    assert!(matches!(sweep(&vault, &[lost]), Sweep::Swept(_)));
}

#[test]
fn processes_see_each_others_jobs() {
    let folder = tempfile::tempdir().unwrap();
    let open = || Vault::new(Arc::new(LocalFolder::open(folder.path()).unwrap()), VaultOptions::default());
    let (one, two) = (open(), open());
    let root = ingest(&one, &volume(&[1])).manifest.root;
    let job = one.begin_job(&[]).unwrap();
    assert_eq!(sweep(&two, &[]), Sweep::Waiting { jobs: 1 });
    drop(job);
    // One whose process died has left its name, and nobody holds its lock.
    std::fs::write(folder.path().join("sweep/jobs/1-1-0"), b"{}").unwrap();
    let hold = two.backend.hold_sweep().unwrap().unwrap();
    assert_eq!(sweep(&one, &[]), Sweep::Busy);
    drop(hold);
    assert!(matches!(sweep(&one, &[]), Sweep::Swept(swept) if swept.objects == 3));
    assert!(two.describe(root).is_err());
    assert_eq!(std::fs::read_dir(folder.path().join("sweep/jobs")).unwrap().count(), 0);
    assert_eq!(
        std::fs::read_dir(folder.path().join("sweep/notes")).unwrap().count(),
        1,
        "only how many sweeps there were"
    );
    assert!(open().backend.read_note("state").unwrap().is_some());
}

/// What happens between two operations of an upload.
#[derive(Debug, Clone)]
enum Event {
    Sweep,
    /// A sweeper that is killed at this operation.
    Killed(u8),
    /// A snapshot's record is deleted.
    Delete(prop::sample::Index),
    /// A volume is made of a snapshot, and needs its blocks.
    Launch(prop::sample::Index),
    /// A volume needs its snapshot no more.
    Stream(prop::sample::Index),
    /// Another upload, from its beginning to its end.
    Upload(Vec<u8>),
    Nothing,
}

fn event() -> impl Strategy<Value = Event> {
    let at = any::<prop::sample::Index>;
    prop_oneof![
        4 => Just(Event::Sweep),
        3 => (0..60_u8).prop_map(Event::Killed),
        3 => at().prop_map(Event::Delete),
        1 => at().prop_map(Event::Launch),
        1 => at().prop_map(Event::Stream),
        1 => numbers().prop_map(Event::Upload),
        4 => Just(Event::Nothing),
    ]
}

/// Few different blocks, so that much is shared and garbage is often wanted again.
fn numbers() -> impl Strategy<Value = Vec<u8>> {
    vec(0..6_u8, 1..5)
}

/// What records say, which is what has to be there.
#[derive(Default)]
struct World {
    records: Vec<(Hash, Vec<u8>)>,
    volumes: Vec<(Hash, Vec<u8>)>,
    /// Bases of jobs that are about to begin: that they are there until then is their caller's to see to.
    bases: Vec<(Hash, Vec<u8>)>,
}

impl World {
    fn roots(&self) -> Roots {
        let all = self.records.iter().chain(&self.volumes).chain(&self.bases);
        Roots { snapshots: all.map(|(root, _)| *root).collect(), blocks: vec![] }
    }
}

struct Story {
    backend: Arc<dyn Backend>,
    world: Mutex<World>,
    events: Mutex<std::vec::IntoIter<Event>>,
}

impl Story {
    /// Lets the next event happen.
    fn go_on(self: &Arc<Self>) {
        let Some(event) = self.events.lock().unwrap().next() else { return };
        let roots = || Ok(self.world.lock().unwrap().roots());
        match event {
            Event::Sweep => drop(vault_on(self.backend.clone()).sweep(&mut { roots }).unwrap()),
            Event::Killed(at) => {
                let faulty = Faulty::new(self.backend.clone(), at.into(), Work::All, Manner::Killed);
                let vault = vault_on(Arc::new(faulty));
                // It goes on with a sweep that is under way, or begins one and may come to its end.
                drop(vault.sweep(&mut { roots }).and_then(|_| vault.sweep(&mut { roots })));
            }
            Event::Delete(at) => {
                let mut world = self.world.lock().unwrap();
                if !world.records.is_empty() {
                    let at = at.index(world.records.len());
                    world.records.remove(at);
                }
            }
            Event::Launch(at) => {
                let mut world = self.world.lock().unwrap();
                if !world.records.is_empty() {
                    let volume = world.records[at.index(world.records.len())].clone();
                    world.volumes.push(volume);
                }
            }
            Event::Stream(at) => {
                let mut world = self.world.lock().unwrap();
                if !world.volumes.is_empty() {
                    let at = at.index(world.volumes.len());
                    world.volumes.remove(at);
                }
            }
            // While this very thread deletes a batch, nobody could wait for that.
            Event::Upload(numbers) => {
                if let Some(hold) = self.backend.hold_sweep().unwrap() {
                    drop(hold);
                    self.upload(&numbers, None);
                }
            }
            Event::Nothing => {}
        }
    }

    /// Makes a snapshot of a volume; of the blocks that a base has at the same place nothing is read.
    fn upload(self: &Arc<Self>, numbers: &[u8], base: Option<prop::sample::Index>) {
        let vault = Vault::new(
            Arc::new(Meddled(Arc::clone(self))),
            // One thread, so that the same story has the same end.
            VaultOptions { threads: 1, ..VaultOptions::default() },
        );
        let base = {
            let mut world = self.world.lock().unwrap();
            let base = base.filter(|_| !world.records.is_empty());
            let base = base.map(|at| world.records[at.index(world.records.len())].clone());
            world.bases.extend(base.clone());
            base
        };
        let job = vault.begin_job(base.as_ref().map(|(root, _)| *root).as_slice()).unwrap();
        let mut source = volume(numbers);
        if let Some(base) = &base {
            let mut world = self.world.lock().unwrap();
            let at = world.bases.iter().position(|known| known == base).unwrap();
            world.bases.remove(at);
            let same = numbers.iter().zip(&base.1).enumerate().filter(|(_, (new, old))| new == old);
            let same: Vec<u64> = same.map(|(at, _)| at as u64).collect();
            source = source.unchanged(same);
        }
        let made = vault.in_clear().ingest(&job, &source, base.map(|(root, _)| root), &quiet, &GO_ON).unwrap();
        self.world.lock().unwrap().records.push((made.manifest.root, numbers.to_vec()));
        drop(job);
    }

    fn everything_is_there(&self) {
        let world = self.world.lock().unwrap();
        for (root, numbers) in world.records.iter().chain(&world.volumes) {
            assert!(content(self.backend.clone(), *root).unwrap() == volume(numbers).bytes(), "{numbers:?}");
        }
    }
}

/// A back end before whose every operation something else happens.
struct Meddled(Arc<Story>);

impl Meddled {
    fn inner(&self) -> &dyn Backend {
        self.0.go_on();
        &*self.0.backend
    }
}

impl Backend for Meddled {
    fn put_if_absent(&self, objects: &[Object<'_>]) -> Result<Vec<Put>, BackendError> {
        self.inner().put_if_absent(objects)
    }
    fn replace(&self, object: Object<'_>) -> Result<(), BackendError> {
        self.inner().replace(object)
    }
    fn settle(&self, names: &[ObjectName]) -> Result<(), BackendError> {
        self.inner().settle(names)
    }
    fn get(&self, name: ObjectName) -> Result<Option<Vec<u8>>, BackendError> {
        self.inner().get(name)
    }
    fn exists(&self, name: ObjectName) -> Result<bool, BackendError> {
        self.inner().exists(name)
    }
    fn delete(&self, names: &[ObjectName]) -> Result<u64, BackendError> {
        self.inner().delete(names)
    }
    fn list(&self, kind: Kind, visit: &mut dyn FnMut(Listed) -> ControlFlow<()>) -> Result<(), BackendError> {
        self.inner().list(kind, visit)
    }
    fn read_note(&self, name: &str) -> Result<Option<Note>, BackendError> {
        self.inner().read_note(name)
    }
    fn write_note(&self, name: &str, bytes: Option<&[u8]>, before: Option<&str>) -> Result<bool, BackendError> {
        self.inner().write_note(name, bytes, before)
    }
    fn list_notes(&self, beginning: &str) -> Result<Vec<String>, BackendError> {
        self.inner().list_notes(beginning)
    }
    fn begin_job(&self, about: &[u8]) -> Result<Box<dyn Hold>, BackendError> {
        self.inner().begin_job(about)
    }
    fn live_jobs(&self) -> Result<Vec<LiveJob>, BackendError> {
        self.inner().live_jobs()
    }
    fn hold_sweep(&self) -> Result<Option<Box<dyn Hold>>, BackendError> {
        self.inner().hold_sweep()
    }
}

type Uploads = Vec<(Vec<u8>, Option<prop::sample::Index>)>;

fn uploads() -> impl Strategy<Value = Uploads> {
    vec((numbers(), prop::option::of(any::<prop::sample::Index>())), 1..5)
}

fn tell(backend: Arc<dyn Backend>, uploads: Uploads, events: Vec<Event>) {
    let story = Arc::new(Story { backend, world: Mutex::default(), events: Mutex::new(events.into_iter()) });
    for (numbers, base) in uploads {
        story.upload(&numbers, base);
        story.everything_is_there();
        story.go_on();
    }
    let vault = vault_on(story.backend.clone());
    let roots = || Ok(story.world.lock().unwrap().roots());
    while vault.sweep(&mut { roots }).unwrap() != Sweep::Clean {}
    story.everything_is_there();
    let report = vault.check(&story.world.lock().unwrap().roots().snapshots, &quiet, &GO_ON).unwrap();
    assert!(report.is_sound() && report.unreferenced == 0, "{report:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn uploads_launches_deletions_and_sweeps_in_any_order(uploads in uploads(), events in vec(event(), 0..80)) {
        tell(Arc::new(MemoryBackend::new()), uploads, events);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, max_shrink_iters: 50, ..ProptestConfig::default() })]

    #[test]
    fn uploads_launches_deletions_and_sweeps_in_a_bucket(uploads in uploads(), events in vec(event(), 0..80)) {
        let place = BucketInMemory::new();
        tell(place.open(), uploads, events);
    }
}

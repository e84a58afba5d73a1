//! The bucket: that it is told from others', what becomes of requests whose fate isn't known, what its folder says.

use std::collections::BTreeSet;
use std::os::unix::fs::PermissionsExt;
use std::sync::Mutex;
use std::sync::atomic::AtomicU64;

use futures::stream::BoxStream;
use object_store::memory::InMemory;
use object_store::{
    CopyOptions, GetOptions, GetResult, ListResult, MultipartUpload, ObjectMeta, PutMultipartOptions, PutOptions,
    PutResult,
};
use tempfile::TempDir;

use super::*;
use crate::{Damage, Hash, LocalFolder, Roots, Sweep, Vault, VaultError, VaultOptions};

const BLOCK: usize = crate::BLOCK_BYTES;

/// A bucket without a network, and a folder for its notes.
pub(crate) struct BucketInMemory {
    store: Arc<Unreliable>,
    folder: TempDir,
    opened: AtomicU64,
}

impl BucketInMemory {
    pub fn new() -> BucketInMemory {
        let folder = tempfile::tempdir().unwrap();
        BucketInMemory { store: Arc::new(Unreliable::default()), folder, opened: AtomicU64::new(0) }
    }

    fn bucket(&self, prefix: &str, owner: &str) -> Arc<Bucket> {
        self.open_with(prefix, owner, doubt::TIME)
    }

    fn open_with(&self, prefix: &str, owner: &str, doubt_time: Duration) -> Arc<Bucket> {
        let store: Arc<dyn ObjectStore> = self.store.clone();
        let parts = Parts {
            once: store.clone(),
            store,
            prefix: prefix.into(),
            shown: format!("s3://bucket/{prefix}"),
            owner: owner.to_owned(),
        };
        let mut bucket = Bucket::on(parts, self.folder.path().join(prefix)).unwrap();
        bucket.doubt_time = doubt_time;
        Arc::new(bucket)
    }

    /// Its vault, claimed.
    pub fn open(&self) -> Arc<Bucket> {
        let bucket = self.bucket("prefix", "a cloud");
        bucket.claim().unwrap();
        bucket
    }

    /// An empty vault in the same bucket.
    pub fn open_anew(&self) -> Arc<Bucket> {
        let bucket = self.bucket(&format!("prefix-{}", self.opened.fetch_add(1, Ordering::Relaxed)), "a cloud");
        bucket.claim().unwrap();
        bucket
    }
}

/// What a store does otherwise than asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mood {
    Good,
    /// It knows no conditional puts.
    Unconditional,
    /// Conditional puts are refused as conflicts, and nothing is stored.
    Conflicts,
    /// Deletions are answered with an error and carried out later.
    DeletesLater,
    /// Every request fails.
    Away,
    /// There is no bucket.
    NoBucket,
}

#[derive(Debug)]
struct Unreliable {
    inner: InMemory,
    mood: Mutex<Mood>,
    later: Mutex<Vec<Path>>,
    asked: AtomicU64,
}

impl Default for Unreliable {
    fn default() -> Unreliable {
        Unreliable {
            inner: InMemory::new(),
            mood: Mutex::new(Mood::Good),
            later: Mutex::default(),
            asked: AtomicU64::new(0),
        }
    }
}

impl fmt::Display for Unreliable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Unreliable")
    }
}

impl Unreliable {
    fn set(&self, mood: Mood) {
        *self.mood.lock().unwrap() = mood;
    }

    fn ask(&self, path: &Path) -> Result<Mood, Error> {
        self.asked.fetch_add(1, Ordering::Relaxed);
        match *self.mood.lock().unwrap() {
            Mood::Away => Err(Error::Generic { store: "S3", source: "connection refused".into() }),
            Mood::NoBucket => {
                Err(Error::NotFound { path: path.to_string(), source: "<Code>NoSuchBucket</Code>".into() })
            }
            mood => Ok(mood),
        }
    }

    /// Carries out what was put off.
    async fn catch_up(&self) {
        let later = std::mem::take(&mut *self.later.lock().unwrap());
        for path in later {
            self.inner.delete(&path).await.unwrap();
        }
    }
}

#[async_trait::async_trait]
impl ObjectStore for Unreliable {
    async fn put_opts(&self, path: &Path, payload: PutPayload, options: PutOptions) -> Result<PutResult, Error> {
        let mood = self.ask(path)?;
        match (mood, &options.mode) {
            (Mood::Unconditional, PutMode::Create) => {
                Err(Error::Generic { store: "S3", source: "status code: 501 Not Implemented".into() })
            }
            (Mood::Conflicts, PutMode::Create) => {
                Err(Error::AlreadyExists { path: path.to_string(), source: "409 Conflict".into() })
            }
            _ => self.inner.put_opts(path, payload, options).await,
        }
    }

    async fn put_multipart_opts(
        &self,
        path: &Path,
        options: PutMultipartOptions,
    ) -> Result<Box<dyn MultipartUpload>, Error> {
        self.inner.put_multipart_opts(path, options).await
    }

    async fn get_opts(&self, path: &Path, options: GetOptions) -> Result<GetResult, Error> {
        self.ask(path)?;
        self.inner.get_opts(path, options).await
    }

    fn delete_stream(&self, paths: BoxStream<'static, Result<Path, Error>>) -> BoxStream<'static, Result<Path, Error>> {
        match self.ask(&Path::default()) {
            Ok(Mood::DeletesLater) => {
                let paths: Vec<Path> = futures::executor::block_on(paths.try_collect()).unwrap();
                self.later.lock().unwrap().extend(paths);
                stream::iter([Err(Error::Generic { store: "S3", source: "timed out".into() })]).boxed()
            }
            Ok(_) => self.inner.delete_stream(paths),
            Err(error) => stream::iter([Err(error)]).boxed(),
        }
    }

    fn list(&self, prefix: Option<&Path>) -> BoxStream<'static, Result<ObjectMeta, Error>> {
        match self.ask(prefix.unwrap_or(&Path::default())) {
            Ok(_) => self.inner.list(prefix),
            Err(error) => stream::iter([Err(error)]).boxed(),
        }
    }

    async fn list_with_delimiter(&self, prefix: Option<&Path>) -> Result<ListResult, Error> {
        self.inner.list_with_delimiter(prefix).await
    }

    async fn copy_opts(&self, from: &Path, to: &Path, options: CopyOptions) -> Result<(), Error> {
        self.inner.copy_opts(from, to, options).await
    }
}

fn name(number: u8) -> ObjectName {
    ObjectName::block(Hash::of(&[number]))
}

fn listed(bucket: &Bucket, kind: Kind) -> BTreeSet<ObjectName> {
    let mut names = BTreeSet::new();
    let mut note = |listed: Listed| {
        names.insert(listed.name);
        ControlFlow::Continue(())
    };
    bucket.list(kind, &mut note).unwrap();
    names
}

fn content(number: u8) -> Vec<u8> {
    let mut content = vec![0; BLOCK];
    content[7] = number;
    content
}

fn vault(bucket: &Arc<Bucket>) -> Vault {
    Vault::new(bucket.clone(), VaultOptions { threads: 2, ..VaultOptions::default() })
}

#[test]
fn objects_come_back_and_are_listed() {
    let place = BucketInMemory::new();
    let bucket = place.open();
    for mood in [Mood::Good, Mood::Unconditional, Mood::Conflicts] {
        place.store.set(mood);
        let page = ObjectName::page(name(1).hash);
        let objects: [Object<'_>; 3] =
            [(name(1), &b"one"[..]), (name(2), b"two"), (page, b"page")].map(|(name, bytes)| Object { name, bytes });
        assert_eq!(bucket.put_if_absent(&objects).unwrap(), [Put::Stored; 3], "{mood:?}");
        assert_eq!(bucket.put_if_absent(&[Object { name: name(1), bytes: b"other" }]).unwrap(), [Put::Present]);
        bucket.settle(&[name(1)]).unwrap();
        assert_eq!(bucket.get(name(1)).unwrap().as_deref(), Some(&b"one"[..]));
        assert_eq!(bucket.get(ObjectName::manifest(page.hash)).unwrap(), None);
        assert_eq!(listed(&bucket, Kind::Block), BTreeSet::from([name(1), name(2)]));
        assert_eq!(listed(&bucket, Kind::Page), BTreeSet::from([page]));
        bucket.replace(Object { name: name(1), bytes: b"anew" }).unwrap();
        assert_eq!(bucket.get(name(1)).unwrap().as_deref(), Some(&b"anew"[..]));
        assert_eq!(bucket.delete(&[page, name(1), name(2)]).unwrap(), 3);
        assert_eq!((bucket.exists(name(1)).unwrap(), listed(&bucket, Kind::Page).len()), (false, 0));
    }
}

#[test]
fn a_listing_has_all_pages_and_only_objects() {
    let place = BucketInMemory::new();
    let bucket = place.open();
    let names: BTreeSet<ObjectName> = (0_u16..3000).map(|at| ObjectName::block(Hash::of(&at.to_be_bytes()))).collect();
    let objects: Vec<Object<'_>> = names.iter().map(|name| Object { name: *name, bytes: b"x" }).collect();
    bucket.put_if_absent(&objects).unwrap();
    let store = place.store.clone();
    bucket
        .wait(async move {
            for key in ["prefix/blocks/README", "prefix/blocks/deeper/0123", "other/blocks/0123"] {
                store.put(&key.into(), "none of ours".into()).await.unwrap();
            }
        })
        .unwrap();
    assert_eq!(listed(&bucket, Kind::Block), names);
    let mut seen = 0;
    let mut stop = |_| {
        seen += 1;
        ControlFlow::Break(())
    };
    bucket.list(Kind::Block, &mut stop).unwrap();
    assert_eq!(seen, 1);
}

#[test]
fn an_overlong_object_is_corrupt_and_not_read_to_its_end() {
    let place = BucketInMemory::new();
    let bucket = place.open();
    let limit = Kind::Block.max_stored_bytes();
    bucket.put_if_absent(&[Object { name: name(1), bytes: &vec![1; limit + 1000] }]).unwrap();
    assert_eq!(bucket.get(name(1)).unwrap().unwrap().len(), limit + 1);
}

#[test]
fn a_bucket_belongs_to_one_cloud() {
    let place = BucketInMemory::new();
    let bucket = place.open();
    bucket.put_if_absent(&[Object { name: name(1), bytes: b"x" }]).unwrap();
    // The same cloud, again.
    assert!(place.open().exists(name(1)).unwrap());
    let refusal = |bucket: &Bucket| match bucket.claim() {
        Err(error) => error.to_string(),
        Ok(()) => "none".to_owned(),
    };
    let another = place.bucket("prefix", "another cloud");
    let said = "s3://bucket/prefix is not a vault that this version can use: it is the vault of another cloud; choose \
                another prefix";
    assert_eq!(refusal(&another), said);
    assert!(matches!(another.get(name(1)), Err(BackendError::NotAVault { .. })));
    // Something of somebody's.
    let store = place.store.clone();
    bucket.wait(async move { store.put(&"theirs/letter".into(), "dear".into()).await.unwrap() }).unwrap();
    assert!(refusal(&place.bucket("theirs", "a cloud")).ends_with("it isn't empty (theirs/letter)"));
    // And beside all of it there is room.
    assert_eq!(refusal(&place.bucket("new", "another cloud")), "none");
}

#[test]
fn a_bucket_that_was_emptied_is_no_vault_that_has_lost_everything() {
    let place = BucketInMemory::new();
    let bucket = place.open();
    let root = vault(&bucket).in_clear().assemble(&vault(&bucket).begin_job(&[]).unwrap(), 0, None, []).unwrap().root;
    let store = place.store.clone();
    bucket
        .wait(async move {
            let all: Vec<ObjectMeta> = store.inner.list(None).try_collect().await.unwrap();
            for object in all {
                store.inner.delete(&object.location).await.unwrap();
            }
        })
        .unwrap();
    let later = vault(&place.bucket("prefix", "a cloud"));
    let error = later.describe(root).unwrap_err();
    assert!(matches!(&error, VaultError::Unsupported(text) if text.contains("emptied")), "{error}");
    let swept = later.sweep(&mut || Ok(Roots::default()));
    assert!(matches!(swept, Err(VaultError::Unsupported(_))), "{swept:?}");
}

#[test]
fn an_outage_is_an_error_that_names_the_vault_and_then_all_is_as_before() {
    let place = BucketInMemory::new();
    let bucket = place.open();
    let vault = Vault::new(bucket.clone(), VaultOptions { block_cache_bytes: 0, ..VaultOptions::default() });
    let job = vault.begin_job(&[]).unwrap();
    let block = vault.in_clear().put_block(&job, &content(1)).unwrap();
    let root = vault.in_clear().assemble(&job, BLOCK as u64, None, [(0, block)]).unwrap().root;
    for mood in [Mood::Away, Mood::NoBucket] {
        place.store.set(mood);
        // Opened while it is away, too.
        for vault in [&vault, &self::vault(&place.bucket("prefix", "a cloud"))] {
            let mut bytes = vec![0xee; BLOCK];
            for error in [
                vault.read_at(root, 0, &mut bytes).unwrap_err(),
                vault.in_clear().put_block(&job, &content(2)).unwrap_err(),
                vault.sweep(&mut || Ok(Roots::default())).unwrap_err(),
            ] {
                assert!(matches!(error, VaultError::Io { .. }), "{mood:?}: {error:?}");
                assert!(error.to_string().contains("the vault s3://bucket/prefix"), "{error}");
            }
            assert!(bytes.iter().all(|byte| *byte == 0xee), "zeros were served");
        }
        place.store.set(Mood::Good);
        let mut bytes = vec![0xee; BLOCK];
        vault.read_at(root, 0, &mut bytes).unwrap();
        assert!(bytes == content(1));
    }
}

#[test]
fn a_deletion_whose_fate_is_not_known_takes_nothing_that_is_stored_anew() {
    let place = BucketInMemory::new();
    let bucket = place.open();
    let vault = vault(&bucket);
    let make = |vault: &Vault| {
        let job = vault.begin_job(&[]).unwrap();
        let block = vault.in_clear().put_block(&job, &content(1)).unwrap();
        vault.in_clear().assemble(&job, BLOCK as u64, None, [(0, block)]).unwrap().root
    };
    let root = make(&vault);
    let nothing = |vault: &Vault| vault.sweep(&mut || Ok(Roots::default()));
    assert_eq!(nothing(&vault).unwrap(), Sweep::Condemned);
    place.store.set(Mood::DeletesLater);
    assert!(matches!(nothing(&vault), Err(VaultError::Io { .. })));
    place.store.set(Mood::Good);
    // Nobody may sweep while it may be on its way, so nobody stores what it takes: that waits for a sweeper.
    assert_eq!(nothing(&vault).unwrap(), Sweep::Busy);
    assert!(bucket.hold_sweep().unwrap().is_none());
    let store = place.store.clone();
    bucket.wait(async move { store.catch_up().await }).unwrap();
    // The time is over.
    let vault = self::vault(&place.open_with("prefix", "a cloud", Duration::ZERO));
    assert_eq!(make(&vault), root);
    let mut bytes = vec![0; BLOCK];
    self::vault(&place.open()).read_at(root, 0, &mut bytes).unwrap();
    assert!(bytes == content(1));
    // And the sweep comes to its end.
    while nothing(&vault).unwrap() != Sweep::Clean {}
    assert!(matches!(vault.describe(root), Err(VaultError::Damaged { damage: Damage::Missing, .. })));
}

#[test]
fn its_errors_are_no_others() {
    let error =
        |text: &str| error_of("storing".to_owned(), Error::Generic { store: "S3", source: text.to_owned().into() });
    assert!(matches!(error("<Code>XMinioStorageFull</Code>"), BackendError::Full { .. }));
    assert!(matches!(error("status: 507 Insufficient Storage"), BackendError::Full { .. }));
    let denied = Error::PermissionDenied { path: "a".into(), source: "InvalidAccessKeyId".into() };
    let BackendError::Io { source, .. } = error_of("storing".to_owned(), denied) else { panic!("it is another") };
    assert_eq!(source.kind(), io::ErrorKind::PermissionDenied);
    assert!(source.to_string().contains("InvalidAccessKeyId"), "{source}");
}

#[test]
fn places_are_parsed_and_refused_with_a_reason() {
    let parse = |url: &str, endpoint: Option<&str>| BucketPlace::parse(url, endpoint, "eu-west-1");
    let shown = |url, endpoint| parse(url, endpoint).map(|place| place.to_string());
    assert_eq!(shown("s3://my-bucket/a/b/", None).unwrap(), "s3://my-bucket/a/b in eu-west-1");
    assert_eq!(
        shown("s3://my-bucket", Some("http://127.0.0.1:9000/")).unwrap(),
        "s3://my-bucket at http://127.0.0.1:9000 (eu-west-1)"
    );
    for (url, endpoint, word) in [
        ("https://my-bucket/a", None, "s3://BUCKET/PREFIX"),
        ("s3://My-Bucket/a", None, "'My-Bucket'"),
        ("s3://ab/a", None, "'ab'"),
        ("s3://my-bucket/a//b", None, "'a//b'"),
        ("s3://my-bucket/../b", None, "'../b'"),
        ("s3://my-bucket/a b", None, "'a b'"),
        ("s3://my-bucket/a", Some("127.0.0.1:9000"), "'127.0.0.1:9000'"),
        ("s3://my-bucket/a", Some("http://me:secret@host"), "endpoint"),
        ("s3://my-bucket/a", Some("http://host/path"), "endpoint"),
    ] {
        let refused = parse(url, endpoint).unwrap_err();
        assert!(refused.contains(word), "{refused}");
    }
    assert!(BucketPlace::parse("s3://my-bucket/a", None, "").unwrap_err().contains("region"));
}

#[test]
fn a_folder_says_what_it_is_and_is_taken_for_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("vault");
    let place = BucketPlace::parse("s3://my-bucket/a", Some("http://127.0.0.1:1"), "us-east-1").unwrap();
    let credentials = BucketCredentials {
        access_key_id: "AKIA".to_owned(),
        secret_access_key: "very secret".to_owned(),
        session_token: None,
    };
    assert!(!format!("{credentials:?}").contains("very secret"));
    assert_eq!(known_place(&path).unwrap(), Known::Nothing);
    // As it is left by one that is killed after the bucket was claimed, and before that was written down.
    std::fs::create_dir(&path).unwrap();
    let record = place::Record { place: place.clone(), owner: "a cloud".to_owned() };
    std::fs::write(path.join("place.json"), serde_json::to_vec(&record).unwrap()).unwrap();
    Bucket::set_credentials(&path, &credentials).unwrap();
    assert_eq!(known_place(&path).unwrap(), Known::Nothing);
    // One that was given up makes room.
    Bucket::forget_attempt(&path).unwrap();
    assert_eq!(std::fs::read_dir(&path).unwrap().count(), 0);
    std::fs::write(path.join("place.json"), serde_json::to_vec(&record).unwrap()).unwrap();
    Bucket::set_credentials(&path, &credentials).unwrap();
    std::fs::write(path.join("format"), "fogbank vault, notes of a bucket, format 1\n").unwrap();
    assert_eq!(known_place(&path).unwrap(), Known::Bucket(place.clone()));
    let mode = std::fs::metadata(path.join("credentials.json")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    Bucket::forget_attempt(&path).unwrap();
    // It opens though nobody listens there.
    drop(Vault::open(&path).unwrap());
    let refused = LocalFolder::open(&path).unwrap_err();
    assert!(
        matches!(&refused, BackendError::NotAVault { reason, .. } if reason.contains("notes of a bucket")),
        "{refused}"
    );
    let again = Bucket::found(&path, &place, &credentials, "another").unwrap_err();
    assert!(matches!(again, VaultError::Unsupported(_)), "{again}");

    let theirs = folder.path().join("theirs");
    std::fs::create_dir(&theirs).unwrap();
    std::fs::write(theirs.join("letter"), "dear").unwrap();
    let refused = Bucket::found(&theirs, &place, &credentials, "a cloud").unwrap_err();
    assert!(refused.to_string().ends_with("it isn't empty (letter)"), "{refused}");
    assert_eq!(std::fs::read_dir(&theirs).unwrap().count(), 1);

    let local = folder.path().join("local");
    drop(Vault::open(&local).unwrap());
    assert_eq!(known_place(&local).unwrap(), Known::Folder);
    let refused = Bucket::found(&local, &place, &credentials, "a cloud").unwrap_err();
    assert!(matches!(refused, VaultError::Unsupported(_)), "{refused}");
}

#[test]
fn a_vault_may_be_used_and_dropped_by_asynchronous_code() {
    let place = BucketInMemory::new();
    let runtime = Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let vault = vault(&place.open());
        assert!(vault.check(&[], &|_, _| {}, &AtomicBool::new(false)).unwrap().is_sound());
        drop(vault);
    });
}

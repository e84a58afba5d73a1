//! Where disks that were made elsewhere are read from, and where disks for other machines are written: one folder of this
//! machine. Its subfolders are the buckets of S3-style places, so `s3://images/debian.qcow2` is `images/debian.qcow2`
//! below it.

mod object;
mod outgoing;
mod stored;

use std::{
    fs,
    path::{Component, Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
};

use anyhow::{Context, Result};
use control::exchange::{BroughtIn, Exchange, NoPlace, Outgoing, Presence, Progress, StoredFound};
use images::foreign::{Format, Limits, serve};
use model::records::{ImportPlace, StoredImage};
use object::{Object, OnTheWay};
use vault::{Key, Vault};

/// Reads and writes in one folder, and nothing outside of it.
pub struct Folder {
    root: PathBuf,
    work: PathBuf,
    vault: PathBuf,
    number: AtomicU64,
}

impl Folder {
    /// `work` is for files that are there only while a disk is on its way; what an earlier process left is removed.
    pub fn open(root: &Path, work: &Path, vault: &Path) -> Result<Arc<Self>> {
        fs::create_dir_all(root).with_context(|| format!("{} can't be made", root.display()))?;
        if work.exists() {
            fs::remove_dir_all(work).with_context(|| format!("{} can't be emptied", work.display()))?;
        }
        fs::create_dir_all(work)?;
        let root = root.canonicalize()?;
        Ok(Arc::new(Self { root, work: work.to_owned(), vault: vault.to_owned(), number: AtomicU64::new(0) }))
    }

    fn next_number(&self) -> u64 {
        self.number.fetch_add(1, Ordering::Relaxed)
    }

    /// The path that a place means, whether something is there or not.
    fn path(&self, place: &ImportPlace) -> Result<PathBuf, String> {
        let below = |path: &str| {
            let path = Path::new(path);
            if path.components().all(|part| matches!(part, Component::Normal(_))) && path != Path::new("") {
                return Ok(self.root.join(path));
            }
            Err(format!("'{}' is not the name of an object", path.display()))
        };
        match place {
            ImportPlace::Bucket { bucket, key } => below(&format!("{bucket}/{key}")),
            ImportPlace::Snapshot(_) => Err("a snapshot is no file".to_owned()),
            ImportPlace::Url(url) => {
                if let Some(path) = url.strip_prefix("file://") {
                    let path = Path::new(path);
                    let plain = path.components().all(|part| matches!(part, Component::Normal(_) | Component::RootDir));
                    if plain && path.starts_with(&self.root) {
                        return Ok(path.to_owned());
                    }
                    return Err(format!("files are read only from below {}", self.root.display()));
                }
                match url.strip_prefix("s3://") {
                    Some(object) if object.contains('/') => below(object),
                    _ => {
                        Err(format!("the URL '{url}' is neither s3://BUCKET/KEY nor file://{}/…", self.root.display()))
                    }
                }
            }
        }
    }
}

impl Exchange for Folder {
    fn check(&self, place: &ImportPlace) -> Result<(), String> {
        self.path(place).map(drop)
    }

    fn bring_in(
        &self,
        place: &ImportPlace,
        format: &str,
        key: Key,
        progress: Progress<'_>,
        cancel: &AtomicBool,
    ) -> Result<BroughtIn, String> {
        let named = self.path(place)?;
        // A link must not lead out of the folder.
        let path = named.canonicalize().map_err(|_| format!("there is no disk at {}", named.display()))?;
        if !path.starts_with(&self.root) {
            return Err(format!("files are read only from below {}", self.root.display()));
        }
        self.read_in(&path, format, key, progress, cancel)
    }

    fn look(&self, bucket: &str, key: &str) -> Result<Presence, NoPlace> {
        let Some(object) = Object::find(&self.root, bucket, key, OnTheWay::Leave)? else { return Ok(Presence::Absent) };
        let file = object.open().map_err(|error| NoPlace::Failed(error.to_string()))?;
        Ok(if file.is_some() { Presence::There } else { Presence::Absent })
    }

    fn bring_out(&self, disk: &Outgoing<'_>, progress: Progress<'_>, cancel: &AtomicBool) -> Result<(), String> {
        self.assemble_and_write(disk, progress, cancel)
    }

    fn store_image(
        &self,
        image: &StoredImage,
        bucket: &str,
        key: &str,
        progress: Progress<'_>,
        cancel: &AtomicBool,
    ) -> Result<(), String> {
        self.write_stored(image, &self.destination(bucket, key)?, progress, cancel)
    }

    fn stored_image(&self, bucket: &str, key: &str) -> Result<StoredFound, NoPlace> {
        self.find_stored(bucket, key)
    }

    fn restore_disks(
        &self,
        bucket: &str,
        key: &str,
        keys: &[Key],
        progress: Progress<'_>,
        cancel: &AtomicBool,
    ) -> Result<Vec<BroughtIn>, String> {
        let read = self.read_stored(bucket, key, keys, progress, cancel);
        read.map_err(|why| format!("The object {key} in the bucket {bucket} can't be restored: {why}"))
    }

    fn remove(&self, bucket: &str, key: &str) -> Result<(), String> {
        match Object::find(&self.root, bucket, key, OnTheWay::Leave) {
            Ok(Some(object)) => object.remove(),
            Ok(None) | Err(NoPlace::NoBucket) => Ok(()),
            Err(place) => Err(outgoing::why_not(place, bucket)),
        }
    }
}

impl Folder {
    /// Straight into the vault: the content of what is to be encrypted lies nowhere else meanwhile.
    fn read_in(
        &self,
        path: &Path,
        format: &str,
        key: Key,
        progress: Progress<'_>,
        cancel: &AtomicBool,
    ) -> Result<BroughtIn, String> {
        let foreign =
            serve(path, Format::parse(format), Limits::default(), &self.work).map_err(|error| error.to_string())?;
        let content = foreign.content().map_err(|error| error.to_string())?;
        let vault = Vault::open(&self.vault).map_err(|error| error.to_string())?;
        let hear = |done: u64, total: u64| {
            progress(u8::try_from(u128::from(done) * 99 / u128::from(total.max(1))).unwrap_or(99));
        };
        let job = vault.begin_job(&[]).map_err(|error| error.to_string())?;
        let ingested = vault.under(key).ingest(&job, &content, None, &hear, cancel);
        let ingested = ingested.map_err(|error| foreign.why(&error))?;
        Ok(BroughtIn {
            root: ingested.manifest.root.to_string(),
            size_bytes: foreign.size_bytes,
            full_bytes: ingested.manifest.full_bytes(),
            job,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_outside_of_the_folder_is_read() {
        let place = tempfile::tempdir().unwrap();
        let [root, work, vault] = ["exchange", "work", "vault"].map(|name| place.path().join(name));
        let folder = Folder::open(&root, &work, &vault).unwrap();
        let root = root.canonicalize().unwrap();
        fs::create_dir(root.join("images")).unwrap();
        fs::write(place.path().join("secret"), "root:").unwrap();
        std::os::unix::fs::symlink(place.path().join("secret"), root.join("images/link")).unwrap();
        let url = |text: &str| ImportPlace::Url(text.to_owned());
        let allowed = [url("s3://images/a.raw"), url(&format!("file://{}/a.raw", root.display()))];
        for place in allowed {
            assert_eq!(folder.check(&place), Ok(()), "{place:?}");
        }
        let refused = [
            url("file:///etc/shadow"),
            url(&format!("file://{}/../secret", root.display())),
            url("s3://images/../../secret"),
            url("s3://images"),
            url("https://images.test/a.raw"),
            url(""),
            ImportPlace::Bucket { bucket: "..".into(), key: "secret".into() },
        ];
        for place in refused {
            assert!(folder.check(&place).is_err(), "{place:?}");
        }
        let out =
            folder.bring_in(&url("s3://images/link"), "raw", Key::None, &|_| {}, &AtomicBool::new(false)).unwrap_err();
        assert_eq!(out, format!("files are read only from below {}", root.display()));
        let none =
            folder.bring_in(&url("s3://images/none"), "raw", Key::None, &|_| {}, &AtomicBool::new(false)).unwrap_err();
        assert_eq!(none, format!("there is no disk at {}", root.join("images/none").display()));
    }

    #[test]
    fn a_disk_that_is_to_be_encrypted_lies_nowhere_in_clear() {
        if std::process::Command::new("qemu-nbd").arg("--version").output().is_err() {
            println!("skipped: this machine has no qemu-nbd; scripts/install-deps.sh installs it");
            return;
        }
        const SECRET: &[u8] = b"what was imported to be encrypted";
        let place = tempfile::tempdir().unwrap();
        let [root, work, vault] = ["exchange", "work", "vault"].map(|name| place.path().join(name));
        let folder = Folder::open(&root, &work, &vault).unwrap();
        fs::create_dir(root.join("images")).unwrap();
        let mut disk = vec![0; 3 << 20];
        disk[1_500_000..][..SECRET.len()].copy_from_slice(SECRET);
        fs::write(root.join("images/disk.raw"), disk).unwrap();
        let key = Key::Sealed(vault::KeyId::from_bytes([1; 16]));
        // While it is on its way there is the socket that it comes by, and nothing else.
        let told = AtomicU64::new(0);
        let hear = |_| {
            told.fetch_add(1, Ordering::Relaxed);
            for entry in fs::read_dir(&work).unwrap() {
                assert!(!entry.unwrap().file_type().unwrap().is_file());
            }
        };
        let from = ImportPlace::Url("s3://images/disk.raw".to_owned());
        let made = folder.bring_in(&from, "raw", key.clone(), &hear, &AtomicBool::new(false)).unwrap();
        assert!(told.into_inner() > 1);
        assert_eq!((made.size_bytes, fs::read_dir(&work).unwrap().count()), (3 << 20, 0));
        let opened = Vault::open_local(&vault).unwrap();
        let (root, mut read) = (made.root.parse().unwrap(), vec![0; SECRET.len()]);
        opened.read_at(root, 1_500_000, &mut read).unwrap();
        assert_eq!((read.as_slice(), opened.describe(root).unwrap().key), (SECRET, key));
        // A damaged disk is told of, and leaves as little.
        fs::write(place.path().join("exchange/images/cut.qcow2"), b"QFI\xfb\0\0\0\x03").unwrap();
        let from = ImportPlace::Url("s3://images/cut.qcow2".to_owned());
        folder.bring_in(&from, "qcow2", Key::None, &|_| {}, &AtomicBool::new(false)).unwrap_err();
        assert_eq!(fs::read_dir(&work).unwrap().count(), 0);
    }
}

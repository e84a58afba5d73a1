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
use images::foreign::{Format, Limits, convert};
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
        let raw = self.work.join(format!("{}.raw", self.next_number()));
        let result = self.convert_and_store(&path, format, &raw, key, progress, cancel);
        // After an error it may not be there.
        let _ = fs::remove_file(&raw);
        result
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
        progress: Progress<'_>,
        cancel: &AtomicBool,
    ) -> Result<Vec<BroughtIn>, String> {
        let read = self.read_stored(bucket, key, progress, cancel);
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

/// How much of the way is behind once a disk is converted.
const CONVERTED_PERCENT: u64 = 50;

impl Folder {
    fn convert_and_store(
        &self,
        path: &Path,
        format: &str,
        raw: &Path,
        key: Key,
        progress: Progress<'_>,
        cancel: &AtomicBool,
    ) -> Result<BroughtIn, String> {
        let converted =
            convert(path, Format::parse(format), Limits::default(), raw).map_err(|error| error.to_string())?;
        progress(CONVERTED_PERCENT as u8);
        let vault = Vault::open(&self.vault).map_err(|error| error.to_string())?;
        let hear = |done: u64, total: u64| {
            let percent = CONVERTED_PERCENT + done.saturating_mul(99 - CONVERTED_PERCENT) / total.max(1);
            progress(u8::try_from(percent.min(99)).unwrap_or(99));
        };
        let job = vault.begin_job(&[]).map_err(|error| error.to_string())?;
        let ingested = vault.under(key).ingest_file(&job, raw, &hear, cancel).map_err(|error| error.to_string())?;
        Ok(BroughtIn {
            root: ingested.manifest.root.to_string(),
            size_bytes: converted.size_bytes,
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
}

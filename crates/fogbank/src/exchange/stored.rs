//! Images that are stored as objects, and restored from them.

use std::{
    fs::{self, File},
    io::BufWriter,
    os::unix::fs::{FileExt, OpenOptionsExt},
    sync::atomic::{AtomicBool, Ordering},
};

use control::exchange::{BroughtIn, NoPlace, Progress, StoredFound};
use images::stored::{Head, Reader, StoredError, Writer};
use model::records::StoredImage;
use vault::{BLOCK_BYTES, Hash, Vault, VaultError};

use super::{
    Folder,
    object::{Object, OnTheWay},
    outgoing::{Scratch, why_not},
};

/// How much of the way is behind once an object has been read and verified.
const READ_PERCENT: u64 = 60;

fn percent(done: u64, total: u64, most: u64) -> u8 {
    u8::try_from((done.saturating_mul(most) / total.max(1)).min(most)).unwrap_or(99)
}

fn text(error: impl std::fmt::Display) -> String {
    error.to_string()
}

/// A disk on its way from an object into the vault.
struct Disk {
    raw: Scratch,
    file: File,
    size_bytes: u64,
}

impl Folder {
    pub(super) fn write_stored(
        &self,
        image: &StoredImage,
        object: &Object,
        progress: Progress<'_>,
        cancel: &AtomicBool,
    ) -> Result<(), String> {
        let vault = Vault::open(&self.vault).map_err(text)?;
        let (mut roots, mut sizes, mut total) = (Vec::new(), Vec::new(), 0);
        for disk in &image.disks {
            let root: Option<Hash> = disk.root.as_deref().map(str::parse).transpose().map_err(text)?;
            let manifest = root.map(|root| vault.describe(root)).transpose().map_err(text)?;
            sizes.push(manifest.as_ref().map_or(u64::from(disk.size_gib) << 30, |manifest| manifest.size_bytes));
            total += manifest.map_or(0, |manifest| manifest.data_blocks);
            roots.push(root);
        }
        let made = self.scratch("bin");
        let file = File::options().write(true).create_new(true).mode(0o600).open(made.path()).map_err(text)?;
        let mut writer = Writer::begin(BufWriter::new(file), &Head { image: image.clone(), sizes }).map_err(text)?;
        let mut done = 0;
        for (number, root) in (0..).zip(roots) {
            let Some(root) = root else { continue };
            for block in vault.blocks(root, 0).map_err(text)? {
                if cancel.load(Ordering::Relaxed) {
                    return Err(text(VaultError::Cancelled));
                }
                let (index, _) = block.map_err(text)?;
                if let Some(content) = vault.block(root, index).map_err(text)? {
                    writer.block(number, index, &content).map_err(text)?;
                }
                done += 1;
                progress(percent(done, total, 99));
            }
        }
        writer.finish().map_err(text)?;
        object.publish(made.path())
    }

    /// The object's reader; `None` if there is no object.
    fn open_stored(&self, bucket: &str, key: &str) -> Result<Option<Result<Reader, StoredError>>, NoPlace> {
        let Some(object) = Object::find(&self.root, bucket, key, OnTheWay::Leave)? else { return Ok(None) };
        let file = object.open().map_err(|error| NoPlace::Failed(error.to_string()))?;
        Ok(file.map(Reader::open))
    }

    pub(super) fn find_stored(&self, bucket: &str, key: &str) -> Result<StoredFound, NoPlace> {
        Ok(match self.open_stored(bucket, key)? {
            None => StoredFound::Nothing,
            Some(Ok(reader)) => StoredFound::Image(Box::new(reader.head().image.clone())),
            Some(Err(error)) => StoredFound::Unusable(error.to_string()),
        })
    }

    pub(super) fn read_stored(
        &self,
        bucket: &str,
        key: &str,
        progress: Progress<'_>,
        cancel: &AtomicBool,
    ) -> Result<Vec<BroughtIn>, String> {
        let opened = self.open_stored(bucket, key).map_err(|place| why_not(place, bucket))?;
        let mut reader = opened.ok_or("it is not there any more")?.map_err(text)?;
        let mut disks = Vec::new();
        for size_bytes in &reader.head().sizes {
            disks.push(self.new_disk(*size_bytes).map_err(text)?);
        }
        while let Some(block) = reader.next_block().map_err(text)? {
            if cancel.load(Ordering::Relaxed) {
                return Err(text(VaultError::Cancelled));
            }
            let disk = disks.get(block.disk as usize).ok_or("it has a block of no disk")?;
            let offset = block.index * BLOCK_BYTES as u64;
            // The last block is filled up behind the disk's end.
            let count = usize::try_from(disk.size_bytes - offset).map_or(BLOCK_BYTES, |left| left.min(BLOCK_BYTES));
            disk.file.write_all_at(&block.content[..count], offset).map_err(text)?;
            let (at, length) = reader.progress();
            progress(percent(at, length, READ_PERCENT));
        }
        let vault = Vault::open(&self.vault).map_err(text)?;
        let count = disks.len() as u64;
        let mut brought = Vec::new();
        for (number, (disk, stored)) in (0..).zip(disks.iter().zip(&reader.head().image.disks)) {
            let hear = |done: u64, total: u64| {
                let before = READ_PERCENT + number * (99 - READ_PERCENT) / count;
                progress(u8::try_from(before).unwrap_or(99) + percent(done, total, (99 - READ_PERCENT) / count));
            };
            brought.push(bring_in(&vault, disk, stored.root.as_deref(), &hear, cancel)?);
        }
        Ok(brought)
    }

    fn new_disk(&self, size_bytes: u64) -> std::io::Result<Disk> {
        let raw = self.scratch("raw");
        let file = File::options().read(true).write(true).create_new(true).mode(0o600).open(raw.path())?;
        file.set_len(size_bytes)?;
        Ok(Disk { raw, file, size_bytes })
    }
}

/// Brings a disk into the vault. Where its stored image names its content, it must be that.
fn bring_in(
    vault: &Vault,
    disk: &Disk,
    root: Option<&str>,
    hear: &dyn Fn(u64, u64),
    cancel: &AtomicBool,
) -> Result<BroughtIn, String> {
    let job = vault.begin_job(&[]).map_err(text)?;
    let ingested = vault.ingest_file(&job, disk.raw.path(), hear, cancel).map_err(text)?;
    let made = ingested.manifest.root.to_string();
    if root.is_some_and(|root| root != made) {
        return Err("it is damaged or was altered: a disk of it is not the one that its head names".to_owned());
    }
    // Its space is wanted for the next one.
    let _ = fs::remove_file(disk.raw.path());
    Ok(BroughtIn { root: made, size_bytes: disk.size_bytes, full_bytes: ingested.manifest.full_bytes(), job })
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, atomic::AtomicU8};

    use control::exchange::Exchange;
    use model::{
        AccountId, ImageId,
        instance::Architecture,
        records::{ImageBlockDevice, StoredDevice, StoredDisk},
    };

    use super::*;

    fn image(roots: &[Option<String>]) -> StoredImage {
        let disk = |root: &Option<String>| StoredDisk {
            root: root.clone(),
            size_gib: 1,
            description: "a disk".into(),
            tags: vec![("kept".into(), "yes".into())],
        };
        StoredImage {
            id: ImageId::trusted("ami-0123456789abcdef0"),
            region: "eu-west-1".into(),
            owner: AccountId::parse("123456789012").unwrap(),
            created_ms: 1,
            stored_ms: 2,
            name: "golden".into(),
            description: Some("as it was".into()),
            architecture: Architecture::X86_64,
            boot_mode: None,
            root_device_name: "/dev/xvda".into(),
            ena_support: true,
            sriov_net_support: None,
            imds_support: None,
            tpm_support: None,
            login: None,
            tags: Vec::new(),
            devices: vec![StoredDevice { device: ImageBlockDevice::default(), disk: Some(0) }],
            disks: roots.iter().map(disk).collect(),
        }
    }

    struct Place {
        folder: Arc<Folder>,
        place: tempfile::TempDir,
    }

    fn place() -> Place {
        let place = tempfile::tempdir().unwrap();
        let [root, work, vault] = ["exchange", "work", "vault"].map(|name| place.path().join(name));
        fs::create_dir_all(root.join("bucket")).unwrap();
        Place { folder: Folder::open(&root, &work, &vault).unwrap(), place }
    }

    impl Place {
        /// The root of a disk with something at some places, of no whole number of blocks.
        fn disk(&self) -> String {
            let raw = self.place.path().join("raw");
            let file = File::create(&raw).unwrap();
            file.set_len((5 << 20) + 512).unwrap();
            for (at, byte) in [(0, 1), (3 << 20, 2), (5 << 20, 3)] {
                file.write_all_at(&[byte; 512], at).unwrap();
            }
            let vault = Vault::open_local(self.place.path().join("vault")).unwrap();
            let job = vault.begin_job(&[]).unwrap();
            let ingested = vault.ingest_file(&job, &raw, &|_, _| {}, &AtomicBool::new(false)).unwrap();
            ingested.manifest.root.to_string()
        }

        fn object(&self) -> std::path::PathBuf {
            self.place.path().join("exchange/bucket/it.bin")
        }

        fn restore(&self) -> Result<Vec<String>, String> {
            let restored = self.folder.restore_disks("bucket", "it.bin", &|_| {}, &AtomicBool::new(false));
            assert_eq!(fs::read_dir(self.place.path().join("work")).unwrap().count(), 0, "files were left");
            Ok(restored?.into_iter().map(|disk| disk.root).collect())
        }
    }

    #[test]
    fn what_is_stored_is_restored_by_another_cloud() {
        let (here, there) = (place(), place());
        let root = here.disk();
        let image = image(&[Some(root.clone()), None]);
        let told = AtomicU8::new(0);
        let hear = |percent| {
            told.fetch_max(percent, Ordering::Relaxed);
        };
        here.folder.store_image(&image, "bucket", "it.bin", &hear, &AtomicBool::new(false)).unwrap();
        assert_eq!(told.into_inner(), 99);
        assert_eq!(here.folder.stored_image("bucket", "none.bin"), Ok(StoredFound::Nothing));
        assert_eq!(here.folder.stored_image("bucket", "it.bin"), Ok(StoredFound::Image(Box::new(image))));
        // Its vault is another one, with nothing in it.
        fs::copy(here.object(), there.object()).unwrap();
        let restored = there.restore().unwrap();
        assert_eq!(restored[0], root);
        let vault = Vault::open_local(there.place.path().join("vault")).unwrap();
        let zeros = vault.describe(restored[1].parse().unwrap()).unwrap();
        assert_eq!((zeros.size_bytes, zeros.data_blocks), (1 << 30, 0));
        let mut read = [0; 512];
        vault.read_at(root.parse().unwrap(), 5 << 20, &mut read).unwrap();
        assert_eq!(read, [3; 512]);
    }

    #[test]
    fn an_object_that_is_not_as_it_was_is_named_and_leaves_nothing() {
        let here = place();
        let image = image(&[Some(here.disk())]);
        here.folder.store_image(&image, "bucket", "it.bin", &|_| {}, &AtomicBool::new(false)).unwrap();
        let whole = fs::read(here.object()).unwrap();
        let mut altered = whole.clone();
        let at = altered.len() - 100;
        altered[at] ^= 1;
        fs::write(here.object(), &altered).unwrap();
        // Its head is as it was; that its blocks are not shows when they are read.
        assert!(matches!(here.folder.stored_image("bucket", "it.bin"), Ok(StoredFound::Image(_))));
        let refused = here.restore().unwrap_err();
        let wanted = "The object it.bin in the bucket bucket can't be restored: it is damaged or was altered: block 10 of disk 0 ";
        assert!(refused.starts_with(wanted), "{refused}");
        fs::write(here.object(), &whole[..whole.len() - 1]).unwrap();
        let cut = format!("it is cut off: it has {} bytes, and its end is not there", whole.len() - 1);
        assert_eq!(here.folder.stored_image("bucket", "it.bin"), Ok(StoredFound::Unusable(cut)));
        // Made so on purpose: whole, but its head names other content.
        let other =
            StoredImage { disks: vec![StoredDisk { root: Some("0".repeat(64)), ..image.disks[0].clone() }], ..image };
        let mut writer = Writer::begin(Vec::new(), &Head { image: other, sizes: vec![1 << 20] }).unwrap();
        writer.block(0, 0, &vec![7; BLOCK_BYTES]).unwrap();
        fs::write(here.object(), writer.finish().unwrap()).unwrap();
        let refused = here.restore().unwrap_err();
        assert!(refused.ends_with("a disk of it is not the one that its head names"), "{refused}");
    }
}

//! Images that are stored as objects, and restored from them.

use std::{
    fs::File,
    io::BufWriter,
    os::unix::fs::OpenOptionsExt,
    sync::atomic::{AtomicBool, Ordering},
};

use control::{
    encryption,
    exchange::{BroughtIn, NoPlace, Progress, StoredFound},
};
use images::stored::{Content, Head, Reader, Seal, StoredError, Writer};
use model::records::{StoredDisk, StoredImage};
use vault::{Hash, Key, ObjectKey, Source, Vault, VaultError};

use super::{
    Folder,
    object::{Object, OnTheWay},
    outgoing::why_not,
};

/// How much of the way is behind once an object has been read and verified.
const READ_PERCENT: u64 = 60;

fn percent(done: u64, total: u64, most: u64) -> u8 {
    u8::try_from((done.saturating_mul(most) / total.max(1)).min(most)).unwrap_or(99)
}

fn text(error: impl std::fmt::Display) -> String {
    error.to_string()
}

/// Under what a disk was sealed.
fn key_of(disk: &StoredDisk) -> Result<Key, String> {
    encryption::vault_key(disk.kms_key.as_deref()).map_err(|error| error.message)
}

/// What an object of this image is to be sealed with, if one of its disks is.
fn seal_for(vault: &Vault, image: &StoredImage) -> Result<Option<(Seal, ObjectKey)>, String> {
    for disk in &image.disks {
        if let Key::Sealed(id) = key_of(disk)? {
            let (key, salt) = vault.new_object_key(id).map_err(text)?;
            return Ok(Some((Seal::new(id, &salt), key)));
        }
    }
    Ok(None)
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
        let (seal, key) = seal_for(&vault, image)?.unzip();
        let head = Head { image: image.clone(), sizes, seal };
        let mut writer = Writer::begin(BufWriter::new(file), &head, key).map_err(text)?;
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
        Ok(file.map(|file| Reader::open(file, |seal| self.object_key(seal))))
    }

    fn object_key(&self, seal: &Seal) -> Result<ObjectKey, String> {
        let vault = Vault::open(&self.vault).map_err(text)?;
        vault.object_key(seal.key, &seal.salt()?).map_err(text)
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
        keys: &[Key],
        progress: Progress<'_>,
        cancel: &AtomicBool,
    ) -> Result<Vec<BroughtIn>, String> {
        let opened = self.open_stored(bucket, key).map_err(|place| why_not(place, bucket))?;
        let mut reader = opened.ok_or("it is not there any more")?.map_err(text)?;
        while reader.next_block().map_err(text)?.is_some() {
            if cancel.load(Ordering::Relaxed) {
                return Err(text(VaultError::Cancelled));
            }
            let (at, length) = reader.progress();
            progress(percent(at, length, READ_PERCENT));
        }
        let object = reader.verified().map_err(text)?;
        let disks = &object.head().image.disks;
        if disks.len() != keys.len() {
            return Err("it is another one than when it was asked for".to_owned());
        }
        let vault = Vault::open(&self.vault).map_err(text)?;
        let count = disks.len() as u64;
        let mut brought = Vec::new();
        for (number, (stored, key)) in (0_u32..).zip(disks.iter().zip(keys)) {
            let hear = |done: u64, total: u64| {
                let before = READ_PERCENT + u64::from(number) * (99 - READ_PERCENT) / count;
                progress(u8::try_from(before).unwrap_or(99) + percent(done, total, (99 - READ_PERCENT) / count));
            };
            let content = object.disk(number).ok_or("a disk of it is not there")?;
            // Its name follows from its content and its key.
            let root = stored.root.as_deref().filter(|_| key_of(stored).as_ref() == Ok(key));
            brought.push(bring_in(&vault, &content, key, root, &hear, cancel)?);
        }
        Ok(brought)
    }
}

/// Brings a disk into the vault, straight from its object: unpacked it lies nowhere. Where its stored image names its
/// content, it must be that.
fn bring_in(
    vault: &Vault,
    content: &Content<'_>,
    key: &Key,
    root: Option<&str>,
    hear: &dyn Fn(u64, u64),
    cancel: &AtomicBool,
) -> Result<BroughtIn, String> {
    let job = vault.begin_job(&[]).map_err(text)?;
    let ingested = vault.under(key.clone()).ingest(&job, content, None, hear, cancel).map_err(text)?;
    let made = ingested.manifest.root.to_string();
    if root.is_some_and(|root| root != made) {
        return Err("it is damaged or was altered: a disk of it is not the one that its head names".to_owned());
    }
    Ok(BroughtIn { root: made, size_bytes: content.size_bytes(), full_bytes: ingested.manifest.full_bytes(), job })
}

#[cfg(test)]
mod tests {
    use std::{
        fs,
        os::unix::fs::FileExt,
        sync::{Arc, atomic::AtomicU8},
    };

    use control::exchange::Exchange;
    use model::{
        AccountId, ImageId,
        instance::Architecture,
        records::{ImageBlockDevice, StoredDevice, StoredDisk},
    };
    use vault::KeyId;

    use super::*;

    fn image(roots: &[Option<String>]) -> StoredImage {
        let disk = |root: &Option<String>| StoredDisk {
            root: root.clone(),
            size_gib: 1,
            description: "a disk".into(),
            tags: vec![("kept".into(), "yes".into())],
            kms_key: None,
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

    const SECRET: &[u8] = b"written to an encrypted disk";

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
        fn disk(&self, key: Key) -> String {
            let raw = self.place.path().join("raw");
            let file = File::create(&raw).unwrap();
            file.set_len((5 << 20) + 512).unwrap();
            for (at, byte) in [(0, 1), (3 << 20, 2), (5 << 20, 3)] {
                file.write_all_at(&[byte; 512], at).unwrap();
            }
            file.write_all_at(SECRET, 3 << 20).unwrap();
            let vault = Vault::open_local(self.place.path().join("vault")).unwrap();
            let job = vault.begin_job(&[]).unwrap();
            let ingested = vault.under(key).ingest_file(&job, &raw, &|_, _| {}, &AtomicBool::new(false)).unwrap();
            fs::remove_file(raw).unwrap();
            ingested.manifest.root.to_string()
        }

        fn object(&self) -> std::path::PathBuf {
            self.place.path().join("exchange/bucket/it.bin")
        }

        fn restore(&self, keys: &[Key]) -> Result<Vec<String>, String> {
            // Nothing is unpacked there, now or later.
            let empty = || assert_eq!(fs::read_dir(self.place.path().join("work")).unwrap().count(), 0, "files");
            let restored = self.folder.restore_disks("bucket", "it.bin", keys, &|_| empty(), &AtomicBool::new(false));
            empty();
            Ok(restored?.into_iter().map(|disk| disk.root).collect())
        }
    }

    #[test]
    fn what_is_stored_is_restored_by_another_cloud() {
        let (here, there) = (place(), place());
        let root = here.disk(Key::None);
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
        let restored = there.restore(&[Key::None, Key::None]).unwrap();
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
        let image = image(&[Some(here.disk(Key::None))]);
        here.folder.store_image(&image, "bucket", "it.bin", &|_| {}, &AtomicBool::new(false)).unwrap();
        let whole = fs::read(here.object()).unwrap();
        let mut altered = whole.clone();
        let at = altered.len() - 100;
        altered[at] ^= 1;
        fs::write(here.object(), &altered).unwrap();
        // Its head is as it was; that its blocks are not shows when they are read.
        assert!(matches!(here.folder.stored_image("bucket", "it.bin"), Ok(StoredFound::Image(_))));
        let refused = here.restore(&[Key::None]).unwrap_err();
        let wanted = "The object it.bin in the bucket bucket can't be restored: it is damaged or was altered: block 10 of disk 0 ";
        assert!(refused.starts_with(wanted), "{refused}");
        fs::write(here.object(), &whole[..whole.len() - 1]).unwrap();
        let cut = format!("it is cut off: it has {} bytes, and its end is not there", whole.len() - 1);
        assert_eq!(here.folder.stored_image("bucket", "it.bin"), Ok(StoredFound::Unusable(cut)));
        // Made so on purpose: whole, but its head names other content.
        let other =
            StoredImage { disks: vec![StoredDisk { root: Some("0".repeat(64)), ..image.disks[0].clone() }], ..image };
        let head = Head { image: other, sizes: vec![1 << 20], seal: None };
        let mut writer = Writer::begin(Vec::new(), &head, None).unwrap();
        writer.block(0, 0, &vec![7; vault::BLOCK_BYTES]).unwrap();
        fs::write(here.object(), writer.finish().unwrap()).unwrap();
        let refused = here.restore(&[Key::None]).unwrap_err();
        assert!(refused.ends_with("a disk of it is not the one that its head names"), "{refused}");
    }

    fn has(bytes: &[u8], what: &[u8]) -> bool {
        bytes.windows(what.len()).any(|part| part == what)
    }

    #[test]
    fn an_encrypted_image_lies_sealed_in_its_bucket_and_is_restored_under_any_key() {
        let (here, there) = (place(), place());
        let keys: Vec<KeyId> = [1, 2].map(|byte| KeyId::from_bytes([byte; KeyId::BYTES])).to_vec();
        let root = here.disk(Key::Sealed(keys[0]));
        let mut image = image(&[Some(here.disk(Key::None)), Some(root.clone())]);
        image.disks[1].kms_key = Some(format!("arn:aws:kms:eu-west-1:123456789012:key/{}", keys[0]));
        here.folder.store_image(&image, "bucket", "it.bin", &|_| {}, &AtomicBool::new(false)).unwrap();
        let whole = fs::read(here.object()).unwrap();
        // All of it is sealed: neither packed nor unpacked is the one disk or the other to be found in it.
        let mut block = vec![0; vault::BLOCK_BYTES];
        block[..512].fill(2);
        block[..SECRET.len()].copy_from_slice(SECRET);
        let packed = zstd(&block);
        assert!(!has(&whole, SECRET) && !has(&whole, &packed[packed.len() / 2..]));
        assert!(!has(&whole, Hash::of(&block).as_bytes()));
        assert_eq!(here.folder.stored_image("bucket", "it.bin"), Ok(StoredFound::Image(Box::new(image.clone()))));
        // Under the same key it is the same snapshot, and under another one it has the same content.
        let same = here.restore(&[Key::None, Key::Sealed(keys[0])]).unwrap();
        assert_eq!((Some(&same[0]), &same[1]), (image.disks[0].root.as_ref(), &root));
        let other = here.restore(&[Key::Sealed(keys[1]), Key::Sealed(keys[1])]).unwrap();
        let vault = Vault::open_local(here.place.path().join("vault")).unwrap();
        for made in &other {
            let made = made.parse().unwrap();
            let mut read = vec![0; SECRET.len()];
            vault.read_at(made, 3 << 20, &mut read).unwrap();
            assert_eq!((read.as_slice(), vault.describe(made).unwrap().key), (SECRET, Key::Sealed(keys[1])));
        }
        assert!(other[1] != root);
        // Another cloud's key with the same id is another one.
        fs::copy(here.object(), there.object()).unwrap();
        there.disk(Key::Sealed(keys[0]));
        let refused = there.restore(&[Key::None, Key::Sealed(keys[0])]).unwrap_err();
        let wanted = format!("it can't be opened: it was altered, or sealed under key {} of another cloud", keys[0]);
        assert!(refused.ends_with(&wanted), "{refused}");
        assert_eq!(there.folder.stored_image("bucket", "it.bin"), Ok(StoredFound::Unusable(wanted)));
        // In the tag of the last block: behind it are its sum and the end.
        let at = whole.len() - (4 + 8 + 16 + 32 + 16) - 32 - 10;
        let mut altered = whole;
        altered[at] ^= 1;
        fs::write(here.object(), &altered).unwrap();
        let refused = here.restore(&[Key::None, Key::Sealed(keys[0])]).unwrap_err();
        assert!(refused.contains("it is damaged or was altered: block 10 of disk 1 "), "{refused}");
    }

    fn zstd(block: &[u8]) -> Vec<u8> {
        // As plain objects have it.
        let head = Head { image: image(&[None]), sizes: vec![1 << 20], seal: None };
        let mut writer = Writer::begin(Vec::new(), &head, None).unwrap();
        writer.block(0, 0, block).unwrap();
        let whole = writer.finish().unwrap();
        let sum = Hash::of(block);
        let end = whole.windows(32).position(|part| part == sum.as_bytes()).expect("the block's sum");
        // Behind the block's number, index and length.
        let begin = whole[..end].windows(4).rposition(|part| part == b"\x28\xb5\x2f\xfd").expect("zstd's magic");
        whole[begin..end].to_vec()
    }
}

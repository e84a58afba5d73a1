//! Objects as they are written, cut off at every length and altered at every byte.

use std::{fs, fs::File, path::PathBuf};

use model::{
    AccountId, ImageId,
    instance::Architecture,
    records::{StoredDisk, StoredImage},
};
use vault::{BLOCK_BYTES, ExtentKind, KeyId, ObjectKey, Source, Vault};

use super::{Block, Head, Reader, Seal, StoredError, Writer};

fn head() -> Head {
    let disk = || StoredDisk { root: None, size_gib: 1, description: String::new(), tags: Vec::new(), kms_key: None };
    let image = StoredImage {
        id: ImageId::trusted("ami-0123456789abcdef0"),
        region: "eu-west-1".into(),
        owner: AccountId::parse("123456789012").unwrap(),
        created_ms: 1,
        stored_ms: 2,
        name: "golden".into(),
        description: None,
        architecture: Architecture::X86_64,
        boot_mode: None,
        root_device_name: "/dev/xvda".into(),
        ena_support: true,
        sriov_net_support: None,
        imds_support: None,
        tpm_support: None,
        login: None,
        tags: Vec::new(),
        devices: Vec::new(),
        disks: vec![disk(), disk()],
    };
    Head { image, sizes: vec![3 * BLOCK_BYTES as u64 - 7, 1 << 30], seal: None }
}

fn blocks() -> Vec<Block> {
    let block = |disk, index, byte| Block { disk, index, content: vec![byte; BLOCK_BYTES] };
    vec![block(0, 0, 1), block(0, 2, 2), block(1, 2047, 3)]
}

fn write(blocks: &[Block]) -> Vec<u8> {
    write_with(&head(), None, blocks)
}

/// As `write`, sealed.
fn seal(vault: &Vault, blocks: &[Block]) -> Vec<u8> {
    let id = KeyId::from_bytes([7; KeyId::BYTES]);
    let (key, salt) = vault.new_object_key(id).unwrap();
    write_with(&Head { seal: Some(Seal::new(id, &salt)), ..head() }, Some(key), blocks)
}

fn write_with(head: &Head, key: Option<ObjectKey>, blocks: &[Block]) -> Vec<u8> {
    let mut writer = Writer::begin(Vec::new(), head, key).unwrap();
    for block in blocks {
        writer.block(block.disk, block.index, &block.content).unwrap();
    }
    writer.finish().unwrap()
}

struct Place(tempfile::TempDir);

impl Place {
    fn vault(&self) -> Vault {
        Vault::open_local(self.0.path().join("vault")).unwrap()
    }

    fn open(&self, bytes: &[u8]) -> Result<Reader, StoredError> {
        let path: PathBuf = self.0.path().join("object");
        fs::write(&path, bytes).unwrap();
        let find = |seal: &Seal| self.vault().object_key(seal.key, &seal.salt()?).map_err(|error| error.to_string());
        Reader::open(File::open(path).unwrap(), find)
    }

    fn read(&self, bytes: &[u8]) -> Result<(Head, Vec<Block>), StoredError> {
        let mut reader = self.open(bytes)?;
        let mut blocks = Vec::new();
        while let Some(block) = reader.next_block()? {
            blocks.push(block);
        }
        assert_eq!(reader.progress(), (bytes.len() as u64 - 16, bytes.len() as u64));
        Ok((reader.head().clone(), blocks))
    }

    fn refused(&self, bytes: &[u8]) -> String {
        self.read(bytes).expect_err("it is not whole").to_string()
    }
}

fn place() -> Place {
    Place(tempfile::tempdir().unwrap())
}

#[test]
fn what_is_written_is_read() {
    let place = place();
    for blocks in [blocks(), Vec::new()] {
        assert_eq!(place.read(&write(&blocks)).unwrap(), (head(), blocks));
    }
}

#[test]
fn no_end_and_no_altered_byte_is_overlooked() {
    let place = place();
    for whole in [write(&blocks()), seal(&place.vault(), &blocks())] {
        no_end_and_no_byte(&place, &whole);
    }
}

fn no_end_and_no_byte(place: &Place, whole: &[u8]) {
    for length in 0..whole.len() {
        let refused = place.refused(&whole[..length]);
        let known = refused == format!("it is cut off: it has {length} bytes, and its end is not there");
        assert!(known || length < 12 && refused.starts_with("it is not an image"), "{length}: {refused}");
    }
    for at in 0..whole.len() {
        let mut altered = whole.to_vec();
        altered[at] ^= 1;
        place.refused(&altered);
    }
    let mut longer = whole.to_vec();
    longer.push(0);
    assert!(place.refused(&longer).starts_with("it is cut off"));
}

#[test]
fn what_is_wrong_is_named() {
    let (place, whole) = (place(), write(&blocks()));
    let mut newer = whole.clone();
    newer[8] = 3;
    assert_eq!(place.refused(&newer), "it is of version 3, which this version of Fogbank can't read");
    let mut altered = whole.clone();
    altered[40] ^= 1;
    let wrong = "it is damaged or was altered: its head does not have the sum that is written behind it";
    assert_eq!(place.refused(&altered), wrong);
    // The sums are those of what was written: such an object was made so.
    let beyond = Block { disk: 0, index: 3, content: vec![9; BLOCK_BYTES] };
    let refused = place.refused(&write(&[beyond]));
    assert_eq!(refused, "it is damaged or was altered: block 3 of disk 0 does not belong there");
    let mut again = blocks();
    again.push(again[0].clone());
    let refused = place.refused(&write(&again));
    assert_eq!(refused, "it is damaged or was altered: block 0 of disk 0 does not belong there");
    assert_eq!(place.refused(b"PK\x03\x04 a zip file"), "it is not an image that was stored by CreateStoreImageTask");
}

#[test]
fn a_sealed_object_can_only_be_as_it_was_sealed() {
    let place = place();
    let whole = seal(&place.vault(), &blocks());
    let (head, read) = place.read(&whole).unwrap();
    assert_eq!((head.image, read), (self::head().image, blocks()));
    // Who lacks the key can make all sums fit again, as of this one without its last block.
    let block = |at: usize| 4 + 8 + 4 + u32::from_le_bytes(whole[at + 12..at + 16].try_into().unwrap()) as usize + 32;
    let text = u32::from_le_bytes(whole[12..16].try_into().unwrap()) as usize;
    let first = 16 + text + 32 + 16;
    let second = first + block(first);
    let third = second + block(second);
    let with = |blocks: &[u8], count: u64| {
        let mut made = [&whole[..first], blocks, &[0xff; 4], &count.to_le_bytes()].concat();
        // The tag of the end is that of the whole one.
        made.extend_from_slice(&whole[whole.len() - 16 - 32 - 16..][..16]);
        made.extend_from_slice(blake3::hash(&made).as_bytes());
        made.extend_from_slice(&(made.len() as u64 + 16).to_le_bytes());
        made.extend_from_slice(b"FOGBKEND");
        made
    };
    let end = third + block(third);
    assert_eq!(with(&whole[first..end], 3), whole);
    let refused = place.refused(&with(&whole[first..third], 2));
    assert_eq!(refused, "it is damaged or was altered: it was not sealed as it is");
    let mut moved = whole[first..end].to_vec();
    moved[second - first + 4] = 1;
    let refused = place.refused(&with(&moved, 3));
    assert_eq!(refused, "it is damaged or was altered: block 1 of disk 0 was not sealed as it is");
    // Another object's block, of the same key and at the same place.
    let other = seal(&place.vault(), &[Block { disk: 0, index: 0, content: vec![9; BLOCK_BYTES] }]);
    let foreign = [&other[first..first + block(first)], &whole[second..end]].concat();
    assert!(other.len() > first + block(first));
    assert!(place.refused(&with(&foreign, 3)).contains("block 0 of disk 0 "));
}

#[test]
fn disks_are_read_again_in_any_order() {
    let place = place();
    for whole in [write(&blocks()), seal(&place.vault(), &blocks())] {
        let object = place.open(&whole).unwrap().verified().unwrap();
        let disk = object.disk(0).unwrap();
        let size = 3 * BLOCK_BYTES - 7;
        assert_eq!(disk.size_bytes(), size as u64);
        let mut content = vec![8; size - 5];
        disk.read_exact_at(&mut content, 5).unwrap();
        let expected: Vec<u8> = (5..size).map(|at| [1, 0, 2][at / BLOCK_BYTES]).collect();
        assert!(content == expected);
        let extents: Vec<_> =
            [0, 7, BLOCK_BYTES, 2 * BLOCK_BYTES].iter().map(|at| disk.extent_at(*at as u64).unwrap()).collect();
        let ends: Vec<_> = extents.iter().map(|extent| (extent.kind, extent.end_bytes)).collect();
        let (one, two) = (BLOCK_BYTES as u64, 2 * BLOCK_BYTES as u64);
        let data = ExtentKind::Data;
        assert_eq!(ends, [(data, one), (data, one), (ExtentKind::Hole, two), (data, size as u64)]);
        assert_eq!(object.disk(1).unwrap().extent_at(0).unwrap().end_bytes, 2047 * one);
        assert!(object.disk(2).is_none());
        // What is written to it meanwhile is no content of it.
        let path = place.0.path().join("object");
        let mut altered = whole.clone();
        // In the last block: behind it are its sum and the end.
        let end = 4 + 8 + 32 + 16 + if object.head().seal.is_some() { 16 } else { 0 };
        let at = altered.len() - end - 32 - 1;
        altered[at] ^= 1;
        fs::write(path, altered).unwrap();
        let refused = object.disk(1).unwrap().read_exact_at(&mut [0; 1], (1 << 30) - 1).unwrap_err();
        assert!(refused.to_string().starts_with("block 2047 of disk 1 "), "{refused}");
    }
}

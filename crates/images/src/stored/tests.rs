//! Objects as they are written, cut off at every length and altered at every byte.

use std::{fs, fs::File, path::PathBuf};

use model::{
    AccountId, ImageId,
    instance::Architecture,
    records::{StoredDisk, StoredImage},
};
use vault::BLOCK_BYTES;

use super::{Block, Head, Reader, StoredError, Writer};

fn head() -> Head {
    let disk = || StoredDisk { root: None, size_gib: 1, description: String::new(), tags: Vec::new() };
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
    Head { image, sizes: vec![3 * BLOCK_BYTES as u64 - 7, 1 << 30] }
}

fn blocks() -> Vec<Block> {
    let block = |disk, index, byte| Block { disk, index, content: vec![byte; BLOCK_BYTES] };
    vec![block(0, 0, 1), block(0, 2, 2), block(1, 2047, 3)]
}

fn write(blocks: &[Block]) -> Vec<u8> {
    let mut writer = Writer::begin(Vec::new(), &head()).unwrap();
    for block in blocks {
        writer.block(block.disk, block.index, &block.content).unwrap();
    }
    writer.finish().unwrap()
}

struct Place(tempfile::TempDir);

impl Place {
    fn read(&self, bytes: &[u8]) -> Result<(Head, Vec<Block>), StoredError> {
        let path: PathBuf = self.0.path().join("object");
        fs::write(&path, bytes).unwrap();
        let mut reader = Reader::open(File::open(path).unwrap())?;
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
    let (place, whole) = (place(), write(&blocks()));
    for length in 0..whole.len() {
        let refused = place.refused(&whole[..length]);
        let known = refused == format!("it is cut off: it has {length} bytes, and its end is not there");
        assert!(known || length < 12 && refused.starts_with("it is not an image"), "{length}: {refused}");
    }
    for at in 0..whole.len() {
        let mut altered = whole.clone();
        altered[at] ^= 1;
        place.refused(&altered);
    }
    let mut longer = whole.clone();
    longer.push(0);
    assert!(place.refused(&longer).starts_with("it is cut off"));
}

#[test]
fn what_is_wrong_is_named() {
    let (place, whole) = (place(), write(&blocks()));
    let mut newer = whole.clone();
    newer[8] = 2;
    assert_eq!(place.refused(&newer), "it is of version 2, which this version of Fogbank can't read");
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

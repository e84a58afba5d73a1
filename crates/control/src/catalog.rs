//! Quick Start images: what every region offers without anybody having stored it.
//!
//! Their ids derive from (region, name, build digest) and write nothing.

use std::{collections::BTreeMap, sync::Arc};

use model::{
    AccountId, ImageId, SnapshotId, VolumeId,
    instance::{Architecture, BootMode},
    records::{Image, ImageBlockDevice, ImageState, Snapshot, SnapshotState},
};

use crate::{
    parameters::{self, PublicParameter},
    view::Row,
};

/// The account that Quick Start images belong to; its alias is `amazon`.
pub const OWNER: &str = "137112412989";

/// A built image, the same in all regions.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct QuickStart {
    pub name: String,
    pub description: String,
    /// Of the disk's content.
    pub digest: String,
    pub architecture: Architecture,
    pub boot_mode: BootMode,
    pub root_device_name: String,
    pub size_gib: u32,
    /// Root of its manifest in the vault.
    pub root: String,
    /// When it was built, milliseconds since 1970.
    pub created_ms: i64,
    /// The name to log in with.
    pub login: String,
}

/// The images and their snapshots as one region shows them.
#[derive(Default)]
pub struct RegionCatalog {
    pub images: BTreeMap<String, Arc<Row<Image>>>,
    pub snapshots: BTreeMap<String, Arc<Row<Snapshot>>>,
    /// By name.
    pub parameters: BTreeMap<String, PublicParameter>,
}

impl RegionCatalog {
    pub fn new(region: &str, built: &[QuickStart]) -> Self {
        let owner = AccountId::parse(OWNER).expect("twelve digits");
        let mut catalog = Self::default();
        for quick_start in built {
            let snapshot = snapshot(region, quick_start, &owner);
            let image = image(region, quick_start, &owner, &snapshot);
            catalog.images.insert(image.id.to_string(), Arc::new(Row { record: image, revision: 0 }));
            catalog.snapshots.insert(snapshot.id.to_string(), Arc::new(Row { record: snapshot, revision: 0 }));
        }
        catalog.parameters = parameters::of(catalog.images.values().map(|row| &row.record));
        catalog
    }
}

fn derived(kind: &str, region: &str, built: &QuickStart) -> [u8; 9] {
    let hash = blake3::hash(format!("{kind}/{region}/{}/{}", built.name, built.digest).as_bytes());
    hash.as_bytes()[..9].try_into().expect("a hash has 32 bytes")
}

fn snapshot(region: &str, built: &QuickStart, owner: &AccountId) -> Snapshot {
    Snapshot {
        state: SnapshotState::Completed,
        progress: 100,
        completed_ms: Some(built.created_ms),
        root: Some(built.root.clone()),
        public: true,
        ..Snapshot::begun(
            SnapshotId::from_random(derived("snap", region, built)),
            owner.clone(),
            built.created_ms,
            VolumeId::trusted("vol-ffffffff"),
            built.size_gib,
            format!("Root disk of {}", built.name),
        )
    }
}

fn image(region: &str, built: &QuickStart, owner: &AccountId, snapshot: &Snapshot) -> Image {
    Image {
        id: ImageId::from_random(derived("ami", region, built)),
        account: owner.clone(),
        created_ms: built.created_ms,
        name: built.name.clone(),
        description: Some(built.description.clone()),
        owner_alias: Some("amazon".into()),
        architecture: built.architecture,
        boot_mode: Some(built.boot_mode),
        root_device_name: built.root_device_name.clone(),
        block_devices: vec![ImageBlockDevice {
            device: built.root_device_name.clone(),
            snapshot: Some(snapshot.id.clone()),
            size_gib: built.size_gib,
            volume_type: "gp3".into(),
            iops: Some(3000),
            throughput_mib: Some(125),
            delete_on_termination: true,
            ..ImageBlockDevice::default()
        }],
        state: ImageState::Available,
        public: true,
        shared_with: Vec::new(),
        ena_support: true,
        sriov_net_support: Some("simple".into()),
        imds_support: None,
        tpm_support: None,
        source_instance: None,
        source_image: None,
        source_image_region: None,
        deprecated_ms: None,
        protection: Default::default(),
        login: Some(built.login.clone()),
        rest: Default::default(),
    }
}

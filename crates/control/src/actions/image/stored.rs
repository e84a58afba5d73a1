//! Images that lie in buckets as one object each: how an image is taken down for one, and made of one again.

use model::{
    ApiError, ImageId, SnapshotId, VolumeId,
    records::{Image, ImageBlockDevice, ImageState, Snapshot, StoreTask, StoredDevice, StoredDisk, StoredImage},
};

use crate::{
    action::Call,
    actions::{
        snapshot::{NO_VOLUME, create_snapshot},
        volume::{block_device::check_usable, device, limits},
    },
    edit::Edit,
    encryption::{self, Asked, Encryption},
    exchange::NoPlace,
    tagging::{self, TagList},
};

/// How long tasks are listed.
pub const KEPT_MS: i64 = 31 * 24 * 60 * 60 * 1000;
/// The most disks of an image, by EC2's limit of volumes and with room to spare; all of it goes into one transaction.
const MOST_DISKS: usize = 21;

/// The name of an image's object.
pub fn key(image: &ImageId) -> String {
    format!("{image}.bin")
}

fn claim_of(bucket: &str, key: &str) -> String {
    format!("stored-image/{bucket}/{key}")
}

/// Only one task at a time writes an object.
pub fn claim(edit: &mut Edit, task: &StoreTask) {
    edit.claim(&claim_of(&task.bucket, &task.key), &task.id);
}

pub fn release(edit: &mut Edit, task: &StoreTask) {
    edit.release(&claim_of(&task.bucket, &task.key));
}

/// The refusal where there are no buckets.
pub fn no_buckets() -> ApiError {
    ApiError::unsupported(
        "This cloud keeps no disks, so no image can be stored or restored: it runs on the simulated host.",
    )
}

/// The refusal of a place, in S3's words.
pub fn no_place(place: &NoPlace) -> ApiError {
    match place {
        NoPlace::NoBucket => ApiError::new("NoSuchBucket", "The specified bucket does not exist"),
        NoPlace::BadKey(why) => ApiError::invalid_parameter(format!("Invalid object key: {why}")),
        NoPlace::Failed(why) => ApiError::internal(why),
    }
}

/// What is stored of an image. Its disks must be the caller's to read.
pub fn taken_down(call: &Call, image: &Image) -> Result<StoredImage, ApiError> {
    let view = &call.view;
    let tags = |resource: &str| view.tags(resource).map(|tag| (tag.key.clone(), tag.value.clone())).collect();
    let (mut devices, mut disks) = (Vec::new(), Vec::new());
    for device in &image.block_devices {
        let mut disk = None;
        if let Some(id) = device.snapshot.as_deref() {
            // Whoever may launch an image may not thereby read its disks.
            let snapshot = view.snapshot(id).ok_or_else(|| {
                ApiError::new("InvalidRequest", "You do not have permission to access the storage of this ami")
            })?;
            check_usable(&snapshot)?;
            disk = Some(disks.len());
            disks.push(StoredDisk {
                root: snapshot.root.clone(),
                size_gib: snapshot.volume_size_gib,
                description: snapshot.description.clone(),
                tags: tags(&snapshot.id),
                kms_key: snapshot.kms_key.clone(),
            });
        }
        devices.push(StoredDevice { device: ImageBlockDevice { snapshot: None, ..device.clone() }, disk });
    }
    Ok(StoredImage {
        id: image.id.clone(),
        region: call.region.name().to_owned(),
        owner: image.account.clone(),
        created_ms: image.created_ms,
        stored_ms: call.now_ms,
        name: image.name.clone(),
        description: image.description.clone(),
        architecture: image.architecture,
        boot_mode: image.boot_mode,
        root_device_name: image.root_device_name.clone(),
        ena_support: image.ena_support,
        sriov_net_support: image.sriov_net_support.clone(),
        imds_support: image.imds_support.clone(),
        tpm_support: image.tpm_support.clone(),
        login: image.login.clone(),
        tags: tags(&image.id),
        devices,
        disks,
    })
}

/// An image of what an object says, pending, and its snapshots in the order of the disks. Whoever wrote the object may
/// have written anything, so it is checked as a request is. `name` is that of the request.
pub fn made_of(call: &Call, stored: &StoredImage, name: &str) -> Result<(Image, Vec<Snapshot>), ApiError> {
    if stored.disks.len() > MOST_DISKS {
        return Err(altered("it has too many disks"));
    }
    create_snapshot::description(stored.description.as_deref())?;
    // As what is encrypted under such a key can't be shared, an object of it is of use to its own account only.
    let own = encryption::managed_key(&stored.region, &call.account);
    if stored.disks.iter().filter_map(|disk| disk.kms_key.as_ref()).any(|key| *key != own) {
        return Err(altered("it is encrypted under a key that is not accessible to this account"));
    }
    let encryption = Encryption::of(call)?;
    let id = ImageId::from_random(call.random());
    let snapshots = stored.disks.iter().map(|disk| snapshot_of(call, &encryption, disk));
    let snapshots: Vec<Snapshot> = snapshots.collect::<Result<_, _>>()?;
    let mut block_devices: Vec<ImageBlockDevice> = Vec::with_capacity(stored.devices.len());
    for StoredDevice { device: named, disk } in &stored.devices {
        let snapshot = match disk {
            None => None,
            Some(number) => Some(snapshots.get(*number).ok_or_else(|| altered("a disk of it is not there"))?),
        };
        let known = block_devices.iter().any(|other| device::same(&other.device, &named.device));
        if !device::is_valid(&named.device) || known {
            return Err(altered("its devices have no names of their own"));
        }
        block_devices.push(checked(&encryption, named, snapshot)?);
    }
    let uses = |number: usize| stored.devices.iter().filter(|device| device.disk == Some(number)).count() == 1;
    let is_root = |device: &&ImageBlockDevice| device::same(&device.device, &stored.root_device_name);
    if !(0..snapshots.len()).all(uses) || block_devices.iter().find(is_root).is_none_or(|it| it.snapshot.is_none()) {
        return Err(altered("its devices and its disks contradict each other"));
    }
    let image = Image {
        id,
        account: call.account.clone(),
        created_ms: call.now_ms,
        name: name.to_owned(),
        description: stored.description.clone(),
        owner_alias: None,
        architecture: stored.architecture,
        boot_mode: stored.boot_mode,
        root_device_name: stored.root_device_name.clone(),
        block_devices,
        state: ImageState::Pending,
        public: false,
        shared_with: Vec::new(),
        ena_support: stored.ena_support,
        sriov_net_support: stored.sriov_net_support.clone().filter(|it| it == "simple"),
        imds_support: stored.imds_support.clone().filter(|it| it == "v2.0"),
        tpm_support: stored.tpm_support.clone().filter(|it| it == "v2.0"),
        source_instance: None,
        source_image: Some(stored.id.clone()),
        source_image_region: Some(stored.region.clone()),
        deprecated_ms: None,
        protection: Default::default(),
        login: stored.login.clone(),
        rest: Default::default(),
    };
    Ok((image, snapshots))
}

fn altered(what: &str) -> ApiError {
    ApiError::new("InvalidRequest", format!("The stored image can't be restored: {what}."))
}

fn checked(
    encryption: &Encryption,
    device: &ImageBlockDevice,
    snapshot: Option<&Snapshot>,
) -> Result<ImageBlockDevice, ApiError> {
    if device.virtual_name.is_some() {
        return Ok(ImageBlockDevice {
            device: device.device.clone(),
            virtual_name: device.virtual_name.clone(),
            ..ImageBlockDevice::default()
        });
    }
    // A device without a snapshot says itself whether its volumes are encrypted, and encryption by default is the launch's.
    let asked = Asked { encrypted: Some(device.encrypted && snapshot.is_none()), key: None };
    let kms_key = encryption.without_default().decide(asked, None)?;
    let kind = limits::volume_type(&device.volume_type)?;
    // What follows from the size is not asked for.
    let iops = device.iops.filter(|_| kind.takes_iops()).map(i64::from);
    let resolved =
        limits::resolve(&device.volume_type, device.size_gib.into(), iops, device.throughput_mib.map(i64::from))?;
    if snapshot.is_some_and(|snapshot| resolved.size_gib < snapshot.volume_size_gib) {
        return Err(altered("a volume of it is smaller than its snapshot"));
    }
    Ok(ImageBlockDevice {
        device: device.device.clone(),
        virtual_name: None,
        snapshot: snapshot.map(|snapshot| snapshot.id.clone()),
        size_gib: resolved.size_gib,
        volume_type: resolved.volume_type.to_owned(),
        iops: resolved.iops,
        throughput_mib: resolved.throughput_mib,
        delete_on_termination: device.delete_on_termination,
        encrypted: kms_key.is_some() || snapshot.is_some_and(|snapshot| snapshot.encrypted),
        kms_key,
    })
}

/// What was encrypted stays so, under a key of where it is now, and what was not becomes so where that is the default.
fn snapshot_of(call: &Call, encryption: &Encryption, disk: &StoredDisk) -> Result<Snapshot, ApiError> {
    let asked = Asked { encrypted: disk.kms_key.as_ref().map(|_| true), key: None };
    let kms_key = encryption.decide(asked, None)?;
    Ok(Snapshot {
        encrypted: kms_key.is_some(),
        kms_key,
        // What the object says of it is believed when it has been read.
        root: None,
        ..Snapshot::begun(
            SnapshotId::from_random(call.random()),
            call.account.clone(),
            call.now_ms,
            VolumeId::trusted(NO_VOLUME),
            disk.size_gib,
            create_snapshot::description(Some(&disk.description))?,
        )
    })
}

/// The tags of something that is restored: those of the request, and those that were stored with other keys.
pub fn tags(asked: &[(String, String)], stored: &[(String, String)]) -> Result<TagList, ApiError> {
    let mut all = asked.to_vec();
    let others =
        stored.iter().filter(|(key, _)| !tagging::is_reserved(key) && asked.iter().all(|(known, _)| known != key));
    let others: Vec<_> =
        others.map(|(key, value)| wire::ec2::Tag { key: Some(key.clone()), value: Some(value.clone()) }).collect();
    all.extend(tagging::check(&others)?);
    if all.len() > tagging::MAX_TAGS {
        return Err(tagging::limit_exceeded());
    }
    Ok(all)
}

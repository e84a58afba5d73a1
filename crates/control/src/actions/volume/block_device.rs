//! Block devices: what an image says its instances' disks are, and what a request changes of it.
//! RunInstances makes volumes of the result; CreateImage and RegisterImage follow the same rules.

use std::sync::Arc;

use model::{
    ApiError, SnapshotId,
    records::{Image, ImageBlockDevice, Snapshot, SnapshotState},
};
use wire::ec2;

use super::{device, limits};
use crate::{
    actions::snapshot::tier,
    encryption::{Asked, Encryption},
    lookup,
    view::{AccountView, Row},
};

/// A disk to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDisk {
    pub device: String,
    pub snapshot: Option<SnapshotId>,
    /// Root of the manifest that it begins as; `None` begins as zeros.
    pub origin: Option<String>,
    pub size_gib: u32,
    pub volume_type: String,
    pub iops: Option<u32>,
    pub throughput_mib: Option<u32>,
    pub delete_on_termination: bool,
    /// ARN of the KMS key that it is encrypted under, if it is.
    pub kms_key: Option<String>,
}

/// The disks of a new instance of `image`, the root disk first.
pub fn disks(
    view: &AccountView,
    encryption: &Encryption,
    image: &Image,
    mappings: &[ec2::BlockDeviceMapping],
) -> Result<Vec<NewDisk>, ApiError> {
    let devices = merge(view, Some(image), &image.root_device_name, &image.block_devices, mappings)?;
    let asked_of = |name: &str| {
        let mapping = mappings.iter().find(|it| it.device_name.as_deref().is_some_and(|it| device::same(it, name)));
        let ebs = mapping.and_then(|mapping| mapping.ebs.as_ref());
        ebs.map_or_else(Asked::default, |ebs| Asked::new(ebs.encrypted, ebs.kms_key_id.as_deref()))
    };
    let mut disks = Vec::with_capacity(devices.len());
    for device in devices.into_iter().filter(|device| device.virtual_name.is_none()) {
        let origin = match &device.snapshot {
            None => None,
            Some(id) => Some(usable_snapshot(view, id, Some(image))?),
        };
        let mut asked = asked_of(&device.device);
        if device.encrypted && device.snapshot.is_none() {
            // As its image has it; whoever launches somebody else's image has keys of their own.
            asked.encrypted = Some(true);
        }
        disks.push(NewDisk {
            kms_key: encryption.decide(asked, origin.as_ref())?,
            origin: origin.and_then(|snapshot| snapshot.root.clone()),
            device: device.device,
            snapshot: device.snapshot,
            size_gib: device.size_gib,
            volume_type: device.volume_type,
            iops: device.iops,
            throughput_mib: device.throughput_mib,
            delete_on_termination: device.delete_on_termination,
        });
    }
    Ok(disks)
}

/// What a list of block devices becomes when a request's mappings are laid over it; the root device first. `image` is
/// the one that `base` comes from, if it does.
pub fn merge(
    view: &AccountView,
    image: Option<&Image>,
    root: &str,
    base: &[ImageBlockDevice],
    mappings: &[ec2::BlockDeviceMapping],
) -> Result<Vec<ImageBlockDevice>, ApiError> {
    let mut devices: Vec<ImageBlockDevice> = base.to_vec();
    let mut mentioned: Vec<&str> = Vec::with_capacity(mappings.len());
    for mapping in mappings {
        let name = mapping.device_name.as_deref().filter(|name| !name.is_empty());
        let name = name.ok_or_else(|| ApiError::missing("deviceName"))?;
        if !device::is_valid(name) {
            return Err(invalid(format!("Invalid device name {name}")));
        }
        if mentioned.iter().any(|known| device::same(known, name)) {
            return Err(invalid(format!("The device '{name}' is used in more than one block-device mapping")));
        }
        mentioned.push(name);
        let known = devices.iter().position(|device| device::same(&device.device, name));
        let is_root = device::same(name, root);
        if mapping.no_device.is_some() {
            if is_root {
                return Err(invalid(format!("The root device {name} cannot be suppressed")));
            }
            if let Some(at) = known {
                devices.remove(at);
            }
            continue;
        }
        if mapping.virtual_name.is_some() && mapping.ebs.is_some() {
            return Err(invalid(format!("The mapping of {name} must have either a virtual name or an EBS volume")));
        }
        if mapping.virtual_name.as_deref().is_some_and(|virtual_name| !is_ephemeral(virtual_name)) {
            return Err(invalid(format!("The virtual name of {name} must be ephemeral0 to ephemeral23")));
        }
        let Some(ebs) = &mapping.ebs else {
            match (&mapping.virtual_name, known) {
                (Some(_), _) if is_root => {
                    return Err(invalid(format!("The root device {name} must be an EBS volume")));
                }
                (Some(virtual_name), Some(at)) => devices[at] = instance_store(name, virtual_name),
                (Some(virtual_name), None) => devices.push(instance_store(name, virtual_name)),
                (None, Some(_)) => {}
                (None, None) => return Err(size_or_snapshot()),
            }
            continue;
        };
        let before = known.map(|at| &devices[at]).filter(|device| device.virtual_name.is_none());
        let after = laid_over(view, image, Device { name, is_root, before }, ebs)?;
        match known {
            Some(at) => devices[at] = after,
            None => devices.push(after),
        }
    }
    devices.sort_by_key(|device| !device::same(&device.device, root));
    Ok(devices)
}

/// A device of instance store. Images can name one; no instance type here has any, so no disk is made of it.
fn instance_store(name: &str, virtual_name: &str) -> ImageBlockDevice {
    ImageBlockDevice {
        device: name.to_owned(),
        virtual_name: Some(virtual_name.to_owned()),
        ..ImageBlockDevice::default()
    }
}

/// What a mapping speaks of.
struct Device<'a> {
    name: &'a str,
    is_root: bool,
    before: Option<&'a ImageBlockDevice>,
}

/// One device as the request wants it.
fn laid_over(
    view: &AccountView,
    image: Option<&Image>,
    Device { name, is_root, before }: Device<'_>,
    ebs: &ec2::EbsBlockDevice,
) -> Result<ImageBlockDevice, ApiError> {
    let asked_snapshot = ebs.snapshot_id.as_deref().filter(|id| !id.is_empty());
    let had = before.and_then(|device| device.snapshot.as_deref());
    if is_root && asked_snapshot.is_some() && had.is_some() && asked_snapshot != had {
        return Err(invalid("snapshotId cannot be modified on root device"));
    }
    let snapshot = match asked_snapshot {
        Some(id) if Some(id) != had => Some(usable_snapshot(view, id, None)?),
        _ => None,
    };
    let own = had.and_then(|id| snapshot_for(view, image, id));
    let source = snapshot.as_ref().or(own.as_deref().map(|row| &row.record));
    // Another snapshot's size counts from then on, not that of the image's own.
    let least_gib = match &snapshot {
        Some(snapshot) => Some(snapshot.volume_size_gib),
        None => own.as_ref().map(|snapshot| snapshot.volume_size_gib),
    };
    let default_gib = match &snapshot {
        Some(snapshot) => Some(snapshot.volume_size_gib),
        None => before.map(|device| device.size_gib),
    };
    let size = ebs.volume_size.or(default_gib.map(i64::from)).ok_or_else(size_or_snapshot)?;
    let volume_type = ebs.volume_type.as_deref().filter(|name| !name.is_empty());
    let volume_type = volume_type.or(before.map(|device| device.volume_type.as_str())).unwrap_or(limits::DEFAULT_TYPE);
    let kind = limits::volume_type(volume_type)?;
    // What the image says of IOPS counts for its own type only, and only where the type lets one choose.
    let same_type = before.filter(|device| device.volume_type == kind.name);
    let iops = same_type.filter(|_| kind.takes_iops()).and_then(|device| device.iops);
    let throughput = same_type.filter(|_| kind.takes_throughput()).and_then(|device| device.throughput_mib);
    let resolved = limits::resolve(
        volume_type,
        size,
        ebs.iops.or(iops.map(i64::from)),
        ebs.throughput.or(throughput.map(i64::from)),
    )?;
    if let Some(least) = least_gib.filter(|least| resolved.size_gib < *least) {
        let id = snapshot.as_ref().map(|snapshot| snapshot.id.as_str()).or(had).unwrap_or_default();
        return Err(invalid(format!(
            "Volume of size {size}GB is smaller than snapshot '{id}', expect size>= {least}GB"
        )));
    }
    if is_root && !kind.bootable {
        return Err(invalid(format!("The volume type {} is not supported for the root device {name}", kind.name)));
    }
    let encrypted = match source {
        Some(source) => source.encrypted,
        // Of the image's own device, or of a new one.
        None => ebs.encrypted.unwrap_or_else(|| before.is_some_and(|device| device.encrypted)),
    };
    Ok(ImageBlockDevice {
        device: before.map_or(name, |device| &device.device).to_owned(),
        virtual_name: None,
        snapshot: snapshot.map(|snapshot| snapshot.id).or_else(|| before.and_then(|device| device.snapshot.clone())),
        size_gib: resolved.size_gib,
        volume_type: resolved.volume_type.to_owned(),
        iops: resolved.iops,
        throughput_mib: resolved.throughput_mib,
        delete_on_termination: ebs
            .delete_on_termination
            .unwrap_or_else(|| before.is_none_or(|device| device.delete_on_termination)),
        encrypted,
        kms_key: None,
    })
}

/// A snapshot that volumes can be made of. Those of `image` may be used by whoever may launch it, though they are not
/// shared themselves.
pub fn usable_snapshot(view: &AccountView, id: &str, image: Option<&Image>) -> Result<Snapshot, ApiError> {
    let noun = <Snapshot as lookup::Named>::NOUN;
    noun.check(id)?;
    let snapshot = snapshot_for(view, image, id).ok_or_else(|| noun.not_found(id))?;
    check_usable(&snapshot)?;
    Ok(snapshot.record.clone())
}

fn snapshot_for(view: &AccountView, image: Option<&Image>, id: &str) -> Option<Arc<Row<Snapshot>>> {
    match image {
        Some(image) => view.snapshot_of(image, id),
        None => view.snapshot(id),
    }
}

/// Refuses a snapshot whose content can't be read now.
pub fn check_usable(snapshot: &Snapshot) -> Result<(), ApiError> {
    if snapshot.state != SnapshotState::Completed {
        return Err(not_completed(snapshot));
    }
    if tier::is_archived(snapshot) {
        return Err(ApiError::new(
            "IncorrectState",
            format!("The snapshot {} is archived. Restore it with RestoreSnapshotTier first.", snapshot.id),
        ));
    }
    Ok(())
}

/// The refusal of a snapshot that volumes can't be made of yet.
pub fn not_completed(snapshot: &Snapshot) -> ApiError {
    ApiError::new("IncorrectState", format!("Snapshot is in invalid state - {}", snapshot.state.as_str()))
}

/// What RegisterImage and CreateImage may say of a new device's encryption: that of a snapshot is what it is.
pub fn encryption_of_image(
    encryption: &Encryption,
    mappings: &[ec2::BlockDeviceMapping],
    devices: &mut [ImageBlockDevice],
) -> Result<(), ApiError> {
    for mapping in mappings {
        let (Some(name), Some(ebs)) = (mapping.device_name.as_deref(), &mapping.ebs) else { continue };
        let asked = Asked::new(ebs.encrypted, ebs.kms_key_id.as_deref());
        let Some(device) = devices.iter_mut().find(|it| device::same(&it.device, name)) else { continue };
        if device.snapshot.is_none() {
            // By default counts when volumes are made of it.
            let wanted = Asked { encrypted: Some(asked.encrypted == Some(true)), ..asked };
            device.kms_key = encryption.without_default().decide(wanted, None)?;
            device.encrypted = device.kms_key.is_some();
        } else if !asked.is_nothing() {
            return Err(invalid(format!(
                "the encrypted flag cannot be specified since device {name} has a snapshot specified."
            )));
        }
    }
    Ok(())
}

fn is_ephemeral(virtual_name: &str) -> bool {
    virtual_name.strip_prefix("ephemeral").and_then(|n| n.parse().ok()).is_some_and(|number: u8| number < 24)
}

fn invalid(message: impl Into<String>) -> ApiError {
    ApiError::new("InvalidBlockDeviceMapping", message)
}

fn size_or_snapshot() -> ApiError {
    ApiError::missing("size or snapshotId")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use model::{
        AccountId,
        instance::{Architecture, BootMode},
        records::RegionAccount,
    };

    use super::*;
    use crate::{
        catalog::{QuickStart, RegionCatalog},
        view::View,
    };

    /// A view with one image: 8 GiB of gp3 under /dev/xvda.
    fn view() -> (AccountView, Image) {
        let built = QuickStart {
            name: "tiny".into(),
            description: String::new(),
            digest: "digest".into(),
            architecture: Architecture::X86_64,
            boot_mode: BootMode::LegacyBios,
            root_device_name: "/dev/xvda".into(),
            size_gib: 8,
            root: "root-of-tiny".into(),
            created_ms: 0,
            login: "ec2-user".into(),
        };
        let catalog = RegionCatalog::new("us-east-1", &[built]);
        let image = catalog.images.values().next().unwrap().record.clone();
        (Arc::new(View::default()).as_seen_by(&AccountId::from_number(1), Arc::new(catalog)), image)
    }

    fn mapping(device: &str, change: impl FnOnce(&mut ec2::EbsBlockDevice)) -> ec2::BlockDeviceMapping {
        let mut ebs = ec2::EbsBlockDevice::default();
        change(&mut ebs);
        ec2::BlockDeviceMapping { device_name: Some(device.into()), ebs: Some(ebs), ..Default::default() }
    }

    fn no_device(device: &str) -> ec2::BlockDeviceMapping {
        ec2::BlockDeviceMapping {
            device_name: Some(device.into()),
            no_device: Some(String::new()),
            ..Default::default()
        }
    }

    /// The disks as `device size type iops/throughput [goes with its instance] [of a snapshot]`.
    fn check(mappings: &[ec2::BlockDeviceMapping], want: &[&str]) {
        let (view, image) = view();
        let settings = RegionAccount::new(AccountId::from_number(1), 0);
        let encryption = Encryption::of_settings("us-east-1", &settings);
        let got: Vec<String> = match disks(&view, &encryption, &image, mappings) {
            Err(error) => vec![error.to_string().replace(image.block_devices[0].snapshot.as_deref().unwrap(), "SNAP")],
            Ok(disks) => disks
                .iter()
                .map(|disk| {
                    let goes = if disk.delete_on_termination { " goes" } else { "" };
                    let origin = disk.origin.as_ref().map_or(String::new(), |root| format!(" of {root}"));
                    let (iops, throughput) = (disk.iops.unwrap_or(0), disk.throughput_mib.unwrap_or(0));
                    let sealed = if disk.kms_key.is_some() { " encrypted" } else { "" };
                    let form = format!("{} {} {}", disk.device, disk.size_gib, disk.volume_type);
                    format!("{form} {iops}/{throughput}{goes}{origin}{sealed}")
                })
                .collect(),
        };
        assert_eq!(got, want);
    }

    #[test]
    fn an_image_as_it_is() {
        check(&[], &["/dev/xvda 8 gp3 3000/125 goes of root-of-tiny"]);
    }

    #[test]
    fn mappings_lie_over_the_image() {
        check(
            &[
                mapping("/dev/sdf", |ebs| ebs.volume_size = Some(3)),
                // The name without /dev/ means the same device; what it is called stays.
                mapping("xvda", |ebs| {
                    ebs.volume_size = Some(20);
                    ebs.delete_on_termination = Some(false);
                }),
                no_device("/dev/sdz"),
                ec2::BlockDeviceMapping {
                    device_name: Some("/dev/sdb".into()),
                    virtual_name: Some("ephemeral0".into()),
                    ..Default::default()
                },
            ],
            &["/dev/xvda 20 gp3 3000/125 of root-of-tiny", "/dev/sdf 3 gp2 100/0 goes"],
        );
        // Another type brings its own performance.
        check(
            &[mapping("/dev/xvda", |ebs| ebs.volume_type = Some("gp2".into()))],
            &["/dev/xvda 8 gp2 100/0 goes of root-of-tiny"],
        );
    }

    #[test]
    fn disks_are_encrypted_where_that_is_asked_for() {
        check(
            &[
                mapping("xvda", |ebs| ebs.encrypted = Some(true)),
                mapping("/dev/sdf", |ebs| {
                    ebs.volume_size = Some(1);
                    ebs.encrypted = Some(true);
                    ebs.kms_key_id = Some("alias/aws/ebs".into());
                }),
                mapping("/dev/sdg", |ebs| ebs.volume_size = Some(1)),
            ],
            &[
                "/dev/xvda 8 gp3 3000/125 goes of root-of-tiny encrypted",
                "/dev/sdf 1 gp2 100/0 goes encrypted",
                "/dev/sdg 1 gp2 100/0 goes",
            ],
        );
    }

    #[test]
    fn what_cannot_be_is_refused() {
        for (mappings, want) in [
            (
                vec![mapping("/dev/xvda", |ebs| ebs.volume_size = Some(1))],
                "InvalidBlockDeviceMapping: Volume of size 1GB is smaller than snapshot 'SNAP', expect size>= 8GB",
            ),
            (vec![no_device("xvda")], "InvalidBlockDeviceMapping: The root device xvda cannot be suppressed"),
            (
                vec![mapping("/dev/sdf", |_| ())],
                "MissingParameter: The request must contain the parameter size or snapshotId",
            ),
            (vec![mapping("/dev/nvme0n1", |_| ())], "InvalidBlockDeviceMapping: Invalid device name /dev/nvme0n1"),
            (
                vec![no_device("/dev/sdf"), mapping("sdf", |ebs| ebs.volume_size = Some(1))],
                "InvalidBlockDeviceMapping: The device 'sdf' is used in more than one block-device mapping",
            ),
            (
                vec![mapping("/dev/xvda", |ebs| ebs.snapshot_id = Some("snap-01234567".into()))],
                "InvalidBlockDeviceMapping: snapshotId cannot be modified on root device",
            ),
            (
                vec![mapping("/dev/sdf", |ebs| ebs.snapshot_id = Some("snap-01234567".into()))],
                "InvalidSnapshot.NotFound: The snapshot 'snap-01234567' does not exist.",
            ),
            (
                vec![mapping("/dev/xvda", |ebs| ebs.kms_key_id = Some("alias/aws/ebs".into()))],
                "InvalidParameterDependency: The parameter KmsKeyId requires the parameter Encrypted to be set.",
            ),
            (
                vec![mapping("/dev/xvda", |ebs| {
                    ebs.volume_type = Some("sc1".into());
                    ebs.volume_size = Some(125);
                })],
                "InvalidBlockDeviceMapping: The volume type sc1 is not supported for the root device /dev/xvda",
            ),
        ] {
            check(&mappings, &[want]);
        }
    }
}

//! RegisterImage: an image of snapshots that are there already.

use model::{
    ApiError, ImageId,
    instance::{Architecture, BootMode},
    records::{Image, ImageBlockDevice, ImageState, Snapshot},
};
use wire::ec2;

use super::name;
use crate::{
    action::{Action, Call, Output, Plan},
    actions::{
        snapshot::create_snapshot,
        volume::{block_device, device},
    },
    edit::Edit,
    encryption::Encryption,
    tagging::TagsToSet,
};

pub struct RegisterImage;

/// The root device when the request names none.
const DEFAULT_ROOT: &str = "/dev/sda1";

impl Action for RegisterImage {
    type Input = ec2::RegisterImageRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let name = name::check(input.name.as_deref())?;
        let tags = TagsToSet::parse(&input.tag_specifications, &["image"])?;
        let architecture = architecture(input)?;
        let root = input.root_device_name.as_deref().filter(|root| !root.is_empty()).unwrap_or(DEFAULT_ROOT);
        if !device::is_valid(root) {
            return Err(ApiError::new("InvalidBlockDeviceMapping", format!("Invalid device name {root}")));
        }
        let mut block_devices = block_device::merge(&call.view, None, root, &[], &input.block_device_mappings)?;
        let encryption = Encryption::of(call)?;
        block_device::encryption_of_image(&encryption, &input.block_device_mappings, &mut block_devices)?;
        check_root(root, &block_devices)?;
        let image = Image {
            id: ImageId::from_random(call.random()),
            account: call.account.clone(),
            created_ms: call.now_ms,
            name: name.to_owned(),
            description: description(input.description.as_deref())?,
            owner_alias: None,
            architecture,
            boot_mode: boot_mode(input, architecture)?,
            root_device_name: root.to_owned(),
            block_devices,
            state: ImageState::Available,
            public: false,
            shared_with: Vec::new(),
            ena_support: input.ena_support.unwrap_or(false),
            sriov_net_support: sriov(input.sriov_net_support.as_deref())?,
            imds_support: input.imds_support.clone(),
            tpm_support: None,
            source_instance: None,
            source_image: None,
            source_image_region: None,
            deprecated_ms: None,
            protection: Default::default(),
            login: None,
            rest: Default::default(),
        };
        let mut edit = Edit::new();
        keep_snapshots(call, &mut edit, &image)?;
        super::add(call, &mut edit, &image, tags.of("image"))?;
        let id = image.id.to_string();
        Plan::change(edit, move |_| Ok(ec2::RegisterImageResult { image_id: Some(id) }))
    }
}

/// A description that a caller sent; an empty one is none.
pub(super) fn description(text: Option<&str>) -> Result<Option<String>, ApiError> {
    Ok(Some(create_snapshot::description(text)?).filter(|text| !text.is_empty()))
}

/// The snapshots must be the caller's own, and none of them may be deleted meanwhile.
pub(super) fn keep_snapshots(call: &Call, edit: &mut Edit, image: &Image) -> Result<(), ApiError> {
    for id in image.block_devices.iter().filter_map(|device| device.snapshot.as_deref()) {
        let snapshot = call.view.get::<Snapshot>(id).ok_or_else(|| ApiError {
            status: 403,
            code: "AuthFailure".into(),
            message: format!("Not authorized for snapshot:{id}"),
        })?;
        edit.alive(&snapshot);
    }
    Ok(())
}

fn check_root(root: &str, devices: &[ImageBlockDevice]) -> Result<(), ApiError> {
    match devices.iter().find(|known| device::same(&known.device, root)) {
        Some(known) if known.snapshot.is_some() => Ok(()),
        _ => Err(ApiError::new(
            "InvalidBlockDeviceMapping",
            format!("A snapshot must be specified for the root device {root}"),
        )),
    }
}

fn architecture(input: &ec2::RegisterImageRequest) -> Result<Architecture, ApiError> {
    if input.virtualization_type.as_deref().is_some_and(|kind| kind != "hvm") {
        return Err(ApiError::unsupported("Only images of VirtualizationType 'hvm' are supported."));
    }
    let name = input.architecture.as_deref().unwrap_or("i386");
    Architecture::parse(name)
        .ok_or_else(|| ApiError::unsupported(format!("Images of architecture '{name}' are not supported.")))
}

fn boot_mode(input: &ec2::RegisterImageRequest, architecture: Architecture) -> Result<Option<BootMode>, ApiError> {
    let mode = input.boot_mode.as_deref().and_then(BootMode::parse);
    if architecture == Architecture::Arm64 && mode.is_some_and(|mode| mode != BootMode::Uefi) {
        return Err(ApiError::combination("The boot mode of an arm64 image must be 'uefi'."));
    }
    Ok(mode)
}

fn sriov(text: Option<&str>) -> Result<Option<String>, ApiError> {
    match text {
        None | Some("simple") => Ok(text.map(str::to_owned)),
        Some(other) => Err(ApiError::invalid_value("sriovNetSupport", other, "It must be 'simple'.")),
    }
}

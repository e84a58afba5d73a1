//! CreateImage: an image of an instance, with a snapshot of each of its disks. Pending until all of them are complete.

use std::sync::Arc;

use model::{
    ApiError, ImageId,
    instance::InstanceState,
    records::{Image, ImageBlockDevice, ImageState, Instance, Volume},
};
use wire::ec2;

use super::{name, register_image};
use crate::{
    action::{Action, Call, Output, Plan},
    actions::{
        snapshot::{
            create_snapshot,
            take::{self, Subject},
        },
        volume::{attach::ROOT_SLOT, block_device, device},
    },
    edit::Edit,
    encryption::Encryption,
    lookup,
    tagging::TagsToSet,
    view::Row,
};

pub struct CreateImage;

impl Action for CreateImage {
    type Input = ec2::CreateImageRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let name = name::check(input.name.as_deref())?;
        let instance = lookup::required::<Instance>(&call.view, "InstanceId", input.instance_id.as_deref())?;
        let tags = TagsToSet::parse(&input.tag_specifications, &["image", "snapshot"])?;
        let running = is_running(call, &instance)?;
        create_snapshot::check_quota(call)?;

        let source = call.view.image(&instance.image);
        let mut image = Image {
            id: ImageId::from_random(call.random()),
            account: call.account.clone(),
            created_ms: call.now_ms,
            name: name.to_owned(),
            description: register_image::description(input.description.as_deref())?,
            owner_alias: None,
            architecture: instance.architecture,
            boot_mode: instance.boot_mode,
            root_device_name: instance.root_device_name.clone(),
            block_devices: Vec::new(),
            state: ImageState::Pending,
            public: false,
            shared_with: Vec::new(),
            ena_support: source.as_ref().is_none_or(|source| source.ena_support),
            sriov_net_support: source.as_ref().and_then(|source| source.sriov_net_support.clone()),
            imds_support: source.as_ref().and_then(|source| source.imds_support.clone()),
            tpm_support: source.as_ref().and_then(|source| source.tpm_support.clone()),
            source_instance: Some(instance.id.clone()),
            source_image: Some(instance.image.clone()),
            source_image_region: Some(call.region.name().to_owned()),
            deprecated_ms: None,
            protection: Default::default(),
            login: source.as_ref().and_then(|source| source.login.clone()),
            rest: Default::default(),
        };
        let disks = disks(call, &instance)?;
        // New devices of snapshots that are there already; those must be the caller's own.
        let (of_disks, new): (Vec<_>, Vec<_>) =
            input.block_device_mappings.iter().cloned().partition(|mapping| disk_of(&disks, mapping).is_some());
        let mut new_devices = block_device::merge(&call.view, None, &instance.root_device_name, &[], &new)?;
        block_device::encryption_of_image(&Encryption::of(call)?, &new, &mut new_devices)?;
        let mut edit = Edit::new();
        image.block_devices = new_devices;
        register_image::keep_snapshots(call, &mut edit, &image)?;

        let reboot = (running && input.no_reboot != Some(true)).then_some(instance.reboot_generation + 1);
        let (mut devices, mut subjects) = (Vec::with_capacity(disks.len()), Vec::with_capacity(disks.len()));
        for disk in &disks {
            let mapping = of_disks.iter().find(|mapping| is_of(disk, mapping));
            let Some(device) = device(disk, mapping)? else { continue };
            let description = format!("Created by CreateImage({}) for {}", instance.id, image.id);
            devices.push(device);
            subjects.push(Subject { volume: disk, description, tags: tags.of("snapshot") });
        }
        let snapshots = take::take_together(call, &mut edit, subjects, reboot)?;
        let made: Vec<_> = snapshots.into_iter().map(|snapshot| snapshot.id).collect();
        for (device, snapshot) in devices.iter_mut().zip(&made) {
            device.snapshot = Some(snapshot.clone());
        }
        devices.append(&mut image.block_devices);
        image.block_devices = devices;
        super::add(call, &mut edit, &image, tags.of("image"))?;

        match reboot {
            Some(generation) => {
                let mut after = instance.record.clone();
                after.reboot_generation = generation;
                edit.update(&instance, &after);
            }
            None => edit.alive(&instance),
        }
        let id = image.id.to_string();
        let plan = Plan::change(edit, move |_| Ok(ec2::CreateImageResult { image_id: Some(id) }))?;
        // A guest takes longer to go down than a caller would wait.
        Ok(if reboot.is_some() { plan } else { plan.and_wait(call, move |view| take::have_moment(view, &made)) })
    }
}

/// Whether the instance runs; in other states than running and stopped there is no image to be had of it.
fn is_running(call: &Call, instance: &Instance) -> Result<bool, ApiError> {
    match call.view.state(instance) {
        InstanceState::Stopped => Ok(false),
        InstanceState::Running => Ok(true),
        state => Err(ApiError::new(
            "IncorrectInstanceState",
            format!(
                "Instance '{}' is '{}'; an image can be made of a 'running' or 'stopped' one.",
                instance.id,
                state.name()
            ),
        )),
    }
}

/// The instance's disks, the root disk first.
fn disks(call: &Call, instance: &Instance) -> Result<Vec<Arc<Row<Volume>>>, ApiError> {
    let slot = |volume: &Volume| volume.attachment.as_ref().map(|attachment| attachment.slot);
    let mut disks: Vec<_> = call.view.find::<Volume>("instance", &instance.id).cloned().collect();
    disks.sort_by_key(|volume| slot(volume));
    if disks.first().is_none_or(|volume| slot(volume) != Some(ROOT_SLOT)) {
        return Err(ApiError::new(
            "IncorrectInstanceState",
            format!(
                "Instance '{}' does not have a volume attached at root ({})",
                instance.id, instance.root_device_name
            ),
        ));
    }
    Ok(disks)
}

fn is_of(disk: &Volume, mapping: &ec2::BlockDeviceMapping) -> bool {
    let attached = disk.attachment.as_ref().map(|attachment| attachment.device.as_str());
    attached.zip(mapping.device_name.as_deref()).is_some_and(|(one, other)| device::same(one, other))
}

fn disk_of<'a>(disks: &'a [Arc<Row<Volume>>], mapping: &ec2::BlockDeviceMapping) -> Option<&'a Arc<Row<Volume>>> {
    disks.iter().find(|disk| is_of(disk, mapping))
}

/// What the image says of one of the instance's disks; `None` if it is to be left out. Only whether it goes with its
/// instance can be said anew.
fn device(volume: &Volume, mapping: Option<&ec2::BlockDeviceMapping>) -> Result<Option<ImageBlockDevice>, ApiError> {
    let Some(attachment) = &volume.attachment else { return Ok(None) };
    let refused = |what: &str| {
        ApiError::new("InvalidBlockDeviceMapping", format!("{what} of device {} can't be changed", attachment.device))
    };
    if mapping.is_some_and(|mapping| mapping.no_device.is_some() || mapping.virtual_name.is_some()) {
        if attachment.slot == ROOT_SLOT {
            return Err(ApiError::new(
                "InvalidBlockDeviceMapping",
                format!("The root device {} cannot be suppressed", attachment.device),
            ));
        }
        return Ok(None);
    }
    let form = crate::actions::volume::form(volume);
    let ebs = mapping.and_then(|mapping| mapping.ebs.as_ref());
    if let Some(ebs) = ebs {
        // What an encrypted volume is a snapshot of is encrypted, also where the request says otherwise.
        if ebs.encrypted == Some(true) && !volume.encrypted
            || ebs.kms_key_id.as_deref().is_some_and(|it| !it.is_empty())
        {
            return Err(refused("The encryption"));
        }
        if ebs.volume_size.is_some_and(|gib| gib != i64::from(volume.size_gib)) {
            return Err(refused("The size"));
        }
        if ebs.volume_type.as_deref().is_some_and(|name| name != form.volume_type) {
            return Err(refused("The volume type"));
        }
        if ebs.snapshot_id.as_deref().is_some_and(|id| Some(id) != volume.snapshot.as_deref()) {
            return Err(refused("The snapshot"));
        }
        let changes = |asked: Option<i64>, has: Option<u32>| asked.is_some() && asked != has.map(i64::from);
        if changes(ebs.iops, form.iops) || changes(ebs.throughput, form.throughput_mib) {
            return Err(refused("The performance"));
        }
    }
    Ok(Some(ImageBlockDevice {
        device: attachment.device.clone(),
        virtual_name: None,
        snapshot: None,
        // As its snapshot has it.
        size_gib: volume.size_gib,
        volume_type: form.volume_type.to_owned(),
        iops: form.iops,
        throughput_mib: form.throughput_mib,
        delete_on_termination: ebs
            .and_then(|ebs| ebs.delete_on_termination)
            .unwrap_or(attachment.delete_on_termination),
        encrypted: volume.encrypted,
        kms_key: None,
    }))
}

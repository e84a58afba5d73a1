//! ImportImage: disks that were made elsewhere become an image. A task does it; the answer is the task.

use model::{
    ApiError,
    ids::id_text,
    instance::{Architecture, BootMode},
    records::{ImportDisk, ImportPlace, ImportState, ImportTask, ImportedImage, Snapshot},
};
use wire::ec2;

use super::{IMAGE_TASK, describe_import_image_tasks::shown, place::Container};
use crate::{
    action::{Action, Call, Output, Plan},
    actions::{snapshot::create_snapshot::description, volume::device},
    edit::Edit,
    encryption::{Asked, Encryption},
    lookup,
    tagging::TagsToSet,
};

pub struct ImportImage;

/// Disks of one image; EC2 takes 21 volumes.
const MOST_DISKS: usize = 21;
/// The device of the first disk when the request names none.
const ROOT: &str = "/dev/sda1";

impl Action for ImportImage {
    type Input = ec2::ImportImageRequest;
    const TOKEN: bool = true;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        if input.disk_containers.is_empty() {
            return Err(ApiError::missing("DiskContainers"));
        }
        if input.disk_containers.len() > MOST_DISKS {
            return Err(ApiError::invalid_parameter(format!("An image has at most {MOST_DISKS} disks.")));
        }
        let name = input.architecture.as_deref().unwrap_or("x86_64");
        let architecture = Architecture::parse(name)
            .ok_or_else(|| ApiError::invalid_value("architecture", name, "It must be i386, x86_64 or arm64."))?;
        let boot_mode = match input.boot_mode.as_deref() {
            None => None,
            Some(mode) => Some(BootMode::parse(mode).ok_or_else(|| {
                ApiError::invalid_value("bootMode", mode, "It must be legacy-bios, uefi or uefi-preferred.")
            })?),
        };
        if architecture == Architecture::Arm64 && boot_mode.is_some_and(|mode| mode != BootMode::Uefi) {
            return Err(ApiError::combination("The boot mode of an arm64 image must be 'uefi'."));
        }
        match input.platform.as_deref() {
            None | Some("Linux") => {}
            Some(other) => return Err(ApiError::unsupported(format!("The platform '{other}' is not supported."))),
        }
        let tags = TagsToSet::parse(&input.tag_specifications, &["import-image-task"])?;
        let mut disks = Vec::with_capacity(input.disk_containers.len());
        let mut edit = Edit::new();
        for container in &input.disk_containers {
            disks.push(disk(call, &mut edit, container, &disks)?);
        }
        let asked = Asked::new(input.encrypted, input.kms_key_id.as_deref());
        let encryption = Encryption::of(call)?;
        let kms_key = encryption.decide(asked, None)?;
        if !asked.is_nothing() && disks.iter().any(|disk| disk.snapshot.is_some()) {
            return Err(ApiError::combination(
                "A snapshot that is there already stays as it is: copy it with CopySnapshot to encrypt it.",
            ));
        }
        super::check_quota(call)?;
        let task = ImportTask {
            id: id_text(IMAGE_TASK, call.random()),
            account: call.account.clone(),
            created_ms: call.now_ms,
            description: Some(description(input.description.as_deref())?).filter(|text| !text.is_empty()),
            state: ImportState::Active,
            progress: 0,
            message: "pending".into(),
            disks,
            image: Some(ImportedImage { architecture, boot_mode, platform: input.platform.clone(), id: None }),
            kms_key,
            tags: tags.of("import-image-task").to_vec(),
            rest: Default::default(),
        };
        edit.create(&task);
        for (key, value) in &task.tags {
            edit.tag(&task.account, &task.id, "import-image-task", key, value);
        }
        let id = task.id.clone();
        Plan::make(edit, vec![id.clone()], move |view| answer(view, &id))
    }

    fn repeat(call: &Call, ids: &[String]) -> Result<Output<Self>, ApiError> {
        answer(&call.view, &ids[0])
    }
}

fn disk(
    call: &Call,
    edit: &mut Edit,
    container: &ec2::ImageDiskContainer,
    before: &[ImportDisk],
) -> Result<ImportDisk, ApiError> {
    let asked = Container {
        url: container.url.as_deref(),
        bucket: container.user_bucket.as_ref(),
        snapshot: container.snapshot_id.as_deref(),
        format: container.format.as_deref(),
    };
    let place = asked.place(call)?;
    let mut known = None;
    let format = match &place {
        ImportPlace::Snapshot(id) => {
            let snapshot = lookup::one::<Snapshot>(&call.view, id)?;
            edit.alive(&snapshot);
            known = Some(snapshot.id.clone());
            String::new()
        }
        ImportPlace::Url(_) | ImportPlace::Bucket { .. } => asked.format()?,
    };
    let device = match container.device_name.as_deref().filter(|name| !name.is_empty()) {
        Some(name) if !device::is_valid(name) => {
            return Err(ApiError::invalid_parameter(format!("Invalid device name {name}")));
        }
        Some(name) => name.to_owned(),
        None => default_device(before.len()),
    };
    if before.iter().filter_map(|disk| disk.device.as_deref()).any(|other| device::same(other, &device)) {
        return Err(ApiError::invalid_parameter(format!("The device {device} is named twice.")));
    }
    Ok(ImportDisk {
        place,
        format,
        description: container.description.clone(),
        device: Some(device),
        snapshot: known,
        size_bytes: None,
    })
}

/// `/dev/sda1`, then `/dev/sdf` and so on, as AWS recommends for data disks.
fn default_device(number: usize) -> String {
    match number {
        0 => ROOT.to_owned(),
        n => format!("/dev/sd{}", char::from(b'e' + u8::try_from(n).unwrap_or(1))),
    }
}

fn answer(view: &crate::view::AccountView, id: &str) -> Result<ec2::ImportImageResult, ApiError> {
    let task = super::task(view, &[IMAGE_TASK], id)?;
    let shown = shown(view, &task);
    Ok(ec2::ImportImageResult {
        architecture: shown.architecture,
        description: shown.description,
        image_id: shown.image_id,
        import_task_id: shown.import_task_id,
        license_type: shown.license_type,
        platform: shown.platform,
        progress: shown.progress,
        snapshot_details: shown.snapshot_details,
        status: shown.status,
        status_message: shown.status_message,
        encrypted: shown.encrypted,
        kms_key_id: shown.kms_key_id,
        tags: shown.tags,
        ..ec2::ImportImageResult::default()
    })
}

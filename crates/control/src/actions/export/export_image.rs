//! ExportImage: an image's disk is written as an object that other machines take. A task does it; the answer is the task.

use std::any::Any;

use model::{
    ApiError,
    ids::id_text,
    records::{ExportFormat, ExportTask, Image, ImageState, ImportState, Snapshot},
};
use wire::ec2;

use crate::{
    action::{Action, Call, Gather, Output, Plan},
    actions::{snapshot::create_snapshot, volume::block_device::check_usable},
    edit::Edit,
    exchange::{NoPlace, Presence},
    lookup::{self, Named},
    tagging::{self, TagsToSet},
    view::AccountView,
};

pub struct ExportImage;

/// What an AWS account grants to the service under this name unless it names another.
const ROLE: &str = "vmimport";
/// Exports of one account that may be under way at a time.
const AT_A_TIME: usize = 5;

/// How the place looked before anything was decided; `None` where there is no place.
type Looked = Option<Result<Presence, NoPlace>>;

impl Action for ExportImage {
    type Input = ec2::ExportImageRequest;
    const TOKEN: bool = true;

    fn gather(call: &Call, input: &Self::Input) -> Option<Gather> {
        let exchange = call.cloud.settings.exchange.clone();
        let location = input.s3_export_location.clone().unwrap_or_default();
        Some(Box::pin(async move {
            let look = move || -> Looked {
                // The task's own name, which is not known yet, adds nothing that could lead elsewhere.
                let key = format!("{}x", location.s3_prefix.as_deref().unwrap_or_default());
                Some(exchange?.look(location.s3_bucket.as_deref()?, &key))
            };
            let looked = tokio::task::spawn_blocking(look).await.map_err(ApiError::internal)?;
            Ok(Box::new(looked) as Box<dyn Any + Send + Sync>)
        }))
    }

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let format = input.disk_image_format.as_deref().filter(|format| !format.is_empty());
        let format = format.ok_or_else(|| ApiError::missing("DiskImageFormat"))?;
        let image =
            input.image_id.as_deref().filter(|id| !id.is_empty()).ok_or_else(|| ApiError::missing("ImageId"))?;
        let location = input.s3_export_location.as_ref().ok_or_else(|| ApiError::missing("S3ExportLocation"))?;
        let bucket = location.s3_bucket.clone().filter(|bucket| !bucket.is_empty());
        let bucket = bucket.ok_or_else(|| ApiError::missing("S3Bucket"))?;
        let format = ExportFormat::parse(format)
            .ok_or_else(|| ApiError::invalid_value("diskImageFormat", format, "It must be VMDK, RAW or VHD."))?;
        let tags = TagsToSet::parse(&input.tag_specifications, &["export-image-task"])?;
        let description = create_snapshot::description(input.description.as_deref())?;
        let image = lookup::one::<Image>(&call.view, image)?;
        let disk = disk(&call.view, &image)?;
        check_place(call.prepared::<Looked>(), &bucket)?;
        check_quota(call)?;
        let task = ExportTask {
            id: id_text(ExportTask::NOUN.prefix, call.random()),
            account: call.account.clone(),
            created_ms: call.now_ms,
            description: Some(description).filter(|text| !text.is_empty()),
            image: image.id.clone(),
            format,
            bucket,
            prefix: location.s3_prefix.clone().filter(|prefix| !prefix.is_empty()),
            role_name: input.role_name.clone(),
            state: ImportState::Active,
            progress: 0,
            message: "pending".into(),
            root: disk.root,
            size_gib: disk.volume_size_gib,
            rest: Default::default(),
        };
        let mut edit = Edit::new();
        edit.create(&task);
        // Its content is named by the task from now on; until then neither may go.
        edit.alive(&image);
        tags.set(&mut edit, &call.account, &task.id, "export-image-task");
        let id = task.id;
        Plan::make(edit, vec![id.clone()], move |view| answer(view, &id))
    }

    fn repeat(call: &Call, ids: &[String]) -> Result<Output<Self>, ApiError> {
        answer(&call.view, &ids[0])
    }
}

/// The snapshot of the image's one disk, if the image may be exported.
fn disk(view: &AccountView, image: &Image) -> Result<Snapshot, ApiError> {
    let refused = |why: &str| ApiError::new("NotExportable", format!("The image ID provided ({}) {why}", image.id));
    if image.account != *view.account() {
        // Sharing an image is not giving its disks away, and those that a cloud begins with are AWS's Quick Start images.
        return Err(refused("is not owned by the caller and is not exportable."));
    }
    if image.state != ImageState::Available {
        return Err(ApiError::new(
            "InvalidAMIID.Unavailable",
            format!("The image id '{}' is in state '{}'", image.id, image.state.as_str()),
        ));
    }
    let mut volumes = image.block_devices.iter().filter(|device| device.virtual_name.is_none());
    let (Some(only), None) = (volumes.next(), volumes.next()) else {
        return Err(refused("has more than one EBS volume and is not exportable."));
    };
    let snapshot = only.snapshot.as_deref().and_then(|id| view.snapshot_of(image, id));
    let snapshot = snapshot.ok_or_else(|| refused("has no snapshot of its volume and is not exportable."))?;
    if only.encrypted || snapshot.encrypted {
        return Err(refused("contains an encrypted EBS snapshot and is not exportable."));
    }
    check_usable(&snapshot)?;
    Ok(snapshot.record.clone())
}

fn check_place(looked: &Looked, bucket: &str) -> Result<(), ApiError> {
    match looked {
        None => Err(ApiError::unsupported(
            "This cloud keeps no disks, so none can be exported: it runs on the simulated host.",
        )),
        Some(Ok(_)) => Ok(()),
        Some(Err(NoPlace::NoBucket)) => Err(ApiError::new(
            "InvalidParameter",
            format!(
                "Insufficient permissions - please verify bucket ownership and write permissions on the bucket. Bucket: {bucket}"
            ),
        )),
        Some(Err(NoPlace::BadKey(why))) => {
            Err(ApiError::new("InvalidParameter", format!("Invalid S3 export location: {why}")))
        }
        Some(Err(NoPlace::Failed(why))) => Err(ApiError::internal(why)),
    }
}

/// Refuses one more task than may be under way at a time.
fn check_quota(call: &Call) -> Result<(), ApiError> {
    if call.view.list::<ExportTask>().filter(|task| task.is_under_way()).count() < AT_A_TIME {
        return Ok(());
    }
    Err(ApiError::new("ResourceLimitExceeded", format!("At most {AT_A_TIME} export tasks can be under way at a time.")))
}

fn answer(view: &AccountView, id: &str) -> Result<ec2::ExportImageResult, ApiError> {
    let task = view.made::<ExportTask>(id)?;
    let shown = super::shown(view, &task);
    Ok(ec2::ExportImageResult {
        description: shown.description,
        disk_image_format: Some(task.format.as_str().into()),
        export_image_task_id: shown.export_image_task_id,
        image_id: shown.image_id,
        role_name: Some(task.role_name.clone().unwrap_or_else(|| ROLE.into())),
        progress: shown.progress,
        s3_export_location: shown.s3_export_location,
        status: shown.status,
        status_message: shown.status_message,
        tags: tagging::shown(view, id),
    })
}

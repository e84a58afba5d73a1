//! CreateStoreImageTask: an image is stored as one object of a bucket. A task does it; the answer is the object's key.

use std::any::Any;

use model::{
    ApiError,
    ids::id_text,
    records::{Image, ImageState, StoreState, StoreTask},
};
use wire::ec2;

use super::stored;
use crate::{
    action::{Action, Call, Gather, Output, Plan},
    edit::Edit,
    exchange::{NoPlace, Presence},
    lookup,
};

pub struct CreateStoreImageTask;

/// EC2's limit of an image's size.
const MOST_GIB: u64 = 5000;

/// How the place looked before anything was decided; `None` where there are no buckets.
type Looked = Option<Result<Presence, NoPlace>>;

impl Action for CreateStoreImageTask {
    type Input = ec2::CreateStoreImageTaskRequest;

    fn gather(call: &Call, input: &Self::Input) -> Option<Gather> {
        let exchange = call.cloud.settings.exchange.clone();
        let (bucket, image) = (input.bucket.clone(), input.image_id.clone());
        Some(Box::pin(async move {
            let look = move || -> Looked { Some(exchange?.look(&bucket?, &format!("{}.bin", image?))) };
            let looked = tokio::task::spawn_blocking(look).await.map_err(ApiError::internal)?;
            Ok(Box::new(looked) as Box<dyn Any + Send + Sync>)
        }))
    }

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let bucket = input.bucket.as_deref().filter(|bucket| !bucket.is_empty());
        let bucket = bucket.ok_or_else(|| ApiError::missing("Bucket"))?;
        let image = lookup::required::<Image>(&call.view, "ImageId", input.image_id.as_deref())?;
        if image.state != ImageState::Available {
            return Err(super::unavailable(&image));
        }
        let taken_down = stored::taken_down(call, &image)?;
        let size_gib: u64 = taken_down.disks.iter().map(|disk| u64::from(disk.size_gib)).sum();
        if size_gib > MOST_GIB {
            return Err(ApiError::new(
                "InvalidRequest",
                format!("The image {} is of {size_gib} GB; at most {MOST_GIB} GB can be stored.", image.id),
            ));
        }
        let key = stored::key(&image.id);
        let exists = || {
            let message = format!("The object {key} exists already in the bucket {bucket}.");
            Err(ApiError::new("InvalidRequest", message))
        };
        match call.prepared::<Looked>() {
            None => return Err(stored::no_buckets()),
            Some(Err(place)) => return Err(stored::no_place(place)),
            Some(Ok(Presence::There)) => return exists(),
            Some(Ok(Presence::Absent)) => {}
        }
        let task = StoreTask {
            id: id_text("store", call.random()),
            account: call.account.clone(),
            created_ms: call.now_ms,
            bucket: bucket.to_owned(),
            key: key.clone(),
            state: StoreState::InProgress,
            progress: 0,
            problem: None,
            image: taken_down,
            rest: Default::default(),
        };
        if call.view.is_being_stored(&task.bucket, &task.key) {
            return exists();
        }
        let mut edit = Edit::new();
        edit.create(&task);
        stored::claim(&mut edit, &task);
        if image.revision > 0 {
            // Its content is named by the task from now on; until then none of it may go.
            edit.alive(&image);
        }
        Plan::change(edit, move |_| Ok(ec2::CreateStoreImageTaskResult { object_key: Some(key) }))
    }
}

//! CreateRestoreImageTask: a stored image becomes an image again, with an id and snapshots of its own. It is pending until
//! a controller has read and verified all of the object.

use std::any::Any;

use model::{ApiError, records::RestoreTask};
use wire::ec2;

use super::{name, stored};
use crate::{
    action::{Action, Call, Gather, Output, Plan},
    actions::snapshot::{create_snapshot, take},
    edit::Edit,
    exchange::{NoPlace, StoredFound},
    tagging::TagsToSet,
};

pub struct CreateRestoreImageTask;

/// What was found before anything was decided; `None` where there are no buckets.
type Looked = Option<Result<StoredFound, NoPlace>>;

impl Action for CreateRestoreImageTask {
    type Input = ec2::CreateRestoreImageTaskRequest;

    fn gather(call: &Call, input: &Self::Input) -> Option<Gather> {
        let exchange = call.cloud.settings.exchange.clone();
        let (bucket, key) = (input.bucket.clone(), input.object_key.clone());
        Some(Box::pin(async move {
            let look = move || -> Looked { Some(exchange?.stored_image(&bucket?, &key?)) };
            let looked = tokio::task::spawn_blocking(look).await.map_err(ApiError::internal)?;
            Ok(Box::new(looked) as Box<dyn Any + Send + Sync>)
        }))
    }

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let given = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
        let bucket = given(&input.bucket).ok_or_else(|| ApiError::missing("Bucket"))?;
        let key = given(&input.object_key).ok_or_else(|| ApiError::missing("ObjectKey"))?;
        let asked = input.name.as_deref().map(|name| name::check(Some(name))).transpose()?;
        let set = TagsToSet::parse(&input.tag_specifications, &["image", "snapshot"])?;
        let found = match call.prepared::<Looked>() {
            None => return Err(stored::no_buckets()),
            Some(Err(place)) => return Err(stored::no_place(place)),
            Some(Ok(StoredFound::Nothing)) => {
                return Err(ApiError::new("NoSuchKey", format!("The specified key does not exist: {key}")));
            }
            Some(Ok(StoredFound::Unusable(why))) => {
                return Err(ApiError::new(
                    "InvalidRequest",
                    format!("The object {key} in the bucket {bucket} can't be restored: {why}"),
                ));
            }
            Some(Ok(StoredFound::Image(found))) => found,
        };
        create_snapshot::check_quota(call)?;
        let name = name::check(Some(asked.unwrap_or(&found.name)))?;
        let (image, snapshots) = stored::made_of(call, found, name)?;
        let mut edit = Edit::new();
        for (snapshot, disk) in snapshots.iter().zip(&found.disks) {
            take::add(&mut edit, snapshot, &stored::tags(set.of("snapshot"), &disk.tags)?);
        }
        edit.create(&RestoreTask {
            image: image.id.clone(),
            account: call.account.clone(),
            created_ms: call.now_ms,
            bucket,
            key,
            kms_keys: snapshots.iter().map(|snapshot| snapshot.kms_key.clone()).collect(),
            snapshots: snapshots.into_iter().map(|snapshot| snapshot.id).collect(),
            rest: Default::default(),
        });
        super::add(call, &mut edit, &image, &stored::tags(set.of("image"), &found.tags)?)?;
        let id = image.id.to_string();
        Plan::change(edit, move |_| Ok(ec2::CreateRestoreImageTaskResult { image_id: Some(id) }))
    }
}

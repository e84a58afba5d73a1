//! CopyImage, also from another region: a new image of copied snapshots. Pending until controllers have completed
//! those.

use std::any::Any;

use model::{
    ApiError, ImageId,
    records::{Image, ImageState, Snapshot},
};
use wire::ec2;

use super::{allowed, name, register_image};
use crate::{
    action::{Action, Call, Gather, Output, Plan},
    actions::snapshot::{copy_snapshot, create_snapshot, take},
    edit::Edit,
    encryption::Asked,
    lookup,
    tagging::{self, TagList, TagsToSet},
};

pub struct CopyImage;

/// What the source's region said of it.
struct Source {
    image: Image,
    snapshots: Vec<Snapshot>,
    tags: TagList,
}

impl Action for CopyImage {
    type Input = ec2::CopyImageRequest;
    const TOKEN: bool = true;

    fn gather(call: &Call, input: &Self::Input) -> Option<Gather> {
        let (cloud, account) = (call.cloud.clone(), call.account.clone());
        let (region, id, now_ms) = (input.source_region.clone(), input.source_image_id.clone(), call.now_ms);
        Some(Box::pin(async move {
            let view = copy_snapshot::source_view(&cloud, &account, region.as_deref()).await?;
            let image = lookup::required::<Image>(&view, "SourceImageId", id.as_deref())?;
            if !allowed::exists_in(&view, &image, now_ms) {
                return Err(super::not_found(&image.id));
            }
            if image.state != ImageState::Available {
                return Err(super::unavailable(&image));
            }
            let mut snapshots = Vec::new();
            for id in image.block_devices.iter().filter_map(|device| device.snapshot.as_deref()) {
                // Whoever may launch an image may not thereby read its disks.
                let snapshot = view.snapshot(id).ok_or_else(|| {
                    ApiError::new("InvalidRequest", "You do not have permission to access the storage of this ami")
                })?;
                snapshots.push(snapshot.record.clone());
            }
            let tags = view.tags(&image.id).map(|tag| (tag.key.clone(), tag.value.clone())).collect();
            let source = Source { image: image.record.clone(), snapshots, tags };
            Ok(Box::new(source) as Box<dyn Any + Send + Sync>)
        }))
    }

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let name = name::check(input.name.as_deref())?;
        let tags = TagsToSet::parse(&input.tag_specifications, &["image", "snapshot"])?;
        let source: &Source = call.prepared();
        create_snapshot::check_quota(call)?;
        let mut image = Image {
            id: ImageId::from_random(call.random()),
            account: call.account.clone(),
            created_ms: call.now_ms,
            name: name.to_owned(),
            description: register_image::description(input.description.as_deref())?,
            owner_alias: None,
            state: ImageState::Pending,
            public: false,
            shared_with: Vec::new(),
            source_instance: None,
            source_image: Some(source.image.id.clone()),
            source_image_region: input.source_region.clone(),
            deprecated_ms: None,
            protection: Default::default(),
            ..source.image.clone()
        };
        let mut edit = Edit::new();
        for device in &mut image.block_devices {
            let Some(id) = &device.snapshot else { continue };
            let of = source.snapshots.iter().find(|snapshot| snapshot.id == *id);
            let of = of.ok_or_else(|| ApiError::internal("a gathered image lacks a snapshot"))?;
            let description = format!(
                "Copied for DestinationAmi {} from SourceAmi {} for SourceSnapshot {id}.",
                image.id, source.image.id
            );
            let asked = Asked::new(input.encrypted, input.kms_key_id.as_deref());
            if asked.encrypted == Some(false) && of.encrypted {
                return Err(ApiError::new(
                    "InvalidRequest",
                    format!(
                        "Snapshot {id} is encrypted. Creating unencrypted copy from an encrypted snapshot is not supported."
                    ),
                ));
            }
            let copy = copy_snapshot::copy_of(call, of, asked, description)?;
            take::add(&mut edit, &copy, tags.of("snapshot"));
            device.encrypted = copy.encrypted;
            device.snapshot = Some(copy.id);
        }
        super::add(call, &mut edit, &image, &image_tags(input, source, &tags)?)?;
        let id = image.id.to_string();
        Plan::make(edit, vec![id.clone()], move |_| Ok(ec2::CopyImageResult { image_id: Some(id) }))
    }

    fn repeat(_call: &Call, ids: &[String]) -> Result<Output<Self>, ApiError> {
        Ok(ec2::CopyImageResult { image_id: ids.first().cloned() })
    }
}

/// The tags of the copy: those of the request, and of the source's if they are to be copied those with other keys.
fn image_tags(input: &ec2::CopyImageRequest, source: &Source, tags: &TagsToSet) -> Result<TagList, ApiError> {
    let mut all = tags.of("image").to_vec();
    if input.copy_image_tags == Some(true) {
        let known: Vec<_> = all.iter().map(|(key, _)| key.clone()).collect();
        all.extend(source.tags.iter().filter(|(key, _)| !known.contains(key)).cloned());
    }
    if all.len() > tagging::MAX_TAGS {
        return Err(tagging::limit_exceeded());
    }
    Ok(all)
}

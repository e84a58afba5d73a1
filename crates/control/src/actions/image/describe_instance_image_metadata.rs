//! DescribeInstanceImageMetadata: instances and what is known of the images that they were launched from.

use std::sync::Arc;

use model::{
    ApiError,
    filters::FilterSpec,
    records::{Image, Instance},
};
use wire::{Timestamp, ec2};

use super::allowed;
use crate::{
    action::{Action, Call, Output, Plan},
    actions::instance::shown_state,
    listing::{self, Asked, Item},
    tagging,
    view::Row,
};

pub struct DescribeInstanceImageMetadata;

impl<'a> Item<'a, Instance> {
    fn image(&self) -> Option<Arc<Row<Image>>> {
        self.call.view.image(&self.row.image)
    }

    const IMAGE_METADATA_FILTERS: &'a [FilterSpec<Self>] = &[
        FilterSpec::field("availability-zone", |i, values| values.text(&i.row.zone)),
        FilterSpec::field("instance-id", |i, values| values.text(&*i.row.id)),
        FilterSpec::field("image-allowed", |i, values| {
            i.image().into_iter().for_each(|image| values.flag(allowed::shown(i.call, &image).unwrap_or(true)));
        }),
        FilterSpec::field("instance-state-name", |i, values| values.text(i.call.view.state(i.row).name())),
        FilterSpec::field("instance-type", |i, values| values.text(&i.row.instance_type)),
        FilterSpec::field("launch-time", |i, values| values.show(Timestamp(i.row.started_ms))),
        FilterSpec::field("operator.managed", |_, values| values.flag(false)),
        FilterSpec::never("operator.principal"),
        FilterSpec::field("owner-alias", |i, values| {
            values.maybe(i.image().and_then(|image| image.owner_alias.clone()));
        }),
        FilterSpec::field("owner-id", |i, values| values.text(&*i.row.account)),
        FilterSpec::tags(|i, tags| i.tags(tags)),
        FilterSpec::field("zone-id", |i, values| {
            values.maybe(i.call.region.facts.zone(&i.row.zone).map(|zone| zone.id));
        }),
    ];
}

impl Action for DescribeInstanceImageMetadata {
    type Input = ec2::DescribeInstanceImageMetadataRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked =
            Asked::new(&input.instance_ids, "instancesSet", &input.filters, input.max_results, &input.next_token);
        let table = Item::<Instance>::IMAGE_METADATA_FILTERS;
        let (instances, next_token) = listing::own(call, "DescribeInstanceImageMetadata", &asked, table, &[])?;
        Ok(Plan::Answer(ec2::DescribeInstanceImageMetadataResult {
            instance_image_metadata: instances.iter().map(|instance| shown(call, instance)).collect(),
            next_token,
        }))
    }
}

fn shown(call: &Call, instance: &Instance) -> ec2::InstanceImageMetadata {
    let image = call.view.image(&instance.image);
    ec2::InstanceImageMetadata {
        instance_id: Some(instance.id.to_string()),
        instance_type: Some(instance.instance_type.clone()),
        launch_time: Some(Timestamp(instance.started_ms)),
        availability_zone: Some(instance.zone.clone()),
        zone_id: call.region.facts.zone(&instance.zone).map(|zone| zone.id.to_owned()),
        state: Some(shown_state(call.view.state(instance))),
        owner_id: Some(instance.account.to_string()),
        tags: tagging::shown(&call.view, &instance.id),
        image_metadata: Some(match image {
            Some(image) => metadata(call, &image),
            // Deregistered or no longer shared: the caller is told what its instance remembers.
            None => ec2::ImageMetadata {
                image_id: Some(instance.image.to_string()),
                name: Some(instance.image_name.clone()),
                ..ec2::ImageMetadata::default()
            },
        }),
        operator: Some(ec2::OperatorResponse { managed: Some(false), ..ec2::OperatorResponse::default() }),
    }
}

fn metadata(call: &Call, image: &Image) -> ec2::ImageMetadata {
    ec2::ImageMetadata {
        image_id: Some(image.id.to_string()),
        name: Some(image.name.clone()),
        owner_id: Some(image.account.to_string()),
        state: Some(image.state.as_str().to_owned()),
        image_owner_alias: image.owner_alias.clone(),
        creation_date: Some(Timestamp(image.created_ms).to_string()),
        deprecation_time: image.deprecated_ms.map(|at| Timestamp(at).to_string()),
        image_allowed: allowed::shown(call, image),
        is_public: Some(image.public),
    }
}

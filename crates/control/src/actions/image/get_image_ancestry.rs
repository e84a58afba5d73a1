//! GetImageAncestry: what an image was made of, back to the first one, as far as the caller sees those.

use std::any::Any;

use model::{ApiError, records::Image};
use wire::{Timestamp, ec2};

use super::allowed;
use crate::{
    action::{Action, Call, Gather, Output, Plan},
    actions::snapshot::copy_snapshot::source_view,
    lookup,
};

pub struct GetImageAncestry;

/// Longer chains are cut. No image can be its own ancestor, so this only bounds the work of one request.
const MOST: usize = 100;

impl Action for GetImageAncestry {
    type Input = ec2::GetImageAncestryRequest;

    fn gather(call: &Call, input: &Self::Input) -> Option<Gather> {
        let id = input.image_id.as_deref();
        let first = lookup::required::<Image>(&call.view, "ImageId", id);
        // Settings of the caller's are looked at in the region of the request only, as EC2 does.
        let first = first.and_then(|image| match allowed::exists(call, &image) {
            true => Ok(image),
            false => Err(super::not_found(&image.id)),
        });
        let (cloud, account, home) = (call.cloud.clone(), call.account.clone(), call.view.clone());
        let home_region = call.region.name().to_owned();
        Some(Box::pin(async move {
            let mut chain = vec![first?];
            let mut region = home_region.clone();
            while chain.len() < MOST {
                let last = &chain[chain.len() - 1];
                let Some(parent) = &last.source_image else { break };
                region = last.source_image_region.clone().unwrap_or(region);
                let found = match region == home_region {
                    true => home.image(parent),
                    false => source_view(&cloud, &account, Some(&region)).await?.image(parent),
                };
                // One that is gone, or no longer shared, ends what can be told.
                let Some(parent) = found else { break };
                chain.push(parent);
            }
            let chain: Vec<ec2::ImageAncestryEntry> = chain.iter().map(|image| shown(image)).collect();
            Ok(Box::new(chain) as Box<dyn Any + Send + Sync>)
        }))
    }

    fn plan(call: &Call, _input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let chain: &Vec<ec2::ImageAncestryEntry> = call.prepared();
        Ok(Plan::Answer(ec2::GetImageAncestryResult { image_ancestry_entries: chain.clone() }))
    }
}

fn shown(image: &Image) -> ec2::ImageAncestryEntry {
    ec2::ImageAncestryEntry {
        creation_date: Some(Timestamp(image.created_ms)),
        image_id: Some(image.id.to_string()),
        image_owner_alias: image.owner_alias.clone(),
        source_image_id: image.source_image.as_ref().map(ToString::to_string),
        source_image_region: image.source_image_region.clone(),
    }
}

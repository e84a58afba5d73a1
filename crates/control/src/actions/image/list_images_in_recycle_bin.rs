//! ListImagesInRecycleBin: images that were deregistered and can be restored.

use model::{
    ApiError,
    records::{BinnedImage, Image},
};
use wire::{Timestamp, ec2};

use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
    lookup::Named,
    recycle_bin,
};

pub struct ListImagesInRecycleBin;

impl Action for ListImagesInRecycleBin {
    type Input = ec2::ListImagesInRecycleBinRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked::new(&input.image_ids, "imageIdSet", &[], input.max_results, &input.next_token);
        let page = asked.page(call, "ListImagesInRecycleBin")?;
        let found = recycle_bin::listed::<BinnedImage>(call, &input.image_ids, &Image::NOUN, |row| row.exit_ms)?;
        let (images, next_token) = page.take(call, found.iter());
        let shown = |binned: &BinnedImage| ec2::ImageRecycleBinInfo {
            image_id: Some(binned.id.to_string()),
            name: Some(binned.image.name.clone()),
            description: binned.image.description.clone(),
            recycle_bin_enter_time: Some(Timestamp(binned.entered_ms)),
            recycle_bin_exit_time: Some(Timestamp(binned.exit_ms)),
        };
        Ok(Plan::Answer(ec2::ListImagesInRecycleBinResult {
            images: images.iter().map(|row| shown(row)).collect(),
            next_token,
        }))
    }
}

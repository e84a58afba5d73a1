//! RestoreImageFromRecycleBin: a deregistered image is there again, with its id, its name and its tags.

use model::{
    ApiError,
    records::{BinnedImage, DeregisteredImage, Image, Snapshot},
};
use wire::ec2;

use super::register_image;
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    lookup::Named,
    recycle_bin,
};

pub struct RestoreImageFromRecycleBin;

impl Action for RestoreImageFromRecycleBin {
    type Input = ec2::RestoreImageFromRecycleBinRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let id = input.image_id.as_deref();
        let binned = recycle_bin::one::<BinnedImage>(call, "ImageId", id, &Image::NOUN, |row| row.exit_ms)?;
        let image = &binned.image;
        // Its snapshots were not kept with it. Those that are in the recycle bin too must be restored first.
        for id in image.block_devices.iter().filter_map(|device| device.snapshot.as_deref()) {
            if call.view.get::<Snapshot>(id).is_none() {
                return Err(Snapshot::NOUN.not_found(id));
            }
        }
        let mut edit = Edit::new();
        edit.delete(&binned);
        edit.remove(DeregisteredImage::key_of(&binned.id));
        register_image::keep_snapshots(call, &mut edit, image)?;
        super::add(call, &mut edit, image, &binned.tags)?;
        Plan::change(edit, |_| Ok(ec2::RestoreImageFromRecycleBinResult { return_: Some(true) }))
    }
}

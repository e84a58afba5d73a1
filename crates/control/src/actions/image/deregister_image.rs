//! DeregisterImage: no more launches of it; instances go on, and its snapshots stay unless they are to go with it.

use model::{
    ApiError,
    records::{BinnedImage, DeregisteredImage, Image, ImageState, ImageUse, Retained, Snapshot},
};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    actions::snapshot::{delete_snapshot, lock},
    edit::Edit,
    recycle_bin,
};

pub struct DeregisterImage;

impl Action for DeregisterImage {
    type Input = ec2::DeregisterImageRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let image = super::own(&call.view, input.image_id.as_deref())?;
        if image.protection.holds(call.now_ms) {
            return Err(ApiError::new(
                "OperationNotPermitted",
                format!("The image {} is protected against deregistration.", image.id),
            ));
        }
        let mut edit = Edit::new();
        super::delete(call, &mut edit, &image);
        edit.put_json(
            DeregisteredImage::key_of(&image.id),
            &DeregisteredImage { image: image.id.clone(), account: image.account.clone(), created_ms: call.now_ms },
        );
        match recycle_bin::exit_ms(call, Retained::Images, &image.id) {
            Some(exit_ms) if !matches!(image.state, ImageState::Pending | ImageState::Failed) => {
                edit.create(&BinnedImage {
                    id: image.id.clone(),
                    account: image.account.clone(),
                    created_ms: image.created_ms,
                    image: image.record.clone(),
                    tags: recycle_bin::tags(&call.view, &image.id),
                    entered_ms: call.now_ms,
                    exit_ms,
                    rest: Default::default(),
                });
            }
            _ => edit.remove(ImageUse::key_of(&image.id)),
        }
        let mut results = Vec::new();
        if input.delete_associated_snapshots == Some(true) {
            delete_snapshots(call, &mut edit, &image, &mut results);
        }
        Plan::change(edit, move |_| {
            Ok(ec2::DeregisterImageResult { return_: Some(true), delete_snapshot_results: results })
        })
    }
}

/// Deletes the image's snapshots that are the caller's own and that no other image uses.
fn delete_snapshots(call: &Call, edit: &mut Edit, image: &Image, results: &mut Vec<ec2::DeleteSnapshotReturnCode>) {
    for id in image.block_devices.iter().filter_map(|device| device.snapshot.as_deref()) {
        let used = call.view.find::<Image>("snapshot", id).any(|other| other.id != image.id);
        let code = match call.view.get::<Snapshot>(id) {
            None => "missing-permissions",
            Some(_) if used => "skipped",
            Some(snapshot) if lock::holds(&snapshot, call.now_ms) => "client-error",
            Some(snapshot) => {
                delete_snapshot::delete(call, edit, &snapshot);
                // No other image may begin to use it meanwhile.
                edit.unchanged(format!("child/{id}/"), call.view.revision());
                "success"
            }
        };
        results.push(ec2::DeleteSnapshotReturnCode {
            snapshot_id: Some(id.to_owned()),
            return_code: Some(code.to_owned()),
        });
    }
}

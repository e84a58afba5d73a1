//! ModifyVolumeAttribute: whether a volume is written to again by itself after its content became doubtful.

use model::{ApiError, records::Volume};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    lookup,
};

pub struct ModifyVolumeAttribute;

impl Action for ModifyVolumeAttribute {
    type Input = ec2::ModifyVolumeAttributeRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let volume = lookup::required::<Volume>(&call.view, "VolumeId", input.volume_id.as_deref())?;
        let wanted = input.auto_enable_io.as_ref().and_then(|attribute| attribute.value);
        let wanted = wanted.ok_or_else(|| ApiError::missing("AutoEnableIO"))?;
        let mut edit = Edit::new();
        if volume.auto_enable_io != wanted {
            let mut after = volume.record.clone();
            after.auto_enable_io = wanted;
            edit.update(&volume, &after);
        }
        Plan::change(edit, |_| Ok(ec2::ModifyVolumeAttributeResult {}))
    }
}

//! EnableVolumeIO: a volume whose content became doubtful can be read and written again. None ever becomes so here, so all
//! are enabled already.

use model::{ApiError, records::Volume};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    lookup,
};

pub struct EnableVolumeIO;

impl Action for EnableVolumeIO {
    type Input = ec2::EnableVolumeIORequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        lookup::required::<Volume>(&call.view, "VolumeId", input.volume_id.as_deref())?;
        Plan::change(Edit::new(), |_| Ok(ec2::EnableVolumeIOResult {}))
    }
}

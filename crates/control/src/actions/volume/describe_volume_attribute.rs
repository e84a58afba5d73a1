//! DescribeVolumeAttribute.

use model::{ApiError, records::Volume};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    lookup,
};

pub struct DescribeVolumeAttribute;

impl Action for DescribeVolumeAttribute {
    type Input = ec2::DescribeVolumeAttributeRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let volume = lookup::required::<Volume>(&call.view, "VolumeId", input.volume_id.as_deref())?;
        let mut shown = ec2::DescribeVolumeAttributeResult {
            volume_id: Some(volume.id.to_string()),
            ..ec2::DescribeVolumeAttributeResult::default()
        };
        match input.attribute.as_deref() {
            None => return Err(ApiError::missing("attribute")),
            Some("productCodes") => shown.product_codes = Some(Vec::new()),
            Some(_) => {
                shown.auto_enable_io = Some(ec2::AttributeBooleanValue { value: Some(volume.auto_enable_io) });
            }
        }
        Ok(Plan::Answer(shown))
    }
}

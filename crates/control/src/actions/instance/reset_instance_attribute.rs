//! ResetInstanceAttribute: sourceDestCheck back to true. Kernels and RAM disks there are none.

use model::{
    ApiError,
    records::{Instance, NetworkInterface},
};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    lookup,
};

pub struct ResetInstanceAttribute;

impl Action for ResetInstanceAttribute {
    type Input = ec2::ResetInstanceAttributeRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let instance = lookup::required::<Instance>(&call.view, "InstanceId", input.instance_id.as_deref())?;
        let mut edit = Edit::new();
        match input.attribute.as_deref().ok_or_else(|| ApiError::missing("Attribute"))? {
            "sourceDestCheck" => {
                for interface in call.view.find::<NetworkInterface>("instance", &instance.id) {
                    let after = NetworkInterface { source_dest_check: true, ..interface.record.clone() };
                    edit.update(interface, &after);
                }
            }
            "kernel" | "ramdisk" => {
                return Err(ApiError::unsupported(
                    "Images are whole disks; there are no separate kernels and RAM disks.",
                ));
            }
            other => return Err(ApiError::invalid_value("attribute", other, "Unknown attribute.")),
        }
        Plan::change(edit, |_| Ok(Default::default()))
    }
}

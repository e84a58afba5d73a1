//! ReleaseAddress: refused while the address is associated.

use model::{ApiError, records::Address};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    actions::network_interface::allocate::public_claim,
    edit::Edit,
    lookup, tagging,
};

pub struct ReleaseAddress;

impl Action for ReleaseAddress {
    type Input = ec2::ReleaseAddressRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        match (&input.allocation_id, &input.public_ip) {
            (Some(_), Some(_)) => {
                return Err(ApiError::combination(
                    "You may specify public IP or allocation id, but not both in the same call",
                ));
            }
            (None, Some(_)) => {
                return Err(ApiError::invalid_parameter(
                    "You must specify an allocation id when releasing a VPC elastic IP address",
                ));
            }
            (_, None) => {}
        }
        super::check_border_group(call, input.network_border_group.as_deref())?;
        let address = lookup::required::<Address>(&call.view, "AllocationId", input.allocation_id.as_deref())?;
        if address.association.is_some() {
            return Err(ApiError::new("InvalidIPAddress.InUse", format!("Address {} is in use.", address.public)));
        }
        let mut edit = Edit::new();
        edit.release(&public_claim(address.public));
        tagging::remove_all(&mut edit, &call.view, &address.id);
        edit.delete(&address);
        Plan::change(edit, |_| Ok(ec2::ReleaseAddressResult {}))
    }
}

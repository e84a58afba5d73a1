//! DescribeAddressTransfers: no address is on its way to another account.

use model::{ApiError, records::Address};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    listing::Asked,
    lookup,
};

pub struct DescribeAddressTransfers;

impl Action for DescribeAddressTransfers {
    type Input = ec2::DescribeAddressTransfersRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        lookup::many::<Address>(&call.view, &input.allocation_ids)?;
        let asked = Asked::new(&input.allocation_ids, "allocationIdSet", &[], input.max_results, &input.next_token);
        asked.page(call, "DescribeAddressTransfers")?;
        Ok(Plan::Answer(Default::default()))
    }
}

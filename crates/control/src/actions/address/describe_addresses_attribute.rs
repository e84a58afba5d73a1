//! DescribeAddressesAttribute: the reverse names of addresses, of which there are none.

use model::{ApiError, records::Address};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    listing::{self, Asked},
};

pub struct DescribeAddressesAttribute;

impl Action for DescribeAddressesAttribute {
    type Input = ec2::DescribeAddressesAttributeRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked {
            limits: 1..=1000,
            ..Asked::new(&input.allocation_ids, "allocationIds", &[], input.max_results, &input.next_token)
        };
        let (addresses, next_token) = listing::own::<Address>(call, "DescribeAddressesAttribute", &asked, &[], &[])?;
        let attribute = |address: &Address| ec2::AddressAttribute {
            public_ip: Some(address.public.to_string()),
            allocation_id: Some(address.id.to_string()),
            ..ec2::AddressAttribute::default()
        };
        Ok(Plan::Answer(ec2::DescribeAddressesAttributeResult {
            addresses: addresses.iter().map(|address| attribute(address)).collect(),
            next_token,
        }))
    }
}

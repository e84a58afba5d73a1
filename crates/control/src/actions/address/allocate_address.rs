//! AllocateAddress: a public address of the region's pool that stays the account's until it is released.

use model::{AllocationId, ApiError, limits, records::Address};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    actions::{network_interface::allocate::pick_public, quota},
    edit::Edit,
    tagging::TagsToSet,
};

pub struct AllocateAddress;

impl Action for AllocateAddress {
    type Input = ec2::AllocateAddressRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let tags = TagsToSet::parse(&input.tag_specifications, &["elastic-ip"])?;
        let group = call.region.facts.network_border_group();
        super::check_border_group(call, input.network_border_group.as_deref())?;
        let mut edit = Edit::new();
        quota::per_region::<Address>(call, &mut edit, limits::ADDRESSES, "AddressLimitExceeded", "addresses")?;
        let address = Address {
            id: AllocationId::from_random(call.random()),
            account: call.account.clone(),
            created_ms: call.now_ms,
            public: pick_public(call, &mut edit)?,
            association: None,
            rest: Default::default(),
        };
        edit.create(&address);
        tags.set(&mut edit, &call.account, &address.id, "elastic-ip");
        Plan::change(edit, move |_| {
            Ok(ec2::AllocateAddressResult {
                allocation_id: Some(address.id.to_string()),
                public_ipv4_pool: Some("amazon".into()),
                network_border_group: Some(group.into()),
                domain: Some("vpc".into()),
                public_ip: Some(address.public.to_string()),
                ..ec2::AllocateAddressResult::default()
            })
        })
    }
}

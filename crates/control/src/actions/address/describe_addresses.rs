//! DescribeAddresses. It has no pages.

use std::sync::Arc;

use model::{
    ApiError,
    filters::FilterSpec,
    records::{Address, NetworkInterface},
};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    listing::{self, Asked, Item},
    view::Row,
};

pub struct DescribeAddresses;

impl<'a> Item<'a, Address> {
    const FILTERS: &'a [FilterSpec<Self>] = &[
        FilterSpec::field("allocation-id", |address, values| values.text(&*address.row.id)),
        FilterSpec::field("association-id", |address, values| {
            values.maybe(address.row.association.as_ref().map(|association| association.id.as_str()));
        }),
        FilterSpec::field("domain", |_, values| values.text("vpc")),
        FilterSpec::field("instance-id", |address, values| {
            let attachment = address.interface().and_then(|interface| interface.attachment.as_ref());
            values.maybe(attachment.map(|attachment| attachment.instance.as_str()));
        }),
        FilterSpec::field("network-border-group", |address, values| {
            values.text(address.call.region.facts.network_border_group());
        }),
        FilterSpec::field("network-interface-id", |address, values| {
            values.maybe(address.row.association.as_ref().map(|association| association.interface.as_str()));
        }),
        FilterSpec::field("network-interface-owner-id", |address, values| {
            values.maybe(address.interface().map(|interface| interface.account.as_str()));
        }),
        FilterSpec::field("private-ip-address", |address, values| {
            address.row.association.iter().for_each(|association| values.show(association.private));
        }),
        FilterSpec::field("public-ip", |address, values| values.show(address.row.public)),
        FilterSpec::tags(|address, tags| address.tags(tags)),
    ];

    fn interface(&self) -> Option<&'a Arc<Row<NetworkInterface>>> {
        self.call.view.held(&self.row.association.as_ref()?.interface)
    }
}

/// Filters that are indexes too.
const INDEXED: &[(&str, &str)] =
    &[("public-ip", "public"), ("association-id", "association"), ("network-interface-id", "interface")];

impl Action for DescribeAddresses {
    type Input = ec2::DescribeAddressesRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let named = input.public_ips.iter().map(|public| super::by_public(&call.view, public));
        let named = named.collect::<Result<Vec<_>, _>>()?;
        let asked = Asked::new(&input.allocation_ids, "allocationIdSet", &input.filters, None, &None);
        let (mut addresses, _) = listing::own(call, "DescribeAddresses", &asked, Item::<Address>::FILTERS, INDEXED)?;
        if !named.is_empty() {
            addresses.retain(|address| named.iter().any(|known| known.id == address.id));
        }
        let region = call.region.facts;
        Ok(Plan::Answer(ec2::DescribeAddressesResult {
            addresses: addresses.iter().map(|address| super::shown(&call.view, region, address)).collect(),
        }))
    }
}

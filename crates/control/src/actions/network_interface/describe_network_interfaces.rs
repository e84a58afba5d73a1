//! DescribeNetworkInterfaces.

use model::{
    ApiError,
    filters::FilterSpec,
    records::{InterfaceAttachment, NetworkInterface, PublicAssociation, SecurityGroup},
};
use wire::{Timestamp, ec2};

use super::{Naming, ip_owner, status};
use crate::{
    action::{Action, Call, Output, Plan},
    listing::{self, Asked, Item},
};

pub struct DescribeNetworkInterfaces;

impl<'a> Item<'a, NetworkInterface> {
    const FILTERS: &'a [FilterSpec<Self>] = &[
        FilterSpec::field("addresses.association.owner-id", |eni, values| {
            eni.associations().for_each(|public| values.text(ip_owner(eni.row, public)));
        }),
        FilterSpec::field("addresses.association.public-ip", |eni, values| {
            eni.associations().for_each(|public| values.show(public.public));
        }),
        FilterSpec::field("addresses.primary", |eni, values| {
            values.flag(true);
            if eni.row.addresses.len() > 1 {
                values.flag(false);
            }
        }),
        FilterSpec::field("addresses.private-ip-address", |eni, values| {
            eni.row.addresses.iter().for_each(|address| values.show(address.private));
        }),
        FilterSpec::field("association.allocation-id", |eni, values| {
            values.each(eni.associations().filter_map(|public| public.allocation.as_deref()));
        }),
        FilterSpec::field("association.association-id", |eni, values| {
            values.each(eni.associations().filter_map(|public| public.association.as_deref()));
        }),
        FilterSpec::field("association.ip-owner-id", |eni, values| {
            eni.associations().for_each(|public| values.text(ip_owner(eni.row, public)));
        }),
        FilterSpec::field("association.public-dns-name", |eni, values| {
            eni.associations().for_each(|public| values.maybe(eni.naming().public(public)));
        }),
        FilterSpec::field("association.public-ip", |eni, values| {
            eni.associations().for_each(|public| values.show(public.public));
        }),
        FilterSpec::field("attachment.attach-time", |eni, values| {
            eni.attachment().for_each(|attachment| values.show(Timestamp(attachment.attached_ms)));
        }),
        FilterSpec::field("attachment.attachment-id", |eni, values| {
            values.each(eni.attachment().map(|attachment| attachment.id.as_str()));
        }),
        FilterSpec::field("attachment.delete-on-termination", |eni, values| {
            eni.attachment().for_each(|attachment| values.flag(attachment.delete_on_termination));
        }),
        FilterSpec::field("attachment.device-index", |eni, values| {
            eni.attachment().for_each(|attachment| values.show(attachment.device_index));
        }),
        FilterSpec::field("attachment.instance-id", |eni, values| {
            values.each(eni.attachment().map(|attachment| attachment.instance.as_str()));
        }),
        FilterSpec::field("attachment.instance-owner-id", |eni, values| {
            values.each(eni.attachment().map(|_| eni.row.account.as_str()));
        }),
        FilterSpec::field("attachment.network-card-index", |eni, values| {
            eni.attachment().for_each(|attachment| values.show(attachment.network_card_index));
        }),
        FilterSpec::field("attachment.status", |eni, values| values.each(eni.attachment().map(|_| "attached"))),
        FilterSpec::field("availability-zone", |eni, values| values.text(&eni.row.zone)),
        FilterSpec::field("availability-zone-id", |eni, values| {
            values.maybe(eni.call.region.facts.zone(&eni.row.zone).map(|zone| zone.id));
        }),
        FilterSpec::field("description", |eni, values| values.text(&eni.row.description)),
        FilterSpec::field("group-id", |eni, values| values.each(eni.row.groups.iter().map(|id| id.as_str()))),
        FilterSpec::field("group-name", |eni, values| {
            let groups = eni.row.groups.iter().filter_map(|id| eni.call.view.held::<SecurityGroup>(id));
            values.each(groups.map(|group| &group.name));
        }),
        FilterSpec::field("interface-type", |_, values| values.text("interface")),
        FilterSpec::never("ipv6-addresses.ipv6-address"),
        FilterSpec::field("mac-address", |eni, values| values.text(&eni.row.mac)),
        FilterSpec::field("network-interface-id", |eni, values| values.text(&*eni.row.id)),
        FilterSpec::field("operator.managed", |_, values| values.flag(false)),
        FilterSpec::never("operator.principal"),
        FilterSpec::field("owner-id", |eni, values| values.text(&*eni.row.account)),
        FilterSpec::field("private-dns-name", |eni, values| values.maybe(eni.naming().private(eni.row.primary()))),
        FilterSpec::field("private-ip-address", |eni, values| values.show(eni.row.primary().private)),
        FilterSpec::never("requester-id"),
        FilterSpec::field("requester-managed", |_, values| values.flag(false)),
        FilterSpec::field("source-dest-check", |eni, values| values.flag(eni.row.source_dest_check)),
        FilterSpec::field("status", |eni, values| values.text(status(eni.row))),
        FilterSpec::field("subnet-id", |eni, values| values.text(&*eni.row.subnet)),
        FilterSpec::field("vpc-id", |eni, values| values.text(&*eni.row.vpc)),
        FilterSpec::tags(|eni, tags| eni.tags(tags)),
    ];

    fn associations(&self) -> impl Iterator<Item = &'a PublicAssociation> {
        self.row.addresses.iter().filter_map(|address| address.association.as_ref())
    }

    fn attachment(&self) -> impl Iterator<Item = &'a InterfaceAttachment> {
        self.row.attachment.iter()
    }

    fn naming(&self) -> Naming<'a> {
        Naming::of(&self.call.view, self.call.region.facts, self.row)
    }
}

/// Filters that are indexes too.
const INDEXED: &[(&str, &str)] = &[
    ("attachment.instance-id", "instance"),
    ("subnet-id", "subnet"),
    ("group-id", "group"),
    ("private-ip-address", "address"),
    ("addresses.private-ip-address", "address"),
    ("association.public-ip", "public-address"),
    ("addresses.association.public-ip", "public-address"),
    ("vpc-id", "vpc"),
];

impl Action for DescribeNetworkInterfaces {
    type Input = ec2::DescribeNetworkInterfacesRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked::new(
            &input.network_interface_ids,
            "networkInterfaceIdSet",
            &input.filters,
            input.max_results,
            &input.next_token,
        );
        let filters = Item::<NetworkInterface>::FILTERS;
        let (interfaces, next_token) = listing::own(call, "DescribeNetworkInterfaces", &asked, filters, INDEXED)?;
        let region = call.region.facts;
        Ok(Plan::Answer(ec2::DescribeNetworkInterfacesResult {
            network_interfaces: interfaces.iter().map(|eni| super::shown(&call.view, region, eni)).collect(),
            next_token,
        }))
    }
}

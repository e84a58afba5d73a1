//! DescribeNetworkAcls.

use ipnet::IpNet;
use model::{
    ApiError,
    filters::{FilterSpec, Values},
    records::{NetworkAcl, Subnet},
};
use wire::ec2;

use super::action;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::{self, Asked, Item},
};

pub struct DescribeNetworkAcls;

impl<'a> Item<'a, NetworkAcl> {
    const FILTERS: &'a [FilterSpec<Self>] = &[
        FilterSpec::field("association.association-id", |acl, values| {
            values.each(acl.subnets().map(|subnet| subnet.network_acl_association.as_str()));
        }),
        FilterSpec::field("association.network-acl-id", |acl, values| {
            values.each(acl.subnets().map(|subnet| subnet.network_acl.as_str()));
        }),
        FilterSpec::field("association.subnet-id", |acl, values| {
            values.each(acl.subnets().map(|subnet| subnet.id.as_str()));
        }),
        FilterSpec::field("default", |acl, values| values.flag(acl.row.is_default)),
        FilterSpec::field("entry.cidr", |acl, values| {
            let blocks = acl.row.entries.iter().filter(|entry| matches!(entry.cidr, IpNet::V4(_)));
            blocks.for_each(|entry| values.show(entry.cidr));
        }),
        FilterSpec::field("entry.egress", |acl, values| {
            acl.row.entries.iter().for_each(|entry| values.flag(entry.egress));
        }),
        FilterSpec::field("entry.icmp.code", |acl, values| {
            acl.row.entries.iter().filter_map(|entry| entry.icmp).for_each(|(_, code)| values.show(code));
        }),
        FilterSpec::field("entry.icmp.type", |acl, values| {
            acl.row.entries.iter().filter_map(|entry| entry.icmp).for_each(|(kind, _)| values.show(kind));
        }),
        // Two names of one filter.
        FilterSpec::field("entry.ipv6-cidr", |acl, values| ipv6(acl.row, values)),
        FilterSpec::field("entry.ipv6-cidr-block", |acl, values| ipv6(acl.row, values)),
        FilterSpec::field("entry.port-range.from", |acl, values| {
            acl.row.entries.iter().filter_map(|entry| entry.ports).for_each(|(from, _)| values.show(from));
        }),
        FilterSpec::field("entry.port-range.to", |acl, values| {
            acl.row.entries.iter().filter_map(|entry| entry.ports).for_each(|(_, to)| values.show(to));
        }),
        FilterSpec::field("entry.protocol", |acl, values| {
            values.each(acl.row.entries.iter().map(|entry| &entry.protocol));
        }),
        FilterSpec::field("entry.rule-action", |acl, values| values.each(acl.row.entries.iter().map(action))),
        FilterSpec::field("entry.rule-number", |acl, values| {
            acl.row.entries.iter().for_each(|entry| values.show(entry.number));
        }),
        FilterSpec::field("network-acl-id", |acl, values| values.text(&*acl.row.id)),
        FilterSpec::field("owner-id", |acl, values| values.text(&*acl.row.account)),
        FilterSpec::field("vpc-id", |acl, values| values.text(&*acl.row.vpc)),
        FilterSpec::tags(|acl, tags| acl.tags(tags)),
    ];

    fn subnets(&self) -> impl Iterator<Item = &'a Subnet> {
        self.call.view.find::<Subnet>("network-acl", &self.row.id).map(|row| &row.record)
    }
}

fn ipv6(acl: &NetworkAcl, values: &mut Values<'_>) {
    let blocks = acl.entries.iter().filter(|entry| matches!(entry.cidr, IpNet::V6(_)));
    blocks.for_each(|entry| values.show(entry.cidr));
}

impl Action for DescribeNetworkAcls {
    type Input = ec2::DescribeNetworkAclsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked =
            Asked::new(&input.network_acl_ids, "networkAclIdSet", &input.filters, input.max_results, &input.next_token);
        let indexed = &[("vpc-id", "vpc")];
        let (acls, next_token) =
            listing::own(call, "DescribeNetworkAcls", &asked, Item::<NetworkAcl>::FILTERS, indexed)?;
        Ok(Plan::Answer(ec2::DescribeNetworkAclsResult {
            network_acls: acls.iter().map(|acl| super::shown(&call.view, acl)).collect(),
            next_token,
        }))
    }
}

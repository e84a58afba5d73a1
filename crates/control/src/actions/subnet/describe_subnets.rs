//! DescribeSubnets.

use model::{ApiError, filters::FilterSpec, records::Subnet};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    listing::{self, Asked, Item},
};

pub struct DescribeSubnets;

impl<'a> Item<'a, Subnet> {
    // Older spellings of some names are still taken, and clients still write them.
    const FILTERS: &'a [FilterSpec<Self>] = &[
        FilterSpec::field("availability-zone", |subnet, values| values.text(&subnet.row.zone)),
        FilterSpec::field("availabilityZone", |subnet, values| values.text(&subnet.row.zone)),
        FilterSpec::field("availability-zone-id", |subnet, values| values.maybe(subnet.zone_id())),
        FilterSpec::field("availabilityZoneId", |subnet, values| values.maybe(subnet.zone_id())),
        FilterSpec::field("available-ip-address-count", |subnet, values| values.show(subnet.free_addresses())),
        FilterSpec::field("cidr-block", |subnet, values| values.show(subnet.row.cidr)),
        FilterSpec::field("cidr", |subnet, values| values.show(subnet.row.cidr)),
        FilterSpec::field("cidrBlock", |subnet, values| values.show(subnet.row.cidr)),
        FilterSpec::never("customer-owned-ipv4-pool"),
        FilterSpec::field("default-for-az", |subnet, values| values.flag(subnet.row.default_for_az)),
        FilterSpec::field("defaultForAz", |subnet, values| values.flag(subnet.row.default_for_az)),
        FilterSpec::field("enable-dns64", |_, values| values.flag(false)),
        FilterSpec::never("enable-lni-at-device-index"),
        FilterSpec::never("ipv6-cidr-block-association.ipv6-cidr-block"),
        FilterSpec::never("ipv6-cidr-block-association.association-id"),
        FilterSpec::never("ipv6-cidr-block-association.state"),
        FilterSpec::field("ipv6-native", |_, values| values.flag(false)),
        FilterSpec::field("map-customer-owned-ip-on-launch", |_, values| values.flag(false)),
        FilterSpec::field("map-public-ip-on-launch", |subnet, values| values.flag(subnet.row.map_public_ip_on_launch)),
        FilterSpec::never("outpost-arn"),
        FilterSpec::field("owner-id", |subnet, values| values.text(&*subnet.row.account)),
        FilterSpec::field("private-dns-name-options-on-launch.hostname-type", |subnet, values| {
            values.text(&subnet.row.hostname_type);
        }),
        FilterSpec::field("private-dns-name-options-on-launch.enable-resource-name-dns-a-record", |subnet, values| {
            values.flag(subnet.row.resource_name_a_record);
        }),
        FilterSpec::field("private-dns-name-options-on-launch.enable-resource-name-dns-aaaa-record", |_, values| {
            values.flag(false);
        }),
        FilterSpec::field("state", |_, values| values.text("available")),
        FilterSpec::field("subnet-arn", |subnet, values| values.text(super::arn(subnet.call.region.facts, subnet.row))),
        FilterSpec::field("subnet-id", |subnet, values| values.text(&*subnet.row.id)),
        FilterSpec::field("vpc-id", |subnet, values| values.text(&*subnet.row.vpc)),
        FilterSpec::tags(|subnet, tags| subnet.tags(tags)),
    ];

    fn zone_id(&self) -> Option<&'static str> {
        self.call.region.facts.zone(&self.row.zone).map(|zone| zone.id)
    }

    fn free_addresses(&self) -> u32 {
        super::free_addresses(&self.call.view, self.row)
    }
}

impl Action for DescribeSubnets {
    type Input = ec2::DescribeSubnetsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked::new(&input.subnet_ids, "subnetSet", &input.filters, input.max_results, &input.next_token);
        let indexed = &[("vpc-id", "vpc")];
        let (subnets, next_token) = listing::own(call, "DescribeSubnets", &asked, Item::<Subnet>::FILTERS, indexed)?;
        let region = call.region.facts;
        Ok(Plan::Answer(ec2::DescribeSubnetsResult {
            subnets: subnets.iter().map(|subnet| super::shown(&call.view, region, subnet)).collect(),
            next_token,
        }))
    }
}
